"""Measure what a phone waits for, on a slow network with a slow processor, until the first useful action.

Each page is visited by somebody who has never been there, three times; the medians count. The server compresses as a
real one does. The network takes 400 ms for each answer and 1.6 Mbit/s, the processor a quarter of its speed.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, ViewportSize, sync_playwright
from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from bench.build import ROOT, say
from generalprobe.command import Parser, refuse, run
from generalprobe.serving import unshaken
from scripts.browser import NONE_FOUND, find_browser

LATENCY_MS = 400
BITS_PER_SECOND = 1_600_000
SLOWER = 4
MOST_SECONDS = 3.0
MOST_BYTES = 250_000
PHONE: ViewportSize = {"width": 390, "height": 844}
COMPRESSED = (".html", ".css", ".mjs", ".js", ".json", ".svg", ".txt", ".xml")

ACTIONS = {
    "": ("main a.gp-button", "ein Link lässt sich antippen"),
    "fallstudien/service-recovery/": (".gp-slide__card", "die erste Folie ist zu lesen"),
    "ueben/heute/": (".gp-today button", "„Los geht’s“ lässt sich antippen"),
    "ueben/fragen/": (".gp-questions .gp-question summary", "die erste Antwort lässt sich öffnen"),
    "nachschlagen/glossar/": (".gp-terms__entry", "der erste Begriff ist zu lesen"),
}
"""The first useful thing on each page: what it takes, and what one can then do."""


@dataclass(frozen=True)
class Visit:
    """What a first visit took: seconds until its first useful action, and the bytes that came until all was quiet."""

    seconds: float
    bytes: int

    @property
    def kept(self) -> bool:
        """Whether both promises hold."""
        return self.seconds <= MOST_SECONDS and self.bytes <= MOST_BYTES


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 where every promise is kept, 1 where one is broken, 2 wrong usage."""
    about = "Misst, wie lange ein Handy im Zug auf die wichtigsten Seiten wartet und was es dafür lädt."
    options = parser_of("phone.py", about).parse_args(arguments)
    if not (options.site / "index.html").is_file():
        return refuse(f"{options.site} ist keine gebaute Website. Baue sie zuerst: make build")
    browser = find_browser()
    if browser is None:
        return refuse(NONE_FOUND)
    with serving(options.site) as url:
        visits = measure(browser, url, options.runs)
        begun = measure_round(browser, url, options.runs)
    print_report(visits, begun, options.runs)
    return int(not all(visit.kept for visit in visits.values()))


def measure(browser: Path, url: str, runs: int) -> dict[str, Visit]:
    """Visit each page so many times, in turns; the medians by address."""
    visits: dict[str, list[Visit]] = {address: [] for address in ACTIONS}
    with launched(browser) as chromium:
        for turn in range(1, runs + 1):
            for address, (useful, _) in ACTIONS.items():
                visits[address].append(_visit(chromium, url + address, useful))
                say(f"Lauf {turn} von {runs}, /{address}: {visits[address][-1].seconds:.2f} s")
    return {
        address: Visit(median(each.seconds for each in all), round(median(each.bytes for each in all)))
        for address, all in visits.items()
    }


def measure_round(browser: Path, url: str, runs: int) -> float:
    """Seconds from „Los geht’s“ to the first question of a round."""
    with launched(browser) as chromium:
        return median(_begin(chromium, url) for _ in range(runs))


def _visit(chromium: Browser, url: str, useful: str) -> Visit:
    context = chromium.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    page = context.new_page()
    client = context.new_cdp_session(page)
    received = slow_down(client)
    started = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.locator(useful).first.click(trial=True, timeout=60_000)
    seconds = time.perf_counter() - started
    page.wait_for_load_state("networkidle")
    context.close()
    return Visit(seconds, sum(received))


def _begin(chromium: Browser, url: str) -> float:
    context = chromium.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
    page = context.new_page()
    slow_down(context.new_cdp_session(page))
    page.goto(f"{url}ueben/heute/")
    button = page.locator(".gp-today button").first
    button.click(trial=True)
    page.wait_for_load_state("networkidle")
    started = time.perf_counter()
    button.click()
    page.locator(".gp-question button, .gp-question summary").first.click(trial=True, timeout=60_000)
    seconds = time.perf_counter() - started
    context.close()
    return seconds


def slow_down(client: CDPSession) -> list[int]:
    """Make a page's network and processor those of a phone; the bytes of each answer are put into the list."""
    received: list[int] = []
    client.send("Network.enable")
    client.on("Network.loadingFinished", lambda event: received.append(round(event["encodedDataLength"])))
    speed = BITS_PER_SECOND // 8
    network = {"offline": False, "latency": LATENCY_MS, "downloadThroughput": speed, "uploadThroughput": speed}
    client.send("Network.emulateNetworkConditions", network)
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return received


@contextmanager
def launched(browser: Path) -> Iterator[Browser]:
    """Chromium, as long as the block runs."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder on this machine, as long as the block runs."""
    handler = functools.partial(_Compressing, directory=str(site))
    server = unshaken(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class _Compressing(http.server.SimpleHTTPRequestHandler):
    """Sends texts compressed, as web servers do, over connections that stay open."""

    protocol_version = "HTTP/1.1"
    timeout = 5
    disable_nagle_algorithm = True  # Or what follows the head of an answer waits 40 ms for the browser to confirm it.

    def do_GET(self) -> None:
        """Answer with a file, from memory once it has been compressed."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            return self.send_error(404)
        packed = file.suffix in COMPRESSED
        body = _compressed(file) if packed else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", _TYPES.get(file.suffix) or self.guess_type(str(file)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


_TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".html": "text/html; charset=utf-8"}


@functools.cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6)


def print_report(visits: dict[str, Visit], begun: float, runs: int) -> None:
    """Show what was measured beside what is promised."""
    title = f"Erster Besuch mit dem Handy: {LATENCY_MS} ms, 1,6 Mbit/s, ein Viertel Rechenzeit; Mediane aus {runs}"
    table = Table("Seite", "bis", "Sekunden", "kB", "", title=title)
    for address, visit in visits.items():
        seconds, kilobytes = f"{visit.seconds:.2f}".replace(".", ","), f"{visit.bytes / 1000:.0f}"
        table.add_row(f"/{address}", ACTIONS[address][1], seconds, kilobytes, "ok" if visit.kept else "zu viel")
    console = Console(width=110)
    console.print(table)
    console.print(f"Versprochen: höchstens {MOST_SECONDS:g} s und {MOST_BYTES // 1000} kB.")
    console.print(f"Von „Los geht’s“ bis zur ersten Frage: {begun:.2f} s".replace(".", ","))


def parser_of(prog: str, about: str) -> Parser:
    """What a measurement on a built site can be asked."""
    parser = Parser(prog=prog, description=about)
    parser.add_argument(
        "--site", metavar="ORDNER", type=Path, default=ROOT / "site", help="gebaute Website; sonst site/"
    )
    parser.add_argument("--runs", metavar="N", type=int, default=3, help="so viele Läufe; sonst 3")
    return parser


if __name__ == "__main__":
    run(main)
