"""What pages and catalogues have in common: a text as blocks, and what is said of those that have no place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generalprobe.format.wording import shorten
from generalprobe.importing.blocks import Block, blocks
from generalprobe.importing.front import front_matter
from generalprobe.importing.headings import with_headings
from generalprobe.importing.labels import METADATA, labelled
from generalprobe.importing.losses import LOST, Loss
from generalprobe.importing.storyboard import with_slides
from generalprobe.importing.wording import title


def written(text: str) -> tuple[dict[str, str], list[Block]]:
    """What stands in front of a text, and its blocks; a line of its own above all of them is its heading."""
    front, rest = front_matter(text)
    found = with_slides(list(blocks(with_headings(rest.split("\n")))))
    is_headed = "title" in front or any(each.kind == "heading" and each.level == 1 for each in found)
    if found and not is_headed and _is_name(found[0]):
        name, *others = found[0].lines
        below = [replace(found[0], lines=tuple(others))] if others else []
        found[:1] = [replace(found[0], kind="heading", level=1, text=name, lines=()), *below]
    return front, found


def _is_name(block: Block) -> bool:
    if block.kind != "text" or not all(labelled(line, METADATA) for line in block.lines[1:]):
        return False
    is_bold = re.fullmatch(r"\*\*[^*?]+(?<![:.!])\*\*", block.lines[0]) is not None
    return is_bold or re.search(r"[?:.!]", block.lines[0]) is None


def left(found: Sequence[Block], heading: str) -> list[Loss]:
    """Blocks that have no place, with the line where they begin; each that seems to ask something by itself."""
    said = [(block.line, text) for block in found if block.kind != "comment" and (text := _said(block))]
    others = [each for each in said if "?" not in each[1]]
    where = f"Abschnitt „{shorten(heading)}“, " if heading else ""
    losses = [Loss(f"{where}Zeile {at}", f"{LOST['asks']}: „{shorten(text)}“") for at, text in said if "?" in text]
    if others:
        together = " ".join(text for _, text in others)
        losses.append(Loss(f"{where}Zeile {others[0][0]}", f"{LOST['unread']}: „{shorten(together)}“"))
    return losses


def _said(block: Block) -> str:
    return title(" ".join((block.text, *block.lines))[:200], [])
