"""What lets a browser install the site: a manifest that fits wherever the site lies, and icons of its one picture."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from samples import ROOT

from generalprobe.installing import ICONS, manifest, paper, write_app
from generalprobe.reading.project import LOCAL_ADDRESS, Settings
from generalprobe.reading.settings import read_settings

LIGHT, DARK = paper(ROOT / "docs")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    for name in ("images/favicon.svg", "stylesheets/base.css"):
        (folder / "docs" / name).parent.mkdir(parents=True)
        shutil.copy(ROOT / "docs" / name, folder / "docs" / name)
    return folder


def written(root: Path, name: str) -> Path:
    site = root / name
    (site / "images").mkdir(parents=True)
    write_app(site, root, read_settings(ROOT))
    return site


def test_the_manifest_says_what_the_settings_say_and_leads_nowhere_but_below_itself(root: Path) -> None:
    said = json.loads((written(root, "site") / "app.webmanifest").read_text("utf-8"))
    assert (said["name"], said["short_name"], said["lang"], said["display"]) == (
        "Generalprobe", "Generalprobe", "de", "standalone",
    )  # fmt: skip
    assert said["description"].startswith("Fallstudien, Fragen")
    assert said["theme_color"] == said["background_color"] == LIGHT
    places = [said["start_url"], said["scope"], *(each["url"] for each in said["shortcuts"])]
    assert all(place.startswith("./") for place in places)
    assert [each["name"] for each in said["shortcuts"]] == ["Heute üben", "Bühne"]
    assert [(each["sizes"], each["purpose"]) for each in said["icons"]] == [
        ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("url", "id"),
    [
        ("https://schule.example/kurs/", "/kurs/?von=app"),
        ("https://schule.example", "/?von=app"),
        (LOCAL_ADDRESS, None),
    ],
)
def test_two_sites_of_a_host_are_two_apps_even_if_nobody_says_where_they_lie(url: str, id: str | None) -> None:
    assert _of(site_url=url).get("id") == id


@pytest.mark.parametrize(
    ("name", "short"), [("Probe Nord und Süd", "Probe Nord"), ("Prüfungsvorbereitung", "Prüfungsvorbereitung")]
)
def test_a_long_name_is_cut_between_words_below_its_icon(name: str, short: str) -> None:
    assert _of(site_name=name)["short_name"] == short


def test_icons_are_the_picture_on_paper_and_those_that_systems_cut_have_no_corners(root: Path) -> None:
    site = written(root, "drawn")
    for icon in ICONS:
        with Image.open(site / icon.path) as file:
            image = file.convert("RGBA")
        middle = image.getpixel((icon.size // 2, icon.size // 2))
        assert image.size == (icon.size, icon.size)
        assert middle == (*bytes.fromhex(LIGHT[1:]), 255)
        assert image.getpixel((0, 0)) == (middle if icon.rounding == 0 else (0, 0, 0, 0))
        colours = {colour for _, colour in image.getcolors(icon.size**2) or ()}
        assert {(160, 31, 51, 255), (27, 33, 48, 255)} <= colours  # Reserve and slides.


def test_what_was_drawn_before_is_taken_again_and_what_is_not_needed_goes(root: Path) -> None:
    kept = root / ".cache" / "icons"
    site = written(root, "first")
    drawn = {file: file.stat().st_mtime_ns for file in kept.iterdir()}
    (kept / "of-yesterday").write_bytes(b"")
    again = written(root, "second")
    assert {file: file.stat().st_mtime_ns for file in kept.iterdir()} == drawn
    assert all((site / icon.path).read_bytes() == (again / icon.path).read_bytes() for icon in ICONS)


def test_the_frame_has_the_colours_of_the_paper() -> None:
    frame = (ROOT / "overrides" / "partials" / "meta.html").read_text("utf-8")
    for scheme, colour in (("light", LIGHT), ("dark", DARK)):
        assert f'<meta name="theme-color" media="(prefers-color-scheme: {scheme})" content="{colour}">' in frame


def _of(**settings: Any) -> Any:
    return manifest(Settings(**settings), LIGHT)
