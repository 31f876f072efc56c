"""Terms are explained wherever they occur, and nothing else of a page changes; glossary and phrases to look up."""

from __future__ import annotations

import json
import re
from typing import Any, Literal

import pytest
from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.visitor import LAPTOP, PHONE, Visitor, resize, wait_until
from browser.website import BARE, Website
from playwright.sync_api import Locator, Page, Route, expect

TALK = "fallstudien/service-recovery/"
QUIZ = "fallstudien/service-recovery/fragen/"
GLOSSARY = "nachschlagen/glossar/"
PHRASES = "nachschlagen/formulierungen/"
TERMS = "nachschlagen/begriffe.json"
KINDS = (
    "",
    "fallstudien/service-recovery/",
    "fallstudien/service-recovery/fragen/",
    "lernen/eskalation/",
    "lernen/kundenkommunikation/",
    "lernen/thema-eingrenzen/",
    "nachschlagen/formulierungen/",
    "trainer/format/",
    "ueben/fragen/",
)
"""Pages of every kind that has text, but the glossary, which explains no term again."""
_MISPLACED = """(links) => links.filter((link) => link.parentElement.closest(`h1, h2, h3, h4, a,
  button, summary, label, nav, code, pre, .gp-slide__card, .gp-steps, .gp-options, .gp-pairs, .gp-solution,
  .gp-question__title, .gp-spoken`)
  || !link.closest("main") || (link.closest(".gp-question") && !link.closest(".gp-answer")))
  .map(({ outerHTML, parentElement }) => parentElement.className + outerHTML)"""
_TEXT = "() => document.querySelector('main').textContent.replace(/\\\\s+/g, ' ')"
_OPEN_ANSWERS = """async () => {
  const pause = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  document.querySelectorAll("main details").forEach((each) => { each.open = true; });
  do await pause(); while (document.querySelector("[data-pending]"));
}"""
_UNFOLD = "() => document.querySelectorAll('.gp-metadata-more').forEach((each) => { each.open = true; })"
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# What a page fetches when it finds the time was asked for before this is.
_FETCH_LAST = """async (last) => {
  await new Promise((idle) => requestIdleCallback(idle));
  await fetch(last);
}"""
_PLACES = """(phrases) => phrases.map((phrase) => ["bad", "better"].map((name) => {
  const place = phrase.querySelector(`.gp-phrase__${name}`);
  const { left, top, right, bottom } = place.getBoundingClientRect();
  return { said: place.textContent, left, top, right, bottom };
}))"""
_INSIDE = """(tip) => { const { left, top, right, bottom } = tip.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight; }"""


def _open(visit: Visitor, address: str) -> Page:
    """Go to a page and wait until the terms are marked."""
    page = visit.open(address)
    page.locator(".gp-tip").wait_for(state="attached")
    return page


def _marked(page: Page) -> Locator:
    """The words that are marked outside of answers and notes, with the rest of what a talk is about unfolded."""
    page.evaluate(_UNFOLD)
    words = page.locator("a.gp-term:visible")
    expect(words.first).to_be_visible()
    return words


def _tip(page: Page) -> Locator:
    return page.get_by_role("tooltip")


@pytest.fixture
def page(visitor: Visit) -> Page:
    return _open(visitor(), TALK)


def test_the_first_occurrence_of_a_term_leads_to_its_entry(page: Page, site: Website) -> None:
    """No term is marked twice, and the entry that it leads to stands out."""
    terms = json.loads((site.folder / TERMS).read_text(encoding="utf-8"))
    page.evaluate(_OPEN_ANSWERS)
    links = _marked(page).evaluate_all("(all) => all.map((each) => [each.textContent, each.hash])")
    assert len({hash for _, hash in links}) == len(links) >= 1
    for text, hash in links:
        term = next(term for term in terms if term["href"].endswith(hash))
        assert any(text.startswith(form) for form in term["forms"])
    _marked(page).first.click()
    expect(page).to_have_url(re.compile(f"{GLOSSARY}{links[0][1]}$"))
    entry = page.locator(".gp-terms__entry", has=page.locator(links[0][1]))
    expect(entry).to_be_in_viewport()
    assert entry.evaluate("(each) => getComputedStyle(each).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_a_tip_is_shown_on_hover_and_stays_while_it_is_hovered(page: Page) -> None:
    """It goes with the mouse, or by Escape."""
    word = _marked(page).first
    word.hover()
    expect(_tip(page)).to_be_visible()
    expect(word).to_have_attribute("aria-describedby", "gp-tip")
    _tip(page).hover()
    page.wait_for_timeout(600)
    expect(_tip(page)).to_be_visible()
    page.locator("h1").hover()
    expect(_tip(page)).to_be_hidden()
    assert word.get_attribute("aria-describedby") is None
    word.hover()
    expect(_tip(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_tip(page)).to_be_hidden()


def test_a_link_in_the_tip_leads_to_the_glossary(page: Page) -> None:
    """For the mouse; the keyboard has the word itself."""
    _marked(page).first.hover()
    more = page.locator(".gp-tip").get_by_role("link", name="Im Glossar")
    more.click()
    expect(page).to_have_url(re.compile(f"{GLOSSARY}#begriff-"))


def test_a_tip_is_shown_on_focus(page: Page, site: Website) -> None:
    """It says what the term means, goes by Escape or by going on, and Enter leads to the entry."""
    terms = json.loads((site.folder / TERMS).read_text(encoding="utf-8"))
    word = _marked(page).first
    hash = word.evaluate("(link) => link.hash")
    meaning = next(term["meaning"] for term in terms if term["href"].endswith(hash))
    word.focus()
    expect(_tip(page)).to_have_text(meaning)
    expect(word).to_have_accessible_description(meaning)
    page.keyboard.press("Escape")
    expect(_tip(page)).to_be_hidden()
    expect(word).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(_tip(page)).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("() => !document.activeElement.closest('.gp-tip')")
    word.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{GLOSSARY}{hash}$"))


def test_a_finger_sees_the_tip_first_and_follows_with_the_second_tap(visitor: Visit) -> None:
    """A tap beside it closes it."""
    page = _open(visitor(viewport=PHONE, has_touch=True, is_mobile=True), TALK)
    word = _marked(page).first
    word.tap()
    expect(_tip(page)).to_be_visible()
    expect(page).to_have_url(re.compile(f"{TALK}$"))
    page.locator("h1").tap()
    expect(_tip(page)).to_be_hidden()
    word.tap()
    expect(_tip(page)).to_be_visible()
    word.tap()
    expect(page).to_have_url(re.compile(f"{GLOSSARY}#begriff-"))
    page.go_back()
    _marked(page).first.tap()
    page.locator(".gp-tip").get_by_role("link", name="Im Glossar").tap()
    expect(page).to_have_url(re.compile(f"{GLOSSARY}#begriff-"))


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_every_tip_stays_inside_the_window(visitor: Visit, size: dict[str, Any]) -> None:
    """Wherever its word stands, also at the upper and the lower edge; the page never gets wider."""
    page = _open(visitor(viewport=size), TALK)
    page.evaluate(_OPEN_ANSWERS)
    for word in _marked(page).all():
        for block in ("start", "end"):
            word.evaluate("(each, block) => { each.blur(); each.scrollIntoView({ block }); }", block)
            word.evaluate("(each) => each.focus({ preventScroll: true })")
            expect(_tip(page)).to_be_visible()
            assert _tip(page).locator("..").evaluate(_INSIDE)
            assert page.evaluate("() => document.scrollingElement.scrollWidth") <= size["width"]


def test_only_running_text_is_marked_and_no_text_changes(visitor: Visit) -> None:
    """On every kind of page, with everything unfolded: headings, links, slides and questions are left alone.

    The terms come when the page has been read without them.
    """
    visit = visitor()
    held: list[Route] = []
    visit.page.route(f"**/{TERMS}", lambda route: held.append(route))
    misplaced, changed, count = {}, [], 0
    for address in KINDS:
        page = visit.open(address)
        page.evaluate(_OPEN_ANSWERS)
        before = page.evaluate(_TEXT)
        wait_until(page, lambda: len(held), 1)
        held.pop().continue_()
        page.locator(".gp-tip").wait_for(state="attached")
        if page.evaluate(_TEXT) != before:
            changed.append(address)
        links = page.locator("a.gp-term")
        count += links.count()
        if found := links.evaluate_all(_MISPLACED):
            misplaced[address] = found
    assert misplaced == {}
    assert changed == []
    assert count > 10


def test_an_answer_is_marked_when_it_is_opened(visitor: Visit) -> None:
    """Each answer for itself: it is read without the ones before it."""
    page = _open(visitor(), "ueben/fragen/?art=open")
    text = page.locator(".gp-answer__text > p", has_text=re.compile(r"(?<![\w-])Incidents?(?!\w)"))
    expect(page.locator(".gp-answer a.gp-term")).to_have_count(0)
    page.evaluate(_OPEN_ANSWERS)
    answers = page.locator(".gp-questions .gp-question:visible .gp-answer", has=text)
    assert answers.count() >= 2
    for answer in answers.all():
        expect(answer.locator("a.gp-term[href$='#begriff-incident']")).to_have_count(1)


@pytest.mark.parametrize("answer", ["kaputt", "{}", "[{}]"])
def test_terms_that_cannot_be_read_cost_nothing(visitor: Visit, answer: str) -> None:
    """The page is as it was, and nobody complains."""
    visit = visitor()
    visit.context.route(f"**/{TERMS}", lambda route: route.fulfill(body=answer))
    with visit.page.expect_event("requestfinished", lambda request: request.url.endswith(TERMS)):
        page = visit.open(TALK)
    expect(page.locator("a.gp-term, .gp-tip")).to_have_count(0)


def test_without_javascript_words_are_words(visitor: Visit) -> None:
    """And the glossary is two links away."""
    page = visitor(java_script_enabled=False).page
    page.goto(TALK)
    expect(page.locator(".gp-term, .gp-tip")).to_have_count(0)
    page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Nachschlagen").click()
    page.get_by_role("main").get_by_role("link", name="Glossar").click()
    expect(page.get_by_role("heading", level=1, name="Glossar")).to_be_visible()


def test_paper_knows_no_tips(page: Page) -> None:
    """A marked word is printed like any other."""
    word = _marked(page).first
    word.focus()
    expect(_tip(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(_tip(page)).to_be_hidden()
    assert word.evaluate("(each) => getComputedStyle(each).textDecorationLine") == "none"
    assert word.evaluate("(each) => getComputedStyle(each, '::after').content") in ("none", "normal")


def _violations(page: Page) -> list[str]:
    """On a phone, in light and in the dark."""
    found = []
    for scheme in _SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found += accessibility._violations(page, accessibility.AXE.read_text(encoding="utf-8"))
    return found


def test_no_rule_of_accessibility_is_broken(visitor: Visit) -> None:
    """With an explanation shown, and with an entry and a phrase that the address points at."""
    visit = visitor(viewport=PHONE)
    page = _open(visit, TALK)
    _marked(page).first.focus()
    expect(_tip(page)).to_be_visible()
    assert _violations(page) == []
    for address, entry in ((GLOSSARY, ".gp-terms__name"), (PHRASES, ".gp-phrase__situation")):
        id = visit.open(address).locator(entry).nth(1).get_attribute("id")
        page.evaluate("(id) => { location.hash = id; }", id)
        expect(page.locator(":target")).to_be_in_viewport()
        assert _violations(page) == []


def test_the_glossary_explains_no_term_again(visitor: Visit) -> None:
    """It does not even ask for the terms; letters lead to their entries, entries to each other."""
    visit = visitor(overhears=True)
    page = visit.open(GLOSSARY)
    page.evaluate(_FETCH_LAST, f"/{BARE}")
    wait_until(page, lambda: any(url.endswith(BARE) for url in visit.requests), True)
    assert not any(url.endswith(TERMS) for url in visit.requests)
    expect(page.locator("a.gp-term")).to_have_count(0)
    letter = page.get_by_role("navigation", name="Anfangsbuchstaben").get_by_role("link").last
    letter.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"h2{letter.get_attribute('href')}")).to_be_in_viewport()
    other = page.locator(".gp-terms__entry a[href^='#begriff-']").first
    other.click()
    expect(page.locator(".gp-terms__entry:has(:target) .gp-terms__name")).to_have_text(
        re.compile(f"^{re.escape(other.inner_text())}")
    )


def test_the_search_finds_a_term_where_it_stands(visitor: Visit) -> None:
    """Not just the page or the letter."""
    page = visitor().open()
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").first.fill("Autorisierung")
    link = page.locator(f".gp-search__results a[href$='{GLOSSARY}#begriff-autorisierung']")
    expect(link).to_be_visible()


def test_phrases_stand_side_by_side_where_there_is_room(visitor: Visit) -> None:
    """Else one above the other; what is what is said in words."""
    page = visitor().open(PHRASES)
    for size, beside in ((LAPTOP, True), (PHONE, False)):
        resize(page, size)
        phrases = page.locator(".gp-phrase").evaluate_all(_PLACES)
        assert len(phrases) > 10
        for bad, better in phrases:
            assert "So nicht" in bad["said"]
            assert "Besser so" in better["said"]
            assert (better["left"] >= bad["right"]) is beside
            assert (better["top"] >= bad["bottom"]) is not beside
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("address", [GLOSSARY, PHRASES])
def test_what_one_looks_up_can_be_printed(visitor: Visit, address: str) -> None:
    """Every entry, none cut off, without what only works on a screen."""
    page = visitor(viewport={"width": 658, "height": 1000}).open(address)
    entries = page.locator(".gp-terms__entry, .gp-phrase")
    count = entries.count()
    page.emulate_media(media="print")
    expect(page.locator(":is(.gp-terms__entry, .gp-phrase):visible")).to_have_count(count)
    expect(page.locator("main nav:visible, main button:visible")).to_have_count(0)
    assert page.evaluate("() => document.scrollingElement.scrollWidth") <= 658
