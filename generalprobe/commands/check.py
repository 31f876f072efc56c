"""Check case studies: the format, the limits of the exam, the time budget."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from generalprobe.checking.project import check_project
from generalprobe.checking.written import check_written
from generalprobe.command import Parser, is_project, project_root, refuse, uncollected
from generalprobe.commands.given import matching, submitted
from generalprobe.format.exam import Exam
from generalprobe.memory import memory_of
from generalprobe.problems import Problem
from generalprobe.reading.loading import kind_of, load_project
from generalprobe.reading.project import Project
from generalprobe.reports import as_github, as_json, print_text
from generalprobe.spelling import LEFT_OUT, Spelling, check_spelling

_NO_PROJECT = (
    "Hier ist kein Projekt: Weder um die Datei noch um diesen Ordner liegen data/ und mkdocs.yml.\n"
    "Die Prüfungsregeln stehen in data/exams/. Wechsle in den Ordner des Projekts und rufe den Befehl dort auf."
)
_ONLY_SUBMITTED = "--format csv und --exam sind für Abgaben: Präsentationen, Texte, gesicherte Vorträge (.zip)."


@uncollected()
def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 fine, 1 problems, 2 wrong usage or a file that cannot be read."""
    options = _parser().parse_intermixed_args(arguments)
    options.paths = [path for given in options.paths for path in matching(given)]
    missing = [path for path in options.paths if not (path.exists() or path.is_symlink())]
    files = list(dict.fromkeys(submitted(path for path in options.paths if path not in missing)))
    if missing and not files:
        return refuse(f"Diese Datei oder dieser Ordner fehlt: {missing[0]}")
    root = project_root(*options.paths)
    if not is_project(root):
        return refuse(_NO_PROJECT)
    if files:
        from generalprobe.commands.submitted import judge_all  # takes long to load, and is rarely needed

        return judge_all(
            [*files, *missing], options.paths, root, format=options.format, strict=options.strict, exam=options.exam
        )
    if options.format == "csv" or options.exam:
        return refuse(_ONLY_SUBMITTED)
    memory = memory_of(root)
    project = load_project(root, options.paths or None, memory)
    if options.paths and not (project.material or any(kind_of(path / "*").model is Exam for path in options.paths)):
        return refuse(f"Hier liegt keine YAML-Datei: {', '.join(map(str, options.paths))}")
    looked_at = options.spelling
    spelling = check_spelling(root, project, with_pages=not options.paths) if looked_at else Spelling(reason=LEFT_OUT)
    problems = sorted([*check_project(project, memory), *check_written(project, memory), *spelling.problems])
    if not options.paths:
        memory.tidy()
    memory.save()
    _print(problems, project, spelling, options.format)
    return exit_code(problems, strict=options.strict)


def exit_code(problems: list[Problem], *, strict: bool) -> int:
    """2 where a file could not be opened, 1 where there is an error (with `strict`: or a warning), else 0."""
    if any(problem.code == "DATEI01" for problem in problems):
        return 2
    return int(any(strict or problem.severity == "error" for problem in problems))


def _print(problems: list[Problem], project: Project, spelling: Spelling, format: str) -> None:
    if format == "json":
        print(as_json(problems, project, spelling))
    elif format == "github":
        print(as_github(problems, project.site_url, spelling))
    else:
        print_text(problems, project, Console(highlight=False))
        print(spelling.summary)


def _parser() -> Parser:
    parser = Parser(
        prog="check",
        description="Prüft alles in data/: Schreibweise, Regeln der Prüfung, Zeitrahmen.",
        epilog="Ende mit 0: alles in Ordnung; 1: Fehler, mit --strict auch Warnungen; 2: falscher Aufruf, oder etwas "
        "fehlt oder lässt sich nicht lesen.",
    )
    where = "Dateien oder Ordner, sonst alles in data/; Abgaben (.pptx, .zip, Texte) werden nur beurteilt"
    parser.add_argument("paths", metavar="PFAD", nargs="*", type=Path, help=where)
    formats = ("text", "json", "github", "csv")
    parser.add_argument("--format", choices=formats, default="text", help="Ausgabe (sonst text); csv nur für Abgaben")
    parser.add_argument(
        "--no-spelling", dest="spelling", action="store_false", help="die Rechtschreibung auslassen (geht schneller)"
    )
    which = "Prüfung, nach deren Regeln Abgaben beurteilt werden; nötig bei mehreren"
    parser.add_argument("--exam", metavar="PRÜFUNG", default="", help=which)
    parser.add_argument("--strict", action="store_true", help="Warnungen zählen wie Fehler")
    return parser
