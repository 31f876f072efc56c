"""What candidates are asked: questions of five kinds, in case studies and in files of the question bank alike.

- {id: treiber, topic: …, question: Was ist ein Treiber?, answer: …}
- {id: ports, kind: choice, topic: …, question: …, options: [{text: "443", right: true}, {text: "25"}]}
- {id: dhcp, kind: order, topic: …, question: …, steps: [Discover, Offer, Request, Acknowledge]}
- {id: dienste, kind: match, topic: …, question: …, pairs: [{left: DNS, right: Name}, {left: DHCP, right: Adresse}]}
- {id: cache, kind: gaps, topic: …, question: …, text: Mit `ipconfig ___`., gaps: [{accepted: [/flushdns]}]}
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictBool

from generalprobe.format.fields import (
    CardName,
    Inline,
    Model,
    OptionalInline,
    OptionalProse,
    OptionalSlug,
    OptionalSlugPath,
    Prose,
    Shorthand,
    Slug,
    Text,
    Verbatim,
)

GAP = re.compile("_{3,}")
"""Three underscores or more, where something is missing in a text."""
_ADDRESS = re.compile(r"\]\([^)]*\)")

Difficulty = Literal["easy", "medium", "hard"]


class Question(Model):
    """Was alle Arten von Fragen gemeinsam haben."""

    id: Slug = Field(examples=["eskalationsmatrix"])
    """Dauerhafte Kennung, eindeutig in der Datei: Kleinbuchstaben, Ziffern, Bindestriche. Daran hängt der Lernstand."""
    topic: str = Field("", examples=["Begriffe und Grundlagen"])
    """Themengebiet der Prüfung, wie es in der Prüfungsdatei steht. In der Fragensammlung steht es oben in der Datei."""
    difficulty: Difficulty = "medium"
    """Schwierigkeit: `easy` (leicht), `medium` (mittel) oder `hard` (schwer)."""
    formerly: tuple[CardName, ...] = Field((), examples=[["eskalation"]])
    """Frühere Kennungen, die älteste zuerst, damit Umbenennen nichts kostet; aus anderer Datei: `datei/kennung`."""
    core: StrictBool = False
    """Ob das alle können müssen, die zur Prüfung gehen."""
    question: Inline
    """Die Frage, wie Prüfer sie stellen."""


class Point(Shorthand):
    """Ein Punkt einer Antwort; mit dem Wortlaut dazu als `text` und `said`, sonst einfach als Text."""

    text: Inline
    """Was vorkommen muss, in wenigen Worten."""
    said: str = Field("", examples=["übersetzt Namen in Adressen"])
    """Die Worte der Musterantwort, die das sagen, genau wie dort, aber ohne Hervorhebungen."""


class OpenQuestion(Question):
    """Eine offene Frage mit Musterantwort; die Art, die ohne `kind` gilt."""

    kind: Literal["open"] = "open"
    """Offene Frage; darf fehlen."""
    expects: OptionalProse = ""
    """Was die Prüfer hören wollen."""
    points: tuple[Point, ...] = ()
    """Was in der Antwort vorkommen muss, jeder Punkt in wenigen Worten; man hakt ihn nach dem Antworten ab."""
    answer: Prose
    """Musterantwort zum Aussprechen, 30 bis 60 Sekunden."""
    follow_up: OptionalInline = Field("", examples=["Und wenn der Server selbst nicht antwortet?"])
    """Was Prüfer danach noch fragen; kommt in der Probeprüfung, wenn die Zeit reicht."""


class Option(Model):
    """Eine Antwort, die zur Wahl steht."""

    text: Inline
    """Die Antwort."""
    right: StrictBool = False
    """Ob sie richtig ist."""
    feedback: OptionalInline = ""
    """Warum sie richtig oder falsch ist; wird nach dem Antworten gezeigt."""
    last: StrictBool = False
    """Ob sie immer unten steht, weil sie sich auf die anderen bezieht: „Alle genannten“."""


class Explained(Question):
    """Was Fragen gemeinsam haben, die sich selbst auswerten."""

    explanation: OptionalProse = ""
    """Erklärung zur Lösung, nach dem Antworten gezeigt."""


class ChoiceQuestion(Explained):
    """Eine Auswahlfrage mit einer oder mehreren richtigen Antworten."""

    kind: Literal["choice"]
    """Auswahlfrage."""
    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    """Antworten zur Wahl; auf der Seite stehen sie jedes Mal in anderer Reihenfolge, die mit `last` unten."""

    @property
    def shown(self) -> tuple[Option, ...]:
        """The options as they stand on the page before anybody mixes them: those that are pinned come last."""
        return tuple(sorted(self.options, key=lambda option: option.last))


class OrderQuestion(Explained):
    """Eine Frage nach der richtigen Reihenfolge."""

    kind: Literal["order"]
    """Frage nach der Reihenfolge."""
    steps: Annotated[tuple[Inline, ...], Field(min_length=3)]
    """Schritte in der richtigen Reihenfolge; gezeigt werden sie durcheinander."""


class Pair(Model):
    """Zwei Dinge, die zusammengehören."""

    left: Inline
    """Was links steht und stehen bleibt."""
    right: Inline
    """Was dazugehört."""


class MatchQuestion(Explained):
    """Eine Frage, bei der man Paare bildet."""

    kind: Literal["match"]
    """Zuordnungsfrage."""
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2)]
    """Die richtigen Paare; die rechte Seite wird durcheinander gezeigt."""


class Gap(Model):
    """Eine Lücke."""

    accepted: Annotated[tuple[Verbatim, ...], Field(min_length=1)] = Field(examples=[["/flushdns", "flushdns"]])
    """Was hineingehört, zuerst die Antwort, die gezeigt wird. Groß und klein und Leerzeichen zählen nicht."""


class GapsQuestion(Explained):
    """Ein Text mit Lücken, in die man etwas eintippt."""

    kind: Literal["gaps"]
    """Lückentext."""
    text: Inline = Field(examples=["Mit `ipconfig ___` leere ich den Zwischenspeicher."])
    """Der Text; drei Unterstriche (`___`) sind eine Lücke, auch in einem Befehl in Backticks."""
    gaps: Annotated[tuple[Gap, ...], Field(min_length=1)]
    """Die Lücken in der Reihenfolge des Textes."""

    @property
    def places(self) -> int:
        """How many gaps the text has; underscores in the address of a link are none."""
        return len(GAP.findall(_ADDRESS.sub("]", self.text)))


def _open_by_default(value: Any) -> Any:
    return {"kind": "open", **value} if isinstance(value, dict) else value


AnyQuestion = Annotated[
    Annotated[
        OpenQuestion | ChoiceQuestion | OrderQuestion | MatchQuestion | GapsQuestion, Field(discriminator="kind")
    ],
    BeforeValidator(_open_by_default),
]


class QuestionBank(Model):
    """Eine Datei der Fragensammlung: Fragen zu einem Themengebiet, die zu keiner Fallstudie gehören."""

    title: Text = Field(examples=["Netzwerk"])
    """Titel der Seite mit diesen Fragen."""
    draft: StrictBool = False
    """Entwurf: nur in der Vorschau zu sehen, Fehler zählen als Warnungen."""
    topic: Text
    """Themengebiet aller Fragen der Datei, wie es in der Prüfungsdatei steht."""
    exam: OptionalSlug = Field("", examples=["it-support-specialist"])
    """Prüfung, für die das gilt: Name einer Datei in `data/exams/` ohne Endung. Sonst jede mit diesem Gebiet."""
    lesson: OptionalSlugPath = Field("", examples=["lernen/kundenkommunikation"])
    """Seite, auf der das gelehrt wird: Pfad unter `docs/` ohne Endung."""
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1)]
    """Die Fragen; ohne `topic`, denn das steht oben."""
