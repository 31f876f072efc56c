"""Reports as trainers read them: golden text beside the file that causes it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from samples import CASE_STUDY, ROOT, make_project, said

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
    text = _text(load_project(make_project(tmp_path, files)), 100)
    golden(ROOT / "tests" / "golden" / "times-table.txt", text[text.index("Fallstudie ") :])


def test_only_the_part_around_the_problem_of_a_long_line_is_shown() -> None:
    source = read_source("x.yml", f"{'x' * 5000}: [1, 2\n")
    [problem] = source.problems
    shown, offset, width = excerpt(problem)
    assert len(shown) <= 70
    assert shown[offset] == problem.source[problem.column - 1]
    assert width == 1


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("title", ["Kurz", "Ein Titel, der länger ist als jede Spalte der Tabelle je sein könnte " * 2])
def test_a_report_fits_its_columns_and_cuts_no_time(title: str, width: int, tmp_path: Path) -> None:
    text = CASE_STUDY.replace("title: Schritt 2", f"title: {title}").replace(
        "audience: IT-Leitung", f"audience: Prüfer {title}"
    )
    files = {"ein-recht-langer-name-fuer-eine-datei.yml": text.replace('"1:15"', '"2:15"')}
    shown = _text(load_project(make_project(tmp_path, files)), width)
    assert max(map(len, shown.splitlines())) <= width
    assert shown[shown.index("Fallstudie  ") :].count("1:12 (1:01–1:25)") == 7
    assert "8:34 (7:33–9:44)" in shown


def test_what_all_slides_have_in_common_is_said_first(tmp_path: Path) -> None:
    thin = CASE_STUDY.replace(f"notes: {said(75)}", f"notes: {said(24)}")
    full = CASE_STUDY.replace('"1:15"', '"0:50"')
    partly = CASE_STUDY.replace(f"    notes: {said(75)}\n", "", 3).replace(f"answer: {said(40)}", "answer: Ja.")
    files = {"knapp.yml": thin, "lang.yml": full, "teils.yml": partly, "gut.yml": CASE_STUDY}
    causes, _ = _text(load_project(make_project(tmp_path, files)), 100).split("\n\n", 1)
    assert causes.splitlines() == [
        "data/case-studies/knapp.yml: Der Sprechtext füllt 2:47 von 8:45: auf jeder Folie fehlt Text.",
        "data/case-studies/lang.yml: Der Sprechtext braucht 8:22 von 5:50: auf jeder Folie ist zu viel Text.",
        "data/case-studies/teils.yml: Der Sprechtext füllt 4:47 von 8:45: auf 3 von 7 Folien fehlt Text.",
    ]


def test_what_is_wrong_in_many_places_is_counted_first(tmp_path: Path) -> None:
    project = load_project(make_project(tmp_path, {"fall.yml": CASE_STUDY.replace("bullets:", "bulets:")}))
    first = _text(project, 80).splitlines()[0]
    assert first == "data/case-studies/fall.yml: 7 × Unbekannter Schlüssel (FORM01)."


def _text(project: Project, width: int = 80) -> str:
    out = io.StringIO()
    project = replace(project, site_url=LOCAL_ADDRESS)
    print_text(check_project(project), project, Console(file=out, width=width, highlight=False))
    return out.getvalue()
