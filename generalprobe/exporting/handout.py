"""Paper: a page of the built site as PDF, printed by a browser in one of the ways that „Drucken als …“ offers.

The browser gets the page from a server of this process; `?druck=…` tells the page which way (`workshop/printing.mjs`).
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from generalprobe import addresses
from generalprobe.exporting.subjects import Subject
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.fields import Model
from generalprobe.format.questions import QuestionBank

MARKING_SHEET = "bewertungsbogen"
"""The id of the marking sheet, which is a page of its own."""
PATIENCE_SECONDS = 120
_LOADING_MS = 20_000
"""Of the browser's own time, which runs as fast as the page loads."""


@dataclass(frozen=True)
class Paper:
    """A way to print: what it is called in commands and by readers, and in the page's address."""

    name: str
    title: str
    way: str
    of: tuple[type[Model], ...]


PAPERS = (
    Paper("handzettel", "Handzettel, drei Folien je Seite", "handout", (CaseStudy,)),
    Paper("sprechtext", "Folien mit Sprechtext", "notes", (CaseStudy,)),
    Paper("karten", "Stichwortkarten", "cards", (CaseStudy,)),
    Paper("fragen", "Fragen ohne Antworten", "questions", (CaseStudy, QuestionBank)),
    Paper("antworten", "Fragen mit Antworten", "", (CaseStudy, QuestionBank)),
)
"""The first that there is of something is what one gets unasked."""


def page_of(subject: Subject, paper: Paper) -> str:
    """The address of the page to print, below the site's root."""
    if subject.model is QuestionBank:
        address = addresses.bank(subject.id)
    elif paper.way in ("questions", ""):
        address = addresses.case_study_questions(subject.id)
    else:
        address = addresses.case_study(subject.id)
    return f"{address}?druck={paper.way}"


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site to this machine; yields the address of its root."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def printed(browser: Path, address: str) -> bytes:
    """Let a browser print a page: a tagged PDF with an outline, without date and address at its edges.

    Raises:
        OSError: if it does not, or takes longer than two minutes.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "page.pdf"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        options += ["--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline"]
        options += [f"--user-data-dir={folder}/profile", f"--virtual-time-budget={_LOADING_MS}"]
        try:
            subprocess.run(
                [str(browser), *options, f"--print-to-pdf={file}", address],
                stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE_SECONDS,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(None, "der Browser antwortet nicht") from error
        return file.read_bytes()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of what is fetched."""
