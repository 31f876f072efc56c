"""Reading counts: a case study is marked at its end, taken back with a button, and its questions say what they ask."""

from __future__ import annotations

import json
from typing import Any

from browser.conftest import Visit
from browser.practising import NOON, open_quiz
from browser.visitor import opened, opened_beside, tick_until
from playwright.sync_api import Page, expect

CASE = "fallstudien/service-recovery/"
DONE = "Gelesen. Die Fragen dazu kommen jetzt in „Heute üben“."


def _marks(page: Page) -> list[Any]:
    text = page.evaluate("() => localStorage.getItem('generalprobe:/:ticks:case-studies/read')")
    return [[id, value] for id, _, value in json.loads(text)["marks"]] if text else []


def test_who_stays_at_the_last_slide_has_read_it_and_may_say_otherwise(visitor: Visit) -> None:
    page = visitor(now=NOON).open(CASE)
    page.clock.pause_at(NOON + 60)
    place = page.locator(".gp-read")
    expect(place).to_contain_text("Noch nicht als gelesen gemerkt.")
    assert _marks(page) == []
    place.scroll_into_view_if_needed()
    tick_until(page, expect(place.get_by_role("status")).to_have_text, DONE)
    assert _marks(page) == [["service-recovery", 1]]
    expect(page.locator(".gp-facts [data-read]")).to_be_visible()
    overview = opened_beside(page, "fallstudien/")
    expect(overview.locator(".gp-tile").filter(has_text="Service Recovery nach").get_by_text("Gelesen")).to_be_visible()
    assert overview.locator("[data-read]:not([hidden])").count() == 1
    place.get_by_role("button", name="Doch nicht gelesen").click()
    expect(place.get_by_role("button", name="Als gelesen merken")).to_be_focused()
    assert _marks(page) == [["service-recovery", 0]]
    tick_until(overview, expect(overview.locator("[data-read]:not([hidden])")).to_have_count, 0)
    opened(page, CASE).locator(".gp-read").scroll_into_view_if_needed()
    page.clock.run_for(5000)
    assert _marks(page) == [["service-recovery", 0]], "what was taken back comes by no scrolling"


def test_a_question_about_a_case_says_which_on_other_pages(visitor: Visit) -> None:
    page = visitor().open("fallstudien/service-recovery/fragen/")
    expect(page.locator(".gp-question__case").first).to_be_hidden()
    page = open_quiz(visitor, "ueben/heute/")
    cards = page.evaluate("""async () => {
      const { cardsIn } = await import("/javascripts/practice/listed.mjs");
      const { Sections } = await import("/javascripts/practice/supply.mjs");
      const all = cardsIn(await (await fetch("/ueben/karten.json")).json());
      const cards = all.filter(({ about }) => about === "service-recovery");
      const sections = new Sections();
      await sections.complete(cards);
      const line = sections.of(cards[0]).querySelector("p a");
      return [cards.length, line.closest("p").textContent, line.getAttribute("href")];
    }""")
    assert cards[0] > 0
    assert cards[1].startswith("Fallstudie Service Recovery nach einem Mailausfall: Das Mailsystem war")
    assert cards[2] == "/fallstudien/service-recovery/"
