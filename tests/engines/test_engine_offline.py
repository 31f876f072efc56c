"""Firefox and WebKit keep the site too: all of it without a network, one version at a time, and none when it has to go.

Both have service workers under their drivers. The workers are the browsers' own; only the server is ours.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser.unsteady import Server, published_copy, running
from browser.website import LAYOUTS, Website
from engines.conftest import LAPTOP
from engines.firefox import Firefox
from engines.webkit import WebKit
from engines.window import Window

LAZY = "javascripts/frame/finding.mjs"
"""What a page imports only when somebody searches."""
_KEPT = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return Boolean(registration?.active && !registration.installing && navigator.serviceWorker.controller);
}"""
_WAITING = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration.installing && !registration.waiting) await registration.update();
  return Boolean(registration.waiting);
}"""
_LEFT = "async () => [await caches.keys(), Boolean(await navigator.serviceWorker.getRegistration())]"
_MISSING = """async (addresses) => {
  const answers = await Promise.all(addresses.map(async (each) => [each, (await fetch(`/${each}`)).status]));
  return answers.filter(([, status]) => status !== 200);
}"""
_IS_NEW = "async (address) => { await import(address); return Boolean(globalThis.isNew); }"
_PRACTISED = "() => Object.keys(localStorage).filter((key) => key.includes(':progress:')).length"


@dataclass
class Device:
    """A window on a site, and the site's server."""

    window: Window
    server: Server

    def keep(self, address: str = "") -> None:
        """Visit the site, and wait until all of it is on the device."""
        self.window.open(address)
        self.window.wait(_KEPT)


@pytest.fixture(scope="module", params=[Firefox, WebKit], ids=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest, site: Website, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    window: Window = request.param(site, tmp_path_factory.mktemp("offline-profile"))
    window.resize(*LAPTOP)
    yield window
    window.close()


@pytest.fixture(scope="module")
def built(site: Website, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published_copy(site.folder, tmp_path_factory.mktemp("offline") / "site")


@pytest.fixture
def device(engine: Window, built: Path, tmp_path: Path) -> Iterator[Device]:
    """With a server of its own: a site of which the browser knows nothing yet."""
    with running(shutil.copytree(built, tmp_path / "site")) as server:
        engine.site = Website(server.folder, server.url)
        yield Device(engine, server)
        assert engine.complaints() == []


def test_every_page_comes_up_when_the_server_has_stopped(device: Device) -> None:
    """A page of each layout is mounted without a complaint, and one that is not there says so."""
    window = device.window
    device.keep("lernen/eskalation/")
    device.server.dead = True
    pages = [address for address in window.site.addresses if address != "404.html"]
    assert window.evaluate(_MISSING, pages) == []
    assert len(pages) > 40
    for address in LAYOUTS:
        if address != "404.html":
            window.open(address)
            assert window.complaints() == [], address
    window.open("gibt/es/nicht/")
    window.wait_for("main h1", "Diese Seite ist nicht auf dem Gerät")


def test_a_round_that_began_with_a_network_ends_without_one(device: Device) -> None:
    window = device.window
    device.keep("ueben/heute/")
    window.click(".gp-today button")
    window.wait_for(".gp-quiz__place", "Frage 1 von")
    device.server.dead = True
    for number in (1, 2):
        window.wait_for(".gp-quiz__place", f"Frage {number} von")
        window.click(".gp-current summary")
        window.click(".gp-current .gp-grade:nth-of-type(3)")
        window.wait(f"(number) => ({_PRACTISED})() === number", number)
    window.open("ueben/stand/")
    assert window.evaluate(_PRACTISED) == 2


def test_a_new_version_comes_when_somebody_agrees(device: Device) -> None:
    """A page and a module have changed: both are old before, and new after, also without a network."""
    window, server = device.window, device.server
    device.keep()
    server.fetched()
    with (server.folder / LAZY).open("a", encoding="utf-8") as module:
        module.write(";globalThis.isNew = true;")
    server.edit("lernen/index.html", "</h1>", " anders</h1>")
    server.seal()
    window.wait(_WAITING)
    assert sorted(server.fetched()) == [f"/{LAZY}", "/lernen/"]
    window.open("lernen/")
    assert "anders" not in window.evaluate("() => document.querySelector('main h1').innerText")
    assert window.evaluate(_IS_NEW, f"/{LAZY}") is False
    server.dead = True
    window.click("[data-news] .gp-button--primary")
    window.wait_for("main h1", "anders")
    window.wait("() => trial.mounted")
    assert window.evaluate(_IS_NEW, f"/{LAZY}") is True


def test_the_site_leaves_the_device(device: Device) -> None:
    """With „Vom Gerät nehmen“, and after it was taken back with „Alles löschen“; then no worker answers any more."""
    window = device.window
    device.keep("datenschutz/")
    window.click(".gp-kept__item button")
    window.wait_for("[data-part~=offline-kept]", "Die Website liegt nicht mehr auf dem Gerät.")
    assert window.evaluate(_LEFT) == [[], False]
    window.open("datenschutz/")
    window.click("[data-part~=offline-kept] .gp-actions button")
    window.wait_for(".gp-kept__item", "Grundstock")
    window.click("[data-erase]")
    window.click("[data-erase]")
    window.wait_for("main", "Alles gelöscht.")
    assert window.evaluate(_LEFT) == [[], False]
    window.open("impressum/")
    assert window.evaluate("() => navigator.serviceWorker.controller === null") is True
