"""Writing a subject in a format by its name."""

from __future__ import annotations

from generalprobe.exporting.formats import FORMATS
from generalprobe.exporting.subjects import Subject

_BY_NAME = {format.name: format for format in FORMATS}


def written(format: str, subject: Subject) -> bytes:
    """The file of a subject; that of the whole site is joined from those of its parts."""
    return _BY_NAME[format].write(subject)
