"""The XML that the template's parts share: colours, places, ornaments, placeholders, levels of text."""

from __future__ import annotations

from html import escape

from generalprobe.exporting.measures import (
    FOOT,
    FOOT_SIZE,
    FOOTER,
    MONO,
    NUMBER,
    NUMBER_FIELD,
    PITCH,
    SIDE,
    SUB,
    WIDTH,
    Box,
    colour,
)

EMU = 12_700
"""English metric units in a point."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SCHEME = {"tx1", "bg1", "tx2", "bg2", *(f"accent{number}" for number in range(1, 7))}
"""What the theme calls its colours."""
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
NO_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
FLUSH = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{}"><a:normAutofit/></a:bodyPr>'


def solid(shade: str) -> str:
    """A fill: a colour of the theme by its name, or six hexadecimal digits."""
    named = f'<a:schemeClr val="{shade}"/>' if shade in SCHEME else f'<a:srgbClr val="{shade}"/>'
    return f"<a:solidFill>{named}</a:solidFill>"


def frame(box: Box) -> str:
    """A place on the slide."""
    left, top, width, height = (round(each * EMU) for each in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def rectangle(number: int, name: str, box: Box, shade: str) -> str:
    """An ornament: a filled rectangle that nobody reads."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"><a:extLst>'
        f'<a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
        '</a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{frame(box)}<a:prstGeom prst="rect">'
        f"<a:avLst/></a:prstGeom>{solid(shade)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def placeholder(
    number: int,
    name: str,
    box: Box,
    *,
    kind: str = "",
    index: int = 0,
    levels: str = "",
    anchor: str = "t",
    body: str = "",
    fill: str = "",
    prompt: str = "",
    field: str = "",
) -> str:
    """A placeholder: `kind` and `index` are what slides find it by, `levels` how its text is set."""
    marks = f' type="{kind}"' * bool(kind) + f' idx="{index}"' * bool(index)
    words = f'<a:r><a:rPr lang="de-DE"/><a:t>{escape(prompt)}</a:t></a:r>' if prompt else ""
    if field:
        words = f'<a:fld id="{NUMBER_FIELD}" type="{field}"><a:rPr lang="de-DE"/><a:t>‹Nr.›</a:t></a:fld>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{marks}{' hasCustomPrompt=' + chr(34) + '1' + chr(34) if prompt and index else ''}/></p:nvPr>"
        f'</p:nvSpPr><p:spPr>{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr><p:txBody>'
        f"{body or FLUSH.format(anchor)}<a:lstStyle>{levels}</a:lstStyle>"
        f'<a:p>{words}<a:endParaRPr lang="de-DE"/></a:p></p:txBody></p:sp>'
    )


def level(
    number: int,
    size: float,
    *,
    shade: str = "",
    bullet: str = "",
    indent: int = 0,
    run: str = "",
    align: str = "",
    line: int = 0,
    before: int | None = None,
) -> str:
    """How a level of text is set; without a bullet its lines begin at the edge."""
    mark = f'<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="{bullet}"/>'
    left = f' marL="{indent * EMU}" indent="{-20 * EMU if bullet else 0}"'
    face = {
        "sans": '<a:latin typeface="+mn-lt"/>',
        "code": f'<a:latin typeface="{MONO}" pitchFamily="{PITCH[MONO]}"/><a:cs typeface="{MONO}"/>',
        "quote": '<a:latin typeface="+mj-lt"/>',
    }
    style = ' i="1"' if run == "quote" else ""
    room = f'<a:lnSpc><a:spcPct val="{line}000"/></a:lnSpc>' if line else ""
    room += f'<a:spcBef><a:spcPct val="{before}000"/></a:spcBef>' if before is not None else ""
    left += f' algn="{align}"' if align else ""
    return (
        f"<a:lvl{number}pPr{left}>{room}{mark if bullet else '<a:buNone/>'}"
        f'<a:defRPr sz="{round(size * 100)}"{style}>{solid(shade) if shade else ""}{face.get(run, "")}</a:defRPr>'
        f"</a:lvl{number}pPr>"
    )


def bullets(size: float) -> str:
    """Two levels of a list."""
    return level(1, size, bullet="•", indent=22) + level(2, SUB * size, bullet="–", indent=44, shade=colour("soft"))


def footer(first: int) -> str:
    """The topic of the talk and the number of the slide."""
    soft = level(1, FOOT_SIZE, shade=colour("soft"), run="sans", align="l")
    return placeholder(
        first, "Fußzeile", (SIDE, FOOT + 8, 700, 26), kind="ftr", index=FOOTER, levels=soft, anchor="ctr"
    ) + placeholder(
        first + 1,
        "Foliennummer",
        (WIDTH - SIDE - 80, FOOT + 8, 80, 26),
        kind="sldNum",
        index=NUMBER,
        levels=level(1, FOOT_SIZE, shade=colour("soft"), align="r"),
        anchor="ctr",
        field="slidenum",
    )


def styled(number: int, size: int, line: int, before: int, *, face: str = "+mn-lt", bold: bool = False) -> str:
    """A level of text of the master: size in points, height of lines and room above in percent."""
    return (
        f'<a:lvl{number}pPr marL="0" indent="0" algn="l" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPct val="{line}000"/></a:lnSpc><a:spcBef><a:spcPct val="{before}000"/></a:spcBef><a:buNone/>'
        f'<a:defRPr lang="de-DE" sz="{size}00" b="{int(bold)}" kern="1200">{solid("tx1")}<a:latin typeface="{face}"/>'
        f'<a:ea typeface="{face[:3]}-ea"/><a:cs typeface="{face[:3]}-cs"/></a:defRPr></a:lvl{number}pPr>'
    )
