"""Parts of the walk of a talk of one's own: begun with a plan, hinted at, timed, printed, shown as a PDF looks."""

from __future__ import annotations

import io

from copies import ROOT
from playwright.sync_api import FilePayload, Page, expect
from pptx import Presentation
from pptx.util import Inches

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_PICTURE = ROOT / "docs" / "images" / "folie.png"
FRAME = {
    "Thema": "Ein Treiber nach dem Update",
    "Zielgruppe": "IT-Leitung",
    "Ausgangslage": "Im Lager druckte niemand.",
    "Ziel": "Das Lager druckt wieder.",
    "Erfolgskriterien": "In 30 Minuten wieder Lieferscheine",
    "Abgrenzung": "Nur das Lager",
    "Risiken": "Der Versand steht",
}


def presentation(said: str = "Guten Tag. Im Lager druckte niemand.", *, with_picture: bool = False) -> bytes:
    """A slide with these notes, and one that is hidden."""
    deck = Presentation()
    for title, notes in (("Drucker", said), ("Anhang", "")):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = "Seit Montag"
        slide.notes_slide.notes_text_frame.text = notes
    if with_picture:
        deck.slides[0].shapes.add_picture(str(_PICTURE), Inches(5), Inches(2), width=Inches(3))
    slide._element.set("show", "0")
    written = io.BytesIO()
    deck.save(written)
    return written.getvalue()


def begun(page: Page, *, with_picture: bool = False) -> None:
    """A presentation was chosen, and stands in the editor."""
    deck: FilePayload = {"name": "Drucker.pptx", "mimeType": PPTX, "buffer": presentation(with_picture=with_picture)}
    page.locator("#own-file").set_input_files(deck)
    expect(page.get_by_label("Titel", exact=True)).to_have_value("Drucker")


def _pdf(pages: list[str], locked: str = "") -> bytes:
    """As short as one can be; readers make its table of objects anew."""
    kids = " ".join(f"{2 * at + 3} 0 R" for at in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for at, text in enumerate(pages):
        drawn = f"BT /F 40 Tf 40 260 Td ({text}) Tj ET"
        font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 640 360] /Resources {font} /Contents {2 * at + 4} 0 R >>",
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        ]
    written = "".join(f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, 1))
    return f"%PDF-1.4\n{written}trailer\n<< /Root 1 0 R {locked} >>\nstartxref\n0\n%%EOF\n".encode()


def looks_like_its_pdf(page: Page) -> None:
    """A hidden slide's page stays over, what is no PDF or has a password is refused, and the choice is kept."""
    key = f"<{'5' * 64}>"
    locked = f"/ID [{key} {key}] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O {key} /U {key} >>"
    shown = page.locator(".gp-outline__preview img")
    for content, said in (
        (b"%PDF-1.7 nothing", "Das ist keine PDF-Datei, oder sie ist beschädigt."),
        (_pdf(["Drucker"], locked), "mit einem Kennwort geschützt"),
        (_pdf(["Drucker"] * 101), "mehr als 100 Seiten"),
    ):
        page.locator("#own-looks").set_input_files({"name": "a.pdf", "mimeType": "application/pdf", "buffer": content})
        expect(page.get_by_text(said)).to_be_visible()
    pages = _pdf(["Anhang", "Drucker"])
    page.locator("#own-looks").set_input_files({"name": "a.pdf", "mimeType": "application/pdf", "buffer": pages})
    expect(page.get_by_label("Folie 1: Drucker", exact=True)).to_have_value("1")
    page.get_by_role("button", name="So zuordnen").click()
    expect(shown).to_be_visible()
    expect(shown).to_have_js_property("complete", True)
    page.get_by_role("button", name="Ohne PDF zeigen").click()
    expect(shown).to_have_count(0)
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_text("Gespeichert", exact=True)).to_be_visible()
    expect(shown).to_have_js_property("complete", True)
    page.reload()
    expect(shown).to_be_visible()


def printed(page: Page) -> None:
    """Cue cards and outline stand on paper alone."""
    page.evaluate("window.print = () => {}")
    for name, text in (
        ("Stichwortkarten drucken", "1 von 1"),
        ("Gliederung drucken", "Zusammen"),
        ("Handzettel drucken", "Folie 1 · "),
    ):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_text(text)).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.get_by_text(text)).to_be_visible()
        expect(page.get_by_label("Titel", exact=True)).to_be_hidden()
        page.emulate_media(media="null")


def planned(page: Page) -> None:
    """A plan of the exam's has slides and times, and says what belongs there without saying it."""
    page.get_by_label("Folien und Zeiten stehen schon da").select_option(label="Gemischt")
    page.get_by_role("button", name="Mit einem Plan beginnen").click()
    expect(page.locator("[data-slide]")).to_have_count(8)
    expect(page.get_by_text("Hierhin gehört: Worum geht es, und für wen?")).to_be_visible()
    expect(page.get_by_label("Zeit", exact=True).first).to_have_value("0:30")
    expect(page.get_by_label("Sprechtext", exact=True).first).to_have_value("")
    page.get_by_role("button", name="Alle meine Vorträge").click()


def too_much_is_hinted_at(page: Page) -> None:
    """And set as small as it goes."""
    expect(page.get_by_role("button", name="Hinweis: Der Vortrag nennt keine verworfene Möglichkeit")).to_be_visible()
    expect(page.get_by_text("Nenne eine andere Möglichkeit und sage")).to_be_visible()
    bullets = page.get_by_label("Stichpunkte", exact=True)
    bullets.fill("\n".join(["Seit Montag"] * 30))
    expect(page.locator(".gp-outline__preview .gp-slide--overfull")).to_be_visible()
    expect(page.get_by_role("button", name="Hinweis: Auf Folie 1 sind die Stichpunkte")).to_be_visible()
    bullets.fill("Seit Montag")
    expect(page.locator(".gp-outline__preview .gp-slide--overfull")).to_have_count(0)


def proposed_times_are_taken(page: Page) -> None:
    """With one key after the rehearsal, and undone there as in the editor."""
    page.keyboard.press("PageDown")
    page.get_by_role("button", name="Beenden", exact=True).last.press("Enter")
    page.get_by_role("button", name="Zeiten übernehmen").press("Enter")
    expect(page.get_by_text("Übernommen: So ist dein Vortrag jetzt geplant.")).to_be_visible()
    expect(page.get_by_role("button", name="Rückgängig")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Zeiten übernehmen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Rückgängig")).to_be_focused()
    page.get_by_role("link", name="Vortrag bearbeiten").click()
    expect(page.get_by_label("Zeit", exact=True)).to_have_value("0:05")
    page.keyboard.press("Control+z")
    expect(page.get_by_label("Zeit", exact=True)).to_have_value("0:30")


def templated(page: Page) -> None:
    """A case study of the site comes with its pictures, and what does not come along is named."""
    page.get_by_label("Eine Fallstudie, die du zu deiner machst").select_option(value="alle-artefakte")
    page.get_by_role("button", name="Als Vorlage nehmen").click()
    expect(page.get_by_text("bleiben auf ihrer Seite")).to_be_visible()
    page.get_by_role("button", name="Umgebung").first.click()
    expect(page.locator(".gp-outline__preview img")).to_have_js_property("complete", True)
    page.get_by_role("button", name="Alle meine Vorträge").click()
