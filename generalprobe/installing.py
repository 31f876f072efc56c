"""What lets a browser install the site as an app, whichever engine has built it: a manifest, and icons as PNG.

All icons are drawn from the picture of the site (`docs/images/favicon.svg`), on its paper. They are kept in
`.cache/icons` under keys of all that they are made of.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generalprobe import addresses
from generalprobe.memory import digest, installed, write_whole
from generalprobe.reading.project import LOCAL_ADDRESS, Settings

PICTURE = "images/favicon.svg"
SHEET = "stylesheets/base.css"
STARTED = "?von=app"
"""Says that the app was started, to a page that may find nothing stored (`base/app.mjs`)."""

_SHORTCUTS = {"Heute üben": addresses.TODAY, "Bühne": addresses.STAGE}
_MOST_LETTERS = 12
"""What fits below an icon."""
_PAPER = re.compile(r"--paper: var\(--light, (#[0-9a-f]{6})\) var\(--dark, (#[0-9a-f]{6})\)")


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture of the app on a square of paper, 100 units wide.

    Attributes:
        size: how many pixels wide.
        drawn: how much of the width the picture takes; of a maskable one systems may cut off all but a circle of 80.
        rounding: the radius of its corners; 0 where systems round them.
        purpose: what the manifest says of it; empty where pages name it.
    """

    path: str
    size: int
    drawn: int
    rounding: int
    purpose: str


ICONS = (
    Icon("images/icon-192.png", 192, 78, 20, "any"),
    Icon("images/icon-512.png", 512, 78, 20, "any"),
    Icon("images/icon-maskable.png", 512, 60, 0, "maskable"),
    Icon("images/icon-apple.png", 180, 68, 0, ""),
)


def write_app(site: Path, root: Path, settings: Settings) -> None:
    """Put manifest and icons into a built site; nothing where the site has no such picture.

    Args:
        site: the folder of the built site.
        root: the folder of the project, in which `.cache/` lies.
        settings: what mkdocs.yml says.
    """
    if not (root / "docs" / PICTURE).is_file():
        return
    light, _ = paper(root / "docs")
    picture = (root / "docs" / PICTURE).read_text(encoding="utf-8")
    folder, used = root / ".cache" / "icons", set()
    for icon in ICONS:
        drawing = _on_paper(picture, icon, light)
        kept = folder / digest(installed(), str(icon.size), drawing)
        if not kept.is_file():
            write_whole(_png(drawing, icon.size), kept)
        used.add(kept)
        shutil.copyfile(kept, site / icon.path)
    for file in set(folder.iterdir()) - used:
        file.unlink(missing_ok=True)
    text = json.dumps(manifest(settings, light), ensure_ascii=False, indent=2)
    (site / addresses.MANIFEST).write_text(f"{text}\n", encoding="utf-8")


def paper(docs: Path) -> tuple[str, str]:
    """The colours of pages, light and dark, as the style sheet has them."""
    found = _PAPER.search((docs / SHEET).read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{SHEET} names no colour of the paper")
    return found[1], found[2]


def manifest(settings: Settings, colour: str) -> Mapping[str, object]:
    """What a browser needs to know of the app. All addresses are relative, for a copy may lie anywhere.

    But what it is known by (`id`) counts from the root of the host: it is what browsers take without one, and is left
    to them where nobody has said where the site lies. So two sites of a host are two apps, and each stays what it is.
    """
    known = {} if settings.site_url == LOCAL_ADDRESS else {"id": f"{urlsplit(settings.site_url).path or '/'}{STARTED}"}
    return known | {
        "name": settings.site_name,
        "short_name": _short(settings.site_name),
        "description": settings.site_description,
        "lang": settings.language,
        "start_url": f"./{STARTED}",
        "scope": "./",
        "display": "standalone",
        "theme_color": colour,
        "background_color": colour,
        "icons": [
            {"src": each.path, "sizes": f"{each.size}x{each.size}", "type": "image/png", "purpose": each.purpose}
            for each in ICONS
            if each.purpose
        ],
        "shortcuts": [{"name": name, "url": f"./{place}"} for name, place in _SHORTCUTS.items()],
    }


def _short(name: str) -> str:
    """As many words of a name as fit, at least the first."""
    first, *words = name.split()
    for word in words:
        if len(first) + 1 + len(word) > _MOST_LETTERS:
            break
        first = f"{first} {word}"
    return first


def _on_paper(picture: str, icon: Icon, colour: str) -> str:
    """The picture in the middle of a square."""
    edge = (100 - icon.drawn) / 2
    place = f'<svg x="{edge}" y="{edge}" width="{icon.drawn}" height="{icon.drawn}" '
    ground = f'<rect width="100" height="100" rx="{icon.rounding}" fill="{colour}"/>'
    inner = picture.replace("<svg ", place, 1)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{ground}{inner}</svg>'


def _png(drawing: str, size: int) -> bytes:
    import resvg_py  # Its library is large: only who draws an icon waits for it.

    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, width=size, skip_system_fonts=True))
