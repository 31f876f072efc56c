"""What kind of picture some bytes are, by their first bytes and not by a name, and how large it is when it is shown."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass

_MOST_PIXELS = 50_000_000
"""A photo of that size takes 200 MB when it is shown."""
_SVG = re.compile(rb"<svg[\s>]")


@dataclass(frozen=True)
class Looks:
    """The ending of its name, and its size in pixels; or the flaw for which it is not shown."""

    ending: str = ""
    width: int = 0
    height: int = 0
    flaw: str = ""


def looks_of(data: bytes) -> Looks:
    """Look at a picture: PNG, JPEG, GIF or WebP; all else has a flaw."""
    ending = _ending(data)
    if not ending:
        return Looks(flaw="vector" if _is_vector(data) else "unknown")
    try:
        width, height = _SIZES[ending](data)
    except (struct.error, IndexError):
        width = height = 0
    if width <= 0 or height <= 0:
        return Looks(flaw="damaged")
    return Looks(flaw="large") if width * height > _MOST_PIXELS else Looks(ending, width, height)


def _ending(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def _is_vector(data: bytes) -> bool:
    """EMF, WMF with its usual head, and SVG."""
    heads = data[40:44] == b" EMF" or data.startswith((b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00"))
    return heads or _SVG.search(data[:4096]) is not None


def _png_size(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif_size(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _jpg_size(data: bytes) -> tuple[int, int]:
    """Segment by segment to the one that begins a frame."""
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 1 if marker == 0xFF else 2 + struct.unpack_from(">H", data, at + 2)[0]
    return 0, 0


def _webp_size(data: bytes) -> tuple[int, int]:
    kind = data[15:16]
    if kind == b"X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        return (width, height) if len(data) >= 30 else (0, 0)
    if kind == b" ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    [bits] = struct.unpack_from("<I", data, 21)
    return (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1


_SIZES = {"png": _png_size, "jpg": _jpg_size, "gif": _gif_size, "webp": _webp_size}
