"""„Kurztest“: written by keyboard over a reload and in two tabs, out of time, marked, and taken into one's cards."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from browser.practising import NOON, violations
from browser.visitor import PHONE, opened, opened_beside, reloaded, tick_until
from playwright.sync_api import Page, expect

STORED = json.loads(Path(__file__).parents[1].joinpath("stored/entries.json").read_text(encoding="utf-8"))
PAGE = "ueben/kurztest/"
MINUTE = 60_000


def _open(visitor: Any, **options: Any) -> Page:
    page: Page = visitor(timezone_id="UTC", now=NOON, **options).open(PAGE)
    page.clock.pause_at(NOON + 60)
    return page


def _begin(page: Page, count: int, *, timed: bool) -> None:
    page.get_by_label("Anzahl der Fragen", exact=True).fill(str(count))
    page.get_by_role("radio", name="Mit Uhr" if timed else "Ohne Uhr").check()
    page.get_by_role("button", name="Kurztest beginnen").click()
    expect(page.get_by_role("heading", name=f"Frage 1 von {count}")).to_be_visible()


def _answer(page: Page) -> None:
    """Do something, whatever is asked, without the mouse."""
    card = page.locator(".gp-current")
    kind = card.get_attribute("data-kind")
    if kind in ("order", "match"):
        card.locator("[data-down]").first.focus()
        page.keyboard.press("Enter")
    else:
        page.keyboard.press("1")
        if kind == "gaps":
            page.keyboard.type("irgendwas")
            for _ in range(card.locator("input").count() - 1):
                page.keyboard.press("Enter")


def _asked(page: Page) -> str | None:
    return page.locator(".gp-current").get_attribute("data-card")


def _numbers(page: Page, state: str) -> list[str]:
    found = page.get_by_role("navigation", name="Alle Fragen").get_by_role("button", name=re.compile(state))
    return found.all_text_contents()


def _store(page: Page, entries: dict[str, str | None]) -> None:
    page.evaluate(
        """(entries) => Object.entries(entries).forEach(([name, text]) => text === null
      ? localStorage.removeItem(`generalprobe:/:${name}`) : localStorage.setItem(`generalprobe:/:${name}`, text))""",
        entries,
    )


def _graded(page: Page) -> int:
    """How many cards have a review that nobody took back."""
    count: int = page.evaluate("""() => Object.entries(localStorage).filter(([name, text]) =>
      name.includes(":progress:") && JSON.parse(text).reviews.length).length""")
    return count


def test_it_goes_on_over_a_reload_and_in_another_tab_and_ends_with_its_time(visitor: Any) -> None:
    page = _open(visitor)
    _begin(page, 4, timed=True)
    clock = page.get_by_role("timer")
    expect(clock).to_have_text("4:00")
    expect(page.locator(".gp-current h3")).to_be_focused()
    _answer(page)
    page.keyboard.press("Enter" if page.locator(".gp-current [data-down]").count() == 0 else "n")
    expect(page.get_by_role("heading", name="Frage 2 von 4")).to_be_visible()
    expect(page.locator(".gp-current h3")).to_be_focused()
    page.keyboard.press("m")
    assert (_numbers(page, ", beantwortet"), _numbers(page, "markiert")) == (["1"], ["2"])
    assert page.locator("[data-checked], .gp-current [data-state]").count() == 0, "a word about what is right"
    second = _asked(page)
    page.clock.fast_forward(MINUTE)
    reloaded(page)
    expect(page.get_by_role("heading", name="Frage 2 von 4")).to_be_visible()
    expect(clock).to_have_text("3:00")
    assert _asked(page) == second
    assert (_numbers(page, ", beantwortet"), _numbers(page, "markiert")) == (["1"], ["2"])

    other = opened_beside(page, PAGE)
    elsewhere = page.get_by_role("heading", name="Dein Kurztest läuft in einem anderen Fenster")
    tick_until(page, expect(elsewhere).to_be_visible)
    expect(other.locator(".gp-current h3")).to_be_focused()
    _answer(other)
    _store(other, {"running:drucker": STORED["running"][-1], "sitting:now": STORED["sitting"][-1]})
    opened(other, "")
    begun = other.locator("dt", has_text="Angefangen").locator("+ dd")
    expect(begun).to_have_text(["Kurztest, 2 von 4 Fragen beantwortet", "Probeprüfung", "Probe"])
    _store(other, {"running:drucker": None, "sitting:now": None})
    opened(other, "ueben/")
    expect(other.locator("[data-tells='test']")).to_have_text("angefangen, 2 von 4 Fragen beantwortet")
    other.close()
    page.get_by_role("button", name="Hier weitermachen").click()
    expect(page.get_by_role("heading", name="Frage 2 von 4")).to_be_visible()
    assert _numbers(page, ", beantwortet") == ["1", "2"]

    page.clock.run_for(2 * MINUTE)
    expect(page.get_by_text("Noch höchstens eine Minute.")).to_be_visible()
    page.clock.run_for(MINUTE)
    result = page.get_by_role("region", name="Ergebnis des Kurztests")
    expect(result).to_contain_text("Nach 4 Minuten war die Zeit um")
    expect(result.get_by_role("heading", name=re.compile(r"^\S+ von 4 Punkten$"))).to_be_focused()
    expect(page.locator(".gp-test__asked")).to_have_count(4)
    expect(page.locator("[data-verdict='open']")).to_have_count(2)

    assert _graded(page) == 0
    page.get_by_role("button", name="In meine Karten übernehmen").click()
    expect(page.get_by_role("button", name="Rückgängig")).to_be_focused()
    assert _graded(page) == 2
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_role("button", name="In meine Karten übernehmen")).to_be_focused()
    assert _graded(page) == 0
    page.get_by_role("button", name=re.compile("^Falsche jetzt üben")).click()
    expect(page.locator(".gp-quiz__place")).to_have_text(re.compile("^Frage 1 von [234]$"))
    page.get_by_role("button", name="Beenden").click()
    expect(page.locator(".gp-test__asked")).to_have_count(4)
    assert violations(page) == []


def test_it_asks_before_it_is_handed_in_and_can_be_given_up_and_gone_on_with(visitor: Any) -> None:
    page = _open(visitor, viewport=PHONE)
    _begin(page, 2, timed=False)
    expect(page.get_by_role("timer")).to_have_count(0)
    _answer(page)
    page.get_by_role("button", name="Abbrechen").click()
    expect(page.get_by_role("heading", name="Frage 1 von 2")).to_have_count(0)
    page.get_by_role("button", name="Doch weitermachen").click()
    expect(page.get_by_role("heading", name="Frage 1 von 2")).to_be_visible()
    assert _numbers(page, ", beantwortet") == ["1"]
    page.get_by_role("button", name="Weiter").click()
    page.get_by_role("button", name="Zum Ende").click()
    expect(page.locator(".gp-test__asking")).to_contain_text("Eine Frage ist noch offen (2) und zählt als falsch.")
    assert violations(page) == []
    page.get_by_role("button", name="Zu Frage 2").click()
    _answer(page)
    page.get_by_role("button", name="Abgeben").click()
    expect(page.locator(".gp-test__asking")).to_contain_text("Alle Fragen sind beantwortet.")
    page.get_by_role("button", name="Jetzt abgeben").click()
    score = page.get_by_role("heading", name=re.compile("von 2 Punkten$"))
    expect(score).to_be_focused()
    said = score.inner_text()
    reloaded(page)
    expect(page.locator(".gp-test__last")).to_contain_text(said)
    page.get_by_role("button", name="Ansehen").click()
    expect(page.locator(".gp-test__asked")).to_have_count(2)
    expect(page.locator("[data-verdict='open']")).to_have_count(0)
