"""The MkDocs side: what a build makes of the data, and when it refuses."""

from __future__ import annotations

import gzip
import html
import json
import logging
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from copies import environment, few_pages
from samples import CASE_STUDY, ROOT, make_project

import macros
from generalprobe.format.case_study import CaseStudy
from macros import current

pytestmark = pytest.mark.slow

PAGE = """\
---
title: Probe
render_macros: true
---
# Probe

{{ exam().presentation.budget }} und {{ exam("it-support-specialist").slides.most }}

{{ slide("drucker", 2) }}

{{ quiz("drucker") }}

{{ case_study_overview() }}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with one case study of its own, a draft and a page that uses the macros, built once."""
    studies = {"drucker.yml": CASE_STUDY, "entwurf.yml": f"draft: true\n{CASE_STUDY}"}
    root = few_pages(tmp_path_factory.mktemp("macros") / "project", studies)
    (root / "docs" / "trainer").mkdir()
    for page in ("trainer/pruefregeln.md", "trainer/format.md"):
        shutil.copy(ROOT / "docs" / page, root / "docs" / page)
    (root / "docs" / "probe.md").write_text(PAGE, encoding="utf-8")
    result = build(root)
    assert result.returncode == 0, result.stderr
    return root


@pytest.fixture
def project(built: Path) -> Iterator[Path]:
    """The same, whose case study a test may change."""
    yield built
    (built / "data/case-studies/drucker.yml").write_text(CASE_STUDY, encoding="utf-8")


@pytest.fixture
def loaded(tmp_path: Path) -> Iterator[Path]:
    """A project as a preview has loaded it."""
    root = make_project(tmp_path / "loaded", {"drucker.yml": CASE_STUDY, "kaputt.yml": "title: ["})
    current.set_preview(True)
    current.load(root)
    yield root
    current.set_preview(False)


def build(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "site"]
    return subprocess.run(command, cwd=root, env=environment(root), capture_output=True, text=True, check=False)


def read(root: Path, path: str) -> str:
    return (root / "site" / path / "index.html").read_text(encoding="utf-8")


def test_build_makes_pages_search_entries_and_overview_of_the_data(built: Path) -> None:
    assert 'id="folie-3"' in read(built, "fallstudien/drucker")
    assert 'href="#folie-schritt-3"' in read(built, "fallstudien/drucker")
    assert 'id="frage-frage-1"' in read(built, "fallstudien/drucker/fragen")
    assert 'href="drucker/"' in read(built, "fallstudien")
    files = (built / "site/pagefind/fragment").iterdir()
    entries = [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]
    titles = {entry["url"]: entry["meta"]["title"] for entry in entries}
    titles |= {f"{entry['url']}#{each['id']}": each["text"] for entry in entries for each in entry["anchors"]}
    assert titles["/fallstudien/drucker/"] == "Drucker druckt nicht"
    assert titles["/fallstudien/drucker/#folie-schritt-3"] == "Folie 3: Schritt 3"
    assert titles["/fallstudien/drucker/fragen/#frage-frage-1"] == "Was ist ein Treiber?"
    assert not (built / "site/fallstudien/entwurf").exists()


def test_hand_written_pages_can_show_slides_questions_and_the_exams_figures(built: Path) -> None:
    page = read(built, "probe")
    assert "10:00 und 9" in page
    assert 'aria-label="Folie 2 von 7"' in page
    assert 'id="frage-frage-3"' in page
    assert 'id="zeit01"' in read(built, "trainer/pruefregeln")
    assert "<code>success_criteria</code>" in read(built, "trainer/format")


def test_errors_stop_the_build_before_anything_is_written(project: Path) -> None:
    before = read(project, "fallstudien/drucker")
    (project / "data/case-studies/drucker.yml").write_text(CASE_STUDY.replace("audience", "audiance"), encoding="utf-8")
    result = build(project)
    assert result.returncode == 1
    assert "data/case-studies/drucker.yml:8:3: Fehler FORM01" in result.stdout + result.stderr
    assert "Traceback" not in result.stderr
    assert read(project, "fallstudien/drucker") == before


def test_nothing_in_the_data_runs_during_a_build(project: Path) -> None:
    trace = project / "ran"
    command = f"{{{{ cycler.__init__.__globals__.os.popen('touch {trace}').read() }}}}"
    payload = f"{command} {{% include 'index.md' %}} <script>x</script> {{: onclick=x }}"
    quoted = json.dumps(payload)
    text = CASE_STUDY
    for value in ("Drucker druckt nicht", "Nach einem Update kommt nichts mehr aus dem Drucker.", "Schritt 3"):
        text = text.replace(value, quoted)
    text = text.replace("Was ist ein Treiber?", quoted).replace("Überschrift 3", quoted)
    (project / "data/case-studies/drucker.yml").write_text(text, encoding="utf-8")
    result = build(project)
    assert result.returncode == 0, result.stderr
    assert not trace.exists()
    for path in ("fallstudien/drucker", "fallstudien/drucker/fragen", "fallstudien", "probe"):
        page = read(project, path)
        assert "<script>x" not in page
        assert 'onclick="' not in page
        assert payload in html.unescape(page)


def test_preview_shows_unreadable_files_on_the_overview(loaded: Path) -> None:
    assert 'href="kaputt/"' in macros.case_study_overview()


def test_preview_lives_on_without_any_exam(loaded: Path, caplog: pytest.LogCaptureFixture) -> None:
    shutil.rmtree(loaded / "data" / "exams")
    current.load(loaded)
    with caplog.at_level(logging.WARNING):
        assert 600 // macros.exam().presentation.budget == 10
    assert "das es nicht gibt: Prüfung" in caplog.text


def test_a_slide_that_is_shown_twice_has_ids_of_its_own(tmp_path: Path) -> None:
    picture = "    artifact: {kind: diagram, source: 'flowchart LR; a --> b', description: Zwei Kästen.}\n"
    study = CASE_STUDY.replace("    bullets: [Ein Punkt]\n", picture, 1)
    current.load(make_project(tmp_path / "twice", {"drucker.yml": study}))
    twice = "".join(macros.slide("drucker", 1, "../", turn) for turn in (1, 2))
    ids = re.findall(r' id="([^"]+)"', twice)
    assert len(ids) == len(set(ids)) == 4


@pytest.mark.parametrize(("id", "number"), [("gibt-es-nicht", 1), ("drucker", 0), ("drucker", 8), ("kaputt", 1)])
def test_slide_that_does_not_exist_is_a_warning(
    loaded: Path, caplog: pytest.LogCaptureFixture, id: str, number: int
) -> None:
    with caplog.at_level(logging.WARNING):
        assert macros.slide(id, number, "../") == ""
    assert f"Fallstudie {id}, Folie {number}" in caplog.text


def test_quiz_of_an_unknown_case_study_is_a_warning(loaded: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert macros.quiz("gibt-es-nicht") == ""
    assert "Fallstudie gibt-es-nicht" in caplog.text


def test_each_build_reads_the_files_anew(loaded: Path) -> None:
    (loaded / "data/case-studies/neu.yml").write_text(CASE_STUDY, encoding="utf-8")
    site = current.load(loaded)
    assert site.project.entry(CaseStudy, "neu")
    assert 'href="neu/"' in macros.case_study_overview()
