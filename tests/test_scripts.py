"""The commands, run as a trainer runs them: exit codes, output, and that nothing is overwritten."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from copies import copy_project, run_script
from samples import CASE_STUDY, ROOT

from generalprobe.schema import schema_files

pytestmark = pytest.mark.slow

TOO_LONG = CASE_STUDY.replace('"1:15"', '"1:29"')
WARNING_ONLY = CASE_STUDY.replace('"1:15"', '"1:35"', 1).replace('"1:15"', '"1:10"', 2)

Write = Callable[..., Path]
COMMANDS = sorted(
    file.relative_to(ROOT).as_posix() for room in ("scripts", "bench") for file in (ROOT / room).glob("*.py")
)


ASK_FOR_HELP = """
import contextlib, io, json, os, runpy, sys
path, said, ours = sys.path[1:], {}, {"bench", "generalprobe", "macros", "scripts"}
for script in sys.argv[1:]:
    for name in [each for each in sys.modules if each.partition(".")[0] in ours]:
        del sys.modules[name]
    sys.path[:], sys.argv = [os.path.dirname(script), *path], [script, "--help"]
    with contextlib.redirect_stdout(io.StringIO()) as output:
        try:
            status = runpy.run_path(script, run_name="__main__") and 0
        except SystemExit as end:
            status = end.code or 0
    said[script] = status, output.getvalue()
print(json.dumps(said))
"""
"""Runs each file as if it were alone, but with the packages that those before it have loaded."""


def _run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [sys.executable, ROOT / script, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(text: str, name: str = "fall.yml") -> Path:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_check_is_content_with_the_project_itself() -> None:
    """Whatever trainers have begun in it: drafts and warnings are no errors."""
    done = _run("scripts/check.py", "--no-spelling")
    assert (done.returncode, done.stderr) == (0, "")


def test_check_says_that_all_is_well(write: Write) -> None:
    done = _run("scripts/check.py", "--no-spelling", "--strict", write(CASE_STUDY))
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 Fallstudie geprüft, alles in Ordnung." in done.stdout


def test_check_ends_with_1_where_there_is_an_error(write: Write) -> None:
    done = _run("scripts/check.py", "--no-spelling", write(TOO_LONG))
    assert done.returncode == 1
    assert "Fehler ZEIT01: Geplant sind 10:23, der Zeitrahmen ist 10:00 (0:23 zu viel)" in " ".join(done.stdout.split())


def test_warnings_count_only_with_strict(write: Write) -> None:
    file = write(WARNING_ONLY)
    assert _run("scripts/check.py", "--no-spelling", file).returncode == 0
    assert _run("scripts/check.py", "--no-spelling", "--strict", file).returncode == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--nanu"], "Unbekannte Angabe: --nanu"),
        (["--format", "xml"], "--format: 'xml' ist nicht möglich"),
        (["fehlt.yml"], "fehlt: fehlt.yml"),
        (["docs/images"], "Hier liegt keine YAML-Datei"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_german_sentence(arguments: list[str], message: str) -> None:
    done = _run("scripts/check.py", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_cannot_be_opened_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "ordner.yml").mkdir()
    done = _run("scripts/check.py", "--no-spelling", tmp_path)
    assert done.returncode == 2
    assert "DATEI01: Das ist ein Ordner" in " ".join(done.stdout.split())


def test_json_gives_problems_and_times(write: Write) -> None:
    text = TOO_LONG.replace('    time: "1:29"', "    demo: 0:10\n    time: 1:29", 1)
    report = json.loads(_run("scripts/check.py", "--no-spelling", "--format", "json", write(text)).stdout)
    [problem] = report["problems"]
    assert set(problem) == {"file", "line", "column", "path", "code", "severity", "message", "hint"}
    assert (problem["line"], problem["path"], problem["code"], problem["severity"]) == (14, "slides", "ZEIT01", "error")
    [study] = report["case_studies"]
    spoken = {"spoken_s", "low_s", "high_s"}
    assert set(study) == {
        *{"id", "file", "title", "budget_s", "planned_s", "changes_s", "slides", "questions"},
        *spoken,
    }
    assert (study["id"], study["title"], study["budget_s"], study["planned_s"]) == (
        *("fall", "Drucker druckt nicht"),
        *(600, 623),
    )
    slide = study["slides"][0]
    assert set(slide) == {"title", "planned_s", "demo_s"} | spoken
    assert (slide["title"], slide["planned_s"], slide["demo_s"]) == ("Schritt 1", 89, 10)
    assert slide["low_s"] < slide["spoken_s"] < slide["high_s"]
    assert study["changes_s"] == 12
    assert study["spoken_s"] == pytest.approx(sum(each["spoken_s"] for each in study["slides"]) + 12, abs=0.5)
    assert [set(question) for question in study["questions"]] == [{"id", "answer_s"}] * 3
    assert 30 < study["questions"][0]["answer_s"] < 60


def test_github_format_puts_each_problem_at_its_line(write: Write) -> None:
    file = write(CASE_STUDY.replace("technology", "a%b,c: d::x".replace(": ", ":")))
    done = _run("scripts/check.py", "--no-spelling", "--format", "github", file)
    line, _ = done.stdout.splitlines()
    assert line.startswith("::error file=")
    assert ",line=2,col=8,endColumn=18,title=FORM05%3A Der Wert „a%25b%2Cc%3Ad%3A%3Ax“" in line


def test_output_that_nobody_reads_on_is_no_reason_for_a_traceback(write: Write) -> None:
    command = f'"{sys.executable}" "{ROOT / "scripts" / "check.py"}" --no-spelling "{write(TOO_LONG)}" | true'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


def test_output_is_utf_8_on_any_console(write: Write) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    command: list[str | Path] = [sys.executable, ROOT / "scripts" / "check.py", "--no-spelling", write(TOO_LONG)]
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert "1:12 (1:01–1:25)" in done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def help() -> dict[str, tuple[int, str]]:
    """How each command ends that is asked for help, and what it says."""
    command = [sys.executable, "-c", ASK_FOR_HELP, *(str(ROOT / script) for script in COMMANDS)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT)
    found: dict[str, tuple[int, str]] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("script", COMMANDS)
def test_every_command_has_german_help_and_stands_in_the_readme(help: dict[str, tuple[int, str]], script: str) -> None:
    status, said = help[str(ROOT / script)]
    assert status == 0
    assert said.startswith("Aufruf: ")
    assert script in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("focus", ["technology", "communication", "mixed"])
def test_new_writes_a_draft_that_checks_without_an_error_and_is_never_overwritten(focus: str, tmp_path: Path) -> None:
    """In a copy of the project: other tests read the real data meanwhile."""
    project = copy_project(tmp_path)
    done = run_script(project, "new", "probe", "--focus", focus)
    assert done.returncode == 0, done.stderr
    assert "So geht es weiter" in done.stdout
    file = project / "data" / "case-studies" / "probe.yml"
    text = file.read_text(encoding="utf-8")
    assert "draft: true" in text
    assert run_script(project, "check", str(file)).returncode == 0
    again = run_script(project, "new", "probe", "--focus", focus)
    assert again.returncode == 1
    assert "gibt es schon" in again.stderr
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Drücker nach Update"], "Zum Beispiel: druecker-nach-update"),
        (["../flucht"], "ergibt keine Adresse"),
        ([], "Es fehlt: ID"),
        (["x", "--focus", "technik"], "--focus: 'technik' ist nicht möglich"),
        (["x", "--exam", "fehlt"], "„fehlt“ gibt es in data/exams/ nicht"),
    ],
)
def test_new_refuses_what_makes_no_case_study(arguments: list[str], message: str) -> None:
    done = _run("scripts/new.py", *arguments)
    assert done.returncode == 2
    assert message in done.stderr


def test_the_schemas_are_current() -> None:
    assert _run("scripts/schema.py", "--check").returncode == 0
    for name, text in schema_files().items():
        assert (ROOT / name).read_text(encoding="utf-8") == text, "make schema"


def test_every_key_of_the_schemas_is_explained_in_german() -> None:
    for text in schema_files().values():
        schema = json.loads(text)
        for model in [schema, *schema["definitions"].values()]:
            for properties in [part.get("properties", {}) for part in [model, *model.get("anyOf", [])]]:
                for key, property in properties.items():
                    assert "const" in property or property.get("description"), key
