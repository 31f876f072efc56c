"""How well the estimate fits measured speech: recordings in stretches of a minute and of ten, error, bias, coverage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import fmean

from generalprobe.speech.estimate import Estimate, estimate

STRETCHES_S = (60, 600)
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
