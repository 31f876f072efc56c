"""What fits on a slide: lines break as in browsers, fuller slides are set smaller, and what is too much is counted."""

from __future__ import annotations

from typing import Any

import pytest
from fullest import WORDS, fullest
from hypothesis import given
from hypothesis import strategies as st

from generalprobe.format.case_study import Slide
from generalprobe.typesetting import Excess, density, excesses, picture_room
from generalprobe.typesetting.lines import lines, pieces
from generalprobe.typesetting.tables import width

_texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
_DENSITIES = ("", "dense", "packed", "overfull")


def _slide(headline: str = "Nichts kommt an", bullets: Any = (), artifact: Any = None) -> Slide:
    return Slide(title="Prüfung", headline=headline, bullets=bullets, artifact=artifact, time="1:00")


def _table(rows: int, cell: str = "24") -> dict[str, Any]:
    return {"kind": "table", "columns": ["Ring", "Geräte"], "rows": [[cell, cell]] * rows}


def test_bold_is_wider_code_is_even_and_unknown_characters_have_a_width() -> None:
    assert width("Anmeldung", "bold") > width("Anmeldung", "sans")
    assert width("iii", "code") == width("WWW", "code")
    assert 0 < width("ѩ", "sans") < width("電", "sans")


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [
        ("eins", 10, 1),
        ("eins zwei", 3, 2),
        ("Service-Management", 9, 2),  # behind a hyphen
        ("Wiederherstellungsschlüssel", 5, 4),  # anywhere, if need be
        ("**eins**, zwei", 3.4, 2),  # no break before a comma
        ("das `Get-Tpm` da", 100, 1),
    ],
)
def test_text_is_broken_where_browsers_break_it(text: str, room: float, count: int) -> None:
    assert lines(pieces(text), room) == count


@given(text=_texts, room=st.floats(4, 60))
def test_lines_hold_what_they_are_given(text: str, room: float) -> None:
    """Never fewer lines than the width needs, and one more word never makes them fewer."""
    count = lines(pieces(text), room)
    assert count * room >= pieces(text.strip()).whole - count * width(" ", "sans")
    assert lines(pieces(f"{text} Störung"), room) >= count


@given(bullets=st.lists(_texts, max_size=6), more=_texts, rows=st.integers(0, 6))
def test_a_fuller_slide_is_never_set_larger(bullets: list[str], more: str, rows: int) -> None:
    artifact = _table(rows) if rows else None
    slide, fuller = _slide(bullets=bullets, artifact=artifact), _slide(bullets=[*bullets, more], artifact=artifact)
    if bullets and (len(bullets) > 1 or artifact):  # of another layout it would be another question
        assert _DENSITIES.index(density(fuller)) >= _DENSITIES.index(density(slide))
    assert sum(each.lines for each in excesses(fuller)) >= sum(each.lines for each in excesses(slide)) or not bullets


def test_a_few_words_are_set_large_and_many_small() -> None:
    long = "Neue Firmware schließt eine Sicherheitslücke"
    assert density(_slide(bullets=["Seit Montag", "Zwölf Plätze"])) == ""
    assert density(_slide(bullets=[long] * 5, artifact=_table(4))) == "packed"
    assert excesses(_slide(bullets=[long] * 5, artifact=_table(4))) == []


def test_what_is_too_much_is_counted() -> None:
    long = "Neue Firmware schließt eine Sicherheitslücke, die alle angreifen können"
    assert excesses(_slide(bullets=[long] * 6, artifact=_table(4))) == [Excess("bullets", 8, 320)]
    assert density(_slide(bullets=[long] * 6, artifact=_table(4))) == "overfull"
    assert excesses(_slide(bullets=["a"], artifact=_table(10))) == [Excess("artifact", 4)]
    wide = _table(2, "Zertifizierungsstellenverzeichnis")
    assert excesses(_slide(bullets=["a"], artifact=wide)) == [Excess("artifact", 0, 21, too_wide=True)]
    code = {"kind": "code", "code": "PS> " + "x" * 60 + "\n"}
    assert excesses(_slide(bullets=["a"], artifact=code)) == [Excess("artifact", 0, 21, too_wide=True)]
    assert [each.part for each in excesses(_slide(headline="Nichts kommt an " * 12))] == ["headline"]


def test_alone_there_is_more_room() -> None:
    assert excesses(_slide(artifact={"kind": "code", "code": "PS> " + "x" * 60})) == []
    picture = {"kind": "image", "src": "images/a.png", "alt": "a"}
    beside, alone = picture_room(_slide(bullets=["a"], artifact=picture)), picture_room(_slide(artifact=picture))
    assert beside[0] > 400 < beside[1]
    assert alone[0] > 900


def test_ragged_rows_and_empty_cells_are_measured_too() -> None:
    ragged = {"kind": "table", "columns": ["a", "b"], "rows": [["x"], ["x", "", "z"]]}
    assert excesses(_slide(artifact=ragged)) == []


def test_the_fullest_slides_are_not_overfull() -> None:
    assert "overfull" not in {density(slide, first=first) for slide, first in fullest(1)}
