"""Judge what candidates hand in, without taking anything of it over."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console

from generalprobe.command import refuse
from generalprobe.commands.choosing import Unchosen, chosen_exam
from generalprobe.format.exam import Exam
from generalprobe.format.wording import reason_of
from generalprobe.importing.archive import weigh
from generalprobe.importing.files import SUFFIXES
from generalprobe.importing.unreadable import Unreadable
from generalprobe.reading.loading import load_project
from generalprobe.submissions import Submission, as_csv, as_json, as_text, judge

_YAML = (".yml", ".yaml")
_APART = "Abgaben werden getrennt von YAML-Dateien geprüft, und nicht mit --format github."


def matching(path: Path) -> list[Path]:
    """A path, those that a pattern matches, or several in one text: not every shell is asked to tell them apart."""
    if found := _found(path):
        return found
    several = [_found(Path(each)) for each in str(path).split()]
    return [each for among in several for each in among] if several and all(several) else [path]


def _found(path: Path) -> list[Path]:
    if path.exists():
        return [path]
    if not any(sign in str(path) for sign in "*?["):
        return []
    found = Path(path.anchor).glob(str(path.relative_to(path.anchor)))
    return sorted(each for each in found if not each.name.startswith((".", "~$")))


def distinct(files: Sequence[Path]) -> list[str]:
    """What files are called: their names, and where several share one, with the folders in which they differ."""
    folders: dict[str, list[Path]] = {}
    for file in files:
        folders.setdefault(file.name, []).append(file.parent.resolve())
    shared = {name: os.path.commonpath(among) for name, among in folders.items()}
    return [(file.parent.resolve() / file.name).relative_to(shared[file.name]).as_posix() for file in files]


def submitted(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of candidates: those that are named, and those in folders that hold no YAML file."""
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        if any(file.suffix.lower() in _YAML for file in files):
            continue
        yield from (file for file in files if file.suffix.lower() in SUFFIXES and not file.name.startswith((".", "~$")))


def judge_all(files: Sequence[Path], paths: Iterable[Path], root: Path, *, format: str, strict: bool, exam: str) -> int:
    """Judge files under the rules of an exam and print it; return the exit code of a check."""
    exams = load_project(root, []).exams
    if any(path.suffix.lower() in _YAML for path in paths) or format == "github":
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
    if any(each.trouble for each in found):
        return 2
    severities = {remark.severity for each in found for remark in each.remarks}
    return int("error" in severities or (strict and bool(severities)))


def _judged(file: Path, called: str, exam_id: str, exam: Exam) -> Submission:
    name = "".join(sign if sign.isprintable() else "\ufffd" for sign in called)
    try:
        weigh(file.stat().st_size)
        return judge(name, file.read_bytes(), exam_id, exam)
    except Unreadable as error:
        return Submission(name, trouble=str(error))
    except OSError as error:
        return Submission(name, trouble=f"Die Datei lässt sich nicht öffnen ({reason_of(error)}).")
