"""A made-up candidate on the way to the exam: on every day all pages that show a number show the same one."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from browser.conftest import Visit
from browser.visitor import opened
from playwright.sync_api import Locator, Page, expect

EXAM = date(2026, 12, 8)
FIRST_DAY = datetime(2026, 11, 17, 7, 30)
PRACTISE = """async (days) => {
  const load = (name) => import(`/javascripts/${name}.mjs`);
  const { cardsIn } = await load("practice/listed");
  const { openProgress, markRead, readCases } = await load("memory/progress");
  const [{ plan }, { situationOf }] = [await load("memory/scheduling"), await load("memory/situation")];
  const { readSettings } = await load("memory/settings");
  const cards = cardsIn(await (await fetch("/ueben/karten.json")).json());
  const byId = new Map(cards.map((card) => [card.id, card]));
  const progress = openProgress();
  markRead("service-recovery", true);
  for (const now of days) {
    const read = readCases();
    const isRead = (id) => read.has(id);
    const { today } = plan(situationOf(cards, (card) => progress.reviewsOf(card), readSettings(), now, isRead));
    for (const [at, id] of today.entries()) progress.add(byId.get(id), { at: now + at, grade: at % 6 ? 3 : 1 });
  }
  const logs = cards.map((card) => progress.reviewsOf(card)).filter(({ length }) => length);
  const last = days.at(-1);
  return { begun: logs.length, last: logs.filter((log) => log.some(({ at }) => at >= last)).length };
}"""
"""Practise what is planned on each of the days, given in milliseconds; one card of six is not known."""


def test_every_page_says_the_same_of_the_first_day_the_ninth_the_last_and_of_those_after(visitor: Visit) -> None:
    page = visitor(timezone_id="Europe/Berlin", now=FIRST_DAY).page
    page.clock.set_fixed_time(FIRST_DAY)
    opened(page, "").get_by_label("Prüfungstermin").fill(EXAM.isoformat())
    page.get_by_label("Technik").press("Enter")
    expect(page.get_by_role("heading", name="Noch 21 Tage", level=1)).to_be_visible()
    left, standing = _agreed(page)
    assert left == "Noch 21 Tage"
    expect(standing).to_contain_text("Noch hast du nichts geübt.")
    begun = _practise(page, 0, 9)["begun"]
    left, standing = _agreed(page)
    assert left == "Noch 12 Tage"
    expect(standing).to_contain_text(_headline("am Prüfungstag", begun))
    done = _practise(page, 9, 20)
    page.clock.set_fixed_time(FIRST_DAY + timedelta(days=20))
    left, standing = _agreed(page)
    assert left == "Noch 1 Tag"
    expect(standing).to_contain_text(_headline("am Prüfungstag", done["begun"]))
    expect(page.locator("[data-weeks]")).to_contain_text(f"So, 6. Dez.: {done['last']} Karten")
    page.clock.set_fixed_time(FIRST_DAY + timedelta(days=21))
    left, standing = _agreed(page)
    assert left == "Heute"
    expect(standing).to_contain_text(_headline("heute, an deinem Prüfungstag,", done["begun"]))
    page.clock.set_fixed_time(FIRST_DAY + timedelta(days=23))
    left, standing = _agreed(page)
    assert left == "Geschafft"
    expect(standing).to_contain_text(_headline("in 14 Tagen", done["begun"]))
    expect(standing).to_contain_text("Deine Prüfung war am Di, 8. Dez. Jetzt wird ohne Termin geplant")


def _practise(page: Page, first: int, end: int) -> dict[str, int]:
    """Let somebody practise on these days of the way in the evening; then it is the morning after."""
    evenings = [FIRST_DAY + timedelta(days=day, hours=11) for day in range(first, end)]
    page.clock.set_fixed_time(FIRST_DAY + timedelta(days=end))
    found: dict[str, int] = page.evaluate(PRACTISE, [round(evening.timestamp() * 1000) for evening in evenings])
    return found


def _headline(when: str, begun: int) -> re.Pattern[str]:
    lead = f"Von dem, was du angefangen hast, sitzt {when} voraussichtlich"
    return re.compile(rf"{lead}\s*\d+\s%.*Angefangen hast du (alle )?{begun} ")


def _agreed(page: Page) -> tuple[str, Locator]:
    """Ask all four pages; the figure of the start page's headline, and the place of that of „Mein Stand“."""
    brief = opened(page, "").locator(".gp-brief")
    left = brief.locator("h1").inner_text()
    tiles = [tile.inner_text() for tile in brief.locator(".gp-brief__tile").all()]
    facts = brief.locator(".gp-brief__facts").inner_text()
    cards = brief.locator(".gp-brief__tile--today p").nth(1).inner_text()
    of = re.search(r"(\d+ von \d+) erledigt", tiles[1])
    assert of or left == "Geschafft"
    opened(page, "plan/")
    expect(page.locator(".gp-plan__left strong")).to_have_text(left)
    expect(page.locator(".gp-plan__progress")).to_contain_text(of[1] if of else "erledigt")
    for current in page.locator(".gp-plan [aria-current=step] h2").all_inner_texts():
        assert left == "Geschafft" or current in tiles[1]
    expect(opened(page, "ueben/heute/").locator(".gp-today__said")).to_have_text(cards)
    opened(page, "ueben/stand/")
    expect(page.locator("[data-next] .gp-brief__tile")).to_have_count(2)
    assert [tile.inner_text() for tile in page.locator("[data-next] .gp-brief__tile").all()] == tiles
    assert page.locator("[data-next] .gp-brief__facts").inner_text() == facts
    standing = page.locator("[data-head]")
    if left != "Geschafft":
        expect(standing).to_contain_text(left)
    return left, standing
