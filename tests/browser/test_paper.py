"""On paper everything folded is open, with JavaScript and without, and what only works on a screen is left out."""

from __future__ import annotations

import re
import zlib

import pytest
from browser.conftest import Visit
from browser.visitor import TEXT_LUMINANCE
from playwright.sync_api import Page

PAGES = ["fallstudien/service-recovery/", "fallstudien/service-recovery/fragen/", "fallstudien/alle-artefakte/"]
# What is in a fold and takes no room is not on the paper.
_HIDDEN = """() => [...document.querySelectorAll("main :is(.gp-notes, .gp-answer) > :not(summary, .gp-parts)")]
  .filter((each) => !each.getBoundingClientRect().height || !each.checkVisibility({ visibilityProperty: true }))
  .map((each) => each.className)"""
_CUT_OFF = """() => [...document.querySelectorAll("main *")].filter((each) => each.clientWidth
  && getComputedStyle(each).overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1
  && !each.matches(".gp-hidden, .gp-slide__talk, .gp-timebar *, svg, svg *"))
  .map((each) => each.outerHTML.slice(0, 100))"""
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
def test_notes_and_answers_are_on_the_paper(visitor: Visit, address: str, scripts: bool) -> None:
    """Every text of a fold has its place, nothing is cut off at the edge."""
    page = _open(visitor, address, scripts)
    assert page.evaluate(_HIDDEN) != []
    page.emulate_media(media="print")
    assert page.evaluate(_HIDDEN) == []
    assert page.evaluate(_CUT_OFF) == []
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= _PAPER["width"]


@scripts
@pytest.mark.parametrize("address", PAGES)
def test_what_needs_a_screen_is_not_on_the_paper(visitor: Visit, address: str, scripts: bool) -> None:
    """No navigation, no search, no buttons, no footer."""
    page = _open(visitor, address, scripts)
    page.emulate_media(media="print")
    for selector in (".gp-header", ".gp-aside", ".gp-footer", ".gp-actions", ".gp-skip"):
        assert page.locator(f"{selector}:visible").count() == 0, selector


@scripts
def test_printing_puts_the_answers_into_the_file(visitor: Visit, scripts: bool) -> None:
    """The quiz as PDF says as much as the quiz with all answers open; afterwards the folds are as they were."""
    page = _open(visitor, "fallstudien/service-recovery/fragen/", scripts)
    closed = _letters(page.pdf(format="A4"))
    assert page.locator("details[open].gp-answer").count() == 0
    page.evaluate("() => document.querySelectorAll('.gp-answer').forEach((each) => { each.open = true; })")
    assert closed == _letters(page.pdf(format="A4"))
    page.evaluate("() => document.querySelectorAll('.gp-answer').forEach((each) => each.remove())")
    assert closed > 2 * _letters(page.pdf(format="A4"))


def _letters(pdf: bytes) -> int:
    """How many letters a PDF shows: Chromium writes each as four hexadecimal digits."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    texts = (zlib.decompressobj().decompress(each) for each in streams if each[:1] == b"x")
    return sum(len(run) // 4 for text in texts if b"BT" in text for run in re.findall(rb"<([0-9A-Fa-f]+)>", text))


def test_diagrams_are_printed_dark_on_white(visitor: Visit) -> None:
    """Even when the screen is dark."""
    visit = visitor(color_scheme="dark", viewport=_PAPER)
    page = visit.open("fallstudien/alle-artefakte/")
    page.emulate_media(media="print")
    assert page.evaluate("() => getComputedStyle(document.body).color") == "rgb(27, 33, 48)"
    assert page.locator(".gp-drawing > svg:visible").count() == 1
    assert page.locator(".gp-drawing > svg:visible").evaluate(TEXT_LUMINANCE) < 80
