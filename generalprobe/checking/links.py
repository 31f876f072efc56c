"""Links in the texts of files: where they stand, and those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generalprobe.checking.addresses import Website
from generalprobe.problems import Finding, Path


@dataclass(frozen=True, slots=True)
class Link:
    """Where a text stands that has a link, and where the link leads."""

    path: Path
    address: str


def check_links(links: Iterable[Link], website: Website) -> Iterator[Finding]:
    """Find links that lead nowhere."""
    for link in links:
        if wrong := website.wrong(link.address):
            message, hint = wrong
            yield Finding("VERWEIS01", link.path, message, hint, words=link.address)
