"""Slides are set in the browser as they are when the site is built."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle
from random import Random
from typing import Any

import yaml
from answers import asked
from injection.payloads import PAYLOADS
from random_german import texts
from samples import CASE_STUDY, ROOT

from generalprobe.checking.slides import check_slides
from generalprobe.format.case_study import CaseStudy
from generalprobe.pages.workshop import widths_file
from generalprobe.reading.loading import load_project
from generalprobe.reading.recovery import CONTROL
from generalprobe.typesetting import density

TALKS = 60


def _artifact(random: Random, given: Iterator[str]) -> dict[str, Any] | None:
    """One of each kind, or none, with few or many of the texts."""
    some = [next(given) for _ in range(random.choice([1, 2, 4, 9]))]
    caption = random.choice(["", next(given)])
    match random.randrange(8):
        case 0 | 1:
            return None
        case 2:
            kind: dict[str, Any] = {"kind": "placeholder", "description": " ".join(some)}
        case 3:
            kind = {"kind": "image", "src": "a.png", "alt": "Bild"}
        case 4:
            kind = {"kind": "diagram", "source": "x", "description": "y"}
        case 5:
            kind = {"kind": "code", "code": "\n".join(some)}
        case 6:
            rows = [[next(given)[:80] for _ in range(random.randrange(5))] for _ in some]
            kind = {"kind": "table", "columns": ["Wer", "**Was**", "Wann-und-wo"], "rows": rows}
        case _:
            kind = {"kind": "quote", "text": " ".join(some), "source": random.choice(["", next(given)])}
    return kind | {"caption": caption}


def _set(random: Random, given: Iterator[str]) -> dict[str, Any]:
    """A slide with a little or far too much on it."""
    most = random.choice([0, 1, 2, 4, 7])
    bullets = [
        {"text": next(given), "bullets": [next(given) for _ in range(random.choice([0, 0, 2]))]} for _ in range(most)
    ]
    headline = " ".join(next(given) for _ in range(random.choice([1, 1, 1, 3])))
    return {
        "title": "T",
        "headline": headline,
        "bullets": bullets,
        "artifact": _artifact(random, given),
        "time": "1:00",
    }


def test_the_browser_sets_slides_as_the_build_does() -> None:
    """In the same size, and what is too much on one is as much too much."""
    random = Random(20261126)
    words = [text for text in [*texts(2_000, seed=5), *PAYLOADS] if not CONTROL.search(text) and text.strip(" \t\r\n")]
    given = cycle([text[: random.choice([12, 40, 40, 120])] for text in words])
    some = (text for text in given if text.strip(" \t\r\n"))
    study = yaml.safe_load(CASE_STUDY)
    drawn = [study | {"slides": [_set(random, some) | {"id": f"f{at}"} for at in range(6)]} for _ in range(TALKS)]
    shipped = [entry.model for entry in load_project(ROOT).entries(CaseStudy)]
    models = [*shipped, *map(CaseStudy.model_validate, drawn)]
    talks = [json.loads(json.dumps(_told(model))) for model in models]
    answers = asked("set", {"widths": widths_file()}, talks)
    seen = set[str]()
    for model, (densities, found) in zip(models, answers, strict=True):
        assert densities == [density(slide, first=at == 0) for at, slide in enumerate(model.slides)]
        expected = [[list(each.path), each.message, each.hint, each.words] for each in check_slides(model)]
        assert [[each["path"], each["message"], each["hint"], each["words"]] for each in found] == expected
        seen.update(each.message.split(" auf ")[0] for each in check_slides(model))
    assert len(seen) >= 8


def _told(model: CaseStudy) -> dict[str, Any]:
    """As the browser has it: bullets always as groups."""
    slides = [
        slide.model_dump()
        | {"key": slide.key, "bullets": [{"text": b.text, "bullets": b.bullets} for b in slide.bullets]}
        for slide in model.slides
    ]
    return {"metadata": model.metadata.model_dump(), "slides": slides}
