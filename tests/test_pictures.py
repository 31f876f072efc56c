"""Pictures keep their places free until they have come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import ROOT

from generalprobe import pictures
from generalprobe.finishing import finished

HEAD = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0"
"""Of a picture that is three pixels wide and two high."""


@pytest.fixture
def docs(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "drei zwei.png").write_bytes(HEAD)
    (tmp_path / "images" / "plan.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>')
    (tmp_path / "images" / "keins.png").write_text("kein Bild")
    pictures.forget()
    yield tmp_path
    pictures.forget()


def test_only_what_is_a_picture_has_a_size(docs: Path) -> None:
    assert pictures.sizes(docs) == {"images/drei zwei.png": (3, 2), "images/plan.svg": (640, 360)}


@pytest.mark.parametrize(
    ("address", "src"), [("", "images/plan.svg"), ("lernen/netz/", "../../images/plan.svg"), ("images/", "./plan.svg")]
)
def test_a_picture_is_found_from_the_page_that_shows_it(docs: Path, address: str, src: str) -> None:
    page = pictures.sized(f'<p><img alt="a" src="{src}" loading="lazy"></p>', address, docs)
    assert page == f'<p><img alt="a" src="{src}" width="640" height="360" loading="lazy"></p>'


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ('<svg viewBox="0 0 640 360"/>', (640, 360)),
        ("<?xml version='1.0'?>\n<!-- Plan -->\n<svg xmlns='x'\n  viewBox=' -8,-8  64.4 , 32 '></svg>", (64, 32)),
        ('<svg width="100%" height="100%" viewBox="0 0 640 360"/>', (640, 360)),
        ('<svg width="320" height="180" viewBox="0 0 640 360"/>', (320, 180)),
        ('<svg width="320" viewBox="0 0 640 360"/>', (640, 360)),
        ('<svg viewBox="0 0 640"><symbol viewBox="0 0 9 9"/></svg>', None),
        ('<svg viewBox="0 0 0 360"/>', None),
        ("<svg/>", None),
    ],
)
def test_a_drawing_is_as_large_as_it_says_or_as_what_it_shows(
    written: str, size: tuple[int, int] | None, docs: Path
) -> None:
    (docs / "images" / "skizze.svg").write_text(written)
    assert pictures.sizes(docs).get("images/skizze.svg") == size


def test_a_name_may_hold_what_addresses_spell_otherwise(docs: Path) -> None:
    assert 'width="3" height="2"' in pictures.sized('<img src="images/drei%20zwei.png">', "", docs)


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="images/fehlt.png">',
        '<img src="images/keins.png">',
        '<img width="9" src="images/plan.svg">',
        '<img src="https://elsewhere.example/images/plan.svg">',
        '<img src="../../images/plan.svg">',
    ],
)
def test_what_is_not_known_or_said_already_stays(docs: Path, tag: str) -> None:
    assert pictures.sized(tag, "", docs) == tag


def test_all_pictures_of_our_talks_say_how_large_they_are() -> None:
    shown = {file.relative_to(ROOT / "docs").as_posix() for file in (ROOT / "docs" / "images").glob("*/*.svg")}
    assert len(shown) > 5
    assert shown <= pictures.sizes(ROOT / "docs").keys()


def test_a_finished_page_has_it(docs: Path) -> None:
    (docs / "javascripts" / "practice").mkdir(parents=True)
    for table in ("generalprobe.mjs", "practice/kinds.mjs"):
        (docs / "javascripts" / table).write_text("")
    assert 'height="360"' in finished('<html data-root="."><img src="images/plan.svg"></html>', "", docs)
