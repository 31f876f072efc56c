"""A written page with questions and no slides as a catalogue: questions with answers under headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generalprobe.format.wording import shorten
from generalprobe.importing.asked import asked_in, asked_within, ends, wording
from generalprobe.importing.asking import ABOUT_QUESTIONS, is_question, is_sure, with_questions
from generalprobe.importing.blocks import Block
from generalprobe.importing.losses import Loss, losses_of
from generalprobe.importing.outline import Asked, Catalogue
from generalprobe.importing.slidev import is_slidev
from generalprobe.importing.wording import title
from generalprobe.importing.written import left, written

_NUMBER = re.compile(
    r"\A\W*(?:(?:Kategorie|Teil|Kapitel|Block|Thema|Themengebiet|Bereich|Abschnitt)\s*)?(?:[0-9]+|[IVX]+(?=[.:)])|[A-H](?=[.:)]))"
    r"(?:\.[0-9]+)*\s*[.:)–—-]*\s+(?=\S)|\A\W*(?:Kategorie|Thema|Themengebiet|Bereich)\s*:\s*",
)
_COUNT = re.compile(r"\s*[(\[–—-]*\s*(?:Fragen?\s*)?[0-9]+\s*(?:[–—-]|bis)?\s*[0-9]*\s*(?:Fragen?)?\s*[)\]]\s*$")


def is_catalogue(text: str) -> bool:
    """Whether a text asks questions: one in a box, two in another form, or under most of its headings."""
    front, blocks = written(text)
    if any(each.kind == "box" and is_question(each) for each in blocks):
        return True
    says_so = _says_so(front, blocks)
    if not says_so and is_slidev(text):
        return False
    found = with_questions(blocks, plainly=says_so)
    headings = [each for each in found if each.kind == "heading" and each.level > 1]
    asking = [each for each in headings if is_question(each)]
    called = [each for each in asking if "frage" in each.text.casefold()]
    is_mostly = len(asking) > 1 and 2 * len(asking) >= len(headings)
    return is_mostly or len(called) > 1 or sum(map(is_sure, found)) > 1


def _says_so(front: Mapping[str, str], found: Sequence[Block]) -> bool:
    """Whether a text calls itself one of questions."""
    first = next((each.text for each in found if each.kind == "heading" and each.level == 1), "")
    return any(map(ABOUT_QUESTIONS.search, (front.get("title", ""), first)))


def import_catalogue(text: str) -> Catalogue:
    """Read a catalogue, and what of it was lost."""
    front, every = written(text)
    found = [each for each in with_questions(every, plainly=True) if each.kind != "rule"]
    headings = [each for each in found if each.kind == "heading" and not is_question(each)]
    name = next((each.text for each in headings if each.level == 1), front.get("title", ""))
    groups: dict[str, list[Asked]] = {}
    losses: list[Loss] = []
    heading, at = title(name, []), 0
    while at < len(found):
        block, end = found[at], at + 1
        if is_question(block):
            while end < len(found) and not ends(found[end], block):
                end += 1
            lost: list[str] = []
            groups.setdefault(heading, []).append(asked_in(block, found[at + 1 : end], heading, lost))
            losses += asked_within(found[at + 1 : end])
            losses += losses_of(f"Frage „{shorten(title(wording(block), []))}“", lost)
        elif block.kind == "heading":
            heading = _COUNT.sub("", _NUMBER.sub("", title(block.text, []))) or title(block.text, [])
        else:
            losses += left([block], heading)
        at = end
    return Catalogue(title(name, []), {key: tuple(asked) for key, asked in groups.items()}, tuple(losses))
