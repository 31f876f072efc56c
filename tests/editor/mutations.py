"""Everything that can be wrong with data, one thing at a time: keys too few or too many, and values of the wrong kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

WRONG: tuple[Any, ...] = (None, True, 7, -1, 7.0, 1.5, "", " \n", "Ein Wort", "wort", "1:75", [], {}, ["a"], [""], {"a": "b"})
"""Values of every kind; at each place some of them are right."""

Path = tuple[str | int, ...]


def mutations(data: Any) -> Iterator[tuple[str, str]]:
    """Yield copies of the data with one thing changed, each with what was changed, as YAML in the form of JSON."""
    for path, value in _places(data):
        for wrong in WRONG:
            yield f"{_name(path)} = {wrong!r}", json.dumps(_replaced(data, path, wrong))
        if isinstance(value, dict):
            yield f"{_name(path)} + unknown", json.dumps(_replaced(data, path, {**value, "unknown": "x"}))
            for key in value:
                fewer = {other: value[other] for other in value if other != key}
                yield f"{_name(path)} - {key}", json.dumps(_replaced(data, path, fewer))


def _places(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield from _places(inner, (*path, step))


def _replaced(data: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    step, *rest = path
    copy = data.copy()
    copy[step] = _replaced(data[step], tuple(rest), new)
    return copy


def _name(path: Path) -> str:
    return ".".join(map(str, path)) or "(root)"
