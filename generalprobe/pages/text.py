"""Text of the data on its way into a page: rendered, escaped, and out of reach of everything that acts on Markdown.

A value passes through two doors and no other: `heading_text` for headings and front matter, `raw_block` for HTML.
"""

from __future__ import annotations

import re
import unicodedata

_NO_CHARACTERS = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{_NO_CHARACTERS}]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ACTIVE = {character: f"&#{ord(character)};" for character in "\t\n\r`{}"}
_HARMLESS = " ,.?!()–—„“‚‘…"
_UNUSUAL = re.compile(f"[^a-zA-Z0-9äöüÄÖÜß{_HARMLESS}]")


def heading_text(text: str) -> str:
    """Write plain text so that it stays text in a Markdown heading, in front matter and in an attribute.

    Everything but letters, digits and harmless punctuation becomes a numeric entity; white space becomes one space.
    Of full stops in a row, too, one does: extensions make one character of three.
    """
    words = " ".join(printable(text).split())
    return _UNUSUAL.sub(_in_heading, words).replace("..", ".&#46;")


def raw_block(html: str) -> str:
    """Write HTML as a raw block on one line, in which no Markdown extension and no template engine finds anything.

    Line breaks become entities too, so tags must not be broken over lines outside their attributes' values.
    """
    for character, entity in _ACTIVE.items():
        if character in html:  # Known in a tenth of the time that it takes to replace nothing.
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
    shown = text.isprintable() or text.replace("\n", "").isprintable()
    return text if shown else _SURROGATE.sub("\ufffd", _UNPRINTABLE.sub("", text))


def _in_heading(match: re.Match[str]) -> str:
    character = match[0]
    harmless = unicodedata.category(character) in ("Ll", "Lu", "Lo", "Nd")
    return character if harmless else f"&#{ord(character)};"
