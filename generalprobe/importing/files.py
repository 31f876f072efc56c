"""A file of whatever kind → what becomes files of data: what it is, its content says and not its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from generalprobe.format.case_study import Image
from generalprobe.format.exam import Exam
from generalprobe.importing.archive import Archive, weigh
from generalprobe.importing.catalogue import import_catalogue, is_catalogue
from generalprobe.importing.looks import looks_of
from generalprobe.importing.marp import import_marp, is_marp
from generalprobe.importing.outline import Catalogue, Outline, OutlineSlide
from generalprobe.importing.page import import_page, is_page
from generalprobe.importing.pptx import import_pptx
from generalprobe.importing.proposing import Imported, banks_of, case_study_of
from generalprobe.importing.remark import import_remark, is_remark
from generalprobe.importing.slidev import import_slidev, is_slidev, is_split, is_surely_slidev
from generalprobe.importing.talk_file import TALK, import_talk_file
from generalprobe.importing.unreadable import Unreadable
from generalprobe.importing.wording import text_of

SUFFIXES = frozenset(
    {".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".ppt", ".odp", ".key", ".pdf"}
    | {".md", ".markdown", ".txt", ".docx", ".zip"}
)
"""Endings of the files that are looked for in a folder; some are refused, with what helps."""
NO_FORM = (
    "Darin ist weder ein Vortrag noch eine Fragensammlung zu erkennen. Folien beginnen etwa mit „## Folie 1: Lage“, "
    "Fragen mit „Frage: …“ und darunter „Antwort: …“."
)
_LONG = "Der Text ist größer als 1 MB. Nimm nur den Vortrag oder die Fragen selbst."
_DEEP = "Der Text ist zu tief verschachtelt. Nimm nur den Vortrag oder die Fragen selbst."
_LONG_LINES = "Der Text hat mehr als 20.000 Zeilen oder Zeichen in einer Zeile. Nimm nur, was du übernehmen willst."
_LONGEST_TEXT = 1_000_000
"""Bytes."""
_LONGEST_LINE, _MOST_LINES = 20_000, 20_000
_BINARY = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")


@dataclass(frozen=True)
class Wishes:
    """How files are taken over: the exam whose rules hold, and what was asked for."""

    exam_id: str
    exam: Exam
    topic: str = ""
    images: bool = False
    id: str = ""


def import_file(data: bytes, wishes: Wishes, find: Callable[[str], bytes | None] = lambda path: None) -> list[Imported]:
    """Take a file over.

    Args:
        data: what it holds.
        wishes: how.
        find: gives a picture beside the file by its relative path, or None.

    Raises Unreadable.
    """
    found = read_file(data)
    if isinstance(found, Catalogue):
        return banks_of(found, wishes.exam, topic=wishes.topic, id=wishes.id)
    return [_talk(_with_pictures(found, find) if wishes.images and not found.pictures else found, wishes)]


def read_file(data: bytes) -> Outline | Catalogue:
    """What a file says, whatever it is. Raises Unreadable."""
    weigh(len(data))
    if data.startswith(_BINARY):
        archive = Archive(data)
        return import_talk_file(archive) if TALK in archive.names else import_pptx(data)
    if len(data) > _LONGEST_TEXT:
        raise Unreadable(_LONG)
    text = text_of(data)
    lines = text.split("\n")
    if max(map(len, lines)) > _LONGEST_LINE or len(lines) > _MOST_LINES:
        raise Unreadable(_LONG_LINES)
    read = next((read for is_one, read in _FORMS if is_one(text)), None)
    if read is None:
        raise Unreadable(NO_FORM)
    try:
        return read(text)
    except RecursionError:
        raise Unreadable(_DEEP) from None


def _talk(outline: Outline, wishes: Wishes) -> Imported:
    exam, topic, images, id = wishes.exam, wishes.topic, wishes.images, wishes.id
    return case_study_of(outline, wishes.exam_id, exam, topic=topic, images=images, id=id)


_FORMS: tuple[tuple[Callable[[str], bool], Callable[[str], Outline | Catalogue]], ...] = (
    (is_marp, import_marp),
    (is_remark, import_remark),
    (is_surely_slidev, import_slidev),
    (is_page, import_page),
    (is_catalogue, import_catalogue),
    (is_slidev, import_slidev),
    (is_split, import_marp),
)
"""What a text is, the surest first."""


def _with_pictures(outline: Outline, find: Callable[[str], bytes | None]) -> Outline:
    """An outline with those of its pictures that lie beside the file and are some."""
    sources = [slide.artifact.src for slide in outline.slides if isinstance(slide.artifact, Image)]
    found = {src: data for src in sources if (data := find(src)) is not None}
    looks = {src: looks_of(data) for src, data in found.items()}
    named = {src: f"{src}.{known.ending}" for src, known in looks.items() if not known.flaw}
    slides = tuple(_renamed(slide, named) for slide in outline.slides)
    flaws = {src: known.flaw for src, known in looks.items() if known.flaw not in ("", "unknown")}
    return replace(outline, slides=slides, pictures={name: found[src] for src, name in named.items()}, flaws=flaws)


def _renamed(slide: OutlineSlide, named: Mapping[str, str]) -> OutlineSlide:
    """A slide whose picture has the ending of what it is, whatever it was called."""
    picture = slide.artifact
    if not isinstance(picture, Image) or picture.src not in named:
        return slide
    return replace(slide, artifact=picture.model_copy(update={"src": named[picture.src]}))
