"""Compare two built sites page by page: text, titles, headings and links alike, attributes alike after known renames.

Shows that a change of the house changes nothing that a reader sees. What differs on purpose is read in the report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import unified_diff
from html.parser import HTMLParser
from pathlib import Path

from generalprobe.command import Parser, refuse, run

RENAMES = {
    "data-gp-menu": "data-part=menu",
    "data-gp-scheme": "data-part=scheme",
    "data-gp-search": "data-part=search",
    "data-gp-toc": "data-part=toc",
    "data-practice=today": "data-part=today",
    "data-catalogue": "data-part=catalogue",
    "data-standing": "data-part=standing",
    "data-dialogue": "data-part=dialogue",
    "data-erasing": "data-part=erasing",
    "data-speaking-rate": "data-part=speaking-rate",
    "data-matrix": "data-part=matrix-drill",
    "data-gp-scheme-label": "data-label",
    "data-gp-search-open": "data-search-open",
    "data-gp-search-query": "data-query",
    "data-gp-search-close": "data-close",
    "data-gp-search-count": "data-count",
    "data-gp-search-results": "data-results",
    "class=gp-single": "data-single",
}
"""Attributes, alone or with their value, of the old site and what they are called in the new one."""
CLASSES = {"gp-talk": "gp-dialogue", "gp-cards": "gp-tiles", "gp-card": "gp-tile"}
"""The beginnings of classes, likewise."""
ADDED = ("class=gp-slide--first", "data-", "id=folie-")
"""What the new site may have besides: hooks for scripts, and the former anchors of slides."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SILENT = frozenset({"script", "style", "template"})


@dataclass
class Page(HTMLParser):
    """What a page says and how it is marked up."""

    text: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    attributes: Counter[str] = field(default_factory=Counter)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element's attributes, and a link's target."""
        if tag == "link" and ("rel", "modulepreload") in attrs:
            return  # follows from the imports
        self._open.append(tag)
        self.attributes.update(f"{tag} {each}" for name, value in attrs for each in _single(name, value))
        if tag == "a":
            self.links.append(str(dict(attrs).get("href")) + " ")
        if tag in HEADINGS:
            self.headings.append(f"{tag} ")

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and what was left open in it."""
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Note a text, and whose it is."""
        words = data.split()
        if not words or SILENT.intersection(self._open):
            return
        self.text.append(" ".join(words))
        if "a" in self._open:
            self.links[-1] += " ".join(words)
        if HEADINGS.intersection(self._open):
            self.headings[-1] += " ".join(words)


def read(file: Path) -> Page:
    """Parse a page; void elements stay open, which only SILENT would notice."""
    page = Page()
    page.feed(file.read_text(encoding="utf-8"))
    return page


def _single(name: str, value: str | None) -> list[str]:
    """An attribute as `name=value`; of classes each by itself."""
    if name == "class":
        return [f"class={each}" for each in (value or "").split()]
    return [f"{name}={value}" if value else name]


def renamed(attributes: Counter[str]) -> Counter[str]:
    """The old site's attributes as the new one calls them."""
    new: Counter[str] = Counter()
    for attribute, count in attributes.items():
        tag, _, rest = attribute.partition(" ")
        new[f"{tag} {_renamed(rest)}"] += count
    return new


def _renamed(attribute: str) -> str:
    name, _, value = attribute.partition("=")
    if name == "class":
        beginning = re.split("__|--", value)[0]
        attribute = f"class={CLASSES.get(beginning, beginning)}{value[len(beginning) :]}"
    return RENAMES.get(attribute) or RENAMES.get(name) or attribute


def differences(old: Page, new: Page) -> Iterator[str]:
    """Lines that say what differs between two pages."""
    for name in ("text", "headings", "links"):
        for line in unified_diff(getattr(old, name), getattr(new, name), lineterm="", n=0):
            if not line.startswith(("---", "+++", "@@")):
                yield f"{name}: {line}"
    before = renamed(old.attributes)
    yield from (f"attribute: -{count} {each}" for each, count in sorted((before - new.attributes).items()))
    added = sorted((new.attributes - before).items())
    yield from (f"attribute: +{count} {each}" for each, count in added if not each.partition(" ")[2].startswith(ADDED))


def pages(site: Path) -> dict[str, Path]:
    """Every page of a site by its path."""
    return {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}


def main(arguments: list[str] | None = None) -> int:
    """Print what differs; 1 if anything does."""
    options = _parser().parse_args(arguments)
    old, new = pages(options.old), pages(options.new)
    if not old or not new:
        return refuse(f"Hier liegt keine gebaute Website: {options.new if old else options.old}")
    found = {path: ["only in the old site"] for path in old.keys() - new.keys()}
    found |= {path: ["only in the new site"] for path in new.keys() - old.keys()}
    for path in old.keys() & new.keys():
        if lines := list(differences(read(old[path]), read(new[path]))):
            found[path] = lines
    _print(found, options.summary)
    print(f"{len(new)} pages, {len(found)} differ")
    return 1 if found else 0


def _print(found: dict[str, list[str]], summary: bool) -> None:
    if summary:
        on = Counter(line for lines in found.values() for line in lines)
        print("\n".join(f"{count:4} × {line}" for line, count in on.most_common()))
        return
    for path in sorted(found):
        print(path, *(f"  {line}" for line in found[path]), sep="\n")


def _parser() -> Parser:
    parser = Parser(prog="compare_sites.py", description="Vergleicht zwei gebaute Websites Seite für Seite.")
    parser.add_argument("old", type=Path, metavar="ALT", help="Ordner der alten Website")
    parser.add_argument("new", type=Path, metavar="NEU", help="Ordner der neuen Website")
    parser.add_argument("--summary", action="store_true", help="jeden Unterschied einmal, mit seiner Zahl")
    return parser


if __name__ == "__main__":
    run(main)
