"""A syntax error in the lines of a file: where it stands, how it is mended, and the lines as they are read then.

The parser says where it stumbled; what trips it stands in that line, in the one before, or where a text or bracket
opened. Each kind of slip is a function that looks at the lines there and answers with a `Mend`, or with None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import yaml

from generalprobe.reading.columns import (
    bare_key,
    crooked,
    key_or_entry,
    margin,
    shallow_block,
    tab,
    text_without_block,
    unclean_line,
)
from generalprobe.reading.marks import (
    after_quote,
    comma_behind,
    commas,
    comment_in_text,
    escape,
    open_bracket,
    open_quote,
    second_colon,
    start_of_text,
)
from generalprobe.reading.mends import Mend, Stumble, indent, is_structure
from generalprobe.reading.yaml_errors import explain


def mend(error: yaml.YAMLError, lines: list[str]) -> Mend:
    """Say what is wrong, and mend it; where nothing better is known, take the line out."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Mend(1, 1, "Die Datei lässt sich nicht lesen", "", guessed=True)
    stumble = Stumble(error, lines)
    for kind in _KINDS:
        if found := kind(stumble):
            return found
    return _taken_out(stumble)


def _taken_out(stumble: Stumble) -> Mend:
    said = explain(stumble.error, stumble.text)
    line = min(stumble.line, len(stumble.lines))
    return Mend(said.line, said.column, said.message, said.hint, without(stumble.lines, line), 1, said.code, True)


def without(lines: list[str], number: int) -> dict[int, str]:
    """A line and what hangs below it, taken out; below what is no key and no entry, nothing does."""
    out, depth = {number: ""}, indent(lines[number - 1])
    if not is_structure(lines[number - 1]):
        return out
    for below in range(number + 1, len(lines) + 1):
        if lines[below - 1].strip() and indent(lines[below - 1]) <= depth:
            break
        out[below] = ""
    return out


def conflicts(lines: list[str]) -> Iterator[Mend]:
    """The marks that a merge left behind; of the two versions the first is read."""
    start, second = 0, False
    out: dict[int, str] = {}
    for number, line in enumerate(lines, start=1):
        if re.match(r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)", line):
            start, second = start or number, line[0] in "=|"
            out[number] = ""
            if line[0] == ">" and start:
                yield _conflict(start, number, out)
                start, second, out = 0, False, {}
        elif start and second:
            out[number] = ""
    if start and lines[start - 1][0] == "<":
        yield _conflict(start, start, {start: ""})


def _conflict(start: int, end: int, out: dict[int, str]) -> Mend:
    message = "Hier stehen zwei Fassungen aus einer Zusammenführung (Konfliktmarken von git)"
    marks = "`<<<<<<<`, `=======` und `>>>>>>>`"
    hint = f"Von Zeile {start} bis {end} eine der beiden Fassungen löschen, dazu die Zeilen mit {marks}."
    return Mend(start, 1, message, hint, dict(out), 7, "YAML14")


_KINDS: tuple[Callable[[Stumble], Mend | None], ...] = (
    unclean_line,
    tab,
    shallow_block,
    escape,
    open_bracket,
    commas,
    open_quote,
    comma_behind,
    after_quote,
    comment_in_text,
    bare_key,
    key_or_entry,
    start_of_text,
    second_colon,
    text_without_block,
    margin,
    crooked,
)
