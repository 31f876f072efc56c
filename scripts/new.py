"""Write the skeleton of a new case study; never overwrite one."""

from __future__ import annotations

import re

from generalprobe import addresses
from generalprobe.command import Parser, project_root, refuse, run
from generalprobe.commands.choosing import Unchosen, chosen_exam
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.fields import SLUG
from generalprobe.format.kinds import KIND_OF
from generalprobe.format.wording import reason_of, slugify
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import LOCAL_ADDRESS
from generalprobe.scaffold import FOCUSES, skeleton


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_intermixed_args(arguments)
    root = project_root()
    if not re.fullmatch(SLUG, options.id):
        near = slugify(options.id)
        return refuse(
            f"„{options.id}“ ergibt keine Adresse: nur Kleinbuchstaben ohne Umlaute, Ziffern und einzelne Bindestriche."
            + (f" Zum Beispiel: {near}" if near else "")
        )
    exams = load_project(root, []).exams
    try:
        exam_id = chosen_exam(exams, options.exam)
    except Unchosen as error:
        return refuse(str(error))
    file = root / "data" / KIND_OF[CaseStudy].place / f"{options.id}.yml"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(skeleton(exam_id, exams[exam_id], options.focus))
    except FileExistsError:
        return refuse(
            f"{file.relative_to(root).as_posix()} gibt es schon und bleibt, wie sie ist. Wähle eine andere Kennung.",
            code=1,
        )
    except OSError as error:
        return refuse(f"{file.relative_to(root).as_posix()} lässt sich nicht anlegen ({reason_of(error)}).")
    print(_next_steps(file.relative_to(root).as_posix(), options.id))
    return 0


def _next_steps(file: str, id: str) -> str:
    return (
        f"Angelegt: {file}\n\n"
        "So geht es weiter:\n"
        "  1. Die Datei öffnen (VS Code ergänzt und erklärt die Schlüssel) und alles in [eckigen Klammern] ersetzen.\n"
        f"  2. make serve  – die Vorschau steht unter {LOCAL_ADDRESS}{addresses.case_study(id)}\n"
        "  3. make check  – prüft Schreibweise, Regeln und Zeiten.\n"
        "  4. Wenn alles stimmt: die Zeile `draft: true` löschen."
    )


def _parser() -> Parser:
    parser = Parser(
        prog="new.py",
        description="Legt das Gerüst einer neuen Fallstudie an; überschreibt nie eine vorhandene.",
        epilog="Ende mit 0: angelegt; 1: Die Datei gibt es schon; 2: falscher Aufruf, oder es geht nicht.",
    )
    parser.add_argument("id", metavar="ID", help="Kennung und Adresse, zum Beispiel drucker-nach-update")
    parser.add_argument("--focus", choices=FOCUSES, default="mixed", help="Schwerpunkt (sonst mixed)")
    parser.add_argument("--exam", metavar="PRÜFUNG", default="", help="Datei in data/exams/, ohne Endung, bei mehreren")
    return parser


if __name__ == "__main__":
    run(main)
