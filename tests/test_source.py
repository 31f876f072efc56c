"""YAML text becomes values by the YAML 1.2 core rules, each with its place."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generalprobe.reading.source import read_source


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
