"""Slips with marks that YAML gives a meaning: quotation marks, brackets, backslashes, `#`, and what begins a text."""

from __future__ import annotations

import re

from generalprobe.format.kinds import KEYS
from generalprobe.format.wording import shorten
from generalprobe.reading.mends import LINE, Mend, Stumble, is_structure, quoting
from generalprobe.reading.quoting import MOST_SHOWN, as_meant, quote_it, quoted
from generalprobe.reading.renaming import meant_key

_NO_START = (
    "cannot start any token",
    "alphabetic or numeric",
    "comment or line break",
    "entries are not allowed",
    "mapping keys are not allowed",
)
_BOLD_KEY = re.compile(r"\*\*([^*:]+):?\*\*:?\s*(.*)")
_COMMENT = re.compile(r"(?<=\s)#(?=[^\s#!])")


def escape(stumble: Stumble) -> Mend | None:
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


def open_bracket(stumble: Stumble) -> Mend | None:
    """A list or group in brackets that does not end in its line."""
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


def commas(stumble: Stumble) -> Mend | None:
    """Two commas in brackets with nothing between them."""
    line = stumble.text(stumble.line)
    at = stumble.column - 1
    if "expected node content" not in stumble.problem or line[at : at + 1] != ",":
        return None
    new = line[:at] + line[at + 1 :].lstrip()
    hint = f'Eines der Kommas löschen: `{new.strip()}`. Eine leere Zelle schreibst du `""`.'
    return Mend(stumble.line, stumble.column, "Zwischen zwei Kommas steht nichts", hint, {stumble.line: new})


def open_quote(stumble: Stumble) -> Mend | None:
    """A text in quotation marks that does not end where its line does, though a key or an entry follows."""
    numbers = (
        [stumble.opened[0]] if "quoted scalar" in stumble.scanning else [stumble.line, *stumble.above(stumble.line)]
    )
    for number in numbers:
        value = LINE.match(stumble.text(number))
        if not value or value["value"][:1] not in ('"', "'") or _closes(value["value"]):
            continue
        below = stumble.text(stumble.after(number))
        if below and not is_structure(below):
            continue
        text = value["value"]
        if text.endswith('\\"') and text[0] == '"':
            whole = quoted(as_meant(text[1:-1]))
            hint = f"In einfache Anführungszeichen setzen: `{whole}`."
        else:
            whole = (text[:-1] if _ends_in_another_mark(text) else text) + text[0]
            hint = f"Das schließende Anführungszeichen ergänzen: `{whole}`."
        at = value.start("value")
        new = {number: stumble.text(number)[:at] + whole}
        return Mend(number, at + 1, "Der Text in Anführungszeichen hört nicht auf", hint, new, len(text))
    return None


def comma_behind(stumble: Stumble) -> Mend | None:
    """A comma behind the quotation marks of a value, as in JSON."""
    line = stumble.text(stumble.line).rstrip()
    if "expected key" not in stumble.problem or not re.search(r"[\"'],$", line):
        return None
    clean = line[:-1]
    message = "Hinter dem Wert steht ein Komma"
    return Mend(stumble.line, len(line), message, f"Das Komma löschen: `{clean.strip()}`.", {stumble.line: clean})


def after_quote(stumble: Stumble) -> Mend | None:
    """Text that goes on behind a closing quotation mark, or a bracket."""
    value = LINE.match(stumble.text(stumble.line))
    if (
        not re.search("did not find expected (?:key|'-' indicator)", stumble.problem)
        or not value
        or value["value"][:1] not in ('"', "'", "[", "{")
    ):
        return None
    if stumble.column <= value.start("value") + 1:
        return None
    text, mark = value["value"], value["value"][0]
    if mark in "[{":
        return quoting(stumble, stumble.line, "Nach der Klammer geht der Text weiter")
    message = "Nach dem schließenden Anführungszeichen geht der Text weiter"
    inner = text[1:-1] if text.endswith(mark) and len(text) > 1 else text
    return quoting(stumble, stumble.line, message, re.sub(r"\\(?=\")", "", inner))


def comment_in_text(stumble: Stumble) -> Mend | None:
    """A text over several lines that a comment cuts."""
    number = stumble.before(stumble.line)
    line, value = stumble.text(number), LINE.match(stumble.text(number))
    comment = _COMMENT.search(line)
    if not value or not comment or comment.start() <= value.start("value") or value["value"][:1] in "\"'[{|>":
        return None
    if is_structure(stumble.text(stumble.line)):
        return None
    text = f"{value['value']} {stumble.text(stumble.line).strip()}"
    at = value.start("value")
    message = f"„{shorten(line[comment.start() :])}“ gilt als Kommentar und geht verloren"
    new = {number: line[:at] + quoted(text), stumble.line: ""}
    return Mend(number, at + 1, message, quote_it(text), new, len(value["value"]), "YAML09")


def start_of_text(stumble: Stumble) -> Mend | None:
    """A text that begins with a character that means something else."""
    number = stumble.line
    value = LINE.match(stumble.text(number))
    if not value or not value["value"] or not any(reason in stumble.problem for reason in _NO_START):
        return None
    first = value["value"][0]
    if first in "[{":
        return _token(stumble)
    bold = None if value["key"] or value["dashes"] else _BOLD_KEY.fullmatch(value["value"])
    if bold and (name := meant_key(bold[1], KEYS.all)):
        return _bold_key(stumble, number, f"{name}: {bold[2]}".rstrip())
    if "entries are not allowed" in stumble.problem and value["key"] and (value["key"] in KEYS.lists):
        entry = value["value"].lstrip("- ")
        if below := _entries_below(stumble, number):
            return _first_entry(stumble, number, value["key"], entry, below)
        new = {number: stumble.text(number)[: value.start("value")] + f"[{quoted(entry)}]"}
        message = "Ein Listenpunkt darf nicht in der Zeile des Schlüssels beginnen"
        hint = f"Die Liste in eckige Klammern setzen: `[{quoted(entry)}]`."
        return Mend(number, value.start("value") + 1, message, hint, new, len(value["value"]))
    return quoting(stumble, number, f"Ein Text darf nicht mit „{first}“ beginnen")


def _bold_key(stumble: Stumble, number: int, whole: str) -> Mend:
    line = stumble.text(number)
    at = len(line) - len(line.lstrip())
    message = "Ein Schlüssel steht ohne Sterne und auf Englisch"
    return Mend(number, at + 1, message, f"So schreiben: `{whole}`.", {number: line[:at] + whole}, len(line) - at)


def _entries_below(stumble: Stumble, number: int) -> list[int]:
    """The lines of entries that follow a line."""
    entries: list[int] = []
    while stumble.text(below := number + 1 + len(entries)).lstrip().startswith("- "):
        entries.append(below)
    return entries


def _first_entry(stumble: Stumble, number: int, key: str, entry: str, below: list[int]) -> Mend:
    """A list of which the first entry stands behind its key; it is read in brackets, as no line can be put in."""
    line = stumble.text(number)
    at, column = line.index(key), len(stumble.text(below[0])) - len(stumble.text(below[0]).lstrip())
    others = [stumble.text(each).strip()[2:].strip() for each in below]
    listed = ", ".join(each if each[:1] in "\"'[" else quoted(each) for each in (entry, *others))
    message = "Ein Listenpunkt darf nicht in der Zeile des Schlüssels beginnen"
    hint = f"Hinter `{key}:` eine neue Zeile beginnen, in der Spalte der anderen: `{' ' * column}- {entry}`."
    start = line.index("-", at + len(key))
    new = {number: f"{line[:at]}{key}: [{listed}]"} | dict.fromkeys(below, "")
    return Mend(number, start + 1, message, hint, new, len(line) - start)


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


def second_colon(stumble: Stumble) -> Mend | None:
    """A colon inside of a text."""
    if "mapping values are not allowed" not in stumble.problem:
        return None
    value = LINE.match(stumble.text(stumble.line))
    if not value or stumble.column <= value.start("value") or not (value["key"] or value["dashes"]):
        return None
    return quoting(stumble, stumble.line, "Im Text steht ein zweiter Doppelpunkt")


def _ends_in_another_mark(text: str) -> bool:
    """Whether a text program made of the closing mark another one, that closes nothing else."""
    return text[-1:] in "”“’" and not any(mark in text[:-1] for mark in "„“”‚‘")


def _closes(value: str) -> bool:
    """Whether a text in quotation marks ends in its line."""
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    return re.match(pattern, value) is not None
