"""The search as the build before has written it: it is kept, and pages that have changed are put in their place in it.

It lies in a folder that may be deleted at any time. Where it is not whole, or not of this code, nothing is known of it.
"""

from __future__ import annotations

import json
import os
import shutil
import zlib
from collections.abc import Iterator, Mapping, Set
from contextlib import suppress
from pathlib import Path

from generalprobe import index_files
from generalprobe.memory import Memory, write_whole

_BROKEN = (OSError, EOFError, ValueError, LookupError, TypeError, zlib.error)
"""What reading says of files that are missing, or not what was written."""


class KeptSearch:
    """What is known of the build before.

    Attributes:
        pages: The keys of its pages, by their places.
        parted: How compounds were parted.
    """

    def __init__(self, folder: Path) -> None:
        self._files, self._state_file = folder / "files", folder / "state.json"
        self._index = ""
        self.pages: dict[str, str] = {}
        self.parted: dict[str, str] = {}
        with suppress(*_BROKEN):
            state = json.loads(self._state_file.read_bytes())
            if state["code"] == Memory().key():
                self._index, self.pages, self.parted = state["index"], state["pages"], state["parted"]

    def lay(self, files: Path) -> Path | None:
        """Lay its files into a folder; None where they are not whole."""
        with suppress(*_BROKEN):
            self._lay(files)
            index_files.check(files)
            return files
        return None

    def lay_with(self, few: Path, gone: Set[str], files: Path) -> Path | None:
        """The same with the pages of another index in their place, and without those of some addresses."""
        with suppress(*_BROKEN):
            self._lay(files)
            new = index_files.read(few)
            index = index_files.read(files).joined_with(new, gone)
            for page in new.pages:
                name = index_files.page_file(page.name)
                (few / name).replace(files / name)
            index_files.write(index, files)
            return files
        return None

    def keep(self, files: Path, pages: Mapping[str, str], parted: Mapping[str, str]) -> None:
        """Keep the files of this build for the next one, in the place of those before."""
        index = index_files.name(files)
        state = {"code": Memory().key(), "index": index, "pages": pages, "parted": parted}
        with suppress(OSError):
            self._state_file.unlink(missing_ok=True)
            _mirror(files, self._files)
            write_whole(json.dumps(state).encode(), self._state_file)

    def _lay(self, files: Path) -> None:
        _mirror(self._files, files)
        if index_files.name(files) != self._index:
            raise ValueError("another build has replaced it")


def _mirror(source: Path, target: Path) -> None:
    """Have a folder hold the files of another and nothing else."""
    target.mkdir(parents=True, exist_ok=True)
    wanted, there = dict(_files(source)), dict(_files(target))
    for name in there:
        if there[name] != wanted.get(name):
            (target / name).unlink()
    for name in wanted:
        if there.get(name) != wanted[name]:
            _give_second_name(source / name, target / name)


def _files(folder: Path, above: str = "") -> Iterator[tuple[str, int]]:
    """The names of files, with the number by which the disk tells them apart."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(folder / entry.name, f"{above}{entry.name}/")
            else:
                yield above + entry.name, entry.inode()


def _give_second_name(file: Path, name: Path) -> None:
    name.parent.mkdir(exist_ok=True)
    try:
        os.link(file, name)
    except OSError:
        shutil.copyfile(file, name)
