"""Texts of other programs' Markdown as values of ours: without what they add to it, and without quotation marks."""

from __future__ import annotations

import re
from html import unescape

from generalprobe.format.duration import Duration
from generalprobe.importing.plain_text import plain, printable
from generalprobe.importing.unreadable import Unreadable
from generalprobe.reading.encodings import decode

_NO_TEXT = "Das ist weder eine Präsentation (.pptx) noch ein Text."
_LONGEST_TITLE = 1_000
"""Characters."""
_LONGEST_S = 99 * 60 + 59
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][\w.-]*(?:\s[^<>]*)?/?>")
_ICON = re.compile(r":(?:material|fontawesome|octicons|simple)-[\w-]+:\s*")
_ATTRIBUTES = re.compile(r"\{\s*[.#:][^{}]*\}")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\s]{0,500})(?:\s[^()]{0,300})?\)")
_MARKED = re.compile(r"==(?=[^\s=])([^=]{0,300}[^\s=])==")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()]{0,800}\)")
_OUTSIDE = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_CODE = re.compile(r"(`+[^`]+`+)")
_OPEN, _CLOSE = "„“\"«»‚‘'", "“”\"»«‘’'"
_CLOCK = re.compile(r"(?:(?P<h>[0-9]{1,2}):)?(?P<m>[0-9]{1,2}):(?P<s>[0-5][0-9])")
_UNITS = re.compile(
    r"(?P<number>[0-9]{1,3}(?:[.,][0-9]{1,2})?|½)\s*(?P<unit>m(?:in(?:ute)?n?\.?)?|s(?:ek(?:unde)?n?|ec)?\.?)(?![\w])",
    re.IGNORECASE,
)
_ONLY_TIME = re.compile(
    r"[\s*_(\[>⏱⏰🕐⌛⏳\ufe0f]*(?:ca\.?\s*|~\s*)?(?:[0-9]{1,2}:[0-5][0-9]|[0-9]{1,3}(?:[.,][0-9])?(?=\s*[a-z]))"
    r"\s*(?:m(?:in(?:ute)?n?\.?)?|s(?:ek(?:unde)?n?|ec)?\.?)?[\s*_)\]]*",
    re.IGNORECASE,
)
_HALF = {"½": "0.5"}


def text_of(data: bytes) -> str:
    """What a file of text says, in whatever encoding, its lines ended alike and without signs that nobody sees.

    Raises Unreadable where it holds no text.
    """
    text = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", decode(data).text).lstrip("\ufeff")
    seen = printable(text)
    if len(text) - len(seen) + seen.count("\ufffd") > len(text) / 100:
        raise Unreadable(_NO_TEXT)
    return seen.replace("\t", "    ")


def inline(text: str, lost: list[str]) -> str:
    """A text in one line as inline Markdown of ours; what is left out is added to `lost`."""
    parts = _CODE.split(" ".join(BREAK.sub(" ", text).split()))
    return "".join(part if at % 2 else _inline(part, lost) for at, part in enumerate(parts)).strip()


def _inline(text: str, lost: list[str]) -> str:
    if "<" in text and _TAG.search(text):
        lost.append("html")
        text = _TAG.sub("", text)
    if "](" in text:
        text = _IMAGE.sub(lambda match: _lose(match[1], "picture-inline", lost), text)
        text = _LINK.sub(lambda match: _link(match, lost), text)
    text = _MARKED.sub(r"**\1**", text) if "==" in text else text
    return _unescaped(_ATTRIBUTES.sub("", _ICON.sub("", _FOOTNOTE.sub("", text))))


def _unescaped(text: str) -> str:
    """Signs for their names; none of them ends the line."""
    return re.sub(r"[ \t]*[\n\r\v\f\x85\u2028\u2029][ \t]*", " ", unescape(text)) if "&" in text else text


def _link(match: re.Match[str], lost: list[str]) -> str:
    return match[0] if _OUTSIDE.match(match[2]) else _lose(match[1], "link", lost)


def _lose(kept: str, name: str, lost: list[str]) -> str:
    lost.append(name)
    return kept


def title(text: str, lost: list[str]) -> str:
    """A text in one line without any marks."""
    return plain(inline(text[:_LONGEST_TITLE], lost)).strip()


def unquoted(text: str) -> str:
    """A text without the quotation marks around all of it, or around each of its paragraphs."""
    text = text.strip()
    if _is_quoted(text):
        return text[1:-1].strip()
    paragraphs = re.split(r"\n\s*\n", text)
    if len(paragraphs) > 1 and all(_is_quoted(each.strip()) for each in paragraphs):
        return "\n\n".join(each.strip()[1:-1].strip() for each in paragraphs)
    return text


def _is_quoted(text: str) -> bool:
    """Whether the mark at the beginning belongs to the one at the end, and to none between."""
    if len(text) < 3 or text[0] not in _OPEN or text[-1] not in _CLOSE:
        return False
    inner = text[1:-1]
    if text[0] in "\"'":
        return text[0] == text[-1] and text[0] not in inner
    opens, closes = (0 if text[0] == "‚" else inner.count(text[0])), sum(map(inner.count, '“”"'))
    first = inner.find(text[0])
    return opens == 0 or (closes >= opens and not any(sign in '“”"' for sign in inner[:first]))


def time_in(text: str) -> Duration | None:
    """A time in whatever words: `1:10 min`, `90 Sekunden`, `1,5 Minuten`; of a range its end."""
    text = re.sub(r"\([^)]*\)", "", text) or text
    clock = list(_CLOCK.finditer(text))
    if clock:
        hours, minutes, seconds = (int(clock[-1 if _is_range(text) else 0][name] or 0) for name in "hms")
        total: float = hours * 3600 + minutes * 60 + seconds
    else:
        found = list(_UNITS.finditer(text))
        found = found[-1:] if _is_range(text) else found
        total = sum(_seconds(match["number"], match["unit"]) for match in found)
        if not found:
            return None
    return Duration(min(_LONGEST_S, round(total)))


def only_time(line: str) -> Duration | None:
    """The time that a line consists of, with or without brackets and signs around it; None for any other line."""
    return time_in(line.strip("()[] ")) if _ONLY_TIME.fullmatch(line) else None


def _is_range(text: str) -> bool:
    return re.search(r"[0-9]\s*(?:[–—-]|bis)\s*[0-9]", text) is not None


def _seconds(number: str, unit: str) -> float:
    amount = float(_HALF.get(number, number).replace(",", "."))
    return amount * (60 if unit.lower().startswith("m") else 1)


def listed(text: str) -> tuple[str, ...]:
    """What a text lists: parts between semicolons, else between commas; half sentences stay with what they explain."""
    parts = [part.strip() for part in text.split(";")] if ";" in text else _between_commas(text)
    return tuple(part for part in parts if part)


def _between_commas(text: str) -> list[str]:
    parts: list[str] = []
    for part in re.split(r",\s+(?![^(„]*[)“\"])", text):
        if parts and _CONTINUES.match(part):
            parts[-1] += f", {part}"
        else:
            parts.append(part.strip())
    return parts


_CONTINUES = re.compile(
    r"(?:d(?:er|ie|as|en|em|ass)|weil|wenn|und|aber|sondern|ohne|damit|so|bei|welche\w*|um|ob|wie|wo|was|statt|etwa|also|"
    r"zum|zumal|obwohl|nicht|denn|falls|jedoch|doch|z\.)(?!\w)"
)
