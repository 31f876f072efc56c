"""On paper everything folded is open, with JavaScript and without, and what only works on a screen is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from browser.conftest import Visit
from browser.visitor import TEXT_LUMINANCE, Visitor, Windows, letters
from browser.website import Website
from playwright.sync_api import Page, expect

PAGES = ["fallstudien/service-recovery/", "fallstudien/service-recovery/fragen/", "fallstudien/alle-artefakte/"]
# What is in a fold and takes no room is not on the paper.
_HIDDEN = """() => [...document.querySelectorAll("main :is(.gp-notes, .gp-answer) > *")]
  .filter((each) => !each.matches("summary, .gp-notes__head, .gp-parts"))
  .filter((each) => !each.getBoundingClientRect().height || !each.checkVisibility({ visibilityProperty: true }))
  .map((each) => each.className)"""
_CUT_OFF = """() => [...document.querySelectorAll("main *")].filter((each) => each.clientWidth
  && getComputedStyle(each).overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1
  && !each.matches(".gp-hidden, .gp-slide__talk, .gp-timebar *, svg, svg *"))
  .map((each) => each.outerHTML.slice(0, 100))"""
_LIST = "ueben/fragen/alle-arten/"
_PAPER = {"width": 658, "height": 1000}
"""A4 without its margins, in CSS pixels."""

scripts = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


def _open(visitor: Visit, address: str, scripts: bool) -> Page:
    visit = visitor(java_script_enabled=scripts, viewport=_PAPER)
    if scripts:
        return visit.open(address)
    visit.page.goto(address)
    return visit.page


@scripts
@pytest.mark.parametrize("address", PAGES)
def test_notes_and_answers_are_on_the_paper_and_no_more(visitor: Visit, address: str, scripts: bool) -> None:
    """Every text of a fold has its place, nothing is cut off at the edge; no navigation, search, buttons, footer."""
    page = _open(visitor, address, scripts)
    assert page.evaluate(_HIDDEN) != []
    page.emulate_media(media="print")
    assert page.evaluate(_HIDDEN) == []
    assert page.evaluate(_CUT_OFF) == []
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= _PAPER["width"]
    for selector in (".gp-header", ".gp-aside", ".gp-footer", ".gp-actions", ".gp-skip"):
        assert page.locator(f"{selector}:visible").count() == 0, selector


@scripts
def test_printing_puts_the_answers_into_the_file(visitor: Visit, scripts: bool) -> None:
    """The quiz as PDF says as much as the quiz with all answers open; afterwards the folds are as they were."""
    page = _open(visitor, "fallstudien/service-recovery/fragen/", scripts)
    closed = letters(page.pdf(format="A4"))
    assert page.locator("details[open].gp-answer").count() == 0
    page.evaluate("() => document.querySelectorAll('.gp-answer').forEach((each) => { each.open = true; })")
    assert closed == letters(page.pdf(format="A4"))
    page.evaluate("() => document.querySelectorAll('.gp-answer').forEach((each) => each.remove())")
    assert closed > 2 * letters(page.pdf(format="A4"))


def _in_the_middle_of(page: Page, doing: str) -> None:
    """One's own order, a choice that was checked, a written answer beside the model."""
    if doing == "writing":
        page.get_by_role("radio", name="Schriftlich").check()
        page.locator(".gp-current textarea").fill("Das weiß ich so.")
        page.locator(".gp-current summary").click()
        page.locator(".gp-current [data-points] input").first.check()
        return
    page.evaluate(
        "(id) => { location.hash = `frage-${id}`; }", {"order": "reihenfolge", "match": "paare"}.get(doing, doing)
    )
    expect(page.locator(".gp-current.gp-question--open")).to_have_count(0)
    if doing == "mehrere-richtig":
        page.locator(".gp-current").get_by_role("checkbox").first.check()
    if doing == "luecken":
        page.locator(".gp-current").get_by_role("textbox").first.fill("anders")
    if doing in ("order", "match"):
        page.locator(".gp-current [data-down]").first.click()
    if doing in ("mehrere-richtig", "luecken", "match"):
        page.locator(".gp-current").get_by_role("button", name="Prüfen").click()


def _printed(page: Page) -> dict[str, Any]:
    """Each question as it is read, and how many of them and of their headings are seen."""
    page.emulate_media(media="print")
    texts = page.locator(".gp-question").all_inner_texts()
    seen = {each: page.locator(f"{each}:visible").count() for each in (".gp-question", "main h2")}
    return {"texts": [re.sub(r"\s+", " ", text) for text in texts], **seen}


@pytest.fixture(scope="module")
def plain(windows: Windows, site: Website) -> Iterator[dict[str, Any]]:
    """The whole list on paper, without scripts."""
    visit = Visitor(windows, site, java_script_enabled=False, viewport=_PAPER)
    visit.page.goto(_LIST)
    yield _printed(visit.page)
    visit.close()


@pytest.mark.parametrize("doing", ["writing", "order", "match", "mehrere-richtig", "eine-richtig", "luecken"])
def test_in_the_middle_of_a_round_the_whole_list_is_printed(visitor: Visit, plain: dict[str, Any], doing: str) -> None:
    """As it is without scripts: every question with its answer, nothing to press, nothing of one's own."""
    page = _open(visitor, _LIST, True)
    _in_the_middle_of(page, doing)
    assert _printed(page) == plain
    assert plain[".gp-question"] == len(plain["texts"]) > 5
    assert page.locator("main :is(button, input, textarea):visible").count() == 0


def test_in_the_middle_of_a_chosen_round_as_much_is_printed_as_before_it(visitor: Visit) -> None:
    page = _open(visitor, "ueben/fragen/", True)
    page.get_by_role("button", name="Diese Auswahl üben").click()
    page.get_by_role("button", name="Beenden").click()
    page.emulate_media(media="print")
    before = page.locator(":is(.gp-question, .gp-topic__title):visible").all_inner_texts()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Diese Auswahl üben").click()
    expect(page.locator(".gp-question:visible")).to_have_count(1)
    page.emulate_media(media="print")
    assert page.locator(":is(.gp-question, .gp-topic__title):visible").all_inner_texts() == before


def test_what_is_due_today_is_printed_as_it_is_shown(visitor: Visit) -> None:
    """The plan, then the question that is asked with its answer; never the whole collection behind it."""
    page = _open(visitor, "ueben/heute/", True)
    page.emulate_media(media="print")
    expect(page.locator(".gp-today__said")).to_be_visible()
    assert page.locator(":is(.gp-question, .gp-topic__title):visible").count() == 0
    assert page.locator("main :is(button, .gp-button):visible").count() == 0
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Los geht’s").click()
    expect(page.locator(".gp-question:visible")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator(".gp-question:visible")).to_have_count(1)
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1


def test_diagrams_are_printed_dark_on_white(visitor: Visit) -> None:
    """Even when the screen is dark."""
    visit = visitor(color_scheme="dark", viewport=_PAPER)
    page = visit.open("fallstudien/alle-artefakte/")
    page.emulate_media(media="print")
    assert page.evaluate("() => getComputedStyle(document.body).color") == "rgb(27, 33, 48)"
    assert page.locator(".gp-drawing > svg:visible").count() == 1
    assert page.locator(".gp-drawing > svg:visible").evaluate(TEXT_LUMINANCE) < 80
