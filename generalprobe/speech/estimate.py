"""How long a text takes to say, the range in which 80 % of speakers lie, and the parts that explain it."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from generalprobe.speech.reading import spoken
from generalprobe.speech.seconds import Seconds
from generalprobe.speech.sentences import gaps, pause
from generalprobe.speech.syllables import syllables
from generalprobe.speech.tables import load_table
from generalprobe.speech.text import plain_text
from generalprobe.speech.words import counts

_MODEL: dict[str, float] = {key: value for key, value in load_table("model").items() if key != "about"}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BLANK_BEFORE_SIGN = re.compile(r" (?=[.,;:!?)])")


@dataclass(frozen=True, slots=True)
class Part:
    """One summand of an estimate: so many of a kind, each so many seconds long (the speaker's rate included)."""

    kind: Literal["syllables", "sentence_ends", "pauses"]
    count: int
    each_s: float

    @property
    def seconds(self) -> Seconds:
        """What this part adds to the estimate."""
        return Seconds(self.count * self.each_s)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Time to say a text aloud; estimates of several texts by one speaker add up with ``+``.

    `rate` is the speaker's own pace (1 is the default, 1.2 takes a fifth longer), `measured_s` the length in seconds
    of the reading from which it is known, 0 if it is not.
    """

    syllables: int = 0
    sentence_ends: int = 0
    pauses: int = 0
    rate: float = 1.0
    measured_s: float = 0.0

    @property
    def parts(self) -> tuple[Part, ...]:
        """The summands, none left out."""
        return (
            Part("syllables", self.syllables, self.rate * _MODEL["syllable_s"]),
            Part("sentence_ends", self.sentence_ends, self.rate * _MODEL["sentence_end_s"]),
            Part("pauses", self.pauses, self.rate * _MODEL["pause_s"]),
        )

    @property
    def seconds(self) -> Seconds:
        """The expected time."""
        words = self.syllables * (self.rate * _MODEL["syllable_s"])
        ends = self.sentence_ends * (self.rate * _MODEL["sentence_end_s"])
        return Seconds(words + ends + self.pauses * (self.rate * _MODEL["pause_s"]))

    @property
    def low(self) -> Seconds:
        """The lower end of the 80 % range."""
        return Seconds(self.seconds / self._factor)

    @property
    def high(self) -> Seconds:
        """The upper end of the 80 % range."""
        return Seconds(self.seconds * self._factor)

    @property
    def _factor(self) -> float:
        return range_factor(self.seconds, self.measured_s)

    def __add__(self, other: Estimate) -> Estimate:
        return Estimate(
            self.syllables + other.syllables,
            self.sentence_ends + other.sentence_ends,
            self.pauses + other.pauses,
            self.rate,
            self.measured_s,
        )


def estimate(text: str, rate: float = 1.0, measured_s: float = 0.0) -> Estimate:
    """Estimate how long a Markdown text takes to say.

    Args:
        text: inline Markdown, paragraphs or lists; marks are not said, code and link texts are.
        rate: the speaker's own pace from `personal_rate`.
        measured_s: seconds of the reading that `rate` comes from; it narrows the range.
    """
    counted = counts(plain_text(text))
    if not counted.unlike:
        return Estimate(counted.syllables, counted.ends, counted.pauses, rate, measured_s)
    said = reading(text)
    words = _WORD.findall(said)
    pauses = Counter(map(pause, gaps(said)))
    return Estimate(sum(map(syllables, words)), pauses["sentence"], pauses["phrase"], rate, measured_s)


def reading(text: str) -> str:
    """What is said of a Markdown text, one line for each paragraph or list item, spaces as in print."""
    return _tidy(spoken(plain_text(text)))


def _tidy(said: str) -> str:
    if "  " in said:
        said = re.sub(" {2,}", " ", said)
    return _BLANK_BEFORE_SIGN.sub("", said).strip()


def range_factor(seconds: float, measured_s: float = 0.0) -> float:
    """The factor from an estimate to the ends of its 80 % range: longer texts and a known pace are surer."""
    if seconds <= 0:
        return 1.0
    return math.exp(_MODEL["quantile"] * math.hypot(_speaker_spread(measured_s), _text_spread(seconds)))


def personal_rate(measured_s: float, predicted_s: float) -> float:
    """A speaker's pace from one timed reading, shrunken towards 1 as far as so short a reading can mislead.

    Args:
        measured_s: what the reading took, in seconds.
        predicted_s: what `estimate` expects for the same text at the default rate, in seconds.
    """
    if measured_s <= 0 or predicted_s <= 0:
        raise ValueError("both times must be longer than nothing")
    between = _MODEL["reader_spread"] ** 2
    weight = between / (between + _text_spread(measured_s) ** 2)
    return float((measured_s / predicted_s) ** weight)


def _text_spread(seconds: float) -> float:
    """The standard deviation of the log rate within one speaker's texts of this length."""
    spread: float = _MODEL["text_spread"] * (_MODEL["text_spread_at_s"] / seconds) ** _MODEL["text_spread_exponent"]
    return spread


def _speaker_spread(measured_s: float) -> float:
    """The standard deviation of the log rate between speakers, or what a reading of this length leaves of it."""
    between = _MODEL["speaker_spread"]
    return 1 / math.hypot(1 / between, 1 / _text_spread(measured_s)) if measured_s > 0 else between
