"""A site as it is published and kept on devices, and a server of it that can be killed, broken and changed."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from browser.website import SHUTDOWN_SECONDS, Handler
from copies import ROOT

from generalprobe import offline
from generalprobe.joining import published
from scripts.build import join_scripts, join_styles, keep_offline, shorten_scripts

SCRIPTS = ROOT / "docs" / "javascripts"
_PRELOADED = re.compile(r'(<link rel="modulepreload" href="[^"]*javascripts/)([^"]+)')


@dataclass
class Server:
    """A server of a site that can be killed, broken and changed; `asked` are the paths that it was asked for.

    It dies after so many requests that follow the one for the list.
    """

    folder: Path
    url: str = ""
    dead: bool = False
    empty: bool = False
    broken: set[str] = field(default_factory=set)
    dies_after: int | None = None
    is_counting: bool = False
    asked: list[str] = field(default_factory=list)

    def die_in_time(self, path: str) -> None:
        """Count a request towards the end."""
        if path.endswith(offline.LIST_FILE):
            self.is_counting = True
        elif self.is_counting and self.dies_after is not None:
            self.dead = self.dead or self.dies_after == 0
            self.dies_after = max(0, self.dies_after - 1)

    def edit(self, address: str, before: str, after: str) -> None:
        """Change a file."""
        file = self.folder / address
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")

    def seal(self, **budget: int) -> None:
        """Write list and worker anew, as a build does."""
        worker = self.folder / offline.WORKER_FILE
        _, _, code = worker.read_text(encoding="utf-8").partition(";\n")
        version = offline.write_list(self.folder, **budget)
        whole = worker.with_suffix(".new")
        whole.write_text(f'self.VERSION="{version}";\n{code}', encoding="utf-8")
        whole.replace(worker)  # A browser may be looking.

    def fetched(self) -> list[str]:
        """What was asked for since the last time, but for what a browser asks again and again."""
        found, self.asked[:] = self.asked.copy(), []
        return [path for path in found if not path.endswith(("worker.js", "offline.json"))]


class _Unsteady(Handler):
    def __init__(self, server: Server, *arguments: Any, **options: Any) -> None:
        self._site = server
        super().__init__({}, *arguments, **options)

    def do_GET(self) -> None:  # noqa: N802
        self._serve(super().do_GET)

    def do_HEAD(self) -> None:  # noqa: N802
        self._serve(super().do_HEAD)

    def _serve(self, answer: Callable[[], None]) -> None:
        site = self._site
        site.die_in_time(self.path)
        del self.headers["If-Modified-Since"]  # It counts in seconds, and a test changes a file sooner.
        if site.dead:
            self.close_connection = True
            return
        site.asked.append(self.path)
        if site.empty:
            self._answer(404, None, b"nothing")
        elif self.path in site.broken:
            self._answer(500, None, b"broken")
        else:
            answer()


@contextmanager
def running(folder: Path, path: str = "") -> Iterator[Server]:
    """Serve a folder as long as the block runs; the site begins below it, at a path such as `kurs/`."""
    server = Server(folder / path)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Unsteady, server, directory=str(folder))) as http:
        threading.Thread(target=http.serve_forever, args=(SHUTDOWN_SECONDS,), daemon=True).start()
        server.url = f"http://127.0.0.1:{http.server_address[1]}/{path}"
        yield server
        http.shutdown()


def published_copy(folder: Path, target: Path) -> Path:
    """Copy a site as a build publishes it, to be kept on devices."""
    shutil.copytree(folder, target)
    for page in target.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(_PRELOADED.sub(lambda link: link[1] + published(SCRIPTS, [link[2]])[0], text), encoding="utf-8")
    join_scripts(target, ROOT)
    shorten_scripts(target, ROOT)
    join_styles(target, ROOT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GENERALPROBE_OFFLINE", "true")
        keep_offline(target, ROOT)
    return target
