"""Bullets whose sign was typed as text (`– eins`, `• eins`, `1. eins`, `a) eins`) as bullets without it.

`docs/javascripts/workshop/signs.mjs` does the same in the browser; a test holds the two equal.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from generalprobe.importing.paragraphs import Paragraph

_SIGN = re.compile(
    r"(?:(?P<round>[•‣▪▫●◦○■□▸►❖➢·\uf0a7\uf0b7\uf0d8]) ?|(?P<dash>[-–—*o]|§(?! [0-9])) |"
    r"(?P<before>\(?)(?P<number>[1-9][0-9]?|[a-z](?=\)))(?P<behind>[.)]{1,2}) )(?P<text>\S.*)"
)
"""Round ones are nothing else; Word's round ones of the second level arrive as the letter o."""
_MEANS = re.compile(r"[+✓✔✗✘×→⇒]")
"""Signs beside which a hyphen is a minus."""
_MONTH = re.compile(
    r"(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\b", re.IGNORECASE
)
_MARKS = "-–—*o§"
"""Signs that are some only where there are several, or round ones."""


class _Signed(NamedTuple):
    paragraph: Paragraph
    kind: str = ""
    value: int = 0
    text: str = ""


def without_signs(shapes: Iterable[Sequence[Paragraph]]) -> list[Paragraph]:
    """The paragraphs of a slide's boxes without typed signs, where a whole box has them.

    Numbers are signs where they count up from 1. In a box of one level what has a sign stands below what has none above
    it, and a second sign below the first.
    """
    every = [[_signed(each) for each in shape] for shape in shapes]
    counting = _counting([each for shape in every for each in shape if each.value])
    return [paragraph for shape in every for paragraph in _unsigned(shape, counting)]


def _signed(paragraph: Paragraph) -> _Signed:
    match = _SIGN.fullmatch(paragraph.text)
    if not match:
        return _Signed(paragraph)
    number = match["number"]
    if not number:
        return _Signed(paragraph, match["round"] or match["dash"], 0, match["text"])
    first = "1" if number.isdecimal() else "a"
    value = int(number) if number.isdecimal() else ord(number) - ord("a") + 1
    return _Signed(paragraph, f"{match['before']}{first}{match['behind']}", value, match["text"])


def _counting(numbered: Sequence[_Signed]) -> set[str]:
    """The kinds of numbers that count up from 1; „1. Quartal“ and „2. Quartal“ are names, „1. Mai“ is a day."""
    by_kind: dict[str, list[_Signed]] = {}
    for each in numbered:
        by_kind.setdefault(each.kind, []).append(each)
    return {kind for kind, found in by_kind.items() if _counts(found)}


def _counts(found: Sequence[_Signed]) -> bool:
    values = [0, *(each.value for each in found)]
    goes_on = all(now in (1, before + 1) for before, now in pairwise(values))
    words = {each.text.split()[0].rstrip(":,.") for each in found}
    return goes_on and max(values) > 1 and len(words) > 1 and not any(_MONTH.match(each.text) for each in found)


def _unsigned(shape: Sequence[_Signed], counting: set[str]) -> list[Paragraph]:
    kinds = _kinds(shape, counting)
    if len({each.paragraph.level for each in shape}) > 1:
        return [_bare(each, kind, 0) for each, kind in zip(shape, _alike(shape, kinds), strict=True)]
    order = [kind for kind in dict.fromkeys(kinds) if kind or not kinds[0]]
    return [_bare(each, kind, order.index(kind) if kind else 0) for each, kind in zip(shape, kinds, strict=True)]


def _kinds(shape: Sequence[_Signed], counting: set[str]) -> list[str]:
    """The kinds of signs in a box, empty for what is none."""
    if any(_MEANS.match(each.paragraph.text) for each in shape):
        return [""] * len(shape)
    times = Counter(each.kind for each in shape)
    has_round = any(len(kind) == 1 and kind not in _MARKS for kind in times)
    signs = {kind for kind in times if kind in counting or (len(kind) == 1 and (has_round or times[kind] > 1))}
    return [each.kind if each.kind in signs else "" for each in shape]


def _alike(shape: Sequence[_Signed], kinds: Sequence[str]) -> list[str]:
    """The same kinds, as far as a whole level has them."""
    by_level: dict[int, set[str]] = {}
    for each, kind in zip(shape, kinds, strict=True):
        by_level.setdefault(each.paragraph.level, set()).add(kind)
    return [kind if len(by_level[each.paragraph.level]) == 1 else "" for each, kind in zip(shape, kinds, strict=True)]


def _bare(each: _Signed, kind: str, deeper: int) -> Paragraph:
    paragraph = each.paragraph
    if not kind:
        return paragraph
    length = len(paragraph.text)
    return replace(paragraph.part(length - len(each.text), length), level=paragraph.level + deeper)
