"""Presentations that python-pptx makes, where LibreOffice's lie, and what the browser's reader makes of them."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Inches
from samples import ROOT

from generalprobe.importing.deck import Deck, DeckSlide
from generalprobe.importing.pptx import audience_in

RESAVED = ROOT / "tests" / "presentations" / "libreoffice"
"""What LibreOffice has made of the presentations below, and of its own; `make test-clients` makes them anew."""
OWN = ROOT / "tests" / "presentations" / "impress.fodp"
"""A presentation as somebody writes it in LibreOffice."""

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


def even(width: int, height: int, colour: int) -> io.BytesIO:
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
    small = second.shapes.add_picture(even(20, 10, 10), 0, 0, Inches(1))
    small._element.nvPicPr.cNvPr.set("descr", "Das Kleine")
    large = second.shapes.add_picture(even(40, 30, 200), 0, 0, Inches(5))
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


def saved(folder: Path, name: str) -> Path:
    """Write one of the presentations to a folder."""
    deck = Presentation()
    deck.core_properties.title = f"Vortrag {name}"
    DECKS[name](deck)
    deck.save(str(folder / f"{name}.pptx"))
    return folder / f"{name}.pptx"


def read_decks(paths: list[Path]) -> list[dict[str, Any]]:
    """What the browser's reader makes of each, by one Node for all."""
    node = [ROOT / ".venv" / "bin" / "node", ROOT / "tests" / "javascript" / "read-decks.mjs"]
    asked = json.dumps([str(path) for path in paths])
    done = subprocess.run(node, input=asked, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def as_in_browser(found: Deck) -> dict[str, Any]:
    """What is read here, as the browser has it: by fields, with what is lost and which pictures are shown."""
    return {
        "title": found.title,
        "audience": audience_in(found),
        "slides": [_slide(each) for each in found.slides if not each.hidden],
        "hidden": [_slide(each) for each in found.slides if each.hidden],
        "lost": [
            (each.number, each.key, each.title, *said)
            for each in found.lost
            for said in (*each.names, *((said, 1) for said in each.dropped))
        ],
        "pictures": sorted((name, len(each.content)) for name, each in found.pictures.items()),
    }


def _slide(slide: DeckSlide) -> dict[str, Any]:
    return {
        "key": slide.key,
        "title": slide.title,
        "bullets": [{"text": each.text, "bullets": list(each.bullets)} for each in slide.bullets],
        "artifact": slide.artifact and slide.artifact.model_dump(mode="json"),
        "notes": slide.notes,
        "time_s": slide.time_s,
        "demo_s": slide.demo_s,
        "guessed": slide.guessed,
    }


def told(found: dict[str, Any]) -> dict[str, Any]:
    """The same of what the browser has read."""
    talk, names = found["talk"], ("key", "title", "bullets", "artifact", "notes", "time_s", "demo_s")
    slides = {
        which: [{name: each[name] for name in names} | {"guessed": each.get("guessed", False)} for each in talk[which]]
        for which in ("slides", "hidden")
    }
    return slides | {
        "title": talk["title"],
        "audience": talk["metadata"]["audience"],
        "lost": [
            (loss["number"], loss["key"], loss["title"], loss.get("said", loss.get("lost")), loss.get("times", 1))
            for loss in found["losses"]
        ],
        "pictures": sorted((key, size) for key, _, size in found["pictures"]),
    }
