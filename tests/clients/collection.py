"""Anki, driven by `test_anki.py` in an environment of its own: imports packages one after the other and learns between.

Arguments: a folder for the collection, and the packages. Prints JSON: what each import did, and the notes at the end.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

COUNTED = ("new", "updated", "duplicate", "conflicting")


def main(folder: str, *packages: str) -> None:
    """After the first package all cards are learnt: due again in a week."""
    collection = Collection(str(Path(folder) / "collection.anki2"))
    said = []
    for package in packages:
        request = ImportAnkiPackageRequest(
            package_path=package, options=ImportAnkiPackageOptions(with_scheduling=False)
        )
        log = collection.import_anki_package(request).log
        said.append({name: len(getattr(log, name)) for name in COUNTED})
        if len(said) == 1:
            collection.sched.set_due_date(list(collection.find_cards("")), "7")
    notes = [collection.get_note(id) for id in collection.find_notes("")]
    found = [
        {
            "fields": dict(note.items()),
            "type": note.note_type()["name"],
            "days": [card.ivl for card in note.cards()],
            "decks": sorted({collection.decks.name(card.did) for card in note.cards()}),
            "shown": [card.render_output().question_text for card in note.cards()],
        }
        for note in notes
    ]
    collection.close()
    print(json.dumps({"imports": said, "notes": found}))


if __name__ == "__main__":
    main(*sys.argv[1:])
