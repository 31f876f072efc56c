"""Find the programs whose files the site reads, or fetch them: LibreOffice, from Debian's packages."""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from generalprobe.command import Parser, run
from scripts.browser import fetch_from_debian

PACKAGE = "libreoffice-impress-nogui"
COMMANDS = ("soffice", "libreoffice")
MISSING = (
    f"Für die Tests mit fremden Programmen fehlt LibreOffice Impress. Installiere es und starte sie noch einmal "
    f"(Debian: sudo apt install {PACKAGE})."
)


def main(arguments: list[str] | None = None) -> int:
    """Print where LibreOffice is, fetched if need be. Returns 2 if there is none."""
    Parser(
        prog="clients.py", description="Nennt die Programme, mit deren Dateien die Tests lesen, und holt sie."
    ).parse_args(arguments)
    found = find_libreoffice() or (find_libreoffice() if fetch_from_debian(PACKAGE) else None)
    if found is None:
        print(MISSING, file=sys.stderr)
        return 2
    print(f"LibreOffice: {found}")
    return 0


def find_libreoffice() -> Path | None:
    """The command that converts presentations."""
    found = next(filter(None, map(shutil.which, COMMANDS)), None)
    return Path(found) if found else None


if __name__ == "__main__":
    run(main)
