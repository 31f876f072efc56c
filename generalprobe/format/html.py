"""Markdown of values → HTML, and without its marks: quick for the many texts that have few of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from markdown_it.common.utils import escapeHtml
from markupsafe import Markup

from generalprobe.format.markdown import INLINE, PROSE, said
from generalprobe.format.questions import GAP

_BLANKS = r"\t\r\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What `\\s` stands for besides blanks and line breaks, one by one: so it is found in a quarter of the time."""
_MARKS = re.compile(rf"[{_BLANKS}\n\\`*_\[\]<>&'\"\0]")
_PROSE_MARKS = re.compile(rf"[{_BLANKS}\\`*_\[\]<>&'\"~\0]")
_LINE_MARKS = re.compile(r"\n(?:[ +-]|[0-9]+[.)]|(?<= \n))")
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
        return _marked(text)  # The same in a tenth of the time, for the many texts without emphasis.
    html = _acting(text, acts_inline)
    return _marked(INLINE.renderInline(text) if html is None else html)


def filled_in(text: str, fillings: Sequence[str]) -> Markup:
    """Render inline Markdown with the fillings in the places of its gaps, in their order; in an address is no gap."""
    rest = iter(fillings)

    def fill(match: re.Match[str]) -> str:
        return next(rest, "") if match[0] == _GAP else match[0].replace(_GAP, "")

    return Markup(_TAG_OR_GAP.sub(fill, inline(GAP.sub(_GAP, text.replace(_GAP, "")))))


@lru_cache(maxsize=65_536)  # Remembered: an answer stands on its page, in the list of all, in files of several formats.
def prose(text: str) -> Markup:
    """Render paragraphs, lists and fenced code as HTML."""
    if text.startswith("- "):
        return _marked(_listed(text) or PROSE.render(text).strip())
    html = _acting(text, acts_in_prose)
    if html is None:
        return _marked(PROSE.render(text).strip())
    return _marked("\n".join(f"<p>{each}</p>" for each in paragraphs(html)))  # As above: most are nothing else.


def _listed(text: str) -> str:
    """Render a text that is one list and nothing else, each item of which stands in a line; else nothing."""
    lines = text.strip("\n").split("\n")
    items = [_acting(line[2:], acts_in_prose) if line.startswith("- ") else "" for line in lines]
    return "<ul>\n{}\n</ul>".format("\n".join(f"<li>{each}</li>" for each in items)) if all(items) else ""


def acts_inline(text: str) -> bool:
    """Whether something in a line may be a mark, of Markdown or of HTML: else it is its own rendering."""
    return bool(_MARKS.search(text))


def acts_in_prose(text: str) -> bool:
    """Whether something in it may be a mark of lists, code or HTML: else it is paragraphs and nothing more."""
    return bool(_PROSE_MARKS.search(text) or _LINE_MARKS.search(f"\n{text}\n"))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text in which nothing acts but code and bold words."""
    return [each for each in (part.strip("\n") for part in text.split("\n\n")) if each]


def _acting(text: str, acts: Callable[[str], bool]) -> str | None:
    """Render a text that has no other marks than code and bold words; None where something else acts in it."""
    parts = _ACTING.split(text)  # What stands before one of them, code, bold words: in turns.
    if acts("x".join(parts[::3])):
        return None
    for at in range(1, len(parts), 3):
        parts[at : at + 2] = _tagged(*parts[at : at + 2]), ""
    return "".join(parts)


def _tagged(code: str | None, bold: str | None) -> str:
    return "<code>{}</code>".format(escapeHtml(code).replace("\n", " ")) if code else f"<strong>{bold}</strong>"


def _marked(html: str) -> Markup:
    """Mark a text as HTML, without asking first whether it can say so itself."""
    return str.__new__(Markup, html)


def plain(text: str) -> str:
    """Take the emphasis off inline Markdown."""
    return _without_marks(text) if acts_inline(text) else text


@lru_cache(maxsize=65_536)
def _without_marks(text: str) -> str:
    return said(INLINE.parseInline(text)[0].children or ())
