"""What the tests in the browser share: the whole site, built and served once, and visitors without a complaint."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.visitor import Visitor, Windows
from browser.website import Website, serving, small_site
from browser.website import whole_site as whole
from copies import ROOT

from generalprobe.format.preparation import Preparation
from generalprobe.reading.loading import load_project

Visit = Callable[..., Visitor]
_PATIENCE_SECONDS = 300


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of these are slow; pytest hands every test of the run to each conftest."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


def _made_once(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path], meanwhile: Callable[[], object] = bool
) -> Path:
    """Let the first of the processes that share the tests make a site in a new folder; the others wait for it.

    Who would have to wait does something else `meanwhile`.
    """
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    made, failed = folder / "made", folder / "failed"
    try:
        folder.mkdir()
    except FileExistsError:
        meanwhile()
        end = time.monotonic() + _PATIENCE_SECONDS
        while not made.exists():
            assert not failed.exists() and time.monotonic() < end, f"another process could not build the site: {name}"
            time.sleep(0.1)
        return Path(made.read_text("utf-8"))
    try:
        site = make(folder / "project")
    except BaseException:
        failed.touch()
        raise
    (folder / "making").write_text(str(site), "utf-8")
    (folder / "making").rename(made)
    return site


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Website]:
    """The site with a little of its content, and with every kind of artifact and of question."""

    def make_what_is_needed_later() -> None:
        if any("whole_site" in getattr(item, "fixturenames", ()) for item in request.session.items):
            _made_once(tmp_path_factory, "whole", whole)

    with serving(_made_once(tmp_path_factory, "website", small_site, make_what_is_needed_later)) as website:
        yield website


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Website]:
    """The site with all of its content, for what is asked of every page."""
    with serving(_made_once(tmp_path_factory, "whole", whole)) as website:
        yield website


@pytest.fixture
def visitor(windows: Windows, site: Website) -> Iterator[Visit]:
    """Make visitors; the test fails if one of them has a complaint about any page."""
    visitors: list[Visitor] = []

    def visitor(*, to: Website = site, **options: Any) -> Visitor:
        visitors.append(Visitor(windows, to, **options))
        return visitors[-1]

    yield visitor
    complaints = [complaint for each in visitors for complaint in each.complaints]
    for each in visitors:
        each.close()
    assert complaints == []


@pytest.fixture(scope="session")
def preparation() -> Preparation:
    """The way to the exam as it is authored."""
    found = load_project(ROOT).only(Preparation)
    assert found
    return found
