"""What is reused of builds before is what a fresh build would make: nobody sees the difference but in time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from copies import copy_project, environment, few_pages, keep_a_little, keep_headings
from editing import Editor, Rebuilding, different, files
from samples import CASE_STUDY

pytestmark = pytest.mark.slow

EDITS = int(os.environ.get("GENERALPROBE_EDITS", "16"))
"""How many; 200 take minutes and are for whoever changes `macros/reuse.py`."""
COMPARED_EVERY = 16


def fresh(project: Path, site: Path) -> str:
    """Build a preview anew, with nothing to reuse."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    building = Rebuilding(project, site, environment(project))
    try:
        return building()
    finally:
        building.end()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Rebuilding]]:
    """A project of all that depends on data, and its preview, built once."""
    folder = tmp_path_factory.mktemp("preview")
    project = keep_headings(keep_a_little(copy_project(folder / "project")))
    rebuild = Rebuilding(project, folder / "site", environment(project))
    try:
        assert rebuild() == "built"
        yield project, rebuild
    finally:
        rebuild.end()


def test_a_save_writes_what_depends_on_it_and_nothing_else(preview: tuple[Path, Rebuilding]) -> None:
    project, rebuild = preview
    site = rebuild.site
    inodes = {path: (site / path).stat().st_ino for path in files(site)}
    assert rebuild() == "built"
    assert {path: (site / path).stat().st_ino for path in files(site)} == inodes
    file = project / "data" / "dialogues" / "versand-steht.yml"
    text = file.read_text("utf-8")
    file.write_text(re.sub("^title: .*$", "title: Ein anderer Titel", text, flags=re.MULTILINE), "utf-8")
    assert rebuild() == "built"
    written = {path for path in inodes if (site / path).stat().st_ino != inodes[path]}
    assert "lernen/dialoge/versand-steht/index.html" in written
    assert len(written) <= 5, written


def test_after_any_edits_the_preview_is_what_it_would_be_fresh(
    preview: tuple[Path, Rebuilding], tmp_path: Path
) -> None:
    """`GENERALPROBE_EDITS=200` for many; what was edited is said where the sites differ."""
    project, rebuild = preview
    editor = Editor(project, EDITS)
    for number in range(1, EDITS + 1):
        editor.edit()
        result = rebuild()
        if number % COMPARED_EVERY:
            continue
        if result != "built":
            editor.mend()
            assert rebuild() == "built", editor.said
        shutil.copytree(project, tmp_path / "copy")
        assert fresh(tmp_path / "copy", tmp_path / "fresh") == "built"
        assert different(rebuild.site, tmp_path / "fresh") == [], editor.said
        shutil.rmtree(tmp_path / "copy")
        shutil.rmtree(tmp_path / "fresh")


def build(project: Path, *sites: Path) -> None:
    """Build the site for readers into each of the folders, all at once."""
    commands = [[sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)] for site in sites]
    own = environment(project)
    running = [subprocess.Popen(command, cwd=project, env=own, stderr=subprocess.DEVNULL) for command in commands]
    assert [process.wait(120) for process in running] == [0] * len(running)


def test_builds_after_edits_and_beside_each_other_are_what_they_would_be_from_nothing(tmp_path: Path) -> None:
    studies = dict.fromkeys(("drucker.yml", "papier.yml", "toner.yml"), CASE_STUDY)
    project, sites = few_pages(tmp_path / "project", studies), [tmp_path / name for name in ("first", "one", "other")]
    build(project, sites[0])
    file = project / "data" / "case-studies" / "papier.yml"
    file.write_text(CASE_STUDY.replace("title: Drucker druckt nicht", "title: Papier fehlt"), "utf-8")
    kept = {entry.name for entry in (project / ".cache" / "pages" / "build").iterdir()}
    build(project, *sites[1:])
    now = {entry.name for entry in (project / ".cache" / "pages" / "build").iterdir()}
    assert kept & now, "nothing was reused"
    assert now - kept, "nothing was built anew"
    for harmed in list((project / ".cache" / "pages" / "build").iterdir())[::2]:
        harmed.write_bytes(harmed.read_bytes()[:100])
    build(project, tmp_path / "harmed")
    shutil.rmtree(project / ".cache")
    build(project, tmp_path / "fresh")
    for site in (*sites[1:], tmp_path / "harmed"):
        assert different(site, tmp_path / "fresh") == []
