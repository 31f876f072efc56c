"""YAML text becomes values by the YAML 1.2 core rules, each with its place."""

from __future__ import annotations

import math
import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ROOT

from generalprobe.reading.recovery import CONTROL
from generalprobe.reading.sound import sound_values
from generalprobe.reading.source import Source, read_source


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1:30", "1:30"),
        ("0:30", "0:30"),
        ("10:00", "10:00"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("2024-01-31", "2024-01-31"),
        ("1_000", "1_000"),
        ("0b1", "0b1"),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("-7", -7),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("-.inf", -math.inf),
        ("True", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("~", None),
        ("Null", None),
        ("", None),
        ("''", ""),
        ("'true'", "true"),
        ('"1"', "1"),
        ("9" * 5000, math.inf),
    ],
)
def test_scalars_follow_yaml_1_2(text: str, value: object) -> None:
    source = read_source("x.yml", f"key: {text}\n")
    assert source.problems == []
    assert source.root is not None
    assert source.root.value == {"key": value}
    assert type(source.root.value["key"]) is type(value)


def test_places_count_characters_from_one_umlauts_included() -> None:
    source = read_source("x.yml", 'schlüssel:\n  - größe\n  - "zwei": drei\n')
    node, steps = source.node(("schlüssel", 1, "zwei"))
    assert (steps, node.line, node.column, node.width) == (3, 3, 13, 4)
    key = source.node(("schlüssel", 1))[0].keys["zwei"]
    assert (key.line, key.column, key.width) == (3, 5, 6)


def test_a_path_that_leads_on_stops_at_the_last_value() -> None:
    source = read_source("x.yml", "a:\n  b: 1\n")
    node, steps = source.node(("a", "missing", "more"))
    assert (node.value, steps) == ({"b": 1}, 1)


@pytest.mark.parametrize("text", ["", "a", "a: ü\nb: 2", "a\r\nb\rc\n\nd\n", "\n\r\n"])
def test_every_character_has_a_line_and_a_column_however_lines_end(text: str) -> None:
    source = Source("x.yml", text)
    lines = re.split("\r\n|[\r\n]", text)
    places = [(number, column) for number, line in enumerate(lines, start=1) for column in range(1, len(line) + 1)]
    assert [source.position(at) for at, sign in enumerate(text) if sign not in "\r\n"] == places
    assert [source.line(number) for number in range(len(lines) + 2)] == ["", *lines, ""]


def test_of_a_duplicate_key_the_first_value_stays_and_both_places_are_named() -> None:
    source = read_source("x.yml", "a: 1\nb: 2\na: 3\n")
    assert source.root is not None
    assert source.root.value == {"a": 1, "b": 2}
    [problem] = source.problems
    assert (problem.code, problem.line, problem.message) == ("YAML06", 3, "Schlüssel `a` steht schon in Zeile 1")


@given(st.text())
def test_any_text_is_read_or_is_a_problem(text: str) -> None:
    source = read_source("x.yml", text)
    assert source.root is not None or source.problems or not text.strip() or _says_nothing(text)
    for problem in source.problems:
        assert problem.line >= 1
        assert problem.width >= 1


def _says_nothing(text: str) -> bool:
    return all(line.strip()[:1] in ("", "#", "%", "-", ".", "\ufeff") for line in text.splitlines())


def _alike(one: object, other: object) -> bool:
    """Equal, and of the same kinds: 1 is not 1.0, and a value that is no number is like another."""
    return repr(one) == repr(other)


@pytest.mark.parametrize("seed", range(4))
def test_what_is_sound_has_the_values_that_are_read_with_their_places(seed: int) -> None:
    """And nothing of it is reported; what may be wrong is left to the reading that says so."""
    draw, taken = random.Random(seed), 0
    for _ in range(1500):
        text = _spoilt(draw.choice(SOUND), draw)
        values = sound_values(text)
        if values is not None:
            source, taken = read_source("x.yml", text), taken + 1
            assert source.root is not None
            assert (_alike(values, source.root.value), source.problems, source.mended) == (True, [], text)
    assert taken > 100


@pytest.mark.parametrize("file", sorted((ROOT / "data").rglob("*.yml")), ids=lambda file: file.stem)
def test_what_is_well_written_is_taken_for_sound(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert _alike(sound_values(text), read_source("x.yml", text).root.value)  # type: ignore[union-attr]


@pytest.mark.parametrize("written", ["title: x{}y\n", "{}title: x\n", 'title: "x{}y"\n', "title: |\n  x{}y\n"])
def test_no_control_character_is_taken_for_sound(written: str) -> None:
    signs = [chr(code) for code in (*range(0x3000), *range(0xFE00, 0x10010)) if CONTROL.match(chr(code))]
    assert len(signs) > 60
    assert [sign for sign in signs if sound_values(written.format(sign)) is not None] == []


def _spoilt(text: str, draw: random.Random) -> str:
    for _ in range(draw.choice((1, 1, 2, 3))):
        at = draw.randrange(len(text) + 1)
        text = text[:at] + draw.choice(SPOILS) + text[at + draw.choice((0, 0, 0, 1, 3)) :]
    return text


SOUND = (
    "a: 1\nb: [x, y, 'z', 2.5, ~]\nc:\n  - d\n  - e: f\n    g: |\n      h\n      - i\n",
    'title: x\nslides:\n  - time: "1:30"\n    notes: wort\n      weiter\n    bullets: [a, {b: c, d: e}]\n',
    "a: {b: 1, c: x y}\nd: [e, {f: g}, 2, 3]\nh: >-\n  text\n  mehr\ni: 'nein'\n",
)
SPOILS = (
    *("#", " #x", "- ", "– ", "1. ", "\n", "\n  ", "\n- ", "\r", "\t", "\x85", "\u2028", "\u00a0", "\x01", "u\u0308"),
    *(": ", ":", ",", ", ", "[", "]", "{", "}", '"', "'", "\\", "\\t", "*", "&a ", "!x ", "1,5", ",5 h", "|", ">", "?"),
    *("---\n", "...\n", "<<: ", "<<<<<<<\n", "a: b\n", "- - x", "? x\n: y\n", "0x1f", "1e3", ".nan"),
    *("{a: 1,5 x}", "[1,5 x]", "{a: b,c}", "@", "ü"),
)
