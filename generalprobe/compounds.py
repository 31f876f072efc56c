"""Splits German compounds against the words of the texts that they stand in: „Netzausfälle“ are „Ausfälle“. Pure.

No dictionary: a part that nobody writes alone is nothing that anybody would look for here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

SHORTEST = 7
"""Letters that a compound has at least."""

_SHORTEST_NOUN = 3
_SHORTEST_OTHER = 4
_ENDING = re.compile(r"(?<=\w\w\w)(?:ern|ens|em|en|er|es|e)$|(?<=\w\w\w\w)[ns]$")
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})
_PREFIXES = """
all alle aller auf aus bei dank der die drei eine einer fort haupt hinter ihr mehr mit nach nicht ober sein selbst
uber unter viel vier vor wieder zwei zwischen
"""
_NEVER_FIRST = frozenset(_PREFIXES.split())
"""What begins words without being what anybody would look for; without umlauts."""
_SUFFIXES = """
barkeit eil end ende enden ent heit innen keit last lich ling lose mal nat nis rung sinn tab tion ungen weise weisen
"""
_NEVER_LAST = frozenset(_SUFFIXES.split())
"""Endings that are words by chance."""


def stem(word: str) -> str:
    """A word in small letters without its ending and its umlauts: what its forms have in common, nearly always."""
    return _ENDING.sub("", word.lower().translate(_UMLAUTS))


def joints(words: Mapping[str, int]) -> dict[str, tuple[int, ...]]:
    """Where the parts of compounds begin, the first one left out: {"Netzausfälle": (4,)}.

    Args:
        words: As they are written, with how often: a noun has a capital more often than not.
    """
    known = _Known(words)
    found = ((word, known.joints(word)) for word in words if len(word) >= SHORTEST and word[0].isupper())
    return {word: each for word, each in found if each}


class _Known:
    def __init__(self, words: Mapping[str, int]) -> None:
        capitals: Counter[str] = Counter()
        for word, count in words.items():
            capitals[word.lower()] += count if word[0].isupper() else -count
        self._nouns = {stem(word) for word, more in capitals.items() if more > 0 and len(word) >= _SHORTEST_NOUN}
        self._others = {stem(word) for word, more in capitals.items() if more <= 0 and len(word) >= _SHORTEST_OTHER}

    def joints(self, word: str) -> tuple[int, ...]:
        return self._split(word.lower(), 0)

    def _split(self, word: str, start: int) -> tuple[int, ...]:
        """The fewest parts; of as many, those whose last one is longest."""
        within = range(start + _SHORTEST_NOUN, len(word) - _SHORTEST_NOUN + 1)
        after_a_word = [at for at in within if self._begins(word[start:at])]
        for at in after_a_word:
            if self._ends(word[at:]):
                return (at,)
        for at in after_a_word:
            if rest := self._split(word, at):
                return (at, *rest)
        return ()

    def _begins(self, part: str) -> bool:
        return any(self._is_first(part.removesuffix(link)) for link in _LINKS if part.endswith(link))

    def _is_first(self, part: str) -> bool:
        each = stem(part)
        if each in _NEVER_FIRST or len(part) < _SHORTEST_NOUN:
            return False
        return each in self._nouns or (len(part) >= _SHORTEST_OTHER and each in self._others)

    def _ends(self, part: str) -> bool:
        return part not in _NEVER_LAST and stem(part) in self._nouns
