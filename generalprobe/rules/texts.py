"""What can be wrong with the texts themselves: marks that do not act, and links."""

from __future__ import annotations

from generalprobe.rules.rule import warning

TEXTS = (
    warning(
        "TEXT01",
        "Zeichen bleiben im Text stehen",
        "Was nicht wirkt, steht auf der Seite, wie es geschrieben ist: Sterne mitten im Wort, HTML wie `<br>`, ein "
        "Link ohne Klammer, eine Überschrift mit `#`.",
        "Die Zeichen streichen oder so schreiben, dass sie wirken.",
    ),
    warning(
        "TEXT02",
        "Hier gilt kein Markdown",
        "Titel, Überschriften und Schlagwörter erscheinen genau so, wie sie geschrieben sind, mit allen Sternen.",
        "Die Zeichen streichen.",
    ),
    warning(
        "TEXT03",
        "Umlaute sind zerfallen",
        "`Ã¼` steht da, wo eine Datei mit falscher Codierung geöffnet und so gespeichert wurde, `�`, wo das Zeichen "
        "verloren ist. Auf geschriebenen Seiten werden auch Umlaute genannt, die aus zwei Zeichen bestehen (von einem "
        "Mac); in `data/` macht die Prüfung selbst eines daraus.",
        "Die Stelle neu tippen.",
    ),
    warning(
        "VERWEIS01",
        "Link führt ins Leere",
        "Links auf Seiten von hier beginnen an der Wurzel der Website und enden mit `/`: `/lernen/eskalation/`. So "
        "wirken sie auf jeder Seite und unter jeder Adresse.",
        "Den Pfad einer vorhandenen Seite schreiben, zum Beispiel `/lernen/eskalation/`.",
    ),
)
