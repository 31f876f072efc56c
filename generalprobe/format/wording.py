"""Words in messages: the nearest known one, a short form, a form fit for an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

INVISIBLE = "\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff"
"""Characters that look like a blank or like nothing, as a part of a class of characters in a regular expression."""
_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING = re.compile(f"[{INVISIBLE}]")


def without_invisible(text: str) -> str:
    """A text with ordinary blanks for those that look like one, and without what looks like nothing."""
    return _NOTHING.sub("", _BLANK.sub(" ", text))


def composed(text: str) -> str:
    """A text in which an umlaut is one character, as people type it; Macs and ZIP files make two of it."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def slugify(text: str) -> str:
    """The nearest slug to a text: umlauts written out, everything else but letters and digits becomes hyphens."""
    text = composed(text).lower()
    for umlaut, letters in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        text = text.replace(umlaut, letters)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def meant(word: str, known: Iterable[str]) -> str:
    """Ask "Meintest du …?" where one of the known words is near; else empty."""
    words = list(known)
    clean = composed(without_invisible(word)).strip()
    if clean != word and clean in words:
        return f"Darin steckt ein unsichtbares Zeichen. Neu tippen: `{clean}`."
    near = get_close_matches(word[:60].strip(), words, n=1, cutoff=0.6) or _but_for_case(word.strip(), words)
    return f"Meintest du `{near[0]}`?" if near else ""


def _but_for_case(word: str, words: Iterable[str]) -> list[str]:
    return [known for known in words if known.casefold() == word.casefold()]


def shorten(text: str, most: int = 40) -> str:
    """Cut a text to at most so many characters, on one line."""
    text = " ".join(text[: most * 2].split())
    return text if len(text) <= most else text[: most - 1] + "…"


def file_size(count: int) -> str:
    """Say how large a file of so many bytes is, in thousands or millions."""
    if count < 999_500:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")
