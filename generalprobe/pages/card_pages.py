"""The pages that ask cards, and the index of all cards, by which the browser finds them.

The index is one JSON file, `addresses.CARDS_FILE`. What many cards share stands once, in tables or with their page:

    {"version": 1, "topics": ["Netz"], "difficulties": ["", "easy", "medium", "hard"],
     "kinds": [["open", "Offene Frage", "Antwort zeigen", false]],
     "pages": [{"file": "dns", "title": "DNS", "page": "fallstudien/dns/fragen/",
                "place": "fallstudien/dns/fragen/#frage-", "taught": "fallstudien/dns/", "exams": ["netzwerkerin"],
                "cards": [["cache", "Was ist ein Cache?", 0, 0, 1, {"core": true, "formerly": ["dns/speicher"]}]]}]}

A kind is its name, its label, what its answer is opened by, and whether more than its wording stands above the answer.
A card is its name within its file, its wording, the numbers of its topic, kind and difficulty, and what few cards have.
`place` and `taught` say where it is looked up and where it is taught: an address that does not end in a slash is
completed by the name. `exams` is there only where there are several.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generalprobe import addresses
from generalprobe.cards import DIFFICULTY_LABELS, KIND_LABELS, Card, all_cards, cards_of
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.html import plain
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, Phrase, PhraseBook, Term
from generalprobe.format.wording import slugify
from generalprobe.pages.templating import said_of
from generalprobe.reading.project import Entry, Project

VERSION = 1
_DIFFICULTIES = ("", *DIFFICULTY_LABELS)


@dataclass(frozen=True)
class CardPage:
    """A page with cards of one file as readable HTML."""

    entry: Entry[Any]
    address: str
    title: str
    cards: tuple[Card, ...]
    place: str
    """Where a card is looked up: an address that its name completes."""
    taught: str
    """Where one learns what is asked: the same, or the address of a page; empty where none is named."""


def card_pages(project: Project) -> list[CardPage]:
    """Every page that asks something, files in the order of the menu."""
    return [page for entry in project.readable for page in _pages_of(entry) if page.cards]


def by_topic(project: Project) -> dict[str, list[Card]]:
    """All cards under their topics, in the order of the exams; only topics that have any."""
    topics: dict[str, list[Card]] = {topic: [] for exam in project.exams.values() for topic in exam.topics}
    for card in all_cards(project):
        topics.setdefault(card.topic, []).append(card)
    return {topic: cards for topic, cards in topics.items() if cards}


def title(card: Card) -> str:
    """What a card asks, as plain text."""
    match card.item:
        case Term() as term:
            return f"Wie heißt das? {plain(term.meaning)}" if card.reverse else f"Was bedeutet „{term.term}“?"
        case Phrase() as phrase:
            return f"Wie sagst du es besser? „{plain(phrase.bad)}“"
        case question:
            return plain(question.question)


def cards_file(project: Project) -> str:
    """Write the index of all cards for the browser."""
    topics, kinds = list(by_topic(project)), list(KIND_LABELS)
    exams = project.exams if len(project.exams) > 1 else {}
    index = {
        "version": VERSION,
        "topics": topics,
        "kinds": [[kind, label, *said_of(kind)] for kind, label in KIND_LABELS.items()],
        "difficulties": _DIFFICULTIES,
        "pages": [
            {
                "file": page.entry.id,
                "title": page.title,
                "page": page.address,
                "place": page.place,
                "taught": page.taught,
                **({"exams": list(page.cards[0].exams(exams))} if exams else {}),
                "cards": [_row(card, topics, kinds) for card in page.cards],
            }
            for page in card_pages(project)
        ],
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _row(card: Card, topics: list[str], kinds: list[str]) -> list[Any]:
    numbers = topics.index(card.topic), kinds.index(card.kind), _DIFFICULTIES.index(card.difficulty)
    few = {"core": card.item.core, "formerly": card.formerly}
    rest = {name: value for name, value in few.items() if value}
    return [card.name, title(card), *numbers, *([rest] if rest else [])]


def _pages_of(entry: Entry[Any]) -> Iterator[CardPage]:
    cards = tuple(cards_of(entry))
    match entry.model:
        case CaseStudy(title=name):
            page = addresses.case_study_questions(entry.id)
            yield CardPage(entry, page, name, cards, _questions_on(page), addresses.case_study(entry.id))
        case QuestionBank(title=name, lesson=lesson):
            page = addresses.bank(entry.id)
            yield CardPage(entry, page, name, cards, _questions_on(page), f"{lesson}/" if lesson else "")
        case PhraseBook(title=name):
            page = addresses.phrase_questions(entry.id)
            yield CardPage(entry, page, f"Formulierungen: {name}", cards, addresses.phrase(entry.id, ""), "")
        case Glossary():
            for topic, asked in _by_slug(cards).items():
                page, term = addresses.glossary_questions(topic), addresses.term("")
                yield CardPage(entry, page, f"Begriffe: {asked[0].topic}", tuple(asked), term, term)


def _questions_on(page: str) -> str:
    return f"{page}#{addresses.question_anchor('')}"


def _by_slug(cards: tuple[Card, ...]) -> Mapping[str, list[Card]]:
    """Cards by the slug of their topic, which topics may share."""
    topics: dict[str, list[Card]] = {}
    for card in cards:
        topics.setdefault(slugify(card.topic) or "ohne-namen", []).append(card)
    return topics
