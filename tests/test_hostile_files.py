"""Whatever lies in data/: a clear problem, no traceback, little memory, and the other files are read all the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE
from samples import CASE_STUDY, make_project

from generalprobe.checking.project import check_project
from generalprobe.format.case_study import CaseStudy
from generalprobe.reading.loading import load_project
from generalprobe.reading.source import MAX_PROBLEMS

pytestmark = pytest.mark.slow

MEASURE = """
import json, resource, sys
from pathlib import Path
from generalprobe.checking.project import check_project
from generalprobe.reading.loading import load_project
problems = check_project(load_project(Path(sys.argv[1])))
print(json.dumps([[p.code, p.line, p.column, p.message, p.hint] for p in problems]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_clear_problem_in_little_memory(name: str, tmp_path: Path) -> None:
    """No crash, no traceback, the expected codes, at most 200 MB; a cap on CPU seconds catches what would never end."""
    content, expected = HOSTILE[name]
    root = make_project(tmp_path, {f"{name}.yml": content})
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(root)], capture_output=True, text=True, preexec_fn=_limit_cpu, check=False
    )
    assert done.returncode == 0, done.stderr
    problems, megabytes = done.stdout.splitlines()
    found = json.loads(problems)
    assert expected <= {code for code, *_ in found}
    assert len(found) <= MAX_PROBLEMS
    assert all(len(message) < 300 and hint for *_, message, hint in found)
    assert int(megabytes) <= 200


def _limit_cpu() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))


@pytest.mark.parametrize(
    "name", ["Störung.yml", "zwei worte.yml", "Gross.yml", "a--b.yml", "-a.yml", "a_b.yml", "fall.yaml"]
)
def test_a_file_name_that_is_no_address_is_refused_with_a_better_one(name: str, tmp_path: Path) -> None:
    [problem] = _problems(tmp_path, {name: CASE_STUDY})
    assert problem.code == "DATEI04"
    assert ".yml` umbenennen" in problem.hint


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    assert _problems(tmp_path, {"bom.yml": b"\xef\xbb\xbf" + CASE_STUDY.encode()}) == []


def test_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    assert _problems(tmp_path, {"windows.yml": CASE_STUDY.replace("\n", "\r\n")}) == []


def test_a_folder_a_dangling_link_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"gut.yml": CASE_STUDY})
    folder = root / "data" / "case-studies"
    (folder / "ordner.yml").mkdir()
    (folder / "verweis.yml").symlink_to(folder / "fehlt")
    os.mkfifo(folder / "rohr.yml")
    project = load_project(root)
    assert [problem.code for problem in check_project(project)] == ["DATEI01"] * 3
    assert [entry.id for entry in project.entries(CaseStudy)] == ["gut"]


def test_an_unreadable_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is played."""
    root = make_project(tmp_path, {"zu.yml": CASE_STUDY})

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "DATEI01" in {problem.code for problem in check_project(load_project(root))}


def test_a_broken_file_does_not_hide_the_problems_of_the_others(tmp_path: Path) -> None:
    files = {"a.yml": "a: b: c", "b.yml": CASE_STUDY.replace("technology", "tecnology"), "c.yml": CASE_STUDY}
    problems = _problems(tmp_path, files)
    assert [(problem.file.rpartition("/")[2], problem.code) for problem in problems] == [
        ("a.yml", "YAML01"),
        ("b.yml", "FORM05"),
    ]


def _problems(root: Path, files: Mapping[str, str | bytes]) -> list[Any]:
    return check_project(load_project(make_project(root, files)))
