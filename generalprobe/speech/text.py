"""Markdown as it stands in the data → what is left of it when read aloud, one line for each paragraph and item."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from generalprobe.speech import directions
from generalprobe.speech.tables import load_table

_ENTITIES: dict[str, str] = load_table("entities")["entities"]
_ENTITY = re.compile("&(?:#([0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:|[^\s<>@]{1,64}@)[^\s<>]+)>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"(`{3,})[^`]*|(~{3,}).*")
_HASH = re.compile(r"#+(?!\d)")
_SILENT_LINE = re.compile(r"|([-*_=])(?:\s*\1){2,}|\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_QUOTED = re.compile(r"^(?:>(?!=?\s*\d)\s*)+(?=\S)")
_ITEM = re.compile(r"^(?:[-*+•]|(\d{1,3})[.)])(?:\s+|$)")
_MONTH = re.compile(r"\d+\.\s+(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_TIMES = re.compile(r"(?<=\d) ?\* ?(?=\d)")
_STAR_BEFORE_DIGIT = re.compile(r"\* ?\d")
_UNDERSCORES = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
_STRUCK = re.compile("~~+")
_ESCAPED = re.compile(r"\\([!\"#$%&'()*+,./:;<=>?@\[\]^_`{|}~-])")


@lru_cache(maxsize=64)
def plain_text(markdown: str) -> str:
    """Drop the marks and join soft line breaks; every line of the result is a paragraph, a heading or a list item.

    Stage directions, fenced code and comments are dropped too: nobody says them.
    """
    markdown = markdown if markdown.isascii() else unicodedata.normalize("NFC", markdown)
    lines: list[str] = []
    fresh, in_list = True, False
    for line, part in _parts(_without_links(directions.without_directions(_without_comments(markdown))).splitlines()):
        is_bare = line[:1].isalpha()  # then it has no mark: looking for one takes most of the time
        if part != "said" or (not is_bare and _SILENT_LINE.fullmatch(line)):
            fresh, in_list = True, in_list and not line
            continue
        heading, item, text = (False, False, line) if is_bare else _unmarked(_QUOTED.sub("", line), fresh, in_list)
        if fresh or heading or item:
            lines.append(text)
        else:
            lines[-1] += " " + text
        fresh, in_list = heading, item or (in_list and not heading)
    return _without_marks("\n".join(lines))


def _unmarked(line: str, fresh: bool, in_list: bool) -> tuple[bool, bool, str]:
    """Whether a line is a heading, whether an item of a list, and what it says."""
    heading, item = _HEADING.fullmatch(line), _item(line, fresh, in_list)
    text = _ITEM.sub("", heading[1].rstrip("# "), count=1) if heading else line[item:]
    return heading is not None, item > 0, text


def pauses_s(markdown: str) -> float:
    """How long all pauses take together that a text asks for, in seconds; none counts that nobody reads."""
    if "[" in markdown and ("-->" in markdown or "```" in markdown or "~~~" in markdown):
        parts = _parts(_without_comments(markdown).splitlines())
        markdown = "\n".join(line for line, part in parts if part == "said")
    return directions.pauses_s(markdown)


def unsaid(markdown: str) -> list[tuple[str, str]]:
    """The first line of all that is not said, or said by mistake, and what it is: a comment, code or a heading."""
    if not any(sign in markdown for sign in ("#", "-->", "```", "~~~")):
        return []
    comments = _COMMENT.findall(markdown) if "-->" in markdown else ()
    found = [(comment.partition("\n")[0], "comment") for comment in comments]
    for line, part in _parts(_without_comments(markdown).splitlines()):
        if part == "fence":
            found.append((line, "code"))
        elif part == "said" and _HASH.match(line):
            found.append((line, "heading"))
    return found


def _parts(lines: Iterable[str]) -> Iterator[tuple[str, Literal["said", "fence", "code"]]]:
    """The lines, with the part that each is of; a fence that nothing closes goes to the end, as on the page."""
    fence = ""
    for line in map(str.strip, lines):
        if fence:
            fence = "" if line.startswith(fence) and not line.strip(fence[0]) else fence
            yield line, "code"
        elif line[:1] in ("`", "~") and (opening := _FENCE.fullmatch(line)):
            fence = opening[1] or opening[2]
            yield line, "fence"
        else:
            yield line, "said"


def _without_comments(markdown: str) -> str:
    return _COMMENT.sub("", markdown) if "-->" in markdown else markdown


def _item(line: str, fresh: bool, in_list: bool) -> int:
    """The width of a list marker; within a paragraph, a number that begins a line is one only in a list (or 1)."""
    marker = _ITEM.match(line)
    if not marker or _MONTH.match(line) or (marker[1] not in (None, "1") and not (fresh or in_list)):
        return 0
    return marker.end()


def _without_links(markdown: str) -> str:
    text = _ENTITY.sub(_entity, markdown) if "&" in markdown else markdown
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    return _AUTOLINK.sub(r"\1", text) if "<" in text else text


def _entity(match: re.Match[str]) -> str:
    code, name = match.groups()
    if name:
        return _ENTITIES.get(name, match[0])
    number = int(code[1:], 16) if code[0] in "xX" else int(code)
    is_sign = 0 < number < 0xD800 or 0xE000 <= number < 0x110000
    return chr(number) if is_sign else "\N{REPLACEMENT CHARACTER}"


def _without_marks(text: str) -> str:
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    if "*" in text and _STAR_BEFORE_DIGIT.search(text):
        text = _TIMES.sub("×", text)
    if "_" in text:
        text = _UNDERSCORES.sub("", text)
    if "~~" in text:
        text = _STRUCK.sub("", text)
    return text.replace("*", "").replace("`", "")
