"""Take over presentations and texts as drafts; never overwrite a file, and say what was lost."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generalprobe import addresses
from generalprobe.command import Parser, project_root, refuse
from generalprobe.commands.choosing import Unchosen, chosen_exam
from generalprobe.commands.given import matching
from generalprobe.commands.submitted import distinct, passed_over, printable, within
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.exam import Exam
from generalprobe.format.fields import SLUG
from generalprobe.format.kinds import KIND_OF, KINDS
from generalprobe.format.wording import reason_of
from generalprobe.importing.archive import weigh
from generalprobe.importing.files import NO_FORM, Wishes, import_file
from generalprobe.importing.losses import LOST
from generalprobe.importing.new_files import write_new
from generalprobe.importing.proposing import Imported
from generalprobe.importing.text import as_text, grouped
from generalprobe.importing.unreadable import Unreadable
from generalprobe.reading.loading import load_project

_MOST_PICTURE_BYTES = 20_000_000
_UNREAD = (LOST["asks"], LOST["unread"])


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 fine, 1 a file is there already, 2 wrong usage or cannot be read."""
    options = _parser().parse_intermixed_args(arguments)
    paths = [path for given in options.paths for path in matching(given)]
    files = list(dict.fromkeys(_files(paths)))
    if others := passed_over(paths):
        print(others, file=sys.stderr)
    if not files:
        return refuse(f"Darin liegt nichts, was sich übernehmen lässt: {', '.join(map(str, options.paths))}")
    if options.id and (len(files) > 1 or not re.fullmatch(SLUG, options.id)):
        return refuse("--id nennt die Kennung einer einzigen Datei: Kleinbuchstaben, Ziffern, einzelne Bindestriche.")
    if blocking := _file_among(options.out):
        return refuse(f"Der Ordner {options.out} lässt sich nicht anlegen: {blocking} ist eine Datei.")
    root = project_root()
    project = load_project(root, [])
    try:
        wishes = _wishes(options, project.exams)
    except Unchosen as error:
        return refuse(str(error))
    taking = _Taking(root, options.out, options.dry_run, wishes)
    for number, (file, name) in enumerate(zip(files, distinct(files), strict=True), start=1):
        taking.take(file, f"[{number}/{len(files)}]", printable(name))
    print(taking.summary(len(files)))
    if taking.has_unread:
        print(f"Welche Formen von Texten gelesen werden: {project.site_url.rstrip('/')}/{addresses.FORMS_OF_TEXTS}")
    return taking.exit_code


def _wishes(options: argparse.Namespace, exams: Mapping[str, Exam]) -> Wishes:
    """How files are taken over. Raises Unchosen."""
    exam_id = chosen_exam(exams, options.exam)
    topics = exams[exam_id].topics
    if options.topic and options.topic not in topics:
        raise Unchosen(f"Das Themengebiet „{options.topic}“ hat die Prüfung nicht. Vorhanden: {', '.join(topics)}")
    return Wishes(exam_id, exams[exam_id], options.topic, options.images, options.id)


@dataclass
class _Taking:
    """One call: where things go, and what came of it."""

    root: Path
    out: Path | None
    dry: bool
    wishes: Wishes
    exit_code: int = 0
    made: list[Path] = field(default_factory=list)
    taken: int = 0
    has_unread: bool = False
    """Of a text something was not understood."""

    def take(self, path: Path, number: str, name: str) -> None:
        """Take one file over and say so; what goes wrong with it concerns no other."""
        if not path.exists():
            return self._say_no(f"{number} Diese Datei oder dieser Ordner fehlt: {printable(str(path))}", 2)
        try:
            weigh(path.stat().st_size)
            self._keep(path, import_file(path.read_bytes(), self.wishes, _pictures_beside(path)), f"{number} {name}")
            self.taken += 1
        except Unreadable as error:
            self._say_no(f"{number} {name}: {error}", 2)
            self.has_unread |= str(error) == NO_FORM
        except FileExistsError as error:
            there = f"{self._shown(Path(str(error)))} gibt es schon und bleibt, wie sie ist."
            self._say_no(f"{number} {name}: {there} Nimm die Datei einzeln, mit --id und einer anderen Kennung.", 1)
        except OSError as error:
            place = self._shown(Path(error.filename or path))
            self._say_no(f"{number} {name}: {place} lässt sich nicht lesen oder schreiben ({reason_of(error)}).", 2)

    def summary(self, count: int) -> str:
        """What came of all, and what follows."""
        said = f"{self.taken} von {count} {'Datei' if count == 1 else 'Dateien'} übernommen"
        if self.dry:
            return f"{said}, wie verlangt nur zur Probe: Geschrieben ist nichts."
        follows = " Weiter mit make check; die Zeile `draft: true` löschen, wenn alles stimmt." if self.made else ""
        return f"{said}.{follows}"

    def _keep(self, source: Path, found: Sequence[Imported], name: str) -> None:
        """Write all that became of a file, or nothing, and say what it is."""
        targets: list[Path] = []
        files: dict[Path, bytes] = {}
        for each in found:
            targets.append(target := self._target(each, targets))
            files[target] = as_text(each, source.name, to_schema=self._way_to_schema(target.parent)).encode()
            files |= {self.root / "docs" / path: content for path, content in each.pictures.items()}
        known = [path for each in found for path in self._known_as(each.id)]
        if taken := next((path for path in [*known, *files] if path.exists()), None):
            raise FileExistsError(str(taken))
        if not self.dry:
            write_new(files)
        self.made += targets
        self._tell(name, list(zip(targets, found, strict=True)))

    def _tell(self, name: str, made: Sequence[tuple[Path, Imported]]) -> None:
        """A line for a file, and what of it was lost and proposed; of several that came of it, a line each below."""
        if len(made) == 1:
            print(f"{name} → {self._shown(made[0][0])}: {_counted(made[0][1])}", flush=True)
        else:
            print(f"{name} → {len(made)} Dateien:", flush=True)
        for target, imported in made:
            if len(made) > 1:
                print(f"    {self._shown(target)}: {_counted(imported)}", flush=True)
            for place in sorted({self.root / "docs" / Path(path).parent for path in imported.pictures}):
                print(f"    Bilder in {self._shown(place)}", flush=True)
            _list("Nicht übernommen:", grouped(imported.losses))
            _list("Vorgeschlagen, bitte ansehen:", imported.proposals)
            self.has_unread |= any(loss.what.startswith(_UNREAD) for loss in imported.losses)

    def _target(self, imported: Imported, among: Sequence[Path]) -> Path:
        """Where it goes; of several that are called alike in one call, the second gets a number."""
        folder = self.out or self.root / "data" / KIND_OF[type(imported.model)].place
        taken = {*self.made, *among}
        names = [imported.id, *(f"{imported.id}-{number}" for number in range(2, len(taken) + 3))]
        return next(path for each in names if (path := folder / f"{each}.yml") not in taken)

    def _known_as(self, id: str) -> list[Path]:
        """Where the files with an id would lie in data/: those of all kinds to practise share their ids."""
        folders = [self.root / "data" / kind.place for kind in KINDS if kind.cards and not kind.single]
        return [] if self.out else [path for folder in folders if (path := folder / f"{id}.yml") not in self.made]

    def _way_to_schema(self, folder: Path) -> str:
        schema = self.root / "schema"
        inside = folder.resolve().is_relative_to(self.root.resolve())
        return Path(os.path.relpath(schema, folder.resolve())).as_posix() if inside and schema.is_dir() else ""

    def _shown(self, path: Path) -> str:
        absolute, root = path.absolute(), self.root.absolute()
        return (absolute.relative_to(root) if absolute.is_relative_to(root) else path).as_posix()

    def _say_no(self, message: str, code: int) -> None:
        self.exit_code = max(self.exit_code, refuse(message, code))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that are named, and of folders those that can be meant; hidden ones are not."""
    for path in paths:
        if path.is_dir():
            yield from within(path)
        else:
            yield path


def _file_among(folder: Path | None) -> Path | None:
    """The file that stands where a folder would have to be, if one does."""
    return next((path for path in (folder, *folder.parents) if path.is_file()), None) if folder else None


def _pictures_beside(path: Path) -> Callable[[str], bytes | None]:
    """Finds pictures below the folder of a file by their relative paths, and no others."""
    folder = path.parent.resolve()

    def find(src: str) -> bytes | None:
        file = (folder / src).resolve()
        if not file.is_relative_to(folder) or not file.is_file() or file.stat().st_size > _MOST_PICTURE_BYTES:
            return None
        return file.read_bytes()

    return find


def _counted(imported: Imported) -> str:
    model = imported.model
    slides = len(model.slides) if isinstance(model, CaseStudy) else 0
    questions = len(model.questions)
    parts = [f"{slides} {'Folie' if slides == 1 else 'Folien'}"] if slides else []
    parts += [f"{questions} {'Frage' if questions == 1 else 'Fragen'}"] if questions else []
    return ", ".join(parts)


def _list(heading: str, lines: Iterable[str]) -> None:
    if lines := list(lines):
        print(f"    {heading}", *(f"      {printable(line)}" for line in lines), sep="\n", flush=True)


def _parser() -> Parser:
    parser = Parser(
        prog="import.py",
        description="Übernimmt Präsentationen (.pptx) und Texte (.md, .txt) als Entwürfe nach data/: Seiten mit Folien "
        "und Fragen, Fragenkataloge, Marp, Slidev, Remark. Überschreibt nie eine Datei und sagt, was nicht mitkam.",
        epilog="Ende mit 0: alles übernommen; 1: eine Datei gab es schon, sie blieb; 2: falscher Aufruf, oder etwas "
        "fehlt oder lässt sich nicht lesen. Die übrigen Dateien sind auch dann übernommen.",
    )
    parser.add_argument(
        "paths", metavar="PFAD", nargs="+", type=Path, help="Dateien, Ordner oder Muster wie abgaben/*.md"
    )
    parser.add_argument("--out", metavar="ORDNER", type=Path, help="wohin (sonst in die Ordner in data/)")
    parser.add_argument("--topic", metavar="GEBIET", default="", help="Themengebiet aller Fragen, wie in der Prüfung")
    parser.add_argument("--exam", metavar="PRÜFUNG", default="", help="Datei in data/exams/, ohne Endung, bei mehreren")
    parser.add_argument("--id", metavar="ID", default="", help="Kennung (sonst nach dem Titel); nur bei einer Datei")
    parser.add_argument("--images", action="store_true", help="Bilder nach docs/images/ mitnehmen")
    parser.add_argument("--dry-run", action="store_true", help="nur zeigen, was geschähe, und nichts schreiben")
    return parser
