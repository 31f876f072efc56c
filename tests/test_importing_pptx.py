"""Presentations taken over: read as the browser reads them, as drafts that the check reads; hostile ones refused."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from decks import DECKS, RESAVED, even, read_decks, saved
from foreign import HOSTILE, Page, deck, frame, group, paragraph, parts, picture, table, text, zipped
from imported import WISHES
from samples import ROOT

from generalprobe.checking.project import check_project
from generalprobe.commands.import_files import main
from generalprobe.exporting.pptx import presentation
from generalprobe.format.case_study import CaseStudy, Placeholder, Table
from generalprobe.format.duration import Duration
from generalprobe.importing.deck import Deck, DeckSlide, read_deck
from generalprobe.importing.files import import_file
from generalprobe.importing.losses import LOST
from generalprobe.importing.plain_text import plain
from generalprobe.importing.pptx import import_pptx
from generalprobe.importing.unreadable import Unreadable
from generalprobe.reading.loading import load_project
from generalprobe.speech.text import plain_text

_TITLE = text("title", "Lage")
_IMAGE = ("i1", "image", "../media/a.png")
_PNG = {"ppt/media/a.png": even(4, 3, 9).getvalue()}
_EMF = {"ppt/media/a.png": b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(20)}
_SECTIONS = (
    '<p:extLst><p:ext><p14:sectionLst><p14:section name="Lösung (3:00)"><p14:sldIdLst>'
    '<p14:sldId id="257"/><p14:sldId id="258"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
)
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
    return [Page([_TITLE, text("body", *texts[at : at + 9])]) for at in range(0, len(texts), 9)]


STRANGE: dict[str, bytes] = {
    "breaks": deck(
        Page(
            [text("ctrTitle", "<a:p><a:r><a:t>Nichts_x000B_druckt </a:t></a:r><a:br/><a:r><a:t>mehr</a:t></a:r></a:p>")]
        )
    ),
    "guessed": deck(Page([text("sldNum", "7"), text("", "Ein Satz", "Noch einer")]), Page([text("title")]), title="x"),
    "deep": deck(Page([_TITLE, text("body", "Eins", paragraph("Zwei", 1), paragraph("Drei", 2), "Vier")])),
    "groups": deck(Page([_TITLE, group(group(text("", "Im Kern"), text("ftr", "Vertraulich")))])),
    "nested": deck(Page([_TITLE, "<p:grpSp><p:nvGrpSpPr/>" * 99 + "</p:grpSp>" * 99])),
    "table": deck(Page([_TITLE, table(["Zeit", "Was"], ["9:15"], cell=' gridSpan="2"')])),
    "wide": deck(Page([_TITLE, table(["a"] * 31, ["b"])])),
    "picture": deck(Page([_TITLE, picture("i1", alt="Ein *Plan*")], related=[_IMAGE]), pictures=_PNG),
    "undescribed": deck(
        Page([_TITLE, picture("i1", alt="Bild 1.PNG")], related=[_IMAGE]),
        Page([_TITLE, picture("i1", alt="Wie aus a.png ein Plan wird")], related=[_IMAGE]),
        pictures=_PNG,
    ),
    "cropped": deck(Page([picture("i1", crop='<a:srcRect l="20000"/>')], related=[_IMAGE]), pictures=_PNG),
    "vector": deck(Page([_TITLE, picture("i1")], related=[_IMAGE]), pictures=_EMF),
    "missing": deck(Page([_TITLE, picture("i1")], related=[_IMAGE])),
    "linked": deck(Page([_TITLE, picture("i1")], related=[("i1", "image", "file:///C:/x.png")])),
    "video": deck(Page([_TITLE, picture("i1", media="<a:videoFile/>")], related=[_IMAGE]), pictures=_PNG),
    "audio": deck(Page([_TITLE, picture("i1", media="<a:audioFile/>")], related=[_IMAGE]), pictures=_PNG),
    "frames": deck(
        Page([_TITLE, *(frame("", f"https://x.example/{each}") for each in ("diagram", "chart", "ole", "x"))])
    ),
    "newer": deck(
        Page([_TITLE, _NEWER.format("<p:contentPart/>", picture("i1"))], related=[_IMAGE]),
        Page([_TITLE, _NEWER.format(text("", "Neu"), text("", "Alt")), "<p:contentPart/>", "<p:cxnSp/>"]),
        pictures=_PNG,
    ),
    "invisible": deck(Page([_TITLE, text("", "Geheim", hidden=True)])),
    "animated": deck(Page([_TITLE], after="<p:timing><p:bldLst/></p:timing>")),
    "background": deck(Page([_TITLE], before="<p:bg><a:blip/></p:bg>")),
    "long": deck(Page([_TITLE, text("body", "a" * 19_000, "b" * 2_000)], [text("body", "a" * 19_000, "b" * 2_000)])),
    "hidden": deck(Page([_TITLE]), Page([text("title", "Reserve")], attributes=' show="0"')),
    "twice": deck(Page([_TITLE], id=256), Page([_TITLE], id=256)),
    "notes": deck(
        Page([_TITLE], [text("sldImg", "x"), text("body", "Guten Tag.", "Vorführung: 0:15", "Geplant: 1:10")]),
        Page([_TITLE], [text("sldNum", "1"), text("dt", "heute"), group(text("", "Ohne *Platz*."))]),
        Page([_TITLE], [text("body", '<a:p><a:pPr><a:buChar char="•"/></a:pPr><a:r><a:t>eins</a:t></a:r></a:p>')]),
    ),
    "times": deck(
        Page([_TITLE], [text("body", "Zeit: 1:30")], after='<p:transition advTm="45000"/>'),
        *[Page([_TITLE])] * 2,
        Page([_TITLE], after='<p:transition advTm="45500"/>'),
        extension=_SECTIONS,
    ),
    "broken": zipped(
        parts([Page([_TITLE]), Page([_TITLE], [text("body", "x")])])
        | {"ppt/slides/slide1.xml": "<p:sld>", "ppt/notesSlides/notesSlide2.xml": "kein XML"}
    ),
    "usual-title": deck(Page([_TITLE]), title="PowerPoint-Präsentation"),
    "chance": deck(*_of_chance()),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All presentations: of python-pptx, of LibreOffice, and made part by part."""
    folder = tmp_path_factory.mktemp("decks")
    for name, data in STRANGE.items():
        (folder / f"{name}.pptx").write_bytes(data)
    strange = {f"strange {name}": folder / f"{name}.pptx" for name in STRANGE}
    resaved = {f"resaved {file.stem}": file for file in sorted(RESAVED.glob("*.pptx"))}
    return {name: saved(folder, name) for name in DECKS} | resaved | strange


def test_the_browser_reads_the_same(files: dict[str, Path]) -> None:
    """Field by field, with what is lost and which pictures are shown, and every loss has a sentence."""
    in_browser = dict(zip(files, read_decks(list(files.values())), strict=True))
    here = {name: _as_in_browser(read_deck(file.read_bytes())) for name, file in files.items()}
    assert here == {name: _told(found) for name, found in in_browser.items()}
    assert {loss["lost"] for found in in_browser.values() for loss in found["losses"]} <= LOST.keys()


def _as_in_browser(found: Deck) -> dict[str, Any]:
    return {
        "title": found.title,
        "slides": [_slide(each) for each in found.slides if not each.hidden],
        "hidden": [_slide(each) for each in found.slides if each.hidden],
        "lost": [(each.number, each.key, each.title, name, times) for each in found.lost for name, times in each.names],
        "pictures": sorted((name, len(each.content)) for name, each in found.pictures.items()),
    }


def _slide(slide: DeckSlide) -> dict[str, Any]:
    return {
        "key": slide.key,
        "title": slide.title,
        "bullets": [{"text": each.text, "bullets": list(each.bullets)} for each in slide.bullets],
        "artifact": slide.artifact and slide.artifact.model_dump(mode="json"),
        "notes": slide.notes,
        "time_s": slide.time_s,
        "demo_s": slide.demo_s,
        "guessed": slide.guessed,
    }


def _told(found: dict[str, Any]) -> dict[str, Any]:
    talk, names = found["talk"], ("key", "title", "bullets", "artifact", "notes", "time_s", "demo_s")
    told = {
        which: [{name: each[name] for name in names} | {"guessed": each.get("guessed", False)} for each in talk[which]]
        for which in ("slides", "hidden")
    }
    return told | {
        "title": talk["title"],
        "lost": [tuple(loss[name] for name in ("number", "key", "title", "lost", "times")) for loss in found["losses"]],
        "pictures": sorted((key, size) for key, _, size in found["pictures"]),
    }


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_presentation_is_refused_in_a_sentence_and_soon(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, said = HOSTILE[name]
    (tmp_path / f"{name}.pptx").write_bytes(data)
    start = time.process_time()
    assert main([str(tmp_path / f"{name}.pptx"), "--out", str(tmp_path / "out")]) == 2
    assert time.process_time() - start < 1.5  # of which a third is the project
    output = capsys.readouterr()
    assert said in output.err
    assert output.out == "0 von 1 Datei übernommen.\n"
    assert not (tmp_path / "out").exists()


def test_a_file_of_more_than_100_mb_is_not_even_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (tmp_path / "a.pptx").open("wb") as large:
        large.truncate(100 * 1024 * 1024 + 1)
    assert main([str(tmp_path / "a.pptx"), "--out", str(tmp_path)]) == 2
    assert "größer als 100 MB" in capsys.readouterr().err


def test_whatever_is_wrong_in_a_file_it_is_read_or_refused() -> None:
    """Bytes of the archive, and pieces of its XML."""
    good, files = STRANGE["notes"], parts([Page([_TITLE], [text("body", "x")])])
    pick = random.Random(2026)
    junk = ["<", ">", '"', "<a:p>", "</p:sp>", "<p:sp/>", "<p:pic/>", "<p:graphicFrame/>", "&#0;", "&x;", "\ufffe"]
    for _ in range(150):
        data = bytearray(good)
        for _ in range(pick.randint(1, 6)):
            data[pick.randrange(len(data))] = pick.randrange(256)
        _read_or_refuse(bytes(data))
        name = pick.choice(list(files))
        old = str(files[name])
        at = pick.randrange(len(old))
        _read_or_refuse(zipped(files | {name: old[:at] + pick.choice(junk) + old[at + pick.randrange(30) :]}))


def _read_or_refuse(data: bytes) -> None:
    try:
        assert read_deck(data).slides
    except Unreadable as error:
        assert str(error).endswith(".")


def test_what_is_taken_over_is_a_draft_that_the_check_reads(
    files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All at once, two of a name among them; what is wrong with any is about content alone."""
    paths = [str(file) for name, file in files.items() if name != "many"]
    assert main([*paths, "--out", str(tmp_path)]) == 0
    project = load_project(ROOT, [tmp_path])
    assert len(project.entries(CaseStudy)) == len(paths) == len(list(tmp_path.iterdir()))
    assert all(entry.draft for entry in project.entries(CaseStudy))
    assert not [each for each in check_project(project) if each.code.startswith(("YAML", "FORM", "DATEI"))]
    assert f"{len(paths)} von {len(paths)} Dateien übernommen." in capsys.readouterr().out


def test_times_are_those_of_the_file_else_proposed_and_said_so(tmp_path: Path) -> None:
    said = "Zuerst prüfe ich die Warteschlange, dann den Treiber, und jeden Schritt halte ich im Ticket fest."
    pages = [
        Page([_TITLE], [text("body", said, "Vorführung: 0:15", "Geplant: 1:10")]),
        Page([_TITLE], [text("body", said)]),
    ]
    (tmp_path / "a.pptx").write_bytes(deck(*pages, Page([text("title", "Ende")]), title="Netz"))
    assert main([str(tmp_path / "a.pptx"), "--out", str(tmp_path)]) == 0
    [entry] = load_project(ROOT, [tmp_path]).entries(CaseStudy)
    assert [(each.id, each.time, each.demo) for each in entry.model.slides] == [
        ("lage", Duration(70), Duration(15)),
        ("lage-2", Duration(5), Duration(0)),
        ("ende", Duration(30), Duration(0)),
    ]
    lines = entry.source.text.splitlines()
    assert [line.partition("  # ")[2][:13] for line in lines if line.startswith("    time:")] == [
        "",
        *["vorgeschlagen"] * 2,
    ]


def test_pictures_come_along_if_wished_else_a_placeholder_says_what_they_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("data/exams", "docs"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    exam = ROOT / "data" / "exams" / "it-support-specialist.yml"
    (tmp_path / "data" / "exams" / exam.name).write_text(exam.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "a.pptx").write_bytes(STRANGE["picture"])
    monkeypatch.chdir(tmp_path)
    assert main(["a.pptx", "--id", "ohne"]) == 0
    assert main(["a.pptx", "--id", "mit", "--images"]) == 0
    project = load_project(tmp_path)
    without, with_it = (project.entry(CaseStudy, id) for id in ("ohne", "mit"))
    assert without and with_it
    [shown], [kept] = without.model.slides, with_it.model.slides
    assert shown.artifact and shown.artifact.model_dump(exclude_defaults=True) == {
        "kind": "placeholder",
        "description": "Ein *Plan*",
    }
    assert kept.artifact and kept.artifact.model_dump(exclude_defaults=True)["src"] == "images/mit/folie-1.png"
    assert (tmp_path / "docs" / "images" / "mit" / "folie-1.png").read_bytes() == _PNG["ppt/media/a.png"]
    assert not [each for each in check_project(project) if each.code.startswith("BILD")]


def test_the_name_of_a_file_describes_no_picture() -> None:
    [found] = import_file(STRANGE["undescribed"], WISHES)
    assert isinstance(found.model, CaseStudy)
    shown = [slide.artifact for slide in found.model.slides]
    assert [each.description for each in shown if isinstance(each, Placeholder)] == [
        "Bild zu „Lage“",
        "Wie aus a.png ein Plan wird",
    ]
    assert [each for each in found.proposals if "Bild" in each] == [
        "Folie 1 („Lage“): Was das Bild zeigt, steht nirgends: Ein Satz dazu fehlt"
    ]


def test_nothing_is_ever_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.pptx"
    file.write_bytes(STRANGE["deep"])
    (tmp_path / "lage.yml").write_text("meins", encoding="utf-8")
    assert main([str(file), "--out", str(tmp_path)]) == 1
    assert "lage.yml gibt es schon und bleibt, wie sie ist" in capsys.readouterr().err
    assert (tmp_path / "lage.yml").read_text(encoding="utf-8") == "meins"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.pptx", "lage.yml"]


def test_one_file_that_cannot_be_read_keeps_no_other_from_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "abgaben", tmp_path / "out"
    source.mkdir()
    for name, data in {"a.pptx": b"x", "b.pptx": STRANGE["hidden"], "~$b.pptx": b"x", "bild.png": b"x"}.items():
        (source / name).write_bytes(data)
    assert main([str(source), "--out", str(out)]) == 2
    assert [each.name for each in out.iterdir()] == ["lage.yml"]
    output = capsys.readouterr()
    assert "[2/2] b.pptx →" in output.out
    assert "Folie 2 („Reserve“): Die Folie ist ausgeblendet und bleibt weg." in output.out
    assert output.err.startswith("[1/2] a.pptx: ")


def test_a_path_that_is_missing_keeps_no_other_from_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pptx").write_bytes(STRANGE["deep"])
    paths = [str(tmp_path / name) for name in ("fehlt.pptx", "a.pptx")]
    assert main([*paths, "--out", str(tmp_path / "out")]) == 2
    assert [each.name for each in (tmp_path / "out").iterdir()] == ["lage.yml"]
    output = capsys.readouterr()
    assert output.err == f"[1/2] Diese Datei oder dieser Ordner fehlt: {paths[0]}\n"
    assert "1 von 2 Dateien übernommen." in output.out


@pytest.mark.parametrize("below", ["", "darunter"])
def test_where_a_file_stands_no_folder_is_made(below: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.pptx"
    file.write_bytes(STRANGE["deep"])
    assert main([str(file), "--out", str(file / below)]) == 2
    assert capsys.readouterr().err == f"Der Ordner {file / below} lässt sich nicht anlegen: {file} ist eine Datei.\n"


def test_a_folder_that_cannot_be_made_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pptx").write_bytes(STRANGE["deep"])
    out = tmp_path / "out"

    def refused(path: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refused)
    assert main([str(tmp_path / "a.pptx"), "--out", str(out)]) == 2
    assert f"{out} lässt sich nicht lesen oder schreiben (keine Berechtigung" in capsys.readouterr().err


def test_a_trial_writes_nothing_and_says_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.pptx").write_bytes(STRANGE["notes"])
    assert main([str(tmp_path / "a.pptx"), "--out", str(tmp_path / "out"), "--dry-run"]) == 0
    assert not (tmp_path / "out").exists()
    assert "3 Folien" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["fehlt.pptx"], "fehlt.pptx"),
        ([str(ROOT / "LICENSE"), "--exam", "x"], "Die Prüfung „x“"),
        ([str(ROOT / "LICENSE"), "--topic", "x"], "Das Themengebiet „x“"),
        ([str(ROOT / "LICENSE"), "--id", "Ä"], "--id"),
        ([str(ROOT / "schema")], "nichts, was sich übernehmen lässt"),
    ],
)
def test_a_wrong_call_is_said_in_german(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("id", ["client-rollout", "fehlerkultur"])
def test_what_was_written_from_here_comes_back(id: str) -> None:
    """Titles, times, demos, what is said, tables; emphasis is gone, and quotes and code stand as bullets."""
    entry = load_project(ROOT, [ROOT / "data" / "case-studies" / f"{id}.yml"]).entry(CaseStudy, id)
    assert entry
    study = entry.model
    outline = import_pptx(presentation(study, {}, made=datetime(2026, 1, 1, tzinfo=UTC)))
    assert outline.title == study.title
    assert [(each.title, each.time, each.demo) for each in outline.slides] == [
        (each.headline, each.time, each.demo) for each in study.slides
    ]
    assert [plain_text(each.notes).split() for each in outline.slides] == [
        plain_text(each.notes).split() for each in study.slides
    ]
    for back, slide in zip(outline.slides, study.slides, strict=True):
        texts = [each.text for each in back.bullets]
        assert [plain(each.text) for each in slide.bullets] == texts[: len(slide.bullets)]
        if isinstance(slide.artifact, Table):
            assert isinstance(back.artifact, Table)
            assert len(back.artifact.rows) == len(slide.artifact.rows)
