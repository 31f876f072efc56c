"""Compare two built sites page by page, tag by tag.

Shows that a change of the house changes nothing that a reader sees. What differs on purpose is read in the report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from html.parser import HTMLParser
from pathlib import Path

from generalprobe.command import Parser, refuse, run


def tokens(page: str) -> list[str]:
    """A page as the list of its tags with their attributes, and its texts: white space between them says nothing.

    Two pages are the same where these are; an address may have a dot at its end or not.
    """
    parser = _Parser()
    parser.feed(re.sub(r'="/\."', '="/"', page))
    return parser.found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"<{tag} {sorted((name, value or '') for name, value in attrs)}")

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"</{tag}")

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.found.append(words)


def differences(old: str, new: str) -> Iterator[str]:
    """Lines that say what differs between two pages; none where they are the same."""
    lines = unified_diff(tokens(old), tokens(new), lineterm="", n=0)
    yield from (line for line in lines if not line.startswith(("---", "+++", "@@")))


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
        if lines := list(differences(*(site[path].read_text(encoding="utf-8") for site in (old, new)))):
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
