"""Words in messages: the nearest known one, a short form, a form fit for an address, the system's reasons in German."""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

INVISIBLE = "\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff"
"""Characters that look like a blank or like nothing, as a part of a class of characters in a regular expression."""
_REASONS = {
    errno.EACCES: "keine Berechtigung, oder ein anderes Programm hält sie fest",
    errno.EPERM: "keine Berechtigung",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
    errno.ENOSPC: "der Datenträger ist voll",
    errno.ENOENT: "es gibt sie oder ihren Ordner nicht",
    errno.EEXIST: "dort liegt schon etwas",
    errno.EISDIR: "dort liegt ein Ordner",
    errno.ENOTDIR: "auf dem Weg dorthin liegt eine Datei",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.EINVAL: "der Name enthält Zeichen, die hier nicht gehen",
    errno.ELOOP: "die Verknüpfung führt im Kreis",
    errno.EIO: "der Datenträger meldet einen Fehler",
    errno.EMFILE: "es sind zu viele Dateien geöffnet",
}
_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING = re.compile(f"[{INVISIBLE}]")


def without_invisible(text: str) -> str:
    """A text with ordinary blanks for those that look like one, and without what looks like nothing."""
    return _NOTHING.sub("", _BLANK.sub(" ", text))


def composed(text: str) -> str:
    """A text in which an umlaut is one character, as people type it; Macs and ZIP files make two of it."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """The nearest slug to a text: umlauts written out, everything else but letters and digits becomes hyphens."""
    text = composed(text).lower()
    for umlaut, letters in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        text = text.replace(umlaut, letters)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def meant(word: str, known: Iterable[str]) -> str:
    """Ask "Meintest du …?" where one of the known words is near; else empty."""
    words = tuple(known)
    clean = composed(without_invisible(word)).strip()
    if clean != word and clean in words:
        return f"Darin steckt ein unsichtbares Zeichen. Neu tippen: `{clean}`."
    near = _nearest(word[:60].strip(), words) or _but_for_case(word.strip(), words)
    return f"Meintest du `{near[0]}`?" if near else ""


@lru_cache(maxsize=256)
def _nearest(word: str, words: tuple[str, ...]) -> list[str]:
    """Kept, for a preview asks of each dead link with every save, and to compare all addresses takes a while."""
    return get_close_matches(word, words, n=1, cutoff=0.6)


def _but_for_case(word: str, words: Iterable[str]) -> list[str]:
    return [known for known in words if known.casefold() == word.casefold()]


def shorten(text: str, most: int = 40) -> str:
    """Cut a text to at most so many characters, on one line."""
    text = " ".join(text[: most * 2].split())
    return text if len(text) <= most else text[: most - 1] + "…"


def reason_of(error: OSError) -> str:
    """Why the operating system refused, in German: it says so in the language of the machine."""
    if error.errno is None:
        return error.strerror or str(error)
    return _REASONS.get(error.errno, f"Fehler {error.errno} des Betriebssystems")


def file_size(count: int) -> str:
    """Say how large a file of so many bytes is, in thousands or millions."""
    if count < 999_500:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")
