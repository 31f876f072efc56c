"""What of a foreign file is not taken over: where, and what helps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_AS_PICTURE = "Das Original in PowerPoint als Bild speichern („Als Grafik speichern“) und als Bild einfügen."

LOST = {
    "smartart": f"Eine SmartArt-Grafik lässt sich nicht lesen. {_AS_PICTURE}",
    "chart": f"Ein Diagramm lässt sich nicht lesen. {_AS_PICTURE}",
    "object": f"Ein eingebettetes Objekt, etwa eine Excel-Tabelle, lässt sich nicht lesen. {_AS_PICTURE}",
    "other": f"Ein Bestandteil der Folie lässt sich nicht lesen. {_AS_PICTURE}",
    "drawing": "Gezeichnete Formen und Pfeile fallen weg, ihre Texte stehen als Stichpunkte da.",
    "still": "Etwas Besonderes, etwa eine Freihandzeichnung oder ein 3D-Modell, steht als Bild da.",
    "ink": f"Freihandzeichnungen fallen weg. {_AS_PICTURE}",
    "formula": "Eine Formel steht nur als Text da.",
    "video": "Ein Video fällt weg. Wird es gezeigt, seine Dauer als `demo` eintragen.",
    "audio": "Eine Tonaufnahme fällt weg. Wird sie abgespielt, ihre Dauer als `demo` eintragen.",
    "animation": "Die Animation fällt weg: Alles steht von Anfang an auf der Folie.",
    "invisible": "Was unsichtbar geschaltet ist, bleibt weg.",
    "vector": "Ein Bild im Format EMF, WMF oder SVG fällt weg. In PowerPoint als PNG speichern und einfügen.",
    "unknown": "Ein Bild hat ein Format, das Browser nicht zeigen. Als PNG oder JPG einfügen.",
    "large": "Ein Bild ist zu groß: mehr als 20 MB oder 50 Megapixel. Verkleinern und neu einfügen.",
    "damaged": "Ein Bild ist beschädigt. Neu einfügen.",
    "linked": "Ein Bild liegt nicht in der Datei, sondern nur als Verweis auf eine andere.",
    "cropped": "Ein zugeschnittenes Bild steht ganz da, auch mit den abgeschnittenen Rändern. Sie kann jeder sehen.",
    "background": "Das Hintergrundbild der Folie fällt weg.",
    "listed": "Code oder ein Zitat steht als Stichpunkte da: Gezeigt wird auf einer Folie nur eins.",
    "wide": "Eine Tabelle hat mehr als 100 Zeilen oder 30 Spalten, und was darüber ist, fällt weg.",
    "merged": "Verbundene Zellen einer Tabelle sind wieder getrennt.",
    "deep": "Stichpunkte der dritten Ebene und darunter stehen auf der zweiten.",
    "long": "Ein Text hat mehr als 20.000 Zeichen, und was darüber ist, fällt weg.",
    "nested": "Die Gruppen der Folie sind zu tief verschachtelt; was tiefer liegt, fällt weg.",
    "address": "Wohin ein Link führt, fällt weg, sein Text bleibt: Mit kommen Links ins Web aus Stichpunkten, Tabellen "
    "und Zitaten.",
    "hidden": "Die Folie ist ausgeblendet und bleibt weg.",
    "broken": "Die Folie ist beschädigt und fällt weg. Die Datei in PowerPoint öffnen, nachsehen und neu speichern.",
    "notes-broken": "Die Notizen der Folie sind beschädigt und fallen weg.",
    "picture": "Ein Bild bleibt in der Datei; ein Platzhalter sagt, was es zeigt. Mit --images kommt es mit.",
    "table-listed": "Eine Tabelle steht als Liste da.",
    "further-shown": "Eine Folie zeigt eins: Bild, Diagramm, Code, Tabelle oder Zitat. Weg fällt",
    "html": "HTML und Bausteine des anderen Programms fallen weg.",
    "look": "Angaben zum Aussehen fallen weg.",
    "click": "Schritte beim Klicken fallen weg: Alles steht von Anfang an auf der Folie.",
    "picture-missing": "Ein Bild fehlt neben der Datei oder ist keins; ein Platzhalter sagt, was es zeigt.",
    "include": "Ein Text, den eine andere Datei liefert, fällt weg.",
    "unread": "Ein Text steht an keiner Stelle, die eine Fallstudie hat, und fällt weg",
    "picture-inline": "Ein Bild mitten im Text fällt weg; was es zeigt, bleibt als Text.",
    "comment": "Ein Kommentar, der keine Notiz ist, fällt weg.",
    "budget": "Die Dauer des ganzen Vortrags fällt weg: Den Zeitrahmen nennt die Prüfung.",
    "link": "Ein Verweis führt auf eine Seite, die es hier nicht gibt; sein Text bleibt.",
    "heading": "Eine Überschrift mitten im Text steht als fetter Absatz da.",
    "footnote": "Eine Fußnote fällt weg.",
    "choice": "Antworten zur Wahl stehen in der Antwort einer offenen Frage: Welche richtig ist, ist nicht klar.",
    "score": "Wie viele Punkte es gibt, fällt weg: Das sagt der Bewertungsbogen.",
    "choice-more": "Stichpunkte und Nachfrage fallen weg: Eine Auswahlfrage hat keine.",
    "asks-within": "Das sieht nach einer eigenen Frage aus und bleibt in der Antwort",
    "asks": "Das sieht nach einer Frage aus, ist aber keine, die gelesen wird",
}
"""By short names; those up to `notes-broken` have the browser's reader in common with this one."""


@dataclass(frozen=True)
class Loss:
    """Something that was not taken over: where it stood, and what it was."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" if self.place else self.what


def losses_of(place: str, lost: Iterable[str]) -> list[Loss]:
    """What was lost at a place, each kind once with how often."""
    return [Loss(place, LOST[name] + (f" ({times}-mal)" if times > 1 else "")) for name, times in Counter(lost).items()]


def times_lost(losses: Iterable[Loss], name: str) -> int:
    """How often something was lost, by its short name."""
    found = (re.fullmatch(rf"{re.escape(LOST[name])}(?: \(([0-9]+)-mal\))?", loss.what) for loss in losses)
    return sum(int(match[1] or 1) for match in found if match)
