"""What a slide of a PPTX shows beside its bullets: a picture, a table, code, a quote. The largest is kept.

`docs/javascripts/workshop/showing.mjs` decides the same in the browser; a test holds the two equal. Our own
presentations name their boxes; those of others are known by what they look like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generalprobe.format.case_study import AnyArtifact, Code, Image, Placeholder, Quote, Table
from generalprobe.format.wording import shorten
from generalprobe.importing.paragraphs import Paragraph, joined, marked
from generalprobe.importing.shapes import PictureShape, Shape, TableShape, TextShape

TITLES = ("title", "ctrTitle")
ASIDE = ("sldNum", "dt", "ftr", "hdr", "sldImg")
_NAMED = re.compile(r"(Zitat|Bildunterschrift|Platzhalter|Stichpunkte|Inhalt|Untertitel)(?: [0-9]{1,4})?")
"""What our own presentations call their boxes, and PowerPoint copies of them."""
_NAMED_ANEW = re.compile("PlaceHolder [0-9]{1,4}")
"""What LibreOffice calls all places of a layout when it saves."""
_PLAIN = ("Bildunterschrift", "Stichpunkte", "Inhalt", "Untertitel")
_CLOSES = {"„": "“”", "“": "”", "»": "«", "«": "»", '"': '"'}
_SOURCE = re.compile(r"[—–-]\s*(\S.*)")
_CALLED = {"image": "das Bild", "table": "die Tabelle", "code": "der Code", "quote": "das Zitat"}
_LONGEST_CELLS = 400


@dataclass(frozen=True)
class Shown:
    """What is kept to be shown, the texts that are left for title and bullets, and what is not taken over.

    `lost` are names from the table of losses, `dropped` whole sentences.
    """

    artifact: AnyArtifact | None
    texts: tuple[TextShape, ...]
    lost: tuple[str, ...]
    dropped: tuple[str, ...]


class _Found(NamedTuple):
    shape: Shape
    artifact: AnyArtifact


def shown_in(shapes: Sequence[Shape], find: Callable[[str], tuple[str, str]]) -> Shown:
    """Look through what stands on a slide; `find` knows a picture by its id: its name, or the name of its flaw."""
    shapes = _named_as_before(shapes)
    texts = [each for each in shapes if isinstance(each, TextShape) and each.role not in ASIDE]
    lost: list[str] = []
    found = list(_found(shapes, _texts_alone(texts), find, lost))
    if not found:
        return Shown(None, tuple(texts), tuple(lost), ())
    kept = max(found, key=lambda each: each.shape.area)
    caption = next((each for each in texts if _name(each) == "Bildunterschrift" and each.paragraphs), None)
    has_place = caption is not None and not kept.artifact.caption
    said = marked(joined(caption.paragraphs)) if caption and has_place else kept.artifact.caption
    taken = [kept.shape, caption if has_place else None]
    others = [each for each in found if each is not kept]
    lost += ["listed" for each in others if isinstance(each.shape, TextShape)]
    lost += ["address"] * (links_in([kept.shape]) if isinstance(kept.artifact, Code) else 0)
    return Shown(
        kept.artifact.model_copy(update={"caption": said}),
        tuple(each for each in texts if not any(each is one for one in taken)),
        tuple(lost),
        tuple(_dropped(each.shape, kept) for each in others if not isinstance(each.shape, TextShape)),
    )


def _named_as_before(shapes: Sequence[Shape]) -> list[Shape]:
    """The same shapes; where LibreOffice has named them anew, a quote and a caption are known by their looks."""
    texts = [each for each in shapes if isinstance(each, TextShape) and each.role not in ASIDE and each.paragraphs]
    return [
        replace(each, name=name) if isinstance(each, TextShape) and (name := _name_before(each, texts)) else each
        for each in shapes
    ]


def _name_before(shape: TextShape, texts: Sequence[TextShape]) -> str:
    """Neither has dots; a quote stands in its marks, a caption in one paragraph of the smallest letters."""
    said = [each.text for each in shape.paragraphs]
    is_other = shape.role in TITLES or any(each.listed for each in shape.paragraphs)
    if not said or is_other or shape.code or not _NAMED_ANEW.fullmatch(shape.name):
        return ""
    if unwrapped(said[0]) != said[0]:
        return "Zitat"
    others = [each.size for each in texts if each is not shape and not each.code]
    return "Bildunterschrift" if len(said) == 1 and others and shape.size < min(others) else ""


def title_in(texts: Iterable[TextShape]) -> str:
    """The title as it is marked, or nothing."""
    return " ".join(joined(each.paragraphs).text for each in texts if each.role in TITLES and each.paragraphs)


def heading_in(texts: Iterable[TextShape]) -> TextShape | None:
    """What is read as the title where none is marked: the largest letters, the topmost of them."""
    said = (each for each in texts if each.role not in TITLES and each.paragraphs)
    return min(said, key=lambda each: (-each.size, each.apart, each.top), default=None)


def links_in(shapes: Iterable[Shape]) -> int:
    """How many links stand in texts."""
    return sum(len(each.links) for shape in shapes if isinstance(shape, TextShape) for each in shape.paragraphs)


def _texts_alone(texts: Sequence[TextShape]) -> list[TextShape]:
    """Texts that are nothing else, whatever they look like: titles, what is read as one where none is marked, and
    places for text where the title, too, is set as code is.
    """
    titles = [each for each in texts if each.role in TITLES and each.paragraphs]
    heading = heading_in(texts)
    has_look = any(each.code for each in titles)
    return [
        *(titles or [heading] if heading else titles),
        *(each for each in texts if has_look and each.role and each.code),
    ]


def _found(
    shapes: Sequence[Shape], alone: Sequence[TextShape], find: Callable[[str], tuple[str, str]], lost: list[str]
) -> Iterator[_Found]:
    for shape in shapes:
        if isinstance(shape, TableShape):
            yield _Found(shape, _table(shape.rows))
        elif isinstance(shape, PictureShape):
            name, flaw = find(shape.picture)
            if flaw:
                lost.append(flaw)
            else:
                yield _Found(shape, Image.model_construct(kind="image", src=name, alt=shape.alt))
        elif shape.role not in ASIDE and not any(shape is each for each in alone) and (artifact := _written(shape)):
            yield _Found(shape, artifact)


def _table(rows: Sequence[Sequence[Paragraph]]) -> Table:
    """Its first row says what the columns are; one that says nothing is called by its number."""
    width = max(map(len, rows))
    columns, *others = [(*map(marked, row), *[""] * (width - len(row))) for row in rows]
    named = tuple(name or f"Spalte {number}" for number, name in enumerate(columns, start=1))
    return Table.model_construct(kind="table", columns=named, rows=tuple(others) or (("",) * width,))


def _name(shape: TextShape) -> str:
    match = _NAMED.fullmatch(shape.name)
    return match[1] if match else ""


def _written(shape: TextShape) -> Code | Quote | Placeholder | None:
    """What a box of text is, if it is more than text."""
    if _name(shape) in _PLAIN:
        return None
    if shape.code and _name(shape) != "Zitat":
        return Code.model_construct(kind="code", code=shape.code)
    first, *below = shape.paragraphs or [Paragraph("")]
    if _name(shape) == "Platzhalter" and below and first.text == "Platzhalter":
        return Placeholder.model_construct(kind="placeholder", description=marked(joined(below)))
    return _quote(shape.paragraphs, is_named=_name(shape) == "Zitat")


def _quote(texts: Sequence[Paragraph], *, is_named: bool) -> Quote | None:
    """A quote by the name of its box, or by marks around it and a line that says whose it is."""
    if not texts:
        return None
    said, *below = texts
    inner = unwrapped(said.text)
    source = _SOURCE.fullmatch(below[0].text) if below else None
    if not is_named and not (source and len(below) == 1 and inner != said.text):
        return None
    text = said if inner == said.text else said.part(1, len(said.text) - 1)
    who = below[0].part(source.start(1), len(below[0].text)) if source else Paragraph("")
    caption = joined(below[1:] if source else below)
    return Quote.model_construct(kind="quote", text=marked(text), source=marked(who), caption=marked(caption))


def unwrapped(text: str) -> str:
    """A text without the quotation marks around all of it."""
    closes, inner, depth = _CLOSES.get(text[:1], ""), text[1:-1], 0
    if not inner or text[-1] not in closes or (text[0] in closes and text[0] in inner):
        return text
    for sign in inner:
        depth += (sign == text[0]) - (sign in closes)
        if depth < 0:
            return text
    return inner


def _dropped(shape: Shape, kept: _Found) -> str:
    """That it is not shown, what is, and what stood in it."""
    if isinstance(shape, PictureShape) and isinstance(kept.shape, PictureShape):
        which, shown = ("kleineres", "das größte") if shape.area < kept.shape.area else ("weiteres", "das erste")
        return f"Ein {which} Bild{_named(shape)} fällt weg, gezeigt wird {shown}{_named(kept.shape)}."
    shown = _CALLED.get(kept.artifact.kind, "der Platzhalter")
    if not isinstance(shape, TableShape):
        return f"Bild{_named(shape) if isinstance(shape, PictureShape) else ''} fällt weg, gezeigt wird {shown}."
    rows = [[cell.text for cell in row if cell.text] for row in shape.rows]
    cells = " / ".join(" | ".join(row) for row in rows if row)
    size = f"{len(shape.rows)} × {max(map(len, shape.rows))}"
    return f"Tabelle ({size}) fällt weg, gezeigt wird {shown}. Darin stand: {shorten(cells, _LONGEST_CELLS)}"


def _named(picture: PictureShape) -> str:
    return f" „{shorten(picture.alt)}“" if picture.alt else ""
