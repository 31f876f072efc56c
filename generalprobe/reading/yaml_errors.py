"""The YAML parser's English errors as German problems that say what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import yaml


class Explained(NamedTuple):
    """The arguments of `Source.report`."""

    code: str
    line: int
    column: int
    message: str
    hint: str


_QUOTE_IT = 'Den ganzen Text in Anführungszeichen setzen, zum Beispiel `"Problem: kein Netz"`.'
_INDENT = "Gleichrangige Zeilen beginnen in derselben Spalte; Untergeordnetes steht zwei Leerzeichen weiter rechts."

# By a part of the parser's message: the German message and the hint (empty: the rule's own).
_SYNTAX = {
    "found unexpected end of stream": (
        "Der Text in Anführungszeichen hört nicht auf",
        "Das schließende Anführungszeichen ergänzen.",
    ),
    "found unexpected document indicator": (
        "Der Text in Anführungszeichen hört nicht auf",
        "Das schließende Anführungszeichen ergänzen.",
    ),
    "did not find expected ',' or ']'": ("Die Liste in eckigen Klammern hört nicht auf", "Komma oder `]` ergänzen."),
    "did not find expected ',' or '}'": (
        "Die Gruppe in geschweiften Klammern hört nicht auf",
        "Komma oder `}` ergänzen.",
    ),
    "did not find expected '-' indicator": ("Hier wird ein weiterer Listenpunkt mit `-` erwartet", _INDENT),
    "block sequence entries are not allowed": (
        "Ein Listenpunkt darf nicht in der Zeile des Schlüssels beginnen",
        "Die Liste in der nächsten Zeile beginnen oder den Text in Anführungszeichen setzen.",
    ),
    "found unknown escape character": (
        "Unbekanntes Zeichen nach dem Rückstrich `\\`",
        "Den Rückstrich verdoppeln oder einfache Anführungszeichen verwenden, zum Beispiel `'\\\\server\\daten'`.",
    ),
    "did not find expected alphabetic or numeric": (
        "Ein Text darf nicht mit „*“ oder „&“ beginnen",
        "Den Text in Anführungszeichen setzen.",
    ),
    "could not find expected ':'": ("Nach dem Schlüssel fehlt ein Doppelpunkt", "Hinter den Schlüssel `: ` setzen."),
    "did not find expected comment or line break": (
        "Hinter `|` oder `>` darf in derselben Zeile nichts stehen",
        "Den Text in der nächsten Zeile eingerückt beginnen.",
    ),
    "did not find expected node content": (
        "Hier fehlt ein Wert",
        "Einen Wert ergänzen. Gehört das Zeichen zum Text: in Anführungszeichen setzen.",
    ),
    "did not find expected <document start>": (
        "Nach der Zeile `...` ist die Datei zu Ende",
        "Die Zeile `...` löschen.",
    ),
    "found incompatible YAML document": ("Diese YAML-Version wird nicht unterstützt", "Die Zeile mit `%YAML` löschen."),
}


def explain(error: yaml.YAMLError, line_text: Callable[[int], str]) -> Explained:
    """Say in German what the parser found; `line_text` gives a line of the file by its number from 1."""
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or error)
    if mark is None:
        return Explained("YAML01", 1, 1, "Die Datei lässt sich nicht lesen", "")
    code, message, hint = _explain(problem, line_text(mark.line + 1), mark.column)
    if "hört nicht auf" in message:  # what matters is where it began
        mark = getattr(error, "context_mark", None) or mark
    return Explained(code, mark.line + 1, mark.column + 1, message, hint)


def _explain(problem: str, line: str, column: int) -> tuple[str, str, str]:
    if "tab character" in problem or line[column : column + 1] == "\t":
        return "YAML02", "Tabulator in der Einrückung", ""
    if "found undefined tag handle" in problem:
        return "YAML05", "Typangabe mit Ausrufezeichen ist nicht erlaubt", ""
    if "cannot start any token" in problem:
        return (
            "YAML01",
            f"Ein Text darf nicht mit „{line[column : column + 1]}“ beginnen",
            "Den Text in Anführungszeichen setzen.",
        )
    if "mapping values are not allowed" in problem:
        return "YAML01", *_explain_colon(line[:column])
    if "did not find expected key" in problem:
        return "YAML01", *_explain_key(line[:column])
    for part, (message, hint) in _SYNTAX.items():
        if part in problem:
            return "YAML01", message, hint
    return "YAML01", "Die Schreibweise stimmt hier nicht", ""


def _explain_colon(before: str) -> tuple[str, str]:
    if ": " in before:
        return "Im Text steht ein zweiter Doppelpunkt", _QUOTE_IT
    return "Der Doppelpunkt passt nicht zur Zeile davor", _INDENT


def _explain_key(before: str) -> tuple[str, str]:
    if before.rstrip().endswith(("'", '"')):
        return (
            "Nach dem schließenden Anführungszeichen geht der Text weiter",
            "Innen andere Anführungszeichen verwenden („…“) oder ein einfaches `'` verdoppeln.",
        )
    if before.rstrip().endswith((")", "]", "}")):
        return "Nach der Klammer geht der Text weiter", "Den ganzen Text in Anführungszeichen setzen."
    return "Hier wird ein Schlüssel erwartet", _INDENT
