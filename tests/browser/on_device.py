"""A page whose site lies on the device: what is asked of it, and what is waited for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from browser.unsteady import Server
from browser.visitor import opened, wait_until
from playwright.sync_api import BrowserContext, Error, Page

FILES = """async () => {
  const names = (await caches.keys()).filter((name) => name.endsWith(":offline"));
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map(({ url }) => new URL(url).pathname);
}"""
KEPT = """async () => {
  const { serviceWorker } = navigator;
  const kept = async () => {
    await serviceWorker.ready;
    if (serviceWorker.controller) return true;
    return new Promise((done) => serviceWorker.addEventListener("controllerchange", () => done(true)));
  };
  return Promise.race([kept(), new Promise((done) => setTimeout(done, 90_000, false))]);
}"""
"""A busy machine takes its time for hundreds of files."""
LOOK = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => {});
  return Boolean(registration.waiting);
}"""
COMING = "async () => Boolean((await navigator.serviceWorker.getRegistration())?.installing)"
REGISTERED = "async () => Boolean(await navigator.serviceWorker.getRegistration())"


def kept(page: Page) -> Page:
    """Wait until the site is on the device and the page belongs to it."""
    assert page.evaluate(KEPT)
    return page


def visited(context: BrowserContext, server: Server, address: str = "") -> Page:
    """A first visit, at the end of which the site is on the device."""
    return kept(opened(context.new_page(), f"{server.url}{address}"))


def look_until(page: Page, seen: Callable[[], bool]) -> None:
    """Have the browser look for a new version until something is seen; what it is just doing may have begun before."""
    wait_until(page, lambda: (page.evaluate(LOOK), seen())[1], True)


def asked(page: Page, script: str) -> Any:
    """What a page answers that may just be loading itself again; None while it does."""
    try:
        return page.evaluate(script)
    except Error:
        return None


def versions(page: Page) -> list[str]:
    """Which versions are on the device as a whole."""
    return [path for path in page.evaluate(FILES) if "/.offline/lists/" in path]


def stop_workers(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("ServiceWorker.enable")
    devtools.send("ServiceWorker.stopAllWorkers")
    devtools.detach()
