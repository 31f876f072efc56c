"""Looking into packages of Anki."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from generalprobe.exporting.anki import FIELDS


@dataclass(frozen=True)
class Note:
    """A note of a package."""

    guid: str
    changed: int
    tags: list[str]
    fields: dict[str, str]
    cards: int


@dataclass(frozen=True)
class Package:
    """What a package holds."""

    notes: list[Note]
    models: dict[str, Any]
    decks: list[str]

    def note(self, id: str) -> Note:
        """The note of a card."""
        [found] = [note for note in self.notes if note.fields["Kennung"] == id]
        return found


@contextmanager
def opened(content: bytes) -> Iterator[sqlite3.Connection]:
    """The data base of a package of Anki."""
    with closing(sqlite3.connect(":memory:")) as database, ZipFile(BytesIO(content)) as archive:
        database.deserialize(archive.read("collection.anki2"))
        yield database


def unpacked(content: bytes) -> Package:
    """What a package of Anki holds."""
    with opened(content) as database:
        rows = database.execute(
            "SELECT guid, mod, tags, flds, (SELECT count(*) FROM cards WHERE nid = notes.id) FROM notes ORDER BY id"
        )
        notes = [
            Note(guid, mod, tags.split(), dict(zip(FIELDS, fields.split("\x1f"), strict=True)), cards)
            for guid, mod, tags, fields, cards in rows
        ]
        models, decks = database.execute("SELECT models, decks FROM col").fetchone()
    named = [deck["name"] for id, deck in json.loads(decks).items() if id != "1"]
    return Package(notes, json.loads(models), named)
