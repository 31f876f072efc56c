"""What a foreign file says, before it is a case study or questions: whatever is missing is empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generalprobe.format.case_study import AnyArtifact, Bullet, Focus
from generalprobe.format.duration import Duration
from generalprobe.format.questions import Option
from generalprobe.importing.losses import Loss

_NONE = Duration(0)


@dataclass(frozen=True)
class OutlineSlide:
    """A slide. An image's `src` is a key of the outline's pictures; `time` is None where the file plans none."""

    title: str = ""
    headline: str = ""
    bullets: tuple[Bullet, ...] = ()
    artifact: AnyArtifact | None = None
    notes: str = ""
    time: Duration | None = None
    demo: Duration = _NONE
    number: int = 0
    """Which slide of the file it is, from 1."""
    guessed: bool = False
    """The title was not marked as one."""


@dataclass(frozen=True)
class Asked:
    """A question with its answer; `about` is what stood for its topic: a label, or the heading above it.

    Where it has options to choose from, `answer` explains which of them are right.
    """

    question: str
    answer: str = ""
    expects: str = ""
    points: tuple[str, ...] = ()
    follow_up: str = ""
    about: str = ""
    difficulty: Literal["easy", "medium", "hard"] = "medium"
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Outline:
    """A talk. `metadata` has the keys of a case study's, as far as the file names them."""

    title: str = ""
    summary: str = ""
    focus: Focus | None = None
    metadata: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    slides: tuple[OutlineSlide, ...] = ()
    questions: tuple[Asked, ...] = ()
    losses: tuple[Loss, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    flaws: Mapping[str, str] = field(default_factory=dict)
    """By the addresses of pictures that are not shown, their flaws: names from the table of losses."""


@dataclass(frozen=True)
class Catalogue:
    """Questions that belong to no talk, by the headings above them."""

    title: str
    groups: Mapping[str, tuple[Asked, ...]]
    losses: tuple[Loss, ...] = ()
