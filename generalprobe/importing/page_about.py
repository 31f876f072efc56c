"""What a written page says about its talk: metadata in tables whichever way they run, in lists, and behind labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generalprobe.format.case_study import Focus
from generalprobe.format.wording import shorten
from generalprobe.importing.blocks import Block, cells
from generalprobe.importing.labels import METADATA, labelled, meaning
from generalprobe.importing.losses import LOST, Loss
from generalprobe.importing.slide_text import items
from generalprobe.importing.wording import inline, listed, title

_FOCUS: tuple[tuple[Focus, str], ...] = (
    ("mixed", r"gemischt|mixed|Mix\b|beide"),
    ("communication", r"Kommunikation\w*[- ](?:Fokus|Schwerpunkt)|(?:Fokus|Schwerpunkt)\W*(?:auf )?\W*Kommunikation"),
    ("technology", r"Techni\w*[- ](?:Fokus|Schwerpunkt)|(?:Fokus|Schwerpunkt)\W*(?:auf )?\W*(?:IT-)?Techni"),
)
_BETWEEN = re.compile(r"\s+[·•|]\s+(?=\*\*|__|\w[\w ]{2,30}:)")
"""What parts several labels with their values in one line."""


@dataclass
class About:
    """What is known of a talk, and what could not be understood."""

    metadata: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    focus: Focus | None = None
    losses: list[Loss] = field(default_factory=list)

    def takes(self, block: Block) -> bool:
        """Whether a table or a list holds metadata, which are then taken."""
        pairs = _pairs(block)
        known = [name for name, _ in pairs if meaning(name, METADATA)]
        if len(known) < 2 and not (known and len(pairs) == 1):
            return False
        self.read([block])
        return True

    def read(self, body: Sequence[Block]) -> None:
        """All that blocks say about a talk."""
        for block in body:
            for name, value in _pairs(block):
                if not self._read_pair(meaning(name, METADATA), value) and inline(value, []):
                    what = f"{LOST['unread']}: „{shorten(f'{name}: {inline(value, [])}')}“"
                    self.losses.append(Loss(f"Metadaten, Zeile {block.line}", what))

    def read_front(self, front: Mapping[str, str]) -> None:
        """What stands in front of a text; keys of other programs are none of ours."""
        for name, value in front.items():
            self._read_pair(meaning(name.replace("_", " "), METADATA), value)

    def _read_pair(self, key: str, value: str) -> bool:
        said = inline(value, [])
        if not key or not said:
            return key == "time"
        if key in ("success_criteria", "risks"):
            self.metadata[key] = listed(re.sub(r"<br\s*/?>|\s+[•·]\s+", "; ", value).strip("; "))
        elif key == "focus":
            self.focus = focus_in(f"Fokus {said}")
        elif key != "time":
            self.metadata.setdefault(key, said)
        return True


def focus_in(text: str) -> Focus | None:
    """The focus that a text names."""
    bare = re.sub(r"[*_]", "", text)
    return next((name for name, pattern in _FOCUS if re.search(pattern, bare, re.IGNORECASE)), None)


def _pairs(block: Block) -> list[tuple[str, str]]:
    """Names and values, of a table, or of lines with labels."""
    if block.kind == "table":
        return list(_in_table([cells(line) for line in block.lines]))
    if block.kind not in ("list", "text"):
        return []
    name, *value = block.lines
    if block.kind == "text" and len(value) == 1 and re.fullmatch(r"[\w-]+", name) and meaning(name, METADATA):
        return [(name, value[0])]
    return _labelled(block)


def _labelled(block: Block) -> list[tuple[str, str]]:
    lines = items(block.lines) if block.kind == "list" else [(0, line) for line in block.lines]
    found: list[tuple[str, str]] = []
    for level, text in [(level, part) for level, line in lines for part in _BETWEEN.split(line)]:
        said = labelled(text, METADATA)
        if level and found:
            found[-1] = (found[-1][0], f"{found[-1][1]}; {text}".strip("; "))
        else:
            found.append((text.partition(":")[0], said[1]) if said else (text, ""))
    return found


def _in_table(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Pairs of two columns; of a head with names only, what stands below each."""
    heads = [title(cell, []) for cell in rows[0]] if rows else []
    if len(rows) == 2 and len(heads) > 1 and all(meaning(head, METADATA) for head in heads):
        yield from zip(heads, rows[1], strict=False)
    else:
        yield from ((title(row[0], []), row[1]) for row in rows if len(row) > 1 and not _is_head(row))


def _is_head(row: Sequence[str]) -> bool:
    return title(row[0], []).casefold() in ("feld", "merkmal", "attribut", "schlüssel", "eigenschaft", "aspekt", "")
