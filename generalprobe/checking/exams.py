"""What is wrong with an exam: limits, plans, and what its marking sheet names."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generalprobe.checking.lists import repeated
from generalprobe.checking.questions import check_lesson, check_topic
from generalprobe.format.exam import Criterion, Exam, MarkingSheet, Plan
from generalprobe.problems import Finding, Path


def check_exam(exam: Exam, pages: Collection[str]) -> Iterator[Finding]:
    """Find limits that contradict each other, plans that do not keep them, what stands twice, and what there is not."""
    contradictions = list(_contradictions(exam))
    yield from contradictions
    if not contradictions:
        for at, plan in enumerate(exam.plans):
            yield from _check_plan(plan, exam, ("plans", at))
    yield from repeated((plan.title, ("plans", at, "title")) for at, plan in enumerate(exam.plans))
    yield from repeated((criterion.id, (*path, "id")) for criterion, path in _criteria(exam.marking_sheet))
    for criterion, place in _criteria(exam.marking_sheet):
        if criterion.topic:
            yield from check_topic(criterion.topic, (*place, "topic"), exam.topics)
        yield from check_lesson(criterion.lesson, (*place, "lesson"), pages)


def _contradictions(exam: Exam) -> Iterator[Finding]:
    talk, slides, discussion = exam.presentation, exam.slides, exam.discussion
    limits = (
        (talk.shortest, talk.budget, ("presentation", "shortest"), "budget"),
        (talk.budget, talk.cutoff, ("presentation", "budget"), "cutoff"),
        (slides.fewest, slides.most, ("slides", "fewest"), "most"),
        (slides.shortest, slides.longest, ("slides", "shortest"), "longest"),
        (discussion.fewest_questions, discussion.most_questions, ("discussion", "fewest_questions"), "most_questions"),
        (discussion.shortest_answer, discussion.longest_answer, ("discussion", "shortest_answer"), "longest_answer"),
    )
    for low, high, path, upper in limits:
        if low > high:
            yield Finding("PRUEFUNG02", path, f"`{path[-1]}` ({low}) liegt über `{upper}` ({high})")


def _check_plan(plan: Plan, exam: Exam, path: Path) -> Iterator[Finding]:
    budget, limits, count = exam.presentation.budget, exam.slides, len(plan.slides)
    if plan.time > budget:
        said = f"Die Folien ergeben zusammen {plan.time}; der Vortrag darf {budget} dauern"
        yield Finding("PRUEFUNG03", (*path, "slides"), said)
    if not limits.fewest <= count <= limits.most:
        said = f"Der Plan hat {count} Folien; empfohlen sind {limits.fewest} bis {limits.most}"
        yield Finding("PRUEFUNG03", (*path, "slides"), said)
    for at, slide in enumerate(plan.slides):
        if not limits.shortest <= slide.time <= limits.longest:
            said = f"Die Folie steht {slide.time}; empfohlen sind {limits.shortest} bis {limits.longest}"
            yield Finding("PRUEFUNG03", (*path, "slides", at, "time"), said)
    yield from repeated((slide.title, (*path, "slides", at, "title")) for at, slide in enumerate(plan.slides))


def _criteria(sheet: MarkingSheet) -> Iterator[tuple[Criterion, Path]]:
    """All criteria of a marking sheet, each with its place in the exam."""
    for number, section in enumerate(sheet.sections):
        place = ("marking_sheet", "sections", number, "criteria")
        yield from ((criterion, (*place, at)) for at, criterion in enumerate(section.criteria))
    yield from ((criterion, ("marking_sheet", "overall", at)) for at, criterion in enumerate(sheet.overall))
