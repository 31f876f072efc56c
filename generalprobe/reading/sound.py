"""The text of a YAML file in which nothing can be wrong → its values, in a third of the time that their places take.

Most files are of this kind. Whatever might be reported of one by `source`, which tells what and where, is a doubt here;
`tests/test_source.py` holds both to the same values.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generalprobe.format.wording import composed
from generalprobe.reading.losses import GLUED_COMMENT, MAY_BE_LISTED
from generalprobe.reading.recovery import BREAKS, CONFLICT, begins_rule
from generalprobe.reading.scalars import resolve
from generalprobe.reading.source import LOADER, MAX_DEPTH, MAX_NODES


def sound_values(text: str) -> Any:
    """What a text holds; None where it holds nothing, and where `source` might report anything of it."""
    if CONFLICT in text or any(sign in text for sign in BREAKS) or begins_rule(text) or GLUED_COMMENT.search(text):
        return None  # What else of CONTROL stands in it, the parser refuses.
    loader = LOADER(text)
    try:
        return _Reader(text, loader.get_event).document()
    except (_Doubt, yaml.YAMLError):
        return None
    finally:
        loader.dispose()


class _Doubt(Exception):
    """Something might be wrong."""


class _Reader:
    def __init__(self, text: str, next_event: Callable[[], Any]) -> None:
        self._text, self._next, self._nodes = text, next_event, 0

    def document(self) -> Any:
        self._next()  # the start of the stream
        self._expect(DocumentStartEvent)
        value = self._value(self._next(), 1)
        self._next()  # the end of the document
        self._expect(StreamEndEvent)
        return value

    def _expect(self, kind: type) -> None:
        if not isinstance(self._next(), kind):
            raise _Doubt

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is AliasEvent or event.tag is not None or event.anchor is not None:
            raise _Doubt
        if kind is ScalarEvent:
            return self._scalar(event)
        if depth > MAX_DEPTH:
            raise _Doubt
        if kind is SequenceStartEvent:
            return self._sequence(depth + 1, flow=event.flow_style)
        return self._mapping(depth + 1, flow=event.flow_style)

    def _scalar(self, event: Any) -> Any:
        value = event.value if event.value.isascii() else composed(event.value)
        if event.implicit[0]:
            if event.start_mark.line != event.end_mark.line:
                self._expect_no_list(event)
            return resolve(value)
        if event.style == ">":
            self._expect_no_list(event)
        elif event.style == '"' and "\\" in self._written(event):
            raise _Doubt
        return value

    def _written(self, event: Any) -> str:
        written: str = self._text[event.start_mark.index : event.end_mark.index]
        return written

    def _expect_no_list(self, event: Any) -> None:
        if any(MAY_BE_LISTED.match(line) for line in self._written(event).splitlines()):
            raise _Doubt

    def _sequence(self, depth: int, *, flow: bool) -> list[Any]:
        values: list[Any] = []
        while type(event := self._next()) is not SequenceEndEvent:
            if flow and self._text[event.start_mark.index - 1] == ",":
                raise _Doubt  # perhaps that of a number
            values.append(self._value(event, depth))
        self._count(len(values))
        return values

    def _mapping(self, depth: int, *, flow: bool) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while type(event := self._next()) is not MappingEndEvent:
            name = event.value if type(event) is ScalarEvent and event.implicit[0] else ""
            if not (name.isidentifier() and name.isascii()) or name in values or event.anchor is not None:
                raise _Doubt
            values[name] = self._value(self._next(), depth)
            if flow and values[name] is None:
                raise _Doubt  # perhaps no key, but the rest of a text behind a comma
        self._count(2 * len(values))
        return values

    def _count(self, nodes: int) -> None:
        self._nodes += nodes
        if self._nodes >= MAX_NODES:
            raise _Doubt
