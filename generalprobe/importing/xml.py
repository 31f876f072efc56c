"""Ways through parsed XML by local names: which prefixes and which of two namespaces it has does not matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, ParseError, fromstring

from generalprobe.importing.unreadable import Unreadable

_DECLARES = re.compile("<!DOCTYPE", re.IGNORECASE)
_MOST_MARKS = 400_000
"""Tags, opening and closing ones; a full slide has a thousand."""
_HOSTILE = (
    "Die Datei enthält Anweisungen (DOCTYPE), die in Präsentationen nichts zu suchen haben, und wird darum nicht "
    "gelesen."
)

ENDLESS = "Ein Teil der Datei hat viel mehr Bestandteile als jede Folie, und wird darum nicht gelesen."


def parse(content: bytes) -> Element | None:
    """The root of a part; None for what is no XML. Raises Unreadable where it declares entities or has no end."""
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = content.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    if _DECLARES.search(text):
        raise Unreadable(_HOSTILE)
    if text.count("<") > _MOST_MARKS:
        raise Unreadable(ENDLESS)
    try:
        return fromstring(text)
    except (ParseError, ValueError):
        return None


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def inside(element: Element | None, *names: str) -> Element | None:
    """The first child with that name, and so on downwards."""
    for name in names:
        element = None if element is None else next((child for child in element if local(child) == name), None)
    return element


def below(element: Element, name: str) -> list[Element]:
    """All below with that name, in their order."""
    return element.findall(f".//{{*}}{name}")


def relation(element: Element | None, name: str) -> str:
    """The id of a relationship such as "embed", which shares its local name with plain attributes."""
    attributes: Iterable[tuple[str, str]] = () if element is None else element.items()
    return next((value for key, value in attributes if key.endswith(f"/relationships}}{name}")), "")


def is_set(element: Element | None, name: str) -> bool:
    """Whether an attribute says yes."""
    return element is not None and element.get(name) in ("1", "true", "on")


def text_of(element: Element) -> str:
    """All text within an element."""
    return "".join(element.itertext())
