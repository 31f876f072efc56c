"""Finished pages on their shelf: found under what they were made of, and only if they are whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generalprobe.memory import digest, write_whole
from macros.finished import Finished, Shelf

PAGE = Finished(
    meta={"title": "VPN", "hide": ["toc"]},
    title="VPN im Homeoffice",
    anchors=["rahmen"],
    links={"lernen/index.md": {"oben": "index.md#oben"}},
    asked={"lernen/index.md": "lernen/ INCLUDED"},
    frame="rahmen",
)
KEY, HTML = digest("vpn"), b"<p>Zeile eins\nZeile zwei</p>\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path / "pages")
    shelf.keep(KEY, PAGE, HTML)
    return shelf


def test_another_process_finds_what_was_kept(shelf: Shelf) -> None:
    assert Shelf(shelf.folder).find(KEY) == PAGE
    assert Shelf(shelf.folder).html(KEY) == HTML
    assert Shelf(shelf.folder).find(digest("anderes")) is None


@pytest.mark.parametrize("harm", [b"", b"\n\n", b"{}", HTML, b"\xff\xfe\n{}\n"])
def test_what_was_harmed_or_only_half_written_is_not_found(shelf: Shelf, harm: bytes) -> None:
    (shelf.folder / KEY).write_bytes(harm)
    assert Shelf(shelf.folder).find(KEY) is None
    assert shelf.html(KEY) is None


def test_no_part_of_an_entry_can_be_changed_or_cut_off(shelf: Shelf) -> None:
    file = shelf.folder / KEY
    whole = file.read_bytes()
    for at in range(0, len(whole), 7):
        file.write_bytes(whole[:at])
        assert Shelf(shelf.folder).find(KEY) is None
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert Shelf(shelf.folder).find(KEY) is None


def test_after_a_build_only_what_it_used_is_left(shelf: Shelf) -> None:
    """So that the folder never grows beyond one site."""
    shelf.keep(digest("alt"), PAGE, HTML)
    shelf.tidy()
    assert len(list(shelf.folder.iterdir())) == 2
    assert shelf.find(KEY)
    shelf.tidy()
    assert [file.name for file in shelf.folder.iterdir()] == [KEY]
    assert shelf.find(digest("alt")) is None


def test_a_folder_that_vanishes_or_cannot_be_written_to_costs_only_what_was_to_be_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    shelf = Shelf(tmp_path / "file" / "pages")
    shelf.keep(KEY, PAGE, HTML)
    shelf.tidy()
    assert shelf.html(KEY) is None


def test_front_matter_that_would_come_back_as_something_else_is_not_kept(shelf: Shelf) -> None:
    odd = digest("odd")
    shelf.keep(odd, Finished({1: "eins"}, None, [], {}, {}, ""), HTML)  # type: ignore[dict-item]
    assert shelf.find(odd) is None


def test_parts_are_told_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "new" / "page.html"
    write_whole(b"one", target)
    with target.open("rb") as reader:
        write_whole(b"two", target)
        assert reader.read() == b"one"
    assert target.read_bytes() == b"two"
    assert list(target.parent.iterdir()) == [target]
