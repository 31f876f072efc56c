"""How well the estimate fits measured speech: recordings in stretches of a minute and of ten, error, bias, coverage.

And how well it fits the next talk of somebody who has been timed before.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from generalprobe.speech.estimate import Estimate, estimate, personal_rate

STRETCHES_S = (60, 600)
TALK_S = 600
MOST_RUNS = 3
WORDS_PER_MINUTE = 130


@dataclass(frozen=True, slots=True)
class Recorded:
    """A stretch of a recording: what was said, and how long it took."""

    episode: str
    text: str
    duration_s: float


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How one method does on all stretches of one length; shares of 1.

    `error` is the mean absolute error, `bias` the sum of the estimates over the sum of the durations minus 1 (below 0:
    too short), `coverage` the share of stretches that lie in the range (none where a method gives no range).
    """

    method: str
    stretch_s: int
    stretches: int
    error: float
    bias: float
    coverage: float | None


@dataclass(frozen=True, slots=True)
class NextTalk:
    """How far off the next talk is after so many timed ones by the same speaker.

    `error` is the mean absolute error, as a share of 1.
    """

    runs: int
    talks: int
    error: float


def join_stretches(lines: Iterable[Recorded], length_s: float) -> Iterator[Recorded]:
    """Join consecutive lines of an episode until each stretch is long enough; what is left of an episode is dropped."""
    texts: list[str] = []
    episode, duration_s = "", 0.0
    for line in lines:
        if line.episode != episode:
            texts, episode, duration_s = [], line.episode, 0.0
        texts.append(line.text)
        duration_s += line.duration_s
        if duration_s >= length_s:
            yield Recorded(episode, " ".join(texts), duration_s)
            texts, duration_s = [], 0.0


def measure(lines: Iterable[Recorded]) -> list[Accuracy]:
    """Measure the estimate, and counting words as the yardstick, on lines that are sorted by episode and time."""
    lines = list(lines)
    return [
        _compare(method, length_s, list(join_stretches(lines, length_s)))
        for length_s in STRETCHES_S
        for method in _METHODS
    ]


def measure_next(lines: Iterable[Recorded]) -> list[NextTalk]:
    """Measure how well talks of ten minutes are foretold from those before them, as rehearsals foretell them.

    An episode stands for its speaker. What the usual pace is, is taken from all other episodes.
    """
    speakers = defaultdict[str, list[_Timed]](list)
    for talk in join_stretches(lines, TALK_S):
        speakers[talk.episode].append(_Timed(talk.duration_s, estimate(talk.text).seconds))
    errors = {runs: list(_errors(speakers, runs)) for runs in range(MOST_RUNS + 1)}
    return [NextTalk(runs, len(found), fmean(found)) for runs, found in errors.items() if found]


@dataclass(frozen=True, slots=True)
class _Timed:
    """A talk: what it took, and what is expected of it."""

    measured_s: float
    usual_s: float

    @property
    def log_rate(self) -> float:
        return math.log(self.measured_s / self.usual_s)


def _errors(speakers: Mapping[str, Sequence[_Timed]], runs: int) -> Iterator[float]:
    """What is left of each talk that has so many before it, as a share of what it took."""
    for speaker, talks in speakers.items():
        usual = _mean_rate(talk for other, spoken in speakers.items() if other != speaker for talk in spoken)
        known = [_Timed(talk.measured_s, talk.usual_s * usual) for talk in talks]
        for number in range(runs, len(known)):
            talk = known[number]
            yield abs(_rate_after(known[number - runs : number]) * talk.usual_s / talk.measured_s - 1)


def _rate_after(talks: Sequence[_Timed]) -> float:
    """One's own pace from these talks, as the browser computes it from rehearsals (`talk/factor.mjs`)."""
    if not talks:
        return 1.0
    measured_s = fmean(talk.measured_s for talk in talks)
    return personal_rate(measured_s, measured_s / _mean_rate(talks))


def _mean_rate(talks: Iterable[_Timed]) -> float:
    rates = [talk.log_rate for talk in talks]
    return math.exp(fmean(rates)) if rates else 1.0


def _by_words(text: str) -> tuple[float, None]:
    return len(text.split()) * 60 / WORDS_PER_MINUTE, None


def _by_estimate(text: str) -> tuple[float, Estimate]:
    result = estimate(text)
    return result.seconds, result


_METHODS: dict[str, Callable[[str], tuple[float, Estimate | None]]] = {"estimate": _by_estimate, "words": _by_words}


def _compare(method: str, length_s: int, stretches: list[Recorded]) -> Accuracy:
    results = [(*_METHODS[method](stretch.text), stretch.duration_s) for stretch in stretches]
    inside = [result.low <= measured_s <= result.high for _, result, measured_s in results if result]
    return Accuracy(
        method,
        length_s,
        len(stretches),
        error=fmean(abs(seconds - measured_s) / measured_s for seconds, _, measured_s in results),
        bias=sum(seconds for seconds, *_ in results) / sum(measured_s for *_, measured_s in results) - 1,
        coverage=fmean(inside) if inside else None,
    )
