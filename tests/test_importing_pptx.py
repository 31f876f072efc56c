"""Presentations taken over: read as the browser reads them, as drafts that the check reads; hostile ones refused."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest
from decks import DECKS, RESAVED, as_in_browser, read_decks, saved, told
from foreign import HOSTILE, Page, deck, parts, text, zipped
from imported import WISHES
from samples import ROOT
from strange import PNG, STRANGE, TITLE

from generalprobe.checking.project import check_project
from generalprobe.commands.import_files import main
from generalprobe.format.case_study import CaseStudy, Placeholder
from generalprobe.format.duration import Duration
from generalprobe.importing.deck import DeckSlide, read_deck
from generalprobe.importing.files import import_file
from generalprobe.importing.losses import LOST
from generalprobe.importing.pptx import audience_in, import_pptx
from generalprobe.importing.unreadable import Unreadable
from generalprobe.reading.loading import load_project


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """All presentations: of python-pptx, of LibreOffice (the one of 300 slides is its own), and made part by part."""
    folder = tmp_path_factory.mktemp("decks")
    for name, data in STRANGE.items():
        (folder / f"{name}.pptx").write_bytes(data)
    strange = {f"strange {name}": folder / f"{name}.pptx" for name in STRANGE}
    resaved = {f"resaved {file.stem}": file for file in sorted(RESAVED.glob("*.pptx"))}
    return {name: saved(folder, name) for name in DECKS if name != "many"} | resaved | strange


def test_the_browser_reads_the_same(files: dict[str, Path]) -> None:
    """Field by field, with what is lost and which pictures are shown, and every loss has a sentence."""
    in_browser = dict(zip(files, read_decks(list(files.values())), strict=True))
    here = {name: as_in_browser(read_deck(file.read_bytes())) for name, file in files.items()}
    assert here == {name: told(found) for name, found in in_browser.items()}
    losses = [loss for found in in_browser.values() for loss in found["losses"]]
    assert {loss["lost"] for loss in losses if "said" not in loss} <= LOST.keys()


def test_boxes_of_text_are_code_quotes_and_captions_by_their_names_or_their_looks() -> None:
    """Code keeps its lines; a font of one width makes code of a text, but not where all of a slide is set in it."""
    shown = {
        name: [_shown(each) for each in read_deck(STRANGE[name]).slides] for name in ("code", "quotes", "captions")
    }
    assert shown == {
        "code": [
            ("code", "if (a) {\n  b     c"),
            ("code", "  a\nb"),
            ("code", "a \nb"),
            ("", "a", "b"),
            ("code", "ping"),
            ("", "ping"),
            ("table", "$ec"),
            ("quote", "nein"),
            ("", "Ein Punkt"),
            ("code", "ping", "x"),
            ("", "b"),
            ("code", "a"),
            ("",),
        ],
        "quotes": [
            ("quote", "Es geht „nicht“ mehr", r"eine \*Anruferin\*", "Montag"),
            ("quote", "Ohne Zeichen", "Montag"),
            ("quote", "Es geht nicht", "Leitung", "„Nur ein Satz“"),
            ("", "„Eins“ und „zwei“", "– Leitung", '"a" und "b"', "- x"),
            ("quote", "Ja", "Chefin", "— Chefin", "“No”", "-x", "y"),
            ("",),
            ("quote", "Es geht nicht", "Leitung"),
        ],
        "captions": [
            ("image", r"Der \*Weg\* der Mail"),
            ("", "Zu nichts"),
            ("table", "eins", "zwei"),
            ("placeholder", r"Foto vom \*Drucker\*"),
            ("", "Platzhalter", "Foto", "Bild"),
        ],
    }


def test_what_libreoffice_has_named_anew_is_known_by_its_looks() -> None:
    assert [_shown(each) for each in read_deck(STRANGE["named anew"]).slides] == [
        ("table", "Stand Mai", "eins"),
        ("table", "Stand Mai"),
        ("table", "Stand Mai"),
        ("table", "Stand Mai", "klein"),
        ("table", "eins", "zwei"),
        ("table", "eins"),
        ("code", "ping", "Stand Mai"),
        ("quote", "Nein", "Leitung", "Montag"),
        ("quote", "Nein"),
        ("", "„Nein“"),
        ("", "„Ja“ und „nein“"),
    ]


def _shown(slide: DeckSlide) -> tuple[str, ...]:
    """The kind and the texts of what is shown, then the bullets."""
    known = slide.artifact.model_dump() if slide.artifact else {"kind": ""}
    names = ("kind", "code", "text", "description", "source", "caption")
    bullets = [text for each in slide.bullets for text in (each.text, *each.bullets)]
    return (known["kind"], *filter(None, (known.get(name, "") for name in names[1:])), *bullets)


def test_signs_that_were_typed_in_front_of_bullets_go() -> None:
    """Names, days, minuses, and numbers that do not count from 1 are none; a second sign is a second level."""
    found = read_deck(STRANGE["signs"])
    shown = [
        [(each.text, *each.bullets) if each.bullets else each.text for each in slide.bullets] for slide in found.slides
    ]
    assert shown == [
        ["eins", r"\*zwei\*"],
        ["eins", ("zwei", "drei", "vier"), "fünf"],
        ["eins", "zwei", "drei", "vier"],
        ["eins", "zwei", "eins", "zwei", "x", "y"],
        [("Lage:", "eins", "zwei"), ("Ziel:", "drei")],
        ["eins", "zwei", "Fazit"],
        [("eins", "zwei", "drei"), ("vier", "fünf")],
        [("eins", "zwei", "drei"), ("vier", "fünf")],
        [("eins", "zwei", "drei"), ("eins", "x"), "- y"],
        ["24. Dezember", "25. Dezember", "24. Dezember bis 2. Januar"],
        ["1. Mai", "2. Juni", "1. Quartal: gut", "2. Quartal: schlecht", "7. Ende"],
        ["+ schnell", "- teuer", "- alt", "-Name", "-Path", "— Leitung", "3,5 Mio.", "A. Berg"],
        ["1. Netz"],
        [("eins", "zwei", "drei"), "vier", "§ 1 BGB", "§ 2 BGB", "eins", "zwei"],
        ["eins", "zwei"],
        [],
    ]
    assert (found.slides[14].title, found.slides[15].notes) == ("1. Netz", "- eins\n\n- zwei")


def test_where_no_title_is_marked_it_is_the_largest_text_and_the_topmost_of_these() -> None:
    found = read_deck(STRANGE["headed"])
    titles = ["Netz", "Oben", "Außen", "Ein Punkt", "Zielgruppe: Leitung"]
    assert [each.title for each in found.slides] == titles
    assert [each.text for each in found.slides[0].bullets] == ["Zielgruppe: IT-Leitung", "Untertitel"]
    assert audience_in(found) == "IT-Leitung"
    assert audience_in(replace(found, slides=found.slides[-1:])) == "Leitung"


def test_a_time_stands_in_a_line_of_its_own_or_behind_the_last_sentence() -> None:
    assert [(each.notes, each.time_s, each.demo_s) for each in read_deck(STRANGE["timed"]).slides] == [
        ("Guten Tag.", 45, 15),
        ("Guten Tag.", 0, 15),
        ("Noch ein Satz.", 70, 15),
        ("So. Zeit: 0:30\n\nDas ist die Zeit: 1:30", 0, 0),
        ("Sprechtext: eins\n\n*", 0, 0),
        ("Guten Tag.\n\n- eins\n- zwei", 40, 0),
        ("Guten Tag.", 60, 0),
        ("Guten Tag.", 90, 20),
        ("Guten Tag.\n\nEnde.", 45, 0),
        ("Guten Tag.\n\nEnde.", 120, 0),
        ("Guten Tag.", 30, 0),
        ("Guten Tag.", 5999, 0),
        ("Guten Tag.\n\n9:15\n\n2 Minuten\n\nZeit: 90\n\nDauer: 2 Stunden\n\n(0:30\n\nZeit haben 2 min", 0, 0),
    ]


def test_what_is_not_shown_is_named_with_what_stood_in_it() -> None:
    assert [str(each) for each in import_pptx(STRANGE["dropped"]).losses] == [
        f"Folie {number} („Lage“): {said}"
        for number, said in (
            (1, "Tabelle (3 × 2) fällt weg, gezeigt wird das Bild. Darin stand: Zeit | *Was* / a"),
            (2, "Ein weiteres Bild fällt weg, gezeigt wird das erste „Der Weg der Mail von hier nach dort und…“."),
            (3, f"Tabelle (1 × 2) fällt weg, gezeigt wird der Code. Darin stand: {'a' * 300} | {'😀' * 96}…"),
            (4, LOST["listed"]),
            (5, "Bild fällt weg, gezeigt wird das Zitat."),
            (6, "Bild fällt weg, gezeigt wird der Platzhalter."),
        )
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_presentation_is_refused_in_a_sentence_and_soon(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, said = HOSTILE[name]
    (tmp_path / f"{name}.pptx").write_bytes(data)
    start = time.process_time()
    assert main([str(tmp_path / f"{name}.pptx"), "--out", str(tmp_path / "out")]) == 2
    assert time.process_time() - start < 1
    output = capsys.readouterr()
    assert said in output.err
    assert output.out == "0 von 1 Datei übernommen.\n"
    assert not (tmp_path / "out").exists()


def test_a_slide_full_of_marks_is_read_soon() -> None:
    pick = random.Random(7)
    boxes = [text("body", *["".join(pick.choices("*_`[", k=1_800)) for _ in range(10)]) for _ in range(3)]
    start = time.process_time()
    [slide] = read_deck(deck(Page([TITLE, *boxes]))).slides
    assert time.process_time() - start < 1
    assert len(slide.bullets[0].text) == 1_800


def test_a_file_of_more_than_100_mb_is_not_even_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (tmp_path / "a.pptx").open("wb") as large:
        large.truncate(100 * 1024 * 1024 + 1)
    assert main([str(tmp_path / "a.pptx"), "--out", str(tmp_path)]) == 2
    assert "größer als 100 MB" in capsys.readouterr().err


def test_whatever_is_wrong_in_a_file_it_is_read_or_refused() -> None:
    """Bytes of the archive, and pieces of its XML."""
    good, files = STRANGE["notes"], parts([Page([TITLE], [text("body", "x")])])
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
    paths = [str(file) for name, file in files.items() if name != "resaved many"]
    assert main([*paths, "--out", str(tmp_path)]) == 0
    project = load_project(ROOT, [tmp_path])
    assert len(project.entries(CaseStudy)) == len(paths) == len(list(tmp_path.iterdir()))
    assert all(entry.draft for entry in project.entries(CaseStudy))
    assert not [each for each in check_project(project) if each.code.startswith(("YAML", "FORM", "DATEI"))]
    assert f"{len(paths)} von {len(paths)} Dateien übernommen." in capsys.readouterr().out


def test_times_are_those_of_the_file_else_proposed_and_said_so(tmp_path: Path) -> None:
    said = "Zuerst prüfe ich die Warteschlange, dann den Treiber, und jeden Schritt halte ich im Ticket fest."
    pages = [
        Page([TITLE], [text("body", said, "Vorführung: 0:15", "Geplant: 1:10")]),
        Page([TITLE], [text("body", said)]),
        Page([TITLE], [text("body", *[said] * 6)]),
    ]
    (tmp_path / "a.pptx").write_bytes(deck(*pages, Page([text("title", "Ende")]), title="Netz"))
    assert main([str(tmp_path / "a.pptx"), "--out", str(tmp_path)]) == 0
    project = load_project(ROOT, [tmp_path])
    [entry] = project.entries(CaseStudy)
    assert [(each.id, each.time, each.demo) for each in entry.model.slides] == [
        ("lage", Duration(70), Duration(15)),
        ("lage-2", Duration(30), Duration(0)),
        ("lage-3", Duration(35), Duration(0)),
        ("ende", Duration(30), Duration(0)),
    ]
    lines = entry.source.text.splitlines()
    assert [line.partition("  # ")[2][:13] for line in lines if line.startswith("    time:")] == [
        "",
        *["vorgeschlagen"] * 3,
    ]
    assert not [each for each in check_project(project) if each.code == "ZEIT05"]


def test_pictures_come_along_if_wished_else_a_placeholder_says_what_they_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("data/exams", "docs"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    exam = ROOT / "data" / "exams" / "it-support-specialist.yml"
    (tmp_path / "data" / "exams" / exam.name).write_text(exam.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "a.pptx").write_bytes(STRANGE["picture"])
    monkeypatch.chdir(tmp_path)
    assert main(["a.pptx", "--id", "ohne"]) == 0
    assert "Bilder in" not in capsys.readouterr().out
    assert main(["a.pptx", "--id", "mit", "--images"]) == 0
    assert "\n    Bilder in docs/images/mit\n" in capsys.readouterr().out
    project = load_project(tmp_path)
    without, with_it = (project.entry(CaseStudy, id) for id in ("ohne", "mit"))
    assert without and with_it
    [shown], [kept] = without.model.slides, with_it.model.slides
    assert shown.artifact and shown.artifact.model_dump(exclude_defaults=True) == {
        "kind": "placeholder",
        "description": "Ein *Plan*",
    }
    assert kept.artifact and kept.artifact.model_dump(exclude_defaults=True)["src"] == "images/mit/folie-1.png"
    assert (tmp_path / "docs" / "images" / "mit" / "folie-1.png").read_bytes() == PNG["ppt/media/a.png"]
    assert not [each for each in check_project(project) if each.code.startswith("BILD")]


def test_a_slide_without_a_title_is_called_by_its_number_in_the_file() -> None:
    pages = [Page([text("title", "Reserve")], attributes=' show="0"'), Page([], [text("body", "Guten Tag.")])]
    [found] = import_file(deck(*pages), WISHES)
    assert isinstance(found.model, CaseStudy)
    assert [(each.id, each.title) for each in found.model.slides] == [("folie-2", "Folie 2")]
    assert "Folie 2 („Folie 2“): Die Überschrift fehlt, so heißt sie nach ihrer Nummer" in found.proposals


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
    assert [line.partition(":")[0] for line in output.err.splitlines()] == [
        "Nicht angesehen, weil weder Präsentation noch Text",
        "[1/2] a.pptx",
    ]


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
