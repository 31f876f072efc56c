"""What stands on a slide or a page of notes of a PPTX: texts, tables, pictures in their order, and what else is there.

`docs/javascripts/workshop/shapes.mjs` reads the same in the browser; a test holds the two equal.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import inf
from xml.etree.ElementTree import Element

from generalprobe.importing.paragraphs import Addresses, Paragraph, joined, linked
from generalprobe.importing.plain_text import as_written, in_one_line
from generalprobe.importing.xml import below, inside, is_set, local, relation, text_of

_FILE_NAME = re.compile(r".{1,200}\.(?:png|jpe?g|gif|webp|bmp|svg|tiff?|heic|emf|wmf)", re.IGNORECASE)
"""What PowerPoint and others write down where nobody described a picture."""
_FIXED_FONT = re.compile(
    r"(?:consolas|courier|menlo|monaco|inconsolata|lucida console).*|.*\b(?:mono|code|typewriter)\b.*",
    re.IGNORECASE,
)
_FIXED_PITCH = 1
"""The last two bits of `pitchFamily`."""
_CODE_NAME = re.compile(r"Code(?: [0-9]{1,4})?")
"""What our own presentations call a box with code, and PowerPoint a copy of it."""
_USUAL_SIZE, _USUAL_IN_PLACE = 1800, 2800
"""Of letters in a box of one's own, and in one of the layout's."""
_DEEPEST = 30
LONGEST = 20_000
"""Characters of a text: more than two talks."""
MOST_ROWS, MOST_COLUMNS = 100, 30
"""No table that anybody can read comes near it."""


@dataclass(frozen=True)
class TextShape:
    """`role` is what the placeholder is for, empty for what is none; `area` is in a unit that only compares.

    `code` is its text line by line as it stands, where it is called code or is set in nothing but a font whose signs
    are all of one width; else it is empty. `size` is that of its letters, in hundredths of a point; it is `apart` in a
    group or in a drawn shape; `top` is in a unit that only compares.
    """

    role: str
    paragraphs: tuple[Paragraph, ...]
    name: str = ""
    code: str = ""
    area: float = inf
    size: float = 0
    apart: bool = False
    top: float = 0


@dataclass(frozen=True)
class PictureShape:
    """`picture` is the id of its relationship; `area` is in a unit that only compares."""

    picture: str
    alt: str
    area: float


@dataclass(frozen=True)
class TableShape:
    """`area` is in a unit that only compares."""

    rows: tuple[tuple[Paragraph, ...], ...]
    area: float


Shape = TextShape | PictureShape | TableShape


@dataclass
class Shapes:
    """What was found, and the names of what cannot be taken over; `addresses` are those of links."""

    shapes: list[Shape] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    addresses: Addresses = field(default_factory=Addresses)


_ANIMATED = ("bldLst", "animEffect", "anim", "animMotion", "animClr", "animScale", "animRot")


def shapes_in(root: Element, addresses: Addresses) -> Shapes:
    """What stands on a slide or a page of notes, with the addresses of its links."""
    found = Shapes(addresses=addresses)
    tree, background = inside(root, "cSld", "spTree"), inside(root, "cSld", "bg")
    if tree is not None:
        _read_tree(tree, found, 0)
    if background is not None and below(background, "blip"):
        found.lost.append("background")
    if any(below(root, name) for name in _ANIMATED):
        found.lost.append("animation")
    return found


def _read_tree(tree: Element, found: Shapes, depth: int) -> None:
    if depth > _DEEPEST:
        found.lost.append("nested")
        return
    for shape in tree:
        name = local(shape)
        if name == "AlternateContent":
            _read_alternatives(shape, found, depth)
        elif name in _NAMED:
            found.lost.append(_NAMED[name])
        elif name in _READERS and is_set(_properties(shape), "hidden"):
            found.lost.append("invisible")
        elif name in _READERS:
            found.lost += ["address"] if relation(inside(_properties(shape), "hlinkClick"), "id") else []
            _READERS[name](shape, found, depth + 1)


def _read_alternatives(shape: Element, found: Shapes, depth: int) -> None:
    """What is new to a program stands there once more as a picture."""
    first, instead = Shapes(addresses=found.addresses), Shapes(addresses=found.addresses)
    for name, into in (("Choice", first), ("Fallback", instead)):
        tree = inside(shape, name)
        if tree is not None:
            _read_tree(tree, into, depth + 1)
    pictures = [] if first.shapes else [each for each in instead.shapes if isinstance(each, PictureShape)]
    found.shapes += [*first.shapes, *pictures]
    found.lost += ["still"] if pictures else first.lost


def _properties(shape: Element) -> Element | None:
    """Name, description and whether it is hidden stand in a child that each kind of shape calls otherwise."""
    return inside(shape[0], "cNvPr") if len(shape) else None


def _read_text(shape: Element, found: Shapes, _: int) -> None:
    role = inside(shape[0], "nvPr", "ph") if len(shape) else None
    look, body = inside(shape, "spPr"), inside(shape, "txBody")
    fill = inside(look, "blipFill")
    if role is None and _is_drawn(look):
        found.lost.append("drawing")
    if fill is not None:
        _read_blip(shape, fill, found)
    if body is None:
        return
    if below(body, "oMath"):
        found.lost.append("formula")
    every = _paragraphs(body, found)
    kept = _within_limit(every)
    if len(kept) < len(every):
        found.lost.append("long")
    place = "" if role is None else role.get("type") or "obj"
    about = _properties(shape)
    name = "" if about is None else in_one_line(about.get("name", ""))
    code = _code(body) if _CODE_NAME.fullmatch(name) or _is_fixed(body) else ""
    is_apart = role is None and _is_drawn(look)
    found.shapes.append(
        TextShape(place, tuple(kept), name, code, _area(shape), _size(body, place), is_apart, _top(look))
    )


def _size(body: Element, place: str) -> float:
    """The largest letters that it says it has, else what is usual."""
    said = [_number(run.get("sz", "")) for run in below(body, "rPr")]
    usual = inside(body, "lstStyle", "lvl1pPr", "defRPr")
    own = 0 if usual is None else _number(usual.get("sz", ""))
    return max(said, default=0) or own or (_USUAL_IN_PLACE if place else _USUAL_SIZE)


def _top(look: Element | None) -> float:
    place = inside(look, "xfrm", "off")
    return 0 if place is None else _number(place.get("y", ""))


def _is_drawn(look: Element | None) -> bool:
    """Whether it is more than a box for text."""
    shape = inside(look, "prstGeom")
    return inside(look, "custGeom") is not None or (shape is not None and shape.get("prst", "rect") != "rect")


def _is_fixed(body: Element) -> bool:
    """Whether all that is written in it is set in a font whose signs are all of one width."""
    usual = inside(body, "lstStyle", "lvl1pPr", "defRPr", "latin")
    looks = [
        usual if (own := inside(run, "rPr", "latin")) is None else own
        for paragraph in body
        if local(paragraph) == "p"
        for run in paragraph
        if local(run) in ("r", "fld") and text_of(run).strip()
    ]
    return bool(looks) and all(map(_is_fixed_font, looks))


def _is_fixed_font(font: Element | None) -> bool:
    if font is None:
        return False
    named = _FIXED_FONT.fullmatch(font.get("typeface", ""))
    return named is not None or int(_number(font.get("pitchFamily", ""))) & 3 == _FIXED_PITCH


def _code(body: Element) -> str:
    """All lines as they stand; nothing where that is more than anybody shows."""
    every = ["".join(said for said, _ in _pieces(child, 0, "\n")) for child in body if local(child) == "p"]
    text = _EDGE.sub("", as_written("\n".join(every)))
    return text if len(text) <= LONGEST else ""


_EDGE = re.compile(r"\A(?:[ ]*\n)+|[ \n]+\Z")
"""Lines with nothing on them, before the first and behind the last."""


def _paragraphs(body: Element, found: Shapes) -> list[Paragraph]:
    """Those that say something."""
    every = [_paragraph(child, found) for child in body if local(child) == "p"]
    return [paragraph for paragraph in every if paragraph.text]


def _paragraph(paragraph: Element, found: Shapes) -> Paragraph:
    look = inside(paragraph, "pPr")
    listed = inside(look, "buChar") is not None or inside(look, "buAutoNum") is not None
    level = "" if look is None else look.get("lvl", "")
    said, lost = linked(_pieces(paragraph, 0, " "), found.addresses)
    found.lost += ["address"] * lost
    return replace(said, level=int(_number(level)), listed=listed)


def _within_limit(paragraphs: list[Paragraph]) -> list[Paragraph]:
    kept, length = [], 0
    for paragraph in paragraphs:
        length += len(paragraph.text)
        if length <= LONGEST:
            kept.append(paragraph)
    return kept


_SILENT = frozenset({"pPr", "rPr", "endParaRPr", "Fallback"})
"""What holds no text, or the same once more."""


def _pieces(element: Element, depth: int, line_break: str, link: str = "") -> list[tuple[str, str]]:
    """Texts, each with the id of its link; empty for none."""
    pieces: list[tuple[str, str]] = []
    for child in element:
        name = local(child)
        if name == "t":
            pieces.append((text_of(child), link))
        elif name == "br":
            pieces.append((line_break, link))
        elif name not in _SILENT and depth <= _DEEPEST:
            own = relation(inside(child, "rPr", "hlinkClick"), "id")
            pieces += _pieces(child, depth + 1, line_break, own or link)
    return pieces


def _read_group(shape: Element, found: Shapes, depth: int) -> None:
    """What stands in it has places of its own."""
    inner = Shapes(lost=found.lost, addresses=found.addresses)
    _read_tree(shape, inner, depth)
    found.shapes += [replace(each, apart=True, top=0) if isinstance(each, TextShape) else each for each in inner.shapes]


def _read_picture(shape: Element, found: Shapes, _: int) -> None:
    about = inside(shape[0], "nvPr") if len(shape) else None
    if _has(about, "videoFile", "quickTimeFile"):
        found.lost.append("video")
    if _has(about, "audioFile", "wavAudioFile", "audioCd"):
        found.lost.append("audio")
        return
    fill = inside(shape, "blipFill")
    if fill is not None:
        _read_blip(shape, fill, found)


def _has(element: Element | None, *names: str) -> bool:
    return any(inside(element, name) is not None for name in names)


def _read_blip(shape: Element, fill: Element, found: Shapes) -> None:
    blip, crop = inside(fill, "blip"), inside(fill, "srcRect")
    picture = relation(blip, "embed")
    if not picture:
        found.lost.append("linked" if relation(blip, "link") else "unknown")
        return
    if crop is not None and any(_number(crop.get(side, "")) > 0 for side in "ltrb"):
        found.lost.append("cropped")
    about = _properties(shape)
    alt = in_one_line(about.get("descr", "")) if about is not None else ""
    found.shapes.append(PictureShape(picture, described(alt), _area(shape)))


def described(alt: str) -> str:
    """What a picture shows; nothing where only the name of its file stands there."""
    return "" if _FILE_NAME.fullmatch(alt) else alt


def _area(shape: Element) -> float:
    """What keeps the place of a placeholder is large, and says nothing of its size."""
    size = inside(shape, "spPr", "xfrm", "ext")
    size = inside(shape, "xfrm", "ext") if size is None else size
    return inf if size is None else _number(size.get("cx", "")) * _number(size.get("cy", ""))


def _number(text: str) -> float:
    match = re.match(r"\s*([-+]?[0-9]{1,15}(?:\.[0-9]{1,15})?)", text)
    return float(match[1]) if match else 0


def _read_frame(frame: Element, found: Shapes, _: int) -> None:
    content = inside(frame, "graphic", "graphicData")
    table = inside(content, "tbl")
    if table is not None:
        _read_table(frame, table, found)
        return
    uri = "" if content is None else content.get("uri", "")
    found.lost.append(next((name for pattern, name in _FRAMES if pattern.search(uri)), "other"))


_FRAMES = (
    (re.compile("/diagram$"), "smartart"),
    (re.compile("/chart(ex)?$"), "chart"),
    (re.compile("/ole$"), "object"),
)
_MERGED = ("gridSpan", "rowSpan", "hMerge", "vMerge")


def _read_table(frame: Element, table: Element, found: Shapes) -> None:
    every = [[cell for cell in row if local(cell) == "tc"] for row in table if local(row) == "tr"]
    cells = [row[:MOST_COLUMNS] for row in every[:MOST_ROWS]]
    if len(cells) < len(every) or any(len(row) > MOST_COLUMNS for row in every):
        found.lost.append("wide")
    if any(name in cell.attrib for row in cells for cell in row for name in _MERGED):
        found.lost.append("merged")
    rows = tuple(tuple(_cell(cell, found) for cell in row) for row in cells)
    if any(rows):
        found.shapes.append(TableShape(rows, _area(frame)))


def _cell(cell: Element, found: Shapes) -> Paragraph:
    body = inside(cell, "txBody")
    return joined(() if body is None else _within_limit(_paragraphs(body, found)))


_READERS: dict[str, Callable[[Element, Shapes, int], None]] = {
    "sp": _read_text,
    "pic": _read_picture,
    "graphicFrame": _read_frame,
    "grpSp": _read_group,
}
_NAMED = {"cxnSp": "drawing", "contentPart": "ink"}
