"""The commented skeleton of a new case study: a plan of slides that fits the time budget, the rest to be filled in."""

from __future__ import annotations

from typing import NamedTuple, get_args

from generalprobe.format.case_study import Focus
from generalprobe.format.exam import Exam

FOCUSES: tuple[Focus, ...] = get_args(Focus)


class Planned(NamedTuple):
    """A slide of the plan: what it is for, its time, and what it answers."""

    title: str
    time: str
    answers: str


# Nine minutes each; the order that examiners expect of the focus.
_PLANS: dict[Focus, tuple[Planned, ...]] = {
    "technology": (
        Planned("Titel und Zielgruppe", "0:30", "Worum geht es, und für wen?"),
        Planned("Störung", "1:00", "Was war gestört, wen traf es, seit wann?"),
        Planned("Analyse", "1:00", "Was hast du beobachtet und gemessen?"),
        Planned("Fehlersuche", "1:30", "Welche Vermutungen hast du geprüft, in welcher Reihenfolge und warum?"),
        Planned("Ursache und Lösung", "1:30", "Was war die Ursache, welche Lösung hast du verworfen?"),
        Planned("Ergebnis und Prüfung", "1:30", "Woran sieht man, dass es wirkt? Nenne Zahlen."),
        Planned("Dokumentation und Vorbeugung", "1:00", "Was verhindert, dass es wieder passiert?"),
        Planned("Fazit", "1:00", "Was bleibt in einem Satz, was hast du gelernt?"),
    ),
    "communication": (
        Planned("Titel und Zielgruppe", "0:30", "Worum geht es, und für wen?"),
        Planned("Ausgangslage", "1:00", "Was ist passiert, wen traf es?"),
        Planned("Herausforderung", "1:00", "Was machte das Gespräch schwierig?"),
        Planned("Kommunikationsstrategie", "1:30", "Wie bist du vorgegangen, was hast du verworfen und warum?"),
        Planned("Umsetzung", "1:30", "Was hast du wem wann gesagt?"),
        Planned("Ergebnis", "1:30", "Was hat sich geändert? Woran misst du es?"),
        Planned("Erkenntnisse", "1:00", "Was machst du beim nächsten Mal anders?"),
        Planned("Fazit", "1:00", "Was bleibt in einem Satz?"),
    ),
    "mixed": (
        Planned("Titel und Zielgruppe", "0:30", "Worum geht es, und für wen?"),
        Planned("Ausgangslage", "1:00", "Was war gestört, wen traf es, seit wann?"),
        Planned("Ziel und Abgrenzung", "0:45", "Was sollte erreicht werden, was gehörte nicht dazu?"),
        Planned("Technische Analyse", "1:30", "Welche Vermutungen hast du geprüft, was war die Ursache?"),
        Planned("Kommunikation mit den Betroffenen", "1:15", "Wer erfuhr wann was von dir?"),
        Planned("Lösung und Entscheidung", "1:30", "Welche Lösung hast du gewählt, welche verworfen und warum?"),
        Planned("Ergebnis", "1:30", "Woran sieht man, dass es wirkt? Nenne Zahlen."),
        Planned("Fazit und Erkenntnisse", "1:00", "Was bleibt, was machst du beim nächsten Mal anders?"),
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
slides:                         # zusammen höchstens {budget}; dieser Plan ergibt 9:00
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
    answer: "[Musterantwort: Kernaussage, Erklärung, Beispiel; 30 bis 60 Sekunden]"
"""


def skeleton(exam_id: str, exam: Exam, focus: Focus = "mixed") -> str:
    """The text of a new case study that passes the checks as a draft."""
    plan = _PLANS[focus]
    parts = [_HEAD.format(focus=focus, exam=exam_id, budget=exam.presentation.budget)]
    parts += [_slide(planned, with_artifact=index == 3) for index, planned in enumerate(plan)]
    parts += ["questions:\n"]
    parts += [
        _QUESTION.format(number=number + 1, topic=exam.topics[number % len(exam.topics)])
        for number in range(exam.discussion.fewest_questions)
    ]
    return "".join(parts)


def _slide(planned: Planned, *, with_artifact: bool) -> str:
    minutes, seconds = planned.time.split(":")
    syllables = (int(minutes) * 60 + int(seconds)) * 4  # 240 a minute
    text = _SLIDE.format(title=planned.title, answers=planned.answers, syllables=syllables, time=planned.time)
    return text.replace("    notes:", f"{_ARTIFACT}    notes:", 1) if with_artifact else text
