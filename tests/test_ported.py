"""What Python and the browser both know comes out the same in both: one Node answers many questions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle
from math import isfinite
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from answers import asked
from hostile import HOSTILE
from injection.payloads import PAYLOADS
from random_german import texts
from random_talks import talks
from samples import CASE_STUDY, ROOT, YAML_LOOKALIKES, make_project
from test_slips import SLIPS, typed

from generalprobe import addresses
from generalprobe.checking.project import check_project
from generalprobe.checking.talks import check_case_study
from generalprobe.format.case_study import CaseStudy, Image, Placeholder, Slide
from generalprobe.format.wording import composed
from generalprobe.pages import data_files
from generalprobe.pages.speech import speech_file
from generalprobe.pages.workshop import JUDGED, rules_file
from generalprobe.problems import Finding, path_text
from generalprobe.problems import Path as Place
from generalprobe.reading.loading import load_project, read_text
from generalprobe.reading.project import Entry
from generalprobe.reading.recovery import CONTROL
from generalprobe.reading.source import read_source
from generalprobe.speech import estimate, is_english, pauses_s, reading
from generalprobe.speech.text import unsaid

pytestmark = pytest.mark.slow

RANDOM_TEXTS = 10_000
TALKS = 120
MUTANTS = 300
LOST_IN_SILENCE = {"YAML10": "Der Rückstrich", "YAML11": "Liste", "YAML12": "Das Komma teilt den Text"}
"""What is said of it."""
TYPED = [
    *[
        ": ",
        "- ",
        "#",
        " #",
        "&a ",
        "*a ",
        "!x ",
        "!!str ",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "|",
        "> ",
        "%",
        "@",
        "`",
    ],
    *[
        "\t",
        "\n",
        "\n\n",
        "---\n",
        "...\n",
        "? ",
        "<<: ",
        "\\",
        "  ",
        "~",
        "null",
        "true",
        "1.5",
        "0x1F",
        "0o17",
        ".inf",
    ],
    *["=", "ä", "a\u0308", "\u00a0", "\u0007"],
]
TRICKY = [
    *YAML_LOOKALIKES,
    *["a:", "a\n- b", "a\n b", "a\tb", "C:\\neu", "\\\\server\\neu", "wort " * 60 + "- wort", "wort  " * 60 + "ende"],
]


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
    answers = asked("judge", {"speech": speech_file(), "rules": rules_file(), "exam": exam}, talks)
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
    *(
        (("slides", 1, "artifact"), {"caption": "", **artifact})
        for artifact in (
            {"kind": "placeholder", "description": ""},
            {"kind": "diagram", "source": " ", "description": ""},
            {"kind": "code", "language": "text", "code": ""},
            {"kind": "quote", "text": "", "source": ""},
            {"kind": "table", "columns": [], "rows": []},
            {"kind": "table", "columns": ["", "Zahl"], "rows": [["", ""]]},
        )
    ),
    (("slides",), []),
    (("slides", 0, "notes"), "ab, " * 5_001),
]


def _with(value: Any, path: Place, new: Any) -> Any:
    """A copy in which something else stands at a place."""
    copy = value.copy()
    copy[path[0]] = _with(value[path[0]], path[1:], new) if path[1:] else new
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


def _studies(given: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Case studies with such texts wherever a text may stand."""
    about = ("topic", "audience", "situation", "goal", "scope")
    some = cycle(text for text in given if text.strip(" \t\r\n"))
    for _ in range(0, len(given), 36):
        slides = []
        for number in range(3):
            table = {"kind": "table", "columns": [next(some), next(some)], "rows": [["", next(some)], []]}
            bullets = [next(some), {"text": next(some), "bullets": [next(some), next(some)]}]
            slide = {"title": next(some), "headline": next(some), "bullets": bullets, "notes": next(some)}
            slides.append({**slide, "artifact": table, "time": "1:05", "id": f"folie-{number}"})
        metadata = {key: next(some) for key in about} | {key: [next(some)] for key in ("success_criteria", "risks")}
        study = {"title": next(some), "draft": True, "focus": "mixed", "exam": "it-support-specialist"}
        yield {**study, "summary": next(some), "tags": [next(some)], "metadata": metadata, "slides": slides}


def test_what_the_browser_writes_the_check_reads_back() -> None:
    random = [text for text in texts(RANDOM_TEXTS // 4, seed=7) if not CONTROL.search(text)]
    studies = list(
        _studies([composed(text.replace("\r\n", "\n")) for text in [*random, *_written(), *PAYLOADS, *TRICKY]])
    )
    for study, written in zip(studies, asked("write", {}, studies), strict=True):
        read = read_text(ROOT / "data/case-studies/eigener.yml", written, CaseStudy, ROOT)
        assert isinstance(read, Entry), [str(problem) for problem in read.problems([])]
        assert read.model == CaseStudy.model_validate(study)


def test_a_talk_of_the_browser_is_a_case_study(tmp_path: Path) -> None:
    """With all that its slides hold, under the same keys."""
    files = {f"fall-{number}.yml": _yaml(study) for number, study in enumerate(talks(20, seed=3))}
    known = [load_project(ROOT), load_project(make_project(tmp_path / "project", files))]
    entries = [(project, entry) for project in known for entry in project.entries(CaseStudy)]
    about = ("title", "focus", "exam", "summary")
    own = [
        {
            **json.loads(data_files(project)[addresses.talk_file(entry.id)].render()),
            **{name: getattr(entry.model, name) for name in about},
        }
        for project, entry in entries
    ]
    for (_, entry), written in zip(entries, asked("save", {}, own), strict=True):
        read = read_text(tmp_path / "data/case-studies/eigener.yml", written, CaseStudy, tmp_path)
        assert isinstance(read, Entry)
        for name in (*about, "metadata", "slides"):
            assert getattr(read.model, name) == getattr(entry.model, name)


def _without_picture(slide: Slide) -> Slide:
    if not isinstance(image := slide.artifact, Image):
        return slide
    return slide.model_copy(
        update={"artifact": Placeholder(kind="placeholder", caption=image.caption, description=image.alt)}
    )


def test_a_case_study_that_becomes_ones_own_comes_back_as_it_was(tmp_path: Path) -> None:
    """Its talk whole, its questions as those that are asked and answered aloud."""
    entries = load_project(ROOT).entries(CaseStudy)
    files = [(ROOT / entry.source.file).read_text("utf-8") for entry in entries]
    for entry, written in zip(entries, asked("own", {}, files), strict=True):
        read = read_text(tmp_path / "data/case-studies/eigener.yml", written, CaseStudy, tmp_path)
        assert isinstance(read, Entry)
        for name in ("title", "focus", "exam", "summary", "metadata"):
            assert getattr(read.model, name) == getattr(entry.model, name)
        assert read.model.slides == tuple(map(_without_picture, entry.model.slides))
        kept = ("id", "topic", "question", "answer")
        before = [{name: getattr(each, name, "") for name in kept} for each in entry.model.questions]
        told = [{name: getattr(each, name) for name in kept} for each in read.model.questions]
        assert [
            each | {"answer": each["answer"] or said["answer"]} for each, said in zip(before, told, strict=True)
        ] == told


def _mutated(random: Random, text: str) -> str:
    """A text in which somebody has typed by mistake."""
    for _ in range(random.randrange(1, 4)):
        at, lines = random.randrange(len(text)), text.split("\n")
        match random.randrange(6):
            case 0:
                text = text[:at] + text[at + random.randrange(1, 6) :]
            case 1:
                text = "\n".join([*lines, random.choice(lines)])
            case _:
                text = text[:at] + random.choice(TYPED) + text[at:]
    return text


def _numbers_alike(value: Any) -> Any:
    """With numbers as JavaScript has them: all of one kind, and none that JSON cannot say."""
    match value:
        case dict():
            return {key: _numbers_alike(each) for key, each in value.items()}
        case list():
            return [_numbers_alike(each) for each in value]
        case bool():
            return value
        case int() | float():
            return float(value) if isfinite(value) else None
        case _:
            return value


def test_the_browser_reads_yaml_as_the_check_does() -> None:
    """What YAML loses in silence is named alike; it is stricter with what stands at the margin."""
    random = Random(20261126)
    slips = [typed(slip, slip.get("of", "drucker.yml")) for slip in SLIPS.values()]
    hostile = [text for text, _ in HOSTILE.values() if isinstance(text, str) and len(text) < 20_000]
    data = [file.read_text("utf-8") for file in sorted((ROOT / "data").rglob("*.yml"))]
    given = [*data, *slips, *hostile, *(_mutated(random, CASE_STUDY[:900]) for _ in range(MUTANTS))]
    refused = 0
    named: Counter[str] = Counter()
    for text, answer in zip(given, asked("read", {}, given), strict=True):
        source = read_source("x.yml", text)
        if source.problems or source.mended != text:
            assert "trouble" in answer, text
            codes = {each.code for each in source.problems}
            if codes <= LOST_IN_SILENCE.keys():
                named.update(codes)
                assert any(LOST_IN_SILENCE[code] in answer["trouble"]["said"] for code in codes), text
        elif "trouble" in answer:
            refused += 1
        else:
            assert answer["value"] == _numbers_alike(source.root.value if source.root else None), text
    assert refused < MUTANTS / 100
    assert all(named[code] >= 2 for code in LOST_IN_SILENCE)


def test_every_text_takes_as_long_in_the_browser() -> None:
    given = list(dict.fromkeys([*texts(RANDOM_TEXTS, seed=20261126), *_written(), *PAYLOADS]))
    answers = asked("speech", {"speech": speech_file()}, given)
    wrong = [text for text, answer in zip(given, answers, strict=True) if answer != _spoken(text)]
    assert wrong == []
