"""What is said, as HTML in which stage directions stand apart: ``[Klick]`` becomes a quiet span."""

from __future__ import annotations

import re

from markupsafe import Markup

from generalprobe.pages.text import prose
from generalprobe.speech.directions import is_direction

_EMPHASISED = r"<(?P<mark>strong|em)>[^\[\]<>]*</(?P=mark)>"
_TAG_OR_BRACKETED = re.compile(
    rf"<(?P<kept>pre|code|a)\b.*?</(?P=kept)>|<[^>]*>|(?<!\w)\[(?:{_EMPHASISED}|[^\[\]<>])+\]", re.DOTALL
)


def notes(text: str) -> Markup:
    """Render paragraphs and lists that somebody says, with their stage directions set apart."""
    html = prose(text)
    return Markup(_TAG_OR_BRACKETED.sub(_set_apart, str(html))) if "[" in text else html


def _set_apart(match: re.Match[str]) -> str:
    words = Markup(match[0]).striptags()
    if match[0].startswith("<") or not words[1:2].isalpha() or not is_direction(words):
        return match[0]
    return f'<span class="gp-direction">{match[0]}</span>'
