"""Questions about one's own talk are cards: written, practised beside it, due in „Heute üben“, gone with it."""

from __future__ import annotations

import re

from browser.conftest import Visit
from browser.visitor import opened
from playwright.sync_api import Page, expect


def test_questions_of_ones_own_are_practised_like_all_others(visitor: Visit) -> None:
    visit = visitor(overhears=True)
    page = visit.open("ueben/heute/")
    expect(page.get_by_role("button", name="Los geht’s")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [url for url in visit.requests if re.search("own-talks|own-question|idb-keyval|markdown-it", url)] == []
    opened(page, "mein-vortrag/")
    page.get_by_role("button", name="Leer beginnen").click()
    page.get_by_text("Fragen zu meinem Vortrag").click()
    _written(page)
    _practised(page)
    opened(page, "ueben/stand/")
    expect(page.locator(".gp-ready__topic", has_text="Mein Vortrag")).to_contain_text("1 von 2 angefangen")
    opened(page, "ueben/heute/")
    page.get_by_role("button", name="Weiter üben").click()
    expect(page.locator("[data-card^='eigener/']")).to_have_count(1)
    opened(page, "mein-vortrag/")
    page.get_by_role("button", name="Löschen", exact=True).click()
    expect(page.get_by_text("ist gelöscht.")).to_be_visible()
    opened(page, "ueben/stand/")
    expect(page.locator("[data-head]")).to_contain_text("Noch hast du nichts geübt.")
    expect(page.locator(".gp-ready__topic", has_text="Mein Vortrag")).to_have_count(0)


def _written(page: Page) -> None:
    """Two with answers, one of them with a point that must come, to the only slide; by keyboard."""
    for question, answer in (
        ("Warum NAT?", "Weil **Adressen** fehlen."),
        ("Und nachts?", "Dann hilft die Bereitschaft."),
    ):
        page.get_by_role("button", name="Eigene Frage schreiben").press("Enter")
        page.keyboard.type(question)
        page.keyboard.press("Tab")
        page.keyboard.type(answer)
    page.get_by_text("Punkte, Erwartung, Folie").first.click()
    page.get_by_label("Punkte, die vorkommen müssen").first.fill("Adressen fehlen")
    page.get_by_label("Gehört zu").first.select_option("Folie 1")
    expect(page.get_by_text("Jetzt dran: 2 eigene Fragen, etwa")).to_be_visible()
    page.get_by_label("Nach Folien").press("Space")
    expect(page.get_by_role("heading", name="Folie 1", exact=True)).to_be_visible()
    expect(page.get_by_text("Gespeichert", exact=True)).to_be_visible()


def _practised(page: Page) -> None:
    """One of them, with the keys of every round; then the outline is back, and the keyboard with it."""
    page.get_by_role("button", name="Fragen üben").click()
    expect(page.locator(".gp-current h3").first).to_have_text("Warum NAT?")
    expect(page.get_by_label("Titel", exact=True)).to_be_hidden()
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    expect(page.locator(".gp-current strong", has_text="Adressen")).to_be_visible()
    page.get_by_label("Adressen fehlen").check()
    page.keyboard.press("3")
    expect(page.locator(".gp-current h3").first).to_have_text("Und nachts?")
    page.get_by_role("button", name="Beenden").click()
    page.get_by_role("button", name="Zurück", exact=True).press("Enter")
    expect(page.get_by_text("Jetzt dran: 1 eigene Frage, etwa")).to_be_visible()
    expect(page.get_by_role("button", name="Fragen üben")).to_be_focused()
