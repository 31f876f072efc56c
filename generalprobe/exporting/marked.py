"""Texts of values as HTML that other programs show, and without any marks."""

from __future__ import annotations

import re
from functools import lru_cache

from generalprobe.format import html
from generalprobe.format.markdown import PROSE, said
from generalprobe.format.questions import GAP

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)


class Marked:
    """Renders what is written as Markdown, for a program that is given HTML.

    Args:
        site_url: where links from the root of the site lead; where it is empty, they stay as text.
    """

    def __init__(self, site_url: str = "") -> None:
        self._site_url = site_url

    def inline(self, text: str) -> str:
        """One line."""
        return self._linked(html.inline(printable(text)))

    def prose(self, text: str) -> str:
        """Paragraphs, lists and code."""
        return self._linked(html.prose(printable(text)))

    def filled(self, text: str, fillings: list[str]) -> str:
        """One line with HTML in the places of its gaps, in their order."""
        return self._linked(html.filled_in(printable(text), fillings))

    def _linked(self, written: str) -> str:
        """Let links lead to the site from anywhere, and show none where they would lead nowhere."""
        return _LINK.sub(self._link, written)

    def _link(self, match: re.Match[str]) -> str:
        href = match[1]
        href = f"{self._site_url}{href[1:]}" if href.startswith("/") and self._site_url else href
        return f'<a href="{href}">{match[2]}</a>' if href.startswith(("http:", "https:", "mailto:")) else match[2]


def plain(text: str) -> str:
    """Inline Markdown without its marks."""
    return html.plain(printable(text))


def around_gaps(text: str) -> list[str]:
    """Inline Markdown without its marks, parted at its gaps."""
    return plain(GAP.sub("\ue000", text)).split("\ue000")


@lru_cache(maxsize=65_536)  # A text stands in the file of its own questions and in that of all.
def plain_prose(text: str) -> str:
    """Paragraphs and entries of lists without their marks, each on a line of its own."""
    lines: list[str] = []
    before = ""
    for token in PROSE.parse(printable(text)):
        if token.type == "list_item_open":
            before = f"{token.info}. " if token.info else "• "
        elif token.type == "inline":
            lines.append(before + said(token.children or ()))
            before = ""
        elif token.type == "fence":
            lines.append(token.content.rstrip("\n"))
    return "\n".join(lines)


def printable(text: str) -> str:
    """Without what neither XML nor a spreadsheet can hold."""
    return text if text.replace("\n", "").isprintable() else _UNPRINTABLE.sub("", text)
