"""Slips as trainers make them: named once, at their line; the cure, followed to the letter, leads to what was meant.

A slip is a file in `tests/slips/`, about a file of the samples::

    of: data/glossary.yml         # without it, the case study
    write: Ticket #4711 blockiert # what was typed …
    for: Drucker druckt nicht     # … in the place of this; without it, as the whole file
    problem: YAML09 1:8           # what is said, and where; several in a list
    reads: {title: "Ticket #4711 blockiert"}

`cure` says how the hint is followed: `marked` puts what the hint shows in the place of what is marked, `line` in the
place of the line, pairs put the new in the place of the old. Then nothing is left to say but `left`, and the file reads
as `reads`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from samples import MATERIAL, ROOT, make_project

from generalprobe.checking.project import check_project
from generalprobe.memory import Memory
from generalprobe.problems import Problem
from generalprobe.reading.loading import load_project
from generalprobe.reading.source import LOADER, read_source

FOLDER = ROOT / "tests" / "slips"
SLIPS: dict[str, dict[str, Any]] = {
    file.relative_to(FOLDER).with_suffix("").as_posix(): yaml.load(file.read_text(encoding="utf-8"), LOADER)
    for file in sorted(FOLDER.rglob("*.yml"))
}
_SHOWN = re.compile(r"(?:: |Meintest du |schreibe |Beispiel )`(.+?)`(?=[.?!,]|$)")


class Desk:
    """A project with a file of every kind, in which one after the other is typed anew; the others are remembered."""

    def __init__(self, root: Path) -> None:
        self._root, self._memory = make_project(root, MATERIAL), Memory()

    def check(self, file: str, text: str) -> list[Problem]:
        """The problems of the project with this text in the place of a file, which stands there again afterwards."""
        place = self._root / (file if "/" in file else f"data/case-studies/{file}")
        whole = place.read_bytes()
        place.write_bytes(text.encode())
        try:
            return check_project(load_project(self._root, None, self._memory), self._memory)
        finally:
            place.write_bytes(whole)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("slips") / "project")


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_at_its_place_and_its_cure_leads_to_what_was_meant(name: str, desk: Desk) -> None:
    slip = SLIPS[name]
    file = slip.get("of", "drucker.yml")
    text = typed(slip, file)
    problems = desk.check(file, text)
    assert [_said(problem) for problem in problems] == _listed(slip["problem"])
    cured = _cured(text, problems, slip.get("cure", "marked"))
    left = desk.check(file, cured)
    assert [problem.code for problem in left] == _listed(slip.get("left", [])), (cured, left)
    for path, value in slip.get("reads", {}).items():
        assert _value(cured, path) == value


def test_there_are_slips_enough() -> None:
    assert len(SLIPS) >= 150


def typed(slip: dict[str, Any], file: str) -> str:
    if "for" not in slip:
        return str(slip["write"])
    text = str(MATERIAL[file])
    assert slip["for"] in text
    return text.replace(slip["for"], slip["write"], 1)


def _said(problem: Problem) -> str:
    return f"{problem.code} {problem.line}:{problem.column}"


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _cured(text: str, problems: list[Problem], cure: Any) -> str:
    if isinstance(cure, dict):
        for old, new in cure.items():
            assert old in text
            text = text.replace(old, new, 1)
        return text
    lines = text.split("\n")
    for problem in reversed(problems):  # what stands behind keeps its place
        line, shown = lines[problem.line - 1], _SHOWN.search(problem.hint)
        assert shown, problem.hint
        start = problem.column - 1 if cure == "marked" else 0
        end = start + problem.width if cure == "marked" else len(line)
        lines[problem.line - 1] = line[:start] + shown[1] + line[end:]
    return "\n".join(lines)


def _value(text: str, path: str) -> Any:
    source = read_source("x", text)
    assert source.root is not None
    value = source.root.value
    for step in re.findall(r"[^.\[\]]+", path):
        value = value[int(step) if step.isdigit() else step]
    return value
