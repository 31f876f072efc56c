"""Every page of the site, the one for missing addresses included, keeps the promises made for all of them."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from browser.conftest import Visit
from browser.test_accessibility import AXE
from browser.test_accessibility import _violations as violations
from browser.test_layouts import OPEN_EVERYTHING, OVERHANGING
from browser.visitor import NARROW
from browser.website import LAYOUTS, Website
from playwright.sync_api import Page
from policy import Policed

_FACTS = """() => ({
  lang: document.documentElement.lang,
  headings: document.querySelectorAll("h1").length,
  main: document.querySelectorAll("main").length,
  title: document.title,
  description: document.querySelector("meta[name=description]")?.content ?? "",
  pictures: [...document.images].filter((image) => image.complete && !image.naturalWidth).map((image) => image.src),
})"""


def test_the_site_has_the_pages_that_readers_look_for(site: Website) -> None:
    """Start, overview, case study, quiz, lesson, handbook and the page for missing addresses exist."""
    study = "fallstudien/service-recovery/"
    handbook = [f"trainer/{page}" for page in ("", "erste-fallstudie/", "einrichten/", "format/", "pruefregeln/")]
    expected = {"", "404.html", "fallstudien/", study, f"{study}fragen/", "lernen/kundenkommunikation/", *handbook}
    assert expected <= set(site.addresses)


def test_every_page_is_german_named_and_fits_the_narrowest_phone(
    whole_site: Website, site: Website, visitor: Visit
) -> None:
    """One walk through all that is published: a heading, names of its own, diagrams drawn, nothing over the edge.

    Of what is made alike from data, axe sees what the small site has, and only that is opened with its scripts. Colours
    and what stands around each page it looks at on the layouts.
    """
    visit = visitor(to=whole_site, viewport=NARROW)
    reader = visitor(to=whole_site, viewport=NARROW, java_script_enabled=False)
    every, for_axe = set(whole_site.addresses), set(site.addresses) - set(LAYOUTS)
    assert len(for_axe & every) > 25
    facts = {}
    for address in sorted(every & set(site.addresses)):
        facts[address] = _facts_of(visit.open(address), with_axe=address in for_axe)
    for address in sorted(every - set(site.addresses)):
        reader.page.goto(address)
        facts[address] = _facts_of(reader.page, with_axe=False)
    wrong = {address: each for address, each in facts.items() if not _is_sound(each)}
    assert wrong == {}
    for name in ("title", "description"):
        repeated = {text for text, count in Counter(each[name] for each in facts.values()).items() if count > 1}
        assert {address for address, each in facts.items() if each[name] in repeated} == set(), name


def _facts_of(page: Page, *, with_axe: bool) -> dict[str, Any]:
    facts = page.evaluate(_FACTS)
    page.evaluate(OPEN_EVERYTHING)
    broken = violations(page, AXE.read_text(encoding="utf-8"), colours=False, within="main") if with_axe else []
    found: dict[Any, Any] = facts | {"overhanging": page.evaluate(OVERHANGING), "broken": broken}
    return found


def _is_sound(facts: dict[str, Any]) -> bool:
    once = facts["headings"] == facts["main"] == 1
    named = facts["lang"] == "de" and facts["title"] and facts["description"]
    return once and named and not facts["pictures"] and not facts["overhanging"] and not facts["broken"]


def test_a_missing_page_leads_on(site: Website, visitor: Visit) -> None:
    """An address that does not exist, however deep, is answered by a page with styles and ways out."""
    visit = visitor()
    page = visit.open("gibt/es/nicht/")
    assert page.evaluate("() => [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0)")
    page.get_by_role("main").get_by_role("link", name="Alle Fallstudien").click()
    page.wait_for_url(f"{site.url}fallstudien/")
    missing = [complaint for complaint in visit.complaints if "gibt/es/nicht" in complaint]
    assert missing == visit.complaints
    visit.complaints.clear()


class _Document(HTMLParser):
    """What a page can be pointed at, and what it points to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.targets: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in ("id", "name") and value:
                self.anchors.add(value)
            if name in ("href", "src"):
                self.targets.append(value or "")


def test_no_link_within_the_site_leads_nowhere(whole_site: Website) -> None:
    """Every address that a page names, anchors included, is one of a file of the site."""
    documents = {
        urljoin(whole_site.url, address): _Document(_file(whole_site, address).read_text("utf-8"))
        for address in whole_site.addresses
    }
    dead = [
        f"{page} → {target}"
        for page, document in documents.items()
        for target in document.targets
        if not _leads_somewhere(urljoin(page, target), whole_site, documents)
    ]
    assert dead == []


def _leads_somewhere(target: str, site: Website, documents: dict[str, _Document]) -> bool:
    if not target.startswith(site.url):
        return urlsplit(target).scheme in ("http", "https", "mailto")
    parts = urlsplit(target)
    page = parts._replace(query="", fragment="").geturl()
    if page not in documents:
        return not parts.fragment and _file(site, page.removeprefix(site.url)).is_file()
    return not parts.fragment or unquote(parts.fragment) in documents[page].anchors


def _file(site: Website, address: str) -> Path:
    return site.folder / (f"{address}index.html" if address.endswith("/") or not address else unquote(address))


def test_nothing_is_loaded_from_elsewhere_by_what_the_pages_say(whole_site: Website) -> None:
    """No script, style, image or frame of any page names another host, not even one fetched late."""
    foreign = []
    for address in whole_site.addresses:
        foreign += [f"{address}: {tag}" for tag in _Loading(_file(whole_site, address).read_text("utf-8")).foreign]
    assert foreign == []


def test_no_page_has_a_script_in_it_that_its_policy_does_not_name(whole_site: Website) -> None:
    """Nor a handler, nor a link to a script. That none of them is missed, the console of every visitor says."""
    pages = {address: _file(whole_site, address).read_text("utf-8") for address in whole_site.addresses}
    found = {address: Policed(page) for address, page in pages.items()}
    assert {address: page.forbidden for address, page in found.items() if page.forbidden} == {}
    assert all(page.scripts for page in found.values())


class _Loading(HTMLParser):
    """Collects the tags that load something from another host."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = dict(attributes)
        loads = [said.get("src"), said.get("srcset"), said.get("poster"), said.get("data")]
        if tag == "link" and said.get("rel") != "canonical":
            loads.append(said.get("href"))
        if any(address and "//" in address for address in loads):
            self.foreign.append(self.get_starttag_text() or tag)
