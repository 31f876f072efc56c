"""What stands in a text field runs under Zensical as little as under MkDocs: the pages are the same, to the last tag.

That of MkDocs is looked at and practised in `test_injection.py`; building the corpus twice takes too long for each run.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from browser.website import DEAD_LINK, build, small_project
from injection.filling import IMAGE
from injection.project import write_everything

from bench.compare_sites import tokens
from scripts.build import build_with_zensical


def test_zensical_makes_of_payloads_what_mkdocs_makes_of_them(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    marker = project / "a-command-ran"
    shutil.copy(project / "docs" / "images" / "favicon.svg", project / "docs" / IMAGE)
    write_everything(project, marker)
    sites = build(project, strict=False, downloads=True), build_with_zensical(project, strict=False, joined=False)
    assert sites[1]
    assert not marker.exists()
    pages = [sorted(file.relative_to(site) for file in site.rglob("*.html")) for site in sites if site]
    assert pages[0] == pages[1] != []
    for page in pages[0]:
        first, second = (tokens((site / page).read_text("utf-8")) for site in sites if site)
        pairs = zip(first, second, strict=True)
        assert [pair for pair in pairs if pair[0] != pair[1] and not DEAD_LINK.search(pair[0])] == [], page
