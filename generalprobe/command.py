"""What all commands share: German usage messages, output in UTF-8, and the project's folder."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, TextIO

_GERMAN = (
    (r"unrecognized arguments: (.*)", r"Unbekannte Angabe: \1"),
    (r"the following arguments are required: (.*)", r"Es fehlt: \1"),
    (r"argument (\S+): invalid choice: (\S+) \(choose from (.*)\)", r"\1: \2 ist nicht möglich, nur \3"),
    (r"argument (\S+): invalid \w+ value: (.*)", r"\1: \2 passt hier nicht"),
    (r"argument (\S+): expected one argument", r"Nach \1 fehlt ein Wert"),
)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks German and prints umlauts on every console."""

    def __init__(self, **options: Any) -> None:
        for stream in (sys.stdout, sys.stderr):
            _write_utf8(stream)
        super().__init__(**options, add_help=False, allow_abbrev=False)
        self._positionals.title = "Angaben"
        self._optionals.title = "Optionen"
        self.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen und aufhören")

    def format_usage(self) -> str:
        """The usage line, in German."""
        return _in_german(super().format_usage())

    def format_help(self) -> str:
        """The help, in German."""
        return _in_german(super().format_help())

    def error(self, message: str) -> NoReturn:
        """Say in German what is wrong with the call, and exit with 2."""
        for english, german in _GERMAN:
            message = re.sub(f"^{english}$", german, message)
        self.print_usage(sys.stderr)
        self.exit(2, f"{message}\n")


def _in_german(usage: str) -> str:
    return re.sub(r"usage:\s+", "Aufruf: ", usage, count=1)


def run(main: Callable[[], int]) -> NoReturn:
    """Exit with what a command returns; an interrupt or a reader that closed the pipe is no reason for a traceback."""
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains once more at its end
        code = 141
    except KeyboardInterrupt:
        code = 130
    gc.freeze()  # or Python looks for circles once more at its end, in all that has been read
    sys.exit(code)


@contextmanager
def uncollected() -> Iterator[None]:
    """Let no time go by on looking for circles: where all that is read is kept to the end, there is nothing to free."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # or all of it is looked through as soon as that is allowed again
        if was:
            gc.enable()


def refuse(message: str, code: int = 2) -> int:
    """Say why the command does nothing; return its exit code."""
    print(message, file=sys.stderr)
    return code


def project_root(*places: Path) -> Path:
    """The folder of the project around the first of the places that is in one, or around the working directory.

    Where there is none, the folder that this code lies in: a project, unless the code is installed as a package.
    """
    around = (folder for place in (*places, Path.cwd()) for folder in _with_parents(place.resolve()))
    return next(filter(is_project, around), Path(__file__).resolve().parent.parent)


def is_project(folder: Path) -> bool:
    """Whether a folder holds what trainers write and the settings of a site."""
    return (folder / "data").is_dir() and (folder / "mkdocs.yml").is_file()


def _with_parents(path: Path) -> tuple[Path, ...]:
    return (path, *path.parents)


def _write_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="replace")
