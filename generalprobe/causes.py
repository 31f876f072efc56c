"""What many problems of a file have in common, in one line each, to be said before they are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generalprobe.format.case_study import CaseStudy
from generalprobe.problems import Problem
from generalprobe.reading.project import Entry, Project
from generalprobe.rules import RULES
from generalprobe.speech import Seconds
from generalprobe.talk import Talk

_MANY_SLIDES, _MANY = 3, 5
_TOO_LITTLE, _TOO_MUCH = ("ZEIT09", "ZEIT10"), ("ZEIT02", "ZEIT08")


def causes(problems: Sequence[Problem], project: Project) -> list[str]:
    """One line for each cause that several problems of one file share; those of a talk say how far it is off."""
    talks = {entry.file: entry for entry in project.entries(CaseStudy)}
    return [
        f"{file}: {said}"
        for file in dict.fromkeys(problem.file for problem in problems)
        for said in _causes_in(Counter(problem.code for problem in problems if problem.file == file), talks.get(file))
    ]


def _causes_in(codes: Counter[str], talk: Entry[CaseStudy] | None) -> Iterator[str]:
    for group, verb, what in ((_TOO_LITTLE, "füllt", "fehlt Text"), (_TOO_MUCH, "braucht", "ist zu viel Text")):
        count = sum(codes.pop(code, 0) for code in group)
        if talk and count >= _MANY_SLIDES:
            case_study = talk.model
            slides = len(case_study.slides)
            where = "jeder Folie" if count == slides else f"{count} von {slides} Folien"
            yield f"Der Sprechtext {verb} {_spoken(case_study)} von {case_study.planned}: auf {where} {what}."
    yield from (f"{count} × {RULES[code].title} ({code})." for code, count in _frequent(codes.items()))


def _spoken(case_study: CaseStudy) -> Seconds:
    """What is said and shown on the slides, without the changes between them."""
    return Seconds(sum(slide.seconds for slide in Talk.of(case_study, None).slides))


def _frequent(counted: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(((code, count) for code, count in counted if count >= _MANY), key=lambda each: -each[1])
