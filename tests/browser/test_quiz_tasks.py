"""Questions that grade themselves: options, orders and pairs, by mouse, finger and keyboard."""

from __future__ import annotations

import re
from typing import Any

import pytest
from browser.practising import PAGE, go_to, log_of, open_quiz, sizes, texts
from browser.visitor import PHONE
from playwright.sync_api import Locator, Page, expect


@pytest.fixture
def page(visitor: Any) -> Page:
    """The page on a laptop, one question at a time."""
    return open_quiz(visitor)


def test_options_are_checked_and_explained(page: Page) -> None:
    """Nothing chosen asks for a choice; a right one can be raised to Leicht; a wrong one comes again."""
    go_to(page, "eine-richtig")
    page.get_by_role("button", name="Prüfen").click()
    expect(page.get_by_role("alert").filter(visible=True)).to_have_text("Wähle erst etwas aus.")
    page.get_by_label("443").check()
    page.get_by_role("button", name="Prüfen").click()
    expect(page.locator(".gp-current [data-state=right]")).to_contain_text("Darüber läuft HTTP mit TLS.")
    expect(page.locator(".gp-current").get_by_text("Port 80 gehört zu HTTP")).to_be_visible()
    assert log_of(page, "eine-richtig") == [3]
    page.get_by_role("button", name="Das war leicht").click()
    assert log_of(page, "eine-richtig") == [4]
    for name in ("nslookup", "dig"):
        page.get_by_label(name).check()
    page.get_by_label("tracert").check()
    page.get_by_role("button", name="Prüfen").click()
    expect(page.locator(".gp-result")).to_contain_text("2 von 2 gefunden, 1 zu viel · wieder morgen")
    assert log_of(page, "mehrere-richtig") == [2]
    page.keyboard.press("u")
    page.get_by_role("button", name="Weiß ich nicht").click()
    assert log_of(page, "mehrere-richtig") == [1]
    expect(page.locator(".gp-current [data-state=missed]")).to_have_count(2)


def test_steps_are_put_in_order_by_keyboard(page: Page) -> None:
    """Grab with Space, move with arrows, drop; Escape puts back; every move is said."""
    go_to(page, "reihenfolge")
    steps = ["Discover", "Offer", "Request", "Acknowledge"]
    assert sorted(texts(page)) == sorted(steps)
    assert texts(page) != steps
    grip = page.get_by_role("button", name=f"{texts(page)[0]}: verschieben")
    before = texts(page)
    grip.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert texts(page)[2] == before[0]
    expect(grip).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Platz 3 von 4")).to_have_count(1)
    page.keyboard.press("Escape")
    assert texts(page) == before
    for place, step in enumerate(steps):
        page.get_by_role("button", name=f"{step}: verschieben").focus()
        page.keyboard.press("Enter")
        for _ in range(texts(page).index(step) - place):
            page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
    assert texts(page) == steps
    page.get_by_role("button", name="Prüfen").click()
    expect(page.locator(".gp-result")).to_contain_text("Richtig")
    expect(page.get_by_text("Merkwort DORA.")).to_be_visible()
    assert log_of(page, "reihenfolge") == [3]


def test_steps_are_moved_by_their_buttons_and_by_mouse(page: Page) -> None:
    """A click on an arrow moves one place, dragging any number."""
    go_to(page, "reihenfolge")
    before = texts(page)
    page.get_by_role("button", name=f"{before[1]}: nach oben").click()
    assert texts(page) == [before[1], before[0], *before[2:]]
    rows = page.locator(".gp-current .gp-arrange__row")
    start, end = rows.nth(0).bounding_box(), rows.nth(3).bounding_box()
    assert start and end
    page.mouse.move(start["x"] + 90, start["y"] + 20)
    page.mouse.down()
    page.clock.run_for(50)
    for step in range(1, 11):
        page.mouse.move(start["x"] + 90, start["y"] + 20 + (end["y"] - start["y"] + 15) * step / 10)
        page.clock.run_for(50)
    page.mouse.up()
    page.clock.run_for(500)
    assert texts(page) == [before[0], *before[2:], before[1]]


@pytest.mark.parametrize(("way", "last"), [("oben", 0), ("unten", -1)])
def test_a_button_at_an_end_keeps_the_focus(page: Page, way: str, last: int) -> None:
    """Enter moves a row up to the end; pressed again it does nothing, and never checks the question."""
    go_to(page, "reihenfolge")
    step = texts(page)[1]
    button = page.get_by_role("button", name=f"{step}: nach {way}")
    button.focus()
    for _ in range(6):
        page.keyboard.press("Enter")
        expect(button).to_be_focused()
    assert texts(page)[last] == step
    expect(button).to_have_attribute("aria-disabled", "true")
    assert page.locator(".gp-current [data-down][aria-disabled=true]").count() == 1
    assert log_of(page, "reihenfolge") == []


def test_what_nobody_touched_is_graded_by_no_key(page: Page) -> None:
    """A second Enter after „Weiter“ says what to do; who gives up has nothing right, whatever stands so by chance."""
    for id in ("eine-richtig", "mehrere-richtig", "reihenfolge", "paare", "luecken"):
        go_to(page, id)
        current = page.locator(".gp-current")
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        expect(current.get_by_role("alert")).to_have_text(re.compile(r"\berst\b.+\."))
        assert log_of(page, id) == []
        current.get_by_role("button", name="Weiß ich nicht").click()
        expect(current.locator(".gp-result")).to_contain_text("Nicht richtig")
        assert log_of(page, id) == [1]


def test_in_the_list_the_focus_stays_with_the_question(visitor: Any) -> None:
    """When what had it goes away: the button that checks, the one that raises, the one that takes back."""
    page = open_quiz(visitor)
    page.get_by_role("radio", name="Liste").check()
    card = page.locator("[data-card='alle-arten/eine-richtig']")
    card.get_by_label("443").check()
    card.get_by_role("button", name="Prüfen").press("Enter")
    expect(card.locator(".gp-result")).to_be_focused()
    card.get_by_role("button", name="Das war leicht").press("Enter")
    expect(card.locator(".gp-result__said")).to_be_focused()
    page.get_by_role("button", name="Zurücknehmen").press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "frage-eine-richtig"


def test_ticking_everything_is_no_pass(page: Page) -> None:
    go_to(page, "mehrere-richtig")
    for box in page.locator(".gp-current").get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Prüfen").click()
    expect(page.locator(".gp-result")).to_contain_text("Alles anzukreuzen zählt nicht")
    assert log_of(page, "mehrere-richtig") == [1]


def test_keys_that_are_switched_off_in_another_tab_are_off(page: Page) -> None:
    page.evaluate("""() => localStorage.setItem("generalprobe:/:setting:quiz-keys",
      JSON.stringify({ version: 1, at: Date.now(), value: "off" }))""")
    before = page.locator(".gp-current").get_attribute("data-card")
    page.keyboard.press("n")
    assert page.locator(".gp-current").get_attribute("data-card") == before
    page.keyboard.press("?")
    expect(page.get_by_label("Diese Tasten benutzen")).not_to_be_checked()
    page.get_by_label("Diese Tasten benutzen").check()
    page.get_by_role("button", name="Schließen").click()
    page.keyboard.press("n")
    assert page.locator(".gp-current").get_attribute("data-card") != before


def test_an_address_with_signs_that_are_no_code_stops_nothing(visitor: Any) -> None:
    page = open_quiz(visitor, f"{PAGE}#50%")
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 7")


def test_pairs_are_matched_by_touch(visitor: Any) -> None:
    """A finger holds a row and drags it beside another label; what is wrong shows its solution."""
    page = open_quiz(visitor, viewport=PHONE, has_touch=True, is_mobile=True)
    go_to(page, "paare")
    right = ["löst Namen auf", "vergibt Adressen", "stellt die Uhr", "verschickt Post"]
    before = texts(page)
    assert before != right
    rows = page.locator(".gp-current .gp-arrange__row")
    rows.nth(3).scroll_into_view_if_needed()
    start, end = rows.nth(0).bounding_box(), rows.nth(3).bounding_box()
    assert start and end
    touch = page.context.new_cdp_session(page)
    x, y = start["x"] + 70, start["y"] + start["height"] / 2

    def send(kind: str, *points: float) -> None:
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": each} for each in points]})
        page.clock.run_for(200)

    send("touchStart", y)
    for step in range(1, 11):
        send("touchMove", y + (end["y"] - start["y"] + 10) * step / 10)
    send("touchEnd")
    page.clock.run_for(500)
    assert texts(page) == [*before[1:], before[0]]
    labels = page.locator(".gp-current .gp-arrange__labels li").all()
    for label, row in zip(labels, rows.all(), strict=True):
        left, beside = label.bounding_box(), row.bounding_box()
        assert left and beside
        assert left["y"] + left["height"] <= beside["y"] < left["y"] + left["height"] + 10
    matched = sum(text == wanted for text, wanted in zip(texts(page), right, strict=True))
    page.get_by_role("button", name="Prüfen").click()
    expect(page.locator(".gp-current [data-state=right]")).to_have_count(matched)
    assert log_of(page, "paare") == [3 if matched == 4 else 2 if matched >= 2 else 1]
    if matched < 4:
        expect(page.locator(".gp-current .gp-solution")).to_be_visible()


def test_labels_with_code_or_bold_stay_one_text(page: Page) -> None:
    """Beside what is matched to them: their parts are no columns."""
    page.locator(".gp-pairs__left li").first.evaluate(
        "(li) => { li.innerHTML = '<code>ipconfig</code> <b>oder</b> dig'; }"
    )
    go_to(page, "paare")
    label = page.locator(".gp-arrange__labels li").first
    expect(label).to_have_text("ipconfig oder dig")
    boxes = [label.locator(part).bounding_box() for part in ("code", "b")]
    assert boxes[0]
    assert boxes[1]
    assert 0 < boxes[1]["x"] - boxes[0]["x"] - boxes[0]["width"] < 10


def _gap(page: Page, number: int) -> Locator:
    return page.get_by_label(f"Lücke {number} von 2")


@sizes
def test_gaps_are_typed_and_forgive_case_and_blanks(visitor: Any, size: dict[str, int]) -> None:
    """Enter leads to the next gap and checks behind the last; figures go into a gap and grade nothing."""
    page = open_quiz(visitor, viewport=size)
    go_to(page, "luecken")
    page.get_by_role("button", name="Prüfen").click()
    expect(page.get_by_role("alert").filter(visible=True)).to_have_text("Tippe erst etwas ein.")
    _gap(page, 1).focus()
    page.keyboard.type("1234")
    expect(_gap(page, 1)).to_have_value("1234")
    assert log_of(page, "luecken") == []
    _gap(page, 1).fill(" /Flush DNS")
    page.keyboard.press("Enter")
    expect(_gap(page, 2)).to_be_focused()
    page.keyboard.type("NSLOOKUP")
    page.keyboard.press("Enter")
    expect(page.locator(".gp-result")).to_contain_text("Richtig")
    expect(page.get_by_role("status").filter(has_text="Richtig, wieder")).to_have_count(1)
    expect(page.locator(".gp-current").get_by_text("fragt der Rechner den Server neu")).to_be_visible()
    assert log_of(page, "luecken") == [3]
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= size["width"]
    page.keyboard.press("u")
    expect(_gap(page, 1)).to_have_value("")


@pytest.mark.parametrize(("answer", "grade"), [("Als richtig zählen", 3), ("Als falsch zählen", 2)])
def test_a_near_miss_is_named_and_the_learner_says_whether_it_counts(page: Page, answer: str, grade: int) -> None:
    """Before anything is graded; what was meant stands beside the gap, which can no longer be changed."""
    go_to(page, "luecken")
    _gap(page, 1).fill("/flushdns")
    _gap(page, 2).fill("nslokup")
    _gap(page, 2).press("Enter")
    expect(page.locator(".gp-current")).to_contain_text("fast: gemeint ist nslookup")
    expect(page.get_by_role("alert").filter(visible=True)).to_have_text("Eine Lücke ist fast richtig. Soll sie zählen?")
    expect(_gap(page, 2)).to_have_attribute("readonly", "")
    assert log_of(page, "luecken") == []
    expect(page.get_by_role("button", name="Als richtig zählen")).to_be_focused()
    page.get_by_role("button", name=answer).click()
    assert log_of(page, "luecken") == [grade]
    expect(page.locator(".gp-current [data-state=wrong]")).to_have_count(3 - grade)


def test_gaps_help_the_keyboard_of_a_phone(page: Page) -> None:
    """No capital at the beginning, nothing corrected; the key for Enter says what it does."""
    go_to(page, "luecken")
    for number, hint in ((1, "next"), (2, "done")):
        names = ("autocapitalize", "autocorrect", "spellcheck", "autocomplete", "enterkeyhint")
        found = [_gap(page, number).get_attribute(name) for name in names]
        assert found == ["none", "off", "false", "off", hint]


def test_who_does_not_know_sees_what_was_missing(page: Page) -> None:
    go_to(page, "luecken")
    page.get_by_role("button", name="Weiß ich nicht").click()
    expect(page.locator(".gp-current [data-state=wrong]")).to_have_count(2)
    expect(page.locator(".gp-current .gp-solution")).to_contain_text("Lücke 1, auch richtig: flushdns")
    assert log_of(page, "luecken") == [1]
