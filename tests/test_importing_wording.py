"""Times, quotation marks and lists in texts, in whatever words."""

from __future__ import annotations

import pytest

from generalprobe.importing.wording import listed, time_in, unquoted


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:30", 30),
        ("1:10 min", 70),
        ("ca. 1:30 Minuten", 90),
        ("90 Sekunden", 90),
        ("1,5 Minuten", 90),
        ("1 min 30 s", 90),
        ("1:00–1:30", 90),
        ("00:01:30", 90),
        ("0:30 (gesamt 1:30)", 30),
        ("(1:10 min)", 70),
        ("½ Minute", 30),
        ("bald", None),
    ],
)
def test_times_in_whatever_words(text: str, seconds: int | None) -> None:
    assert time_in(text) == seconds


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("„Guten Tag.“", "Guten Tag."),
        ('„Guten Tag."', "Guten Tag."),
        ("»Guten Tag.«", "Guten Tag."),
        ('"Guten Tag."', "Guten Tag."),
        ('„Guten Tag" sage ich. „Danke"', '„Guten Tag" sage ich. „Danke"'),
        ('"Eins" und "zwei"', '"Eins" und "zwei"'),
        ("ohne", "ohne"),
    ],
)
def test_quotation_marks_around_all_go_and_others_stay(text: str, bare: str) -> None:
    assert unquoted(text) == bare


def test_lists_are_parted_where_they_list() -> None:
    assert listed("Kein Ausfall, der länger dauert, und mehr") == ("Kein Ausfall, der länger dauert, und mehr",)
    assert listed("eins (a, b), zwei") == ("eins (a, b)", "zwei")
