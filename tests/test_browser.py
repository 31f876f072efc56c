"""Which browser the tests drive, and what happens where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import browser

pytestmark = pytest.mark.slow

Put = Callable[..., Path]

SHOWS_A_PAGE = "#!/bin/sh\necho '<html><p>da</p></html>'\n"
ONLY_A_POINTER = "#!/bin/sh\necho 'Please install me from the shop' >&2; exit 1\n"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no browser but those that a test puts there."""
    monkeypatch.delenv(browser.SETTING, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "PLACES", ())
    monkeypatch.setattr(browser, "ASKED", tmp_path / "asked")
    monkeypatch.setattr(browser, "_is_root", lambda: False)
    monkeypatch.setattr(browser, "_playwright_browser", lambda: tmp_path / "of-playwright")
    return tmp_path


@pytest.fixture
def put(machine: Path) -> Put:
    def put(name: str, script: str = SHOWS_A_PAGE) -> Path:
        (machine / name).write_text(script)
        (machine / name).chmod(0o755)
        return machine / name

    return put


def test_the_machines_own_comes_before_playwrights(put: Put) -> None:
    put("of-playwright")
    own = put("google-chrome")
    assert browser.find_browser() == own


def test_one_that_does_not_start_is_passed_over(put: Put) -> None:
    """Ubuntu's chromium-browser only says where to get it."""
    put("chromium-browser", ONLY_A_POINTER)
    assert browser.find_browser() is None
    second = put("of-playwright")
    assert browser.find_browser() == second


def test_the_one_that_was_asked_for_is_the_only_one(
    put: Put, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put("chromium")
    monkeypatch.setenv(browser.SETTING, str(put("mine", ONLY_A_POINTER)))
    monkeypatch.setattr(browser, "_succeeds", lambda command: pytest.fail(f"ran {command}"))
    assert browser.main(["--install"]) == 2
    assert "Es gibt hier keinen Browser, der startet." in capsys.readouterr().err


def test_playwright_is_asked_first_and_debian_only_if_that_failed(
    put: Put, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def succeeds(command: list[str]) -> bool:
        ran.append(command)
        if "playwright" in command:
            return False
        if command[-1] == "chromium":
            put("chromium")
        return True

    put("apt-get")
    put("sudo")
    monkeypatch.setattr(browser, "_succeeds", succeeds)
    assert browser.main(["--install"]) == 0
    assert [command[-1] for command in ran] == ["chromium", "true", "update", "chromium"]
    assert "Browser: " in capsys.readouterr().out


@pytest.mark.parametrize("debian_has_it", [True, False])
def test_root_gets_one_without_an_interface_too_and_asks_for_it_once(
    put: Put, monkeypatch: pytest.MonkeyPatch, debian_has_it: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside a whole one; where Debian has none, the tests run with that."""
    ran: list[str] = []

    def succeeds(command: list[str]) -> bool:
        ran.append(command[-1])
        return debian_has_it and bool(put(browser.SHELL))

    put("apt-get")
    whole = put("chromium")
    monkeypatch.setattr(browser, "_is_root", lambda: True)
    monkeypatch.setattr(browser, "_succeeds", succeeds)
    assert [browser.main(["--install"]) for _ in range(2)] == [0, 0]
    assert ran == (["update", browser.SHELL] if debian_has_it else ["update"])
    assert browser.find_quick_browser() == (whole.with_name(browser.SHELL) if debian_has_it else whole)
    assert browser.find_browser() == whole
    assert ("nur länger" in capsys.readouterr().out) is not debian_has_it


def test_where_one_was_asked_for_no_other_is_quicker(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put(browser.SHELL)
    mine = put("mine")
    monkeypatch.setenv(browser.SETTING, str(mine))
    assert browser.find_quick_browser() == mine


def test_a_quick_one_that_does_not_start_is_passed_over(put: Put) -> None:
    put(browser.SHELL, ONLY_A_POINTER)
    whole = put("chromium")
    assert browser.find_quick_browser() == whole


def test_a_download_that_starts_is_enough(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_succeeds", lambda command: "playwright" in command and bool(put("of-playwright")))
    assert browser.main(["--install"]) == 0


def test_without_the_right_to_install_nothing_is_tried(
    put: Put, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put("apt-get")
    ran: list[list[str]] = []

    def fails(command: list[str]) -> bool:
        ran.append(command)
        return False

    monkeypatch.setattr(browser, "_succeeds", fails)
    put("sudo")
    assert browser.main(["--install"]) == 2
    assert not [command for command in ran if "apt-get" in command]
    assert ["sudo", "-n", "true"] in ran
    assert "sudo apt install chromium" in capsys.readouterr().err


ENGINES = {"firefox-esr": "firefox-esr", "webkit2gtk-driver": "WebKitWebDriver", "xvfb": "Xvfb"}


def test_the_other_engines_come_from_debian(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only those that are missing, and only once."""
    installed: list[list[str]] = []

    def succeeds(command: list[str]) -> bool:
        wanted = [package for package in command if package in ENGINES]
        installed.extend([wanted] if wanted else [])
        for package in wanted:
            put(ENGINES[package])
        return True

    put("apt-get")
    put("firefox")
    monkeypatch.setattr(browser, "_succeeds", succeeds)
    monkeypatch.setattr(browser, "_is_root", lambda: True)
    assert [browser.main(["--engines"]) for _ in range(2)] == [0, 0]
    assert installed == [["webkit2gtk-driver", "xvfb"]]


def test_engines_that_cannot_be_had_are_named(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    """With the command that gets them, and an exit status that stops `make`."""
    put("Xvfb")
    assert browser.main(["--engines"]) == 2
    assert "sudo apt install firefox-esr webkit2gtk-driver" in capsys.readouterr().err


def test_nothing_is_fetched_unless_asked_for(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_succeeds", lambda command: pytest.fail(f"ran {command}"))
    assert browser.main([]) == 2
