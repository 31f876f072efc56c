"""A file of whatever kind → what becomes files of data: what it is, its content says and not its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from generalprobe.format.exam import Exam
from generalprobe.importing.archive import weigh
from generalprobe.importing.pptx import import_pptx
from generalprobe.importing.proposing import Imported, case_study_of
from generalprobe.importing.unreadable import Unreadable

SUFFIXES = frozenset({".pptx", ".md", ".markdown", ".txt", ".ppt", ".ppsx", ".potx", ".odp", ".key"})
"""Endings of the files that are looked for in a folder; some are refused, with what helps."""
_NO_FORM = "Darin ist weder ein Vortrag noch eine Fragensammlung zu erkennen."
_BINARY = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")


@dataclass(frozen=True)
class Wishes:
    """How files are taken over: the exam whose rules hold, and what was asked for."""

    exam_id: str
    exam: Exam
    topic: str = ""
    images: bool = False
    id: str = ""

    @property
    def options(self) -> dict[str, Any]:
        """What a case study can be asked for beside its exam."""
        return {"topic": self.topic, "images": self.images, "id": self.id}


def import_file(data: bytes, wishes: Wishes, find: Callable[[str], bytes | None] = lambda path: None) -> list[Imported]:
    """Take a file over.

    Args:
        data: what it holds.
        wishes: how.
        find: gives a picture beside the file by its relative path, or None.

    Raises Unreadable.
    """
    weigh(len(data))
    if data.startswith(_BINARY):
        return [case_study_of(import_pptx(data), wishes.exam_id, wishes.exam, **wishes.options)]
    raise Unreadable(_NO_FORM)
