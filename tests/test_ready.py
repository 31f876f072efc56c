"""Pages that Markdown need not read become what it would make of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import meta
from samples import CASE_STUDY, MATERIAL, ROOT, make_project

from generalprobe.checking.project import check_project
from generalprobe.pages import fenced, render_site
from generalprobe.reading.loading import load_project
from macros import ready


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    found = load_config(str(ROOT / "mkdocs.yml"))
    found.plugins._current_plugin = "test"  # a file says who has generated it
    return found


def _page(path: str, source: str, config: MkDocsConfig) -> tuple[Page, File]:
    file = File.generated(config, path, content=source)
    page = Page(None, file, config)
    page.markdown, page.meta = meta.get_data(source)
    return page, file


def _contents(items: Any) -> list[Any]:
    return [
        (item.title, item.id, item.level, getattr(item, "active", False), _contents(item.children)) for item in items
    ]


def _facts(page: Page) -> tuple[Any, ...]:
    return page.content, _contents(page.toc), page._title_from_render, page.present_anchor_ids, page.title


def _assert_alike(path: str, source: str, config: MkDocsConfig) -> None:
    quick, _ = _page(path, source, config)
    assert ready.render(quick), path
    slow, file = _page(path, fenced(source), config)
    slow.render(config, Files([file]))
    assert _facts(quick) == _facts(slow), path


def test_every_generated_page_becomes_what_markdown_makes_of_it(config: MkDocsConfig) -> None:
    for path, source in render_site(load_project(ROOT).published()).items():
        _assert_alike(path, source, config)


def test_so_do_pages_that_show_problems(config: MkDocsConfig, tmp_path: Path) -> None:
    broken = CASE_STUDY.replace("title: ", "titel: ", 1)
    project = load_project(make_project(tmp_path, {**MATERIAL, "drucker.yml": broken}))
    for path, source in render_site(project, problems=check_project(project)).items():
        _assert_alike(path, source, config)


@pytest.mark.parametrize(
    "source",
    [
        "Ein Absatz",
        "## Ohne Kennung",
        "# *Betont* {#a}",
        "- Liste",
        "```\ncode\n```",
        " <p>eingerückt</p>",
        "# a & b {#a}",
    ],
)
def test_what_only_markdown_can_read_is_left_to_it(source: str, config: MkDocsConfig) -> None:
    page, _ = _page("x.md", f"# Titel {{#anfang}}\n\n{source}\n", config)
    assert not ready.render(page)
    assert page.content is None
