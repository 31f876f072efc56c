"""Text from elsewhere: without signs that nobody sees, and as Markdown that shows the same: stars that somebody typed
stay stars. `docs/javascripts/workshop/escaping.mjs` does the same in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generalprobe.format.markdown import INLINE, said

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
)
_UNPRINTABLE = re.compile(f"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_NONCHARACTERS}]")
_BREAK = re.compile("[\0-\x1f\x7f-\x9f\\s\ufeff]+")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_AS_NUMBER = re.compile("_x([0-9A-Fa-f]{4})_")
_MARK = re.compile(r"[*_`\[\]<]")
_MOST_TURNS = 12
"""What has not come right by then has marks of several kinds within one another."""
_MOST_MARKS = 60
"""Where there are more, all stay as they stand, for looking at each would take long."""


def printable(text: str) -> str:
    """A text without signs that nobody sees; halves of characters become one that says so."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return _UNPRINTABLE.sub("", whole)


def in_one_line(text: str) -> str:
    """A text of Office in one line: it writes signs that XML does not allow as their numbers."""
    return printable(_BREAK.sub(" ", _AS_NUMBER.sub(lambda match: chr(int(match[1], 16)), text))).strip()


def as_written(text: str) -> str:
    """A text of Office line by line, with the blanks that stand in it; tabulators are four."""
    numbered = _AS_NUMBER.sub(lambda match: chr(int(match[1], 16)), text)
    return printable(_LINE_END.sub("\n", numbered).replace("\t", "    "))


def plain(text: str) -> str:
    """What inline Markdown shows."""
    tokens = INLINE.parseInline(text)[0].children or []
    return said(tokens)


def escaped(text: str, links: Sequence[tuple[int, int, str]] = ()) -> str:
    """A text in one line as inline Markdown: a backslash stands before marks that would act.

    Links are where they begin, where they end, and their addresses; they go where they cannot be written.
    """
    places: set[int] = set()
    is_known = len(_MARK.findall(text)) <= _MOST_MARKS
    for _ in range(_MOST_TURNS if is_known and (links or _MARK.search(text)) else 0):
        shown = plain(_written(text, places, links))
        lost = _lost_marks(text, shown, places)
        if not lost:
            break
        places.update(lost)
    if links and (not is_known or plain(_written(text, places, links)) != text):
        return escaped(text)
    return _written(text, places, links)


def _written(text: str, places: set[int], links: Sequence[tuple[int, int, str]]) -> str:
    """A text with its links, and with backslashes at places."""
    if not places and not links:
        return text
    signs = [f"\\{sign}" if at in places else sign for at, sign in enumerate(text)]
    for begin, end, address in links:
        signs[begin] = f"[{signs[begin]}"
        signs[end - 1] += f"]({address})"
    return "".join(signs)


def _lost_marks(text: str, shown: str, places: set[int]) -> list[int]:
    """The marks that are not shown; a backslash vanishes because of the mark behind it."""
    lost: list[int] = []
    at = 0
    for index, sign in enumerate(text):
        if shown[at : at + 1] == sign:
            at += 1
        else:
            lost += _mark_at(text, index, places)
        if lost and text[lost[-1]] in "[<":
            break  # With a link its address is gone, and what follows stands elsewhere.
    return lost


def _mark_at(text: str, index: int, places: set[int]) -> list[int]:
    """Of marks in a row the first that has no backslash yet."""
    while text[index : index + 1] == "\\":
        index += 1
    mark = text[index : index + 1]
    while mark and mark in "*_`" and index and text[index - 1] == mark and index - 1 not in places:
        index -= 1
    return [index] if mark and _MARK.match(mark) and index not in places else []
