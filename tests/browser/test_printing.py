"""„Drucken als …“: each way as a PDF, by a hand and by the command."""

from __future__ import annotations

import re

import pytest
from browser.conftest import Visit
from browser.website import Website
from playwright.sync_api import Page, expect

from generalprobe.exporting import handout
from scripts.browser import find_quick_browser

TALK, QUESTIONS = "fallstudien/service-recovery/", "fallstudien/service-recovery/fragen/"
_LEADING_AWAY = "(links) => links.map((link) => link.pathname).filter((path) => path !== location.pathname)"
"""To other pages of a server that is there as long as is printed."""
_WITHOUT_LINE_ABOVE = """(cards) => cards.flatMap((card, index) =>
  (index % 8 < 2) === (getComputedStyle(card).borderTopWidth !== "0px") ? [] : [index + 1])"""
_PAGES = re.compile(rb"/Type\s*/Page[^s]")


def _pdf(page: Page) -> bytes:
    return page.pdf(format="A4", prefer_css_page_size=True, tagged=True)


def _asked(visitor: Visit, address: str) -> Page:
    """A page that is prepared for paper, as it stands there."""
    page = visitor().open(address)
    expect(page.locator("html[data-paper]")).to_have_count(1)
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize(
    ("way", "slides_a_page", "shown", "hidden"),
    [
        ("notes", 1, ".gp-notes__text", ".gp-head"),
        ("handout", 3, ".gp-slide__card", ".gp-notes__text"),
        ("cards", 8, ".gp-cards__card", ".gp-slide__card"),
    ],
)
def test_a_talk_is_printed_in_each_way(visitor: Visit, way: str, slides_a_page: int, shown: str, hidden: str) -> None:
    page = _asked(visitor, f"{TALK}?druck={way}")
    slides = page.locator(".gp-slide").count()
    expect(page.locator(f"{shown}:visible")).to_have_count(slides)
    expect(page.locator(f"{hidden}:visible")).to_have_count(0)
    assert page.locator(".gp-cards__card").evaluate_all(_WITHOUT_LINE_ABOVE) == []
    pdf = _pdf(page)
    assert len(_PAGES.findall(pdf)) == -(-slides // slides_a_page)
    assert b"/StructTreeRoot" in pdf


def test_questions_for_a_class_hold_no_answer(visitor: Visit) -> None:
    """Not even what is folded, which other paper opens; asked by hand, and gone when it was printed."""
    page = visitor().open(QUESTIONS)
    page.evaluate("() => { globalThis.print = () => dispatchEvent(new Event('beforeprint')); }")
    page.get_by_label("Drucken als").select_option("questions")
    page.get_by_role("button", name="Drucken", exact=True).click()
    expect(page.locator("html[data-paper=questions]")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator(".gp-question:visible")).to_have_count(page.locator(".gp-question").count())
    expect(page.locator(".gp-answer:visible, .gp-answer :visible")).to_have_count(0)
    room = page.locator(".gp-question--open").first.evaluate("(question) => getComputedStyle(question).paddingBottom")
    assert float(room.removesuffix("px")) > 32 / 25.4 * 96  # The last line lies within: else another page may show it.
    assert b"/StructTreeRoot" in _pdf(page)
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator("html[data-paper]")).to_have_count(0)
    expect(page.locator(".gp-answer:visible")).not_to_have_count(0)


def test_the_command_prints_what_the_page_prints(visitor: Visit, site: Website) -> None:
    browser = find_quick_browser()
    assert browser
    pdf = handout.printed(browser, f"{site.url}{TALK}?druck=handout")
    page = _asked(visitor, f"{TALK}?druck=handout")
    assert len(_PAGES.findall(pdf)) == len(_PAGES.findall(_pdf(page)))
    assert b"/StructTreeRoot" in pdf
    assert page.locator("a[href]:not([data-term])").evaluate_all(_LEADING_AWAY) == []
