"""What candidates hand in, at a glance: a row each, then what is wrong by slide. Nothing of it is taken over."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Any

from rich.text import Text

from generalprobe.checking.slides import check_slides
from generalprobe.checking.talks import check_case_study
from generalprobe.exporting.spreadsheet import harmless
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.duration import Duration
from generalprobe.format.exam import Exam
from generalprobe.importing.files import read_file
from generalprobe.importing.losses import times_lost
from generalprobe.importing.outline import Catalogue, Outline
from generalprobe.importing.plain_text import plain
from generalprobe.importing.proposing import Imported, case_study_of
from generalprobe.importing.text import grouped
from generalprobe.importing.unreadable import Unreadable
from generalprobe.problems import SEVERITY_NAMES, Finding
from generalprobe.reports import wrapped
from generalprobe.rules import RULES, Severity
from generalprobe.talk import Taken, Talk

_NO_TALK = "Darin stehen Fragen, aber kein Vortrag."
_NO_AUDIENCE = "Keine Folie nennt die Zielgruppe, etwa mit „Zielgruppe: IT-Leitung“"
_NAME_IT = "Eine wirkliche Rolle nennen: Ohne genannte Zielgruppe gilt eine Probeprüfung als nicht bestanden."
_OF_PLAN = frozenset({"ZEIT01", "ZEIT03", "ZEIT04"})
"""What is said of the planned time of all slides together."""
HEADINGS = ("Datei", "Folien", "geplant", "gesprochen", "ohne Text", "Punkte", "Befunde", "Zielgruppe")
_NUMBERED = re.compile(r"\bFolie ([0-9]+)\b")
_LONGEST_NAME = 24
_FEW, _MOST_NAMED = 2, 12
_STYLES = {"error": "bold red", "warning": "bold yellow"}


@dataclass(frozen=True)
class Remark:
    """What is wrong, and on which slide of the file that is shown (0: with the talk)."""

    slide: int
    code: str
    severity: Severity
    message: str
    hint: str


@dataclass(frozen=True)
class Submission:
    """A file: what was found in it, or why it cannot be read. `planned` is None unless every slide says its time."""

    file: str
    trouble: str = ""
    title: str = ""
    slides: int = 0
    hidden: int = 0
    """How many more the file hides: they are not judged."""
    planned: Duration | None = None
    spoken: Taken | None = None
    unsaid: tuple[int, ...] = ()
    """The slides without notes."""
    audience: str = ""
    most_bullets: int = 0
    lost: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def judge(file: str, data: bytes, exam_id: str, exam: Exam) -> Submission:
    """Look at a file under the rules of an exam; what cannot be read says why."""
    try:
        outline = read_file(data)
        if isinstance(outline, Catalogue):
            return Submission(file, trouble=_NO_TALK)
        made = case_study_of(outline, exam_id, exam, images=True)
    except Unreadable as error:
        return Submission(file, trouble=str(error))
    return _submission(file, outline, made, exam_id, exam)


def _submission(file: str, outline: Outline, made: Imported, exam_id: str, exam: Exam) -> Submission:
    study, proposed = made.model, made.times
    assert isinstance(study, CaseStudy)
    audience = str(outline.metadata.get("audience", ""))
    numbers = [slide.number or at for at, slide in enumerate(outline.slides, start=1)]
    remarks = [_remark(finding, numbers) for finding in _findings(study, made, exam_id, exam)]
    if not audience:
        remarks.insert(0, _remark(Finding("ZIEL01", (), _NO_AUDIENCE, _NAME_IT), numbers))
    return Submission(
        file=file,
        title=study.title,
        slides=len(study.slides),
        hidden=times_lost(outline.losses, "hidden"),
        planned=None if proposed else study.planned,
        spoken=Talk.of(study, exam).whole,
        unsaid=tuple(number for number, slide in zip(numbers, study.slides, strict=True) if not slide.notes),
        audience=plain(audience),
        most_bullets=max(sum(1 + len(each.bullets) for each in slide.bullets) for slide in study.slides),
        lost=tuple(grouped(outline.losses)),
        remarks=tuple(sorted(remarks, key=lambda each: each.slide)),
    )


def _findings(study: CaseStudy, made: Imported, exam_id: str, exam: Exam) -> Iterator[Finding]:
    found = [*check_case_study(study, {exam_id: exam}, {exam_id}, frozenset(made.pictures)), *check_slides(study)]
    for finding in found:
        if finding.path[:1] != ("questions",) and not _is_of_a_proposal(finding, made.times):
            yield finding


def _is_of_a_proposal(finding: Finding, proposed: Mapping[int, str]) -> bool:
    """Whether a finding is about a time that nobody planned."""
    if finding.code in _OF_PLAN:
        return bool(proposed)
    is_time = finding.code.startswith("ZEIT") and finding.code != "ZEIT10"
    return is_time and len(finding.path) > 1 and finding.path[1] in proposed


def _remark(finding: Finding, numbers: Sequence[int]) -> Remark:
    """Slides have the numbers of the file, which counts those that it hides."""
    index = finding.path[1] if len(finding.path) > 1 and finding.path[0] == "slides" else -1
    rule, message, slide = RULES[finding.code], finding.message, 0
    if isinstance(index, int) and index >= 0 and finding.code != "FOLIE02":
        slide = numbers[index]
        message = _NUMBERED.sub(lambda match: f"Folie {numbers[int(match[1]) - 1]}", message)
    return Remark(slide, finding.code, rule.severity, message, finding.hint or rule.cure)


def _cells(each: Submission) -> tuple[str, ...]:
    """A row, in the order of the headings."""
    if each.trouble:
        return (each.file, *["–"] * 5, "nicht lesbar", "–")
    errors = sum(remark.severity == "error" for remark in each.remarks)
    counted = f"{errors} F {len(each.remarks) - errors} W"
    planned = "–" if each.planned is None else str(each.planned)
    spoken = f"{each.spoken}" if each.spoken else "–"
    return (
        *(
            each.file,
            f"{each.slides}{f' (+{each.hidden})' if each.hidden else ''}",
            planned,
            spoken,
            str(len(each.unsaid)),
            str(each.most_bullets),
            counted,
        ),
        each.audience or "–",
    )


def as_text(submissions: Sequence[Submission], width: int) -> Text:
    """The table, below it what is wrong with each, and a closing sentence."""
    parts = [_table([_cells(each) for each in submissions], width), Text()]
    for each in submissions:
        parts += [*_told(each, width), Text()]
    broken = sum(bool(each.trouble) for each in submissions)
    count = len(submissions)
    closing = f"{count} {'Abgabe' if count == 1 else 'Abgaben'} geprüft"
    parts.append(Text(f"{closing}, {broken} nicht lesbar." if broken else f"{closing}."))
    return Text("\n").join(parts)


def _table(rows: Sequence[Sequence[str]], width: int) -> Text:
    widths = [max(map(len, column)) for column in zip(HEADINGS, *rows, strict=True)]
    widths[0] = min(widths[0], _LONGEST_NAME)
    widths[-1] = max(len(HEADINGS[-1]), width - sum(widths[:-1]) - 2 * (len(widths) - 1))
    lines = [Text(_line(HEADINGS, widths), "bold"), *(Text(_line(row, widths)) for row in rows)]
    return Text("\n").join(lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    cut = [cell if len(cell) <= size else f"{cell[: size - 1]}…" for cell, size in zip(cells, widths, strict=True)]
    middle = [cell.rjust(size) for cell, size in zip(cut[1:-1], widths[1:-1], strict=True)]
    return "  ".join([cut[0].ljust(widths[0]), *middle, cut[-1]]).rstrip()


def _told(each: Submission, width: int) -> list[Text]:
    lines = [Text(each.file, "bold")]
    if each.trouble:
        return [*lines, Text(wrapped(f"  Nicht lesbar: {each.trouble}", width), "bold red")]
    for remark in _gathered(each):
        name = f"{SEVERITY_NAMES[remark.severity]} {remark.code}"
        place = f"Folie {remark.slide}: " if remark.slide and f"Folie {remark.slide}" not in remark.message else ""
        line = Text(wrapped(f"  {name}: {place}{remark.message}", width))
        line.highlight_regex(name, _STYLES[remark.severity])
        lines.append(line)
    if each.hidden:
        lines.append(
            Text(wrapped(f"  {_hidden(each.hidden)} und nicht mitgezählt, Nummern sind die der Datei.", width), "dim")
        )
    lines += [Text(wrapped(f"  Nicht gelesen: {said}", width), "dim") for said in each.lost]
    return lines if len(lines) > 1 else [*lines, Text("  Nichts zu beanstanden.")]


def _gathered(each: Submission) -> list[Remark]:
    """What is wrong, with slides that nobody says anything to in one line."""
    silent = [remark for remark in each.remarks if remark.code == "ZEIT10"]
    if len(silent) <= _FEW:
        return list(each.remarks)
    numbers = ", ".join(str(remark.slide) for remark in silent[:_MOST_NAMED])
    more = ", …" if len(silent) > _MOST_NAMED else ""
    together = replace(silent[0], slide=0, message=f"{len(silent)} Folien haben keinen Sprechtext: {numbers}{more}")
    return [together, *(remark for remark in each.remarks if remark.code != "ZEIT10")]


def as_csv(submissions: Sequence[Submission]) -> str:
    """A row each, as German spreadsheets open it; nothing in it is a formula."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        (
            *HEADINGS[:3],
            "gesprochen",
            "mindestens",
            "höchstens",
            *HEADINGS[4:6],
            "Fehler",
            "Warnungen",
            "Zielgruppe",
            "Hinweis",
        )
    )
    for each in submissions:
        writer.writerow([harmless(cell) for cell in _row(each)])
    return text.getvalue()


def _row(each: Submission) -> list[str]:
    if each.trouble or each.spoken is None:
        return [each.file, *[""] * 10, each.trouble]
    taken = each.spoken
    counts = [sum(remark.severity == kind for remark in each.remarks) for kind in ("error", "warning")]
    planned = "" if each.planned is None else str(each.planned)
    times = [planned, str(taken.seconds), str(taken.low), str(taken.high)]
    numbers = map(str, (len(each.unsaid), each.most_bullets, *counts))
    return [each.file, str(each.slides), *times, *numbers, each.audience, _hints(each)]


def _hints(each: Submission) -> str:
    count = len(each.lost)
    unread = f"{count} {'Sache' if count == 1 else 'Sachen'} nicht gelesen" if count else ""
    return "; ".join(filter(None, (_hidden(each.hidden), unread)))


def _hidden(count: int) -> str:
    return f"{count} {'Folie' if count == 1 else 'Folien'} ausgeblendet" if count else ""


def as_json(submissions: Sequence[Submission]) -> str:
    """All as one object; planned times in whole seconds, spoken ones in tenths, slides count from 1."""
    return json.dumps({"submissions": list(map(_object, submissions))}, ensure_ascii=False, indent=2)


def _object(each: Submission) -> dict[str, Any]:
    if each.trouble or each.spoken is None:
        return {"file": each.file, "trouble": each.trouble}
    taken = each.spoken
    return {
        "file": each.file,
        "trouble": "",
        "title": each.title,
        "slides": each.slides,
        "hidden": each.hidden,
        "planned_s": None if each.planned is None else int(each.planned),
        "spoken_s": round(taken.seconds, 1),
        "low_s": round(taken.low, 1),
        "high_s": round(taken.high, 1),
        "without_notes": list(each.unsaid),
        "audience": each.audience,
        "most_bullets": each.most_bullets,
        "lost": list(each.lost),
        "problems": [
            {
                "slide": remark.slide,
                "code": remark.code,
                "severity": remark.severity,
                "message": remark.message,
                "hint": remark.hint,
            }
            for remark in each.remarks
        ],
    }
