"""What the site offers as files: made once, linked where they belong, and nothing of it where it is not wished."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from samples import MATERIAL, ROOT, make_project

from generalprobe import addresses
from generalprobe.exporting.downloads import Downloads, downloads_of
from generalprobe.pages import catalogue, glossary, phrases, render_site
from generalprobe.reading.loading import load_project
from generalprobe.zensical import write_project
from macros import current

LINK = re.compile(r'<a href="(?:\.\./)+(herunterladen/[^"]+)" download>[^<]+</a> <span[^>]*>(.*?)<')


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project", MATERIAL)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def offered(root: Path) -> Downloads:
    found = downloads_of(load_project(root).published(), root)
    assert found
    found.make()
    return found


def test_every_page_links_what_belongs_to_it_with_its_size_and_nothing_that_is_not_there(project: Path) -> None:
    shown, downloads = load_project(project).published(), offered(project)
    pages = render_site(shown, downloads=downloads)
    written = {
        addresses.markdown_file(addresses.CATALOGUE): catalogue(shown, downloads.of("alles")),
        addresses.markdown_file(addresses.GLOSSARY): glossary(shown, downloads.of("glossar")),
        addresses.markdown_file(addresses.PHRASES): phrases(shown, downloads.of("formulierungen")),
    }
    linked = set()
    for path, text in {**pages, **written}.items():
        for href, size in re.findall(
            r'<a href="(?:\.\./)+(herunterladen/[^"]+)" download>[^<]+</a> <span[^>]*>(.*?)<', text
        ):
            linked.add(href)
            assert re.fullmatch(r"\d+ kB", size), path
    assert linked == {each.address for each in downloads}
    assert any("drucker" in each for each in linked)


def test_nothing_is_made_again_but_what_has_changed(project: Path) -> None:
    before = {each.address: each.kept for each in offered(project)}
    file = project / "data" / "glossary.yml"
    file.write_text(file.read_text("utf-8").replace("Verteilt Adressen an Rechner", "Gibt Rechnern Adressen"), "utf-8")
    os.utime(file, (2e9, 2e9))
    after = {each.address: each.kept for each in offered(project)}
    written = [address for address, kept in after.items() if kept != before[address]]
    assert {re.sub(r"\..*", "", each) for each in written} == {
        *("herunterladen/generalprobe-alles-karten", "herunterladen/generalprobe-alles-moodle"),
        *("herunterladen/generalprobe-alles-tabelle", "herunterladen/generalprobe-glossar-karten"),
        "herunterladen/generalprobe-glossar-tabelle",
    }
    assert {kept.name for kept in after.values()} == {
        kept.name for kept in (project / ".cache" / "downloads").iterdir()
    }


def test_a_site_that_offers_nothing_makes_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENERALPROBE_DOWNLOADS", "false")
    shown = load_project(project).published()
    assert downloads_of(shown, project) is None
    assert not any("herunterladen/" in text for text in render_site(shown).values())
    assert not (project / ".cache" / "downloads").exists()


def test_a_preview_makes_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "_preview", True)
    site = current.load(project)
    assert site.downloads is None
    assert site.offered("alles") == ()


def test_the_second_engine_gets_the_same_files(project: Path, tmp_path: Path) -> None:
    (project / "overrides").mkdir()
    (tmp_path / "zensical").mkdir()
    write_project(load_project(project).published(), project, tmp_path / "zensical")
    for each in offered(project):
        assert (tmp_path / "zensical" / "docs" / each.address).read_bytes() == each.kept.read_bytes()
