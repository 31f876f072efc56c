"""„Mein Stand“: figures that follow from what was practised."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.standing import (
    EXAM,
    OVERFLOW,
    PAGE,
    REACH_EVERYTHING,
    TODAY,
    WIDTHS,
    arrive,
    both_sizes,
    card_named,
    cards_on,
    give_cards,
    log,
    logs_for,
    ms_ago,
    practised,
    setting,
    settings_by,
    status_of,
    store,
    stored_by,
)
from browser.visitor import PHONE, Visitor, opened_beside, reloaded, tab
from playwright.sync_api import Page, expect

MOVED_IN = """(week) => {
  week.style.animation = "none";
  getComputedStyle(week).animation;
  week.style.animation = "";
  const [movement] = week.getAnimations();
  movement.pause();
  return [0, 0.3, 0.7, 0.95].map((part) => {
    movement.currentTime = part * movement.effect.getComputedTiming().duration;
    return document.documentElement.scrollWidth - innerWidth;
  });
}"""
"""By how much the page is wider than the screen while the sentence of the week moves in."""


@pytest.fixture
def visit(visitor: Visit) -> Visitor:
    return arrive(visitor)


@pytest.fixture
def page(visit: Visitor) -> Page:
    """The page of somebody who has practised a while and set a date."""
    return practised(visit)


def test_who_has_not_practised_is_shown_a_first_step(visit: Visitor) -> None:
    page = visit.open(PAGE)
    expect(page.get_by_text("Noch hast du nichts geübt.")).to_be_visible()
    expect(page.get_by_role("heading", name="Wie weit du bist")).to_be_hidden()
    expect(page.get_by_role("heading", name="Wo es noch wackelt")).to_be_hidden()
    expect(page.get_by_text("Von vorn anfangen")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="Los geht’s").click()
    expect(page).to_have_url(re.compile("/ueben/heute/$"))


def test_the_headline_says_what_holds_of_what_was_begun_and_what_it_leaves_out(page: Page) -> None:
    head = page.locator("[data-head]")
    expect(head).to_contain_text("Noch 13 Tage bis zu deiner Prüfung am Mo, 14. Dez.")
    lead = re.compile(r"Von dem, was du angefangen hast, sitzt am Prüfungstag voraussichtlich\s*\d+\u00a0%")
    expect(head).to_contain_text(lead)
    expect(head).to_contain_text("noch nicht gesehen hast, zählt in dieser Zahl nicht mit")
    expect(page.locator("[data-next]").get_by_role("link", name="Los geht’s")).to_be_visible()


def test_core_all_and_every_topic_say_how_far_one_is(page: Page) -> None:
    cards = cards_on(page)
    rows = page.locator("[data-topics] > li")
    topics = list(dict.fromkeys(card["topic"] for card in cards))
    cores = int(any(card["core"] for card in cards))
    expect(rows).to_have_count(cores + 1 + len(topics))
    for number, topic in enumerate(topics, start=cores + 1):
        expect(rows.nth(number)).to_contain_text(topic)
    begun = sum(number % 10 < 8 for number in range(len(cards)))
    expect(rows.nth(cores)).to_contain_text(f"{begun} von {len(cards)} angefangen")
    widths = (
        rows.nth(cores)
        .locator(".gp-ready__part")
        .evaluate_all("(parts) => parts.map((part) => part.offsetWidth / part.parentElement.offsetWidth)")
    )
    assert sum(widths) == pytest.approx(begun / len(cards), abs=0.02)


def test_the_weeks_count_each_day_and_mark_today_and_the_exam(page: Page) -> None:
    days = page.locator("[data-weeks] ol ol > li")
    expect(page.locator("[data-weeks] > ol > li")).to_have_count(6)
    today = days.filter(has_text="Di, 1. Dez., heute")
    expect(today).to_have_attribute("data-when", "today")
    expect(days.filter(has_text="Mo, 14. Dez.: deine Prüfung")).to_have_attribute("data-when", "exam")
    cards = cards_on(page)
    fell = sum(number % 10 in (5, 6, 7) for number in range(len(cards)))
    expect(days.filter(has_text=f"So, 29. Nov.: {fell} Karten")).to_have_count(1)


def test_a_day_more_of_practice_makes_one_readier(page: Page) -> None:
    """The figure follows at once what was practised in another tab."""
    figure = page.locator(".gp-standing__figure")
    before = int(re.sub(r"\D", "", figure.inner_text()))
    other = opened_beside(page, "ueben/sprechtempo/")
    store(other, {f"progress:{card['id']}": log((5, 3), (0, 4)) for card in cards_on(page)})
    expect(page.locator("[data-head]")).to_contain_text("Angefangen hast du alle")
    assert int(re.sub(r"\D", "", figure.inner_text())) > before


def test_a_week_that_is_done_moves_in_without_widening_a_phone(visitor: Visit) -> None:
    visit = arrive(visitor, viewport=PHONE, reduced_motion="no-preference")
    page = visit.bare()
    days = (8, 6, 5, 3)
    store(page, {f"progress:{card['id']}": log(*((day, 3) for day in days)) for card in cards_on(page)[:10]})
    visit.open(PAGE)
    expect(page.locator("[data-week]")).to_contain_text("Letzte Woche ist geschafft")
    assert page.locator("[data-week]").evaluate(MOVED_IN) == [0, 0, 0, 0]


@both_sizes
def test_the_chart_shows_each_day_until_the_exam_and_the_table_the_same(visitor: Visit, size: dict[str, Any]) -> None:
    page = practised(arrive(visitor, viewport=size))
    bars = page.locator(".gp-chart__bar")
    expect(bars).to_have_count((EXAM - TODAY).days)
    expect(page.locator(".gp-chart__exam text")).to_have_text("Prüfung")
    page.get_by_text("Als Tabelle").focus()
    page.keyboard.press("Enter")
    rows = page.locator("[data-rows] tr")
    expect(rows).to_have_count((EXAM - TODAY).days)
    expect(rows.first.get_by_role("rowheader")).to_have_text("Di, 1. Dez.")
    said = [title.split(": ")[1] for title in bars.locator("title").all_text_contents()]
    figures = [[int(text) for text in row.locator("td").all_text_contents()] for row in rows.all()]
    assert said == [f"{again} wieder, {fresh} neu" for again, fresh, _ in figures]
    assert all(again + fresh == both for again, fresh, both in figures)
    assert figures[0][2] > 0
    heights = bars.first.locator("rect").evaluate_all("(all) => all.map((each) => each.getBoundingClientRect().height)")
    if figures[0][1]:
        assert heights[0] / heights[1] == pytest.approx(figures[0][0] / figures[0][1], rel=0.05)
    assert page.evaluate(OVERFLOW) <= 0


def test_names_beneath_the_chart_do_not_touch(visitor: Visit) -> None:
    page = practised(arrive(visitor, viewport={"width": 320, "height": 700}))
    for exam in ("2026-12-02", "2026-12-05", "2026-12-14", "2026-12-30", "2027-03-01", "2028-12-01"):
        page.get_by_label("Prüfungstermin").fill(exam)
        expect(page.locator("[data-head]")).to_contain_text(
            re.compile(rf"Noch {(date.fromisoformat(exam) - TODAY).days} Tage? ")
        )
        names = page.locator(".gp-chart__drawing > text, .gp-chart__exam text").evaluate_all(WIDTHS)
        assert all(right < left for (_, right), (left, _) in pairwise(names)), exam
        assert page.evaluate(OVERFLOW) <= 0


def test_weak_spots_lead_to_their_question_and_to_where_it_is_taught(page: Page) -> None:
    cards = {card["title"]: card for card in cards_on(page)}
    rows = page.locator("[data-weak-list] > li")
    expect(rows).to_have_count(8)
    said = page.locator("[data-weak-list]").inner_text()
    shares = [int(share) for share in re.findall(r"zu (\d+)\u00a0% sicher", said)]
    assert shares == sorted(shares)
    expect(rows.first).to_contain_text("1-mal vergessen")
    page.get_by_role("button", name=re.compile("jetzt üben$")).click()
    expect(page.locator(".gp-current")).to_be_visible()
    for other in (page.locator("[data-head]"), page.get_by_role("heading", name="Aufnahmen")):
        expect(other).to_be_hidden()
    page.get_by_role("button", name="Beenden").click()
    expect(page.get_by_role("heading", name="Wo es noch wackelt")).to_be_visible()
    card = cards[rows.first.get_by_role("link").first.inner_text()]
    if card["taught"]:
        expect(rows.first.get_by_role("link", name="Nachlesen")).to_have_attribute(
            "href", re.compile(re.escape(f"/{card['taught']}") + "$")
        )
    rows.first.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(re.escape(card["href"]) + "$"))
    expect(page.locator(":target")).to_be_visible()


def test_a_date_is_set_by_keyboard_kept_and_deleted(visit: Visitor) -> None:
    """While a year is typed, nothing is kept that nobody meant."""
    page = visit.open(PAGE)
    field = page.get_by_label("Prüfungstermin")
    field.focus()
    for key in "14122026":
        page.keyboard.press(key)
    if field.input_value() != EXAM.isoformat():  # The order in which a browser asks follows the system's language.
        field.fill(EXAM.isoformat())
    expect(status_of(page, "status")).to_contain_text("Übernommen: Geplant wird jetzt auf Mo, 14. Dez. hin.")
    assert settings_by(page) == {"exam": "2026-12-14", "begun": "2026-12-01"}
    reloaded(page)
    expect(page.get_by_label("Prüfungstermin")).to_have_value("2026-12-14")
    expect(page.locator("[data-head]")).to_contain_text("Noch 13 Tage")
    page.get_by_role("button", name="Termin löschen").click()
    expect(status_of(page, "status")).to_contain_text("Termin gelöscht")
    expect(page.get_by_label("Prüfungstermin")).to_be_focused()
    expect(page.get_by_text("Mit einem Termin kommt, was du angefangen hast")).to_be_visible()
    assert settings_by(page) == {"exam": None, "begun": "2026-12-01"}


def test_a_year_typed_by_half_is_no_date(visit: Visitor) -> None:
    """While it is typed, nothing is said; left like this, it is named."""
    page = visit.open(PAGE)
    field = page.get_by_label("Prüfungstermin")
    field.fill("0202-12-14")
    expect(status_of(page, "status")).to_be_empty()
    field.blur()
    expect(status_of(page, "status")).to_contain_text("Das Datum ist unvollständig")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert stored_by(page) == {}


def test_a_date_emptied_by_keyboard_is_taken_away(page: Page) -> None:
    """Part by part; with one part missing the old date stays, and that is said."""
    field = page.get_by_label("Prüfungstermin")
    field.focus()
    page.keyboard.press("Backspace")
    field.blur()
    expect(status_of(page, "status")).to_contain_text(
        "unvollständig oder liegt zu lange zurück. Es gilt weiter: Mo, 14. Dez."
    )
    assert settings_by(page)["exam"] == EXAM.isoformat()
    field.focus()
    for _ in range(3):
        page.keyboard.press("Backspace")
        page.keyboard.press("ArrowRight")
    field.blur()
    expect(status_of(page, "status")).to_contain_text("Termin gelöscht")
    assert settings_by(page)["exam"] is None
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_a_date_in_the_past_is_explained_and_today_wished_luck(page: Page) -> None:
    page.get_by_label("Prüfungstermin").fill("2026-11-20")
    expect(status_of(page, "status")).to_contain_text("Deine Prüfung war am Fr, 20. Nov.")
    expect(page.locator("[data-head]")).to_contain_text(
        "Deine Prüfung war am Fr, 20. Nov. Jetzt wird ohne Termin geplant"
    )
    expect(page.locator(".gp-chart__exam")).to_have_count(0)
    reloaded(page)
    expect(status_of(page, "status")).to_contain_text("Deine Prüfung war am Fr, 20. Nov.")
    page.get_by_label("Prüfungstermin").fill(TODAY.isoformat())
    expect(page.locator("[data-head]")).to_contain_text("ist deine Prüfung. Viel Erfolg!")


def test_an_amount_that_is_none_is_refused(page: Page) -> None:
    amounts = (("Höchstens am Tag", "0", "7"), ("Höchstens am Tag", "", "8"), ("davon neu", "-1", "6"))
    for label, wrong, right in amounts:
        before = stored_by(page)
        field = page.get_by_label(label)
        field.fill(wrong)
        field.press("Enter")
        expect(status_of(page, "status")).to_contain_text("Bitte gib eine ganze Zahl von")
        expect(field).to_have_attribute("aria-invalid", "true")
        assert stored_by(page) == before
        field.fill(right)
        field.press("Enter")
        expect(field).not_to_have_attribute("aria-invalid", "true")
        assert right in settings_by(page).values()


def test_what_will_not_fit_is_said_and_a_press_makes_room(page: Page) -> None:
    field = page.get_by_label("Höchstens am Tag")
    field.fill("3")
    field.press("Tab")
    advice = page.locator("[data-advice]")
    expect(advice).to_contain_text("Das passt nicht mehr alles.")
    expect(advice).to_contain_text("in den letzten drei Tagen vor der Prüfung nicht mehr dran")
    match = re.search(r"Mit (\d+) Karten am Tag", advice.inner_text())
    assert match
    advice.get_by_role("button", name="So einstellen").click()
    expect(advice).not_to_contain_text("Das passt nicht mehr alles.")
    expect(field).to_have_value(match[1])
    expect(field).to_be_focused()


def test_where_no_limit_helps_none_is_proposed(visit: Visitor) -> None:
    """Three thousand new cards in five days."""
    give_cards(visit.page, [card_named(f"viel/{number}") for number in range(3000)])
    page = visit.open(PAGE)
    page.get_by_label("Prüfungstermin").fill("2026-12-06")
    advice = page.locator("[data-advice]")
    expect(advice).to_contain_text("Auch mit mehr Karten am Tag geht es nicht mehr auf.")
    expect(advice.get_by_role("button")).to_have_count(0)
    page.get_by_label("Prüfungstermin").fill(TODAY.isoformat())
    expect(advice).to_be_hidden()


def test_answers_of_days_to_come_are_said_and_keep_no_card_away(visit: Visitor) -> None:
    """A clock was wrong: they stay stored, and the card is new until their day."""
    page = visit.bare()
    id = cards_on(page)[0]["id"]
    store(page, {f"progress:{id}": log((-40, 3), (-50, 3))})
    visit.open(PAGE)
    expect(page.locator("[data-ahead]")).to_contain_text("2 Antworten sind in die Zukunft datiert")
    expect(page.get_by_text("Noch hast du nichts geübt.")).to_be_visible()
    page.clock.fast_forward(51 * 24 * 3_600_000)
    page.clock.run_for(61_000)
    expect(page.locator("[data-ahead]")).to_be_hidden()
    expect(page.get_by_role("heading", name="Wie weit du bist")).to_be_visible()


def test_no_rule_of_accessibility_is_broken(visitor: Visit) -> None:
    """With all there can be: advice, table, damage, a reset, an invalid amount."""
    visit = arrive(visitor)
    page = visit.bare()
    reset = {"version": 1, "resets": [[ms_ago(15), 0]]}
    settings = {"setting:exam": setting("2026-12-14"), "setting:daily": setting("3")}
    store(page, {**logs_for(cards_on(page)), "reset:progress": reset, "progress:x/y": "{", **settings})
    visit.open(PAGE)
    page.get_by_text("Als Tabelle").click()
    page.get_by_label("davon neu").fill("-1")
    page.get_by_label("davon neu").press("Enter")
    for text in ("Das passt nicht mehr alles.", "Beschädigtes löschen", "Zurücksetzen rückgängig machen"):
        expect(page.get_by_text(text).last).to_be_visible()
    assert accessibility.in_both_settings(page, accessibility.AXE.read_text(encoding="utf-8")) == []


@both_sizes
def test_tab_reaches_everything_and_shows_where_it_is(visitor: Visit, size: dict[str, Any]) -> None:
    page = practised(arrive(visitor, viewport=size))
    page.locator("main").focus()
    stops = page.evaluate(REACH_EVERYTHING)
    assert stops > 20
    tab(page, 2 * stops)  # A date field has a stop for day, month, year and its picker.
    assert page.evaluate("() => [...missed].map((each) => each.outerHTML)") == []
    assert page.evaluate("() => unmarked") == []


def test_on_paper_stand_figures_and_chart_but_no_buttons(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".gp-chart__drawing")).to_be_visible()
    expect(page.get_by_role("heading", name="Wie weit du bist")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_label("Prüfungstermin")).to_be_hidden()


def test_without_javascript_the_page_says_what_would_be_here(visitor: Visit) -> None:
    page = visitor(java_script_enabled=False).page
    page.goto(PAGE)
    expect(page.get_by_text("Dafür braucht sie JavaScript.")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("textbox")).to_have_count(0)
    expect(page.get_by_role("heading", name="Deine Wochen")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="Fragenkatalog").last.click()
    expect(page).to_have_url(re.compile("/ueben/fragen/$"))
