"""What can be wrong with the words that people read."""

from __future__ import annotations

from generalprobe.rules.rule import warning

WRITING = (
    warning(
        "WORT01",
        "Wort steht in keinem Wörterbuch",
        "Wer liest, stolpert über Tippfehler, und in der Prüfung stehen sie groß auf der Folie. Geprüft werden die "
        "Texte in `data/` und die geschriebenen Seiten, nicht aber Kennungen, Code und Kommentare.",
        "Das Wort richtig schreiben. Ein richtiges Wort, das nicht im Wörterbuch steht, in `spelling.txt` eintragen: "
        "ein Wort je Zeile, die Reihenfolge ist gleich. Befehle, Dateien und Code stehen in `Backticks`.",
    ),
)
