"""Lines in which every heading has hashes: those that are underlined, and slides that a line of its own calls.

::

    Mein Vortrag            # Mein Vortrag
    ============

    **Folie 1: Lage**       ## Folie 1: Lage

Lines keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generalprobe.importing.blocks import FENCE
from generalprobe.importing.labels import ANSWER, METADATA, PARTS, labelled

_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*")
_NO_HEADING = re.compile(r" {4}|\s*(?:[#>|*+-] |[0-9]+[.)]|[#>|]|```|<|!\[)")
_SLIDE = r"(?:Folie|Slide)\s*(?:Nr\.?\s*|#\s*)?[0-9]{1,3}"
_SLIDE_HEADING = re.compile(rf"\s*#+\W*{_SLIDE}\b", re.IGNORECASE)
_BOLD_SLIDE = re.compile(rf"[^\w\s*_-]*\s*(?:\*\*|__)\W*({_SLIDE}\b.*?)(?:\*\*|__)(.*)", re.IGNORECASE)
_BOLD_QUESTIONS = re.compile(r"\s*(?:\*\*|__)([^*_?:]*?(?:fragen|fachgespräch)[^*_?:]*)(?:\*\*|__)\s*", re.IGNORECASE)
_QUESTIONS = re.compile(
    r"((?:(?:mögliche|typische|erwartete)\s+)?(?:prüfer|prüfungs)?fragen(?:\s+(?:der\s+prüf\w+|und\s+antworten))?|"
    r"fachgespräch)\s*:?\s*",
    re.IGNORECASE,
)
_BARE_SLIDE = re.compile(rf"\W*({_SLIDE}\s*(?:[:.)|(–—-].{{0,100}})?)", re.IGNORECASE)


def with_headings(lines: Sequence[str]) -> list[str]:
    """The same lines, headings with hashes."""
    made: list[str] = []
    fence = False
    for line in lines:
        fence = fence != bool(FENCE.fullmatch(line))
        mark = _UNDERLINE.fullmatch(line)
        if mark and made and not fence and _can_be_heading(made, mark[1][0]):
            made[-1:] = [f"{'#' if mark[1][0] == '=' else '##'} {made[-1].strip()}", ""]
        else:
            is_below = line.strip() == "--" and not fence and not "".join(made[-1:]).strip()
            made.append("---" if is_below else line)
    return made if any(map(_SLIDE_HEADING.match, made)) else _with_slides(made)


def _can_be_heading(above: Sequence[str], mark: str) -> bool:
    """Whether the last line stands alone; a label above hyphens was meant as one, with a rule below."""
    line = above[-1]
    is_alone = line.strip() and not _NO_HEADING.match(line) and not "".join(above[-2:-1]).strip()
    is_label = mark == "-" and labelled(line, PARTS | METADATA | ANSWER) is not None
    return bool(is_alone) and not is_label


def _with_slides(lines: Sequence[str]) -> list[str]:
    """Lines that are called as slides are headings: in bold, alone between blank ones, or all that count up from 1."""
    around = ["", *lines, ""]
    numbers = [int(re.findall("[0-9]+", match[1])[0]) for line in lines if (match := _BARE_SLIDE.fullmatch(line))]
    do_count = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    return [
        _as_heading(line, is_alone=do_count or not (around[at] + around[at + 2]).strip()) or line
        for at, line in enumerate(lines)
    ]


def _as_heading(line: str, *, is_alone: bool) -> str:
    if bold := _BOLD_SLIDE.fullmatch(line):
        return f"## {bold[1]}{bold[2]}"
    found = (
        _BOLD_QUESTIONS.fullmatch(line)
        or _QUESTIONS.fullmatch(line)
        or (_BARE_SLIDE.fullmatch(line) if is_alone else None)
    )
    return f"## {found[1]}" if found else ""
