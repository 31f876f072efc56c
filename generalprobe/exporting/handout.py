"""Paper: a page of the built site as PDF, printed by a browser in one of the ways that „Drucken als …“ offers.

The browser gets the page from a server of this process; `?druck=…` tells the page which way (`workshop/printing.mjs`).
Unlike the other formats these need a browser and a built site, so they are made by a command alone.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from generalprobe import addresses
from generalprobe.exporting.formats import Format
from generalprobe.exporting.subjects import Subject
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.questions import QuestionBank
from generalprobe.reading.project import Entry
from generalprobe.serving import unshaken

PATIENCE_SECONDS = 120
_LOADING_MS = 20_000
"""Of the browser's own time, which runs as fast as the page loads."""
_SOURCES = ("mkdocs.yml", "data", "docs", "generalprobe", "macros", "overrides")
"""What the site is made of, below the folder of the project."""
_NUMBERED = re.compile(rb"\(node(\d{8})\)")
_MARKING_SHEET = "nachschlagen/bewertungsbogen/"


@dataclass(frozen=True)
class Paper:
    """A way to print: what it is called in commands, by readers and in names of files, and in the page's address."""

    name: str
    title: str
    ending: str
    way: str
    of: tuple[type[Model], ...]


PAPERS = (
    Paper("handout", "Handzettel", "handzettel.pdf", "handout", (CaseStudy,)),
    Paper("notes", "Folien mit Sprechtext", "sprechtext.pdf", "notes", (CaseStudy,)),
    Paper("cue-cards", "Stichwortkarten", "stichwortkarten.pdf", "cards", (CaseStudy,)),
    Paper("questions", "Fragen ohne Antworten", "fragen.pdf", "questions", (CaseStudy, QuestionBank)),
    Paper("answers", "Fragen mit Antworten", "antworten.pdf", "", (CaseStudy, QuestionBank)),
    Paper("marking-sheet", "Bewertungsbogen", "leer.pdf", "", (Exam,)),
)


def on_paper(paper: Paper, browser: Path, root: str) -> Format:
    """The format that prints pages of a built site, which is served at an address, with a browser."""
    return Format(paper.name, paper.title, paper.ending, paper.of, _writer(paper, browser, root))


def printable(subjects: Sequence[Subject], exams: Sequence[Entry[Exam]]) -> list[Subject]:
    """What can be printed: what other formats know, and the marking sheet, which is made of the first exam."""
    sheet = [
        replace(each, id="bewertungsbogen", title="Bewertungsbogen", entries=tuple(exams[:1]), parts=())
        for each in subjects[:1]
    ]
    return [*subjects, *(sheet if exams else [])]


def page_of(subject: Subject, paper: Paper) -> str:
    """The address of the page to print, below the site's root."""
    if subject.model is Exam:
        return _MARKING_SHEET
    if subject.model is QuestionBank:
        return addresses.bank(subject.id)
    return addresses.case_study_questions(subject.id) if QuestionBank in paper.of else addresses.case_study(subject.id)


def newer_than_site(site: Path, root: Path, paper: Paper, about: Sequence[Subject]) -> str | None:
    """The file of a project that the site in front of the printer does not know as it is; None where it knows all.

    `scripts/build.py` dates the start page by the moment in which it began to read.
    """
    built = (site / "index.html").stat().st_mtime
    changed, file = max((file.stat().st_mtime, file) for file in _sources(root))
    if changed > built:
        return file.relative_to(root).as_posix()
    missing = (each for each in about if not (site / page_of(each, paper) / "index.html").is_file())
    return next((each.entries[0].file for each in missing), None)


def _sources(root: Path) -> Iterator[Path]:
    """Without what Python and editors put beside files while somebody works on them."""
    for source in (root / name for name in _SOURCES):
        found = [source, *source.rglob("*")]
        yield from (file for file in found if file.is_file() and not re.search(r"^\.|~$|\.pyc$", file.name))


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site to this machine; yields the address of its root."""
    with unshaken(ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _writer(paper: Paper, browser: Path, root: str) -> Callable[[Subject], bytes]:
    def write(subject: Subject) -> bytes:
        page = page_of(subject, paper)
        return _settled(printed(browser, f"{root}{page}?druck={paper.way}"), subject.changed)

    return write


def _settled(pdf: bytes, seconds: int) -> bytes:
    """Take out of a PDF what differs each time, in as many bytes, for what follows is found by its place in the file.

    Those are the times, in place of which it gets that of what it shows, and the numbers that the browser has given
    the heads of tables, which hang on what else it has done until then.
    """
    made = datetime.fromtimestamp(seconds, UTC).strftime("D:%Y%m%d%H%M%S").encode()
    dated = re.sub(rb"(/(?:CreationDate|ModDate) \()D:\d{14}(?=[^)]*\))", rb"\g<1>" + made, pdf)
    numbers = {given: b"%08d" % number for number, given in enumerate(sorted(set(_NUMBERED.findall(dated))), start=1)}
    return _NUMBERED.sub(lambda found: b"(node%b)" % numbers[found[1]], dated)


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
        command = [str(browser), *options, f"--print-to-pdf={file}", address]
        try:
            subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise OSError(None, "der Browser antwortet nicht") from error
        if not file.is_file():
            raise OSError(None, "der Browser hat nichts gedruckt")
        return file.read_bytes()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of what is fetched."""
