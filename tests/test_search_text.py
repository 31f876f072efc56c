"""What the search is given of a page leads to the same index as the whole page."""

from __future__ import annotations

import markdown
import pytest
from material.plugins.search.plugin import Parser
from mkdocs.config import load_config
from reading import split
from samples import ROOT, make_project

from generalprobe.pages import fenced, overview, render_site
from generalprobe.reading.loading import load_project
from macros.search_text import search_text

SAMPLE = (ROOT / "tests" / "golden" / "pages" / "vpn-abbrueche.yml").read_text(encoding="utf-8")
REAL = (ROOT / "data" / "case-studies" / "service-recovery.yml").read_text(encoding="utf-8")


def sections(html: str) -> list[tuple[str | None, str, str]]:
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [(each.id, "".join(each.title), "".join(each.text).strip()) for each in parser.data]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The HTML of generated pages, as the site's own settings make it."""
    root = make_project(tmp_path_factory.mktemp("project"), {"vpn.yml": SAMPLE, "service-recovery.yml": REAL})
    project = load_project(root)
    config = load_config(str(ROOT / "mkdocs.yml"))
    settings = {"extensions": config["markdown_extensions"], "extension_configs": config["mdx_configs"]}
    texts = {path: split(text)[1] for path, text in render_site(project).items()}
    texts["index.md"] = f"# Fallstudien {{#anfang}}\n\n{overview(project)}"
    return {path: markdown.markdown(fenced(text), **settings) for path, text in texts.items()}


def test_the_index_is_the_same(pages: dict[str, str]) -> None:
    assert len(pages) == 5
    for path, html in pages.items():
        assert sections(search_text(html)) == sections(html), path


def test_speaker_notes_and_answers_are_found_and_the_way_back_is_not(pages: dict[str, str]) -> None:
    for path, found, left_out in (
        ("fallstudien/service-recovery/index.md", "An einem Dienstag um neun Uhr", "Du bist hier"),
        ("fallstudien/service-recovery/fragen.md", "Service Recovery ist alles, was", "Du bist hier"),
    ):
        text = search_text(pages[path])
        assert found in text.replace("&#10;", " ")
        assert left_out not in text


def test_it_is_much_less_to_read(pages: dict[str, str]) -> None:
    whole, rest = (
        sum(html.count("<") for html in htmls) for htmls in (pages.values(), map(search_text, pages.values()))
    )
    assert rest < whole / 2
