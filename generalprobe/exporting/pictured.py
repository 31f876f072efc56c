"""Pictures for presentations: a raster that every program shows and, beside it, the SVG of drawings, always sharp."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from generalprobe.drawing import STRONG, Drawing
from generalprobe.exporting.measures import LIGHT

PIXELS_PER_POINT = 1.25
"""How many pixels of a raster stand on a point of the slide, along a side; more cost a build more than they show."""
_MOST_PIXELS = 4096
_FACE = "Noto Sans"

_VARIABLE = re.compile(r"var\(--([a-z-]+)\)")
_HEAD = re.compile(r"<svg\b[^>]*>")
_VIEW = re.compile(r"""\sviewBox=["']\s*(?:[-+.\de]+[\s,]+){2}([.\d]{1,9})[\s,]+([.\d]{1,9})\s*["']""")
_EXTENT = re.compile(r"""\s(width|height)=["']\s*([.\d]{1,9})(?:px)?\s*["']""")
_ELSEWHERE = re.compile(r"""href\s*=\s*(?:"(?!#|data:)[^"]*"|'(?!#|data:)[^']*')""", re.IGNORECASE)
"""What would be read from the disk."""
_IN_OUR_FONTS = re.compile("[\x00-\u024f\u0370-\u03ff\u0400-\u052f\u2010-\u2026\u2030\u2039\u203a\u20ac]*")
"""What the typefaces have that we bring; for other characters, such as arrows, those of the machine are asked."""
_ACTIVE = re.compile(
    rb"<(?:script|foreignObject|!ENTITY)|(?:href|src)\s*=\s*[\"'](?!#)|@import|url\(\s*[\"']?(?!#)|\son\w+\s*=", re.I
)
"""What in an SVG does or fetches something: of such a picture only the raster is passed on."""


class NoPicture(Exception):
    """What is no picture that can be shown."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its size; `svg` is empty unless it is a drawing."""

    raster: bytes
    width: float
    height: float
    svg: bytes = b""


def drawn_svg(drawing: Drawing, *, on_shade: bool) -> bytes:
    """A diagram as an SVG that needs nothing else, in light colours; on a shaded ground boxes stand out light."""
    colours = LIGHT | ({"sheet": LIGHT["shade"], "shade": LIGHT["sheet"]} if on_shade else {})
    shapes = _VARIABLE.sub(lambda match: colours.get(match[1], LIGHT["ink"]), drawing.shapes)
    size = f'width="{drawing.width}" height="{drawing.height}" viewBox="0 0 {drawing.width} {drawing.height}"'
    look = f'font-family="Segoe UI, Calibri, Arial, sans-serif" font-size="16" fill="{LIGHT["ink"]}"'
    shapes = shapes.replace("currentColor", LIGHT["ink"]).replace(f'"{STRONG}"', '"bold"')  # which all programs know
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {look}>{shapes}</svg>'.encode()


def pictured(content: bytes, room: tuple[float, float], ground: str) -> Picture:
    """A file as a picture for a room of so many points on a ground of a colour. Raises NoPicture."""
    head = content[:1000].lstrip()
    return (
        _of_svg(content, room, ground)
        if head.startswith((b"<svg", b"<?xml", b"<!--", b"\xef\xbb\xbf<"))
        else _of_raster(content)
    )


def fitted(width: float, height: float, room: tuple[float, float]) -> tuple[float, float]:
    """The largest size of the same shape that a room has."""
    scale = min(room[0] / width, room[1] / height)
    return width * scale, height * scale


@lru_cache(maxsize=64)  # Talks that share a picture are written one after the other.
def _of_svg(content: bytes, room: tuple[float, float], ground: str) -> Picture:
    import resvg_py  # Its library is large: only who exports pictures waits for it.

    try:
        text = _ELSEWHERE.sub('href="#"', content.decode("utf-8-sig"))
        width, height = _size(text)
        wide = min(_MOST_PIXELS, round(PIXELS_PER_POINT * fitted(width, height, room)[0]))
        raster = resvg_py.svg_to_bytes(
            svg_string=text,
            width=wide,
            background=ground,  # Where nothing is drawn, programs mix black into the edges of what is.
            skip_system_fonts=bool(_IN_OUR_FONTS.fullmatch(text)),
            font_files=[str(file) for file in _fonts()],
            font_family=_FACE,
            sans_serif_family=_FACE,
            serif_family=_FACE,
            monospace_family=_FACE,
        )
    except ValueError as error:
        raise NoPicture("the drawing cannot be read") from error
    return Picture(bytes(raster), width, height, b"" if _ACTIVE.search(content) else content)


def _size(svg: str) -> tuple[float, float]:
    """Width and height, in whatever unit: by what the drawing shows of itself, else by its attributes."""
    head = _HEAD.search(svg)
    if head and (view := _VIEW.search(head[0])):
        size = float(view[1]), float(view[2])
    else:
        extent = dict(_EXTENT.findall(head[0] if head else ""))
        size = float(extent.get("width", 0)), float(extent.get("height", 0))
    if min(size) <= 0:
        raise NoPicture("the drawing does not say its size")
    return size


@cache
def _fonts() -> list[Path]:
    """Typefaces that are the same on every machine, so that a drawing becomes the same picture."""
    spec = find_spec("mermaid_render")
    folder = Path(spec.origin).parent / "fonts" if spec and spec.origin else Path()
    return sorted(folder.glob("*.ttf"))


def _of_raster(content: bytes) -> Picture:
    """PNG, JPEG and GIF as they are; what else can be read becomes PNG, for older programs know no WebP."""
    from PIL import Image, UnidentifiedImageError  # As above.

    try:
        with Image.open(io.BytesIO(content)) as image:
            width, height = image.size
            if image.format in ("PNG", "JPEG", "GIF"):
                return Picture(content, width, height)
            written = io.BytesIO()
            image.save(written, "PNG")
            return Picture(written.getvalue(), width, height)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise NoPicture("the picture cannot be read") from error
