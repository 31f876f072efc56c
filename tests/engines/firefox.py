"""Firefox by WebDriver BiDi: commands as JSON over a websocket that the browser itself opens."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from itertools import count
from pathlib import Path
from typing import Any

from browser.website import Website
from engines.window import PATIENCE_SECONDS, Window
from websocket import create_connection

from scripts.browser import engines

_LISTENING = re.compile(r"BiDi listening on (ws://\S+)")
_A4_CM = {"page": {"width": 21.0, "height": 29.7}, "margin": {"top": 1.6, "left": 1.8, "right": 1.8, "bottom": 1.8}}


class Firefox(Window):
    """A window without a screen, with a profile of its own in `folder`."""

    def __init__(self, site: Website, folder: Path) -> None:
        super().__init__(site, folder / "downloads")
        self.downloads.mkdir()
        self._size = (0, 0)
        self._numbers = count(1)
        self._write_preferences(folder)
        command = [str(engines()["firefox-esr"]), "--headless"]
        self._process = subprocess.Popen(
            [*command, "--no-remote", "--remote-debugging-port=0", "--profile", str(folder)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._socket = create_connection(f"{self._address()}/session", timeout=PATIENCE_SECONDS, suppress_origin=True)
        self._command("session.new", capabilities={})
        self._context = self._command("browsingContext.getTree")["contexts"][0]["context"]

    def _write_preferences(self, folder: Path) -> None:
        own = {"browser.download.dir": str(self.downloads), "browser.download.folderList": 2}
        own |= {"intl.accept_languages": "de", "ui.prefersReducedMotion": 1}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in own.items()]
        (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")

    def _address(self) -> str:
        assert self._process.stderr
        for line in self._process.stderr:
            if found := _LISTENING.search(line):
                return found[1]
        raise AssertionError("Firefox has ended before it listened")

    def _command(self, method: str, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (answer := json.loads(self._socket.recv())).get("id") != number:
            pass
        assert answer["type"] == "success", f"{method}: {answer}"
        result: dict[str, Any] = answer["result"]
        return result

    def close(self) -> None:
        self._process.terminate()
        self._process.communicate(timeout=PATIENCE_SECONDS)

    def resize(self, width: int, height: int) -> None:
        self._size = (width, height)
        self.zoom(1)

    def zoom(self, factor: int) -> None:
        width, height = (pixels // factor for pixels in self._size)
        size = {"width": width, "height": height}
        self._command(
            "browsingContext.setViewport", context=self._context, viewport=size, devicePixelRatio=float(factor)
        )

    def screenshot(self) -> bytes:
        return base64.b64decode(self._command("browsingContext.captureScreenshot", context=self._context)["data"])

    def pdf(self) -> bytes:
        return base64.b64decode(self._command("browsingContext.print", context=self._context, **_A4_CM)["data"])

    def _go(self, url: str) -> None:
        self._command("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def _run(self, function: str, arguments: str) -> str:
        answer = self._command(
            "script.callFunction", functionDeclaration=function, awaitPromise=True, userActivation=False,
            arguments=[{"type": "string", "value": arguments}], target={"context": self._context},
        )  # fmt: skip
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        found: str = answer["result"]["value"]
        return found

    def _act(self, sources: list[dict[str, Any]]) -> None:
        self._command("input.performActions", context=self._context, actions=sources)
