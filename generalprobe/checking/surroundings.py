"""All that the checks of one file know of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generalprobe.format.exam import Exam
from generalprobe.memory import digest
from generalprobe.reading.project import Project


@dataclass(frozen=True)
class Surroundings:
    """The exams, and the names of whatever a file may name."""

    exams: Mapping[str, Exam]
    """Those that can be read, by id."""
    known_exams: frozenset[str]
    """The ids of all, readable or not."""
    images: frozenset[str]
    pages: frozenset[str]

    @classmethod
    def of(cls, project: Project) -> Surroundings:
        """Those of the files of a project."""
        known = frozenset(exam.id for exam in project.files_of(Exam))
        return cls(project.exams, known, project.images, project.pages)

    @cached_property
    def digest(self) -> str:
        """Changes with any of them."""
        names = (sorted(each) for each in (self.known_exams, self.images, self.pages))
        return digest(repr(list(self.exams.items())), *map(repr, names))
