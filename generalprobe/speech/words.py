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
    total = _apart(sum(map(_KNOWN.__getitem__, text.split())))
    last = [_KNOWN[word] for line in text.split("\n") for word in line.rsplit(maxsplit=1)[-1:]]
    found = _apart(sum(last))
    ends = total.ends - found.ends + len(last)  # A line ends a sentence, whatever stands there.
    return total._replace(ends=ends, pauses=total.pauses - found.pauses)


_PLACES = range(0, 32 * len(Counts._fields), 32)
"""Where each count begins in one number of all of them: so they are added up at once, in half the time."""


def _together(counted: Counts) -> int:
    return sum(count << place for count, place in zip(counted, _PLACES, strict=True))


def _apart(number: int) -> Counts:
    return Counts(*((number >> place) & 0xFFFF_FFFF for place in _PLACES))


class _Known(dict[str, int]):
    """By word, also of those that nobody has asked for."""

    def __missing__(self, written: str) -> int:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[written] = found = _together(Counts(*_said(written), *_languages(written)))
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
