"""Exported presentations: whole, sound as packages, the same every time, and text whatever a trainer writes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from zipfile import ZipFile

import pytest
from decks import as_in_browser, even, read_decks, told
from exported import MADE, STUDIES, changed, exported, full_slides, hostile
from fullest import ARTIFACTS
from lxml import etree
from ooxml_integrity import check_pptx
from openxml_audit import validate_pptx
from pptx import Presentation
from samples import ROOT
from test_shipped_content import PROJECT

from generalprobe.exporting.archive import zipped
from generalprobe.exporting.coloured import code_lines
from generalprobe.exporting.measures import LIGHT
from generalprobe.exporting.pptx import pictures_of, presentation
from generalprobe.exporting.template.package import parts
from generalprobe.format.case_study import (
    AnyArtifact,
    CaseStudy,
    Code,
    Diagram,
    Image,
    Placeholder,
    Quote,
    Slide,
    Table,
)
from generalprobe.format.html import plain
from generalprobe.importing.deck import read_deck
from generalprobe.submissions import judge

TEMPLATE = ROOT / "generalprobe" / "exporting" / "templates" / "vorlage.pptx"
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def decks() -> dict[str, bytes]:
    """Every case study that we ship, slides that are full to the brim, and payloads in every place."""
    made = {id: exported(study) for id, study in STUDIES.items()}
    return made | {"voll": exported(full_slides()), "angriff": exported(hostile())}


def files_in(deck: bytes) -> Files:
    with ZipFile(io.BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# Packages

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
LEADS_TO = {"slides": {"slideLayout", "notesSlide"}, "notesSlides": {"slide", "notesMaster"}}
"""What slides and their notes must lead to."""


def loose_ends(files: Files) -> list[str]:
    """Parts of which nobody says what they are, or that do not lead where they must."""
    types = etree.fromstring(files["[Content_Types].xml"])
    named = {each.get("PartName") for each in types} | {each.get("Extension") for each in types}
    found = []
    for name in files:
        known = f"/{name}" in named or (name.rpartition(".")[2] in named - {"xml"})
        found += [] if known or name == "[Content_Types].xml" else [f"untyped {name}"]
    for folder, wanted in LEADS_TO.items():
        for name in files:
            if re.fullmatch(rf"ppt/{folder}/[^/]+\.xml", name):
                missing = wanted - {kind for kind, _ in relations(files, name)}
                found += [f"{name} without {kind}" for kind in sorted(missing)]
    for name in filter(re.compile(r"ppt/slides/[^/]+\.xml").fullmatch, files):
        for notes in (target for kind, target in relations(files, name) if kind == "notesSlide"):
            found += [] if ("slide", name) in relations(files, notes) else [f"{notes} of another slide"]
    return found


def relations(files: Files, name: str) -> list[tuple[str, str]]:
    """What a part leads to: the last words of the kinds, and the targets."""
    written = files.get(f"{dirname(name)}/_rels/{name.rpartition('/')[2]}.rels")
    found = etree.fromstring(written).iter(RELATION) if written else ()
    return [(each.get("Type").rpartition("/")[2], normpath(join(dirname(name), each.get("Target")))) for each in found]


def defects(deck: bytes, folder: Path) -> list[str]:
    """What the three judges find."""
    file = folder / "deck.pptx"
    file.write_bytes(deck)
    audited = [str(each.description) for each in validate_pptx(file).errors]
    checked = [each.message for each in check_pptx(file) if each.severity.name == "ERROR"]
    return [*audited, *checked, *loose_ends(files_in(deck))]


def test_no_judge_finds_a_defect(decks: dict[str, bytes], tmp_path: Path) -> None:
    assert {id: found for id, deck in decks.items() if (found := defects(deck, tmp_path))} == {}


def _replaced(name: str, old: str, new: str) -> Callable[[Files], None]:
    def replace(files: Files) -> None:
        [found] = [file for file in files if re.fullmatch(name, file)]
        assert re.search(old, files[found].decode())
        files[found] = re.sub(old, new, files[found].decode(), count=1).encode()

    return replace


def _without(name: str) -> Callable[[Files], None]:
    def drop(files: Files) -> None:
        del files[name]

    return drop


SLIDE = r"ppt/slides/slide2\.xml"
SEEDED = {
    "two shapes with one id": _replaced(SLIDE, r'<p:cNvPr id="3"', '<p:cNvPr id="2"'),
    "two slides with one id": _replaced(r"ppt/presentation\.xml", r'<p:sldId id="257"', '<p:sldId id="256"'),
    "wrong order": _replaced(SLIDE, r"(<p:nvSpPr>.*?</p:nvSpPr>)(<p:spPr.*?(?:/>|</p:spPr>))", r"\2\1"),
    "text without a paragraph": _replaced(SLIDE, r"(<p:txBody>.*?)<a:p>.*?</a:p>(</p:txBody>)", r"\1\2"),
    "value out of range": _replaced(SLIDE, r'sz="\d+"', 'sz="5"'),
    "relation that is not there": _replaced(r"ppt/presentation\.xml", r'(<p:sldId id="257" r:id=)"\w+"', r'\1"rId99"'),
    "part that is not there": _without("ppt/media/image1.png"),
    "notes without master": _replaced(
        r"ppt/notesSlides/_rels/notesSlide2\.xml\.rels", r"<Relationship [^>]*notesMaster[^>]*/>", ""
    ),
    "part of no kind": _replaced(r"\[Content_Types\]\.xml", r'<Override PartName="/ppt/slides/slide2.xml"[^>]*/>', ""),
}
"""Ways to break a presentation, each of which LibreOffice opens without a word."""


@pytest.mark.parametrize("seed", SEEDED)
def test_a_seeded_defect_is_found(decks: dict[str, bytes], seed: str, tmp_path: Path) -> None:
    files = files_in(decks["vpn-homeoffice"])
    SEEDED[seed](files)
    assert defects(zipped(files), tmp_path)


def test_a_part_that_stands_twice_is_found(decks: dict[str, bytes], tmp_path: Path) -> None:
    """The tenth defect of which LibreOffice says nothing."""
    file = tmp_path / "deck.pptx"
    file.write_bytes(decks["vpn-homeoffice"])
    with ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("ppt/slides/slide2.xml", archive.read("ppt/slides/slide1.xml"))
    assert [each for each in check_pptx(file) if each.severity.name == "ERROR"]


# The template


def test_the_template_is_what_its_script_writes() -> None:
    assert files_in(TEMPLATE.read_bytes()) == {name: text.encode() for name, text in parts().items()}


def test_colours_are_those_of_the_site() -> None:
    css = (ROOT / "docs" / "stylesheets" / "base.css").read_text("utf-8")
    assert dict(re.findall(r"--([a-z-]+): var\(--light, (#[0-9a-f]{6})\)", css)).items() >= LIGHT.items()


def test_layouts_are_wide_and_named_in_german() -> None:
    deck: Any = Presentation(str(TEMPLATE))
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    names = ["Titel", "Punkte", "Punkte + Bild", "Tabelle", "Zitat", "Code"]
    assert [layout.name for layout in deck.slide_layouts] == names
    assert all(place.left + place.width <= deck.slide_width for layout in deck.slide_layouts for place in layout.shapes)


# What is in them


def test_the_same_case_study_becomes_the_same_bytes_whatever_was_written_before(decks: dict[str, bytes]) -> None:
    id = "fehlerkultur"
    exported(STUDIES["vpn-homeoffice"])
    assert exported(STUDIES[id]) == decks[id]
    assert b"2026-11-26T09:30:00Z" in files_in(decks[id])["docProps/core.xml"]


def _said(frame: Any) -> list[str]:
    return [paragraph.text for paragraph in frame.paragraphs]


def _shown(slide: Any) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield from _said(shape.text_frame)
        elif shape.has_table:
            yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)


@pytest.mark.parametrize("id", STUDIES)
def test_nothing_of_a_talk_stays_behind(decks: dict[str, bytes], id: str) -> None:
    """Headlines, bullets, tables, code and quotes stand on the slides; notes are whole, their last line is the time."""
    deck: Any = Presentation(io.BytesIO(decks[id]))
    for slide, page in zip(STUDIES[id].slides, deck.slides, strict=True):
        shown = list(_shown(page))
        assert page.shapes.title.text == slide.headline
        wanted = [text for bullet in slide.bullets for text in (bullet.text, *bullet.bullets)]
        match slide.artifact:
            case Table(columns=columns, rows=rows):
                wanted += [*columns, *(cell for row in rows for cell in row)]
            case Code(code=code):
                wanted += [line.replace("`", "\\`") for line in code.rstrip().split("\n")]
            case Quote(text=text):
                wanted += [f"„{text}“"]
        assert {plain(text) for text in wanted if "\\" not in text} <= set(shown)
        assert _said(page.notes_slide.notes_text_frame)[-1] == f"Geplant: {slide.time}"


def test_pictures_are_drawings_beside_rasters_and_say_what_they_show(decks: dict[str, bytes]) -> None:
    for id, study in STUDIES.items():
        deck: Any = Presentation(io.BytesIO(decks[id]))
        shown = [
            shape
            for page in deck.slides
            for shape in page.shapes
            if shape.shape_type == 14 and not shape.has_text_frame
        ]
        alts = [shape._element.nvPicPr.cNvPr.get("descr") for shape in shown if shape._element.tag.endswith("}pic")]
        artifacts = [slide.artifact for slide in study.slides if isinstance(slide.artifact, Image | Diagram)]
        assert alts == [each.alt if isinstance(each, Image) else each.description for each in artifacts]
        files = files_in(decks[id])
        assert sum(name.endswith(".svg") for name in files) == len(artifacts)
        assert all(content.startswith(b"\x89PNG") for name, content in files.items() if name.endswith(".png"))


def test_every_run_is_german(decks: dict[str, bytes]) -> None:
    for name, content in files_in(decks["kein-netz-im-buero"]).items():
        if re.match("ppt/(slides|notesSlides)/[^/]+xml", name):
            looks = re.findall(rb"<a:rPr[^>]*>", content)
            assert looks, name
            assert all(b'lang="de-DE"' in look for look in looks), name


def test_notes_keep_their_lists_and_demos_are_named() -> None:
    slide = STUDIES["vpn-homeoffice"].slides[1]
    notes = "Erst das.\n\n- Netz\n- **Dienst**\n\n1. `ping`\n2. warten"
    study = changed(slides=(slide.model_copy(update={"notes": notes, "demo": slide.time}),))
    deck: Any = Presentation(io.BytesIO(exported(study)))
    said = _said(deck.slides[0].notes_slide.notes_text_frame)
    times = [f"Vorführung: {slide.time}", f"Geplant: {slide.time}"]
    assert said == ["Erst das.", "– Netz", "– Dienst", "1. ping", "2. warten", *times]


@pytest.mark.parametrize("language", ["powershell", "bash", "console", "yaml", "text", "gibt es nicht"])
def test_code_keeps_its_text_and_takes_the_colours_of_the_site(language: str) -> None:
    code = "\n# Notiz\nping -n 3 'dns1'\n\n\tAntwort: [ok] <&>  5 %\n\n"
    lines = code_lines(code, language)
    assert "\n".join(line.text for line in lines) == code.expandtabs(4).rstrip()
    coloured = {run.ink for line in lines for run in line.runs if "Notiz" in run.text}
    assert coloured == {"" if language in ("text", "console", "gibt es nicht") else "555A66"}


def test_links_lead_to_the_site_or_stay_text() -> None:
    bullets = [{"text": "[Lektion](/lernen/eskalation/), [Quelle](https://quelle.example/)"}]
    slide = STUDIES["vpn-homeoffice"].slides[1].model_dump() | {"bullets": bullets, "artifact": None}
    study = CaseStudy.model_validate(STUDIES["vpn-homeoffice"].model_dump() | {"slides": [slide]})
    targets = []
    for site_url in ("", "https://kurs.example/probe/"):
        related = files_in(exported(study, site_url=site_url))["ppt/slides/_rels/slide1.xml.rels"].decode()
        targets.append(re.findall(r'Target="(https:[^"]*)"', related))
    assert targets == [
        ["https://quelle.example/"],
        ["https://kurs.example/probe/lernen/eskalation/", "https://quelle.example/"],
    ]


def test_a_picture_that_cannot_be_read_becomes_a_frame_that_says_what_it_shows() -> None:
    slide = STUDIES["kein-netz-im-buero"].slides[1]
    study = changed(slides=(slide,))
    for content in (b"", b"GIF89a", b"<svg", b"<svg viewBox='0 0 4 4'><script"):
        deck: Any = Presentation(io.BytesIO(presentation(study, dict.fromkeys(pictures_of(study), content), made=MADE)))
        assert isinstance(slide.artifact, Image)
        assert plain(slide.artifact.alt) in list(_shown(deck.slides[0]))


def test_what_is_far_too_much_for_a_slide_is_exported_all_the_same() -> None:
    """The check only warns of it."""
    words = "Eine Überschrift, die kein Ende nimmt und nirgends passt. "
    much = {"headline": words * 20, "bullets": [{"text": words * 9, "bullets": [words * 5]}] * 9}
    pictured = next(slide for study in STUDIES.values() for slide in study.slides if isinstance(slide.artifact, Image))
    artifacts = [*ARTIFACTS, pictured.artifact]
    slides = [Slide.model_validate({"title": words, "time": "1:00", "artifact": each} | much) for each in artifacts]
    deck: Any = Presentation(io.BytesIO(exported(changed(slides=slides))))
    sides = [side for slide in deck.slides for shape in slide.shapes for side in (shape.width, shape.height)]
    assert min(sides) >= 0
    assert len(deck.slides) == len(artifacts)


def test_drawings_that_act_are_passed_on_as_rasters_alone(tmp_path: Path) -> None:
    """Scripts, handlers, what lies elsewhere: nothing of it is in the file, and no picture of the disk is drawn."""
    (tmp_path / "rot.png").write_bytes(even(4, 4, 250).getvalue())
    study = changed(slides=STUDIES["kein-netz-im-buero"].slides[1:2])
    inside = {
        "": True,
        "<script>1</script>": False,
        '<g onclick="x()"/>': False,
        f'<image href="{tmp_path}/rot.png" width="40" height="40"/>': False,
        '<image xlink:href="https://fern.example/x.png"/>': False,
    }
    rasters = []
    for evil, kept in inside.items():
        head = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40"'
        svg = f'<svg {head}><rect width="9" height="9"/>{evil}</svg>'
        files = files_in(presentation(study, dict.fromkeys(pictures_of(study), svg.encode()), made=MADE))
        assert any(name.endswith(".svg") for name in files) == kept, evil
        rasters.append(files["ppt/media/image1.png"])
    assert len(set(rasters)) == 1


# Injection


def test_payloads_stay_text(decks: dict[str, bytes]) -> None:
    """Titles, bullets and notes say what was written, and links lead to nothing but pages and mail."""
    deck: Any = Presentation(io.BytesIO(decks["angriff"]))
    for slide, page in zip(hostile().slides, deck.slides, strict=True):
        assert _visible(page.shapes.title.text) == _visible(slide.headline)
        shown = {_visible(text) for text in _shown(page)}
        assert {_visible(plain(text)) for bullet in slide.bullets for text in (bullet.text, *bullet.bullets)} <= shown
    targets = re.findall(r'Target="([^"]*)" TargetMode', "".join(map(str, files_in(decks["angriff"]).values())))
    assert [target for target in targets if not target.startswith(("http:", "https:", "mailto:"))] == []


def _visible(text: str) -> str:
    return "".join(character for character in text if character.isprintable() and not character.isspace())


# There and back


def _bullets(slide: Any) -> list[tuple[str, tuple[str, ...]]]:
    return [(plain(each.text), tuple(map(plain, each.bullets))) for each in slide.bullets]


def _words(text: str) -> list[str]:
    """What is read, without the marks of lists and emphasis."""
    return [word for word in re.sub(r"[*`_]|^\s*[-–] ", "", text, flags=re.MULTILINE).split() if word]


@pytest.mark.parametrize("id", STUDIES)
def test_what_was_exported_comes_back(decks: dict[str, bytes], id: str) -> None:
    """But for what the handbook lists: emphasis goes, code has no language, and diagrams are pictures."""
    read = read_deck(decks[id])
    assert (read.lost, read.title) == ((), STUDIES[id].title)
    for slide, back in zip(STUDIES[id].slides, read.slides, strict=True):
        assert (back.title, back.time_s, back.demo_s) == (slide.headline, slide.time, slide.demo)
        assert _words(back.notes) == _words(slide.notes)
        assert _bullets(back) == _bullets(slide)
        assert _artifact(back.artifact) == _artifact(slide.artifact)


def _artifact(artifact: AnyArtifact | None) -> list[Any] | None:
    """What is left of it on the way: a diagram is a picture, emphasis is gone."""
    match artifact:
        case Table(columns=columns, rows=rows):
            said: list[Any] = [list(map(plain, row)) for row in (columns, *rows)]
        case Code(code=code):
            said = [code.rstrip()]
        case Quote(text=text, source=source):
            said = [plain(text), plain(source)]
        case Placeholder(description=description):
            said = [plain(description)]
        case Image(alt=alt) | Diagram(description=alt):
            return ["image", alt, plain(artifact.caption)]
        case None:
            return None
    return [artifact.kind, *said, plain(artifact.caption)]


def test_the_check_finds_nothing_wrong_with_what_was_exported(decks: dict[str, bytes]) -> None:
    """As candidates would hand it in."""
    exam = "it-support-specialist"
    for id in STUDIES:
        found = judge(id, decks[id], exam, PROJECT.exams[exam])
        assert (found.remarks, found.lost, found.audience != "") == ((), (), True), id


def test_what_is_full_or_missing_comes_back_too(decks: dict[str, bytes]) -> None:
    """Placeholders among it."""
    for slide, back in zip(full_slides().slides, read_deck(decks["voll"]).slides, strict=True):
        assert _bullets(back) == _bullets(slide)
        assert _artifact(back.artifact) == _artifact(slide.artifact)


def test_the_browser_reads_the_same_of_them(decks: dict[str, bytes], tmp_path: Path) -> None:
    paths = [tmp_path / f"{id}.pptx" for id in decks]
    for path, deck in zip(paths, decks.values(), strict=True):
        path.write_bytes(deck)
    for id, found in zip(decks, read_decks(paths), strict=True):
        assert told(found) == as_in_browser(read_deck(decks[id])), id
