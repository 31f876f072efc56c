"""The catalogue of questions: everything can be found, practised and printed, and is there without JavaScript."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.visitor import LAPTOP, NARROW, PHONE, Visitor, letters, resize, wait_until
from playwright.sync_api import Page, expect

PAGE = "ueben/fragen/"
NOW = datetime(2026, 12, 1, 11, tzinfo=UTC)
CARD = ".gp-questions .gp-question"
SHOWN = f"{CARD}:visible"
_CARDS = """(sections) => sections.filter((each) => each.checkVisibility()).map((each) => ({
  ...each.dataset, title: each.querySelector(".gp-question__title").textContent,
  under: each.closest(".gp-topic").querySelector("h2").firstChild.data.trim() }))"""
_STORE = """(all) => {
  for (const [id, text] of Object.entries(all)) localStorage.setItem(`generalprobe:/:progress:${id}`, text);
}"""
_SEARCHED = "(text) => (new URLSearchParams(location.search).get('suche') ?? '') === text"
_OVERFLOW = "() => document.documentElement.scrollWidth - innerWidth"

both_sizes = pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])


@pytest.fixture
def page(visitor: Visit) -> Page:
    return visitor().open(PAGE)


def _cards(page: Page) -> list[dict[str, Any]]:
    """What the questions that are shown say of themselves."""
    found: list[dict[str, Any]] = page.locator(CARD).evaluate_all(_CARDS)
    return found


def _ids(page: Page) -> list[str]:
    return [card["card"] for card in _cards(page)]


def _values(page: Page, name: str) -> list[str]:
    """What can be chosen there, „alle“ left out."""
    options = page.get_by_label(name, exact=True).locator("option").all()
    return [value for option in options if (value := option.get_attribute("value"))]


def _search(page: Page, text: str) -> None:
    page.get_by_role("searchbox", name="Suche in den Fragen").fill(text)
    page.wait_for_function(_SEARCHED, arg=text.strip())


@pytest.mark.parametrize(
    ("label", "name", "fact"),
    [("Themengebiet", "gebiet", "topic"), ("Art", "art", "kind"), ("Schwierigkeit", "stufe", "difficulty")],
)
def test_each_choice_shows_its_questions_and_no_others(page: Page, label: str, name: str, fact: str) -> None:
    """Together all choices show every question once, of difficulties those that have one; empty topics are left out."""
    everything = _cards(page)
    field = page.get_by_label(label, exact=True)
    found = []
    for value in _values(page, label):
        field.select_option(value)
        cards = _cards(page)
        assert {card[fact] for card in cards} == {value}
        assert f"{name}=" in page.url
        expect(page.locator(".gp-count")).to_have_text(f"{len(cards)} von {len(everything)} Fragen")
        expect(page.locator(".gp-topic:visible")).to_have_count(len({card["under"] for card in cards}))
        found += cards
    assert sorted(card["card"] for card in found) == sorted(card["card"] for card in everything if card[fact])


def test_a_choice_is_made_by_keyboard(page: Page) -> None:
    """The fields are reached by Tab in the order in which they stand, and changed by arrow keys."""
    page.get_by_role("searchbox", name="Suche in den Fragen").focus()
    for label in ("Themengebiet", "Art", "Schwierigkeit", "Lernstand"):
        page.keyboard.press("Tab")
        expect(page.get_by_label(label, exact=True)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"\?stufe=\w+$"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Alle zeigen")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Diese Auswahl üben")).to_be_focused()


def test_an_address_filters(visitor: Visit, page: Page) -> None:
    """So a choice can be linked; the form says what is chosen."""
    first = next(card for card in _cards(page) if card["kind"] == "open")
    word = max(re.findall(r"\w+", first["title"]), key=len)
    query = f"?gebiet={first['topic']}&art=open&stufe={first['difficulty']}&stand=new&suche={word}"
    page = visitor().open(PAGE + query)
    expect(page.locator(f'[data-card="{first["card"]}"]')).to_be_visible()
    assert {(card["topic"], card["kind"], card["difficulty"]) for card in _cards(page)} == {
        (first["topic"], "open", first["difficulty"])
    }
    for label, value in [
        ("Themengebiet", first["topic"]),
        ("Art", "open"),
        ("Lernstand", "new"),
        ("Suche in den Fragen", word),
    ]:
        expect(page.get_by_label(label, exact=True)).to_have_value(value)


def test_an_address_that_says_nonsense_finds_nothing_and_leads_back(visitor: Visit) -> None:
    """Nothing breaks, and „Alle zeigen“ helps."""
    page = visitor().open(f"{PAGE}?gebiet=<b>Unfug&art=__proto__&stand=constructor")
    assert _ids(page) == []
    page.get_by_role("link", name="Alle zeigen").click()
    assert _ids(page)


def test_every_word_must_occur_in_the_question(page: Page) -> None:
    """Words of one question alone find it; one more word that it does not have loses it."""
    cards = _cards(page)
    texts = {card["card"]: set(re.findall(r"[a-z]{6,}", card["title"].lower())) for card in cards}
    id, words = max(texts.items(), key=lambda item: len(item[1]))
    others = set().union(*(words for other, words in texts.items() if other != id))
    own = sorted(word for word in words - others if sum(word in card["title"].lower() for card in cards) == 1)
    assert len(own) >= 2
    _search(page, f"{own[0].upper()}  {own[1]}")
    expect(page.locator(".gp-count")).to_have_text(f"1 von {len(cards)} Fragen")
    assert _ids(page) == [id]
    _search(page, f"{own[0]} qqqq")
    expect(page.locator(".gp-count")).to_have_text(f"0 von {len(cards)} Fragen")


def test_umlauts_may_be_written_as_one_likes(page: Page) -> None:
    """All ways find the same, and only what has the word."""
    found = []
    for typed in ("störung", "STOERUNG", "storung"):
        _search(page, typed)
        found.append(_ids(page))
        assert all("störung" in card["title"].lower() for card in _cards(page))
    assert found[0]
    assert found[0] == found[1] == found[2]


def test_typing_is_one_step_back(page: Page) -> None:
    """Not one for each letter; what was chosen before is another."""
    everything = _ids(page)
    page.get_by_label("Art", exact=True).select_option("open")
    kinds = _ids(page)
    field = page.get_by_role("searchbox", name="Suche in den Fragen")
    for number, letter in enumerate("aus", 1):
        field.press_sequentially(letter)
        page.wait_for_function(_SEARCHED, arg="aus"[:number])
    expect(page).to_have_url(re.compile(r"\?art=open&suche=aus$"))
    page.go_back()
    expect(field).to_have_value("")
    assert _ids(page) == kinds
    page.go_back()
    expect(page.get_by_label("Art", exact=True)).to_have_value("")
    assert _ids(page) == everything
    page.go_forward()
    assert _ids(page) == kinds


def test_nothing_found_is_said_and_can_be_undone(page: Page) -> None:
    """The count is announced, what cannot be done is not offered, and the focus goes back to the search."""
    everything = _ids(page)
    reset = page.get_by_role("link", name="Alle zeigen")
    expect(reset).to_be_hidden()
    _search(page, "qqqq")
    expect(page.locator(".gp-count[aria-live=polite]")).to_have_text(f"0 von {len(everything)} Fragen")
    expect(page.get_by_text("Keine Frage passt zu dieser Auswahl.")).to_be_visible()
    expect(page.get_by_role("button", name="Diese Auswahl üben")).to_be_hidden()
    reset.focus()
    page.keyboard.press("Enter")
    assert _ids(page) == everything
    expect(page.get_by_role("searchbox", name="Suche in den Fragen")).to_be_focused()
    expect(page).to_have_url(re.compile(rf"{PAGE}$"))


def _log(*reviews: tuple[int, int]) -> str:
    """Reviews so many days ago, with their grades."""
    at = [((NOW - timedelta(days=days)).timestamp() * 1000, grade) for days, grade in reviews]
    return json.dumps({"version": 1, "reviews": at})


def _on_that_day(visitor: Visit, **options: Any) -> Visitor:
    return visitor(timezone_id="Europe/Berlin", now=NOW, **options)


def test_questions_are_found_by_their_state(visitor: Visit) -> None:
    """New, due, shaky and solid ones, each once."""
    visit = _on_that_day(visitor)
    page = visit.open(PAGE)
    ids = _ids(page)
    solid, shaky, due, *new = ids
    logs = {solid: _log((40, 3), (30, 4), (10, 4)), shaky: _log((1, 3)), due: _log((40, 3))}
    page.evaluate(_STORE, logs)
    page = visit.open(PAGE)
    for state, expected in {"solid": [solid], "shaky": [shaky], "due": [due], "new": new}.items():
        page.get_by_label("Lernstand", exact=True).select_option(state)
        expect(page.locator(".gp-count")).to_have_text(f"{len(expected)} von {len(ids)} Fragen")
        wait_until(page, lambda: _ids(page), expected)


def test_what_waits_for_the_last_days_before_the_exam_is_not_due(visitor: Visit) -> None:
    """As „Heute üben“ and „Mein Stand“ see it."""
    visit = _on_that_day(visitor)
    page = visit.open(PAGE)
    first = _ids(page)[0]
    page.evaluate(_STORE, {first: _log((20, 3), (17, 3))})
    for exam, due in ((None, [first]), ((NOW + timedelta(days=4)).date().isoformat(), [])):
        setting = json.dumps({"version": 1, "at": 5, "value": exam})
        page.evaluate("(text) => localStorage.setItem('generalprobe:/:setting:exam', text)", setting)
        page = visit.open(f"{PAGE}?stand=due")
        expect(page.locator(".gp-count")).to_have_text(re.compile(f"^{len(due)} von"))
        assert _ids(page) == due


def test_nothing_is_loaded_before_it_is_needed(visitor: Visit) -> None:
    """The quiz comes when one practises, the memory model when there is something to remember."""
    visit = visitor(overhears=True)
    page = visit.open(PAGE)
    everything = _ids(page)
    field = page.get_by_label("Lernstand", exact=True)
    field.select_option("new")
    expect(page).to_have_url(re.compile("stand=new"))
    assert _ids(page) == everything
    field.select_option("solid")
    expect(page.locator(".gp-count")).to_have_text(re.compile("^0 von"))
    loaded = {url.partition("/javascripts/")[2] for url in visit.requests}
    assert "practice/catalogue.mjs" in loaded
    assert not loaded & {"practice/quiz.mjs", "practice/stage.mjs", "memory/scheduling.mjs", "vendor/ts-fsrs/index.mjs"}


@both_sizes
def test_a_choice_is_practised_and_the_list_comes_back(visitor: Visit, size: dict[str, Any]) -> None:
    """Only what was chosen is asked; afterwards everything is as before, and a grade has changed the state."""
    page = _on_that_day(visitor, viewport=size).open(f"{PAGE}?art=phrase&stand=new")
    chosen = _ids(page)
    page.get_by_role("button", name="Diese Auswahl üben").click()
    expect(page.locator(f'[data-card="{chosen[0]}"]')).to_be_visible()
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator("form.gp-finder")).to_be_hidden()
    expect(page.locator(".gp-quiz")).to_contain_text(f"von {len(chosen)}")
    page.keyboard.press("Space")
    page.keyboard.press("3")
    expect(page.locator(f'[data-card="{chosen[1]}"]')).to_be_visible()
    page.get_by_role("button", name="Beenden").click()
    page.get_by_role("button", name="Zurück", exact=True).click()
    expect(page.locator("form.gp-finder")).to_be_visible()
    expect(page.get_by_role("button", name="Diese Auswahl üben")).to_be_focused()
    expect(page.locator(SHOWN)).to_have_count(len(chosen) - 1)
    assert _ids(page) == chosen[1:]
    assert page.evaluate(_OVERFLOW) <= 0


def test_the_back_button_does_not_disturb_a_round(page: Page) -> None:
    """The list follows the address once the round is over."""
    page.get_by_label("Art", exact=True).select_option("order")
    page.get_by_label("Art", exact=True).select_option("term")
    page.get_by_role("button", name="Diese Auswahl üben").click()
    expect(page.locator(SHOWN)).to_have_count(1)
    page.go_back()
    expect(page.locator(f"{SHOWN}[data-kind=term]")).to_have_count(1)
    page.get_by_role("button", name="Beenden").click()
    assert {card["kind"] for card in _cards(page)} == {"order"}


def test_a_choice_is_printed_with_its_answers(visitor: Visit) -> None:
    """Without form and buttons, with what was chosen in words; nothing else is on the paper."""
    visit = visitor()
    visit.before("window.print = () => { window.printed = true; }")
    page = visit.open(f"{PAGE}?art=term&suche=adresse")
    chosen = _ids(page)
    page.get_by_role("button", name="Diese Auswahl drucken").click()
    page.wait_for_function("() => window.printed")
    page.emulate_media(media="print")
    expect(page.locator(".gp-finder__paper")).to_be_hidden()
    assert _ids(page) == chosen
    for id in chosen:
        expect(page.locator(f'[data-card="{id}"] .gp-answer__text')).to_be_visible()
    for selector in ("form", "button", ".gp-contents__pages", ".gp-finder__reset", "summary"):
        expect(page.locator(f"main {selector}:visible")).to_have_count(0)
    said = page.locator(".gp-count").evaluate("(count) => getComputedStyle(count, '::after').content")
    assert "Begriff, „adresse“" in said
    page.emulate_media(media="screen")
    page.get_by_label("Drucken als").select_option("questions")
    page.get_by_role("button", name="Diese Auswahl drucken").click()
    expect(page.locator("html[data-paper=questions]")).to_have_count(1)
    page.emulate_media(media="print")
    assert _ids(page) == chosen
    expect(page.locator(".gp-answer:visible, main :is(label, select):visible")).to_have_count(0)
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.locator("html[data-paper]")).to_have_count(0)


def test_the_paper_begins_with_the_first_question(visitor: Visit) -> None:
    """However many follow: nothing keeps them together on pages of their own, behind one for the heading."""
    visit = visitor()
    visit.before("window.print = () => {}")
    page = visit.open(PAGE)
    heading = len(
        "Fragenkatalog" + page.locator(".gp-count").inner_text() + page.locator(".gp-finder__paper").inner_text()
    )
    assert letters(page.pdf(format="A4", page_ranges="1")) > 2 * heading
    page.get_by_label("Drucken als").select_option("questions")
    page.get_by_role("button", name="Diese Auswahl drucken").click()
    expect(page.locator("html[data-paper=questions]")).to_have_count(1)
    assert letters(page.pdf(format="A4", page_ranges="1")) > 2 * heading


def test_without_javascript_every_page_of_questions_is_there_by_topic(visitor: Visit) -> None:
    """Nothing that needs a script shows; every page that is named has questions of its topic."""
    page = visitor(java_script_enabled=False).page
    page.goto(PAGE)
    expect(page.locator("form")).to_have_count(2)  # The site's search is the other one.
    expect(page.locator("form:visible, main button:visible")).to_have_count(0)
    contents = page.get_by_role("navigation", name="Themengebiete")
    named = contents.evaluate("""(nav) => [...nav.querySelectorAll("h2")].flatMap((topic) =>
      [...topic.nextElementSibling.querySelectorAll("a")].map(({ href }) => [topic.dataset.topic, href]))""")
    assert len({topic for topic, _ in named}) == contents.get_by_role("heading").count() > 1
    asked: dict[str, list[str]] = {}
    for topic, href in named:
        if href not in asked:
            page.goto(href)
            asked[href] = page.locator(".gp-question:visible").evaluate_all("(all) => all.map((q) => q.dataset.topic)")
        assert topic in asked[href]
    card = page.locator(".gp-question").first
    card.locator("summary").click()
    expect(card.locator(".gp-answer__text, .gp-solution").first).to_be_visible()
    page.goto(PAGE)
    page.get_by_text("Seiten zum Durcharbeiten").click()
    assert {link.evaluate("(link) => link.href") for link in page.locator(".gp-contents__pages a").all()} == set(asked)


def test_no_rule_of_accessibility_is_broken(visitor: Visit) -> None:
    """With something found and an answer open, and with nothing found."""
    axe = accessibility.AXE.read_text(encoding="utf-8")
    visit = visitor()
    page = visit.open(f"{PAGE}?art=term&suche=adresse")
    page.locator(f"{SHOWN} summary").first.click()
    page.get_by_text("Seiten zum Durcharbeiten").click()
    assert accessibility.in_both_settings(page, axe) == []
    assert accessibility.in_both_settings(visit.open(f"{PAGE}?suche=qqqq"), axe) == []


def test_the_page_never_scrolls_sideways(visitor: Visit) -> None:
    """Not even with the longest topic chosen."""
    page = visitor().open(PAGE)
    page.get_by_label("Themengebiet", exact=True).select_option(max(_values(page, "Themengebiet"), key=len))
    for size in (LAPTOP, PHONE, NARROW):
        resize(page, size)
        assert page.evaluate(_OVERFLOW) <= 0, size
