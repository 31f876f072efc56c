"""Questions and other cards as one practises them: on pages of their own, in the catalogue, and for today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from generalprobe import addresses
from generalprobe.cards import Card, all_cards, cards_of
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam, exams_asking
from generalprobe.format.questions import OpenQuestion, QuestionBank
from generalprobe.format.vocabulary import Glossary, Phrase, PhraseBook, Term
from generalprobe.format.wording import slugify
from generalprobe.pages.diagnostics import problem_notices
from generalprobe.pages.templating import DIFFICULTY_LABELS, KIND_LABELS, block
from generalprobe.pages.text import heading, page, plain
from generalprobe.problems import Problem
from generalprobe.reading.project import Entry, Project
from generalprobe.talk import Taken

MANY = 1_000
"""From so many cards on, browsers are told to lay out only what is seen."""


def quiz(cards: Iterable[Card], exams: Mapping[str, Exam]) -> str:
    """Render cards under Markdown headings, as on a page of their own; their exams set the time for an answer."""
    return "\n\n".join([block("quiz-bar", mounts=True, exams=exams, limits=_limits(exams)), *_with_headings(cards)])


def bank_page(entry: Entry[QuestionBank], exams: Mapping[str, Exam], problems: Sequence[Problem] = ()) -> str:
    """Render the page of a file of the question bank, with its problems for a preview."""
    bank = entry.model
    told = problem_notices(addresses.bank(entry.id), problems)
    description = f"Fragen der Prüfer mit Musterantworten zum Thema {bank.title}"
    parts = [*told, block("bank-head", bank=bank), quiz(cards_of(entry), exams_asking(bank.topic, exams, bank.exam))]
    return page(f"Fragen: {bank.title}", description, parts)


def sections(project: Project) -> str:
    """Render all cards as one list, each with a heading that no table of contents knows."""
    exams = project.exams
    topics = [
        (slugify(topic), topic, [_listed(card, exams) for card in cards]) for topic, cards in _by_topic(project).items()
    ]
    many = sum(len(rendered) for _, _, rendered in topics) > MANY
    return block("all-questions", topics=topics, exams=exams, limits=_limits(exams), many=many)


def catalogue(project: Project, all_sections: str) -> str:
    """Render the catalogue: its filters and the list of all cards, as `sections` makes it."""
    choices = block("catalogue", exams=project.exams, **_choices(_by_topic(project)), pages=_collections(project))
    return "\n\n".join([choices, all_sections])


def today(all_sections: str) -> str:
    """Render what chooses from all cards what is to be practised today."""
    return "\n\n".join([block("today"), all_sections])


def standing(project: Project) -> str:
    """Render the page of one's own progress, which needs the names of all cards and where they are taught."""
    cards = [_named(card, project.exams) for card in all_cards(project)]
    return block("standing", cards=cards, exams=project.exams)


def title(card: Card) -> str:
    """What a card asks, as plain text."""
    match card.item:
        case Term() as term:
            return f"Wie heißt das? {plain(term.meaning)}" if card.reverse else f"Was bedeutet „{term.term}“?"
        case Phrase() as phrase:
            return f"Wie sagst du es besser? „{plain(phrase.bad)}“"
        case question:
            return plain(question.question)


def place(card: Card) -> str:
    """Where a card stands by itself, as an address below the site's root."""
    file, name = card.entry.id, card.item.id
    if isinstance(card.entry.model, Glossary):
        return addresses.term(name)
    if isinstance(card.entry.model, PhraseBook):
        return addresses.phrase(file, name)
    in_bank = isinstance(card.entry.model, QuestionBank)
    page = addresses.bank(file) if in_bank else addresses.case_study_questions(file)
    return f"{page}#{addresses.question_anchor(name)}"


def taught(card: Card) -> str:
    """Where one learns what a card asks, as an address below the site's root; empty where none is named."""
    if isinstance(card.entry.model, CaseStudy):
        return addresses.case_study(card.entry.id)
    if isinstance(card.entry.model, Glossary):
        return place(card)
    lesson = getattr(card.entry.model, "lesson", "")
    return f"{lesson}/" if lesson else ""


def _with_headings(cards: Iterable[Card]) -> Iterator[str]:
    for card in cards:
        label = addresses.question_anchor(card.item.id)
        yield heading(2, title(card), label)
        yield _section(card, label)


def _listed(card: Card, exams: Mapping[str, Exam]) -> Markup:
    return Markup(_section(card, addresses.question_anchor(card.id), title(card), exams))


def _section(card: Card, label: str, heading: str = "", exams: Mapping[str, Exam] | None = None) -> str:
    """A card; where there are several exams, it says to which of them it belongs."""
    taken = Taken.of(card.item.answer) if isinstance(card.item, OpenQuestion) else None
    belongs = list(card.exams(exams)) if exams and len(exams) > 1 else []
    return block("question", card=card, label=label, heading=heading, taken=taken, exams=belongs)


def _limits(exams: Mapping[str, Exam]) -> tuple[Duration, Duration] | None:
    """The shortest and the longest good answer in any of the exams."""
    discussions = [exam.discussion for exam in exams.values()]
    shortest, longest = [each.shortest_answer for each in discussions], [each.longest_answer for each in discussions]
    return (min(shortest), max(longest)) if discussions else None


def _named(card: Card, exams: Mapping[str, Exam]) -> dict[str, Any]:
    several = {"exams": list(card.exams(exams))} if len(exams) > 1 else {}
    return several | {
        "id": card.id,
        "formerly": card.formerly,
        "topic": card.topic,
        "kind": card.kind,
        "title": title(card),
        "href": place(card),
        "taught": taught(card),
    }


def _by_topic(project: Project) -> dict[str, list[Card]]:
    """All cards under their topics, in the order of the exams; only topics that have any."""
    topics: dict[str, list[Card]] = {topic: [] for exam in project.exams.values() for topic in exam.topics}
    for card in all_cards(project):
        topics.setdefault(card.topic, []).append(card)
    return {topic: cards for topic, cards in topics.items() if cards}


def _choices(by_topic: Mapping[str, Sequence[Card]]) -> dict[str, Any]:
    """What the catalogue can be filtered by: only what occurs."""
    cards = [card for group in by_topic.values() for card in group]
    kinds = {card.kind for card in cards}
    difficulties = {card.difficulty for card in cards}
    return {
        "topics": [(slugify(topic), topic, len(group)) for topic, group in by_topic.items()],
        "kinds": [(key, label) for key, label in KIND_LABELS.items() if key in kinds],
        "difficulties": [(key, label) for key, label in DIFFICULTY_LABELS.items() if key in difficulties],
        "count": len(cards),
    }


def _collections(project: Project) -> dict[str, list[tuple[str, str, int]]]:
    """The pages that have questions, by what they are."""
    studies = [entry for entry in project.entries(CaseStudy) if entry.model.questions]
    return {
        "Fragensammlungen": [_linked(addresses.bank(bank.id), bank.model) for bank in project.entries(QuestionBank)],
        "Fallstudien": [_linked(addresses.case_study_questions(study.id), study.model) for study in studies],
    }


def _linked(address: str, file: QuestionBank | CaseStudy) -> tuple[str, str, int]:
    """Where a file's questions stand, seen from the catalogue, with its title and their number."""
    return addresses.between(addresses.CATALOGUE, address), file.title, len(file.questions)
