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
from collections.abc import Callable
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


class Memory:
    """Remembers in this process, and with a folder beyond it."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._known: dict[str, Any] = {}
        self._used: set[str] = set()

    def key(self, *parts: str | bytes) -> str:
        """The key of what comes of these texts, by the code as it is now."""
        return digest(_code(), *parts)

    def recall(self, key: str, revive: Callable[[Any], T]) -> T | None:
        """What is known under a key: the thing itself, or what `revive` makes of its JSON; None where nothing is."""
        self._used.add(key)
        if key not in self._known and (text := self._read(key)) is not None:
            with suppress(ValueError, TypeError, LookupError, RecursionError):
                self._known[key] = revive(json.loads(text))
        found: T | None = self._known.get(key)
        return found

    def keep(self, key: str, thing: Any, as_json: Any) -> None:
        """Remember a thing; a folder that cannot be written to costs what was to be remembered there."""
        self._known[key] = thing
        self._used.add(key)
        if self._folder:
            with suppress(OSError, ValueError):  # YAML knows numbers that JSON does not.
                text = json.dumps(as_json, allow_nan=False).encode()
                write_whole(digest(text).encode() + b"\n" + text, self._folder / key)

    def tidy(self) -> None:
        """Forget what was neither kept nor asked for since the last time."""
        self._known = {key: thing for key, thing in self._known.items() if key in self._used}
        with suppress(OSError):
            for file in self._folder.iterdir() if self._folder else ():
                if file.name not in self._used:
                    file.unlink(missing_ok=True)
        self._used = set()

    def _read(self, key: str) -> bytes | None:
        with suppress(OSError, ValueError):
            name, text = (self._folder / key).read_bytes().split(b"\n", 1) if self._folder else (b"", b"")
            return text if name == digest(text).encode() else None
        return None


@cache
def memory_of(root: Path) -> Memory:
    """The memory of a project, one in a process; between processes it lies in the project's `.cache/known`."""
    return Memory(root / ".cache" / "known")


@cache
def _code() -> str:
    """Python, the packages by name and version as their folders have it, and what of this package finds things out."""
    packages = sorted(file.name for file in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    files = sorted(file for file in CODE.rglob("*") if file.suffix in (".py", ".json"))
    return digest(repr((sys.version, packages)), *(file.read_bytes() for file in files))


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
