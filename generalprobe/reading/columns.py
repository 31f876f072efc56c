"""Slips with what one hardly sees: blanks and their doubles, hyphens and colons of structure, columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generalprobe.format.kinds import KEYS
from generalprobe.format.wording import INVISIBLE, without_invisible
from generalprobe.reading.mends import LINE, Mend, Stumble, indent, is_structure
from generalprobe.reading.quoting import retyped

_BROKEN_INDENT = re.compile(rf" *[{INVISIBLE}][ {INVISIBLE}]*")
_BROKEN_GAP = re.compile(rf"^\s*(?:(?:- )*[A-Za-z_]+:|(?:- )*-)(?P<gap>[{INVISIBLE}]+)")
_GLUED = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[A-Za-z_]+):(?P<value>[^\s/].*)")
_NO_COLON = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[a-z_]+)(?P<mark> *[=;：] *| +)(?P<value>\S.*)")
_DASH = re.compile(r"(?P<indent> *)(?P<mark>-(?=[^\s-])|[–—•·▪‣*+](?:\s|(?=\w)))\s*(?P<text>\S.*)")


def invisible(number: int, line: str) -> Mend | None:
    """A character that looks like a blank, or like nothing, where the parser needs a real blank or a clean key."""
    start = _BROKEN_INDENT.match(line)
    gap = _BROKEN_GAP.match(line)
    key = re.match(rf"\s*(?:- +)*[A-Za-z_]*[{INVISIBLE}][A-Za-z_{INVISIBLE}]*(?=:(?:\s|$))", line)
    found = start or gap or key
    if not found:
        return None
    begin = gap.start("gap") if gap and not start else re.search(f"[{INVISIBLE}]", line).start()  # type: ignore[union-attr]
    end = found.end() if not gap or start else gap.end("gap")
    clean = line[:begin] + without_invisible(line[begin:end]) + line[end:]
    if gap and not start and clean[begin : begin + 1] != " ":
        clean = f"{line[:begin]} {clean[begin:]}"
    message = f"Unsichtbares Zeichen U+{ord(line[begin]):04X}"
    return Mend(number, begin + 1, message, retyped(clean), {number: clean}, end - begin, "YAML13")


def unclean_line(stumble: Stumble) -> Mend | None:
    """A character that nobody sees, near the place."""
    for number in (stumble.line, stumble.before(stumble.line), stumble.opened[0]):
        if found := invisible(number, stumble.text(number)):
            return found
    return None


def tab(stumble: Stumble) -> Mend | None:
    """A tab in the indentation."""
    for number in (stumble.line, stumble.error.problem_mark.line + 1):  # type: ignore[union-attr]
        line = stumble.text(number)
        lead = re.match(r"[ \t]*(?:-[ \t]+)*", line)
        if lead and "\t" in lead[0]:
            clean = lead[0].replace("-\t", "- ").replace("\t", "  ") + line[lead.end() :]
            at = line.index("\t")
            return Mend(number, at + 1, "Tabulator in der Einrückung", "", {number: clean}, 1, "YAML02")
    return None


def key_or_entry(stumble: Stumble) -> Mend | None:
    """A key without its colon or the blank behind it, an entry without its hyphen or the blank behind it."""
    for number in _near(stumble):
        line = stumble.text(number)
        if LINE.match(line)["key"]:  # type: ignore[index]
            continue
        if (glued := _GLUED.fullmatch(line)) and glued["key"] in KEYS.all:
            whole = f"{glued['key']}: {glued['value']}"
            message = "Hinter dem Doppelpunkt fehlt ein Leerzeichen"
            return _line(stumble, number, glued.end("before"), message, whole, {number: glued["before"] + whole})
        lost = _NO_COLON.fullmatch(line)
        if lost and lost["key"] in KEYS.all and ("simple key" in stumble.scanning or number != stumble.line):
            whole = f"{lost['key']}: {lost['value']}"
            message = f"Hinter dem Schlüssel `{lost['key']}` fehlt der Doppelpunkt"
            return _line(stumble, number, lost.end("before"), message, whole, {number: lost["before"] + whole})
        if (dash := _DASH.fullmatch(line)) and _lists(stumble, number):
            whole = f"- {dash['text']}"
            message = "Hinter dem `-` fehlt ein Leerzeichen"
            if dash["mark"][0] != "-":
                message = f"„{dash['mark'].strip()}“ ist kein Zeichen für einen Eintrag einer Liste"
            return _line(stumble, number, dash.end("indent"), message, whole, {number: dash["indent"] + whole})
    return None


def _near(stumble: Stumble) -> Iterator[int]:
    """The lines in which a key or an entry may be broken: where the parser stumbled, and what it read as one text."""
    yield stumble.line
    if "simple key" in stumble.scanning:
        return
    yield stumble.before(stumble.line)
    depth = indent(stumble.text(stumble.line))
    for number in stumble.above(stumble.line):
        if indent(stumble.text(number)) != depth:
            return
        yield number


def _lists(stumble: Stumble, number: int) -> bool:
    """Whether a line stands among entries of a list."""
    depth = indent(stumble.text(number))
    near = (stumble.text(line) for line in (stumble.before(number), stumble.after(number)) if line)
    return any(indent(line) == depth and line.lstrip().startswith("- ") for line in near) or any(
        LINE.match(stumble.text(line))["key"] in KEYS.lists  # type: ignore[index]
        for line in stumble.above(number)
        if indent(stumble.text(line)) < depth
    )


def _line(stumble: Stumble, number: int, at: int, message: str, whole: str, new: dict[int, str]) -> Mend:
    return Mend(number, at + 1, message, f"So schreiben: `{whole}`.", new, len(stumble.text(number)) - at)


def text_without_block(stumble: Stumble) -> Mend | None:
    """A text over several lines without `|`, in which a colon follows."""
    if "mapping values are not allowed" not in stumble.problem:
        return None
    depth = indent(stumble.text(stumble.line))
    first = stumble.line
    for number in stumble.above(stumble.line):
        if indent(stumble.text(number)) < depth:
            break
        first = number
    else:
        return None
    head, opens = stumble.text(first), LINE.match(stumble.text(number))
    if not opens or not opens["key"] or opens["key"] in KEYS.groups or is_structure(head) or opens["value"]:
        return None
    key = opens["key"]
    whole = f"{key}: |"
    message = f"Der Text unter `{key}` steht ohne `|`; der Doppelpunkt in Zeile {stumble.line} macht ihn unlesbar"
    at = opens.start("key")
    new = {number: stumble.text(number)[:at] + whole}
    return Mend(number, at + 1, message, f"So schreiben: `{whole}`.", new, len(stumble.text(number)) - at)


def margin(stumble: Stumble) -> Mend | None:
    """Text that stands too far to the left for the one above it."""
    line = stumble.text(stumble.line)
    if (
        is_structure(line)
        or not line.strip()
        or not ("simple key" in stumble.scanning or "expected key" in stumble.problem)
    ):
        return None
    above = stumble.before(stumble.line)
    if not above:
        return None
    head = stumble.text(above)
    opens = LINE.match(head)
    deeper = opens is not None and opens["key"] is not None
    depth = indent(head) + (len(opens["dashes"]) if opens else 0) + (2 if deeper else 0)
    whole = " " * depth + line.strip()
    message = "Der Text steht zu weit links und gehört so zu keinem Schlüssel"
    hint = f"Einrücken wie die Zeile darüber: `{whole}`."
    if deeper and opens and opens["value"] and opens["value"][:1] in "\"'[{":
        return None
    return Mend(stumble.line, indent(line) + 1, message, hint, {stumble.line: whole}, len(line.strip()))


def crooked(stumble: Stumble) -> Mend | None:
    """A key or an entry that stands in no column of those above it: put into the nearest one of its kind."""
    line = stumble.text(stumble.line)
    depth, is_entry = indent(line), line.lstrip().startswith("- ")
    if not is_structure(line):
        return None
    columns = dict.fromkeys(_columns(stumble, is_entry=is_entry))
    if not columns or depth in list(columns)[:1]:
        return None
    nearest = min(columns, key=lambda column: (abs(column - depth), -column))
    if abs(nearest - depth) > 3 or nearest == depth:
        return None
    whole = " " * nearest + line.strip()
    message = "Die Zeile steht in einer anderen Spalte als die, zu denen sie gehört"
    hint = f"So einrücken: `{whole}`."
    return Mend(stumble.line, depth + 1, message, hint, {stumble.line: whole}, len(line.strip()))


def _columns(stumble: Stumble, *, is_entry: bool) -> Iterator[int]:
    """Where the entries, or the keys, of the lines above begin."""
    for number in stumble.above(stumble.line):
        found = LINE.match(stumble.text(number))
        assert found
        if is_entry and found["dashes"]:
            yield len(found["indent"])
        if not is_entry and found["key"]:
            yield len(found["indent"]) + len(found["dashes"])
