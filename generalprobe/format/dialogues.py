"""Conversations to read and to play.

title: Der dritte Anruf
situation: …
steps: [Annehmen, Klären, Vereinbaren]
lines: [{speaker: Anwender, text: Es geht nicht!}, {speaker: Support, step: Annehmen, text: …, worse: …, why: …}]
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generalprobe.format.fields import Inline, Model, OptionalInline, Text


class Line(Model):
    """Was eine Seite in einem Gespräch sagt."""

    speaker: Text = Field(examples=["Anwenderin"])
    """Wer spricht: eine Rolle."""
    text: Inline
    """Was gesagt wird; ohne Anführungszeichen außen herum."""
    step: str = Field("", examples=["Annehmen"])
    """Schritt des Gesprächs, einer von `steps`. Zeilen mit einem Schritt sind die, die man übt."""
    worse: OptionalInline = ""
    """Was man an dieser Stelle besser nicht sagt; beim Üben steht es zur Wahl."""
    why: OptionalInline = ""
    """Warum `text` besser ist als `worse`."""


class Dialogue(Model):
    """Ein Gespräch zum Lesen und Üben."""

    title: Text = Field(examples=["Der dritte Anruf"])
    """Titel der Seite."""
    situation: Inline
    """Ausgangslage in ein bis zwei Sätzen."""
    steps: Annotated[tuple[Text, ...], Field(min_length=2)] = Field(examples=[["Annehmen", "Klären", "Vereinbaren"]])
    """Die Schritte, denen das Gespräch folgt, in ihrer Reihenfolge."""
    lines: Annotated[tuple[Line, ...], Field(min_length=2)]
    """Die Zeilen des Gesprächs."""
