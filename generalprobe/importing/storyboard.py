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

_COLUMNS = {"number": r"^(?:nr|folie|slide|$)", **PARTS, "headline": r"titel|thema|überschrift"}
_BREAK = re.compile(r"\s*(?:<br\s*/?>|;|•|·)\s*", re.IGNORECASE)


def with_slides(found: Sequence[Block]) -> list[Block]:
    """The same blocks, tables of slides as slides."""
    return [each for block in found for each in (list(_slides(block)) or [block])]


def _slides(block: Block) -> Iterator[Block]:
    rows = [cells(line) for line in block.lines] if block.kind == "table" else []
    names = [meaning(title(cell, []), _COLUMNS) for cell in rows[0]] if rows else []
    if "notes" in names and {"number", "headline"} & {*names}:
        for number, row in enumerate(rows[1:], start=1):
            said = dict(zip(names, row, strict=False))
            yield from (replace(each, line=block.line) for each in _slide(number, said))


def _slide(number: int, said: dict[str, str]) -> Iterator[Block]:
    """A heading, and what the cells say behind their labels."""
    first = said.get("number", "")
    name = said.get("headline") or ("" if first.strip(" .").isdecimal() else first)
    yield Block("heading", f"Folie {number}: {title(name, [])}", level=2)
    if bullets := said.get("bullets"):
        yield Block("list", lines=tuple(f"- {each}" for each in _BREAK.split(bullets) if each))
    for label, key in (("Zeit", "time"), ("Vorführung", "demo"), ("Artefakt", "artifact"), ("Sprechtext", "notes")):
        if value := said.get(key):
            yield Block("text", lines=(f"{label}: {value}",))
