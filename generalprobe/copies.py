"""Copies of pages in which compounds are parted: kept from build to build, for most pages say what they said before.

A copy is one file under two names: at its page's place, where it is read and thrown away, and in a folder under a name
that is made of the page and of how compounds are parted. Where a disk knows no second names, nothing is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from generalprobe.memory import Memory, digest, write_whole

_PARTED_FILE = "parted.json"
_END = b"</html>"
"""How every copy ends that is whole."""


class Copies:
    """The copies that one build makes, each by `make`, or takes from the folder of those before."""

    def __init__(self, folder: Path, parted: Mapping[str, str], make: Callable[[str], str]) -> None:
        self._folder, self._parted, self._make = folder, parted, make
        before = self._parted_before()
        self._now, self._before = _name(parted), _name(before)
        self._changed = [word for word in before.keys() | parted.keys() if before.get(word) != parted.get(word)]
        self._used = {_PARTED_FILE}

    def write(self, page: str, path: Path) -> None:
        """Lay the copy of a page at a path; a page all of whose compounds are parted as before has the same one."""
        path.parent.mkdir(parents=True, exist_ok=True)
        name = digest(page)
        now, before = f"{self._now}-{name}", f"{self._before}-{name}"
        self._used.add(now)
        if not self._take(now, path) and not (self._is_as_before(before, page) and self._take(before, path)):
            path.write_text(self._make(page), encoding="utf-8")
        with suppress(OSError):
            os.link(path, self._folder / now)

    def tidy(self) -> None:
        """Once all are written: forget every other, and remember how compounds are parted now."""
        with suppress(OSError):
            write_whole(json.dumps(self._parted).encode(), self._folder / _PARTED_FILE)
            for file in self._folder.iterdir():
                if file.name not in self._used:
                    file.unlink(missing_ok=True)

    def _parted_before(self) -> dict[str, str]:
        with suppress(OSError, ValueError):
            self._folder.mkdir(parents=True, exist_ok=True)
            return dict(json.loads((self._folder / _PARTED_FILE).read_bytes()))
        return {}

    def _is_as_before(self, name: str, page: str) -> bool:
        return (self._folder / name).exists() and not any(word in page for word in self._changed)

    def _take(self, name: str, path: Path) -> bool:
        kept = self._folder / name
        with suppress(OSError):
            if kept.read_bytes().endswith(_END):
                os.link(kept, path)
                return True
            kept.unlink()
        return False


def _name(parted: Mapping[str, str]) -> str:
    return Memory().key(*sorted(parted.values()))
