"""What is stored on the device can be deleted on the page on privacy, all of it and nothing else."""

from __future__ import annotations

from pathlib import Path

from browser.conftest import Visit
from browser.visitor import opened, reloaded
from browser.website import Website, serving
from playwright.sync_api import expect

_STORE = """() => {
  localStorage.setItem("generalprobe:/:progress:a/b", "[]");
  localStorage.setItem("generalprobe:probe:old", "1");
  sessionStorage.setItem("generalprobe:/:answer:a/b", "Text");
  localStorage.setItem("generalprobe:/kurs/:progress:a/b", "[]");
  localStorage.setItem("anderes", "bleibt");
}"""
_LEFT = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


def test_everything_of_the_site_can_be_deleted(visitor: Visit) -> None:
    """After asking once more, with what is from before sites were told apart; what another site has stored stays."""
    page = visitor().open("datenschutz/")
    expect(page.get_by_text("Auf diesem Gerät ist nichts gespeichert.")).to_be_visible()
    expect(page.get_by_role("button", name="Alles löschen")).to_be_hidden()
    page.evaluate(_STORE)
    reloaded(page)
    expect(page.get_by_text("Auf diesem Gerät liegen 4 Einträge.")).to_be_visible()
    button = page.locator("[data-erase]")
    button.press("Enter")
    expect(button).to_have_text("Wirklich alles löschen?")
    page.keyboard.press("Tab")
    expect(button).to_have_text("Alles löschen")
    assert len(page.evaluate(_LEFT)) == 6
    button.press("Enter")
    button.press("Enter")
    expect(page.get_by_text("Alles gelöscht.")).to_be_visible()
    assert sorted(page.evaluate(_LEFT)) == ["anderes", "generalprobe:/kurs/:progress:a/b"]


def test_two_copies_of_the_site_on_one_origin_never_meet(visitor: Visit, site: Website, tmp_path: Path) -> None:
    """What one of them remembers, the other neither follows nor shows nor deletes; the first keeps it on every page."""
    for name in ("eins", "zwei"):
        (tmp_path / name).symlink_to(site.folder)
    with serving(tmp_path) as both:
        page = visitor(to=both).open("eins/")
        page.get_by_role("button", name="Farbschema").click()
        expect(page.locator("html[data-scheme=dark]")).to_be_visible()
        opened(page, "zwei/datenschutz/")
        expect(page.locator("html[data-scheme]")).to_have_count(0)
        expect(page.get_by_text("Auf diesem Gerät ist nichts gespeichert.")).to_be_visible()
        page.get_by_role("button", name="Farbschema").click()
        reloaded(page)
        page.locator("[data-erase]").click()
        page.locator("[data-erase]").click()
        expect(page.get_by_text("Alles gelöscht.")).to_be_visible()
        assert page.evaluate(_LEFT) == ["generalprobe:/eins/:setting:scheme"]
        page.goto("eins/ueben/stand/")
        expect(page.locator("html[data-scheme=dark]")).to_be_visible()


def test_a_browser_that_stores_nothing_says_so(visitor: Visit) -> None:
    visit = visitor()
    visit.before(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, "
        "{ get() { throw new DOMException('forbidden', 'SecurityError'); } });"
    )
    page = visit.open("datenschutz/")
    expect(page.get_by_text("Auf diesem Gerät ist nichts gespeichert.")).to_be_visible()


def test_without_scripts_the_page_says_how_to_delete(visitor: Visit) -> None:
    page = visitor(java_script_enabled=False).page
    page.goto("datenschutz/")
    expect(page.get_by_text("Ohne Skripte speichert die Website nichts Neues.")).to_be_visible()
    expect(page.get_by_role("button", name="Alles löschen")).to_be_hidden()
