"""Case studies in which something is wrong, drawn at random; seeded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

import yaml
from samples import CASE_STUDY, said

ENGLISH = "Today I will show you how we found the cause of the problem and what we did to prevent it. "
AUDIENCES = [
    *["IT-Leitung", "Prüfungsausschuss", "der Prüfungsausschuß der IHK", "Prüferinnen und Prüfer", "alle PRÜFER:INNEN"],
    *["Prüfling", "Prüfungskommissionen", "Anwenderinnen im Vertrieb", "IHK-Prüferinnen und -Prüfer", "Prüfers Rat"],
    *["Leiter des Prüfungsgremiums", "Prüfende"],
]
TABLE = {"kind": "table", "columns": ["Wer", "Was"], "rows": [["a", "b"], ["a"], ["a", "b", "c"]]}
NOTES = [
    "",
    "Kurz.",
    ENGLISH * 3,
    "<!-- später -->\nUnd nun weiter.",
    "So geht es:\n```\nipconfig\n```\nFertig.",
    "# Notiz\nUnd nun weiter.",
    "Nun. [Pause 2 s] Weiter. [Pause 1,5 s] [Klick]",
]


def _time(random: Random) -> str:
    seconds = random.choice([0, 5, 29, 30, 45, 75, 75, 75, 90, 91, 130])
    return f"{seconds // 60}:{seconds % 60:02}"


def _slide(random: Random, study: dict[str, Any]) -> dict[str, Any]:
    slide: dict[str, Any] = random.choice(study["slides"])
    return slide


def _bullets(random: Random) -> list[Any]:
    single = [f"Punkt {number}" for number in range(random.randrange(9))]
    return [*single, *({"text": "Oben", "bullets": ["Unten"] * each} for each in range(random.randrange(4)))]


def _count(random: Random, study: dict[str, Any]) -> None:
    study["slides"] = [
        study["slides"][number % 7] | {"title": f"Schritt {number}", "headline": f"Überschrift {number}"}
        for number in range(random.choice([1, 2, 6, 8, 9, 10, 12]))
    ]


def _copy(random: Random, study: dict[str, Any]) -> None:
    study["slides"].insert(random.randrange(8), deepcopy(_slide(random, study)) | {"id": "kopie"})


# How a talk goes wrong, or not.
WAYS: list[Callable[[Random, dict[str, Any]], object]] = [
    lambda random, study: study["metadata"].update(audience=random.choice(AUDIENCES)),
    lambda random, study: _slide(random, study).update(time=_time(random)),
    lambda random, study: [slide.update(time=random.choice(["1:25", "1:30", "1:20"])) for slide in study["slides"]],
    lambda random, study: [slide.update(time=_time(random)) for slide in study["slides"]],
    lambda random, study: _slide(random, study).update(demo=_time(random)),
    lambda random, study: _slide(random, study).update(notes=random.choice(NOTES)),
    lambda random, study: _slide(random, study).update(notes=said(random.randrange(6, 240))),
    lambda random, study: [slide.update(notes=said(random.randrange(40, 100))) for slide in study["slides"]],
    lambda random, study: [slide.update(notes="") for slide in study["slides"]],
    lambda random, study: _slide(random, study).update(bullets=_bullets(random)),
    lambda random, study: _slide(random, study).update(artifact=TABLE),
    _count,
    _copy,
]


def talks(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """So many case studies as their files say them, each with up to four things changed."""
    random = Random(seed)
    for _ in range(count):
        study = yaml.safe_load(CASE_STUDY)
        for number, slide in enumerate(study["slides"], start=1):
            slide["headline"] += f" von {number}"
        for way in random.sample(WAYS, random.randrange(5)):
            way(random, study)
        yield study
