"""What devices keep of a site: all of it as far as there is room, the most important first, by what each file is."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Any

import pytest
from samples import ROOT

from generalprobe import offline
from generalprobe.reading.settings import read_settings
from scripts.build import keep_offline

SEARCH = ("pagefind/pagefind.js", "pagefind/index/a.pf_index")
PAGES = {
    "": "Start",
    "lernen/": "Lernen",
    "nachschlagen/glossar/": "Glossar",
    "ueben/heute/": "Heute",
    "buehne/": "Bühne",
    "fallstudien/drucker/": "Drucker",
    "fallstudien/drucker/fragen/": "Fragen",
    "fallstudien/router/": "Router &amp; Netz",
    "trainer/": "Trainer",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A finished site of a few pages, each of which weighs about 400 bytes compressed."""
    for address, title in PAGES.items():
        shown = '<img src="../../images/netz.svg">' if "fallstudien/" in address else ""
        meta = f'<meta property="og:title" content="{title}">'
        page = f'<html lang="de" data-root="..">{meta}<h1>{title}</h1>{shown}{_noise(address)}'
        _write(tmp_path / address / "index.html", page)
    for path in ("404.html", "sitemap.xml", "herunterladen/karten.apkg", "javascripts/vendor/yaml/LICENSE", "a.map"):
        _write(tmp_path / path, "x")
    for path in ("fallstudien/drucker/vortrag.json", "images/netz.svg", "images/plakat.png", "javascripts/a.mjs"):
        _write(tmp_path / path, _noise(path))
    for path in (*SEARCH, "javascripts/vendor/pdfjs-dist/pdf.mjs"):
        _write(tmp_path / path, _noise(path))
    for address in PAGES:
        fragment = b"pagefind_dcd" + json.dumps({"url": f"/{address}", "content": ""}).encode()
        file = tmp_path / "pagefind" / "fragment" / f"{address.replace('/', '-')}de.pf_fragment"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(gzip.compress(fragment))
    return tmp_path


def _noise(text: str) -> str:
    return "".join(hashlib.sha256(f"{text}{turn}".encode()).hexdigest() for turn in range(10))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _addresses(rows: list[Any]) -> set[str]:
    return {address for address, _, _ in rows}


def test_with_room_every_page_is_kept_and_what_nobody_needs_is_not(site: Path) -> None:
    found = offline.offline_list(site)
    core = _addresses(found["core"])
    assert set(PAGES) <= core
    assert {*SEARCH, "javascripts/a.mjs", "images/netz.svg", "fallstudien/drucker/vortrag.json"} <= core
    assert len([address for address in core if address.startswith("pagefind/fragment/")]) == len(PAGES)
    assert found["cases"] == {}
    assert _addresses(found["rest"]) == {"images/plakat.png", "javascripts/vendor/pdfjs-dist/pdf.mjs"}


def test_each_file_has_the_hash_of_what_is_in_it(site: Path) -> None:
    for address, hash, size in offline.offline_list(site)["core"]:
        content = offline.file_of(site, address).read_bytes()
        assert hash == urlsafe_b64encode(hashlib.sha256(content).digest())[:12].decode()
        assert size == len(content)


def test_what_matters_most_is_kept_first_and_a_case_study_whole_or_not_at_all(site: Path) -> None:
    """Each case study that is left out can be taken along, with its questions, its talk and its pictures."""
    found = offline.offline_list(site, most=3_300)
    core = _addresses(found["core"])
    assert {"", "javascripts/a.mjs", "lernen/", "nachschlagen/glossar/", "ueben/heute/", "buehne/"} <= core
    assert not [address for address in core if address.startswith("fallstudien/")]
    assert set(found["cases"]) == {"fallstudien/drucker/", "fallstudien/router/"}
    drucker, router = found["cases"].values()
    assert _addresses(drucker["files"]) == {
        *("fallstudien/drucker/", "fallstudien/drucker/fragen/", "fallstudien/drucker/vortrag.json"),
        *("images/netz.svg", "pagefind/fragment/fallstudien-drucker-de.pf_fragment"),
        "pagefind/fragment/fallstudien-drucker-fragen-de.pf_fragment",
    }
    assert router["title"] == "Router & Netz"
    assert 0 < router["packed"] < drucker["packed"] < 3_300


@pytest.mark.parametrize("most", [0, 1_500, 4_000, 10**9])
def test_nothing_is_forgotten_and_no_more_kept_than_there_is_room(site: Path, most: int) -> None:
    found = offline.offline_list(site, most, most_search=most)
    named = [found["core"], found["rest"], *(case["files"] for case in found["cases"].values())]
    assert {address for rows in named for address in _addresses(rows)} == {*PAGES, *_others(site)}
    packed = [len(gzip.compress(offline.file_of(site, address).read_bytes())) for address in _addresses(found["core"])]
    assert sum(packed) <= 2 * most + 20 * len(packed)  # A file's own head is no part of what is counted.


def _others(site: Path) -> set[str]:
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    never = r".*\.html|sitemap\.xml|herunterladen/.*|.*LICENSE|.*\.map"
    return {file for file in files if not re.fullmatch(never, file)}


def test_without_room_for_its_index_nothing_of_the_search_is_kept(site: Path) -> None:
    core = _addresses(offline.offline_list(site, most_search=100)["core"])
    assert not [address for address in core if address.startswith("pagefind/")]


def test_the_worker_is_another_one_after_a_change_of_a_byte_and_the_same_without(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GENERALPROBE_OFFLINE", "true")
    workers = []
    for change in ("", "", "!"):
        page = site / "lernen" / "index.html"
        page.write_text(page.read_text("utf-8").replace(" data-offline", "") + change, encoding="utf-8")
        for file in site.rglob("*.html"):
            file.write_text(file.read_text("utf-8").replace(" data-offline", ""), encoding="utf-8")
        keep_offline(site, ROOT)
        workers.append((site / offline.WORKER_FILE).read_text("utf-8"))
    first, again, changed = workers
    assert first == again != changed
    version = offline.short_hash((site / offline.LIST_FILE).read_bytes())
    assert changed.startswith(f'self.VERSION="{version}";\n')
    assert "import" not in changed
    assert ' data-root=".." data-offline>' in (site / "index.html").read_text("utf-8")


def test_a_site_that_is_switched_off_has_a_worker_that_only_clears_away(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GENERALPROBE_OFFLINE", "false")
    assert read_settings(ROOT).offline is False
    keep_offline(site, ROOT)
    farewell = ROOT / "docs" / offline.SCRIPTS / offline.FAREWELL_SOURCE
    assert (site / offline.WORKER_FILE).read_bytes() == farewell.read_bytes()
    assert not (site / offline.LIST_FILE).exists()
    assert "data-offline" not in (site / "index.html").read_text("utf-8")


def test_without_the_tool_the_site_is_built_and_it_is_said(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GENERALPROBE_OFFLINE", "true")
    monkeypatch.setattr("scripts.build._run_esbuild", lambda *_: False)
    keep_offline(site, ROOT)
    assert "Die Website geht nicht ohne Netz" in capsys.readouterr().err
    assert "unregister" in (site / offline.WORKER_FILE).read_text("utf-8")
    assert not (site / offline.LIST_FILE).exists()


def test_what_clears_away_stands_alone_and_knows_the_cache_by_its_name() -> None:
    text = (ROOT / "docs" / offline.SCRIPTS / offline.FAREWELL_SOURCE).read_text("utf-8")
    assert not re.search(r"^(?:import|export)\b", text, re.MULTILINE)
    assert '`generalprobe:${new URL(worker.registration.scope).pathname.replaceAll(":", "%3A")}:offline`' in text
