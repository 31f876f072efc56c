"""What lies below docs/: pictures, and written pages with their anchors."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from generalprobe import pictures

_HEADING = re.compile(r"^#{1,6} +(.*?) *(?:\{ *#([\w-]+)[^}]*\})?$", re.MULTILINE)
_ID = re.compile(r"\{:? *#([\w-]+)[^{}\n]*\}")


def images(docs: Path, files: Iterable[Path]) -> Iterator[str]:
    """The paths of those of the files that are pictures, and lie there and nowhere else."""
    inside = docs.resolve()
    for file in files:
        if file.suffix.lower() in pictures.SUFFIXES and file.resolve().is_relative_to(inside):
            yield file.relative_to(docs).as_posix()


def written_pages(docs: Path, files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """The paths of those that are pages, with their texts."""
    for file in sorted(file for file in files if file.suffix == ".md"):
        with suppress(OSError):
            yield file.relative_to(docs).as_posix(), file.read_text(encoding="utf-8-sig", errors="replace")


def page(file: str) -> str:
    """The path of a page without its ending, or that of its folder where it is an index."""
    path = PurePosixPath(file).with_suffix("")
    return (path.parent if path.name == "index" else path).as_posix()


def anchors(text: str) -> frozenset[str]:
    """The anchors that the text of a page makes by itself."""
    own = [match[2] or _anchor(match[1]) for match in _HEADING.finditer(text)]
    return frozenset([*own, *_ID.findall(text), *re.findall(r'\bid="([^"]+)"', text)])


def _anchor(heading: str) -> str:
    """The anchor that Markdown's table of contents gives a heading."""
    letters = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", letters).strip().lower())
