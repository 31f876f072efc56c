"""The search of a build that finds the one before it says what one of all pages says."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generalprobe import index_files, search
from generalprobe.kept_search import KeptSearch
from generalprobe.search import FOLDER, WORDS_FILE, SearchError, write_search

PAGE = """<main data-pagefind-body data-pagefind-filter="Art:{kind}">{picture}
<h1 id="a">{title}</h1><p>{text}</p><h2 id="b">{other}</h2><dl><dt>{title}</dt><dd>{text}</dd></dl></main>"""
PICTURE = '<img src="bild.png" alt="Ein Bild">'
TEXT = """
Netz Ausfall Ausfälle Netzausfälle Störung Störungen gestört Drucker Druckerstau Stau Konto Konten Kontosperrung
Sperrung über uber Über Ablauf Abläufe ABLAUF Get-Service 127.0.0.1 10 100 1000 Ticket Ticketsystem System systeme
Straße Café die der das und weil nach vor netzplan Netzplan Plan Pläne camelCase ein_wort https://example.org/a e.V. Ä ß
"""
WORDS = TEXT.split()


class Site:
    """A site whose pages change by chance, built again and again with what the build before has left."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.kept, self.chance = folder / "site", folder / "kept", random.Random(1)
        self.indexed = 0
        run = search._run_pagefind

        def count_and_run(copies: Path, files: Path) -> None:
            self.indexed += len(list(copies.rglob("*.html")))
            run(copies, files)

        monkeypatch.setattr(search, "_run_pagefind", count_and_run)

    def write(self, name: str, *, picture: str = PICTURE) -> None:
        """Write a page of words by chance."""
        text = " ".join(self.chance.choices(WORDS, k=self.chance.choice((3, 30, 300))))
        title, other = " ".join(self.chance.choices(WORDS, k=3)), self.chance.choice(WORDS)
        kind = self.chance.choice(("Lektion", "Fallstudie"))
        self.put(name, text, kind=kind, title=title, other=other, picture=picture)

    def put(self, name: str, text: str, **more: str) -> None:
        """Write a page."""
        page = self.folder / name / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        parts = {"kind": "Lektion", "title": "", "other": "", "picture": "", **more}
        page.write_text(PAGE.format(text=text, **parts), encoding="utf-8")

    def build(self) -> int:
        """Build, which must find what a build from nothing finds, and say how many pages were read again."""
        write_search(self.folder)
        expected, words = said(self.folder), (self.folder / FOLDER / WORDS_FILE).read_bytes()
        shutil.rmtree(self.folder / FOLDER)
        self.indexed = 0
        write_search(self.folder, self.kept)
        assert said(self.folder) == expected
        assert (self.folder / FOLDER / WORDS_FILE).read_bytes() == words
        assert {file.name for file in self.folder.parent.iterdir()} == {"site", "kept"}
        return self.indexed


def said(site: Path) -> list[Any]:
    """What an index says, by the addresses of its pages, for it may number them as it likes."""
    files = site / FOLDER
    index = index_files.read(files)
    index = index.renamed(sorted({*index.fields, "image", "image_alt", "title"}))
    url = {number: page.url for number, page in enumerate(index.pages)}
    texts = {page.url: (files / index_files.page_file(page.name)).read_bytes() for page in index.pages}
    words = {key: {url[page]: places for page, places in each.items()} for key, each in index.words.items()}
    filters = {key: sorted(url[page] for page in each) for key, each in index.filters.items()}
    assert {file.relative_to(files).as_posix() for file in files.rglob("*.pf_*")} == {
        index_files._meta_file(index_files.name(files)),
        *index_files._named(*index_files._meta(files)[:3]),
    }
    lengths = {page.url: page.length for page in index.pages}
    entry = index_files._entry(files)
    entry["languages"]["de"]["hash"] = ""
    return [entry, texts, lengths, words, filters]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Has twenty pages and is built."""
    site = Site(tmp_path, monkeypatch)
    for number in range(20):
        site.write(f"seite-{number}", picture=PICTURE if number else "")
    assert site.build() == 20
    return site


def test_a_page_that_has_changed_is_read_again_and_no_other(site: Site) -> None:
    site.write("seite-7")
    assert site.build() < 15
    (site.folder / "seite-7" / "index.html").touch()
    assert site.build() == 0


def test_pages_that_change_come_and_go_are_found_as_if_all_were_new(site: Site) -> None:
    for number in range(12):
        for _ in range(site.chance.randint(0, 3)):
            site.write(f"seite-{site.chance.randint(0, 25)}", picture=site.chance.choice((PICTURE, "")))
        if site.chance.random() < 0.5:
            shutil.rmtree(site.chance.choice(sorted(site.folder.glob("seite-*"))))
        assert site.build() <= 25, number


def test_a_page_is_read_again_where_only_its_compounds_are_parted_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(tmp_path, monkeypatch)
    for number in range(10):
        site.put(f"seite-{number}", ("Halt", "Druckerhalt", "Drucker")[min(number, 2)])
    assert site.build() == 10
    site.put("seite-0", "Drucker")
    assert site.build() == 2
    site.put("seite-0", "Halt")
    assert site.build() == 2


def test_what_nobody_knew_before_is_known_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path, monkeypatch)
    for number in range(10):
        site.write(f"seite-{number}")
    site.build()
    site.write("seite-3", picture='<p data-pagefind-meta="von">Netz Plan</p>')
    assert site.build() > 10  # Once alone, and once with all others, for nothing else is „von“ anybody.
    site.write("seite-3", picture='<p data-pagefind-meta="von">Ausfall</p>')
    assert site.build() < 5


@pytest.mark.parametrize("suffix", ["pf_meta", "pf_index", "pf_fragment", "pf_filter", "json"])
@pytest.mark.parametrize("change", [lambda site: None, lambda site: site.write("seite-7")], ids=["same", "changed"])
@pytest.mark.parametrize("damage", [None, b"\x1f\x8b\x08"], ids=["missing", "cut"])
def test_where_a_file_is_not_whole_all_pages_are_read_again(
    site: Site, suffix: str, change: Callable[[Site], None], damage: bytes | None
) -> None:
    change(site)
    file = min(site.kept.rglob(f"*.{suffix}"))
    file.unlink()  # Written in its place, it would change the site of the build before, too.
    if damage is not None:
        file.write_bytes(damage)
    assert site.build() >= 20
    assert site.build() == 0


def test_a_site_of_before_stays_as_it_was(site: Site, tmp_path: Path) -> None:
    before = tmp_path / "site" / FOLDER
    other = tmp_path / "kept" / "other"
    shutil.copytree(before, other)
    served = before.rename(tmp_path / "kept" / "served")
    site.write("seite-7")
    write_search(site.folder, site.kept)
    for file in other.rglob("*"):
        if file.is_file():
            assert (served / file.relative_to(other)).read_bytes() == file.read_bytes()


def test_a_build_that_fails_leaves_what_was_kept(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(search, "get_executable", lambda: None)
        site.write("seite-7")
        with pytest.raises(SearchError):
            write_search(site.folder, site.kept)
    assert site.build() < 15


def test_of_two_builds_at_a_time_one_takes_nothing_of_the_other(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptSearch(site.kept)
    site.write("seite-7")
    site.build()
    assert kept.lay(site.folder.parent / "files") is None


def test_a_folder_that_cannot_be_used_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(tmp_path, monkeypatch)
    site.write("seite-1")
    site.kept.write_text("a file")
    assert site.build() == site.build() == 1


def test_where_a_disk_knows_no_second_names_files_are_copied(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.link", lambda *_: (_ for _ in ()).throw(OSError()))
    site.write("seite-7")
    assert site.build() < 15
    assert site.build() == 0
