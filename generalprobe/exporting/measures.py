"""Measures and colours of exported presentations: those of slide.css and base.css, a pixel of 960 as a point of 960."""

from __future__ import annotations

Box = tuple[float, float, float, float]
"""Left, top, width, height, in points."""

WIDTH, HEIGHT = 960.0, 540.0
SIDE, TOP, GAP = 42.24, 42.24, 28.8
FOOT = HEIGHT - 41.4
"""Where the foot begins."""
PANE = 0.52 * WIDTH
"""Where the pane beside bullets begins."""
PANE_EDGE = 17.3
BESIDE = 0.49 * WIDTH - SIDE
"""How far bullets and what stands beside them reach where neither says more."""
UNDER = 13.0
"""Room above the foot."""
SUB = 0.84
"""The size of the second level, in parts of that of the first."""
CAPTION_SIZE, FOOT_SIZE = 16, 15

TEXT, ARTIFACT, CAPTION, FOOTER, NUMBER = 1, 13, 14, 11, 12
"""What placeholders are found by."""
TABLE_STYLE = "{6B1D1E0F-5C3A-4B57-9C0D-2E6A4F8B7A10}"
NUMBER_FIELD = "{8F6C1B52-3D0E-4E4B-9A77-5B1C0D2E3F40}"
SERIF, SANS, MONO = "Georgia", "Calibri", "Consolas"
PITCH = {SERIF: "18", SANS: "34", MONO: "49"}
"""What kind of typeface each is, for programs that have to take another: with serifs, without, of one width."""

LIGHT = {
    "paper": "#f7f5f0",
    "sheet": "#fffefb",
    "shade": "#eeebe3",
    "rule": "#d8d3c7",
    "edge": "#8b8677",
    "ink": "#1b2130",
    "soft": "#555a66",
    "rubric": "#a01f33",
    "rubric-wash": "#f9e9e6",
    "link": "#1f4b7a",
    "technology": "#1d5b73",
    "communication": "#7a3f74",
    "mixed": "#5d5a14",
    "good": "#2f6034",
    "warn": "#845200",
}
"""The light colours of the site by their names (`tests/test_exported_pptx.py` holds them to base.css)."""


def colour(name: str) -> str:
    """A colour of the site as presentations write it: six digits."""
    return LIGHT[name].removeprefix("#").upper()
