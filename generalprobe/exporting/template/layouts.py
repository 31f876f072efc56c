"""The six layouts, the slide master and the notes master of the template."""

from __future__ import annotations

from generalprobe.exporting.measures import (
    ARTIFACT,
    BESIDE,
    CAPTION,
    CAPTION_SIZE,
    FOOT,
    PANE,
    PANE_EDGE,
    SIDE,
    TEXT,
    TOP,
    UNDER,
    WIDTH,
    Box,
    colour,
)
from generalprobe.exporting.template.shapes import (
    HEAD,
    NAMESPACES,
    NO_GROUP,
    bullets,
    footer,
    frame,
    level,
    placeholder,
    rectangle,
    solid,
    styled,
)

ON_DARK, SOFT_ON_DARK, RUBRIC_ON_DARK = "F7F5F0", "C3C5CD", "FF9A93"
INNER = WIDTH - 2 * SIDE
HEADLINE: Box = (SIDE, TOP, INNER, 55)
BELOW = 114.5
"""Where text begins below a headline of one line; below one of two lines in the narrow column it is 165.5."""
NARROW: Box = (SIDE, TOP, PANE - SIDE - 23, 106)
BELOW_NARROW = 165.5

CAPTION_LOOK = level(1, CAPTION_SIZE, shade=colour("soft"))


def layouts() -> dict[str, tuple[str, str]]:
    """By name: what stands on each, and what is said of it as a whole."""
    text = placeholder(
        3, "Stichpunkte", (SIDE, BELOW, BESIDE - 29, FOOT - UNDER - BELOW), kind="body", index=TEXT, levels=bullets(29)
    )
    beside: Box = (SIDE + BESIDE, BELOW, INNER - BESIDE, FOOT - UNDER - BELOW - 32)
    under: Box = (SIDE + BESIDE, FOOT - UNDER - 22, INNER - BESIDE, 22)
    narrow = placeholder(
        3,
        "Stichpunkte",
        (SIDE, BELOW_NARROW, NARROW[2], FOOT - UNDER - BELOW_NARROW),
        kind="body",
        index=TEXT,
        levels=bullets(29),
    )
    pane: Box = (PANE, 0, WIDTH - PANE, FOOT)
    inside: Box = (PANE + PANE_EDGE, PANE_EDGE, WIDTH - PANE - 2 * PANE_EDGE, FOOT - 2 * PANE_EDGE)
    caption = placeholder(
        5, "Bildunterschrift", under, kind="body", index=CAPTION, levels=CAPTION_LOOK, prompt="Unterschrift"
    )
    return {
        "Titel": (
            rectangle(2, "Strich", (SIDE, 294, 130, 5.4), RUBRIC_ON_DARK)
            + placeholder(
                3,
                "Titel",
                (SIDE, TOP, INNER, 236),
                kind="ctrTitle",
                anchor="b",
                levels=level(1, 59, shade=ON_DARK),
                prompt="Titel des Vortrags",
            )
            + placeholder(
                4,
                "Untertitel",
                (SIDE, 322, INNER, 170),
                kind="subTitle",
                index=TEXT,
                levels=level(1, 29, shade=SOFT_ON_DARK) + level(2, 25, shade=SOFT_ON_DARK),
                prompt="Wer, wann, für wen",
            ),
            'type="title" showMasterSp="0"',
        ),
        "Punkte": (
            headline(HEADLINE)
            + placeholder(3, "Inhalt", (SIDE, BELOW, INNER, FOOT - UNDER - BELOW), index=TEXT, levels=bullets(34))
            + footer(4),
            'type="obj"',
        ),
        "Punkte + Bild": (
            rectangle(2, "Fläche", pane, "bg2")
            + headline(NARROW, 6)
            + narrow
            + placeholder(4, "Bild", inside, kind="pic", index=ARTIFACT, levels=CAPTION_LOOK, prompt="Bild einfügen")
            + placeholder(
                5,
                "Bildunterschrift",
                (inside[0], FOOT - PANE_EDGE - 22, inside[2], 22),
                kind="body",
                index=CAPTION,
                levels=level(1, CAPTION_SIZE, shade=colour("soft"), align="ctr"),
                prompt="Unterschrift",
            )
            + footer(7),
            "",
        ),
        "Tabelle": (
            headline(HEADLINE)
            + text
            + placeholder(
                4, "Tabelle", beside, kind="tbl", index=ARTIFACT, levels=CAPTION_LOOK, prompt="Tabelle einfügen"
            )
            + caption
            + footer(6),
            "",
        ),
        "Zitat": (
            headline(NARROW)
            + narrow
            + placeholder(
                4,
                "Zitat",
                pane,
                kind="body",
                index=ARTIFACT,
                levels=level(1, 35, run="quote", line=112) + level(2, 17, shade=colour("soft"), before=60),
                body=(
                    '<a:bodyPr lIns="414000" tIns="414000" rIns="414000" bIns="414000" anchor="ctr">'
                    "<a:normAutofit/></a:bodyPr>"
                ),
                fill=solid(colour("rubric-wash")),
                prompt="„Zitat“",
            )
            + footer(5),
            "",
        ),
        "Code": (
            headline(HEADLINE)
            + text
            + placeholder(
                4,
                "Code",
                beside,
                kind="body",
                index=ARTIFACT,
                levels=level(1, 20, run="code", line=112, before=0),
                body=(
                    '<a:bodyPr lIns="195000" tIns="171000" rIns="195000" bIns="171000" anchor="t">'
                    "<a:normAutofit/></a:bodyPr>"
                ),
                fill=solid(colour("paper")),
                prompt="Ausschnitt",
            )
            + caption
            + footer(6),
            "",
        ),
    }


def headline(box: Box, number: int = 2) -> str:
    """The title of a slide."""
    return placeholder(number, "Überschrift", box, kind="title", prompt="Überschrift")


def background(colour: str) -> str:
    """One colour behind the whole slide."""
    return f"<p:bg><p:bgPr>{solid(colour)}<a:effectLst/></p:bgPr></p:bg>"


def layout(name: str, shapes: str, said: str) -> str:
    """The part of a layout."""
    ground = background("tx2") if name == "Titel" else ""
    return (
        f'{HEAD}<p:sldLayout {NAMESPACES} {said} preserve="1" userDrawn="1"><p:cSld name="{name}">{ground}<p:spTree>'
        f"{NO_GROUP}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


CLEAR = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)


def master() -> str:
    """The part of the slide master: tab and foot, and how text is set where a layout says nothing else."""
    shapes = (
        rectangle(2, "Reiter", (SIDE, 0, 57.6, 5.8), "accent1")
        + rectangle(3, "Linie", (0, FOOT, WIDTH, 1), colour("rule"))
        + placeholder(4, "Überschrift", HEADLINE, kind="title", prompt="Überschrift")
        + placeholder(5, "Text", (SIDE, BELOW, INNER, FOOT - UNDER - BELOW), kind="body", index=TEXT, prompt="Text")
        + footer(6)
    )
    names = "".join(f'<p:sldLayoutId id="{2147483650 + at}" r:id="rId{at + 1}"/>' for at in range(len(layouts())))
    return (
        f'{HEAD}<p:sldMaster {NAMESPACES} preserve="1">'
        f"<p:cSld>{background('bg1')}<p:spTree>{NO_GROUP}{shapes}</p:spTree>"
        f'</p:cSld>{CLEAR}<p:sldLayoutIdLst>{names}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles><p:titleStyle>'
        f"{styled(1, 44, 100, 0, face='+mj-lt', bold=True)}</p:titleStyle><p:bodyStyle>"
        f"{''.join(styled(at, 29 if at == 1 else 24, 103, 35 if at == 1 else 10) for at in range(1, 10))}"
        f"</p:bodyStyle><p:otherStyle>{''.join(styled(at, 18, 100, 0) for at in range(1, 10))}</p:otherStyle>"
        "</p:txStyles>"
        "</p:sldMaster>"
    )


def notes_master() -> str:
    """The part of the notes master: the slide above, what is said below."""
    levels = "".join(styled(at, 12, 110, 50) for at in range(1, 10))
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Folienbild"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        f'</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{frame((54, 54, 432, 243))}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f'<a:ln w="12700">{solid(colour("rule"))}</a:ln></p:spPr></p:sp>'
    )
    text = placeholder(3, "Sprechtext", (54, 315, 432, 351), kind="body", index=3, prompt="Sprechtext")
    number = placeholder(
        4,
        "Foliennummer",
        (306, 684, 180, 22),
        kind="sldNum",
        index=5,
        levels=level(1, 11, shade=colour("soft"), align="r"),
        field="slidenum",
    )
    return (
        f"{HEAD}<p:notesMaster {NAMESPACES}>"
        f"<p:cSld>{background('bg1')}<p:spTree>{NO_GROUP}{image}{text}{number}</p:spTree>"
        f'</p:cSld>{CLEAR}<p:hf hdr="0" ftr="0" dt="0"/><p:notesStyle>{levels}</p:notesStyle></p:notesMaster>'
    )
