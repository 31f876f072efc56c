"""Files for others: which there are, what they are called, and the command that writes them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from samples import CASE_STUDY, MATERIAL, ROOT, make_project

from generalprobe.exporting.formats import FORMATS, Format
from generalprobe.exporting.subjects import Subject, subjects
from generalprobe.reading.loading import load_project
from scripts import export

EPOCH = "1795651200"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = make_project(tmp_path / "project", MATERIAL)
    shutil.copy(ROOT / "mkdocs.yml", root)
    monkeypatch.setattr(export, "project_root", lambda: root)
    return root


def about(root: Path) -> dict[str, Subject]:
    return {subject.id: subject for subject in subjects(load_project(root).published(), root)}


def test_there_is_something_about_each_file_with_cards_and_about_the_whole(project: Path) -> None:
    assert list(about(project)) == ["alles", "drucker", "netz", "glossar", "formulierungen"]


def test_no_two_files_have_the_same_name(project: Path) -> None:
    names = [each.file_name(subject) for each in FORMATS for subject in about(project).values() if each.takes(subject)]
    assert len(names) == len(set(names))
    assert names[0] == "generalprobe-drucker-vortrag.pptx"
    assert [name for name in names if name.endswith(".apkg")][:3] == [
        "generalprobe-alles-karten.apkg",
        "generalprobe-drucker-karten.apkg",
        "generalprobe-fragen-netz-karten.apkg",
    ]


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_the_same_content_gives_the_same_bytes_wherever_and_whenever(
    format: Format, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = shutil.copytree(project, tmp_path / "elsewhere")
    monkeypatch.setattr("time.time", lambda: 4e9)
    for id, subject in about(project).items():
        if format.takes(subject):
            assert format.write(subject) == format.write(about(copied)[id])


@pytest.mark.parametrize("format", [each for each in FORMATS if each.join], ids=lambda format: format.name)
def test_the_file_of_the_whole_site_is_joined_from_those_that_are_known(format: Format, project: Path) -> None:
    subjects = about(project)
    known = {id: format.write(subject) for id, subject in subjects.items() if format.takes(subject)}
    asked: list[str] = []

    def of_part(part: Subject) -> bytes:
        asked.append(part.id)
        return known[part.id]

    assert format.write(subjects["alles"], of_part) == known.pop("alles")
    assert asked == list(known)


def test_what_is_changed_later_is_newer_unless_the_time_is_given(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = project / "data" / "case-studies" / "drucker.yml"
    os.utime(file, (1.8e9, 1.8e9))
    found = about(project)
    assert found["drucker"].changed == found["alles"].changed == 1_800_000_000 > found["netz"].changed
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    assert {each.changed for each in about(project).values()} == {int(EPOCH)}


def test_the_command_writes_what_is_asked_for_and_overwrites_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(project / "hier")
    assert export.main(["anki", "drucker", "netz", "--out", out]) == 0
    assert "[1/2]" in capsys.readouterr().out
    written = {file: file.read_bytes() for file in Path(out).iterdir()}
    assert len(written) == 2
    assert export.main(["anki", "netz", "glossar", "--out", out]) == 1
    printed = capsys.readouterr()
    there = Path(out) / "generalprobe-fragen-netz-karten.apkg"
    assert printed.err.splitlines() == [
        f"[1/2] {there} gibt es schon und bleibt, wie sie ist.",
        "1 von 2 Dateien geschrieben. Für neue nenne mit --out einen anderen Ordner.",
    ]
    assert printed.out.startswith("[2/2] ")
    assert {file: file.read_bytes() for file in Path(out).iterdir() if "glossar" not in file.name} == written
    assert len(list(Path(out).iterdir())) == 3


def test_options_may_stand_before_ids(project: Path) -> None:
    assert export.main(["csv", "--out", str(project / "hier"), "drucker", "netz"]) == 0
    assert len(list((project / "hier").iterdir())) == 2


def test_a_wrong_call_is_said_in_german(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, said in [(["csv", "--aus"], "Unbekannte Angabe: --aus"), (["csv", "--out"], "Nach --out fehlt ein")]:
        with pytest.raises(SystemExit):
            export.main(arguments)
        printed = capsys.readouterr().err
        assert printed.startswith("Aufruf: ")
        assert said in printed


def test_without_an_id_the_command_writes_everything(project: Path) -> None:
    assert export.main(["anki"]) == 0
    assert [file.name for file in (project / "export").iterdir()] == ["generalprobe-alles-karten.apkg"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["anky"], "Meintest du `anki`?"),
        (["anki", "druker"], "Meintest du `drucker`?"),
        (["anki", "xyz"], "Vorhanden:\n  alles, drucker, netz, glossar, formulierungen"),
        (["pptx", "alles"], "„Präsentation“ entsteht nur aus Fallstudien, nicht aus „alles“. Ohne Kennung kommt jede"),
        (["moodle", "glossar"], "entsteht nur aus Fallstudien und Fragensammlungen, nicht aus „glossar“.\nVorhanden:"),
    ],
)
def test_what_is_not_known_or_not_made_is_named_with_what_there_is(
    arguments: list[str], said: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export.main(arguments) == 2
    assert said in capsys.readouterr().err
    assert not (project / "export").exists()


def test_files_with_errors_are_refused_and_drafts_are_not_there(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / "data" / "case-studies" / "drucker.yml"
    file.write_text(f"draft: true\n{CASE_STUDY}", encoding="utf-8")
    assert "drucker" not in about(project)
    file.write_text(CASE_STUDY.replace("question:", "frage:"), encoding="utf-8")
    assert export.main(["anki"]) == 1
    said, *files = capsys.readouterr().err.splitlines()
    assert "`make check`" in said
    assert files == ["  data/case-studies/drucker.yml: 3 Fehler"]


def test_a_site_has_an_id_that_lasts_and_names_files(project: Path) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text("extra: {site_id: Mein Kurs}\n", encoding="utf-8")
    assert about(project)["drucker"].stem == "mein-kurs-drucker"
    settings.write_text("site_name: Ohne\n", encoding="utf-8")
    assert about(project)["drucker"].stem == "generalprobe-drucker"


def test_what_a_file_leaves_out_is_said_and_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = ["--out", str(project / "hier")]
    for arguments, said in [
        (["openolat", "netz"], "; 3 von 5 Fragen, nicht dabei: 1 Zuordnung, 1 Reihenfolge"),
        (
            ["openolat", "alles"],
            "; 6 von 8 Fragen, nicht dabei: 1 Zuordnung, 1 Reihenfolge, 2 Begriffe, 1 Formulierung",
        ),
        (["moodle", "alles"], "; 8 von 8 Fragen, nicht dabei: 2 Begriffe, 1 Formulierung"),
        (["pptx", "drucker"], "; nicht dabei: 3 offene Fragen"),
    ]:
        assert export.main([*arguments, *out]) == 0
        assert capsys.readouterr().out.rstrip().endswith(said)
    assert export.main(["csv", "netz", *out]) == 0
    assert "nicht dabei" not in capsys.readouterr().out
    assert export.main(["moodle", "netz", *out]) == 0
    assert "nicht dabei" not in capsys.readouterr().out


def test_a_folder_that_is_a_file_is_named_as_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "hier").write_text("", encoding="utf-8")
    for out in ("hier", "hier/unten"):
        assert export.main(["csv", "netz", "--out", str(project / out)]) == 1
        said = capsys.readouterr().err
        assert said == f"Der Ordner {project / out} lässt sich nicht anlegen: {project / 'hier'} ist eine Datei.\n"
