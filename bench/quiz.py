"""Measure a page of very many questions in the browser: how soon one can answer, against the page without scripts.

Both are loaded in turns in one run, from a server on this machine: with JavaScript off until the page has loaded, with
it on until the first question can be answered. Medians are compared.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from generalprobe.command import Parser, project_root, refuse, run
from generalprobe.exporting.writing import to_yaml
from generalprobe.format.questions import OpenQuestion, QuestionBank

ROOT = project_root()
LIMIT = 1.5
FOLDERS = ("docs", "data", "generalprobe", "macros", "overrides", "scripts")
PAGE = "ueben/fragen/viele/"
FIRST_ANSWER = ".gp-question button >> text=Antworten"
SENTENCE = "Zuerst grenze ich ein, wer betroffen ist, dann prüfe ich, was sich geändert hat, und halte es fest."


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 quick enough, 1 too slow, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    found = subprocess.run([sys.executable, ROOT / "scripts" / "browser.py"], capture_output=True, text=True)
    if found.returncode:
        return refuse(found.stderr.strip())
    with tempfile.TemporaryDirectory() as folder, serving(lay_out(Path(folder), options.questions)) as url:
        without, with_scripts = measure(found.stdout.strip().removeprefix("Browser: "), url + PAGE, options.runs)
    ratio = with_scripts / without
    print(f"{options.questions} Fragen auf einer Seite, Mediane aus {options.runs} Läufen")
    print(f"ohne JavaScript geladen        {without:6.2f} s".replace(".", ","))
    print(f"erste Antwort möglich          {with_scripts:6.2f} s".replace(".", ","))
    print(f"Verhältnis                     {ratio:6.2f} (höchstens {LIMIT})".replace(".", ","))
    return int(ratio > LIMIT)


def lay_out(folder: Path, questions: int) -> Path:
    """Build a copy of the site, as it is published, with a page of so many questions."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / "data" / "question-bank" / "viele.yml").write_text(to_yaml(_bank(questions)), encoding="utf-8")
    _say("baut die Seiten …")
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, str(folder / "scripts" / "build.py")]
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr[-5000:])
    return folder / "site"


def _bank(questions: int) -> QuestionBank:
    answer = f"{SENTENCE} {SENTENCE}"
    asked = (
        OpenQuestion(id=f"frage-{number}", question=f"Wie gehen Sie in Fall {number} vor?", answer=answer)
        for number in range(1, questions + 1)
    )
    return QuestionBank(title="Viele", topic="Vorgehen und Methodik", questions=tuple(asked))


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder on this machine, as long as the block runs."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def log_message(self, format: str, *args: object) -> None:
        pass


def measure(browser: str, url: str, runs: int) -> tuple[float, float]:
    """Seconds until the page has loaded without scripts, and until its first question can be answered with them."""
    times: dict[bool, list[float]] = {False: [], True: []}
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for turn in range(runs + 1):
            for scripts in times:
                seconds = _load(chromium, url, scripts)
                if turn:  # the first turn warms up
                    times[scripts].append(seconds)
                    _say(f"Lauf {turn} von {runs}, {'mit' if scripts else 'ohne'} JavaScript: {seconds:.2f} s")
        chromium.close()
    return median(times[False]), median(times[True])


def _load(chromium: Browser, url: str, scripts: bool) -> float:
    context = chromium.new_context(java_script_enabled=scripts, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    started = time.perf_counter()
    page.goto(url, wait_until="commit" if scripts else "load", timeout=120_000)
    if scripts:
        page.locator(FIRST_ANSWER).first.click(trial=True, timeout=120_000)
    seconds = time.perf_counter() - started
    context.close()
    return seconds


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _parser() -> Parser:
    about = "Misst im Browser, wie bald man auf einer Seite voller Fragen die erste beantworten kann."
    parser = Parser(prog="quiz.py", description=about)
    parser.add_argument("--questions", metavar="N", type=int, default=2000, help="so viele Fragen; sonst 2000")
    parser.add_argument("--runs", metavar="N", type=int, default=5, help="so viele Läufe; sonst 5")
    return parser


if __name__ == "__main__":
    run(main)
