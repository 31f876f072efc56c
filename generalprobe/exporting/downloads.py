"""What the site offers as files: made when it is built, kept in `.cache/` and not made again while nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from generalprobe import addresses
from generalprobe.cores import on_all_cores
from generalprobe.exporting.formats import FORMATS, Format
from generalprobe.exporting.subjects import Subject, subjects
from generalprobe.format.wording import file_size
from generalprobe.memory import memory_of, write_whole
from generalprobe.reading.project import Project


@dataclass(frozen=True)
class Download:
    """A file that readers may take along."""

    format: Format
    subject: Subject
    place: Callable[[Subject], Path]
    """Where the file of a subject is kept between builds: under a name that changes with its content."""

    @cached_property
    def kept(self) -> Path:
        """Where it is kept."""
        return self.place(self.subject)

    @property
    def title(self) -> str:
        """What it is."""
        return self.format.title

    @property
    def address(self) -> str:
        """Where the site has it, from its root."""
        return f"{addresses.DOWNLOADS}{self.format.file_name(self.subject)}"

    @property
    def size(self) -> str:
        """How large it is; makes it if need be."""
        self.make()
        return file_size(self.kept.stat().st_size)

    def make(self) -> None:
        """Make it unless it is there."""
        if not self.kept.is_file():
            write_whole(self.format.write(self.subject, self._of_part), self.kept)

    def _of_part(self, part: Subject) -> bytes:
        kept = self.place(part)
        return kept.read_bytes() if kept.is_file() else self.format.write(part)


class Downloads:
    """All files that a site offers.

    Args:
        project: what is shown to readers.
        root: its folder, in which `.cache/` lies.
    """

    def __init__(self, project: Project, root: Path) -> None:
        self._folder = root / ".cache" / "downloads"
        self._key = memory_of(root).key
        self._of = {
            subject.id: tuple(
                Download(format, subject, partial(self._place, format))
                for format in FORMATS
                if format.offered and format.takes(subject)
            )
            for subject in subjects(project, root)
        }

    def __iter__(self) -> Iterator[Download]:
        return (each for offered in self._of.values() for each in offered)

    def of(self, id: str) -> tuple[Download, ...]:
        """What is offered about a subject."""
        return self._of.get(id, ())

    def make(self) -> None:
        """Make what is not there, that of the whole site last, and forget what belongs to no file any more."""
        missing = [each for each in self if not each.kept.is_file()]
        on_all_cores(Download.make, [each for each in missing if not each.subject.parts])
        for each in missing:
            each.make()
        kept = {each.kept for each in self}
        for file in [file for file in self._folder.glob("*") if file not in kept]:
            file.unlink(missing_ok=True)

    def _place(self, format: Format, subject: Subject) -> Path:
        return self._folder / self._key(format.name, subject.fingerprint)


def downloads_of(project: Project, root: Path) -> Downloads | None:
    """What a site offers; None where its settings say that it offers nothing."""
    return Downloads(project, root) if project.settings.downloads else None
