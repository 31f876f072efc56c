"""A syntax error in the lines of a file: where it stands, how it is mended, and the lines as they are read then.

The parser says where it stumbled; what trips it stands in that line, in the one before, or where a text or bracket
opened. Each kind of slip is a function that looks at the lines there and answers with a `Mend`, or with None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from generalprobe.format.kinds import KEYS
from generalprobe.format.wording import INVISIBLE, shorten, without_invisible
from generalprobe.reading.quoting import MOST_SHOWN, as_meant, quote_it, quoted
from generalprobe.reading.yaml_errors import explain

_FARTHEST = 200
"""How many lines are looked at above the place where the parser stumbled."""
_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:(?P<key>[A-Za-z_][\w-]*) *:(?: +|$))?(?P<value>.*?) *$")
_BROKEN_INDENT = re.compile(rf" *[{INVISIBLE}][ {INVISIBLE}]*")
_BROKEN_GAP = re.compile(rf"^\s*(?:(?:- )*[A-Za-z_]+:|(?:- )*-)(?P<gap>[{INVISIBLE}]+)")
_GLUED = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[A-Za-z_]+):(?P<value>[^\s/].*)")
_NO_COLON = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[a-z_]+)(?P<mark> *[=;：] *| +)(?P<value>\S.*)")
_DASH = re.compile(r"(?P<indent> *)(?P<mark>-(?=[^\s-])|[–—•·▪‣*+](?:\s|(?=\w)))\s*(?P<text>\S.*)")
_NO_START = (
    "cannot start any token",
    "alphabetic or numeric",
    "comment or line break",
    "entries are not allowed",
    "mapping keys are not allowed",
)
_COMMENT = re.compile(r"(?<=\s)#(?=[^\s#!])")


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
    """A line and what hangs below it, taken out."""
    out, depth = {number: ""}, _indent(lines[number - 1])
    for below in range(number + 1, len(lines) + 1):
        if lines[below - 1].strip() and _indent(lines[below - 1]) <= depth:
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
    hint = f"Die Zeile neu tippen, mit gewöhnlichen Leerzeichen: `{clean.strip()[:MOST_SHOWN]}`."
    return Mend(number, begin + 1, message, hint, {number: clean}, end - begin, "YAML13")


def _invisible(stumble: Stumble) -> Mend | None:
    for number in (stumble.line, stumble.before(stumble.line), stumble.opened[0]):
        if found := invisible(number, stumble.text(number)):
            return found
    return None


def _tab(stumble: Stumble) -> Mend | None:
    for number in (stumble.line, stumble.error.problem_mark.line + 1):  # type: ignore[union-attr]
        line = stumble.text(number)
        lead = re.match(r"[ \t]*(?:-[ \t]+)*", line)
        if lead and "\t" in lead[0]:
            clean = lead[0].replace("-\t", "- ").replace("\t", "  ") + line[lead.end() :]
            at = line.index("\t")
            return Mend(number, at + 1, "Tabulator in der Einrückung", "", {number: clean}, 1, "YAML02")
    return None


def _open_quote(stumble: Stumble) -> Mend | None:
    """A text in quotation marks that does not end where its line does, though a key or an entry follows."""
    numbers = (
        [stumble.opened[0]] if "quoted scalar" in stumble.scanning else [stumble.line, *stumble.above(stumble.line)]
    )
    for number in numbers:
        value = _LINE.match(stumble.text(number))
        if not value or value["value"][:1] not in ('"', "'") or _closes(value["value"]):
            continue
        below = stumble.text(stumble.after(number))
        if below and not _is_structure(below):
            continue
        text = value["value"]
        if text.endswith('\\"') and text[0] == '"':
            whole = quoted(as_meant(text[1:-1]))
            hint = f"In einfache Anführungszeichen setzen: `{whole}`."
        else:
            whole = text + text[0]
            hint = f"Das schließende Anführungszeichen ergänzen: `{whole}`."
        at = value.start("value")
        new = {number: stumble.text(number)[:at] + whole}
        return Mend(number, at + 1, "Der Text in Anführungszeichen hört nicht auf", hint, new, len(text))
    return None


def _after_quote(stumble: Stumble) -> Mend | None:
    """Text that goes on behind a closing quotation mark, or a bracket."""
    value = _LINE.match(stumble.text(stumble.line))
    if (
        "did not find expected key" not in stumble.problem
        or not value
        or value["value"][:1] not in ('"', "'", "[", "{")
    ):
        return None
    if stumble.column <= value.start("value") + 1:
        return None
    text, mark = value["value"], value["value"][0]
    if mark in "[{":
        return _quoting(stumble, stumble.line, "Nach der Klammer geht der Text weiter")
    message = "Nach dem schließenden Anführungszeichen geht der Text weiter"
    inner = text[1:-1] if text.endswith(mark) and len(text) > 1 else text
    return _quoting(stumble, stumble.line, message, re.sub(r"\\(?=\")", "", inner))


def _open_bracket(stumble: Stumble) -> Mend | None:
    found = re.search(r"did not find expected ',' or '([\]}])'", stumble.problem)
    if not found:
        return None
    number, column = stumble.opened
    line = stumble.text(number)
    if comment := _COMMENT.search(line, column):
        token = re.compile(r"[^,\[\]{}]*").match(line, comment.start())
        begin = max(line.rfind(mark, 0, comment.start()) for mark in ",[{") + 1
        begin += len(line[begin:]) - len(line[begin:].lstrip())
        end = token.end() if token else len(line)
        text = line[begin:end].strip()
        new = {number: line[:begin] + quoted(text) + line[end:]}
        message = f"„{shorten(line[comment.start() :])}“ gilt als Kommentar und geht verloren"
        return Mend(number, begin + 1, message, quote_it(text), new, len(text), "YAML09")
    name = "Liste in eckigen" if found[1] == "]" else "Gruppe in geschweiften"
    rest = line[column - 1 :].rstrip()
    if rest.rstrip(",").endswith(found[1]) or len(rest) > MOST_SHOWN:
        return None
    whole = rest.rstrip(",") + found[1]
    message = f"Die {name} Klammern hört nicht auf"
    new = {number: line[: column - 1] + whole}
    return Mend(number, column, message, f"`{found[1]}` ergänzen: `{whole}`.", new, len(rest))


def _commas(stumble: Stumble) -> Mend | None:
    """Two commas in brackets with nothing between them."""
    line = stumble.text(stumble.line)
    at = stumble.column - 1
    if "expected node content" not in stumble.problem or line[at : at + 1] != ",":
        return None
    new = line[:at] + line[at + 1 :].lstrip()
    hint = f'Eines der Kommas löschen: `{new.strip()}`. Eine leere Zelle schreibst du `""`.'
    return Mend(stumble.line, stumble.column, "Zwischen zwei Kommas steht nichts", hint, {stumble.line: new})


def _comment(stumble: Stumble) -> Mend | None:
    """A text over several lines that a comment cuts."""
    number = stumble.before(stumble.line)
    line, value = stumble.text(number), _LINE.match(stumble.text(number))
    comment = _COMMENT.search(line)
    if not value or not comment or comment.start() <= value.start("value") or value["value"][:1] in "\"'[{|>":
        return None
    if _is_structure(stumble.text(stumble.line)):
        return None
    text = f"{value['value']} {stumble.text(stumble.line).strip()}"
    at = value.start("value")
    message = f"„{shorten(line[comment.start() :])}“ gilt als Kommentar und geht verloren"
    new = {number: line[:at] + quoted(text), stumble.line: ""}
    return Mend(number, at + 1, message, quote_it(text), new, len(value["value"]), "YAML09")


def _start_of_text(stumble: Stumble) -> Mend | None:
    """A text that begins with a character that means something else."""
    number = stumble.line
    value = _LINE.match(stumble.text(number))
    if not value or not value["value"] or not any(reason in stumble.problem for reason in _NO_START):
        return None
    first = value["value"][0]
    if first in "[{":
        return _token(stumble)
    if "entries are not allowed" in stumble.problem and value["key"] and (value["key"] in KEYS.lists):
        entry = value["value"].lstrip("- ")
        new = {number: stumble.text(number)[: value.start("value")] + f"[{quoted(entry)}]"}
        message = "Ein Listenpunkt darf nicht in der Zeile des Schlüssels beginnen"
        hint = f"Die Liste in eckige Klammern setzen: `[{quoted(entry)}]`."
        return Mend(number, value.start("value") + 1, message, hint, new, len(value["value"]))
    return _quoting(stumble, number, f"Ein Text darf nicht mit „{first}“ beginnen")


def _token(stumble: Stumble) -> Mend | None:
    """The same in brackets: up to the next comma."""
    line, at = stumble.text(stumble.line), stumble.opened[1] - 1
    token = re.compile(r"[^,\[\]{}]+").match(line, at)
    if not token:
        return None
    text = token[0].strip()
    new = {stumble.line: line[:at] + quoted(text) + line[at + len(text) :]}
    message = f"Ein Text darf nicht mit „{text[0]}“ beginnen"
    return Mend(stumble.line, at + 1, message, quote_it(text), new, len(text))


def _escape(stumble: Stumble) -> Mend | None:
    """A backslash in double quotation marks before a letter that means nothing."""
    number, column = stumble.opened
    line = stumble.text(number)
    if "parsing a quoted scalar" not in stumble.scanning or line[column - 1 : column] != '"':
        return None
    closing = re.compile(r'"(.*?)"(?=\s*(?:$|[,\]}#]))').match(line, column - 1)
    text = as_meant(closing[1]) if closing else line[column:].rstrip().rstrip('"')
    end = closing.end() if closing else len(line)
    hint = f"In einfache Anführungszeichen setzen: `{quoted(text)}`."
    new = {number: line[: column - 1] + quoted(text) + line[end:]}
    message = "Der Rückstrich wird mit dem Zeichen dahinter zu etwas anderem"
    return Mend(number, column, message, hint, new, end - column + 1, "YAML10")


def _key(stumble: Stumble) -> Mend | None:
    """A key without its colon or the blank behind it, an entry without its hyphen or the blank behind it."""
    numbers = [stumble.line] if "simple key" in stumble.scanning else [stumble.line, stumble.before(stumble.line)]
    for number in numbers:
        line = stumble.text(number)
        if _LINE.match(line)["key"]:  # type: ignore[index]
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


def _lists(stumble: Stumble, number: int) -> bool:
    """Whether a line stands among entries of a list."""
    depth = _indent(stumble.text(number))
    near = (stumble.text(line) for line in (stumble.before(number), stumble.after(number)) if line)
    return any(_indent(line) == depth and line.lstrip().startswith("- ") for line in near) or any(
        _LINE.match(stumble.text(line))["key"] in KEYS.lists  # type: ignore[index]
        for line in stumble.above(number)
        if _indent(stumble.text(line)) < depth
    )


def _line(stumble: Stumble, number: int, at: int, message: str, whole: str, new: dict[int, str]) -> Mend:
    return Mend(number, at + 1, message, f"So schreiben: `{whole}`.", new, len(stumble.text(number)) - at)


def _block(stumble: Stumble) -> Mend | None:
    """A text over several lines without `|`, in which a colon follows."""
    if "mapping values are not allowed" not in stumble.problem:
        return None
    depth = _indent(stumble.text(stumble.line))
    first = stumble.line
    for number in stumble.above(stumble.line):
        if _indent(stumble.text(number)) < depth:
            break
        first = number
    else:
        return None
    head, opens = stumble.text(first), _LINE.match(stumble.text(number))
    if not opens or not opens["key"] or opens["key"] in KEYS.groups or _is_structure(head) or opens["value"]:
        return None
    key = opens["key"]
    whole = f"{key}: |"
    message = f"Der Text unter `{key}` steht ohne `|`; der Doppelpunkt in Zeile {stumble.line} macht ihn unlesbar"
    at = opens.start("key")
    new = {number: stumble.text(number)[:at] + whole}
    return Mend(number, at + 1, message, f"So schreiben: `{whole}`.", new, len(stumble.text(number)) - at)


def _second_colon(stumble: Stumble) -> Mend | None:
    if "mapping values are not allowed" not in stumble.problem:
        return None
    value = _LINE.match(stumble.text(stumble.line))
    if not value or stumble.column <= value.start("value") or not (value["key"] or value["dashes"]):
        return None
    return _quoting(stumble, stumble.line, "Im Text steht ein zweiter Doppelpunkt")


def _quoting(stumble: Stumble, number: int, message: str, text: str | None = None) -> Mend:
    """Put the value of a line in quotation marks, with the lines that continue it."""
    line = stumble.text(number)
    value = _LINE.match(line)
    assert value
    at, new = value.start("value"), {}
    inner = value["value"] if text is None else text
    depth = _indent(line) + len(value["dashes"])
    below = number + 1
    while (
        stumble.text(below).strip() and _indent(stumble.text(below)) > depth and not _is_structure(stumble.text(below))
    ):
        inner += " " + stumble.text(below).strip()
        new[below] = ""
        below += 1
    new[number] = line[:at] + quoted(inner)
    hint = quote_it(inner)
    if new.keys() > {number} and value["key"]:
        hint = f"Hinter `{value['key']}:` ein `|` setzen und den ganzen Text in den Zeilen darunter einrücken."
    return Mend(number, at + 1, message, hint, new, len(value["value"]))


def _margin(stumble: Stumble) -> Mend | None:
    """Text that stands too far to the left for the one above it."""
    line = stumble.text(stumble.line)
    if (
        _is_structure(line)
        or not line.strip()
        or not ("simple key" in stumble.scanning or "expected key" in stumble.problem)
    ):
        return None
    above = stumble.before(stumble.line)
    if not above:
        return None
    head = stumble.text(above)
    opens = _LINE.match(head)
    deeper = opens is not None and opens["key"] is not None
    depth = _indent(head) + (len(opens["dashes"]) if opens else 0) + (2 if deeper else 0)
    whole = " " * depth + line.strip()
    message = "Der Text steht zu weit links und gehört so zu keinem Schlüssel"
    hint = f"Einrücken wie die Zeile darüber: `{whole}`."
    if deeper and opens and opens["value"] and opens["value"][:1] in "\"'[{":
        return None
    return Mend(stumble.line, _indent(line) + 1, message, hint, {stumble.line: whole}, len(line.strip()))


def _crooked(stumble: Stumble) -> Mend | None:
    """A key or an entry that stands in no column of those above it: put into the nearest one of its kind."""
    line = stumble.text(stumble.line)
    depth, is_entry = _indent(line), line.lstrip().startswith("- ")
    if not _is_structure(line):
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
        found = _LINE.match(stumble.text(number))
        assert found
        if is_entry and found["dashes"]:
            yield len(found["indent"])
        if not is_entry and found["key"]:
            yield len(found["indent"]) + len(found["dashes"])


def _closes(value: str) -> bool:
    """Whether a text in quotation marks ends in its line."""
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    return re.match(pattern, value) is not None


def _is_structure(line: str) -> bool:
    """Whether a line begins with a key that some format knows, or with the hyphen of an entry."""
    found = _LINE.match(line)
    return found is not None and (bool(found["dashes"]) or found["key"] in KEYS.all or line.strip() == "-")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


_KINDS: tuple[Callable[[Stumble], Mend | None], ...] = (
    _invisible,
    _tab,
    _escape,
    _open_bracket,
    _commas,
    _open_quote,
    _after_quote,
    _comment,
    _key,
    _start_of_text,
    _second_colon,
    _block,
    _margin,
    _crooked,
)
