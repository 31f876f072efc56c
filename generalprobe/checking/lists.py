"""Entries of lists that must differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generalprobe.problems import Finding, Path


def repeated(entries: Iterable[tuple[str, Path]]) -> Iterator[Finding]:
    """Find texts that stand in a list already; of an id with a slash, what stands before it is not shown."""
    seen: set[str] = set()
    for text, path in entries:
        if text in seen:
            shown = text.rpartition("/")[2] if path[-1] == "id" else text
            yield Finding("LISTE01", path, f"„{shown}“ steht schon weiter oben")
        seen.add(text)
