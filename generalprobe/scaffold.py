"""The commented skeleton of a new case study: the exam's plan of slides for its focus, the rest to be filled in."""

from __future__ import annotations

import json
import re
from typing import get_args

from generalprobe.format.case_study import Focus
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam, PlannedSlide, SlideLimits

_STEP = 5
"""Seconds to which planned times are rounded."""
FOCUSES: tuple[Focus, ...] = get_args(Focus)


def _bare(title: str, purpose: str, time_s: int) -> PlannedSlide:
    return PlannedSlide(title=title, purpose=purpose, time=Duration(time_s))


_BARE = (
    _bare("Titel und Zielgruppe", "Worum geht es, und für wen?", 30),
    _bare("Ausgangslage", "Was war los, wen traf es?", 90),
    _bare("Vorgehen", "Was hast du getan, was verworfen und warum?", 180),
    _bare("Ergebnis", "Woran sieht man, dass es wirkt?", 120),
    _bare("Fazit", "Was bleibt in einem Satz?", 60),
)
"""For an exam without plans."""

_HEAD = """\
# yaml-language-server: $schema=../../schema/case-study.schema.json
# Gerüst einer Fallstudie. Ersetze alles in eckigen Klammern; was hinter # steht, ist nur Erklärung.
# Ansehen: make serve    Prüfen: make check
title: "[Titel der Fallstudie]"
draft: true                     # Entwurf: nur in der Vorschau zu sehen. Lösche die Zeile, wenn alles fertig ist.
focus: {focus}
exam: {exam}
summary: "[Worum es geht, in ein bis zwei Sätzen]"
tags: []                        # zum Beispiel [drucker, windows]
metadata:
  topic: "[Titel des Vortrags]"
  audience: "[Wirkliche Rolle, zum Beispiel IT-Leitung]"
  situation: "[Ausgangslage]"
  goal: "[Was erreicht werden sollte]"
  success_criteria:
    - "[Woran man den Erfolg misst]"
  scope: "[Was dazugehört und was nicht]"
  risks:
    - "[Was schiefgehen konnte, und was dagegen half]"
slides:                         # zusammen höchstens {budget}; dieser Plan ergibt {planned}
"""

_SLIDE = """\
  - title: {title}
    headline: "[Überschrift auf der Folie]"
    bullets:
      - "[Stichpunkt]"
    notes: |                    # {purpose}
      [Was du zu dieser Folie sagst: etwa {syllables} Silben]
    time: "{time}"
"""

_ARTIFACT = """\
    artifact:                   # placeholder, image, diagram, code, table oder quote
      kind: placeholder
      description: "[Was hier zu sehen sein soll]"
"""

_QUESTION = """\
  - id: frage-{number}                # sprechende Kennung, zum Beispiel „ursache“; später nicht mehr ändern
    topic: {topic}
    question: "[Was würden die Prüfer zu diesem Fall fragen?]"
    expects: "[Was sie hören wollen]"
    answer: "[Musterantwort: Kernaussage, Erklärung, Beispiel; {shortest} bis {longest} Minuten]"
"""

_BRACKETED = re.compile(r"(?:\"|^ +)(\[[^\]\n]+\])", re.MULTILINE)
_FILLED_IN = re.compile(r"\\\{\w+\\\}")
LEFT = _BRACKETED.findall("".join((_HEAD, _SLIDE, _ARTIFACT, _QUESTION)))
"""The texts of the skeleton that are to be replaced, with what is filled in as `{name}`."""
LEFT_OVER = re.compile("|".join(_FILLED_IN.sub(r"[^\\]\\n]*", re.escape(text)) for text in LEFT))
"""A regular expression for each of them, whatever is filled in."""


def skeleton(exam_id: str, exam: Exam, focus: Focus = "mixed") -> str:
    """The text of a new case study that passes the checks as a draft."""
    plan = plan_for(exam, focus)
    planned = Duration.total(slide.time for slide in plan)
    parts = [_HEAD.format(focus=focus, exam=exam_id, budget=exam.presentation.budget, planned=planned)]
    parts += [_slide(planned, with_artifact=index == 3) for index, planned in enumerate(plan)]
    parts += ["questions:\n"]
    parts += [
        _QUESTION.format(
            number=number + 1,
            topic=exam.topics[number % len(exam.topics)],
            shortest=exam.discussion.shortest_answer,
            longest=exam.discussion.longest_answer,
        )
        for number in range(exam.discussion.fewest_questions)
    ]
    return "".join(parts)


def plan_for(exam: Exam, focus: Focus) -> list[PlannedSlide]:
    """Slides that fill nine tenths of the exam's budget: long ones are divided, all held to its limits."""
    plan, limits = _plan_of(exam, focus), exam.slides
    target = exam.presentation.budget * 9 // 10 // _STEP * _STEP
    factor = target / Duration.total(slide.time for slide in plan)
    parts = [part for slide in plan for part in _divided(slide, round(slide.time * factor), limits)]
    if len(parts) > limits.most:  # the last one closes the talk
        parts = [*parts[: limits.most - 1], parts[-1]]
    times = [_within(round(part.time / _STEP) * _STEP, limits) for part in parts]
    return [_timed(part, time) for part, time in zip(parts, _settled(times, target, limits), strict=True)]


def _plan_of(exam: Exam, focus: Focus) -> tuple[PlannedSlide, ...]:
    """That of the focus, else one for any case, else the bare course of a talk."""
    plans = {plan.focus: plan.slides for plan in reversed(exam.plans)}
    return plans.get(focus) or plans.get(None) or _BARE


def _divided(slide: PlannedSlide, seconds: int, limits: SlideLimits) -> list[PlannedSlide]:
    """A slide as so many as it takes to keep each within the longest time."""
    count = max(1, -(-seconds // max(1, limits.longest)))
    if count == 1:
        return [_timed(slide, seconds)]
    titles = [f"{slide.title} {number}" for number in range(1, count + 1)]
    return [_timed(slide, seconds // count).model_copy(update={"title": title}) for title in titles]


def _timed(slide: PlannedSlide, seconds: int) -> PlannedSlide:
    return slide.model_copy(update={"time": Duration(seconds)})


def _within(seconds: int, limits: SlideLimits) -> int:
    return min(max(seconds, limits.shortest), limits.longest)


def _settled(times: list[int], target: int, limits: SlideLimits) -> list[int]:
    """Change the slides that have room, step by step, until they fill the target or none has room."""
    while sum(times) != target:
        step = _STEP if sum(times) < target else -_STEP
        room = [at for at, time in enumerate(times) if _within(time + step, limits) == time + step]
        if not room or abs(target - sum(times)) < _STEP:
            return times
        most = max(room, key=lambda at: (-step * times[at], at))
        times[most] += step
    return times


def _slide(planned: PlannedSlide, *, with_artifact: bool) -> str:
    text = _SLIDE.format(
        title=json.dumps(_one_line(planned.title), ensure_ascii=False),
        purpose=_one_line(planned.purpose),
        syllables=planned.time * 4,  # 240 a minute
        time=planned.time,
    )
    return text.replace("    notes:", f"{_ARTIFACT}    notes:", 1) if with_artifact else text


def _one_line(text: str) -> str:
    return " ".join(text.split())
