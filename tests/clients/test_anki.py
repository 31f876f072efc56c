"""What Anki's own importer makes of our packages: corrected, renamed and moved cards stay what was learnt."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from formats import written
from samples import BANK, MATERIAL, ROOT, make_project

from generalprobe.exporting.subjects import subjects
from generalprobe.reading.loading import load_project
from scripts.clients import ANKI_PYTHON

LATER = 2e9


def packed(root: Path, name: str, id: str = "alles") -> Path:
    [subject] = [each for each in subjects(load_project(root).published(), root) if each.id == id]
    package = root / f"{name}.apkg"
    package.write_bytes(written("anki", subject))
    return package


def imported(folder: Path, *packages: Path) -> dict[str, Any]:
    folder.mkdir()
    command = [ANKI_PYTHON, ROOT / "tests" / "clients" / "collection.py", folder, *packages]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=os.environ | {"PYTHONPATH": ""})
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def by_id(found: dict[str, Any]) -> dict[str, Any]:
    return {note["fields"]["Kennung"]: note for note in found["notes"]}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", MATERIAL)


def test_the_same_file_again_changes_nothing(project: Path, tmp_path: Path) -> None:
    package = packed(project, "erst")
    found = imported(tmp_path / "anki", package, package, packed(project, "netz", "netz"))
    assert found["imports"][0] == {"new": 11, "updated": 0, "duplicate": 0, "conflicting": 0}
    assert [each["new"] + each["updated"] + each["conflicting"] for each in found["imports"][1:]] == [0, 0]
    assert {days for note in found["notes"] for days in note["days"]} == {7}


def test_what_was_corrected_renamed_or_made_another_kind_is_the_card_that_was_learnt(
    project: Path, tmp_path: Path
) -> None:
    first = packed(project, "erst")
    bank = BANK.replace("Was ist ein Port?", "Was ist ein <Port>?").replace("Nummer eines", "die Nummer eines")
    bank = bank.replace("- id: port\n", "- id: tor\n    formerly: [port]\n")
    bank = bank.replace("- id: folge\n    kind: order", "- id: folge").replace(
        "steps: [Discover, Offer, Request, Acknowledge]", "answer: Er fragt einen DHCP-Server."
    )
    file = project / "data" / "question-bank" / "netz.yml"
    file.write_text(bank, encoding="utf-8")
    os.utime(file, (LATER, LATER))
    found = imported(tmp_path / "anki", first, packed(project, "dann"))
    assert found["imports"][1] == {"new": 0, "updated": 5, "duplicate": 6, "conflicting": 0}
    notes = by_id(found)
    assert len(found["notes"]) == len(notes) == 11
    assert notes["netz/tor"]["fields"]["Frage"] == "Was ist ein &lt;Port&gt;?"
    assert "Er fragt einen DHCP-Server." in notes["netz/folge"]["fields"]["Antwort"]
    assert {days for note in found["notes"] for days in note["days"]} == {7}


def test_files_of_one_second_do_not_push_each_other_aside(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Notes have numbers by the time, and those of two packages may be the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")
    ids = ("netz", "drucker", "glossar", "formulierungen")
    found = imported(tmp_path / "anki", *(packed(project, id, id) for id in ids))
    assert [each["new"] for each in found["imports"]] == [5, 3, 2, 1]
    assert len(by_id(found)) == 11


def test_a_new_question_is_new_and_lies_with_the_others(project: Path, tmp_path: Path) -> None:
    first = packed(project, "erst")
    file = project / "data" / "question-bank" / "netz.yml"
    file.write_text(f"{BANK}  - {{id: neu, question: Was ist neu?, answer: Das hier.}}\n", encoding="utf-8")
    os.utime(file, (LATER, LATER))
    found = imported(tmp_path / "anki", first, packed(project, "dann"))
    new = by_id(found)["netz/neu"]
    assert (new["days"], new["decks"]) == ([0], ["Generalprobe::Fragen::Netzwerk"])
    assert "Was ist neu?" in new["shown"][0]
