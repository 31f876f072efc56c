"""What can be wrong with a diagram."""

from __future__ import annotations

from generalprobe.rules.rule import error, warning

DIAGRAMS = (
    warning(
        "DIAGRAMM01",
        "Diagramm lässt sich nicht zeichnen",
        "Was nicht der Schreibweise von Mermaid folgt, bleibt auf der Folie Quelltext.",
        "Die genannte Zeile richtigstellen. Oft fehlt eine Klammer, oder ein Text mit Klammern oder Satzzeichen steht "
        'nicht in Anführungszeichen: `a["Netz (Büro)"]`.',
    ),
    warning(
        "DIAGRAMM02",
        "Diagramm zu groß zum Zeichnen",
        "Ein Diagramm mit so vielen Teilen kann niemand lesen, und jeder Bau der Website würde darauf warten.",
        "Das Diagramm teilen oder auf das Wesentliche kürzen.",
    ),
    warning(
        "DIAGRAMM03",
        "Art des Diagramms unbekannt",
        "Die erste Zeile sagt, welche Art Diagramm folgt. Nicht alle Arten von Mermaid sind möglich.",
        "Mit einer der möglichen Arten beginnen; für das meiste passt `flowchart`.",
    ),
    warning(
        "DIAGRAMM04",
        "Diagramm zu groß für die Folie",
        "Ein Diagramm wird so groß wie möglich gezeigt. Ist es zu breit oder zu hoch, wird seine Schrift kleiner als "
        "16 Pixel auf einer Folie von 960 Pixeln, und hinten kann sie niemand lesen.",
        "Weniger Kästen oder kürzere Texte, oder die Richtung ändern: `flowchart TD` läuft nach unten, `flowchart LR` "
        "nach rechts. Ohne Stichpunkte daneben ist doppelt so viel Platz.",
    ),
    error(
        "SEITE05",
        "Diagramm einer geschriebenen Seite lässt sich nicht zeichnen",
        "Der Block folgt nicht der Schreibweise von Mermaid, hat eine Art, die nicht möglich ist, oder ist zu groß.",
        "Die genannte Zeile richtigstellen; möglich ist, was auf der Seite „Diagramme“ steht.",
    ),
)
