"""Practising on a page of questions: aloud and in writing, by mouse and keyboard, with a clock set by hand."""

from __future__ import annotations

import re
from typing import Any

import pytest
from browser.practising import (
    PAGE,
    STORAGE,
    go_to,
    grade_button,
    log_of,
    open_quiz,
    place_said,
    question,
    show_answer,
    sizes,
    violations,
    violations_in_both_settings,
)
from browser.visitor import PHONE, opened_beside, reloaded, wait_until
from playwright.sync_api import Page, expect


@pytest.fixture
def page(visitor: Any) -> Page:
    """The page on a laptop, one question at a time."""
    return open_quiz(visitor)


@sizes
def test_one_question_at_a_time_aloud(visitor: Any, size: dict[str, int]) -> None:
    """Answer with the ring, look, tick, grade, and the next question is there."""
    page = open_quiz(visitor, viewport=size)
    expect(place_said(page)).to_have_text("Frage 1 von 7")
    expect(page.locator(".gp-question:visible")).to_have_count(1)
    expect(question(page)).to_have_text(re.compile("Was ist ein Treiber"))
    expect(page.locator(".gp-current .gp-answer__text")).to_be_hidden()
    page.get_by_role("button", name="Antworten").click()
    page.clock.run_for(42_000)
    expect(page.get_by_role("timer")).to_have_text("0:42")
    expect(page.get_by_role("timer")).to_have_attribute("data-region", "good")
    show_answer(page)
    expect(page.get_by_text("Deine Antwort: gute Länge.")).to_be_visible()
    if size == PHONE:
        expect(page.locator(".gp-current .gp-answer__text")).to_be_hidden()
        page.locator(".gp-current summary", has_text="Musterantwort").click()
    expect(page.locator(".gp-current .gp-answer__text")).to_be_visible()
    for box in page.locator(".gp-current").get_by_role("checkbox").all():
        box.check()
    expect(grade_button(page, "Gut")).to_contain_text("Vorschlag")
    page.locator(".gp-current").get_by_role("checkbox").last.uncheck()
    expect(grade_button(page, "Schwer")).to_contain_text("Vorschlag")
    expect(grade_button(page, "Nochmal")).to_contain_text("in dieser Runde wieder")
    expect(grade_button(page, "Gut")).to_contain_text("in 2 Tagen")
    expect(grade_button(page, "Schwer")).to_contain_text("nur mit Mühe")
    height = _height_of_card(page)
    grade_button(page, "Gut").click()
    expect(place_said(page)).to_have_text("Frage 2 von 7")
    assert log_of(page, "offen") == [3]
    assert _height_of_card(page) == height
    page.get_by_role("button", name="Weiß ich nicht").click()
    expect(page.get_by_role("button", name="Weiter", exact=True)).to_be_in_viewport(ratio=1)
    expect(page.locator(".gp-result")).to_contain_text("am Ende der Runde und morgen")
    assert _height_of_card(page) == height
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= size["width"]


def _height_of_card(page: Page) -> float:
    """Where its question begins in the window."""
    top: float = question(page).evaluate("(heading) => Math.round(heading.getBoundingClientRect().top)")
    return top


def test_the_ring_pauses_and_derives_from_its_start(page: Page) -> None:
    """What passes while it stands does not count; a device that slept has not lost time."""
    page.get_by_role("button", name="Antworten").click()
    page.clock.fast_forward(20_000)
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(30_000)
    page.keyboard.press("p")
    page.clock.run_for(15_000)
    expect(page.get_by_role("timer")).to_have_text("0:35")
    page.clock.run_for(30_000)
    expect(page.get_by_role("timer")).to_have_attribute("data-region", "over")
    expect(page.get_by_text("Das ist jetzt zu lang.")).to_be_visible()


def test_a_whole_round_by_keyboard_alone(page: Page) -> None:
    """No mouse from the first question to the summary; what was Nochmal comes again at the end."""
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Space")
    page.keyboard.press("1")
    expect(question(page)).to_be_focused()
    expect(place_said(page)).to_have_text("Frage 2 von 7")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Weiter", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(place_said(page)).to_have_text("Frage 3 von 7")
    page.keyboard.press("2")
    page.keyboard.press("1")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    for place in ("4", "5"):
        expect(place_said(page)).to_have_text(f"Frage {place} von 7")
        page.locator(".gp-current [data-down]").first.press("Enter")
        page.locator(".gp-current").get_by_role("button", name="Prüfen").press("Enter")
        page.keyboard.press("Space")
    expect(place_said(page)).to_have_text("Frage 6 von 7")
    page.keyboard.press("1")
    for answer in ("flushdns", "nslookup"):
        page.keyboard.type(answer)
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert log_of(page, "luecken") == [3]
    expect(place_said(page)).to_have_text("Frage 7 von 7")
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    page.keyboard.press("4")
    assert log_of(page, "zuletzt") == [4]
    expect(place_said(page)).to_have_text(re.compile("Wiederholung 1 von"))
    expect(question(page)).to_have_text(re.compile("Was ist ein Treiber"))
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    page.keyboard.press("3")
    assert log_of(page, "offen") == [1, 3]
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("region", name="Ergebnis der Runde")).to_contain_text("7 Fragen geübt, ")
    expect(page.get_by_role("region", name="Ergebnis der Runde")).to_contain_text("noch einmal offen")
    expect(page.get_by_role("heading", name="Runde beendet")).to_be_focused()
    assert violations(page) == []


def test_what_is_said_of_a_grade_is_what_is_kept(visitor: Any) -> None:
    """Also when another day has begun since the answer was shown."""
    page = open_quiz(visitor, script="localStorage.setItem('generalprobe:setting:exam', '2026-12-02');")
    page.get_by_label("Liste").check()
    page.get_by_text("Antwort zeigen").first.click()
    expect(grade_button(page, "Gut").first).to_contain_text("in 2 Tagen")
    page.clock.fast_forward("17:00:00")
    grade_button(page, "Gut").first.click()
    expect(page.get_by_text("Gut, wieder morgen.")).to_be_attached()
    expect(grade_button(page, "Gut").first).to_contain_text("morgen")


def test_the_last_grade_can_be_taken_back(page: Page) -> None:
    """By key and by button, from the next question and from the end; the log forgets it."""
    show_answer(page)
    page.keyboard.press("1")
    page.keyboard.press("u")
    assert log_of(page, "offen") == []
    expect(place_said(page)).to_have_text("Frage 1 von 7")
    expect(page.locator(".gp-current .gp-answer__text")).to_be_visible()
    page.keyboard.press("3")
    go_to(page, "zuletzt")
    show_answer(page)
    page.keyboard.press("2")
    expect(page.get_by_role("heading", name="Runde beendet")).to_be_visible()
    page.get_by_role("button", name="Zurücknehmen").click()
    assert (log_of(page, "zuletzt"), log_of(page, "offen")) == ([], [3])
    expect(question(page)).to_have_text(re.compile("nicht wissen"))


def test_a_grade_given_anew_replaces_the_old_one(page: Page) -> None:
    """Going back and grading again corrects a slip; it is not a second review."""
    show_answer(page)
    grade_button(page, "Leicht").click()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("In dieser Runde schon bewertet: Leicht.")).to_be_visible()
    expect(grade_button(page, "Leicht")).to_have_attribute("aria-pressed", "true")
    grade_button(page, "Schwer").click()
    assert log_of(page, "offen") == [2]


def test_a_written_answer_stands_beside_the_model_and_is_kept(page: Page) -> None:
    """Until the browser is closed; keys that are typed grade nothing."""
    page.get_by_label("Schriftlich").check()
    page.get_by_label("Deine Antwort").click()
    page.keyboard.type("Treiber 1234 u?")
    expect(place_said(page)).to_have_text("Frage 1 von 7")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".gp-own__text")).to_have_text("Treiber 1234 u?")
    expect(page.locator(".gp-compare .gp-answer__text")).to_be_visible()
    reloaded(page)
    expect(page.get_by_label("Schriftlich")).to_be_checked()
    expect(page.get_by_label("Deine Antwort")).to_have_value("Treiber 1234 u?")
    assert log_of(page, "offen") == []


def test_the_list_shows_all_and_grades_in_place(page: Page) -> None:
    """Everything stands there; opening an answer brings its grades; the choice of view is remembered."""
    page.get_by_label("Liste").check()
    expect(page.locator(".gp-question:visible")).to_have_count(7)
    first = page.locator(".gp-question").first
    first.locator("summary").click()
    first.get_by_role("button", name="Gut").click()
    assert log_of(page, "offen") == [3]
    expect(place_said(page)).to_have_text("7 Fragen, 1 geübt")
    page.get_by_role("button", name="Zurücknehmen").click()
    assert log_of(page, "offen") == []
    page.get_by_role("button", name="Alle öffnen").click()
    expect(page.locator(".gp-answer[open]")).to_have_count(7)
    reloaded(page)
    expect(page.get_by_label("Liste")).to_be_checked()
    expect(page.locator(".gp-question:visible")).to_have_count(7)


def test_what_was_practised_leaves_the_readable_page_behind(page: Page) -> None:
    """A question that is left is again what was rendered."""
    html = "() => [...document.querySelectorAll('.gp-question')].slice(1).map((each) => each.innerHTML.trim())"
    before = page.evaluate(html)
    for _ in range(7):
        page.keyboard.press("ArrowRight")
    for _ in range(7):
        page.keyboard.press("ArrowLeft")
    assert page.evaluate(html) == before


def test_the_address_names_the_question(visitor: Any) -> None:
    """A link opens it, with the answer still hidden; the address follows."""
    page = open_quiz(visitor, f"{PAGE}#frage-paare")
    expect(question(page)).to_have_text(re.compile("Welcher Dienst tut was"))
    expect(page.locator(".gp-current .gp-solution")).to_be_hidden()
    expect(place_said(page)).to_have_text("Frage 5 von 7")
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("#frage-luecken$"))
    go_to(page, "offen")
    expect(page.locator(".gp-current .gp-answer__text")).to_be_hidden()


def test_single_keys_can_be_switched_off(page: Page) -> None:
    """The help says which there are; off, they do nothing, and that is remembered."""
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Tasten beim Üben")
    expect(dialog).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("1")
    dialog.get_by_label("Diese Tasten benutzen").uncheck()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    for again in (False, True):
        if again:
            reloaded(page)
            expect(page.locator(".gp-quiz__bar")).to_be_visible()
        page.keyboard.press("ArrowRight")
        expect(place_said(page)).to_have_text("Frage 1 von 7")


@pytest.mark.parametrize("kind", STORAGE)
def test_without_storage_one_practises_all_the_same(visitor: Any, kind: str) -> None:
    """And is told that nothing is kept."""
    page = open_quiz(visitor, script=STORAGE[kind])
    expect(page.locator(".gp-quiz__trouble")).to_contain_text("Du kannst weiterüben")
    show_answer(page)
    page.keyboard.press("1")
    expect(place_said(page)).to_have_text("Frage 2 von 7")
    page.get_by_label("Schriftlich").check()
    page.keyboard.press("u")
    expect(place_said(page)).to_have_text("Frage 1 von 7")


def test_reviews_of_another_tab_are_not_lost(visitor: Any) -> None:
    """Both grade the same card."""
    page = visitor(timezone_id="UTC").open(PAGE)
    pages = [page, opened_beside(page, PAGE)]
    for each, key in zip(pages, "34", strict=True):
        expect(each.locator(".gp-quiz__bar")).to_be_visible()
        show_answer(each)
        each.keyboard.press(key)
        expect(place_said(each)).to_have_text("Frage 2 von 7")
    wait_until(page, lambda: log_of(page, "offen"), [3, 4])


def test_no_state_of_a_card_breaks_a_rule(visitor: Any) -> None:
    """Asked, running, shown, ticked; each task before and after; the list; in writing."""
    page = open_quiz(visitor)
    found = {"asked": violations_in_both_settings(page)}
    page.get_by_role("button", name="Antworten").click()
    page.clock.fast_forward(70_000)
    found["running"] = violations_in_both_settings(page)
    show_answer(page)
    for box in page.locator(".gp-current").get_by_role("checkbox").all():
        box.check()
    found["shown"] = violations_in_both_settings(page)
    for id in ("eine-richtig", "reihenfolge", "paare", "luecken"):
        go_to(page, id)
        found[f"{id} asked"] = violations_in_both_settings(page)
        if id == "eine-richtig":
            page.get_by_label("53").check()
        if id == "luecken":
            page.get_by_label("Lücke 2 von 2").fill("nslokup")
            page.get_by_role("button", name="Prüfen").click()
            found[f"{id} nearly right"] = violations_in_both_settings(page)
            page.get_by_role("button", name="Als falsch zählen").click()
            found[f"{id} checked"] = violations_in_both_settings(page)
            continue
        if id in ("reihenfolge", "paare"):
            page.locator(".gp-current [data-down]").first.click()
        page.get_by_role("button", name="Prüfen").click()
        found[f"{id} checked"] = violations_in_both_settings(page)
    page.get_by_label("Liste").check()
    page.get_by_label("Schriftlich").check()
    found["list"] = violations_in_both_settings(page)
    assert {state: each for state, each in found.items() if each} == {}


def test_what_is_needed_is_fetched_at_once(visitor: Any) -> None:
    """The page names every module that practising imports, and no other, so that none waits for another."""
    visit = visitor(overhears=True)
    links = visit.open(PAGE).locator("link[rel=modulepreload]")
    named = {href.partition("/javascripts/")[2] for href in links.evaluate_all("(all) => all.map(({ href }) => href)")}
    fetched = {url.partition("/javascripts/")[2] for url in visit.requests}
    rooms = ("practice/", "memory/", "vendor/")
    assert {name for name in named if name.startswith(rooms)} == {name for name in fetched if name.startswith(rooms)}
    assert {"base/calendar.mjs", "practice/task.mjs", "vendor/ts-fsrs/index.mjs"} <= named <= fetched


def test_on_paper_every_question_stands(page: Page) -> None:
    """Whatever is being practised; none of the controls is printed."""
    show_answer(page)
    page.emulate_media(media="print")
    expect(page.locator(".gp-question:visible")).to_have_count(7)
    expect(page.locator(".gp-quiz__bar, .gp-grades").filter(visible=True)).to_have_count(0)
