"""How large the site's pictures are, so that a page keeps their places free until they have come."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"})

_VIEW = re.compile(rb"""<svg\b[^>]*?\sviewBox=["']\s*(?:[-+.\de]+[\s,]+){2}([.\d]{1,9})[\s,]+([.\d]{1,9})\s*["']""")
"""What a drawing shows of itself: its size, where it has no other."""
_HEAD_BYTES = 10_000
_PICTURE = re.compile(r'<img\b(?![^>]*\s(?:width|height)=)[^>]*?\ssrc="([^":]+)"')


def forget() -> None:
    """Read the pictures anew from now on."""
    sizes.cache_clear()


@cache
def sizes(docs: Path) -> dict[str, tuple[int, int]]:
    """Width and height in pixels of the pictures in a folder, by path; without those that do not say theirs."""
    pictures = sorted(file for file in docs.rglob("*") if file.suffix.lower() in SUFFIXES)
    found = {file.relative_to(docs).as_posix(): _size(file) for file in pictures}
    return {path: size for path, size in found.items() if min(size) > 0}


def sized(page: str, address: str, docs: Path) -> str:
    """The page at an address of the site, whose pictures say how large they are."""

    def with_size(match: re.Match[str]) -> str:
        size = sizes(docs).get(normpath(f"{address}{unquote(match[1])}"))
        return f'{match[0]} width="{size[0]}" height="{size[1]}"' if size else match[0]

    return _PICTURE.sub(with_size, page)


def _size(file: Path) -> tuple[int, int]:
    import imagesize  # loads what fetches files from the net: only who shows pictures waits for it

    try:
        size = imagesize.get(file)
        return _round(size if min(size) > 0 else _view(file))
    except (OSError, ValueError):  # What is no picture is the check's to name.
        return 0, 0


def _view(file: Path) -> tuple[float, float]:
    with file.open("rb") as opened:
        found = _VIEW.search(opened.read(_HEAD_BYTES)) if file.suffix.lower() == ".svg" else None
    return (float(found[1]), float(found[2])) if found else (0, 0)


def _round(size: tuple[float, float]) -> tuple[int, int]:
    return round(size[0]), round(size[1])
