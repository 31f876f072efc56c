"""Presentations made part by part, for what python-pptx does not write; and what hostile ones look like."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile

_SCHEMAS = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_SCHEMAS}/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:p="{_SCHEMAS}/presentationml/2006/main" xmlns:a="{_SCHEMAS}/drawingml/2006/main" xmlns:r="{_RELATIONS}" '
    f'xmlns:mc="{_SCHEMAS}/markup-compatibility/2006" xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
)
TABLE = f"{_SCHEMAS}/drawingml/2006/table"


@dataclass(frozen=True)
class Page:
    """A slide: its shapes, those of its notes, what it is related to, and XML around the shapes."""

    shapes: Sequence[str] = ()
    notes: Sequence[str] = ()
    related: Sequence[tuple[str, str, str]] = ()
    attributes: str = ""
    before: str = ""
    after: str = ""
    id: int = 0


def paragraph(text: str, level: int = 0) -> str:
    return f'<a:p><a:pPr lvl="{level}"/><a:r><a:t>{text}</a:t></a:r></a:p>'


def text(role: str, *paragraphs: str, hidden: bool = False, name: str = "x", size: int = 0, style: str = "") -> str:
    kind = f'<p:ph type="{role}"/>' if role else ""
    known = f'<p:cNvPr id="2" name="{name}" hidden="{int(hidden)}"/>'
    about = f"<p:nvSpPr>{known}<p:cNvSpPr/><p:nvPr>{kind}</p:nvPr></p:nvSpPr>"
    look = f'<p:spPr><a:xfrm><a:ext cx="{size}" cy="{size}"/></a:xfrm></p:spPr>' if size else "<p:spPr/>"
    body = "".join(each if each.startswith("<") else paragraph(each) for each in paragraphs)
    return f"<p:sp>{about}{look}<p:txBody><a:bodyPr/>{style}{body}</p:txBody></p:sp>"


def linked(id: str, *runs: str, before: str = "", after: str = "") -> str:
    """A paragraph whose runs in the middle are a link, by the id of its relationship."""
    link = f'<a:rPr><a:hlinkClick r:id="{id}"/></a:rPr>'
    said = [
        f"<a:r>{look}<a:t>{each}</a:t></a:r>"
        for look, each in [("", before), *((link, each) for each in runs), ("", after)]
    ]
    return f"<a:p>{''.join(said)}</a:p>"


def box(top: int, points: int, text: str) -> str:
    """A text of a size at a height."""
    about = '<p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
    look = f'<p:spPr><a:xfrm><a:off x="0" y="{top}"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr>'
    run = f'<a:p><a:r><a:rPr sz="{100 * points}"/><a:t>{text}</a:t></a:r></a:p>'
    return f"<p:sp>{about}{look}<p:txBody><a:bodyPr/>{run}</p:txBody></p:sp>"


def line(font: str, *runs: str) -> str:
    """A line in a font, said by its name or whatever else XML says."""
    look = f"<a:rPr><a:latin {font if '=' in font else f'typeface={chr(34)}{font}{chr(34)}'}/></a:rPr>"
    return f"<a:p>{''.join(f'<a:r>{look}<a:t>{each}</a:t></a:r>' for each in runs)}</a:p>"


def picture(id: str, *, alt: str = "", crop: str = "", media: str = "", size: int = 100) -> str:
    about = f'<p:nvPicPr><p:cNvPr id="3" name="x" descr="{alt}"/><p:cNvPicPr/><p:nvPr>{media}</p:nvPr></p:nvPicPr>'
    look = f'<p:spPr><a:xfrm><a:ext cx="{size}" cy="{size}"/></a:xfrm></p:spPr>'
    return f'<p:pic>{about}<p:blipFill><a:blip r:embed="{id}"/>{crop}</p:blipFill>{look}</p:pic>'


def frame(content: str, uri: str) -> str:
    about = '<p:nvGraphicFramePr><p:cNvPr id="4" name="x"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    inner = f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic>'
    return f'<p:graphicFrame>{about}<p:xfrm><a:ext cx="9" cy="9"/></p:xfrm>{inner}</p:graphicFrame>'


def table(*rows: Sequence[str], cell: str = "") -> str:
    made = ("".join(f"<a:tc{cell}><a:txBody>{paragraph(each)}</a:txBody></a:tc>" for each in row) for row in rows)
    return frame(f"<a:tbl>{''.join(f'<a:tr>{row}</a:tr>' for row in made)}</a:tbl>", TABLE)


def group(*shapes: str) -> str:
    about = '<p:nvGrpSpPr><p:cNvPr id="5" name="x"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return f"<p:grpSp>{about}{''.join(shapes)}</p:grpSp>"


def parts(pages: Sequence[Page], *, title: str = "", extension: str = "") -> dict[str, str | bytes]:
    """The parts of a presentation, by name."""
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_SCHEMAS}/package/2006/content-types"/>',
        "_rels/.rels": _relationships([("r1", "officeDocument", "ppt/presentation.xml")]),
        "docProps/core.xml": f'<c:core xmlns:c="c" xmlns:dc="dc"><dc:title>{title}</dc:title></c:core>',
    }
    listed = "".join(f'<p:sldId id="{page.id or 255 + at}" r:id="r{at}"/>' for at, page in enumerate(pages, start=1))
    made["ppt/presentation.xml"] = (
        f"<p:presentation {_NAMES}><p:sldIdLst>{listed}</p:sldIdLst>{extension}</p:presentation>"
    )
    slides = [(f"r{at}", "slide", f"slides/slide{at}.xml") for at in range(1, len(pages) + 1)]
    made["ppt/_rels/presentation.xml.rels"] = _relationships(slides)
    for at, page in enumerate(pages, start=1):
        related = [*page.related, *([("n1", "notesSlide", f"../notesSlides/notesSlide{at}.xml")] if page.notes else [])]
        made[f"ppt/slides/slide{at}.xml"] = _root("sld", page.shapes, page)
        made[f"ppt/slides/_rels/slide{at}.xml.rels"] = _relationships(related)
        if page.notes:
            made[f"ppt/notesSlides/notesSlide{at}.xml"] = _root("notes", page.notes, Page())
    return made


def _root(name: str, shapes: Sequence[str], page: Page) -> str:
    tree = f"<p:spTree><p:nvGrpSpPr/><p:grpSpPr/>{''.join(shapes)}</p:spTree>"
    return f"<p:{name} {_NAMES}{page.attributes}><p:cSld>{page.before}{tree}</p:cSld>{page.after}</p:{name}>"


def _relationships(related: Sequence[tuple[str, str, str]]) -> str:
    made = (
        f'<Relationship Id="{id}" Type="{_RELATIONS}/{kind}" Target="{target}" TargetMode="{_mode(target)}"/>'
        for id, kind, target in related
    )
    return f'<Relationships xmlns="{_SCHEMAS}/package/2006/relationships">{"".join(made)}</Relationships>'


def _mode(target: str) -> str:
    return "External" if target.startswith(("file:", "http", "mailto:")) else "Internal"


def zipped(files: Mapping[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def deck(*pages: Page, pictures: Mapping[str, bytes] | None = None, title: str = "", extension: str = "") -> bytes:
    return zipped(parts(pages, title=title, extension=extension) | dict(pictures or {}))


def forged(data: bytes, name: str, offset: int, value: int) -> bytes:
    """A copy in which four bytes of a part's entry in the directory say something else."""
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 46 + len(name)] != name.encode():
        at = data.index(b"PK\x01\x02", at + 1)
    return data[: at + offset] + struct.pack("<I", value) + data[at + offset + 4 :]


_TITLE = text("title", "Lage")
_GOOD = parts([Page([_TITLE], [text("body", "Guten Tag.")]), Page([text("title", "Ziel")])])
_MAIN = "ppt/presentation.xml"
_CRC, _PACKED, _SIZE, _FLAGS, _METHOD = 16, 20, 24, 8, 10
_BOMB = zipped({**_GOOD, _MAIN: "x" * 9_000_000})
_LAUGHS = "".join(f'<!ENTITY {new} "{f"&{old};" * 9}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))

HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "leer"),
    "a-pdf": (b"%PDF-1.7\n", "PDF"),
    "a-password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Kennwort"),
    "of-libreoffice": (zipped({"content.xml": "<x/>"}), "LibreOffice"),
    "of-keynote": (zipped({"Index/Document.iwa": "x"}), "Keynote"),
    "of-word": (zipped({"word/document.xml": "<x/>"}), "Word"),
    "of-excel": (zipped({"xl/workbook.xml": "<x/>"}), "Excel"),
    "any-archive": (zipped({"brief.txt": "x"}), "Verzeichnis"),
    "half": (zipped(_GOOD)[:900], "unvollständig"),
    "no-presentation": (zipped({k: v for k, v in _GOOD.items() if k != _MAIN}), "keine Präsentation"),
    "no-slides": (zipped({k: v for k, v in _GOOD.items() if "slides/" not in k}), "beschädigt"),
    "wrong-checksum": (forged(zipped(_GOOD), _MAIN, _CRC, 7), "beschädigt"),
    "locked": (forged(zipped(_GOOD), _MAIN, _FLAGS, 1 | (8 << 16)), "Kennwort"),
    "unknown-packing": (forged(zipped(_GOOD), _MAIN, _METHOD, 99), "beschädigt"),
    "bomb": (_BOMB, "dichter gepackt"),
    "bomb-in-disguise": (forged(_BOMB, _MAIN, _SIZE, 900), "beschädigt"),
    "too-large-a-part": (forged(zipped(_GOOD), _MAIN, _SIZE, 21 << 20), "größer als 20 MB"),
    "a-way-out": (zipped({**_GOOD, "../../etc/x": "x"}), "herausführen"),
    "a-way-from-the-root": (zipped({**_GOOD, "/etc/x": "x"}), "herausführen"),
    "a-way-of-windows": (zipped({**_GOOD, "..\\x": "x"}), "herausführen"),
    "entities": (
        zipped({**_GOOD, _MAIN: f'<!DOCTYPE x [<!ENTITY a "ha">{_LAUGHS}]><x>&i;</x>'}),
        "DOCTYPE",
    ),
    "a-file-as-entity": (
        zipped({**_GOOD, "ppt/slides/slide1.xml": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'}),
        "DOCTYPE",
    ),
    "301-slides": (deck(*[Page()] * 301), "mehr als 300 Folien"),
    "20001-parts": (
        zipped(_GOOD)[:-12] + struct.pack("<HIIH", 20_001, *struct.unpack("<II", zipped(_GOOD)[-10:-2]), 0),
        "20.000 Teilen",
    ),
    "only-hidden": (deck(Page([_TITLE], attributes=' show="0"')), "keine Folie"),
    "deep-xml": (zipped(parts([Page(["<p:grpSp>" * 90_000])]), 0), "beschädigt"),
    "many-large-parts": (
        zipped(parts([Page([f"<p:x>{at}</p:x>" * 150_000]) for at in range(4)]), 0),
        "mehr Bestandteile",
    ),
    "large-xml": (zipped({**_GOOD, _MAIN: "<x>" + "<y/>" * 4_000_000}, 0), "mehr Bestandteile"),
}
"""Files, and what the sentence says that answers them."""
