"""Files that are written whole or not at all, and never over another."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def write_new(contents: Mapping[Path, bytes]) -> None:
    """Write files that there are not yet, all or none. Raises FileExistsError with the path, and other OSErrors."""
    for path in contents:
        if path.exists() or path.is_symlink():
            raise FileExistsError(str(path))
    written: list[Path] = []
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, content)
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _write(path: Path, content: bytes) -> None:
    """Beside its place first: what stands there under its name is whole."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.neu")
    try:
        with beside.open("xb") as opened:
            opened.write(content)
        _place(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _place(beside: Path, path: Path) -> None:
    """Give a file its name, unless another one has it."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise FileExistsError(str(path)) from None
    except OSError:  # Some disks know no second name of a file.
        with path.open("xb") as opened:
            opened.write(beside.read_bytes())
