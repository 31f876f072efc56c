"""„Heute üben“: from the first visit to the day on which nothing is due, with a clock that is set by hand."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from browser.practising import NOON, STORAGE, open_quiz, sizes, violations
from browser.standing import cards_on, setting
from browser.visitor import reloaded
from playwright.sync_api import Page, expect

PAGE = "ueben/heute/"
DAY = 24 * 60 * 60


def _said(page: Page) -> str:
    return page.locator(".gp-today__said").inner_text()


def _answer(page: Page, grade: str) -> None:
    """Answer whatever is asked: tasks by giving up, the rest by its answer and a grade."""
    card = page.locator(".gp-current")
    if card.get_by_role("button", name="Weiß ich nicht").count():
        card.get_by_role("button", name="Weiß ich nicht").click()
    else:
        card.locator("summary").click()
        card.get_by_role("button", name=grade).click()
        return
    card.get_by_role("button", name="Weiter", exact=True).click()


def _end(page: Page) -> None:
    """Answer Gut until the round is over; what was given up is not answered again."""
    for _ in range(40):
        if page.locator(".gp-summary").count():
            break
        if page.locator(".gp-quiz__place").get_by_text("Wiederholung ").count():
            page.get_by_role("button", name="Nächste Frage").click()
        else:
            _answer(page, "Gut")


def _reviewed(page: Page) -> int:
    keys = "() => Object.keys(localStorage).filter((key) => key.startsWith('generalprobe:/:progress:')).length"
    found: int = page.evaluate(keys)
    return found


def _practised(logs: dict[str, list[tuple[int, int]]], **settings: str) -> str:
    """A script that lets cards have been practised before: (days ago, grade)."""
    entries = {
        f"generalprobe:/:progress:{id}": json.dumps(
            {"version": 1, "reviews": [[1000 * (NOON - days * DAY), grade] for days, grade in log]}
        )
        for id, log in logs.items()
    } | {f"generalprobe:/:setting:{name}": json.dumps(setting(value)) for name, value in settings.items()}
    put = "for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);"
    return f"if (!localStorage.length) {{ const entries = {json.dumps(entries)}; {put} }}"


@pytest.fixture
def ids(visitor: Any) -> list[str]:
    """The ids of all cards of the site."""
    return [card["id"] for card in cards_on(visitor().bare())]


@sizes
def test_the_first_visit(visitor: Any, size: dict[str, int]) -> None:
    """Ten new cards at once, with the offer to enter the exam; the static list steps aside."""
    page = open_quiz(visitor, PAGE, viewport=size)
    assert re.fullmatch(r"10 neue Karten, etwa \d+ Minuten\.", _said(page))
    expect(page.locator(".gp-question:visible")).to_have_count(0)
    expect(page.get_by_role("link", name="Mein Stand").filter(visible=True).last).to_have_attribute(
        "href", re.compile("ueben/stand/$")
    )
    assert violations(page) == []
    date = page.locator(".gp-today__exam").get_by_role("link", name="Mein Plan")
    expect(date).to_have_attribute("href", re.compile("/plan/$"))
    page.get_by_role("button", name="Los geht’s").click()
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 10")
    expect(page.locator(".gp-question:visible")).to_have_count(1)
    assert page.locator(".gp-questions").evaluate("(list) => getComputedStyle(list).opacity") == "1"
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= size["width"]
    assert violations(page) == []


def test_stopping_keeps_what_was_done(visitor: Any) -> None:
    """A summary after two cards, then the rest is offered, with what was not known, also after a reload."""
    page = open_quiz(visitor, PAGE)
    page.get_by_role("button", name="Los geht’s").click()
    _answer(page, "Nochmal")
    _answer(page, "Gut")
    page.get_by_role("button", name="Beenden").click()
    summary = page.get_by_role("region", name="Ergebnis der Runde")
    expect(summary).to_contain_text("2 Fragen geübt, 8 ausgelassen")
    expect(summary.get_by_role("link", name="Mein Stand")).to_be_visible()
    assert _reviewed(page) == 2
    summary.get_by_role("button", name="Zurück", exact=True).click()
    for again in (False, True):
        if again:
            reloaded(page)
        expect(page.get_by_role("heading", name="Weiter geht es")).to_be_visible()
        expect(page.locator(".gp-today__said")).to_contain_text("8 neue Karten, dazu 1 noch einmal")
    page.get_by_role("button", name="Weiter üben").click()
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 8")
    expect(page.locator(".gp-quiz__track > span")).to_have_count(9)


def test_a_whole_day_and_the_next(visitor: Any) -> None:
    """Everything Gut: nothing is left today, new ones can be taken ahead; two days later repetitions are due."""
    page = open_quiz(visitor, PAGE)
    page.get_by_role("button", name="Los geht’s").click()
    _end(page)
    expect(page.get_by_role("heading", name="Runde geschafft")).to_be_visible()
    expect(page.locator(".gp-week__said")).to_have_text("Diese Woche: an einem Tag geübt, 10 Karten.")
    page.get_by_role("button", name="Zurück", exact=True).click()
    expect(page.get_by_role("heading", name=re.compile("Für heute fertig|Fast fertig"))).to_be_visible()
    expect(page.get_by_role("button", name="10 neue vorziehen")).to_be_visible()
    page.get_by_role("button", name="Früher wiederholen").click()
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 10")
    page.get_by_role("button", name="Beenden").click()
    page.clock.set_fixed_time(NOON + 3 * DAY)
    reloaded(page)
    expect(page.locator(".gp-today__said")).to_contain_text("10 Wiederholungen, 10 neue Karten")


def test_the_daily_limit_is_said_and_can_be_passed(visitor: Any, ids: list[str]) -> None:
    """With what still waits; whoever does so on a Sunday hears what came of the week."""
    logs = {ids[0]: [(20, 3), (0, 3)], ids[1]: [(20, 3)], ids[2]: [(20, 3)]}
    page = open_quiz(visitor, PAGE, script=_practised(logs, daily="1", fresh="0"))
    expect(page.get_by_role("heading", name="Tagespensum geschafft")).to_be_visible()
    expect(page.locator(".gp-today__said")).to_contain_text("2 fällige Karten warten noch.")
    page.get_by_role("button", name="Trotzdem weiterüben").click()
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 2")
    page.clock.fast_forward(6 * DAY * 1000)
    _end(page)
    expect(page.locator(".gp-week__said")).to_have_text("Diese Woche: an 2 Tagen geübt, 3 Karten.")


def test_nothing_due_names_the_next_day(visitor: Any, ids: list[str]) -> None:
    """All cards are begun and none is due."""
    page = open_quiz(visitor, PAGE, script=_practised({id: [(1, 3)] for id in ids}))
    expect(page.get_by_role("heading", name="Heute ist nichts dran")).to_be_visible()
    expect(page.locator(".gp-today__said")).to_contain_text("Die nächsten Karten kommen morgen.")
    expect(page.get_by_role("button", name="Los geht’s")).to_have_count(0)


def test_the_exam_is_counted_down_to(visitor: Any) -> None:
    """Instead of the offer to enter it; where the core does not fit in, a number is proposed, and set by a button."""
    page = open_quiz(visitor, PAGE, script=_practised({}, exam="2026-12-04", fresh="1", daily="60"))
    expect(page.locator(".gp-today__exam")).to_have_text("Deine Prüfung ist in 4 Tagen.")
    proposal = page.locator(".gp-today__proposal")
    expect(proposal).to_contain_text(
        re.compile(r"sind es \d+ neue Karten am Tag\. .* höchstens \d+ Karten am Tag, meist \d+\.")
    )
    [fresh] = re.findall(r"sind es (\d+) neue", proposal.inner_text())
    proposal.get_by_role("button", name="So einstellen").click()
    expect(proposal).to_have_count(0)
    expect(page.get_by_role("heading", name="Das ist heute dran")).to_be_focused()
    assert _said(page).startswith(f"{fresh} neue Karte")


def test_a_page_left_open_changes_with_the_day(visitor: Any, ids: list[str]) -> None:
    """At four, not at midnight; on the day after the exam it is over, and nobody is asked for its date."""
    script = _practised({id: [(0, 3)] for id in ids}, exam="2026-11-30")
    page = open_quiz(visitor, PAGE, script=script)
    exam = page.locator(".gp-today__exam")
    expect(exam).to_have_text("Heute ist deine Prüfung. Viel Erfolg!")
    page.clock.fast_forward("15:30:00")
    page.clock.run_for(61_000)
    expect(exam).to_have_text("Heute ist deine Prüfung. Viel Erfolg!")
    page.clock.fast_forward("00:30:00")
    page.clock.run_for(61_000)
    expect(exam).to_contain_text("Deine Prüfung war am Mo, 30. Nov. Jetzt")


def test_what_is_left_open_says_its_days_anew(visitor: Any, ids: list[str]) -> None:
    """Grades below an answer, and the end of a round; what is graded keeps where that was.

    Who has met ten cards reads what a grade means only on wish.
    """
    term = next(id for id in ids if id.startswith("glossary/"))
    others = {id: [(1, 3)] for id in ids[-10:] if id != term}
    page = open_quiz(visitor, PAGE, script=_practised({**others, term: [(9, 3)]}, fresh="0"))
    page.get_by_role("button", name="Los geht’s").click()
    page.locator(".gp-current .gp-answer > summary").click()
    expect(page.get_by_text("nicht gewusst", exact=True)).to_be_hidden()
    why = page.get_by_role("button", name="Was heißt das?")
    why.press("Enter")
    expect(page.get_by_text("nicht gewusst", exact=True)).to_be_visible()
    expect(why).to_have_attribute("aria-expanded", "true")
    days = page.locator(".gp-grade__day")
    before = days.all_text_contents()
    page.clock.fast_forward("20:00:00")
    page.clock.run_for(61_000)
    expect(days).not_to_have_text(before)
    page.locator(".gp-grade--1").click()
    page.get_by_role("button", name="Beenden").click()
    stored = page.evaluate("(id) => localStorage.getItem(`generalprobe:/:progress:${id}`)", term)
    assert [len(review) for review in json.loads(stored)["reviews"]] == [2, 3]
    said = page.locator(".gp-summary__days li span")
    expect(said).to_have_text("morgen")
    page.clock.fast_forward("24:00:00")
    page.clock.run_for(61_000)
    expect(said).to_have_text("heute")


@pytest.mark.parametrize("kind", STORAGE)
def test_without_storage_one_practises_all_the_same(visitor: Any, kind: str) -> None:
    """And is told that nothing is kept."""
    page = open_quiz(visitor, PAGE, script=STORAGE[kind])
    expect(page.locator(".gp-today .gp-quiz__trouble")).to_contain_text("Du kannst weiterüben")
    page.get_by_role("button", name="Los geht’s").click()
    _answer(page, "Gut")
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 2 von 10")
    page.goto("")
    page.get_by_role("button", name="Überspringen").click()
    expect(page.locator(".gp-brief__trouble")).to_contain_text("Du kannst weiterüben")


def test_without_scripts_it_leads_to_the_pages_of_questions(visitor: Any) -> None:
    """By topic; there each answer opens."""
    page = visitor(java_script_enabled=False).page
    page.goto(PAGE)
    topics = page.get_by_role("navigation", name="Themengebiete")
    assert topics.get_by_role("heading").count() > 1
    topics.get_by_role("link").first.click()
    card = page.locator(".gp-question:visible").first
    card.locator("summary").click()
    expect(card.locator(".gp-answer__text, .gp-solution").first).to_be_visible()
