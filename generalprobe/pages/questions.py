"""Questions and other cards as one practises them: on pages of their own, in the catalogue, and for today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generalprobe import addresses
from generalprobe.cards import DIFFICULTY_LABELS, KIND_LABELS, Card, cards_of
from generalprobe.exporting.downloads import Download
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam, exams_asking
from generalprobe.format.fields import Model
from generalprobe.format.questions import OpenQuestion, QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook
from generalprobe.format.wording import slugify
from generalprobe.pages.card_pages import CardPage, by_topic, card_pages, title
from generalprobe.pages.diagnostics import problem_notices
from generalprobe.pages.downloads import block_of, offered
from generalprobe.pages.recipe import Recipe, recipe
from generalprobe.pages.templating import block
from generalprobe.pages.text import heading, page
from generalprobe.problems import Problem
from generalprobe.reading.project import Entry, Project
from generalprobe.talk import Taken

MOST_LISTED = 100
"""Of so many case studies a list names all: no page grows with the whole collection."""

_LISTS: dict[type[Model], str] = {
    QuestionBank: "Fragensammlungen",
    Glossary: "Glossar",
    PhraseBook: "Formulierungen",
    CaseStudy: "Fallstudien",
}
"""What the pages of a kind of file are called together."""

_WITHOUT_CONTENTS = "hide: [toc]\n"
"""A setting of pages whose headings are as long as a text."""

NUMBERED = "contents: numbers\n"
"""A setting of pages of questions: their table of contents is made of numbers."""

Link = tuple[str, str, int]
"""A page with cards as a list names it: its address as seen from another page, its title, and how many cards."""


def quiz(cards: Iterable[Card], exams: Mapping[str, Exam]) -> str:
    """Render cards under Markdown headings, as on a page of their own; their exams set the time for an answer."""
    return "\n\n".join([block("quiz-bar", mounts=True, exams=exams, limits=_limits(exams)), *_with_headings(cards)])


def bank_page(
    entry: Entry[QuestionBank],
    exams: Mapping[str, Exam],
    problems: Sequence[Problem] = (),
    offers: Sequence[Download] = (),
) -> str:
    """Render the page of a file of the question bank, with its problems for a preview."""
    bank = entry.model
    told = problem_notices(addresses.bank(entry.id), problems)
    description = f"Fragen der Prüfer mit Musterantworten zum Thema {bank.title}"
    asked = quiz(cards_of(entry), exams_asking(bank.topic, exams, bank.exam))
    parts = [
        *told,
        block("bank-head", bank=bank),
        asked,
        block("print-questions"),
        *block_of(offers, addresses.bank(entry.id)),
    ]
    return page(f"Fragen: {bank.title}", description, parts, NUMBERED)


def asking_pages(project: Project) -> dict[str, Recipe]:
    """The pages that ask for terms and phrases, by path below docs/."""
    exams = project.files_of(Exam)
    return {
        addresses.markdown_file(each.address): recipe(
            _asking_page, each, project.exams, of=(each.entry, each.address, *exams)
        )
        for each in card_pages(project)
        if isinstance(each.entry.model, Glossary | PhraseBook)
    }


def _asking_page(asking: CardPage, exams: Mapping[str, Exam]) -> str:
    source = addresses.between(asking.address, asking.place.partition("#")[0])
    parts = [
        block("asking-head", kind=_LISTS[type(asking.entry.model)], source=source),
        quiz(asking.cards, exams),
        block("print-questions"),
    ]
    description = f"Karten zum Üben, mit denen du dich selbst abfragst. {asking.title}"
    return page(f"Üben: {asking.title}", description, parts, _WITHOUT_CONTENTS)


def catalogue(project: Project, offers: Sequence[Download] = ()) -> str:
    """Render the catalogue: its filters, and the pages with questions, by topic for those without scripts."""
    topics, here = by_topic(project), addresses.CATALOGUE
    values = {**_choices(topics), **_gathering(project, here), **offered(offers, here)}
    return block("catalogue", lists=_by_kind(project, here), **values)


def today(project: Project) -> str:
    """Render the place for what is to be practised today, and the pages with questions for those without scripts."""
    return block("today", **_gathering(project, addresses.TODAY))


def short_test(project: Project) -> str:
    """Render the place of a test that marks itself, and the pages with questions for those without scripts."""
    return block("short-test", **_gathering(project, addresses.SHORT_TEST))


def standing(project: Project) -> str:
    """Render the page of one's own progress, which the browser fills in."""
    return block("standing", exams=project.exams, limits=_limits(project.exams))


def _gathering(project: Project, here: str) -> dict[str, Any]:
    """What a page takes on which cards come together."""
    exams = project.exams
    return {
        "exams": exams,
        "limits": _limits(exams),
        "contents": _contents(project, here),
        "overview": ""
        if len(project.entries(CaseStudy)) <= MOST_LISTED
        else addresses.between(here, addresses.CASE_STUDIES),
    }


def _with_headings(cards: Iterable[Card]) -> Iterator[str]:
    for card in cards:
        label = addresses.question_anchor(card.name)
        taken = Taken.of(card.item.answer) if isinstance(card.item, OpenQuestion) else None
        yield heading(2, title(card), label)
        yield block("question", card=card, label=label, taken=taken)


def _limits(exams: Mapping[str, Exam]) -> tuple[Duration, Duration] | None:
    """The shortest and the longest good answer in any of the exams."""
    discussions = [exam.discussion for exam in exams.values()]
    shortest, longest = [each.shortest_answer for each in discussions], [each.longest_answer for each in discussions]
    return (min(shortest), max(longest)) if discussions else None


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


def _contents(project: Project, here: str) -> list[tuple[str, str, int, list[Link]]]:
    """Each topic: its slug, its name, how many cards, and the pages that ask them."""
    pages = [(page, Counter(card.topic for card in page.cards)) for page in _listed(project)]
    return [
        (slugify(topic), topic, len(cards), _links([(page, asked[topic]) for page, asked in pages], here))
        for topic, cards in by_topic(project).items()
    ]


def _by_kind(project: Project, here: str) -> dict[str, list[Link]]:
    """The pages that ask something, by what they are."""
    pages = _listed(project)
    return {
        name: _links([(page, len(page.cards)) for page in pages if type(page.entry.model) is kind], here)
        for kind, name in _LISTS.items()
    }


def _links(pages: Iterable[tuple[CardPage, int]], here: str) -> list[Link]:
    return [(addresses.between(here, page.address), page.title, number) for page, number in pages if number]


def _listed(project: Project) -> list[CardPage]:
    """The pages that a list names: of very many case studies none, as they have an overview of their own."""
    order = list(_LISTS)
    pages = sorted(card_pages(project), key=lambda page: order.index(type(page.entry.model)))
    studies = [page for page in pages if isinstance(page.entry.model, CaseStudy)]
    return pages if len(studies) <= MOST_LISTED else pages[: -len(studies)]
