"""Questions and other cards as tables: for spreadsheets, and to paste into OpenOlat.

A cell that begins like a formula is one to a spreadsheet, whoever wrote it: such a text gets an apostrophe in front,
unless it is a number.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from generalprobe.cards import DIFFICULTY_LABELS, KIND_LABELS, Card
from generalprobe.exporting.marked import around_gaps, plain, plain_prose, printable
from generalprobe.exporting.sides import BLANK
from generalprobe.exporting.subjects import Subject
from generalprobe.format.questions import (
    ChoiceQuestion,
    GapsQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
    Question,
)
from generalprobe.format.vocabulary import Phrase, Term

COLUMNS = (
    *("Kennung", "Datei", "Art", "Themengebiet", "Schwierigkeit", "Kern", "Frage", "Zur Wahl", "Antwort"),
    *("Das wollen die Prüfer hören", "Das muss vorkommen", "Mögliche Nachfrage", "Erklärung"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBERS = re.compile(r"[-+]?[0-9][0-9., ]*(?:;[-+]?[0-9][0-9., ]*)*")
"""Numbers, between semicolons; with a second sign they would be reckoned with."""
_OPTION = re.compile(r"[-+]{1,2}[A-Za-z0-9]+")
"""What is typed behind a command: a spreadsheet can only look for a name in it."""
_Sides = dict[str, str]
"""Texts by the names of their columns."""


def to_csv(subject: Subject) -> bytes:
    """Write all that a subject asks as a table that German spreadsheets open: semicolons, UTF-8 with its mark."""
    cells = (_about(card) | _sides(card) for card in subject.cards)
    return _HEAD + _rows([harmless(each.get(column, "")) for column in COLUMNS] for each in cells).encode()


def join_csv(subject: Subject, parts: Sequence[tuple[Subject, bytes]]) -> bytes:
    """The tables of all parts as one."""
    return _HEAD + b"".join(content.removeprefix(_HEAD) for _, content in parts)


def _rows(rows: Iterable[Sequence[str]]) -> str:
    text = StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return text.getvalue()


_HEAD = _rows([COLUMNS]).encode("utf-8-sig")


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBERS.fullmatch(text) else text


def _about(card: Card) -> _Sides:
    title = printable(getattr(card.entry.model, "title", "Glossar"))
    kind, difficulty = KIND_LABELS[card.kind], DIFFICULTY_LABELS.get(card.difficulty, "")
    about = {"Kennung": card.id, "Datei": title, "Art": kind, "Themengebiet": printable(card.topic)}
    return about | {"Schwierigkeit": difficulty, "Kern": "ja" if card.item.core else ""}


def _sides(card: Card) -> _Sides:
    match card.item:
        case Term() as term:
            return _term(term, card.reverse)
        case Phrase() as phrase:
            asked = f"Wie sagst du es besser? „{plain(phrase.bad)}“ ({plain(phrase.situation)})"
            return {"Frage": asked, "Antwort": f"„{plain(phrase.better)}“", "Erklärung": plain(phrase.why)}
        case question:
            return {"Frage": plain(question.question), **_answers(question)}


def _term(term: Term, reverse: bool) -> _Sides:
    name, meaning = printable(term.term) + (f" ({printable(term.full)})" if term.full else ""), plain(term.meaning)
    asked = (f"Wie heißt das? {meaning}", name) if reverse else (f"Was bedeutet „{printable(term.term)}“?", meaning)
    return {"Frage": asked[0], "Antwort": asked[1], "Erklärung": f"Beispiel: {plain(term.example)}"}


def _answers(question: Question) -> _Sides:
    explained = {"Erklärung": plain_prose(getattr(question, "explanation", ""))}
    match question:
        case ChoiceQuestion():
            right = _lines(plain(option.text) for option in question.shown if option.right)
            return {"Zur Wahl": _lines(plain(option.text) for option in question.shown), "Antwort": right} | explained
        case OrderQuestion(steps=steps):
            return {"Antwort": "\n".join(f"{at}. {plain(step)}" for at, step in enumerate(steps, 1))} | explained
        case MatchQuestion(pairs=pairs):
            return {"Antwort": "\n".join(f"{plain(pair.left)} → {plain(pair.right)}" for pair in pairs)} | explained
        case GapsQuestion(gaps=gaps):
            text = BLANK.join(around_gaps(question.text))
            return {"Zur Wahl": text, "Antwort": _lines(" | ".join(gap.accepted) for gap in gaps)} | explained
    assert isinstance(question, OpenQuestion)
    return {
        "Antwort": plain_prose(question.answer),
        "Das wollen die Prüfer hören": plain_prose(question.expects),
        "Das muss vorkommen": _lines(plain(point.text) for point in question.points),
        "Mögliche Nachfrage": plain(question.follow_up),
    }


def _lines(texts: Iterator[str]) -> str:
    return "\n".join(f"• {printable(text)}" for text in texts)


def to_openolat(subject: Subject) -> bytes:
    """Write the questions of a subject as lines that OpenOlat takes when they are pasted, columns parted by tabs.

    It has kinds for open questions, choices and gaps; order and match questions are left out.
    """
    blocks = [block for card in subject.cards if (block := _pasted(card))]
    return "\n\n".join("\n".join("\t".join(map(_cell, row)) for row in block) for block in blocks).encode() + b"\n"


def join_openolat(subject: Subject, parts: Sequence[tuple[Subject, bytes]]) -> bytes:
    """The lines of all parts that have any."""
    return b"\n".join(content for _, content in parts if content.strip()) or b"\n"


def _pasted(card: Card) -> Sequence[Sequence[str]]:
    match card.item:
        case ChoiceQuestion() as item:
            several = sum(option.right for option in item.options) > 1
            points = [("1" if option.right else "0", plain(option.text)) for option in item.shown]
            return [*_head("MC" if several else "SC", item, sum(option.right for option in item.options)), *points]
        case GapsQuestion() as item:
            return [*_head("FIB", item, len(item.gaps)), *_filled(item)]
        case OpenQuestion() as item:
            return _head("Essay", item, 1)
    return ()


def _head(kind: str, item: Question, points: int) -> list[tuple[str, str]]:
    question = plain(item.question)
    return [("Typ", kind), ("Titel", question), ("Frage", question), ("Punkte", str(points))]


def _filled(item: GapsQuestion) -> Iterator[tuple[str, str]]:
    """The pieces of a text and its gaps by turns; what is accepted is parted by semicolons, and has none itself."""
    for piece, gap in zip(around_gaps(item.text), [*item.gaps, None], strict=False):
        if piece.strip():
            yield "Text", piece.strip()
        if gap:
            sayable = [each for each in gap.accepted if ";" not in each]
            yield "1", _accepted(sayable or [each.replace(";", ",") for each in gap.accepted])


def _accepted(answers: Sequence[str]) -> str:
    """Answers in one cell. Where it would begin like a formula, another one comes first, else one that nobody types."""
    parts = [each if _OPTION.fullmatch(each) else harmless(each) for each in answers]
    cell = ";".join(parts)
    if harmless(cell) == cell:
        return cell
    first = next((each for each in parts if not each.startswith(_FORMULA)), f"'{parts[0]}")
    return ";".join(dict.fromkeys([first, *parts]))


def _cell(text: str) -> str:
    return harmless(" ".join(printable(text).split()))
