"""What was found out before, each under a key of all that it came from: in this process, and in a file between two.

The file lies in the project and may be deleted at any time. It holds JSON, which cannot run anything when it is read,
as pickled objects can, whoever has written it; and where it is not whole, nothing of it is found.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property
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
        found.update(len(data).to_bytes(8, "big"))
        found.update(data)
    return found.hexdigest()


class Memory:
    """Remembers in this process, and with a file beyond it: what the file holds is read once, when it is asked for."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._known: dict[str, Any] = {}
        self._used: set[str] = set()
        self._changed = False

    def key(self, *parts: str | bytes) -> str:
        """The key of what comes of these texts, by the code as it is now."""
        return digest(_code(), *parts)

    def recall(self, key: str, revive: Callable[[str], T]) -> T | None:
        """What is known under a key: what `revive` makes of its text, or has made before; None where nothing is."""
        self._used.add(key)
        if key not in self._known and (text := self._texts.get(key)) is not None:
            try:
                self._known[key] = revive(text)
            except (ValueError, TypeError, LookupError, RecursionError):
                del self._texts[key]
        found: T | None = self._known.get(key)
        return found

    def keep(self, key: str, text: str) -> None:
        """Remember a line of ASCII: JSON, which cannot run anything."""
        self._known.pop(key, None)
        self._texts[key] = text
        self._used.add(key)
        self._changed = True

    def tidy(self) -> None:
        """Forget what was neither kept nor asked for since the last time."""
        self._changed = self._changed or not self._texts.keys() <= self._used
        for known in (self._known, self._texts):
            for key in known.keys() - self._used:
                del known[key]
        self._used = set()

    def save(self) -> None:
        """Write down what is known, if that has changed. Of two processes that do, the later one is remembered."""
        if self._file and self._changed:
            with suppress(OSError):
                write_whole(_sealed(self._texts), self._file)
        self._changed = False

    @cached_property
    def _texts(self) -> dict[str, str]:
        """What is remembered, as it is written down."""
        try:
            if not self._file:
                return {}
            with self._file.open("rb") as lines:
                return _unsealed(lines)
        except (OSError, ValueError):
            return {}


def _sealed(texts: Mapping[str, str]) -> Iterator[bytes]:
    """The lines of the file: each key with its text, and at the end a digest of all; one by one, for they are many."""
    seal = blake2b(digest_size=16)
    for key, text in texts.items():
        line = f"{key} {text}\n".encode("ascii")
        seal.update(line)
        yield line
    yield seal.hexdigest().encode()


def _unsealed(lines: Iterable[bytes]) -> dict[str, str]:
    """What `_sealed` has written. Raises ValueError where that is not whole."""
    texts: dict[str, str] = {}
    seal = blake2b(digest_size=16)
    for line in lines:
        if line == seal.hexdigest().encode():
            return texts
        seal.update(line)
        key, text = line[:-1].decode("ascii").split(" ", 1)
        texts[key] = text
    raise ValueError("not whole")


@cache
def memory_of(root: Path) -> Memory:
    """The memory of a project, one in a process; between processes it lies in the project's `.cache/known.jsonl`."""
    return Memory(root / ".cache" / "known.jsonl")


@cache
def _code() -> str:
    """What is installed, and what of this package finds things out."""
    files = sorted(file for file in CODE.rglob("*") if file.suffix in (".py", ".json"))
    return digest(installed(), *(file.read_bytes() for file in files))


def installed() -> str:
    """Python and the packages, by name and version as their folders have it."""
    packages = sorted(file.name for file in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return repr((sys.version, packages))


def write_whole(content: bytes | Iterable[bytes], path: Path) -> None:
    """Write a file, at once or part by part, beside its place and let it take it: no reader ever finds half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
