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
    words = _WORD.findall(plain_text(markdown).lower())
    english = sum(map(_ENGLISH.__contains__, words))
    if len(words) < _TABLE["least_words"] or english < _TABLE["least_share"] * len(words):
        return False
    return english > 2 * sum(map(_GERMAN.__contains__, words))
