"""Without JavaScript every text is there, every fold opens, and the navigation can be reached."""

from __future__ import annotations

import pytest
from browser.conftest import Visit
from browser.visitor import LAPTOP, NARROW, PHONE
from browser.website import LAYOUTS, Website
from copies import ROOT
from playwright.sync_api import Locator, Page, expect

from generalprobe.format.case_study import CaseStudy
from generalprobe.reading.loading import load_file
from generalprobe.reading.project import Entry

DATA = {
    "service-recovery": ROOT / "data" / "case-studies" / "service-recovery.yml",
    "alle-artefakte": ROOT / "tests" / "browser" / "data" / "alle-artefakte.yml",
}


def _study(id: str) -> CaseStudy:
    entry = load_file(DATA[id], CaseStudy, ROOT)
    assert isinstance(entry, Entry)
    return entry.model


def _open(visitor: Visit, address: str, **options: object) -> Page:
    page = visitor(java_script_enabled=False, **options).page
    page.goto(address)
    return page


def _is_beside(slide: Locator) -> bool:
    """Whether what is said stands to the right of what is seen, and not below it."""
    seen, said = (slide.locator(place).bounding_box() for place in (".gp-slide__card", ".gp-notes__text"))
    assert seen
    assert said
    return said["x"] >= seen["x"] + seen["width"]


@pytest.mark.parametrize("id", DATA)
def test_slides_and_notes_can_be_read(visitor: Visit, id: str) -> None:
    """Each headline stands there; each speaker note beside its slide, or by a click below it where that has no room."""
    page = _open(visitor, f"fallstudien/{id}/")
    for size in (LAPTOP, NARROW):
        page.set_viewport_size(size)
        _read_through(page, _study(id), folded=size == NARROW)


def _read_through(page: Page, study: CaseStudy, *, folded: bool) -> None:
    slides = page.locator(".gp-slide")
    expect(slides).to_have_count(len(study.slides))
    for number, slide in enumerate(study.slides):
        card = slides.nth(number)
        expect(card.locator(".gp-slide__headline")).to_be_visible()
        expect(card.locator(".gp-slide__headline")).to_have_text(slide.headline)
        expect(card.locator(".gp-slide__bullets > li:visible")).to_have_count(len(slide.bullets))
        expect(card.locator(".gp-artifact:visible")).to_have_count(1 if slide.artifact else 0)
        if slide.notes:
            if folded:
                card.locator(".gp-notes > summary").click()
            expect(card.locator(".gp-notes__text")).to_be_visible()
            assert _is_beside(card) != folded


@pytest.mark.parametrize("id", DATA)
def test_answers_open(visitor: Visit, id: str) -> None:
    """Each question shows its answer by a click."""
    page = _open(visitor, f"fallstudien/{id}/fragen/")
    questions = page.locator(".gp-question")
    expect(questions).to_have_count(len(_study(id).questions))
    for question in questions.all():
        expect(question.locator(".gp-answer__text")).to_be_hidden()
        question.locator("summary").click()
        expect(question.locator(".gp-answer__text")).to_be_visible()


def test_a_diagram_is_seen_and_can_be_read_as_text(visitor: Visit) -> None:
    """The drawing stands in the page; below it, its source."""
    page = _open(visitor, "fallstudien/alle-artefakte/")
    expect(page.locator(".gp-drawing > svg")).to_be_visible()
    page.get_by_text("Diagramm als Text").click()
    expect(page.locator("pre.gp-diagram")).to_be_visible()
    expect(page.locator("pre.gp-diagram")).to_contain_text('gateway --> pruefung{"Zertifikat gültig?"}')
    expect(page.locator("figcaption").get_by_text("Das Gateway prüft das Zertifikat, bevor")).to_be_visible()


def test_nothing_shows_that_needs_a_script(visitor: Visit) -> None:
    """No filter, no search, no switch, no menu button, no „Alle öffnen“."""
    for address in ("fallstudien/", "fallstudien/service-recovery/fragen/"):
        page = _open(visitor, address)
        expect(page.locator(".gp-filter")).to_be_hidden()
        expect(page.get_by_role("button")).to_have_count(0)
    expect(_open(visitor, "fallstudien/").locator(".gp-tile:visible")).to_have_count(3)


def test_the_navigation_is_there_at_every_width(visitor: Visit) -> None:
    """All of it can be seen and clicked, and the page does not scroll sideways for it."""
    page = _open(visitor, "")
    for size in (LAPTOP, PHONE, NARROW):
        page.set_viewport_size(size)
        links = page.get_by_role("navigation", name="Hauptnavigation").get_by_role("link")
        expect(links.filter(visible=True)).to_have_count(6)
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= size["width"]
        links.last.click()
        expect(page.locator("h1")).to_be_visible()


def test_wide_tables_scroll_by_themselves(visitor: Visit) -> None:
    """No layout scrolls sideways on the narrowest phone, scripts or not."""
    page = _open(visitor, "", viewport=NARROW)
    wide = {}
    for address in LAYOUTS:
        page.goto(address)
        if (width := page.evaluate("() => document.scrollingElement.scrollWidth")) > NARROW["width"]:
            wide[address] = width
    assert wide == {}


def test_pages_opened_from_a_disk_are_styled_lead_on_and_say_what_needs_a_server(visitor: Visit, site: Website) -> None:
    """Without a server there are no modules, and a folder's address leads to a list of its files."""
    guest = visitor()
    page = guest.page
    page.goto((site.folder / "404.html").as_uri())
    page.get_by_role("link", name="Startseite").click()
    expect(page).to_have_url((site.folder / "index.html").as_uri())
    expect(page.locator("main > p").first).to_contain_text("brauchen einen Webserver")
    page.get_by_role("link", name="Fallstudien ansehen").click()
    expect(page.get_by_role("searchbox")).to_have_count(0)
    page.goto((site.folder / "fallstudien" / "service-recovery" / "fragen" / "index.html").as_uri())
    page.locator(".gp-question summary").first.click()
    expect(page.locator(".gp-answer__text").first).to_be_visible()
    page.get_by_role("link", name="Zurück zur Fallstudie").click()
    expect(page.locator("h1")).to_contain_text("Service Recovery")
    expect(page.locator(".gp-header")).to_have_css("border-bottom-style", "solid")
    guest.complaints[:] = [each for each in guest.complaints if "(on file:" not in each]  # Of modules, all of them.
