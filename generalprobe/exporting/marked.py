"""Texts of values as HTML that other programs show, and without any marks."""

from __future__ import annotations

import re
from functools import cached_property
from html import escape

from markdown_it.token import Token

from generalprobe.format.markdown import INLINE, PROSE, Markdown
from generalprobe.format.questions import GAP

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MARKS = re.compile(r"[^\S ]|[\\`*_\[\]<>&'\"\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What acts in Markdown or in HTML, or cannot be printed: a text without any is its own rendering."""
_GAP = "\ufdd0"
"""Stands for a gap while Markdown is rendered: no character, so that nothing printable holds it."""
_TAG_OR_GAP = re.compile(f"<[^>]*>|{_GAP}")


class Marked:
    """Renders what is written as Markdown, for a program that is given HTML.

    Args:
        site_url: where links from the root of the site lead; where it is empty, they stay as text.
    """

    def __init__(self, site_url: str = "") -> None:
        self._site_url = site_url

    def inline(self, text: str) -> str:
        """One line."""
        if not _MARKS.search(text):
            return text  # The same in a tenth of the time, for the many texts without emphasis.
        return str(self._line.renderInline(printable(text)))

    def prose(self, text: str) -> str:
        """Paragraphs, lists and code."""
        return str(self._prose.render(printable(text))).strip()

    def filled(self, text: str, fillings: list[str]) -> str:
        """One line with HTML in the places of its gaps, in their order."""
        rest = iter(fillings)

        def fill(match: re.Match[str]) -> str:
            return next(rest, "") if match[0] == _GAP else match[0].replace(_GAP, "")

        return _TAG_OR_GAP.sub(fill, str(self._line.renderInline(GAP.sub(_GAP, printable(text)))))

    @cached_property
    def _line(self) -> Markdown:
        return self._linking(Markdown())

    @cached_property
    def _prose(self) -> Markdown:
        return self._linking(Markdown("fence", "list"))

    def _linking(self, markdown: Markdown) -> Markdown:
        """Let links lead to the site from anywhere, and show none where they would lead nowhere."""
        opened: list[bool] = []

        def open_link(renderer: object, tokens: list[Token], at: int, *_: object) -> str:
            href = str(tokens[at].attrs["href"])
            href = f"{self._site_url}{href[1:]}" if href.startswith("/") and self._site_url else href
            opened.append(href.startswith(("http:", "https:", "mailto:")))
            return f'<a href="{escape(href)}">' if opened[-1] else ""

        def close_link(*_: object) -> str:
            return "</a>" if opened.pop() else ""

        markdown.add_render_rule("link_open", open_link)
        markdown.add_render_rule("link_close", close_link)
        return markdown


def plain(text: str) -> str:
    """Inline Markdown without its marks."""
    if not _MARKS.search(text):
        return text
    return "".join(map(_said, INLINE.parseInline(printable(text))[0].children or ()))


def around_gaps(text: str) -> list[str]:
    """Inline Markdown without its marks, parted at its gaps."""
    return plain(GAP.sub("\ue000", text)).split("\ue000")


def plain_prose(text: str) -> str:
    """Paragraphs and entries of lists without their marks, each on a line of its own."""
    lines: list[str] = []
    before = ""
    for token in PROSE.parse(printable(text)):
        if token.type == "list_item_open":
            before = f"{token.info}. " if token.info else "• "
        elif token.type == "inline":
            lines.append(before + "".join(map(_said, token.children or ())))
            before = ""
        elif token.type == "fence":
            lines.append(token.content.rstrip("\n"))
    return "\n".join(lines)


def printable(text: str) -> str:
    """Without what neither XML nor a spreadsheet can hold."""
    return text if text.isprintable() else _UNPRINTABLE.sub("", text)


def _said(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content
