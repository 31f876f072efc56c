"""„Mein Stand“: figures that follow from what was practised, and progress that no mishap costs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from browser import test_accessibility as accessibility
from browser.visitor import LAPTOP, PHONE, Visitor
from playwright.sync_api import Locator, Page, Route, expect

PAGE = "ueben/stand/"
NOW = datetime(2026, 12, 1, 11, tzinfo=UTC)
TODAY = NOW.date()
EXAM = date(2026, 12, 14)
_STORED = """() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("generalprobe:")
  && !key.endsWith(":persistence")))"""
_FULL_STORAGE = """localStorage.setItem("other", "1");
  Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };"""
_NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); },
});"""
_WIDTHS = "(all) => all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right])"
_STORE = "(all) => Object.entries(all).forEach(([key, text]) => localStorage.setItem(`generalprobe:${key}`, text))"
_GRADE = """async (at) => {
  const { openProgress } = await import("/javascripts/progress.mjs");
  openProgress().add({ id: "a/b", formerly: [] }, { at, grade: 3 });
}"""
_GRADE_A_LOT = """(grade) => {
  window.practice = (async () => {
    const { openProgress } = await import("/javascripts/progress.mjs");
    for (let at = 1; at <= 150; at += 1) {
      openProgress().add({ id: at % 2 ? "a/b" : "c/d", formerly: [] }, { at: 10 * at + grade, grade });
      if (at % 5 === 0) await new Promise((resolve) => { setTimeout(resolve); });
    }
    return 150;
  })();
}"""
_OVERFLOW = "() => document.documentElement.scrollWidth - innerWidth"
_REACH_EVERYTHING = """() => {
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


@pytest.fixture
def visit(visitor) -> Visitor:
    return _visit(visitor)


@pytest.fixture
def page(visit: Visitor) -> Page:
    """The page of somebody who has practised a while and set a date."""
    return _practised(visit)


def _visit(visitor: Any, **options: Any) -> Visitor:
    """A visitor on 1 December 2026 in Germany; the clock runs."""
    visit = visitor(timezone_id="Europe/Berlin", **options)
    visit.page.clock.install(time=NOW)
    return visit


def _practised(visit: Visitor) -> Page:
    page = visit.open(PAGE)
    _store(page, {**_logs(_cards(page)), "setting:exam": EXAM.isoformat()})
    page.reload()
    return visit.open(PAGE)


def _cards(page: Page) -> list[dict[str, Any]]:
    return json.loads(page.locator("[data-standing]").get_attribute("data-cards") or "")


def _logs(cards: list[dict[str, Any]]) -> dict[str, Any]:
    """Of ten cards five are well known, three were forgotten, two are new, and so on."""
    known, forgotten = [(20, 3), (12, 3), (3, 4)], [(9, 3), (2, 1)]
    logs = {}
    for number, card in enumerate(cards):
        if number % 10 < 8:
            logs[f"progress:{card['id']}"] = _log(*(known if number % 10 < 5 else forgotten))
    return logs


def _log(*reviews: tuple[float, int]) -> dict[str, Any]:
    """Reviews as days ago and grade."""
    return {"version": 1, "reviews": [[_ms(days), grade] for days, grade in reviews]}


def _ms(days_ago: float) -> int:
    return round((NOW - timedelta(days=days_ago)).timestamp() * 1000)


def _store(page: Page, entries: dict[str, Any]) -> None:
    texts = {key: value if isinstance(value, str) else json.dumps(value) for key, value in entries.items()}
    page.evaluate(_STORE, texts)


def _stored(page: Page) -> dict[str, str]:
    return page.evaluate(_STORED)


def _progress(page: Page) -> dict[str, str]:
    return {key: text for key, text in _stored(page).items() if ":progress:" in key}


def _card(id: str, *formerly: str) -> dict[str, Any]:
    return {"id": id, "formerly": formerly, "topic": "Netz", "kind": "open", "title": id, "href": "", "taught": ""}


def _give_cards(page: Page, cards: list[dict[str, Any]]) -> None:
    """Let the page arrive with these cards instead of the site's."""

    def answer(route: Route) -> None:
        response = route.fetch()
        body = re.sub('data-cards="[^"]*"', lambda _: f'data-cards="{escape(json.dumps(cards))}"', response.text())
        route.fulfill(response=response, body=body)

    page.route(f"**/{PAGE}", answer)


def _status(page: Page, kind: str = "kept") -> Locator:
    return page.locator(f"[data-{kind}][role=status]")


def _give(page: Page, text: str) -> None:
    """Choose a file with this text by the button."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Aus Datei übernehmen").click()
    chooser.value.set_files({"name": "datei.json", "mimeType": "application/json", "buffer": text.encode()})


def _saved(page: Page, button: str) -> tuple[str, str]:
    """Press a button that saves a file; its name and text."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8")


def test_who_has_not_practised_is_shown_a_first_step(visit: Visitor) -> None:
    page = visit.open(PAGE)
    expect(page.get_by_text("Noch hast du nichts geübt.")).to_be_visible()
    expect(page.get_by_role("heading", name="Bereitschaft")).to_be_hidden()
    expect(page.get_by_role("heading", name="Wo es noch wackelt")).to_be_hidden()
    expect(page.get_by_text("Von vorn anfangen")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="Heute üben").click()
    expect(page).to_have_url(re.compile("/ueben/heute/$"))


def test_days_to_go_readiness_and_what_is_due_stand_at_the_head(page: Page) -> None:
    head = page.locator("[data-head]")
    expect(head).to_contain_text("13 Tage")
    expect(head).to_contain_text("bis zur Prüfung am Mo, 14. Dez.")
    expect(head).to_contain_text(re.compile(r"\d+\u00a0%\s*weißt du am Prüfungstag voraussichtlich"))
    expect(head).to_contain_text(re.compile(r"\d+ Karten\s*heute noch zu üben"))
    expect(head.get_by_role("link", name="Heute üben")).to_be_visible()


def test_every_topic_has_its_readiness_and_all_its_cards(page: Page) -> None:
    cards = _cards(page)
    rows = page.locator("[data-topics] > li")
    topics = list(dict.fromkeys(card["topic"] for card in cards))
    expect(rows).to_have_count(len(topics) + 1)
    for number, topic in enumerate(topics, start=1):
        expect(rows.nth(number)).to_contain_text(topic)
    new = sum(number % 10 >= 8 for number in range(len(cards)))
    expect(rows.first).to_contain_text(f"Alles zusammen {len(cards)} Karten")
    expect(rows.first).to_contain_text(f"{new} sind neu")
    figures = [int(re.sub(r"\D", "", text)) for text in rows.locator(".gp-ready__figure").all_text_contents()]
    assert 50 < figures[0] < 90
    bar = rows.first.locator(".gp-ready__bar span")
    share = bar.evaluate("(bar) => bar.offsetWidth / bar.parentElement.offsetWidth")
    assert 100 * share == pytest.approx(figures[0], abs=1)


def test_a_day_more_of_practice_makes_one_readier(page: Page) -> None:
    """The figure follows at once what was practised in another tab."""
    figure = page.locator(".gp-ready__figure").first
    before = int(re.sub(r"\D", "", figure.inner_text()))
    other = page.context.new_page()
    other.goto("ueben/sprechtempo/")
    _store(other, {f"progress:{card['id']}": _log((5, 3), (0, 4)) for card in _cards(page)})
    states = page.locator(".gp-ready__topic--whole .gp-ready__states")
    expect(states).to_have_text(re.compile(r"^\d+ (sitzen|wackeln)$"))
    assert int(re.sub(r"\D", "", figure.inner_text())) > before


@both_sizes
def test_the_chart_shows_each_day_until_the_exam_and_the_table_the_same(visitor, size: dict) -> None:
    page = _practised(_visit(visitor, viewport=size))
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
    assert page.evaluate(_OVERFLOW) <= 0


def test_names_beneath_the_chart_do_not_touch(visitor) -> None:
    page = _practised(_visit(visitor, viewport={"width": 320, "height": 700}))
    for exam in ("2026-12-02", "2026-12-05", "2026-12-14", "2026-12-30", "2027-03-01", "2028-12-01"):
        page.get_by_label("Prüfungstermin").fill(exam)
        names = page.locator(".gp-chart__drawing > text, .gp-chart__exam text").evaluate_all(_WIDTHS)
        assert all(right < left for (_, right), (left, _) in pairwise(names)), exam
        assert page.evaluate(_OVERFLOW) <= 0


def test_weak_spots_lead_to_their_question_and_to_where_it_is_taught(page: Page) -> None:
    cards = {card["title"]: card for card in _cards(page)}
    rows = page.locator("[data-weak-list] > li")
    expect(rows).to_have_count(8)
    said = page.locator("[data-weak-list]").inner_text()
    shares = [int(share) for share in re.findall(r"zu (\d+)\u00a0% sicher", said)]
    assert shares == sorted(shares)
    expect(rows.first).to_contain_text("1-mal vergessen")
    card = cards[rows.first.get_by_role("link").first.inner_text()]
    if card["taught"]:
        expect(rows.first.get_by_role("link", name="Nachlesen")).to_have_attribute("href", f"/{card['taught']}")
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
    expect(_status(page, "status")).to_contain_text("Übernommen: Alles kommt bis Mo, 14. Dez. noch einmal dran")
    assert _stored(page) == {"generalprobe:setting:exam": "2026-12-14"}
    page.reload()
    expect(page.get_by_label("Prüfungstermin")).to_have_value("2026-12-14")
    expect(page.locator("[data-head]")).to_contain_text("13 Tage")
    page.get_by_role("button", name="Termin löschen").click()
    expect(_status(page, "status")).to_contain_text("Termin gelöscht")
    expect(page.get_by_label("Prüfungstermin")).to_be_focused()
    expect(page.get_by_text("Mit einem Termin kommt alles")).to_be_visible()
    assert _stored(page) == {}


def test_a_year_typed_by_half_is_no_date(visit: Visitor) -> None:
    page = visit.open(PAGE)
    page.get_by_label("Prüfungstermin").fill("0202-12-14")
    expect(_status(page, "status")).to_be_empty()
    assert _stored(page) == {}


def test_a_date_in_the_past_is_explained_and_today_wished_luck(page: Page) -> None:
    page.get_by_label("Prüfungstermin").fill("2026-11-20")
    expect(_status(page, "status")).to_contain_text("Deine Prüfung war am Fr, 20. Nov.")
    expect(page.locator("[data-head]")).not_to_contain_text("Prüfung am")
    expect(page.locator(".gp-chart__exam")).to_have_count(0)
    page.reload()
    expect(_status(page, "status")).to_contain_text("Deine Prüfung war am Fr, 20. Nov.")
    page.get_by_label("Prüfungstermin").fill(TODAY.isoformat())
    expect(page.locator("[data-head]")).to_contain_text("ist deine Prüfung. Viel Erfolg!")


@pytest.mark.parametrize(("label", "wrong"), [("Höchstens am Tag", "0"), ("Höchstens am Tag", ""), ("davon neu", "-1")])
def test_an_amount_that_is_none_is_refused(page: Page, label: str, wrong: str) -> None:
    before = _stored(page)
    field = page.get_by_label(label)
    field.fill(wrong)
    field.press("Enter")
    expect(_status(page, "status")).to_contain_text("Bitte gib eine ganze Zahl von")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert _stored(page) == before
    field.fill("7")
    field.press("Enter")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    assert "7" in _stored(page).values()


def test_what_will_not_fit_is_said_and_a_press_makes_room(page: Page) -> None:
    field = page.get_by_label("Höchstens am Tag")
    field.fill("3")
    field.press("Tab")
    advice = page.locator("[data-advice]")
    expect(advice).to_contain_text("Das passt nicht mehr alles.")
    expect(advice).to_contain_text("in den letzten drei Tagen vor der Prüfung nicht mehr dran")
    expect(advice).to_contain_text("bis zur Prüfung gar nicht mehr dran")
    match = re.search(r"Mit (\d+) Karten am Tag", advice.inner_text())
    assert match
    advice.get_by_role("button", name="So einstellen").click()
    expect(advice).to_be_hidden()
    expect(field).to_have_value(match[1])
    expect(field).to_be_focused()


def test_where_no_limit_helps_none_is_proposed(visit: Visitor) -> None:
    """Three thousand new cards in five days."""
    _give_cards(visit.page, [_card(f"viel/{number}") for number in range(3000)])
    page = visit.open(PAGE)
    page.get_by_label("Prüfungstermin").fill("2026-12-06")
    advice = page.locator("[data-advice]")
    expect(advice).to_contain_text("Auch mit mehr Karten am Tag geht es nicht mehr auf.")
    expect(advice.get_by_role("button")).to_have_count(0)
    page.get_by_label("Prüfungstermin").fill(TODAY.isoformat())
    expect(advice).to_be_hidden()


def test_renamed_cards_keep_their_progress_and_removed_ones_are_not_spoken_of(visit: Visitor) -> None:
    """A moved one too; what stands in a file goes where it belongs now."""
    _give_cards(
        visit.page, [_card("neu/da", "alt/hier"), _card("neu/dort", "weg/dort", "alt/dort"), _card("neu/frisch")]
    )
    page = visit.open(PAGE)
    _store(page, {f"progress:{id}": _log((20, 3), (9, 3), (1, 4)) for id in ("alt/hier", "alt/dort", "weg/ganz")})
    page.reload()
    states = page.locator(".gp-ready__topic--whole .gp-ready__states")
    expect(states).to_have_text("2 sitzen, 1 ist neu")
    expect(page.get_by_role("alert").filter(visible=True)).to_have_count(0)
    _, text = _saved(page, "Als Datei sichern")
    assert list(json.loads(text)["cards"]) == ["alt/dort", "alt/hier", "weg/ganz"]
    _give(page, text.replace('"alt/hier": [', '"alt/hier": [["2026-11-30T20:00:00.000Z", 3], '))
    expect(_status(page)).to_contain_text("1 Antwort übernommen, 9 waren schon da")
    assert sorted(_progress(page)) == [f"generalprobe:progress:{id}" for id in ("alt/dort", "neu/da", "weg/ganz")]


def test_progress_goes_from_one_device_to_another_and_back(page: Page, visitor) -> None:
    """The file is named by its day; merging adds what is missing, and again nothing; the date is an offer."""
    name, text = _saved(page, "Als Datei sichern")
    assert name == "generalprobe-lernstand-2026-12-01.json"
    assert json.loads(text)["settings"] == {"exam": "2026-12-14", "daily": 60, "fresh": 10}
    expect(_status(page)).to_have_text("Gesichert. Die Datei liegt bei deinen Downloads.")
    visit = _visit(visitor, viewport=PHONE)
    phone = visit.open(PAGE)
    first = _cards(phone)[0]["id"]
    _store(phone, {f"progress:{first}": _log((0.5, 2)), "setting:fresh": "5"})
    phone.reload()
    visit.open(PAGE)
    _give(phone, text)
    expect(_status(phone)).to_contain_text("Zusammengeführt:")
    merged = json.loads(_progress(phone)[f"generalprobe:progress:{first}"])["reviews"]
    assert merged == [*_log((20, 3), (12, 3), (3, 4), (0.5, 2))["reviews"]]
    assert len(_progress(phone)) == len(_progress(page))
    offer = phone.locator("[data-offer]")
    expect(offer).to_contain_text("Prüfungstermin Mo, 14. Dez. 2026, höchstens 10 neue am Tag")
    expect(phone.get_by_label("Prüfungstermin")).to_have_value("")
    offer.get_by_role("button", name="Einstellungen übernehmen").click()
    expect(phone.get_by_label("Prüfungstermin")).to_have_value("2026-12-14")
    expect(offer).to_be_hidden()
    _give(phone, text)
    expect(_status(phone)).to_contain_text("Alles aus dieser Datei war schon da")
    _, back = _saved(phone, "Als Datei sichern")
    _give(page, back)
    expect(_status(page)).to_contain_text("Zusammengeführt: 1 Antwort übernommen")


def test_an_exam_date_that_is_set_is_not_offered_to_change(page: Page) -> None:
    _, text = _saved(page, "Als Datei sichern")
    page.get_by_label("Prüfungstermin").fill("2026-12-20")
    _give(page, text)
    expect(_status(page)).to_contain_text("schon da")
    expect(page.locator("[data-offer]")).to_be_hidden()
    expect(page.get_by_label("Prüfungstermin")).to_have_value("2026-12-20")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "leer"),
        ("<html>", "keine Sicherung"),
        ('{"version": 1, "cards": {}}', "keine Sicherung"),
        ('{"format": "generalprobe-lernstand", "version": 1, "cards": {"a/b": [["2026-', "unvollständig"),
        ('{"format": "generalprobe-lernstand", "version": 2, "cards": {}}', "neueren Fassung"),
        ('{"format": "generalprobe-lernstand", "version": 1, "cards": {"a/b": [["heute", 3]]}}', "Eintrag „a/b“"),
    ],
)
def test_a_file_that_is_none_is_refused_and_changes_nothing(page: Page, text: str, reason: str) -> None:
    before = _stored(page)
    _give(page, text)
    expect(_status(page)).to_contain_text("Nicht übernommen, dein Lernstand ist unverändert.")
    expect(_status(page)).to_contain_text(reason)
    assert _stored(page) == before


def test_a_reset_is_undone_after_a_reload_by_keyboard(page: Page) -> None:
    before = _stored(page)
    page.get_by_role("button", name="Lernstand zurücksetzen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Zurücksetzen rückgängig machen")).to_be_focused()
    expect(page.get_by_text("Noch hast du nichts geübt.")).to_be_visible()
    assert _progress(page) == {}
    page.reload()
    page.get_by_role("button", name="Zurücksetzen rückgängig machen").focus()
    page.keyboard.press("Enter")
    expect(_status(page)).to_contain_text("Dein Lernstand ist wieder da.")
    expect(page.get_by_role("button", name="Lernstand zurücksetzen")).to_be_focused()
    assert _stored(page) == before


def test_a_reset_is_final_only_after_a_second_press(page: Page) -> None:
    page.get_by_role("button", name="Lernstand zurücksetzen").click()
    page.get_by_role("button", name="Endgültig löschen").click()
    assert any(":reset:" in key for key in _stored(page))
    page.get_by_role("button", name="Wirklich endgültig löschen?").click()
    assert set(_stored(page)) == {"generalprobe:setting:exam"}
    expect(page.get_by_text("Von vorn anfangen")).to_be_hidden()


def test_damaged_entries_are_reported_saved_and_deleted(visit: Visitor) -> None:
    """What can be read of them counts; everything else is untouched."""
    page = visit.open(PAGE)
    one, other, *_ = _cards(page)
    spoiled = f'{{"version":1,"reviews":[[{_ms(1)},3],["x",9]]}}'
    _store(page, {f"progress:{one['id']}": spoiled, f"progress:{other['id']}": _log((1, 3)), "progress:weg/weg": "{"})
    page.reload()
    expect(page.get_by_text("2 gespeicherte Einträge waren beschädigt und wurden beiseitegelegt.")).to_be_visible()
    expect(page.locator("[data-topics] > li").first).not_to_contain_text(f"{len(_cards(page))} sind neu")
    assert json.loads(_progress(page)[f"generalprobe:progress:{one['id']}"]) == _log((1, 3))
    name, text = _saved(page, "Beschädigtes als Datei sichern")
    assert name == "generalprobe-beschaedigt-2026-12-01.json"
    assert json.loads(text) == {one["id"]: spoiled, "weg/weg": "{"}
    page.get_by_role("button", name="Beschädigtes löschen").click()
    expect(page.get_by_role("button", name="Beschädigtes löschen")).to_be_hidden()
    assert len(_stored(page)) == 2


def test_entries_of_a_newer_version_are_named_and_left_alone(visit: Visitor) -> None:
    page = visit.open(PAGE)
    key = f"progress:{_cards(page)[0]['id']}"
    _store(page, {key: {"version": 2}})
    page.reload()
    expect(page.get_by_text("Ein Eintrag stammt von einer neueren Fassung dieser Website")).to_be_visible()
    assert json.loads(_stored(page)[f"generalprobe:{key}"]) == {"version": 2}


@pytest.mark.parametrize(
    ("broken", "said"), [(_FULL_STORAGE, "voll"), (_NO_STORAGE, "nichts speichern")], ids=["full", "forbidden"]
)
def test_without_storage_the_page_works_and_says_what_that_means(visitor, broken: str, said: str) -> None:
    """A file can still be looked at, and saved again."""
    visit = _visit(visitor)
    visit.page.add_init_script(broken)
    page = visit.open(PAGE)
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text(said)
    card = _cards(page)[0]["id"]
    cards = {card: [["2026-11-30T10:00:00.000Z", 3]]}
    text = json.dumps({"format": "generalprobe-lernstand", "version": 1, "cards": cards})
    _give(page, text)
    expect(_status(page)).to_contain_text("1 Antwort übernommen")
    expect(page.get_by_role("heading", name="Bereitschaft")).to_be_visible()
    _, saved = _saved(page, "Als Datei sichern")
    assert list(json.loads(saved)["cards"]) == [card]
    page.get_by_label("Prüfungstermin").fill(EXAM.isoformat())
    expect(page.locator("[data-head]")).to_contain_text("13 Tage")
    expect(_status(page, "status")).to_contain_text("Dein Browser lässt hier nichts speichern")


def test_two_tabs_that_practise_at_once_lose_nothing(visitor) -> None:
    """Both grade the same two cards, as fast as they can."""
    page = visitor().open(PAGE)
    other = page.context.new_page()
    other.goto(PAGE)
    for tab, grade in ((page, 3), (other, 1)):
        tab.evaluate(_GRADE_A_LOT, grade)
    assert [tab.evaluate("() => window.practice") for tab in (page, other)] == [150, 150]
    page.wait_for_timeout(300)
    logs = [json.loads(text)["reviews"] for text in _progress(page).values()]
    assert [len(log) for log in logs] == [150, 150]
    assert sorted({grade for log in logs for _, grade in log}) == [1, 3]


def test_settings_changed_in_another_tab_apply_here(page: Page) -> None:
    other = page.context.new_page()
    other.goto("ueben/sprechtempo/")
    _store(other, {"setting:exam": "2026-12-24"})
    expect(page.locator("[data-head]")).to_contain_text("23 Tage")
    expect(page.get_by_label("Prüfungstermin")).to_have_value("2026-12-24")


def test_the_browser_is_asked_once_by_practice_and_by_every_export(visitor) -> None:
    visit = _visit(visitor)
    visit.page.add_init_script("window.asked = 0; StorageManager.prototype.persist = async () => { asked += 1; };")
    page = visit.open(PAGE)
    for at in (1, 2):
        page.evaluate(_GRADE, at)
    assert page.evaluate("() => asked") == 1
    _saved(page, "Als Datei sichern")
    expect(_status(page)).to_contain_text("Gesichert")
    assert page.evaluate("() => asked") == 2


@pytest.fixture(params=[True, False], ids=["granted", "refused"])
def promised(request) -> Iterator[bool]:
    yield request.param


def test_the_browser_is_asked_to_keep_the_progress(visitor, promised: bool) -> None:
    visit = _visit(visitor)
    answer = str(promised).lower()
    visit.page.add_init_script(f"""let asked = false;
      StorageManager.prototype.persisted = async () => asked && {answer};
      StorageManager.prototype.persist = async () => {{ asked = true; return {answer}; }};""")
    page = visit.open(PAGE)
    expect(page.get_by_text("Der Browser kann ihn löschen")).to_be_visible()
    page.get_by_role("button", name="Um dauerhaften Speicher bitten").click()
    expect(_status(page)).to_contain_text("hat zugesagt" if promised else "gibt diese Zusage hier nicht")
    expect(page.get_by_role("button", name="Um dauerhaften Speicher bitten")).to_be_visible(visible=not promised)
    expect(page.locator("[data-persistence]")).to_contain_text("hat zugesagt" if promised else "kann ihn löschen")


@both_sizes
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(visitor, size: dict, scheme: str) -> None:
    """With all there can be: advice, table, damage, a reset, an invalid amount."""
    visit = _visit(visitor, viewport=size, color_scheme=scheme)
    page = visit.open(PAGE)
    reset = {f"reset:{card['id']}": _log((3, 3)) for card in _cards(page)[:2]}
    _store(
        page, {**_logs(_cards(page)), **reset, "progress:x/y": "{", "setting:exam": "2026-12-14", "setting:daily": "3"}
    )
    page.reload()
    page.get_by_text("Als Tabelle").click()
    page.get_by_label("davon neu").fill("-1")
    page.get_by_label("davon neu").press("Enter")
    for text in ("Das passt nicht mehr alles.", "Beschädigtes löschen", "Zurücksetzen rückgängig machen"):
        expect(page.get_by_text(text).last).to_be_visible()
    assert accessibility._violations(page, accessibility.AXE.read_text(encoding="utf-8")) == []


@both_sizes
def test_tab_reaches_everything_and_shows_where_it_is(visitor, size: dict) -> None:
    page = _practised(_visit(visitor, viewport=size))
    page.locator("main").focus()
    stops = page.evaluate(_REACH_EVERYTHING)
    assert stops > 20
    for _ in range(2 * stops):  # A date field has a stop for day, month, year and its picker.
        page.keyboard.press("Tab")
    assert page.evaluate("() => [...missed].map((each) => each.outerHTML)") == []
    assert page.evaluate("() => unmarked") == []


def test_on_paper_stand_figures_and_chart_but_no_buttons(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.locator(".gp-chart__drawing")).to_be_visible()
    expect(page.get_by_role("heading", name="Bereitschaft")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_label("Prüfungstermin")).to_be_hidden()


def test_without_javascript_the_page_says_what_would_be_here(visitor) -> None:
    page = visitor(java_script_enabled=False).page
    page.goto(PAGE)
    expect(page.get_by_text("Dafür braucht sie JavaScript.")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("main").get_by_role("textbox")).to_have_count(0)
    expect(page.get_by_role("heading", name="Bereitschaft")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="Fragenkatalog").last.click()
    expect(page).to_have_url(re.compile("/ueben/fragen/$"))
