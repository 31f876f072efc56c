"""What style sheets must not say, as some browser that people use does not understand it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from copies import ROOT

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


def test_every_colour_has_a_light_and_a_dark_side() -> None:
    """One switch is empty where the other is unset, so a value that names only one is empty in the other scheme."""
    for sheet in SHEETS:
        assert len(re.findall(r"var\(--light,", _rules(sheet))) == len(re.findall(r"var\(--dark,", _rules(sheet)))
