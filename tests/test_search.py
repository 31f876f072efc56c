"""The search is built from finished pages, whole or not at all."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from generalprobe import search
from generalprobe.search import FOLDER, JOINT, WORDS_FILE, SearchError, word_list, write_search

PAGE = """<html lang="de"><head><title>Titel</title></head><body><nav>Rahmenwort</nav>
<main class="x" data-pagefind-body data-pagefind-filter="Art:Lektion"><h1 id="a">{title}<a class="headerlink">#</a></h1>
{text}</main><footer>Fußwort</footer></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two pages that are searched and one that is not."""
    folder = tmp_path / "site"
    write(folder / "eins", PAGE.format(title="Eins", text="<p>Netzausfälle, ein Ausfall im Netz</p>"))
    write(folder / "zwei", PAGE.format(title="Zwei", text="<dl><dt>Thema</dt><dd>Drucker</dd></dl><nav>Pfad</nav>"))
    write(folder / "drei", "<html><main><h1>Drei</h1></main></html>")
    return folder


def write(folder: Path, html: str) -> None:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(html, encoding="utf-8")


def fragments(site: Path) -> dict[str, dict[str, object]]:
    found = {}
    for file in (site / FOLDER / "fragment").iterdir():
        each = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[each["url"]] = each
    return found


def all_files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_pages_that_say_so_are_indexed_without_what_surrounds_them(site: Path) -> None:
    write_search(site)
    found = fragments(site)
    assert set(found) == {"/eins/", "/zwei/"}
    assert found["/zwei/"]["content"] == "Zwei. Thema Drucker"
    assert found["/zwei/"]["filters"] == {"Art": ["Lektion"]}
    assert found["/eins/"]["meta"] == {"title": "Eins"}


def test_compounds_are_parted_in_the_index_and_in_the_list_of_words(site: Path) -> None:
    write_search(site)
    assert f"Netz{JOINT}ausfälle" in str(fragments(site)["/eins/"]["content"])
    words = (site / FOLDER / WORDS_FILE).read_text("utf-8").split()
    assert {"ausfall", "drucker", "netz|ausfälle"} <= set(words)
    assert words == sorted(words)
    assert not {"fußwort", "rahmenwort", "pfad"} & set(words)


def test_only_what_is_loaded_is_shipped_and_nothing_is_left_behind(site: Path) -> None:
    write_search(site)
    names = {file.name for file in (site / FOLDER).iterdir() if file.is_file() and not file.name.endswith(".pf_meta")}
    assert names == {"pagefind.js", "pagefind-entry.json", "wasm.de.pagefind", WORDS_FILE}
    assert [each.name for each in site.parent.iterdir()] == ["site"]


def test_the_same_pages_make_the_same_files_and_pages_that_are_gone_are_gone(site: Path) -> None:
    write_search(site)
    before = all_files(site / FOLDER)
    write_search(site)
    assert all_files(site / FOLDER) == before
    (site / "zwei" / "index.html").unlink()
    write_search(site)
    assert set(fragments(site)) == {"/eins/"}


@pytest.mark.parametrize(
    ("program", "said"),
    [(None, "Hilft: make setup"), ("missing", "Hilft: make setup"), ("failing", "kaputt")],
)
def test_what_fails_is_said_and_leaves_the_search_as_it_was(
    site: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    program: str | None,
    said: str,
) -> None:
    write_search(site)
    before = all_files(site)
    file = tmp_path_factory.mktemp("programs") / "failing"
    file.write_text("#!/bin/sh\necho kaputt\nexit 3\n")
    file.chmod(0o755)
    monkeypatch.setattr(search, "get_executable", lambda: program and file.with_name(program))
    with pytest.raises(SearchError, match=said):
        write_search(site)
    assert all_files(site) == before
    assert [each.name for each in site.parent.iterdir()] == ["site"]


def test_a_site_without_pages_to_search_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "site", "<html></html>")
    with pytest.raises(SearchError, match="Keine Seite"):
        write_search(tmp_path / "site")


def test_the_list_of_words_keeps_its_bound_and_what_matters_most() -> None:
    chance = random.Random(1)
    words = {"".join(chance.choices("abcdefghijklmnoprstu", k=chance.randint(4, 14))): 1 for _ in range(60_000)}
    words |= {"Störung": 40, "Netzausfälle": 90}
    text = word_list(words, {"Netzausfälle": f"Netz{JOINT}ausfälle"})
    assert 55_000 < len(gzip.compress(text.encode())) <= search.WORDS_BYTES
    assert "störung\n" in text
    assert "netz|ausfälle" not in text
    assert search.LEFT_OUT in text.split()
    assert search.LEFT_OUT not in word_list({"Störung": 1}, {})
