"""LibreOffice opens what is exported: every slide becomes a page, its notes are as they were written, and what it saves
is read as what it opened.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from exported import STUDIES, exported, full_slides
from pptx import Presentation

from generalprobe.format.case_study import Image
from generalprobe.importing.deck import DeckSlide, read_deck
from scripts.clients import find_libreoffice

_PATIENCE_SECONDS = 300
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_PAGE, _NOTES = f"{_OFFICE % 'drawing'}page", f"{_OFFICE % 'presentation'}notes"
_CLASS, _PARAGRAPH = f"{_OFFICE % 'presentation'}class", f"{_OFFICE % 'text'}p"
_BLANKS = {f"{_OFFICE % 'text'}{name}" for name in ("s", "tab", "line-break")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All presentations, and what LibreOffice makes of each: a PDF, its own format as one XML, and, below, the same."""
    folder = tmp_path_factory.mktemp("exported")
    for id, study in STUDIES.items():
        (folder / f"{id}.pptx").write_bytes(exported(study))
    program = [str(find_libreoffice()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    (folder / "voll.pptx").write_bytes(exported(full_slides()))
    files = sorted(map(str, folder.glob("*.pptx")))
    for kind, into in (("pdf", "."), ("fodp", "."), ("pptx:Impress MS PowerPoint 2007 XML", "saved")):
        command = [*program, "--convert-to", kind, "--outdir", str(folder / into), *files]
        subprocess.run(command, capture_output=True, timeout=_PATIENCE_SECONDS, check=True)
    return folder


@pytest.mark.parametrize("id", STUDIES)
def test_every_slide_becomes_a_page(folder: Path, id: str) -> None:
    pages = re.findall(rb"/Type\s*/Page\b", (folder / f"{id}.pdf").read_bytes())
    assert len(pages) == len(STUDIES[id].slides)


@pytest.mark.parametrize("id", STUDIES)
def test_notes_are_read_as_they_were_written(folder: Path, id: str) -> None:
    written = [
        [paragraph.text for paragraph in slide.notes_slide.notes_text_frame.paragraphs]
        for slide in Presentation(str(folder / f"{id}.pptx")).slides
        if slide.notes_slide.notes_text_frame
    ]
    pages = ElementTree.parse(folder / f"{id}.fodp").getroot().iter(_PAGE)
    assert [list(map(_text, _notes(page))) for page in pages] == written


@pytest.mark.parametrize("id", [*STUDIES, "voll"])
def test_what_it_has_saved_is_read_as_what_it_opened(folder: Path, id: str) -> None:
    """It calls places otherwise, and writes pictures anew."""
    opened, saved = (read_deck((folder / into / f"{id}.pptx").read_bytes()) for into in (".", "saved"))
    assert list(map(_bare, saved.slides)) == list(map(_bare, opened.slides))
    assert saved.lost == opened.lost == ()


def _bare(slide: DeckSlide) -> DeckSlide:
    picture = slide.artifact
    bare = picture.model_copy(update={"src": ""}) if isinstance(picture, Image) else picture
    return replace(slide, key="", artifact=bare)


def _notes(page: ElementTree.Element) -> list[ElementTree.Element]:
    frames = (frame for notes in page.iter(_NOTES) for frame in notes if frame.get(_CLASS) == "notes")
    return [paragraph for frame in frames for paragraph in frame.iter(_PARAGRAPH)]


def _text(paragraph: ElementTree.Element) -> str:
    text = paragraph.text or ""
    for child in paragraph:
        text += (" " if child.tag in _BLANKS else _text(child)) + (child.tail or "")
    return text
