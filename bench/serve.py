"""Measure what a save costs: until it is seen in the preview, and a build after one edit against a build from nothing.

Seen means: the question of an open tab whether there is something newer is answered, and the page is fetched and holds
what was saved. Everything runs as people run it, on made-up case studies.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbour.

from bench.build import ROOT, Cost, lay_out, measure, put_aside
from generalprobe.command import Parser, run

SEEN_S = {10: 0.7, 100: 1.0, 1_000: 3.0}
"""What is promised by number of case studies."""
WARM_SHARE = 0.25
PATIENCE_S = 1_200
SAVED = "data/case-studies/fall-0003.yml"
PAGE = "/fallstudien/fall-0003/"


class Tab:
    """A page that is open in a browser, as far as the preview can tell."""

    def __init__(self, port: int, path: str) -> None:
        self.port, self.path = port, path

    def get(self, path: str) -> str:
        """What is answered; nothing where nobody listens."""
        try:
            return self.ask(path).getresponse().read().decode()
        except (OSError, http.client.HTTPException):
            return ""

    def ask(self, path: str) -> http.client.HTTPConnection:
        """Ask, and leave the answer for later."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        connection.request("GET", path)
        return connection

    def seen_s(self, file: Path, text: str, wanted: str) -> float:
        """Save a file and say how long it takes until the page that reloads itself shows what is wanted."""
        asks = re.search(r"livereload\((\d+), \d+\)", self.get(self.path))
        assert asks, "the page does not ask to be reloaded"
        question = self.ask(f"/livereload/{asks[1]}/1")
        started = time.monotonic()
        file.write_text(text, encoding="utf-8")
        question.getresponse().read()
        while wanted not in self.get(self.path):
            assert time.monotonic() < started + PATIENCE_S, "the page never shows what was saved"
            time.sleep(0.02)
        return time.monotonic() - started


@contextmanager
def preview(project: Path) -> Iterator[Tab]:
    """The preview of a project, as long as the block runs, from when it shows a page."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, str(project / "scripts" / "serve.py"), "--port", str(port)], cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        tab = Tab(port, PAGE)
        while "</html>" not in tab.get(PAGE):
            assert process.poll() is None, "the preview has ended"
            time.sleep(0.2)
        yield tab
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def saves(project: Path, runs: int) -> list[float]:
    """How long it takes each time until a save is seen."""
    file = project / SAVED
    good = file.read_text("utf-8")
    with preview(project) as tab:
        return [tab.seen_s(file, _titled(good, f"Titel {number}"), f"Titel {number}") for number in range(runs)]


def builds(project: Path, runs: int) -> tuple[Cost, Cost]:
    """What a build from nothing costs, and one after an edit."""
    file = project / SAVED
    good = file.read_text("utf-8")
    cold, warm = [], []
    for number in range(runs):
        put_aside(project, ".cache")
        cold.append(_build(project))
        file.write_text(_titled(good, f"Titel {number}"), "utf-8")
        warm.append(_build(project))
    return Cost.typical(cold), Cost.typical(warm)


def _build(project: Path) -> Cost:
    put_aside(project, "site")
    return measure([str(project / "scripts" / "build.py")], project)


def _titled(text: str, title: str) -> str:
    return re.sub("^title: .*", f"title: {title}", text, count=1, flags=re.MULTILINE)


def prepared(size: int, folder: Path) -> Path:
    """A copy of the project with so many made-up case studies, from which nothing links to those that are ours."""
    project, by_hand = lay_out(size, folder)
    shutil.rmtree(by_hand)
    shutil.copytree(ROOT / "scripts", project / "scripts")
    for page in (project / "docs").rglob("*.md"):
        text = page.read_text("utf-8")
        page.write_text(re.sub(r"\[([^]]*)\]\([^)]*fallstudien/[\w-]+/[^)]*\)", r"\1", text), "utf-8")
    return project


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 where every promise that was measured is kept, else 1."""
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="generalprobe-bench-") as name:
        kept = [_judge(size, options.runs, Path(name)) for size in sorted(options.sizes)]
    return int(not all(kept))


def _judge(size: int, runs: int, folder: Path) -> bool:
    project = prepared(size, folder)
    seen_s = median(saves(project, runs))
    cold, warm = builds(project, runs)
    shutil.rmtree(project)
    limit_s = SEEN_S.get(size, max(SEEN_S.values()))
    share = warm.processor_s / cold.processor_s
    print(f"{size:,} case studies, medians of {runs}; load {os.getloadavg()[0]:.1f}")
    print(f"  {_mark(seen_s <= limit_s)} save to seen: {seen_s:.2f} s (at most {limit_s:g})")
    print(
        f"  {_mark(share <= WARM_SHARE)} build after an edit: {share:.2f} of one from nothing (at most {WARM_SHARE:g})"
    )
    print(f"       processor {warm.processor_s:.1f} : {cold.processor_s:.1f} s", end=", ")
    print(f"clock {warm.clock_s:.1f} : {cold.clock_s:.1f} s", flush=True)
    return seen_s <= limit_s and share <= WARM_SHARE


def _mark(kept: bool) -> str:
    return "ok  " if kept else "FAIL"


def _parser() -> Parser:
    parser = Parser(
        prog="serve.py", description="Misst, wann ein Speichern zu sehen ist und was ein Bau danach kostet."
    )
    parser.add_argument("--sizes", metavar="ANZAHL", nargs="+", type=int, default=[10, 100, 1_000], help="wie viele")
    parser.add_argument("--runs", metavar="ANZAHL", type=int, default=3, help="wie oft gemessen wird (sonst 3)")
    return parser


if __name__ == "__main__":
    run(main)
