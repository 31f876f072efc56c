"""The way to the exam: the plan as a page and as a file for the browser, and the start page that knows its visitor."""

from __future__ import annotations

import json
from typing import Any

from generalprobe.format.html import plain
from generalprobe.format.markdown import links
from generalprobe.format.preparation import PlanTask, Preparation, TopicIdeas
from generalprobe.pages.templating import block
from generalprobe.reading.project import Project

VERSION = 1


def my_plan(project: Project) -> str:
    """Render the plan up to the exam, whole; the browser fits it to the days that are left."""
    preparation = project.only(Preparation)
    return block("my-plan", preparation=preparation, exams=project.exams) if preparation else ""


def start(project: Project) -> str:
    """Render the place in which the start page says what today is about."""
    return block("start", exams=project.exams)


def tile_states(project: Project) -> str:
    """Render what lets the browser say on the tiles of an overview where somebody stands."""
    return block("tile-states", exams=project.exams)


def plan_file(project: Project) -> str:
    """Write the plan for the browser: what can be counted, and where each task is done."""
    preparation, topics = project.only(Preparation), project.only(TopicIdeas)
    outline: dict[str, Any] = {
        "version": VERSION,
        "steps": [],
        "spans": [],
        "milestones": [],
        "fitness": {"points": [], "from": 0},
        "checklist": [],
        "plan_b": [],
    }
    if preparation:
        outline |= _outline(preparation)
    if topics:
        outline["fitness"] = {"points": [tick.id for tick in topics.fitness], "from": topics.fit_from}
    return json.dumps(outline, ensure_ascii=False, separators=(",", ":"))


def _outline(preparation: Preparation) -> dict[str, Any]:
    return {
        "steps": [
            {
                "id": step.id,
                "days": step.days_before,
                "title": step.title,
                "tasks": [_task(each) for each in step.tasks],
            }
            for step in preparation.plan
        ],
        "spans": [{"days": span.days, "said": plain(span.text)} for span in preparation.spans],
        "milestones": [
            {
                "id": milestone.id,
                "title": milestone.title,
                "minutes": milestone.minutes,
                "checks": [tick.id for tick in milestone.self_checks],
            }
            for milestone in preparation.milestones
        ],
        "checklist": [tick.id for group in preparation.checklist for tick in group.items],
        "plan_b": [fallback.id for fallback in preparation.plan_b],
    }


def _task(task: PlanTask) -> dict[str, Any]:
    return {
        "id": task.id,
        "text": plain(task.text),
        "href": next(links(task.text, prose=False), ""),
        "counts": task.counts,
        "times": task.times,
        "from": task.from_days,
    }
