"""The rules of an exam: its times, its limits, its topics, its marking sheet.

name: IT Support Specialist (IHK)
presentation: {budget: "10:00", shortest: "8:30", cutoff: "10:30"}
slides: {fewest: 7, most: 9, shortest: "0:30", longest: "1:30", most_bullets: 6}
discussion: {budget: "5:00", fewest_questions: 3, most_questions: 5, shortest_answer: "0:30", longest_answer: "1:00"}
topics: [Begriffe und Grundlagen, …]
plans: [{title: Gemischt, focus: mixed, slides: [{title: Ausgangslage, purpose: Wen traf es?, time: "1:00"}, …]}]
marking_sheet: {scale: […], sections: [{title: Vortrag, criteria: [{id: zielgruppe, text: Zielgruppe genannt}]}]}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StrictBool

from generalprobe.format.case_study import Focus
from generalprobe.format.duration import Duration
from generalprobe.format.fields import Count, Model, OptionalSlugPath, Slug, Text


class Presentation(Model):
    """Zeitrahmen des Vortrags."""

    budget: Duration = Field(examples=["10:00"])
    """So lange darf der Vortrag dauern."""
    shortest: Duration = Field(examples=["8:30"])
    """Kürzer wirkt er zu dünn."""
    cutoff: Duration = Field(examples=["10:30"])
    """Hier wird abgebrochen."""


class SlideLimits(Model):
    """Empfehlungen für Folien."""

    fewest: Count
    """Kleinste empfohlene Anzahl."""
    most: Count
    """Größte empfohlene Anzahl."""
    shortest: Duration = Field(examples=["0:30"])
    """Kürzeste empfohlene Zeit je Folie."""
    longest: Duration = Field(examples=["1:30"])
    """Längste empfohlene Zeit je Folie."""
    most_bullets: Count
    """Größte Zahl von Stichpunkten auf einer Folie, Unterpunkte mitgezählt."""


class Discussion(Model):
    """Das Fachgespräch nach dem Vortrag."""

    budget: Duration = Field(examples=["5:00"])
    """So lange dauert das Fachgespräch."""
    fewest_questions: Count
    """So viele Fragen stellen Prüfer mindestens; so viele braucht jede Fallstudie."""
    most_questions: Count
    """So viele Fragen stellen Prüfer höchstens."""
    shortest_answer: Duration = Field(examples=["0:30"])
    """Kürzeste gute Antwort."""
    longest_answer: Duration = Field(examples=["1:00"])
    """Längste gute Antwort."""


class SpeechLimits(Model):
    """Wie streng der Sprechtext gegen die geplante Zeit geprüft wird."""

    most_percent: Count = 110
    """So viel Prozent der Zeit einer Folie darf der Sprechtext höchstens brauchen."""
    least_percent: Count = 70
    """So viel Prozent der Zeit einer Folie soll der Sprechtext mindestens füllen."""
    slide_change: Duration = Duration(2)
    """So lange dauert ein Folienwechsel."""


class PlannedSlide(Model):
    """Eine Folie eines Plans."""

    title: Text = Field(examples=["Ausgangslage"])
    """Wozu die Folie dient."""
    purpose: Text = Field(examples=["Was war gestört, wen traf es, seit wann?"])
    """Was auf die Folie gehört, am besten als Frage, die sie beantwortet."""
    time: Duration = Field(examples=["1:00"])
    """Geplante Zeit."""


class Plan(Model):
    """Ein Plan, mit dem ein Vortrag beginnen kann: seine Folien mit ihren Zeiten."""

    title: Text = Field(examples=["Schwerpunkt Technik"])
    """Name des Plans."""
    focus: Focus | None = None
    """Schwerpunkt, für den der Plan ist, wie bei Fallstudien; ohne Angabe für jeden Fall."""
    slides: Annotated[tuple[PlannedSlide, ...], Field(min_length=1)]
    """Die Folien in ihrer Reihenfolge."""

    @property
    def time(self) -> Duration:
        """Of all slides together."""
        return Duration.total(slide.time for slide in self.slides)


class Criterion(Model):
    """Ein Punkt des Bewertungsbogens."""

    id: Slug = Field(examples=["zielgruppe"])
    """Dauerhafte Kennung, eindeutig im ganzen Bogen. Daran hängen Bewertungen; der Wortlaut darf sich ändern."""
    text: Text
    """Was bewertet wird."""
    knockout: StrictBool = False
    """Ob die Probe als nicht bestanden gilt, wenn dieser Punkt nicht erfüllt ist."""
    topic: str = Field("", examples=["Alternativen und Entscheidungen"])
    """Themengebiet, aus dem nach einer schwachen Probe Fragen zum Üben kommen."""
    lesson: OptionalSlugPath = Field("", examples=["lernen/entscheiden"])
    """Seite, auf der man das lernt: Pfad unter `docs/` ohne Endung."""


class MarkingSection(Model):
    """Ein Teil des Bewertungsbogens."""

    title: Text
    """Name des Teils."""
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    """Die Punkte, die bewertet werden."""


class MarkingSheet(Model):
    """Der Bewertungsbogen einer Probeprüfung."""

    scale: Annotated[tuple[Text, ...], Field(min_length=2)]
    """Stufen der Bewertung von der schlechtesten an; die erste zählt 0 Punkte, die nächste 1 und so weiter."""
    sections: Annotated[tuple[MarkingSection, ...], Field(min_length=1)]
    """Teile, die mit der Stufenskala bewertet werden."""
    overall: tuple[Criterion, ...] = ()
    """Punkte des Gesamteindrucks."""
    verdicts: tuple[Text, ...] = ()
    """Mögliche Urteile über das Bestehen, vom schlechtesten an."""


class Exam(Model):
    """Die Regeln einer Prüfung."""

    name: Text
    """Name der Prüfung."""
    presentation: Presentation
    """Wie lange der Vortrag dauern darf und wie lange er mindestens dauern sollte."""
    slides: SlideLimits
    """Wie viele Folien der Vortrag hat, wie lange jede steht und wie viel darauf passt."""
    speech: SpeechLimits = SpeechLimits()
    """Grenzen für den Sprechtext; ohne Angabe gelten die Vorgaben."""
    discussion: Discussion
    """Das Fachgespräch."""
    topics: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Themengebiete der Fragen."""
    forbidden_audiences: tuple[Text, ...] = ()
    """Zielgruppen, die nicht genannt werden dürfen."""
    plans: tuple[Plan, ...] = ()
    """Pläne, mit denen ein Vortrag beginnen kann. Auch die Gerüste neuer Fallstudien folgen ihnen."""
    marking_sheet: MarkingSheet
    """Der Bewertungsbogen."""


def exams_asking(topic: str, exams: Mapping[str, Exam], named: str = "") -> dict[str, Exam]:
    """The exams, by id, that a file of questions belongs to: the one it names, else all that ask about its topic."""
    if named:
        return {named: exams[named]} if named in exams else {}
    return {id: exam for id, exam in exams.items() if topic in exam.topics}
