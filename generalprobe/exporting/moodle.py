"""Questions as Moodle XML, in a form that its importer takes as a whole.

What it does not like ends an import in the middle, with half of the questions in. So: an ordering question names
`shownumcorrect`; fractions come from Moodle's own list; a match has three entries, if need be an empty one that
belongs to nothing; what a candidate chooses there is short and plain; nothing in a gap ends it. Gaps become „cloze“,
the one kind that shows them where they stand; each character of an answer that means something there is written as a
number. Importing again doubles everything, so the category says of when it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generalprobe.cards import DIFFICULTY_LABELS, KIND_LABELS, Card
from generalprobe.exporting.marked import Marked, plain, printable
from generalprobe.exporting.sides import about, listed
from generalprobe.exporting.subjects import Subject
from generalprobe.format.questions import (
    ChoiceQuestion,
    GapsQuestion,
    MatchQuestion,
    OpenQuestion,
    OrderQuestion,
)
from generalprobe.format.wording import shorten
from generalprobe.memory import digest
from generalprobe.reading.project import Entry

FRACTIONS = ("100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")
"""What each of so many answers counts, as Moodle's list has it: of one, of two, and so on. It has no eleventh."""
NO_MATCH = "keins davon"
_BEGIN = b"<?xml version='1.0' encoding='utf-8'?>\n<quiz>\n"
_END = b"</quiz>\n"
LONGEST_NAME = 120
LONGEST_ID = 100
LONGEST_CHOICE = 255
LONGEST_TAG = 50
"""What Moodle's data base has room for, in characters."""


def to_moodle(subject: Subject) -> bytes:
    """Write the questions of a file, in a category of its own."""
    quiz = Element("quiz")
    marked = Marked(subject.origin.site_url)
    _category(quiz, subject, subject.entries[0])
    for card in subject.cards:
        _question(quiz, card, marked)
    return _written(quiz)


def join_moodle(subject: Subject, parts: Sequence[tuple[Subject, bytes]]) -> bytes:
    """The questions of all parts, each in a category below the one of the site."""
    return b"".join([_BEGIN, *_sections(subject, parts), _END])


def _sections(subject: Subject, parts: Sequence[tuple[Subject, bytes]]) -> Iterator[bytes]:
    for part, content in parts:
        quiz = Element("quiz")
        _category(quiz, subject, part.entries[0])
        yield _inner(_written(quiz))
        _, questions = _inner(content).split(b"</question>\n", 1)  # Its first one is its category.
        yield questions


def _written(quiz: Element) -> bytes:
    indent(quiz)
    content: bytes = tostring(quiz, encoding="utf-8", xml_declaration=True, short_empty_elements=False)
    return content + b"\n"


def _inner(content: bytes) -> bytes:
    return content.removeprefix(_BEGIN).removesuffix(_END)


def _category(quiz: Element, subject: Subject, entry: Entry[Any]) -> None:
    version = subject.version
    day = datetime.fromtimestamp(subject.changed, UTC).date().isoformat()
    stamp, name, title = f"({day}, {version})", subject.origin.site_name, entry.model.title
    levels = [f"{name} {stamp}", title] if subject.parts else [f"{name}: {title} {stamp}"]
    question = SubElement(quiz, "question", type="category")
    path = "/".join(["$course$", "top", *map(_level, levels)])
    _text(question, "category", path)
    _html(question, "info", f"<p>Aus {escape(name)}, Stand {day}, Fassung {version}</p>")
    SubElement(question, "idnumber").text = _id(f"{subject.origin.site_id}/{entry.id}/{version}")


def _level(title: str) -> str:
    """A title as a level of a category's path, in which a single slash parts the levels."""
    return printable(" ".join(title.split())).replace("/", "//")


def _question(quiz: Element, card: Card, marked: Marked) -> None:
    item: Any = card.item
    kind, fill = _KINDS[card.kind]
    if isinstance(item, ChoiceQuestion) and _rights(item) > len(FRACTIONS):
        kind, fill = "matching", _true_or_false
    question = SubElement(quiz, "question", type=kind)
    _text(question, "name", shorten(plain(item.question), LONGEST_NAME))
    wording = f"<p>{marked.inline(item.question)}</p>{about(card, marked)}"
    _html(question, "questiontext", f"{_unbraced(wording)}{_gaps(item, marked)}" if kind == "cloze" else wording)
    _html(question, "generalfeedback", marked.prose(getattr(item, "answer", "") or getattr(item, "explanation", "")))
    plainly = {"defaultgrade": "1", "penalty": "0" if kind == "essay" else "0.3333333", "hidden": "0"}
    for tag, value in (plainly | {"idnumber": _id(card.id)}).items():
        SubElement(question, tag).text = value
    fill(question, item, marked)
    tags = SubElement(question, "tags")
    for tag in _tags(card):
        _text(tags, "tag", tag)


def _tags(card: Card) -> Iterable[str]:
    labels = [card.topic, KIND_LABELS[card.kind], DIFFICULTY_LABELS.get(card.difficulty, "")]
    tags = filter(None, [*labels, card.about.title if card.about else "", "Kern" if card.item.core else ""])
    return (shorten(tag, LONGEST_TAG) for tag in tags)


def _essay(question: Element, item: OpenQuestion, marked: Marked) -> None:
    fields = {"responseformat": "editor", "responserequired": "1", "responsefieldlines": "10", "attachments": "0"}
    for tag, value in (fields | {"attachmentsrequired": "0"}).items():
        SubElement(question, tag).text = value
    points = listed(marked.inline(point.text) for point in item.points)
    after = f"<p>Mögliche Nachfrage: {marked.inline(item.follow_up)}</p>" if item.follow_up else ""
    _html(question, "graderinfo", f"{marked.prose(item.expects)}{points}{after}")
    _html(question, "responsetemplate", "")


def _choice(question: Element, item: ChoiceQuestion, marked: Marked) -> None:
    rights, several = _rights(item), _rights(item) > 1
    wrong = FRACTIONS[min(len(item.options) - rights, len(FRACTIONS)) - 1]
    pinned = any(option.last for option in item.options)
    for tag, said in (("single", not several), ("shuffleanswers", not pinned)):
        SubElement(question, tag).text = str(said).lower()
    SubElement(question, "answernumbering").text = "none"
    _combined_feedback(question)
    for option in item.shown:
        fraction = FRACTIONS[rights - 1] if option.right else f"-{wrong}" if several else "0"
        answer = SubElement(question, "answer", fraction=fraction, format="html")
        SubElement(answer, "text").text = marked.inline(option.text)
        _html(answer, "feedback", marked.inline(option.feedback))


def _rights(item: ChoiceQuestion) -> int:
    return sum(option.right for option in item.options)


def _true_or_false(question: Element, item: ChoiceQuestion, marked: Marked) -> None:
    """More right answers than Moodle has a fraction for: each is matched with whether it is right."""
    _matching(question, [(marked.inline(each.text), "richtig" if each.right else "falsch") for each in item.shown])


def _match(question: Element, item: MatchQuestion, marked: Marked) -> None:
    pairs = [(marked.inline(pair.left), plain(pair.right)) for pair in item.pairs]
    _matching(question, pairs if len(pairs) > 2 else [*pairs, ("", NO_MATCH)])


def _matching(question: Element, pairs: Sequence[tuple[str, str]]) -> None:
    SubElement(question, "shuffleanswers").text = "true"
    _combined_feedback(question)
    for left, right in pairs:
        part = SubElement(question, "subquestion", format="html")
        SubElement(part, "text").text = left
        _text(part, "answer", _chosen(right))


def _chosen(text: str) -> str:
    """A text among which one chooses: Moodle shows it as HTML without tags, and keeps no more than it has room for."""
    while len(escape(text, quote=False)) > LONGEST_CHOICE:
        text = f"{text[:-2].rstrip()}…"
    return escape(text, quote=False)


def _order(question: Element, item: OrderQuestion, marked: Marked) -> None:
    fields = {"layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": "0", "gradingtype": "ABSOLUTE_POSITION"}
    for tag, value in (fields | {"showgrading": "SHOW", "numberingstyle": "none"}).items():
        SubElement(question, tag).text = value
    _combined_feedback(question)
    for step in item.steps:
        answer = SubElement(question, "answer", fraction="100", format="html")
        SubElement(answer, "text").text = marked.inline(step)


def _cloze(question: Element, item: GapsQuestion, marked: Marked) -> None:
    """Nothing: its answers stand in its text."""


def _gaps(item: GapsQuestion, marked: Marked) -> str:
    """The text of a question with gaps, in which one types."""
    marks = [f"\ue000{at}\ue001" for at in range(len(item.gaps))]
    text = _unbraced(marked.filled(item.text, marks))
    for mark, gap in zip(marks, item.gaps, strict=True):
        text = text.replace(mark, f"{{1:SHORTANSWER:={'~='.join(map(_accepted, gap.accepted))}}}")
    return f"<p>{text}</p>"


def _accepted(text: str) -> str:
    """What may be typed into a gap: a star is a star and stands for nothing else, and no character ends the gap."""
    return re.sub(r"[^\w .,:/-]", lambda match: f"&#{ord(match[0])};", printable(text).strip().replace("*", r"\*"))


def _unbraced(html: str) -> str:
    """HTML in which no brace begins a gap."""
    return html.replace("{", "&#123;").replace("}", "&#125;")


def _combined_feedback(question: Element) -> None:
    """What is said of an answer as a whole: nothing. But where `shownumcorrect` is missing, an import may end."""
    for tag in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        _html(question, tag, "")
    SubElement(question, "shownumcorrect").text = "1"


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(SubElement(parent, tag), "text").text = printable(text)


def _html(parent: Element, tag: str, html: str) -> None:
    SubElement(SubElement(parent, tag, format="html"), "text").text = html


def _id(name: str) -> str:
    """A name as Moodle's number for identification, which has room for so many characters."""
    return name if len(name) <= LONGEST_ID else f"{name[: LONGEST_ID - 9]}-{digest(name)[:8]}"


_KINDS: dict[str, tuple[str, Callable[[Element, Any, Marked], None]]] = {
    "open": ("essay", _essay),
    "choice": ("multichoice", _choice),
    "match": ("matching", _match),
    "order": ("ordering", _order),
    "gaps": ("cloze", _cloze),
}
"""What each of our kinds of questions is called in Moodle, and what writes that which is its own."""
