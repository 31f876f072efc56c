"""Reports as trainers read them: golden text beside the file that causes it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from samples import CASE_STUDY, ROOT, make_project

from generalprobe.checking.project import check_project
from generalprobe.problems import excerpt
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import LOCAL_ADDRESS, Project
from generalprobe.reading.source import read_source
from generalprobe.reports import print_text

FILES = sorted((ROOT / "tests" / "golden" / "problems").glob("*.yml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_report_shows_every_problem_with_its_line_and_what_to_do(
    file: Path, golden: Callable[[Path, str], None]
) -> None:
    project = load_project(ROOT, [file])
    golden(file.with_suffix(".txt"), _text(project))


def test_the_table_compares_planned_time_and_budget(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    files = {
        "knapp.yml": CASE_STUDY.replace('"1:15"', '"1:25"'),
        "kurz.yml": CASE_STUDY,
        "lang.yml": CASE_STUDY.replace('"1:15"', '"2:00"'),
        "unbekannt.yml": CASE_STUDY.replace("exam: it-", "exam: "),
    }
    text = _text(load_project(make_project(tmp_path, files)))
    golden(ROOT / "tests" / "golden" / "times-table.txt", text[text.index("Fallstudie ") :])


def test_only_the_part_around_the_problem_of_a_long_line_is_shown() -> None:
    source = read_source("x.yml", f"{'x' * 5000}: [1, 2\n")
    [problem] = source.problems
    shown, offset, width = excerpt(problem)
    assert len(shown) <= 100
    assert shown[offset] == problem.source[problem.column - 1]
    assert width == 1


def _text(project: Project) -> str:
    out = io.StringIO()
    project = replace(project, site_url=LOCAL_ADDRESS)
    print_text(check_project(project), project, Console(file=out, width=100, highlight=False))
    return out.getvalue()
