"""What was left in texts and is for nobody who reads them: texts of the skeleton, notes to oneself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generalprobe.format.case_study import Code, Diagram
from generalprobe.format.fields import Model
from generalprobe.problems import Finding, Path
from generalprobe.scaffold import LEFT, LEFT_OVER

_NOTES = ("TODO", "FIXME", "TBD")
_NOTE = re.compile(rf"\b(?:{'|'.join(_NOTES)})\b")
_BEGINS = re.compile(rf"\[(?:{'|'.join(re.escape(text.split()[0][1:]) for text in LEFT)})")
"""What every text of the skeleton begins with, as it stands in a file."""


def check_leftovers(model: Model, written: str) -> Iterator[Finding]:
    """Find texts of the skeleton that were not replaced, and notes to oneself; code and diagrams may have their own.

    `written` is the text of the model's file: hardly one has anything to look for.
    """
    may_have = _BEGINS.search(written) or any(note in written for note in _NOTES)
    for path, text in _texts(model, ()) if may_have else ():
        for left in LEFT_OVER.finditer(text):
            message = f"Hier steht noch der Text des Gerüsts: „{left[0].strip('[]')}“"
            yield Finding("GERUEST01", path, message, words=left[0])
        for note in _NOTE.finditer(text):
            yield Finding("GERUEST02", path, f"„{note[0]}“ ist eine Notiz an dich selbst, kein Text", words=note[0])


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """All texts of a model, each with its place."""
    match value:
        case str():
            yield path, value
        case tuple():
            for index, inner in enumerate(value):
                yield from _texts(inner, (*path, index))
        case Code() | Diagram():
            return
        case Model():
            for name, inner in vars(value).items():
                yield from _texts(inner, (*path, name))
