"""The sample answers of the lessons take as long as an answer in the exam may take."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from samples import ROOT

from generalprobe.reading.loading import load_project
from generalprobe.talk import say

ANSWER = re.compile(r'^\?\?\? question "(.+)"\n\n((?:    .*\n|\n)+)', re.MULTILINE)
LESSONS = sorted((ROOT / "docs" / "lernen").glob("*.md"))
ANSWERS = {match[1]: dedent(match[2]).strip() for page in LESSONS for match in ANSWER.finditer(page.read_text("utf-8"))}
LIMITS = next(iter(load_project(ROOT, []).exams.values())).discussion


@pytest.mark.parametrize("question", ANSWERS)
def test_a_sample_answer_takes_as_long_as_it_may(question: str) -> None:
    assert LIMITS.shortest_answer <= say(ANSWERS[question]).seconds <= LIMITS.longest_answer


def test_every_lesson_has_sample_answers() -> None:
    without = [page.stem for page in LESSONS if not ANSWER.search(page.read_text("utf-8"))]
    assert without == ["index"]
