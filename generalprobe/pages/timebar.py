"""The time bar: each slide's share of the time budget, the reserve, and what is over."""

from __future__ import annotations

from dataclasses import dataclass

from generalprobe.format.case_study import CaseStudy, Slide
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam


@dataclass(frozen=True)
class TimeBar:
    """What the bar shows; `length` is the time that its whole width stands for."""

    slides: tuple[Slide, ...]
    planned: Duration
    budget: Duration | None
    cutoff: Duration | None

    @classmethod
    def of(cls, case_study: CaseStudy, exam: Exam | None) -> TimeBar:
        """Measure a case study against its exam, which may be unknown."""
        limits = exam.presentation if exam else None
        budget, cutoff = (limits.budget, limits.cutoff) if limits else (None, None)
        return cls(case_study.slides, case_study.planned, budget, cutoff)

    @property
    def reserve(self) -> Duration | None:
        """What is left of the budget, negative when it is exceeded, None without a known exam."""
        return None if self.budget is None else self.budget - self.planned

    @property
    def length(self) -> Duration:
        """The longer of plan and budget."""
        return max(self.planned, self.budget or Duration(0))

    @property
    def marks(self) -> list[tuple[str, str, Duration, float]]:
        """Limits that the plan exceeds: key, name, time, and place as a share of the width."""
        limits = (("budget", "Zeitrahmen", self.budget), ("cutoff", "Abbruch", self.cutoff))
        return [(key, name, at, round(at / self.length, 4)) for key, name, at in limits if at and self.planned > at]
