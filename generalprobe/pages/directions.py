"""What is said, as HTML in which stage directions stand apart: ``[Klick]`` becomes a quiet span."""

from __future__ import annotations

import re

from markupsafe import Markup

from generalprobe.format.html import prose
from generalprobe.pages.text import printable
from generalprobe.speech.directions import is_direction

_EMPHASISED = r"<(?P<mark>strong|em)>[^\[\]<>]*</(?P=mark)>"
_TAG_OR_BRACKETED = re.compile(
    rf"<(?P<kept>pre|code|a)\b.*?</(?P=kept)>|<[^>]*>|(?<!\w)\[(?:{_EMPHASISED}|[^\[\]<>])+\]", re.DOTALL
)


_SET_APART = re.compile(r'<span class="gp-direction">(.*?)</span>', re.DOTALL)
_ESCAPED = re.compile(r"\\\[([^\[\]\\\n]*)\\\]")
_OPENED, _CLOSED = "\ufdd1", "\ufdd2"
"""Stand for escaped brackets while Markdown is rendered: no characters, so that nothing printable holds them."""


def notes(text: str) -> Markup:
    """Render paragraphs and lists that somebody says, with their stage directions set apart; escaped ones are said."""
    if "[" not in text:
        return prose(text)
    html = str(prose(_ESCAPED.sub(rf"{_OPENED}\1{_CLOSED}", printable(text))))
    return Markup(_with_brackets(_TAG_OR_BRACKETED.sub(_set_apart, html), ""))


def directions_in(text: str) -> tuple[str, ...]:
    """The stage directions of notes, with their brackets and without marks, each once."""
    found = _SET_APART.findall(notes(text)) if "[" in text else ()
    return tuple(dict.fromkeys(Markup(each).striptags() for each in found))


def _set_apart(match: re.Match[str]) -> str:
    if match["kept"]:
        return _with_brackets(match[0], "\\")
    words = Markup(match[0]).striptags()
    if match[0].startswith("<") or not words[1:2].isalpha() or not is_direction(words):
        return match[0]
    return f'<span class="gp-direction">{match[0]}</span>'


def _with_brackets(html: str, backslash: str) -> str:
    return html.replace(_OPENED, f"{backslash}[").replace(_CLOSED, f"{backslash}]")
