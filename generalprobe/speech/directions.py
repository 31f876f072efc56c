"""Stage directions in notes: ``[Klick]`` and ``[Pause 2 s]`` are not said, the placeholder ``[Dein Name]`` is."""

from __future__ import annotations

import re

from generalprobe.speech.tables import load_table

_TABLE = load_table("directions")
_PLACEHOLDERS = tuple(_TABLE["placeholders"])
_UNITS: dict[str, int] = _TABLE["units"]
_DIRECTION = re.compile(rf"\b(?:{'|'.join(_TABLE['directions'])})")
_SILENCE = re.compile(rf"\b(?:{'|'.join(_TABLE['silences'])})\b")
_LENGTH = re.compile(rf"([0-9]+(?:,[0-9]+)?)\s*({'|'.join(_UNITS)})\b")
_WORD = re.compile(r"\w+")

BRACKETED = r"\[(?=[*_]*[^\W\d_])([^\[\]\n]|\n(?!\s*\n))+\]"
"""A regular expression for a text in square brackets within one paragraph."""
_CODE_OR_BRACKETED = re.compile(rf"(?<!`)`+[^`]+`+|(?<![\w\\\]!]){BRACKETED}(?![(\[])")


def is_direction(bracketed: str) -> bool:
    """Whether a text in square brackets says what to do, and not what stands there when the talk is held."""
    text = bracketed.lower()
    named = any(word.endswith(_PLACEHOLDERS) for word in _WORD.findall(text))
    return not named or _DIRECTION.search(text) is not None


def without_directions(markdown: str) -> str:
    """The text without its stage directions."""
    if "[" not in markdown:
        return markdown
    return _CODE_OR_BRACKETED.sub(lambda match: "" if _directs(match) else match[0], markdown)


def pauses_s(markdown: str) -> float:
    """How long all pauses take together that a text asks for, in seconds; all of it is said."""
    found = _CODE_OR_BRACKETED.finditer(markdown) if "[" in markdown else ()
    return sum(_length_s(match[0].lower()) for match in found if _directs(match))


def _directs(match: re.Match[str]) -> bool:
    return match[0].startswith("[") and is_direction(match[0])


def _length_s(direction: str) -> float:
    if not _SILENCE.search(direction):
        return 0
    return sum(float(number.replace(",", ".")) * _UNITS[unit] for number, unit in _LENGTH.findall(direction))
