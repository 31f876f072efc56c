"""Generated pages read as a generator and a browser would read them."""

from __future__ import annotations

from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import Any

import markdown
import yaml
from samples import ROOT

# The site's own extensions, and more that act on text, so that none can be switched on later and do harm.
EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", "footnotes", "smarty"),
    *(f"pymdownx.{name}" for name in ("details", "superfences", "tasklist", "highlight", "inlinehilite", "magiclink")),
    *(f"pymdownx.{name}" for name in ("snippets", "smartsymbols", "keys", "critic", "emoji", "blocks.html", "tilde")),
]
SETTINGS = {"pymdownx.snippets": {"base_path": [str(ROOT)], "check_paths": True}}


class Reader(HTMLParser):
    """Reads a page as a browser would: its elements, their attributes, its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", {}))

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    @property
    def attributes(self) -> set[str]:
        return {name for _, attributes in self.elements for name in attributes}


@lru_cache(maxsize=512)
def convert(text: str) -> str:
    """Kept for the next question about the same page."""
    html: str = _markdown().reset().convert(text)
    return html


@cache
def _markdown() -> Any:
    """To set up so many extensions takes longer than any page."""
    return markdown.Markdown(extensions=EXTENSIONS, extension_configs=SETTINGS)


def split(page: str) -> tuple[dict[str, Any], str]:
    _, front_matter, body = page.split("---\n", 2)
    return yaml.safe_load(front_matter), body
