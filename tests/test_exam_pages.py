"""What pages show of an exam: all of its topics and criteria, and never more than text."""

from __future__ import annotations

import pytest
from reading import Reader, convert
from samples import ROOT

from generalprobe.format.exam import Criterion, Exam
from generalprobe.pages import exam_part
from generalprobe.reading.loading import load_project

PARTS = ["exam-plans", "exam-topics", "marking-criteria", "marking-sheet"]
EXAM = next(iter(load_project(ROOT, []).exams.values()))


def _shown(exam: Exam, part: str) -> Reader:
    return Reader(convert(exam_part(exam, part)))


def _saying(text: str) -> Exam:
    """An exam that says the same everywhere."""
    criteria = (Criterion.model_construct(id="punkt", text=text),)
    section = EXAM.marking_sheet.sections[0].model_copy(update={"title": text, "criteria": criteria})
    sheet = {"scale": (text, text), "sections": (section,), "overall": criteria, "verdicts": (text, text)}
    slide = EXAM.plans[0].slides[0].model_copy(update={"title": text, "purpose": text})
    plans = (EXAM.plans[0].model_copy(update={"title": text, "slides": (slide,)}),)
    return EXAM.model_copy(
        update={"topics": (text,), "plans": plans, "marking_sheet": EXAM.marking_sheet.model_copy(update=sheet)}
    )


def test_everything_of_the_exam_is_shown() -> None:
    plans, topics, criteria, sheet = (_shown(EXAM, part).text for part in PARTS)
    assert all(topic in topics for topic in EXAM.topics)
    assert all(text in plans for plan in EXAM.plans for slide in plan.slides for text in (slide.title, slide.purpose))
    marking = EXAM.marking_sheet
    lists = [section.criteria for section in marking.sections] + [marking.overall]
    texts = [section.title for section in marking.sections] + [each.text for criteria in lists for each in criteria]
    assert all(text in criteria and text in sheet for text in (*texts, *marking.scale, *marking.verdicts))


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><b onclick=alert(1)>', "{{ 7 * 7 }}", "a\n\n# b { onclick=alert(1) }"]
)
@pytest.mark.parametrize("part", PARTS)
def test_whatever_it_says_stays_text(part: str, text: str) -> None:
    harmless, hostile = _shown(_saying("x"), part), _shown(_saying(text), part)
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in harmless.elements]
    assert "".join(text.split()) in "".join(hostile.text.split())
