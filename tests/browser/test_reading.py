"""A presentation is read beside the page, on the device, and without a word to anybody."""

from __future__ import annotations

from pathlib import Path

from browser.conftest import Visit
from browser.visitor import PHONE, Visitor

from bench.presentation import SLIDES, write_deck

_READ = """async (input) => {
  const { readChosen } = await import("/javascripts/workshop/reading.mjs");
  const { talk, losses, pictures = new Map(), trouble = "" } = await readChosen(input.files[0]);
  const bytes = [...pictures.values()].reduce((sum, each) => sum + each.bytes.length, 0);
  return { trouble, titles: talk?.slides.map(({ title }) => title), losses, bytes };
}"""


def test_30_slides_and_20_mb_are_read_beside_the_page(visitor: Visit, tmp_path: Path) -> None:
    """How soon, `make bench-presentation` measures."""
    visit = visitor(viewport=PHONE, overhears=True)
    page = visit.open("datenschutz/")
    page.evaluate("() => document.body.append(Object.assign(document.createElement('input'), { type: 'file' }))")
    file = page.locator("input[type=file]")
    file.set_input_files(write_deck(tmp_path / "vortrag.pptx"))
    found = file.evaluate(_READ)
    assert found["trouble"] == ""
    assert found["titles"] == [f"Schritt {number}" for number in range(1, SLIDES + 1)]
    assert found["losses"] == []
    assert found["bytes"] > 20_000_000
    _refuses(visit, "keine Präsentation")


def _refuses(visit: Visitor, said: str) -> None:
    """The worker's sentences come through as they are."""
    file = visit.page.locator("input[type=file]")
    file.set_input_files({"name": "x.pptx", "mimeType": "", "buffer": b"Guten Tag"})
    assert said in file.evaluate(_READ)["trouble"]
    assert [url for url in visit.requests if not url.startswith(visit.site.url)] == []
