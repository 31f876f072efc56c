"""What candidates must be able to say: terms with their meaning, and phrases that work better than others.

terms:
  - {id: dns, term: DNS, topic: Begriffe und Grundlagen, meaning: Übersetzt Namen in Adressen., example: …}
phrases:
  - {id: rueckruf, situation: …, bad: Keine Ahnung., better: Das kläre ich bis 14 Uhr., why: …}
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool

from generalprobe.format.fields import CardName, Inline, Model, OptionalSlug, OptionalSlugPath, Slug, Text


class Confusion(Model):
    """Womit man einen Begriff leicht verwechselt."""

    term: Slug = Field(examples=["problem"])
    """Kennung des anderen Begriffs."""
    difference: Inline
    """Worin sich die beiden unterscheiden."""


class Term(Model):
    """Ein Begriff, den man in der Prüfung erklären können muss."""

    id: Slug = Field(examples=["incident"])
    """Dauerhafte Kennung, eindeutig im Glossar. Daran hängt der Lernstand."""
    term: Text = Field(examples=["Incident"])
    """Der Begriff, wie er in Texten steht."""
    full: str = Field("", examples=["Domain Name System"])
    """Ausgeschrieben, wenn der Begriff eine Abkürzung ist."""
    forms: tuple[Text, ...] = Field((), examples=[["Störung", "Störungen"]])
    """Andere Formen und Schreibweisen, an denen die Seiten den Begriff erkennen."""
    topic: Text
    """Themengebiet der Prüfung, wie es in der Prüfungsdatei steht."""
    meaning: Inline
    """Was der Begriff bedeutet, in ein bis zwei Sätzen."""
    example: Inline
    """Ein Beispiel aus dem Support."""
    confused_with: Confusion | None = None
    """Begriff, mit dem er leicht verwechselt wird."""
    formerly: tuple[CardName, ...] = ()
    """Frühere Kennungen, die älteste zuerst, damit Umbenennen nichts kostet."""
    core: StrictBool = False
    """Ob diesen Begriff alle können müssen, die zur Prüfung gehen."""


class Glossary(Model):
    """Das Glossar: alle Begriffe mit Erklärung."""

    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    """Die Begriffe; die Seite sortiert sie selbst."""


class Phrase(Model):
    """Ein Satz, wie man ihn besser nicht sagt, und wie er besser klingt."""

    id: Slug = Field(examples=["rueckruf"])
    """Dauerhafte Kennung, eindeutig in der Datei. Daran hängt der Lernstand."""
    situation: Inline
    """Wann man so etwas sagt."""
    bad: Inline
    """So nicht; ohne Anführungszeichen."""
    better: Inline
    """Besser so; ohne Anführungszeichen."""
    why: Inline
    """Warum das besser ist."""
    formerly: tuple[CardName, ...] = ()
    """Frühere Kennungen, die älteste zuerst, damit Umbenennen nichts kostet; aus anderer Datei: `datei/kennung`."""
    core: StrictBool = False
    """Ob das alle können müssen, die zur Prüfung gehen."""


class PhraseBook(Model):
    """Eine Datei mit Formulierungen zu einer Art von Gespräch."""

    title: Text = Field(examples=["Am Telefon"])
    """Titel des Abschnitts."""
    topic: Text
    """Themengebiet der Prüfung, wie es in der Prüfungsdatei steht."""
    exam: OptionalSlug = Field("", examples=["it-support-specialist"])
    """Prüfung, für die das gilt: Name einer Datei in `data/exams/` ohne Endung. Sonst jede mit diesem Gebiet."""
    lesson: OptionalSlugPath = Field("", examples=["lernen/kundenkommunikation"])
    """Seite, auf der das gelehrt wird: Pfad unter `docs/` ohne Endung."""
    phrases: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """Die Formulierungen."""
