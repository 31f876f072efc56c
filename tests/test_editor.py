"""The editor's verdict is ours: what the YAML extension marks is what the check refuses, and it explains in German.

Compared is what concerns a file by itself, as `load_file` reports it. The rules of the exam, files that other files
refer to, keys that must be unique across a file and the limits of size are the check's alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from editor.language_server import LanguageServer
from editor.mutations import mutations
from editor.typed import BAD, CHECK_ALONE, EDITOR_ALONE, GOOD
from samples import CASE_STUDY, ROOT, said

from generalprobe.format.case_study import CaseStudy
from generalprobe.format.fields import Model
from generalprobe.format.kinds import KINDS
from generalprobe.pages import data_files
from generalprobe.reading.loading import load_file, load_project
from generalprobe.scaffold import FOCUSES, skeleton

pytestmark = pytest.mark.slow

MODELS: dict[str, type[Model]] = {Path(kind.place).stem: kind.model for kind in KINDS}
SINGLE = {Path(kind.place).stem for kind in KINDS if kind.single}
"""Files of which there is one; the settings name just that one, not the many made-up ones."""
REAL = {
    f"{Path(kind.place).stem}/{file.stem}": file.read_text(encoding="utf-8")
    for kind in KINDS
    for file in sorted(ROOT.glob(kind.files))
}

SLIDE: dict[str, Any] = {"title": "a", "headline": "b", "time": "1:00"}
ARTIFACTS: list[dict[str, Any]] = [
    {"kind": "placeholder", "description": "a", "caption": "b"},
    {"kind": "image", "src": "a", "alt": "b", "caption": "c"},
    {"kind": "diagram", "source": "a", "description": "b", "caption": "c"},
    {"kind": "code", "language": "a", "code": "b", "caption": "c"},
    {"kind": "table", "columns": ["a"], "rows": [["b"]], "caption": "c"},
    {"kind": "quote", "text": "a", "source": "b", "caption": "c"},
]
OPTION: dict[str, Any] = {"text": "c", "right": True, "feedback": "f", "last": True}
QUESTIONS: list[dict[str, Any]] = [
    {
        "id": "a",
        "kind": "open",
        "question": "b",
        "expects": "c",
        "points": ["d", {"text": "f", "said": "e"}],
        "core": True,
        "answer": "e",
        "follow_up": "g",
    },
    {"id": "a", "kind": "choice", "question": "b", "options": [OPTION, {"text": "d"}], "explanation": "e"},
    {"id": "a", "kind": "order", "question": "b", "steps": ["a", "b", "c"], "explanation": "e"},
    {
        "id": "a",
        "kind": "gaps",
        "question": "b",
        "text": "c ___",
        "gaps": [{"accepted": ["d", "e"]}],
        "explanation": "f",
    },
    {"id": "a", "kind": "match", "question": "b", "pairs": [{"left": "c", "right": "d"}, {"left": "e", "right": "f"}]},
]
SMALL: dict[str, Any] = {
    "title": "a",
    "focus": "mixed",
    "exam": "b",
    "summary": "c",
    "metadata": dict.fromkeys(("topic", "audience", "situation", "goal", "scope"), "a")
    | {"success_criteria": ["a"], "risks": ["b"]},
    "slides": [SLIDE],
}
LARGE: dict[str, Any] = SMALL | {
    "draft": False,
    "tags": ["a"],
    "slides": [
        SLIDE
        | {
            "bullets": ["a", {"text": "b", "bullets": ["c"]}],
            "notes": "d",
            "demo": "0:10",
            "id": "e",
            "formerly": ["f"],
        },
    ],
    "questions": [
        {
            "id": "a",
            "topic": "b",
            "difficulty": "easy",
            "formerly": ["c"],
            "question": "d",
            "answer": "f",
            "expects": "e",
        }
    ],
    "sources": ["a"],
}
BANK = {"title": "a", "topic": "b", "lesson": "c/d", "questions": [QUESTIONS[0]]}
VOCABULARY: dict[str, dict[str, Any]] = {
    "glossary": {
        "terms": [
            dict.fromkeys(("id", "term", "full", "topic", "meaning", "example"), "a")
            | {"forms": ["b"], "confused_with": {"term": "c", "difference": "d"}, "formerly": ["e/f"], "core": True}
        ]
    },
    "phrases": {
        "title": "a",
        "topic": "b",
        "phrases": [
            dict.fromkeys(("id", "situation", "bad", "better", "why"), "a") | {"formerly": ["b"], "core": False}
        ],
    },
}
TICK = {"id": "a", "text": "b"}
LINE = dict.fromkeys(("speaker", "text", "step", "worse", "why"), "a")
ROW = dict.fromkeys(("incident", "level", "who", "by", "how"), "a")
LESSONS: dict[str, dict[str, Any]] = {
    "dialogues": {"title": "a", "situation": "b", "steps": ["c", "d"], "lines": [LINE, {"speaker": "e", "text": "f"}]},
    "escalation-matrices": {"title": "a", "rows": [ROW, ROW]},
    "topic-ideas": {
        "areas": [{"id": "a", "title": "b", "ideas": [{"title": "c", "focus": "mixed", "hint": "d"}]}],
        "fitness": [TICK],
        "fit_from": 1,
    },
    "preparation": {
        "milestones": [{"id": "a", "title": "b", "minutes": 30, "steps": ["c"], "self_checks": [TICK]}],
        "plan": [{"id": "a", "days_before": 7, "title": "b", "tasks": [TICK]}],
        "checklist": [{"id": "a", "title": "b", "items": [TICK]}],
        "plan_b": [dict.fromkeys(("id", "trouble", "action", "prepare"), "a")],
    },
}
CRITERION: dict[str, Any] = {"knockout": True, "topic": "a", "lesson": "b"}
STEP: dict[str, Any] = {"title": "a", "purpose": "b", "time": "1:00"}
EXAM: dict[str, Any] = yaml.safe_load(REAL["exams/it-support-specialist"]) | {
    "plans": [{"title": "a", "focus": "mixed", "slides": [STEP]}],
    "topics": ["a"],
    "forbidden_audiences": ["b"],
    "marking_sheet": {
        "scale": ["a", "b"],
        "sections": [{"title": "c", "criteria": [{"id": "a", "text": "d"} | CRITERION]}],
        "overall": [{"id": "b", "text": "e"}],
        "verdicts": ["f"],
    },
}


class Verdict(NamedTuple):
    """What both say about one text."""

    editor: list[str]
    check: list[str]


class Judge:
    """Asks both about texts that stand as files of data/ in the project, and nowhere on the disk of the project."""

    def __init__(self, server: LanguageServer, folder: Path) -> None:
        self.server = server
        self._folder = folder

    def verdicts(self, group: str, texts: Mapping[str, str], folder: str = "case-studies") -> dict[str, Verdict]:
        files = {name: f"{group}-{number}.yml" for number, name in enumerate(texts)}
        if folder in SINGLE:
            schema = f"# yaml-language-server: $schema=../../schema/{folder}.schema.json\n"
            texts = {name: schema + text for name, text in texts.items()}
        documents = {name: ROOT / "data" / folder / file for name, file in files.items()}
        self.server.open({documents[name]: text for name, text in texts.items()})
        checked = {name: self._check(files[name], text, MODELS[folder]) for name, text in texts.items()}
        marked = self.server.shown(documents.values())
        return {name: Verdict(marked[documents[name]], checked[name]) for name in texts}

    def disagreements(self, group: str, data: Mapping[str, Any], folder: str = "case-studies") -> dict[str, Verdict]:
        texts = {name: json.dumps(value) for name, value in data.items()}
        verdicts = self.verdicts(group, texts, folder)
        assert any(verdict.check for verdict in verdicts.values()), "nothing was wrong"
        assert not all(verdict.check for verdict in verdicts.values()), "nothing was right"
        return {name: verdict for name, verdict in verdicts.items() if bool(verdict.editor) != bool(verdict.check)}

    def _check(self, file: str, text: str, model: type[Model]) -> list[str]:
        path = self._folder / file
        path.write_text(text, encoding="utf-8", newline="")
        return [problem.message for problem in load_file(path, model, self._folder).problems()]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """One server for all tests, with the settings that VS Code finds in the project."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    server = LanguageServer(ROOT, settings)
    yield Judge(server, tmp_path_factory.mktemp("editor"))
    server.close()


@pytest.fixture(scope="module")
def typed(judge: Judge) -> dict[str, dict[str, Verdict]]:
    """The verdicts on what trainers type; asked for at once, since the server waits before it answers."""
    groups = {"good": GOOD, "bad": BAD, "check-alone": CHECK_ALONE, "editor-alone": EDITOR_ALONE}
    return {group: judge.verdicts(group, texts) for group, texts in groups.items()}


def test_the_editor_knows_the_schema_of_every_kind_of_file() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {kind.schema_file: kind.files for kind in KINDS}


@pytest.mark.parametrize("name", GOOD)
def test_what_is_right_is_right_for_both(typed: dict[str, dict[str, Verdict]], name: str) -> None:
    assert typed["good"][name] == Verdict([], [])


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_wrong_for_both(typed: dict[str, dict[str, Verdict]], name: str) -> None:
    verdict = typed["bad"][name]
    assert verdict.editor
    assert verdict.check


@pytest.mark.parametrize("name", CHECK_ALONE)
def test_the_check_alone_refuses_what_the_editor_cannot_know(typed: dict[str, dict[str, Verdict]], name: str) -> None:
    verdict = typed["check-alone"][name]
    assert verdict.editor == []
    assert verdict.check


@pytest.mark.parametrize("name", EDITOR_ALONE)
def test_the_editor_alone_is_strict_about_margins(typed: dict[str, dict[str, Verdict]], name: str) -> None:
    verdict = typed["editor-alone"][name]
    assert verdict.editor
    assert verdict.check == []


def test_every_change_to_a_case_study_is_judged_alike(judge: Judge) -> None:
    assert judge.disagreements("change", dict(mutations(LARGE))) == {}


def test_every_change_to_an_artifact_is_judged_alike(judge: Judge) -> None:
    changed = {
        f"{artifact['kind']}: {name}": SMALL | {"slides": [SLIDE | {"artifact": other}]}
        for artifact in ARTIFACTS
        for name, other in mutations(artifact)
    }
    assert judge.disagreements("artifact", changed) == {}


def test_every_change_to_an_exam_is_judged_alike(judge: Judge) -> None:
    assert judge.disagreements("change", dict(mutations(EXAM)), "exams") == {}


def test_every_change_to_a_question_is_judged_alike(judge: Judge) -> None:
    """In the bank, where all kinds stand; a question without its kind is an open one for both."""
    changed = {
        f"{question['kind']}: {name}": BANK | {"questions": [other]}
        for question in QUESTIONS
        for name, other in mutations(question)
    }
    assert judge.disagreements("question", changed, "question-bank") == {}
    assert judge.disagreements("bank", dict(mutations(BANK)), "question-bank") == {}


@pytest.mark.parametrize("folder", VOCABULARY)
def test_every_change_to_a_term_and_a_phrase_is_judged_alike(judge: Judge, folder: str) -> None:
    assert judge.disagreements("change", dict(mutations(VOCABULARY[folder])), folder) == {}


@pytest.mark.parametrize("folder", LESSONS)
def test_every_change_to_what_lessons_show_is_judged_alike(judge: Judge, folder: str) -> None:
    assert judge.disagreements("change", dict(mutations(LESSONS[folder])), folder) == {}


def test_the_changes_begin_with_what_is_right(judge: Judge) -> None:
    """Else every change would be wrong for both, and prove nothing."""
    whole = {artifact["kind"]: SMALL | {"slides": [SLIDE | {"artifact": artifact}]} for artifact in ARTIFACTS}
    texts = {name: json.dumps(data) for name, data in {"small": SMALL, "large": LARGE, **whole}.items()}
    assert set(map(str, judge.verdicts("whole", texts).values())) == {str(Verdict([], []))}
    assert judge.verdicts("whole", {"exam": json.dumps(EXAM)}, "exams") == {"exam": Verdict([], [])}


@pytest.mark.parametrize("folder", MODELS)
def test_the_editor_finds_no_fault_with_real_files_that_the_check_can_read(judge: Judge, folder: str) -> None:
    """A trainer's draft may have faults, which both find."""
    texts = {name: text for name, text in REAL.items() if name.startswith(folder)}
    assert texts
    verdicts = judge.verdicts("real", texts, folder)
    assert {name: verdict.editor for name, verdict in verdicts.items() if verdict.editor and not verdict.check} == {}


def test_skeletons_are_right(judge: Judge) -> None:
    exams = load_project(ROOT).exams
    texts = {f"{id} {focus}": skeleton(id, exam, focus) for id, exam in exams.items() for focus in FOCUSES}
    assert judge.verdicts("skeleton", texts) == {name: Verdict([], []) for name in texts}


def test_the_first_line_of_a_file_leads_other_editors_to_the_schema(judge: Judge) -> None:
    """Without the mapping of .vscode/settings.json, which does not hold for this folder."""
    first_line = skeleton("a", load_project(ROOT).exams["it-support-specialist"]).splitlines()[0]
    with_line, without = ROOT / "tests" / "editor" / "a.yml", ROOT / "tests" / "editor" / "b.yml"
    marked = judge.server.diagnose({with_line: f"{first_line}\nfocus: mixed\n", without: "focus: mixed\n"})
    assert marked[with_line]
    assert marked[without] == []


def _place(text: str, word: str) -> tuple[int, int]:
    before = text[: text.index(word)]
    return before.count("\n"), len(before) - (before.rfind("\n") + 1)


def test_the_editor_explains_a_key_in_german(judge: Judge) -> None:
    file = ROOT / "data" / "case-studies" / "hover.yml"
    judge.server.diagnose({file: CASE_STUDY})
    shown = judge.server.hover(file, *_place(CASE_STUDY, "time:"))
    assert str(CaseStudy.model_json_schema()["$defs"]["Slide"]["properties"]["time"]["description"]) in shown
    assert "1:30" in shown
    assert "Rahmen des Vortrags" in judge.server.hover(file, *_place(CASE_STUDY, "metadata:"))


def test_the_editor_offers_the_keys_that_a_slide_does_not_have_yet(judge: Judge) -> None:
    file = ROOT / "data" / "case-studies" / "completion.yml"
    text = CASE_STUDY.replace(f"notes: {said(75)}", "", 1)
    judge.server.diagnose({file: text})
    offered = judge.server.complete(file, *_place(CASE_STUDY, "notes:"))
    assert {"notes", "artifact", "demo", "id"} <= set(offered)
    assert not {"title", "headline", "time", "metadata"} & set(offered)


def test_the_editor_offers_the_kinds_of_artifacts(judge: Judge) -> None:
    file = ROOT / "data" / "case-studies" / "kinds.yml"
    text = CASE_STUDY.replace("    bullets: [Ein Punkt]\n", "    artifact:\n      kind: \n", 1)
    judge.server.diagnose({file: text})
    line, column = _place(text, "kind: ")
    assert judge.server.complete(file, line, column + len("kind: ")) == [artifact["kind"] for artifact in ARTIFACTS]


def test_the_editor_says_in_german_how_a_time_is_written(judge: Judge) -> None:
    verdicts = judge.verdicts("german", {"time": BAD["time-seconds"], "id": BAD["id-capital"]})
    assert verdicts["time"].editor == ['Keine Zeitangabe. Als Minuten:Sekunden schreiben, zum Beispiel `"1:30"`.']
    assert verdicts["id"].editor == ["Das ist keine Kennung: nur Kleinbuchstaben, Ziffern und einzelne Bindestriche."]


def test_what_the_browser_gets_obeys_its_schema(judge: Judge) -> None:
    """Every talk and exam that we ship; one with a key too many, and one without its version, are found."""
    files = data_files(load_project(ROOT))
    texts = {path: file.render() for path, file in files.items() if path.endswith("/vortrag.json")}
    [exam] = [file.render() for path, file in files.items() if path.startswith("exams/")]
    some = json.loads(next(iter(texts.values())))
    broken = [json.dumps(some | {"more": 1}), json.dumps({key: some[key] for key in some if key != "version"})]
    named = [("talk", text) for text in (*texts.values(), *broken)] + [("exam", exam)]
    documents = {
        ROOT / f"published-{at}.yml": f"# yaml-language-server: $schema=schema/published/{name}.schema.json\n{text}"
        for at, (name, text) in enumerate(named)
    }
    found = list(judge.server.diagnose(documents).values())
    assert found[: len(texts)] + found[-1:] == [[]] * (len(texts) + 1)
    assert all(found[len(texts) : -1])
