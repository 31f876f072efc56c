"""What surrounds every page: the search, and the switch between light and dark."""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path

import pytest
from browser.conftest import Visit
from browser.visitor import PHONE, opened, reloaded, wait_until
from browser.website import Website, serving
from playwright.sync_api import Browser, Page, expect

STUDY = "fallstudien/service-recovery/"
_FORBID_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("forbidden", "SecurityError"); },
});"""
_READ = """localStorage.setItem(
  "generalprobe:/:ticks:case-studies/read", '{"version":1,"marks":[["service-recovery",5,1]]}');"""
_FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def _search(page: Page, text: str) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.insert_text(text)  # At once: there are no results of the first letters.
    expect(page.locator("[data-count]")).to_have_text(re.compile("Treffer|Nichts"))


_SECTION_READ = """() => [...document.querySelectorAll(".gp-toc a")]
  .map(({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1))))
  .filter((each) => each?.checkVisibility())
  .findLast((each) => each.getBoundingClientRect().top <= innerHeight / 3)?.id ?? "" """
_ANCHORS = "(all) => all.map(({ hash }) => decodeURIComponent(hash.slice(1))).join()"


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without"])
def test_the_page_of_errors_has_its_looks_wherever_the_site_lies(
    tmp_path: Path, site: Website, chromium: Browser, javascript: bool
) -> None:
    """Built for the root of a host and copied below it; a script finds where that is, for the links."""
    (tmp_path / "kurs").symlink_to(site.folder)
    (tmp_path / "404.html").symlink_to(site.folder / "404.html")
    with serving(tmp_path) as host:
        page = chromium.new_page(java_script_enabled=javascript)
        page.goto(f"{host.url}kurs/gibt/es/nicht/")
        title = page.get_by_role("heading", name="Diese Seite steht nicht im Programm")
        expect(title).to_be_visible()
        expect(page.locator(".gp-skip")).to_have_css("position", "absolute")
        if javascript:
            expect(page.get_by_role("link", name="Alle Fallstudien")).to_have_attribute("href", "/kurs/fallstudien/")
            page.wait_for_load_state("networkidle")
            _search(page, "Ticket")
            page.get_by_role("button", name="Suche schließen").click()
            page.get_by_role("link", name="Startseite").click()
            expect(page).to_have_url(f"{host.url}kurs/")
        page.close()


def test_the_search_finds_a_slide_and_goes_there(visitor: Visit) -> None:
    """Typed, chosen with the arrow keys, opened with Enter: the slide with that headline stands on the screen."""
    page = visitor().open()
    _search(page, "Leiter Vertrieb")
    wanted = page.locator(f".gp-search__results a[href$='/{STUDY}#folie-umsetzung-das-deeskalationsgespraech']")
    expect(wanted).to_have_count(1)
    while not wanted.evaluate("(link) => link === document.activeElement"):
        before = page.evaluate("() => document.activeElement.outerHTML")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("() => document.activeElement.outerHTML") != before, "the arrow keys do not get there"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/{STUDY}#folie-umsetzung-das-deeskalationsgespraech$"))
    expect(page.get_by_role("heading", name="Persönliches Gespräch mit dem Leiter Vertrieb")).to_be_in_viewport()


def test_a_slide_is_found_by_its_number_too(visitor: Visit) -> None:
    """Older links name the number: the slide stands on the screen, and nothing is read out or listed twice."""
    page = visitor().open(f"{STUDY}#folie-5")
    heading = page.get_by_role("heading", name="Folie 5: Umsetzung: das Deeskalationsgespräch")
    expect(heading).to_have_count(1)
    expect(heading).to_be_in_viewport()
    assert heading.evaluate("(each) => each.getBoundingClientRect().top") < 120
    assert page.locator(".gp-anchors").evaluate_all("(all) => all.every((each) => each.offsetHeight === 0)")


def test_enter_in_the_search_goes_to_the_first_result(visitor: Visit) -> None:
    """The best result needs no arrow key."""
    page = visitor().open()
    _search(page, "Eskalationsmatrix")
    first = page.locator(".gp-search__results a").first.get_attribute("href")
    assert first
    page.keyboard.press("Enter")
    expect(page).to_have_url(first)


@pytest.mark.parametrize("text", ["", "lernen/kundenkommunikation/", "gibt/es/nicht/"])
def test_the_search_works_from_any_depth(visitor: Visit, text: str) -> None:
    """Results lead to the right place from the start page, from deep down and from a missing page."""
    visit = visitor()
    page = visit.open(text)
    _search(page, "Eskalationsmatrix")
    before = page.url
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != before)
    expect(page).to_have_url(re.compile(r"/(fallstudien|lernen)/"))
    expect(page.locator("main h1")).to_be_visible()
    visit.complaints[:] = [each for each in visit.complaints if "gibt/es/nicht" not in each]


def test_the_search_says_when_there_is_nothing(visitor: Visit) -> None:
    """Escape empties the query, then closes the dialog and gives the focus back to its button."""
    page = visitor().open()
    page.get_by_role("button", name=re.compile("^Suche")).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("xylophonkonzert")
    expect(page.locator("[data-count]")).to_have_text("Nichts gefunden.")
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox")).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name=re.compile("^Suche"))).to_be_focused()


def test_the_search_survives_what_is_no_word(visitor: Visit) -> None:
    """Operators of the search engine and markup are just text to it: after each, another word is found."""
    page = visitor().open()
    page.keyboard.press("Control+k")
    odd = ["title:", "+-", "*", "foo^", "~1", "text:x~", "(", '"', "<img src=x onerror=alert(1)>"]
    for query, word in zip(odd, cycle(["Eskalation", "Kennwort"])):
        page.keyboard.press("Control+a")
        page.keyboard.type(query)
        page.keyboard.press("Control+a")
        page.keyboard.type(word)
        expect(page.locator(".gp-search__results a").first).to_contain_text(word, ignore_case=True)


def test_results_of_one_kind_and_more_of_them(visitor: Visit) -> None:
    """The choice has a name, acts at once and stays while one types on; what comes next has the keyboard."""
    page = visitor().open()
    _search(page, "Kennwort")
    links = page.locator(".gp-search__results a")
    before = links.count()
    more = page.get_by_role("button", name="Weitere Treffer")
    more.focus()
    page.keyboard.press("Enter")
    expect(links.nth(before)).to_be_focused()
    page.get_by_role("combobox", name="Nur in").select_option("Trainerhandbuch")
    expect(page.locator(".gp-search__results a:not([href*='/trainer/'])")).to_have_count(0)
    expect(more).to_be_hidden()
    page.get_by_role("searchbox").fill("Prüfregeln")
    expect(links.first).to_have_attribute("href", re.compile("/trainer/"))


def test_a_term_of_the_glossary_stands_first(visitor: Visit) -> None:
    """Whatever else has the word more often, also when it was mistyped; and it stands there once."""
    page = visitor().open()
    for typed in ("Incident", "(incident)", "Inicdent"):
        page.keyboard.press("Control+k")
        page.keyboard.type(typed)
        first = page.locator(".gp-search__results a").first
        expect(first).to_have_attribute("href", re.compile("nachschlagen/glossar/#begriff-incident$"))
        expect(first.locator(".gp-search__page")).to_have_text("Glossar")
        expect(page.locator(".gp-search__results a[href$='#begriff-incident']")).to_have_count(1)


def test_a_search_that_is_not_there_says_so_and_comes_when_it_is(visitor: Visit) -> None:
    """As in the first seconds of a preview."""
    visit = visitor()
    visit.context.route("**/pagefind/words.txt", lambda route: route.fulfill(status=404))
    page = visit.open()
    page.keyboard.press("Control+k")
    page.keyboard.type("Ticket")
    expect(page.locator("[data-count]")).to_have_text(re.compile("Die Suche ist gerade nicht da"))
    visit.context.unroute("**/pagefind/words.txt")
    page.keyboard.type("s")
    expect(page.locator(".gp-search__results a").first).to_be_visible()
    visit.complaints[:] = [each for each in visit.complaints if "404" not in each]


def test_nothing_of_the_search_is_loaded_before_it_is_opened(visitor: Visit) -> None:
    """And what one search loads is little."""
    visit = visitor(overhears=True)
    page = visit.open("impressum/")
    page.wait_for_load_state("networkidle")
    ours = ("/pagefind/", "frame/finding.mjs", "frame/hits.mjs", "frame/words.mjs")
    assert [url for url in visit.requests if any(part in url for part in ours)] == []
    _search(page, "Ticket")
    assert [url for url in visit.requests if "/pagefind/" in url and "worker" in url] == []


def _background(page: Page) -> str:
    found: str = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    return found


_COLOUR_AROUND = """() => {
  const all = [...document.querySelectorAll('meta[name="theme-color"]')];
  const [{ content }] = all.filter(({ media }) => matchMedia(media).matches);
  return `rgb(${[1, 3, 5].map((at) => parseInt(content.slice(at, at + 2), 16)).join(", ")})`;
}"""
"""What the browser paints around the page."""


def test_the_choice_of_light_or_dark_is_remembered(visitor: Visit) -> None:
    """By keyboard, on other pages, after reloading; and the system decides again when that is chosen."""
    page = visitor(color_scheme="light").open()
    light = _background(page)
    switch = page.get_by_role("button", name=re.compile("^Farbschema"))
    switch.focus()
    page.keyboard.press("Enter")
    expect(switch).to_have_accessible_name("Farbschema: dunkel")
    dark = _background(page)
    assert dark != light
    reloaded(page)
    assert _background(page) == page.evaluate(_COLOUR_AROUND) == dark
    opened(page, "trainer/")
    assert _background(page) == dark
    page.get_by_role("button", name="Farbschema: dunkel").press("Enter")
    page.get_by_role("button", name="Farbschema: hell").press("Enter")
    expect(page.get_by_role("button", name="Farbschema: automatisch")).to_be_visible()
    assert page.evaluate(_COLOUR_AROUND) == light
    page.emulate_media(color_scheme="dark")
    assert _background(page) == page.evaluate(_COLOUR_AROUND) == dark


@pytest.mark.parametrize("storage", [_FORBID_STORAGE, _FULL_STORAGE], ids=["forbidden", "full"])
def test_without_storage_the_page_works_all_the_same(visitor: Visit, storage: str) -> None:
    """Only the memory of the choice is lost."""
    visit = visitor(color_scheme="light")
    visit.before(storage)
    page = visit.open(STUDY)
    page.get_by_role("button", name="Farbschema: automatisch").click()
    expect(page.get_by_role("button", name="Farbschema: dunkel")).to_be_visible()
    page.set_viewport_size(PHONE)
    page.get_by_role("button", name="Alle Sprechtexte öffnen").click()
    expect(page.locator(".gp-notes__text").first).to_be_visible()


def test_a_part_that_fails_is_a_warning_and_leaves_the_rest_alone(visitor: Visit) -> None:
    """The overview says what was rehearsed and what was read; nobody would notice that one of both is gone."""
    visit = visitor()
    visit.before(_READ)
    broken = "export const mount = () => { throw new Error('kaputt'); };"
    visit.context.route(
        "**/talk/rehearsed.mjs", lambda route: route.fulfill(body=broken, content_type="text/javascript")
    )
    page = visit.open("fallstudien/")
    expect(page.locator("[data-read]").filter(has_text="Gelesen", visible=True)).to_have_count(1)
    (complaint,) = visit.complaints
    assert complaint.startswith("console: Ein Teil der Seite bleibt ohne Skript: Error: kaputt")
    visit.complaints.clear()


def test_the_table_of_contents_marks_the_question_that_is_asked(visitor: Visit) -> None:
    """Also where the next one stands in the place of the last, and nothing scrolls."""
    page = visitor().open("fallstudien/service-recovery/fragen/")
    page.evaluate("() => scrollTo(0, 200)")
    marked = page.locator(".gp-toc a[aria-current]")
    for _ in range(3):
        page.locator(".gp-current summary").click()
        page.keyboard.press("3")
        wait_until(page, lambda: marked.evaluate_all(_ANCHORS), page.evaluate(_SECTION_READ))
