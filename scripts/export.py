"""Write case studies and questions as files for other programs; never overwrite one."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from textwrap import fill

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from generalprobe.checking.project import check_project
from generalprobe.command import Parser, project_root, refuse, run, uncollected
from generalprobe.exporting.formats import FORMATS, Format
from generalprobe.exporting.handout import PAPERS, Paper, newer_than_site, on_paper, printable, served
from generalprobe.exporting.subjects import WHOLE, Subject, subjects
from generalprobe.format.exam import Exam
from generalprobe.format.wording import file_size, meant, reason_of
from generalprobe.memory import memory_of
from generalprobe.reading.loading import load_project
from generalprobe.reports import errors_in
from scripts.browser import NONE_FOUND, find_browser


@uncollected()
def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 written, 1 not written, 2 wrong usage."""
    options = _parser().parse_intermixed_args(arguments)
    root = project_root()
    format = next((each for each in FORMATS if each.name == options.format), None)
    paper = next((each for each in PAPERS if each.name == options.format), None)
    if format is None and paper is None:
        return refuse(_unknown("Das Format", options.format, [each.name for each in (*FORMATS, *PAPERS)]))
    project = load_project(root, memory=memory_of(root))
    if hindered := errors_in(check_project(project, memory_of(root))):
        return refuse(hindered, code=1)
    about = subjects(project.published(), root)
    if format:
        return _export(format, about, options)
    return _print(paper, printable(about, project.entries(Exam)), options, root) if paper else 2


def _print(paper: Paper, about: Sequence[Subject], options: Namespace, project: Path) -> int:
    """Print pages of the built site; say what lacks for it."""
    site = project / "site"
    if not (site / "index.html").is_file():
        return refuse("Gedruckt wird die gebaute Website, und es gibt noch keine. Baue sie mit `make build`.", code=1)
    asked = [each for each in about if each.model in paper.of and (not options.ids or each.id in options.ids)]
    if file := newer_than_site(site, project, paper, asked):
        return refuse(
            f"Gedruckt wird die gebaute Website, und sie ist älter als {file}. Baue sie mit `make build`.", code=1
        )
    browser = find_browser()
    if browser is None:
        return refuse(f"Zum Drucken braucht es einen Browser. {NONE_FOUND}", code=1)
    with served(site) as root:
        return _export(on_paper(paper, browser, root), about, options)


def _export(format: Format, about: Sequence[Subject], options: Namespace) -> int:
    """Write what was asked for of what there is."""
    offered = {subject.id: subject for subject in about if format.takes(subject)}
    unknown = next((id for id in options.ids if id not in offered), "")
    if other := next((subject for subject in about if subject.id == unknown), None):
        return refuse(f"{format.refusal(other)}\n{_available(list(offered))}")
    if unknown:
        return refuse(_unknown("Die Kennung", unknown, list(offered), f" bei „{format.title}“"))
    ids = options.ids or ([WHOLE] if WHOLE in offered else list(offered))
    return write(format, [offered[id] for id in dict.fromkeys(ids) if id in offered], options.out)


def write(format: Format, wanted: Sequence[Subject], folder: Path) -> int:
    """Write a file of each subject, and name each; return the exit code: 1 where one was there already."""
    if not wanted:
        return refuse(f"Es gibt noch nichts, was sich als „{format.title}“ schreiben ließe.", code=1)
    if file := next((each for each in (folder, *folder.parents) if each.is_file()), None):
        return refuse(f"Der Ordner {folder} lässt sich nicht anlegen: {file} ist eine Datei.", code=1)
    left = 0
    for number, subject in enumerate(wanted, start=1):
        place, path = f"[{number}/{len(wanted)}]", folder / format.file_name(subject)
        if path.exists():
            left += refuse(f"{place} {path} gibt es schon und bleibt, wie sie ist.", code=1)
            continue
        try:
            _put(format.write(subject), path)
        except OSError as error:
            return refuse(f"{path} lässt sich nicht schreiben ({reason_of(error)}).", code=1)
        said = "; ".join(filter(None, (subject.title, format.left_out(subject))))
        print(f"{place} {path} ({file_size(path.stat().st_size)}): {said}", flush=True)
    return refuse(_left(left, len(wanted)), code=1) if left else 0


def _left(left: int, count: int) -> str:
    files = "1 Datei" if count == 1 else f"{count} Dateien"
    return f"{count - left} von {files} geschrieben. Für neue nenne mit --out einen anderen Ordner."


def _put(content: bytes, path: Path) -> None:
    """Write a new file, or nothing at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        try:
            file.write(content)
        except OSError:
            path.unlink()
            raise


def _unknown(what: str, given: str, known: Sequence[str], where: str = "") -> str:
    return f"{what} „{given}“ gibt es{where} nicht. {meant(given, known)}".rstrip() + f"\n{_available(known)}"


def _available(known: Sequence[str]) -> str:
    names = fill(", ".join(known) or "nichts", 78, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    return f"Vorhanden:\n{names}"


def _parser() -> Parser:
    formats = ", ".join(f"{format.name} ({format.title})" for format in (*FORMATS, *PAPERS))
    parser = Parser(
        prog="export.py",
        description="Schreibt Fallstudien und Fragen als Dateien für andere Programme; überschreibt nie.",
        epilog="Ende mit 0: geschrieben; 1: nicht geschrieben, weil es eine Datei schon gibt oder etwas fehlt; 2: "
        "falscher Aufruf. Dateien, die es schon gibt, bleiben; die übrigen sind auch dann geschrieben.",
    )
    parser.add_argument("format", metavar="FORMAT", help=f"eines von: {formats}")
    parser.add_argument(
        "ids", metavar="KENNUNG", nargs="*", default=[],
        help="Fallstudie oder Fragensammlung, auch glossar, formulierungen, alles, wo es das gibt (sonst alles in "
        "einer Datei, als Präsentation und auf Papier jede einzeln)",
    )  # fmt: skip
    parser.add_argument(
        "--out", type=Path, metavar="ORDNER", default=project_root() / "export", help="wohin (sonst export)"
    )
    return parser


if __name__ == "__main__":
    run(main)
