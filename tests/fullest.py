"""Slides of every layout, each as full as the check allows: nothing more goes in but it would be too much."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from generalprobe.format.case_study import Slide
from generalprobe.typesetting import excesses

_TEXT = """
der die das ist um in zu am 8:15 24 12,5 % Uhr erst dann alle nein **nein** `Get-Tpm` MTU VPN-Gateway Adresse Rollout
Störung Notebook angehalten Verbindung Bereitschaft Anmeldung Donnerstag, verlangt Server: IT-Leitung
Wiederherstellungsschlüssel Service-Management Sicherheitsprotokoll Mehrfaktor-Anmeldung Zertifizierungsstelle
"""
WORDS = _TEXT.split()
_REFUSALS = 25
"""After so many words that did not fit, a slide is full."""
_LONGEST_HEADLINE = 60

Draft = dict[str, Any]

ARTIFACTS: tuple[Draft | None, ...] = (
    None,
    {"kind": "table", "caption": "Was ist", "columns": ["Uhr", "Weg"], "rows": [["8:15", "a"]]},
    {"kind": "table", "caption": "", "columns": ["Ring", "Geräte", "Wer", "Anteil"], "rows": [["0", "8", "IT", "2 %"]]},
    {"kind": "code", "caption": "Auszug", "code": "PS> "},
    {"kind": "quote", "text": "Nein", "source": "Leiterin"},
    {"kind": "placeholder", "caption": "Fehlt noch", "description": "Ein Bild"},
    {"kind": "diagram", "caption": "Weg", "source": "flowchart TB\n a -- so --> b --> c", "description": "Ein Weg"},
)


def fullest(of_each: int, seed: int = 14) -> Iterator[tuple[Slide, bool]]:
    """So many slides of each layout, each with whether it is a talk's title."""
    chance = random.Random(seed)
    for artifact in ARTIFACTS:
        for bullets in (0, 1, 3):
            for first in (False, True) if artifact is None else (False,):
                for _ in range(of_each):
                    yield _filled({"bullets": bullets, "artifact": artifact}, chance, first=first), first


def _filled(start: Draft, chance: random.Random, *, first: bool) -> Slide:
    bullets = [{"text": chance.choice(WORDS), "bullets": []} for _ in range(start["bullets"])]
    headline = " ".join(chance.choices(WORDS[:12], k=chance.randint(2, 6)))
    draft = {
        "title": "Prüfung",
        "time": "1:00",
        "headline": headline,
        "bullets": bullets,
        "artifact": start["artifact"],
    }
    slide, refused = Slide.model_validate(draft), 0
    while refused < _REFUSALS:
        longer = deepcopy(draft)
        chance.choice(list(_places(longer)))(chance.choice(WORDS))
        candidate = Slide.model_validate(longer)
        if excesses(candidate, first=first):
            refused += 1
        else:
            draft, slide = longer, candidate
    return slide


def _places(draft: Draft) -> Iterator[Callable[[str], None]]:
    """What puts a word into one of the places of a slide."""
    if len(draft["headline"]) < _LONGEST_HEADLINE or not (draft["bullets"] or draft["artifact"]):
        yield _longer(draft, "headline")
    for bullet in draft["bullets"]:
        yield _longer(bullet, "text")
        yield _below(bullet)
    if draft["bullets"]:
        yield lambda word: draft["bullets"].append({"text": word, "bullets": []})
    yield from _places_in(draft["artifact"] or {})


def _places_in(artifact: Draft) -> Iterator[Callable[[str], None]]:
    yield from (_longer(artifact, key) for key in ("text", "description", "caption") if artifact.get(key))
    for row in artifact.get("rows", ()):
        yield from (_longer(row, cell) for cell in range(len(row)))
    if "rows" in artifact:
        yield lambda word: artifact["rows"].append([word] * len(artifact["columns"]))
    if "code" in artifact:
        yield _longer(artifact, "code")
        yield lambda word: artifact.update(code=f"{artifact['code']}\n{word}")


def _below(bullet: Draft) -> Callable[[str], None]:
    return lambda word: bullet["bullets"].append(f"{word} und {word}")


def _longer(holder: Any, key: Any) -> Callable[[str], None]:
    def add(word: str) -> None:
        holder[key] = f"{holder[key]} {word}"

    return add
