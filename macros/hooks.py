"""Hands MkDocs the generated pages, and keeps it from building a site from files with errors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel

# MkDocs runs this file outside of its package and restores the path afterwards.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generalprobe.pages import fenced, render_site
from generalprobe.reports import problem_text, summary
from macros import current


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview."""
    current.set_preview(command == "serve")


def on_config(config: MkDocsConfig) -> None:
    """Refuse to build from files with errors; the macros plugin, which runs first, has loaded them."""
    site = current.site()
    errors = [problem for problem in site.problems if problem.severity == "error"]
    if errors and not site.preview:
        report = [problem_text(problem, site.project.site_url).plain for problem in errors]
        raise Abort("\n\n".join(["", *report, summary(site.problems, len(site.project.case_studies))]))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages."""
    site = current.site()
    edit_url = str(config.extra.get("edit_url") or "")
    for path, text in render_site(site.project, problems=site.problems, edit_url=edit_url, drafts=site.preview).items():
        _add(files, File.generated(config, path, content=fenced(text), inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def _add(files: Files, file: File) -> Any:
    existing = files.get_file_from_path(file.src_uri)
    if existing:
        files.remove(existing)
    files.append(file)
