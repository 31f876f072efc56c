"""The plan of a new case study: the slides of its focus, times by its exam, none of them twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import ROOT, make_project

from generalprobe.format.case_study import CaseStudy, Focus
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam
from generalprobe.reading.loading import load_project
from generalprobe.scaffold import FOCUSES, plan_for, skeleton

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
def test_the_plan_is_the_exams_own(focus: Focus) -> None:
    [own] = [plan for plan in EXAM.plans if plan.focus == focus]
    assert plan_for(EXAM, focus) == list(own.slides)


def test_where_an_exam_has_no_plan_for_the_focus_one_for_any_case_serves_else_the_bare_course_of_a_talk() -> None:
    general = tuple(plan for plan in EXAM.plans if plan.focus is None)
    only = EXAM.model_copy(update={"plans": general})
    assert [slide.title for slide in plan_for(only, "mixed")] == [slide.title for slide in general[0].slides]
    bare = plan_for(EXAM.model_copy(update={"plans": ()}), "mixed")
    assert Duration.total(slide.time for slide in bare) == Duration.parse("9:00")
    assert EXAM.slides.fewest <= len(bare) <= EXAM.slides.most


@pytest.mark.parametrize("title", ["Ursache: ein Treiber", 'Das „große" Bild', "Erster\nTeil", "- [x] # 5"])
def test_whatever_a_plan_calls_its_slides_the_skeleton_is_read(title: str, tmp_path: Path) -> None:
    slides = (EXAM.plans[0].slides[0].model_copy(update={"title": title, "purpose": f"{title}\n: ja?"}),)
    changed = EXAM.plans[0].model_copy(update={"slides": (*slides, *EXAM.plans[0].slides[1:])})
    text = skeleton("it-support-specialist", EXAM.model_copy(update={"plans": (changed,)}))
    [entry] = load_project(make_project(tmp_path, {"neu.yml": text})).entries(CaseStudy)
    assert entry.model.slides[0].title == " ".join(title.split())


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
