"""Keys that are misspelled, or German: which were meant, so that what stands under them is read in the same run."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from generalprobe.format.wording import meant, slugify

if TYPE_CHECKING:
    from generalprobe.reading.source import Node

_OTHER_WORDS = {
    "title": ("titel", "name", "folientitel", "thema"),
    "focus": ("fokus", "schwerpunkt"),
    "exam": ("pruefung",),
    "draft": ("entwurf",),
    "summary": ("zusammenfassung", "kurzfassung", "beschreibung", "description"),
    "tags": ("schlagworte", "schlagwoerter", "stichworte", "stichwoerter", "keywords"),
    "metadata": ("metadaten", "rahmen", "meta"),
    "slides": ("folien", "slide", "folie"),
    "questions": ("fragen", "prueferfragen"),
    "sources": ("quellen",),
    "topic": ("thema", "themengebiet"),
    "audience": ("zielgruppe", "publikum"),
    "situation": ("ausgangslage", "ausgangssituation", "lage"),
    "goal": ("ziel", "ziele"),
    "success_criteria": ("erfolgskriterien", "erfolgskriterium", "kriterien"),
    "scope": ("abgrenzung", "umfang"),
    "risks": ("risiken", "risiko"),
    "headline": ("ueberschrift", "heading", "kernaussage", "header"),
    "bullets": ("stichpunkte", "punkte", "bulletpoints", "bulletpoint", "aufzaehlung", "inhalt"),
    "artifact": ("artefakt", "bild", "abbildung"),
    "notes": ("sprechtext", "notizen", "speakernotes", "sprechernotizen", "notiz", "note"),
    "time": ("zeit", "dauer", "duration"),
    "demo": ("vorfuehrung",),
    "question": ("frage",),
    "answer": ("antwort", "musterantwort"),
    "points": ("punkte", "kernpunkte"),
    "difficulty": ("schwierigkeit",),
    "explanation": ("erklaerung", "begruendung"),
    "options": ("antworten", "optionen"),
    "id": ("kennung",),
}


def meant_key(key: str, known: Collection[str]) -> str:
    """Which of the known keys was meant; empty where none is near."""
    near = re.search("`(.+)`", meant(key, known))
    return other_word(key, known) or (near[1] if near and near[1] in known else "")


def other_word(key: str, known: Collection[str]) -> str:
    """Which of the known keys another word stands for; empty where none does."""
    word = slugify(key).replace("-", "")
    return next((name for name, words in _OTHER_WORDS.items() if name in known and word in (name, *words)), "")


def rename(group: Node, key: str, name: str) -> None:
    """Let the value under a key stand under another one."""
    group.value[name] = group.value.pop(key)
    group.keys = {name if each == key else each: node for each, node in group.keys.items()}
    group.children = {name if each == key else each: node for each, node in group.children.items()}
