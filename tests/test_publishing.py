"""What the workflow runs, run here: it publishes whenever the check finds no error, drafts and warnings or not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from copies import ROOT, environment, few_pages
from samples import CASE_STUDY

pytestmark = pytest.mark.slow

JOBS: dict[str, Any] = yaml.safe_load((ROOT / ".github" / "workflows" / "site.yml").read_text(encoding="utf-8"))["jobs"]
DRAFT = CASE_STUDY.replace("title: Drucker", "draft: true\ntitle: Drukker").replace("  audience:", "  audiance:")
"""Begun, with a word and a key that are wrong."""
WARNING = (
    CASE_STUDY.replace("Drucker druckt", "Drukker druckt").replace('"1:15"', '"1:35"', 1).replace('"1:15"', '"1:10"', 2)
)
ERROR = CASE_STUDY.replace("  audience:", "  audiance:")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with all that the steps need, set up: setting up does nothing, it would fetch every package."""
    copy = few_pages(tmp_path / "project", {"drucker.yml": CASE_STUDY})
    for file in ("Makefile", "cspell.json", "spelling.txt"):
        shutil.copy(ROOT / file, copy)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    (copy / "scripts" / "setup.py").write_text("", encoding="utf-8")
    python = copy / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return copy


def passes(job: str, project: Path, said: list[str]) -> bool:
    """Run what a job needs, then the steps of its own, as long as none fails."""
    needed = JOBS[job].get("needs", [])
    if not all(passes(other, project, said) for other in ([needed] if isinstance(needed, str) else needed)):
        return False
    return all(_succeeds(step["run"], project, said) for step in JOBS[job]["steps"] if "run" in step)


def _succeeds(step: str, project: Path, said: list[str]) -> bool:
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", step], cwd=project, env=environment(project), capture_output=True,
        text=True, encoding="utf-8", timeout=300,
    )  # fmt: skip
    said.append(done.stdout + done.stderr)
    return done.returncode == 0


def test_the_site_is_published_from_what_the_check_passes_and_from_nothing_else() -> None:
    """The tests of the code run beside it: they would hold back a trainer's text for half an hour, or for good."""
    assert JOBS["deploy"]["needs"] == "build"
    assert JOBS["build"]["needs"] == "check"
    assert "make test" in [step.get("run") for step in JOBS["test"]["steps"]]


def test_drafts_and_warnings_hold_nothing_back(project: Path) -> None:
    studies = project / "data" / "case-studies"
    (studies / "entwurf.yml").write_text(DRAFT, encoding="utf-8")
    (studies / "warnung.yml").write_text(WARNING, encoding="utf-8")
    said: list[str] = []
    assert passes("build", project, said), "\n".join(said)
    checked = next(text for text in said if "::warning" in text)
    assert "::error" not in checked
    assert {code for code in ("FORM01", "WORT01", "ZEIT06") if f"title={code}" in checked} == {
        *("FORM01", "WORT01", "ZEIT06")
    }
    assert (project / "site" / "fallstudien" / "warnung" / "index.html").is_file()
    assert not (project / "site" / "fallstudien" / "entwurf").exists()


def test_an_error_is_not_published(project: Path) -> None:
    (project / "data" / "case-studies" / "fehler.yml").write_text(ERROR, encoding="utf-8")
    said: list[str] = []
    assert not passes("build", project, said)
    assert "::error file=data/case-studies/fehler.yml,line=8,col=3" in said[-1]
    assert not (project / "site").exists()
