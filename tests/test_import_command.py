"""Folders, patterns and several files: each is taken once, under a name of its own, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from imported import CATALOGUE, PAGE

from generalprobe.commands.check import main as check
from generalprobe.commands.import_files import main
from generalprobe.commands.submitted import distinct


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "b").mkdir(parents=True)
    for name, text in {
        "a.md": PAGE,
        "b/a.md": PAGE,
        "fragen.md": CATALOGUE,
        "leer.md": "",
        "notiz.txt": "Hallo.",
    }.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_each_file_is_taken_once_and_told_from_those_called_alike(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [str(folder / "in"), str(folder / "in" / "*.md"), str(folder / "in" / "a.md")]
    assert main([*paths, "--out", str(folder / "out")]) == 2
    told = capsys.readouterr()
    out = (folder / "out").as_posix()
    lines = [line for line in told.out.splitlines() if not line.startswith("      ")]
    assert [line for line in lines if "/5]" in line] == [
        f"[1/5] a.md → {out}/drucker-im-lager.yml: 2 Folien, 2 Fragen",
        f"[2/5] b/a.md → {out}/drucker-im-lager-2.yml: 2 Folien, 2 Fragen",
        "[3/5] fragen.md → 2 Dateien:",
    ]
    assert [line.partition(":")[0] for line in told.err.splitlines()] == ["[4/5] leer.md", "[5/5] notiz.txt"]
    assert lines[-1].endswith("/trainer/uebernehmen/#texte")
    assert len(list((folder / "out").iterdir())) == 4


def test_what_is_passed_over_in_a_folder_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "b" / "folien.gslides").write_text("{}")
    main([str(folder / "in" / "b"), "--dry-run"])
    assert capsys.readouterr().err == "Nicht angesehen, weil weder Präsentation noch Text: folien.gslides\n"


def test_names_that_differ_in_case_alone_are_told_apart_by_their_folders() -> None:
    assert distinct([Path("a/x.pptx"), Path("b/X.PPTX"), Path("c/y.md")]) == ["a/x.pptx", "b/X.PPTX", "y.md"]


@pytest.mark.parametrize("file", ["{0}/a.md {0}/b/a.md", "{0}/*/a.md {0}/a.md", "{0}/**/a.md"])
def test_several_files_may_stand_in_one_text(file: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([file.format(folder / "in"), "--out", str(folder / "out")])
    assert "2 von 2 Dateien übernommen" in capsys.readouterr().out


def test_what_becomes_of_a_catalogue_is_written_whole_or_not_at_all(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "out").mkdir()
    there = folder / "out" / "fragenkatalog-sicherheit.yml"
    there.write_text("meins", encoding="utf-8")
    assert main([str(folder / "in" / "fragen.md"), "--out", str(there.parent)]) == 1
    assert "fragenkatalog-sicherheit.yml gibt es schon" in capsys.readouterr().err
    assert list(there.parent.iterdir()) == [there]


def test_what_is_handed_in_is_judged_though_a_path_is_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(folder / "in" / "a.md"), str(folder / "in" / "b" / "a.md"), str(folder / "fehlt.pptx")]
    assert check([*paths, "--format", "csv"]) == 2
    rows = [row.split(";") for row in capsys.readouterr().out.splitlines()]
    assert [row[0] for row in rows if row[0]] == ["Datei", "a.md", "b/a.md", "fehlt.pptx"]
    assert rows[3][-1] == "Die Datei lässt sich nicht öffnen (es gibt sie oder ihren Ordner nicht)."
