"""Text in the quotation marks that keep it, for cures that can be followed to the letter."""

from __future__ import annotations

import re

MOST_SHOWN = 300
"""Characters; of longer texts a cure says only what to put around them."""

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_DRIVE = re.compile(r"(?<![A-Za-z])[A-Za-z]:\\")
_HALF_A_SHARE = re.compile(r"(?:^|\s)\\\\\w[^\s\\]*\\(?!x0[9AD]|uFEFF)")  # but what writers write by number
_NEVER_MEANT = frozenset("abefvNLP_")
_SELDOM_MEANT = frozenset("nrt")


def quoted(text: str) -> str:
    """Write a text of one line so that YAML reads it back as it stands: single marks where `\\` or `"` is in it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def quote_it(text: str) -> str:
    """Say how to put a text in quotation marks, with the result where it is short enough to be shown."""
    text = " ".join(text.split())
    if len(text) > MOST_SHOWN:
        marks = quoted(text)[0]
        twice = ", jedes `'` darin verdoppeln" if marks == "'" and "'" in text else ""
        return f"Den ganzen Text in Anführungszeichen setzen: vorn und hinten `{marks}`{twice}."
    return f"Den ganzen Text in Anführungszeichen setzen: `{quoted(text)}`."


def retyped(line: str) -> str:
    """Say to type a line anew, as it is to be, where it is short enough to be shown."""
    text = line.strip()
    if len(text) > MOST_SHOWN:
        return "Die Stelle löschen und neu tippen."
    return f"Die Zeile neu tippen, mit gewöhnlichen Zeichen: `{text}`."


def misreads(inside: str) -> bool:
    """Whether what stands between double quotation marks is read differently from how it looks.

    Meant are `\\\\`, `\\"`, characters by number, and a line end before a new sentence or entry; a path is not.
    """
    if _HALF_A_SHARE.search(inside):
        return True
    is_path = _DRIVE.search(inside) is not None
    for escape in _ESCAPE.finditer(inside):
        letter, after = escape[1], inside[escape.end() : escape.end() + 1]
        if letter in _NEVER_MEANT or (letter in _SELDOM_MEANT and (is_path or after.islower())):
            return not _is_doubled(inside)
    return False


def as_meant(inside: str) -> str:
    """What stands between double quotation marks as it looks: each backslash is one, each `\\"` a mark."""
    if _is_doubled(inside):  # all but the two at the beginning of a share
        return re.sub(r"(^|\s)\\(?=\w)", r"\1\\\\", inside.replace("\\\\", "\\"))
    return re.sub(r'\\(?=")', "", inside)


def _is_doubled(inside: str) -> bool:
    return all(len(run) % 2 == 0 for run in re.findall(r"\\+", inside))
