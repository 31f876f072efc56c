"""A small valid case study as text, and ways to write it to a project of its own."""

from __future__ import annotations

import shutil
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
    question: Was ist ein Treiber?
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
    points: [Nummer eines Dienstes]
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

MATERIAL: dict[str, str | bytes] = {
    "drucker.yml": CASE_STUDY,
    "data/question-bank/netz.yml": BANK,
    "data/glossary.yml": GLOSSARY,
    "data/phrases/telefon.yml": PHRASES,
    "docs/lernen/netz.md": "# Netz\n",
}
"""A file of every kind."""


def make_project(root: Path, files: dict[str, str | bytes]) -> Path:
    """Lay out a project with the real exam and the given files, by name of data/case-studies/ or path from the root."""
    folder = root / "data" / "case-studies"
    folder.mkdir(parents=True)
    (root / "docs" / "images").mkdir(parents=True)
    shutil.copytree(ROOT / "data" / "exams", root / "data" / "exams")
    for name, text in files.items():
        file = root / name if "/" in name else folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root
