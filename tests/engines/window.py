"""One window of a browser, whichever engine it has: what every engine can do in the same words.

A visit looks like this:

    window.open("ueben/fragen/")
    window.click(".gp-current summary")
    window.press("3")
    assert window.evaluate("() => document.title") == "Fragenkatalog"
    assert window.complaints() == []
"""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

from browser.website import Website

ENTER, TAB, BACKSPACE, CONTROL, DELETE = "\ue007", "\ue004", "\ue003", "\ue009", "\ue017"
"""Keys without a letter, as WebDriver writes them."""
PATIENCE_SECONDS = 30
WATCH = """addEventListener("error", ({ message, target, filename, lineno }) => {
  const about = target === window ? `${message} (${filename}:${lineno})` : `not loaded: ${target.src ?? target.href}`;
  trial.complaints.push(about);
}, true);
addEventListener("unhandledrejection", ({ reason }) => trial.complaints.push(`rejected: ${reason}`));
addEventListener("securitypolicyviolation", ({ blockedURI }) => trial.complaints.push(`forbidden: ${blockedURI}`));
globalThis.trial = { complaints: [], mounted: false, asked: 0 };
for (const kind of ["warn", "error"]) {
  const say = console[kind].bind(console);
  console[kind] = (...said) => { trial.complaints.push(`console: ${said.join(" ")}`); say(...said); };
}
if (globalThis.StorageManager) {
  const { persist } = StorageManager.prototype;
  StorageManager.prototype.persist = function ask() { trial.asked += 1; return Promise.resolve(false); };
}
addEventListener("DOMContentLoaded", async () => {
  // Imported sooner, they would run before the page is there.
  await (await import("/javascripts/generalprobe.mjs")).mounted;
  trial.mounted = true;
});
"""
_PLACE = """(selector) => {
  const element = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
  if (!element) return null;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}"""
_PRINT_STYLES = """() => {
  const turn = (rules) => { for (const rule of rules) {
    if (rule.media?.mediaText.includes("print")) rule.media.mediaText = "all";
    else if (rule.media?.mediaText === "screen") rule.media.mediaText = "not all";
    if (rule.cssRules) turn(rule.cssRules);
    if (rule.styleSheet) turn(rule.styleSheet.cssRules);
  } };
  for (const sheet of document.styleSheets) turn(sheet.cssRules);
}"""


def watched(folder: Path) -> Path:
    """Let every page of a built site tell what goes wrong on it, the same way in every engine."""
    (folder / "watch.js").write_text(WATCH, encoding="utf-8")
    for page in folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(html.replace("<head>", '<head><script src="/watch.js"></script>', 1), encoding="utf-8")
    return folder


def wait_until(happens: Callable[[], Any], named: str) -> Any:
    """Ask again and again until the answer is true."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not (found := happens()):
        assert time.monotonic() < end, f"waited in vain for {named}"
        time.sleep(0.05)
    return found


class Window(ABC):
    """One window on a site made by `watched`; `width` and `height` are CSS pixels.

    `downloads` is the folder to which the browser saves files.
    """

    def __init__(self, site: Website, downloads: Path) -> None:
        self.site = site
        self.downloads = downloads

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Give the page exactly so much room."""

    @abstractmethod
    def zoom(self, factor: int) -> None:
        """Magnify everything, as the browser's own command does."""

    @abstractmethod
    def screenshot(self) -> bytes:
        """What is seen now, as PNG."""

    @abstractmethod
    def pdf(self) -> bytes | None:
        """The page on A4, with the margins of print.css; None where the engine prints on paper only."""

    @abstractmethod
    def _go(self, url: str) -> None: ...

    @abstractmethod
    def _run(self, function: str, arguments: str) -> str:
        """Call a JavaScript function that takes and gives JSON."""

    @abstractmethod
    def _act(self, sources: list[dict[str, Any]]) -> None:
        """Perform actions, in the form that WebDriver and WebDriver BiDi share."""

    def open(self, address: str = "") -> None:
        """Go to a page and wait until its modules are mounted."""
        self._go(self.site.url + address)
        self.wait("() => trial.mounted")

    def evaluate(self, function: str, *arguments: Any) -> Any:
        """Call a JavaScript function with values, and wait for what it gives; both as JSON knows them."""
        call = f"async (given) => JSON.stringify((await ({function})(...JSON.parse(given))) ?? null)"
        return json.loads(self._run(call, json.dumps(arguments)))

    def wait(self, function: str, *arguments: Any) -> Any:
        """Call a JavaScript function until what it gives is true."""
        return wait_until(lambda: self.evaluate(function, *arguments), f"{function} {arguments}")

    def wait_for(self, selector: str, text: str = "") -> None:
        """Wait for a visible element that says something."""
        seen = """(selector, text) => [...document.querySelectorAll(selector)]
          .some((each) => each.checkVisibility() && each.innerText.includes(text))"""
        self.wait(seen, selector, text)

    def complaints(self) -> list[str]:
        """What has gone wrong on this page."""
        found: list[str] = self.evaluate("() => trial.complaints")
        return found

    def click(self, selector: str) -> None:
        """Click on the middle of the first visible element, as a mouse does."""
        x, y = self.wait(_PLACE, selector)
        steps = [{"type": "pointerMove", "x": x, "y": y}]
        steps += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        mouse = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps}
        self._act([mouse])

    def press(self, keys: str, *, holding: str = "") -> None:
        """Press keys one after the other, with others held down."""
        down, up = ([{"type": kind, "value": key} for key in holding] for kind in ("keyDown", "keyUp"))
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._act([{"type": "key", "id": "keyboard", "actions": [*down, *strokes, *reversed(up)]}])

    def wear_print_styles(self) -> None:
        """Show the page on the screen as it is printed; it stays so until another is opened."""
        self.evaluate(_PRINT_STYLES)
