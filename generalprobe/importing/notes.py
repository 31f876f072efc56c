"""What a page of notes of a PPTX says: the notes of a slide, and its planned times.

`docs/javascripts/workshop/page.mjs` reads the same in the browser; a test holds the two equal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from generalprobe.importing.paragraphs import Addresses, Paragraph
from generalprobe.importing.plain_text import escaped
from generalprobe.importing.shapes import Shapes, TextShape, shapes_in
from generalprobe.importing.showing import ASIDE

_BEFORE = r"(?:(.*(?:[.!?…“”\")\]]|: [0-9]{1,2}:[0-5][0-9])) )?"
_AMOUNT = (
    r"(?:ca\. ?|etwa )?(?:([0-9]{1,2}):([0-5][0-9])(?: ?min(?:uten)?\.?)?|"
    r"([0-9]{1,3})(?:[.,]([0-9]))? ?(?:(min(?:uten?)?)|s(?:ek(?:unden?)?)?)\.?)[)\]]?"
)
_PLANNED = "(?:geplante )?(?:zeit|dauer)|geplant|(?:rede|sprech)zeit|zeitbedarf"
_TIMES = {
    "time_s": re.compile(rf"{_BEFORE}(?:[(\[]?(?:{_PLANNED}):? |[(\[](?=.*[)\]]$)){_AMOUNT}", re.IGNORECASE),
    "demo_s": re.compile(rf"{_BEFORE}[(\[]?(?:vorführung|demo):? {_AMOUNT}", re.IGNORECASE),
}
"""What lines of notes say of the slide, as `exporting/pptx.py` writes them or trainers do, and the end of the last."""
_LABEL = re.compile(r"(?:sprechtext|notizen|speaker notes|notes): ?", re.IGNORECASE)
_SIGN = re.compile(r"[•‣▪●·\uf0b7] ?(\S.*)")
_LONGEST_S = 99 * 60 + 59


def spoken(page: Element | None, lost: list[str]) -> tuple[str, dict[str, int]]:
    """What stands in the place for notes, else what else stands there; some lines can say planned times."""
    found = Shapes() if page is None else shapes_in(page, Addresses())
    lost += ["long"] if "long" in found.lost else []
    lost += ["address"] * found.lost.count("address")
    texts = [each for each in found.shapes if isinstance(each, TextShape)]
    body = [each for shape in texts if shape.role == "body" for each in shape.paragraphs]
    said = body or [each for shape in texts if shape.role not in ASIDE for each in shape.paragraphs]
    said = _without_signs(said)
    times: dict[str, int] = {}
    for name, pattern in _TIMES.items():
        said, times[name] = _timed(said, pattern)
    return _prose(said), times


def _without_signs(said: Sequence[Paragraph]) -> list[Paragraph]:
    """Without a label in front of all of it; what has a round sign in front is listed."""
    kept = [
        replace(each, text=_LABEL.sub("", each.text, count=1)) if not at and _LABEL.match(each.text) else each
        for at, each in enumerate(said)
    ]
    found = [(each, _SIGN.fullmatch(each.text)) for each in kept if each.text]
    return [replace(each, text=match[1], listed=True) if match else each for each, match in found]


def _timed(said: Sequence[Paragraph], pattern: re.Pattern[str]) -> tuple[list[Paragraph], int]:
    """What is said without a time, and that in seconds: a line of its own, or what stands behind the last sentence."""
    kept, seconds = [], 0
    for at, each in enumerate(said, start=1):
        match = pattern.fullmatch(each.text)
        if not match or (match[1] and at < len(said)):
            kept.append(each)
            continue
        seconds = _seconds(*match.groups()[1:])
        kept += [replace(each, text=match[1])] if match[1] else []
    return kept, seconds


def _seconds(
    minutes: str | None, seconds: str | None, number: str | None, tenths: str | None, is_long: str | None
) -> int:
    """Of a time as a clock shows it, or of a number with its unit."""
    if minutes and seconds:
        return 60 * int(minutes) + int(seconds)
    amount = (10 * int(number or 0) + int(tenths or 0)) * (60 if is_long else 1)
    return min(_LONGEST_S, (amount + 5) // 10)


def _prose(paragraphs: Sequence[Paragraph]) -> str:
    """Paragraphs and lists."""
    text = ""
    for at, each in enumerate(paragraphs):
        goes_on = at and each.listed and paragraphs[at - 1].listed
        text += ("\n" if goes_on else "\n\n" if at else "") + ("- " if each.listed else "") + escaped(each.text)
    return text
