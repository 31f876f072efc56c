"""What the search is given of a page leads to the same index as the whole page."""

from __future__ import annotations

import re

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
        assert _joined(sections(search_text(html))) == _joined(sections(html)), path


def _joined(found: list[tuple[str | None, str, str]]) -> list[tuple[str | None, str, str]]:
    """Without blanks: what stands apart is no longer run together."""
    return [(id, title, re.sub(r"\s+|&#10;", "", text)) for id, title, text in found]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<tr><th>Kennung</th><td>dauerhaft</td></tr>", "Kennung dauerhaft"),
        ('<dt>Risiken</dt><dd class="x">keine (<b>hier</b>).</dd>', "Risiken keine (hier)."),
        ('<span class="gp-label">Besser</span><span>Ich rufe an</span>', "Besser Ich rufe an"),
        ("<p>Ein <strong>Ti</strong>cket</p><p>Zwei</p>", "<p>Ein Ticket</p><p>Zwei</p>"),
        ('(<span class="gp-time">1:30</span>), „<span>so</span>“', "(1:30), „so“"),
        ('<code><span class="k">Get</span>-Item</code>', "<code>Get-Item</code>"),
        ('<h4 class="x">Fürs Team</h4><div>Wohin</div>', '<h4 class="x">Fürs Team</h4> Wohin'),
        ("erste<br>zweite Zeile", "erste zweite Zeile"),
    ],
)
def test_what_stands_apart_stays_apart(html: str, text: str) -> None:
    assert search_text(html) == text


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
