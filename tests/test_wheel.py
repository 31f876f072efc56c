"""The package as others install it: whole, and of use far from the project that it was built in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from samples import CASE_STUDY, ROOT, make_project

pytestmark = pytest.mark.slow

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--no-cache-dir"]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing but the installed package; what it depends on stands in the environment of the tests."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("library")
    shutil.copytree(ROOT / "generalprobe", source / "generalprobe", ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / file, source)
    _run([*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(source / "dist"), str(source)])
    [wheel] = (source / "dist").glob("*.whl")
    _run([*PIP, "install", "--no-deps", "--no-compile", "--target", str(target), str(wheel)])
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder of a project that has data and no code."""
    root = make_project(tmp_path / "project", {"drucker.yml": CASE_STUDY})
    (root / "mkdocs.yml").write_text("site_name: Probe\n", encoding="utf-8")
    return root


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _check(library: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generalprobe", "check", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(library)}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_package_is_whole(library: Path) -> None:
    assert _files_of(library) == _files_of(ROOT)


def _files_of(folder: Path) -> set[Path]:
    files = {file.relative_to(folder) for file in (folder / "generalprobe").rglob("*") if file.is_file()}
    return {file for file in files if "__pycache__" not in file.parts}


def test_it_checks_a_file_by_the_exams_of_the_project_around(library: Path, project: Path) -> None:
    fine = _check(library, project, "data/case-studies/drucker.yml")
    assert (fine.returncode, fine.stderr) == (0, "")
    assert "1 Fallstudie geprüft, alles in Ordnung." in fine.stdout
    long = project / "data" / "case-studies" / "lang.yml"
    long.write_text(CASE_STUDY.replace('"1:15"', '"1:29"'), encoding="utf-8")
    from_elsewhere = _check(library, project.parent, str(long))
    assert from_elsewhere.returncode == 1
    assert "data/case-studies/lang.yml:14:1: Fehler ZEIT01" in from_elsewhere.stdout


def test_a_file_that_lies_elsewhere_is_checked_by_the_project_that_one_stands_in(library: Path, project: Path) -> None:
    file = project.parent / "fern.yml"
    file.write_text(CASE_STUDY, encoding="utf-8")
    assert _check(library, project / "data", str(file)).returncode == 0


def test_without_a_project_it_says_what_is_missing(library: Path, tmp_path: Path) -> None:
    file = tmp_path / "fern.yml"
    file.write_text(CASE_STUDY, encoding="utf-8")
    done = _check(library, tmp_path, str(file))
    assert done.returncode == 2
    assert "Hier ist kein Projekt" in done.stderr


def test_an_unknown_command_is_answered_in_german(library: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generalprobe", "nanu"]
    environment = {**os.environ, "PYTHONPATH": str(library)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 2
    assert "nicht möglich, nur" in done.stderr
    assert "Traceback" not in done.stderr
