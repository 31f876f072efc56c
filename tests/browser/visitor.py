"""A visitor of the site: a window that remembers everything a page must not do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from browser.website import Website
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, ViewportSize, sync_playwright

from scripts.browser import NONE_FOUND, find_browser

_WITHOUT = (
    # Two pages of the browser's own for every window, which cost more than most of ours.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
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
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    f"--disable-features={','.join(_WITHOUT)}",
    "--disable-sync",
    "--no-first-run",
    # No name of another host is ever resolved: what a page asks for elsewhere fails and is seen, and leaves no trace.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}
TABLET: ViewportSize = {"width": 768, "height": 1024}
LAPTOP: ViewportSize = {"width": 1440, "height": 900}

_MOUNTED = "async () => { await (await import('/javascripts/generalprobe.mjs')).mounted; }"
# The lightest text of a drawing, as luminance from 0 to 255.
TEXT_LUMINANCE = """(svg) => Math.round(Math.max(...[...svg.querySelectorAll("text")].map((text) => {
  const [red, green, blue] = getComputedStyle(text).fill.match(/[\\d.]+/g).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
})))"""


@contextmanager
def launched() -> Iterator[Browser]:
    """Run the browser that `scripts/browser.py` finds."""
    found = find_browser()
    assert found, NONE_FOUND
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


class Visitor:
    """Visits pages of a website in one window.

    `complaints` collects requests to elsewhere, failed requests, errors and warnings on the console, and dialogs;
    `refused` the requests that the page's own policy has kept the browser from sending.
    """

    def __init__(self, browser: Browser, site: Website, **options: Any) -> None:
        self.site = site
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.refused: list[str] = []
        settings = {"locale": "de-DE", "reduced_motion": "reduce", "viewport": LAPTOP, **options}
        self.context = browser.new_context(base_url=site.url, **settings)
        self.page = self.context.new_page()
        self._listen(self.context)

    def open(self, address: str = "") -> Page:
        """Go to a page and wait until its modules are mounted."""
        self.page.goto(address)
        self.page.evaluate(_MOUNTED)
        return self.page

    def close(self) -> None:
        """Close the window; nobody is interested in what its pages still ask for."""
        self.context.close()

    def _listen(self, context: BrowserContext) -> None:
        context.on("request", self._on_request)
        context.on("response", self._on_response)
        context.on("requestfailed", self._on_failure)
        context.on("weberror", lambda error: self._complain(f"uncaught: {error.error}"))
        context.on("console", self._on_console)
        self.page.on("dialog", self._on_dialog)

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.site.url, "data:", "blob:")):
            self._complain(f"elsewhere: {request.url}")

    def _on_failure(self, request: Request) -> None:
        if request.failure == "csp":
            self.refused.append(request.url)
            self.complaints = [each for each in self.complaints if f"elsewhere: {request.url} " not in each]
        # Aborted is what a page still wants when the visitor has gone on.
        elif request.failure != "net::ERR_ABORTED":
            self._complain(f"failed: {request.url} ({request.failure})")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self._complain(f"{response.status}: {response.url}")

    def _on_console(self, message: Any) -> None:
        if message.type in ("error", "warning", "assert"):
            self._complain(f"console: {message.text}")

    def _on_dialog(self, dialog: Any) -> None:
        self._complain(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _complain(self, complaint: str) -> None:
        self.complaints.append(f"{complaint} (on {self.page.url})")
