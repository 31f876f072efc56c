"""Text of the data on its way into a page: rendered, escaped, and out of reach of everything that acts on Markdown.

A value passes through two doors and no other: `heading_text` for headings and front matter, `raw_block` for HTML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from markdown_it.common.utils import escapeHtml
from markupsafe import Markup, escape

from generalprobe.format.markdown import INLINE, PROSE
from generalprobe.format.questions import GAP

_NO_CHARACTERS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{_NO_CHARACTERS}]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ACTIVE = {character: f"&#{ord(character)};" for character in "\t\n\r`{}"}
_MARKS = re.compile(r"[^\S ]|[\\`*_\[\]<>&'\"\0]")
_PROSE_MARKS = re.compile(r"[^\S \n]|[\\`*_\[\]<>&'\"~\0]")
_LINE_MARKS = re.compile(r"\n[ +-]|\n[0-9]+[.)]| \n")
_ACTING = re.compile(
    r"`(?<!``)(?P<code>(?!\s)(?:[^`\s\0]| |\n(?=[^\W\d_]))+(?<! ))`(?!`)"
    r"|\*\*(?<![^\s(„]\*\*)(?P<bold>[^\W_](?:(?:[^\\`*_\[\]<>&'\"~\s\0]| )*[^\W_])?)\*\*(?![^\s.,:;!?)“])"
)
"""Code and bold words as most texts have them: they act, whatever else stands there that is no mark.

Code may go on in the next line, which begins with a letter: it is no line of a list or a fence. Each begins with its
sign, and looks back after it: so it is looked for at these signs alone."""
_HARMLESS = frozenset(" ,.?!()–—„“‚‘…")


_GAP = "\ufdd0"
"""Stands for a gap while Markdown is rendered: no character, so that nothing printable holds it."""
_TAG_OR_GAP = re.compile(f"<[^>]*>|{_GAP}")


def inline(text: str) -> Markup:
    """Render inline Markdown as HTML."""
    if not _MARKS.search(text):
        return escape(text)  # The same in a tenth of the time, for the many texts without emphasis.
    return Markup(INLINE.renderInline(text)) if _MARKS.search(_ACTING.sub("x", text)) else _acting(text)


def filled_in(text: str, fillings: Sequence[Markup]) -> Markup:
    """Render inline Markdown with the fillings in the places of its gaps, in their order; in an address is no gap."""
    rest = iter(fillings)

    def fill(match: re.Match[str]) -> str:
        return next(rest, "") if match[0] == _GAP else match[0].replace(_GAP, "")

    return Markup(_TAG_OR_GAP.sub(fill, inline(GAP.sub(_GAP, printable(text)))))


def prose(text: str) -> Markup:
    """Render paragraphs, lists and fenced code as HTML."""
    if _acts_in_prose(text) and _acts_in_prose(_ACTING.sub("x", text)):
        return _listed(text) or _prose_with_marks(text)
    paragraphs = re.split("\n{2,}", text.strip("\n"))  # As above: most texts are paragraphs and nothing else.
    return Markup("\n".join(f"<p>{_acting(each)}</p>" for each in paragraphs if each))


def _listed(text: str) -> Markup | None:
    """Render a text that is one list and nothing else, each item of which stands in a line."""
    lines = text.strip("\n").split("\n")
    items = [line[2:] for line in lines if line.startswith("- ")]
    if len(items) < len(lines) or not all(items) or any(_acts_in_prose(_ACTING.sub("x", each)) for each in items):
        return None
    return Markup("<ul>\n{}\n</ul>".format("\n".join(f"<li>{_acting(each)}</li>" for each in items)))


def _acts_in_prose(text: str) -> bool:
    """Whether something in it may be a mark of paragraphs, lists or code."""
    return bool(_PROSE_MARKS.search(text) or _LINE_MARKS.search(f"\n{text}\n"))


def _acting(text: str) -> Markup:
    """Render a text that has no other marks than code and bold words."""
    return Markup(_ACTING.sub(_tagged, escapeHtml(text)))


def _tagged(match: re.Match[str]) -> str:
    if code := match["code"]:
        return "<code>{}</code>".format(code.replace("\n", " "))
    return f"<strong>{match['bold']}</strong>"


@lru_cache(maxsize=65_536)
def _prose_with_marks(text: str) -> Markup:
    return Markup(PROSE.render(text).strip())  # Remembered: an answer stands on its page and in the list of all.


def plain(text: str) -> str:
    """Take the emphasis off inline Markdown."""
    return _without_marks(text) if _MARKS.search(text) else text


@lru_cache(maxsize=65_536)
def _without_marks(text: str) -> str:
    tokens = INLINE.parseInline(text)[0].children or []
    return "".join(" " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)


def heading_text(text: str) -> str:
    """Write plain text so that it stays text in a Markdown heading, in front matter and in an attribute.

    Everything but letters, digits and harmless punctuation becomes a numeric entity; white space becomes one space.
    """
    words = " ".join(printable(text).split())
    return "".join(map(_in_heading, words))


def raw_block(html: str) -> str:
    """Write HTML as a raw block on one line, in which no Markdown extension and no template engine finds anything.

    Line breaks become entities too, so tags must not be broken over lines outside their attributes' values.
    """
    for character, entity in _ACTIVE.items():
        html = html.replace(character, entity)
    return printable(html)


def rooted(page: str, to_root: str) -> str:
    """Let the links of values, which begin at the root of the site, lead there from a page, under any address."""
    return page.replace('<a href="/', f'<a href="{to_root or "./"}')


def heading(level: int, text: str, id: str) -> str:
    """Write a Markdown heading with an authored id."""
    return f"{'#' * level} {heading_text(text)} {{#{id}}}"


def page(title: str, description: str, parts: list[str], settings: str = "") -> str:
    """Write a page: front matter with further settings, a heading with the title, then its parts."""
    said = heading_text(shortened(description))
    front_matter = f'---\ntitle: "{heading_text(title)}"\ndescription: "{said}"\n{settings}---\n'
    return front_matter + "\n" + "\n\n".join([heading(1, title, "anfang"), *parts]) + "\n"


def shortened(text: str, most: int = 160) -> str:
    """Keep of a text what a search engine shows: whole sentences if possible, else whole words and an ellipsis."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    sentences = re.match(rf".{{50,{most - 1}}}[.!?](?= )", words)
    return sentences[0] if sentences else f"{words[: most - 1].rpartition(' ')[0] or words[: most - 2]} …"


def printable(text: str) -> str:
    """Drop control characters, which are no HTML, and replace halves of characters, which no file can hold."""
    return text if text.replace("\n", "").isprintable() else _SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text))


@cache
def _in_heading(character: str) -> str:
    harmless = character in _HARMLESS or unicodedata.category(character) in ("Ll", "Lu", "Lo", "Nd")
    return character if harmless else f"&#{ord(character)};"
