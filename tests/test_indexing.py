"""A preview's search follows its pages in the background, and leaves nothing behind when it is ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros import indexing
from macros.indexing import Indexing

pytestmark = pytest.mark.slow

PAGE = '<!doctype html><html lang="de"><body><main data-pagefind-body><h1 id="oben">Störung</h1></main></body></html>'
PATIENCE_SECONDS = 60


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    return site


@pytest.fixture
def running(site: Path) -> Iterator[Indexing]:
    running = Indexing(site, site.parent / "kept")
    yield running
    running.end()


def comes(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (met := condition()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return met


def test_a_burst_of_saves_makes_one_run_and_a_later_one_another(
    site: Path, running: Indexing, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = "open(sys.argv[1] + '/runs', 'a').write('one\\n')"
    monkeypatch.setattr(indexing, "_WRITE", f"import sys\n{note}\n")
    runs = site / "runs"
    for _ in range(10):
        running.want()
        time.sleep(0.02)
    assert comes(runs.exists)
    time.sleep(2 * indexing.CALM_SECONDS)
    assert runs.read_text() == "one\n"
    running.want()
    assert comes(lambda: runs.read_text() == "one\none\n")


@pytest.fixture
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """For what does not depend on how long nothing more is saved."""
    monkeypatch.setattr(indexing, "CALM_SECONDS", 0.1)


@pytest.mark.usefixtures("_hasty")
def test_the_search_comes_by_itself(site: Path, running: Indexing) -> None:
    running.want()
    assert comes((site / "pagefind" / "pagefind-entry.json").exists)
    assert comes((running.kept / "state.json").exists)


@pytest.mark.usefixtures("_hasty")
@pytest.mark.parametrize("after_seconds", [0.05, 0.4, 0.7])
def test_ended_at_any_time_it_is_quick_and_leaves_nothing_behind(site: Path, after_seconds: float) -> None:
    running = Indexing(site, site.parent / "kept")
    running.want()
    time.sleep(after_seconds)
    started = time.monotonic()
    running.end()
    assert time.monotonic() - started < PATIENCE_SECONDS
    assert {file.name for file in site.parent.iterdir()} <= {"site", "kept"}
