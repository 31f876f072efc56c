"""The times of a talk: what is planned, and what its notes take to say, for each slide and the whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from generalprobe.format.case_study import CaseStudy, Slide
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam
from generalprobe.speech import Estimate, Seconds, estimate, pauses_s

say = lru_cache(maxsize=65_536)(estimate)
"""`estimate`, remembered: checks, reports and pages ask for the same texts."""

_NONE = Duration(0)


@dataclass(frozen=True, slots=True)
class Taken:
    """Time that something takes: the estimate of what is said, and beside it what is planned to pass in silence."""

    spoken: Estimate
    demo: Duration = _NONE
    pauses: Duration = _NONE
    changes: Duration = _NONE

    @classmethod
    def of(cls, text: str, demo: Duration = _NONE, *, rate: float = 1.0) -> Taken:
        """Measure a text, with the pauses that it asks for and a demo beside it."""
        return cls(say(text, rate), demo, Duration(round(pauses_s(text))))

    @property
    def silent(self) -> Duration:
        """All that passes in silence."""
        return Duration(self.demo + self.pauses + self.changes)

    @property
    def seconds(self) -> Seconds:
        """The expected time."""
        return Seconds(self.spoken.seconds + self.silent)

    @property
    def low(self) -> Seconds:
        """The lower end of the 80 % range."""
        return Seconds(self.spoken.low + self.silent)

    @property
    def high(self) -> Seconds:
        """The upper end of the 80 % range."""
        return Seconds(self.spoken.high + self.silent)

    def __str__(self) -> str:
        return f"{self.seconds} ({self.low}–{self.high})"


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
        demo = Duration.total(slide.demo for slide in self.slides)
        pauses = Duration.total(slide.pauses for slide in self.slides)
        return Taken(spoken, demo, pauses, self.changes)


def slide_taken(slide: Slide) -> Taken:
    """The time of a slide: its notes and its demo."""
    return Taken.of(slide.notes, slide.demo)
