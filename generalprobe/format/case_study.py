"""Case studies: a talk of a few slides with its notes, times and questions.

A case study, as short as one can be (every key in `CaseStudy` and below)::

    title: Drucker druckt nicht
    focus: technology
    exam: it-support-specialist
    summary: Ein Treiber nach dem Update.
    metadata: {topic: …, audience: …, situation: …, goal: …, success_criteria: […], scope: …, risks: […]}
    slides:
      - {title: Ausgangslage, headline: Nichts kommt an, bullets: [Seit Montag], notes: …, time: "1:00"}
    questions:
      - {id: treiber, topic: Begriffe und Grundlagen, question: …, answer: …}

The descriptions are German: they become the schema that editors show, and the page on the format.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from generalprobe.format.duration import Duration
from generalprobe.format.fields import (
    Inline,
    Model,
    OptionalInline,
    OptionalProse,
    OptionalSlug,
    Shorthand,
    Slug,
    Text,
    Verbatim,
)
from generalprobe.format.questions import AnyQuestion
from generalprobe.format.wording import slugify


class Bullet(Shorthand):
    """Ein Stichpunkt; mit Unterpunkten als `text` und `bullets`, sonst einfach als Text."""

    text: Inline
    """Der Stichpunkt selbst; Hervorhebung mit `**…**`, Befehle in `` `…` ``."""
    bullets: tuple[Inline, ...] = ()
    """Unterpunkte, eine Ebene tiefer."""


class Artifact(Model):
    """Was die Folie außer Stichpunkten zeigt."""

    caption: OptionalInline = ""
    """Bildunterschrift, optional."""


class Placeholder(Artifact):
    """Ein Artefakt, das noch fehlt: Die Folie zeigt einen Rahmen mit der Beschreibung."""

    kind: Literal["placeholder"]
    """Platzhalter: ein Artefakt, das noch fehlt."""
    description: Inline
    """Was hier zu sehen sein soll."""


class Image(Artifact):
    """Ein Bild aus dem Ordner `docs/`."""

    kind: Literal["image"]
    """Bild aus `docs/`."""
    src: Verbatim = Field(examples=["images/zeitstrahl.png"])
    """Pfad der Bilddatei innerhalb von `docs/`, zum Beispiel `images/zeitstrahl.png`."""
    alt: Text
    """Was auf dem Bild zu sehen ist, für alle, die es nicht sehen."""


class Diagram(Artifact):
    """Ein Diagramm in Mermaid-Schreibweise."""

    kind: Literal["diagram"]
    """Diagramm in Mermaid-Schreibweise."""
    source: Verbatim
    """Quelltext des Diagramms (Mermaid)."""
    description: Text
    """Was das Diagramm zeigt, in einem Satz."""


class Code(Artifact):
    """Ein Ausschnitt aus Protokoll, Konsole oder Konfiguration."""

    kind: Literal["code"]
    """Ausschnitt aus Protokoll, Konsole oder Konfiguration."""
    language: Verbatim = Field("text", examples=["powershell", "bash", "text"])
    """Sprache für die Hervorhebung, zum Beispiel `powershell`, `bash` oder `text`."""
    code: Verbatim
    """Der Ausschnitt selbst."""


class Table(Artifact):
    """Eine kleine Tabelle."""

    kind: Literal["table"]
    """Kleine Tabelle."""
    columns: Annotated[tuple[Inline, ...], Field(min_length=1)]
    """Überschriften der Spalten."""
    rows: Annotated[tuple[tuple[OptionalInline, ...], ...], Field(min_length=1)]
    """Zeilen, jede mit einem Wert je Spalte."""


class Quote(Artifact):
    """Ein wörtliches Zitat."""

    kind: Literal["quote"]
    """Wörtliches Zitat."""
    text: Inline
    """Das Zitat, ohne Anführungszeichen."""
    source: OptionalInline = ""
    """Wer es gesagt oder geschrieben hat: eine Rolle, kein Name."""


AnyArtifact = Annotated[Placeholder | Image | Diagram | Code | Table | Quote, Field(discriminator="kind")]


class Slide(Model):
    """Eine Folie: was darauf steht, was dazu gesagt wird, wie lange sie steht."""

    title: Text
    """Wozu die Folie dient, zum Beispiel `Ausgangslage`."""
    headline: Text
    """Was oben auf der Folie steht."""
    bullets: tuple[Bullet, ...] = ()
    """Stichpunkte, höchstens zwei Ebenen."""
    artifact: AnyArtifact | None = None
    """Bild, Diagramm, Code, Tabelle, Zitat oder Platzhalter."""
    notes: OptionalProse = ""
    """Sprechtext: was zu dieser Folie gesagt wird. Regieanweisungen stehen in eckigen Klammern: `[Klick]`."""
    time: Duration = Field(examples=["1:30"])
    """Geplante Zeit in Minuten und Sekunden, zum Beispiel `"1:30"`."""
    demo: Duration = Field(Duration(0), examples=["0:15"])
    """Teil der Zeit, in dem etwas gezeigt und nichts gesagt wird."""
    id: OptionalSlug = Field("", examples=["zeitstrahl"])
    """Dauerhafte Kennung der Folie; ohne sie gilt der Titel in Kleinbuchstaben, etwa `erster-versuch`."""
    formerly: tuple[Slug, ...] = Field((), examples=[["ausgangslage"]])
    """Frühere Kennungen oder Titel in Kleinbuchstaben, damit das Umbenennen nichts kostet."""

    @property
    def key(self) -> str:
        """What the slide is known by: its id, else the slug of its title."""
        return self.id or slugify(self.title)


class Metadata(Model):
    """Der Rahmen des Vortrags."""

    topic: Inline
    """Titel des Vortrags."""
    audience: Inline = Field(examples=["IT-Leitung", "Anwender im Vertrieb"])
    """Für wen der Vortrag ist: eine wirkliche Rolle, nicht der Prüfungsausschuss."""
    situation: Inline
    """Ausgangslage in ein bis zwei Sätzen."""
    goal: Inline
    """Was erreicht werden sollte."""
    success_criteria: Annotated[tuple[Inline, ...], Field(min_length=1)]
    """Woran man den Erfolg misst."""
    scope: Inline
    """Was dazugehört und was nicht."""
    risks: Annotated[tuple[Inline, ...], Field(min_length=1)]
    """Was schiefgehen konnte."""


Focus = Literal["technology", "communication", "mixed"]


class CaseStudy(Model):
    """Eine Fallstudie: ein Vortrag mit den Fragen der Prüfer."""

    title: Text
    """Titel der Fallstudie."""
    draft: StrictBool = False
    """Entwurf: nur in der Vorschau zu sehen, Fehler zählen als Warnungen."""
    focus: Focus
    """Schwerpunkt: `technology` (Technik), `communication` (Kommunikation) oder `mixed` (gemischt)."""
    exam: Slug = Field(examples=["it-support-specialist"])
    """Prüfung, deren Regeln gelten: Name einer Datei in `data/exams/` ohne Endung."""
    summary: Inline
    """Worum es geht, in ein bis zwei Sätzen."""
    tags: tuple[Text, ...] = Field((), examples=[["drucker", "windows"]])
    """Schlagwörter für den Filter der Übersicht."""
    metadata: Metadata
    """Rahmen des Vortrags: Thema, Zielgruppe, Ausgangslage, Ziel, Erfolgskriterien, Abgrenzung und Risiken."""
    slides: Annotated[tuple[Slide, ...], Field(min_length=1)]
    """Die Folien in der Reihenfolge des Vortrags."""
    questions: tuple[AnyQuestion, ...] = ()
    """Fragen der Prüfer."""
    sources: tuple[Inline, ...] = ()
    """Quellen, auf die sich die Fallstudie stützt."""

    @property
    def planned(self) -> Duration:
        """The sum of the slides' planned times, `demo` included."""
        return Duration.total(slide.time for slide in self.slides)
