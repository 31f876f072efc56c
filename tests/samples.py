"""A small valid case study as text, and ways to write it to a project of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Takes six seconds to say.
SENTENCE = "Zuerst prüfe ich die Warteschlange, dann den Treiber, und jeden Schritt halte ich im Ticket fest."


def said(seconds: int) -> str:
    """A text that takes about so long to say, rounded down to whole sentences."""
    return " ".join([SENTENCE] * (seconds // 6))


CASE_STUDY = (
    """\
title: Drucker druckt nicht
focus: technology
exam: it-support-specialist
summary: Nach einem Update kommt nichts mehr aus dem Drucker.
tags: [drucker, windows]
metadata:
  topic: Ein Treiber nach dem Update
  audience: IT-Leitung
  situation: Zwölf Arbeitsplätze drucken seit Montag nicht.
  goal: Alle drucken wieder.
  success_criteria: [Keine Meldung nach einer Woche]
  scope: Nur die Arbeitsplätze, nicht der Druckserver.
  risks: [Der alte Treiber hat eine Lücke]
slides:
"""
    + "".join(
        f"""\
  - title: Schritt {number}
    headline: Überschrift {number}
    bullets: [Ein Punkt]
    notes: {said(75)}
    time: "1:15"
"""
        for number in range(1, 8)
    )
    + """\
questions:
"""
    + "".join(
        f"""\
  - id: frage-{number}
    topic: Begriffe und Grundlagen
    question: Was ist ein Treiber{("", " genau", " nicht")[number - 1]}?
    answer: {said(40)}
"""
        for number in range(1, 4)
    )
)

BANK = f"""\
title: Netzwerk
topic: Begriffe und Grundlagen
lesson: lernen/netz
questions:
  - id: port
    question: Was ist ein Port?
    points: [Nummer eines Dienstes, {{text: das Ticket, said: halte ich im Ticket fest}}]
    answer: {said(40)}
  - id: wahl
    kind: choice
    difficulty: easy
    formerly: [auswahl, drucker/auswahl]
    question: Welcher Port gehört zu HTTPS?
    options:
      - {{text: "443", right: true, feedback: Genau.}}
      - {{text: "25", feedback: Das ist SMTP.}}
    explanation: Verschlüsselt ist 443.
  - id: folge
    kind: order
    question: Wie kommt ein Rechner zu seiner Adresse?
    steps: [Discover, Offer, Request, Acknowledge]
  - id: paare
    kind: match
    question: Was gehört zusammen?
    pairs:
      - {{left: DNS, right: Namen}}
      - {{left: DHCP, right: Adressen}}
  - id: befehl
    kind: gaps
    question: Wie heißen die Befehle?
    text: Mit `ipconfig ___` leere ich ihn, mit [___](https://firma.example/) frage ich nach.
    gaps:
      - {{accepted: [/flushdns, flushdns]}}
      - {{accepted: [nslookup]}}
"""

GLOSSARY = """\
terms:
  - id: dns
    term: DNS
    full: Domain Name System
    forms: [Namensauflösung]
    topic: Begriffe und Grundlagen
    meaning: Findet zu einem Namen die Adresse.
    example: Der Browser fragt nach `intranet.firma.example`.
    confused_with: {term: dhcp, difference: DHCP verteilt Adressen.}
  - id: dhcp
    term: DHCP
    topic: Begriffe und Grundlagen
    meaning: Verteilt Adressen an Rechner.
    example: Ein Notebook bekommt im Büro seine Adresse.
"""

PHRASES = """\
title: Am Telefon
topic: Kommunikation und Service
phrases:
  - id: rueckruf
    situation: Du weißt es noch nicht.
    bad: Keine Ahnung.
    better: Das kläre ich bis 14 Uhr.
    why: Eine Zeit beruhigt.
"""

DIALOGUE = """\
title: Der Versand steht
situation: Die Leiterin Logistik ruft an.
steps: [Annehmen, Klären]
lines:
  - speaker: Leiterin Logistik
    text: Nichts druckt!
  - speaker: Support
    step: Annehmen
    text: Ich kümmere mich.
    worse: Beruhigen Sie sich.
    why: Ärger darf sein.
  - speaker: Support
    step: Klären
    text: Seit wann?
"""

MATRIX = """\
title: Eskalationsmatrix
rows:
  - {incident: Mail fällt aus, level: P1, who: IT-Leitung, by: sofort, how: Anruf}
  - {incident: Kein Lösungsweg, level: P2, who: Second Level, by: nach 30 Minuten, how: Ticket}
"""

TOPICS = """\
areas:
  - id: netzwerk
    title: Netzwerk
    ideas: [{title: Das VPN bricht ab, focus: mixed, hint: Zeige die Messung.}]
fitness:
  - {id: zwei-saetze, text: Ich kann den Fall in zwei Sätzen erklären.}
  - {id: messbar, text: Das Ergebnis lässt sich messen.}
fit_from: 1
"""

PREPARATION = """\
milestones:
  - id: ausgangslage
    title: Ausgangslage
    minutes: 30
    steps: [Fall wählen]
    self_checks: [{id: verstanden, text: Jemand hat es verstanden.}]
plan:
  - {id: thema, days_before: 21, title: Thema wählen, tasks: [{id: sammeln, text: Fälle sammeln}]}
  - {id: tag, days_before: 0, title: Prüfungstag, tasks: [{id: beitreten, text: früh beitreten}]}
checklist:
  - {id: raum, title: Raum, items: [{id: kamera, text: Die Kamera steht.}]}
plan_b:
  - {id: internet, trouble: Das Internet fällt aus., action: Ich nehme den Hotspot., prepare: Hotspot verbunden}
"""

MATERIAL: dict[str, str | bytes] = {
    "drucker.yml": CASE_STUDY,
    "data/question-bank/netz.yml": BANK,
    "data/glossary.yml": GLOSSARY,
    "data/phrases/telefon.yml": PHRASES,
    "data/dialogues/versand.yml": DIALOGUE,
    "data/escalation-matrices/standard.yml": MATRIX,
    "data/topic-ideas.yml": TOPICS,
    "data/preparation.yml": PREPARATION,
    "docs/lernen/netz.md": "# Netz\n",
}
"""A file of every kind."""


def make_project(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Lay out a project with the real exam and the given files, by name of data/case-studies/ or path from the root."""
    folder = root / "data" / "case-studies"
    folder.mkdir(parents=True)
    (root / "docs" / "images").mkdir(parents=True)
    shutil.copytree(ROOT / "data" / "exams", root / "data" / "exams")
    for exam in (root / "data" / "exams").glob("*.yml"):  # The lessons that it names are not there.
        exam.write_text(without_lessons(exam.read_text("utf-8")), encoding="utf-8")
    for name, text in files.items():
        file = root / name if "/" in name else folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def without_lessons(exam: str) -> str:
    """An exam's text that names no page."""
    return re.sub(r"^ +lesson: .*\n", "", exam, flags=re.MULTILINE)


YAML_LOOKALIKES = [
    *[
        "no",
        "1:30",
        "2024",
        "1e3",
        "0o7",
        "~",
        "- a",
        "a: b",
        "# a",
        "a #b",
        "*a",
        "&a",
        "!a",
        "'",
        '"',
        "---\nx",
        "...",
    ],
    *["\ta", " a", "a \nb", "a\n\n\nb\n", "a\nb\n", "a\nb\n\n", "|", ">", "%a", "@a", "{{ x }}", "\ufeffa", "=", "<<"],
]
"""Texts that YAML would take for something else, were they written as they are."""
