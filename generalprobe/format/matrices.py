"""Who is told when: escalation matrices.

title: Eskalationsmatrix
rows: [{incident: Mail fällt aus, level: "P1, hierarchisch", who: IT-Leitung, by: sofort, how: Anruf}]
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generalprobe.format.fields import Inline, Model, Text


class EscalationRow(Model):
    """Wer bei einem Incident wann und wie erfährt, was los ist."""

    incident: Inline
    """Was geschehen ist."""
    level: Inline = Field(examples=["P1, hierarchisch"])
    """Priorität und Art der Eskalation."""
    who: Inline
    """Wer Bescheid bekommt: eine Rolle."""
    by: Inline = Field(examples=["innerhalb von 15 Minuten"])
    """Bis wann."""
    how: Inline
    """Auf welchem Weg."""


class EscalationMatrix(Model):
    """Eine Eskalationsmatrix."""

    title: Text
    """Titel der Tabelle."""
    rows: Annotated[tuple[EscalationRow, ...], Field(min_length=2)]
    """Die Zeilen."""
