"""What a build need not do again: pages whose ingredients have not changed are taken as they were finished before.

A page's key is made of all that it shows: its source after the macros have run, or what a generated page is made of;
the code, the templates and the settings. What it asked about other files of the site while it was rendered is asked
again, and the navigation around it is compared. A page with a warning is never kept, so that the warning returns.

This is the one module that leans on what MkDocs keeps to itself, in the version named here; under another one nothing
is reused. `tests/test_reuse.py` compares what comes of it with fresh builds, byte for byte.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import mkdocs
from jinja2 import Environment
from mkdocs import utils
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generalprobe import modules, pictures
from generalprobe.memory import digest, installed, write_whole
from generalprobe.pages import Recipe, fenced
from macros import current, ready
from macros.finished import Finished, Shelf

KNOWN_MKDOCS = "1.6.1"
ROOT = Path(__file__).resolve().parent.parent
FRAME = ROOT / "overrides"
TEMPLATES = ROOT / "generalprobe" / "pages" / "templates"

MOST_COMPILED = 500
"""Templates and pages that call macros."""

_populate, _build, _write = build._populate_page, build._build_page, utils.write_file
_add_theme = Files.add_files_from_theme


class Reuse:
    """Stands between MkDocs and the pages of one process, from its first build to its last."""

    def __init__(self, shelf: Shelf, preview: bool) -> None:
        self.preview = preview
        self.possible = mkdocs.__version__ == KNOWN_MKDOCS
        self.changed = not self.possible
        """Whether the running build has changed anything in a preview's folder."""
        self._shelf = shelf
        self._warnings = Warnings()
        self._written: dict[str, str] = {}
        """What lies in a preview's folder, by path."""
        self._now: dict[str, str] = {}
        self._last: tuple[str, bytes] = ("", b"")

    def install(self) -> None:
        """Take MkDocs' place where it renders and writes pages."""
        if not self.possible:
            return
        logging.getLogger("mkdocs").addHandler(self._warnings)
        build._populate_page, build._build_page = self.populate, self.build
        utils.write_file = self.write  # type: ignore[assignment]
        Files.add_files_from_theme = add_frame  # type: ignore[method-assign, assignment]
        if self.preview:
            utils.clean_directory = lambda directory: None
            Environment.compile = compiled_once(Environment.compile)  # type: ignore[method-assign]
            Files.copy_static_files = lambda files, dirty=False, **how: self.copy(files, **how)  # type: ignore[method-assign]

    def begin(self, config: MkDocsConfig, recipes: Mapping[str, Recipe]) -> None:
        """Start a build that has these generated pages."""
        self._recipes = dict(recipes)
        self._surroundings = digest(_CODE, *_settings(config), *_contents(TEMPLATES, FRAME))
        self._frame = ""
        self._known: dict[str, str] = {}
        """The keys of the pages that are taken as they were finished before, by name."""
        self._sources: dict[str, str] = {}
        """Of those that are written by hand, the Markdown after the macros have run."""
        self._new: dict[str, New] = {}
        self._now, self.changed = {}, not self.possible

    def end(self) -> None:
        """After a build: remove from a preview's folder what is no longer part of the site."""
        for path in self._written.keys() - self._now.keys():
            Path(path).unlink(missing_ok=True)
            self.changed = True
        self._written = self._now
        self._shelf.tidy()

    def populate(self, page: Page, config: MkDocsConfig, files: Files, dirty: bool = False) -> None:
        """In place of MkDocs' own: read and render a page, unless it is known."""
        self._files = files
        name, warnings = page.file.src_uri, self._warnings.count
        recipe = self._recipes.get(name)
        if recipe and self._take(page, self._key(name, recipe.made_of)):
            return
        if recipe:
            page.file.content_string = recipe.render()
        page.render = lambda config, files: self._render(page, config)  # type: ignore[method-assign]
        _populate(page, config, files, dirty)
        self._recipes.pop(name, None)  # It holds all that the page was made of.
        if self._warnings.count > warnings:
            self._new.pop(name, None)

    def build(
        self, page: Page, config: MkDocsConfig, doc_files: Sequence[File], nav: Navigation, env: Environment,
        dirty: bool = False, excluded: bool = False,
    ) -> None:  # fmt: skip
        """In place of MkDocs' own: put a page into its frame, unless it is finished."""
        self._frame = self._frame or digest(repr([_item(item) for item in nav.items]))
        name, path, warnings = page.file.src_uri, page.file.abs_dest_path, self._warnings.count
        if key := self._known.get(name):
            if self._put(key, path):
                return
            self._again(page, config)
        _build(page, config, doc_files, nav, env, dirty, excluded)
        new = self._new.pop(name, None)
        if new and self._warnings.count == warnings and not excluded and self._last[0] == path:
            self._shelf.keep(new.key, _finished(page, new, self._frame), self._last[1])
            self._now[path] = self._name(new.key)

    def write(self, content: bytes, path: str) -> None:
        """In place of MkDocs' own: write a file; a preview's only where it has changed, and never half of it."""
        self._last = (path, content)
        if self.preview:
            self._lay(path, digest(content), content)
        else:
            _write(content, path)

    def data(self, config: MkDocsConfig, name: str, recipe: Recipe) -> File:
        """A file that is no page: made anew unless it is known."""
        file = Made.generated(config, name, content=b"")
        assert isinstance(file, Made)
        file.key = self._key(name, recipe.made_of)
        file.make = lambda: self._made(file.key, recipe)
        return file

    def _made(self, key: str, recipe: Recipe) -> bytes:
        known = self._shelf.html(key) if self.possible and self._shelf.find(key) else None
        if known is not None:
            return known
        content = recipe.render().encode()
        if self.possible:
            self._shelf.keep(key, Finished({}, None, [], {}, {}, ""), content)
        return content

    def copy(self, files: Files, *, inclusion: Callable[[InclusionLevel], bool]) -> None:
        """In place of MkDocs' own, in a preview: copy what is no page."""
        for file in files:
            path = file.abs_dest_path
            if file.is_documentation_page() or not inclusion(file.inclusion):
                continue
            if not isinstance(file, Made):
                self.write(file.content_bytes, path)
            elif self._shelf.find(file.key) and self._written.get(path) == file.key:
                self._now[path] = file.key
            else:
                self._lay(path, file.key, file.content_bytes)

    def _lay(self, path: str, name: str, content: bytes) -> None:
        self._now[path] = name
        if self._written.get(path) != name:
            write_whole(content, Path(path))
            self.changed = True

    def _name(self, key: str) -> str:
        return f"{key} {self._frame}"

    def _key(self, name: str, *made_of: str) -> str:
        return digest(self._surroundings, name, *made_of)

    def _render(self, page: Page, config: MkDocsConfig) -> None:
        """In place of a page's own method, once its source stands, with what the macros wrote."""
        name, source = page.file.src_uri, page.markdown or ""
        recipe = self._recipes.get(name)
        key = self._key(name, recipe.made_of) if recipe else self._key(name, repr(page.meta), source)
        if not recipe and self._take(page, key):
            self._sources[name] = source
            return
        new = self._new[name] = New(key)
        if recipe and ready.render(page):
            return
        page.markdown = fenced(source) if recipe else source
        Page.render(page, config, Asking(self._files, new.asked))

    def _take(self, page: Page, key: str) -> bool:
        """Give a page that is known what others must know of it."""
        found = self._shelf.find(key)
        files = self._files
        if not found or any(_answer(files.get_file_from_path(path)) != was for path, was in found.asked.items()):
            return False
        page.meta, page.markdown, page.content = found.meta, "", ""
        page._title_from_render, page.present_anchor_ids = found.title, set(found.anchors)
        named = {files.get_file_from_path(path): links for path, links in found.links.items()}
        page.links_to_anchors = {file: links for file, links in named.items() if file}
        self._known[page.file.src_uri] = key
        return True

    def _put(self, key: str, path: str) -> bool:
        """See to it that a finished page lies where it belongs, if it has the right frame."""
        found = self._shelf.find(key)
        if not found or found.frame != self._frame:
            return False
        name = self._name(key)
        if self.preview and self._written.get(path) == name:
            self._now[path] = name
            return True
        html = self._shelf.html(key)
        if html is None:
            return False
        if self.preview:
            self._lay(path, name, html)
        else:
            _write(html, path)
        return True

    def _again(self, page: Page, config: MkDocsConfig) -> None:
        """Render a page after all that was taken for finished; the macros, which count, do not run again."""
        name = page.file.src_uri
        self._shelf.drop(self._known.pop(name))
        if name in self._recipes:
            self.populate(page, config, self._files)
            return
        page.markdown = self._sources.pop(name)
        self._render(page, config)
        page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=self._files)


class Made(File):
    """A file that is no page, whose content is made when it is written: those of all talks never fill the memory."""

    key: str
    """Changes with all that the content is made of."""
    make: Callable[[], bytes]

    @property  # type: ignore[misc]
    def content_bytes(self) -> bytes:
        """The content."""
        return self.make()

    def copy_file(self, dirty: bool = False) -> None:
        """Write it."""
        utils.write_file(self.content_bytes, self.abs_dest_path)


def add_frame(files: Files, env: Environment, config: MkDocsConfig) -> None:
    """In place of MkDocs' own: add what lies beside our frame, and not the theme's thousands of icons and scripts."""
    names = [file.relative_to(FRAME).as_posix() for file in sorted(FRAME.rglob("*")) if file.is_file()]
    env.list_templates = lambda **how: [*filter(how["filter_func"], names)]  # type: ignore[method-assign]
    _add_theme(files, env, config)


def compiled_once(compile: Callable[..., Any]) -> Callable[..., Any]:
    """Compile templates once in a process, though MkDocs makes the environments anew for every build."""
    known: dict[Any, Any] = {}

    def compiled(env: Environment, source: Any, *rest: Any, **more: Any) -> Any:
        made_by = env.undefined, env.autoescape, tuple(env.extensions), tuple(env.filters)
        key = (repr(source), repr((rest, more)), made_by)
        if key not in known:
            if len(known) >= MOST_COMPILED:
                known.clear()
            known[key] = compile(env, source, *rest, **more)
        return known[key]

    return compiled


@dataclass
class New:
    """A page that is being built: its key, and what it asks meanwhile."""

    key: str
    asked: dict[str, str] = field(default_factory=dict)


class Asking(Files):
    """The site's files as they answer a page, and a note of what it asked."""

    def __init__(self, files: Files, asked: dict[str, str]) -> None:
        self._src_uris = files._src_uris
        self.asked = asked

    def get_file_from_path(self, path: str) -> File | None:
        """Find a file."""
        file = super().get_file_from_path(path)
        self.asked[path] = _answer(file)
        return file


def _answer(file: File | None) -> str:
    return f"{file.url} {file.inclusion.name}" if file else ""


class Warnings(logging.Handler):
    """Counts what is said of warnings and errors."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1


def _item(item: StructureItem) -> Any:
    """What a frame shows of an item of the navigation."""
    below = [_item(child) for child in getattr(item, "children", None) or ()]
    return type(item).__name__, item.title, getattr(item, "url", None), getattr(item, "is_homepage", None), below


def _finished(page: Page, new: New, frame: str) -> Finished:
    links = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
    anchors = sorted(page.present_anchor_ids or ())
    return Finished(dict(page.meta), page._title_from_render, anchors, links, new.asked, frame)


def _settings(config: MkDocsConfig) -> Iterator[str | bytes]:
    """What pages depend on besides their source: settings, what a module imports, how large pictures are."""
    yield Path(config.config_file_path).read_bytes()
    yield repr((config.site_url, sorted(item for item in os.environ.items() if item[0].startswith("GENERALPROBE_"))))
    yield repr((modules.imports(Path(config.docs_dir) / "javascripts"), current.site().joined))
    yield repr(pictures.sizes(Path(config.docs_dir)))


def _contents(*folders: Path, without: Path | None = None) -> Iterator[str | bytes]:
    """Names and contents of all files in folders."""
    for file in sorted(file for folder in folders for file in folder.rglob("*")):
        if file.is_file() and "__pycache__" not in file.parts and (without is None or without not in file.parents):
            yield from (str(file.relative_to(ROOT)), file.read_bytes())


_CODE = digest(installed(), *_contents(ROOT / "generalprobe", ROOT / "macros", without=TEMPLATES))
"""What this process runs, whatever has been saved since it began."""
