"""Every page can be found and says what it is when it is shared; a lesson has all that makes it one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from browser.website import Website
from copies import ROOT

MOST_CLICKS = 3
LESSONS = sorted(file.stem for file in (ROOT / "docs" / "lernen").glob("*.md") if file.stem != "index")
OPENED_BY_SCRIPTS = {"buehne/folien/", "nicht-da/"}
"""The window of the slides, which has nothing to read without a talk, and what the worker shows without a network."""
PARTS = {
    "what one can do afterwards": "admonition abstract",
    "the essentials": "admonition info",
    "an exercise": "admonition tip",
    "an answer to say aloud": '<details class="question"',
    "an example": "(So nicht|Beispiel|So klingt|&gt; „|<blockquote>|admonition example)",
    "what comes next": 'id="wie-es-weitergeht"',
    "its sources": 'id="quellen"',
}
WRITTEN_BY_HAND = ("docs/lernen", "docs/nachschlagen", "docs/ueben", "docs/trainer")


@dataclass
class Found(HTMLParser):
    """What a page says of itself, and where its links lead."""

    html: str
    about: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attributes}
        if tag == "meta":
            self.about[said.get("name") or said.get("property") or ""] = said.get("content", "")
        elif tag == "a" and "href" in said:
            self.links.append(said["href"])


@pytest.fixture(scope="module")
def pages(whole_site: Website) -> dict[str, Found]:
    """Every page but the one for missing addresses, by its address."""
    addresses = [address for address in whole_site.addresses if address != "404.html"]
    return {each: Found((whole_site.folder / each / "index.html").read_text("utf-8")) for each in addresses}


def _clicks(pages: dict[str, Found]) -> dict[str, int]:
    """How many clicks from the start page lead to each page."""
    clicks, latest = {"": 0}, [""]
    while latest:
        targets = {_page(address, link) for address in latest for link in pages[address].links}
        new = sorted(target for target in targets if target in pages and target not in clicks)
        clicks |= dict.fromkeys(new, clicks[latest[0]] + 1)
        latest = new
    return clicks


def _page(address: str, link: str) -> str:
    return urlsplit(urljoin(f"http://site/{address}", link)).path.removeprefix("/").removesuffix("index.html")


def test_every_page_is_at_most_three_clicks_away(pages: dict[str, Found]) -> None:
    clicks = _clicks(pages)
    assert set(pages) - set(clicks) == OPENED_BY_SCRIPTS, "nothing leads there"
    assert {address: count for address, count in clicks.items() if count > MOST_CLICKS} == {}


def test_written_pages_are_named_by_another_page_than_the_menu(pages: dict[str, Found], whole_site: Website) -> None:
    """A page that only the menu knows is found by nobody who reads."""
    named = {_page(address, link) for address in pages for link in Found(_main(pages[address].html)).links}
    hand_written = {
        file.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index").rstrip("/") + "/"
        for folder in WRITTEN_BY_HAND
        for file in (ROOT / folder).rglob("*.md")
    }
    assert hand_written - named == set()


def _main(html: str) -> str:
    return html.partition("<main")[2].partition("</main>")[0]


def test_every_page_says_what_it_is_when_it_is_shared(pages: dict[str, Found]) -> None:
    """A description that a search engine shows whole, and a title for the link."""
    wrong = {address: page.about for address, page in pages.items() if not _is_described(page.about)}
    assert wrong == {}


def _is_described(about: dict[str, str]) -> bool:
    description = about.get("description", "")
    return 50 <= len(description) <= 160 and about.get("og:description") == description and bool(about.get("og:title"))


def test_no_two_pages_share_a_title(pages: dict[str, Found]) -> None:
    titles = [page.about["og:title"] for page in pages.values()]
    assert sorted({title for title in titles if titles.count(title) > 1}) == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_whole(pages: dict[str, Found], lesson: str) -> None:
    """Goal, essentials, examples, practice, answers to say aloud, and links to matching questions."""
    html = _main(pages[f"lernen/{lesson}/"].html)
    assert [name for name, pattern in PARTS.items() if not re.search(pattern, html)] == []
    targets = [_page(f"lernen/{lesson}/", link) for link in pages[f"lernen/{lesson}/"].links]
    assert any(re.fullmatch(r"ueben/fragen/[^/]+/", target) for target in targets), "no link to matching questions"


def test_the_overview_names_every_lesson(pages: dict[str, Found]) -> None:
    named = {_page("lernen/", link) for link in Found(_main(pages["lernen/"].html)).links}
    assert {f"lernen/{lesson}/" for lesson in LESSONS} <= named


def test_the_footer_leads_to_the_legal_pages(pages: dict[str, Found]) -> None:
    for address, page in pages.items():
        footer = Found(page.html.rpartition('<footer class="gp-footer"')[2])
        assert {"datenschutz/", "impressum/"} <= {_page(address, link) for link in footer.links}, address
