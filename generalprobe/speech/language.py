"""Whether a text is English: its time cannot be told by German syllables."""

from __future__ import annotations

from functools import lru_cache

from generalprobe.speech.tables import load_table
from generalprobe.speech.text import plain_text
from generalprobe.speech.words import counts

_TABLE = load_table("english")


@lru_cache(maxsize=65_536)
def is_english(markdown: str) -> bool:
    """Tell it by the small words; of a text of a few words nothing is said."""
    counted = counts(plain_text(markdown))
    is_long = counted.words >= _TABLE["least_words"]
    return is_long and counted.english >= _TABLE["least_share"] * counted.words and counted.english > 2 * counted.german
