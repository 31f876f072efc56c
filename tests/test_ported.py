"""What Python and the browser both know comes out the same in both: one Node answers many questions."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from injection.payloads import PAYLOADS
from random_german import texts
from samples import ROOT

from generalprobe.pages.speech import speech_file
from generalprobe.speech import estimate, is_english, pauses_s, reading
from generalprobe.speech.text import unsaid

RANDOM_TEXTS = 10_000


def _written() -> Iterator[str]:
    """Every text that stands in the data, and in the samples of the tests."""
    for file in sorted((ROOT / "data").rglob("*.yml")):
        yield from _strings(yaml.load(file.read_text("utf-8"), yaml.CBaseLoader))
    for file in sorted((ROOT / "tests").glob("*.py")):
        yield from file.read_text("utf-8").split("\n\n")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(each)


def _asked(question: str, known: str, values: list[Any]) -> list[Any]:
    """The browser's answers, one for each value; it knows the file that the build writes for it."""
    beside = shutil.which(Path(sys.executable).with_name("node"))
    node = [beside or "node", str(ROOT / "tests" / "javascript" / "answers.mjs"), question]
    given = json.dumps({"known": json.loads(known), "values": values})
    done = subprocess.run(node, input=given, capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


def _spoken(text: str) -> dict[str, Any]:
    counted = estimate(text)
    return {
        "said": reading(text),
        "syllables": counted.syllables,
        "sentence_ends": counted.sentence_ends,
        "pauses": counted.pauses,
        "seconds": round(counted.seconds, 6),
        "silent": pauses_s(text),
        "english": is_english(text),
        "unsaid": [list(each) for each in unsaid(text)],
    }


def test_every_text_takes_as_long_in_the_browser() -> None:
    given = [*texts(RANDOM_TEXTS, seed=20261126), *_written(), *PAYLOADS]
    answers = _asked("speech", speech_file(), given)
    wrong = [text for text, answer in zip(given, answers, strict=True) if answer != _spoken(text)]
    assert wrong == []
