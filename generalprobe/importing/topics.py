"""Which topic of an exam a question belongs to, by the heading above it or by its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generalprobe.format.wording import slugify

_SHORTEST_STEM = 4
_EMPTY = frozenset({"und", "oder", "der", "die", "das", "fragen", "zum", "zur", "thema", "allgemeine", "allgemein"})
_HINTS = (
    (r"Datenschutz|DSGVO|Passw|Kennwort|Phishing|Berechtigung|Verschlüssel|Angriff|Sicherheit|Zugriff|MFA", "sicher"),
    (r"Webcam|Online-Prüfung|Bildschirm(?:freigabe| teilen)|Fernwartung|Remote|Kamera|Videokonferenz", "online"),
    (r"Kommunik|Gespräch|Kund|verärgert|Eskal|Anwender|Nutzer|User|Service", "kommunikation"),
    (r"Dokument|Wissensdatenbank|Betrieb|Ticket|SLA|Monitoring|Backup", "betrieb"),
    (r"Alternativ|^Warum|^Wieso|^Weshalb|entschied|Was hätten|statt", "alternativen"),
    (r"vorgeh|vorgegangen|Schritt|^Wie |Methode|anders machen|gelernt", "vorgehen"),
    (r"^Was (?:ist|sind|bedeutet|versteh|heißt)|Unterschied|Begriff|Definition", "begriff"),
)
"""What a question says, and the beginning of a word of the topic that it points to."""


def topic_of(heading: str, topics: Sequence[str]) -> str:
    """The topic that a heading names, in whatever words of it; empty where it names none."""
    said = _stems(heading)
    scored = [(len(said & _stems(topic)) / max(1, len(_stems(topic))), topic) for topic in topics]
    best = max(scored, key=lambda each: each[0], default=(0, ""))
    return best[1] if best[0] > 0 else ""


def guessed_topic(question: str, topics: Sequence[str]) -> str:
    """The topic that a question's words point to, else the first; empty where an exam has none."""
    if named := topic_of(question, topics):
        return named
    for pattern, beginning in _HINTS:
        found = next((topic for topic in topics if beginning in topic.casefold()), "")
        if found and re.search(pattern, question, re.IGNORECASE):
            return found
    return next(iter(topics), "")


def _stems(text: str) -> set[str]:
    """The beginnings of words, so that case, number and compounds of a word meet."""
    words = [word for word in slugify(text).split("-") if len(word) >= _SHORTEST_STEM and word not in _EMPTY]
    return {word[:6] for word in words}
