"""A talk of one's own goes the whole way: from a presentation to the stage, and as a case study to the check."""

from __future__ import annotations

import base64
import re
from pathlib import Path

from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.own_talk import (
    FRAME,
    PPTX,
    begun,
    looks_like_its_pdf,
    presentation,
    printed,
    proposed_times_are_taken,
    too_much_is_hinted_at,
)
from browser.visitor import PHONE
from playwright.sync_api import FilePayload, Page, expect
from samples import make_project

from generalprobe.checking.project import check_project
from generalprobe.reading.loading import load_project

axe = accessibility.axe
_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAEklEQVR4nGP4z8DwH4QZYAwAR8oH+Rq28akAAAAASUVORK5CYII="
)
_TRANSFER = """const data = new DataTransfer();
  const bytes = Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));
  data.items.add(new File([bytes], "image.png", { type: "image/png" }));
  const how = { bubbles: true, cancelable: true };"""
_PASTED = f"""hex => {{
  {_TRANSFER}
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", {{ ...how, clipboardData: data }}));
}}"""
_DROPPED = f"""(slide, hex) => {{
  {_TRANSFER}
  slide.dispatchEvent(new DragEvent("drop", {{ ...how, dataTransfer: data }}));
}}"""


def _read_again(page: Page) -> None:
    """What was written in PowerPoint since comes in, what was written here stays, and one step takes it back."""
    page.get_by_label("Überschrift auf der Folie").first.fill("Hier geschrieben")
    deck: FilePayload = {"name": "Drucker.pptx", "mimeType": PPTX, "buffer": presentation("Guten Abend.")}
    page.locator("#own-again").set_input_files(deck)
    expect(page.get_by_text("Geändert: Folie 1 („Drucker“).")).to_be_visible()
    expect(page.get_by_label("Sprechtext").first).to_have_value("Guten Abend.")
    expect(page.get_by_label("Überschrift auf der Folie").first).to_have_value("Hier geschrieben")
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_label("Sprechtext").first).to_have_value("Guten Tag. Im Lager druckte niemand.")
    page.get_by_role("button", name="Rückgängig").click()


def _handed_on_and_back(page: Page) -> None:
    """To somebody who says something of it: on a device that knows the talk, what was written since stays."""
    page.get_by_text("Anmerken", exact=True).first.click()
    page.get_by_label("Anmerkung zu dieser Folie").fill("Hier fehlt eine Zahl.")
    page.get_by_label("Von wem").first.fill("Trainer")
    page.get_by_role("button", name="Anmerken", exact=True).first.click()
    expect(page.get_by_text("Hier fehlt eine Zahl.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Datei sichern").click()
    file: FilePayload = {
        "name": "a.generalprobe.zip",
        "mimeType": "application/zip",
        "buffer": download.value.path().read_bytes(),
    }
    page.get_by_role("button", name="Erledigt").click()
    page.get_by_label("Überschrift auf der Folie").first.fill("Seither geschrieben")
    page.get_by_role("button", name="Alle meine Vorträge").click()
    page.locator("#own-file").set_input_files(file)
    expect(page.get_by_text("Neue Anmerkungen sind nicht dabei.")).to_be_visible()
    expect(page.get_by_label("Überschrift auf der Folie").first).to_have_value("Seither geschrieben")
    page.get_by_role("button", name="Fassung aus der Datei nehmen").click()
    expect(page.get_by_label("Überschrift auf der Folie").first).to_have_value("Drucker")
    page.get_by_role("button", name="Alle meine Vorträge").click()
    page.get_by_role("button", name="Löschen").click()
    page.locator("#own-file").set_input_files(file)
    expect(page.get_by_text("Hier fehlt eine Zahl.")).to_be_visible()


def _a_class_at_a_glance(page: Page) -> None:
    """Several files at once are judged beside one another, a broken one too, and none is kept."""
    good = "## Lage\n\n- Zielgruppe: IT-Leitung\n\nSprechtext: Guten Tag."
    files: list[FilePayload] = [
        {"name": "a.md", "mimeType": "text/markdown", "buffer": good.encode()},
        {"name": "b.pptm", "mimeType": "", "buffer": b"Guten Tag"},
    ]
    page.locator("#own-file").set_input_files(files)
    expect(page.get_by_role("heading", name="2 Vorträge auf einen Blick")).to_be_focused()
    expect(page.get_by_role("row", name="a.md")).to_contain_text("IT-Leitung")
    expect(page.get_by_role("row", name="b.pptm")).to_contain_text("nicht lesbar")
    expect(page.get_by_role("region", name="b.pptm")).to_contain_text("Nicht lesbar: Das ist keine Präsentation")
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Tabelle sichern (CSV)").click()
    assert download.value.path().read_text(encoding="utf-8-sig").startswith("Datei;Folien;")
    expect(page.get_by_role("link", name="Vortragen")).to_have_count(0)


def test_a_presentation_becomes_a_talk_that_is_mended_given_and_checked(
    visitor: Visit, axe: str, tmp_path: Path
) -> None:
    page = visitor().open("mein-vortrag/")
    _a_class_at_a_glance(page)
    begun(page)
    expect(page.get_by_text("Die Folie ist ausgeblendet")).to_be_visible()
    expect(page.get_by_role("button", name="Zielgruppe: Der Text ist leer")).to_be_visible()
    page.get_by_role("button", name="Ausgangslage: Der Text ist leer").press("Enter")
    for label, text in FRAME.items():
        page.get_by_label(label, exact=True).fill(text)
    expect(page.get_by_role("button", name="Der Text ist leer")).to_have_count(0)
    too_much_is_hinted_at(page)
    page.get_by_role("button", name="Neue Folie").click()
    expect(page.get_by_label("Wozu die Folie dient").last).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.locator("[data-slide]")).to_have_count(1)
    _questions_are_found_and_answered(page)
    expect(page.get_by_text("Gespeichert", exact=True)).to_be_visible()
    assert accessibility._violations(page, axe) == []
    with page.expect_download() as download:
        page.get_by_role("button", name="Als YAML sichern").click()
    text = download.value.path().read_text(encoding="utf-8")
    problems = check_project(load_project(make_project(tmp_path, {"drucker.yml": text})))
    assert [each for each in problems if each.severity == "error"] == []
    assert "answer: Das Lager druckt." in text
    printed(page)
    _read_again(page)
    looks_like_its_pdf(page)
    _handed_on_and_back(page)
    page.get_by_role("link", name="Vortragen und proben").click()
    expect(page.get_by_role("heading", name="Drucker", level=1)).to_be_visible()
    page.locator("input[name=way][value=one]").check()
    page.get_by_role("button", name="Probe starten").click()
    expect(page.locator(".gp-stage h3")).to_have_text("Drucker")
    expect(page.get_by_text("Im Lager druckte niemand.")).to_be_visible()
    proposed_times_are_taken(page)


def _questions_are_found_and_answered(page: Page) -> None:
    """A term, a question made of a field, and one of one's own, deleted and brought back."""
    notes = page.get_by_label("Sprechtext", exact=True)
    notes.fill("Ein Incident: Im Lager druckte niemand.")
    page.get_by_text("Fragen zu meinem Vortrag").click()
    term = page.get_by_role("link", name="Was bedeutet „Incident“?")
    expect(term).to_have_attribute("href", re.compile("glossar/#begriff-incident$"))
    expect(page.get_by_text("weil du auf Folie 1 „Incident“ sagst").first).to_be_visible()
    page.get_by_role("button", name="Antwort schreiben: Ihr Ziel war: „Das Lager druckt wieder“. Was hat").click()
    answer = page.get_by_label("Deine Antwort")
    expect(answer).to_be_focused()
    page.keyboard.type("Das Lager druckt.")
    page.get_by_role("button", name="Frage löschen").click()
    expect(answer).to_have_count(0)
    page.keyboard.press("Enter")
    expect(answer).to_have_value("Das Lager druckt.")
    notes.fill("Guten Tag. Im Lager druckte niemand.")
    page.get_by_role("button", name="Fragen neu zusammenstellen").click()
    expect(term).to_have_count(0)


def _order(page: Page, *titles: str) -> None:
    expect(page.locator("[data-slide]:not(.gp-dragged) h3")).to_have_text([re.compile(title) for title in titles])


def _dragged(page: Page, start: int, end: int) -> None:
    """A slide is held by its grip until it has come to its place."""
    grips = page.locator("[data-grip]")
    expect(grips.first).to_be_visible()
    page.locator("[data-slide]").nth(end).scroll_into_view_if_needed()
    held, goal = grips.nth(start).bounding_box(), grips.nth(end).bounding_box()
    assert held and goal
    page.mouse.move(held["x"] + 9, held["y"] + 9)
    page.mouse.down()
    page.mouse.move(held["x"] + 9, held["y"] + 30, steps=4)
    page.mouse.move(goal["x"] + 9, goal["y"] + 30, steps=8)


def test_slides_are_moved_and_show_what_is_chosen(visitor: Visit, axe: str) -> None:
    """By hand and by keyboard, on a phone; every step is told, and can be undone."""
    page = visitor(viewport=PHONE).open("mein-vortrag/")
    page.get_by_label("Text mit Leerzeilen").fill(
        "Lage\nNichts druckt.\n\nUrsache\nEin Treiber.\n\nFazit\nErst testen."
    )
    page.get_by_role("button", name="Folien daraus machen").click()
    page.locator("[data-slide] h3 button").first.press("Enter")
    _dragged(page, 0, 2)
    expect(page.get_by_text("„Lage“ ist jetzt Folie")).to_have_count(0)
    _order(page, "Ursache", "Fazit", "Lage")
    page.mouse.up()
    expect(page.get_by_text("„Lage“ ist jetzt Folie 3 von 3.")).to_be_attached()
    expect(page.locator("[data-slide] h3 button").last).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    _order(page, "Ursache", "Lage", "Fazit")
    page.keyboard.press("Control+z")
    page.get_by_role("button", name="Rückgängig").press("Enter")
    _order(page, "Lage", "Ursache", "Fazit")
    expect(page.get_by_role("button", name="Wiederholen")).to_be_focused()
    page.locator("[data-slide] h3 button").first.press("Enter")
    bullets = page.get_by_label("Stichpunkte", exact=True).first
    bullets.fill("Eins\nZwei")
    bullets.press("Alt+ArrowUp")
    expect(bullets).to_have_value("Zwei\nEins")
    _is_commented(page)
    _shows_a_picture(page)
    _shows_a_table(page)
    assert accessibility._violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _is_commented(page: Page) -> None:
    """A comment takes back its own words, not the talk's, and is seen also when its slide is gone."""
    slide = page.locator("[data-slide]").first
    slide.get_by_text("Anmerken", exact=True).first.click()
    comment = slide.get_by_label("Anmerkung zu dieser Folie")
    comment.fill("Zu kurz.")
    comment.press("Control+z")
    expect(slide.get_by_label("Stichpunkte", exact=True)).to_have_value("Zwei\nEins")
    expect(page.get_by_role("button", name="Wiederholen")).to_be_disabled()
    comment.fill("Zu kurz.")
    slide.get_by_role("button", name="Anmerken", exact=True).click()
    expect(slide.get_by_text("Zu kurz.")).to_be_visible()
    slide.get_by_role("button", name="Löschen").click()
    expect(page.get_by_text("Zu kurz.")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(slide.get_by_text("Zu kurz.")).to_have_count(1)
    slide.get_by_role("button", name=re.compile("Lage")).press("Enter")


def _shows_a_picture(page: Page) -> None:
    """Whose kind is known by its bytes, whose description is asked for, and which is there again when the page is."""
    choose, shown = page.locator("#own-f1-artifact-file"), page.locator(".gp-shown__picture").first
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
    choose.set_input_files({"name": "plan.png", "mimeType": "image/png", "buffer": drawing})
    expect(page.get_by_text("Bilder im Format SVG")).to_be_visible()
    choose.set_input_files({"name": "plan.png", "mimeType": "image/png", "buffer": _PNG})
    description = page.get_by_label("Was auf dem Bild zu sehen ist")
    expect(description).to_be_focused()
    expect(page.get_by_role("button", name="Dem Bild auf Folie 1 fehlt eine Beschreibung")).to_be_visible()
    page.keyboard.type("Der Drucker im Lager")
    expect(page.get_by_text("fehlt eine Beschreibung")).to_have_count(0)
    expect(page.get_by_text("Gespeichert", exact=True)).to_be_visible()
    page.reload()
    expect(shown).to_be_visible()
    expect(page.locator(".gp-outline__preview img")).to_have_attribute("alt", "Der Drucker im Lager")
    page.get_by_role("button", name="Bild entfernen").press("Enter")
    expect(choose).to_be_focused()
    page.evaluate(_PASTED, _PNG.hex())
    expect(description).to_be_focused()
    page.get_by_role("button", name="Bild entfernen").press("Enter")


def _shows_a_table(page: Page) -> None:
    page.get_by_role("button", name="Tabelle", exact=True).first.press("Enter")
    expect(page.get_by_role("button", name="Folie 1: Die Liste ist leer").first).to_be_visible()
    page.keyboard.type("Prüfung | Ergebnis\nping | ok")
    expect(page.locator(".gp-outline__preview td")).to_have_text(["ping", "ok"])
    expect(page.get_by_role("button", name="Folie 1: Die Liste ist leer")).to_have_count(0)
    page.get_by_role("button", name="Tabelle entfernen").press("Enter")
    page.keyboard.press("Control+z")
    cells = page.locator("#own-f1-artifact-table-cells")
    expect(cells).to_be_focused()
    expect(cells).to_have_value("Prüfung | Ergebnis\nping | ok")
    page.locator("[data-slide]").first.evaluate(_DROPPED, _PNG.hex())
    expect(page.get_by_text("Hier stand: Tabelle. „Rückgängig“ bringt es zurück.")).to_be_visible()
    expect(page.get_by_label("Was auf dem Bild zu sehen ist")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(cells).to_be_focused()
