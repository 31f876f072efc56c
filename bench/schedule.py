"""Let simulated learners prepare for an exam, by our schedule and by plain FSRS with as many reviews, and compare.

Each learner has a true memory of their own: FSRS with parameters that neither schedule knows. The Python package `fsrs`
keeps it, says with what probability a card is recalled, and judges on exam day: the mean over all cards of the deck, of
which those never seen count 0. Our schedule is the site's own `scheduling.mjs`, run by Node; plain FSRS is the package
with its default parameters and, like ours, in whole days without learning steps.

Both begin the same new cards on the same days, and both do equally many reviews, in two ways:

- *on each day*: plain FSRS does as many as ours did that day, in the order of its due dates, ahead of time if need be.
  This hands our distribution over the days to plain FSRS; what remains is the choice of cards.
- *in all*: plain FSRS does what is due, and nothing else. Its desired retention is set so that the number of reviews
  over all days is the same on average.
"""

from __future__ import annotations

import json
import math
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from statistics import fmean, stdev
from typing import Any, TypeVar

from generalprobe.command import Parser, project_root, refuse, run

try:
    from fsrs import Card, Rating, Scheduler
    from fsrs.scheduler import DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS
except ImportError:
    sys.exit("Das Paket fsrs fehlt; „make bench-schedule“ richtet es ein.")

DAYS_TO_GO = (7, 14, 21)
FRESH_A_DAY = 10
PILOT_LEARNERS = 40
RETENTION_STEPS = 5
FIRST_DAY = datetime(2026, 1, 1, 12, tzinfo=UTC)
DATES = [FIRST_DAY + timedelta(days=day) for day in range(max(DAYS_TO_GO) + 1)]
MATCHES = {"daily": "an jedem Tag", "total": "insgesamt"}
EXPLANATION = """
an jedem Tag: FSRS übt täglich so viele Karten wie wir, in der Reihe der Fälligkeit, notfalls vor der Zeit.
insgesamt:    FSRS übt nur Fälliges; seine Zielquote ist so gewählt, dass es im Mittel ebenso viele Wiederholungen sind.
Beide fangen dieselben neuen Karten am selben Tag an. Nie gesehene Karten zählen 0. Schiedsrichter ist das Paket fsrs,
für jeden Lernenden mit anderen, geheimen Parametern. {learners} simulierte Lernende je Zeile.
"""

CHUNK = 4  # learners that a worker takes at a time

Budgets = list[tuple[int, int]]
Result = tuple[float, float]
Item = TypeVar("Item")


@dataclass
class Learner:
    """Someone who prepares; the same seed gives the same memory, the same limits and the same luck."""

    seed: int
    number: int = field(init=False)
    daily: int = field(init=False)
    reviews: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        chance = random.Random(self.seed)
        self.number = chance.randint(100, 150)
        self.daily = chance.randint(20, 60)
        self.truth = Scheduler(_perturbed(chance), learning_steps=(), relearning_steps=(), enable_fuzzing=False)
        self.first_grades = chance.choice([(0.3, 0.2, 0.4, 0.1), (0.2, 0.2, 0.5, 0.1), (0.4, 0.2, 0.35, 0.05)])
        # Luck belongs to the card and to how often it was seen, so that two schedules meet the same.
        self.luck = [[(chance.random(), chance.random()) for _ in DATES] for _ in range(self.number)]
        self.cards = [Card(card_id=number + 1) for number in range(self.number)]
        self.seen = [0] * self.number

    def answer(self, card: int, day: int) -> int:
        """Review a card. Returns the grade, as true memory and luck have it."""
        recalled, ease = self.luck[card][self.seen[card]]
        memory = self.cards[card]
        if not self.seen[card]:
            grade = _drawn(ease, self.first_grades)
        elif recalled < self.truth.get_card_retrievability(memory, DATES[day]):
            grade = 1 + _drawn(ease, (0.2, 0.7, 0.1))
        else:
            grade = 1
        self.cards[card], _ = self.truth.review_card(memory, Rating(grade), DATES[day])
        self.seen[card] += 1
        self.reviews += 1
        return grade

    def result(self, day: int) -> Result:
        """The mean probability of recall on a day over all cards, and the number of reviews that it took."""
        recall = sum(self.truth.get_card_retrievability(card, DATES[day]) for card in self.cards)
        return recall / self.number, self.reviews


def _perturbed(chance: random.Random) -> list[float]:
    """FSRS parameters of one person: each a quarter more or less than usual, within what FSRS allows."""
    bounds = zip(DEFAULT_PARAMETERS, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    return [min(max(usual * math.exp(chance.gauss(0, 0.25)), low), high) for usual, low, high in bounds]


def _drawn(luck: float, shares: tuple[float, ...]) -> int:
    """The place, from 1, of the share that a number between 0 and 1 falls into."""
    for place, share in enumerate(shares, 1):
        luck -= share
        if luck < 0:
            return place
    return len(shares)


class Site:
    """The site's scheduling, in a Node process of its own."""

    def __init__(self) -> None:
        node = project_root() / ".venv" / "bin" / "node"
        command = [str(node) if node.exists() else shutil.which("node") or "node", "bench/schedule_driver.mjs"]
        self.process = subprocess.Popen(
            command, cwd=project_root(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=_in_utc()
        )

    def ask(self, question: str, **about: Any) -> Any:
        """Put one question and wait for the answer."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps({"ask": question, **about}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        """End the process."""
        self.process.communicate()


def _in_utc() -> dict[str, str]:
    return os.environ | {"TZ": "UTC"}


def with_ours(site: Site, learner: Learner, exam: int) -> Budgets:
    """Prepare by our schedule. Returns for each day how many old and how many new cards it took."""
    site.ask("begin", number=learner.number)
    limits = {"daily": learner.daily, "fresh": FRESH_A_DAY}
    budgets, answers = [], list[tuple[int, int]]()
    for day in range(exam):
        chosen = site.ask("today", today=day, exam=exam, limits=limits, answers=answers)
        fresh = sum(not learner.seen[card] for card in chosen)
        budgets.append((len(chosen) - fresh, fresh))
        answers = [(card, learner.answer(card, day)) for card in chosen]
    return budgets


def with_fsrs(learner: Learner, budgets: Budgets, retention: float | None = None) -> None:
    """Prepare by plain FSRS with the new cards of `budgets`.

    Without `retention` (at 0.9) it also does as many old cards a day as `budgets` says, otherwise what is due.
    """
    scheduler = Scheduler(
        desired_retention=retention or 0.9, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    known: dict[int, Card] = {}
    for day, (old, fresh) in enumerate(budgets):
        waiting = sorted(known, key=lambda card: known[card].due)
        if retention:
            waiting = [card for card in waiting if known[card].due <= DATES[day]]
            old = learner.daily - fresh
        for card in waiting[:old] + list(range(len(known), len(known) + fresh)):
            grade = Rating(learner.answer(card, day))
            known[card], _ = scheduler.review_card(known.get(card) or Card(card_id=1), grade, DATES[day])


@dataclass(frozen=True)
class Outcome:
    """What one learner reached by ours, and by plain FSRS with as many reviews on each day."""

    ours: Result
    daily: Result
    budgets: Budgets


def _prepare(seed: int, exam: int) -> Outcome:
    learner, other = Learner(seed), Learner(seed)
    budgets = with_ours(_site(), learner, exam)
    with_fsrs(other, budgets)
    return Outcome(learner.result(exam), other.result(exam), budgets)


def _prepare_by_due_dates(seed: int, budgets: Budgets, retention: float) -> Result:
    learner = Learner(seed)
    with_fsrs(learner, budgets, retention)
    return learner.result(len(budgets))


_sites: list[Site] = []


def _site() -> Site:
    """The one Node process of this worker."""
    if not _sites:
        _sites.append(Site())
    return _sites[0]


@dataclass(frozen=True)
class Comparison:
    """The mean over all learners for one number of days to go."""

    exam: int
    match: str
    ours: float
    fsrs: float
    margin: float
    reviews_ours: float
    reviews_fsrs: float


def compare(exam: int, match: str, ours: list[Result], fsrs: list[Result]) -> Comparison:
    """Compare learner by learner; the margin makes the 95 % interval of the mean difference."""
    differences = [mine[0] - other[0] for mine, other in zip(ours, fsrs, strict=True)]
    margin = 1.96 * stdev(differences) / math.sqrt(len(differences))
    recall, reviews = _means(ours)
    other_recall, other_reviews = _means(fsrs)
    return Comparison(exam, match, recall, other_recall, margin, reviews, other_reviews)


def _means(results: list[Result]) -> tuple[float, float]:
    return fmean(recall for recall, _ in results), fmean(reviews for _, reviews in results)


def measure(learners: int, workers: int) -> Iterator[Comparison]:
    """Let that many learners prepare for each number of days, and compare in both ways."""
    with ProcessPoolExecutor(workers) as pool:
        for exam in DAYS_TO_GO:
            prepared = pool.map(_prepare, range(learners), [exam] * learners, chunksize=CHUNK)
            outcomes = list(_told(prepared, f"{exam} Tage", learners))
            ours = [outcome.ours for outcome in outcomes]
            yield compare(exam, "daily", ours, [outcome.daily for outcome in outcomes])
            yield compare(exam, "total", ours, _with_as_many(pool, outcomes, exam))


def _with_as_many(pool: Executor, outcomes: list[Outcome], exam: int) -> list[Result]:
    """What plain FSRS reaches with as many reviews as ours on average: between the results of two desired retentions.

    Intervals are whole days, so the number of reviews moves in leaps; one retention alone does too few or too many.
    """
    fewer, more = (
        list(_told(_by_due_dates(pool, outcomes, retention), _label(exam, retention), len(outcomes)))
        for retention in _retentions(pool, outcomes[:PILOT_LEARNERS])
    )
    wanted, least, most = (_reviews(results) for results in ([outcome.ours for outcome in outcomes], fewer, more))
    share = (wanted - least) / (most - least) if most > least else 1.0
    return [
        (low[0] + share * (high[0] - low[0]), low[1] + share * (high[1] - low[1]))
        for low, high in zip(fewer, more, strict=True)
    ]


def _by_due_dates(pool: Executor, outcomes: list[Outcome], retention: float) -> Iterator[Result]:
    budgets = [outcome.budgets for outcome in outcomes]
    return pool.map(_prepare_by_due_dates, range(len(budgets)), budgets, [retention] * len(budgets), chunksize=CHUNK)


def _retentions(pool: Executor, outcomes: list[Outcome]) -> tuple[float, float]:
    """Two desired retentions, one with fewer reviews than ours and one with at least as many, by bisection."""
    wanted = _reviews([outcome.ours for outcome in outcomes])
    low, high = 0.7, 0.99
    for _ in range(RETENTION_STEPS):
        middle = (low + high) / 2
        enough = _reviews(list(_by_due_dates(pool, outcomes, middle))) >= wanted
        low, high = (low, middle) if enough else (middle, high)
    return low, high


def _reviews(results: list[Result]) -> float:
    return sum(reviews for _, reviews in results)


def _label(exam: int, retention: float) -> str:
    return f"{exam} Tage, FSRS mit Zielquote {_number(retention * 100, 1)} %"


def _told(results: Iterable[Item], label: str, number: int) -> Iterator[Item]:
    """The results one by one, saying on standard error how far it is."""
    for done, result in enumerate(results, 1):
        if done % 100 == 0 or done == number:
            print(f"{label}: {done} von {number}", file=sys.stderr, flush=True)
        yield result


def table(comparisons: list[Comparison], learners: int) -> str:
    """The result as a German table."""
    head = (
        f"{'noch':>7}  {'gleich viele …':<14}{'Wiederholungen':>18}{'Erinnern am Prüfungstag':>28}"
        f"{'Unterschied (95-%-Bereich)':>34}\n"
        f"{'':>7}  {'':<14}{'wir':>9}{'FSRS':>9}{'wir':>17}{'FSRS':>11}{'in Prozentpunkten':>34}"
    )
    return "\n".join([head, *map(_row, comparisons), EXPLANATION.format(learners=learners).rstrip()])


def _row(line: Comparison) -> str:
    difference, margin = (line.ours - line.fsrs) * 100, line.margin * 100
    interval = f"{_number(difference - margin, 2, '+')} bis {_number(difference + margin, 2, '+')}"
    reviews = f"{_number(line.reviews_ours, 1):>9}{_number(line.reviews_fsrs, 1):>9}"
    return (
        f"{line.exam:>2} Tage  {MATCHES[line.match]:<14}{reviews}"
        f"{_number(line.ours * 100, 2) + ' %':>17}{_number(line.fsrs * 100, 2) + ' %':>11}"
        f"{_number(difference, 2, '+'):>14} ({interval})"
    )


def _number(value: float, digits: int, sign: str = "") -> str:
    return f"{value:{sign}.{digits}f}".replace(".", ",").replace("-", "−")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 ours is higher everywhere, 1 it is not, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    if options.learners < 2:
        return refuse("Zum Vergleichen braucht es mindestens zwei Lernende.")
    comparisons = list(measure(options.learners, options.workers))
    print(table(comparisons, options.learners))
    if all(line.ours > line.fsrs for line in comparisons):
        return 0
    return refuse("Der Plan zur Prüfung hin ist nicht überall besser als FSRS allein.", 1)


def _parser() -> Parser:
    parser = Parser(
        prog="schedule.py",
        description="Vergleicht den Übungsplan zur Prüfung hin mit FSRS allein, an simulierten Lernenden.",
    )
    parser.add_argument("--learners", metavar="N", type=int, default=1000, help="so viele Lernende; sonst 1000")
    parser.add_argument(
        "--workers", metavar="N", type=int, default=min(os.cpu_count() or 1, 4), help="so viele Prozesse auf einmal"
    )
    return parser


if __name__ == "__main__":
    run(main)
