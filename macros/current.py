"""The project as the running build sees it: loaded once, shared by the macros and the hook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generalprobe.checking.project import check_project
from generalprobe.checking.written import check_written
from generalprobe.exporting.downloads import Download, Downloads, downloads_of
from generalprobe.format.exam import Exam
from generalprobe.memory import Memory, memory_of
from generalprobe.problems import Problem
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import Project


@dataclass(frozen=True)
class Site:
    """What one build has read and shows; a preview shows drafts, unreadable files and problems too."""

    everything: Project
    problems: tuple[Problem, ...]
    preview: bool
    own_exam: str = ""
    """The id of the exam that the written pages are about; needed where there are several."""
    joined: bool = False
    """Whether whoever builds publishes modules together afterwards (joining.py)."""
    root: Path = Path()
    """The folder of the project."""

    def exam(self, id: str = "") -> Exam | None:
        """An exam; without an id the one that the written pages are about, None where that is not clear."""
        return self.project.exams.get(id or self.exam_id)

    @property
    def exam_id(self) -> str:
        """The exam that the written pages are about; empty where that is not clear."""
        exams = self.project.exams
        return self.own_exam or ("".join(exams) if len(exams) == 1 else "")

    @cached_property
    def project(self) -> Project:
        """What is shown."""
        return self.everything if self.preview else self.everything.published()

    @cached_property
    def downloads(self) -> Downloads | None:
        """What the site offers as files: a preview makes none."""
        return None if self.preview else downloads_of(self.project, self.root)

    def offered(self, about: str) -> tuple[Download, ...]:
        """The files that the site offers about something."""
        return self.downloads.of(about) if self.downloads else ()

    @property
    def shown_problems(self) -> tuple[Problem, ...]:
        """The problems that are shown."""
        return self.problems if self.preview else ()


_preview = False
_site: Site | None = None
_handed_over: dict[Path, tuple[Project, tuple[Problem, ...]]] = {}


def set_preview(preview: bool) -> None:
    """Tell the builds that follow whether they are previews."""
    global _preview
    _preview = preview


def hand_over(root: Path, project: Project, problems: Iterable[Problem]) -> None:
    """Spare the next build of a project, in this process, to read and check what has just been.

    Whoever does so joins the modules of what is built.
    """
    _handed_over[root] = project, tuple(problems)


def load(root: Path, exam: str = "") -> Site:
    """Read and check everything for a build that begins, unless that was handed over."""
    global _site
    memory = memory_of(root)
    joined = root in _handed_over
    project, problems = _handed_over.pop(root) if joined else _read(root, memory)
    _site = Site(project, problems, _preview, exam, joined, root)
    memory.tidy()
    memory.save()
    return _site


def _read(root: Path, memory: Memory) -> tuple[Project, tuple[Problem, ...]]:
    project = load_project(root, memory=memory)
    return project, (*check_project(project, memory), *(check_written(project, memory) if _preview else ()))


def site() -> Site:
    """What the running build has loaded."""
    if _site is None:
        raise RuntimeError("nothing is loaded yet: macros.current.load comes first")
    return _site
