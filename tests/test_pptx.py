"""Presentations that python-pptx makes, read as the browser reads them: field by field what was put in."""

from __future__ import annotations

import zlib
from typing import Any

import pytest
from decks import DECKS, RESAVED, even, read_decks, saved


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is read of each deck, and of the files that LibreOffice has saved, by one Node for all."""
    folder = tmp_path_factory.mktemp("decks")
    files = {name: saved(folder, name) for name in DECKS} | {
        f"resaved {file.stem}": file for file in RESAVED.glob("*.pptx")
    }
    return dict(zip(files, read_decks(list(files.values())), strict=True))


@pytest.fixture(scope="module")
def read(found: dict[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in DECKS}


@pytest.fixture(scope="module")
def resaved(found: dict[str, Any]) -> dict[str, Any]:
    return {name.partition(" ")[2]: each for name, each in found.items() if name not in DECKS}


def _slide(key: str, title: str, **said: Any) -> dict[str, Any]:
    """A slide as it is read, and what its file said of it."""
    texts: dict[str, Any] = {"title": title, "headline": title, "bullets": [], "artifact": None, "notes": ""}
    texts |= {name: value for name, value in said.items() if name in texts}
    timed = {"time_s": 0, "demo_s": 0, "spoken_s": 0, "silent_s": 0, "syllables": 0}
    kept = {"key": key, "formerly": [], "density": "", "directions": [], "source": texts}
    return kept | texts | timed | {name: value for name, value in said.items() if name not in texts}


def _bullet(text: str, *below: str) -> dict[str, Any]:
    return {"text": text, "bullets": list(below)}


def test_titles_bullets_and_notes(read: dict[str, Any]) -> None:
    talk = read["plain"]["talk"]
    assert read["plain"]["losses"] == []
    assert (talk["title"], talk["metadata"]["topic"], talk["version"], talk["own"]) == (
        "Vortrag plain",
        "Vortrag plain",
        1,
        True,
    )
    notes = "Guten Tag.\n\n[Klick] Um 9:15 Uhr stand der Versand. Zeile zwei."
    bullets = [_bullet("Der Treiber war alt", "kam mit dem Update"), _bullet("Der Test fehlte")]
    assert talk["slides"] == [
        _slide("p256", "Drucker im Lager nach dem Update", bullets=[_bullet("Für die Leitung Logistik")], notes=notes),
        _slide("p257", "Ursache", bullets=bullets),
    ]


def test_groups_and_shapes(read: dict[str, Any]) -> None:
    bullets = [_bullet("Daneben"), _bullet("Kreis & <Ende>")]
    assert read["shapes"]["talk"]["slides"] == [_slide("p256", "Aus der Gruppe", bullets=bullets, guessed=True)]
    assert [(loss["lost"], loss["times"]) for loss in read["shapes"]["losses"]] == [("drawing", 2)]


def test_tables_pictures_and_what_is_lost(read: dict[str, Any]) -> None:
    found = read["artifacts"]
    table, picture, chart = (slide["artifact"] for slide in found["talk"]["slides"])
    assert table == {
        "kind": "table",
        "caption": "",
        "columns": ["Zeit", "Was"],
        "rows": [["9:15", "Alarm"], ["9:40", "Ruhe"]],
    }
    assert picture == {"kind": "image", "caption": "", "alt": "Der Weg der Mail", "src": found["pictures"][0][0]}
    assert chart is None
    content = even(40, 30, 200).getvalue()
    assert found["pictures"] == [[f"{zlib.crc32(content):08x}-{len(content)}.png", "image/png", len(content)]]
    assert [(loss["number"], loss["title"], loss.get("said") or loss["lost"]) for loss in found["losses"]] == [
        (2, "Bild", "Ein kleineres Bild „Das Kleine“ fällt weg, gezeigt wird das größte „Der Weg der Mail“."),
        (3, "Kurve", "chart"),
    ]


def test_order_and_hidden_slides(read: dict[str, Any]) -> None:
    talk = read["moved"]["talk"]
    assert [(slide["key"], slide["title"]) for slide in talk["slides"]] == [("p257", "Zwei"), ("p256", "Eins")]
    assert [(slide["key"], slide["title"]) for slide in talk["hidden"]] == [("p258", "Drei")]


def test_three_hundred_slides(read: dict[str, Any]) -> None:
    slides = read["many"]["talk"]["slides"]
    assert [slide["title"] for slide in slides] == [f"Folie {number}" for number in range(1, 301)]
    assert all(slide["bullets"] == [_bullet("Ein Punkt"), _bullet("Noch einer")] for slide in slides)


def _without_keys(deck: dict[str, Any]) -> dict[str, Any]:
    """LibreOffice numbers slides anew, in the order in which they stand."""
    talk = deck["talk"]
    slides = {name: [slide | {"key": ""} for slide in talk[name]] for name in ("slides", "hidden")}
    return deck | {"talk": talk | slides, "losses": [loss | {"key": ""} for loss in deck["losses"]]}


@pytest.mark.parametrize("name", DECKS)
def test_what_libreoffice_has_saved_again_says_the_same(
    name: str, read: dict[str, Any], resaved: dict[str, Any]
) -> None:
    """Notes, groups, tables, pictures, hidden slides, line breaks in titles, and the order."""
    assert _without_keys(resaved[name]) == _without_keys(read[name])


def test_a_presentation_of_libreoffices_own_is_read(resaved: dict[str, Any]) -> None:
    talk, losses = resaved["impress"]["talk"], resaved["impress"]["losses"]
    notes = "Guten Tag.\n\n[Klick] Um 9:15 Uhr begann es."
    bullets = [_bullet("Zwei Regeln", "eine im Konto"), _bullet("Der Test fehlte"), _bullet("Ein Kasten")]
    assert talk["slides"] == [
        _slide("p256", "Mail kommt doppelt seit dem Umzug", bullets=[_bullet("Für die Leiterin Einkauf")], notes=notes),
        _slide("p257", "Ursache", bullets=bullets),
    ]
    table = {"kind": "table", "caption": "", "columns": ["Zeit", "Was"], "rows": [["9:15", "Alarm"]]}
    assert talk["hidden"] == [_slide("p258", "Anhang", artifact=table)]
    assert [(loss["number"], loss["lost"]) for loss in losses] == [(3, "hidden")]
