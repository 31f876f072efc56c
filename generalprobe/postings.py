"""An index of words, and how it takes pages over from another: only those need be read again that have changed. Pure.

What Pagefind writes of a page comes of that page alone; so what it writes of a few fits what it has written of all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from generalprobe.cbor import packed, unpacked

Postings = dict[int, bytes]
"""Numbers of pages with the places there, as they are written: in the text, and in what is said of it."""


@dataclass(frozen=True)
class Page:
    """Its address, the name of its file, and how many words it has."""

    url: str
    name: str
    length: int


@dataclass(frozen=True)
class Index:
    """What an index says, but for the texts of its pages.

    Attributes:
        fields: The names of what is said of pages; places have their numbers.
        words: Where each word stands, in each of its spellings ("" for the usual one).
        filters: The numbers of the pages that have a value, by the name of the filter and that value.
    """

    fields: list[str]
    pages: list[Page]
    words: dict[tuple[str, str], Postings]
    filters: dict[tuple[str, str], list[int]]

    def joined_with(self, other: Index, without: Set[str]) -> Index:
        """The same with the pages of another index, in the place of those of one address, and without some addresses.

        Raises:
            ValueError: The two do not fit each other.
        """
        new = {page.url: page for page in other.pages}
        pages = [new.get(page.url, page) for page in self.pages if page.url not in without]
        pages += [page for page in other.pages if page not in pages]
        if len({page.name for page in pages}) < len(pages):
            raise ValueError("two pages have one name")
        number = {page.url: at for at, page in enumerate(pages)}
        stay = {at: number[page.url] for at, page in enumerate(self.pages) if page.url in number.keys() - new.keys()}
        come = [number[page.url] for page in other.pages]
        return replace(
            self,
            pages=pages,
            words=_joined_words(self.words, stay, other.renamed(self.fields).words, come),
            filters=_joined_filters(self.filters, stay, other.filters, come),
        )

    def renamed(self, fields: Sequence[str]) -> Index:
        """The same with other numbers for what is said of pages. Raises ValueError where a name is missing."""
        numbers = {-1 - at: -1 - fields.index(name) for at, name in enumerate(self.fields)}
        words = {
            key: {page: _renumbered(places, numbers) for page, places in postings.items()}
            for key, postings in self.words.items()
        }
        return replace(self, fields=list(fields), words=words)


def _renumbered(places: bytes, numbers: Mapping[int, int]) -> bytes:
    in_text, end = unpacked(places)
    elsewhere, _ = unpacked(places, end)
    return packed(in_text) + packed([numbers.get(place, place) for place in elsewhere])


def _joined_words(
    words: Mapping[tuple[str, str], Postings],
    stay: Mapping[int, int],
    others: Mapping[tuple[str, str], Postings],
    come: Sequence[int],
) -> dict[tuple[str, str], Postings]:
    found = {
        key: {stay[page]: places for page, places in postings.items() if page in stay}
        for key, postings in words.items()
    }
    for key, postings in others.items():
        found.setdefault(key, {}).update((come[page], places) for page, places in postings.items())
    return {key: postings for key, postings in found.items() if postings}


def _joined_filters(
    filters: Mapping[tuple[str, str], list[int]],
    stay: Mapping[int, int],
    others: Mapping[tuple[str, str], list[int]],
    come: Sequence[int],
) -> dict[tuple[str, str], list[int]]:
    found = {key: [stay[page] for page in each if page in stay] for key, each in filters.items()}
    for key, pages in others.items():
        found[key] = sorted([*found.get(key, ()), *(come[page] for page in pages)])
    return {key: pages for key, pages in found.items() if pages}
