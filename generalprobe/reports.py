"""What the check says: as text for people, as JSON for programs, as annotations for a code host.

A problem as text::

    data/case-studies/dns.yml:41:11: Fehler ZEIT06: Folie 4 ist auf 2:10 geplant, empfohlen ist höchstens 1:30
       41 |     time: "2:10"
          |           ^^^^^^
       Hilfe: Die Folie teilen oder kürzen. https://…/trainer/pruefregeln/#zeit06
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from generalprobe import addresses
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.exam import Exam
from generalprobe.format.questions import OpenQuestion
from generalprobe.problems import SEVERITY_NAMES, Problem, excerpt
from generalprobe.reading.project import Entry, Project
from generalprobe.spelling import Spelling
from generalprobe.talk import Taken, Talk, say

_STYLES = {"error": "bold red", "warning": "bold yellow"}
_BAR_WIDTH = 24
_BAR_BEYOND = 6
_MOST_WITH_SLIDES = 20


def print_text(problems: Sequence[Problem], project: Project, console: Console) -> None:
    """Print each problem with its line, then a table of the case studies and a closing sentence."""
    for problem in problems:
        console.print(problem_text(problem, project.site_url), soft_wrap=True)
        console.print()
    readable = project.entries(CaseStudy)
    if readable:
        console.print(times_table(readable, project), soft_wrap=console.width < 70)
    console.print(summary(problems, project))


def problem_text(problem: Problem, site_url: str) -> Text:
    """A problem with its place, the line of the file, and what to do."""
    place = problem.file if not problem.line else f"{problem.file}:{problem.line}:{problem.column}"
    text = Text(f"{place}: ")
    text.append(f"{SEVERITY_NAMES[problem.severity]} {problem.code}", _STYLES[problem.severity])
    text.append(f": {problem.message}\n")
    if problem.source:
        text.append_text(_excerpt(problem))
    text.append(f"   Hilfe: {help_text(problem, site_url)}", "dim")
    return text


def help_text(problem: Problem, site_url: str) -> str:
    """The hint, and where to read more."""
    return f"{problem.hint} {site_url.rstrip('/')}/{addresses.rule(problem.code)}"


def _excerpt(problem: Problem) -> Text:
    shown, offset, width = excerpt(problem)
    number = f"{problem.line:5}"
    text = Text(f"{number} | {shown}\n", "dim")
    text.append(f"{' ' * len(number)} | {' ' * offset}", "dim")
    return text.append(f"{'^' * width}\n", _STYLES[problem.severity])


def summary(problems: Sequence[Problem], project: Project) -> str:
    """How many problems there are, in one sentence."""
    studies = len(project.files_of(CaseStudy))
    checked = _checked(studies, len(project.material) - studies)
    if not problems:
        return f"{checked} geprüft, alles in Ordnung."
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    counted = [f"{errors} Fehler"] if errors else []
    counted += [f"{warnings} {'Warnung' if warnings == 1 else 'Warnungen'}"] if warnings else []
    return f"{checked} geprüft: {', '.join(counted)}."


def _checked(studies: int, others: int) -> str:
    said = [f"{studies} {'Fallstudie' if studies == 1 else 'Fallstudien'}"] if studies or not others else []
    more = "weitere " if studies else ""
    said += [f"{others} {more}{'Datei' if others == 1 else 'Dateien'}"] if others else []
    return " und ".join(said)


def times_table(entries: Sequence[Entry[CaseStudy]], project: Project) -> Table:
    """Planned time against the budget and what the notes take to say: each case study, and under it its slides.

    The slides are left out where there are more case studies than anybody reads slide by slide.
    """
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Fallstudie", overflow="ellipsis", no_wrap=True, min_width=20)
    for heading, width in (("geplant", 7), ("Rahmen", 6), ("Reserve", 7), ("gesprochen", 17)):
        table.add_column(heading, justify="right", no_wrap=True, min_width=width)
    table.add_column("", no_wrap=True, overflow="crop")
    for entry in entries:
        exam = project.exams.get(entry.model.exam)
        talk = Talk.of(entry.model, exam)
        _add_talk(table, entry.id, entry.model, exam, talk)
        if len(entries) <= _MOST_WITH_SLIDES:
            _add_slides(table, entry.model, talk)
    return table


def _add_talk(table: Table, id: str, case_study: CaseStudy, exam: Exam | None, talk: Talk) -> None:
    planned = case_study.planned
    budget = exam.presentation.budget if exam else None
    reserve = Text("–") if budget is None else Text(str(budget - planned), "red" if budget < planned else "")
    table.add_row(Text(id, "bold"), str(planned), str(budget or "–"), reserve, str(talk.whole), _bar(planned, budget))


def _add_slides(table: Table, case_study: CaseStudy, talk: Talk) -> None:
    for number, (slide, taken) in enumerate(zip(case_study.slides, talk.slides, strict=True), start=1):
        name = Text(f"  {number} {slide.title}", "dim")
        table.add_row(name, Text(str(slide.time), "dim"), "", "", Text(str(taken), "dim"), "")
    if talk.changes:
        table.add_row(Text("  Folienwechsel", "dim"), "", "", "", Text(str(talk.changes), "dim"), "")


def _bar(planned: int, budget: int | None) -> Text:
    """The share of the budget that is planned; what exceeds it stands behind the mark."""
    if budget is None:
        return Text()
    filled = min(round(_BAR_WIDTH * planned / budget), _BAR_WIDTH + _BAR_BEYOND) if budget else 0
    within, beyond = min(filled, _BAR_WIDTH), max(0, filled - _BAR_WIDTH)
    text = Text("█" * within, "green").append("░" * (_BAR_WIDTH - within), "dim").append("│")
    return text.append("█" * beyond, "red")


def as_json(problems: Iterable[Problem], project: Project, spelling: Spelling) -> str:
    """All problems and all readable case studies as one object; planned times in whole seconds, spoken in tenths."""
    report = {
        "spelling": {"checked": not spelling.reason, "summary": spelling.summary},
        "problems": [_problem_object(problem, project.site_url) for problem in problems],
        "case_studies": [_case_study_object(entry, project.exams) for entry in project.entries(CaseStudy)],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _problem_object(problem: Problem, site_url: str) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": problem.path,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": help_text(problem, site_url),
    }


def _case_study_object(entry: Entry[CaseStudy], exams: Mapping[str, Exam]) -> dict[str, Any]:
    case_study = entry.model
    exam = exams.get(case_study.exam)
    talk = Talk.of(case_study, exam)
    return {
        "id": entry.id,
        "file": entry.file,
        "title": case_study.title,
        "budget_s": int(exam.presentation.budget) if exam else None,
        "planned_s": int(case_study.planned),
        **_spoken_seconds(talk.whole),
        "changes_s": int(talk.changes),
        "slides": [
            {"title": slide.title, "planned_s": int(slide.time), "demo_s": int(slide.demo), **_spoken_seconds(taken)}
            for slide, taken in zip(case_study.slides, talk.slides, strict=True)
        ],
        "questions": [
            {"id": question.id, "answer_s": round(say(question.answer).seconds, 1)}
            for question in case_study.questions
            if isinstance(question, OpenQuestion)
        ],
    }


def _spoken_seconds(taken: Taken) -> dict[str, float]:
    """What is said, demos (and of a talk its changes of slides) included."""
    return {"spoken_s": round(taken.seconds, 1), "low_s": round(taken.low, 1), "high_s": round(taken.high, 1)}


def as_github(problems: Iterable[Problem], site_url: str, spelling: Spelling) -> str:
    """Workflow commands that put each problem beside its line in a pull request, and one about the spelling."""
    lines = [_github_line(problem, site_url) for problem in problems]
    return "\n".join([*lines, f"::notice::{_escape_data(spelling.summary)}"])


def _github_line(problem: Problem, site_url: str) -> str:
    place = f"file={_escape_property(problem.file)}"
    if problem.line:
        place += f",line={problem.line},col={problem.column},endColumn={problem.column + problem.width}"
    title = _escape_property(f"{problem.code}: {problem.message}")
    body = _escape_data(help_text(problem, site_url))
    return f"::{problem.severity} {place},title={title}::{body}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
