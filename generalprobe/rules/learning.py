"""What can be wrong with what is practised and taught: questions, terms, phrases and lessons."""

from __future__ import annotations

from generalprobe.rules.rule import error, warning

LEARNING = (
    error(
        "FRAGE01",
        "Keine Frage",
        "Zu jedem Vortrag gehört ein Fachgespräch; ohne Fragen lässt es sich nicht üben.",
        "Unter `questions:` die Fragen ergänzen, die Prüfer zu diesem Fall stellen würden.",
    ),
    error(
        "FRAGE02",
        "Zu wenige Fragen",
        "Die Prüfer stellen mehr Fragen, als diese Fallstudie enthält.",
        "Weitere Fragen ergänzen.",
    ),
    error(
        "FRAGE03",
        "Kennung doppelt",
        "An der Kennung hängen Adresse und Lernstand; zwei Fragen mit derselben Kennung würden vermischt. "
        "Das gilt auch für Begriffe und Formulierungen und für frühere Kennungen unter `formerly`.",
        "Einer der beiden eine eigene Kennung geben.",
    ),
    error(
        "FRAGE06",
        "Auswahlfrage ohne richtige oder ohne falsche Antwort",
        "Wer üben will, muss zwischen richtig und falsch wählen können.",
        "Richtige Antworten mit `right: true` kennzeichnen und mindestens eine falsche danebenstellen.",
    ),
    error(
        "FRAGE07",
        "Dasselbe steht in einer Frage zweimal",
        "Zwei gleiche Antworten, Schritte oder Hälften von Paaren lassen sich nicht unterscheiden.",
        "Eine der beiden Stellen ändern oder streichen.",
    ),
    error(
        "FRAGE08",
        "Themengebiet zweimal angegeben",
        "In der Fragensammlung gilt das Themengebiet oben in der Datei für alle ihre Fragen.",
        "`topic` bei der Frage streichen oder die Frage in die Datei ihres Themengebiets verschieben.",
    ),
    error(
        "FRAGE09",
        "Wortlaut steht nicht in der Antwort",
        "`said` bei einem Punkt ist die Stelle der Musterantwort, die ihn sagt. Steht sie dort nicht, so fehlt der "
        "Antwort vielleicht der Punkt.",
        "Die Worte aus `answer` genau übernehmen, ohne Sterne und Backticks und aus einem einzigen Absatz.",
    ),
    error(
        "FRAGE10",
        "Lücken und Antworten passen nicht zusammen",
        "Jede Lücke im Text (`___`) hat unter `gaps` ihren Eintrag, in derselben Reihenfolge. In der Adresse eines "
        "Links ist keine Lücke möglich.",
        "Die fehlende Lücke oder den fehlenden Eintrag ergänzen oder das Überzählige streichen.",
    ),
    warning(
        "FRAGE11",
        "Frage steht zweimal",
        "Wer übt, bekäme dasselbe zweimal gefragt. Offene Fragen werden in ihrer Datei verglichen, andere überall und "
        "mit ihren Antworten.",
        "Eine der beiden ändern oder löschen. Wer schon geübt hat, behält den Lernstand mit `formerly`.",
    ),
    warning(
        "FRAGE12",
        "Antwort bezieht sich auf andere und steht nicht fest",
        "Die Antworten stehen jedes Mal in anderer Reihenfolge; „Alle genannten“ ergibt nur unter den anderen Sinn.",
        "`last: true` zur Antwort schreiben, dann bleibt sie unten, oder sie anders fassen.",
    ),
    warning(
        "FRAGE13",
        "Nachfrage ist keine Frage",
        "`follow_up` wird in der Probeprüfung gestellt und vorgelesen, wie es dasteht.",
        "Als Frage schreiben, mit Fragezeichen am Ende, oder löschen.",
    ),
    error(
        "BEGRIFF01",
        "Verwechselbarer Begriff fehlt",
        "`confused_with` verweist mit `term` auf die Kennung eines anderen Begriffs im Glossar.",
        "Die Kennung eines vorhandenen Begriffs eintragen oder den anderen Begriff ergänzen.",
    ),
    error(
        "BEGRIFF02",
        "Zwei Begriffe mit derselben Schreibweise",
        "An der Schreibweise erkennen die Seiten, welchen Begriff sie erklären sollen.",
        "Eine der beiden Schreibweisen streichen.",
    ),
    warning(
        "BEGRIFF03",
        "Die Bedeutung verrät den Begriff",
        "Begriffe werden auch rückwärts geübt: Aus der Bedeutung soll man auf den Begriff kommen.",
        "Die Bedeutung mit anderen Worten beschreiben.",
    ),
    error(
        "SEITE01",
        "Seite fehlt",
        "`lesson` nennt die Seite, auf der das gelehrt wird; von schwachen Stellen führt ein Link dorthin.",
        "Den Pfad der Seite unter `docs/` ohne Endung eintragen, zum Beispiel `lernen/kundenkommunikation`.",
    ),
    error(
        "SEITE02",
        "Link einer Seite führt ins Leere",
        "Auf geschriebenen Seiten führen Links zur Datei der Seite, gerechnet von der eigenen aus: "
        "`../fallstudien/dns-ausfall/index.md#folie-ergebnis`. Gibt es sie nicht, oder ist sie ein Entwurf, so bricht "
        "der Bau der Website ab.",
        "Den Link zu einer vorhandenen Datei führen oder herausnehmen.",
    ),
    error(
        "SEITE03",
        "Seite zeigt etwas, das es nicht gibt",
        "In doppelten geschweiften Klammern zeigt eine Seite, was in `data/` steht: `slide`, `quiz`, `dialogue` und so "
        "weiter. Fehlt die Datei, oder ist sie ein Entwurf, so bricht der Bau der Website ab.",
        "Die Kennung einer vorhandenen Datei eintragen (ihr Name ohne `.yml`) oder die Stelle löschen.",
    ),
    error(
        "SEITE04",
        "Navigation und Seiten passen nicht zusammen",
        "Das Menü steht in `mkdocs.yml` unter `nav`. Was dort genannt ist, muss es geben, und jede geschriebene Seite "
        "steht dort; sonst bricht der Bau der Website ab.",
        "Den Eintrag unter `nav` ergänzen, ändern oder löschen.",
    ),
    warning(
        "FRAGE05",
        "Musterantwort zu kurz oder zu lang",
        "Eine gute Antwort hat eine Kernaussage, eine Erklärung und ein Beispiel und bleibt unter einer Minute.",
        "Antwort ergänzen oder kürzen, bis sie in die Zeit passt.",
    ),
    error(
        "FRAGE04",
        "Unbekanntes Themengebiet",
        "`topic` ist eines der Themengebiete aus der Prüfungsdatei.",
        "Eines der vorhandenen Themengebiete eintragen.",
    ),
    error(
        "LISTE01",
        "Dasselbe steht zweimal",
        "An Kennungen hängt, was jemand abgehakt oder bewertet hat, und Gleiches lässt sich nicht unterscheiden.",
        "Einen der beiden Einträge ändern oder streichen.",
    ),
    error(
        "GESPRAECH01",
        "Unbekannter Schritt",
        "`step` bei einer Zeile ist einer der Schritte, die oben in der Datei unter `steps` stehen.",
        "Einen der Schritte eintragen oder den Schritt unter `steps` ergänzen.",
    ),
    error(
        "GESPRAECH02",
        "Schlechtere Antwort ohne Begründung oder ohne Schritt",
        "Wer die schlechtere Antwort wählt, soll erfahren, warum; gewählt wird nur in Zeilen mit einem Schritt.",
        "`worse`, `why` und `step` zusammen angeben, oder `worse` und `why` streichen.",
    ),
    error(
        "GESPRAECH03",
        "Im Gespräch gibt es nichts zu üben",
        "Geübt werden die Zeilen, die einen Schritt nennen. Ohne sie bleibt nur der Text.",
        "Den Zeilen der Seite, die man üben soll, mit `step` ihren Schritt geben.",
    ),
    error(
        "PLAN01",
        "Reihenfolge stimmt nicht",
        "Der Plan läuft auf die Prüfung zu; jeder Abschnitt liegt näher daran als der vorige.",
        "Die Abschnitte nach `days_before` ordnen, die größte Zahl zuerst, und keine Zahl zweimal.",
    ),
    error(
        "THEMA01",
        "Unerreichbare Grenze",
        "`fit_from` sagt, wie viele Punkte erfüllt sein müssen; mehr, als es gibt, kann niemand erfüllen.",
        "`fit_from` auf höchstens die Anzahl der Punkte unter `fitness` setzen, und auf mindestens 1.",
    ),
)
