"""What lessons show besides their text: conversations, who is told when, topics for a talk, and the way to the exam.

lines: [{speaker: Anwender, text: Es geht nicht!}, {speaker: Support, step: Annehmen, text: …, worse: …, why: …}]
rows: [{incident: Mail fällt aus, level: "P1, hierarchisch", who: IT-Leitung, by: sofort, how: Anruf}]
areas: [{id: netzwerk, title: Netzwerk, ideas: [{title: …, focus: technology, hint: …}]}]
plan: [{id: thema, days_before: 21, title: Thema wählen, tasks: [{id: faelle, text: Fälle sammeln}]}]
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generalprobe.format.case_study import Focus
from generalprobe.format.fields import Count, Inline, Model, Slug, Text

Deed = Literal[
    "", "topic", "milestones", "cases", "days", "talks", "questions", "rehearsals", "mocks", "checklist", "plan-b"
]
"""What a browser can count of all that somebody has done; nothing for what only they know."""


class Tick(Model):
    """Ein Punkt zum Abhaken."""

    id: Slug = Field(examples=["kamera"])
    """Dauerhafte Kennung, eindeutig in der Datei. Daran hängt, ob der Punkt abgehakt ist."""
    text: Inline
    """Was abgehakt wird."""


class TopicIdea(Model):
    """Ein Fall, aus dem ein Vortrag werden kann."""

    title: Text
    """Der Fall in wenigen Worten."""
    focus: Focus
    """Schwerpunkt: `technology` (Technik), `communication` (Kommunikation) oder `mixed` (gemischt)."""
    hint: Inline
    """Was man daran zeigen kann."""


class TopicArea(Model):
    """Ein Gebiet mit Themen."""

    id: Slug = Field(examples=["netzwerk"])
    """Dauerhafte Kennung, Teil der Adresse."""
    title: Text
    """Name des Gebiets."""
    ideas: Annotated[tuple[TopicIdea, ...], Field(min_length=1)]
    """Die Themen."""


class TopicIdeas(Model):
    """Themen für den Vortrag und der Test, ob ein Thema trägt."""

    areas: Annotated[tuple[TopicArea, ...], Field(min_length=1)]
    """Gebiete mit ihren Themen."""
    fitness: Annotated[tuple[Tick, ...], Field(min_length=1)]
    """Punkte, an denen man ein Thema prüft."""
    fit_from: Count
    """So viele Punkte müssen erfüllt sein."""


class Milestone(Model):
    """Ein Abschnitt der Vorbereitung mit Selbstprüfung."""

    id: Slug
    """Dauerhafte Kennung, Teil der Adresse."""
    title: Text
    """Titel."""
    minutes: Count
    """Dauer in Minuten."""
    steps: Annotated[tuple[Inline, ...], Field(min_length=1)]
    """Was zu tun ist, der Reihe nach."""
    self_checks: Annotated[tuple[Tick, ...], Field(min_length=1)]
    """Woran man merkt, dass es geschafft ist."""


class PlanTask(Tick):
    """Eine Aufgabe im Plan. Ein Link im Text führt dorthin, wo man sie tut."""

    counts: Deed = ""
    """Woran die Website erkennt, dass sie getan ist, zum Beispiel gelesene Fallstudien; leer: nur durch Abhaken."""
    times: Count = 1
    """Wie viele davon es sein müssen."""
    from_days: Count = 0
    """Nur wenn bei Beginn mindestens so viele Tage bleiben; sonst fällt die Aufgabe aus dem kürzeren Plan."""


class Span(Model):
    """Was ein Plan leisten kann, für den so viele Tage bleiben."""

    days: Count
    """Von so vielen Tagen an."""
    text: Inline
    """Ehrlich und in zwei Sätzen: was geht, was nicht mehr geht."""


class PlanStep(Model):
    """Was eine bestimmte Zeit vor der Prüfung dran ist. Bleibt weniger Zeit, rücken alle Schritte zusammen."""

    id: Slug = Field(examples=["generalprobe"])
    """Dauerhafte Kennung. Daran erkennt ein Kalender den Eintrag wieder."""
    days_before: Count
    """Tage vor der Prüfung; 0 ist der Prüfungstag."""
    title: Text
    """Titel."""
    tasks: Annotated[tuple[PlanTask, ...], Field(min_length=1)]
    """Aufgaben."""


class CheckGroup(Model):
    """Ein Teil der Checkliste."""

    id: Slug
    """Dauerhafte Kennung, Teil der Adresse."""
    title: Text
    """Titel."""
    items: Annotated[tuple[Tick, ...], Field(min_length=1)]
    """Punkte zum Abhaken."""


class Fallback(Model):
    """Was man tut, wenn etwas ausfällt."""

    id: Slug
    """Dauerhafte Kennung. Daran hängt, ob die Vorbereitung abgehakt ist."""
    trouble: Inline
    """Was ausfällt."""
    action: Inline
    """Was man dann tut."""
    prepare: Inline
    """Was man dafür vorbereitet."""


class Preparation(Model):
    """Der Weg zur Prüfung: Meilensteine, Plan, Checkliste und Plan B."""

    milestones: Annotated[tuple[Milestone, ...], Field(min_length=1)]
    """Abschnitte der Vorbereitung, der Reihe nach."""
    plan: Annotated[tuple[PlanStep, ...], Field(min_length=1)]
    """Was wann dran ist, das Früheste zuerst."""
    spans: tuple[Span, ...] = ()
    """Was zum Plan gesagt wird, je nachdem, wie viele Tage bei Beginn bleiben; die meisten zuerst."""
    checklist: Annotated[tuple[CheckGroup, ...], Field(min_length=1)]
    """Was vor der Prüfung geprüft wird."""
    plan_b: Annotated[tuple[Fallback, ...], Field(min_length=1)]
    """Auswege."""
