"""Everything that one can practise, as cards with lasting ids, whatever kind of file they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generalprobe.format.case_study import CaseStudy
from generalprobe.format.exam import Exam, exams_asking
from generalprobe.format.questions import AnyQuestion, QuestionBank
from generalprobe.format.vocabulary import Glossary, Phrase, PhraseBook, Term
from generalprobe.problems import Path
from generalprobe.reading.project import Entry, Project

REVERSE = "reverse"
"""Marks the card that asks for the term instead of its meaning."""

KIND_LABELS = {
    "open": "Offene Frage",
    "choice": "Auswahl",
    "order": "Reihenfolge",
    "match": "Zuordnung",
    "gaps": "Lückentext",
    "term": "Begriff",
    "phrase": "Formulierung",
}
DIFFICULTY_LABELS = {"easy": "leicht", "medium": "mittel", "hard": "schwer"}


@dataclass(frozen=True)
class Card:
    """One thing to practise: a question, a term (asked both ways: two cards) or a phrase."""

    entry: Entry[Any]
    """The file that it stands in."""
    item: AnyQuestion | Term | Phrase
    topic: str
    path: Path
    """Where it stands in its file."""
    reverse: bool = False

    @property
    def id(self) -> str:
        """What the progress hangs on."""
        return self._full(self.item.id)

    @property
    def name(self) -> str:
        """What it is called among the cards of its file."""
        return f"{self.item.id}/{REVERSE}" if self.reverse else self.item.id

    @property
    def formerly(self) -> list[str]:
        """The ids that it had before."""
        return [self._full(name) for name in self.item.formerly]

    @property
    def kind(self) -> str:
        """A kind of question, `term` or `phrase`."""
        match self.item:
            case Term():
                return "term"
            case Phrase():
                return "phrase"
            case question:
                return question.kind

    @property
    def difficulty(self) -> str:
        """`easy`, `medium` or `hard`; nothing for terms and phrases."""
        return getattr(self.item, "difficulty", "")

    @property
    def about(self) -> CaseStudy | None:
        """The case study that it asks about; None for what stands for itself."""
        return self.entry.model if isinstance(self.entry.model, CaseStudy) else None

    def exams(self, exams: Mapping[str, Exam]) -> dict[str, Exam]:
        """The exams, by id, in which it may be asked: that of its case study, else all that ask about its topic."""
        return exams_asking(self.topic, exams, getattr(self.entry.model, "exam", ""))

    def _full(self, name: str) -> str:
        whole = name if "/" in name else f"{self.entry.id}/{name}"
        return f"{whole}/{REVERSE}" if self.reverse else whole


def cards_of(entry: Entry[Any]) -> list[Card]:
    """The cards of a file, in its order; none of one that holds nothing to practise."""
    match entry.model:
        case CaseStudy(questions=items):
            return [Card(entry, item, item.topic, ("questions", at)) for at, item in enumerate(items)]
        case QuestionBank(questions=items, topic=topic):
            return [Card(entry, item, topic, ("questions", at)) for at, item in enumerate(items)]
        case PhraseBook(phrases=phrases, topic=topic):
            return [Card(entry, phrase, topic, ("phrases", at)) for at, phrase in enumerate(phrases)]
        case Glossary(terms=terms):
            return [card for at, term in enumerate(terms) for card in _both_ways(entry, term, at)]
    return []


def all_cards(project: Project) -> list[Card]:
    """Every card of a project, files in the order of the menu."""
    return [card for entry in project.readable for card in cards_of(entry)]


def names_of(entries: Iterable[Entry[Any]]) -> Iterator[tuple[Entry[Any], str, Path]]:
    """Every id that the files lay claim to, present and former ones, with the place where it stands."""
    for entry in entries:
        for card in cards_of(entry):
            if not card.reverse:
                yield entry, card.id, (*card.path, "id")
                yield from ((entry, name, (*card.path, "formerly", at)) for at, name in enumerate(card.formerly))


def _both_ways(entry: Entry[Any], term: Term, at: int) -> list[Card]:
    return [Card(entry, term, term.topic, ("terms", at), reverse) for reverse in (False, True)]
