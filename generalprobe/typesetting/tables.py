"""The widths of characters, as bench/widths.py has measured them."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

Face = Literal["sans", "bold", "serif", "italic", "code"]

_USUAL, _WIDE = 0.75, 1.1
"""How wide a character is that the table does not have; the second those of East Asia and pictures."""


@lru_cache(maxsize=65_536)
def width(text: str, face: Face) -> float:
    """How wide a text is in one line, in parts of the size of its type."""
    if face == "code":
        return float(read_table()["code"]) / 1000 * len(text)
    return sum(map(_widths(face).__getitem__, text))


class _Widths(dict[str, float]):
    """By character, also of those that the table does not have."""

    def __missing__(self, sign: str) -> float:
        return _USUAL if sign < "\u2e80" else _WIDE


@cache
def read_table() -> dict[str, Any]:
    """Read the table as it is written: widths in thousandths, each with its characters."""
    table: dict[str, Any] = json.loads((Path(__file__).parent / "tables" / "widths.json").read_text(encoding="utf-8"))
    return table


@cache
def _widths(face: Face) -> _Widths:
    return _Widths({sign: int(wide) / 1000 for wide, signs in read_table()[face].items() for sign in signs})
