"""The widths of characters, as bench/widths.py has measured them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

Face = Literal["sans", "bold", "serif", "italic", "code"]

_USUAL, _WIDE = 0.75, 1.1
"""How wide a character is that the table does not have; the second those of East Asia and pictures."""


def width(text: str, face: Face) -> float:
    """How wide a text is in one line, in parts of the size of its type."""
    table = _widths()
    if face == "code":
        return float(table["code"][""]) * len(text)
    known = table[face]
    return sum(known.get(sign, _USUAL if sign < "\u2e80" else _WIDE) for sign in text)


@cache
def read_table() -> dict[str, Any]:
    """Read the table as it is written: widths in thousandths, each with its characters."""
    table: dict[str, Any] = json.loads((Path(__file__).parent / "tables" / "widths.json").read_text(encoding="utf-8"))
    return table


@cache
def _widths() -> dict[str, dict[str, float]]:
    table = read_table()
    faces = ("sans", "bold", "serif", "italic")
    widths = {face: {sign: int(wide) / 1000 for wide, signs in table[face].items() for sign in signs} for face in faces}
    return widths | {"code": {"": table["code"] / 1000}}
