"""The times of a talk: what is planned, and what its notes take to say, for each slide and the whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generalprobe.format.case_study import CaseStudy, Slide
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam
from generalprobe.speech import Estimate, estimate

say = lru_cache(maxsize=65_536)(estimate)
"""`estimate`, remembered: checks, reports and pages ask for the same texts."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Time that something takes: what is said, and beside it what takes time in silence (seconds)."""

    spoken: Estimate
    silent_s: int = 0

    @property
    def seconds(self) -> float:
        """The expected time."""
        return self.spoken.seconds + self.silent_s

    @property
    def low(self) -> float:
        """The lower end of the 80 % range."""
        return self.spoken.low + self.silent_s

    @property
    def high(self) -> float:
        """The upper end of the 80 % range."""
        return self.spoken.high + self.silent_s

    def __str__(self) -> str:
        return f"{rounded(self.seconds)} ({rounded(self.low)}–{rounded(self.high)})"


@dataclass(frozen=True, slots=True)
class Talk:
    """The slides' times in their order, and how long one change of slides takes."""

    slides: tuple[Taken, ...]
    change: Duration

    @classmethod
    def of(cls, case_study: CaseStudy, exam: Exam | None) -> Talk:
        """Measure the notes of a case study; where the exam is unknown, a change of slides takes no time."""
        change = exam.speech.slide_change if exam else Duration(0)
        return cls(tuple(map(slide_taken, case_study.slides)), change)

    @property
    def changes(self) -> Duration:
        """All changes of slides together."""
        return Duration(max(0, len(self.slides) - 1) * self.change)

    @property
    def whole(self) -> Taken:
        """The whole talk: what is said, demos, and changes of slides. Errors of single slides cancel in its range."""
        spoken = sum((slide.spoken for slide in self.slides), Estimate())
        return Taken(spoken, sum(slide.silent_s for slide in self.slides) + self.changes)


def slide_taken(slide: Slide) -> Taken:
    """The time of a slide: its notes and its demo."""
    return Taken(say(slide.notes), slide.demo)


def rounded(seconds: float) -> Duration:
    """Seconds as a duration."""
    return Duration(round(seconds))
