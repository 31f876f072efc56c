"""The house keeps its order: imports point downwards, modules stay small, nothing foreign stands in it."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest
from samples import ROOT

# From the ground up; a module imports only what stands before it, or beside it in its own room.
FLOORS = [
    {"rules", "speech", "addresses", "compounds", "drawing", "memory", "cores", "modules", "pictures", "serving"},
    {"format", "joining", "cbor"},
    {"problems", "typesetting", "finishing", "postings"},
    {"reading", "index_files"},
    {"talk", "cards", "scaffold", "published", "kept_search"},
    {"checking", "installing"},
    {"exporting", "schema", "spelling", "causes", "search", "offline"},
    {"pages", "reports", "importing"},
    {"command", "standing_in", "zensical", "submissions"},
    {"commands"},
    {"__main__"},
]
MODULES = sorted((ROOT / "generalprobe").rglob("*.py"))


def _name(file: Path) -> str:
    parts = file.relative_to(ROOT / "generalprobe").with_suffix("").parts
    return parts[0]


def _imports(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_imports_point_downwards_and_never_to_mkdocs(file: Path) -> None:
    own = _name(file)
    imported = _imports(file)
    assert not any(
        name.split(".")[0] in ("mkdocs", "material", "mkdocs_macros", "macros", "scripts", "bench") for name in imported
    )
    if own == "__init__":
        return
    floor = next(number for number, names in enumerate(FLOORS) if own in names)
    below = set().union(*FLOORS[:floor]) | {own}
    used = {name.split(".")[1] for name in imported if name.startswith("generalprobe.")}
    assert used <= below, f"{own} must not import {used - below}"


PURE = [
    *("addresses.py", "format", "checking", "speech", "rules", "problems.py", "talk.py", "cards.py", "compounds.py"),
    *("typesetting", "cbor.py", "postings.py"),
]
"""Rooms and modules that compute and touch nothing; the tables of a room are read by one module."""


@pytest.mark.parametrize(
    "file", [file for file in MODULES if file.relative_to(MODULES[0].parent).parts[0] in PURE], ids=str
)
def test_format_checks_and_speech_do_no_input_or_output(file: Path) -> None:
    if file.name == "tables.py":
        return
    imported = _imports(file)
    assert not imported & {"pathlib.Path", "os", "io", "sys", "subprocess", "yaml", "socket", "urllib.request"}
    assert not re.search(r"(?<![.\w])(open|print|input)\(", file.read_text(encoding="utf-8"))


def _project_files() -> list[Path]:
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    files = [ROOT / name for name in names.stdout.splitlines()]
    return [file for file in files if file.is_file()]


def test_no_module_is_longer_than_400_lines() -> None:
    long = [
        file.relative_to(ROOT).as_posix()
        for file in _project_files()
        if file.suffix in (".py", ".mjs", ".css") and len(file.read_text(encoding="utf-8").splitlines()) > 400
    ]
    assert long == []


def test_no_registry_no_foreign_path_stands_in_the_project() -> None:
    registry = re.compile(
        "|".join(["pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", '"res' + 'olved":'])
    )
    found = []
    for file in _project_files():
        if file.suffix not in (".png", ".ico", ".pptx", ".zip"):
            text = file.read_text(encoding="utf-8")
            found += [f"{file.relative_to(ROOT)}: {match[0]}" for match in registry.finditer(text)]
    assert found == []
