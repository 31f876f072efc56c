"""What Python and the browser both know comes out the same in both: one Node answers many questions."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from injection.payloads import PAYLOADS
from random_german import texts
from random_talks import talks
from samples import CASE_STUDY, ROOT, make_project

from generalprobe import addresses
from generalprobe.checking.project import check_project
from generalprobe.checking.talks import check_case_study
from generalprobe.format.case_study import CaseStudy
from generalprobe.pages import data_files
from generalprobe.pages.speech import speech_file
from generalprobe.pages.workshop import JUDGED, rules_file
from generalprobe.problems import Finding, path_text
from generalprobe.problems import Path as Place
from generalprobe.reading.loading import load_project
from generalprobe.speech import estimate, is_english, pauses_s, reading
from generalprobe.speech.text import unsaid

RANDOM_TEXTS = 10_000
TALKS = 200


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


def _asked(question: str, known: Mapping[str, str], values: list[Any]) -> list[Any]:
    """The browser's answers, one for each value; it knows what the build writes for it."""
    beside = shutil.which(Path(sys.executable).with_name("node"))
    node = [beside or "node", str(ROOT / "tests" / "javascript" / "answers.mjs"), question]
    given = json.dumps({"known": {name: json.loads(text) for name, text in known.items()}, "values": values})
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


def _places(findings: Iterable[Finding]) -> list[list[Any]]:
    """What the browser is to find, in any order."""
    return sorted(
        [each.code, path_text(each.path), each.message, each.words] for each in findings if each.code in JUDGED
    )


def _yaml(value: Any) -> str:
    value = json.loads(json.dumps(value))  # nothing in it twice, which would be written as an alias
    return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def _judged(talks: list[dict[str, Any]], exam: str) -> Iterator[list[list[Any]]]:
    answers = _asked("judge", {"speech": speech_file(), "rules": rules_file(), "exam": exam}, talks)
    for findings in answers:
        yield sorted(
            [each["code"], path_text(tuple(each["path"])), each["message"], each["words"]]
            for each in findings
            if each["severity"] != "hint"
        )


def test_the_browser_finds_in_a_talk_what_the_check_finds(tmp_path: Path) -> None:
    files = {f"fall-{number}.yml": _yaml(study) for number, study in enumerate(talks(TALKS, seed=20261126))}
    project = load_project(make_project(tmp_path / "project", files))
    entries = project.entries(CaseStudy)
    assert len(entries) == TALKS
    written = data_files(project)
    exam = written[addresses.exam_file("it-support-specialist")].render()
    given = [json.loads(written[addresses.talk_file(entry.id)].render()) for entry in entries]
    found = [_places(check_case_study(entry.model, project.exams, project.exams, frozenset())) for entry in entries]
    assert list(_judged(given, exam)) == found
    assert {code for places in found for code, *_ in places} == set(JUDGED) - {"FORM05", "FORM07"}


EMPTY: list[tuple[Place, Any]] = [
    *((("metadata", field), " \t") for field in ("topic", "audience", "situation", "goal", "scope")),
    *((("metadata", field), value) for field in ("success_criteria", "risks") for value in ([], ["", "Eins"])),
    *((("slides", 1, field), "") for field in ("title", "headline")),
    (("slides", 2, "bullets"), [{"text": "", "bullets": []}, {"text": "Eins", "bullets": ["\n"]}]),
    (("slides", 0, "headline"), "\u00a0"),
    (("slides",), []),
    (("slides", 0, "notes"), "ab, " * 5_001),
]


def _with(value: Any, path: Place, new: Any) -> Any:
    """A copy in which something else stands at a place."""
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = _with(value[path[0]], path[1:], new)
    return copy


def test_the_browser_misses_what_the_check_misses(tmp_path: Path) -> None:
    study = yaml.safe_load(CASE_STUDY)
    files = {f"{number}.yml": _yaml(_with(study, *empty)) for number, empty in enumerate(EMPTY)}
    project = load_project(make_project(tmp_path / "project", {"ganz.yml": CASE_STUDY, **files}))
    written = data_files(project)
    talk = json.loads(written[addresses.talk_file("ganz")].render())
    exam = written[addresses.exam_file("it-support-specialist")].render()
    told = _judged([_with(talk, *empty) for empty in EMPTY], exam)
    for number, findings in enumerate(told):
        problems = [each for each in check_project(project) if each.file.endswith(f"/{number}.yml")]
        missed = sorted([each.code, each.path, each.message] for each in problems if each.code in ("FORM05", "FORM07"))
        assert sorted([code, path, message] for code, path, message, _ in findings if code.startswith("FORM")) == missed
        assert missed or EMPTY[number][1] == "\u00a0"


def test_every_text_takes_as_long_in_the_browser() -> None:
    given = [*texts(RANDOM_TEXTS, seed=20261126), *_written(), *PAYLOADS]
    answers = _asked("speech", {"speech": speech_file()}, given)
    wrong = [text for text, answer in zip(given, answers, strict=True) if answer != _spoken(text)]
    assert wrong == []
