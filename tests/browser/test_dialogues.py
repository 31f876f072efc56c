"""A conversation as one reads and tries it, on its own page and within a lesson."""

from __future__ import annotations

import re
from itertools import cycle

import pytest
from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.visitor import LAPTOP, PHONE
from copies import ROOT
from playwright.sync_api import Locator, Page, expect

from generalprobe.format.dialogues import Dialogue
from generalprobe.reading.loading import load_project

TALK = "lernen/dialoge/versand-steht/"

axe = accessibility.axe


@pytest.fixture(scope="module")
def talk() -> Dialogue:
    entry = load_project(ROOT).entry(Dialogue, "versand-steht")
    assert entry
    return entry.model


def _button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def _start(page: Page | Locator) -> None:
    _button(page, "Selbst probieren").click()


def _answer(page: Page, talk: Dialogue, index: int, rightly: bool) -> None:
    """Choose at the line with this number; of replies by what they say, of steps by their name."""
    line = talk.lines[index]
    group = page.get_by_role("group", name="Du bist an der Reihe.")
    if line.worse:
        group.get_by_role("button").filter(has_text=line.text if rightly else line.worse).click()
    else:
        other = next(step for step in talk.steps if step != line.step)
        group.get_by_role("button").filter(has_text=line.step if rightly else other).click()


def test_a_conversation_is_tried_line_by_line(visitor: Visit, talk: Dialogue) -> None:
    """Nothing is shown before it is its turn; each answer is judged and explained; all right means all right.

    On a phone and on a laptop by turns.
    """
    page = visitor().open(TALK)
    lines = page.locator(".gp-dialogue__lines > li")
    expect(lines.filter(visible=True)).to_have_count(len(talk.lines))
    _start(page)
    own = [index for index, line in enumerate(talk.lines) if line.step]
    for index, window in zip(own, cycle([PHONE, LAPTOP])):
        page.set_viewport_size(window)
        expect(lines.filter(visible=True)).to_have_count(index)
        _answer(page, talk, index, rightly=True)
        expect(lines.nth(index)).to_be_visible()
        expect(lines.nth(index).locator(".gp-line__verdict")).to_have_text(re.compile("Gut gewählt|Richtig"))
        if talk.lines[index].why:
            expect(lines.nth(index).get_by_text(talk.lines[index].why)).to_be_visible()
        expect(_button(page, "Weiter")).to_be_focused()
        expect(_button(page, "Weiter")).to_be_in_viewport()
        _button(page, "Weiter").click()
    expect(page.get_by_text(f"{len(own)} von {len(own)} richtig.")).to_be_visible()
    _button(page, "Noch einmal").click()
    expect(lines.filter(visible=True)).to_have_count(own[0])
    expect(page.locator(".gp-line__verdict")).to_have_count(0)


def test_wrong_answers_are_set_right_and_counted(visitor: Visit, talk: Dialogue) -> None:
    page = visitor().open(TALK)
    _start(page)
    own = [index for index, line in enumerate(talk.lines) if line.step]
    for index in own:
        _answer(page, talk, index, rightly=index == own[0])
        verdict = page.locator(".gp-dialogue__lines > li").nth(index).locator(".gp-line__verdict")
        if index != own[0]:
            expect(verdict).to_have_text(re.compile("Diese Antwort ist besser:|Hier kommt:"))
        _button(page, "Weiter").click()
    expect(page.get_by_text(f"1 von {len(own)} richtig.")).to_be_visible()
    _button(page, "Ganz lesen").click()
    expect(page.locator(".gp-dialogue__lines > li").filter(visible=True)).to_have_count(len(talk.lines))
    expect(page.locator(".gp-line__verdict")).to_have_count(0)
    expect(_button(page, "Selbst probieren")).to_be_focused()


def test_conversations_within_a_lesson_are_tried_apart(visitor: Visit) -> None:
    """One that is being tried leaves the others as they are."""
    page = visitor().open("lernen/kundenkommunikation/")
    first, second = page.locator(".gp-dialogue").nth(0), page.locator(".gp-dialogue").nth(1)
    before = second.locator(".gp-line").filter(visible=True).count()
    _start(first)
    expect(first.get_by_role("group", name="Du bist an der Reihe.")).to_be_visible()
    expect(second.locator(".gp-line").filter(visible=True)).to_have_count(before)
    first.get_by_role("group", name="Du bist an der Reihe.").get_by_role("button").first.click()
    expect(first.locator(".gp-line__verdict")).to_have_count(1)
    expect(second.locator(".gp-line__verdict")).to_have_count(0)


def test_a_conversation_is_tried_by_keyboard_and_heard(visitor: Visit, talk: Dialogue) -> None:
    """Digits choose, Enter goes on, Escape ends; what the other side says reaches who cannot see it."""
    page = visitor().open(TALK)
    _button(page, "Selbst probieren").focus()
    page.keyboard.press("Enter")
    status = page.get_by_role("status").filter(has_text=talk.lines[0].text)
    expect(status).to_have_count(1)
    expect(page.get_by_role("group", name="Du bist an der Reihe.")).to_be_focused()
    page.keyboard.press("9")
    expect(_button(page, "Weiter")).to_have_count(0)
    page.keyboard.press("2")
    expect(_button(page, "Weiter")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text=talk.lines[1].why)).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Du bist an der Reihe.")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".gp-dialogue__lines > li").filter(visible=True)).to_have_count(len(talk.lines))
    expect(_button(page, "Selbst probieren")).to_be_focused()


def test_which_reply_comes_first_tells_nothing(visitor: Visit, talk: Dialogue) -> None:
    page = visitor().open(TALK)
    places: set[int] = set()
    for _ in range(30):
        if len(places) == 2:
            break
        _start(page)
        replies = page.locator(".gp-dialogue__choice span").all_text_contents()
        assert sorted(replies) == sorted([talk.lines[1].text, talk.lines[1].worse])
        places.add(replies.index(talk.lines[1].text))
        page.keyboard.press("Escape")
    assert places == {0, 1}


def test_without_javascript_it_is_there_to_read(visitor: Visit, talk: Dialogue) -> None:
    page = visitor(java_script_enabled=False).page
    page.goto(TALK)
    expect(page.locator(".gp-dialogue__lines > li")).to_have_count(len(talk.lines))
    for line in talk.lines:
        expect(page.get_by_text(line.text, exact=True)).to_be_visible()
    page.get_by_text("So besser nicht").first.click()
    expect(page.get_by_text(talk.lines[1].worse)).to_be_visible()
    expect(_button(page, "Selbst probieren")).to_have_count(0)


def test_every_state_is_accessible(visitor: Visit, axe: str, talk: Dialogue) -> None:
    """Replies and a step asked for and answered."""
    page = visitor().open(TALK)
    _start(page)
    for index in [index for index, line in enumerate(talk.lines) if line.step][:3]:
        assert accessibility.in_both_settings(page, axe) == []
        _answer(page, talk, index, rightly=index == 1)
        assert accessibility.in_both_settings(page, axe) == []
        _button(page, "Weiter").click()
