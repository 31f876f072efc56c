"""What is counted of each word as it is written, with the mark behind it: the same words stand in most texts.

Most words are said as they are written. A text with others, figures, abbreviations, quotation marks, is left to
`reading`, which says the same of ordinary words and takes several times as long.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from generalprobe.speech.reading import SHORTENED
from generalprobe.speech.sentences import pause
from generalprobe.speech.syllables import syllables
from generalprobe.speech.tables import load_table

MOST_KNOWN = 65_536

_ORDINARY = re.compile(r"((?:[A-Za-zÄÖÜäöüß]+-)*)([A-Za-zÄÖÜäöüß]+)-?([.,;:!?]?)")
"""Words with hyphens, also such as wait for a second half: „Ein- und Ausgang“."""
_ROMAN = re.compile(r"(?:[\w-]*-)?[IVX]+\b")
_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGES = load_table("english")
_ENGLISH, _GERMAN = frozenset(_LANGUAGES["english"]), frozenset(_LANGUAGES["german"])


class Counts(NamedTuple):
    """What is counted of words, or of a text of words."""

    syllables: int
    """Of those that are said as they are written."""
    ends: int
    """Pauses at the ends of sentences."""
    pauses: int
    """Other pauses."""
    unlike: int
    """Those that are not said as they are written: with figures, shortened, in quotation marks."""
    words: int
    """What the small words of a language are counted among."""
    english: int
    german: int


@lru_cache(maxsize=64)
def counts(text: str) -> Counts:
    """Count the words of a text, its lines as `plain_text` makes them; remembered: estimate and language both ask."""
    total = Counts(*map(sum, zip(_NOTHING, *map(_KNOWN.__getitem__, text.split()), strict=True)))
    last = [_KNOWN[word] for line in text.split("\n") for word in line.rsplit(maxsplit=1)[-1:]]
    ends = total.ends + sum(1 - word.ends for word in last)  # A line ends a sentence, whatever stands there.
    return total._replace(ends=ends, pauses=total.pauses - sum(word.pauses for word in last))


_NOTHING = Counts(0, 0, 0, 0, 0, 0, 0)


class _Known(dict[str, Counts]):
    """By word, also of those that nobody has asked for."""

    def __missing__(self, written: str) -> Counts:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[written] = found = Counts(*_said(written), *_languages(written))
        return found


_KNOWN = _Known()


def _said(written: str) -> tuple[int, int, int, int]:
    match = _ORDINARY.fullmatch(written)
    if not match or _ROMAN.match(written) or (match[3] == "." and match[2].lower() in SHORTENED):
        return 0, 0, 0, 1
    spoken = sum(map(syllables, filter(None, (*match[1].split("-"), match[2]))))
    made = pause(match[3])
    return spoken, int(made == "sentence"), int(made == "phrase"), 0


def _languages(written: str) -> tuple[int, int, int]:
    words = [word.lower() for word in _WORD.findall(written)]
    return len(words), sum(word in _ENGLISH for word in words), sum(word in _GERMAN for word in words)
