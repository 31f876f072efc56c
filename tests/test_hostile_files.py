"""Whatever lies in data/: a clear problem, no traceback, little memory, and the other files are read all the same."""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hostile import HOSTILE
from samples import CASE_STUDY, make_project

from generalprobe.checking.project import check_project
from generalprobe.format.case_study import CaseStudy
from generalprobe.problems import Problem
from generalprobe.reading.loading import load_project
from generalprobe.reading.source import MAX_PROBLEMS

pytestmark = pytest.mark.slow

PROCESSES = multiprocessing.get_context("forkserver")
"""Each file is read in a process of its own, all of them branches of one that has imported what reads it."""
PROCESSES.set_forkserver_preload([__name__])


@pytest.fixture(autouse=True)
def modules_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Some releases of Python start that process without telling it where this one looks for modules."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_clear_problem_in_little_memory(name: str, tmp_path: Path) -> None:
    """No crash, no traceback, the expected codes, at most 200 MB; a cap on CPU seconds catches what would never end."""
    content, expected = HOSTILE[name]
    root = make_project(tmp_path, {f"{name}.yml": content})
    with ProcessPoolExecutor(1, PROCESSES) as process:
        found, megabytes = process.submit(_measure, root).result()
    assert expected <= {problem.code for problem in found}
    assert len(found) <= MAX_PROBLEMS
    assert all(len(problem.message) < 300 and problem.hint for problem in found)
    assert megabytes <= 200


def _measure(root: Path) -> tuple[list[Problem], int]:
    """What is wrong with a project, and the most memory in MB that finding it out took."""
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    problems = check_project(load_project(root))
    return problems, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


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
    said = {problem.code: problem.message for problem in check_project(load_project(root))}
    assert "keine Berechtigung" in said["DATEI01"]


def test_a_broken_file_does_not_hide_the_problems_of_the_others(tmp_path: Path) -> None:
    files = {"a.yml": "a: b: c", "b.yml": CASE_STUDY.replace("technology", "tecnology"), "c.yml": CASE_STUDY}
    problems = _problems(tmp_path, files)
    assert [(problem.file.rpartition("/")[2], problem.code) for problem in problems] == [
        ("a.yml", "YAML01"),
        ("b.yml", "FORM05"),
    ]


def _problems(root: Path, files: Mapping[str, str | bytes]) -> list[Any]:
    return check_project(load_project(make_project(root, files)))
