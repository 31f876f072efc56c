"""Reading on after an error: what it is has been said, and its lines are mended or set aside."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import yaml

from generalprobe.reading.mending import conflicts, mend, without
from generalprobe.reading.mends import Mend
from generalprobe.reading.quoting import retyped

if TYPE_CHECKING:
    from generalprobe.reading.source import Source

CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What YAML allows in no file, and separators of lines: parsers disagree on whether they end one."""
BREAKS = "\x85\u2028\u2029"
"""Those that some parsers take for the end of a line."""
_BREAKING = re.compile(f"[\x0b\x0c{BREAKS}]")
_MOST_CONTROL = 0.05
"""The share of such characters from which on a file is no text."""
_RULE = re.compile(r"(?:-{3,}|={3,}|\*{3,}|_{3,}|\.{3})\s*")
CONFLICT = "<<<<<<<"
_RULE_BEGINS = re.compile(r"\n[-=*_.]{3}")
LINE_BREAK = re.compile("\r\n|[\n\r]")


def set_aside_conflicts(source: Source) -> None:
    """Report what a merge left behind, and begin with the text without it."""
    source.mended = source.text
    if CONFLICT in source.text:
        for mended in conflicts(split_lines(source.text)):
            take(source, mended)


def begins_rule(text: str) -> bool:
    """Whether a line begins like one that is drawn between parts."""
    return _RULE_BEGINS.search("\n" + text) is not None


def set_aside_rules(source: Source) -> None:
    """Report lines drawn between parts, as Markdown and Word have them, and read on without; a second talk is none."""
    lines = split_lines(source.mended) if begins_rule(source.mended) else []
    filled = [number for number, line in enumerate(lines, start=1) if line.strip() and not line.startswith("#")]
    for number, after in pairwise(filled[1:]):
        if _RULE.fullmatch(lines[number - 1]) and not lines[after - 1].startswith("title:"):
            rule = lines[number - 1].strip()
            message = f"Eine Trennlinie `{rule}` gibt es in der Datei nicht"
            take(source, Mend(number, 1, message, "Die Zeile löschen.", {number: ""}, len(rule), "YAML03"))


def set_aside_controls(source: Source) -> bool:
    """Report control characters, once a line, and read on without them; False where the file is no text."""
    found = CONTROL.findall(source.mended)
    is_text = len(found) < 2 or len(found) < _MOST_CONTROL * len(source.mended)
    lines = split_lines(source.mended) if found else []
    for number, line in enumerate(lines, start=1):
        if control := CONTROL.search(line):
            clean = CONTROL.sub("", _BREAKING.sub(" ", line))
            message = f"Unsichtbares Steuerzeichen U+{ord(control[0]):04X}"
            source.report("DATEI06", number, control.start() + 1, message, retyped(clean))
            source.aside.add(number)
            lines[number - 1] = clean
            if not is_text:
                return False
    source.mended = "\n".join(lines) if found else source.mended
    return True


def mend_error(source: Source, error: yaml.YAMLError) -> bool:
    """Report what stopped the parser and set it aside; False where reading on makes no sense."""
    lines = split_lines(source.mended)
    mended = mend(error, lines)
    if (mended.line, mended.message) in source.tried:  # mended in vain
        line = min(getattr(error, "problem_mark", None).line + 1, len(lines))  # type: ignore[union-attr]
        out = without(lines, line)
        if not any(lines[number - 1].strip() for number in out):
            return False
        mended = replace(mended, lines=out, guessed=True)
        return take(source, mended, silently=True)
    return take(source, mended)


def take(source: Source, mended: Mend, *, silently: bool = False) -> bool:
    """Report an error and put the mended lines in place; whether there were any."""
    lines = split_lines(source.mended)
    column = _column(source, mended, lines)
    if _goes_on(source, mended):
        _say_how_far(source, mended.line)
    elif column and not silently and not (mended.guessed and _is_beside(source, mended.line)):
        source.report(mended.code, mended.line, column, mended.message, mended.hint, width=mended.width, again=True)
    source.tried.add((mended.line, mended.message))
    for number, line in mended.lines.items():
        lines[number - 1] = line
    source.mended = "\n".join(lines)
    source.aside |= mended.lines.keys() | {mended.line}
    source.incomplete |= mended.guessed
    return bool(mended.lines)


def _column(source: Source, mended: Mend, lines: list[str]) -> int:
    """Where in the file stands what is wrong with a line that was mended before; 0 where one cannot tell."""
    written, now = source.line(mended.line), lines[mended.line - 1] if mended.line <= len(lines) else ""
    if mended.line not in source.aside or written == now:
        return mended.column
    rest = now[mended.column - 1 :]
    if rest.strip() == written.strip():  # its column has one cause
        return 0
    return len(written) - len(rest) + 1 if rest.strip() and written.endswith(rest) else 0


def _say_how_far(source: Source, line: int) -> None:
    last = source.problems[-1]
    hint = re.sub(r" Ebenso bis Zeile [0-9]+\.$", "", last.hint)
    source.problems[-1] = replace(last, hint=f"{hint} Ebenso bis Zeile {line}.")


def _goes_on(source: Source, mended: Mend) -> bool:
    """Whether the line above has the same slip: a paragraph pasted at the margin is one."""
    last = source.problems[-1] if source.problems else None
    return (
        mended.goes_on
        and last is not None
        and last.message == mended.message
        and last.line < mended.line
        and all(number in source.aside or not source.line(number).strip() for number in range(last.line, mended.line))
    )


def _is_beside(source: Source, line: int) -> bool:
    """Whether a line that nothing better is known of stands beside a mended one: that is the cause, most likely."""
    return any(number in source.aside for number in (line - 1, line, line + 1))


def split_lines(text: str) -> list[str]:
    """The lines of a text, however they end."""
    return LINE_BREAK.split(text)


@lru_cache(maxsize=4)
def line_starts(text: str) -> Sequence[int]:
    """Where the lines of a text begin, in characters from 0; kept, for much is said of one file."""
    return array("L", [0, *(found.end() for found in LINE_BREAK.finditer(text))])
