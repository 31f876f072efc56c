"""Nothing that stands in a text field runs, neither during the build nor in the browser; all of it is shown as text.

One project with a payload in every field of every kind of file, built once, looked at and practised.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from browser.slides import compare_slides
from browser.visitor import Visitor, Windows
from browser.website import Website, add_vendor, build, serving, small_project
from copies import ROOT, environment, few_pages, keep_headings
from injection.filling import IMAGE, Filler
from injection.looking import FOREIGN, fetched, look, missing_in, missing_in_head
from injection.payloads import DIAGRAMS, PAYLOADS
from injection.project import STUDIES, armed, write, write_everything
from playwright.sync_api import expect

from generalprobe.format.case_study import CaseStudy

pytestmark = pytest.mark.slow

OPENED = 6
"""Of the payloads every so many are opened with their scripts: of each sort some, which all stand in every field."""
CONVERSATION = "lernen/dialoge/"
SECRET = "Streng-geheimer-Inhalt-8c1f"
_CHOOSE_EACH_TAG = """() => [...document.querySelectorAll(".gp-filter [data-filter=tag]")].map((chip) => {
  chip.click();
  const left = document.querySelectorAll(".gp-tile:not([hidden])").length;
  const tag = new URLSearchParams(location.search).get("tag");
  chip.click();
  return [tag, left];
})"""
_PRACTISE = """() => {
  document.querySelector(".gp-dialogue__start button, .gp-matrix > .gp-actions button")?.click();
  const place = document.querySelector(".gp-dialogue__place");
  for (let turn = 0; place && !place.querySelector(".gp-dialogue__result"); turn += 1) {
    if (turn > 20) throw new Error("the conversation does not end");
    place.querySelector("button").click();
  }
}"""


@dataclass(frozen=True)
class Attack:
    """A project full of payloads, built and served, and what each of its studies holds."""

    project: Path
    marker: Path
    site: Website
    fillers: dict[str, Filler]
    """Of the case studies, by their ids."""
    others: dict[str, Filler]
    """Of the files with cards, by the addresses of the pages that show them."""
    lessons: list[tuple[str, Filler]]
    """Of conversations, matrices, topics and the preparation, each with the address of the page that shows it."""


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attack]:
    """One case study for each payload, which stands in all of its fields."""
    project = keep_headings(small_project(tmp_path_factory.mktemp("injection")))
    marker = project / "a-command-ran"
    for folder in (project, project / "docs", project / "overrides", project / "docs" / "fallstudien"):
        (folder / "geheim.txt").write_text(SECRET, "utf-8")
    shutil.copy(project / "docs" / "images" / "favicon.svg", project / "docs" / IMAGE)
    written = write_everything(project, marker)
    built = build(project, strict=False)
    (built / "geheim.txt").unlink()
    (built / "fallstudien" / "geheim.txt").unlink()
    with serving(built) as site:
        yield Attack(project, marker, site, *written)


@pytest.fixture
def visits(windows: Windows) -> Iterator[Callable[[Website], Visitor]]:
    """Make visitors of attacked sites, who must notice nothing."""
    visitors: list[Visitor] = []

    def visit(site: Website) -> Visitor:
        visitors.append(Visitor(windows, site))
        return visitors[-1]

    yield visit
    for visitor in visitors:
        visitor.close()
    assert [complaint for visitor in visitors for complaint in visitor.complaints] == []


@pytest.fixture
def visitor(attack: Attack, visits: Callable[[Website], Visitor]) -> Visitor:
    return visits(attack.site)


def test_the_corpus_has_a_word_to_find_in_every_payload_and_fills_every_field(attack: Attack) -> None:
    """All kinds of artifacts and all text fields of the models are among the filled ones."""
    assert [payload for payload in (*PAYLOADS, *DIAGRAMS) if "§" not in payload] == []
    filled = {re.sub(r"\[\d+\]", "", path) for path, _ in attack.fillers["fall-000"].fields.values()}
    assert filled >= {
        "title",
        "tags",
        "metadata.audience",
        "slides.headline",
        "slides.bullets.bullets",
        "questions.answer",
    }
    kinds = {"alt", "source", "code", "columns", "rows", "text", "caption", "description", "language"}
    assert {path.removeprefix("slides.artifact.") for path in filled} >= kinds


def test_the_build_runs_nothing_and_reads_nothing(attack: Attack) -> None:
    """No shell command has left its file, no template was rendered, no file was included."""
    assert not attack.marker.exists()
    pages = "".join(file.read_text("utf-8") for file in attack.site.folder.rglob("*.html"))
    fragments = (attack.site.folder / "pagefind" / "fragment").iterdir()
    read = [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in fragments]
    index = "\n".join(each["content"] for each in read)
    for trace in (SECRET, str(7 * 191)):
        assert trace not in pages, trace
        assert trace not in index, trace


def test_no_page_holds_foreign_markup(attack: Attack, visitor: Visitor) -> None:
    """The page and the quiz of every payload have no script, handler or element that it brought, and say it whole."""
    page = visitor.open("fallstudien/")
    overview, foreign = look(page)
    assert foreign == []
    own = {id: (f"fallstudien/{id}/", f"fallstudien/{id}/fragen/") for id in attack.fillers}
    seen = fetched(page, (address for pair in own.values() for address in pair))
    missing = {}
    for id, filler in attack.fillers.items():
        texts = [overview, *(seen[address][0] for address in own[id])]
        if lost := missing_in(filler, " ".join(texts)) + missing_in_head(filler, seen[own[id][0]][2]):
            missing[filler.payload] = lost
    assert {address: found for address, (_, found, _) in seen.items() if found} == {}
    assert missing == {}


def test_no_page_runs_anything(attack: Attack, visitor: Visitor) -> None:
    """Opened, with their scripts: no dialog, request or element of payloads of each sort, and no text is lost."""
    missing: dict[str, list[str]] = {}
    overview, found = look(visitor.open("fallstudien/"))
    foreign = {"fallstudien/": found} if found else {}
    for id in list(attack.fillers)[::OPENED]:
        addresses = (f"fallstudien/{id}/fragen/", f"fallstudien/{id}/")
        seen = {address: look(visitor.open(address)) for address in addresses}
        foreign |= {address: found for address, (_, found) in seen.items() if found}
        if lost := missing_in(attack.fillers[id], " ".join([overview, *(text for text, _ in seen.values())])):
            missing[id] = lost
    assert foreign == {}
    assert missing == {}


def test_slides_that_scripts_make_are_those_of_the_pages(attack: Attack, visitor: Visitor) -> None:
    """Of some payloads; that the browser's Markdown reads all of them alike, `test_markdown_in_browser.py` asks."""
    some = list(attack.fillers)[::7]
    compared, different = compare_slides(visitor.open("fallstudien/"), some)
    assert different == []
    assert compared > 2 * len(some)


def test_questions_terms_phrases_and_exams_stay_text(attack: Attack, visits: Callable[[Website], Visitor]) -> None:
    """On the pages that list all of them and on some of the files' own, made as those of case studies."""
    visitor = visits(attack.site)
    own = [address for address in attack.others if address.startswith("ueben/fragen/")][::9]
    lists = ["ueben/fragen/", "ueben/heute/", "ueben/kurztest/", "ueben/stand/"]
    lists += [f"nachschlagen/{name}/" for name in ("glossar", "formulierungen", "pruefungen/angriff")]
    seen = {address: look(visitor.open(address)) for address in lists + own}
    lost = {}
    for address, filler in attack.others.items():
        texts = [seen[page][0] for page in (address.partition("#")[0], "ueben/fragen/") if page in seen]
        if missing := missing_in(filler, " ".join(texts)):
            lost[address] = missing
    assert {address: found for address, (_, found) in seen.items() if found} == {}
    assert lost == {}


def test_what_lessons_show_stays_text_when_practised(attack: Attack, visitor: Visitor) -> None:
    """Conversations tried to their ends, the drill begun: nothing foreign stands on the pages, and no command ran."""
    pages = dict.fromkeys(address for address, _ in attack.lessons)
    practised = [address for address in pages if not address.startswith(CONVERSATION)]
    practised += [address for address in pages if address.startswith(CONVERSATION)][::OPENED]
    overview = visitor.open("lernen/dialoge/")
    assert look(overview)[1] == []
    seen = {address: each[:2] for address, each in fetched(overview, pages).items()}
    for address in practised:
        page = visitor.open(address)
        text, found = look(page)
        page.evaluate(_PRACTISE)
        seen[address] = text, found + page.evaluate(FOREIGN)
    lost = {}
    for address, filler in attack.lessons:
        if missing := missing_in(filler, seen[address][0]):
            lost[filler.payload, address] = missing
    foreign = {address: _unexpected(found) for address, (_, found) in seen.items()}
    assert {address: found for address, found in foreign.items() if found} == {}
    assert lost == {}
    assert not attack.marker.exists()


def _unexpected(found: list[str]) -> list[str]:
    """Without the forms, boxes and options that are ours."""
    ours = (
        '<form class="gp-plan__form"',
        '<input type="date" id="plan-termin"',
        '<input type="checkbox" value="kennung-',
    )
    drill = ('<form novalidate="" aria-label="Fall 1 von', '<input type="radio" name="gp-options-')
    return [each for each in found if not each.startswith((*ours, *drill))]


def test_diagrams_obey_nobody(attack: Attack, visitor: Visitor) -> None:
    """Labels, click directives and settings bring no script, link or request; what is no diagram stays text."""
    page = visitor.open("fallstudien/diagramme/")
    assert page.locator(".gp-drawing > svg").count() > 30
    assert page.locator("figure > pre.gp-diagram").count() > 20
    assert page.evaluate(FOREIGN) == []
    shapes = "svg, title, desc, g, path, rect, circle, ellipse, line, polyline, polygon, text, tspan"
    assert page.locator(f".gp-drawing :not({shapes})").count() == 0
    assert page.locator(".gp-drawing :is([href], [class], [onclick], [style*=url])").count() == 0
    page.locator(".gp-drawing > svg").last.click()
    assert page.evaluate("() => location.pathname") == "/fallstudien/diagramme/"
    assert visitor.refused == []


def test_the_filter_works_with_every_tag(attack: Attack, visitor: Visitor) -> None:
    """Each chip leaves exactly the case study that has the tag, and the address carries it."""
    page = visitor.open("fallstudien/")
    found = page.evaluate(_CHOOSE_EACH_TAG)
    tags = [
        filler.payload.replace("§", word)
        for filler in attack.fillers.values()
        for word, (path, _) in filler.fields.items()
        if path == "tags"
    ]
    assert [tag for tag in tags if [tag, 1] not in found] == []


def test_search_results_stay_text(attack: Attack, visitor: Visitor) -> None:
    """Payloads found by the search, and typed into it, are shown and not obeyed."""
    page = visitor.open()
    page.keyboard.press("Control+k")
    query = page.get_by_role("searchbox")
    query.fill("script")
    expect(page.locator(".gp-search__results a").nth(9)).to_be_visible()
    assert "<script>" in " ".join(page.locator(".gp-search__results").all_text_contents())
    assert page.evaluate(FOREIGN) == []
    for payload in PAYLOADS[::4]:
        query.fill(payload)
        page.wait_for_timeout(0)
        assert page.evaluate(FOREIGN) == []


BROKEN_LINE = "<script>window.pwned='zeile'</script>{{ 7 * 191 }}"
BROKEN_NAME = "<img src=x onerror=window.pwned='name'>{{ 7 * 191 }}"


@contextmanager
def _previewed(project: Path) -> Iterator[Website]:
    """The preview of a project, as long as the block runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "--dev-addr", f"127.0.0.1:{port}"]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=project, env=environment(project), stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        url = f"http://127.0.0.1:{port}/"
        _wait_for(url, server)
        yield Website(project / "site", url)
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while server.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the preview does not answer")


def _broken(marker: Path) -> dict[str, str]:
    """Files with problems: payloads as keys, as wrong values, in lines that are no YAML, and as a file's name."""
    payloads = [armed(payload, marker).replace("§", f"wort{number}") for number, payload in enumerate(PAYLOADS)]
    values = {"title": 1, "focus": payloads[0], "exam": payloads[1], "slides": [{"time": each} for each in payloads]}
    return {
        "schluessel.yml": yaml.safe_dump({payload: payload for payload in payloads}),
        "werte.yml": yaml.safe_dump(values),
        "kein-yaml.yml": f'title: "{BROKEN_LINE}" {{{{ <img src=x onerror=window.pwned=1>\n',
        f"{BROKEN_NAME}.yml": "- <script>window.pwned='name'</script>",
    }


def test_the_pages_that_show_problems_stay_text(
    attack: Attack, visits: Callable[[Website], Visitor], tmp_path: Path
) -> None:
    """In the preview: payloads in keys, values, broken lines and names of files run as little as in a case study."""
    project = few_pages(tmp_path / "preview", {})
    add_vendor(project)
    shutil.copytree(ROOT / "docs" / "images", project / "docs" / "images", dirs_exist_ok=True)
    for name, text in _broken(attack.marker).items():
        (project / STUDIES / name).write_text(text, "utf-8")
    draft = Filler("<script>window.pwned='§'</script>{{ 7 * 191 }}").model(CaseStudy) | {"draft": True}
    write(project / STUDIES / "entwurf.yml", draft)
    with _previewed(project) as site:
        visitor = visits(site)
        page = visitor.open("fallstudien/")
        unreadable = page.locator(".gp-problems a").evaluate_all("(links) => links.map((link) => link.href)")
        assert len(unreadable) >= 4
        addresses = ["fallstudien/", "fallstudien/entwurf/", *unreadable]
        texts = {address: look(visitor.open(address)) for address in addresses}
        visitor.page.goto("about:blank")
    assert {address: found for address, (_, found) in texts.items() if found} == {}
    assert BROKEN_NAME in " ".join(text for text, _ in texts.values())
    assert BROKEN_LINE in " ".join(text for text, _ in texts.values())
    assert not attack.marker.exists()
