"""What a page of notes of a PPTX says: the notes of a slide, and its planned times.

`docs/javascripts/workshop/page.mjs` reads the same in the browser; a test holds the two equal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from generalprobe.importing.plain_text import escaped
from generalprobe.importing.shapes import Paragraph, Shapes, TextShape, shapes_in
from generalprobe.importing.showing import ASIDE

_BEFORE = r"(?:(.*(?:[.!?…“”\")\]]|: [0-9]{1,2}:[0-5][0-9])) )?"
_CLOCK = "([0-9]{1,2}):([0-5][0-9])"
_TIMES = {
    "time_s": re.compile(f"{_BEFORE}(?:(?:Geplante )?Zeit|Geplant): {_CLOCK}", re.IGNORECASE),
    "demo_s": re.compile(f"{_BEFORE}Vorführung: {_CLOCK}", re.IGNORECASE),
}
"""What lines of notes say of the slide, as `exporting/pptx.py` writes them, and the end of the last one."""


def spoken(page: Element | None, lost: list[str]) -> tuple[str, dict[str, int]]:
    """What stands in the place for notes, else what else stands there; some lines can say planned times."""
    found = Shapes() if page is None else shapes_in(page)
    lost += ["long"] if "long" in found.lost else []
    texts = [each for each in found.shapes if isinstance(each, TextShape)]
    body = [each for shape in texts if shape.role == "body" for each in shape.paragraphs]
    said = body or [each for shape in texts if shape.role not in ASIDE for each in shape.paragraphs]
    times: dict[str, int] = {}
    for name, pattern in _TIMES.items():
        said, times[name] = _timed(said, pattern)
    return _prose(said), times


def _timed(said: Sequence[Paragraph], pattern: re.Pattern[str]) -> tuple[list[Paragraph], int]:
    """What is said without a time, and that in seconds: a line of its own, or what stands behind the last sentence."""
    kept, seconds = [], 0
    for at, each in enumerate(said, start=1):
        match = pattern.fullmatch(each.text)
        if not match or (match[1] and at < len(said)):
            kept.append(each)
            continue
        seconds = 60 * int(match[2]) + int(match[3])
        kept += [replace(each, text=match[1])] if match[1] else []
    return kept, seconds


def _prose(paragraphs: Sequence[Paragraph]) -> str:
    """Paragraphs and lists."""
    text = ""
    for at, each in enumerate(paragraphs):
        goes_on = at and each.listed and paragraphs[at - 1].listed
        text += ("\n" if goes_on else "\n\n" if at else "") + ("- " if each.listed else "") + escaped(each.text)
    return text
