"""What the tests of practising share: a page of questions with a clock set by hand, and what one does there."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from browser.test_accessibility import AXE, _violations, in_both_settings
from browser.visitor import LAPTOP, PHONE
from playwright.sync_api import Locator, Page, expect

PAGE = "ueben/fragen/alle-arten/"
NOON = 1_796_040_000  # Monday, 30 November 2026, 12:00 UTC, in seconds
_REFUSED = "{ get() { throw new DOMException('no', 'SecurityError'); } }"
STORAGE = {
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    "forbidden": "for (const name of ['localStorage', 'sessionStorage']) "
    f"Object.defineProperty(window, name, {_REFUSED});",
}

ASKS_ONE = """() => {
  const place = "generalprobe:/:sitting:now";
  const { value, ...rest } = JSON.parse(localStorage.getItem(place));
  const question = { id: "alle-arten/offen", title: "Was ist ein Treiber?", topic: "" };
  const log = [[0, "phase", "talk"], [0, "phase", "discussion"], [0, "begin"], [0, "ask", 0]];
  const asked = { ...value, questions: [question], follow: [""], log };
  localStorage.setItem(place, JSON.stringify({ ...rest, value: asked }));
}"""
"""Brings the mock exam that is running to the first of its questions, an open one."""

sizes = pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])


def open_quiz(visitor: Any, address: str = PAGE, *, script: str = "", **options: Any) -> Page:
    """Open a page with a clock that is set by hand; `script` runs before the page's own."""
    visit = visitor(timezone_id="UTC", now=NOON, **options)
    if script:
        visit.before(script)
    page = visit.open(address)
    page.clock.pause_at(NOON + 60)
    expect(page.locator(".gp-quiz__bar, .gp-today__title").first).to_be_visible()
    found: Page = page
    return found


def log_of(page: Page, id: str) -> list[int]:
    """The grades that are stored for a question of the page."""
    stored = page.evaluate("(id) => localStorage.getItem(`generalprobe:/:progress:alle-arten/${id}`)", id)
    return [grade for _, grade, *_ in json.loads(stored)["reviews"]] if stored else []


def place_said(page: Page) -> Locator:
    """Where one is in the round."""
    return page.locator(".gp-quiz__place")


def question(page: Page) -> Locator:
    """The question that is asked."""
    return page.get_by_role("heading", level=2).filter(visible=True).first


def show_answer(page: Page) -> None:
    """Show the answer by its button."""
    page.locator(".gp-current summary").click()


def grade_button(page: Page, name: str) -> Locator:
    """A grade of the question that is asked."""
    return page.get_by_role("group", name="Wie gut ging es?").get_by_role("button", name=name)


def go_to(page: Page, id: str) -> None:
    """Go to a question by its address."""
    page.evaluate("(id) => { location.hash = `frage-${id}`; }", id)
    expect(page.locator(f"[data-card='alle-arten/{id}']")).to_have_class(re.compile("gp-current"))


def texts(page: Page) -> list[str]:
    """What is to be put in order, as it stands."""
    return page.locator(".gp-current .gp-arrange__text").all_text_contents()


def violations(page: Page) -> list[str]:
    """What axe finds."""
    page.clock.resume()  # axe waits for itself by the page's clock.
    return _violations(page, AXE.read_text(encoding="utf-8"))


def violations_in_both_settings(page: Page) -> list[str]:
    """What axe finds in the dark on a phone, and then in light on a laptop, without what stands around each page."""
    page.clock.resume()
    return in_both_settings(page, AXE.read_text(encoding="utf-8"), "main")
