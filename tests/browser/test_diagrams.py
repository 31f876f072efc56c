"""Diagrams are drawn from the site's own files, in the colours of the page, and stay readable as text."""

from __future__ import annotations

import re

import pytest
from browser.conftest import Visit
from browser.visitor import TEXT_LUMINANCE
from browser.website import LAYOUTS
from playwright.sync_api import Page, expect

_DARK_INK, _LIGHT_INK = 80, 170
SHOWN = ".gp-drawing > svg:visible"


def _luminance(page: Page) -> int:
    found: int = page.locator(SHOWN).first.evaluate(TEXT_LUMINANCE)
    return found


@pytest.mark.parametrize(
    ("address", "labels"),
    [
        ("fallstudien/alle-artefakte/", ["VPN-Gateway", "Zertifikat gültig?", "Abweisung"]),
        ("fallstudien/service-recovery/", ["Di 9 Uhr: Ausfall", "13 Uhr: behoben"]),
        ("lernen/kundenkommunikation/", ["1 Annehmen", "2 Klären", "5 Informieren"]),
    ],
)
def test_a_diagram_is_drawn_and_named(visitor: Visit, address: str, labels: list[str]) -> None:
    """The drawing has a size, a name and the words of its source, which is kept as text."""
    page = visitor().open(address)
    drawing = page.locator(".gp-drawing").first
    expect(drawing).to_have_attribute("role", "img")
    assert len(drawing.get_attribute("aria-label") or "") > 5
    box = drawing.locator("> svg:visible").bounding_box()
    assert box
    assert min(box["width"], box["height"]) > 40
    drawn = re.sub(r"\s+", "", "".join(drawing.locator("> svg:visible text").all_text_contents()))
    assert [label for label in labels if label.replace(" ", "") not in drawn] == []
    source = page.locator("pre.gp-diagram").first
    expect(source).to_be_hidden()
    page.locator(".gp-diagram-text summary").first.click()
    expect(source).to_be_visible()
    for label in labels:
        expect(source).to_contain_text(label)


def test_a_diagram_follows_light_and_dark(visitor: Visit) -> None:
    """Chosen by the system or by the switch, the words stand out from the page."""
    page = visitor(color_scheme="light").open("fallstudien/alle-artefakte/")
    assert _luminance(page) < _DARK_INK
    page.get_by_role("button", name=re.compile("^Farbschema")).click()
    expect(page.locator(SHOWN)).to_have_count(1)
    assert _luminance(page) > _LIGHT_INK
    page.get_by_role("button", name="Farbschema: dunkel").click()
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_role("button", name="Farbschema: hell")).to_be_visible()
    assert _luminance(page) < _DARK_INK
    assert _luminance(visitor(color_scheme="dark").open("fallstudien/alle-artefakte/")) > _LIGHT_INK


def test_only_pages_with_a_diagram_ask_for_the_library(visitor: Visit) -> None:
    """Everyone else is spared the megabyte."""
    visit = visitor()
    asked, have = set(), set()
    for address in LAYOUTS:
        page = visit.open(address)
        asked |= {address for request in visit.requests if "/vendor/mermaid/" in request}
        have |= {address for _ in page.locator("main .gp-diagram").all()}
        visit.requests.clear()
    assert asked == have
    assert 4 <= len(have) < len(LAYOUTS) / 2


def test_a_broken_diagram_stays_text_and_spoils_no_other(visitor: Visit) -> None:
    """Of three, the first and the last are drawn, nothing of the library's own error picture is left."""
    page = visitor().open("fallstudien/drei-diagramme/")
    slides = page.locator(".gp-slide")
    expect(page.locator(SHOWN)).to_have_count(2)
    expect(slides.nth(0).locator(SHOWN)).to_be_visible()
    expect(slides.nth(2).locator(SHOWN)).to_be_visible()
    expect(slides.nth(1).locator("pre.gp-diagram")).to_be_visible()
    expect(slides.nth(1).locator("pre.gp-diagram")).to_contain_text("dieses --> [[[ wird nie ein Diagramm")
    assert "Syntax error" not in (page.locator("body").text_content() or "")
