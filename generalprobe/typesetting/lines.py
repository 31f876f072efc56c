"""Text → how many lines it takes in a column, broken as browsers break it: at spaces and behind hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import ceil

from generalprobe.format.markdown import INLINE
from generalprobe.typesetting.tables import Face, width

_MARKS = re.compile(r"[^\S ]|[\\`*_\[\]<>&\0]")
_BREAKABLE = re.compile(r"[^ \n-]*-+|[^ \n-]+|[ \n]+")
_CODE_SIZE, _CODE_PADDING = 0.88, 0.53
"""Code in a line: its size in parts of that of the text, and the room at its edges, given to each of its pieces."""
_LOST_AT_THE_END = 0.6
"""How much of a line stays empty where a word is broken anywhere, at most."""
_MOST_REMEMBERED = 65_536

Pieces = tuple[tuple[str, float], ...]
"""What is not broken, with its width in parts of the size of the type; a space is a piece."""


@lru_cache(maxsize=_MOST_REMEMBERED)
def pieces(text: str, face: Face = "sans") -> Pieces:
    """The pieces of inline Markdown."""
    return tuple(_joined(_runs(text, face))) if _MARKS.search(text) else plain_pieces(text, face)


@lru_cache(maxsize=_MOST_REMEMBERED)
def plain_pieces(text: str, face: Face) -> Pieces:
    """The pieces of text that is shown as it is written."""
    return tuple((piece, width(piece, face)) for piece in _BREAKABLE.findall(text))


def lines(text: Pieces, room: float) -> int:
    """How many lines the pieces take in a column; `room` is its width in parts of the size of the type."""
    count, taken = 1, 0.0
    for piece, wide in text:
        if taken + wide <= room or not piece.strip():
            taken += wide
        elif wide <= room:
            count, taken = count + 1, wide
        else:  # Longer than the line: broken anywhere, from a line of its own.
            in_a_line = max(room - _LOST_AT_THE_END, 1)
            count += ceil(wide / in_a_line) - (0 if taken else 1)
            taken = wide % in_a_line
    return count


def longest(text: Pieces) -> float:
    """The width of the widest piece, in parts of the size of the type."""
    return max((wide for _, wide in text), default=0.0)


def whole(text: Pieces) -> float:
    """The width in one line, in parts of the size of the type."""
    return sum(wide for _, wide in text)


def _runs(text: str, face: Face) -> Iterator[tuple[str, float]]:
    current = face
    for token in INLINE.parseInline(text)[0].children or ():
        match token.type:
            case "strong_open":
                current = "bold" if face == "sans" else face
            case "strong_close":
                current = face
            case "code_inline":
                found = _BREAKABLE.findall(token.content)
                yield from ((piece, _CODE_SIZE * width(piece, "code") + _CODE_PADDING) for piece in found)
            case "softbreak" | "hardbreak":
                yield " ", width(" ", current)
            case _:
                yield from plain_pieces(token.content, current)


def _joined(runs: Iterator[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """The runs, put together where no space or hyphen parts them: a bold word and the full stop behind it."""
    held, wide = "", 0.0
    for piece, more in runs:
        if held and (held.endswith((" ", "-")) or piece.startswith(" ")):
            yield held, wide
            held, wide = "", 0.0
        held, wide = held + piece, wide + more
    if held:
        yield held, wide
