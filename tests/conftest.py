"""What all tests share: the switch that rewrites golden files, and the browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

if TYPE_CHECKING:
    from browser.visitor import Windows

# The processes that share the tests, and the commands that they run, find what was compiled by any before them: each
# would need six seconds of its own for it, and half the time of a short command goes into its imports.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# A busy machine is no failure.
settings.register_profile("generalprobe", deadline=None)
settings.load_profile("generalprobe")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files; review the difference")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests come first: two processes share the files, and are to end at the same time.

    Those of the browser come second: the processes reach them one after the other, and build their site but once.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path not in slow, item.path.parent.name == "browser"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file, or write it there if asked to."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8"), "not what the golden file holds; --golden rewrites it"

    return compare


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser; only one can be driven at a time in a process, so every test takes this one."""
    from browser.visitor import launched

    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Iterator[Windows]:
    """The windows of that browser."""
    from browser.visitor import Windows

    windows = Windows(chromium)
    yield windows
    windows.close()
