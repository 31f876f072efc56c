"""Measure a page of very many questions in the browser: how soon one can answer, against the page without scripts.

Both are loaded in turns in one run, from a server on this machine: with JavaScript off until the page has loaded, with
it on until the first question can be answered. Medians are compared.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from bench.build import ROOT, measure, say
from bench.phone import launched, serving
from generalprobe.command import Parser, refuse, run
from generalprobe.exporting.writing import to_yaml
from generalprobe.format.questions import OpenQuestion, QuestionBank
from scripts.browser import NONE_FOUND, find_browser

LIMIT = 1.5
FOLDERS = ("docs", "data", "generalprobe", "macros", "overrides", "scripts")
BUILD = ["scripts/build.py"]
PAGE = "ueben/fragen/viele/"
FIRST_ANSWER = ".gp-question button >> text=Antworten"
SENTENCE = "Zuerst grenze ich ein, wer betroffen ist, dann prüfe ich, was sich geändert hat, und halte es fest."


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 quick enough, 1 too slow, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    browser = find_browser()
    if browser is None:
        return refuse(NONE_FOUND)
    with tempfile.TemporaryDirectory() as folder, serving(lay_out(Path(folder), options.questions)) as url:
        without, with_scripts = measure_page(browser, url + PAGE, options.runs)
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
    say("baut die Seiten …")
    measure(BUILD, folder)
    return folder / "site"


def _bank(questions: int) -> QuestionBank:
    answer = f"{SENTENCE} {SENTENCE}"
    asked = (
        OpenQuestion(id=f"frage-{number}", question=f"Wie gehen Sie in Fall {number} vor?", answer=answer)
        for number in range(1, questions + 1)
    )
    return QuestionBank(title="Viele", topic="Vorgehen und Methodik", questions=tuple(asked))


def measure_page(browser: Path, url: str, runs: int) -> tuple[float, float]:
    """Seconds until the page has loaded without scripts, and until its first question can be answered with them."""
    times: dict[bool, list[float]] = {False: [], True: []}
    with launched(browser) as chromium:
        for turn in range(runs + 1):
            for scripts in times:
                seconds = _load(chromium, url, scripts)
                if turn:  # the first turn warms up
                    times[scripts].append(seconds)
                    say(f"Lauf {turn} von {runs}, {'mit' if scripts else 'ohne'} JavaScript: {seconds:.2f} s")
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


def _parser() -> Parser:
    about = "Misst im Browser, wie bald man auf einer Seite voller Fragen die erste beantworten kann."
    parser = Parser(prog="quiz.py", description=about)
    parser.add_argument("--questions", metavar="N", type=int, default=2000, help="so viele Fragen; sonst 2000")
    parser.add_argument("--runs", metavar="N", type=int, default=5, help="so viele Läufe; sonst 5")
    return parser


if __name__ == "__main__":
    run(main)
