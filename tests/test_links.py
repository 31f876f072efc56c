"""Links in values lead from the root of the site to a page, from every page and under every address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples import BANK, CASE_STUDY, MATERIAL, make_project

from generalprobe.checking.addresses import Website
from generalprobe.pages import render_site
from generalprobe.pages.text import rooted
from generalprobe.reading.loading import load_project

LINK = "[Netz](/lernen/netz/#netz)"


def test_a_link_of_a_value_leads_from_each_page_to_the_root(tmp_path: Path) -> None:
    files = {
        **MATERIAL,
        "drucker.yml": CASE_STUDY.replace("answer: Zuerst", f"answer: Laut {LINK} zuerst").replace(
            "Alle drucken", f"Mit {LINK}"
        ),
        "data/question-bank/netz.yml": BANK.replace("Verschlüsselt ist", f"Laut {LINK} ist das"),
    }
    pages = render_site(load_project(make_project(tmp_path, files)))
    assert 'href="../../lernen/netz/#netz"' in pages["fallstudien/drucker/index.md"]
    assert 'href="../../../lernen/netz/#netz"' in pages["fallstudien/drucker/fragen.md"]
    assert 'href="../../../lernen/netz/#netz"' in pages["ueben/fragen/netz.md"]
    assert not [path for path, text in pages.items() if re.search(r'<a href="/', text)]


def test_on_the_start_page_a_link_stays_on_the_site() -> None:
    assert rooted('<a href="/lernen/">x</a>', "") == '<a href="./lernen/">x</a>'


@pytest.mark.parametrize(
    "link",
    [
        "/",
        "/lernen/netz/",
        "/lernen/netz/#netz",
        "/lernen/netz/#gro-und-klein",
        "/lernen/netz/#eigen",
        "/fallstudien/drucker/",
        "/fallstudien/drucker/#folie-schritt-1",
        "/fallstudien/drucker/fragen/#frage-frage-1",
        "/ueben/fragen/netz/#frage-port",
        "/lernen/dialoge/versand/",
        "https://firma.example/x",
        "mailto:support@firma.example",
    ],
)
def test_a_link_to_what_is_there_is_right(link: str, tmp_path: Path) -> None:
    page = "# Netz\n\n## Groß und klein\n\n### Mehr {#eigen}\n"
    files = {**MATERIAL, "docs/index.md": "# Start\n", "docs/lernen/netz.md": page}
    assert Website(load_project(make_project(tmp_path, files))).wrong(link) is None


def test_a_link_to_a_draft_leads_nowhere_but_for_drafts(tmp_path: Path) -> None:
    """Drafts are not published; among each other their links lead where they will."""
    files = {**MATERIAL, "entwurf.yml": f"draft: true\n{CASE_STUDY}"}
    project = load_project(make_project(tmp_path, files))
    link = "/fallstudien/entwurf/#folie-schritt-1"
    wrong = Website(project).wrong(link)
    assert wrong
    assert wrong[0] == "data/case-studies/entwurf.yml ist ein Entwurf und kommt nicht auf die Website"
    assert Website(project, with_drafts=True).wrong(link) is None


def test_where_some_files_are_asked_for_links_to_others_are_not_judged(tmp_path: Path) -> None:
    root = make_project(tmp_path, {**MATERIAL, "toner.yml": CASE_STUDY})
    website = Website(load_project(root, [root / "data/case-studies/drucker.yml"]))
    for link in ("/fallstudien/toner/#folie-schritt-1", "/ueben/fragen/netz/", "/nachschlagen/glossar/#begriff-dns"):
        assert website.wrong(link) is None
    assert website.wrong("/fallstudien/drucker/#folie-schritt-11")
    assert website.wrong("/lernen/nets/")
