"""The whole site as the tests visit it: built by MkDocs from a copy of the project, served on a free port."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from copies import ROOT, copy_project, environment, keep_a_little

LAYOUTS = (
    "404.html",
    "",
    "buehne/",
    "datenschutz/",
    "fallstudien/",
    "fallstudien/alle-artefakte/",
    "fallstudien/service-recovery/",
    "fallstudien/service-recovery/fragen/",
    "lernen/dialoge/versand-steht/",
    "lernen/eskalation/",
    "lernen/fehlersuche/",
    "lernen/kundenkommunikation/",
    "lernen/pruefungstag/",
    "lernen/thema-eingrenzen/",
    "mein-vortrag/",
    "nachschlagen/bewertungsbogen/",
    "nachschlagen/formulierungen/",
    "nachschlagen/glossar/",
    "plan/",
    "pruefung/",
    "pruefung/pruefen/",
    "trainer/format/",
    "trainer/sprechzeit/",
    "ueben/fragen/",
    "ueben/heute/",
    "ueben/kurztest/",
    "ueben/sprechtempo/",
    "ueben/stand/",
)
"""A page of each layout, for what depends on the elements of a page and not on what it says."""
DATA = Path(__file__).parent / "data"
VENDOR = Path("docs/javascripts/vendor")
DEAD_LINK = re.compile(r"\('href', '[^']*\.md[#']")
"""A link to a page that was taken out: MkDocs leaves the name of its file."""
BARE = "bare"
"""An address of each served site without scripts and styles, where a window is emptied."""
CHECKER = "axe.js"
"""An address of each served site with the rules of accessibility: fetched and compiled once for many pages."""
_RULES = ROOT / "node_modules" / "axe-core" / "axe.min.js"
_BARE_PAGE = '<!doctype html><link rel="icon" href="data:,">'
"""Where a page names no icon, browsers ask for one at the root, and the next visitor would hear that there is none."""


@dataclass(frozen=True)
class Website:
    """A built site and where it is served; `url` ends with a slash.

    `added` are pages that a test shows beside it: they lie in no folder, which other processes read too.
    """

    folder: Path
    url: str
    added: dict[str, str] = field(default_factory=dict)

    @property
    def addresses(self) -> list[str]:
        """Every page, as the part of its address after `url`."""
        files = sorted(self.folder.rglob("*.html"))
        return [file.relative_to(self.folder).as_posix().removesuffix("index.html") for file in files]


def small_project(target: Path) -> Path:
    """A copy of the project to visit, with a little of its content; some links lead to what was taken out."""
    add_vendor(keep_a_little(copy_project(target)))
    return target


def small_site(target: Path) -> Path:
    """Build the site with a little of its content, and with every kind of artifact and of question."""
    project = small_project(target)
    for file in DATA.glob("*.yml"):
        shutil.copy(file, project / "data" / "case-studies")
    shutil.copytree(DATA / "question-bank", project / "data" / "question-bank", dirs_exist_ok=True)
    shutil.copy(DATA / "netzplan.svg", project / "docs" / "images")
    _allow_short_talks(project)
    return build(project, strict=False, downloads=True)


def whole_site(target: Path) -> Path:
    """Build the site with all of its content."""
    project = copy_project(target)
    add_vendor(project)
    return build(project, downloads=True)


def _allow_short_talks(project: Path) -> None:
    """Those that are there for their artifacts say next to nothing, which would stop the build."""
    for exam in (project / "data" / "exams").glob("*.yml"):
        text = exam.read_text(encoding="utf-8")
        exam.write_text(text.replace('shortest: "8:30"', 'shortest: "0:10"'), encoding="utf-8")


def add_vendor(project: Path) -> None:
    """Give a copy of the project the browser's third-party files too."""
    shutil.copytree(ROOT / VENDOR, project / VENDOR)


def build(project: Path, *, strict: bool = True, downloads: bool = False) -> Path:
    """Build a copy of the project; strictly as it is published, or where links lead to pages that were taken out."""
    options = ["--strict"] if strict else []
    command = [sys.executable, "-m", "mkdocs", "build", *options, "--site-dir", str(project / "site")]
    done = subprocess.run(
        command, cwd=project, env=environment(project, downloads=downloads), stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    return project / "site"


SHUTDOWN_SECONDS = 0.05
"""How long a server that is to end may go on: half a second, if nobody says otherwise."""


@contextmanager
def serving(folder: Path) -> Iterator[Website]:
    """Serve a folder as long as the block runs."""
    added = {BARE: _BARE_PAGE, CHECKER: _RULES.read_text("utf-8") if _RULES.is_file() else ""}
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, added, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, args=(SHUTDOWN_SECONDS,), daemon=True).start()
        yield Website(folder, f"http://127.0.0.1:{server.server_address[1]}/", added)
        server.shutdown()


class Handler(SimpleHTTPRequestHandler):
    """Answers quietly, and with the site's own page where there is none."""

    protocol_version = "HTTP/1.1"
    timeout = 5  # Or a connection that the browser keeps open would keep the server from ending.
    disable_nagle_algorithm = True  # Or what follows the head of an answer waits 40 ms for the browser to confirm it.
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript", ".js": "text/javascript"}  # noqa: RUF012

    def __init__(self, added: dict[str, str], *arguments: Any, directory: str) -> None:
        self._added = added
        super().__init__(*arguments, directory=directory)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        page = self._added.get(self.path.removeprefix("/"))
        if page is None:
            super().do_GET()
        else:
            self._answer(200, None, page.encode())

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self._answer(code, message, (Path(self.directory) / "404.html").read_bytes())

    def _answer(self, code: int, message: str | None, body: bytes) -> None:
        self.send_response(code, message)
        kind = "javascript" if code == 200 and self.path.endswith(".js") else "html"
        self.send_header("Content-Type", f"text/{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":  # Or the browser takes it for the answer to what it asks next.
            self.wfile.write(body)
