"""What can be wrong with an exam and with a talk."""

from __future__ import annotations

from generalprobe.rules.rule import error, warning

TALKS = (
    error(
        "PRUEFUNG01",
        "Unbekannte Prüfung",
        "`exam` nennt die Datei in `data/exams/`, deren Regeln gelten.",
        "Den Namen einer vorhandenen Datei ohne Endung eintragen.",
    ),
    error(
        "PRUEFUNG02",
        "Grenzen der Prüfung widersprechen sich",
        "Eine untere Grenze liegt über der oberen; damit ließe sich die Regel nie einhalten.",
        "Die Werte in der Prüfungsdatei richtigstellen.",
    ),
    warning(
        "PRUEFUNG03",
        "Plan passt nicht zur Prüfung",
        "Mit einem Plan unter `plans` beginnt ein Vortrag. Was an ihm nicht passt, passt auch am Vortrag nicht.",
        "Zeiten oder Zahl der Folien ändern, bis der Plan in den Rahmen der Prüfung passt.",
    ),
    error(
        "ZEIT01",
        "Vortrag länger als der Zeitrahmen",
        "Die geplanten Zeiten aller Folien ergeben zusammen mehr, als der Vortrag dauern darf.",
        "Folien kürzen oder zusammenlegen, bis die Summe in den Zeitrahmen passt.",
    ),
    error(
        "ZEIT02",
        "Sprechtext passt nicht auf die Folie",
        "Selbst wer schnell spricht, braucht für Sprechtext und Vorführung länger, als die Folie geplant ist.",
        "Text kürzen oder der Folie mehr Zeit geben.",
    ),
    error(
        "ZEIT03",
        "Vortrag über der Abbruchgrenze",
        "So lange lässt niemand den Vortrag laufen: Er wird vor dem Schluss abgebrochen, und das Ergebnis fehlt.",
        "Deutlich kürzen: zuerst Nebenwege und Einzelheiten, nie Ergebnis und Fazit.",
    ),
    warning(
        "ZEIT04",
        "Vortrag zu kurz",
        "Ein viel zu kurzer Vortrag verschenkt Zeit, in der Begründungen und Ergebnis Platz hätten.",
        "Entscheidungen begründen, eine verworfene Möglichkeit nennen oder das Ergebnis mit Zahlen belegen.",
    ),
    warning(
        "ZEIT05",
        "Folie zu kurz geplant",
        "Eine Folie, die nur wenige Sekunden steht, kann niemand lesen.",
        "Der Folie mehr Zeit geben oder sie mit einer anderen zusammenlegen.",
    ),
    warning(
        "ZEIT06",
        "Folie zu lang geplant",
        "Bleibt eine Folie zu lange stehen, lässt die Aufmerksamkeit nach.",
        "Die Folie teilen oder kürzen.",
    ),
    error(
        "ZEIT07",
        "Vorführung länger als die Folie",
        "`demo` ist ein Teil von `time` und kann deshalb nicht länger sein.",
        "`demo` kürzen oder `time` erhöhen.",
    ),
    warning(
        "ZEIT08",
        "Sprechtext ist zu lang",
        "Bei üblichem Tempo dauern Sprechtext und Vorführung deutlich länger als die geplante Zeit.",
        "Text kürzen oder der Folie mehr Zeit geben.",
    ),
    warning(
        "ZEIT09",
        "Sprechtext füllt die Folie nicht",
        "Für die geplante Zeit ist zu wenig Text da; die Summe der Zeiten sagt dann nichts über den Vortrag.",
        "Text ergänzen (Gründe, Beispiel, verworfene Möglichkeit) oder der Folie weniger Zeit geben.",
    ),
    warning(
        "ZEIT10",
        "Sprechtext fehlt",
        "Ohne Sprechtext lässt sich nicht sagen, ob die Folie in ihre Zeit passt.",
        "Unter `notes:` aufschreiben, was zu dieser Folie gesagt wird.",
    ),
    warning(
        "ZEIT11",
        "Gesprochener Vortrag liegt außerhalb des Zeitrahmens",
        "Sprechtexte, Vorführungen und Folienwechsel ergeben zusammen zu viel oder zu wenig Zeit.",
        "Sprechtexte kürzen oder ergänzen, bis die Summe zwischen der kürzesten Zeit und dem Zeitrahmen liegt.",
    ),
    error(
        "ZEIT12",
        "Gesprochener Vortrag verfehlt den Zeitrahmen sicher",
        "Der Vortrag liegt bei langsamem wie bei schnellem Sprechen außerhalb des Zeitrahmens.",
        "Sprechtexte deutlich kürzen oder ergänzen.",
    ),
    warning(
        "SPRECH01",
        "Im Sprechtext steht, was niemand sagt",
        "Code zwischen Zeilen mit drei Backticks und Kommentare spricht niemand aus; sie zählen nicht. Eine Zeile, "
        "die mit `#` beginnt, ist im Sprechtext kein Kommentar: Sie steht auf der Seite und zählt mit.",
        "Code als `artifact` auf die Folie setzen und im Sprechtext sagen, was er zeigt. Kommentare löschen; eine "
        "Regieanweisung steht in eckigen Klammern.",
    ),
    warning(
        "SPRECH02",
        "Text ist Englisch",
        "Geschätzt wird nach deutschen Silben; für einen englischen Text wäre jede Zeit falsch.",
        "Den Text auf Deutsch schreiben.",
    ),
    warning(
        "FOLIE01",
        "Zu wenige Folien",
        "Mit sehr wenigen Folien fehlt meist ein Schritt: Ausgangslage, Vorgehen, Entscheidung, Ergebnis oder Fazit.",
        "Prüfen, welcher Schritt fehlt, und ihm eine eigene Folie geben.",
    ),
    warning(
        "FOLIE02",
        "Zu viele Folien",
        "Viele Folien bedeuten hastige Wechsel.",
        "Folien zusammenlegen oder Nebensächliches weglassen.",
    ),
    warning(
        "FOLIE03",
        "Zu viele Stichpunkte",
        "Wer liest, hört nicht zu. Unterpunkte zählen mit.",
        "Stichpunkte zusammenfassen; was gesagt wird, muss nicht auf der Folie stehen.",
    ),
    error(
        "FOLIE04",
        "Kennung einer Folie doppelt oder eine Zahl",
        "Eine Folie erkennt man an ihrem `id`, ohne `id` an ihrem Titel. Daran hängt die Adresse. Beides ist "
        "im Vortrag eindeutig und keine bloße Zahl; das gilt auch für frühere Kennungen unter `formerly`.",
        "Der Folie mit `id` eine eigene Kennung geben.",
    ),
    warning(
        "FOLIE06",
        "Folie steht zweimal",
        "Zwei Folien zeigen und sagen dasselbe; meist wurde eine kopiert und nicht geändert.",
        "Eine der beiden ändern oder löschen.",
    ),
    warning(
        "FOLIE07",
        "Folie ist zu voll",
        "Eine Folie wird so groß gesetzt, wie ihr Inhalt es zulässt, aber nicht beliebig klein: Bei 960 Pixeln Breite "
        "haben Stichpunkte mindestens 24 Pixel, Unterpunkte und Tabellen 20, Code und Bildunterschriften 16. Was dann "
        "nicht passt, macht die Folie höher als den Bildschirm. Gemessen wird mit breiten Schriften und etwas Reserve.",
        "So viel kürzen oder streichen, wie die Meldung nennt. Was du ohnehin sagst, steht im Sprechtext.",
    ),
    warning(
        "VORTRAG01",
        "Vortrag steht zweimal",
        "Zwei Fallstudien haben dieselben Folien; meist wurde eine Datei kopiert und nicht geändert.",
        "Die Folien der einen ändern oder ihre Datei löschen.",
    ),
    error(
        "FOLIE05",
        "Tabellenzeile passt nicht zu den Spalten",
        "Jede Zeile einer Tabelle hat so viele Werte wie die Tabelle Spalten.",
        'Werte ergänzen (`""` für eine leere Zelle) oder streichen.',
    ),
    error(
        "BILD01",
        "Bild nicht gefunden",
        "Unter diesem Pfad liegt in `docs/` keine Bilddatei. Groß- und Kleinschreibung zählen.",
        "Das Bild nach `docs/images/` legen und den Pfad ab `docs/` angeben, zum Beispiel `images/zeitstrahl.png`.",
    ),
    error(
        "BILD02",
        "Bild liegt außerhalb von docs/",
        "Die Seite kann nur Bilder aus `docs/` zeigen; fremde Adressen und absolute Pfade sind nicht erlaubt.",
        "Das Bild nach `docs/images/` kopieren und den Pfad ab `docs/` angeben.",
    ),
    error(
        "ZIEL01",
        "Unzulässige Zielgruppe",
        "Der Vortrag richtet sich an eine wirkliche Rolle im Betrieb; der Prüfungsausschuss ist keine.",
        "Eine Rolle nennen, zum Beispiel „IT-Leitung“ oder „Anwender im Vertrieb“.",
    ),
)
