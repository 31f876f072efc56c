"""A visitor of the site: a window that remembers everything a page must not do."""

from __future__ import annotations

import json
import re
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from browser.website import BARE, Website
from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    Locator,
    Page,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

from scripts.browser import NONE_FOUND, find_browser, find_quick_browser

_WITHOUT = (
    # Two pages of the browser's own for every window, which cost more than most of ours.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # A new frame in the engine for every page that is gone to: a tenth of the time of a page.
    "RenderDocument",
    # Playwright's own list, which this one replaces, as far as it matters here.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
)
QUIET = (
    "--no-sandbox",
    # A process less, and a quicker start of the others.
    "--no-zygote",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    f"--disable-features={','.join(_WITHOUT)}",
    "--disable-sync",
    "--no-first-run",
    # No name of another host is ever resolved: what a page asks for elsewhere fails and is heard, and leaves no trace.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    # A camera and a microphone that every machine has; a page gets them only where a visitor permits it. Each picture
    # is drawn by the processor: the fewest that can be had.
    "--use-fake-device-for-media-stream=fps=5",
)
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}
TABLET: ViewportSize = {"width": 768, "height": 1024}
LAPTOP: ViewportSize = {"width": 1440, "height": 900}

_LOOKS: dict[str, Any] = {
    "viewport": LAPTOP, "color_scheme": "light", "reduced_motion": "reduce", "forced_colors": "none",
}  # fmt: skip
"""What can be changed in a window, and how it is if nobody asks for something else."""
_VISITS = 60
_WAITING = 5
_PATIENCE_SECONDS = 20
_TICK_MS = 100
_STRIDE = 10
_STRIDES = 15
expect.set_options(timeout=1000 * _PATIENCE_SECONDS)  # A busy machine is no failure.
_FORGET = """async () => {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name } of await indexedDB.databases()) {
    await new Promise((done) => { indexedDB.deleteDatabase(name).onsuccess = done; });
  }
}"""
_SETTLED = """async () => {
  await import("/javascripts/frame/scrolling.mjs");
  for (const _ of "two") await new Promise((drawn) => { requestAnimationFrame(drawn); });
}"""
# From where it is, the key leads no further.
_STOP_THERE = """(place, key) => {
  removeEventListener("keydown", window.stopThere, true);
  window.stopThere = (event) => {
    if (event.key !== key || document.activeElement !== place) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const isThere = document.activeElement === place;
  if (!isThere) addEventListener("keydown", stopThere, true);
  return isThere;
}"""

_MOUNTED = """async () => {
  const root = new URL(document.documentElement.dataset.root.replace(/\\/?$/, "/"), location.href);
  await (await import(new URL("javascripts/generalprobe.mjs", root))).mounted;
}"""
# The lightest text of a drawing, as luminance from 0 to 255.
TEXT_LUMINANCE = """(svg) => Math.round(Math.max(...[...svg.querySelectorAll("text")].map((text) => {
  const [red, green, blue] = getComputedStyle(text).fill.match(/[\\d.]+/g).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
})))"""


@contextmanager
def launched() -> Iterator[Browser]:
    """Run the quickest browser that `scripts/browser.py` finds."""
    with sync_playwright() as playwright:
        browser = _launch(playwright.chromium, find_quick_browser())
        yield browser
        browser.close()


def _launch(kind: BrowserType, found: Path | None) -> Browser:
    assert found, NONE_FOUND
    return kind.launch(executable_path=found, args=list(QUIET))


def opened(page: Page, address: str) -> Page:
    """Go to an address and wait until the modules of its page are mounted; before that, what one does is lost."""
    page.goto(address)
    page.evaluate(_MOUNTED)
    return page


def opened_beside(page: Page, address: str) -> Page:
    """The same in another tab of the window."""
    return opened(page.context.new_page(), address)


def reloaded(page: Page) -> Page:
    """Load the page again, and wait for its modules too."""
    page.reload()
    page.evaluate(_MOUNTED)
    return page


def resize(page: Page, size: ViewportSize) -> None:
    """And wait for what scripts do about it."""
    if page.viewport_size != size:
        page.set_viewport_size(size)
    settle(page)


def settle(page: Page) -> None:
    """Wait until what follows from a new size, or from an answer that was fetched, is drawn."""
    page.evaluate(_SETTLED)


def tab(page: Page, times: int, key: str = "Tab") -> None:
    """Hold a key until it was pressed so often; one message for all, as each takes as long as the key."""
    page.keyboard.press("+".join([key] + (times - 1) * [key.split("+")[-1]]))


def tab_to(place: Locator, key: str = "Tab") -> Locator:
    """Go to a place by this key alone, which leads no further there."""
    expect(place).to_be_visible()
    for _ in range(_STRIDES):
        if place.evaluate(_STOP_THERE, key.split("+")[-1]):
            return place
        tab(place.page, _STRIDE, key)
    raise AssertionError(f"{place} is not reached by {key}")


def tick_until(window: Page, expectation: Callable[..., None], *arguments: Any) -> None:
    """Move a clock that stands still, until what is expected is seen: `tick_until(page, expect(…).to_have_text, "…")`.

    What comes from another tab, from storage, a channel or a worker may come after any one tick, and then set a timer.
    """
    end = time.monotonic() + _PATIENCE_SECONDS
    while True:
        window.clock.run_for(_TICK_MS)
        try:
            expectation(*arguments, timeout=_TICK_MS)
        except AssertionError:
            if time.monotonic() > end:
                raise
        else:
            return


def wait_until(page: Page, read: Callable[[], Any], wanted: Any) -> None:
    """Read again and again until it is what is wanted; for what no locator can expect."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while (found := read()) != wanted and time.monotonic() < end:
        page.wait_for_timeout(_TICK_MS / 2)
    assert found == wanted


@dataclass
class Window:
    """A page in a context of its own, and how to take back what its visitor has changed."""

    context: BrowserContext
    page: Page
    kind: str
    visits: int = 0
    undo: list[Callable[[], None]] = field(default_factory=list)


class Windows:
    """Windows of a browser, which visitors hand on: a new one, with an empty cache, costs what three pages do."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._left: list[Window] = []

    @cached_property
    def _with_devices(self) -> Browser:
        """A whole browser: without an interface, no page gets a microphone or a camera."""
        return _launch(self._browser.browser_type, find_browser())

    def take(self, site: Website, *, clock: bool, devices: bool = False, **options: Any) -> Window:
        """One of this kind that was left, emptied, or a new one; a clock that has been set never leaves its window."""
        look = {name: options.pop(name, usual) for name, usual in _LOOKS.items()}
        kind = json.dumps([site.url, clock, devices, options], sort_keys=True)
        window = next((each for each in self._left if each.kind == kind), None)
        if window:
            self._left.remove(window)
            _empty(window, site)
        else:
            browser = self._with_devices if devices else self._browser
            context = browser.new_context(base_url=site.url, **options)
            window = Window(context, context.new_page(), kind)
        if window.page.viewport_size != (size := look.pop("viewport")):
            window.page.set_viewport_size(size)
        window.page.emulate_media(media="null", **look)
        return window

    def leave(self, window: Window) -> None:
        """Take back what has been changed; of the windows that wait, few are kept, and none for ever."""
        while window.undo:
            window.undo.pop()()
        window.visits += 1
        self._left.append(window)
        if window.page.is_closed() or window.visits == _VISITS:
            self._left.pop().context.close()
        elif len(self._left) > _WAITING:
            self._left.pop(0).context.close()

    def close(self) -> None:
        """Close those that are left."""
        while self._left:
            self._left.pop().context.close()
        if "_with_devices" in vars(self):
            self._with_devices.close()


def _empty(window: Window, site: Website) -> None:
    """Delete what the pages have stored, after what they store as they go."""
    for page in window.context.pages:
        if page != window.page:
            page.close()
    window.context.unroute_all(behavior="ignoreErrors")
    window.page.unroute_all(behavior="ignoreErrors")
    window.context.clear_cookies()
    window.page.goto(f"{site.url}{BARE}", wait_until="commit")
    window.page.evaluate(_FORGET)
    window.page.mouse.move(-1, -1)


class Visitor:
    """Visits pages of a website in one window, whose clock starts at `now` (a time, or seconds) where that is given.

    `complaints` collects failed requests, to elsewhere too, errors and warnings on the console, and dialogs;
    `refused` the requests that the page's own policy has kept the browser from sending. Who `overhears` has all
    `requests`: to hear of each takes a quarter of the time of every page.
    """

    def __init__(
        self, windows: Windows, site: Website, *, now: datetime | float | None = None, overhears: bool = False,
        devices: bool = False, **options: Any,
    ) -> None:  # fmt: skip
        self.site = site
        self.complaints: list[str] = []
        self.refused: list[str] = []
        self._requests: list[str] | None = [] if overhears else None
        self._windows = windows
        self._window = windows.take(site, clock=now is not None, devices=devices, locale="de-DE", **options)
        self.context, self.page = self._window.context, self._window.page
        self._listen()
        if now is not None:
            self.context.clock.install(time=now)
            self.context.clock.resume()  # The visitor before may have stopped it.

    @property
    def requests(self) -> list[str]:
        """The addresses of all that was asked for, from the browser's own store too."""
        assert self._requests is not None, "a visitor has to be told to overhear"
        return self._requests

    def open(self, address: str = "") -> Page:
        """Go to a page and wait until its modules are mounted."""
        return opened(self.page, address)

    def bare(self) -> Page:
        """Go to where the site stores and none of its pages runs: in a tenth of the time, to store something first."""
        self.page.goto(BARE)
        return self.page

    def before(self, script: str) -> None:
        """Run a script before those of each page that is opened from now on."""
        self._window.undo.append(self.context.add_init_script(script).close)

    def permit(self, *names: str) -> None:
        """Let the pages use what they ask for, such as `microphone`, until the window is left."""
        self._window.undo.append(self.context.clear_permissions)
        self.context.grant_permissions(list(names))

    def close(self) -> None:
        """Leave the window; nobody is interested in what its pages still ask for."""
        self._windows.leave(self._window)

    def _listen(self) -> None:
        if self._requests is not None:
            self._hear("request", lambda request: self.requests.append(request.url))
        self._hear("requestfailed", self._on_failure)
        self._hear("weberror", lambda error: self._complain(f"uncaught: {error.error}"))
        self._hear("console", self._on_console)
        self._hear("dialog", self._on_dialog)

    def _hear(self, event: Any, ear: Callable[[Any], None]) -> None:
        self.context.on(event, ear)
        self._window.undo.append(lambda: self.context.remove_listener(event, ear))

    def _on_failure(self, request: Request) -> None:
        if request.failure == "csp":
            self.refused.append(request.url)
        # Aborted is what a page still wants when the visitor has gone on.
        elif request.failure != "net::ERR_ABORTED":
            self._complain(f"failed: {request.url} ({request.failure})")

    # The console says too which requests were answered with a mistake.
    def _on_console(self, message: Any) -> None:
        if message.type in ("error", "warning", "assert"):
            self._complain(f"console: {message.text} {message.location['url']}".rstrip())

    def _on_dialog(self, dialog: Any) -> None:
        self._complain(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _complain(self, complaint: str) -> None:
        self.complaints.append(f"{complaint} (on {self.page.url})")


def letters(pdf: bytes) -> int:
    """How many letters a PDF shows: Chromium writes each as four hexadecimal digits."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    texts = (zlib.decompressobj().decompress(each) for each in streams if each[:1] == b"x")
    return sum(len(run) // 4 for text in texts if b"BT" in text for run in re.findall(rb"<([0-9A-Fa-f]+)>", text))
