"""The second engine: a project for Zensical, which runs none of MkDocs' hooks, and its site made as MkDocs makes it."""

from __future__ import annotations

import re
import shutil
from importlib.util import find_spec
from pathlib import Path

from generalprobe.exporting.downloads import downloads_of
from generalprobe.finishing import drop_leftovers, finished, freed, with_styles
from generalprobe.pages import data_files, fenced, render_site
from generalprobe.reading.project import Project

SETTINGS = "mkdocs.yml"
COPIED = ("data", "docs", "overrides")
"""What the engine and the macros read; Python is found where it lies."""

_HOOKS = re.compile(r"^(?:hooks|watch): .*\n", re.MULTILINE)


def is_installed() -> bool:
    """Whether the engine is there to be run."""
    return find_spec("zensical") is not None


def write_project(project: Project, root: Path, folder: Path, *, edit_url: str = "") -> None:
    """Write a project's pages, with what they need besides, into an empty folder that the engine can build."""
    for name in COPIED:
        shutil.copytree(root / name, folder / name)
    downloads = downloads_of(project, root)
    for each in downloads or ():
        each.make()
        place = folder / "docs" / each.address
        place.parent.mkdir(exist_ok=True)
        shutil.copyfile(each.kept, place)
    rendered = render_site(project, edit_url=edit_url, downloads=downloads)
    pages = {path: fenced(text) for path, text in rendered.items()}
    files = {path: file.render() for path, file in data_files(project).items()}
    for path, text in {**pages, **files}.items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    settings = (root / SETTINGS).read_text(encoding="utf-8")
    (folder / SETTINGS).write_text(for_zensical(settings), encoding="utf-8")


def for_zensical(settings: str) -> str:
    """The settings of MkDocs without its hooks, and with HTML that keeps its links: this engine would change them."""
    return _HOOKS.sub("", settings).replace("fences.as_is", "fences.as_it_stands")


def finish(site: Path, docs: Path, *, joined: bool = False) -> None:
    """Do to the pages of a built site what MkDocs' hooks do, and take out what the engine has added.

    `joined` says whether modules will be published together.
    """
    for file in site.rglob("*.html"):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        page = finished(freed(file.read_text(encoding="utf-8")), address, docs, joined=joined)
        if file == site / "404.html":
            page = with_styles(page, docs)
        file.write_text(page, encoding="utf-8")
    drop_leftovers(site)
