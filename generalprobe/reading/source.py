"""The text of a YAML file as values that know their places.

Reads events one by one and builds the values itself: nothing is composed that is not wanted (libyaml's composer crashes
on deep nesting), scalars follow the YAML 1.2 core rules, and every value and key keeps its line and column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from generalprobe.format.kinds import KEYS
from generalprobe.format.wording import composed, shorten, without_invisible
from generalprobe.problems import Path, Problem, path_text
from generalprobe.reading.columns import invisible
from generalprobe.reading.losses import Losses
from generalprobe.reading.quoting import quote_it
from generalprobe.reading.recovery import (
    CONTROL,
    line_starts,
    mend_error,
    set_aside_conflicts,
    set_aside_controls,
    set_aside_rules,
    split_lines,
    take,
)
from generalprobe.reading.scalars import resolve
from generalprobe.rules import RULES

MAX_DEPTH = 20
MAX_NODES = 50_000
MAX_PROBLEMS = 200
MAX_MENDS = 100
MOST_MENDED = 3_000_000
"""Characters that are read again after an error, all readings of a file together."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_IN_LINE = (ScalarEvent, AliasEvent)
_NOTHING: Mapping[Any, Any] = {}  # one for all: most nodes are texts


@dataclass(slots=True)
class Node:
    """A value, where it stands, and the nodes of what it holds."""

    value: Any
    line: int
    column: int
    width: int
    start: int
    """Where it begins and ends in the text of the file, in characters from 0; of a block, the end is after it."""
    end: int
    keys: Mapping[str, Node]
    """Of a mapping: the places of its keys."""
    children: Mapping[str | int, Node]
    broken: bool = False
    """A problem with this value has been reported already."""


@dataclass(slots=True)
class Source:
    """A file's text, its values (`root` is None where it could not be read) and what was wrong with the writing."""

    file: str
    text: str
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    mended: str = ""
    """The text as it was read, without what stopped the parser; its lines are those of the file."""
    aside: set[int] = field(default_factory=set)
    """The lines that were mended or taken out: what is wrong with them has been said."""
    tried: set[tuple[int, str]] = field(default_factory=set)
    """Lines that were mended, and what was said of them: said of the same line once more, the mend was in vain."""
    renamed: list[tuple[Path, str, str]] = field(default_factory=list)
    """Keys that are read as others, in their order: the way to their group, what was written, what was meant."""
    incomplete: bool = False
    """Something was taken out that is missing now."""
    unreported: int = 0
    """How many problems were left out because there are `MAX_PROBLEMS` already."""

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty outside the file."""
        starts = line_starts(self.text)
        end = starts[number] if number < len(starts) else None
        return self.text[starts[number - 1] : end].rstrip("\r\n") if 0 < number <= len(starts) else ""

    def written(self, node: Node) -> str:
        """What stands in the file at a value that is no block."""
        return self.mended[node.start : node.end]

    def position(self, at: int, text: str = "") -> tuple[int, int]:
        """The line and the column (from 1) of a character, counted from 0, of the text or of `text`, as it was read."""
        starts = line_starts(text or self.text)
        line = bisect_right(starts, at)
        return line, at - starts[line - 1] + 1

    def report(
        self,
        code: str,
        line: int,
        column: int,
        message: str,
        hint: str = "",
        *,
        width: int = 1,
        path: Path = (),
        again: bool = False,
    ) -> None:
        """Add a problem at a line and column (from 1; 0 for the file as a whole).

        Of a line that was mended nothing is said but `again`: its values are not what was written.
        """
        if line in self.aside and not again:
            return
        if self.full:
            self.unreported += 1
            return
        rule = RULES[code]
        source = self.line(line)
        width = max(1, min(width, len(source) - column + 1))
        self.problems.append(
            Problem(
                file=self.file,
                line=line,
                column=column,
                code=code,
                path=path_text(path),
                message=message,
                hint=hint or rule.cure,
                severity=rule.severity,
                source=source,
                width=width,
            )
        )

    @property
    def full(self) -> bool:
        """Whether no more problems are taken in: many in one file have one cause most often."""
        return len(self.problems) >= MAX_PROBLEMS

    def node(self, path: Path) -> tuple[Node, int]:
        """Follow a path as far as it goes; return the last node reached and the number of steps taken."""
        assert self.root is not None
        node = self.root
        for steps, step in enumerate(path):
            if step not in node.children:
                return node, steps
            node = node.children[step]
        return node, len(path)


def read_source(file: str, text: str) -> Source:
    """Read the text of a YAML file (without byte order mark); what is wrong with it stands in the result's problems."""
    source = Source(file, text)
    set_aside_conflicts(source)
    if not set_aside_controls(source):
        return source
    set_aside_rules(source)
    for _ in range(max(1, min(MAX_MENDS, MOST_MENDED // (len(text) + 1)))):
        said = list(source.problems)
        try:
            source.root = _read_once(source)
            return source
        except _UncleanKey as unclean:
            source.problems = said
            mended = invisible(unclean.line, split_lines(source.mended)[unclean.line - 1])
            if mended is None or not take(source, mended):
                return source
        except yaml.YAMLError as error:
            source.problems = said
            if not mend_error(source, error):
                return source
    return source


def _read_once(source: Source) -> Node | None:
    reader = _Reader(source)
    try:
        return reader.read()
    except _GiveUp:
        return None
    finally:
        reader.close()


class _GiveUp(Exception):
    """A problem was reported after which reading on makes no sense."""


class _UncleanKey(Exception):
    """A key holds characters that nobody sees."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._loader = LOADER(source.mended)
        self._next: Callable[[], Any] = self._loader.get_event
        self._nodes = 0
        self._losses = Losses(source)

    def close(self) -> None:
        self._loader.dispose()

    def read(self) -> Node | None:
        """Read the one document; None where there is none."""
        self._next()  # the start of the stream
        if isinstance(self._next(), StreamEndEvent):
            return None
        root = self._value(self._next(), (), 1)
        self._expect_end()
        return root

    def _expect_end(self) -> None:
        self._next()  # the end of the document
        event = self._next()
        if isinstance(event, DocumentStartEvent):
            self._report("YAML03", event, "Hier beginnt ein zweites Dokument", width=3)
            raise _GiveUp

    def _report(
        self, code: str, event: Any, message: str, path: Path = (), width: int | None = None, hint: str = ""
    ) -> None:
        mark = event.start_mark
        width = _width(event) if width is None else width
        self._source.report(code, mark.line + 1, mark.column + 1, message, hint, width=width, path=path)

    def _value(self, event: Any, path: Path, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._report("YAML08", event, f"Mehr als {MAX_NODES:,} Einträge".replace(",", "."))
            raise _GiveUp
        mark = event.start_mark
        node = Node(
            None, mark.line + 1, mark.column + 1, _width(event), mark.index, event.end_mark.index, _NOTHING, _NOTHING
        )
        if isinstance(event, AliasEvent):
            self._report(
                "YAML04", event, f"Verweis „*{event.anchor}“ ist nicht erlaubt", path, hint=self._to_quote(event)
            )
            node.broken = True
            return node
        if event.anchor is not None or event.tag is not None:
            self._report_properties(event, path)
            node.broken = True
        if isinstance(event, ScalarEvent):
            self._scalar(node, event, path)
        elif depth > MAX_DEPTH:
            self._report("YAML07", event, f"Tiefer als {MAX_DEPTH} Ebenen verschachtelt", width=1)
            raise _GiveUp
        elif isinstance(event, MappingStartEvent):
            self._mapping(node, path, depth, flow=bool(event.flow_style))
        else:
            self._sequence(node, path, depth, flow=bool(event.flow_style))
        return node

    def _report_properties(self, event: Any, path: Path) -> None:
        if event.anchor is not None:
            hint, width = self._to_quote(event), len(self._rest(event).rstrip())
            self._report("YAML04", event, f"Anker „&{event.anchor}“ ist nicht erlaubt", path, width, hint)
        if event.tag is not None:
            message, hint = f"Typangabe „{_short_tag(event.tag)}“ ist nicht erlaubt", self._to_quote(event)
            self._report("YAML05", event, message, path, len(self._rest(event).rstrip()), hint)

    def _to_quote(self, event: Any) -> str:
        """How the text is written, if it is one: the rest of the line from an anchor, an alias or a tag on."""
        if self._source.full:
            return ""
        return f"{quote_it(self._rest(event))} Ist kein Text gemeint: die Angabe löschen."

    def _rest(self, event: Any) -> str:
        start = event.start_mark.index
        return re.split(r"[\r\n]| #", self._source.mended[start : start + 1000], maxsplit=1)[0]

    def _scalar(self, node: Node, event: ScalarEvent, path: Path) -> None:
        if _is_plain(event):
            node.value = resolve(composed(event.value))
            self._losses.plain(node, path)
            return
        node.value = composed(event.value)
        if event.style == ">":
            self._losses.folded(node, path)
        elif event.style == '"':
            self._losses.double_quoted(node, path)
            if not node.broken and (control := CONTROL.search(event.value)):
                self._report("DATEI06", event, f"Unsichtbares Steuerzeichen U+{ord(control[0]):04X} im Text", path)
                node.broken = True

    def _sequence(self, node: Node, path: Path, depth: int, *, flow: bool) -> None:
        children: dict[str | int, Node] = {}
        while not isinstance(event := self._next(), SequenceEndEvent):
            index = len(children)
            children[index] = self._value(event, (*path, index), depth + 1)
            if flow and index and not children[index - 1].broken:
                self._losses.separated(children[index - 1], children[index], (*path, index - 1))
        node.value = [child.value for child in children.values()]
        node.children = children
        self._close(node, event, flow=flow)

    @staticmethod
    def _close(node: Node, event: Any, *, flow: bool) -> None:
        if flow:
            node.end = event.end_mark.index
            if event.end_mark.line + 1 == node.line:
                node.width = node.end - node.start

    def _mapping(self, node: Node, path: Path, depth: int, *, flow: bool) -> None:
        keys: dict[str, Node] = {}
        children: dict[str | int, Node] = {}
        last: tuple[Node, Path, int] | None = None
        again: Any = False
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event, path, depth)
            child = self._value(self._next(), (*path, key.value), depth + 1)
            if key.broken:
                node.broken = True
                continue
            if flow and last and child.start == child.end == key.end:  # no key at all, but the rest of a text
                last = (*last[:2], key.end)
                continue
            self._cut(last)
            last = child, (*path, key.value), child.end
            if key.value in keys:
                # A list without hyphens is a group for the parser: that it is none is said once.
                again = again or (not flow and path[-1:] and path[-1] in KEYS.lists and key.value == next(iter(keys)))
                if not again:
                    self._report_duplicate(key, keys[key.value], path)
                continue
            keys[key.value] = key
            children[key.value] = child
        node.value = {name: child.value for name, child in children.items()}
        node.keys, node.children = keys, children
        self._cut(last)
        self._close(node, event, flow=flow)

    def _cut(self, last: tuple[Node, Path, int] | None) -> None:
        """Report a value whose text goes on behind a comma, to where the third of the three says."""
        if last and last[2] > last[0].end and not last[0].children:
            self._losses.comma(last[0], last[2], last[1])

    def _key(self, event: Any, path: Path, depth: int) -> Node:
        """Read a key; broken where it cannot be one."""
        key = self._value(event, path, depth + 1)
        if isinstance(event, ScalarEvent):
            key.value = composed(event.value)
            if not event.value.isascii() and without_invisible(event.value) != event.value and _is_plain(event):
                raise _UncleanKey(key.line)
            if event.value == "<<" and _is_plain(event):
                self._report("YAML04", event, "Zusammenführung „<<“ ist nicht erlaubt", path)
                key.broken = True
        else:
            if not key.broken:
                self._report("FORM03", event, "Ein Schlüssel muss ein einfaches Wort sein", path, 1)
            key.value, key.broken = "", True
        return key

    def _report_duplicate(self, key: Node, first: Node, path: Path) -> None:
        self._source.report(
            "YAML06",
            key.line,
            key.column,
            f"Schlüssel `{shorten(key.value)}` steht schon in Zeile {first.line}",
            width=key.width,
            path=(*path, key.value),
        )


def _width(event: Any) -> int:
    start, end = event.start_mark, event.end_mark
    if isinstance(event, _IN_LINE):
        return end.column - start.column if end.line == start.line else 1_000_000
    return 1


def _is_plain(event: ScalarEvent) -> bool:
    return bool(event.implicit[0])


def _short_tag(tag: str) -> str:
    return shorten(tag.replace("tag:yaml.org,2002:", "!!"))
