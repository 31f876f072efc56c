"""Text → how many lines it takes in a column, broken as browsers break it: at spaces and behind hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from generalprobe.format.html import acts_inline
from generalprobe.format.markdown import INLINE
from generalprobe.typesetting.tables import Face, width

_BREAKABLE = re.compile(r"[^ \n-]*-+|[^ \n-]+|[ \n]+")
_CODE_SIZE, _CODE_PADDING = 0.88, 0.53
"""Code in a line: its size in parts of that of the text, and the room at its edges, given to each of its pieces."""
_LOST_AT_THE_END = 0.6
"""How much of a line stays empty where a word is broken anywhere, at most."""
_MOST_REMEMBERED = 65_536


class Pieces(NamedTuple):
    """A text by what is not broken in it; all widths are parts of the size of the type."""

    pieces: tuple[tuple[str, float], ...]
    """Each with its width; a space is a piece."""
    whole: float
    """The width in one line."""
    longest: float
    """The width of the widest piece."""

    @classmethod
    def of(cls, pieces: Sequence[str], widths: Sequence[float]) -> Pieces:
        """Measure the whole once: it is asked for in each density."""
        return cls(tuple(zip(pieces, widths, strict=True)), sum(widths), max(widths, default=0.0))


@lru_cache(maxsize=_MOST_REMEMBERED)
def pieces(text: str, face: Face = "sans") -> Pieces:
    """The pieces of inline Markdown."""
    return Pieces.of(*_joined(_runs(text, face))) if acts_inline(text) else plain_pieces(text, face)


@lru_cache(maxsize=_MOST_REMEMBERED)
def plain_pieces(text: str, face: Face) -> Pieces:
    """The pieces of text that is shown as it is written."""
    found = _BREAKABLE.findall(text)
    return Pieces.of(found, [width(piece, face) for piece in found])


def lines(text: Pieces, room: float) -> int:
    """How many lines the pieces take in a column; `room` is its width in parts of the size of the type."""
    if text.whole <= room:
        return 1
    count, taken = 1, 0.0
    for piece, wide in text.pieces:
        if taken + wide <= room or not piece.strip():
            taken += wide
        elif wide <= room:
            count, taken = count + 1, wide
        else:  # Longer than the line: broken anywhere, from a line of its own.
            in_a_line = max(room - _LOST_AT_THE_END, 1)
            count += ceil(wide / in_a_line) - (0 if taken else 1)
            taken = wide % in_a_line
    return count


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
                yield from plain_pieces(token.content, current).pieces


def _joined(runs: Iterator[tuple[str, float]]) -> tuple[list[str], list[float]]:
    """The runs, put together where no space or hyphen parts them: a bold word and the full stop behind it."""
    pieces: list[str] = []
    widths: list[float] = []
    for piece, wide in runs:
        if pieces and not pieces[-1].endswith((" ", "-")) and not piece.startswith(" "):
            pieces[-1] += piece
            widths[-1] += wide
        else:
            pieces.append(piece)
            widths.append(wide)
    return pieces, widths
