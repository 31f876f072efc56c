"""What the tests in the browser share: the whole site, built and served once, and visitors without a complaint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser.visitor import Visitor, Windows
from browser.website import Website, add_vendor, build, serving, small_site
from copies import copy_project

Visit = Callable[..., Visitor]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of these are slow; pytest hands every test of the run to each conftest."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Website]:
    """The site with a little of its content, and with every kind of artifact and of question."""
    with serving(small_site(tmp_path_factory.mktemp("website"))) as website:
        yield website


@pytest.fixture(scope="session")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Website]:
    """The site with all of its content, for what is asked of every page."""
    project = copy_project(tmp_path_factory.mktemp("whole"))
    add_vendor(project)
    with serving(build(project)) as website:
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
