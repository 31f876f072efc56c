"""Hands MkDocs the generated pages, and keeps it from building a site from files with errors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

# MkDocs runs this file outside of its package and restores the path afterwards.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generalprobe.addresses import CASE_STUDIES, CATALOGUE, TERMS_FILE
from generalprobe.pages import fenced, render_site, terms_file
from generalprobe.reports import problem_text, summary
from macros import current, modules, preview
from macros.search_text import search_text

LONG_PAGES = (CASE_STUDIES, CATALOGUE)
"""Folders whose pages are so long and many that their sources are not kept."""

_whole: dict[str, str] = {}
"""The HTML of pages of which only the search's part is handed around, by the page's path."""


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview."""
    current.set_preview(command == "serve")
    if command == "serve":
        preview.end_with_parent()


def on_config(config: MkDocsConfig) -> None:
    """Refuse to build from files with errors; the macros plugin, which runs first, has loaded them."""
    modules.forget()
    site = current.site()
    errors = [problem for problem in site.problems if problem.severity == "error"]
    if errors and not site.preview:
        report = [problem_text(problem, site.everything.site_url, 80).plain for problem in errors]
        raise Abort("\n\n".join(["", *report, summary(site.problems, site.everything)]))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    site = current.site()
    edit_url = str(config.extra.get("edit_url") or "")
    pages = render_site(site.project, problems=site.shown_problems, edit_url=edit_url)
    for path in list(pages):
        text = fenced(pages.pop(path))
        _add(files, File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    _add(files, File.generated(config, TERMS_FILE, content=terms_file(site.project)))
    return files


def on_template_context(context: Any, template_name: str, config: MkDocsConfig) -> Any:
    """Give the page of errors, which stands at no address of its own, its styles to carry."""
    if template_name == "404.html":
        files = [Path(config.docs_dir) / path for path in config.extra_css]
        context["stylesheets"] = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return context


def on_serve(server: LiveReloadServer, **_: Any) -> LiveReloadServer:
    """Make the preview's server bear mistakes."""
    preview.prepare(server)
    return server


def _add(files: Files, file: File) -> None:
    existing = files.get_file_from_path(file.src_uri)
    if existing:
        files.remove(existing)
    files.append(file)


@event_priority(-100)
def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Leave of a page what the search reads, until it has read it."""
    _whole[page.file.src_uri] = html
    if page.file.src_uri.startswith(LONG_PAGES):
        page.markdown = page.file.content_string = ""  # Every page is in memory at once; its source is done with.
    return search_text(html)


@event_priority(-100)
def on_page_context(context: Any, page: Page, config: MkDocsConfig, **_: Any) -> Any:
    """Put the whole page back, now that the search plugin has read it, and say what to preload for its parts."""
    page.content = _whole.pop(page.file.src_uri, page.content)
    context["preload"] = modules.preloaded(Path(config.docs_dir) / "javascripts", page.content or "")
    return context
