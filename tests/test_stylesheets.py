"""What style sheets must not say, as some browser that people use does not understand it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from copies import ROOT

from scripts.build import join_styles

WHOLE = ROOT / "docs/stylesheets/site.css"
SHEETS = sorted((ROOT / "docs/stylesheets").glob("*.css"))
sheets = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINES = ("none", "underline", "inherit")


def _rules(sheet: Path) -> str:
    return _COMMENT.sub("", sheet.read_text(encoding="utf-8"))


@sheets
def test_no_colour_is_lost_where_light_dark_is_unknown(sheet: Path) -> None:
    """Safari before 17.5: a colour that it does not know leaves none at all."""
    assert "light-dark(" not in _rules(sheet)


@sheets
def test_the_kind_and_colour_of_a_line_stand_by_themselves(sheet: Path) -> None:
    """WebKit drops `text-decoration` with more than the line; only the single properties may say more."""
    said = re.findall(r"text-decoration:\s*([^;}]+?)\s*(?:!important)?\s*[;}]", _rules(sheet))
    assert [each for each in said if each not in _LINES] == []


def test_one_sheet_imports_all_others_once() -> None:
    """What it does not import is on no page; what is printed comes last."""
    imported = re.findall(r'^@import "\./([^"]+)";$', _rules(WHOLE), re.MULTILINE)
    assert sorted(imported) == [sheet.name for sheet in SHEETS if sheet != WHOLE]
    assert imported[-1] == "print.css"


def test_what_is_published_is_one_sheet_with_the_rules_of_all(tmp_path: Path) -> None:
    """In their order, and with values of variables that are nothing but a space."""
    shutil.copytree(WHOLE.parent, tmp_path / "stylesheets")
    join_styles(tmp_path, ROOT)
    assert [file.name for file in tmp_path.rglob("*.css")] == ["site.css"]
    joined = (tmp_path / "stylesheets" / "site.css").read_text(encoding="utf-8")
    for sheet in SHEETS:
        assert set(re.findall(r"\.gp-[a-z_-]+", _rules(sheet))) <= set(re.findall(r"\.gp-[a-z_-]+", joined)), sheet.name
    written = "".join(_rules(sheet) for sheet in SHEETS)
    for mark in ("var(--light,", "var(--dark,", "@media print", "content-visibility"):
        assert joined.count(mark) == written.count(mark), mark


def test_every_colour_has_a_light_and_a_dark_side() -> None:
    """One switch is empty where the other is unset, so a value that names only one is empty in the other scheme."""
    for sheet in SHEETS:
        assert len(re.findall(r"var\(--light,", _rules(sheet))) == len(re.findall(r"var\(--dark,", _rules(sheet)))
