"""What can be wrong with a file, its YAML and its keys."""

from __future__ import annotations

from generalprobe.rules.rule import error, warning

FILES = (
    error(
        "DATEI01",
        "Datei nicht lesbar",
        "Hinter dem Namen steckt ein Ordner oder eine Datei, die dein Benutzerkonto nicht öffnen darf.",
        "Ordner umbenennen oder die Leserechte der Datei prüfen.",
    ),
    error(
        "DATEI02",
        "Datei zu groß",
        "Eine Fallstudie ist Text und bleibt weit unter 1 MB. Größere Dateien werden nicht gelesen.",
        "Die Datei aufteilen; Bilder gehören nach `docs/images/`, nicht in die YAML-Datei.",
    ),
    error(
        "DATEI03",
        "Datei ist nicht in UTF-8 gespeichert",
        "Nur in UTF-8 kommen Umlaute und Sonderzeichen überall richtig an.",
        "Die Datei im Editor in ihrer eigenen Codierung öffnen, dann „Mit Codierung speichern“ und UTF-8 wählen. Wird "
        "sie gleich gespeichert, gehen die Umlaute verloren.",
    ),
    error(
        "DATEI04",
        "Dateiname ergibt keine Adresse",
        "Der Name der Datei wird zur Adresse der Seite und zur dauerhaften Kennung der Fallstudie.",
        "Nur Kleinbuchstaben ohne Umlaute, Ziffern und einzelne Bindestriche verwenden, Endung `.yml`.",
    ),
    error(
        "DATEI05",
        "Datei ist leer",
        "Ohne Inhalt gibt es nichts anzuzeigen.",
        "Mit `make new ID=…` ein Gerüst anlegen oder die Datei löschen.",
    ),
    error(
        "DATEI06",
        "Unsichtbares Steuerzeichen",
        "Steuerzeichen geraten beim Kopieren aus anderen Programmen in den Text; YAML erlaubt sie nicht.",
        "Die Stelle löschen und neu tippen.",
    ),
    error(
        "DATEI07",
        "Weitere Probleme",
        "Von einer Datei werden höchstens 200 Probleme einzeln gezeigt; meist haben viele dieselbe Ursache.",
        "Die gezeigten Probleme beheben und noch einmal prüfen.",
    ),
    error(
        "DATEI08",
        "Zwei Dateien mit derselben Kennung",
        "Der Name ohne Ordner und Endung ist Adresse und Kennung; er darf auch in Unterordnern nur einmal vorkommen.",
        "Eine der beiden Dateien umbenennen.",
    ),
    error(
        "DATEI09",
        "Datei am falschen Ort",
        "Was eine Datei ist, sagt ihr Ordner in `data/`: `case-studies`, `question-bank` und so weiter. Woanders wird "
        "sie nicht veröffentlicht.",
        "In den Ordner verschieben, in den sie gehört.",
    ),
    error(
        "YAML01",
        "YAML nicht lesbar",
        "Die Schreibweise stimmt nicht, deshalb lässt sich ab dieser Stelle nichts mehr lesen.",
        "Einrückung, Doppelpunkte und Anführungszeichen an dieser Stelle und in der Zeile davor prüfen.",
    ),
    error(
        "YAML02",
        "Tabulator in der Einrückung",
        "YAML rückt nur mit Leerzeichen ein.",
        "Den Tabulator durch zwei Leerzeichen je Ebene ersetzen.",
    ),
    error(
        "YAML03",
        "Mehr als ein Dokument",
        "Eine Datei ist eine Fallstudie; mit `---` beginnt ein zweites Dokument.",
        "Das zweite Dokument in eine eigene Datei verschieben oder die Zeile `---` löschen.",
    ),
    error(
        "YAML04",
        "Anker oder Verweis",
        "Anker (`&name`), Verweise (`*name`) und Zusammenführungen (`<<`) sind hier nicht erlaubt: Sie machen Dateien "
        "schwer lesbar und können beim Auflösen ins Riesige wachsen.",
        "Den Text an beiden Stellen ausschreiben. Beginnt ein Text mit `&` oder `*`: in Anführungszeichen setzen.",
    ),
    error(
        "YAML05",
        "Typangabe",
        "Angaben wie `!!python/object` oder `!!str` sind nicht erlaubt; die Art des Wertes ergibt sich aus dem Format.",
        "Die Angabe mit dem Ausrufezeichen löschen. Gehört es zum Text: in Anführungszeichen setzen.",
    ),
    error(
        "YAML06",
        "Schlüssel doppelt",
        "Steht ein Schlüssel zweimal in derselben Gruppe, gilt nur einer davon, und der andere geht verloren.",
        "Einen der beiden löschen oder umbenennen.",
    ),
    error(
        "YAML07",
        "Zu tief verschachtelt",
        "Das Format braucht höchstens acht Ebenen. Mehr als zwanzig sind sicher ein Versehen.",
        "Die Einrückung prüfen.",
    ),
    error(
        "YAML08",
        "Zu viele Einträge",
        "Mehr als 50.000 Einträge in einer Datei sind sicher ein Versehen.",
        "Die Datei aufteilen.",
    ),
    error(
        "YAML09",
        "Kommentar verschluckt Text",
        "Mit einem Leerzeichen und `#` beginnt ein Kommentar; was in der Zeile folgt, wird nicht gelesen. Hinter einem "
        "Text ohne Anführungszeichen hat das `#` eines echten Kommentars ein Leerzeichen nach sich.",
        "Den Text in Anführungszeichen setzen.",
    ),
    error(
        "YAML10",
        "Rückstrich in doppelten Anführungszeichen",
        "In doppelten Anführungszeichen macht YAML aus `\\t` einen Tabulator und aus `\\n` einen Zeilenumbruch; aus "
        "dem Pfad `C:\\temp` wird Unsinn.",
        "Einfache Anführungszeichen (`'`) verwenden; darin bleibt der Rückstrich, was er ist.",
    ),
    error(
        "YAML11",
        "Liste wird zu Text",
        "Steht eine Zeile mit `-` nicht genau unter der davor, oder folgt die Liste auf `>`, so hängt YAML sie an den "
        "Text davor an.",
        "Alle Einträge einer Liste in derselben Spalte mit `- ` beginnen.",
    ),
    error(
        "YAML12",
        "Komma teilt den Text",
        "In eckigen und geschweiften Klammern trennt jedes Komma zwei Einträge, auch das in `1,5 Stunden`.",
        "Den Text in Anführungszeichen setzen.",
    ),
    error(
        "YAML13",
        "Unsichtbares Zeichen",
        "Geschützte Leerzeichen und Zeichen ohne Breite kommen aus Textprogrammen und Webseiten. In Texten schaden "
        "sie nicht, in der Einrückung und bei Schlüsseln liest YAML sie als Buchstaben.",
        "Die Stelle löschen und mit gewöhnlichen Leerzeichen neu tippen.",
    ),
    error(
        "YAML14",
        "Konfliktmarken",
        "Git hat zwei Fassungen nicht zusammenführen können und beide stehen lassen.",
        "Eine der beiden Fassungen behalten, die andere und die Zeilen mit den Marken löschen.",
    ),
    error(
        "FORM08",
        "Eintrag am falschen Ort",
        "Was hier steht, hat die Schlüssel von etwas anderem: eine Frage zwischen Folien, ein Vortrag zwischen Fragen.",
        "Den Eintrag dorthin verschieben, wohin er gehört.",
    ),
    error(
        "GERUEST01",
        "Text aus dem Gerüst",
        "`make new` legt eine Fallstudie mit Texten in eckigen Klammern an; jeder davon ist zu ersetzen. Platzhalter, "
        "die man beim Vortrag ausspricht, sind andere: `[Dein Name]`.",
        "Den Text samt Klammern durch deinen ersetzen.",
    ),
    warning(
        "GERUEST02",
        "Notiz an sich selbst",
        "`TODO`, `FIXME` und `TBD` stehen so auf der Seite und zählen im Sprechtext mit.",
        "Erledigen, was da steht, und die Notiz löschen. Ein Kommentar für später steht vor den Texten hinter `#`.",
    ),
    error(
        "FORM01",
        "Unbekannter Schlüssel",
        "Das Format kennt diesen Schlüssel an dieser Stelle nicht, meist wegen eines Tippfehlers oder der Einrückung.",
        "Schreibweise und Einrückung prüfen.",
    ),
    error(
        "FORM02",
        "Schlüssel fehlt",
        "Ohne diese Angabe ist die Fallstudie unvollständig.",
        "Den Schlüssel ergänzen.",
    ),
    error(
        "FORM03",
        "Falsche Art von Wert",
        "An dieser Stelle wird etwas anderes erwartet, zum Beispiel eine Liste statt eines Textes.",
        "Den Wert so schreiben, wie ihn die Seite zum Format zeigt.",
    ),
    error(
        "FORM04",
        "Zahl oder Wahrheitswert statt Text",
        "YAML liest `2024` als Zahl und `true` als Wahrheitswert. Hier gehört Text hin.",
        "Den Wert in Anführungszeichen setzen.",
    ),
    error(
        "FORM05",
        "Wert nicht erlaubt",
        "Nur bestimmte Werte oder Schreibweisen sind möglich.",
        "Einen der erlaubten Werte einsetzen.",
    ),
    error(
        "FORM06",
        "Keine Zeitangabe",
        "Zeiten sind Minuten und Sekunden mit zweistelligen Sekunden von 00 bis 59.",
        'Als Minuten:Sekunden schreiben, zum Beispiel `"1:30"`.',
    ),
    error(
        "FORM07",
        "Angabe ist leer",
        "Hier wird mindestens ein Eintrag oder ein Wort gebraucht.",
        "Etwas eintragen oder, wenn die Angabe freiwillig ist, den Schlüssel löschen.",
    ),
)
