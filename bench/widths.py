"""Measure how wide characters are, in a browser, from files of typefaces: the table that slides are measured by.

The typefaces that readers have come with their systems. Free ones stand for them: Open Sans and Noto Sans for Segoe UI,
Seravek and Frutiger, Liberation Sans for Helvetica and Arial, Gelasio for Georgia, Caladea for Cambria, Liberation
Serif for Times. Debian has them in the packages fonts-open-sans, fonts-noto-core, fonts-liberation and
fonts-crosextra-caladea, npm Gelasio in @fontsource/gelasio. The widest counts, and ten percent are added. The table
`generalprobe/typesetting/tables/widths.json` is what this printed::

    bench/widths.py --sans OpenSans-Regular.ttf NotoSans-Regular.ttf LiberationSans-Regular.ttf \\
        --bold OpenSans-Bold.ttf NotoSans-Bold.ttf LiberationSans-Bold.ttf \\
        --serif gelasio-latin-700-normal.woff Caladea-Bold.ttf LiberationSerif-Bold.ttf \\
        --italic gelasio-latin-400-italic.woff Caladea-Italic.ttf LiberationSerif-Italic.ttf
"""

from __future__ import annotations

import base64
import json
import sys
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from generalprobe.command import Parser, refuse, run
from scripts.browser import NONE_FOUND, find_browser

FACES = {
    "sans": "Text",
    "bold": "Hervorgehobenes",
    "serif": "Überschriften",
    "italic": "Zitate",
}
CHARACTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) + "–—‘’‚“”„•…‰‹›€™←↑→↓−√∞≈≠≤≥✓✗"
RESERVE = 1.1
"""How much wider than measured: a typeface that is none of these, a line that breaks a little earlier."""
MONO = 620
"""SF Mono, the widest of the typefaces for code; all its characters are alike."""
_ABOUT = (
    "How wide characters are, in thousandths of the size of the type, ten percent more than the widest of the "
    "typefaces that stand for those of readers (bench/widths.py). Width, then its characters; code is the same "
    "throughout."
)
_MEASURE = """async ([font, characters]) => {
  const face = await new FontFace("measured", `url(data:font/x;base64,${font})`).load();
  document.fonts.add(face);
  const drawing = document.createElement("canvas").getContext("2d");
  drawing.font = "1000px measured";
  const known = [...characters].map((sign) => drawing.measureText(sign).width);
  document.fonts.delete(face);
  return known;
}"""


def main(arguments: list[str] | None = None) -> int:
    """Print the table of widths as JSON. Returns 2 if there is no browser."""
    options = _parser().parse_args(arguments)
    browser = find_browser()
    if browser is None:
        return refuse(NONE_FOUND)
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser).new_page()
        measured = {
            face: [page.evaluate(_MEASURE, [_text(file), CHARACTERS]) for file in getattr(options, face)]
            for face in FACES
        }
    table = {"about": _ABOUT, "code": MONO} | {face: _by_width(widths) for face, widths in measured.items()}
    json.dump(table, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


def _text(file: Path) -> str:
    return base64.b64encode(file.read_bytes()).decode()


def _by_width(measured: list[list[float]]) -> dict[str, str]:
    """The characters by the width of the widest typeface, with the reserve."""
    widths: dict[int, str] = defaultdict(str)
    for character, *of_faces in zip(CHARACTERS, *measured, strict=True):
        widths[round(max(of_faces) * RESERVE)] += character
    return {str(width): widths[width] for width in sorted(widths)}


def _parser() -> Parser:
    parser = Parser(prog="widths.py", description="Misst die Breiten der Zeichen, nach denen Folien gesetzt werden.")
    for face, of in FACES.items():
        parser.add_argument(
            f"--{face}", metavar="DATEI", nargs="+", type=Path, required=True, help=f"Schriften für {of}"
        )
    return parser


if __name__ == "__main__":
    run(main)
