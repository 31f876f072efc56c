"""Texts of ordinary words, which are said as they are written: each word with the mark behind it is looked at once.

Many texts are of this kind. What takes more to say, figures, abbreviations, quotation marks, is left to `reading`,
which says the same of ordinary words and takes several times as long.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generalprobe.speech.reading import SHORTENED
from generalprobe.speech.sentences import pause
from generalprobe.speech.syllables import syllables

_ORDINARY = re.compile(r"((?:[A-Za-zÄÖÜäöüß]+-)*)([A-Za-zÄÖÜäöüß]+)([.,;:!?]?)")
_ROMAN = re.compile(r"(?:[\w-]*-)?[IVX]+\b")

Spoken = tuple[int, int, int]
"""Syllables, pauses at the ends of sentences, and other pauses."""


def count_plain(text: str) -> Spoken | None:
    """Count what is said of a text, its lines as `plain_text` makes them; None if it has other than such words."""
    spoken, ends, pauses = 0, 0, 0
    for line in text.split("\n"):
        words = list(map(_count, line.split()))
        if None in words:
            return None
        for each in words:
            spoken, ends, pauses = spoken + each[0], ends + each[1], pauses + each[2]  # type: ignore[index]
        if words:  # a line ends a sentence, whatever stands there
            ends, pauses = ends + 1 - words[-1][1], pauses - words[-1][2]  # type: ignore[index]
    return spoken, ends, pauses


@lru_cache(maxsize=32768)
def _count(written: str) -> Spoken | None:
    match = _ORDINARY.fullmatch(written)
    if not match or _ROMAN.match(written) or (match[3] == "." and match[2].lower() in SHORTENED):
        return None
    spoken = sum(map(syllables, filter(None, (*match[1].split("-"), match[2]))))
    made = pause(match[3])
    return spoken, int(made == "sentence"), int(made == "phrase")
