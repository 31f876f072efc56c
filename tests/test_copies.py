"""Copies of pages are taken from the build before exactly where making them anew would give the same."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generalprobe.copies import Copies

PAGES = {
    "a/index.html": "<main>Netzplan und Druckerstau",
    "b/index.html": "<main>Druckerstau",
    "index.html": "<main>Ruhe",
}
PARTED = {"Netzplan": "Netz|plan", "Druckerstau": "Drucker|stau"}


class Building:
    """Builds with one folder of copies, again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.kept, self.count = folder, folder / "kept", 0

    def build(self, pages: Mapping[str, str], parted: Mapping[str, str]) -> set[str]:
        """Make the copies of pages, which must be right, and say of which they were made anew."""
        made: set[str] = set()

        def make(page: str) -> str:
            made.add(page)
            return parted_page(page, parted)

        self.count += 1
        target, copies = self.folder / str(self.count), Copies(self.kept, parted, make)
        for path, page in pages.items():
            copies.write(page, target / path)
        copies.tidy()
        found = {path: (target / path).read_text("utf-8") for path in pages}
        assert found == {path: parted_page(page, parted) for path, page in pages.items()}
        return {path for path, page in pages.items() if page in made}


def parted_page(page: str, parted: Mapping[str, str]) -> str:
    for word, parts in parted.items():
        page = page.replace(word, parts)
    return f"{page}</main></html>"


@pytest.fixture
def building(tmp_path: Path) -> Building:
    """Has built once."""
    building = Building(tmp_path)
    assert building.build(PAGES, PARTED) == set(PAGES)
    return building


def test_only_pages_that_have_changed_are_copied_anew(building: Building) -> None:
    assert building.build(PAGES, PARTED) == set()
    assert building.build(PAGES | {"b/index.html": "<main>Papierstau"}, PARTED) == {"b/index.html"}


@pytest.mark.parametrize(
    ("parted", "anew"),
    [
        (PARTED | {"Netzplan": "Netz|p|lan"}, {"a/index.html"}),
        ({"Netzplan": "Netz|plan"}, {"a/index.html", "b/index.html"}),
        (PARTED | {"Ruhe": "Ru|he"}, {"index.html"}),
        (PARTED | {"Notfallplan": "Notfall|plan"}, set()),
    ],
)
def test_pages_are_copied_anew_where_a_compound_is_parted_otherwise(
    building: Building, parted: dict[str, str], anew: set[str]
) -> None:
    assert building.build(PAGES, parted) == anew
    assert building.build(PAGES, parted) == set()
    assert building.build(PAGES, PARTED) == anew


@pytest.mark.parametrize("damage", [b"", b"<main>Netz|plan", b"\xff"])
def test_what_is_not_whole_is_made_anew(building: Building, damage: bytes) -> None:
    for file in building.kept.iterdir():
        kept = file.read_bytes()
        file.unlink()  # Written in its place, it would change the copies of the build before, too.
        file.write_bytes(damage)
        assert kept != damage
    assert building.build(PAGES, PARTED) == set(PAGES)
    assert building.build(PAGES, PARTED) == set()


def test_only_what_the_last_build_used_is_kept(building: Building) -> None:
    building.build({"index.html": "<main>Ruhe"}, {})
    assert len(list(building.kept.iterdir())) == 2
    building.build(PAGES, PARTED)
    assert len(list(building.kept.iterdir())) == 1 + len(PAGES)


def test_a_folder_that_cannot_be_used_costs_nothing_but_time(tmp_path: Path) -> None:
    building = Building(tmp_path)
    building.kept.write_text("a file")
    assert building.build(PAGES, PARTED) == set(PAGES)
    assert building.build(PAGES, PARTED) == set(PAGES)
