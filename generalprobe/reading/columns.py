"""Slips with what one hardly sees: blanks and their doubles, hyphens and colons of structure, columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generalprobe.format.kinds import KEYS
from generalprobe.format.wording import INVISIBLE, without_invisible
from generalprobe.reading.mends import LINE, Mend, Stumble, indent, is_structure
from generalprobe.reading.quoting import quoted, retyped
from generalprobe.reading.renaming import other_word

_BROKEN_INDENT = re.compile(rf" *[{INVISIBLE}][ {INVISIBLE}]*")
_BROKEN_GAP = re.compile(rf"^\s*(?:(?:- )*[A-Za-z_]+:|(?:- )*-)(?P<gap>[{INVISIBLE}]+)")
_LEAD = re.compile(r"[ \t]*(?:-[ \t]+)*")
_GLUED = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[A-Za-z_]+):(?P<value>[^\s/].*)")
_NO_COLON = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[a-z_]+)(?P<mark> *[=;：] *| +)(?P<value>\S.*)")
_OPENING = ("[", "{", "|", ">")
_NEEDS_QUOTES = re.compile(r"^[*&!%@`>|{\[]|:(?: |$)| #")
"""In the text of an entry: what would make something else of it."""
_DASH = re.compile(r"(?P<indent> *)(?P<mark>-(?=[^\s-])|[–—•·▪‣*+](?:\s|(?=\w))|[0-9]{1,2}[.)]\s)\s*(?P<text>\S.*)")


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
    if gap and not start:
        rest = clean[begin:].strip()
        clean = f"{line[:begin]} {rest if rest[:1] in _OPENING else _as_text(rest)}"
    message = f"Unsichtbares Zeichen U+{ord(line[begin]):04X}"
    return Mend(number, begin + 1, message, retyped(clean), {number: clean}, end - begin, "YAML13")


def _as_text(text: str) -> str:
    """A text in quotation marks, where something else would become of it; one that begins with a key is none."""
    key = LINE.match(text)["key"]  # type: ignore[index]
    is_text = text[:1] not in ('"', "'") and key not in KEYS.all
    return quoted(text.strip()) if is_text and _NEEDS_QUOTES.search(text) else text


def unclean_line(stumble: Stumble) -> Mend | None:
    """A character that nobody sees, near the place."""
    for number in (stumble.line, stumble.before(stumble.line), stumble.opened[0]):
        if found := invisible(number, stumble.text(number)):
            return found
    return None


def tab(stumble: Stumble) -> Mend | None:
    """Tabs in the indentation: those of all lines, for where there is one there are more."""
    for number in (stumble.line, stumble.error.problem_mark.line + 1):  # type: ignore[union-attr]
        if "\t" in _lead(stumble.text(number)):
            tabbed = [each for each, line in enumerate(stumble.lines, start=1) if "\t" in _lead(line)]
            others = ", ".join(str(each) for each in tabbed[:9] if each != number) + " …" * (len(tabbed) > 9)
            also = f", auch in Zeile {others}" if others else ""
            hint = f"Jeden Tabulator durch zwei Leerzeichen je Ebene ersetzen{also}."
            lines = {each: _without_tabs(stumble.text(each)) for each in tabbed}
            column = stumble.text(number).index("\t") + 1
            return Mend(number, column, "Tabulator in der Einrückung", hint, lines, 1, "YAML02")
    return None


def _lead(line: str) -> str:
    return _LEAD.match(line)[0]  # type: ignore[index]


def _without_tabs(line: str) -> str:
    lead = _lead(line)
    return lead.replace("-\t", "- ").replace("\t", "  ") + line[len(lead) :]


def bare_key(stumble: Stumble) -> Mend | None:
    """A key without its colon, with what belongs to it below."""
    for number in (stumble.line, stumble.before(stumble.line)):
        line, word = stumble.text(number), stumble.text(number).strip()
        below = stumble.text(stumble.after(number))
        if word in KEYS.groups | KEYS.lists and indent(below) >= indent(line) and is_structure(below):
            message = f"Hinter dem Schlüssel `{word}` fehlt der Doppelpunkt"
            return _line(stumble, number, indent(line), message, f"{word}:", {number: f"{line.rstrip()}:"})
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
        if (dash := _DASH.fullmatch(line)) and (
            (column := _column_of_list(stumble, number)) or _lists(stumble, number)
        ):
            lead = " " * column if column and indent(line) < column - 2 else dash["indent"]
            entry = "- " + _as_text(dash["text"])
            whole = entry if lead == dash["indent"] else lead + entry
            message = "Hinter dem `-` fehlt ein Leerzeichen"
            if dash["mark"][0] != "-":
                message = f"„{dash['mark'].strip()}“ ist kein Zeichen für einen Eintrag einer Liste"
            return _line(stumble, number, dash.end("indent"), message, whole, {number: lead + entry})
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


def _column_of_list(stumble: Stumble, number: int) -> int:
    """Where the entries stand of the list that a line goes on with, from 0; 0 where it goes on with none."""
    for above in stumble.above(number):
        line = stumble.text(above)
        found = LINE.match(line)
        assert found
        if found["dashes"] and not found["key"]:
            return indent(line)
        if not _DASH.fullmatch(line):
            is_list = found["key"] in KEYS.lists and not found["value"]
            return len(found["indent"]) + len(found["dashes"]) + 2 if is_list else 0
    return 0


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


def shallow_block(stumble: Stumble) -> Mend | None:
    """Lines of a text behind `|` that stand no deeper than its key, up to the next key or entry."""
    opener = next((number for number in (stumble.line, *stumble.above(stumble.line)) if _opens(stumble, number)), 0)
    if not opener:
        return None
    found = LINE.match(stumble.text(opener))
    assert found
    lines, depth = _shallow(stumble, opener, len(found["indent"]) + len(found["dashes"]))
    if not lines or not lines[0] <= stumble.line <= lines[-1] + 1:
        return None
    new = {number: " " * depth + stumble.text(number).strip() for number in lines}
    first, whole = lines[0], new[lines[0]]
    message = "Der Text steht zu weit links und gehört so zu keinem Schlüssel"
    until = "Einrücken wie die Zeile darüber" if len(lines) == 1 else f"Alle Zeilen bis Zeile {lines[-1]} so einrücken"
    hint = f"{until}: `{whole}`."
    if whole.lstrip().startswith("#"):
        message = "Die Zeile mit `#` steht am Rand und beendet den Text"
        hint = f"Die Zeile löschen; gehört sie zum Text, einrücken: `{whole}`."
    width = len(stumble.text(first).strip())
    return Mend(first, indent(stumble.text(first)) + 1, message, hint, new, width)


def _opens(stumble: Stumble, number: int) -> bool:
    found = LINE.match(stumble.text(number))
    return found is not None and bool(found["key"]) and re.fullmatch(r"[|>][+-]?[0-9]?", found["value"]) is not None


def _is_bullet(line: str) -> bool:
    """Whether a line is an entry of a list in a text: it begins with no key, however that is written."""
    found = LINE.match(line)
    key = found["key"] if found and found["dashes"] else ""
    return bool(found and found["dashes"]) and not (key and (key in KEYS.all or other_word(key, KEYS.all)))


def _shallow(stumble: Stumble, opener: int, column: int) -> tuple[list[int], int]:
    """The lines of a block that stand no deeper than its key, in a column from 0, and how deep the others stand."""
    lines: list[int] = []
    depth = inside = 0
    for number in range(opener + 1, len(stumble.lines) + 1):
        line = stumble.text(number)
        if not line.strip():
            continue
        if indent(line) > column:
            depth, inside = depth or indent(line), number
        elif (is_structure(line) and not _is_bullet(line)) or line.startswith("---"):
            break
        else:
            lines.append(number)
    while lines and inside < lines[-1] and stumble.text(lines[-1]).lstrip().startswith("#"):
        lines.pop()
    return lines, depth or column + 2


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
    if whole == line.rstrip():
        return None
    message = "Der Text steht zu weit links und gehört so zu keinem Schlüssel"
    hint = f"Einrücken wie die Zeile darüber: `{whole}`."
    if deeper and opens and opens["value"] and opens["value"][:1] in "\"'[{":
        return None
    return Mend(stumble.line, indent(line) + 1, message, hint, {stumble.line: whole}, len(line.strip()), goes_on=True)


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
    """Where the entries, or the keys, begin that stand around a line, from the nearest on."""
    open_to = 1_000
    for number in stumble.above(stumble.line):
        found = LINE.match(stumble.text(number))
        assert found
        lead, key = len(found["indent"]), len(found["indent"]) + len(found["dashes"])
        if is_entry and found["dashes"] and lead <= open_to:
            yield lead
        if not is_entry and found["key"] and key <= open_to:
            yield key
        open_to = min(open_to, lead)
