"""What was found out before, each under a key of all that it came from: in this process, and in a folder between two.

The folder lies in the project and may be deleted at any time. An entry is a file: a digest, then JSON. JSON cannot run
anything when it is read, as pickled objects can, whoever has written it; and what is not whole is not found.
"""

from __future__ import annotations

import json
import os
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Container
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

CODE = Path(__file__).resolve().parent


def digest(*parts: str | bytes) -> str:
    """A short name for texts; different texts have different names."""
    found = blake2b(digest_size=16)
    for part in parts:
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()


class Entries:
    """Files of a folder, each with a digest of what it holds before it: what is not whole is not found.

    A folder that cannot be read or written to costs what was to be remembered there. Without a folder nothing is.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def read(self, key: str) -> bytes | None:
        """What was written under a key."""
        with suppress(OSError, ValueError):
            name, content = (self._folder / key).read_bytes().split(b"\n", 1) if self._folder else (b"", b"")
            return content if name == digest(content).encode() else None
        return None

    def write(self, key: str, content: bytes) -> None:
        """Keep this under a key."""
        if self._folder:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                (self._folder / key).write_bytes(digest(content).encode() + b"\n" + content)

    def drop(self, key: str) -> None:
        """Forget what is under a key."""
        if self._folder:
            with suppress(OSError):
                (self._folder / key).unlink(missing_ok=True)

    def keep_only(self, keys: Container[str]) -> None:
        """Forget everything else."""
        with suppress(OSError):
            for file in self._folder.iterdir() if self._folder else ():
                if file.name not in keys:
                    file.unlink(missing_ok=True)


class Memory:
    """Remembers in this process, and with a folder beyond it."""

    def __init__(self, folder: Path | None = None) -> None:
        self._entries = Entries(folder)
        self._known: dict[str, Any] = {}
        self._used: set[str] = set()

    def key(self, *parts: str | bytes) -> str:
        """The key of what comes of these texts, by the code as it is now."""
        return digest(_code(), *parts)

    def recall(self, key: str, revive: Callable[[Any], T]) -> T | None:
        """What is known under a key: the thing itself, or what `revive` makes of its JSON; None where nothing is."""
        self._used.add(key)
        if key not in self._known and (text := self._entries.read(key)) is not None:
            with suppress(ValueError, TypeError, LookupError, RecursionError):
                self._known[key] = revive(json.loads(text))
        found: T | None = self._known.get(key)
        return found

    def keep(self, key: str, thing: Any, as_json: Any) -> None:
        """Remember a thing."""
        self._known[key] = thing
        self._used.add(key)
        with suppress(ValueError):  # YAML knows numbers that JSON does not.
            self._entries.write(key, json.dumps(as_json, allow_nan=False).encode())

    def tidy(self) -> None:
        """Forget what was neither kept nor asked for since the last time."""
        self._known = {key: thing for key, thing in self._known.items() if key in self._used}
        self._entries.keep_only(self._used)
        self._used = set()


@cache
def memory_of(root: Path) -> Memory:
    """The memory of a project, one in a process; between processes it lies in the project's `.cache/known`."""
    return Memory(root / ".cache" / "known")


@cache
def _code() -> str:
    """What is installed, and what of this package finds things out."""
    files = sorted(file for file in CODE.rglob("*") if file.suffix in (".py", ".json"))
    return digest(installed(), *(file.read_bytes() for file in files))


def installed() -> str:
    """Python and the packages, by name and version as their folders have it."""
    packages = sorted(file.name for file in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return repr((sys.version, packages))


def write_whole(content: bytes, path: Path) -> None:
    """Write a file beside its place and let it take it, so that no reader ever finds half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
