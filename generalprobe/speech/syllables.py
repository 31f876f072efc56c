"""How many syllables a word has when it is said aloud: ``Mailserver`` 3, ``DNS`` 3, ``WLANs`` 2, ``Updates`` 2."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generalprobe.speech.tables import load_table

_ACRONYMS = load_table("acronyms")
_LETTERS: dict[str, int] = _ACRONYMS["letters"]
_SAID: dict[str, int] = _ACRONYMS["said"]
_MIXED: dict[str, int] = _ACRONYMS["mixed"]


def _counted(lists: dict[str, list[str]]) -> dict[str, int]:
    return {
        word.replace("'", ""): int(count) for count, lines in lists.items() for line in lines for word in line.split()
    }


_TABLE = load_table("words")
_WORDS = _counted(_TABLE["words"])
_PARTS = _counted(_TABLE["parts"])
_PART = re.compile("|".join(sorted(_PARTS, key=lambda part: (-len(part), part))))

_CAMEL = re.compile(r"[A-ZÄÖÜ]{2,}s?(?![a-zäöüß])|[A-ZÄÖÜ]?[a-zäöüß]+|.")
# A u after q, a y that begins a word and an i between consonant and vowel (Situation, not Dialog) are consonants.
_CONSONANTS = (
    (re.compile("qu"), "q"),
    (re.compile("^y(?=[aeou])"), "j"),
    (re.compile("(?<=[aeiouyäöü])([^aeiouyäöü ]+)i(?=[aouäö])"), r"\1j"),
)
_NUCLEUS = re.compile("aa|ee|oo|ie|[ae][iyu]|äu|o[iyu]|[aeiouyäöü]")
_SILENT_ED = re.compile("(?<=[aeiouyäöü])([^aeiouyäöütd]+)ed$")
_VOWEL = re.compile("[aeiouyäöü]", re.IGNORECASE)
_UNSAYABLE = re.compile("[^aeiouyäöü]{4}", re.IGNORECASE)
_SAYABLE_FROM = 5


@lru_cache(maxsize=32768)
def syllables(word: str) -> int:
    """Count the syllables of one word (letters and apostrophes only); every word has at least one."""
    word = _plain_letters(word)
    if word in _MIXED:
        return _MIXED[word]
    pieces = [word] if word.lower() in _WORDS and not word.isupper() else _CAMEL.findall(word)
    return max(1, sum(_of_piece(piece) for piece in pieces))


def spell(letters: str) -> int:
    """Count the syllables of the names of these letters."""
    return sum(_LETTERS.get(letter, 1) for letter in letters.upper())


def _plain_letters(word: str) -> str:
    if word.isascii():
        return word.replace("'", "")
    composed = unicodedata.normalize("NFC", word).replace("’", "").replace("'", "")
    return "".join(letter if letter in "äöüÄÖÜß" else unicodedata.normalize("NFD", letter)[0] for letter in composed)


def _of_piece(piece: str) -> int:
    if len(piece) == 1:
        return spell(piece)
    acronym = piece.removesuffix("s")
    if len(acronym) > 1 and acronym.isupper():
        return _of_acronym(acronym)
    lower = piece.lower()
    if lower in _WORDS:
        return _WORDS[lower]
    return _by_rules(lower) if _VOWEL.search(lower) else spell(lower)


def _of_acronym(acronym: str) -> int:
    if acronym in _SAID:
        return _SAID[acronym]
    said = len(acronym) >= _SAYABLE_FROM and _VOWEL.search(acronym) and not _UNSAYABLE.search(acronym)
    return _by_rules(acronym.lower()) if said else spell(acronym)


def _by_rules(word: str) -> int:
    known = sum(_PARTS[part] for part in _PART.findall(word))
    rest = _SILENT_ED.sub(r"\1d", _PART.sub(" ", word))
    for pattern, consonant in _CONSONANTS:
        rest = pattern.sub(consonant, rest)
    return known + len(_NUCLEUS.findall(rest))
