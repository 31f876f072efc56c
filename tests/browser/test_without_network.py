"""The site without a network: all of it after one visit, one version at a time, nothing half whatever happens."""

from __future__ import annotations

import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.on_device import COMING, FILES, LOOK, REGISTERED, asked, kept, look_until, stop_workers, versions, visited
from browser.practising import ASKS_ONE, grade_button, place_said, show_answer
from browser.unsteady import SCRIPTS, Server, published_copy, running
from browser.visitor import opened, opened_beside, reloaded, wait_until
from browser.website import Website
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generalprobe import offline

LAZY = "javascripts/frame/finding.mjs"
"""What a page imports only when somebody searches."""
_IS_NEW = "async (address) => { await import(address); return Boolean(globalThis.isNew); }"


@pytest.fixture(scope="module")
def built(site: Website, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site as a build publishes it, to be kept on devices."""
    return published_copy(site.folder, tmp_path_factory.mktemp("offline") / "site")


@pytest.fixture(scope="module")
def fewer(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Without much of what is not visited here: each visit takes in all that there is."""
    left_out = ("pagefind", "trainer", "herunterladen", "pdfjs-dist", "mein-vortrag", "drei-diagramme", "*.png")
    folder = tmp_path_factory.mktemp("fewer") / "site"
    shutil.copytree(built, folder, ignore=shutil.ignore_patterns(*left_out))
    for lesson in (folder / "lernen").iterdir():
        if lesson.is_dir() and lesson.name != "eskalation":
            shutil.rmtree(lesson)
    return folder


@pytest.fixture
def server(fewer: Path, tmp_path: Path) -> Iterator[Server]:
    """A server whose files a test may change."""
    with running(shutil.copytree(fewer, tmp_path / "site")) as server:
        server.seal()
        yield server


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A device that knows nothing yet."""
    context = chromium.new_context(locale="de-DE", service_workers="allow", reduced_motion="reduce")
    yield context
    context.close()


def _heading(page: Page) -> Any:
    return page.locator("main h1")


def test_every_page_is_there_after_one_visit_and_what_is_not_says_so(
    context: BrowserContext, built: Path, tmp_path: Path
) -> None:
    """Below a path, from another page than the first; one goes on from what is missing, and finds."""
    (tmp_path / "kurs").symlink_to(built)
    with running(tmp_path, "kurs/") as server:
        page = visited(context, server, "lernen/eskalation/")
        expect(page.locator("html[data-offline]")).to_have_count(1)
        assert page.evaluate("caches.keys()") == ["generalprobe:/kurs/:offline"]
        assert not [path for path in page.evaluate(FILES) if not path.startswith("/kurs/.offline/")]
        server.dead = True
        pages = [path for path in Website(built, "").addresses if path != "404.html"]
        answered = page.evaluate(
            "(pages) => Promise.all(pages.map(async (page) => [page, (await fetch(page)).status]))",
            [f"/kurs/{path}" for path in pages],
        )
        assert [page for page, status in answered if status != 200] == []
        assert len(answered) > 40
        opened(page, f"{server.url}lernen")
        assert page.url == f"{server.url}lernen/"
        opened(page, f"{server.url}buehne/index.html?fall=service-recovery")
        expect(page.get_by_role("button", name="Probe starten")).to_be_visible()
        answer = page.goto(f"{server.url}gibt/es/nicht/")
        assert answer and answer.status == 503
        expect(_heading(page)).to_contain_text("Diese Seite ist nicht auf dem Gerät")
        page.get_by_role("link", name="Heute üben").first.click()
        expect(_heading(page)).to_have_text(re.compile("Heute üben|Heute"))
        reloaded(page).keyboard.press("Control+k")
        page.get_by_role("searchbox").fill("Eskalation")
        expect(page.locator(".gp-search__results a").first).to_be_visible()


def test_what_was_begun_with_a_network_ends_without_one(context: BrowserContext, server: Server) -> None:
    """A round of today's cards, a rehearsal, and a mock exam that was reloaded too."""
    page = visited(context, server, "ueben/heute/")
    rehearsed = opened_beside(page, f"{server.url}buehne/?fall=service-recovery")
    examined = opened_beside(page, f"{server.url}pruefung/?fall=service-recovery")
    page.get_by_role("button", name="Los geht").click()
    expect(place_said(page)).to_have_text(re.compile("^Frage 1 von "))
    rehearsed.locator("input[name=way][value=clock]").check()
    rehearsed.get_by_role("button", name="Probe starten").click()
    rehearsed.locator(".gp-stage").wait_for()
    examined.get_by_role("button", name="Probeprüfung beginnen").click()
    expect(examined.get_by_role("heading", name="Ist alles bereit?")).to_be_visible()
    server.dead = True
    show_answer(page)
    grade_button(page, "Gut").click()
    expect(place_said(page)).to_have_text(re.compile("^Frage 2 von "))
    for key in ("End", "PageDown"):
        rehearsed.keyboard.press(key)
    rehearsed.get_by_role("dialog").get_by_role("button", name="Beenden").click()
    expect(rehearsed.locator(".gp-end")).to_be_visible()
    examined.evaluate(ASKS_ONE)
    reloaded(examined)
    examined.get_by_role("button", name="Weiter, das war eine Unterbrechung").click()
    for name in ("Abbrechen", "Fachgespräch wirklich beenden?"):
        examined.get_by_role("button", name=name).click()
    expect(examined.get_by_role("heading", name="Bewerte dich zuerst selbst")).to_be_visible()


def test_what_breaks_leaves_nothing_half_and_the_next_visit_goes_on(context: BrowserContext, server: Server) -> None:
    """The server is killed while the site is taken in; later one changed file is not to be had.

    What a browser has taken away comes again, and a server that is empty for a moment takes nothing away.
    """
    server.dies_after = 60
    page = opened(context.new_page(), server.url)
    wait_until(page, lambda: server.dead, True)
    wait_until(page, lambda: page.evaluate(REGISTERED), False)
    assert versions(page) == []
    before = len([path for path in page.evaluate(FILES) if "/files/" in path])
    assert before > 20
    server.dead, server.dies_after = False, None
    server.fetched()
    kept(reloaded(page))
    assert len(versions(page)) == 1
    files = len([path for path in page.evaluate(FILES) if "/files/" in path])
    assert len(server.fetched()) <= files - before + 5  # The page itself is asked for anew.
    page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    reloaded(page)
    wait_until(page, lambda: len(versions(page)), 1)
    server.broken.add("/lernen/")
    server.edit("lernen/index.html", "</h1>", " anders</h1>")
    server.seal()
    look_until(page, lambda: "/lernen/" in server.asked)
    wait_until(page, lambda: page.evaluate(COMING), False)
    opened(page, f"{server.url}lernen/")
    expect(_heading(page)).not_to_contain_text("anders")
    server.broken.clear()
    wait_until(page, lambda: page.evaluate(LOOK), True)
    server.empty = True
    server.fetched()
    reloaded(page)
    wait_until(page, lambda: "/" in server.asked, True)  # Whether there is a site at all.
    assert versions(page)


def test_a_new_version_comes_when_somebody_agrees_and_other_tabs_go_on_with_theirs(
    context: BrowserContext, server: Server
) -> None:
    """Only what has changed is fetched; where one speaks nobody is asked; a stopped worker knows who runs on what.

    Who agrees may have loaded the page past the worker.
    """
    page = visited(context, server)
    other = opened_beside(page, f"{server.url}nachschlagen/glossar/")
    stage = opened_beside(page, f"{server.url}buehne/")
    server.fetched()
    server.edit("lernen/index.html", "</h1>", " anders</h1>")
    with (server.folder / LAZY).open("a", encoding="utf-8") as module:
        module.write(";globalThis.isNew = true;")
    server.seal()
    wait_until(page, lambda: page.evaluate(LOOK), True)
    assert sorted(server.fetched()) == [f"/{LAZY}", "/lernen/"]
    expect(stage.get_by_role("button", name="Neu laden")).to_have_count(0)
    opened(page, f"{server.url}lernen/")
    expect(_heading(page)).not_to_contain_text("anders")
    with page.expect_navigation():
        page.context.new_cdp_session(page).send("Page.reload", {"ignoreCache": True})
    assert page.evaluate("navigator.serviceWorker.controller === null")
    with page.expect_navigation():
        page.get_by_role("button", name="Neu laden").click()
    server.fetched()
    expect(_heading(page)).to_contain_text("anders")
    expect(other.get_by_role("button", name="Neu laden")).to_have_count(0)
    stop_workers(page)
    assert other.evaluate(_IS_NEW, f"/{LAZY}") is False
    assert page.evaluate(_IS_NEW, f"/{LAZY}") is True
    assert len(versions(page)) == 2
    other.close()
    stage.close()
    wait_until(page, lambda: len(versions(reloaded(page))), 1)
    assert server.fetched() == []


def test_a_page_that_is_not_on_the_device_comes_with_modules_of_its_own_version(
    context: BrowserContext, server: Server
) -> None:
    """The server has a newer one already: nothing of the older one gets into it; what was visited is there offline."""
    server.seal(most=0, most_search=0)
    page = visited(context, server)
    opened(page, f"{server.url}lernen/")
    (server.folder / LAZY).write_text("globalThis.isNew = true;", encoding="utf-8")
    server.edit("lernen/eskalation/index.html", "</h1>", " anders</h1>")
    server.fetched()
    opened(page, f"{server.url}lernen/eskalation/")
    expect(_heading(page)).to_contain_text("anders")
    assert "/javascripts/generalprobe.mjs" in server.fetched()
    stop_workers(page)
    assert page.evaluate(_IS_NEW, f"/{LAZY}") is True
    server.dead = True
    opened(page, f"{server.url}lernen/")
    expect(_heading(page)).to_be_visible()


def test_without_room_the_old_version_stays_and_it_is_said(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    room = {"origin": server.url.rstrip("/")}
    devtools.send("Storage.overrideQuotaForOrigin", {**room, "quotaSize": 300_000})
    opened(page, f"{server.url}datenschutz/")
    expect(page.get_by_text("kein Platz")).to_be_visible()
    expect(page.get_by_role("button", name="Auf das Gerät nehmen")).to_be_visible()
    wait_until(page, lambda: page.evaluate(FILES), [])
    devtools.send("Storage.overrideQuotaForOrigin", room)
    kept(reloaded(page))
    expect(page.get_by_text("Grundstock", exact=True)).to_be_visible()
    [version] = versions(page)
    devtools.send("Storage.overrideQuotaForOrigin", {**room, "quotaSize": 1000})
    server.edit("lernen/index.html", "</h1>", " anders</h1>")
    server.seal()
    look_until(page, lambda: page.get_by_text("kein Platz").is_visible())
    assert versions(page) == [version]


@pytest.mark.parametrize("is_off", [True, False], ids=["switched off", "removed"])
def test_a_site_that_keeps_nothing_any_more_clears_away(context: BrowserContext, server: Server, is_off: bool) -> None:
    """Its operator has switched it off, or its worker is gone, as where a preview has taken its place."""
    server.seal(most=0, most_search=0)
    page = visited(context, server)
    worker = server.folder / offline.WORKER_FILE
    if is_off:
        shutil.copyfile(SCRIPTS / "offline" / offline.FAREWELL_SOURCE, worker)
        for file in server.folder.rglob("*.html"):
            file.write_text(file.read_text(encoding="utf-8").replace(" data-offline", ""), encoding="utf-8")
    else:
        worker.unlink()
    page.reload()
    wait_until(page, lambda: asked(page, "caches.keys()"), [])
    wait_until(page, lambda: asked(page, REGISTERED), False)


def test_two_copies_of_one_origin_are_kept_apart(context: BrowserContext, server: Server) -> None:
    """The upper one's worker would answer for the lower one too, which comes onto the device and goes by itself.

    Who takes it off may change their mind at once.
    """
    shutil.copytree(server.folder, server.folder / "kurs")
    page = visited(context, server)
    opened(page, f"{server.url}kurs/datenschutz/")
    kept = page.locator(".gp-kept__item")
    expect(kept).to_have_count(1)
    kept.get_by_role("button").click()
    page.get_by_role("button", name="Auf das Gerät nehmen").click()
    expect(page.get_by_text("Die Website liegt auf dem Gerät.")).to_be_visible()
    expect(kept).to_have_count(1)
    assert sorted(page.evaluate("caches.keys()")) == ["generalprobe:/:offline", "generalprobe:/kurs/:offline"]
    server.dead = True
    for address in ("lernen/", "kurs/lernen/"):
        opened(page, f"{server.url}{address}")
        expect(_heading(page)).to_contain_text("Lernen")


def test_a_case_study_is_taken_along_and_goes_again(context: BrowserContext, server: Server) -> None:
    """On its page and on „Datenschutz“, where all goes too and stays away until it is wanted."""
    server.seal(most=_without_cases(server.folder))
    page = visited(context, server, "fallstudien/")
    page.evaluate("dispatchEvent(new Event('offline'))")
    expect(page.get_by_text("(nicht auf dem Gerät)")).not_to_have_count(0)
    opened(page, f"{server.url}fallstudien/service-recovery/")
    page.get_by_role("button", name="Diese Fallstudie mitnehmen").click()
    expect(page.get_by_role("button", name="Vom Gerät nehmen")).to_be_focused()
    server.dead = True
    opened(page, f"{server.url}fallstudien/service-recovery/fragen/")
    expect(place_said(page)).to_have_text(re.compile("^Frage 1 von "))
    opened(page, f"{server.url}buehne/?fall=service-recovery")
    expect(page.get_by_role("button", name="Probe starten")).to_be_visible()
    server.dead = False
    opened(page, f"{server.url}datenschutz/")
    kept = page.locator(".gp-kept__item")
    case = kept.filter(has=page.get_by_role("link"))
    case.get_by_role("button").click()
    expect(case).to_have_count(0)
    page.get_by_role("button", name="Rückgängig").click()
    expect(case).to_have_count(1)
    kept.first.get_by_role("button").click()
    expect(page.get_by_text("liegt nicht mehr auf dem Gerät")).to_be_visible()
    assert page.evaluate("caches.keys()") == []
    opened(page, f"{server.url}datenschutz/")
    expect(page.get_by_text("Die Website liegt nicht auf dem Gerät")).to_be_visible()
    page.get_by_role("button", name="Auf das Gerät nehmen").click()
    expect(kept).to_have_count(1)
    page.locator("[data-erase]").click()
    page.locator("[data-erase]").click()
    expect(page.get_by_text("Alles gelöscht.")).to_be_visible()
    expect(page.get_by_text("Die Website liegt nicht auf dem Gerät")).to_be_visible()
    expect(kept).to_have_count(0)
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate(REGISTERED) is False


def _without_cases(folder: Path) -> int:
    """What everything weighs that matters more than case studies."""
    rows = offline.offline_list(folder, most=10**9)["core"]
    before = [address for address, _, _ in rows if not re.match(r"(?:fallstudien/.|trainer|pagefind|images/)", address)]
    return sum(len(zlib.compress(offline.file_of(folder, address).read_bytes())) for address in before)
