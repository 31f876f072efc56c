"""The case studies that get pages, each with what its pages need to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generalprobe import addresses
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.exam import Exam
from generalprobe.pages.timebar import TimeBar
from generalprobe.reading.project import Entry, Project
from generalprobe.talk import Talk


@dataclass(frozen=True)
class Case:
    """A case study, where it comes from, and the exam it prepares for, if that is known."""

    entry: Entry[CaseStudy]
    exam: Exam | None
    exam_page: str = ""
    """The address of its exam's page below the site's root; a site with one exam has none."""

    @property
    def study(self) -> CaseStudy:
        """The case study itself."""
        return self.entry.model

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


def cases(project: Project) -> list[Case]:
    """The case studies that can be shown, in the order of their ids."""
    return [_case(entry, project.exams) for entry in project.entries(CaseStudy)]


def _case(entry: Entry[CaseStudy], exams: Mapping[str, Exam]) -> Case:
    id = entry.model.exam
    return Case(entry, exams.get(id), addresses.exam(id) if len(exams) > 1 and id in exams else "")
