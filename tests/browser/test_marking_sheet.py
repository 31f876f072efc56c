"""The marking sheet can be filled in on the screen and printed, whole and on one sheet of paper."""

from __future__ import annotations

import re

import pytest
from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.visitor import PHONE, opened_beside, reloaded
from copies import ROOT
from playwright.sync_api import Locator, Page, expect

from generalprobe.reading.loading import load_project

axe = accessibility.axe
SHEET = "nachschlagen/bewertungsbogen/"
_PAGES = re.compile(rb"/Type\s*/Page[^s]")
_A4_MM = {"width": 210 - 36, "height": 297 - 34}
"""What the margins of print.css leave."""


def _height_mm(page: Page) -> float:
    pixels: float = page.locator(".gp-marking").evaluate("(sheet) => sheet.getBoundingClientRect().bottom")
    return pixels * 25.4 / 96


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_it_fills_one_sheet_of_paper(visitor: Visit, scripts: bool) -> None:
    """Not two pages; and not an empty one, or one of which a third is left over while the notes have no room."""
    visit = visitor(java_script_enabled=scripts, viewport={"width": round(_A4_MM["width"] / 25.4 * 96), "height": 1000})
    page = visit.page
    page.goto(SHEET)
    assert len(_PAGES.findall(page.pdf(format="A4", prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("row", name=re.compile("Zielgruppe genannt"))).to_be_visible()
    expect(page.get_by_label("Nächster Schritt bis zur nächsten Probe")).to_be_visible()
    assert page.locator(".gp-screen:visible").count() == 0
    if scripts:
        assert 0.75 * _A4_MM["height"] < _height_mm(page) <= _A4_MM["height"]


def _mark(page: Page, criterion: str, key: str) -> Locator:
    """By arrow keys, from the first mark on; the row."""
    row = page.get_by_role("row", name=re.compile(criterion))
    row.get_by_role("radio").first.focus()
    page.keyboard.press(key)
    return row


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).press("Enter")


def test_it_adds_up_is_kept_put_aside_compared_emptied_and_brought_back_by_keyboard(visitor: Visit, axe: str) -> None:
    """Two candidates in a row; what another tab writes stands here at once."""
    page = visitor(viewport=PHONE).open(SHEET)
    name, whole = page.get_by_label("Name"), page.get_by_label("Summe zusammen")
    name.fill("Kandidatin 3")
    row = _mark(page, "Frei gesprochen", "ArrowRight")
    expect(row.get_by_role("radio", name="Frei gesprochen: 1, teilweise")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Folie 4")
    expect(row.get_by_role("textbox")).to_have_value("Folie 4")
    _mark(page, "Fachlich richtig", "ArrowLeft")
    expect(page.get_by_label("Summe Vortrag")).to_have_value("1")
    expect(whole).to_have_value("3")
    expect(page.get_by_text("von 30 · 13 offen")).to_be_visible()
    reloaded(page)
    expect(row.get_by_role("textbox")).to_have_value("Folie 4")
    expect(whole).to_have_value("3")
    _press(page, "Nächster Bogen")
    expect(name).to_be_focused()
    expect(name).to_have_value("")
    expect(whole).to_have_value("")
    page.keyboard.type("Kandidat 4")
    _mark(page, "Zielgruppe genannt", "Space")
    expect(page.get_by_text("Damit gilt die Probe als nicht bestanden").first).to_be_visible()
    beside = opened_beside(page, SHEET)
    expect(beside.get_by_label("Name")).to_have_value("Kandidat 4")
    beside.get_by_label("Nächster Schritt").fill("Zielgruppe auf Folie 1")
    expect(page.get_by_label("Nächster Schritt")).to_have_value("Zielgruppe auf Folie 1")
    _press(page, "Leeren")
    expect(name).to_have_value("")
    _press(page, "Rückgängig")
    expect(name).to_have_value("Kandidat 4")
    page.get_by_text("Zwei Bögen vergleichen").press("Enter")
    compared = page.get_by_role("table").last
    expect(compared.get_by_role("row", name=re.compile("^Zusammen 0 von 30.* 3 von 30"))).to_be_visible()
    assert accessibility._violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    _press(page, "Kandidatin 3")
    expect(name).to_have_value("Kandidatin 3")
    _press(page, "Kandidat 4 löschen")
    expect(page.get_by_role("heading", name="Zurückgelegte Bögen")).to_be_hidden()
    _press(page, "Rückgängig")
    expect(page.get_by_role("button", name="Kandidat 4", exact=True)).to_be_visible()


def test_every_criterion_of_the_exam_stands_on_it(visitor: Visit) -> None:
    """Those of the data, and no field without a name."""
    exam = next(iter(load_project(ROOT).exams.values()))
    criteria = [criterion.text for section in exam.marking_sheet.sections for criterion in section.criteria]
    page = visitor().open(SHEET)
    rows = page.locator(".gp-marking tbody tr:not(.gp-marking__sum) th")
    assert rows.all_inner_texts() == criteria
    unnamed = "(fields) => fields.filter((each) => !each.labels?.length && !each.ariaLabel).length"
    assert page.locator(".gp-marking :is(input, textarea)").evaluate_all(unnamed) == 0
