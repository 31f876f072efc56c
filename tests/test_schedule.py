"""The site's scheduling against the Python package `fsrs`, and the benchmark that compares the two.

`schedule_driver.mjs` lets us ask the real `scheduling.mjs`. Stability and difficulty agree review for review, except
that ts-fsrs rounds each of its results to eight decimals. Due dates agree as days; they differ in what a day is:

- *Python* counts 24 hours from the minute of the review. A card answered at 23:50 and due in one day is due at 23:50
  the next day, and a second answer at 00:10, twenty minutes later, still belongs to the same day.
- *The site* counts calendar days, as people do. The card is due all the next day, from its first minute, and an answer
  at 00:10 is one of the next day.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Rating, Scheduler
from samples import ROOT

from bench.schedule import Site

pytestmark = pytest.mark.slow

HISTORIES = 500
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PLAIN = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)

History = list[tuple[datetime, int]]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


def _histories() -> list[History]:
    """Histories with gaps of whole days, a second review on the same day among them."""
    chance = random.Random(4)
    histories = []
    for _ in range(HISTORIES):
        at, history = NOON, []
        for _ in range(chance.randint(1, 12)):
            history.append((at, chance.choices((1, 2, 3, 4), (3, 2, 6, 2))[0]))
            at += timedelta(days=chance.choice((0, 1, 1, 2, 3, 5, 8, 13, 30, 90)))
        histories.append(history)
    return histories


def _by_the_site(site: Site, histories: list[History]) -> list[list[dict[str, float]]]:
    as_json = [[(int(at.timestamp() * 1000), grade) for at, grade in history] for history in histories]
    found: list[list[dict[str, float]]] = site.ask("remember", histories=as_json)
    return found


def _by_fsrs(history: History) -> Iterator[Card]:
    card = Card(card_id=1)
    for at, grade in history:
        card, _ = PLAIN.review_card(card, Rating(grade), at)
        yield card


def _day(at: datetime) -> int:
    """It ends at four in the morning."""
    return (at - datetime(1970, 1, 1, 4, tzinfo=UTC)).days


def test_stability_difficulty_and_due_day_agree_with_fsrs_review_for_review(site: Site) -> None:
    histories = _histories()
    compared = 0
    for history, memories in zip(histories, _by_the_site(site, histories), strict=True):
        for (at, _), memory, card in zip(history, memories, _by_fsrs(history), strict=True):
            assert memory["stability"] == pytest.approx(card.stability, rel=1e-6, abs=2e-8)
            assert memory["difficulty"] == pytest.approx(card.difficulty, rel=1e-6)
            assert (memory["last"], memory["due"]) == (_day(at), _day(card.due))
            compared += 1
    assert compared > 5 * HISTORIES


def test_a_day_is_a_day_of_the_calendar_here_and_24_hours_in_fsrs(site: Site) -> None:
    """The same two answers, twenty minutes apart: over the end of the day one has passed here, none in fsrs."""
    night = NOON.replace(hour=3, minute=50)
    over_the_end = [(night, 3), (night + timedelta(minutes=20), 3)]
    a_day_later = [(NOON, 3), (NOON + timedelta(days=1), 3)]
    [here] = _by_the_site(site, [over_the_end])
    *_, in_fsrs = _by_fsrs(over_the_end)
    *_, a_day_in_fsrs = _by_fsrs(a_day_later)
    assert here[-1]["stability"] == pytest.approx(a_day_in_fsrs.stability, rel=1e-6)
    assert here[-1]["stability"] > (in_fsrs.stability or 0)


def test_a_card_is_due_from_the_first_minute_of_its_day(site: Site) -> None:
    """After a late answer fsrs waits until the same minute; here the whole day counts."""
    evening = NOON.replace(hour=23, minute=50)
    [[here]] = _by_the_site(site, [[(evening, 1)]])
    [in_fsrs] = _by_fsrs([(evening, 1)])
    next_morning = evening.replace(hour=4, minute=0) + timedelta(days=1)
    assert here["due"] == _day(next_morning)
    assert in_fsrs.due == evening + timedelta(days=1) > next_morning


def test_the_plan_beats_plain_fsrs_with_as_many_reviews() -> None:
    """A small run of the benchmark; the learners are the same each time."""
    command: list[str | Path] = [sys.executable, ROOT / "bench" / "schedule.py", "--learners", "12", "--workers", "1"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [line.split() for line in done.stdout.splitlines() if " Tage " in line]
    assert [row[0] for row in rows] == ["7", "7", "14", "14", "21", "21"]
    numbers = [line[24:42].split() for line in done.stdout.splitlines() if " Tage " in line]
    assert all(ours == fsrs for ours, fsrs in numbers)
    assert "21 Tage: 12 von 12" in done.stderr


def test_one_learner_is_no_comparison() -> None:
    command: list[str | Path] = [sys.executable, ROOT / "bench" / "schedule.py", "--learners", "1"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert "mindestens zwei Lernende" in done.stderr
