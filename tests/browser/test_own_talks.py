"""Talks of one's own are kept: in two tabs, in the backup, where nothing is kept, copied, deleted and brought back."""

from __future__ import annotations

from browser.conftest import Visit
from browser.own_talk import begun, planned, templated
from browser.visitor import PHONE, opened, opened_beside
from playwright.sync_api import expect

_NO_DATA_BASE = (
    "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } })"
)
_LEFT = """async () => (await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((done) => {
  indexedDB.open(name).onsuccess = ({ target: { result } }) => {
    result.transaction("talks").objectStore("talks").getAllKeys().onsuccess = (got) => {
      result.close();
      done(got.target.result);
    };
  };
})))).flat()"""
# What lies in the data bases.


def test_two_tabs_follow_one_another(visitor: Visit) -> None:
    """The later one is told as long as the first is open; editor, list and stage show what another tab has kept."""
    page = visitor().open("mein-vortrag/")
    begun(page)
    other = opened_beside(page, page.url)
    expect(other.get_by_text("schon in einem anderen Tab offen")).to_be_visible()
    page.get_by_label("Titel", exact=True).fill("Im ersten Tab")
    expect(other.get_by_label("Titel", exact=True)).to_have_value("Im ersten Tab")
    page.get_by_role("button", name="Alle meine Vorträge").click()
    expect(other.get_by_text("schon in einem anderen Tab offen")).to_have_count(0)
    other.get_by_label("Titel", exact=True).fill("Im zweiten Tab")
    expect(page.get_by_role("link", name="Im zweiten Tab")).to_be_visible()
    page.get_by_role("link", name="Vortragen").click()
    expect(page.get_by_role("button", name="Probe starten")).to_be_visible()
    other.get_by_label("Titel", exact=True).fill("Vor der Probe")
    expect(page.get_by_role("heading", name="Vor der Probe")).to_be_visible()
    page.goto("mein-vortrag/")
    page.get_by_role("button", name="Löschen").click()
    expect(other.get_by_text("in einem anderen Tab gelöscht")).to_be_visible()
    other.get_by_role("button", name="Meinen Stand behalten").click()
    expect(page.get_by_role("link", name="Vor der Probe")).to_be_visible()


def test_two_tabs_never_overwrite_one_another(visitor: Visit) -> None:
    """Also where they hear nothing of each other: who is later is told and chooses."""
    visit = visitor()
    visit.before("delete window.BroadcastChannel")
    page = visit.open("mein-vortrag/")
    begun(page)
    other = opened_beside(page, page.url)
    other.get_by_label("Titel", exact=True).fill("Im zweiten Tab")
    expect(other.get_by_text("Gespeichert", exact=True)).to_be_visible()
    page.get_by_label("Titel", exact=True).fill("Im ersten Tab")
    expect(page.get_by_text("in einem anderen Tab geändert")).to_be_visible()
    page.get_by_role("button", name="Den anderen Stand laden").click()
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Im zweiten Tab")
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Im ersten Tab")


def test_where_nothing_is_kept_a_talk_is_written_and_saved_as_a_file(visitor: Visit) -> None:
    """On a phone, from pasted text; nothing makes the page wider."""
    visit = visitor(viewport=PHONE)
    visit.before(_NO_DATA_BASE)
    page = visit.open("mein-vortrag/")
    planned(page)
    templated(page)
    page.get_by_label("Text mit Leerzeilen").fill("Ausgangslage\nIm Lager druckte niemand.\n\nUrsache\nEin Treiber.")
    page.get_by_role("button", name="Folien daraus machen").click()
    expect(page.locator("[data-slide]")).to_have_count(2)
    page.get_by_label("Titel", exact=True).fill("Drucker")
    expect(page.get_by_text("Sichere ihn als Datei")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_download() as download:
        page.get_by_role("button", name="Als YAML sichern").click()
    assert "title: Drucker\n" in download.value.path().read_text(encoding="utf-8")


def test_talks_go_into_the_backup_and_come_back_on_another_device(visitor: Visit) -> None:
    """With pictures; joined with what is there, and undone on wish."""
    page = visitor().open("mein-vortrag/")
    begun(page, with_picture=True)
    shown = page.locator(".gp-outline__preview img")
    expect(shown).to_be_visible()
    address = page.url
    opened(page, "ueben/stand/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Datei sichern").click()
    assert download.value.suggested_filename.endswith(".zip")
    expect(page.get_by_text("auch dein Vortrag mit Bildern")).to_be_visible()
    phone = visitor(viewport=PHONE).open("ueben/stand/")
    for said in ("Übernommen: „Drucker“.", "Eigene Vorträge waren schon da (1)."):
        phone.locator("[data-file]").set_input_files(download.value.path())
        expect(phone.get_by_text(said)).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    opened(phone, address)
    expect(phone.locator(".gp-outline__preview img")).to_be_visible()
    phone.get_by_label("Titel", exact=True).fill("Auf dem Handy")
    expect(phone.get_by_text("Gespeichert", exact=True)).to_be_visible()
    opened(phone, "ueben/stand/")
    with phone.expect_download() as back:
        phone.get_by_role("button", name="Als Datei sichern").click()
    page.locator("[data-file]").set_input_files(back.value.path())
    expect(page.get_by_text("In der Datei weiter als hier und darum von dort: „Auf dem Handy“.")).to_be_visible()
    page.get_by_role("button", name="Vorträge wieder wie vorher").click()
    expect(page.get_by_text("wieder wie vor dem Übernehmen")).to_be_visible()
    opened(page, address)
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Drucker")
    expect(shown).to_be_visible()


def test_own_talks_are_duplicated_deleted_and_brought_back(visitor: Visit) -> None:
    page = visitor().open("mein-vortrag/")
    begun(page)
    for written in ("Gerade noch", "Drucker"):
        page.get_by_label("Titel", exact=True).fill(written)
        page.reload()
        expect(page.get_by_label("Titel", exact=True)).to_have_value(written)
    page.get_by_text("Den ganzen Vortrag anmerken").click()
    page.get_by_label("Anmerkung zum ganzen Vortrag").fill("Zu schnell.")
    page.get_by_role("button", name="Anmerken", exact=True).last.click()
    expect(page.get_by_text("Zu schnell.")).to_be_visible()
    page.get_by_role("button", name="Alle meine Vorträge").click()
    page.get_by_role("button", name="Verdoppeln").click()
    copy = page.get_by_role("link", name="Drucker (Kopie)")
    expect(copy).to_be_visible()
    expect(page.get_by_text("Die Proben bleiben beim Original.")).to_be_visible()
    copy.click()
    expect(page.get_by_text("Zu schnell.")).to_be_visible()
    page.get_by_role("button", name="Alle meine Vorträge").click()
    page.get_by_role("button", name="Löschen").first.click()
    expect(copy).to_have_count(0)
    page.get_by_role("button", name="Doch behalten").click()
    expect(copy).to_be_visible()
    page.get_by_role("button", name="Leer beginnen").evaluate("each => { each.click(); each.click(); }")
    page.get_by_role("button", name="Alle meine Vorträge").click()
    expect(page.get_by_role("link", name="Vortrag ohne Titel")).to_have_count(1)
    opened(page, "datenschutz/")
    page.locator("[data-erase]").click()
    page.locator("[data-erase]").click()
    expect(page.get_by_text("Alles gelöscht.")).to_be_visible()
    assert page.evaluate(_LEFT) == []
    opened(page, "mein-vortrag/")
    expect(page.get_by_role("button", name="Verdoppeln")).to_have_count(0)
