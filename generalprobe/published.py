"""What the browser gets of talks and exams: JSON beside the pages, times in seconds, addresses from the site's root.

A talk, as short as one can be::

    {"version": 1, "id": "drucker", "title": "Drucker druckt nicht", "draft": false, "exam": "it-support-specialist",
     "page": "fallstudien/drucker/", "metadata": {"topic": "Ein Treiber nach dem Update", …},
     "slides": [{"key": "ausgangslage", "formerly": [], "title": "Ausgangslage", "headline": "Nichts kommt an",
                 "bullets": [{"text": "Seit Montag", "bullets": []}], "artifact": null, "density": "", "notes": "…",
                 "directions": ["[Klick]"], "time_s": 60, "demo_s": 0, "spoken_s": 51.2, "silent_s": 2,
                 "syllables": 240}]}

An exam is what its file says, with `version` and `id`. Texts are as they were written, Markdown among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field

from generalprobe.format.case_study import Code, Diagram, Image, Metadata, Placeholder, Quote, Table
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Count, Model, OptionalInline, OptionalProse, Slug, Text
from generalprobe.typesetting import Density

VERSION: Final = 1
"""Of both files; it grows when a script that knows an older one would misread them."""

Version = Literal[1]


class PublishedBullet(Model):
    """Ein Stichpunkt mit seinen Unterpunkten."""

    text: OptionalInline
    """Der Stichpunkt selbst."""
    bullets: tuple[OptionalInline, ...]
    """Unterpunkte."""


class PublishedDiagram(Diagram):
    """Ein Diagramm mit seiner Zeichnung."""

    drawing: str
    """Adresse der Zeichnung (SVG in den Farben der Website); leer, wo sich der Quelltext nicht zeichnen lässt."""


AnyPublishedArtifact = Annotated[
    Placeholder | Image | PublishedDiagram | Code | Table | Quote, Field(discriminator="kind")
]


class PublishedSlide(Model):
    """Eine Folie mit ihren Zeiten."""

    key: Slug
    """Dauerhafte Kennung."""
    formerly: tuple[Slug, ...]
    """Frühere Kennungen."""
    title: Text
    """Wozu die Folie dient."""
    headline: Text
    """Was oben auf der Folie steht."""
    bullets: tuple[PublishedBullet, ...]
    """Stichpunkte."""
    artifact: AnyPublishedArtifact | None
    """Was die Folie außerdem zeigt; die Adressen darin beginnen an der Wurzel der Website."""
    density: Density
    """Wie groß die Folie gesetzt wird: leer am größten, dann `dense`, `packed` und `overfull`, was nicht passt."""
    notes: OptionalProse
    """Sprechtext."""
    directions: tuple[str, ...]
    """Was im Sprechtext in eckigen Klammern steht und nicht gesagt wird, mit den Klammern und ohne Hervorhebung."""
    time_s: Count
    """Geplante Zeit, die Vorführung mitgezählt."""
    demo_s: Count
    """Vorführung, in der niemand spricht."""
    spoken_s: Annotated[float, Field(ge=0)]
    """So lange dauert der Sprechtext in üblichem Tempo, ohne die Pausen, die darin stehen."""
    silent_s: Count
    """Pausen, die im Sprechtext stehen; an ihnen ändert kein Tempo etwas."""
    syllables: Count
    """Silben des Sprechtexts."""


class PublishedTalk(Model):
    """Der Vortrag einer Fallstudie, neben deren Seite er liegt."""

    version: Version
    """Fassung dieser Datei."""
    id: Slug
    """Kennung der Fallstudie."""
    title: Text
    """Titel der Fallstudie."""
    draft: bool
    """Entwurf: nur in der Vorschau da."""
    exam: Slug
    """Prüfung, deren Regeln gelten."""
    page: str
    """Adresse der Seite, zu der die Folien gehören."""
    metadata: Metadata
    """Rahmen des Vortrags."""
    slides: Annotated[tuple[PublishedSlide, ...], Field(min_length=1)]
    """Die Folien in ihrer Reihenfolge."""


class PublishedExam(Exam):
    """Die Regeln einer Prüfung, Zeiten in Sekunden."""

    version: Version
    """Fassung dieser Datei."""
    id: Slug
    """Kennung der Prüfung."""


PUBLISHED: Mapping[str, type[Model]] = {"talk": PublishedTalk, "exam": PublishedExam}
"""The models, by the names of their schemas below `schema/published/`."""
