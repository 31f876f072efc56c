"""Problems: what is wrong, where it stands, and what to do about it.

A `Finding` names a place in the data; a `Problem` is a finding located in the text of a file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generalprobe.rules import Severity

SEVERITY_NAMES: dict[Severity, str] = {"error": "Fehler", "warning": "Warnung"}
_EXCERPT = 70
"""Characters of a line that are shown; with its number they fit 80 columns."""

Path = tuple[str | int, ...]
"""The way from the root of the data to a value: keys, and indices from 0."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that the data break, and where in the data."""

    code: str
    path: Path
    message: str
    hint: str = ""
    at_key: bool = False
    """The key at the end of the path is meant, not its value."""
    words: str = ""
    """The words of the value that are meant, as they stand on one line of the file; without them, the whole value."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A finding with its place in a file; lines and columns count from 1, 0 means the file as a whole."""

    file: str
    line: int
    column: int
    code: str
    path: str
    message: str
    hint: str
    severity: Severity
    source: str = field(default="", compare=False)
    """The line of the file, empty for the file as a whole."""
    width: int = field(default=1, compare=False)
    """How many characters of the line are meant."""


def path_text(path: Path) -> str:
    """Write a path as ``slides[3].time``; indices count from 0."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


def as_warning(problems: Iterable[Problem]) -> list[Problem]:
    """Soften errors to warnings, as drafts get them."""
    return [replace(problem, severity="warning") for problem in problems]


def excerpt(problem: Problem) -> tuple[str, int, int]:
    """The part of the line around the problem: the text, and start and width of what is meant in it."""
    start = max(0, problem.column - 1 - _EXCERPT // 2) if len(problem.source) > _EXCERPT else 0
    shown = problem.source[start : start + _EXCERPT].replace("\t", "→")
    offset = problem.column - 1 - start
    return shown, offset, max(1, min(problem.width, len(shown) - offset))
