"""WebKit by WebDriver: Debian's driver and the small browser beside it, full screen on a screen of the wanted size."""

from __future__ import annotations

import base64
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

from browser.website import Website
from engines.window import PATIENCE_SECONDS, Window

from scripts.browser import engines


class WebKit(Window):
    """A window that fills a screen; another size or zoom is another screen, and a browser anew."""

    def __init__(self, site: Website, folder: Path) -> None:
        super().__init__(site, folder)
        self._size = (0, 0)
        self._factor = 1
        self._running: list[subprocess.Popen[str]] = []
        self._session = ""

    def _start(self, width: int, height: int, zoom: int) -> None:
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"]
        xvfb = self._launch(screen, stdout=subprocess.PIPE)
        assert xvfb.stdout
        display = f":{xvfb.stdout.readline().strip()}"
        port = _free_port()
        # The toolkit's scale is the zoom of its web pages too.
        own = {"DISPLAY": display, "HOME": str(self.downloads), "GDK_DPI_SCALE": str(zoom), "NO_AT_BRIDGE": "1"}
        self._launch([str(engines()["webkit2gtk-driver"]), "--host=127.0.0.1", f"--port={port}"], env=os.environ | own)
        self._driver = f"http://127.0.0.1:{port}"
        _await_listening(port)
        wanted = {"webkitgtk:browserOptions": {"binary": str(_browser()), "args": ["--automation", "--full-screen"]}}
        answer = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{answer['sessionId']}"
        self._ask("POST", "/window/rect", {"x": 0, "y": 0, "width": width, "height": height})

    def _launch(self, command: list[str], **options: Any) -> subprocess.Popen[str]:
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._running.append(subprocess.Popen(command, text=True, **{**quiet, **options}))
        return self._running[-1]

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(
            f"{self._driver}{self._session}{path}", method=method,
            data=None if body is None else json.dumps(body).encode(), headers={"Content-Type": "application/json"},
        )  # fmt: skip
        try:
            with urllib.request.urlopen(request, timeout=2 * PATIENCE_SECONDS) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{path}: {error.read().decode()[:500]}") from error

    def close(self) -> None:
        if self._session:
            with suppress(AssertionError, OSError):
                self._ask("DELETE", "")
            self._session = ""
        for process in reversed(self._running):
            process.terminate()
            process.communicate(timeout=PATIENCE_SECONDS)
        self._running.clear()

    def resize(self, width: int, height: int) -> None:
        self._size = (width, height)
        self.zoom(1)

    def zoom(self, factor: int) -> None:
        self.close()
        self._factor = factor
        self._start(*self._size, factor)

    def screenshot(self) -> bytes:
        return base64.b64decode(self._ask("GET", "/screenshot"))

    def pdf(self) -> None:
        return None

    def _go(self, url: str) -> None:
        self._ask("POST", "/url", {"url": url})

    def _run(self, function: str, arguments: str) -> str:
        script = f"""const [given, done] = arguments;
          ({function})(given).then(done, (reason) => done(JSON.stringify({{ failed: `${{reason}}` }})));"""
        found: str = self._ask("POST", "/execute/async", {"script": script, "args": [arguments]})
        assert not found.startswith('{"failed":'), found
        return found

    def _act(self, sources: list[dict[str, Any]]) -> None:
        for step in (step for source in sources for step in source["actions"] if step["type"] == "pointerMove"):
            step |= {axis: step[axis] * self._factor for axis in ("x", "y")}  # In pixels of the screen.
        self._ask("POST", "/actions", {"actions": sources})
        self._ask("DELETE", "/actions")


def _browser() -> Path:
    """The small browser that Debian puts beside the driver's library."""
    return max(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))


def _await_listening(port: int) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
