"""Find the programs whose files the site reads and for which it writes some, or fetch them: LibreOffice and Anki."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from generalprobe.command import Parser, run
from scripts.browser import fetch_from_debian

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "libreoffice-impress-nogui"
COMMANDS = ("soffice", "libreoffice")
MISSING = (
    f"Für die Tests mit fremden Programmen fehlt LibreOffice Impress. Installiere es und starte sie noch einmal "
    f"(Debian: sudo apt install {PACKAGE})."
)
LOCK = ROOT / "requirements-clients.txt"
ANKI = ROOT / ".cache" / "anki"
"""An environment of its own: its licence (AGPL) and its packages are to touch nothing of ours."""
ANKI_PYTHON = ANKI / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NO_ANKI = "Für die Tests mit fremden Programmen ließ sich Anki nicht installieren (Meldung oben)."


def main(arguments: list[str] | None = None) -> int:
    """Print where the programs are, fetched if need be. Returns 2 if one is not to be had."""
    Parser(
        prog="clients.py", description="Nennt die Programme, mit deren Dateien die Tests arbeiten, und holt sie."
    ).parse_args(arguments)
    found = find_libreoffice() or (find_libreoffice() if fetch_from_debian(PACKAGE) else None)
    if found is None:
        print(MISSING, file=sys.stderr)
        return 2
    print(f"LibreOffice: {found}")
    if not provide_anki():
        print(NO_ANKI, file=sys.stderr)
        return 2
    print(f"Anki: {ANKI_PYTHON}")
    return 0


def find_libreoffice() -> Path | None:
    """The command that converts presentations."""
    found = next(filter(None, map(shutil.which, COMMANDS)), None)
    return Path(found) if found else None


def provide_anki() -> bool:
    """Install Anki's importer as it is locked, unless it is there; whether it is."""
    stamp, key = ANKI / "packages.stamp", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == key:
        return True
    venv.create(ANKI, clear=True, with_pip=True, symlinks=os.name != "nt")
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes", "-r", str(LOCK)]
    if subprocess.run([ANKI_PYTHON, "-m", "pip", "install", *options], stdin=subprocess.DEVNULL).returncode:
        return False
    stamp.write_text(key, encoding="utf-8")
    return True


if __name__ == "__main__":
    run(main)
