"""Paper by a command: which page is printed in which way, and what is said where it cannot be."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import urllib.request
from pathlib import Path

import pytest
from samples import MATERIAL, ROOT, make_project

from generalprobe.exporting import handout
from generalprobe.exporting.handout import PAPERS, on_paper, page_of, printable, served
from generalprobe.exporting.subjects import Subject, subjects
from generalprobe.format.exam import Exam
from generalprobe.pages import render_site
from generalprobe.reading.loading import load_project
from scripts import export


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = make_project(tmp_path / "project", MATERIAL)
    shutil.copy(ROOT / "mkdocs.yml", root)
    monkeypatch.setattr(export, "project_root", lambda: root)
    return root


@pytest.fixture
def site(root: Path) -> Path:
    """As far as anything but a browser looks at it."""
    (root / "site/fallstudien/drucker").mkdir(parents=True)
    for page in ("", "fallstudien/drucker/"):
        (root / f"site/{page}index.html").write_text("<p>da</p>", encoding="utf-8")
    return root / "site"


def test_pages_offer_the_ways_that_the_command_knows(root: Path) -> None:
    """And no others."""
    pages = render_site(load_project(root).published())
    wanted: dict[str, set[str]] = {}
    for paper in PAPERS:
        for subject in _about(root):
            if subject.model in paper.of and subject.model is not Exam:
                wanted.setdefault(page_of(subject, paper), set()).add(paper.way)
    wanted["fallstudien/drucker/"].add("")  # The whole page, as it stands there.
    for address, ways in wanted.items():
        text = pages.get(f"{address}index.md") or pages[f"{address[:-1]}.md"]
        assert set(re.findall(r'<option value="([a-z]*)"', text)) == ways, address


def _about(root: Path) -> list[Subject]:
    project = load_project(root).published()
    return printable(subjects(project, root), project.entries(Exam))


def test_each_paper_is_printed_from_the_page_that_shows_it(root: Path) -> None:
    pages = {paper.name: [page_of(each, paper) for each in _about(root) if each.model in paper.of] for paper in PAPERS}
    talk, asked = "fallstudien/drucker/", ["fallstudien/drucker/fragen/", "ueben/fragen/netz/"]
    assert pages == {
        "handout": [talk],
        "notes": [talk],
        "cue-cards": [talk],
        "questions": asked,
        "answers": asked,
        "marking-sheet": ["nachschlagen/bewertungsbogen/"],
    }


def test_without_a_site_or_a_browser_the_command_says_what_lacks(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(export, "find_browser", lambda: None)
    for left in (".netz.yml.swp", "netz.yml~"):  # A file is open in an editor.
        (site.parent / "data/question-bank" / left).touch()
        os.utime(site.parent / "data/question-bank" / left, (2**32, 2**32))
    assert export.main(["handout", "drucker"]) == 1
    assert "Zum Drucken braucht es einen Browser." in capsys.readouterr().err
    shutil.rmtree(site)
    assert export.main(["handout", "drucker"]) == 1
    assert "`make build`" in capsys.readouterr().err


_OLDER = "Gedruckt wird die gebaute Website, und sie ist älter als {}. Baue sie mit `make build`."


def test_what_the_site_lacks_and_what_a_browser_does_not_print_is_said(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(export, "find_browser", lambda: Path("/bin/true"))
    assert export.main(["questions", "drucker"]) == 1
    assert _OLDER.format("data/case-studies/drucker.yml") in capsys.readouterr().err
    assert export.main(["handout", "drucker"]) == 1
    assert "der Browser hat nichts gedruckt" in capsys.readouterr().err
    assert not (site.parent / "export").exists() or not any((site.parent / "export").iterdir())


@pytest.mark.parametrize("file", ["mkdocs.yml", "data/question-bank/netz.yml"])
def test_a_site_that_is_older_than_what_it_is_made_of_is_not_printed(
    site: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would show what was written there before, without a word."""
    built = (site / "index.html").stat().st_mtime
    os.utime(site.parent / file, (built + 1, built + 1))
    assert export.main(["handout", "drucker"]) == 1
    assert _OLDER.format(file) in capsys.readouterr().err
    assert not (site.parent / "export").exists()


def test_a_browser_that_hangs_up_is_not_worth_a_word(
    site: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def hang_up(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(handout._Quiet, "copyfile", hang_up)
    with served(site) as root, pytest.raises(http.client.IncompleteRead):
        urllib.request.urlopen(root).read()
    assert capfd.readouterr().err == ""


def test_paper_is_as_old_as_what_it_shows(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same bytes whenever it is printed, and as many, so that a reader finds what stands behind the dates."""
    written = b"/Title (D:20200101000000)\n/CreationDate (D:%d+00'00')\n/ModDate (D:%d+00'00')>>"
    written += b"/ID (node%08d)/Headers [(node%08d)]"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setattr(handout, "printed", lambda *_: written % (20261126175052, 20261126175053, 408, 407))
    paper = PAPERS[0]
    drucker = next(each for each in _about(site.parent) if each.id == "drucker")
    dated = on_paper(paper, Path("browser"), "http://localhost/").write(drucker)
    assert dated == written % (19700101000000, 19700101000000, 2, 1)
