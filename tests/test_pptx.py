"""Presentations that python-pptx makes, read as the browser reads them: field by field what was put in."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches
from samples import ROOT

_TITLE, _CONTENT, _TITLE_ONLY, _BLANK = 0, 1, 5, 6
"""Layouts of python-pptx's own template."""


def png(colours: bytes, width: int, height: int) -> io.BytesIO:
    """A picture of these colours, three bytes a point."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = b"".join(b"\0" + colours[3 * width * row : 3 * width * (row + 1)] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunks)


def _even(width: int, height: int, colour: int) -> io.BytesIO:
    return png(bytes([colour, 90, 120]) * width * height, width, height)


def _plain(deck: Any) -> None:
    first = deck.slides.add_slide(deck.slide_layouts[_TITLE])
    first.shapes.title.text = "Drucker im Lager\vnach dem Update"
    first.placeholders[1].text = "Für die Leitung Logistik"
    first.notes_slide.notes_text_frame.text = "Guten Tag.\n[Klick] Um 9:15 Uhr stand der Versand.\vZeile zwei."
    second = deck.slides.add_slide(deck.slide_layouts[_CONTENT])
    second.shapes.title.text = "Ursache"
    frame = second.placeholders[1].text_frame
    frame.text = "Der Treiber"
    for text, level in (("kam mit dem Update", 1), ("Der Test fehlte", 0)):
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    frame.paragraphs[0].runs[0].font.bold = True
    run = frame.paragraphs[0].add_run()
    run.text = " war alt"


def _shapes(deck: Any) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_BLANK])
    group = slide.shapes.add_group_shape()
    inner = group.shapes.add_group_shape()
    inner.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = "Aus der Gruppe"
    group.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = "Daneben"
    slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, Inches(1), Inches(1))
    slide.shapes.add_shape(MSO_SHAPE.OVAL, 0, 0, Inches(1), Inches(1)).text_frame.text = "Kreis & <Ende>"


def _artifacts(deck: Any) -> None:
    first = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    first.shapes.title.text = "Zahlen"
    table = first.shapes.add_table(3, 2, 0, 0, Inches(4), Inches(2)).table
    for row, values in enumerate([("Zeit", "Was"), ("9:15", "Alarm"), ("9:40", "Ruhe")]):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    second = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    second.shapes.title.text = "Bild"
    small = second.shapes.add_picture(_even(20, 10, 10), 0, 0, Inches(1))
    small._element.nvPicPr.cNvPr.set("descr", "Das Kleine")
    large = second.shapes.add_picture(_even(40, 30, 200), 0, 0, Inches(5))
    large._element.nvPicPr.cNvPr.set("descr", "Der Weg der Mail")
    third = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    third.shapes.title.text = "Kurve"
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["Mo", "Di"]
    data.add_series("Tickets", (3, 7))
    third.shapes.add_chart(XL_CHART_TYPE.LINE, 0, 0, Inches(4), Inches(3), data)


def _moved(deck: Any) -> None:
    for title in ("Eins", "Zwei", "Drei"):
        deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY]).shapes.title.text = title
    listed = deck.slides._sldIdLst
    listed.append(listed[0])
    deck.slides[1]._element.set("show", "0")


def _many(deck: Any) -> None:
    for number in range(300):
        slide = deck.slides.add_slide(deck.slide_layouts[_CONTENT])
        slide.shapes.title.text = f"Folie {number + 1}"
        slide.placeholders[1].text = "Ein Punkt\nNoch einer"


DECKS: dict[str, Callable[[Any], None]] = {
    build.__name__.strip("_"): build for build in (_plain, _shapes, _artifacts, _moved, _many)
}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is read of each deck, by one Node for all."""
    folder = tmp_path_factory.mktemp("decks")
    return dict(zip(DECKS, _read([_saved(folder, name, build) for name, build in DECKS.items()]), strict=True))


def _saved(folder: Path, name: str, build: Callable[[Any], None]) -> str:
    deck = Presentation()
    deck.core_properties.title = f"Vortrag {name}"
    build(deck)
    deck.save(str(folder / f"{name}.pptx"))
    return str(folder / f"{name}.pptx")


def _read(paths: list[str]) -> list[dict[str, Any]]:
    node = [str(ROOT / ".venv" / "bin" / "node"), str(ROOT / "tests" / "javascript" / "read-decks.mjs")]
    done = subprocess.run(node, input=json.dumps(paths), capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


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
    content = _even(40, 30, 200).getvalue()
    assert found["pictures"] == [[f"{zlib.crc32(content):08x}-{len(content)}.png", "image/png", len(content)]]
    assert [(loss["number"], loss["title"], loss["lost"]) for loss in found["losses"]] == [
        (2, "Bild", "further"),
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
