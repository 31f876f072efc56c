"""The Markdown of values: which marks act, and which are left standing as text.

Emphasis stands around whole words (`Kolleg*innen` and `3*4` keep their stars), and a backslash is a backslash unless it
stands before a mark that would act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

_INLINE_RULES = ("autolink", "backticks", "emphasis", "escape", "link", "newline")
_SCHEME = re.compile("([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = ("http", "https", "mailto")
_RUN = re.compile(r"(?:\\?\*)+|(?:\\?_)+")
_AUTOLINK = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^<>\x00-\x20]*|[^\s<>@]+@[^\s<>]+)>")


class Markdown(MarkdownIt):
    """Markdown from nothing upwards: no HTML, no images, no headings, no entities, and no new rule of the library."""

    def __init__(self, *rules: str) -> None:
        super().__init__("zero")
        self.inline.ruler.at("emphasis", _emphasis)
        self.inline.ruler.at("escape", _escape)
        self.enable([*_INLINE_RULES, *rules])

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Whether a link may lead there."""
        scheme = _SCHEME.match(url.strip())
        return scheme is None or scheme[1].lower() in _SCHEMES


def plain_parts(text: str, *, prose: bool) -> Iterator[str]:
    """What is shown as it is written: the text outside code, without the marks that act."""
    for token in PROSE.parse(text) if prose else INLINE.parseInline(text):
        part = ""
        for child in token.children or ():
            if child.type in ("text", "text_special") and child.info != "escape":
                part += child.content
            else:
                part += "\n" if child.type.endswith("break") else "\ufffc"
        yield part


def links(text: str, *, prose: bool) -> Iterator[str]:
    """The addresses that the links of a text lead to."""
    if "](" not in text and "<" not in text:
        return
    for token in PROSE.parse(text) if prose else INLINE.parseInline(text):
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs["href"])


def _emphasis(state: StateInline, silent: bool) -> bool:
    """The library's rule, but for stars inside words: they are letters, as underscores are."""
    marker = state.src[state.pos]
    if silent or marker not in "_*":
        return False
    scanned = state.scanDelims(state.pos, False)
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, scanned.can_open, scanned.can_close)
        )
    state.pos += scanned.length
    return True


def _escape(state: StateInline, silent: bool) -> bool:
    at = state.pos
    if state.src[at] != "\\":
        return False
    escapes = at + 1 in _acting(state.src)
    if not silent and escapes:
        token = state.push("text_special", "", 0)
        token.content, token.markup, token.info = state.src[at + 1], state.src[at : at + 2], "escape"
    elif not silent:
        state.pending += "\\"
    state.pos += 2 if escapes else 1
    return True


@lru_cache(maxsize=64)
def _acting(text: str) -> frozenset[int]:
    """Where marks stand behind a backslash that would act without it."""
    return frozenset(
        [
            *_acting_runs(text, "*"),
            *_acting_runs(text, "_"),
            *(match.start() + 1 for match in re.finditer(r"\\`", text) if text.count("`") > 1),
            *(match.start() + 1 for match in re.finditer(r"\\\[(?=[^\]]*\\?\]\()", text)),
            *(match.start() + 1 for match in re.finditer(r"\\\](?=\()", text) if "[" in text[: match.start()]),
            *(match.start() + 1 for match in re.finditer(r"\\<", text) if _AUTOLINK.match(text, match.start() + 1)),
        ]
    )


def _acting_runs(text: str, mark: str) -> Iterator[int]:
    """The escaped marks of a kind that could open or close an emphasis, and have their counterpart."""
    runs = [match for match in _RUN.finditer(text) if match[0][-1] == mark]
    sides = [_sides(text[: run.start()][-1:], text[run.end() : run.end() + 1]) for run in runs]
    first = next((run.start() for run, (opens, _) in zip(runs, sides, strict=True) if opens), len(text))
    last = max((run.start() for run, (_, closes) in zip(runs, sides, strict=True) if closes), default=-1)
    for run, (opens, closes) in zip(runs, sides, strict=True):
        if (opens and last > run.start()) or (closes and first < run.start()):
            yield from (run.start() + at + 1 for at, character in enumerate(run[0]) if character == "\\")


def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Whether marks between two characters can open, and whether they can close."""
    word_before, word_after = before.isalnum(), after.isalnum()
    blank_before, blank_after = not before.strip(), not after.strip()
    opens = not blank_after and not word_before and (word_after or blank_before or bool(before))
    closes = not blank_before and not word_after and (word_before or blank_after or bool(after))
    return opens, closes


def said(tokens: Iterable[Token]) -> str:
    """What is read of a line, without marks; line breaks are spaces."""
    return "".join(" " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)


INLINE = Markdown()
"""One line: emphasis, code, links."""
PROSE = Markdown("fence", "list")
"""Paragraphs, lists and fenced code."""
