"""The table of everything that can be wrong with a file: the severities, and the handbook's page of codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem, explained in German for trainers."""

    code: str
    severity: Severity
    title: str
    why: str
    cure: str


def _error(code: str, title: str, why: str, cure: str) -> Rule:
    return Rule(code, "error", title, why, cure)


def _warning(code: str, title: str, why: str, cure: str) -> Rule:
    return Rule(code, "warning", title, why, cure)


_TABLE = (
    _error(
        "DATEI01",
        "Datei nicht lesbar",
        "Hinter dem Namen steckt ein Ordner oder eine Datei, die dein Benutzerkonto nicht öffnen darf.",
        "Ordner umbenennen oder die Leserechte der Datei prüfen.",
    ),
    _error(
        "DATEI02",
        "Datei zu groß",
        "Eine Fallstudie ist Text und bleibt weit unter 1 MB. Größere Dateien werden nicht gelesen.",
        "Die Datei aufteilen; Bilder gehören nach `docs/images/`, nicht in die YAML-Datei.",
    ),
    _error(
        "DATEI03",
        "Datei ist nicht in UTF-8 gespeichert",
        "Nur in UTF-8 kommen Umlaute und Sonderzeichen überall richtig an.",
        "Im Editor „Mit Codierung speichern“ wählen und UTF-8 einstellen.",
    ),
    _error(
        "DATEI04",
        "Dateiname ergibt keine Adresse",
        "Der Name der Datei wird zur Adresse der Seite und zur dauerhaften Kennung der Fallstudie.",
        "Nur Kleinbuchstaben ohne Umlaute, Ziffern und einzelne Bindestriche verwenden, Endung `.yml`.",
    ),
    _error(
        "DATEI05",
        "Datei ist leer",
        "Ohne Inhalt gibt es nichts anzuzeigen.",
        "Mit `make new ID=…` ein Gerüst anlegen oder die Datei löschen.",
    ),
    _error(
        "DATEI06",
        "Unsichtbares Steuerzeichen",
        "Steuerzeichen geraten beim Kopieren aus anderen Programmen in den Text; YAML erlaubt sie nicht.",
        "Die Stelle löschen und neu tippen.",
    ),
    _error(
        "DATEI07",
        "Weitere Probleme",
        "Von einer Datei werden höchstens 200 Probleme einzeln gezeigt; meist haben viele dieselbe Ursache.",
        "Die gezeigten Probleme beheben und noch einmal prüfen.",
    ),
    _error(
        "DATEI08",
        "Zwei Dateien mit derselben Kennung",
        "Der Name ohne Ordner und Endung ist Adresse und Kennung; er darf auch in Unterordnern nur einmal vorkommen.",
        "Eine der beiden Dateien umbenennen.",
    ),
    _error(
        "YAML01",
        "YAML nicht lesbar",
        "Die Schreibweise stimmt nicht, deshalb lässt sich ab dieser Stelle nichts mehr lesen.",
        "Einrückung, Doppelpunkte und Anführungszeichen an dieser Stelle und in der Zeile davor prüfen.",
    ),
    _error(
        "YAML02",
        "Tabulator in der Einrückung",
        "YAML rückt nur mit Leerzeichen ein.",
        "Den Tabulator durch zwei Leerzeichen je Ebene ersetzen.",
    ),
    _error(
        "YAML03",
        "Mehr als ein Dokument",
        "Eine Datei ist eine Fallstudie; mit `---` beginnt ein zweites Dokument.",
        "Das zweite Dokument in eine eigene Datei verschieben oder die Zeile `---` löschen.",
    ),
    _error(
        "YAML04",
        "Anker oder Verweis",
        "Anker (`&name`), Verweise (`*name`) und Zusammenführungen (`<<`) sind hier nicht erlaubt: Sie machen Dateien "
        "schwer lesbar und können beim Auflösen ins Riesige wachsen.",
        "Den Text an beiden Stellen ausschreiben. Beginnt ein Text mit `&` oder `*`: in Anführungszeichen setzen.",
    ),
    _error(
        "YAML05",
        "Typangabe",
        "Angaben wie `!!python/object` oder `!!str` sind nicht erlaubt; die Art des Wertes ergibt sich aus dem Format.",
        "Die Angabe mit dem Ausrufezeichen löschen. Gehört es zum Text: in Anführungszeichen setzen.",
    ),
    _error(
        "YAML06",
        "Schlüssel doppelt",
        "Steht ein Schlüssel zweimal in derselben Gruppe, gilt nur einer davon, und der andere geht verloren.",
        "Einen der beiden löschen oder umbenennen.",
    ),
    _error(
        "YAML07",
        "Zu tief verschachtelt",
        "Das Format braucht höchstens acht Ebenen. Mehr als zwanzig sind sicher ein Versehen.",
        "Die Einrückung prüfen.",
    ),
    _error(
        "YAML08",
        "Zu viele Einträge",
        "Mehr als 50.000 Einträge in einer Datei sind sicher ein Versehen.",
        "Die Datei aufteilen.",
    ),
    _error(
        "FORM01",
        "Unbekannter Schlüssel",
        "Das Format kennt diesen Schlüssel an dieser Stelle nicht, meist wegen eines Tippfehlers oder der Einrückung.",
        "Schreibweise und Einrückung prüfen.",
    ),
    _error(
        "FORM02",
        "Schlüssel fehlt",
        "Ohne diese Angabe ist die Fallstudie unvollständig.",
        "Den Schlüssel ergänzen.",
    ),
    _error(
        "FORM03",
        "Falsche Art von Wert",
        "An dieser Stelle wird etwas anderes erwartet, zum Beispiel eine Liste statt eines Textes.",
        "Den Wert so schreiben, wie ihn die Seite zum Format zeigt.",
    ),
    _error(
        "FORM04",
        "Zahl oder Wahrheitswert statt Text",
        "YAML liest `2024` als Zahl und `true` als Wahrheitswert. Hier gehört Text hin.",
        "Den Wert in Anführungszeichen setzen.",
    ),
    _error(
        "FORM05",
        "Wert nicht erlaubt",
        "Nur bestimmte Werte oder Schreibweisen sind möglich.",
        "Einen der erlaubten Werte einsetzen.",
    ),
    _error(
        "FORM06",
        "Keine Zeitangabe",
        "Zeiten sind Minuten und Sekunden mit zweistelligen Sekunden von 00 bis 59.",
        'Als Minuten:Sekunden schreiben, zum Beispiel `"1:30"`.',
    ),
    _error(
        "FORM07",
        "Angabe ist leer",
        "Hier wird mindestens ein Eintrag oder ein Wort gebraucht.",
        "Etwas eintragen oder, wenn die Angabe freiwillig ist, den Schlüssel löschen.",
    ),
    _error(
        "PRUEFUNG01",
        "Unbekannte Prüfung",
        "`exam` nennt die Datei in `data/exams/`, deren Regeln gelten.",
        "Den Namen einer vorhandenen Datei ohne Endung eintragen.",
    ),
    _error(
        "PRUEFUNG02",
        "Grenzen der Prüfung widersprechen sich",
        "Eine untere Grenze liegt über der oberen; damit ließe sich die Regel nie einhalten.",
        "Die Werte in der Prüfungsdatei richtigstellen.",
    ),
    _error(
        "ZEIT01",
        "Vortrag länger als der Zeitrahmen",
        "Die geplanten Zeiten aller Folien ergeben zusammen mehr, als der Vortrag dauern darf.",
        "Folien kürzen oder zusammenlegen, bis die Summe in den Zeitrahmen passt.",
    ),
    _error(
        "ZEIT02",
        "Sprechtext passt nicht auf die Folie",
        "Selbst wer schnell spricht, braucht für Sprechtext und Vorführung länger, als die Folie geplant ist.",
        "Text kürzen oder der Folie mehr Zeit geben.",
    ),
    _error(
        "ZEIT03",
        "Vortrag über der Abbruchgrenze",
        "So lange lässt niemand den Vortrag laufen: Er wird vor dem Schluss abgebrochen, und das Ergebnis fehlt.",
        "Deutlich kürzen: zuerst Nebenwege und Einzelheiten, nie Ergebnis und Fazit.",
    ),
    _warning(
        "ZEIT04",
        "Vortrag zu kurz",
        "Ein viel zu kurzer Vortrag verschenkt Zeit, in der Begründungen und Ergebnis Platz hätten.",
        "Entscheidungen begründen, eine verworfene Möglichkeit nennen oder das Ergebnis mit Zahlen belegen.",
    ),
    _warning(
        "ZEIT05",
        "Folie zu kurz geplant",
        "Eine Folie, die nur wenige Sekunden steht, kann niemand lesen.",
        "Der Folie mehr Zeit geben oder sie mit einer anderen zusammenlegen.",
    ),
    _warning(
        "ZEIT06",
        "Folie zu lang geplant",
        "Bleibt eine Folie zu lange stehen, lässt die Aufmerksamkeit nach.",
        "Die Folie teilen oder kürzen.",
    ),
    _error(
        "ZEIT07",
        "Vorführung länger als die Folie",
        "`demo` ist ein Teil von `time` und kann deshalb nicht länger sein.",
        "`demo` kürzen oder `time` erhöhen.",
    ),
    _warning(
        "ZEIT08",
        "Sprechtext ist zu lang",
        "Bei üblichem Tempo dauern Sprechtext und Vorführung deutlich länger als die geplante Zeit.",
        "Text kürzen oder der Folie mehr Zeit geben.",
    ),
    _warning(
        "ZEIT09",
        "Sprechtext füllt die Folie nicht",
        "Für die geplante Zeit ist zu wenig Text da; die Summe der Zeiten sagt dann nichts über den Vortrag.",
        "Text ergänzen (Gründe, Beispiel, verworfene Möglichkeit) oder der Folie weniger Zeit geben.",
    ),
    _warning(
        "ZEIT10",
        "Sprechtext fehlt",
        "Ohne Sprechtext lässt sich nicht sagen, ob die Folie in ihre Zeit passt.",
        "Unter `notes:` aufschreiben, was zu dieser Folie gesagt wird.",
    ),
    _warning(
        "ZEIT11",
        "Gesprochener Vortrag liegt außerhalb des Zeitrahmens",
        "Sprechtexte, Vorführungen und Folienwechsel ergeben zusammen zu viel oder zu wenig Zeit.",
        "Sprechtexte kürzen oder ergänzen, bis die Summe zwischen der kürzesten Zeit und dem Zeitrahmen liegt.",
    ),
    _error(
        "ZEIT12",
        "Gesprochener Vortrag verfehlt den Zeitrahmen sicher",
        "Der Vortrag liegt bei langsamem wie bei schnellem Sprechen außerhalb des Zeitrahmens.",
        "Sprechtexte deutlich kürzen oder ergänzen.",
    ),
    _warning(
        "FOLIE01",
        "Zu wenige Folien",
        "Mit sehr wenigen Folien fehlt meist ein Schritt: Ausgangslage, Vorgehen, Entscheidung, Ergebnis oder Fazit.",
        "Prüfen, welcher Schritt fehlt, und ihm eine eigene Folie geben.",
    ),
    _warning(
        "FOLIE02",
        "Zu viele Folien",
        "Viele Folien bedeuten hastige Wechsel.",
        "Folien zusammenlegen oder Nebensächliches weglassen.",
    ),
    _warning(
        "FOLIE03",
        "Zu viele Stichpunkte",
        "Wer liest, hört nicht zu. Unterpunkte zählen mit.",
        "Stichpunkte zusammenfassen; was gesagt wird, muss nicht auf der Folie stehen.",
    ),
    _error(
        "FOLIE04",
        "Kennung einer Folie doppelt",
        "Kennungen von Folien sind in einer Datei eindeutig.",
        "Eine der beiden Kennungen ändern.",
    ),
    _error(
        "FOLIE05",
        "Tabellenzeile passt nicht zu den Spalten",
        "Jede Zeile einer Tabelle hat so viele Werte wie die Tabelle Spalten.",
        'Werte ergänzen (`""` für eine leere Zelle) oder streichen.',
    ),
    _error(
        "BILD01",
        "Bild nicht gefunden",
        "Unter diesem Pfad liegt in `docs/` keine Bilddatei. Groß- und Kleinschreibung zählen.",
        "Das Bild nach `docs/images/` legen und den Pfad ab `docs/` angeben, zum Beispiel `images/zeitstrahl.png`.",
    ),
    _error(
        "BILD02",
        "Bild liegt außerhalb von docs/",
        "Die Seite kann nur Bilder aus `docs/` zeigen; fremde Adressen und absolute Pfade sind nicht erlaubt.",
        "Das Bild nach `docs/images/` kopieren und den Pfad ab `docs/` angeben.",
    ),
    _error(
        "ZIEL01",
        "Unzulässige Zielgruppe",
        "Der Vortrag richtet sich an eine wirkliche Rolle im Betrieb; der Prüfungsausschuss ist keine.",
        "Eine Rolle nennen, zum Beispiel „IT-Leitung“ oder „Anwender im Vertrieb“.",
    ),
    _error(
        "FRAGE01",
        "Keine Frage",
        "Zu jedem Vortrag gehört ein Fachgespräch; ohne Fragen lässt es sich nicht üben.",
        "Unter `questions:` die Fragen ergänzen, die Prüfer zu diesem Fall stellen würden.",
    ),
    _error(
        "FRAGE02",
        "Zu wenige Fragen",
        "Die Prüfer stellen mehr Fragen, als diese Fallstudie enthält.",
        "Weitere Fragen ergänzen.",
    ),
    _error(
        "FRAGE03",
        "Kennung doppelt",
        "An der Kennung hängen Adresse und Lernstand; zwei Fragen mit derselben Kennung würden vermischt. "
        "Das gilt auch für Begriffe und Formulierungen und für frühere Kennungen unter `formerly`.",
        "Einer der beiden eine eigene Kennung geben.",
    ),
    _error(
        "FRAGE06",
        "Auswahlfrage ohne richtige oder ohne falsche Antwort",
        "Wer üben will, muss zwischen richtig und falsch wählen können.",
        "Richtige Antworten mit `right: true` kennzeichnen und mindestens eine falsche danebenstellen.",
    ),
    _error(
        "FRAGE07",
        "Dasselbe steht in einer Frage zweimal",
        "Zwei gleiche Antworten, Schritte oder Hälften von Paaren lassen sich nicht unterscheiden.",
        "Eine der beiden Stellen ändern oder streichen.",
    ),
    _error(
        "FRAGE08",
        "Themengebiet zweimal angegeben",
        "In der Fragensammlung gilt das Themengebiet oben in der Datei für alle ihre Fragen.",
        "`topic` bei der Frage streichen oder die Frage in die Datei ihres Themengebiets verschieben.",
    ),
    _error(
        "BEGRIFF01",
        "Verwechselbarer Begriff fehlt",
        "`confused_with` verweist mit `term` auf die Kennung eines anderen Begriffs im Glossar.",
        "Die Kennung eines vorhandenen Begriffs eintragen oder den anderen Begriff ergänzen.",
    ),
    _error(
        "BEGRIFF02",
        "Zwei Begriffe mit derselben Schreibweise",
        "An der Schreibweise erkennen die Seiten, welchen Begriff sie erklären sollen.",
        "Eine der beiden Schreibweisen streichen.",
    ),
    _error(
        "SEITE01",
        "Seite fehlt",
        "`lesson` nennt die Seite, auf der das gelehrt wird; von schwachen Stellen führt ein Link dorthin.",
        "Den Pfad der Seite unter `docs/` ohne Endung eintragen, zum Beispiel `lernen/kundenkommunikation`.",
    ),
    _warning(
        "FRAGE05",
        "Musterantwort zu kurz oder zu lang",
        "Eine gute Antwort hat eine Kernaussage, eine Erklärung und ein Beispiel und bleibt unter einer Minute.",
        "Antwort ergänzen oder kürzen, bis sie in die Zeit passt.",
    ),
    _error(
        "FRAGE04",
        "Unbekanntes Themengebiet",
        "`topic` ist eines der Themengebiete aus der Prüfungsdatei.",
        "Eines der vorhandenen Themengebiete eintragen.",
    ),
)

RULES: dict[str, Rule] = {rule.code: rule for rule in _TABLE}
