"""Data whose every text field holds a payload, made from the models, so that a new field is covered at once."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints

from generalprobe.format.duration import Duration
from generalprobe.format.fields import SLUG
from generalprobe.format.questions import GapsQuestion

IMAGE = 'images/x" onerror="window.pwned=\'src\'" y="{{ 7 * 191 }}.svg'
"""A real file with a name like that: the only text that may stand in `src`."""
GIVEN = {
    "exam": "angriff",
    "src": IMAGE,
    "time": "1:14",
    "demo": "0:10",
    "lesson": "",
    "said": "",
    "confused_with": None,
}
"""Fields whose value must be one that exists, or must add up."""
TIMES = {"slides": 7, "questions": 5, "options": 2, "steps": 3, "pairs": 2, "lines": 2, "rows": 2}
"""How often a list's entry is repeated: seven slides carry all kinds of artifacts, five questions are of all kinds."""


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    """The kinds of a model's fields; Python compiles them anew each time it is asked."""
    return get_type_hints(model, include_extras=True)


@dataclass
class Filler:
    """Fills models with one payload and remembers which word marks which field."""

    payload: str
    fields: dict[str, tuple[str, bool]] = field(default_factory=dict)
    """Where each word stands, and whether the field is plain text, shown as written."""
    ids: int = 0

    def model(self, model: type[BaseModel], path: str = "", turn: int = 0) -> dict[str, Any]:
        """Fill every field; `turn` chooses among alternatives."""
        filled = {name: self._field(model, name, f"{path}.{name}".strip("."), turn) for name in model.model_fields}
        return filled | ({"text": f"{filled['text']} ___"} if model is GapsQuestion else {})

    def _field(self, model: type[BaseModel], name: str, path: str, turn: int) -> Any:
        if name in GIVEN:
            return GIVEN[name]
        plain = "Text" in next(filter(None, (inspect.get_annotations(base).get(name) for base in model.__mro__)))
        return self._value(_hints(model)[name], path, plain, turn)

    def _value(self, kind: Any, path: str, plain: bool, turn: int) -> Any:
        arguments = get_args(kind)
        match get_origin(kind):
            case origin if origin is Annotated:
                return self._constrained(arguments, path, plain, turn)
            case origin if origin is tuple:
                return self._list(arguments[0], path, plain, turn)
            case origin if origin in (Union, UnionType):
                kinds = [each for each in arguments if each is not type(None)]
                return self._value(kinds[turn % len(kinds)], path, plain, turn)
            case origin if origin is Literal:
                return arguments[0]
        return self._simple(kind, path, plain, turn)

    def _list(self, kind: Any, path: str, plain: bool, turn: int) -> list[Any]:
        times = TIMES.get(path.rpartition(".")[2])
        if times is None:
            return [self._value(kind, path, plain, turn)]
        return [self._value(kind, f"{path}[{each}]", plain, each) for each in range(times)]

    def _constrained(self, arguments: tuple[Any, ...], path: str, plain: bool, turn: int) -> Any:
        patterns = [str(each.pattern) for each in arguments[1:] if isinstance(each, StringConstraints)]
        if any(SLUG in pattern for pattern in patterns):
            self.ids += 1
            return f"kennung-{self.ids}"
        return self._value(arguments[0], path, plain, turn)

    def _simple(self, kind: Any, path: str, plain: bool, turn: int) -> Any:
        if kind is str:
            return self._text(path, plain)
        if kind is Duration:
            return "1:00"
        if kind is bool:
            return turn % 2 == 1
        if kind is int:
            return 0
        return self.model(kind, path, turn)

    def _text(self, path: str, plain: bool) -> str:
        word = f"wort{len(self.fields):03}ende"
        self.fields[word] = (path, plain)
        return self.payload.replace("§", word)
