"""After a rehearsal: its result, and the history of all runs of a talk, on a page that has nothing else."""

from __future__ import annotations

from typing import Any

from browser.test_accessibility import AXE, _violations
from browser.visitor import LAPTOP, NARROW
from playwright.sync_api import Page, expect

SHOW = """async (model) => {
  const { newRun, keepRuns, runsOf } = await import("/javascripts/talk/runs.mjs");
  const { withEvent } = await import("/javascripts/talk/log.mjs");
  const { showResult } = await import("/javascripts/talk/result.mjs");
  const { showHistory } = await import("/javascripts/talk/history.mjs");
  const get = async (address) => (await fetch(address)).json();
  const talk = await get("/fallstudien/service-recovery/vortrag.json");
  const exam = await get("/exams/it-support-specialist.json");
  const slow = [1.3, 1, 1.2];
  const runs = slow.map((factor, index) => {
    const run = newRun(talk, "whole", Date.UTC(2026, 10, 20 + index, 17));
    let [ms, log] = [0, []];
    for (const { key, time_s } of talk.slides) {
      log = withEvent(log, ms, "slide", key);
      ms += 1000 * time_s * factor;
    }
    return { ...run, log: withEvent(withEvent(log, ms, "asleep", 45000), ms, "end") };
  });
  const [{ key }] = talk.slides;
  runs[0].slides[0].key = "frueher";
  runs[0].log[0][2] = "frueher";
  keepRuns(talk.id, runs);
  const made = (tag, values) => Object.assign(document.createElement(tag), values);
  const [result, history] = ["result", "history"].map((id) => made("section", { id }));
  document.querySelector("article").replaceChildren(made("h1", { textContent: talk.title }), result, history);
  const run = runs[2];
  showResult(result, { talk, exam, run, runs, model });
  showHistory(history, { talk, exam, runs, model });
}"""
MODEL = {"reader_spread": 0.115, "text_spread": 0.1, "text_spread_at_s": 60, "text_spread_exponent": 0.35}
WIDER = "document.documentElement.scrollWidth - innerWidth"


def shown(visitor: Any, **options: Any) -> Page:
    """The result of the last of three runs, and their history."""
    page: Page = visitor(timezone_id="UTC", **options).open("datenschutz/")
    page.evaluate(SHOW, MODEL)
    return page


def test_a_result_says_what_came_of_it_and_takes_nothing_unasked(visitor: Any) -> None:
    page = shown(visitor)
    result = page.locator("#result")
    expect(result.locator(".gp-verdict__said")).to_contain_text("Bei 10:30 wäre abgebrochen worden, auf Folie")
    expect(result.locator(".gp-verdict__more").last).to_have_text("Eine Pause von 0:45; sie zählt nicht mit.")
    result.get_by_role("button", name="Doch mitzählen").click()
    expect(result.locator(".gp-verdict__more")).to_have_count(1)
    expect(result.get_by_role("button", name="Doch als Pause zählen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(result.get_by_role("listitem").first).to_contain_text("Wörter kürzen, ≈")
    rows = result.get_by_role("table").get_by_role("row")
    expect(rows).to_have_count(10)
    expect(rows.last).to_contain_text("Zusammen")
    assert _violations(page, AXE.read_text(encoding="utf-8")) == []

    estimate = rows.last.get_by_role("cell").nth(4)
    usual = estimate.inner_text()
    accept = result.get_by_role("button", name="als Sprechtempo übernehmen")
    accept.click()
    expect(result.get_by_text("rechnen jetzt damit")).to_be_visible()
    expect(estimate).not_to_have_text(usual)
    expect(result.get_by_role("button", name="Rückgängig")).to_be_focused()
    page.keyboard.press("Enter")
    expect(estimate).to_have_text(usual)
    expect(accept).to_be_focused()

    note = result.get_by_label("Notiz an dich")
    page.emulate_media(media="print")
    expect(note).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_text("Verlauf je Folie", exact=True).click()
    note.fill("Ruhiger beginnen.")
    expect(result.get_by_text("Gespeichert.")).to_be_visible()
    expect(page.locator("#history").get_by_role("row", name="Ruhiger beginnen.")).to_be_visible()
    expect(page.get_by_role("group", name="Tabelle: Verlauf je Folie")).to_be_visible()


def test_the_history_deletes_with_undo_matches_compares_and_shows_a_run_again(visitor: Any) -> None:
    page = shown(visitor, viewport=NARROW)
    assert page.evaluate(WIDER) == 0
    history = page.locator("#history")
    runs = history.get_by_role("group", name="Tabelle: alle Proben").get_by_role("row")
    expect(runs).to_have_count(4)
    page.get_by_role("button", name="20. Nov., 17:00 löschen").click()
    expect(runs).to_have_count(3)
    expect(history.get_by_text("gibt es im Vortrag nicht mehr")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(runs).to_have_count(4)
    expect(history.get_by_text("Die Probe ist wieder da.")).to_be_focused()

    history.get_by_role("button", name="Zuordnen").click()
    expect(history.get_by_text("gibt es im Vortrag nicht mehr")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(history.get_by_text("gibt es im Vortrag nicht mehr")).to_be_visible()

    history.get_by_text("Zwei Proben vergleichen").click()
    two = history.get_by_role("group", name="Tabelle: zwei Proben").get_by_role("row").last
    expect(two).to_contain_text("+")
    history.get_by_label("Zweite Probe").select_option(index=1)
    expect(two).to_contain_text("±0")

    history.get_by_role("button", name="21. Nov., 17:00", exact=False).first.click()
    expect(history.get_by_role("heading", name="Probe vom Sa, 21. Nov., 17:00")).to_be_focused()
    expect(history.locator(".gp-verdict__said")).to_contain_text("Das passt")
    assert page.evaluate(WIDER) == 0
    page.set_viewport_size(LAPTOP)
    assert _violations(page, AXE.read_text(encoding="utf-8")) == []
    history.get_by_role("button", name="Schließen").click()
    expect(history.get_by_role("button", name="Sa, 21. Nov., 17:00", exact=True)).to_be_focused()
