"""Case studies to export as presentations: those that we ship, full slides, payloads in every place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any

from fullest import fullest
from injection.payloads import PAYLOADS
from samples import ROOT
from test_shipped_content import PROJECT

from generalprobe.exporting.pptx import pictures_of, presentation
from generalprobe.format.case_study import CaseStudy

MADE = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
STUDIES = {entry.id: entry.model for entry in PROJECT.entries(CaseStudy)}


def exported(study: CaseStudy, **said: str) -> bytes:
    pictures = {path: (ROOT / "docs" / path).read_bytes() for path in pictures_of(study)}
    return presentation(study, pictures, made=MADE, **said)


def changed(**values: Any) -> CaseStudy:
    """A case study that we ship, with other values."""
    return STUDIES["vpn-homeoffice"].model_copy(update=values)


ODD = ("\x00\x0b\x1f Steuerzeichen", "\ufffe\uffff keins", "]]> <a:t>", "&lt; &#0;", "_x0000_", "=1+1")
ATTACKS = [*PAYLOADS, *ODD]


@cache
def hostile() -> CaseStudy:
    """A talk of payloads, each in another place of a slide; and of characters that XML cannot hold."""
    first = STUDIES["vpn-homeoffice"].slides[0].model_dump()
    artifacts: tuple[Callable[[str], dict[str, Any]], ...] = (
        lambda text: {"kind": "table", "columns": [text], "rows": [[text]], "caption": text},
        lambda text: {"kind": "code", "code": text, "caption": text},
        lambda text: {"kind": "quote", "text": text, "source": text},
        lambda text: {"kind": "placeholder", "description": text},
        lambda text: {"kind": "diagram", "source": text, "description": text},
    )
    slides = []
    for at in range(0, len(ATTACKS), 4):
        title, bullet, below, notes = (ATTACKS * 2)[at : at + 4]
        shown = {"headline": title, "title": title, "bullets": [{"text": bullet, "bullets": [below]}], "notes": notes}
        slides.append(first | shown | {"artifact": artifacts[at // 4 % 5](notes)})
    said = {"slides": slides, "title": ODD[0], "summary": ODD[1], "tags": ODD}
    return CaseStudy.model_validate(STUDIES["vpn-homeoffice"].model_dump() | said)


@cache
def full_slides() -> CaseStudy:
    return changed(slides=tuple(slide for slide, _ in sorted(fullest(1), key=lambda made: not made[1])))
