"""A written page with questions and no slides as a catalogue: questions with answers under headings."""

from __future__ import annotations

import re

from generalprobe.format.wording import shorten
from generalprobe.importing.asked import asked_in, ends, is_question
from generalprobe.importing.blocks import Block, blocks, with_headings
from generalprobe.importing.front import front_matter
from generalprobe.importing.losses import LOST, Loss, losses_of
from generalprobe.importing.outline import Asked, Catalogue
from generalprobe.importing.wording import inline, title

_NUMBER = re.compile(
    r"\W*(?:(?:Kategorie|Teil|Kapitel|Block|Thema|Themengebiet|Bereich|Abschnitt)\s*)?(?:[0-9]+|[IVX]+(?=[.:)])|[A-H](?=[.:)]))"
    r"(?:\.[0-9]+)*\s*[.:)–—-]*\s+(?=\S)|\W*(?:Kategorie|Thema|Themengebiet|Bereich)\s*:\s*",
)
_COUNT = re.compile(r"\s*[(\[–—-]*\s*(?:Fragen?\s*)?[0-9]+\s*(?:[–—-]|bis)?\s*[0-9]*\s*(?:Fragen?)?\s*[)\]]\s*$")


def is_catalogue(text: str) -> bool:
    """Whether a text asks questions in this form."""
    _, rest = front_matter(text)
    return (
        any(each.kind == "box" and is_question(each) for each in blocks(with_headings(rest.split("\n"))))
        or len(_headed(rest)) > 1
    )


def _headed(text: str) -> list[Block]:
    """Headings that are numbered as questions."""
    found = blocks(with_headings(text.split("\n")))
    return [each for each in found if each.kind == "heading" and is_question(each) and "frage" in each.text.casefold()]


def import_catalogue(text: str) -> Catalogue:
    """Read a catalogue, and what of it was lost."""
    front, rest = front_matter(text)
    found = [each for each in blocks(with_headings(rest.split("\n"))) if each.kind != "rule"]
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
            losses += losses_of(f"Frage „{shorten(inline(block.text, []))}“", lost)
        elif block.kind == "heading":
            heading = _COUNT.sub("", _NUMBER.sub("", title(block.text, []))) or title(block.text, [])
        else:
            losses += _left(block, heading)
        at = end
    return Catalogue(title(name, []), {key: tuple(asked) for key, asked in groups.items()}, tuple(losses))


def _left(block: Block, heading: str) -> list[Loss]:
    """What stands between questions."""
    said = title(" ".join((block.text, *block.lines))[:300], [])
    is_said = said and block.kind != "comment"
    return [Loss(f"Abschnitt „{shorten(heading)}“", f"{LOST['unread']}: „{shorten(said)}“")] if is_said else []
