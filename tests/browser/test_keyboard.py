"""Whoever uses the keyboard alone works everything; that Tab reaches it, each layout is asked in `test_layouts.py`."""

from __future__ import annotations

import re

import pytest
from browser.conftest import Visit
from browser.visitor import PHONE, reloaded
from playwright.sync_api import Page, expect


def test_the_first_stop_skips_to_the_content(visitor: Visit) -> None:
    """After it, Tab goes on within the content."""
    page = visitor().open("fallstudien/service-recovery/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


@pytest.fixture
def menu(visitor: Visit) -> Page:
    """The start page on a phone, with the focus on the menu's button."""
    page = visitor(viewport=PHONE).open()
    page.get_by_role("button", name="Menü").focus()
    return page


def test_the_menu_of_the_phone_opens_leads_on_and_closes(menu: Page) -> None:
    """Enter opens it, Tab goes in, Escape closes it and gives the focus back."""
    button, navigation = menu.get_by_role("button", name="Menü"), menu.get_by_role("navigation", name="Hauptnavigation")
    expect(navigation).to_be_hidden()
    menu.keyboard.press("Enter")
    expect(navigation).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    menu.keyboard.press("Tab")
    expect(navigation.get_by_role("link").first).to_be_focused()
    menu.keyboard.press("Escape")
    expect(navigation).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_menu_of_the_phone_leads_to_the_case_studies(menu: Page) -> None:
    """Enter on a link in it goes there."""
    menu.keyboard.press("Enter")
    for _ in ("Plan", "Fallstudien"):
        menu.keyboard.press("Tab")
    menu.keyboard.press("Enter")
    expect(menu).to_have_url(re.compile("/fallstudien/$"))


def test_speaker_notes_open_and_close(visitor: Visit) -> None:
    """On a phone a fold is a button."""
    page = visitor(viewport=PHONE).open("fallstudien/service-recovery/")
    notes = page.locator(".gp-notes").first
    notes.locator("> summary").focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(notes.locator(".gp-notes__text")).to_be_visible()
        page.keyboard.press(key)
        expect(notes.locator(".gp-notes__text")).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "folds"),
    [("fallstudien/service-recovery/", ".gp-notes"), ("fallstudien/service-recovery/fragen/", ".gp-answer")],
)
def test_all_folds_open_and_close_together(visitor: Visit, address: str, folds: str) -> None:
    """The two buttons say when they would change nothing."""
    page = visitor(viewport=PHONE).open(address)
    if folds == ".gp-answer":
        page.get_by_label("Liste").check()
    opener, closer = (
        page.get_by_role("button", name=re.compile("^Alle .*öffnen$")),
        page.get_by_role("button", name="Alle schließen"),
    )
    expect(closer).to_have_attribute("aria-disabled", "true")
    opener.focus()
    page.keyboard.press("Enter")
    count = page.locator(folds).count()
    assert count >= 8
    expect(page.locator(f"{folds}[open]")).to_have_count(count)
    expect(opener).to_have_attribute("aria-disabled", "true")
    expect(opener).to_be_focused()
    closer.focus()
    page.keyboard.press("Space")
    expect(page.locator(f"{folds}[open]")).to_have_count(0)


def test_the_address_of_a_question_leads_to_it(visitor: Visit) -> None:
    """A link from the case study lands on the question to be answered; in the list, on its open answer."""
    page = visitor().open("fallstudien/alle-artefakte/")
    page.get_by_role("link", name="Warum haben Sie nicht zurückgerollt?").last.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/fragen/#frage-zurueckrollen$"))
    expect(page.locator(".gp-current")).to_have_attribute("aria-labelledby", "frage-zurueckrollen")
    expect(page.locator(".gp-answer[open]")).to_have_count(0)
    page.get_by_label("Liste").check()
    reloaded(page)
    expect(page.get_by_text("Weil das alte Zertifikat")).to_be_visible()
    expect(page.locator(".gp-answer[open]")).to_have_count(1)
