"""Everything that can be wrong with data, one thing at a time: keys too many or too few, values of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TEXTS = ("", " \n", "Ein Wort", "wort", "1:75")
NUMBERS = (7, 7.0, -1, 1.5)
LISTS: tuple[list[Any], ...] = ([], ["a"], [""], [7], [["a"]])
GROUPS: tuple[dict[str, Any], ...] = ({}, {"a": "b"}, {"text": "a"})
VALUES = (None, True, *TEXTS, *NUMBERS, *LISTS, *GROUPS)
"""Values of every kind; at each place some of them are right."""

Path = tuple[str | int, ...]


def mutations(data: Any) -> Iterator[tuple[str, Any]]:
    """Yield copies of the data with one thing changed, each with what was changed."""
    for path, value in _places(data):
        for other in VALUES:
            yield f"{_name(path)} = {other!r}", _replaced(data, path, other)
        if isinstance(value, dict):
            yield f"{_name(path)} + unbekannt", _replaced(data, path, {**value, "unbekannt": "a"})
            for missing in value:
                rest = {key: value[key] for key in value if key != missing}
                yield f"{_name(path)} - {missing}", _replaced(data, path, rest)


def _places(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in inner:
        yield from _places(child, (*path, step))


def _replaced(data: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    copy = data.copy()
    copy[path[0]] = _replaced(data[path[0]], path[1:], new)
    return copy


def _name(path: Path) -> str:
    return ".".join(map(str, path)) or "file"
