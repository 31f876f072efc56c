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
    words = [word.lower() for word in _WORD.findall(plain_text(markdown))]
    english = sum(word in _ENGLISH for word in words)
    german = sum(word in _GERMAN for word in words)
    is_long = len(words) >= _TABLE["least_words"]
    return is_long and english >= _TABLE["least_share"] * len(words) and english > 2 * german
