"""How long German text takes to say aloud: ``estimate("Guten Tag zusammen.").seconds`` is about 1.8.

Markdown → plain text (`text`) → words as they are said (`reading`, `figures`, `numerals`) → syllables and pauses
(`syllables`, `sentences`) → `Seconds` and their range (`estimate`). What is no rule stands in `tables/*.json`.
"""

from generalprobe.speech.estimate import Estimate, Part, estimate, personal_rate, range_factor, reading
from generalprobe.speech.language import is_english
from generalprobe.speech.seconds import Seconds
from generalprobe.speech.text import pauses_s

__all__ = [
    "Estimate",
    "Part",
    "Seconds",
    "estimate",
    "is_english",
    "pauses_s",
    "personal_rate",
    "range_factor",
    "reading",
]
