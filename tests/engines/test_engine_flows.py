"""What people come for works in Firefox and WebKit too: practising, searching, planning, saving, printing."""

from __future__ import annotations

import json
import re
import zlib
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from engines.window import CONTROL, ENTER, Window, wait_until

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_ANSWERED = "() => Object.keys(localStorage).filter((key) => key.includes(':progress:')).length"
_TODAY = """() => {
  const day = new Date(Date.now() - 4 * 3_600_000);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()];
}"""
"""By the browser's clock, of which nobody knows the zone; a day ends at 4:00."""
_SET_DATE = """(day) => {
  const field = document.querySelector("input[type=date]");
  field.value = day;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}"""


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has, also where its objects are packed."""
    packed = [each for each in _STREAM.findall(pdf) if each[:1] == b"x"]
    return sum(len(_PAGE.findall(part)) for part in [pdf, *(zlib.decompressobj().decompress(each) for each in packed)])


def test_a_question_is_answered_graded_and_the_next_one_stands(window: Window) -> None:
    """By mouse and by key."""
    window.open("fallstudien/service-recovery/fragen/")
    place = "() => document.querySelector('.gp-quiz__place').innerText"
    first = window.evaluate(place)
    window.click(".gp-current summary")
    window.click(".gp-current .gp-grade:nth-of-type(3)")
    window.wait("(before) => document.querySelector('.gp-quiz__place').innerText !== before", first)
    assert window.evaluate(_ANSWERED) == 1
    window.click(".gp-current summary")
    window.press("4")
    window.wait(f"() => ({_ANSWERED})() === 2")


def test_the_search_leads_to_a_page(window: Window) -> None:
    """Opened, typed into and left by keys alone."""
    window.open()
    window.press("k", holding=CONTROL)
    window.wait_for("dialog input")
    window.press("Eskalation")
    window.wait_for(".gp-search__results mark", "skalation")
    window.press(ENTER)
    window.wait("() => location.pathname !== '/'")
    window.wait("() => globalThis.trial?.mounted")


def test_a_date_makes_days_of_the_plan(window: Window) -> None:
    """And both pages know it."""
    window.open("plan/")
    window.wait_for("[data-exam-form]:not([hidden])")
    exam = date(*window.evaluate(_TODAY)) + timedelta(days=20)
    window.evaluate(_SET_DATE, exam.isoformat())
    window.wait_for("[data-step] [data-date]", f"{exam.day}. ")
    window.open("ueben/stand/")
    window.wait_for("[data-head]", "20 Tage")


def test_what_was_practised_is_saved_as_a_file(window: Window) -> None:
    """The file is where the browser puts downloads."""
    window.open("fallstudien/service-recovery/fragen/")
    window.click(".gp-current summary")
    window.click(".gp-current .gp-grade:nth-of-type(3)")
    window.open("ueben/stand/")
    for file in window.downloads.rglob("*.json"):
        file.unlink()
    window.click("[data-export]")
    window.wait_for("[data-kept]", "bei deinen Downloads")
    assert _whole_json(window.downloads)["format"] == "generalprobe-lernstand"


def _whole_json(folder: Path) -> dict[str, Any]:
    """What the only file of a folder holds, once it is there and whole: a browser makes it first, and fills it then."""

    def read() -> Any:
        with suppress(StopIteration, ValueError):
            return json.loads(next(folder.rglob("*.json")).read_text(encoding="utf-8"))
        return None

    found: dict[str, Any] = wait_until(read, "a whole file")
    return found


def test_the_marking_sheet_is_one_page(window: Window) -> None:
    """Printed where the engine writes PDF; in print styles it never asks for the height of a screen."""
    window.open("nachschlagen/bewertungsbogen/")
    pdf = window.pdf()
    if pdf is not None:
        assert pages_of(pdf) == 1
    window.wear_print_styles()
    assert window.evaluate("() => getComputedStyle(document.body).minHeight") in ("0px", "auto")
