"""The browser's half of the house: rooms whose imports point downwards."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from posixpath import normpath

import pytest
from samples import ROOT

SCRIPTS = ROOT / "docs" / "javascripts"
# From the ground up; a module imports only from its own room and from floors below it.
FLOORS = [
    {"base"},
    {"offline", "recording"},
    {"frame", "memory", "speech"},
    {"practice"},
    {"lessons", "talk"},
    {"workshop"},
    {"exam"},
    {"plan"},
    {"standing"},
    {"generalprobe.mjs"},
]
IMPORT = re.compile(r'(?:\bfrom |\bimport |\bimport\()"(\.[^"]+)"')
"""Also those that a function makes when it is called, and those of types."""
MODULES = sorted(
    name
    for name in (file.relative_to(SCRIPTS).as_posix() for file in SCRIPTS.rglob("*.mjs"))
    if not name.startswith("vendor/")
)


def _room(name: str) -> str:
    return PurePosixPath(name).parts[0]


def _floor(name: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if _room(name) in rooms)


def _imported(name: str) -> set[str]:
    text = (SCRIPTS / name).read_text(encoding="utf-8")
    return {normpath(str(PurePosixPath(name).parent / path)) for path in IMPORT.findall(text)}


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_downwards(name: str) -> None:
    wrong = {other for other in _imported(name) if _room(other) != _room(name) and _floor(other) >= _floor(name)}
    assert wrong == set()


def test_nothing_imports_in_a_circle() -> None:
    """Also within a room: what is not imported by any that is left can be taken away until nothing is."""
    left = {name: _static(name) for name in MODULES}
    while left:
        free = {name for name in left if not left[name] & left.keys()}
        assert free, sorted(left)
        left = {name: others for name, others in left.items() if name not in free}


def _static(name: str) -> set[str]:
    text = (SCRIPTS / name).read_text(encoding="utf-8")
    paths = re.findall(r'^import [^;]*?"(\.[^"]+)";', text, re.MULTILINE)
    return {normpath(str(PurePosixPath(name).parent / path)) for path in paths}


BROWSER = re.compile(
    r"\b(?:document|window|navigator|caches|performance|fetch|matchMedia|[a-z]+Storage|HTML\w*Element|Element|Node|DOMParser"
    r"|\w+Observer|AudioContext|AudioWorkletProcessor|BroadcastChannel|querySelector\w*|addEventListener|setTimeout|setInterval|requestAnimationFrame)\b"
    r"|(?<![.\w])(?:location|history)\."
)
"""What only a browser has, or what passes time."""


def _code(name: str) -> str:
    text = (SCRIPTS / name).read_text(encoding="utf-8")
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', "", text, flags=re.DOTALL)


def _computes(name: str) -> bool:
    """Whether neither a module nor anything that it imports needs a browser."""
    return not BROWSER.search(_code(name)) and all(_computes(other) for other in _static(name))


@pytest.mark.parametrize("name", MODULES)
def test_what_is_pure_says_so_and_what_says_so_is(name: str) -> None:
    """Computing stands apart from mounting: a module that needs no browser has „Pure.“ in its first line."""
    opening = (SCRIPTS / name).read_text(encoding="utf-8").split("\n\n")[0]
    assert ("Pure." in opening) == _computes(name)


@pytest.mark.parametrize("name", [name for name in MODULES if _room(name) == "memory"])
def test_memory_touches_nothing_but_the_shelf(name: str) -> None:
    assert BROWSER.findall(_code(name)) == []


WORKERS = ["offline/worker.mjs", "offline/farewell.mjs"]
"""What becomes the site's worker, which no page loads as a module."""


def test_every_module_is_reached_from_the_one_that_each_page_loads() -> None:
    """But for the script of pages from a disk, where no module loads: their frame asks for it."""
    reached, waiting = set[str](), ["generalprobe.mjs", "frame/from-disk.mjs", *WORKERS]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += _imported(name)
    assert reached == set(MODULES)


def test_only_one_module_knows_where_the_site_lies() -> None:
    knowing = [name for name in MODULES if "import.meta.url" in (SCRIPTS / name).read_text(encoding="utf-8")]
    assert knowing == ["base/addresses.mjs"]
