"""A duration is a whole number of seconds that reads and writes m:ss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generalprobe.format.duration import Duration


@given(st.integers(0, 99 * 60 + 59))
def test_every_duration_up_to_99_59_reads_back(seconds: int) -> None:
    assert Duration.parse(str(Duration(seconds))) == seconds


@pytest.mark.parametrize(
    "text", ["90", "1:75", "-1:00", "10:00:00", "yes", "", "1:5", ":30", "1:30 ", "１:30", "100:00"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        Duration.parse(text)


def test_sums_and_differences_are_durations() -> None:
    assert str(Duration(90) + Duration(45)) == "2:15"
    assert str(Duration(570) - Duration(600)) == "−0:30"
    assert repr(Duration.total([30, 60])) == "Duration('1:30')"
    assert str(Duration.total([])) == "0:00"
