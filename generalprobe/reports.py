"""What the check says: as text for people, as JSON for programs, as annotations for a code host.

A problem as text::

    data/case-studies/dns.yml:41:11: Fehler ZEIT06: Folie 4 ist auf 2:10 geplant,
       empfohlen ist höchstens 1:30
       41 |     time: "2:10"
          |           ^^^^^^
       Hilfe: Die Folie teilen oder kürzen. https://…/trainer/pruefregeln/#zeit06
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from textwrap import fill
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from generalprobe import addresses
from generalprobe.causes import causes
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam
from generalprobe.format.questions import OpenQuestion
from generalprobe.problems import SEVERITY_NAMES, Problem, excerpt
from generalprobe.reading.project import Entry, Project
from generalprobe.spelling import Spelling
from generalprobe.talk import Taken, Talk, Totals, say, totals

_STYLES = {"error": "bold red", "warning": "bold yellow"}
_BAR_WIDTH = 24
_BAR_BEYOND = 6
_MOST_WITH_SLIDES = 20
_WIDE = 100
_HEADINGS = ("Fallstudie", "geplant", "Rahmen", "Reserve", "gesprochen")

_Row = tuple[tuple[str, str], ...]
"""A text and its style for each heading; what follows is the bar."""


def print_text(problems: Sequence[Problem], project: Project, console: Console) -> None:
    """Print common causes, each problem with its line, then a table of the case studies and a closing sentence."""
    for cause in (shared := causes(problems, project)):
        console.print(Text(wrapped(cause, console.width), "bold"), soft_wrap=True)
    if shared:
        console.print()
    for problem in problems:
        console.print(problem_text(problem, project.site_url, console.width), soft_wrap=True)
        console.print()
    readable = project.entries(CaseStudy)
    if readable:
        console.print(times_table(readable, project, console.width), soft_wrap=True)
    console.print(summary(problems, project))


def problem_text(problem: Problem, site_url: str, width: int) -> Text:
    """A problem with its place, the line of the file, and what to do, on lines of so many columns."""
    place = problem.file if not problem.line else f"{problem.file}:{problem.line}:{problem.column}"
    name = f"{SEVERITY_NAMES[problem.severity]} {problem.code}"
    text = Text(wrapped(f"{place}: {name}: {problem.message}", width) + "\n")
    text.highlight_regex(name.replace(" ", r"\s+"), _STYLES[problem.severity])
    if problem.source:
        text.append_text(_excerpt(problem))
    text.append(wrapped(f"   Hilfe: {help_text(problem, site_url)}", width), "dim")
    return text


def wrapped(text: str, width: int) -> str:
    """A text broken at spaces alone: a path or an address stays whole, so that it can be clicked."""
    return fill(text, width, subsequent_indent="   ", break_on_hyphens=False, break_long_words=False)


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


def errors_in(problems: Iterable[Problem]) -> str:
    """Which files have errors and how many, for what writes nothing then; empty where none has any."""
    errors = Counter(problem.file for problem in problems if problem.severity == "error")
    files = "".join(f"\n  {file}: {count} Fehler" for file, count in sorted(errors.items()))
    return files and f"Es wird nichts geschrieben, solange Dateien Fehler haben. `make check` zeigt sie:{files}"


def _checked(studies: int, others: int) -> str:
    said = [f"{studies} {'Fallstudie' if studies == 1 else 'Fallstudien'}"] if studies or not others else []
    more = "weitere " if studies else ""
    said += [f"{others} {more}{'Datei' if others == 1 else 'Dateien'}"] if others else []
    return " und ".join(said)


def times_table(entries: Sequence[Entry[CaseStudy]], project: Project, width: int) -> Text:
    """Planned time against the budget and what the notes take to say: each case study, and under it its slides.

    The slides are left out where there are more case studies than anybody reads slide by slide. `width` is that of the
    terminal, in columns: names are cut to fit it, times never; where it is narrow, there are no bars.
    """
    rows: list[_Row] = []
    for entry in entries:
        whole = totals(entry)
        exam = project.exams.get(whole.exam)
        rows.append(_of_talk(entry.id, whole, exam, with_bar=width >= _WIDE))
        rows += _of_slides(entry.model, exam) if len(entries) <= _MOST_WITH_SLIDES else ()
    return _table(rows, width)


def _table(rows: Sequence[_Row], width: int) -> Text:
    """The rows below their headings, names on the left and all else on the right; rich's own tables take far longer."""
    headings: _Row = tuple((heading, "bold") for heading in _HEADINGS)
    rows = [headings, *rows]
    widths = [max(cell_len(row[place][0]) for row in rows) for place in range(len(_HEADINGS))]
    bars = max(sum(len(text) for text, _ in row[len(widths) :]) for row in rows)
    widths[0] = max(len(_HEADINGS[0]), min(max(widths[0], 20), width - sum(widths[1:]) - 2 * len(widths[1:]) - bars))
    table = Text()
    for row in rows:
        (name, style), *times = row[: len(widths)]
        table.append(_cut(name, widths[0]), style)
        for (text, style), space in zip(times, widths[1:], strict=True):
            table.append(" " * (2 + space - cell_len(text)) + text, style)
        for text, style in row[len(widths) :]:
            table.append(text, style)
        table.append("\n")
    table.right_crop()
    return table


def _cut(name: str, space: int) -> str:
    """A name in so many columns, the end of a longer one left out."""
    return set_cell_size(name, space) if cell_len(name) <= space else set_cell_size(name, space - 1) + "…"


def _of_talk(id: str, talk: Totals, exam: Exam | None, *, with_bar: bool) -> _Row:
    planned = Duration(talk.planned)
    budget = exam.presentation.budget if exam else None
    reserve = ("–", "") if budget is None else (str(budget - planned), "red" if budget < planned else "")
    bar = _bar(planned, budget) if with_bar and budget is not None else ()
    return ((id, "bold"), (str(planned), ""), (str(budget or "–"), ""), reserve, (str(talk.taken(exam)), ""), *bar)


def _of_slides(case_study: CaseStudy, exam: Exam | None) -> list[_Row]:
    talk = Talk.of(case_study, exam)
    rows = [
        _quiet(f"  {number} {slide.title}", str(slide.time), str(taken))
        for number, (slide, taken) in enumerate(zip(case_study.slides, talk.slides, strict=True), start=1)
    ]
    return [*rows, _quiet("  Folienwechsel", "", str(talk.changes))] if talk.changes else rows


def _quiet(name: str, planned: str, spoken: str) -> _Row:
    return ((name, "dim"), (planned, "dim"), ("", ""), ("", ""), (spoken, "dim"))


def _bar(planned: int, budget: int) -> _Row:
    """The share of the budget that is planned; what exceeds it stands behind the mark."""
    filled = min(round(_BAR_WIDTH * planned / budget), _BAR_WIDTH + _BAR_BEYOND) if budget else 0
    within, beyond = min(filled, _BAR_WIDTH), max(0, filled - _BAR_WIDTH)
    empty = "░" * (_BAR_WIDTH - within)
    return (("  ", ""), ("█" * within, "green"), (empty, "dim"), ("│", ""), ("█" * beyond, "red"))


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
