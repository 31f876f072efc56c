"""What people type leads to what they look for, on the site that we publish.

`queries/known.txt` is what the search was made with. Nothing is adjusted to `queries/held-out.txt`, which was written
from reading the pages as a learner: it says how well the search does with what nobody thought of.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.visitor import Visitor, Windows
from browser.website import Website

QUERIES = Path(__file__).parent / "queries"
FIRST = 5
OF_HELD_OUT = 0.8
"""The share of these that has to be found."""

_FIND = """async (asked) => {
  const { loadSearch } = await import("/javascripts/frame/finding.mjs");
  const search = await loadSearch();
  const found = {};
  for (const query of asked) found[query] = (await (await search(query, "")).more()).map(({ location }) => location);
  return found;
}"""
_FIND_KIND = """async ([query, kind]) => {
  const { loadSearch } = await import("/javascripts/frame/finding.mjs");
  return (await (await (await loadSearch())(query, kind)).more()).map(({ location }) => location);
}"""
_DEAD = """async (locations) => {
  const dead = [];
  for (const [page, places] of Map.groupBy(locations, (each) => each.split("#")[0])) {
    const answer = await fetch(`/${page}`);
    const document = new DOMParser().parseFromString(await answer.text(), "text/html");
    const isThere = (id) => answer.ok && (!id || document.getElementById(decodeURIComponent(id)));
    dead.push(...places.filter((each) => !isThere(each.split("#")[1])));
  }
  return dead;
}"""


def queries(name: str) -> dict[str, list[str]]:
    """What is typed, and parts of addresses of which one must be found."""
    lines = (QUERIES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" → ") for line in lines if " → " in line]
    return {query: wanted.split(" | ") for query, wanted in rows}


@pytest.fixture(scope="module")
def reader(windows: Windows, whole_site: Website) -> Iterator[Visitor]:
    """Somebody on the whole site, in one window for all queries."""
    visitor = Visitor(windows, whole_site)
    visitor.open("impressum/")
    yield visitor
    visitor.close()
    assert visitor.complaints == []


@pytest.fixture(scope="module")
def found(reader: Visitor) -> dict[str, list[str]]:
    """Where the first results of each query lead to."""
    answer: dict[str, list[str]] = reader.page.evaluate(_FIND, [*queries("known"), *queries("held-out")])
    return answer


def missed(name: str, found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Queries of a list that do not find what they should, with what they find."""
    first = {query: found[query][:FIRST] for query in queries(name)}
    return {
        query: first[query]
        for query, wanted in queries(name).items()
        if not any(part in location for location in first[query] for part in wanted)
    }


def test_every_known_query_finds_what_it_should(found: dict[str, list[str]]) -> None:
    assert len(queries("known")) >= 60
    assert missed("known", found) == {}


def test_most_of_what_nobody_thought_of_is_found(found: dict[str, list[str]]) -> None:
    assert len(queries("held-out")) >= 30
    assert len(missed("held-out", found)) <= (1 - OF_HELD_OUT) * len(queries("held-out")), missed("held-out", found)


def test_results_lead_to_places_that_are_there(reader: Visitor, found: dict[str, list[str]]) -> None:
    locations = sorted({location for each in found.values() for location in each[:FIRST]})
    assert reader.page.evaluate(_DEAD, locations) == []


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("Fallstudie", "fallstudien/"), ("Fragen", ""), ("Lektion", "lernen/"), ("Gespräch", "lernen/dialoge/"),
        ("Glossar", "nachschlagen/glossar/"), ("Nachschlagen", "nachschlagen/"), ("Trainer", "trainer/"),
    ],
)  # fmt: skip
def test_a_kind_of_page_leaves_the_others_out(reader: Visitor, kind: str, start: str) -> None:
    locations: list[str] = reader.page.evaluate(_FIND_KIND, ["Eskalation", kind])
    assert locations
    assert [each for each in locations if not each.startswith(start)] == []
    assert all("fragen/" in each for each in locations) == (kind == "Fragen")
