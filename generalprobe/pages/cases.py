"""The case studies that get pages, each with what its pages need to know."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generalprobe.format.case_study import CaseStudy, Slide
from generalprobe.format.exam import Exam
from generalprobe.pages.timebar import TimeBar
from generalprobe.reading.project import Entry, Project
from generalprobe.talk import Talk

EXAMS = "nachschlagen/pruefungen"
_DENSE, _PACKED = 330, 520


@dataclass(frozen=True)
class Case:
    """A readable case study, where it comes from, and the exam it prepares for, if that is known."""

    entry: Entry[CaseStudy]
    study: CaseStudy
    exam: Exam | None
    exam_page: str = ""
    """The address of its exam's page below the site's root; a site with one exam has none."""

    @property
    def id(self) -> str:
        """Its id, which is part of its address."""
        return self.entry.id

    @property
    def file(self) -> str:
        """The path of its file."""
        return self.entry.file

    @property
    def time_bar(self) -> TimeBar:
        """Its slides measured against the exam."""
        return TimeBar.of(self.study, self.exam)

    @cached_property
    def talk(self) -> Talk:
        """What its notes take to say; without a known exam, changes of slides take nothing."""
        return Talk.of(self.study, self.exam)


def cases(project: Project, *, drafts: bool = False) -> list[Case]:
    """The case studies that can be shown, drafts only if asked for, in the order of their ids."""
    several = len(project.exams) > 1
    return [
        Case(
            entry,
            entry.model,
            project.exams.get(entry.model.exam),
            f"{EXAMS}/{entry.model.exam}/" if several and entry.model.exam in project.exams else "",
        )
        for entry in project.case_studies
        if entry.model and (drafts or not entry.model.draft)
    ]


def density(slide: Slide) -> str:
    """How full a slide is: empty text, `dense` or `packed`, by the space its text takes in characters."""
    taken = len(slide.headline) + sum(_line(bullet.text) + sum(map(_line, bullet.bullets)) for bullet in slide.bullets)
    taken += _artifact_size(slide)
    if taken > _PACKED:
        return "packed"
    return "dense" if taken > _DENSE else ""


def _line(text: str) -> int:
    return 20 + len(text)


def _artifact_size(slide: Slide) -> int:
    match slide.artifact:
        case None:
            return 0
        case artifact if artifact.kind == "table":
            return sum(20 + max(map(len, row), default=0) * len(row) for row in artifact.rows)
        case artifact if artifact.kind == "code":
            return sum(map(_line, artifact.code.splitlines()))
        case artifact if artifact.kind == "quote":
            return _line(artifact.text)
        case _:
            return 100
