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


def make_project(root: Path, files: dict[str, str | bytes]) -> Path:
    """Lay out a project with the real exam and the given files of data/case-studies/ (by name)."""
    folder = root / "data" / "case-studies"
    folder.mkdir(parents=True)
    (root / "docs" / "images").mkdir(parents=True)
    shutil.copytree(ROOT / "data" / "exams", root / "data" / "exams")
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode()
        (folder / name).write_bytes(data)
    return root
