"""Presentations made part by part, with all that those of PowerPoint and others can hold."""

from __future__ import annotations

import random

from decks import even
from foreign import Page, box, deck, frame, group, line, linked, paragraph, parts, picture, table, text, zipped

TITLE = text("title", "Lage")
_IMAGE = ("i1", "image", "../media/a.png")
PNG = {"ppt/media/a.png": even(4, 3, 9).getvalue()}
_EMF = {"ppt/media/a.png": b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(20)}
_SECTIONS = (
    '<p:extLst><p:ext><p14:sectionLst><p14:section name="Lösung (3:00)"><p14:sldIdLst>'
    '<p14:sldId id="257"/><p14:sldId id="258"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
)
_MONO = '<a:lstStyle><a:lvl1pPr><a:defRPr><a:latin typeface="Liberation Mono"/></a:defRPr></a:lvl1pPr></a:lstStyle>'
_SMALL = '<a:lstStyle><a:lvl1pPr><a:defRPr sz="1600"/></a:lvl1pPr></a:lstStyle>'
_LISTED = '<a:p><a:pPr><a:buChar char="•"/></a:pPr><a:r><a:t>{}</a:t></a:r></a:p>'
_FRAMES = ("diagram", "chart", "chartex", "ole", "x")
_NEWER = (
    '<mc:AlternateContent><mc:Choice Requires="p14">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>'
)


def _of_chance() -> list[Page]:
    """Slides with texts full of marks."""
    pick = random.Random(18)
    pieces = ["*", "**", "_", "__", "`", "\\", "[", "]", "](", "(/x/)", "&lt;", "&gt;", "Wort", "a_b", "3*4", "!"]
    pieces += [")", "ä", "https://x.example", "C:\\temp", "_x000B_", "„", "_xD83D_", " "]
    texts = ["".join(pick.choices(pieces, k=pick.randint(1, 9))) for _ in range(450)]
    return [Page([TITLE, text("body", *texts[at : at + 9])]) for at in range(0, len(texts), 9)]


def _of_signs() -> list[Page]:
    """Slides with boxes whose paragraphs begin with whatever can be a typed sign."""
    pick = random.Random(8)
    signs = [
        "",
        "- ",
        "– ",
        "• ",
        "•",
        "o ",
        "§ ",
        "1. ",
        "2. ",
        "3. ",
        "1) ",
        "2) ",
        "(1) ",
        "(2) ",
        "a) ",
        "b) ",
        "+ ",
    ]
    words = ["eins", "zwei", "Mai", "mai", "Mail", "5 °C", "Märzbier", "März", "*x*", "–", "Ärger", "I:", "İ", "_"]
    boxes = [
        text(
            "",
            *[
                paragraph(pick.choice(some) + " ".join(pick.choices(words, k=2)), pick.choice([0, 0, level]))
                for _ in range(pick.randint(1, 5))
            ],
        )
        for _ in range(300)
        for level in [pick.choice([0, 0, 1])]
        for some in [pick.choices(signs, k=2)]
    ]
    return [Page([TITLE, *boxes[at : at + 2]]) for at in range(0, len(boxes), 2)]


_LINKS = [
    ("w1", "hyperlink", "https://hilfe.example/drucker_(neu)?a=1&amp;b=*2*"),
    ("m1", "hyperlink", "mailto:hilfe@firma.example"),
    ("f1", "hyperlink", "file:///C:/x.docx"),
    ("s1", "hyperlink", "slide2.xml"),
]
_SHAPE_LINK = text("", "Weiter").replace('hidden="0"/>', 'hidden="0"><a:hlinkClick r:id="w1"/></p:cNvPr>')


def _of_links() -> list[Page]:
    """Slides with links among marks, blanks and typed signs."""
    pick = random.Random(81)
    pieces = ["*", "_", "`", "\\", "[", "](", "&lt;b&gt;", "Wort", " ", "  ", "- ", "• ", "😀", "_x000B_", "„", "“", ""]

    def some() -> str:
        return "".join(pick.choices(pieces, k=pick.randint(0, 4)))

    lines = [linked(pick.choice(["w1", "m1", "s1"]), some(), some(), before=some(), after=some()) for _ in range(360)]
    boxes = [text("body", *lines[at : at + 6]) for at in range(0, len(lines), 6)]
    cells = table(["Was", "Wo"], ["x", "y"]).replace(paragraph("y"), "".join(lines[:9]))
    return [Page([TITLE, box], related=_LINKS) for box in boxes] + [Page([TITLE, cells], related=_LINKS)]


STRANGE: dict[str, bytes] = {
    "many links": deck(
        Page([TITLE, *[group(text("body", *[linked("w1", f"x{at}")] * 7)) for at in range(10)]], related=_LINKS)
    ),
    "links of chance": deck(*_of_links()),
    "links": deck(
        Page(
            [
                text("title", linked("w1", "Lage")),
                text(
                    "body",
                    linked("w1", " das Hand", "buch ", before="Hier steht das", after=" für das Haus"),
                    linked("m1", "– per Mail"),
                    linked("w1", "a*b", before="– 2 *", after="* und c_d"),
                    linked("f1", "Datei", before="Die "),
                    linked("s1", "Folie 2", before="Und "),
                ),
                _SHAPE_LINK,
            ],
            [text("body", linked("w1", "Notiz"))],
            _LINKS,
        ),
        Page(
            [
                TITLE,
                text(
                    "body", linked("w1", "Nichts", before="„", after=" druckt“"), linked("m1", "Leitung", before="– ")
                ),
            ],
            related=_LINKS,
        ),
        Page(
            [TITLE, table(["Was", "Wo"], ["x", "y"]).replace(paragraph("y"), linked("w1", "[y]") + linked("m1", "z"))],
            related=_LINKS,
        ),
        Page([text("", linked("w1", "Geraten"), linked("m1", "x*y", "*z"))], related=_LINKS),
        Page([TITLE, text("", linked("w1", "ping"), name="Code")], related=_LINKS),
    ),
    "breaks": deck(
        Page(
            [text("ctrTitle", "<a:p><a:r><a:t>Nichts_x000B_druckt </a:t></a:r><a:br/><a:r><a:t>mehr</a:t></a:r></a:p>")]
        )
    ),
    "guessed": deck(Page([text("sldNum", "7"), text("", "Ein Satz", "Noch einer")]), Page([text("title")]), title="x"),
    "headed": deck(
        Page([text("", "Zielgruppe: IT-Leitung"), box(900, 44, "Netz"), box(100, 24, "Untertitel")]),
        Page([box(900, 18, "Unten"), box(100, 18, "Oben"), group(box(0, 18, "In der Gruppe"))]),
        Page([group(text("", "Innen")), text("", "Außen")]),
        Page([box(0, 20, "Ein Kasten"), text("body", "Ein Punkt")]),
        Page([box(0, 44, "Zielgruppe: Leitung")]),
    ),
    "deep": deck(Page([TITLE, text("body", "Eins", paragraph("Zwei", 1), paragraph("Drei", 2), "Vier")])),
    "signs": deck(
        *[
            Page([TITLE, *(text("", *box) for box in boxes)])
            for boxes in (
                [["– eins", "– *zwei*"]],
                [["•eins", "• zwei", "o drei", "o vier", "• fünf"]],
                [["1. eins", "2. zwei"], ["3. drei", "4. vier"]],
                [["1.) eins", "2.) zwei"], ["a) eins"], ["b) zwei"], ["(1) x", "(2) y"]],
                [["Lage:", "- eins", "- zwei", "Ziel:", "- drei"]],
                [["- eins", "- zwei", "Fazit"]],
                [["1. eins", "- zwei", "- drei", "2. vier", "- fünf"]],
                [["1. eins", paragraph("a) zwei", 1), paragraph("b) drei", 1), "2. vier", paragraph("a) fünf", 1)]],
                [["eins", paragraph("- zwei", 1), paragraph("- drei", 1)], ["eins", paragraph("- x", 1), "- y"]],
                [["24. Dezember", "25. Dezember"], ["24. Dezember bis 2. Januar"]],
                [["1. Mai", "2. Juni"], ["1. Quartal: gut", "2. Quartal: schlecht"], ["7. Ende"]],
                [["+ schnell", "- teuer", "- alt"], ["-Name", "-Path"], ["— Leitung"], ["3,5 Mio.", "A. Berg"]],
                [["1. Netz"]],
                [["·\teins", "o\tzwei", "§\tdrei", "·\tvier"], ["§ 1 BGB", "§ 2 BGB"], ["§ eins", "§ zwei"]],
            )
        ],
        Page([text("", "1. Netz", "- eins", "- zwei")]),
        Page([TITLE], [text("body", "- eins", "- zwei")]),
    ),
    "signs of chance": deck(*_of_signs()),
    "groups": deck(Page([TITLE, group(group(text("", "Im Kern"), text("ftr", "Vertraulich")))])),
    "nested": deck(Page([TITLE, "<p:grpSp><p:nvGrpSpPr/>" * 99 + "</p:grpSp>" * 99])),
    "table": deck(Page([TITLE, table(["Zeit", "Was"], ["9:15"], cell=' gridSpan="2"')])),
    "unnamed columns": deck(Page([TITLE, table(["", "Alt", ""], ["Zeit", "9:15", "9:40"])])),
    "wide": deck(Page([TITLE, table(["a"] * 31, ["b"])])),
    "picture": deck(Page([TITLE, picture("i1", alt="Ein *Plan*")], related=[_IMAGE]), pictures=PNG),
    "undescribed": deck(
        Page([TITLE, picture("i1", alt="Bild 1.PNG")], related=[_IMAGE]),
        Page([TITLE, picture("i1", alt="Wie aus a.png ein Plan wird")], related=[_IMAGE]),
        pictures=PNG,
    ),
    "code": deck(
        Page([TITLE, text("", line("Consolas", "if (a) {"), line("Courier New", "  b _x0009_c"), "<a:p/>", name="x")]),
        Page([TITLE, text("body", "<a:p/>", "  a", "<a:p><a:r><a:t>b</a:t></a:r><a:br/></a:p>", name="Code 3")]),
        Page([TITLE, text("", line('typeface="x" pitchFamily="49"', "a "), line('typeface="y" pitchFamily="1"', "b"))]),
        Page([TITLE, text("", line("Fira Code", "a"), line("Calibri", "b"))], [text("", line("Menlo", "a"))]),
        Page([TITLE, text("body", line("Source Code Pro", "ping"))]),
        Page([TITLE, text("body", line("Consolas", "ping"), name="Stichpunkte")]),
        Page([TITLE, table(["a"]), text("", line("Consolas", "$ec"), name="Bildunterschrift")]),
        Page([TITLE, text("body", line("Consolas", "„nein“"), name="Zitat")]),
        Page([text("title", line("Fira Code", "Titel")), text("body", line("Fira Code", "Ein Punkt"))]),
        Page(
            [text("title", line("Menlo", "Titel")), text("", line("Menlo", "ping")), text("body", line("Menlo", "x"))]
        ),
        Page([text("", line("JetBrains Mono", "Wie ein Titel"), line("JetBrains Mono", "b"))]),
        Page([TITLE, text("", "a", style=_MONO), text("", "", line("Monaco", "  "))]),
        Page([TITLE, text("", line("DejaVu Sans Mono", *["a" * 9_000] * 2, "b" * 3_000))]),
    ),
    "quotes": deck(
        Page([TITLE, text("body", "„Es geht „nicht“ mehr“", "— eine *Anruferin*", "Montag", name="Zitat")]),
        Page([TITLE, text("body", "Ohne Zeichen", "Montag", name="Zitat 2")]),
        Page([TITLE, text("", "»Es geht nicht«", "– Leitung"), text("", "„Nur ein Satz“")]),
        Page([TITLE, text("", "„Eins“ und „zwei“", "– Leitung"), text("", '"a" und "b"', "- x")]),
        Page([text("", "„Alles gut“", "— Chefin"), text("", '"Ja"', "— Chefin"), text("", "“No”", "-x", "y")]),
        Page([TITLE, text("body", name="Zitat")]),
        Page([TITLE, text("obj", "„Es geht nicht“", "— Leitung")]),
    ),
    "captions": deck(
        Page([TITLE, picture("i1"), text("", "Der *Weg*", "der Mail", name="Bildunterschrift")], related=[_IMAGE]),
        Page([TITLE, text("", "Zu nichts", name="Bildunterschrift")]),
        Page([TITLE, table(["a"]), *[text("", each, name="Bildunterschrift") for each in ("", "eins", "zwei")]]),
        Page([TITLE, text("", "Platzhalter", "Foto vom", "*Drucker*", name="Platzhalter")]),
        Page([TITLE, text("", "Platzhalter", name="Platzhalter"), text("", "Foto", "Bild", name="Platzhalter")]),
        pictures=PNG,
    ),
    "named anew": deck(
        *[
            Page([TITLE, *boxes, table(["a"], ["b"])])
            for small in [text("obj", "Stand Mai", name="PlaceHolder 3", style=_SMALL)]
            for large in [text("obj", _LISTED.format("eins"), name="PlaceHolder 2")]
            for boxes in (
                [large, small],
                [small],
                [text("obj", "Stand Mai", name="Inhalt 3", style=_SMALL)],
                [small, text("", "klein", style=_SMALL)],
                [text("obj", "eins", "zwei", name="PlaceHolder 3", style=_SMALL)],
                [text("obj", _LISTED.format("eins"), name="PlaceHolder 3", style=_SMALL)],
                [small, text("", line("Consolas", "ping"), style=_SMALL, size=9)],
            )
        ],
        Page([TITLE, text("obj", "„Nein“", "— Leitung", "Montag", name="PlaceHolder 2")]),
        Page([TITLE, text("obj", "„Nein“", name="PlaceHolder 2")]),
        Page([TITLE, text("obj", _LISTED.format("„Nein“"), name="PlaceHolder 2")]),
        Page([text("title", "„Nein“", name="PlaceHolder 1"), text("obj", "„Ja“ und „nein“", name="PlaceHolder 2")]),
    ),
    "dropped": deck(
        Page([TITLE, table(["Zeit", "*Was*"], ["", "a"], ["", ""]), picture("i1", alt="Ein Plan")], related=[_IMAGE]),
        Page(
            [TITLE, *[picture("i1", alt=each) for each in ("Der Weg der Mail von hier nach dort und zurück", "")]],
            related=[_IMAGE],
        ),
        Page([TITLE, table(["a" * 300, "😀" * 200]), text("", line("Consolas", "ping"), size=50)]),
        Page([TITLE, table(["a"]), text("", line("Consolas", "ping"), line("Consolas", "x"), size=1)]),
        Page([TITLE, picture("i1"), text("", "„Nein“", "– Leitung")], related=[_IMAGE]),
        Page([TITLE, picture("i1"), text("", "Platzhalter", "Foto", name="Platzhalter")], related=[_IMAGE]),
        pictures=PNG,
    ),
    "cropped": deck(Page([picture("i1", crop='<a:srcRect l="20000"/>')], related=[_IMAGE]), pictures=PNG),
    "vector": deck(Page([TITLE, picture("i1")], related=[_IMAGE]), pictures=_EMF),
    "missing": deck(Page([TITLE, picture("i1")], related=[_IMAGE])),
    "linked": deck(Page([TITLE, picture("i1")], related=[("i1", "image", "file:///C:/x.png")])),
    "video": deck(Page([TITLE, picture("i1", media="<a:videoFile/>")], related=[_IMAGE]), pictures=PNG),
    "audio": deck(Page([TITLE, picture("i1", media="<a:audioFile/>")], related=[_IMAGE]), pictures=PNG),
    "frames": deck(
        Page([TITLE, *(frame("", f"https://x.example/{each}") for each in ("diagram", "chart", "ole", "x"))])
    ),
    "newer": deck(
        Page([TITLE, _NEWER.format("<p:contentPart/>", picture("i1"))], related=[_IMAGE]),
        Page([TITLE, _NEWER.format(text("", "Neu"), text("", "Alt")), "<p:contentPart/>", "<p:cxnSp/>"]),
        pictures=PNG,
    ),
    "invisible": deck(Page([TITLE, text("", "Geheim", hidden=True)])),
    "animated": deck(Page([TITLE], after="<p:timing><p:bldLst/></p:timing>")),
    "background": deck(Page([TITLE], before="<p:bg><a:blip/></p:bg>")),
    "long": deck(Page([TITLE, text("body", "a" * 19_000, "b" * 2_000)], [text("body", "a" * 19_000, "b" * 2_000)])),
    "hidden": deck(Page([TITLE]), Page([text("title", "Reserve")], attributes=' show="0"')),
    "twice": deck(Page([TITLE], id=256), Page([TITLE], id=256)),
    "notes": deck(
        Page([TITLE], [text("sldImg", "x"), text("body", "Guten Tag.", "Vorführung: 0:15", "Geplant: 1:10")]),
        Page([TITLE], [text("sldNum", "1"), text("dt", "heute"), group(text("", "Ohne *Platz*."))]),
        Page([TITLE], [text("body", '<a:p><a:pPr><a:buChar char="•"/></a:pPr><a:r><a:t>eins</a:t></a:r></a:p>')]),
    ),
    "timed": deck(
        Page([TITLE], [text("body", "Guten Tag. Vorführung: 0:15 Geplant: 0:45")]),
        Page([TITLE], [text("body", "Guten Tag. Vorführung: 0:15")]),
        Page([TITLE], [text("body", "Vorführung: 0:15", "Geplant: 1:10", "Noch ein Satz.")]),
        Page([TITLE], [text("body", "So. Zeit: 0:30", "Das ist die Zeit: 1:30")]),
        Page([TITLE], [text("body", "Notizen:", "Sprechtext: eins", "*")]),
        *[
            Page([TITLE], [text("body", "Sprechtext: Guten Tag.", *said)])
            for said in (
                ["• eins", "·zwei", "(Zeit: 0:40)"],
                ["Zeit 1:00 Min."],
                ["[Dauer: ca. 1,5 Minuten]", "Demo: 20 s"],
                ["Ende. Redezeit: 45 Sek."],
                ["Ende. (2 min)"],
                ["(0:30)"],
                ["geplante Dauer: 999 Minuten"],
                ["9:15", "2 Minuten", "Zeit: 90", "Dauer: 2 Stunden", "(0:30", "Zeit haben 2 min"],
            )
        ],
    ),
    "times": deck(
        Page([TITLE], [text("body", "Zeit: 1:30")], after='<p:transition advTm="45000"/>'),
        *[Page([TITLE])] * 2,
        Page([TITLE], after='<p:transition advTm="45500"/>'),
        extension=_SECTIONS,
    ),
    "broken": zipped(
        parts([Page([TITLE]), Page([TITLE], [text("body", "x")])])
        | {"ppt/slides/slide1.xml": "<p:sld>", "ppt/notesSlides/notesSlide2.xml": "kein XML"}
    ),
    "usual-title": deck(Page([TITLE]), title="PowerPoint-Präsentation"),
    "chance": deck(*_of_chance()),
}
