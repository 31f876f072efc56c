"""A case study as a presentation for PowerPoint and others: slides to edit, notes with their times, sharp pictures.

The same case study always becomes the same bytes. What of it stays behind is said in the handbook
(docs/trainer/mitnehmen.md): metadata but for the topic, questions, the ids of slides.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter

from generalprobe.exporting.archive import zipped
from generalprobe.exporting.blank import add_blank_notes, blank_deck
from generalprobe.exporting.deck import Around, add_slide
from generalprobe.exporting.drawingml import fill
from generalprobe.exporting.paths import compile_once
from generalprobe.exporting.runs import Paragraph, Run, clean, inline_runs, prose_paragraphs
from generalprobe.exporting.subjects import Subject
from generalprobe.format.case_study import CaseStudy, Image, Slide

compile_once()


def to_pptx(subject: Subject) -> bytes:
    """The presentation of the case study that a subject is, with the pictures that can be read."""
    [entry], origin = subject.entries, subject.origin
    made = datetime.fromtimestamp(subject.changed, UTC)
    pictures = {path: _read(origin.docs / path) for path in pictures_of(entry.model)}
    return presentation(entry.model, pictures, made=made, author=origin.site_name, site_url=origin.site_url)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except (OSError, ValueError):
        return b""  # A frame says what is missing.


def presentation(
    study: CaseStudy, pictures: Mapping[str, bytes], *, made: datetime, author: str = "Generalprobe", site_url: str = ""
) -> bytes:
    """Write a case study as a .pptx.

    Args:
        study: what is shown.
        pictures: the files that `pictures_of` names, by their paths; for what is missing a frame says what it shows.
        made: when, for the file's properties.
        author: who, likewise.
        site_url: the address of the site, before links that begin at its root; without it they are text.
    """
    deck = blank_deck()
    around = Around(_plain(study.metadata.topic), pictures, site_url)
    for slide in study.slides:
        _add_notes(add_slide(deck, slide, around), slide)
    _describe(deck.core_properties, study, made, author)
    return zipped(_Parts.of(deck.part.package))


def pictures_of(study: CaseStudy) -> tuple[str, ...]:
    """The paths below docs/ of the pictures that it shows."""
    shown = (slide.artifact.src for slide in study.slides if isinstance(slide.artifact, Image))
    return tuple(dict.fromkeys(shown))


def _add_notes(page: Any, slide: Slide) -> None:
    """What is said, and in the last line the time that is planned for it."""
    notes = add_blank_notes(page)
    shown = [Paragraph((Run(f"Vorführung: {slide.demo}"),))] if slide.demo else []
    planned = Paragraph((Run(f"Geplant: {slide.time}"),))
    fill(notes.notes_text_frame._txBody, [*prose_paragraphs(slide.notes), *shown, planned], lambda run: "")


def _describe(properties: Any, study: CaseStudy, made: datetime, author: str) -> None:
    properties.title = clean(study.title)[:255]
    properties.subject = _plain(study.metadata.topic)[:255]
    properties.comments = _plain(study.summary)[:255]
    properties.keywords = clean(", ".join(study.tags))[:255]
    properties.author = properties.last_modified_by = clean(author)[:255]
    properties.language, properties.category, properties.revision = "de-DE", "Fallstudie", 1
    properties.created = properties.modified = made.astimezone(UTC).replace(tzinfo=None)


def _plain(text: str) -> str:
    return "".join(run.text for run in inline_runs(text))


class _Parts(dict[str, bytes]):
    """The files of a presentation by their names, as python-pptx would pack them: but we pack them ourselves."""

    @classmethod
    def of(cls, package: Any) -> _Parts:
        parts = cls()
        writer: Any = PackageWriter(BytesIO(), package._rels, tuple(package.iter_parts()))
        writer._write_content_types_stream(parts)
        writer._write_pkg_rels(parts)
        writer._write_parts(parts)
        return parts

    def write(self, place: PackURI, content: bytes) -> None:
        """What python-pptx calls."""
        self[place.membername] = content
