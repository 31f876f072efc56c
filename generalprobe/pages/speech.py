"""Spoken times beyond single pages: the reading that measures one's own pace, and what the handbook tells of them."""

from __future__ import annotations

import json

from generalprobe.format.duration import Duration
from generalprobe.pages.templating import block
from generalprobe.speech import reading
from generalprobe.speech.accuracy import WORDS_PER_MINUTE
from generalprobe.speech.tables import ESTIMATE, load_table
from generalprobe.talk import Taken, say

_TABLES = {name: {key: value for key, value in load_table(name).items() if key != "about"} for name in ESTIMATE}
MODEL: dict[str, float] = _TABLES["model"]
"""The constants of the estimate, which the browser needs for a personal rate."""


def speech_file() -> str:
    """Write the tables of the estimate for the browser, by their names."""
    return json.dumps(_TABLES, ensure_ascii=False, separators=(",", ":"))


def reading_test(text: str, budget: Duration) -> str:
    """Render a text to read aloud against a stopwatch; `budget` is the length of the talk that serves as example."""
    return block("reading-test", text=text, words=len(text.split()), said=say(text), budget=budget, model=MODEL)


def spoken_example(text: str) -> str:
    """Render a text with what is read of it, and what its time is made of."""
    return block("spoken-example", text=text, said=reading(text), taken=Taken.of(text))


def reading_examples(*texts: str) -> str:
    """Render a table of texts and how they are said."""
    return block("reading-examples", examples=[(text, reading(text)) for text in texts])


def speech_accuracy() -> str:
    """Render how far the estimate was off on recordings, from the last committed benchmark."""
    return block("accuracy", measured=load_table("accuracy"), words_per_minute=WORDS_PER_MINUTE)


def hearing_accuracy() -> str:
    """Render how far off a recording is judged, from the last committed benchmark."""
    return block("hearing", measured=load_table("hearing"))
