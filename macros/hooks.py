"""Hands MkDocs the generated pages, and keeps it from building a site from files with errors."""

from __future__ import annotations

import logging
import re
import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

# MkDocs runs this file outside of its package and restores the path afterwards.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generalprobe import modules, pictures
from generalprobe.addresses import CASE_STUDIES, CATALOGUE
from generalprobe.checking.diagrams import written_diagrams
from generalprobe.finishing import drop_leftovers, finished, with_styles
from generalprobe.installing import write_app
from generalprobe.pages import data_files, fenced, keep_templates, problem_notice, recipes
from generalprobe.reports import problem_text, summary
from generalprobe.search import SearchError, write_search
from macros import current, preview
from macros.finished import Shelf
from macros.indexing import Indexing
from macros.reuse import Reuse

_LOG = logging.getLogger("mkdocs.generalprobe")

LONG_PAGES = (CASE_STUDIES, CATALOGUE)
"""Folders whose pages are so long and many that their sources are not kept."""

_reuse: Reuse
"""What knows the pages of the builds before."""

_as_bytes: dict[str, bytes] = {}
"""The content of long pages that are not written yet, by the page's path."""

_indexing: Indexing | None = None
"""What builds a preview's search."""


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview."""
    global _reuse
    is_preview = command == "serve"
    current.set_preview(is_preview)
    folder = Path(__file__).resolve().parent.parent / ".cache" / "pages" / command
    _reuse = Reuse(Shelf(folder, builds_again=is_preview), is_preview)
    _reuse.install()
    if is_preview:
        preview.end_with_parent()
    else:
        keep_templates()


def on_config(config: MkDocsConfig) -> None:
    """Refuse to build from files with errors; the macros plugin, which runs first, has loaded them."""
    modules.forget()
    pictures.forget()
    site = current.site()
    errors = [problem for problem in site.problems if problem.severity == "error"]
    if errors and not site.preview:
        report = [problem_text(problem, site.everything.site_url, 80).plain for problem in errors]
        raise Abort("\n\n".join(["", *report, summary(site.problems, site.everything)]))
    for problem in written_diagrams(site.everything.written):
        _LOG.warning("%s", problem_text(problem, site.everything.site_url, 80).plain)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages; those that are not known from a build before are rendered when it is their turn."""
    site = current.site()
    edit_url = str(config.extra.get("edit_url") or "")
    if site.downloads:
        site.downloads.make()
    pages = recipes(site.project, problems=site.shown_problems, edit_url=edit_url, downloads=site.downloads)
    for path, page in pages.items():
        text = "" if _reuse.possible else fenced(page.render())
        _add(files, File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    _reuse.begin(config, pages)
    for path, data in data_files(site.project).items():
        _add(files, _reuse.data(config, path, data))
    for each in site.downloads or ():
        _add(files, File.generated(config, each.address, abs_src_path=str(each.kept)))
    return files


def on_env(env: Environment, **_: Any) -> Environment:
    """Let pages take the templates of their frame as they are: MkDocs makes them anew for each build."""
    env.auto_reload = False
    return env


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish the page of errors, which stands at no address of its own: it carries its styles."""
    if template_name != "404.html":
        return output
    return with_styles(_finished(output, "", config), Path(config.docs_dir))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Make the preview's server bear mistakes, and its search follow the pages."""
    global _indexing
    preview.prepare(server, changed=lambda: _reuse.changed)
    _indexing = Indexing(Path(config.site_dir), current.site().root / ".cache" / "search" / "preview")
    _indexing.want()
    return server


def on_shutdown() -> None:
    """End what a preview has begun."""
    if _indexing:
        _indexing.end()


def _add(files: Files, file: File) -> None:
    existing = files.get_file_from_path(file.src_uri)
    if existing:
        files.remove(existing)
    files.append(file)


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Show in a preview below the heading of a written page what is wrong with it."""
    problems = [each for each in current.site().shown_problems if each.file == f"docs/{page.file.src_uri}"]
    if not problems:
        return markdown
    notice = fenced(problem_notice(page.url, problems))
    heading, text = re.fullmatch(r"\s*(# [^\n]*|)(.*)", markdown, re.DOTALL).groups()  # type: ignore[union-attr]
    return f"{heading}\n\n{notice}\n\n{text}"


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Keep a long page as bytes until it is its turn: every page is in memory at once, and its source is done with."""
    if not page.file.src_uri.startswith(LONG_PAGES):
        return html
    page.markdown = page.file.content_string = ""
    _as_bytes[page.file.src_uri] = html.encode()
    return ""


def on_page_context(context: Any, page: Page, **_: Any) -> Any:
    """Put the content of a long page back, for its frame."""
    if content := _as_bytes.pop(page.file.src_uri, None):
        page.content = content.decode()
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Finish a page, and forget what is in its frame now."""
    page.content = ""
    return _finished(output, page.url, config)


def _finished(page: str, address: str, config: MkDocsConfig) -> str:
    site = current.site()
    return finished(page, address, Path(config.docs_dir), previewed=site.preview, joined=site.joined)


def on_post_build(config: MkDocsConfig) -> None:
    """Clear away what belongs to no page any more, and make the search of what has been built."""
    _reuse.end()
    write_app(Path(config.site_dir), current.site().root, current.site().everything.settings)
    if current.site().preview:
        if _indexing and _reuse.changed:
            _indexing.want()
        return
    drop_leftovers(Path(config.site_dir))
    try:
        write_search(Path(config.site_dir), current.site().root / ".cache" / "search")
    except SearchError as error:
        raise Abort(f"Die Suche ließ sich nicht bauen. {error}") from error
