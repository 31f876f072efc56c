"""The package of the template: what presentations need beside layouts and masters, and how all parts hang together."""

from __future__ import annotations

from generalprobe.exporting.archive import zipped
from generalprobe.exporting.measures import HEIGHT, PITCH, SANS, SERIF, TABLE_STYLE, WIDTH, colour
from generalprobe.exporting.template.layouts import layout, layouts, master, notes_master
from generalprobe.exporting.template.shapes import EMU, HEAD, NAMESPACES, solid, styled

COLOURS = {
    "dk1": colour("ink"),
    "lt1": colour("sheet"),
    "dk2": "1D2536",  # the title's ground
    "lt2": colour("shade"),
    "accent1": colour("rubric"),
    "accent2": colour("technology"),
    "accent3": colour("communication"),
    "accent4": colour("mixed"),
    "accent5": colour("good"),
    "accent6": colour("warn"),
    "hlink": colour("link"),
    "folHlink": colour("communication"),
}
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.presentationml"


def theme() -> str:
    """Colours and typefaces; the rest is what the format asks for."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    faces = "".join(
        f'<a:{part}><a:latin typeface="{face}" pitchFamily="{PITCH[face]}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f"</a:{part}>"
        for part, face in (("majorFont", SERIF), ("minorFont", SANS))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="12700">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Generalprobe">'
        "<a:themeElements>"
        f'<a:clrScheme name="Generalprobe">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Generalprobe">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="Generalprobe"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def table_styles() -> str:
    """The look of tables: a bold head over a strong rule, thin rules between the rows."""

    def border(side: str, width: int, shade: str) -> str:
        return f'<a:{side}><a:ln w="{width}" cmpd="sng">{solid(shade)}</a:ln></a:{side}>'

    none = "<a:fill><a:noFill/></a:fill>"
    thin = border("bottom", 9525, colour("rule")) + border("insideH", 9525, colour("rule"))
    font = '<a:fontRef idx="minor"/><a:schemeClr val="tx1"/>'
    return (
        f'{HEAD}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Generalprobe"><a:wholeTbl><a:tcTxStyle>{font}</a:tcTxStyle>'
        f"<a:tcStyle><a:tcBdr>{thin}</a:tcBdr>{none}</a:tcStyle>"
        f'</a:wholeTbl><a:firstRow><a:tcTxStyle b="on">{font}</a:tcTxStyle><a:tcStyle><a:tcBdr>'
        f"{border('bottom', 19050, 'tx1')}</a:tcBdr>{none}</a:tcStyle></a:firstRow></a:tblStyle></a:tblStyleLst>"
    )


def presentation() -> str:
    """The part that names all others."""
    levels = "".join(styled(at, 18, 100, 0) for at in range(1, 10))
    return (
        f'{HEAD}<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/>'
        f'</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst/>'
        f'<p:sldSz cx="{int(WIDTH * EMU)}" cy="{int(HEIGHT * EMU)}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )


PROPERTIES = (
    f"{HEAD}<cp:coreProperties "
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Generalprobe</dc:title></cp:coreProperties>'
)
APPLICATION = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Generalprobe</Application></Properties>"
)


def relations(targets: list[tuple[str, str]]) -> str:
    """What a part leads to: kinds and targets."""
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if "/" in kind else f"{RELATIONS}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'


def parts() -> dict[str, str]:
    """All parts by their names."""
    made = layouts()
    to_layouts = [("slideLayout", f"../slideLayouts/slideLayout{at}.xml") for at in range(1, len(made) + 1)]
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    found = {
        "_rels/.rels": relations(
            [
                ("officeDocument", "ppt/presentation.xml"),
                (core, "docProps/core.xml"),
                ("extended-properties", "docProps/app.xml"),
            ]
        ),
        "docProps/core.xml": PROPERTIES,
        "docProps/app.xml": APPLICATION,
        "ppt/presentation.xml": presentation(),
        "ppt/_rels/presentation.xml.rels": relations(
            [
                ("slideMaster", "slideMasters/slideMaster1.xml"),
                ("notesMaster", "notesMasters/notesMaster1.xml"),
                ("theme", "theme/theme1.xml"),
                ("tableStyles", "tableStyles.xml"),
                ("presProps", "presProps.xml"),
                ("viewProps", "viewProps.xml"),
            ]
        ),
        "ppt/tableStyles.xml": table_styles(),
        "ppt/presProps.xml": f"{HEAD}<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f"{HEAD}<p:viewPr {NAMESPACES}/>",
        "ppt/slideMasters/slideMaster1.xml": master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations([*to_layouts, ("theme", "../theme/theme1.xml")]),
        "ppt/notesMasters/notesMaster1.xml": notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations([("theme", "../theme/theme2.xml")]),
        "ppt/theme/theme1.xml": theme(),
        "ppt/theme/theme2.xml": theme(),
    }
    for number, (name, (shapes, said)) in enumerate(made.items(), start=1):
        file = f"slideLayout{number}.xml"
        found[f"ppt/slideLayouts/{file}"] = layout(name, shapes, said)
        found[f"ppt/slideLayouts/_rels/{file}.rels"] = relations([("slideMaster", "../slideMasters/slideMaster1.xml")])
    return {"[Content_Types].xml": content_types(found), **found}


KINDS = {
    "ppt/presentation.xml": f"{TYPES}.presentation.main+xml",
    "ppt/tableStyles.xml": f"{TYPES}.tableStyles+xml",
    "ppt/presProps.xml": f"{TYPES}.presProps+xml",
    "ppt/viewProps.xml": f"{TYPES}.viewProps+xml",
    "ppt/slideMasters": f"{TYPES}.slideMaster+xml",
    "ppt/slideLayouts": f"{TYPES}.slideLayout+xml",
    "ppt/notesMasters": f"{TYPES}.notesMaster+xml",
    "ppt/theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


def content_types(named: dict[str, str]) -> str:
    """What each part is."""
    kinds = {
        name: KINDS.get(name) or KINDS.get(name.rpartition("/")[0]) for name in named if not name.endswith(".rels")
    }
    lines = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def template() -> bytes:
    """The template as a file."""
    return zipped({name: text.encode() for name, text in parts().items()})
