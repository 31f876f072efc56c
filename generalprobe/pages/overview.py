"""The overview of all case studies: cards, and links that filter them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from generalprobe.pages.cases import Case, cases
from generalprobe.pages.diagnostics import page_id, problem_notice
from generalprobe.pages.templating import FOCUS_LABELS, block
from generalprobe.problems import Problem
from generalprobe.reading.project import Project


def overview(project: Project, *, problems: Iterable[Problem] = (), drafts: bool = False) -> str:
    """Render the cards of all case studies, for the page `/fallstudien/`.

    In a preview, unreadable files are linked, and problems that belong to no case study are shown.
    """
    shown = cases(project, drafts=drafts)
    parts = [_filters(shown), block("cards", cases=shown)]
    return "\n\n".join(_preview(project, problems) + parts if drafts else parts)


def _filters(shown: list[Case]) -> str:
    focuses = [focus for focus in FOCUS_LABELS if any(case.study.focus == focus for case in shown)]
    tags = Counter(tag for case in shown for tag in set(case.study.tags))
    links = [(tag, f"?tag={quote(tag, safe='')}", tags[tag]) for tag in sorted(tags, key=str.casefold)]
    return block("filters", focuses=focuses, tags=links, count=len(shown))


def _preview(project: Project, problems: Iterable[Problem]) -> list[str]:
    unreadable = [(entry.file, page_id(entry.id)) for entry in project.case_studies if entry.model is None]
    files = {entry.file for entry in project.case_studies}
    others = [problem for problem in problems if problem.file not in files]
    return [
        *([block("unreadable", files=unreadable)] if unreadable else []),
        *([problem_notice(others, "../")] if others else []),
    ]
