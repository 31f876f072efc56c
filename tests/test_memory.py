"""What is remembered of files changes nothing that is said of them, whatever becomes of the file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from copies import environment
from rich.console import Console
from samples import CASE_STUDY, MATERIAL, ROOT, make_project
from test_slips import SLIPS, typed

from generalprobe import cores, memory, reports, talk
from generalprobe.checking.project import check_project
from generalprobe.checking.written import check_written
from generalprobe.drawing import Drawing, Fault, draw, drawing
from generalprobe.exporting.writing import to_yaml
from generalprobe.format.case_study import CaseStudy
from generalprobe.memory import Memory, _sealed
from generalprobe.problems import Problem
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import Entry, Project
from generalprobe.reports import print_text
from generalprobe.talk import Talk

KNOWN = Path(".cache", "known.jsonl")

CHANGES: dict[str, Callable[[str], str]] = {
    "a title": lambda text: text.replace("title: ", "title: Neu, ", 1),
    "a link that leads nowhere": lambda text: text.replace("summary: ", "summary: Siehe [dort](/gibt-es-nicht/). ", 1),
    "a mistake": lambda text: text.replace("title: ", "titel: ", 1),
}


def _look(root: Path, memory: Memory | None = None) -> tuple[list[Any], list[Problem], list[tuple[object, ...]]]:
    """All that becomes of a project: its models, its problems with the lines that they show."""
    project = load_project(root, None, memory)
    problems = check_project(project, memory)
    if memory:
        memory.save()
    models = [file.model if isinstance(file, Entry) else file.id for file in project.files]
    return models, problems, [(problem.source, problem.width) for problem in problems]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", MATERIAL)


ROOMS = sorted({name.partition("/")[0] for name in SLIPS})


@pytest.mark.parametrize("room", ROOMS)
def test_slips_are_told_alike_by_who_remembers(room: str, tmp_path: Path) -> None:
    """Those of a folder beside each other, each a file of its own, so that what is not slipped is read but once."""
    slips = {name: slip for name, slip in SLIPS.items() if name.startswith(f"{room}/")}
    root = make_project(tmp_path, MATERIAL)
    for name, slip in slips.items():
        file = slip.get("of", "drucker.yml")
        _beside(root, file, name).write_text(typed(slip, file), encoding="utf-8", newline="")
    told, known = _look(root), tmp_path / "known"
    memory = Memory(known)
    assert [_look(root, memory), _look(root, memory), _look(root, Memory(known))] == [told] * 3
    assert len(told[1]) >= len(slips)


def _beside(root: Path, file: str, name: str) -> Path:
    """Where another file of its kind may stand; what lies in data/ itself there is but one of."""
    place = root / file if "/" in file else root / "data" / "case-studies" / file
    return place if place.parent.name == "data" else place.with_name(f"{Path(name).name}.yml")


def test_the_content_is_told_alike_by_who_remembers(tmp_path: Path) -> None:
    told = _look(ROOT)
    assert [_look(ROOT, Memory(tmp_path / "known")) for _ in range(2)] == [told] * 2


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_file_is_read_and_checked_again(change: Callable[[str], str], root: Path) -> None:
    memory = Memory(root / KNOWN)
    before = _look(root, memory)
    file = root / "data" / "case-studies" / "drucker.yml"
    file.write_text(change(CASE_STUDY), encoding="utf-8")
    after = _look(root, memory)
    assert after == _look(root) == _look(root, Memory(root / KNOWN))
    assert after != before


@pytest.mark.parametrize("of", ["data/exams/it-support-specialist.yml", "docs/images", "docs/lernen"])
def test_what_a_file_depends_on_counts_too(of: str, root: Path) -> None:
    """Rules of the exam, images and pages: what is said of a file hangs on them as well."""
    memory = Memory(root / KNOWN)
    _look(root, memory)
    place = root / of
    if place.suffix:
        place.write_text(
            place.read_text(encoding="utf-8").replace('budget: "10:00"', 'budget: "9:59"'), encoding="utf-8"
        )
    else:
        place.mkdir(parents=True, exist_ok=True)
        (place / "neu.png").write_bytes(b"")
        (place / "neu.md").write_text("# Neu\n", encoding="utf-8")
    assert _look(root, memory) == _look(root, Memory(root / KNOWN)) == _look(root)


def _look_once(root: Path) -> Any:
    """Look at a project as a process of its own does, which remembers what it has needed."""
    memory = Memory(root / KNOWN)
    told = _look(root, memory)
    memory.tidy()
    memory.save()
    return told


def _keys(root: Path) -> set[str]:
    return {line.split()[0] for line in (root / KNOWN).read_text("ascii").splitlines()[:-1]}


def _forged(content: bytes) -> bytes:
    """Whole, but what stands in it is nothing that is ever written there."""
    keys = [line.split()[0].decode() for line in content.splitlines()[:-1]]
    return b"".join(_sealed(dict.fromkeys(keys, '{"problems": 3}')))


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda content: b"",
    "cut": lambda content: content[:-9],
    "cut behind a line": lambda content: content[: content.rindex(b"\n", 0, -1) + 1],
    "one letter changed": lambda content: content.replace(b"Drucker", b"Trucker", 1),
    "no memory at all": lambda content: b"\xff\xfe\n\0",
    "forged": _forged,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_is_found_out_again(damage: Callable[[bytes], bytes], root: Path) -> None:
    told, keys = _look_once(root), _keys(root)
    (root / KNOWN).write_bytes(damage((root / KNOWN).read_bytes()))
    assert _look_once(root) == told
    assert _keys(root) == keys


def test_what_other_code_has_found_is_found_out_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told, keys = _look_once(root), _keys(root)
    monkeypatch.setattr(memory, "_code", lambda: "an older version")
    assert _look_once(root) == told
    assert not keys & _keys(root)


def test_a_place_that_cannot_be_written_to_costs_nothing_else(root: Path) -> None:
    told = _look(root)
    (root / ".cache").write_text("", encoding="utf-8")
    assert _look_once(root) == told
    (root / ".cache").unlink()
    (root / KNOWN).mkdir(parents=True)
    assert _look_once(root) == told


def test_the_file_holds_what_the_last_look_needed(root: Path) -> None:
    _look_once(root)
    first = _keys(root)
    file = root / "data" / "case-studies" / "drucker.yml"
    file.write_text(CHANGES["a title"](CASE_STUDY), encoding="utf-8")
    _look_once(root)
    assert len(first) == len(_keys(root))
    assert len(first - _keys(root)) == 2  # what was read, and what was found


def test_what_has_not_changed_is_not_written_again(root: Path) -> None:
    _look_once(root)
    before = (root / KNOWN).stat()
    _look_once(root)
    after = (root / KNOWN).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.slow
def test_processes_beside_each_other_leave_a_whole_memory(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: Probe\n", encoding="utf-8")  # or it is no project
    command = [sys.executable, "-m", "generalprobe", "check", "--no-spelling", "--format", "json"]
    beside = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, env=environment(ROOT)) for _ in range(4)]
    told = [process.communicate()[0] for process in beside]
    assert told == [told[0]] * 4
    keys = _keys(root)
    assert keys
    assert [path.name for path in (root / ".cache").iterdir()] == [KNOWN.name]
    assert subprocess.run(command, cwd=root, capture_output=True, env=environment(ROOT)).stdout == told[0]
    assert _keys(root) == keys


def test_a_file_named_twice_is_named_so_each_time(root: Path) -> None:
    """What is remembered of a file stays as it was, whatever else is said of it."""
    copy = root / "data" / "case-studies" / "mehr" / "drucker.yml"
    copy.parent.mkdir()
    copy.write_text(CASE_STUDY, encoding="utf-8")
    memory = Memory(root / KNOWN)
    assert _look(root, memory) == _look(root, memory) == _look(root)


def _many(folder: Path) -> Project:
    for number in range(8):
        text = CASE_STUDY.replace("title: ", f"title: Fall {number}, ", 1)
        text = CHANGES["a mistake"](text) if number == 5 else text
        text = text.replace("title: ", "title: [", 1) if number == 6 else text
        (folder / "data" / "case-studies" / f"fall-{number}.yml").write_text(text, encoding="utf-8")
    return load_project(folder)


def test_all_cores_say_what_one_says(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = _many(root)
    told = alone.files, check_project(alone)
    monkeypatch.setattr(cores, "MANY", 2)
    together = load_project(root)
    assert (together.files, check_project(together)) == told
    assert _look(root, Memory(root / KNOWN)) == _look(root, Memory(root / KNOWN))


def test_all_cores_work_in_order_and_hand_over_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "MANY", 2)
    assert cores.on_all_cores(lambda number: number * number, range(50)) == [number * number for number in range(50)]
    with pytest.raises(ZeroDivisionError):
        cores.on_all_cores(lambda number: 1 // number, [1, 0, 1])


def test_nobody_makes_models_of_what_is_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither checks nor the report ask for the content of a talk that has not changed."""

    def told() -> str:
        memory, console = Memory(root / KNOWN), Console(file=StringIO(), width=100)
        monkeypatch.setattr(talk, "_totals", {})
        project = load_project(root, None, memory)
        problems = check_project(project, memory)
        print_text(problems, project, console)
        memory.save()
        return f"{problems} {console.file.getvalue()}"  # type: ignore[attr-defined]

    monkeypatch.setattr(reports, "_MOST_WITH_SLIDES", 0)
    first = told()
    monkeypatch.setattr(CaseStudy, "model_validate", lambda values: pytest.fail("read again"))
    assert told() == first


_FORKING = """
import os
from generalprobe import cores

cores.MANY, own, os.sched_getaffinity = 2, os.getpid(), lambda process: {0, 1, 2}
for work in (
    lambda number: number * number,
    lambda number: 1 // (number - 4),
    lambda number: os.getpid() == own or os._exit(1),
):
    try:
        print(cores.on_all_cores(work, range(8)))
    except Exception as error:
        print(repr(error))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_forks_hand_over_what_they_find_and_are_missed_where_they_are_lost() -> None:
    """In a process of its own: beside the threads of the tests nothing is forked."""
    told = subprocess.run([sys.executable, "-c", _FORKING], capture_output=True, text=True, check=True, timeout=60)
    found, failure, lost = told.stdout.splitlines()
    assert found == str([number * number for number in range(8)])
    assert failure == "ZeroDivisionError('integer division or modulo by zero')"
    assert lost.startswith("EOFError")


@pytest.mark.parametrize("many", [1, 1_000], ids=["on all cores", "in one process"])
def test_what_was_counted_of_texts_is_not_counted_again(many: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where others have counted it, on other cores, nor by who looks a second time."""
    monkeypatch.setattr(cores, "MANY", many)

    def times(memory: Memory) -> list[Talk]:
        monkeypatch.setattr(talk, "_known", {})
        project = load_project(root, None, memory)
        check_project(project, memory)
        memory.save()
        monkeypatch.setattr(talk, "estimate", lambda text: pytest.fail(f"counted again: {text}"))
        return [Talk.of(entry.model, None) for entry in project.entries(CaseStudy)]

    told = times(Memory(root / KNOWN))
    assert times(Memory(root / KNOWN)) == told != []
    monkeypatch.undo()
    assert told == [Talk.of(entry.model, None) for entry in load_project(root).entries(CaseStudy)]


@pytest.mark.parametrize("many", [1, 1_000], ids=["on all cores", "in one process"])
def test_what_was_drawn_is_not_drawn_again(many: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "MANY", many)
    study = yaml.safe_load(CASE_STUDY)
    source, written = (f"flowchart LR\n  a[{word}] --> b[Ende]\n" for word in ("Anfang", "Mitte"))
    study["slides"][0]["artifact"] = {"kind": "diagram", "source": source, "description": "Ein Schritt."}
    (root / "docs" / "ablauf.md").write_text(f"# Ablauf\n\n```mermaid\n{written}```\n", encoding="utf-8")
    (root / "data" / "case-studies" / "drucker.yml").write_text(
        to_yaml(CaseStudy.model_validate(study)), encoding="utf-8"
    )

    def drawn() -> list[Drawing | Fault]:
        memory = Memory(root / KNOWN)
        monkeypatch.setattr(drawing, "_known", {})
        project = load_project(root, None, memory)
        check_project(project, memory)
        check_written(project, memory)
        memory.save()
        monkeypatch.setattr(drawing, "lay_out", lambda source: pytest.fail(f"drawn again: {source}"))
        return [draw(source), draw(written)]

    told = drawn()
    assert drawn() == told
    monkeypatch.undo()
    monkeypatch.setattr(drawing, "_known", {})
    assert [draw(source), draw(written)] == told


def test_what_checks_import_leaves_the_process_fit_to_fork() -> None:
    """A thread beside would keep all work on one core."""
    code = "import threading, generalprobe.commands.check; print(threading.active_count())"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "1\n"
