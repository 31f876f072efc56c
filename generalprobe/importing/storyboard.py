"""Slides that stand in a table, a row each, as blocks of a page.

::

    | Folie | Titel | Stichpunkte     | Sprechtext | Zeit |
    |-------|-------|-----------------|------------|------|
    | 1     | Lage  | eins<br>zwei    | Guten Tag. | 1:30 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generalprobe.importing.blocks import Block, cells
from generalprobe.importing.labels import PARTS, meaning
from generalprobe.importing.wording import title

_COLUMNS = {"number": r"^(?:nr|folie|slide|$)", "seen": r"zu sehen|sichtbar|^folienbild", **PARTS}
_COLUMNS["headline"] = r"titel|thema|überschrift"
_BREAK = re.compile(r"\s*(?:<br\s*/?>|;|•|·)\s*", re.IGNORECASE)
_LABELS = (("Vorführung", "demo"), ("Artefakt", "artifact"), ("Sprechtext", "notes"), ("Zeit", "time"))
"""Behind what is said comes what ends it."""


def with_slides(found: Sequence[Block]) -> list[Block]:
    """The same blocks, tables of slides as slides."""
    return [each for block in found for each in (list(_slides(block)) or [block])]


def _slides(block: Block) -> Iterator[Block]:
    rows = [cells(line) for line in block.lines] if block.kind == "table" else []
    heads = [title(cell, []) for cell in rows[0]] if rows else []
    names = [meaning(head, _COLUMNS) or head for head in heads]
    if "notes" in names and {"number", "headline"} & {*names}:
        for number, row in enumerate(rows[1:], start=1):
            said = {name: cell for name, cell in zip(names, row, strict=False) if cell}
            yield from (replace(each, line=block.line) for each in _slide(number, said))


def _slide(number: int, said: dict[str, str]) -> Iterator[Block]:
    """A heading, and what the cells say behind their labels; what belongs nowhere is in boxes."""
    first = said.get("number", "")
    name = said.get("headline") or ("" if first.strip(" .").isdecimal() else first)
    seen = [each for each in _BREAK.split(said.get("seen", "")) if each]
    known = {"artifact": seen[0]} | said if len(seen) == 1 else said
    bullets = [*_BREAK.split(said.get("bullets", "")), *(seen if len(seen) > 1 else [])]
    yield Block("heading", f"Folie {number}: {title(name, [])}", level=2)
    if any(bullets):
        yield Block("list", lines=tuple(f"- {each}" for each in bullets if each))
    for head, cell in said.items():
        if head not in _COLUMNS:
            yield Block("box", head, lines=(cell,))
    for label, key in _LABELS:
        if value := known.get(key):
            yield Block("text", lines=(f"{label}: {value}",))
