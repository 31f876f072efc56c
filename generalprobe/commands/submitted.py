"""Judge what candidates hand in, without taking anything of it over."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console

from generalprobe.command import refuse
from generalprobe.commands.choosing import Unchosen, chosen_exam
from generalprobe.commands.given import YAML
from generalprobe.format.exam import Exam
from generalprobe.format.wording import reason_of
from generalprobe.importing.archive import weigh
from generalprobe.importing.files import SUFFIXES
from generalprobe.importing.unreadable import Unreadable
from generalprobe.reading.loading import load_project
from generalprobe.submissions import Submission, as_csv, as_json, as_text, judge

_MOST_NAMED = 8
_APART = "Abgaben werden getrennt von YAML-Dateien geprüft, und nicht mit --format github."


def distinct(files: Sequence[Path]) -> list[str]:
    """What files are called: their names, and where several share one in whatever case, the folders before them."""
    folders: dict[str, list[Path]] = {}
    for file in files:
        folders.setdefault(file.name.casefold(), []).append(file.parent.resolve())
    shared = {name: os.path.commonpath(among) for name, among in folders.items()}
    return [(file.parent.resolve() / file.name).relative_to(shared[file.name.casefold()]).as_posix() for file in files]


def within(folder: Path) -> list[Path]:
    """The files of a folder that can be meant."""
    return [file for file in _seen(folder) if file.suffix.lower() in SUFFIXES]


def passed_over(paths: Iterable[Path]) -> str:
    """What is said of the other files in folders, lest one is missed; empty where there is none."""
    folders = [path for path in paths if path.is_dir()]
    names = [file.name for folder in folders for file in _seen(folder) if file.suffix.lower() not in SUFFIXES]
    shown = ", ".join([*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else [])])
    return f"Nicht angesehen, weil weder Präsentation noch Text: {printable(shown)}" if names else ""


def printable(text: str) -> str:
    """A text from elsewhere as a terminal shows it, whatever it wants to do there."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def _seen(folder: Path) -> list[Path]:
    """The files that are somebody's: programs keep some of their own beside those that are open."""
    return sorted(file for file in folder.rglob("*") if file.is_file() and not file.name.startswith((".", "~$")))


def judge_all(files: Sequence[Path], paths: Iterable[Path], root: Path, *, format: str, strict: bool, exam: str) -> int:
    """Judge files under the rules of an exam and print it; return the exit code of a check."""
    exams = load_project(root, []).exams
    if any(path.suffix.lower() in YAML for path in paths) or format == "github":
        return refuse(_APART)
    try:
        exam_id = chosen_exam(exams, exam)
    except Unchosen as error:
        return refuse(str(error))
    found = [_judged(file, name, exam_id, exams[exam_id]) for file, name in zip(files, distinct(files), strict=True)]
    if format == "text":
        console = Console(highlight=False)
        console.print(as_text(found, console.width), soft_wrap=True)
    else:
        print(as_csv(found) if format == "csv" else as_json(found))
    if others := passed_over(paths):
        print(others, file=sys.stderr)
    if any(each.trouble for each in found):
        return 2
    severities = {remark.severity for each in found for remark in each.remarks}
    return int("error" in severities or (strict and bool(severities)))


def _judged(file: Path, called: str, exam_id: str, exam: Exam) -> Submission:
    name = printable(called)
    try:
        weigh(file.stat().st_size)
        return judge(name, file.read_bytes(), exam_id, exam)
    except Unreadable as error:
        return Submission(name, trouble=str(error))
    except OSError as error:
        return Submission(name, trouble=f"Die Datei lässt sich nicht öffnen ({reason_of(error)}).")
