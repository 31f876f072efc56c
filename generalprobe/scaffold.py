"""The commented skeleton of a new case study: a plan of slides that fits the time budget, the rest to be filled in."""

from __future__ import annotations

import re
from typing import NamedTuple, get_args

from generalprobe.format.case_study import Focus
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam, SlideLimits

_STEP = 5
"""Seconds to which planned times are rounded."""
FOCUSES: tuple[Focus, ...] = get_args(Focus)


class Planned(NamedTuple):
    """A slide of the plan: what it is for, its time, and what it answers."""

    title: str
    time: Duration
    answers: str


def _planned(title: str, time: str, answers: str) -> Planned:
    return Planned(title, Duration.parse(time), answers)


# Nine minutes each, as for a budget of ten; the order that examiners expect of the focus.
_PLANS: dict[Focus, tuple[Planned, ...]] = {
    "technology": (
        _planned("Titel und Zielgruppe", "0:30", "Worum geht es, und für wen?"),
        _planned("Störung", "1:00", "Was war gestört, wen traf es, seit wann?"),
        _planned("Analyse", "1:00", "Was hast du beobachtet und gemessen?"),
        _planned("Fehlersuche", "1:30", "Welche Vermutungen hast du geprüft, in welcher Reihenfolge und warum?"),
        _planned("Ursache und Lösung", "1:30", "Was war die Ursache, welche Lösung hast du verworfen?"),
        _planned("Ergebnis und Prüfung", "1:30", "Woran sieht man, dass es wirkt? Nenne Zahlen."),
        _planned("Dokumentation und Vorbeugung", "1:00", "Was verhindert, dass es wieder passiert?"),
        _planned("Fazit", "1:00", "Was bleibt in einem Satz, was hast du gelernt?"),
    ),
    "communication": (
        _planned("Titel und Zielgruppe", "0:30", "Worum geht es, und für wen?"),
        _planned("Ausgangslage", "1:00", "Was ist passiert, wen traf es?"),
        _planned("Herausforderung", "1:00", "Was machte das Gespräch schwierig?"),
        _planned("Kommunikationsstrategie", "1:30", "Wie bist du vorgegangen, was hast du verworfen und warum?"),
        _planned("Umsetzung", "1:30", "Was hast du wem wann gesagt?"),
        _planned("Ergebnis", "1:30", "Was hat sich geändert? Woran misst du es?"),
        _planned("Erkenntnisse", "1:00", "Was machst du beim nächsten Mal anders?"),
        _planned("Fazit", "1:00", "Was bleibt in einem Satz?"),
    ),
    "mixed": (
        _planned("Titel und Zielgruppe", "0:30", "Worum geht es, und für wen?"),
        _planned("Ausgangslage", "1:00", "Was war gestört, wen traf es, seit wann?"),
        _planned("Ziel und Abgrenzung", "0:45", "Was sollte erreicht werden, was gehörte nicht dazu?"),
        _planned("Technische Analyse", "1:30", "Welche Vermutungen hast du geprüft, was war die Ursache?"),
        _planned("Kommunikation mit den Betroffenen", "1:15", "Wer erfuhr wann was von dir?"),
        _planned("Lösung und Entscheidung", "1:30", "Welche Lösung hast du gewählt, welche verworfen und warum?"),
        _planned("Ergebnis", "1:30", "Woran sieht man, dass es wirkt? Nenne Zahlen."),
        _planned("Fazit und Erkenntnisse", "1:00", "Was bleibt, was machst du beim nächsten Mal anders?"),
    ),
}

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
    notes: |                    # {answers}
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


def plan_for(exam: Exam, focus: Focus) -> list[Planned]:
    """Slides that fill nine tenths of the exam's budget: long ones are divided, all held to its limits."""
    plan, limits = _PLANS[focus], exam.slides
    target = exam.presentation.budget * 9 // 10 // _STEP * _STEP
    factor = target / Duration.total(slide.time for slide in plan)
    parts = [part for slide in plan for part in _divided(slide, round(slide.time * factor), limits)]
    if len(parts) > limits.most:  # the last one closes the talk
        parts = [*parts[: limits.most - 1], parts[-1]]
    times = [_within(round(part.time / _STEP) * _STEP, limits) for part in parts]
    return [
        part._replace(time=Duration(time)) for part, time in zip(parts, _settled(times, target, limits), strict=True)
    ]


def _divided(slide: Planned, seconds: int, limits: SlideLimits) -> list[Planned]:
    """A slide as so many as it takes to keep each within the longest time."""
    count = max(1, -(-seconds // max(1, limits.longest)))
    time = Duration(seconds // count)
    if count == 1:
        return [slide._replace(time=time)]
    return [slide._replace(title=f"{slide.title} {number}", time=time) for number in range(1, count + 1)]


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


def _slide(planned: Planned, *, with_artifact: bool) -> str:
    syllables = planned.time * 4  # 240 a minute
    text = _SLIDE.format(title=planned.title, answers=planned.answers, syllables=syllables, time=planned.time)
    return text.replace("    notes:", f"{_ARTIFACT}    notes:", 1) if with_artifact else text
