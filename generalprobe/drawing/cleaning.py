"""What of an engine's SVG reaches a page: shapes and text by a list of what is allowed, in colours of the site.

Everything else is left out: links, pictures, scripts, styles, classes, ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree

SHAPES = {"g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}

COLOURS = {
    "_bg": "sheet",
    "_fg": "ink",
    "_m": "soft",
    "_l": "soft",
    "_s": "shade",
    "_a": "rubric-wash",
    "_b": "edge",
    "_c": "technology",
    "pele-critical": "rubric",
    "pele-error": "rubric",
}
"""The engine's names of colours, and those of the site (base.css)."""
SERIES = ("technology", "communication", "mixed", "good", "warn", "link", "rubric", "edge")
"""The colours of series, by turns."""
STRONG = "650"
USUAL_LETTERS = 16.0
"""Pixels, where nothing else is said; slide.css says it of the `svg`."""
ROUNDED = "6"

_LENGTHS = (
    *("x", "y", "width", "height", "r", "rx", "ry", "cx", "cy", "x1", "y1", "x2", "y2", "dx", "dy"),
    *("font-size", "stroke-width", "fill-opacity", "stroke-opacity", "opacity"),
)
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LENGTH = r"-?[0-9.]+(?:e-?[0-9]+)?(?:em|%)?"
_PATTERNS = {
    "d": r"[MLHVCSQTAZmlhvcsqtaz0-9e,. -]*",
    "points": r"[0-9e,. -]*",
    "transform": r"(?:(?:translate|rotate|scale)\([0-9e,. -]*\) ?)*",
    "stroke-dasharray": r"[0-9., ]*",
    "text-anchor": "start|middle|end",
    "dominant-baseline": "[a-z-]+",
    "text-decoration": "underline|line-through",
    "font-style": "italic|normal",
    "font-weight": "bold|normal|[0-9]{3}",
    "stroke-linecap": "round|butt|square",
    "stroke-linejoin": "round|miter|bevel",
    **dict.fromkeys(("fill", "stroke"), r"none|currentColor|#[0-9a-fA-F]{3,8}|var\(--[a-z-]+\)"),
    **dict.fromkeys(_LENGTHS, _LENGTH),
}
ALLOWED = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
"""The attributes that are kept, and what their values may be."""

_VARIABLE = re.compile(r"var\(--([a-z0-9_-]+)(?:,[^()]*)?\)")
_HEX = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})|#([0-9a-f])([0-9a-f])([0-9a-f])", re.IGNORECASE)


def cleaned(svg: str) -> tuple[str, list[str], float, dict[str, str]]:
    """Take what is allowed of an SVG. Raises ParseError.

    Returns:
        Its shapes as markup; its labels in their order; the size of its smallest letters; its `title` and `desc`.
    """
    root = ElementTree.fromstring(svg)
    said = {_name(each): "".join(each.itertext()) for each in root if _name(each) in ("title", "desc")}
    labels = [_words(text) for text in root.iter() if _name(text) == "text"]
    shapes = "".join(map(_markup, root))
    return shapes, [label for label in labels if label], min(_letters(root), default=USUAL_LETTERS), said


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _words(text: ElementTree.Element) -> str:
    return " ".join(" ".join(text.itertext()).split())


def _letters(element: ElementTree.Element, size: float = USUAL_LETTERS) -> Iterator[float]:
    """The sizes of all texts below an element, in pixels."""
    own = element.get("font-size", "")
    size = float(own) if _NUMBER.fullmatch(own) else size
    if _name(element) in ("text", "tspan") and (element.text or "").strip():
        yield size
    for child in element:
        yield from _letters(child, size)


def _markup(element: ElementTree.Element, shown_on: str = "") -> str:
    """An element with all that is in it; `shown_on` is the colour that an author has given to what lies behind."""
    name = _name(element)
    if name not in SHAPES:
        return ""
    own = dict(_attributes(element))
    if name == "text" and shown_on and "fill" not in own:
        own["fill"] = _readable_on(shown_on)
    behind = next(filter(None, map(_authored_fill, element)), "") or shown_on
    inner = escape(element.text or "", quote=False)
    inner += "".join(_markup(child, behind) + escape(child.tail or "", quote=False) for child in element)
    written = "".join(f' {key}="{value}"' for key, value in own.items())
    return f"<{name}{written}>{inner}</{name}>" if inner or name in ("g", "text") else f"<{name}{written}/>"


def _attributes(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    style = dict(_declarations(element.get("style", "")))
    given = {**element.attrib, **{key: value for key, value in style.items() if key in ("fill", "stroke")}}
    if "rx" in style:
        given["rx"] = ROUNDED
    for key, value in given.items():
        ours = _in_our_colours(key, value)
        if key in ALLOWED and ALLOWED[key].fullmatch(ours):
            yield key, ours


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style.split(";"):
        key, _, value = declaration.partition(":")
        key, value = key.strip(), value.strip()
        # An author's colours are kept where it can be said which text is readable on them.
        if key == "rx" or (key in ("fill", "stroke") and _HEX.fullmatch(value)):
            yield key, value


def _authored_fill(element: ElementTree.Element) -> str:
    return dict(_declarations(element.get("style", ""))).get("fill", "") if _name(element) != "text" else ""


def _in_our_colours(key: str, value: str) -> str:
    if key == "font-weight" and value.startswith("var("):
        return STRONG
    return _VARIABLE.sub(_colour, value)


def _colour(match: re.Match[str]) -> str:
    name = match[1]
    if name.startswith("pele-series-"):
        return f"var(--{SERIES[(int(name.removeprefix('pele-series-')) - 1) % len(SERIES)]})"
    return f"var(--{COLOURS.get(name, 'ink')})"


def _readable_on(colour: str) -> str:
    """Black or white, whichever stands out from a colour (relative luminance as in WCAG 2)."""
    match = _HEX.fullmatch(colour)
    channels = [part * (2 // len(part)) for part in match.groups() if part] if match else ["00"] * 3
    linear = [((int(channel, 16) / 255 + 0.055) / 1.055) ** 2.4 for channel in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if luminance > 0.18 else "#ffffff"
