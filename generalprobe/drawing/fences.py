"""The diagrams of a hand-written page: where they stand in its Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})[ \t]*(\S*).*$")


def fenced_diagrams(page: str) -> Iterator[tuple[int, str]]:
    """Each block that is fenced as `mermaid`: the number of its first line, from 1, and its source."""
    lines = page.split("\n")
    at = 0
    while at < len(lines):
        opened = _FENCE.match(lines[at])
        at += 1
        if opened:
            start, indent, marks = at, len(opened[1]), opened[2]
            while at < len(lines) and not _closes(lines[at], marks):
                at += 1
            if opened[3] == "mermaid":
                yield start + 1, "".join(f"{line[indent:]}\n" for line in lines[start:at])
            at += 1


def _closes(line: str, marks: str) -> bool:
    return line.strip().startswith(marks) and not line.strip().strip(marks[0])
