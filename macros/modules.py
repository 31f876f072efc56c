"""Which files a module of the site needs to run, read from the imports that stand in it."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from posixpath import normpath

_IMPORT = re.compile(r'^(?:import |(?:import|export) [^;"]*? from )"(\.[^"]+)";', re.MULTILINE)
_LIBRARY = re.compile(r'^\S.*\bawait import\(vendor\("([^"]+)"\)\)', re.MULTILINE)
"""A library that a module waits for before it runs; one that a function fetches stands further in."""

_LOADER = re.compile(r'^  "?([a-z-]+)"?: .*\bimport\("(\.[^"]+)"\)', re.MULTILINE)


def needed(scripts: Path, *entries: str) -> list[str]:
    """All that modules need at once, themselves included, as sorted paths below the folder of scripts."""
    found: set[str] = set()
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [] if name.startswith("vendor/") else _imported(scripts, name)
    return sorted(found)


def offered(scripts: Path, table: str) -> dict[str, str]:
    """The modules that a table of loaders names, as `quiz: () => import("./practice/quiz.mjs")`, by name."""
    folder = PurePosixPath(table).parent
    text = (scripts / table).read_text(encoding="utf-8")
    return {name: normpath(str(folder / path)) for name, path in _LOADER.findall(text)}


def _imported(scripts: Path, name: str) -> list[str]:
    text = (scripts / name).read_text(encoding="utf-8")
    own = [normpath(str(PurePosixPath(name).parent / path)) for path in _IMPORT.findall(text)]
    return own + [f"vendor/{path}" for path in _LIBRARY.findall(text)]
