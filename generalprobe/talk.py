"""The times of a talk: what is planned, and what its notes take to say, for each slide and the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generalprobe.format.case_study import CaseStudy, Slide
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.questions import OpenQuestion, QuestionBank
from generalprobe.reading.project import Entry
from generalprobe.speech import Estimate, Seconds, estimate, pauses_s

Counted = tuple[int, int, int, int]
"""What an estimate is made of, and the seconds of the pauses that a text asks for."""

MOST_KNOWN = 65_536

_known: dict[str, Counted] = {}
"""By text: checks, reports and pages ask for the same ones."""
_totals: dict[str, Totals] = {}
"""By the key of the talk's file."""
_NONE = Duration(0)


def counted(text: str) -> Counted:
    """Count what is said of a text, once in a process."""
    if text not in _known:
        said = estimate(text)
        know([(text, (said.syllables, said.sentence_ends, said.pauses, round(pauses_s(text))))])
    return _known[text]


def know(texts: Iterable[tuple[str, Counted]]) -> None:
    """Take over what was counted before."""
    if len(_known) >= MOST_KNOWN:
        _known.clear()
    _known.update(texts)


def say(text: str, rate: float = 1.0) -> Estimate:
    """`estimate`, of what is known."""
    return Estimate(*counted(text)[:3], rate)


def said_in(model: Model) -> list[str]:
    """The texts of a file whose times are asked for: notes of slides, and answers."""
    notes = [slide.notes for slide in model.slides] if isinstance(model, CaseStudy) else []
    questions = model.questions if isinstance(model, CaseStudy | QuestionBank) else ()
    return notes + [question.answer for question in questions if isinstance(question, OpenQuestion)]


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
        return cls(say(text, rate), demo, Duration(counted(text)[3]))

    @property
    def silent(self) -> Duration:
        """All that passes in silence."""
        return Duration.total((self.demo, self.pauses, self.changes))

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


class Totals(NamedTuple):
    """What of a talk its whole time is reckoned from."""

    exam: str
    slides: int
    planned: int
    demo: int
    syllables: int
    sentence_ends: int
    pauses: int
    waited: int
    """The seconds of the pauses that its notes ask for."""

    @classmethod
    def of(cls, case_study: CaseStudy) -> Totals:
        """Count them."""
        slides = case_study.slides
        said = map(sum, zip(*(counted(slide.notes) for slide in slides), strict=True))
        return cls(case_study.exam, len(slides), int(case_study.planned), sum(slide.demo for slide in slides), *said)

    def taken(self, exam: Exam | None) -> Taken:
        """The time of the whole talk; where the exam is unknown, a change of slides takes no time."""
        change = exam.speech.slide_change if exam else 0
        spoken = Estimate(self.syllables, self.sentence_ends, self.pauses)
        return Taken(spoken, Duration(self.demo), Duration(self.waited), Duration((self.slides - 1) * change))


def totals(entry: Entry[CaseStudy]) -> Totals:
    """Those of a talk, counted once in a process."""
    if entry.key not in _totals:
        know_totals(entry, Totals.of(entry.model))
    return _totals[entry.key]


def know_totals(entry: Entry[CaseStudy], totals: Totals) -> None:
    """Take over what was counted before."""
    if len(_totals) >= MOST_KNOWN:
        _totals.clear()
    _totals[entry.key] = totals


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
