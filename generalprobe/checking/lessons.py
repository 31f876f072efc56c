"""What lessons show, checked: what its format allows and sense does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generalprobe.checking.lists import repeated
from generalprobe.format.dialogues import Dialogue, Line
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, Tick, TopicIdeas
from generalprobe.format.wording import meant
from generalprobe.problems import Finding, Path


def check_dialogue(dialogue: Dialogue) -> Iterator[Finding]:
    """Find steps that do not exist, worse replies that nobody can learn from, and a conversation without practice."""
    yield from repeated((step, ("steps", at)) for at, step in enumerate(dialogue.steps))
    for index, line in enumerate(dialogue.lines):
        if line.step and line.step not in dialogue.steps:
            hint = meant(line.step, dialogue.steps)
            yield Finding("GESPRAECH01", ("lines", index, "step"), f"Den Schritt „{line.step}“ gibt es nicht", hint)
        yield from _check_worse(line, ("lines", index))
    if not any(line.step for line in dialogue.lines):
        yield Finding("GESPRAECH03", ("lines",), "Keine Zeile nennt einen Schritt", at_key=True)


def check_matrix(matrix: EscalationMatrix) -> Iterator[Finding]:
    """Find incidents that have two rows: in the drill only one of them would be right."""
    yield from repeated((row.incident, ("rows", at, "incident")) for at, row in enumerate(matrix.rows))


def check_topics(topics: TopicIdeas) -> Iterator[Finding]:
    """Find ids given twice and a test that nothing passes."""
    yield from repeated((area.id, ("areas", at, "id")) for at, area in enumerate(topics.areas))
    yield from repeated(_ids(topics.fitness, ("fitness",)))
    if not 1 <= topics.fit_from <= len(topics.fitness):
        message = f"`fit_from` ist {topics.fit_from}, Punkte gibt es {len(topics.fitness)}"
        yield Finding("THEMA01", ("fit_from",), message)


def check_preparation(preparation: Preparation) -> Iterator[Finding]:
    """Find ids given twice, and steps of the plan that do not lead to the exam."""
    yield from repeated(_places(preparation))
    yield from repeated(_ticks(preparation))
    plan, spans = preparation.plan, preparation.spans
    yield from _check_order([(step.days_before, ("plan", at, "days_before")) for at, step in enumerate(plan)])
    yield from _check_order([(span.days, ("spans", at, "days")) for at, span in enumerate(spans)])


def _check_worse(line: Line, path: Path) -> Iterator[Finding]:
    missing = [name for name in ("step", "worse", "why") if not getattr(line, name).strip()]
    given = [name for name in ("worse", "why") if name not in missing]
    if given and missing:
        message = f"Zu `{given[0]}` fehlt `{missing[-1]}`"
        yield Finding("GESPRAECH02", (*path, given[0]), message, at_key=True)


def _check_order(days: Sequence[tuple[int, Path]]) -> Iterator[Finding]:
    for (before, _), (later, path) in pairwise(days):
        if later >= before:
            yield Finding("PLAN01", path, f"{later} Tage vorher steht hinter {before} Tage vorher")


def _places(preparation: Preparation) -> Iterator[tuple[str, Path]]:
    """The ids that become addresses on the page."""
    for name in ("milestones", "plan", "checklist"):
        yield from ((f"{name}/{part.id}", (name, at, "id")) for at, part in enumerate(getattr(preparation, name)))


def _ticks(preparation: Preparation) -> Iterator[tuple[str, Path]]:
    """The ids of all that can be ticked."""
    for at, milestone in enumerate(preparation.milestones):
        yield from _ids(milestone.self_checks, ("milestones", at, "self_checks"))
    for at, step in enumerate(preparation.plan):
        yield from _ids(step.tasks, ("plan", at, "tasks"))
    for at, group in enumerate(preparation.checklist):
        yield from _ids(group.items, ("checklist", at, "items"))
    yield from ((fallback.id, ("plan_b", at, "id")) for at, fallback in enumerate(preparation.plan_b))


def _ids(ticks: tuple[Tick, ...], path: Path) -> Iterator[tuple[str, Path]]:
    return ((tick.id, (*path, at, "id")) for at, tick in enumerate(ticks))
