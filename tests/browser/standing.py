"""What the tests of „Mein Stand“ share: a visitor on a day, with progress stored as pages store it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from browser.visitor import LAPTOP, PHONE, Visitor
from playwright.sync_api import Locator, Page

PAGE = "ueben/stand/"
NOW = datetime(2026, 12, 1, 11, tzinfo=UTC)
TODAY = NOW.date()
EXAM = date(2026, 12, 14)
SITE = "generalprobe:/:"
"""How the names of all entries begin where the site stands at the root."""
STORED = f"""() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("{SITE}")
  && !key.endsWith(":persistence")))"""
FULL_STORAGE = """localStorage.setItem("other", "1");
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); },
});"""
WIDTHS = "(all) => all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right])"
STORE = f"(all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(`{SITE}${{key}}`, text))"
CARDS = """async () => {
  const { cardsIn } = await import("/javascripts/practice/listed.mjs");
  return cardsIn(await (await fetch("/ueben/karten.json")).json());
}"""
GRADE = """async (at) => {
  const { openProgress } = await import("/javascripts/memory/progress.mjs");
  openProgress().add({ id: "a/b", formerly: [] }, { at, grade: 3 });
}"""
GRADE_A_LOT = """(grade) => {
  window.practice = (async () => {
    const { openProgress } = await import("/javascripts/memory/progress.mjs");
    for (let at = 1; at <= 150; at += 1) {
      openProgress().add({ id: at % 2 ? "a/b" : "c/d", formerly: [] }, { at: 10 * at + grade, grade });
      if (at % 5 === 0) await new Promise((resolve) => { setTimeout(resolve); });
    }
    return 150;
  })();
}"""
OVERFLOW = "() => document.documentElement.scrollWidth - innerWidth"
REACH_EVERYTHING = """() => {
  const can = "main :is(a[href], button, input, summary)";
  window.missed = new Set([...document.querySelectorAll(can)].filter((each) => each.checkVisibility()));
  window.unmarked = [];
  document.addEventListener("focusin", ({ target }) => {
    missed.delete(target);
    if (getComputedStyle(target).outlineStyle === "none") unmarked.push(target.outerHTML);
  });
  return missed.size;
}"""

both_sizes = pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])


def arrive(visitor: Any, **options: Any) -> Visitor:
    """A visitor on 1 December 2026 in Germany; the clock runs."""
    visit = visitor(timezone_id="Europe/Berlin", now=NOW, **options)
    found: Visitor = visit
    return found


def practised(visit: Visitor) -> Page:
    page = visit.bare()
    store(page, {**logs_for(cards_on(page)), "setting:exam": setting(EXAM.isoformat())})
    return visit.open(PAGE)


def cards_on(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(CARDS)
    return found


def logs_for(cards: list[dict[str, Any]]) -> dict[str, Any]:
    """Of ten cards five are well known, three were forgotten, two are new, and so on."""
    known, forgotten = [(20, 3), (12, 3), (3, 4)], [(9, 3), (2, 1)]
    logs = {}
    for number, card in enumerate(cards):
        if number % 10 < 8:
            logs[f"progress:{card['id']}"] = log(*(known if number % 10 < 5 else forgotten))
    return logs


def log(*reviews: tuple[float, int]) -> dict[str, Any]:
    """Reviews as days ago and grade."""
    return {"version": 1, "reviews": [[ms_ago(days), grade] for days, grade in reviews]}


def ms_ago(days_ago: float) -> int:
    return round((NOW - timedelta(days=days_ago)).timestamp() * 1000)


def setting(value: str | None, at: int = 5) -> dict[str, Any]:
    """A setting as pages store it."""
    return {"version": 1, "at": at, "value": value}


def settings_by(page: Page) -> dict[str, str | None]:
    """What is set, by name."""
    stored = {key.partition(":setting:")[2]: text for key, text in stored_by(page).items() if ":setting:" in key}
    return {name: json.loads(text)["value"] for name, text in stored.items()}


def store(page: Page, entries: dict[str, Any]) -> None:
    texts = {key: value if isinstance(value, str) else json.dumps(value) for key, value in entries.items()}
    page.evaluate(STORE, texts)


def stored_by(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(STORED)
    return found


def progress_by(page: Page) -> dict[str, str]:
    return progress_of(stored_by(page))


def progress_of(stored: dict[str, str]) -> dict[str, str]:
    return {key: text for key, text in stored.items() if key.startswith(f"{SITE}progress:")}


def card_named(id: str, *formerly: str) -> dict[str, Any]:
    """A card, its id made of the names of file and question, as a page of the index that holds no other."""
    file, _, name = id.partition("/")
    row = [name, id, 0, 0, 0, {"formerly": formerly}]
    return {"file": file, "title": file, "page": "", "place": "", "taught": "", "cards": [row]}


def give_cards(page: Page, cards: list[dict[str, Any]]) -> None:
    """Let the page find these cards instead of the site's."""
    kinds = [["open", "Offene Frage", "Antwort zeigen", False]]
    index = {"version": 1, "topics": ["Netz"], "kinds": kinds, "difficulties": [""], "pages": cards}
    page.route("**/ueben/karten.json", lambda route: route.fulfill(json=index))


def status_of(page: Page, kind: str = "kept") -> Locator:
    return page.locator(f"[data-{kind}][role=status]")


def give(page: Page, text: str) -> None:
    """Choose a file with this text by the button."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Aus Datei übernehmen").click()
    chooser.value.set_files({"name": "datei.json", "mimeType": "application/json", "buffer": text.encode()})


def saved_by(page: Page, button: str) -> tuple[str, str]:
    """Press a button that saves a file; its name and text."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")
