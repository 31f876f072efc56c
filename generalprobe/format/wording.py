"""Words in messages: the nearest known one, a short form, a form fit for an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def slugify(text: str) -> str:
    """The nearest slug to a text: umlauts written out, everything else but letters and digits becomes hyphens."""
    text = unicodedata.normalize("NFC", text).lower()
    for umlaut, letters in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        text = text.replace(umlaut, letters)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def meant(word: str, known: Iterable[str]) -> str:
    """Ask "Meintest du …?" where one of the known words is near; else empty."""
    near = get_close_matches(word[:60], list(known), n=1, cutoff=0.6)
    return f"Meintest du `{near[0]}`?" if near else ""


def shorten(text: str, most: int = 40) -> str:
    """Cut a text to at most so many characters, on one line."""
    text = " ".join(text[: most * 2].split())
    return text if len(text) <= most else text[: most - 1] + "…"
