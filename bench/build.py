"""Measure what is promised: the build against hand-written Markdown, the check against the bare YAML loader.

Everything runs in processes of its own, in turns, on made-up case studies (`synthetic.py`). The yardstick of the build
is the same content as a trainer would write it by hand: case studies, questions, glossary and conversations, on as many
pages, with the same theme, the same search and the same drawing of diagrams, but without our generated pages and
macros. What our pages fetch (the index of cards, talks) nobody writes by hand; it counts on our side alone. Neither
side has esbuild: scripts and styles stay as they are, and the list of what devices keep is not made. All is measured
cold but what is called again, with what Python keeps compiled, as on every machine that is not told otherwise.
Processor time decides, because other programs disturb it little; clock time, which gains by two cores, is shown too.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from bench.synthetic import write_the_rest_by_hand
from generalprobe.command import Parser, project_root, run
from generalprobe.reading.loading import load_project

ROOT = project_root()
FOLDERS = ("docs", "data", "generalprobe", "macros", "overrides")
SITE, BY_HAND = "site", "by hand"
REBUILT, OFFERED, OFFERED_AGAIN = "site again", "site with downloads", "site with downloads again"
CHECK, AGAIN, DIAGRAMS, BARE = "check", "check again", "check with diagrams", "yaml.load"
WARM = (AGAIN, REBUILT, OFFERED_AGAIN)
"""What finds all that was made before it."""
OFF = {"GENERALPROBE_DOWNLOADS": "false"}
"""Files to take along are nothing that one writes by hand: they are measured by themselves."""
BUILT_FROM, JUDGED_FROM = 100, 1_000

BARE_LOADER = """
import pathlib, sys, yaml
for file in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
"""
SEARCH_HOOK = """
from pathlib import Path
from generalprobe.search import write_search

def on_post_build(config):
    write_search(Path(config.site_dir))
"""
WRITE_HOSTILE = """
import pathlib, sys
from hostile import HOSTILE
for name, (content, _) in HOSTILE.items():
    data = content if isinstance(content, bytes) else content.encode()
    pathlib.Path(sys.argv[1], f"{name}.yml").write_bytes(data)
"""


@dataclass(frozen=True)
class Cost:
    """What a process took."""

    clock_s: float
    processor_s: float
    """User and system time."""
    peak_mb: float

    @classmethod
    def typical(cls, costs: list[Cost]) -> Cost:
        """The medians."""
        columns = zip(*((cost.clock_s, cost.processor_s, cost.peak_mb) for cost in costs), strict=True)
        return cls(*(round(median(column), 3) for column in columns))


@dataclass(frozen=True)
class Verdict:
    """A promise and what became of it."""

    promise: str
    measured: float
    limit: float

    @property
    def kept(self) -> bool:
        """Whether the promise holds."""
        return self.measured <= self.limit

    def __str__(self) -> str:
        return f"{'ok  ' if self.kept else 'FAIL'} {self.promise}: {self.measured:.2f} (at most {self.limit:g})"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 where every promise that was measured is kept, else 1."""
    options = _parser().parse_args(arguments)
    sizes, runs = ([10, 30], 1) if options.quick else (sorted(options.sizes), options.runs)
    with tempfile.TemporaryDirectory(prefix="generalprobe-bench-") as name:
        costs = {size: measure_size(size, runs, Path(name)) for size in sizes}
        write_hostile(Path(name) / "hostile")
        hostile = measure_files(Path(name) / "hostile", runs)
    judged = verdicts(costs, hostile)
    print_report(costs, hostile, judged, runs)
    if options.json:
        options.json.write_text(as_json(costs, hostile, judged), encoding="utf-8")
    return int(not all(verdict.kept for verdict in judged))


def measure_size(size: int, runs: int, folder: Path) -> dict[str, Cost]:
    """Build and check so many case studies; the typical cost of each task."""
    say(f"{size} case studies: writing them")
    site, by_hand = lay_out(size, folder)
    check = [str(ROOT / "scripts" / "check.py"), "--no-spelling"]
    build = [str(ROOT / "scripts" / "build.py")]
    tasks: dict[str, tuple[Path, list[str], dict[str, str]]] = {
        SITE: (site, build, OFF),
        REBUILT: (site, build, OFF),
        OFFERED: (site, build, {}),
        OFFERED_AGAIN: (site, build, {}),
        BY_HAND: (by_hand, ["-m", "mkdocs", "build"], {}),
        CHECK: (site, [*check, "texts"], {}),
        AGAIN: (site, [*check, "texts"], {}),
        DIAGRAMS: (site, [*check, "data/case-studies"], {}),
        BARE: (site, ["-c", BARE_LOADER, "texts"], {}),
    }
    costs: dict[str, list[Cost]] = {task: [] for task in tasks}
    pages: dict[str, int] = {}
    for turn in range(1, runs + 1):
        for task, (project, command, settings) in tasks.items():
            if task not in WARM:
                put_aside(project, "site", ".cache")
            costs[task].append(measure(command, project, settings=settings))
            say(f"{size} case studies, {task}, run {turn} of {runs}: {costs[task][-1].clock_s:.1f} s")
            if task in (SITE, BY_HAND):
                pages[task] = _count_pages(project / "site", size)
        assert pages[SITE] == pages[BY_HAND], f"not as many pages on both sides: {pages}"
    shutil.rmtree(site)
    shutil.rmtree(by_hand)
    return {task: Cost.typical(each) for task, each in costs.items()}


def put_aside(project: Path, *made: str) -> None:
    """Let a project forget what was made of it. Nothing is removed: disks shun for minutes what has become free."""
    for name in made:
        if (project / name).exists():
            (project / name).rename(tempfile.mkdtemp(prefix="aside-", dir=project.parent) + f"/{name}")


def lay_out(size: int, folder: Path) -> tuple[Path, Path]:
    """Copy the project twice, with the case studies as YAML and as pages written by hand."""
    site, by_hand = folder / f"site-{size}", folder / f"by-hand-{size}"
    for target in (site, by_hand):
        for name in FOLDERS:
            # Of the browser's libraries, which are megabytes, neither side needs any.
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("vendor"))
        _leave_out_case_studies(target)
    shutil.rmtree(by_hand / "docs" / "fallstudien")
    write_the_rest_by_hand(load_project(ROOT).published(), by_hand / "docs")
    _synthetic(str(size), str(site / "data" / "case-studies"))
    _synthetic(str(size), str(site / "texts"), "--no-diagrams")
    _synthetic(str(size), str(by_hand / "docs" / "fallstudien"), "--markdown")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (site / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (by_hand / "mkdocs.yml").write_text(without_our_code(settings), encoding="utf-8")
    (by_hand / "search.py").write_text(SEARCH_HOOK, encoding="utf-8")
    return site, by_hand


def _leave_out_case_studies(project: Path) -> None:
    """Remove the real case studies, and from written pages what shows them or leads to them."""
    ids = "|".join(file.stem for file in (project / "data" / "case-studies").glob("*.yml"))
    shutil.rmtree(project / "data" / "case-studies")
    for page in (project / "docs").rglob("*.md"):
        text = re.sub(rf"\[([^\]]*)\]\([^)\s]*/(?:{ids})/[^)]*\)", r"\1", page.read_text(encoding="utf-8"))
        page.write_text(re.sub(r"\{\{ *(?:slide|quiz)\(.*?\) *\}\}", "", text), encoding="utf-8")


def without_our_code(settings: str) -> str:
    """MkDocs' settings without our macros and pages; a small hook makes the search."""
    parts = {
        r"hooks:.*": "hooks: [search.py]",
        r"plugins:\n  macros:(?:\n    .*)+": "plugins: []",
        r" *- \{name: as-is,.*\n": "",
    }
    for ours, theirs in parts.items():
        settings, found = re.subn(f"^{ours}", theirs, settings, flags=re.MULTILINE)
        assert found == 1, f"mkdocs.yml is not written as this expects: {ours}"
    return settings


def measure(
    command: list[str], project: Path, *, fine: tuple[int, ...] = (0,), settings: Mapping[str, str] | None = None
) -> Cost:
    """Run Python in a project and say what it cost; its output counts only if it fails."""
    environment = {**os.environ, "PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1", **(settings or {})}
    environment["PYTHONPYCACHEPREFIX"] = _compiled().name
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=project,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        clock_s = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in fine:
            output.seek(0)
            sys.exit(f"{' '.join(command)[:200]} ended with {process.returncode}:\n{output.read().decode()[-5000:]}")
    return Cost(clock_s, usage.ru_utime + usage.ru_stime, _megabytes(usage.ru_maxrss))


@cache
def _compiled() -> tempfile.TemporaryDirectory[str]:
    """Keeps what Python has compiled as long as this runs: usually it lies beside the code, and costs nobody time."""
    return tempfile.TemporaryDirectory(prefix="generalprobe-bench-")


def write_hostile(folder: Path) -> None:
    """Write the files that mean harm, in a process of its own: this one's megabytes would count as its children's."""
    folder.mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    subprocess.run([sys.executable, "-c", WRITE_HOSTILE, str(folder)], env=environment, check=True)


def measure_files(folder: Path, runs: int) -> dict[str, Cost]:
    """Check each file of a folder, good or bad; the typical cost by its stem."""
    check = str(ROOT / "scripts" / "check.py")
    costs = {}
    for file in sorted(folder.iterdir()):
        say(f"hostile file {file.stem}")
        each = [measure([check, "--no-spelling", str(file)], ROOT, fine=(0, 1, 2)) for _ in range(runs)]
        costs[file.stem] = Cost.typical(each)
    return costs


def _synthetic(*arguments: str) -> None:
    subprocess.run([sys.executable, ROOT / "bench" / "synthetic.py", *arguments], check=True)


def _count_pages(site: Path, size: int) -> int:
    pages = sum(1 for _ in (site / "fallstudien").rglob("index.html"))
    assert pages == 2 * size + 1, f"{pages} pages below {site}, not two for each of {size} and the overview"
    return sum(1 for _ in site.rglob("*.html"))


def _megabytes(maxrss: int) -> float:
    return maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _ratio(costs: Mapping[str, Cost], task: str, yardstick: str) -> float:
    return costs[task].processor_s / costs[yardstick].processor_s


def verdicts(costs: Mapping[int, Mapping[str, Cost]], hostile: Mapping[str, Cost]) -> list[Verdict]:
    """Which promises are kept, of those that can be judged by what was measured."""
    return [*_verdicts_on_sizes(costs), *_verdicts_on_hostile(hostile)]


def _verdicts_on_sizes(costs: Mapping[int, Mapping[str, Cost]]) -> Iterator[Verdict]:
    """Ratios count at many case studies only: before, starting up outweighs the work.

    Files to take along cost the same for each case study, a build less the more there are: they are judged at 100.
    """
    for size, cost in costs.items():
        if size >= BUILT_FROM:
            limit = 0.8 if size >= JUDGED_FROM else 1.0
            yield Verdict(f"build of {size:,} : hand-written Markdown", _ratio(cost, SITE, BY_HAND), limit)
            if OFFERED in cost and size < JUDGED_FROM:
                yield Verdict(f"build of {size:,} with downloads : without", _ratio(cost, OFFERED, SITE), 2)
            if OFFERED in cost:
                again = _ratio(cost, OFFERED_AGAIN, REBUILT)
                yield Verdict(f"build of {size:,} with downloads again : without", again, 1.1)
        if size >= JUDGED_FROM:
            memory = cost[SITE].peak_mb / cost[BY_HAND].peak_mb
            yield Verdict(f"memory for {size:,} : hand-written Markdown", memory, 1.5)
            yield Verdict(f"check of {size:,} : bare yaml.load", _ratio(cost, CHECK, BARE), 4)
            yield Verdict(f"check of {size:,} again : bare yaml.load", _ratio(cost, AGAIN, BARE), 1)
        if size >= JUDGED_FROM and size // 10 in costs:
            growth = cost[SITE].processor_s / costs[size // 10][SITE].processor_s
            yield Verdict(f"build of {size:,} : build of {size // 10:,}", growth, 9)


def _verdicts_on_hostile(hostile: Mapping[str, Cost]) -> Iterator[Verdict]:
    slowest = max(hostile, key=lambda name: hostile[name].processor_s)
    largest = max(hostile, key=lambda name: hostile[name].peak_mb)
    yield Verdict(f"slowest hostile file ({slowest}), seconds", hostile[slowest].processor_s, 1)
    yield Verdict(f"largest hostile file ({largest}), MB", hostile[largest].peak_mb, 100)


def print_report(
    costs: Mapping[int, Mapping[str, Cost]], hostile: Mapping[str, Cost], judged: list[Verdict], runs: int
) -> None:
    """Print the tables and the verdicts."""
    console = Console(highlight=False, soft_wrap=True, width=120)
    console.print(f"\nMedians of {runs} runs in processes of their own; seconds are processor (clock).\n")
    console.print(_table("build", "hand-written", costs, SITE, BY_HAND))
    if all(OFFERED in cost for cost in costs.values()):
        console.print(_table(OFFERED, SITE, costs, OFFERED, SITE))
    for task in (CHECK, AGAIN, DIAGRAMS):
        console.print(_table(task, "bare yaml.load", costs, task, BARE))
    console.print(f"{len(hostile)} hostile files were checked one by one.\n")
    for verdict in judged:
        console.print(str(verdict))


def _table(task: str, yardstick: str, costs: Mapping[int, Mapping[str, Cost]], own: str, other: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for heading in ("case studies", f"{task}, s", f"{yardstick}, s", "ratio", "peak, MB", f"{yardstick}, MB"):
        table.add_column(heading, justify="right", no_wrap=True)
    for size, cost in costs.items():
        seconds = [f"{each.processor_s:.1f} ({each.clock_s:.1f})" for each in (cost[own], cost[other])]
        peaks = [f"{each.peak_mb:.0f}" for each in (cost[own], cost[other])]
        table.add_row(f"{size:,}", *seconds, f"{_ratio(cost, own, other):.2f}", *peaks)
    table.add_row()
    return table


def as_json(costs: Mapping[int, Mapping[str, Cost]], hostile: Mapping[str, Cost], judged: list[Verdict]) -> str:
    """All costs and verdicts as a JSON object."""
    report: dict[str, Any] = {
        "sizes": {size: {task: asdict(cost) for task, cost in each.items()} for size, each in costs.items()},
        "hostile": {name: asdict(cost) for name, cost in hostile.items()},
        "verdicts": [asdict(verdict) | {"kept": verdict.kept} for verdict in judged],
    }
    return json.dumps(report, indent=2) + "\n"


def say(progress: str) -> None:
    """Tell whoever waits how far it is."""
    print(progress, file=sys.stderr, flush=True)


def _parser() -> Parser:
    parser = Parser(prog="build.py", description="Misst Bau und Prüfung an erfundenen Fallstudien.")
    parser.add_argument("--sizes", metavar="ANZAHL", nargs="+", type=int, default=[10, 100, 1_000], help="wie viele")
    parser.add_argument("--runs", metavar="ANZAHL", type=int, default=3, help="wie oft gemessen wird (sonst 3)")
    parser.add_argument("--quick", action="store_true", help="nur 10 und 30 Fallstudien, nur einmal")
    parser.add_argument("--json", metavar="DATEI", type=Path, help="die Ergebnisse auch als JSON in diese Datei")
    return parser


if __name__ == "__main__":
    run(main)
