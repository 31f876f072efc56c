"""Entries that stand among those of another kind: what they are is told by their keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from generalprobe.format.case_study import CaseStudy
from generalprobe.format.kinds import KINDS
from generalprobe.problems import Finding, Path
from generalprobe.reading.misfits import models_in
from generalprobe.reading.source import Node


def misplaced(node: Node, path: Path, model: type[BaseModel]) -> Finding | None:
    """Say where an entry of a list belongs; None where it stands among its own kind, or is of none that is known."""
    place, index = path
    if not isinstance(index, int) or not isinstance(node.value, dict) or len(node.value) < 2:
        return None
    keys = set(node.value)
    home = _fit(keys, [entry for key, entry in _entries(model) if key == place])
    title, fit = max(_homes(model, str(place)), key=lambda other: _fit(keys, other[1]), default=("", ()))
    if _fit(keys, fit) < 1 or home >= 0.6:
        return None
    message = f"Das ist kein Eintrag von `{place}:`; nach den Schlüsseln gehört er woandershin"
    return Finding("FORM08", path, message, f"Verschieben: {title}.")


def _fit(keys: set[str], models: list[type[BaseModel]] | tuple[()]) -> float:
    """Which share of the keys the best of the models knows."""
    return max((len(keys & model.model_fields.keys()) / len(keys) for model in models), default=0)


def _homes(model: type[BaseModel], place: str) -> Iterator[tuple[str, list[type[BaseModel]]]]:
    for key in dict.fromkeys(key for key, _ in _entries(model) if key != place):
        yield f"unter `{key}:` in dieser Datei", [entry for name, entry in _entries(model) if name == key]
    for kind in KINDS:
        if kind.model is not model:
            where = f"data/{kind.place}" if kind.single else f"data/{kind.place}/"
            if kind.model is CaseStudy:
                yield f"in eine eigene Datei in `{where}`", [kind.model]
            for key in dict.fromkeys(key for key, _ in _entries(kind.model)):
                entries = [entry for name, entry in _entries(kind.model) if name == key]
                yield f"unter `{key}:` in einer Datei von `{where}`", entries


@cache
def _entries(model: type[BaseModel]) -> tuple[tuple[str, type[BaseModel]], ...]:
    """The models of the lists of a file, each with the key of its list."""
    return tuple(
        (name, entry)
        for name, field in model.model_fields.items()
        if "tuple" in str(field.annotation)
        for entry in models_in(field.annotation)
    )
