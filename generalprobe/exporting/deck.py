"""Slides of a case study → slides of a presentation, in the layouts and the measures of our template.

Measures are points: a slide of 960 px on the site is one of 960 pt here (`typesetting`). Places are taken from the
layout as long as what stands on a slide fits there.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

from generalprobe.drawing import Drawing, draw
from generalprobe.exporting.blank import add_blank, add_foot, boxes
from generalprobe.exporting.coloured import code_lines
from generalprobe.exporting.drawingml import LANGUAGE, dash, fill, flush, sharpen, style
from generalprobe.exporting.measures import (
    ARTIFACT,
    CAPTION,
    CAPTION_SIZE,
    FOOT,
    FOOT_SIZE,
    GAP,
    LIGHT,
    NUMBER_FIELD,
    PANE,
    PANE_EDGE,
    SIDE,
    SUB,
    TEXT,
    TOP,
    UNDER,
    WIDTH,
    Box,
    colour,
)
from generalprobe.exporting.paths import qn
from generalprobe.exporting.pictured import NoPicture, Picture, drawn_svg, fitted, pictured
from generalprobe.exporting.runs import Paragraph, Run, clean, inline_runs, plain_run
from generalprobe.format.case_study import Code, Diagram, Image, Placeholder, Quote, Slide, Table
from generalprobe.typesetting import Layout, layout

TITLE_ROOM = 170.0
"""The height below the rule of a title."""
CELL_ABOVE, CELL_RIGHT = 0.36, 0.8
LEAST_TABLE, LEAST_TEXT = 18, 8


@dataclass(frozen=True)
class Around:
    """What a slide needs beside itself: the topic in its foot, files by path below docs/, where links lead."""

    topic: str
    pictures: Mapping[str, bytes]
    site_url: str = ""


def add_slide(deck: Any, slide: Slide, around: Around) -> Any:
    """Add a slide with all that is shown on it; returns it as python-pptx has it."""
    number = len(deck.slides) + 1
    setting = layout(slide, first=number == 1)
    page = add_blank(deck, _layout_name(setting))
    page._element.cSld.set("name", clean(slide.title))
    _Writer(page, number, setting, around).write()
    return page


def _layout_name(setting: Layout) -> str:
    match setting.slide.artifact:
        case Table():
            return "Tabelle"
        case Code():
            return "Code"
        case Quote():
            return "Zitat"
        case None:
            return "Titel" if setting.first else "Punkte"
        case _:
            return "Punkte" if setting.alone else "Punkte + Bild"


class _Writer:
    """Fills one slide."""

    def __init__(self, page: Any, number: int, setting: Layout, around: Around) -> None:
        self.page, self.number, self.setting, self.around = page, number, setting, around
        self.slide = setting.slide
        self.places = {each.placeholder_format.idx: each for each in page.placeholders}
        self.boxes = boxes(_layout_name(setting))

    def write(self) -> None:
        self.headline()
        self.bullets()
        if self.slide.artifact:
            self.artifact()
        if not self.title:
            self.foot()
        for index, place in self.places.items():
            if (index and not place.has_text_frame) or (place.has_text_frame and not place.text_frame.text):
                place._element.getparent().remove(place._element)

    @property
    def title(self) -> bool:
        """Whether it is the talk's title on the dark ground."""
        return self.setting.first and self.slide.artifact is None

    @property
    def statement(self) -> bool:
        return self.setting.display and not self.title

    # Text

    def headline(self) -> None:
        setting, place = self.setting, self.places[0]
        self.text(place, [Paragraph(plain_run(self.slide.headline))], int(setting.headline))
        if self.statement:
            self.move(place, (SIDE, TOP, setting.headline_room, 205))
            place.text_frame._txBody.bodyPr.set("anchor", "b")
        elif not self.title:
            height = setting.headline_height - 17
            if not self.fits(0, setting.headline_room, height):
                self.move(place, (SIDE, TOP, setting.headline_room, height))

    def bullets(self) -> None:
        setting, place = self.setting, self.places.get(TEXT)
        if not self.slide.bullets or place is None:
            return
        self.text(place, list(_outline(self.slide)), int(self.text_size()), flat=self.statement)
        if self.statement:
            self.move(place, (SIDE, 270, setting.text_width, 215))
        elif not self.title:
            under = TOP + setting.headline_height
            fits = self.fits(TEXT, setting.text_width, setting.bullets_height)
            if not fits or under > self.boxes[TEXT][1] + 2:
                self.move(place, (SIDE, under, setting.text_width, FOOT - UNDER - under))

    def fits(self, place: int, width: float, height: float) -> bool:
        """Whether a text stands in the place that the layout has for it; some points do not matter."""
        *_, wide, high = self.boxes[place]
        return abs(wide - width) < 4 and height <= high + 2

    def text_size(self) -> float:
        """Of the bullets: smaller where there are more of them than fit."""
        setting = self.setting
        if self.title:
            return float(setting.text / max(1.0, setting.bullets_height / TITLE_ROOM) ** 0.6)
        return float(max(LEAST_TEXT, setting.text * min(1.0, setting.text_room / setting.bullets_height)))

    def text(self, place: Any, paragraphs: Sequence[Paragraph], size: int, *, flat: bool = False) -> None:
        """Write paragraphs, with the sizes of both levels; `flat` without dots."""
        body = place.text_frame._txBody
        style = body.find(qn("a:lstStyle"))
        for level, points in ((1, size), (2, int(SUB * size))):
            given = etree.SubElement(style, qn(f"a:lvl{level}pPr"))
            if flat:
                given.set("marL", "0")
                given.set("indent", "0")
                etree.SubElement(given, qn("a:buNone"))
            look = etree.SubElement(given, qn("a:defRPr"), {"sz": str(points * 100)})
            if flat:
                etree.SubElement(etree.SubElement(look, qn("a:solidFill")), qn("a:srgbClr")).set("val", colour("soft"))
            if place.placeholder_format.idx == 0:
                break
        fill(body, paragraphs, self.link)
        if place.placeholder_format.idx != ARTIFACT:
            flush(body)

    def link(self, run: Run) -> str:
        """The relation to where a run leads, or nothing."""
        address = run.link
        if address.startswith("/"):
            address = self.around.site_url and self.around.site_url.rstrip("/") + address
        if not address.startswith(("http:", "https:", "mailto:")):
            return ""
        return str(self.page.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def foot(self) -> None:
        """The topic and the number of the slide, in the placeholders of the layout."""
        foot, number = add_foot(self.page)
        # Said again here: LibreOffice sets a foot in its own way where the slide says nothing.
        fill(foot, [Paragraph((Run(self.around.topic),))], self.link, size=FOOT_SIZE, ink=colour("soft"), align="l")
        etree.SubElement(foot.p_lst[0].r_lst[0].rPr, qn("a:latin")).set("typeface", "+mn-lt")
        field = etree.SubElement(number.p_lst[0], qn("a:fld"), {"id": NUMBER_FIELD, "type": "slidenum"})
        etree.SubElement(field, qn("a:rPr")).set("lang", LANGUAGE)
        etree.SubElement(field, qn("a:t")).text = str(self.number)

    # Artifacts

    def artifact(self) -> None:
        match self.slide.artifact:
            case Table() as table:
                self.table(table)
            case Code() as code:
                self.code(code)
            case Quote() as quote:
                self.quote(quote)
            case Image() as image:
                self.image(image)
            case Diagram() as diagram:
                self.diagram(diagram)
            case Placeholder() as missing:
                self.missing(missing.description, missing.caption)

    @property
    def beside(self) -> tuple[float, float]:
        """Left and top of a table or code."""
        setting = self.setting
        left = SIDE if setting.alone else SIDE + setting.text_width + GAP
        return left, TOP + setting.headline_height

    def table(self, table: Table) -> None:
        setting = self.setting
        size, columns, heights = _measured(table, setting)
        frame = self.places.pop(ARTIFACT).insert_table(len(table.rows) + 1, len(table.columns))
        frame.name = "Tabelle"
        grid = frame.table
        style(grid)
        for column, wide in zip(grid.columns, columns, strict=True):
            column.width = Pt(wide)
        for row, high in zip(grid.rows, heights, strict=True):
            row.height = Pt(high)
        for at, cells in enumerate((table.columns, *table.rows)):
            for number in range(len(table.columns)):
                text = cells[number] if number < len(cells) else ""
                self.cell(grid.cell(at, number), text, size, last=number == len(table.columns) - 1)
        left, top = self.beside
        self.move(frame, (left, top, setting.artifact_width, sum(heights)))
        self.caption(table.caption, (left, top + sum(heights) + 10, setting.artifact_width))

    def cell(self, cell: Any, text: str, size: float, *, last: bool) -> None:
        edge = Pt(CELL_ABOVE * size)
        cell.margin_left, cell.margin_right = 0, 0 if last else Pt(CELL_RIGHT * size)
        cell.margin_top, cell.margin_bottom = edge, edge
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        fill(cell.text_frame._txBody, [Paragraph(inline_runs(text))], self.link, size=int(size))

    def code(self, code: Code) -> None:
        setting, place = self.setting, self.places[ARTIFACT]
        size = setting.text * 0.68
        written = code_lines(code.code, code.language)
        self.text(place, written, int(size))
        left, top = self.beside
        height = min(len(written) * size * 1.4 + 29, FOOT - 8 - top)
        self.move(place, (left, top, setting.artifact_width, height))
        self.caption(code.caption, (left, top + height + 10, setting.artifact_width))

    def quote(self, quote: Quote) -> None:
        setting, place = self.setting, self.places[ARTIFACT]
        said = Paragraph((Run("„"), *inline_runs(quote.text), Run("“")))
        below = [Paragraph(inline_runs(f"— {quote.source}"), 1)] if quote.source else []
        below += [Paragraph(inline_runs(quote.caption), 1)] if quote.caption else []
        self.text(place, [said, *below], int(setting.text * (1.62 if setting.alone else 1.2)))
        style = place.text_frame._txBody.find(qn("a:lstStyle"))
        style.find(qn("a:lvl2pPr")).find(qn("a:defRPr")).set("sz", f"{CAPTION_SIZE + 1}00")
        self.move(place, (PANE, 0, WIDTH - PANE, FOOT))
        if setting.alone:
            top = TOP + setting.headline_height
            self.move(place, (0, top, WIDTH, FOOT - top))
            body = place.text_frame._txBody.bodyPr
            body.set("lIns", str(Pt(SIDE)))
            body.set("rIns", str(Pt(SIDE)))

    def image(self, image: Image) -> None:
        try:
            picture = self.pictured(self.around.pictures.get(image.src, b""))
        except NoPicture:
            self.missing(image.alt, image.caption)
        else:
            self.picture(picture, image.alt, image.caption)

    def diagram(self, diagram: Diagram) -> None:
        drawing = draw(diagram.source)
        if isinstance(drawing, Drawing):
            svg = drawn_svg(drawing, on_shade=self.setting.paned)
            self.picture(self.pictured(svg), diagram.description, diagram.caption)
        else:
            self.missing(diagram.description, diagram.caption)

    def pictured(self, content: bytes) -> Picture:
        return pictured(content, self.setting.picture(), LIGHT["shade" if self.setting.paned else "sheet"])

    @property
    def room(self) -> Box:
        """Where a picture may stand."""
        setting = self.setting
        width, height = setting.artifact_width, setting.artifact_room
        if setting.paned:
            return PANE + PANE_EDGE, PANE_EDGE, width, height
        return SIDE, TOP + setting.headline_height + 8, WIDTH - 2 * SIDE, height

    def picture(self, picture: Picture, alt: str, caption: str) -> None:
        """Show a picture in the place for it, as large as fits."""
        left, top, width, height = self.room
        wide, high = fitted(picture.width, picture.height, (width, height))
        shape = self.page.shapes.add_picture(
            io.BytesIO(picture.raster), Pt(left + (width - wide) / 2), Pt(top + (height - high) / 2), Pt(wide), Pt(high)
        )
        shape.name = "Bild"
        properties = shape._element.nvPicPr
        properties.cNvPr.set("descr", clean(alt))
        place = self.places.pop(TEXT if self.setting.alone else ARTIFACT)
        mark = {"idx": str(TEXT)} if self.setting.alone else {"type": "pic", "idx": str(ARTIFACT)}
        etree.SubElement(properties.find(qn("p:nvPr")), qn("p:ph"), mark)
        place._element.getparent().remove(place._element)
        if picture.svg:
            sharpen(shape, picture.svg, self.page.part)
        self.caption(caption, (left, top + (height + high) / 2 + 6, width), align="ctr")

    def missing(self, description: str, caption: str = "") -> None:
        """A frame that says what is still to come."""
        left, top, width, height = self.room
        shape = self.page.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height))
        shape.name = "Platzhalter"
        frame = shape.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame._txBody.bodyPr.set("anchor", "ctr")
        dash(shape)
        words = [Paragraph((Run("Platzhalter"),)), Paragraph(inline_runs(description))]
        fill(frame._txBody, words, self.link, size=int(self.setting.text), align="ctr")
        for run in frame.paragraphs[0]._p.findall(qn("a:r")):
            run.find(qn("a:rPr")).set("sz", f"{CAPTION_SIZE}00")
        self.caption(caption, (left, top + height + 2, width), align="ctr")

    def caption(self, text: str, under: tuple[float, float, float], align: str = "") -> None:
        """What stands below an artifact, in its placeholder if the layout has one."""
        if not text:
            return
        left, top, width = under
        place = self.places.get(CAPTION)
        if place is None:
            place = self.page.shapes.add_textbox(0, 0, 0, 0)
            place.name = "Bildunterschrift"
            place.text_frame.word_wrap = True
        self.page.shapes._spTree.append(place._element)  # Read aloud after what it is about.
        words = [Paragraph(inline_runs(text))]
        fill(place.text_frame._txBody, words, self.link, size=CAPTION_SIZE, ink=colour("soft"), align=align)
        flush(place.text_frame._txBody)
        self.move(place, (left, top, width, max(FOOT - 4 - top, 22)))

    @staticmethod
    def move(shape: Any, box: Box) -> None:
        """What is far too much leaves other things no room: they stand where they begin, and overlap."""
        left, top, *sides = box
        shape.left, shape.top = Pt(left), Pt(top)
        shape.width, shape.height = (Pt(max(side, 0)) for side in sides)


def _measured(table: Table, setting: Layout) -> tuple[float, list[float], list[float]]:
    """Size of type, widths of columns, heights of rows: a little smaller where that leaves each row one line."""
    size, gaps = setting.table_size, CELL_RIGHT * (len(table.columns) - 1)
    _, _, most = setting.columns_room(table)
    one_line = setting.artifact_width / (sum(most) + gaps)
    if LEAST_TABLE <= one_line < size:
        size, texts, lines = one_line, most, [1] * (len(table.rows) + 1)
    else:
        texts, lines = setting.column_widths(table), setting.row_lines(table)
    widths = [text + CELL_RIGHT for text in texts[:-1]] + texts[-1:]
    heights = [count * size * 1.3 + 2 * CELL_ABOVE * size for count in lines]
    return int(size), [wide * setting.artifact_width / sum(widths) for wide in widths], heights


def _outline(slide: Slide) -> Iterator[Paragraph]:
    for bullet in slide.bullets:
        yield Paragraph(inline_runs(bullet.text))
        yield from (Paragraph(inline_runs(text), 1) for text in bullet.bullets)
