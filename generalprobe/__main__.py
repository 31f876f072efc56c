"""The commands of the installed package: `python -m generalprobe check FILE`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from generalprobe.command import Parser, run
from generalprobe.commands import check, import_files

COMMANDS: dict[str, Callable[[list[str]], int]] = {"check": check.main, "import": import_files.main}


def main(arguments: list[str] | None = None) -> int:
    """Hand what follows to the command that is named; return its exit code."""
    parser = Parser(
        prog="generalprobe",
        description="Prüft und übernimmt Vorträge. Mehr sagt: generalprobe check --help",
    )
    parser.add_argument("command", metavar="BEFEHL", choices=COMMANDS, help=f"einer von: {', '.join(COMMANDS)}")
    parser.add_argument("arguments", metavar="…", nargs=argparse.REMAINDER, help="was der Befehl braucht")
    options = parser.parse_args(arguments)
    return COMMANDS[options.command](options.arguments)


if __name__ == "__main__":
    run(main)
