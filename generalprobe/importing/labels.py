"""What headings, boxes and labels in front of a text announce, in whatever of the usual words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BOLD = re.compile(
    r"\s*(?:[-*+]\s+)?(?:[^\w\s*_]{1,4}\s*)?(?:\*\*|__)\s*([^*_]{1,60}?)\s*(:?)\s*(?:\*\*|__)\s*(:?)\s*(.*)"
)
_ITALIC = re.compile(r"\s*[*_]([^\s*_:][^*_:]{0,59}?)\s*(:?)\s*[*_]\s*(:?)\s*(.*)")
_PLAIN = re.compile(r"\s*(?:[-*+]\s+)?(?:[^\w\s]\s*)?([A-Za-zÄÖÜäöüß][\w /-]{0,30}?)\s*:\s*(.*)")
_EXPECTED = re.compile(r"(?:was|worauf)(?: die)? prüfer\b", re.IGNORECASE)
"""Begins the one label that is longer than others."""
_SIGNS = re.compile(r"[^\w\s&/-]|:[a-z-]+:")

PARTS = {
    "notes": r"speaker|sprech|notiz|moderation|vortragstext|gesprochen|^notes?$|redetext|^skript|ich sage?$|sage ich$",
    "headline": r"folientitel|überschrift|headline|^titel",
    "bullets": r"bullet|stichpunkt|stichwort|^inhalte?$|folieninhalt|auf der folie|aufzählung|kernpunkte|^punkte|"
    r"^(?:folien)?text$",
    "artifact": r"artefakt|artifact|visuali|abbildung|grafik|^bild|diagramm|screenshot|platzhalter|zeige ich|gezeigt|"
    r"^(?:code|tabelle|zitat)$",
    "time": r"^(?:geplante )?(?:zeit|dauer|redezeit|sprechzeit|zeitbedarf|timing)",
    "demo": r"vorführung|^demo",
}
"""Of a slide."""
METADATA = {
    "topic": r"^titel|^thema|^(?:vortrag|präsentation)$",
    "audience": r"zielgruppe|adressat|publikum|audience",
    "situation": r"ausgangs|^situation|^problem|^kontext",
    "success_criteria": r"erfolg|messbar|kriteri",
    "goal": r"^ziele?$|zielsetzung|projektziel|^ziel\b",
    "scope": r"scope|abgrenzung|umfang|rahmen$",
    "risks": r"risik",
    "focus": r"fokus|schwerpunkt",
    "time": r"gesamt(?:zeit|dauer)|^dauer|^zeit",
}
"""Of a talk."""
ANSWER = {
    "expects": r"erwart|prüfer|hintergrund|worauf|bewertung|gute antwort",
    "points": r"stichpunkt|stichwort|kernpunkt|kernaussagen|schlüssel|keywords|^punkte",
    "answer": r"antwort|lösung|answer|^a$|^rückseite",
    "follow_up": r"nachfrage|folgefrage|rückfrage|anschlussfrage|vertiefung",
    "about": r"^thema|themengebiet|kategorie|gebiet$|bereich",
    "difficulty": r"schwierigkeit|niveau|^level",
}
"""Of a question."""


def meaning(label: str, table: dict[str, str]) -> str:
    """Which entry of a table a label means; empty for none."""
    said = " ".join(_SIGNS.sub(" ", label).split()).casefold()
    return next((name for name, pattern in table.items() if re.search(pattern, said)), "")


def labelled(line: str, table: dict[str, str]) -> tuple[str, str] | None:
    """What a line announces by a label in bold or italics, or with a colon, and what follows it; None for nothing."""
    bold = _BOLD.fullmatch(line) or _ITALIC.fullmatch(line)
    if bold and (bold[2] or bold[3] or not bold[4]):
        label, _, said = bold[1].partition(":")
        name = meaning(label, table)
        return (name, said.strip() or bold[4]) if name else None
    plain = _PLAIN.fullmatch(line)
    is_short = plain is not None and (len(plain[1].split()) <= 3 or _EXPECTED.match(plain[1]) is not None)
    name = meaning(plain[1], table) if plain and is_short else ""
    return (name, plain[2]) if plain and name else None


def fields(lines: Iterable[str], table: dict[str, str], first: str) -> Iterator[tuple[str, list[str]]]:
    """What lines say, by the labels before it; what stands before any is the `first`. Code announces nothing."""
    name, kept, fence = first, list[str](), ""
    for line in lines:
        mark = line.lstrip()[:3]
        if mark in ("```", "~~~"):
            fence = "" if fence == mark else fence or mark
        found = None if fence else labelled(line, table)
        if found:
            yield name, kept
            name, kept = found[0], [found[1]]
        else:
            kept.append(line)
    yield name, kept
