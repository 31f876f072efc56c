"""The site as it is published, with modules joined and shortened: it asks for few files, and all that moves moves."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from browser.conftest import Visit
from browser.practising import grade_button, place_said, show_answer
from browser.website import Website, serving
from copies import ROOT
from playwright.sync_api import expect

from generalprobe.joining import published
from scripts.build import join_scripts, shorten_scripts

SCRIPTS = ROOT / "docs" / "javascripts"
MOST_TO_PRACTISE = 10
"""Scripts with which a round of questions runs."""
_PRELOADED = re.compile(r'(<link rel="modulepreload" href="[^"]*javascripts/)([^"]+)')


@pytest.fixture(scope="module")
def joined(site: Website, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Website]:
    """A copy of the site, whose modules are joined as a build does it."""
    folder = shutil.copytree(site.folder, tmp_path_factory.mktemp("joined") / "site")
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(_PRELOADED.sub(lambda link: link[1] + published(SCRIPTS, [link[2]])[0], text), encoding="utf-8")
    join_scripts(folder, ROOT)
    shorten_scripts(folder, ROOT)
    with serving(folder) as website:
        yield website


def test_one_practises_with_few_files_none_of_them_twice(visitor: Visit, joined: Website) -> None:
    guest = visitor(to=joined, overhears=True)
    page = guest.open("ueben/heute/")
    page.get_by_role("button", name="Los geht").click()
    expect(place_said(page)).to_have_text(re.compile("^Frage 1 von "))
    scripts = [url.partition("/javascripts/")[2] for url in guest.requests if "/javascripts/" in url]
    assert len(set(scripts)) <= MOST_TO_PRACTISE, scripts
    assert "joined/practice.mjs" in scripts


def test_what_was_answered_is_known_on_another_page(visitor: Visit, joined: Website) -> None:
    """There is one shelf, one log of reviews and one schedule, whichever file a module is in."""
    page = visitor(to=joined).open("ueben/fragen/begriffe/")
    page.get_by_role("button", name="Antworten").click()
    show_answer(page)
    grade_button(page, "Schwer").click()
    expect(place_said(page)).to_have_text(re.compile("^Frage 2 von "))
    page.goto(f"{joined.url}ueben/stand/")
    expect(page.get_by_role("region", name="Wo es noch wackelt").get_by_role("listitem")).to_have_count(1)


def test_parts_of_all_rooms_are_mounted(visitor: Visit, joined: Website) -> None:
    """What is not would be a warning on the console, over which a visitor complains."""
    guest = visitor(to=joined)
    for address in (
        "buehne/?fall=service-recovery",
        "mein-vortrag/",
        "plan/",
        "pruefung/",
        "lernen/eskalation/",
        "ueben/kurztest/",
    ):
        expect(guest.open(address).locator("main h1")).to_be_visible()
