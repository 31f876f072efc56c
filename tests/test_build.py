"""Building: a website comes out, or the previous one stays."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import samples
from copies import few_pages, run_script
from policy import Policed

from bench.compare_sites import tokens
from scripts.build import clear_abandoned, put_in_place

pytestmark = pytest.mark.slow

Built = tuple[Path, subprocess.CompletedProcess[str]]

CASE_STUDY = "data/case-studies/drucker.yml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A small project that has been built once."""
    project = few_pages(tmp_path_factory.mktemp("built") / "project", {"drucker.yml": samples.CASE_STUDY})
    result = run_script(project, "build")
    assert result.returncode == 0, result.stderr
    return project, result


@pytest.fixture
def project(built: Built) -> Iterator[Path]:
    """The built copy, as it was again after the test."""
    project, _ = built
    saved = {file: file.read_bytes() for folder in ("data", "docs") for file in (project / folder).rglob("*.*")}
    yield project
    for file, content in saved.items():
        file.write_bytes(content)


def all_files(folder: Path) -> dict[Path, bytes]:
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_build_makes_every_kind_of_page_and_says_where(built: Built) -> None:
    project, result = built
    site = project / "site"
    for page in (
        "index.html",
        "fallstudien/drucker/index.html",
        "fallstudien/drucker/fragen/index.html",
    ):
        assert (site / page).is_file(), page
    pages = len(list(site.rglob("*.html")))
    assert f"Fertig: {pages} Seiten in {site}" in result.stdout


def test_a_build_leaves_nothing_else_behind(built: Built) -> None:
    project, _ = built
    assert list((project / "build").glob("site-*")) == []


def test_every_page_has_the_same_inline_script_and_says_where_the_site_begins(built: Built) -> None:
    """What a browser stores carries the site's path; the page of errors knows it from the site's address."""
    site = built[0] / "site"
    scripts = set()
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        scripts.add(tuple(re.findall(r"<script>(.*?)</script>", text, re.DOTALL)))
        [root] = re.findall(r'<html lang="de" data-root="([^"]+)">', text)
        assert (site if page.name == "404.html" else (page.parent / root).resolve()) == site, page
    assert [len(each) for each in scripts] == [1]


def test_everyone_may_read_the_site(built: Built) -> None:
    project, _ = built
    assert (project / "site").stat().st_mode & 0o055 == 0o055


def test_an_error_in_the_data_is_reported_and_leaves_the_site_as_it_was(project: Path) -> None:
    before = all_files(project / "site")
    (project / CASE_STUDY).write_text((project / CASE_STUDY).read_text("utf-8") + "\nunbekannt: 1\n", "utf-8")
    result = run_script(project, "build")
    assert result.returncode == 1
    assert f"{CASE_STUDY}:" in result.stderr
    assert "unbekannt" in result.stderr
    assert "site/ bleibt, wie es war" in result.stderr
    assert all_files(project / "site") == before


@pytest.mark.parametrize(
    "broken",
    ["[Link](gibt-es-nicht.md)", "{{ gibt_es_nicht() }}", '{{ quiz("gibt-es-nicht") }}'],
    ids=["a link", "an unknown macro", "a missing file"],
)
def test_a_page_that_would_stop_mkdocs_is_named_before_it_starts(project: Path, broken: str) -> None:
    (project / "docs" / "index.md").write_text(f"---\nrender_macros: true\n---\n# Titel\n\n{broken}\n", "utf-8")
    result = run_script(project, "build")
    assert result.returncode == 1
    assert "docs/index.md:6:" in result.stderr
    assert "Im Inhalt sind Fehler" in result.stderr


@pytest.mark.parametrize(
    "broken", ["{{ exam().gibt_es_nicht }}", "{% if %}"], ids=["an unknown value", "a syntax error"]
)
def test_a_page_that_mkdocs_cannot_build_leaves_the_site_as_it_was(project: Path, broken: str) -> None:
    before = all_files(project / "site")
    page = project / "docs" / "index.md"
    page.write_text(f"---\nrender_macros: true\n---\n# Titel\n\n{broken}\n", "utf-8")
    result = run_script(project, "build")
    assert result.returncode == 1
    assert "MkDocs hat abgebrochen" in result.stderr
    assert all_files(project / "site") == before
    assert list((project / "build").glob("site-*")) == []


def test_a_page_that_is_gone_is_gone_from_the_site(project: Path) -> None:
    (project / "site" / "alte-seite.html").write_text("alt")
    assert run_script(project, "build").returncode == 0
    assert not (project / "site" / "alte-seite.html").exists()


def test_what_cannot_be_put_in_place_leaves_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("vorher")
    with pytest.raises(OSError):
        put_in_place(tmp_path / "missing", site)
    assert (site / "index.html").read_text() == "vorher"


def test_what_killed_builds_have_left_is_removed_a_day_later(tmp_path: Path) -> None:
    for name in ("search-alt", "site-alt", "site-jung", "lib"):
        (tmp_path / name / "copies").mkdir(parents=True)
    for name in ("search-alt", "site-alt", "lib"):
        os.utime(tmp_path / name, (0, 0))
    clear_abandoned(tmp_path)
    assert {left.name for left in tmp_path.iterdir()} == {"site-jung", "lib"}


HOSTILE = '<script>pwned</script> & "Zitat" {{ 7 * 191 }}'


@pytest.fixture(scope="module")
def built_twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sites that both engines make of a small project whose titles are hostile."""
    study = re.sub("^title: .*$", f"title: '{HOSTILE}'", samples.CASE_STUDY, flags=re.MULTILINE)
    project = few_pages(tmp_path_factory.mktemp("engines") / "project", {"drucker.yml": study})
    written = (
        f"---\ntitle: '{HOSTILE}'\ndescription: '{HOSTILE}'\n---\n# Titel\n\n[Fallstudien](fallstudien/index.md)\n"
    )
    (project / "docs" / "index.md").write_text(written, "utf-8")
    sites = []
    for engine in ("mkdocs", "zensical"):
        result = run_script(project, "build", "--engine", engine)
        assert result.returncode == 0, result.stderr
        sites.append((project / "site").rename(project / engine))
    return sites[0], sites[1]


def test_both_engines_escape_what_templates_show(built_twice: tuple[Path, Path]) -> None:
    """Neither template engine escapes by itself, and a title is text."""
    for site in built_twice:
        for page in (
            "fallstudien/drucker/index.html",
            "fallstudien/drucker/fragen/index.html",
            "fallstudien/index.html",
        ):
            text = (site / page).read_text("utf-8")
            assert "<script>pwned" not in text, page
            assert "{{ 7" not in text or "1337" not in text
        head = (site / "fallstudien/drucker/index.html").read_text("utf-8").partition("</head>")[0]
        assert "pwned" in head
        assert '"Zitat"' not in head


def test_the_second_engine_makes_the_same_pages(built_twice: tuple[Path, Path]) -> None:
    first, second = ({file.relative_to(site) for file in site.rglob("*.html")} for site in built_twice)
    assert first == second
    for page in first:
        texts = [tokens((site / page).read_text("utf-8")) for site in built_twice]
        assert texts[0] == texts[1], page


@pytest.mark.parametrize("engine", [0, 1], ids=["mkdocs", "zensical"])
def test_a_published_page_runs_no_inline_script_but_its_own(built_twice: tuple[Path, Path], engine: int) -> None:
    pages = [Policed(page.read_text("utf-8")) for page in built_twice[engine].rglob("*.html")]
    assert [page.forbidden for page in pages if page.forbidden] == []
    assert sorted({len(page.scripts) for page in pages}) == [1, 2]  # The page of errors has one more.


def test_the_second_engine_refuses_errors_and_leaves_the_site_as_it_was(project: Path) -> None:
    before = all_files(project / "site")
    (project / CASE_STUDY).write_text((project / CASE_STUDY).read_text("utf-8") + "\nunbekannt: 1\n", "utf-8")
    result = run_script(project, "build", "--engine", "zensical")
    assert result.returncode == 1
    assert f"{CASE_STUDY}:" in result.stderr
    assert "site/ bleibt, wie es war" in result.stderr
    assert all_files(project / "site") == before


def test_a_page_that_zensical_cannot_build_leaves_the_site_as_it_was(project: Path) -> None:
    before = all_files(project / "site")
    (project / "docs" / "index.md").write_text("---\nrender_macros: true\n---\n# Titel\n\n{% if %}\n", "utf-8")
    result = run_script(project, "build", "--engine", "zensical")
    assert result.returncode == 1
    assert "Zensical hat abgebrochen" in result.stderr
    assert all_files(project / "site") == before
    assert list((project / "build").iterdir()) == []


def test_an_unknown_engine_is_named_with_those_that_there_are(project: Path) -> None:
    result = run_script(project, "build", "--engine", "hugo")
    assert result.returncode == 2
    assert "'hugo' ist nicht möglich, nur" in result.stderr
