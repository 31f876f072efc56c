"""Cards for Anki: a deck for each file, with note types that never change.

What learners have imported is found again by three things: a note by its GUID, which is made of the site and of the
first id that a card ever had; a note type and its fields and templates by the numbers here. Change a number, add or
remove a field, and every note of every learner is „in conflict“ and is not updated any more. So there are two fields
in reserve, and `tests/test_anki.py` holds the list.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from html import escape
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZipFile

import genanki

from generalprobe.cards import DIFFICULTY_LABELS, KIND_LABELS, Card
from generalprobe.exporting.archive import zipped
from generalprobe.exporting.marked import Marked, plain
from generalprobe.exporting.sides import sides
from generalprobe.exporting.subjects import Origin, Subject, place_of
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Phrase, Term

FIELDS = {
    "Frage": 261126001,
    "Bild": 261126002,
    "Antwort": 261126003,
    "Erwartet": 261126004,
    "Punkte": 261126005,
    "Thema": 261126006,
    "Quelle": 261126007,
    "Kennung": 261126008,
    "Reserve1": 261126009,
    "Reserve2": 261126010,
}
"""The fields of both note types with their numbers. For ever, see above."""

_COLLECTION = "collection.anki2"
_COPIED_NOTES = """
INSERT INTO main.notes
SELECT id + :by, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data FROM part.notes ORDER BY id
"""
_COPIED_CARDS = """
INSERT INTO main.cards
SELECT id + :by, nid + :by, did, ord, mod, usn, type, queue, due, ivl, factor, reps, lapses, left, odue, odid,
    flags, data
FROM part.cards ORDER BY id
"""
REVISED = 1795651200
"""When the looks of the note types were changed last, in seconds since 1970: later ones replace earlier ones."""

_TOPIC = '<p class="thema">{{Thema}}</p>'
_PICTURE = "{{#Bild}}<div>{{Bild}}</div>{{/Bild}}"
_ORIGIN = '{{#Quelle}}<p class="quelle">{{Quelle}}</p>{{/Quelle}}'
_ANSWER = (
    "{{FrontSide}}<hr id=answer>"
    "{{#Erwartet}}<h4>Das wollen die Prüfer hören</h4>{{Erwartet}}{{/Erwartet}}"
    "{{#Punkte}}<h4>Das muss vorkommen</h4>{{Punkte}}{{/Punkte}}"
    f"<div>{{{{Antwort}}}}</div>{_ORIGIN}"
)
_TERM = "<p><strong>{{Frage}}</strong>{{#Punkte}} ({{Punkte}}){{/Punkte}}</p>"
_EXAMPLE = f"{{{{Erwartet}}}}{_ORIGIN}"
_CSS = """\
.card { max-width: 40em; margin: 0 auto; padding: 0 1em; font: 20px/1.5 sans-serif; text-align: left; }
.thema, .quelle { font-size: 15px; opacity: .75; }
h4 { margin: 1em 0 .2em; font-size: 16px; }
code { font-family: Consolas, "Liberation Mono", monospace; font-size: .95em; }
pre { overflow-x: auto; padding: .5em; border: 1px solid; }
th { padding-right: 1em; text-align: left; vertical-align: top; }
.richtig { font-weight: bold; }
.weil { opacity: .8; }
img { max-width: 100%; }
"""


class _NoteType(genanki.Model):  # type: ignore[misc]
    """A note type whose fields and templates are known by numbers, so that they may be renamed."""

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        return {**super().to_json(REVISED, deck_id), "originalId": self.model_id}


class _Note(genanki.Note):  # type: ignore[misc]
    """A note that is as old as the file that it stands in: those of a package may differ."""

    changed: int

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Iterator[int]) -> None:
        super().write_to_db(cursor, self.changed, deck_id, id_gen)


def _note_type(number: int, name: str, templates: list[dict[str, Any]]) -> _NoteType:
    fields = [{"name": field, "id": id} for field, id in FIELDS.items()]
    return _NoteType(number, name, fields=fields, templates=templates, css=_CSS)


QUESTION = _note_type(
    1764115201,
    "Generalprobe Frage",
    [
        {
            "name": "Fragen",
            "id": 261126101,
            "qfmt": f"{_TOPIC}<div>{{{{Frage}}}}</div>{_PICTURE}",
            "afmt": _ANSWER,
        }
    ],
)
"""Of whatever kind: a question that changes its kind is the same to whoever learns it."""
TERM = _note_type(
    1764115202,
    "Generalprobe Begriff",
    [
        {
            "name": "Bedeutung",
            "id": 261126201,
            "qfmt": f"{_TOPIC}<p>Was bedeutet „{{{{Frage}}}}“?</p>",
            "afmt": f"{{{{FrontSide}}}}<hr id=answer>{_TERM}<p>{{{{Antwort}}}}</p>{_EXAMPLE}",
        },
        {
            "name": "Begriff",
            "id": 261126202,
            "qfmt": f"{_TOPIC}<p>Wie heißt das?</p><p>{{{{Antwort}}}}</p>",
            "afmt": f"{{{{FrontSide}}}}<hr id=answer>{_TERM}{_EXAMPLE}",
        },
    ],
)
"""Asked both ways. `Erwartet` holds the example, `Punkte` what the term is in full."""


def to_anki(subject: Subject) -> bytes:
    """Write what a subject asks as a package that Anki imports: new cards, or newer ones in the place of those it has.

    Nothing is said of when they are due: that is the learner's.
    """
    decks = [_deck(name, cards, subject) for name, cards in _by_deck(subject)]
    with closing(sqlite3.connect(":memory:")) as database:
        genanki.Package(decks).write_to_db(database.cursor(), subject.changed, count(subject.changed * 1000))
        return _package(database)


def join_anki(subject: Subject, parts: Sequence[tuple[Subject, bytes]]) -> bytes:
    """The packages of all parts as one, in which notes and cards are numbered anew."""
    number = subject.changed * 1000
    decks: dict[str, Any] = {}
    note_types: dict[str, Any] = {}
    with closing(sqlite3.connect(":memory:")) as database:
        genanki.Package([]).write_to_db(database.cursor(), subject.changed, count())
        database.execute("ATTACH ':memory:' AS part")
        for _, content in parts:
            database.deserialize(_collection(content), name="part")
            number = _take_over(database, number)
            [(of_part, types_of_part)] = database.execute("SELECT decks, models FROM part.col")
            decks |= json.loads(of_part)
            note_types |= json.loads(types_of_part)
        database.execute("UPDATE col SET decks = ?, models = ?", (json.dumps(decks), json.dumps(note_types)))
        return _package(database)


def _take_over(database: sqlite3.Connection, number: int) -> int:
    """Copy notes and cards of the attached part, numbered from there on; the number that is free then."""
    [(first, last)] = database.execute("SELECT (SELECT min(id) FROM part.notes), (SELECT max(id) FROM part.cards)")
    with database:
        for copied in (_COPIED_NOTES, _COPIED_CARDS):
            database.execute(copied, {"by": number - first})
    return int(number + last - first + 1)


def _package(database: sqlite3.Connection) -> bytes:
    database.commit()
    return zipped({_COLLECTION: database.serialize(), "media": b"{}"})


def _collection(package: bytes) -> bytes:
    with ZipFile(BytesIO(package)) as archive:
        return archive.read(_COLLECTION)


def _by_deck(subject: Subject) -> Iterator[tuple[tuple[str, str], list[Card]]]:
    """The id and the name of each deck, and its cards."""
    decks: dict[tuple[str, str], list[Card]] = {}
    for card in subject.cards:
        if not card.reverse:  # Both ways are one note.
            decks.setdefault(_deck_of(card), []).append(card)
    yield from decks.items()


def _deck_of(card: Card) -> tuple[str, str]:
    match card.entry.model:
        case CaseStudy(title=title):
            return card.entry.id, f"Fallstudien::{_level(title)}"
        case QuestionBank(title=title):
            return card.entry.id, f"Fragen::{_level(title)}"
    return ("formulierungen", "Formulierungen") if isinstance(card.item, Phrase) else ("glossar", "Glossar")


def _deck(named: tuple[str, str], cards: list[Card], subject: Subject) -> genanki.Deck:
    id, name = named
    origin = subject.origin
    marked = Marked(origin.site_url)
    deck = genanki.Deck(_number("deck", origin.site_id, id), f"{_level(origin.site_name)}::{name}")
    for place, card in enumerate(cards, start=1):
        note = _note(card, origin, marked, place)
        note.changed = subject.changed_of(card)
        deck.add_note(note)
    return deck


def _number(*names: str) -> int:
    """A number for names, which is theirs for ever; JavaScript can hold it."""
    return int.from_bytes(sha256("\0".join(names).encode()).digest()[:6], "big") + 2**32


def _note(card: Card, origin: Origin, marked: Marked, place: int) -> _Note:
    first = (card.formerly or [card.id])[0]
    fields = {"Thema": escape(plain(card.topic)), "Quelle": _link(card, origin), "Kennung": card.id}
    fields |= sides(card, marked)
    return _Note(
        TERM if isinstance(card.item, Term) else QUESTION,
        [_harmless(fields.get(name, "")) for name in FIELDS],
        tags=[*_tags(card)],
        guid=genanki.guid_for(origin.site_id, first),
        due=place,
    )


def _tags(card: Card) -> Iterator[str]:
    yield f"Thema::{_tag(card.topic)}"
    yield f"Art::{_tag(KIND_LABELS[card.kind])}"
    if card.difficulty:
        yield f"Schwierigkeit::{DIFFICULTY_LABELS[card.difficulty]}"
    if card.about:
        yield f"Fallstudie::{card.entry.id}"
    if card.item.core:
        yield "Kern"


def _link(card: Card, origin: Origin) -> str:
    title = escape(getattr(card.entry.model, "title", "Glossar"))
    return f'<a href="{escape(origin.site_url + place_of(card))}">{title}</a>' if origin.site_url else title


def _level(title: str) -> str:
    """A title as a level of a deck's name, in which two colons part the levels."""
    return re.sub(":{2,}", ":", " ".join(title.split())) or "–"


def _tag(text: str) -> str:
    """A text as a tag, in which blanks part tags and two colons levels."""
    return re.sub(r"[\W_]+", "-", plain(text)).strip("-") or "ohne"


def _harmless(html: str) -> str:
    """HTML of which Anki takes nothing for a sound, a formula or a template of its own."""
    html = re.sub(r"\\(?=[(\[])", r"\\<span></span>", html)
    return html.replace("[", "&#91;").replace("{{", "&#123;&#123;").replace("\x1f", "")
