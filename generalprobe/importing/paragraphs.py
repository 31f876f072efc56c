"""A paragraph of a PPTX with its links, and both as inline Markdown.

`docs/javascripts/workshop/paragraphs.mjs` does the same in the browser; a test holds the two equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from generalprobe.importing.plain_text import escaped, in_one_line

_WEB = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f\\<>`]{1,500}", re.IGNORECASE)
_ACTING = re.compile(r"[()\[\]*]")
"""Signs of an address that would mean something else in Markdown."""


_MOST_LINKS = 60
"""On a slide: nobody has as many, and writing each takes a while."""


class Link(NamedTuple):
    """Where a link begins and ends in its paragraph, and where it leads."""

    begin: int
    end: int
    address: str


@dataclass(frozen=True)
class Paragraph:
    """`level` counts from 0; `listed` says that it stands in a list although it is not on a slide."""

    text: str
    level: int = 0
    listed: bool = False
    links: tuple[Link, ...] = ()

    def part(self, begin: int, end: int) -> Paragraph:
        """What stands between two places, with what of its links lies there."""
        kept = (Link(max(each.begin, begin) - begin, min(each.end, end) - begin, each.address) for each in self.links)
        return replace(self, text=self.text[begin:end], links=tuple(each for each in kept if each.begin < each.end))


@dataclass
class Addresses:
    """Where the links of a slide lead in the web, by their ids."""

    by_id: Mapping[str, str] = field(default_factory=dict)
    left: int = _MOST_LINKS

    def take(self, id: str) -> str:
        """The address of a link; nothing where it has none, or where enough are taken."""
        address = self.by_id.get(id, "") if self.left else ""
        self.left -= bool(address)
        return address


def joined(paragraphs: Iterable[Paragraph]) -> Paragraph:
    """Paragraphs as one, a blank between them."""
    text, links = "", list[Link]()
    for each in paragraphs:
        text += " " if text else ""
        links += [Link(link.begin + len(text), link.end + len(text), link.address) for link in each.links]
        text += each.text
    return Paragraph(text, links=tuple(links))


def web_address(target: str) -> str:
    """Where a link leads as Markdown takes it; nothing where that is no page and no mail."""
    return _ACTING.sub(lambda match: f"%{ord(match[0]):X}", target) if _WEB.fullmatch(target) else ""


def linked(pieces: Sequence[tuple[str, str]], addresses: Addresses) -> tuple[Paragraph, int]:
    """Pieces of text with the ids of their links as a paragraph, and how many links have no address or no place in it.

    Blanks melt where pieces meet, so a link begins up to two places behind where it is reckoned.
    """
    text = in_one_line("".join(said for said, _ in pieces))
    links, at, lost = list[Link](), 0, 0
    for id, group in groupby(pieces, key=itemgetter(1)):
        said = "".join(part for part, _ in group)
        shown = in_one_line(said)
        if not id or not shown:
            at += len(in_one_line(f"|{said}")) - 1 if at else len(shown)
            continue
        begin = next((place for place in range(at, at + 3) if text.startswith(shown, place)), None)
        if begin is not None and (address := addresses.take(id)):
            links.append(Link(begin, begin + len(shown), address))
        else:
            lost += 1
        at = (at if begin is None else begin) + len(shown)
    if links and escaped(text, links) == escaped(text):
        return Paragraph(text), lost + len(links)
    return Paragraph(text, links=tuple(links)), lost


def marked(paragraph: Paragraph) -> str:
    """A paragraph as inline Markdown."""
    return escaped(paragraph.text, paragraph.links)
