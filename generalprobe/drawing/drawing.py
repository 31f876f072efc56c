"""A diagram's source → a drawing, or what is wrong with it in German."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from generalprobe.drawing.cleaning import cleaned
from generalprobe.drawing.engine import NotLaidOut, lay_out

KINDS = {
    "flowchart": ("Ablauf", "flowchart"),
    "sequence": ("Gespräch zwischen Beteiligten", "sequenceDiagram"),
    "state": ("Zustände", "stateDiagram-v2"),
    "gantt": ("Zeitplan", "gantt"),
    "timeline": ("Zeitstrahl", "timeline"),
    "pie": ("Anteile", "pie"),
    "mindmap": ("Gedankenkarte", "mindmap"),
    "quadrantChart": ("Vier Felder", "quadrantChart"),
    "journey": ("Weg einer Person", "journey"),
    "class": ("Klassen", "classDiagram"),
    "er": ("Daten und Beziehungen", "erDiagram"),
}
"""The kinds that are drawn, by the engine's names: what they show, and the word that their source begins with."""

MOST_KNOWN = 16_384

LONGEST = 4000
"""How many characters a source may have."""

_ALL = ", ".join(f"`{word}` ({shown})" for shown, word in KINDS.values())
_UNPRINTABLE = re.compile(r"[^\S\n]|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Drawing:
    """The shapes of a diagram as SVG, to stand in an `svg` of the given size in pixels."""

    kind: str
    """What it shows, as in `KINDS`."""
    shapes: str
    width: int
    height: int
    labels: tuple[str, ...]
    """The words in it, in their order."""
    letters: float
    """How large its smallest letters are, in pixels."""
    title: str = ""
    """What the source calls it: `accTitle`, or its title."""
    description: str = ""
    """What the source says about it: `accDescr`."""

    @classmethod
    def revived(cls, kept: dict[str, Any]) -> Drawing:
        """The drawing of which these are the fields, as JSON keeps them."""
        return cls(**{**kept, "labels": tuple(kept["labels"])})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a source is not drawn."""

    code: str
    """The rule that it breaks."""
    message: str
    hint: str = ""
    line: int = 0
    """The line of the source that is meant, from 1; 0 is all of it."""
    words: str = ""
    """What stands in that line."""


_known: dict[str, Drawing | Fault] = {}


def draw(source: str) -> Drawing | Fault:
    """Draw a diagram, once in a process. Pure: the same source always becomes the same drawing."""
    if source not in _known:
        know_drawn({source: _draw(source)})
    return _known[source]


def know_drawn(drawn: Mapping[str, Drawing | Fault]) -> None:
    """Take over what was drawn before, by source."""
    if len(_known) >= MOST_KNOWN:
        _known.clear()
    _known.update(drawn)


def _draw(source: str) -> Drawing | Fault:
    if len(source) > LONGEST:
        return Fault("DIAGRAMM02", f"Das Diagramm hat {len(source)} Zeichen, möglich sind {LONGEST}")
    try:
        layout = lay_out(_UNPRINTABLE.sub(" ", source))
        shapes, labels, letters, said = cleaned(layout.svg)
    except NotLaidOut as reason:
        return _fault(source, reason)
    except ElementTree.ParseError:
        return Fault("DIAGRAMM01", "Im Diagramm stehen Zeichen, die niemand sieht")
    if layout.kind not in KINDS:
        return _unknown_kind(layout.kind)
    size = round(layout.width), round(layout.height)
    return Drawing(layout.kind, shapes, *size, tuple(labels), letters, said.get("title", ""), said.get("desc", ""))


def _fault(source: str, reason: NotLaidOut) -> Fault:
    lines = source.split("\n")
    written = [number for number, line in enumerate(lines, start=1) if line.strip()]
    if reason.code == "unsupported-diagram":
        return _unknown_kind(lines[written[0] - 1].strip() if written else "")
    if reason.code == "too-large":
        return Fault("DIAGRAMM02", "Das Diagramm ist so groß, dass es sich nicht zeichnen lässt")
    number = max((each for each in written if each <= reason.line), default=0)
    if not number:
        said = reason.message.partition("\n")[0]
        return Fault("DIAGRAMM01", f"Das Diagramm lässt sich nicht zeichnen: „{said}“")
    words = lines[number - 1].strip()
    return Fault("DIAGRAMM01", f"Zeile {number} des Diagramms ist nicht zu verstehen: „{words}“", "", number, words)


def _unknown_kind(said: str) -> Fault:
    what = f"Diese Art Diagramm kann die Website nicht zeichnen: „{said[:40]}“"
    return Fault("DIAGRAMM03", what, f"Möglich sind {_ALL}.", 1, said)
