"""What python-pptx has no words for: runs in their language, drawings beside rasters, the template's look of tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.util import Pt

from generalprobe.exporting.measures import MONO, PITCH, TABLE_STYLE, colour
from generalprobe.exporting.paths import qn
from generalprobe.exporting.runs import Paragraph, Run

LANGUAGE = "de-DE"
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

Link = Callable[[Run], str]
"""The id of the relation to where a run leads, or nothing."""


def fill(
    body: Any, paragraphs: Sequence[Paragraph], link: Link, *, size: int = 0, ink: str = "", align: str = ""
) -> None:
    """Write paragraphs into a text body, in place of what is there; `size` in points, where no list style says it."""
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for paragraph in paragraphs:
        written = etree.SubElement(body, qn("a:p"))
        if paragraph.level or align:
            marks = {"lvl": str(paragraph.level)} if paragraph.level else {}
            etree.SubElement(written, qn("a:pPr"), marks | ({"algn": align} if align else {}))
        for run in paragraph.runs:
            if run.text:
                _write_run(written, run, link, size, ink)
        end = etree.SubElement(written, qn("a:endParaRPr"), {"lang": LANGUAGE})
        if size:
            end.set("sz", f"{size}00")


def _write_run(paragraph: Any, run: Run, link: Link, size: int, ink: str) -> None:
    written = etree.SubElement(paragraph, qn("a:r"))
    marks = {"sz": f"{size}00"} if size else {}
    marks |= {"b": "1"} if run.bold else {}
    marks |= {"i": "1"} if run.italic else {}
    look = etree.SubElement(written, qn("a:rPr"), {"lang": LANGUAGE, **marks})
    if ink := run.ink or ink:
        etree.SubElement(etree.SubElement(look, qn("a:solidFill")), qn("a:srgbClr")).set("val", ink)
    if run.code:
        etree.SubElement(look, qn("a:latin"), {"typeface": MONO, "pitchFamily": PITCH[MONO]})
        etree.SubElement(look, qn("a:cs"), {"typeface": MONO})
    if related := run.link and link(run):
        etree.SubElement(look, qn("a:hlinkClick"), {qn("r:id"): related})
    etree.SubElement(written, qn("a:t")).text = run.text


def flush(body: Any) -> None:
    """Let text begin at the edge of its box, also for programs that do not ask the layout."""
    for side in ("lIns", "tIns", "rIns", "bIns"):
        body.bodyPr.set(side, "0")


def sharpen(shape: Any, svg: bytes, part: Any) -> None:
    """Put the drawing beside the raster of a picture of a slide's part, for programs that show drawings."""
    drawn = Part(part.package.next_image_partname("svg"), "image/svg+xml", part.package, svg)
    blip = shape._element.find(qn("p:blipFill")).find(qn("a:blip"))
    extension = etree.SubElement(etree.SubElement(blip, qn("a:extLst")), qn("a:ext"), {"uri": SVG_EXTENSION})
    written = etree.SubElement(extension, f"{{{SVG_NAMESPACE}}}svgBlip", nsmap={"asvg": SVG_NAMESPACE})
    written.set(qn("r:embed"), part.relate_to(drawn, RELATIONSHIP_TYPE.IMAGE))


def style(table: Any) -> None:
    """The style of the template, with a head and without stripes."""
    properties = table._tbl.tblPr
    properties.set("firstRow", "1")
    properties.set("bandRow", "0")
    properties.find(qn("a:tableStyleId")).text = TABLE_STYLE


def dash(shape: Any) -> None:
    """A dashed frame."""
    line = shape.line
    line.width = Pt(2)
    line.color.rgb = RGBColor.from_string(colour("edge"))  # type: ignore[no-untyped-call]
    line.dash_style = MSO_LINE.DASH
