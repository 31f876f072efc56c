"""What is said for what is written: every trap with the words a speaker would say."""

from __future__ import annotations

import pytest

from generalprobe.speech import estimate, pauses_s, reading

TIMES_AND_DATES = [
    ("Dienstag, 9:00-13:00 Uhr: Ausfall", "Dienstag, neun bis dreizehn Uhr: Ausfall"),
    ("9:00–13:30 Uhr", "neun bis dreizehn Uhr dreißig"),
    ("9:15 bis 10:45 Uhr", "neun Uhr fünfzehn bis zehn Uhr fünfundvierzig"),
    ("9-13 Uhr", "neun bis dreizehn Uhr"),
    ("um 9:30 Uhr", "um neun Uhr dreißig"),
    ("um 9.30 Uhr", "um neun Uhr dreißig"),
    ("um 8:05", "um acht Uhr fünf"),
    ("um 1 Uhr", "um ein Uhr"),
    ("1:30 Minuten", "eins dreißig Minuten"),
    ("am 12.12.2022", "am zwölften Zwölften zweitausendzweiundzwanzig"),
    ("Stand: 03.12.2024", "Stand: dritter Zwölfter zweitausendvierundzwanzig"),
    ("2024-12-03", "dritter Zwölfter zweitausendvierundzwanzig"),
    ("am 3. März 1999", "am dritten März neunzehnhundertneunundneunzig"),
    ("vom 1.–3. März", "vom ersten bis dritten März"),
    ("seit 2024", "seit zweitausendvierundzwanzig"),
    ("1999", "neunzehnhundertneunundneunzig"),
]

NUMBERS = [
    ("1.234,5", "eintausendzweihundertvierunddreißig Komma fünf"),
    ("0,05", "null Komma null fünf"),
    ("25.000 Nutzer", "fünfundzwanzigtausend Nutzer"),
    ("7–9 Folien", "sieben bis neun Folien"),
    ("30-60 s", "dreißig bis sechzig Sekunden"),
    ("10 – 15 Minuten", "zehn bis fünfzehn Minuten"),
    ("die 3. Folie", "die dritte Folie"),
    ("im 2. Quartal", "im zweiten Quartal"),
    ("Wir haben 3. Danach kam nichts.", "Wir haben drei. Danach kam nichts."),
    ("Windows 11. Danach", "Windows elf. Danach"),
    ("1/2 und 3/4", "ein halb und drei Viertel"),
    ("8/10", "acht von zehn"),
    ("24/7", "vierundzwanzig sieben"),
    ("16:9", "sechzehn zu neun"),
    ("1 Woche, 1 Server", "eine Woche, ein Server"),
    ("Schritt 1 Zuhören", "Schritt eins Zuhören"),
    ("4-stündig, 10er, 3-mal", "vier-stündig, zehner, drei-mal"),
    ("3x neu gestartet", "drei mal neu gestartet"),
    ("1920x1080", "neunzehnhundertzwanzig mal eintausendachtzig"),
    ("Das war Teil I", "Das war Teil eins"),
    ("Kapitel IV, Phase I, Teil III", "Kapitel vier, Phase eins, Teil drei"),
    ("I don't know", "I don't know"),
    ("007", "null null sieben"),
    ("+49 30 1234567", "plus vier neun drei null eins zwei drei vier fünf sechs sieben"),
    ("+49 (0) 711 / 123 456", "plus vier neun null sieben eins eins eins zwei drei vier fünf sechs"),
    ("3-2-1-Regel", "drei zwei eins-Regel"),
    ("20-25 Anrufe/Tag", "zwanzig bis fünfundzwanzig Anrufe pro Tag"),
    ("0171 2345678", "null eins sieben eins zwei drei vier fünf sechs sieben acht"),
]

TECHNICAL = [
    ("192.168.1.10", "eins neun zwei Punkt eins sechs acht Punkt eins Punkt zehn"),
    ("10.0.0.0/24", "zehn Punkt null Punkt null Punkt null Slash vierundzwanzig"),
    ("fe80::1", "f e acht null Doppelpunkt Doppelpunkt eins"),
    ("Version 2.4.1", "Version zwei Punkt vier Punkt eins"),
    ("TLS 1.2", "TLS eins Punkt zwei"),
    ("802.11ac", "achthundertzwei Punkt elf ac"),
    ("P1", "P eins"),
    ("B2B", "B zwei B"),
    ("Windows 11", "Windows elf"),
    ("KB5034441", "KB fünf null drei vier vier vier eins"),
    ("0x80070005", "null x acht null null sieben null null null fünf"),
    ("16 GB RAM", "sechzehn Gigabyte RAM"),
    ("100 MB/s", "einhundert Megabyte pro Sekunde"),
    ("100/40 Mbit/s", "einhundert vierzig Megabit pro Sekunde"),
    ("INC-2024-0815", "INC-zweitausendvierundzwanzig-null acht eins fünf"),
    ("ISO/IEC 27001:2022", "ISO IEC siebenundzwanzigtausendeins zweitausendzweiundzwanzig"),
    ("100-Mbit-Leitung", "einhundert Megabit-Leitung"),
    ("5 ms", "fünf Millisekunden"),
    ("2,4 GHz", "zwei Komma vier Gigahertz"),
    ("50 km/h", "fünfzig Kilometer pro Stunde"),
    ("21 °C", "einundzwanzig Grad Celsius"),
    ("-5 °C", "minus fünf Grad Celsius"),
    ("1 GB", "ein Gigabyte"),
    ("1 min", "eine Minute"),
    (r"\\server\share", "Backslash Backslash server Backslash share"),
    (r"`C:\Windows`", "C Doppelpunkt Backslash Windows"),
    ("/etc/hosts", "Slash etc Slash hosts"),
    ("https://status.firma.de/hilfe.", "status Punkt firma Punkt D E Slash hilfe."),
    ("max.muster@firma.de", "max Punkt muster at firma Punkt D E"),
    ("config.yml und Node.js", "config Punkt yml und Node Punkt js"),
    ("C#, C++", "C sharp, C plus plus"),
]

SYMBOLS = [
    ("Bei Ausfall >15 Min", "Bei Ausfall größer als fünfzehn Minuten"),
    (">15 Min", "größer als fünfzehn Minuten"),
    ("< 5 %", "kleiner als fünf Prozent"),
    ("99,9 %", "neunundneunzig Komma neun Prozent"),
    ("5,99 €", "fünf Euro neunundneunzig"),
    ("1,799 €", "eins Komma sieben neun neun Euro"),
    ("3 Mio. €", "drei Millionen Euro"),
    ("Ausfall → Meldung", "Ausfall dann Meldung"),
    ("Backup & Restore + Test = gut", "Backup und Restore plus Test gleich gut"),
    ("Service-Management / IT-Leitung", "Service-Management, IT-Leitung"),
    ("und/oder", "und oder"),
    ("#42", "Nummer zweiundvierzig"),
    ("§ 5", "Paragraf fünf"),
    ("Nutzer:innen und Mitarbeiter*innen", "Nutzerinnen und Mitarbeiterinnen"),
    ("A > B", "A größer als B"),
    ("Q&A", "Q and A"),
]

ABBREVIATIONS = [
    ("z. B. Server", "zum Beispiel Server"),
    ("z.B. Server", "zum Beispiel Server"),
    ("Z. B. bzw. d. h.", "zum Beispiel beziehungsweise das heißt"),
    ("ca. 15 Min. bzw. Nr. 5", "circa fünfzehn Minuten beziehungsweise Nummer fünf"),
    ("eine eigene Art. Danach", "eine eigene Art. Danach"),
    ("im neuen Tab. S. 5", "im neuen Tab. Seite fünf"),
    ("Art. 6 Abs. 1", "Artikel sechs Absatz eins"),
    ("Drucker usw. Danach", "Drucker und so weiter. Danach"),
    ("Drucker usw. im Haus", "Drucker und so weiter im Haus"),
    ("min. 8 Zeichen", "mindestens acht Zeichen"),
    ("15 min. warten", "fünfzehn Minuten warten"),
    ("15 Min. Danach weiter", "fünfzehn Minuten. Danach weiter"),
    ("2 Std. und 30 Sek.", "zwei Stunden und dreißig Sekunden"),
]

MARKDOWN = [
    ("Vortrag von [Dein Name]", "Vortrag von [Dein Name]"),
    ("**fett**, *kursiv* und `ping`", "fett, kursiv und ping"),
    ("die [Anleitung](https://example.org/a?b=1)", "die Anleitung"),
    ("### 1. Empathie", "Empathie"),
    ("# Titel\nText\nweiter", "Titel\nText weiter"),
    ("Erst:\n- eins\n- zwei\n\n1. drei\n2. vier", "Erst:\neins\nzwei\ndrei\nvier"),
    ("Erst\n```bash\nping dns\n```\ndann", "Erst\ndann"),
    ("Erst\n~~~\nping\n```\n~~~~\ndann", "Erst\ndann"),
    ("Ohne Ende\n```\nping", "Ohne Ende"),
    ("Mit ```ping``` geht es", "Mit ping geht es"),
    ("Das <!-- nicht\n\ndas --> schon", "Das schon"),
    ("Erst\n\n→\n\ndann", "Erst\ndann"),
    ("Wir trafen uns am\n3. März.", "Wir trafen uns am dritten März."),
    ("> Zitat\n> weiter", "Zitat weiter"),
    ("Das *ist* gut 😀.", "Das ist gut 😀."),
    ("Über 25\t000", "Über fünfundzwanzig null null null"),
    ("nach 5\n\nMin. später", "nach fünf\nMinuten später"),
    ("Anna &amp; Otto", "Anna und Otto"),
    ("&bdquo;gut&ldquo; &#8211; &#x00fc;ber", "„gut“ – über"),
    ("Preis&amount", "Preis und amount"),
    ("a&#0;&#xFFFFFF;b", "a\ufffd\ufffdb"),
]


SPACES = [
    ("25\u202f000 Nutzer", "fünfundzwanzigtausend Nutzer"),
    ("1\u00a0234\u00a0567,5", "eine Million zweihundertvierunddreißigtausendfünfhundertsiebenundsechzig Komma fünf"),
    ("Mail\u00adser\u00adver\u200b", "Mailserver"),
    ("100\u2011Mbit\u2011Leitung", "einhundert Megabit-Leitung"),
]


DIRECTIONS = [
    ("Erst das. [Klick] Dann das.", "Erst das. Dann das."),
    ("Das war es [Pause 2 s], und nun [Demo] weiter.", "Das war es, und nun weiter."),
    ("- [**Klick**]\n- eins", "eins"),
    ("[zeigt auf\ndie Tabelle] So.", "So."),
    ("Am [Prüfungsdatum] bei [Name der Firma]", "Am [Prüfungsdatum] bei [Name der Firma]"),
    ("[Name einblenden] Und nun", "Und nun"),
    (
        "die [Anleitung](https://example.org/) mit `[Klick]` und Liste[index]",
        "die Anleitung mit [Klick] und Liste[index]",
    ),
    (r"\[Klick\] ist ein Wort", "[Klick] ist ein Wort"),
    ("[a\n\nb]", "[a\nb]"),
]


@pytest.mark.parametrize(
    ("written", "said"),
    [*SPACES, *DIRECTIONS, *TIMES_AND_DATES, *NUMBERS, *TECHNICAL, *SYMBOLS, *ABBREVIATIONS, *MARKDOWN],
)
def test_reading(written: str, said: str) -> None:
    assert reading(written) == said


@pytest.mark.parametrize(("written", "said"), [*TIMES_AND_DATES, *NUMBERS, *TECHNICAL, *SYMBOLS, *ABBREVIATIONS])
def test_every_kind_of_space_is_read_as_a_blank(written: str, said: str) -> None:
    spaces = [space for space in map(chr, range(0x3001)) if space.isspace() and f"{space}.".splitlines()[0]]
    assert len(spaces) > 15
    assert {space for space in spaces if reading(written.replace(" ", space)) != said} == set()


def test_an_abbreviation_with_a_narrow_space_takes_no_longer() -> None:
    text = "Das ist z. B. so, d. h. u. a. hier."
    assert estimate(text.replace(". ", ".\u202f")) == estimate(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Nun. [Pause 2 s] Weiter. [Pause, 3 Sekunden]", 5),
        ("[Pause 1,5 s] und [Stille: 1 Minute]", 61.5),
        ("[Pause] [Klick 2 s] [Demo 30 s] Pause 2 s", 0),
        ("`[Pause 2 s]`", 0),
        ("[Pause 2 Server]", 0),
        (r"\[Pause 2 s\]", 0),
        ("Nun.\n\n```\n[Pause 2 s]\n```\n\n~~~text\n[Pause 3 s]\n~~~\n[Pause 4 s]", 4),
        ("Nun. <!-- [Pause 2 s] --> [Pause 3 s] <!-- erst\n[Pause 4 s] -->", 3),
        ("Nun.\n```\n[Pause 2 s] bis zum Ende", 0),
    ],
)
def test_a_pause_counts_as_the_seconds_that_it_names(text: str, seconds: float) -> None:
    assert pauses_s(text) == seconds
