"""The one table of the formats in which others can have what trainers write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generalprobe.exporting.moodle import join_moodle, to_moodle
from generalprobe.exporting.spreadsheet import join_csv, join_openolat, to_csv, to_openolat
from generalprobe.exporting.subjects import Subject
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook

_VOCABULARY = ("term", "phrase")
_NAMES = {
    "open": ("offene Frage", "offene Fragen"),
    "choice": ("Auswahl", "Auswahlen"),
    "gaps": ("Lückentext", "Lückentexte"),
    "match": ("Zuordnung", "Zuordnungen"),
    "order": ("Reihenfolge", "Reihenfolgen"),
    "term": ("Begriff", "Begriffe"),
    "phrase": ("Formulierung", "Formulierungen"),
}
"""One of a kind, and several of it."""
_SOURCES: dict[type[Model], str] = {
    CaseStudy: "Fallstudien",
    QuestionBank: "Fragensammlungen",
    Glossary: "dem Glossar",
    PhraseBook: "Formulierungen",
    Exam: "Prüfungen",
}


@dataclass(frozen=True)
class Format:
    """A format: what it is called, of what there is a file in it, and how that is written."""

    name: str
    """What it is called in commands."""
    title: str
    """What readers call such a file."""
    ending: str
    """How names of its files end: what they are, and the suffix."""
    of: tuple[type[Model], ...]
    """The kinds of files of which it makes one each."""
    make: Callable[[Subject], bytes]
    """Writes the file of a part of the site. Pure: the same subject gives the same bytes."""
    join: Callable[[Subject, Sequence[tuple[Subject, bytes]]], bytes] | None = None
    """Makes the file of the whole site from those of its parts; None where there is no such file."""
    offered: bool = True
    """Whether the site offers it; else the command alone writes it."""
    without: tuple[str, ...] = ()
    """The kinds of what is asked that it leaves out."""

    def takes(self, subject: Subject) -> bool:
        """Whether there is a file of a subject."""
        if subject.model is None:
            return self.join is not None
        return subject.model in self.of and self._says_something(subject)

    def write(self, subject: Subject, known: Callable[[Subject], bytes] | None = None) -> bytes:
        """The bytes of the file of a subject.

        Args:
            subject: One that it takes.
            known: Has the files of the parts of the whole site; else they are made.
        """
        if not (subject.parts and self.join):
            return self.make(subject)
        of_part = known or self.make
        return self.join(subject, [(part, of_part(part)) for part in subject.parts if self.takes(part)])

    def refusal(self, subject: Subject) -> str:
        """Why there is no file of a subject."""
        if subject.model in self.of:
            return f"„{subject.id}“ hat nichts, was gefragt wird, also nichts für „{self.title}“."
        kinds = " und ".join(_SOURCES[kind] for kind in self.of)
        each = " Ohne Kennung kommt jede in eine eigene Datei." if subject.model is None else ""
        return f"„{self.title}“ entsteht nur aus {kinds}, nicht aus „{subject.id}“.{each}"

    def file_name(self, subject: Subject) -> str:
        """What the file of a subject is called: it sorts, and says what it is."""
        return f"{subject.stem}-{self.ending}"

    def left_out(self, subject: Subject) -> str:
        """How many questions the file of a subject has and what it leaves out; empty where it has all of them."""
        kinds = Counter(card.kind for card in subject.cards if not card.reverse)
        missing = [f"{kinds[kind]} {_NAMES[kind][kinds[kind] > 1]}" for kind in self.without if kinds[kind]]
        if not missing:
            return ""
        questions = [card.kind for card in subject.cards if card.kind not in _VOCABULARY]
        kept = sum(kind not in self.without for kind in questions)
        counted = f"{kept} von {len(questions)} Fragen, " if kept else ""
        return f"{counted}nicht dabei: {', '.join(missing)}"

    def _says_something(self, subject: Subject) -> bool:
        return not self.join or bool(subject.cards)  # What is made of the whole site is made of what it asks.


def _to_pptx(subject: Subject) -> bytes:
    from generalprobe.exporting.pptx import to_pptx  # Its libraries are large: only who writes one waits for them.

    return to_pptx(subject)


def _to_anki(subject: Subject) -> bytes:
    from generalprobe.exporting.anki import to_anki  # As above.

    return to_anki(subject)


def _join_anki(subject: Subject, parts: Sequence[tuple[Subject, bytes]]) -> bytes:
    from generalprobe.exporting.anki import join_anki  # As above.

    return join_anki(subject, parts)


_CARDS = (CaseStudy, QuestionBank, Glossary, PhraseBook)
_QUESTIONS = (CaseStudy, QuestionBank)

FORMATS = (
    Format("pptx", "Präsentation", "vortrag.pptx", (CaseStudy,), _to_pptx, without=tuple(_NAMES)),
    Format("anki", "Karten für Anki", "karten.apkg", _CARDS, _to_anki, _join_anki),
    Format("moodle", "Fragen für Moodle", "moodle.xml", _QUESTIONS, to_moodle, join_moodle, without=_VOCABULARY),
    Format("csv", "Fragen als Tabelle", "tabelle.csv", _CARDS, to_csv, join_csv),
    Format(
        "openolat",
        "Fragen für OpenOlat",
        "openolat.tsv",
        _QUESTIONS,
        to_openolat,
        join_openolat,
        offered=False,
        without=("match", "order", *_VOCABULARY),
    ),
)
"""In the order in which the site offers them."""
