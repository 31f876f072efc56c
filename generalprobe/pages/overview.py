"""The overview of all case studies: cards, and links that filter them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from generalprobe import addresses
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.exam import Exam
from generalprobe.pages.cases import Case, cases
from generalprobe.pages.diagnostics import page_id, problem_notice
from generalprobe.pages.speech import MODEL
from generalprobe.pages.templating import FOCUS_LABELS, block
from generalprobe.problems import Problem
from generalprobe.reading.project import Project


def overview(project: Project, *, problems: Iterable[Problem] = ()) -> str:
    """Render the cards of all case studies, for the page `/fallstudien/`.

    Unreadable files, which only a preview has, are linked. Of the problems, those are shown that are no case study's.
    """
    shown = cases(project)
    return "\n\n".join([*_preview(project, problems), _filters(shown), block("tiles", cases=shown)])


def stage(project: Project) -> str:
    """Render the list of the talks that can be presented, for the page `/buehne/`."""
    return block("stage", cases=cases(project), model=MODEL)


def mock_exam(project: Project) -> str:
    """Render the talks to choose from, and the place in which the browser holds a mock exam, for `/pruefung/`."""
    return block("mock-exam", cases=cases(project))


def examining(project: Project) -> str:
    """Render the place in which the browser helps to examine somebody else, for `/pruefung/pruefen/`."""
    return block("examining", cases=cases(project), exams=project.exams)


def my_talks(project: Project) -> str:
    """Render the place in which the browser edits talks of one's own, for the page `/mein-vortrag/`."""
    exams = project.entries(Exam)
    plans = [
        {"exam": entry.id, "at": at, "title": plan.title, "focus": plan.focus}
        for entry in exams
        for at, plan in enumerate(entry.model.plans)
    ]
    return block(
        "workshop",
        exams=[entry.id for entry in exams],
        plans=plans,
        talks=[{"id": case.id, "title": case.study.title, "focus": case.study.focus} for case in cases(project)],
    )


def _filters(shown: list[Case]) -> str:
    focuses = [focus for focus in FOCUS_LABELS if any(case.study.focus == focus for case in shown)]
    tags = Counter(tag for case in shown for tag in set(case.study.tags))
    links = [(tag, f"?tag={quote(tag, safe='')}", tags[tag]) for tag in sorted(tags, key=str.casefold)]
    return block("filters", focuses=focuses, tags=links, count=len(shown))


def _preview(project: Project, problems: Iterable[Problem]) -> list[str]:
    unreadable = [(entry.file, page_id(entry.id)) for entry in project.unreadable(CaseStudy)]
    files = {entry.file for entry in project.files_of(CaseStudy)}
    others = [problem for problem in problems if problem.file not in files]
    return [
        *([block("unreadable", files=unreadable)] if unreadable else []),
        *([problem_notice(addresses.CASE_STUDIES, others)] if others else []),
    ]
