"""A class at a glance: what candidates hand in gets a row each and its problems by slide; nothing is taken over."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from decks import saved
from foreign import HOSTILE, Page, deck, text, zipped
from imported import PAGE
from samples import said

from generalprobe.commands.check import main
from generalprobe.submissions import Submission, as_csv
from generalprobe.talk import Taken


def _slide(title: str, seconds: int, planned: str, *bullets: str) -> Page:
    notes = [text("body", said(seconds), f"Geplant: {planned}")] if seconds else []
    return Page([text("title", title), text("body", *bullets)], notes)


GOOD = deck(
    _slide("Netz im Lager", 30, "0:35", "Zielgruppe: IT-Leitung"),
    *(_slide(f"Schritt {number}", 72, "1:20", "Ein Punkt", "Noch einer") for number in range(1, 8)),
)
TALK: dict[str, Any] = {
    "version": 1,
    "talk": {
        "own": True,
        "title": "=HYPERLINK(1)",
        "metadata": {"audience": "=1+1"},
        "slides": [
            {"title": "Lage", "bullets": [{"text": "a", "bullets": []}], "notes": "Guten Tag.", "time_s": 60},
            {"title": 7, "bullets": "x", "artifact": {"kind": "image", "src": "../x"}, "notes": None},
        ],
    },
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gut.pptx").write_bytes(GOOD)
    (tmp_path / "leer.pptx").write_bytes(HOSTILE["half"][0])
    (tmp_path / "text.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "vortrag.generalprobe.zip").write_bytes(zipped({"vortrag.json": json.dumps(TALK)}))
    saved(tmp_path, "plain")
    return tmp_path


def test_each_gets_a_row_and_its_problems_by_slide(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(folder.iterdir())
    assert main([str(folder)]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["Datei", "Folien", "geplant"]
    rows = {line.split()[0]: line for line in lines[1:6]}
    assert rows["gut.pptx"].split()[1:3] == ["8", "9:55"]
    assert rows["gut.pptx"].endswith("0 F 0 W  IT-Leitung")
    assert "nicht lesbar" in rows["leer.pptx"]
    assert rows["text.md"].endswith("IT-Leitung")
    text = "\n".join(lines)
    assert "gut.pptx\n  Nichts zu beanstanden." in text
    assert "leer.pptx\n  Nicht lesbar: Die Datei ist unvollständig" in text
    assert "  Warnung ZEIT10: Folie 2 hat keinen Sprechtext" in text
    assert lines[-1] == "5 Abgaben geprüft, 1 nicht lesbar."
    assert sorted(folder.iterdir()) == before


def test_a_pattern_is_understood_where_the_shell_is_not_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder / "gut*.pptx")]) == 0
    assert "1 Abgabe geprüft." in capsys.readouterr().out


def test_no_file_is_passed_over_without_a_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "makro.PPTM").write_bytes(GOOD)
    (tmp_path / "folien.gslides").write_text("{}")
    (tmp_path / "~$makro.pptm").write_text("")
    assert main([str(tmp_path)]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[1].split()[:2] == ["makro.PPTM", "8"]
    assert told.err == "Nicht angesehen, weil weder Präsentation noch Text: folien.gslides\n"
    assert main([str(tmp_path / "folien.gslides"), str(tmp_path / "makro.PPTM")]) == 2
    assert "2 Abgaben geprüft, 1 nicht lesbar." in capsys.readouterr().out


def test_json_says_all_of_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--format", "json"]) == 2
    found = {each["file"]: each for each in json.loads(capsys.readouterr().out)["submissions"]}
    good, plain = found["gut.pptx"], found["plain.pptx"]
    assert (good["slides"], good["planned_s"], good["without_notes"], good["most_bullets"]) == (8, 595, [], 2)
    assert good["low_s"] < good["spoken_s"] < good["high_s"]
    assert good["problems"] == []
    assert (plain["planned_s"], plain["without_notes"], plain["audience"]) == (None, [2], "")
    assert {(each["slide"], each["code"]) for each in plain["problems"]} == {
        (0, "ZIEL01"),
        (0, "FOLIE01"),
        (0, "ZEIT12"),
        (2, "ZEIT10"),
    }
    assert found["leer.pptx"].keys() == {"file", "trouble"}


def test_no_cell_of_the_table_is_a_formula(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--format", "csv"]) == 2
    rows = [row for row in csv.reader(io.StringIO(capsys.readouterr().out), delimiter=";") if row]
    assert {len(row) for row in rows} == {12}
    own = next(row for row in rows if row[0].endswith(".zip"))
    assert own[10] == "'=1+1"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_hidden_slides_keep_their_numbers_and_are_counted_beside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text("---\nlayout: cover\n---\n# A\n\n---\nhide: true\n---\n# B\n\n---\n\n# C\n")
    (tmp_path / "b.zip").write_bytes(
        zipped({"vortrag.json": json.dumps({"talk": TALK["talk"] | {"hidden": [{}, {}]}})})
    )
    assert main([str(tmp_path)]) == 1
    told = capsys.readouterr().out
    rows = [line.split()[:3] for line in told.splitlines()[1:3]]
    assert rows == [["a.md", "2", "(+1)"], ["b.zip", "2", "(+2)"]]
    assert "Folie 3 hat keinen Sprechtext" in told
    assert "  1 Folie ausgeblendet" in told


def test_the_table_says_how_much_was_not_read() -> None:
    taken = Taken.of("Guten Tag.")
    rows = [Submission("a", spoken=taken, lost=("x", "y"), hidden=1), Submission("b", spoken=taken, lost=("x",))]
    table = as_csv([*rows, Submission("c", spoken=taken)])
    hints = [row[-1] for row in csv.reader(io.StringIO(table), delimiter=";")]
    assert hints == ["Hinweis", "1 Folie ausgeblendet; 2 Sachen nicht gelesen", "1 Sache nicht gelesen", ""]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gut.pptx", "data/a.yml"], "getrennt"),
        (["gut.pptx", "--format", "github"], "github"),
        (["--format", "csv"], "csv"),
    ],
)
def test_a_wrong_call_is_said_in_german(
    arguments: list[str], message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "a.yml").write_text("title: x\n", encoding="utf-8")
    assert main([str(folder / each) if each[0] != "-" and "." in each else each for each in arguments]) == 2
    assert message in capsys.readouterr().err


BROKEN = ["", "[]", '{"talk": []}', '{"talk": {}}', "[" * 100_000, "1e999", '{"talk": {"slides": [1, null]}}']


@pytest.mark.parametrize("talk", BROKEN)
def test_a_broken_talk_file_is_said_to_be_one(talk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"vortrag.json": talk}))
    assert main([str(tmp_path / "a.zip")]) == 2
    assert "nicht lesbar" in capsys.readouterr().out
