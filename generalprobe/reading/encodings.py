"""Bytes of a file → its text, also where it was not saved in UTF-8, and what that is called."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field

_STRAY = re.compile("[\udc80-\udcff]+")
"""Bytes that are no UTF-8, as `surrogateescape` keeps them."""
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_NAMES = {
    "cp1252": "Western (Windows 1252)",
    "mac-roman": "Western (Mac Roman)",
    "cp850": "Western European DOS (CP 850)",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
}
"""What editors call the encodings; those of one byte a character come first."""
_LETTERS = frozenset("äöüÄÖÜßé")
_SIGNS = frozenset("„“”‚‘’–—…€§°")


@dataclass(frozen=True)
class Decoded:
    """The text of a file. `encoding` is the name of the one it was saved in, empty for UTF-8."""

    text: str
    encoding: str = ""
    strays: list[tuple[int, int]] = field(default_factory=list)
    """Where, in a text of UTF-8, stands what is another encoding's: start and end, in characters."""


def decode(data: bytes) -> Decoded:
    """Read bytes as UTF-8, else as whatever makes the most German letters of them."""
    wide = _wide(data)
    with suppress(UnicodeDecodeError):
        if not wide:
            return Decoded(data.decode("utf-8-sig"))
    text = data.decode("utf-8-sig", errors="surrogateescape")
    if wide or not any(letter > "\x7f" for letter in _STRAY.sub("", text)):
        code = wide or _likeliest(data)
        return Decoded(data.decode(code, errors="replace").removeprefix("\ufeff"), _NAMES[code])
    return _mixed(text)


def _wide(data: bytes) -> str:
    """The encoding of two bytes a character that a text is in: by its mark, or as every other byte is 0."""
    if b"\0" not in data:
        return _MARKS.get(data[:2], "")
    even, odd = data[0::2].count(0), data[1::2].count(0)
    guess = ("utf-16-le" if odd > even else "utf-16-be") if max(even, odd) > len(data) / 4 else ""
    return _MARKS.get(data[:2], guess)


def _likeliest(data: bytes) -> str:
    narrow = [code for code in _NAMES if not code.startswith("utf")]
    return max(narrow, key=lambda code: _german(data.decode(code, errors="replace")))


def _german(text: str) -> int:
    return sum(2 * (letter in _LETTERS) + (letter in _SIGNS) for letter in text if letter > "\x7f")


def _mixed(text: str) -> Decoded:
    """Read the bytes that are no UTF-8 as those of Windows; each is one character, before and after."""
    strays = [match.span() for match in _STRAY.finditer(text)]
    return Decoded(_STRAY.sub(_of_windows, text), strays=strays)


def _of_windows(stray: re.Match[str]) -> str:
    return stray[0].encode("utf-8", errors="surrogateescape").decode("cp1252", errors="replace")
