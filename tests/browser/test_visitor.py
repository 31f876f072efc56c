"""A window that is handed on keeps nothing of the visitor before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from browser.conftest import Visit
from browser.unsteady import running
from browser.visitor import LAPTOP, PHONE, Visitor, Windows, wait_until
from browser.website import BARE, Website
from playwright.sync_api import Browser, expect

CLOCK = 1_000_000
_STATE = """async () => ({
  stored: localStorage.length + sessionStorage.length + document.cookie.length + (await indexedDB.databases()).length,
  scripted: "scripted" in window,
  size: [innerWidth, innerHeight],
  matched: ["print", ...["color-scheme: dark", "reduced-motion: no-preference", "contrast: more"]
    .map((preference) => `(prefers-${preference})`), "(forced-colors: active)"]
    .filter((query) => matchMedia(query).matches),
  hovered: document.querySelectorAll("main :hover").length,
})"""
_STORE = """() => {
  localStorage.setItem("a", "1");
  sessionStorage.setItem("b", "2");
  document.cookie = "c=3";
  indexedDB.open("d");
}"""
_MISBEHAVE = """() => {
  const seen = (src) => new Promise((onerror) => { Object.assign(new Image(), { src, onerror }); });
  const pictures = ["https://evil.example/seen.png", "/seen.png"].map(seen);
  const others = [fetch("https://evil.example/fetched"), fetch("/fetched.json"), import("/run.mjs")];
  console.warn("so nicht");
  Promise.allSettled([...pictures, ...others]).then(() => location.assign("/visited/"));
}"""
_STORE_LATE = "() => addEventListener('pagehide', () => localStorage.setItem('late', '1'))"


def _upset(visit: Visitor) -> None:
    """Change all that a test can change in a window."""
    visit.before("window.scripted = true;")
    visit.context.route("**/*.css", lambda route: route.abort())
    visit.page.route("**/*.svg", lambda route: route.abort())
    page = visit.open()
    page.evaluate(_STORE)
    page.evaluate(_STORE_LATE)
    page.set_viewport_size(PHONE)
    page.emulate_media(media="print", color_scheme="dark", forced_colors="active", reduced_motion="no-preference")
    page.mouse.move(200, 300)
    page.context.new_page().goto("")


@pytest.fixture
def windows(chromium: Browser) -> Iterator[Windows]:
    """Windows that nobody has used: of those of all tests one may be thrown away after this visit."""
    windows = Windows(chromium)
    yield windows
    windows.close()


@pytest.mark.parametrize("now", [None, CLOCK])
def test_the_next_visitor_finds_a_window_like_a_new_one(windows: Windows, site: Website, now: int | None) -> None:
    """Nothing stored, intercepted, run before or left open; the size, the looks, the mouse and the clock as ever."""
    first = Visitor(windows, site, now=now)
    _upset(first)
    if now:
        first.page.clock.pause_at(now + 500)
        first.page.clock.set_fixed_time(now + 700)
    first.close()
    complained = len(first.complaints)
    second = Visitor(windows, site, now=now)
    page = second.open()
    assert page == first.page, "the window was not handed on"
    expected: dict[str, Any] = {"stored": 0, "scripted": False, "size": [LAPTOP["width"], LAPTOP["height"]]}
    assert page.evaluate(_STATE) == expected | {"matched": [], "hovered": 0}
    assert second.complaints == []
    assert len(first.complaints) == complained, "the first still hears"
    assert len(second.context.pages) == 1
    if now:
        assert 1000 * now <= page.evaluate("Date.now()") < 1000 * (now + 60)
        page.wait_for_function("(before) => Date.now() > before", arg=page.evaluate("Date.now()"))
    second.close()


def test_where_a_window_is_emptied_the_browser_looks_for_no_icon(visitor: Visit) -> None:
    """It would find none, and the next visitor would hear of it, sometimes."""
    visit = visitor()
    visit.page.goto(BARE)
    expect(visit.page.locator("link[rel=icon][href='data:,']")).to_be_attached()


def test_who_asks_for_a_head_can_go_on_asking(site: Website, tmp_path: Path) -> None:
    """For that of what is not there, and of what is, where a server can be broken."""
    there = len(site.added[BARE])
    assert _answers(site.url, ("HEAD", "/gibt-es-nicht"), ("GET", f"/{BARE}")) == [(404, 0), (200, there)]
    (tmp_path / "da.html").write_text("da", encoding="utf-8")
    with running(tmp_path) as server:
        assert _answers(server.url, ("HEAD", "/da.html"), ("GET", "/da.html")) == [(200, 0), (200, 2)]


def _answers(url: str, *requests: tuple[str, str]) -> list[tuple[int, int]]:
    """What one connection is answered: a status, and how many bytes."""
    with closing(HTTPConnection(urlsplit(url).netloc)) as connection:
        return [_answer(connection, *request) for request in requests]


def _answer(connection: HTTPConnection, method: str, address: str) -> tuple[int, int]:
    connection.request(method, address)
    answer = connection.getresponse()
    return answer.status, len(answer.read())


def test_what_a_page_must_not_do_is_heard(visitor: Visit) -> None:
    """Requests to elsewhere, what is not there, and warnings; all at once, and at last it leaves for nowhere."""
    visit = visitor()
    visit.page.goto(BARE)
    visit.page.evaluate(_MISBEHAVE)
    heard = [r"failed: https://evil\.example/fetched", r"failed: https://evil\.example/seen\.png", "console: so nicht"]
    heard += [rf"status of 404 .*/{name}" for name in (r"fetched\.json", r"seen\.png", r"run\.mjs", "visited/")]
    wait_until(visit.page, lambda: [each for each in heard if not re.search(each, "\n".join(visit.complaints))], [])
    visit.complaints.clear()


def test_a_clock_that_was_set_never_shows_in_a_window_without_one(visitor: Visit) -> None:
    """Two kinds of windows."""
    visitor(now=CLOCK).close()
    page = visitor().open()
    assert page.evaluate("Date.now()") > 1000 * CLOCK


def test_what_cannot_be_taken_back_is_asked_of_the_visitor() -> None:
    """Scripts that run before and clocks would stay in the window of all that follow."""
    files = [
        file for file in Path(__file__).parent.glob("*.py") if file.name not in ("visitor.py", Path(__file__).name)
    ]
    around = re.compile(r"\.add_init_script\(|clock\.install\(|\.expose_(?:binding|function)\(|\.grant_permissions\(")
    assert [file.name for file in files if around.search(file.read_text(encoding="utf-8"))] == []
