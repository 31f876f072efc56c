"""Every page of the site, the one for missing addresses included, keeps the promises made for all of them."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from browser.conftest import Visit
from browser.visitor import LAPTOP, NARROW, PHONE, TABLET
from browser.website import LAYOUTS, Website
from playwright.sync_api import Page

_FACTS = """() => ({
  lang: document.documentElement.lang,
  headings: document.querySelectorAll("h1").length,
  main: document.querySelectorAll("main").length,
  title: document.title,
  description: document.querySelector("meta[name=description]")?.content ?? "",
  pictures: [...document.images].filter((image) => image.complete && !image.naturalWidth).map((image) => image.src),
})"""
_OVERHANGING = """() => {
  const width = document.scrollingElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const isWide = (each) => each.getBoundingClientRect().right > width + 1;
  const wide = [...document.body.querySelectorAll("*")].filter(isWide);
  return ["page scrolls sideways", ...wide.map((each) => each.outerHTML.slice(0, 80)).slice(0, 5)];
}"""
_SEE_THE_END = """() => {
  scrollTo(0, document.body.scrollHeight);
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}"""
_OPEN_EVERYTHING = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"


_WORD = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungs"
"""Of 59 letters: for each kind of place it is put in, once, and the page must get no wider."""
_TOO_LONG = """(word) => {
  const fixed = ".gp-hidden, .gp-skip, .gp-breadcrumb, .gp-timebar-legend, :is(.gp-notes, .gp-answer) > summary, svg";
  const [seen, wide] = [new Set(), []];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const [node, each] = [walker.currentNode, walker.currentNode.parentElement];
    const place = [each.parentElement, each].map(({ localName, className }) => `${localName}.${className}`).join(" > ");
    if (seen.has(place) || !/[a-z]/i.test(node.data) || !each.checkVisibility() || each.closest(fixed)) continue;
    seen.add(place);
    const before = node.data;
    node.data = word;
    if (document.documentElement.scrollWidth > innerWidth) wide.push(place);
    node.data = before;
  }
  if (!seen.size) wide.push("nothing was tried");
  return wide;
}"""


def test_the_site_has_the_pages_that_readers_look_for(site: Website) -> None:
    """Start, overview, case study, quiz, lesson, handbook and the page for missing addresses exist."""
    study = "fallstudien/service-recovery/"
    handbook = [f"trainer/{page}" for page in ("", "erste-fallstudie/", "einrichten/", "format/", "pruefregeln/")]
    expected = {"", "404.html", "fallstudien/", study, f"{study}fragen/", "lernen/kundenkommunikation/", *handbook}
    assert expected <= set(site.addresses)


def test_every_page_is_german_named_and_fits_the_narrowest_phone(whole_site: Website, visitor: Visit) -> None:
    """One walk through all that is published: a heading, names of its own, diagrams drawn, nothing over the edge."""
    visit = visitor(to=whole_site, viewport=NARROW)
    facts = {address: _facts_of(visit.open(address)) for address in whole_site.addresses}
    wrong = {address: each for address, each in facts.items() if not _is_sound(each)}
    assert wrong == {}
    for name in ("title", "description"):
        repeated = {text for text, count in Counter(each[name] for each in facts.values()).items() if count > 1}
        assert {address for address, each in facts.items() if each[name] in repeated} == set(), name


def _facts_of(page: Page) -> dict[str, Any]:
    facts = page.evaluate(_FACTS)
    page.evaluate(_OPEN_EVERYTHING)
    found: dict[Any, Any] = facts | {"overhanging": page.evaluate(_OVERHANGING)}
    return found


def _is_sound(facts: dict[str, Any]) -> bool:
    once = facts["headings"] == facts["main"] == 1
    named = facts["lang"] == "de" and facts["title"] and facts["description"]
    return once and named and not facts["pictures"] and not facts["overhanging"]


def test_every_layout_keeps_to_its_width_and_asks_for_nothing_elsewhere(visitor: Visit) -> None:
    """One walk, as opening a page is what takes time: with everything opened nothing hangs over the edge of a tablet,
    a laptop, and a phone whose owner has doubled the text alone; no request to another host, none that fails, no error
    on the console, scrolled to the end."""
    visit = visitor(viewport=TABLET)
    overhanging = {address: _overhanging_on_each(visit.open(address)) for address in LAYOUTS}
    assert {address: each for address, each in overhanging.items() if each} == {}


def _overhanging_on_each(page: Page) -> list[str]:
    page.evaluate(_OPEN_EVERYTHING)
    found: list[str] = page.evaluate(_OVERHANGING)
    page.set_viewport_size(LAPTOP)
    found += page.evaluate(_OVERHANGING)
    page.evaluate(_SEE_THE_END)
    page.set_viewport_size(PHONE)
    page.add_style_tag(content="html { font-size: 200% !important; }")
    found += page.evaluate(_OVERHANGING)
    page.set_viewport_size(TABLET)
    return found


def test_a_long_word_makes_no_page_wide(visitor: Visit) -> None:
    """Wherever it stands: in options, labels, tags, an audience, on a button."""
    assert len(_WORD) == 59
    visit = visitor(viewport=NARROW)
    quiz = "ueben/fragen/alle-arten/"
    tasks = [f"{quiz}#frage-{id}" for id in ("eine-richtig", "paare", "reihenfolge", "luecken")]
    wide = {address: visit.open(address).evaluate(_TOO_LONG, _WORD) for address in (*LAYOUTS, *tasks)}
    assert {address: places for address, places in wide.items() if places} == {}


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
