"""The plan of a new case study: the slides of its focus, times by its exam, none of them twice."""

from __future__ import annotations

import pytest
from samples import ROOT

from generalprobe.format.case_study import Focus
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam
from generalprobe.reading.loading import load_project
from generalprobe.scaffold import FOCUSES, plan_for

[EXAM] = [entry.model for entry in load_project(ROOT, []).entries(Exam) if entry.id == "it-support-specialist"]


def exam(budget_s: int, shortest_s: int, longest_s: int, most: int) -> Exam:
    slides = {"shortest": Duration(shortest_s), "longest": Duration(longest_s), "most": most}
    return EXAM.model_copy(
        update={
            "presentation": EXAM.presentation.model_copy(update={"budget": Duration(budget_s)}),
            "slides": EXAM.slides.model_copy(update=slides),
        }
    )


@pytest.mark.parametrize("focus", FOCUSES)
def test_the_usual_exam_has_eight_slides_of_nine_minutes(focus: Focus) -> None:
    plan = plan_for(EXAM, focus)
    assert (len(plan), Duration.total(slide.time for slide in plan)) == (8, Duration.parse("9:00"))


@pytest.mark.parametrize("focus", FOCUSES)
@pytest.mark.parametrize(
    "rules", [exam(900, 30, 90, 15), exam(900, 60, 120, 12), exam(300, 20, 60, 6), exam(900, 30, 150, 9)]
)
def test_every_plan_keeps_the_limits_begins_and_ends_alike_and_repeats_nothing(focus: Focus, rules: Exam) -> None:
    plan, usual = plan_for(rules, focus), plan_for(EXAM, focus)
    titles = [slide.title for slide in plan]
    assert len(set(titles)) == len(titles) <= rules.slides.most
    assert titles[0] == usual[0].title
    assert titles[-1].startswith(usual[-1].title)
    assert all(rules.slides.shortest <= slide.time <= rules.slides.longest for slide in plan)
    assert Duration.total(slide.time for slide in plan) == rules.presentation.budget * 9 // 10
