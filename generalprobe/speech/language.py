"""Whether a text is English: its time cannot be told by German syllables."""

from __future__ import annotations

import re
from functools import lru_cache

from generalprobe.speech.tables import load_table
from generalprobe.speech.text import plain_text

_TABLE = load_table("english")
_ENGLISH, _GERMAN = frozenset(_TABLE["english"]), frozenset(_TABLE["german"])
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=65_536)
def is_english(markdown: str) -> bool:
    """Tell it by the small words; of a text of a few words nothing is said."""
    counted = list(map(_count, plain_text(markdown).split()))
    words, english, german = (sum(column) for column in zip(*counted, strict=True)) if counted else (0, 0, 0)
    is_long = words >= _TABLE["least_words"]
    return is_long and english >= _TABLE["least_share"] * words and english > 2 * german


@lru_cache(maxsize=32_768)
def _count(written: str) -> tuple[int, int, int]:
    """How many words stand in what has no blank, and how many of them are English, and German."""
    words = [word.lower() for word in _WORD.findall(written)]
    return len(words), sum(word in _ENGLISH for word in words), sum(word in _GERMAN for word in words)
