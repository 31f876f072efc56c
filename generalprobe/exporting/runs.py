"""Markdown of values → paragraphs of runs, for files whose text is set by runs: bold, italic, code, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from markdown_it.token import Token

from generalprobe.format.html import acts_in_prose, acts_inline, paragraphs
from generalprobe.format.markdown import INLINE, PROSE

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Run:
    """Text that looks alike."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    """An address, as it was written."""
    ink: str = ""
    """Its colour, six digits, where it has one of its own."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a list, a paragraph, or a line of code; `level` counts from 0."""

    runs: tuple[Run, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """What is read."""
        return "".join(run.text for run in self.runs)


def clean(text: str) -> str:
    """Leave out what XML cannot hold or nobody sees: control characters."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text.replace("\r", ""))


def plain_run(text: str) -> tuple[Run, ...]:
    """Text that is shown as it is written."""
    return (Run(clean(text)),)


def inline_runs(text: str) -> tuple[Run, ...]:
    """The runs of inline Markdown; line breaks are spaces."""
    text = clean(text)
    return tuple(_runs(INLINE.parseInline(text)[0].children or ())) if acts_inline(text) else plain_run(text)


def prose_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of prose; entries of lists begin with „– “ or their number, those of inner lists indented."""
    text = clean(text)
    if acts_in_prose(text):
        return list(_paragraphs(PROSE.parse(text)))
    # As most notes are; it takes a tenth of the time.
    return [Paragraph((Run(each.replace("\n", " ")),)) for each in paragraphs(text)]


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    """What looks alike is one run: whoever edits it there has it in one piece."""
    for look, texts in groupby(_looks(tokens), itemgetter(0)):
        yield replace(look, text="".join(text for _, text in texts))


def _looks(tokens: Sequence[Token]) -> Iterator[tuple[Run, str]]:
    look = Run("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                look = replace(look, bold=token.type == "strong_open")
            case "em_open" | "em_close":
                look = replace(look, italic=token.type == "em_open")
            case "link_open" | "link_close":
                look = replace(look, link=str(token.attrs.get("href", "")))
            case "code_inline":
                yield replace(look, code=True), token.content
            case "softbreak" | "hardbreak":
                yield look, " "
            case _ if token.content:
                yield look, token.content


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    marks: list[str] = []
    first = False
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                marks.append("–" if token.type == "bullet_list_open" else "")
            case "bullet_list_close" | "ordered_list_close":
                marks.pop()
            case "list_item_open":
                first, marks[-1] = True, f"{token.info}." if token.info else "–"
            case "inline":
                lead = (Run("  " * (len(marks) - 1) + f"{marks[-1]} "),) if marks and first else ()
                first = False
                yield Paragraph((*lead, *_runs(token.children or ())))
            case "fence":
                for line in token.content.rstrip("\n").split("\n"):
                    yield Paragraph((Run(line, code=True),))
