"""Pages that were built before, each under a key of all that it was made of: in memory, and in a folder between builds.

An entry is a line of JSON with what other pages must know of the page, then its HTML. Whatever is not whole is
not found, and the folder may be deleted at any time.
"""

from __future__ import annotations

import json
from collections.abc import Container
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generalprobe.memory import digest


@dataclass(frozen=True)
class Finished:
    """What a page became."""

    meta: dict[str, Any]
    title: str | None
    """That of its first heading."""
    anchors: list[str]
    links: dict[str, dict[str, str]]
    """The anchors of other pages that it leads to, as links were written, by page."""
    asked: dict[str, str]
    """What it asked of the site's files by path, and how that was answered."""
    frame: str
    """What was around its content: the navigation."""


class Entries:
    """Files of a folder, each with a digest of what it holds before it: what is not whole is not found.

    A folder that cannot be read or written to costs what was to be remembered there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> bytes | None:
        """What was written under a key."""
        with suppress(OSError, ValueError):
            name, content = (self._folder / key).read_bytes().split(b"\n", 1)
            return content if name == digest(content).encode() else None
        return None

    def write(self, key: str, content: bytes) -> None:
        """Keep this under a key."""
        with suppress(OSError):
            if not self._folder.is_dir():
                self._folder.mkdir(parents=True)
            (self._folder / key).write_bytes(digest(content).encode() + b"\n" + content)

    def drop(self, key: str) -> None:
        """Forget what is under a key."""
        with suppress(OSError):
            (self._folder / key).unlink(missing_ok=True)

    def keep_only(self, keys: Container[str]) -> None:
        """Forget everything else."""
        with suppress(OSError):
            for file in self._folder.iterdir():
                if file.name not in keys:
                    file.unlink(missing_ok=True)


class Shelf:
    """The finished pages of one kind of build."""

    def __init__(self, folder: Path, builds_again: bool = False) -> None:
        """`builds_again`: whether this process will ask for what it has kept."""
        self.folder, self.builds_again = folder, builds_again
        self._entries = Entries(folder)
        self._known: dict[str, Finished] = {}
        self._used: set[str] = set()

    def find(self, key: str) -> Finished | None:
        """What is known of the page that was made of this."""
        if key not in self._known and (found := self._read(key)):
            self._known[key] = found[0]
        if key in self._known:
            self._used.add(key)
        return self._known.get(key)

    def html(self, key: str) -> bytes | None:
        """The page itself, if it still lies there."""
        found = self._read(key)
        return found and found[1]

    def keep(self, key: str, page: Finished, html: bytes) -> None:
        """Remember a page."""
        with suppress(TypeError, ValueError):  # Front matter may hold what JSON does not know.
            known = asdict(page)
            head = json.dumps(known, ensure_ascii=False)
            if json.loads(head) == known:
                self._entries.write(key, head.encode() + b"\n" + html)
                self._used.add(key)
                if self.builds_again:
                    self._known[key] = page

    def drop(self, key: str) -> None:
        """Forget a page."""
        self._known.pop(key, None)
        self._entries.drop(key)

    def tidy(self) -> None:
        """Forget, after a build, what it did not use."""
        self._known = {key: page for key, page in self._known.items() if key in self._used}
        self._entries.keep_only(self._used)
        self._used = set()

    def _read(self, key: str) -> tuple[Finished, bytes] | None:
        with suppress(ValueError, TypeError):
            head, html = (self._entries.read(key) or b"").split(b"\n", 1)
            return Finished(**json.loads(head)), html
        return None
