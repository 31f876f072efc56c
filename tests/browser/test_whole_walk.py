"""The whole way of a talk of one's own by keyboard: from PowerPoint to a file that passes the check. Nothing leaves."""

from __future__ import annotations

import re
from pathlib import Path

from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.own_talk import FRAME
from browser.visitor import LAPTOP, PHONE, tab_to
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation
from samples import said

from generalprobe.commands.check import main as check

axe = accessibility.axe
_THEN = 1_796_000_000
_SLIDES = ("Drucker im Lager", "Ausgangslage", "Analyse", "Ursache", "Lösung", "Ergebnis", "Fazit")
_SILENT = "Ursache"
_FRAME = {label: text for label, text in FRAME.items() if label != "Thema"}
"""The topic comes with the presentation."""
_PER_SLIDE_S = 72


def deck(file: Path) -> Path:
    """Seven slides of 75 seconds; on one of them somebody has forgotten what to say."""
    deck = Presentation()
    deck.core_properties.title = _SLIDES[0]
    for title in _SLIDES:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = f"Was zu „{title}“ zu sehen ist"
        slide.notes_slide.notes_text_frame.text = "" if title == _SILENT else f"{said(_PER_SLIDE_S)} Das war {title}."
    deck.save(str(file))
    return file


def _button(page: Page, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("button", name=name)


def _accessible(page: Page, axe: str) -> None:
    """On a phone and on a laptop."""
    for size in (PHONE, LAPTOP):
        page.set_viewport_size(size)
        assert accessibility._violations(page, axe) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _chosen(page: Page, deck: Path) -> None:
    with page.expect_file_chooser() as chooser:
        tab_to(page.locator("#own-file")).press("Enter")
    chooser.value.set_files(deck)
    expect(page.get_by_role("heading", name="Mein Vortrag", level=1)).to_be_focused()


def _mended(page: Page) -> None:
    """Findings lead to the fields that cure them; what is written there ends them."""
    tab_to(_button(page, "Zielgruppe: Der Text ist leer")).press("Enter")
    for label, text in _FRAME.items():
        tab_to(page.get_by_label(label, exact=True))
        page.keyboard.insert_text(text)
    expect(_button(page, "ist leer")).to_have_count(0)
    tab_to(_button(page, f"Folie {_SLIDES.index(_SILENT) + 1} hat keinen Sprechtext")).press("Enter")
    expect(page.get_by_role("textbox", name="Sprechtext")).to_be_focused()
    page.keyboard.insert_text(f"{said(_PER_SLIDE_S)} Das war der Treiber.")
    expect(_button(page, "hat keinen Sprechtext")).to_have_count(0)
    tab_to(page.get_by_role("textbox", name="Zeit", exact=True))
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("1:15")
    expect(_button(page, re.compile("^Fehler"))).to_have_count(0)
    expect(page.get_by_text("Gespeichert", exact=True)).to_be_visible()


def _rehearsed(page: Page) -> None:
    """Each slide a little shorter than it was planned."""
    tab_to(page.get_by_role("link", name="Vortragen und proben"), "Shift+Tab").press("Enter")
    tab_to(page.locator("input[name=way]:checked"))
    tab_to(page.locator("input[name=way][value=one]"), "ArrowDown")
    tab_to(_button(page, "Probe starten")).press("Enter")
    for title in _SLIDES:
        expect(page.locator("h3:focus")).to_have_text(title)
        page.clock.fast_forward(70_000)
        page.keyboard.press("PageDown")
    tab_to(page.get_by_role("dialog").get_by_role("button", name="Beenden")).press("Enter")
    expect(page.get_by_role("heading", name="Dein Ergebnis")).to_be_focused()


def _times_taken(page: Page) -> None:
    tab_to(_button(page, "Zeiten übernehmen")).press("Enter")
    expect(_button(page, "Rückgängig")).to_be_focused()
    tab_to(page.get_by_role("link", name="Vortrag bearbeiten")).press("Enter")
    expect(page.get_by_label("Titel", exact=True)).to_have_value(_SLIDES[0])


def _cards_printed(page: Page) -> None:
    page.evaluate("window.print = () => {}")
    tab_to(_button(page, "Stichwortkarten drucken")).press("Enter")
    page.emulate_media(media="print")
    cards = page.get_by_text(re.compile(f"^[1-9] von {len(_SLIDES)}$"))
    expect(cards).to_have_count(len(_SLIDES))
    expect(cards.last).to_be_visible()
    page.emulate_media(media="null")


def _handed_out(page: Page, file: Path) -> None:
    with page.expect_download() as download:
        tab_to(_button(page, "Als YAML sichern"), "Shift+Tab").press("Enter")
    download.value.save_as(file)
    assert check([str(file), "--no-spelling"]) == 0


def test_a_presentation_is_mended_rehearsed_printed_and_handed_out_by_keyboard(
    visitor: Visit, axe: str, tmp_path: Path
) -> None:
    visit = visitor(now=_THEN, overhears=True)
    page = visit.open("mein-vortrag/")
    _chosen(page, deck(tmp_path / "drucker.pptx"))
    _mended(page)
    _accessible(page, axe)
    _rehearsed(page)
    _accessible(page, axe)
    _times_taken(page)
    _cards_printed(page)
    _handed_out(page, tmp_path / "drucker.yml")
    foreign = [url for url in visit.requests if not url.startswith((visit.site.url, "blob:"))]
    assert (len(foreign), visit.refused) == (0, [])
