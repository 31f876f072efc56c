"""Markdown of values → HTML, and without its marks: quick for the many texts that have few of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from markdown_it.common.utils import escapeHtml
from markupsafe import Markup, escape

from generalprobe.format.markdown import INLINE, PROSE, said
from generalprobe.format.questions import GAP

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
_GAP = "\ufdd0"
"""Stands for a gap while Markdown is rendered: no character, so that nothing printable holds it."""
_TAG_OR_GAP = re.compile(f"<[^>]*>|{_GAP}")


def inline(text: str) -> Markup:
    """Render inline Markdown as HTML."""
    if not acts_inline(text):
        return escape(text)  # The same in a tenth of the time, for the many texts without emphasis.
    return Markup(INLINE.renderInline(text)) if acts_inline(_ACTING.sub("x", text)) else _acting(text)


def filled_in(text: str, fillings: Sequence[str]) -> Markup:
    """Render inline Markdown with the fillings in the places of its gaps, in their order; in an address is no gap."""
    rest = iter(fillings)

    def fill(match: re.Match[str]) -> str:
        return next(rest, "") if match[0] == _GAP else match[0].replace(_GAP, "")

    return Markup(_TAG_OR_GAP.sub(fill, inline(GAP.sub(_GAP, text.replace(_GAP, "")))))


@lru_cache(maxsize=65_536)  # Remembered: an answer stands on its page, in the list of all, in files of several formats.
def prose(text: str) -> Markup:
    """Render paragraphs, lists and fenced code as HTML."""
    if acts_in_prose(text) and acts_in_prose(_ACTING.sub("x", text)):
        return _listed(text) or Markup(PROSE.render(text).strip())
    return Markup("\n".join(f"<p>{_acting(each)}</p>" for each in paragraphs(text)))  # As above: most are nothing else.


def _listed(text: str) -> Markup | None:
    """Render a text that is one list and nothing else, each item of which stands in a line."""
    lines = text.strip("\n").split("\n")
    items = [line[2:] for line in lines if line.startswith("- ")]
    if len(items) < len(lines) or not all(items) or any(acts_in_prose(_ACTING.sub("x", each)) for each in items):
        return None
    return Markup("<ul>\n{}\n</ul>".format("\n".join(f"<li>{_acting(each)}</li>" for each in items)))


def acts_inline(text: str) -> bool:
    """Whether something in a line may be a mark, of Markdown or of HTML: else it is its own rendering."""
    return bool(_MARKS.search(text))


def acts_in_prose(text: str) -> bool:
    """Whether something in it may be a mark of lists, code or HTML: else it is paragraphs and nothing more."""
    return bool(_PROSE_MARKS.search(text) or _LINE_MARKS.search(f"\n{text}\n"))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text in which nothing acts but code and bold words."""
    return [each for each in re.split("\n{2,}", text.strip("\n")) if each]


def _acting(text: str) -> Markup:
    """Render a text that has no other marks than code and bold words."""
    return Markup(_ACTING.sub(_tagged, escapeHtml(text)))


def _tagged(match: re.Match[str]) -> str:
    if code := match["code"]:
        return "<code>{}</code>".format(code.replace("\n", " "))
    return f"<strong>{match['bold']}</strong>"


def plain(text: str) -> str:
    """Take the emphasis off inline Markdown."""
    return _without_marks(text) if acts_inline(text) else text


@lru_cache(maxsize=65_536)
def _without_marks(text: str) -> str:
    return said(INLINE.parseInline(text)[0].children or ())
