"""Questions are fetched from the pages of their files: once, when they are wanted, and what does not come is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from browser.conftest import Visit
from browser.standing import cards_on
from browser.visitor import Visitor
from playwright.sync_api import Page, Route, expect

CATALOGUE = "ueben/fragen/"
TODAY = "ueben/heute/"
CARD = ".gp-questions .gp-question"
SHOWN = f"{CARD}:visible"
QUESTIONS = re.compile(r"(?<!/ueben)/fragen/([^/]+/)*$|/ueben/fragen/[^/]+/$")
"""Addresses of pages of questions; the catalogue is none."""
_MEANT = re.compile(r"/fragen/|karten\.json|console: Failed to load resource")
_OF_THE_SAME_FILE = """() => {
  const cards = [...document.querySelectorAll(".gp-question")].map(({ dataset }) => dataset.card);
  return cards.slice(1).filter((id) => id.split("/")[0] === cards[0].split("/")[0]);
}"""


def _without_what_is_meant(visit: Visitor) -> Iterator[Visitor]:
    yield visit
    visit.complaints = [each for each in visit.complaints if not _MEANT.search(each)]


@pytest.fixture
def visit(visitor: Visit) -> Iterator[Visitor]:
    """Somebody whose network fails on purpose."""
    yield from _without_what_is_meant(visitor())


@pytest.fixture
def overhearing(visitor: Visit) -> Iterator[Visitor]:
    """The same, who hears of each request."""
    yield from _without_what_is_meant(visitor(overhears=True))


def _fetched(visit: Visitor) -> list[str]:
    """The pages of questions that were asked for."""
    return [url for url in visit.requests if QUESTIONS.search(url)]


# --- in the catalogue


def test_an_answer_is_fetched_when_it_is_opened(overhearing: Visitor) -> None:
    """Its page once, for all its questions; the keyboard stays where it was."""
    page = overhearing.open(f"{CATALOGUE}?art=open")
    assert _fetched(overhearing) == []
    summary = page.locator(f"{SHOWN} summary").first
    summary.press("Enter")
    expect(page.locator(f"{SHOWN} .gp-answer__text").first).to_be_visible()
    expect(summary).to_be_focused()
    assert len(_fetched(overhearing)) == 1
    same = page.evaluate(_OF_THE_SAME_FILE)
    assert len(same) > 1
    for id in same:
        page.locator(f'[data-card="{id}"] summary').click()
        expect(page.locator(f'[data-card="{id}"] .gp-answer__text')).to_be_visible()
    assert len(_fetched(overhearing)) == 1


def test_what_is_asked_beside_the_wording_comes_when_it_is_seen(overhearing: Visitor) -> None:
    """Options, gaps, steps; what lies further down waits."""
    page = overhearing.open(f"{CATALOGUE}?art=order")
    expect(page.locator(f"{SHOWN} [data-plain]").first).to_be_visible()
    page = overhearing.open(f"{CATALOGUE}?gebiet=Kommunikation+und+Service")
    before = _fetched(overhearing)
    last = page.locator(f"{SHOWN}[data-kind=phrase]").last
    expect(last.locator(".gp-question__situation")).to_have_count(0)
    last.scroll_into_view_if_needed()
    expect(last.locator(".gp-question__situation")).to_be_visible()
    assert len(_fetched(overhearing)) > len(before)


def test_an_answer_that_does_not_come_is_said_and_can_be_asked_for_again(visit: Visitor) -> None:
    page = visit.open(f"{CATALOGUE}?art=term")
    page.route(QUESTIONS, lambda route: route.abort())
    card = page.locator(SHOWN).first
    card.locator("summary").click()
    expect(card.get_by_role("status")).to_contain_text("Die Antwort lässt sich gerade nicht laden.")
    page.unroute(QUESTIONS)
    card.get_by_role("button", name="Noch einmal versuchen").press("Enter")
    expect(card.locator(".gp-answer__text")).to_be_visible()
    expect(card.locator("summary")).to_be_focused()


@pytest.mark.parametrize("by", ["visit", "link"])
def test_an_address_of_one_question_leads_to_it(visit: Visitor, by: str) -> None:
    """Its answer is open, also when the page is open already."""
    page = visit.open(CATALOGUE)
    id = page.locator(CARD).last.get_attribute("data-card") or ""
    anchor = f"frage-{id.replace('/', '--')}"
    if by == "visit":
        page.goto("about:blank")
        page = visit.open(f"{CATALOGUE}#{anchor}")
    else:
        page.evaluate("(anchor) => { location.hash = anchor; }", anchor)
    card = page.locator(f'[data-card="{id}"]')
    expect(card.locator(".gp-answer__text, .gp-solution").first).to_be_visible()
    expect(card.locator("h3")).to_be_in_viewport()


def test_an_address_of_a_topic_leads_to_it(visit: Visitor) -> None:
    page = visit.open(CATALOGUE)
    anchor = page.locator(".gp-topic__title").last.get_attribute("id")
    page.goto("about:blank")
    page = visit.open(f"{CATALOGUE}#{anchor}")
    expect(page.locator(".gp-topic__title").last).to_be_in_viewport()


def test_printing_fetches_first_and_names_what_is_lacking(visit: Visitor) -> None:
    visit.before("window.printed = 0; window.print = () => { window.printed += 1; }")
    visit.page.route(QUESTIONS, lambda route: route.abort())
    page = visit.open(f"{CATALOGUE}?art=phrase")
    page.get_by_role("button", name="Diese Auswahl drucken").press("Enter")
    expect(page.get_by_text(re.compile("Fragen fehlen, denn"))).to_be_visible()
    assert page.evaluate("() => window.printed") == 0
    page.unroute(QUESTIONS)
    page.get_by_role("button", name="Noch einmal versuchen").press("Enter")
    page.wait_for_function("() => window.printed === 1")
    expect(page.locator("[data-pending]")).to_have_count(0)
    expect(page.get_by_role("button", name="Diese Auswahl drucken")).to_be_focused()


def test_the_browsers_own_printing_says_what_it_leaves_out(visit: Visitor) -> None:
    """It cannot wait: the paper has the questions, the answers that are there, and where to find the rest."""
    page = visit.open(f"{CATALOGUE}?art=open")
    page.locator(f"{SHOWN} summary").first.click()
    expect(page.locator(f"{SHOWN} .gp-answer__text")).to_have_count(1)
    count = page.locator(SHOWN).count()
    page.emulate_media(media="print")
    expect(page.get_by_text("Gedruckt sind nur die Antworten, die schon geladen waren.")).to_be_visible()
    expect(page.locator(f"{CARD}:visible")).to_have_count(count)
    expect(page.locator(f"{CARD} .gp-answer:visible")).to_have_count(1)


def test_a_list_of_very_many_is_put_into_the_page_piece_by_piece(visit: Visitor) -> None:
    """All of it is there in the end, and found by what is typed."""
    rows = [[f"frage-{number}", f"Frage {number}?", 0, 0, 0] for number in range(2000)]
    asking = {"file": "viele", "title": "Viele", "page": "x/", "place": "x/#frage-", "taught": "", "cards": rows}
    kinds = [["open", "Offene Frage", "Antwort zeigen", False]]
    index = {"version": 1, "topics": ["Netz"], "kinds": kinds, "difficulties": [""], "pages": [asking]}
    visit.page.route("**/karten.json", lambda route: route.fulfill(json=index))
    page = visit.open(CATALOGUE)
    expect(page.locator(CARD)).to_have_count(2000)
    expect(page.locator(".gp-topic__count")).to_have_text("2000")
    assert page.locator(CARD).last.evaluate("(card) => getComputedStyle(card).contentVisibility") == "auto"
    page.get_by_role("searchbox", name="Suche in den Fragen").fill("Frage 1999")
    expect(page.locator(CARD)).to_have_count(1)


# --- for a round


def _begin(page: Page) -> None:
    page.get_by_role("button", name="Los geht’s").click()


def _pages_of_round(page: Page) -> list[str]:
    """The pages whose questions the round asks."""
    by_id = {card["id"]: card["page"] for card in cards_on(page)}
    asked = page.locator(".gp-questions .gp-question").evaluate_all("(all) => all.map(({ dataset }) => dataset.card)")
    return list(dict.fromkeys(by_id[id] for id in asked))


def test_each_page_is_fetched_once_a_visit_and_none_before_it_is_needed(overhearing: Visitor) -> None:
    page = overhearing.open(TODAY)
    page.wait_for_load_state("networkidle")
    assert _fetched(overhearing) == []
    _begin(page)
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 10")
    pages = _pages_of_round(page)
    fetched = [url.removeprefix(overhearing.site.url) for url in _fetched(overhearing)]
    assert sorted(fetched) == sorted(pages)
    page.get_by_role("button", name="Beenden").click()
    _begin(page)
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 10")
    assert len(_fetched(overhearing)) == len(fetched)


def test_a_fetched_question_is_at_home(visit: Visitor) -> None:
    """No id twice, headings in their order, links lead where they led."""
    page = visit.open(TODAY)
    _begin(page)
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 10")
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    assert page.locator(".gp-questions h3").count() == page.locator(".gp-question").count() == 10
    expect(page.locator(".gp-question > h3 + .gp-question__topic")).to_have_count(10)
    expect(page.locator("[data-pending]")).to_have_count(0)
    for href in page.locator(".gp-question a").evaluate_all("(all) => all.map(({ href }) => href)"):
        assert page.request.get(href).ok, href


def test_a_page_that_fails_is_named_and_the_round_goes_on(visit: Visitor) -> None:
    """What was lacking is fetched by another try, and asked at the end."""
    page = visit.open(TODAY)
    _begin(page)
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 10")
    lost = _pages_of_round(page)[1]
    page = visit.open(TODAY)
    page.route(f"**/{lost}", lambda route: route.abort())
    _begin(page)
    notice = page.get_by_role("status").filter(has_text="fehl")
    expect(notice).to_contain_text("nicht laden: „")
    place = page.locator(".gp-quiz__place")
    expect(place).to_have_text(re.compile(r"Frage 1 von [1-9]$"))
    expect(page.locator(".gp-question:visible")).to_have_count(1)
    page.unroute(f"**/{lost}")
    page.get_by_role("button", name="Noch einmal versuchen").press("Enter")
    expect(page.get_by_text("Die fehlenden Fragen sind da.")).to_be_focused()
    expect(place).to_have_text("Frage 1 von 10")
    for number in range(2, 11):
        page.keyboard.press("n")
        expect(place).to_have_text(f"Frage {number} von 10")
        expect(page.locator(".gp-question:visible")).to_have_count(1)


def test_where_no_page_comes_nothing_begins_and_one_can_try_again(visit: Visitor) -> None:
    page = visit.open(TODAY)
    page.route(QUESTIONS, lambda route: route.abort())
    _begin(page)
    expect(page.get_by_text("10 Fragen fehlen")).to_be_visible()
    expect(page.get_by_role("button", name="Los geht’s")).to_be_visible()
    page.unroute(QUESTIONS)
    page.get_by_role("button", name="Noch einmal versuchen").click()
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 10")
    expect(page.locator(".gp-current h3")).to_be_focused()


def test_a_slow_network_is_said_and_need_not_be_waited_for(visit: Visitor) -> None:
    """The keyboard goes back to where it was."""
    page = visit.open(TODAY)
    held: list[Route] = []
    page.route(QUESTIONS, lambda route: held.append(route))
    _begin(page)
    expect(page.get_by_text("Die Fragen werden geladen")).to_be_visible()
    page.get_by_role("button", name="Abbrechen").press("Enter")
    expect(page.get_by_role("button", name="Los geht’s")).to_be_focused()
    expect(page.get_by_text("Die Fragen werden geladen")).to_be_hidden()
    for route in held:
        route.continue_()
    page.unroute(QUESTIONS)
    _begin(page)
    expect(page.locator(".gp-quiz__place")).to_have_text("Frage 1 von 10")


@pytest.mark.parametrize("address", [TODAY, CATALOGUE, "ueben/stand/"])
def test_without_the_index_it_is_said_and_one_can_try_again(visit: Visitor, address: str) -> None:
    visit.page.route("**/karten.json", lambda route: route.abort())
    page = visit.open(address)
    expect(page.get_by_text("Die Liste der Karten lässt sich gerade nicht laden.")).to_be_visible()
    expect(page.get_by_text("JavaScript")).to_be_hidden()
    page.unroute("**/karten.json")
    page.get_by_role("button", name="Noch einmal versuchen").click()
    expect(page.locator(".gp-today__title, .gp-question, .gp-standing__head").first).to_be_visible()
    expect(page.get_by_text("Die Liste der Karten")).to_be_hidden()
    assert page.evaluate("() => document.activeElement?.closest('main') !== null")
