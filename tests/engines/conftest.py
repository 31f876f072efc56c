"""What the tests in other engines share: the small site, and a window of each engine that lives as long as the run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from browser.website import Website, serving, small_site
from engines.firefox import Firefox
from engines.webkit import WebKit
from engines.window import Window, watched

PHONE = (390, 844)
LAPTOP = (1440, 900)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Website]:
    with serving(watched(small_site(tmp_path_factory.mktemp("website")))) as website:
        yield website


@pytest.fixture(scope="session", params=[Firefox, WebKit], ids=["firefox", "webkit"])
def browser(
    request: pytest.FixtureRequest, site: Website, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Window]:
    window: Window = request.param(site, tmp_path_factory.mktemp("profile"))
    yield window
    window.close()


@pytest.fixture(scope="session", params=[PHONE, LAPTOP], ids=["phone", "laptop"])
def sized(request: pytest.FixtureRequest, browser: Window) -> Window:
    """A window of each size; what it has stored stays from test to test."""
    browser.resize(*request.param)
    return browser


@pytest.fixture
def window(sized: Window) -> Iterator[Window]:
    """A window on a device that has nothing stored; nothing may go wrong on the page where it ends."""
    sized.open("impressum/")
    sized.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    yield sized
    assert sized.complaints() == []
