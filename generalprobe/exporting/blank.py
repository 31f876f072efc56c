"""Blank presentations, slides and notes of our template: python-pptx makes each kind once, then it is copied.

Making a slide from its layout, shape by shape, takes longer than writing all that stands on it.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.util import Pt

from generalprobe.exporting.drawingml import flush
from generalprobe.exporting.measures import FOOTER, NUMBER, Box

_TEMPLATE = Path(__file__).parent / "templates" / "vorlage.pptx"
_FOOT = {FOOTER: "Fußzeile", NUMBER: "Foliennummer"}


def blank_deck() -> Any:
    """A presentation without slides, as python-pptx has it: always the same one, emptied.

    Reading the template takes longer than writing two slides. One is written after the other.
    """
    deck = _deck()
    slides = deck.part._element.get_or_add_sldIdLst()
    for slide in list(slides):
        slides.remove(slide)
        deck.part.drop_rel(slide.rId)
    return deck


def add_blank(deck: Any, layout: str) -> Any:
    """Add a slide in the layout of a name, with empty placeholders; returns it as python-pptx has it."""
    package, slides = deck.part.package, deck.part._element.get_or_add_sldIdLst()
    name = PackURI(f"/ppt/slides/slide{len(slides) + 1}.xml")
    part = SlidePart(name, CONTENT_TYPE.PML_SLIDE, package, deepcopy(_slide(layout)))
    part.relate_to(deck.slide_layouts.get_by_name(layout).part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
    slides.add_sldId(deck.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE))
    return part.slide


@cache
def boxes(layout: str) -> dict[int, Box]:
    """Where the placeholders of a layout stand, by their numbers: python-pptx looks it up anew for each value."""
    found = _deck().slide_layouts.get_by_name(layout).placeholders
    return {
        each.placeholder_format.idx: tuple(side / Pt(1) for side in (each.left, each.top, each.width, each.height))
        for each in found
    }


def add_foot(page: Any) -> tuple[Any, Any]:
    """Add the placeholders of the foot to a slide; returns the bodies of their texts, that of the number last."""
    tree, added = page.shapes._spTree, []
    for shape in _foot(page.slide_layout.name):
        shape = deepcopy(shape)
        shape.nvSpPr.cNvPr.id = tree.max_shape_id + 1
        tree.append(shape)
        added.append(shape.txBody)
    foot, number = added
    return foot, number


def add_blank_notes(page: Any) -> Any:
    """Add empty notes to a slide, in its presentation the last; returns them as python-pptx has them."""
    package = page.part.package
    name = PackURI(page.part.partname.replace("/slides/slide", "/notesSlides/notesSlide"))
    part = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, deepcopy(_notes()))
    part.relate_to(package.presentation_part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
    part.relate_to(page.part, RELATIONSHIP_TYPE.SLIDE)
    page.part.relate_to(part, RELATIONSHIP_TYPE.NOTES_SLIDE)
    return part.notes_slide


def _load() -> Any:
    return Presentation(str(_TEMPLATE))


_deck = cache(_load)


def _page(layout: str) -> Any:
    deck = _load()
    return deck.slides.add_slide(deck.slide_layouts.get_by_name(layout))


@cache
def _slide(layout: str) -> Any:
    page = _page(layout)
    for shape in page.placeholders:
        shape.name = page.slide_layout.placeholders.get(shape.placeholder_format.idx).name
    return page._element


@cache
def _foot(layout: str) -> list[Any]:
    page = _page(layout)
    for place in page.slide_layout.placeholders:
        if place.placeholder_format.idx in _FOOT:
            page.shapes.clone_placeholder(place)
    shapes = {each.placeholder_format.idx: each for each in page.placeholders}
    for index, name in _FOOT.items():
        shapes[index].name = name
        flush(shapes[index].text_frame._txBody)
    return [shapes[index]._element for index in _FOOT]


@cache
def _notes() -> Any:
    notes = _page("Punkte").notes_slide
    for shape, name in zip(notes.placeholders, ("Folienbild", "Sprechtext", "Foliennummer"), strict=False):
        shape.name = name
    return notes._element
