"""The overview of case studies and its filter, by keyboard and by address."""

from __future__ import annotations

import re

import pytest
from browser.conftest import Visit
from playwright.sync_api import Page, expect

CARDS = ".gp-tile:visible"
COMMUNICATION = "Service Recovery nach einem Mailausfall"
MIXED = "VPN-Zugang nach Zertifikatswechsel – alles, was eine Folie zeigen kann"
TECHNOLOGY = "Drei Diagramme, eins davon fehlerhaft"


def _titles(page: Page) -> list[str]:
    return [title.strip() for title in page.locator(f"{CARDS} .gp-tile__title").all_inner_texts()]


def _choose(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Fallstudien filtern").get_by_role("link", name=re.compile(f"^{name}")).focus()
    page.keyboard.press("Enter")


@pytest.fixture
def overview(visitor: Visit) -> Page:
    return visitor().open("fallstudien/")


def test_a_focus_is_chosen_and_lifted_by_keyboard(overview: Page) -> None:
    """The address says what is chosen, the count says how many are left."""
    assert set(_titles(overview)) >= {COMMUNICATION, MIXED, TECHNOLOGY}
    _choose(overview, "Technik")
    expect(overview).to_have_url(re.compile(r"\?schwerpunkt=technology$"))
    assert TECHNOLOGY in _titles(overview)
    assert COMMUNICATION not in _titles(overview)
    expect(overview.locator(".gp-count")).to_have_text(re.compile(r"^\d+ von \d+ Fallstudien$"))
    _choose(overview, "Technik")
    expect(overview).to_have_url(re.compile(r"/fallstudien/$"))
    assert set(_titles(overview)) >= {COMMUNICATION, MIXED, TECHNOLOGY}


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?schwerpunkt=communication", {COMMUNICATION}),
        ("?tag=vpn", {MIXED, TECHNOLOGY}),
        ("?schwerpunkt=mixed&tag=vpn", {MIXED}),
        ("?tag=remote%20%26%20mobil", {MIXED}),
        ("?tag=gibt-es-nicht", set()),
    ],
)
def test_an_address_filters(visitor: Visit, query: str, titles: set[str]) -> None:
    """So a view can be linked; what was chosen is marked."""
    page = visitor().open(f"fallstudien/{query}")
    assert set(_titles(page)) == titles
    chosen = page.locator(".gp-filter [aria-current]")
    assert chosen.count() == (0 if not titles else query.count("="))


def test_the_back_button_goes_back_through_the_choices(overview: Page) -> None:
    """Each choice is a step of the history."""
    everything = _titles(overview)
    _choose(overview, "Gemischt")
    _choose(overview, "zertifikat")
    assert _titles(overview) == [MIXED]
    expect(overview).to_have_url(re.compile(r"\?schwerpunkt=mixed&tag=zertifikat$"))
    overview.go_back()
    expect(overview).to_have_url(re.compile(r"\?schwerpunkt=mixed$"))
    overview.go_back()
    assert _titles(overview) == everything
    overview.go_forward()
    assert _titles(overview) == [MIXED]


def test_nothing_left_is_said_and_can_be_undone(overview: Page) -> None:
    """„Alle zeigen“ brings everything back and keeps the focus in the filter."""
    everything = _titles(overview)
    reset = overview.get_by_role("link", name="Alle zeigen")
    expect(reset).to_be_hidden()
    _choose(overview, "Kommunikation")
    _choose(overview, "zertifikat")
    expect(overview.locator(".gp-count")).to_have_text(re.compile(f"0 von {len(everything)} Fallstudien"))
    assert _titles(overview) == []
    reset.focus()
    overview.keyboard.press("Enter")
    assert _titles(overview) == everything
    assert overview.evaluate("() => document.querySelector('.gp-filter').contains(document.activeElement)")


def test_a_card_leads_to_its_case_study(overview: Page) -> None:
    """The whole card is the link, wherever it is clicked."""
    box = overview.locator(".gp-tile", has_text=MIXED).locator(".gp-tile__facts").bounding_box()
    assert box
    overview.mouse.click(box["x"] + 5, box["y"] + 5)
    expect(overview).to_have_url(re.compile("/fallstudien/alle-artefakte/$"))
