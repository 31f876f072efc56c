"""Files that are broken, foreign or meant to do harm come to „Mein Vortrag“: a sentence, and nothing of them runs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from browser.conftest import Visit
from decks import RESAVED, saved
from injection.looking import FOREIGN
from injection.payloads import PAYLOADS
from playwright.sync_api import FilePayload, Page, expect
from pptx import Presentation
from pptx.util import Inches

Parts = dict[str, bytes]
_MAIN, _SLIDE = "ppt/presentation.xml", "ppt/slides/slide1.xml"
_BOMB = b"x" * 9_000_000
_ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_LISTED = re.compile(rb"<p:sldIdLst>.*</p:sldIdLst>", re.DOTALL)


def _slides(count: int) -> bytes:
    return b"<p:sldIdLst>%s</p:sldIdLst>" % b"".join(b'<p:sldId id="%d"/>' % number for number in range(count))


def _without(parts: Parts, name: str) -> Parts:
    return {each: content for each, content in parts.items() if each != name}


REFUSED: dict[str, tuple[Callable[[Parts], Parts], str]] = {
    "a bomb": (lambda parts: parts | {_MAIN: _BOMB}, "dichter gepackt"),
    "no content types": (lambda parts: _without(parts, "[Content_Types].xml"), "Verzeichnis ihrer Inhalte"),
    "entities": (lambda parts: parts | {_SLIDE: _ENTITIES + b"<x>&a;</x>"}, "DOCTYPE"),
    "a path that leads out": (lambda parts: parts | {"../../etc/x": b"x"}, "herausführen"),
    "10,000 slides": (lambda parts: parts | {_MAIN: _LISTED.sub(_slides(10_000), parts[_MAIN])}, "mehr als 300 Folien"),
    "no slides": (lambda parts: parts | {_MAIN: _LISTED.sub(b"", parts[_MAIN])}, "keine Folien"),
    "no XML": (lambda parts: parts | {_MAIN: b"<p:presentation"}, "beschädigt"),
}
"""What is done to a presentation, and what is said of it."""


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    """Those of a sound presentation."""
    with zipfile.ZipFile(saved(tmp_path, "plain")) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: Parts) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def _wrong_sum(parts: Parts) -> bytes:
    """The directory says another CRC of the main part."""
    file = bytearray(_zipped(parts))
    entry = file.rindex(_MAIN.encode()) - 46
    file[entry + 16] ^= 1
    return bytes(file)


def _others(parts: Parts) -> Iterator[tuple[str, bytes, str]]:
    """Files that are no packed presentation, or none that can be unpacked."""
    good = _zipped(parts)
    yield "pruefsumme.pptx", _wrong_sum(parts), "beschädigt"
    yield "halb.pptx", good[: len(good) // 2], "unvollständig"
    yield "leer.pptx", b"", "leer"
    yield "alt.pptx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Kennwort"
    yield "text.pptx", b"Guten Tag", "keine Präsentation"
    yield "tabelle.xlsx", good, "Diese Art Datei"
    yield "verweise.yml", b"a: &a [x, x]\nb: [*a, *a]", "Zeile 1"
    yield "marken.yml", b"title: !!js/function 'alert(1)'", "Zeile 1"
    yield "tief.yml", b"[" * 500, "20 Ebenen"
    yield "liste.yml", b"- kein\n- Vortrag", ""
    yield "gross.yml", b"title: " + b"x" * 1_100_000, "1 MB"
    yield "leer.md", b" \n", "Darin steht kein Vortrag"
    yield "folien.md", b"# X\n" + b"## Folie\n" * 400, "300"
    yield "vortrag.generalprobe.zip", _zipped({"generalprobe.json": b"{", "vortrag.json": b"[]"}), ""


def _offer(page: Page, name: str, content: bytes) -> None:
    file: FilePayload = {"name": name, "mimeType": "", "buffer": content}
    page.locator("#own-file").set_input_files(file)


def test_what_cannot_be_read_gets_a_sentence_and_the_page_goes_on(visitor: Visit, parts: Parts) -> None:
    page = visitor().open("mein-vortrag/")
    said = page.get_by_role("region", name="Beginnen").get_by_role("status")
    files = [(f"{name}.pptx", _zipped(change(parts)), words) for name, (change, words) in REFUSED.items()]
    for name, content, words in [*files, *_others(parts)]:
        page.evaluate("() => { document.querySelector('.gp-begin__said').textContent = ''; }")
        _offer(page, name, content)
        expect(said).to_have_text(
            re.compile(rf"^(?!Einen Augenblick)(?=.*{re.escape(words)})[A-ZÄÖÜ„].*\.$"), timeout=20_000
        )
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") <= 1
    _offer(page, "viele.pptx", (RESAVED / "many.pptx").read_bytes())
    expect(page.locator("[data-slide]")).to_have_count(300, timeout=60_000)


DAMAGED = """(entries) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("generalprobe:/:own");
  opening.onupgradeneeded = () => opening.result.createObjectStore("talks");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const writing = opening.result.transaction("talks", "readwrite");
    for (const [name, value] of Object.entries(entries)) writing.objectStore("talks").put(value, name);
    writing.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""
ENTRIES = {
    "talks:muell": "Müll",
    "talks:zahl": {"version": 1, "at": 1, "stamp": "a", "talk": {"slides": 7}},
    "talks:titel": {"version": 1, "at": 1, "stamp": "a", "talk": {"title": 7, "slides": []}},
    "talks:folie": {"version": 1, "at": 1, "stamp": "a", "talk": {"title": "", "slides": [None]}},
    "talks:neuer": {"version": 99, "at": 1, "stamp": "a", "talk": {"slides": []}},
}
"""What no page has written: nothing to read, and no reason to stop."""
ODD = {"title": "Krumm", "metadata": [], "slides": [{"title": {}, "bullets": "x", "notes": 3, "time_s": -9}]}


def test_an_address_of_no_talk_or_a_damaged_one_is_said(visitor: Visit) -> None:
    """In the editor and on the stage; what can be read of a damaged one is shown."""
    page = visitor().open("mein-vortrag/")
    odd = {"version": 1, "at": 1, "stamp": "a", "talk": ODD}
    page.evaluate(DAMAGED, ENTRIES | {"talks:krumm": odd, "pictures:krumm": 5, "comments:krumm": [1]})
    for key in ("unbekannt", "muell", "zahl", "titel", "folie", "neuer", "..%2F..%2Fx", "%3Cscript%3E", "a" * 3000):
        page.goto(f"mein-vortrag/?eigener={key}")
        expect(page.locator("[data-part] :is(.gp-notice, .gp-begin)").first).to_be_visible()
        page.goto(f"buehne/?eigener={key}")
        expect(page.locator(".gp-unavailable, .gp-talks").first).to_be_visible()
    page.goto("mein-vortrag/?eigener=krumm")
    expect(page.locator("[data-slide]")).to_have_count(1)
    page.goto("mein-vortrag/")
    expect(page.get_by_role("link", name="Krumm")).to_be_visible()
    expect(page.get_by_role("button", name="Löschen")).to_have_count(1)


def _armed(payloads: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each with the word that tells where it stands."""
    return [(f"wort{number:03}", payload.replace("§", f"wort{number:03}")) for number, payload in enumerate(payloads)]


SOME = _armed(PAYLOADS[::7])
LINES = [(word, " ".join(text.split())) for word, text in SOME if "```" not in text]
"""In Markdown each stands on a line of its own, and none begins code that swallows the others."""


def _deck(texts: list[tuple[str, str]]) -> bytes:
    """Each text in all places of a slide."""
    deck = Presentation()
    for _, text in texts:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = text
        slide.shapes.add_textbox(0, 0, Inches(2), Inches(1)).text_frame.text = text
        slide.shapes.add_table(1, 2, 0, 0, Inches(2), Inches(1)).table.cell(0, 0).text = text
        slide.notes_slide.notes_text_frame.text = text
    deck.core_properties.title = texts[0][1]
    written = io.BytesIO()
    deck.save(written)
    return written.getvalue()


def _markdown(texts: list[tuple[str, str]]) -> bytes:
    (_, first), *_ = texts
    parts = [f"# {first}\n\n- Zielgruppe: {first}\n- Risiken:\n    - {first}\n"]
    parts += [f"## {text}\n\n### {text}\n\n- {text}\n\nSprechtext:\n\n{text}\n" for _, text in texts]
    return "\n".join(parts).encode()


def _study(texts: list[tuple[str, str]]) -> bytes:
    first = texts[0][1]
    about = dict.fromkeys(("topic", "audience", "situation", "goal", "scope"), first)
    slides = [{"title": text, "headline": text, "bullets": [text], "notes": text, "time": "1:00"} for _, text in texts]
    lists = {"success_criteria": [first], "risks": [first]}
    questions = [
        {"id": f"frage-{number}", "topic": text, "question": text, "answer": text}
        for number, (_, text) in enumerate(texts)
    ]
    study = {"title": first, "focus": "mixed", "exam": "it-support-specialist", "summary": first, "tags": [],
             "metadata": about | lists, "slides": slides, "questions": questions}  # fmt: skip
    return yaml.safe_dump(study, allow_unicode=True, sort_keys=False).encode()


_SHOWN = """() => [document.body.textContent,
  ...[...document.querySelectorAll("input, textarea")].map(({ value }) => value)].join(" ")"""


def _looks(page: Page) -> set[tuple[str, str]]:
    """Elements and attributes among what FOREIGN finds; those of a harmless talk are ours."""
    page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    seen: set[tuple[str, str]] = set()
    for each in page.evaluate(FOREIGN):
        bare = re.sub(r'"[^"]*("|$)', "", each).partition(">")[0]
        seen |= {(bare.split()[0], name) for name in ["", *re.findall(r"([\w:-]+)=", bare)]}
    return seen


def _edited(page: Page, name: str, content: bytes, texts: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """What stands in the editor, with its questions and on paper; each word is to be read."""
    page.goto("mein-vortrag/")
    _offer(page, name, content)
    expect(page.locator("[data-slide]")).to_have_count(len(texts), timeout=30_000)
    expect(page.locator(".gp-audit li").first).to_be_visible()
    page.evaluate("window.print = () => {}")
    for paper in ("Stichwortkarten drucken", "Gliederung drucken"):
        page.get_by_role("button", name=paper).click()
    page.get_by_text("Fragen zu meinem Vortrag").click()
    shown = page.evaluate(_SHOWN)
    assert [word for word, _ in texts if word not in shown] == [], name
    return _looks(page)


def _given(page: Page, texts: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """Before it is given, on every slide, and what came of it."""
    page.get_by_role("link", name="Vortragen und proben").click()
    page.locator("input[name=way][value=one]").check()
    seen = _looks(page)
    page.get_by_role("button", name="Probe starten").click()
    for _, text in texts:
        expect(page.locator("h3:focus")).to_have_text(text)
        seen |= _looks(page)
        page.keyboard.press("PageDown")
    page.get_by_role("dialog").get_by_role("button", name="Beenden").click()
    expect(page.get_by_role("heading", name="Dein Ergebnis")).to_be_visible()
    seen |= _looks(page)
    page.get_by_role("link", name="Vortrag bearbeiten").click()
    return seen


def _commented(page: Page, texts: list[tuple[str, str]]) -> set[tuple[str, str]]:
    """Comments, out into a file, deleted, and in again."""
    page.get_by_text("Den ganzen Vortrag anmerken").click()
    page.get_by_label("Anmerkung zum ganzen Vortrag").fill("\n".join(text for _, text in texts))
    page.get_by_label("Von wem").last.fill(texts[0][1])
    page.get_by_role("button", name="Anmerken", exact=True).last.click()
    expect(page.get_by_text("Anmerkungen (1)")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Als Datei sichern").click()
    content = download.value.path().read_bytes()
    page.get_by_role("button", name="Alle meine Vorträge").click()
    expect(page.locator("#own-file")).to_be_attached()
    seen = _looks(page)
    page.get_by_role("button", name="Löschen").first.click()
    _offer(page, "a.generalprobe.zip", content)
    expect(page.get_by_text("Anmerkungen (1)")).to_be_visible()
    expect(page.locator("[data-slide]")).to_have_count(len(texts))
    return seen | _looks(page)


def _harmless(texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(word, f"Ein Text {word}") for word, _ in texts]


def test_what_stands_in_a_presentation_stays_text(visitor: Visit) -> None:
    """In the editor, on paper, in questions, on the stage, in comments, and in a file that comes back."""
    visit = visitor()
    page = visit.open("mein-vortrag/")
    ours, found = (
        _edited(page, "a.pptx", _deck(texts), texts) | _given(page, texts) | _commented(page, texts)
        for texts in (_harmless(SOME[:3]), [(word, " ".join(text.split())) for word, text in SOME])
    )
    assert found - ours == set()
    assert page.evaluate("'pwned' in window") is False
    assert visit.refused == []


@pytest.mark.parametrize(("name", "write", "texts"), [("a.md", _markdown, LINES), ("a.yml", _study, SOME)])
def test_what_stands_in_a_text_file_stays_text(
    visitor: Visit, name: str, write: Callable[..., bytes], texts: list[tuple[str, str]]
) -> None:
    visit = visitor()
    page = visit.open("mein-vortrag/")
    ours, found = (_edited(page, name, write(each), each) for each in (_harmless(texts[:3]), texts))
    assert found - ours == set()
    assert page.evaluate("'pwned' in window") is False
    assert visit.refused == []
