"""A card as one learns it: what is asked and what is answered, as HTML, by the names of Anki's fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from generalprobe.cards import Card
from generalprobe.exporting.marked import Marked, plain, printable
from generalprobe.format.questions import ChoiceQuestion, GapsQuestion, MatchQuestion, OpenQuestion, OrderQuestion
from generalprobe.format.vocabulary import Phrase, Term

BLANK = "________"

Task = ChoiceQuestion | OrderQuestion | MatchQuestion | GapsQuestion


def sides(card: Card, marked: Marked) -> dict[str, str]:
    """What stands on the two sides of a card."""
    match card.item:
        case Term() as term:
            return _term(term, marked)
        case Phrase() as phrase:
            return _phrase(phrase, marked)
        case question:
            found = _open(question, marked) if isinstance(question, OpenQuestion) else _task(question, marked)
            asked = f"{marked.inline(question.question)}{found['Frage']}{about(card, marked)}"
            return {**found, "Frage": asked}


def about(card: Card, marked: Marked) -> str:
    """The case study that a question is about, as a paragraph."""
    if not card.about:
        return ""
    title, situation = escape(printable(card.about.title)), marked.inline(card.about.metadata.situation)
    return f'<p class="weil">Zur Fallstudie „{title}“: {situation}</p>'


def _term(term: Term, marked: Marked) -> dict[str, str]:
    example = f"<p>Beispiel: {marked.inline(term.example)}</p>"
    if term.confused_with:
        example += f"<p>Nicht verwechseln: {marked.inline(term.confused_with.difference)}</p>"
    return {
        "Frage": escape(printable(term.term)),
        "Antwort": marked.inline(term.meaning),
        "Erwartet": example,
        "Punkte": escape(printable(term.full)),
    }


def _phrase(phrase: Phrase, marked: Marked) -> dict[str, str]:
    asked = f"Wie sagst du es besser? „{marked.inline(phrase.bad)}“<p>{marked.inline(phrase.situation)}</p>"
    return {"Frage": asked, "Antwort": f"<p>„{marked.inline(phrase.better)}“</p><p>{marked.inline(phrase.why)}</p>"}


def _open(question: OpenQuestion, marked: Marked) -> dict[str, str]:
    follow_up = f"<p>Mögliche Nachfrage: {marked.inline(question.follow_up)}</p>" if question.follow_up else ""
    return {
        "Frage": "",
        "Antwort": f"{marked.prose(question.answer)}{follow_up}",
        "Erwartet": marked.prose(question.expects),
        "Punkte": listed(marked.inline(point.text) for point in question.points),
    }


def _task(question: Task, marked: Marked) -> dict[str, str]:
    asked, answered = _TASKS[question.kind](question, marked)
    return {"Frage": asked, "Antwort": f"{answered}{marked.prose(question.explanation)}"}


def _choice(question: ChoiceQuestion, marked: Marked) -> tuple[str, str]:
    options = sorted(question.options, key=lambda option: (option.last, plain(option.text).casefold()))
    solved = "".join(
        f"<li{' class=richtig' if option.right else ''}>{'Richtig' if option.right else 'Falsch'}: "
        f"{marked.inline(option.text)}"
        + (f' <span class="weil">{marked.inline(option.feedback)}</span>' if option.feedback else "")
        + "</li>"
        for option in options
    )
    return listed(marked.inline(option.text) for option in options), f"<ul>{solved}</ul>"


def _order(question: OrderQuestion, marked: Marked) -> tuple[str, str]:
    mixed = sorted(question.steps, key=lambda step: plain(step).casefold())
    return listed(map(marked.inline, mixed)), listed(map(marked.inline, question.steps), "ol")


def _match(question: MatchQuestion, marked: Marked) -> tuple[str, str]:
    rights = sorted((pair.right for pair in question.pairs), key=lambda right: plain(right).casefold())
    asked = listed((marked.inline(pair.left) for pair in question.pairs), "ol") + listed(map(marked.inline, rights))
    rows = "".join(
        f"<tr><th>{marked.inline(pair.left)}</th><td>{marked.inline(pair.right)}</td></tr>" for pair in question.pairs
    )
    return asked, f"<table>{rows}</table>"


def _gaps(question: GapsQuestion, marked: Marked) -> tuple[str, str]:
    accepted = [[escape(printable(each)) for each in gap.accepted] for gap in question.gaps]
    filled = marked.filled(question.text, [f"<strong>{first}</strong>" for first, *_ in accepted])
    also = "".join(
        f"<p>Lücke {number}, auch richtig: {', '.join(others)}</p>"
        for number, (_, *others) in enumerate(accepted, start=1)
        if others
    )
    return f"<p>{marked.filled(question.text, [BLANK] * len(accepted))}</p>", f"<p>{filled}</p>{also}"


_TASKS: dict[str, Callable[[Any, Marked], tuple[str, str]]] = {
    "choice": _choice,
    "order": _order,
    "match": _match,
    "gaps": _gaps,
}
"""How each kind of question shows what there is to do besides its wording, and how it is solved."""


def listed(items: Iterable[str], tag: str = "ul") -> str:
    """HTML as the entries of a list; none where there is no entry."""
    entries = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>{entries}</{tag}>" if entries else ""
