"""The marking sheet can be filled in on the screen and printed, whole and on one sheet of paper."""

from __future__ import annotations

import re

import pytest
from browser.conftest import Visit
from browser.visitor import PHONE
from copies import ROOT
from playwright.sync_api import Page, expect

from generalprobe.reading.loading import load_project

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


def test_it_can_be_filled_in_with_the_keyboard(visitor: Visit) -> None:
    """Points by arrow keys, one for each criterion, and a place to write beside it."""
    page = visitor(viewport=PHONE).open(SHEET)
    row = page.get_by_role("row", name=re.compile("Frei gesprochen"))
    row.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    expect(row.get_by_role("radio", name="Frei gesprochen: 1, teilweise")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Folie 4")
    expect(row.get_by_role("textbox")).to_have_value("Folie 4")


def test_every_criterion_of_the_exam_stands_on_it(visitor: Visit) -> None:
    """Those of the data, and no field without a name."""
    exam = next(iter(load_project(ROOT).exams.values()))
    criteria = [criterion.text for section in exam.marking_sheet.sections for criterion in section.criteria]
    page = visitor().open(SHEET)
    rows = page.locator(".gp-marking tbody tr:not(.gp-marking__sum) th")
    assert rows.all_inner_texts() == criteria
    unnamed = "(fields) => fields.filter((each) => !each.labels?.length && !each.ariaLabel).length"
    assert page.locator(".gp-marking :is(input, textarea)").evaluate_all(unnamed) == 0
