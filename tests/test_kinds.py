"""The table of kinds: what follows from a row is there for every kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from injection.payloads import PAYLOADS
from injection.project import write_everything
from samples import MATERIAL, ROOT, make_project

from generalprobe.cards import cards_of
from generalprobe.checking.alone import CHECKS
from generalprobe.format.exam import Exam
from generalprobe.format.kinds import KIND_OF, KINDS
from generalprobe.reading.loading import kind_of, load_project


def test_every_kind_has_its_checks() -> None:
    assert CHECKS.keys() == KIND_OF.keys()


def test_a_file_of_every_kind_is_known_by_its_place_and_gives_cards_where_the_table_says_so(tmp_path: Path) -> None:
    entries = load_project(make_project(tmp_path, MATERIAL)).readable
    assert {entry.kind for entry in entries} == set(KINDS)
    assert {entry.kind for entry in entries if cards_of(entry)} == {kind for kind in KINDS if kind.cards}


def test_the_folders_of_data_are_those_of_the_table() -> None:
    found = {kind_of(file) for file in (ROOT / "data").rglob("*.yml")}
    assert found == set(KINDS)
    assert {path.name for path in (ROOT / "data").iterdir()} == {kind.place for kind in KINDS}


def test_every_kind_is_among_what_the_injection_suite_fills_with_payloads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("injection.project.PAYLOADS", PAYLOADS[:1])  # All of them take ten times as long to write.
    for folder in (kind.place for kind in KINDS if not kind.single):
        (tmp_path / "data" / folder).mkdir(parents=True)
    write_everything(tmp_path, tmp_path / "marker")
    assert {kind_of(file) for file in (tmp_path / "data").rglob("*.yml")} == set(KINDS)


def test_what_is_practised_comes_first_and_the_exams_last(tmp_path: Path) -> None:
    """The order of the cards, and of the pages' menus, hangs on it."""
    kinds = [file.kind for file in load_project(make_project(tmp_path, MATERIAL)).files]
    cards = [kind.cards for kind in kinds]
    assert cards == sorted(cards, reverse=True)
    assert kinds[-1].model is Exam
