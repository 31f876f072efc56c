"""Where a sentence ends: abbreviations have dots too, and the boundary between two words is one pause at most."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from generalprobe.speech.tables import load_table

_STARTERS = frozenset(load_table("abbreviations")["starters"])
_NEXT_WORD = re.compile(r"[^\w\n]*(\w+)")
# What stands between two words, with the space before it where it is more than a space.
_GAP = re.compile(r"(?: [^\w\s]|[^\w\s]|\n)\W*")
_CLOSES = re.compile(r"[.!?\n]")
_DIVIDES = re.compile(r"[,;:…—()/]|\s[-–](?:\s|$)")

Pause = Literal["sentence", "phrase", ""]


def starts_sentence(text: str, position: int) -> bool:
    """Whether the text begins a new sentence at this position, after a dot that may as well belong to a number."""
    word = _NEXT_WORD.match(text, position)
    return word is not None and word[1] in _STARTERS


def gaps(spoken: str) -> list[str]:
    """What stands in each gap between the words that is more than a space; the end of the text is one."""
    first = re.search(r"\w", spoken)
    return _GAP.findall(spoken + "\n", first.start()) if first else []


@lru_cache(maxsize=4096)
def pause(gap: str) -> Pause:
    """The one pause that is made in a gap: at the end of a sentence, within it, or none (quotation marks, hyphens)."""
    if _CLOSES.search(gap):
        return "sentence"
    return "phrase" if _DIVIDES.search(gap) else ""
