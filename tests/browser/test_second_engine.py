"""Zensical builds the same site as MkDocs: each page is the same to the last tag, and practising works on it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.conftest import Visit
from browser.practising import grade_button, place_said, show_answer
from browser.website import DEAD_LINK, Website, serving
from playwright.sync_api import expect

from bench.compare_sites import tokens
from generalprobe.offline import offline_list
from scripts.build import build_with_zensical

QUIZ = "fallstudien/service-recovery/fragen/"


@pytest.fixture(scope="module")
def second(site: Website) -> Iterator[Website]:
    """The same project built by Zensical, its search from nothing: one that is joined has its words in other files."""
    shutil.rmtree(site.folder.parent / ".cache" / "search", ignore_errors=True)
    built = build_with_zensical(site.folder.parent, strict=False, joined=False)
    assert built
    with serving(built) as website:
        yield website


def _pages(site: Website) -> dict[str, str]:
    files = {file.relative_to(site.folder).as_posix(): file for file in site.folder.rglob("*.html")}
    return {path: file.read_text("utf-8") for path, file in files.items()}


def test_both_engines_build_the_same_pages(site: Website, second: Website) -> None:
    """Text, headings, links, anchors, titles, language, where one stands in the navigation, what is preloaded."""
    first, other = _pages(site), _pages(second)
    assert first.keys() == other.keys()
    assert len(first) > 40
    for path, page in first.items():
        pairs = zip(tokens(page), tokens(other[path]), strict=True)
        assert [pair for pair in pairs if pair[0] != pair[1] and not DEAD_LINK.search(pair[0])] == [], path


def test_both_engines_ship_the_same_files(site: Website, second: Website) -> None:
    """Scripts, styles, pictures and terms; of the search the same pages and words, whose names follow from them.

    Pagefind names its list of files and its filters anew each time.
    """

    def files(folder: Path) -> set[str]:
        found = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
        return {path for path in found if not path.startswith(("pagefind/pagefind.", "pagefind/filter/", "sitemap."))}

    assert files(second.folder) == files(site.folder)
    for path in ("pagefind/words.txt", "app.webmanifest", "images/icon-512.png"):
        assert (second.folder / path).read_bytes() == (site.folder / path).read_bytes()


def test_devices_keep_the_same_of_both(site: Website, second: Website) -> None:
    """File by file in the same order, but for those of the search whose names are new each time."""

    def kept(folder: Path) -> list[list[str]]:
        found = offline_list(folder, most=400_000)
        groups = [found["core"], found["rest"], *(case["files"] for case in found["cases"].values())]
        return [[row[0] for row in rows if not row[0].startswith("pagefind/")] for rows in groups]

    assert len(kept(site.folder)) > 2
    assert kept(second.folder) == kept(site.folder)


def test_one_can_practise_on_what_the_second_engine_has_built(visitor: Visit, second: Website) -> None:
    page = visitor(to=second).open(QUIZ)
    expect(place_said(page)).to_have_text(re.compile("^Frage 1 von "))
    page.get_by_role("button", name="Antworten").click()
    show_answer(page)
    grade_button(page, "Gut").click()
    expect(place_said(page)).to_have_text(re.compile("^Frage 2 von "))


def test_one_finds_what_the_second_engine_has_built(visitor: Visit, second: Website) -> None:
    page = visitor(to=second).open()
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("Eskalation")
    expect(page.locator(".gp-search__results a").first).to_be_visible()
