"""Which of the site's modules a page needs at once, read from the imports that stand in them.

A page says in `data-part` what is mounted on it, and in `data-kind` which kinds of questions it has; `generalprobe.mjs`
and `practice/kinds.mjs` are the tables of both.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path, PurePosixPath
from posixpath import normpath

PARTS = "generalprobe.mjs"
KINDS = "practice/kinds.mjs"
FRAME = frozenset({"menu", "scheme"})
"""Parts of every page. Their modules come last, as a slow network lets few come at a time."""

_IMPORT = re.compile(r'^(?:import |(?:import|export) [^;"]*? from )"(\.[^"]+)";', re.MULTILINE)
_LIBRARY = re.compile(r'await import\(vendor\("([^"]+)"\)\)')
"""A library that a module waits for before it runs; one that a function fetches stands further in."""
_LOADER = re.compile(r'^  "?([a-z-]+)"?: .*\bimport\("(\.[^"]+)"\)', re.MULTILINE)


def preloaded(scripts: Path, content: str) -> list[str]:
    """What the parts of a page need, and its kinds of questions if they are practised; then what each page needs."""
    own = _preloaded(scripts, _said(content, "part"), _said(content, "kind"))
    return list(dict.fromkeys([*own, *_preloaded(scripts, FRAME, frozenset())]))


def forget() -> None:
    """Read the modules anew from now on."""
    _preloaded.cache_clear()
    _imported.cache_clear()


@cache
def _preloaded(scripts: Path, parts: frozenset[str], kinds: frozenset[str]) -> list[str]:
    mounted = [PARTS, *_chosen(scripts, PARTS, parts)]
    found = needed(scripts, *mounted)
    return needed(scripts, *mounted, *_chosen(scripts, KINDS, kinds)) if KINDS in found else found


def _said(content: str, name: str) -> frozenset[str]:
    return frozenset(" ".join(re.findall(rf'data-{name}="([^"]*)"', content)).split())


def _chosen(scripts: Path, table: str, names: frozenset[str]) -> list[str]:
    return [module for name, module in offered(scripts, table).items() if name in names]


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


def imports(scripts: Path) -> list[tuple[str, list[str]]]:
    """All that decides about what is preloaded: what each module imports, and what the tables name."""
    tables = [(table, [f"{name} {path}" for name, path in offered(scripts, table).items()]) for table in (PARTS, KINDS)]
    return tables + [(name, _imported(scripts, name)) for name in own_modules(scripts)]


def own_modules(scripts: Path) -> list[str]:
    """All modules but those of libraries."""
    names = (file.relative_to(scripts).as_posix() for file in scripts.rglob("*.mjs"))
    return sorted(name for name in names if not name.startswith("vendor/"))


@cache
def _imported(scripts: Path, name: str) -> list[str]:
    text = (scripts / name).read_text(encoding="utf-8")
    own = [normpath(str(PurePosixPath(name).parent / path)) for path in _IMPORT.findall(text)]
    return own + [f"vendor/{each[1]}" for each in _LIBRARY.finditer(text) if _is_waited_for(text, each.start())]


def _is_waited_for(text: str, at: int) -> bool:
    """Whether the line of a place begins without a space, as in no function."""
    line = text[text.rfind("\n", 0, at) + 1 :]
    return not line[:1].isspace()
