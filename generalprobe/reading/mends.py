"""What is said of a syntax error, and the lines around the place where the parser stumbled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from generalprobe.format.kinds import KEYS
from generalprobe.reading.quoting import quote_it, quoted

_FARTHEST = 200
"""How many lines are looked at above the place where the parser stumbled."""
LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[A-Za-z_][\w-]*) *:(?: +|$))?(?P<value>.*?) *$")
"""A line of YAML: its hyphens, its key, and what stands behind."""


@dataclass(frozen=True)
class Mend:
    """What is said of an error, and the lines (by number from 1) in the place of those that hold it."""

    line: int
    column: int
    message: str
    hint: str
    lines: Mapping[int, str] = field(default_factory=dict)
    width: int = 1
    code: str = "YAML01"
    guessed: bool = False
    """The lines are taken out, not mended."""
    goes_on: bool = False
    """The same in the next line is the same slip, as of a paragraph at the margin."""


class Stumble:
    """The place where the parser stumbled, in lines that are counted from 1."""

    def __init__(self, error: yaml.MarkedYAMLError, lines: list[str]) -> None:
        self.error = error
        self.problem = str(error.problem or "")
        self.scanning = str(error.context or "")
        mark, context = error.problem_mark, error.context_mark
        assert mark is not None
        self.lines = lines
        self.line, self.column = mark.line + 1, mark.column + 1
        self.opened = (context.line + 1, context.column + 1) if context else (self.line, self.column)
        if "scanning a simple key" in self.scanning:
            self.line, self.column = self.opened

    def text(self, number: int) -> str:
        """The text of a line; empty outside the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def before(self, number: int) -> int:
        """The number of the last line above that is neither empty nor a comment; 0 where there is none."""
        return next(self.above(number), 0)

    def above(self, number: int) -> Iterator[int]:
        """The numbers of the lines above that say something, upwards."""
        for above in range(number - 1, max(0, number - _FARTHEST), -1):
            if self.text(above).strip() and not self.text(above).lstrip().startswith("#"):
                yield above

    def after(self, number: int) -> int:
        """The number of the next line that is not empty; 0 where there is none."""
        below = range(number + 1, min(len(self.lines), number + _FARTHEST) + 1)
        return next((line for line in below if self.text(line).strip()), 0)


def quoting(stumble: Stumble, number: int, message: str, text: str | None = None) -> Mend:
    """Put the value of a line in quotation marks, with the lines that continue it."""
    line = stumble.text(number)
    value = LINE.match(line)
    assert value
    at, new = value.start("value"), {}
    inner = value["value"] if text is None else text
    depth = indent(line) + len(value["dashes"])
    below = number + 1
    while stumble.text(below).strip() and indent(stumble.text(below)) > depth and not is_structure(stumble.text(below)):
        inner += " " + stumble.text(below).strip()
        new[below] = ""
        below += 1
    new[number] = line[:at] + quoted(inner)
    hint = quote_it(inner)
    if new.keys() > {number} and value["key"]:
        hint = f"Hinter `{value['key']}:` ein `|` setzen und den ganzen Text in den Zeilen darunter einrücken."
    return Mend(number, at + 1, message, hint, new, len(value["value"]))


def is_structure(line: str) -> bool:
    """Whether a line begins with a key that some format knows, or with the hyphen of an entry."""
    found = LINE.match(line)
    return found is not None and (bool(found["dashes"]) or found["key"] in KEYS.all or line.strip() == "-")


def indent(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))
