"""A page as the list of its tags with their attributes, and its texts: white space between them says nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser


def tokens(page: str) -> list[str]:
    """Two pages are the same where these are; an address may have a dot at its end or not."""
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
