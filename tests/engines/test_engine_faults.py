"""What Firefox or WebKit once showed wrong."""

from __future__ import annotations

from browser.website import LAYOUTS
from engines.window import Window

_TERM = "() => getComputedStyle(document.querySelector('.gp-term')).textDecorationLine"
_COLOURS = """(scheme) => {
  document.documentElement.dataset.scheme = scheme;
  const { color, backgroundColor } = getComputedStyle(document.body);
  return [color, backgroundColor];
}"""
_THICK = """() => [...document.querySelectorAll("svg")].filter((each) => getComputedStyle(each).strokeWidth !== "1px")
  .map((each) => each.outerHTML.slice(0, 100))"""


def test_terms_are_underlined(window: Window) -> None:
    window.open("lernen/eskalation/")
    window.wait_for(".gp-term")
    assert window.evaluate(_TERM) == "underline"


def test_each_scheme_has_its_colours(window: Window) -> None:
    window.open()
    assert window.evaluate(_COLOURS, "light") == ["rgb(27, 33, 48)", "rgb(247, 245, 240)"]
    assert window.evaluate(_COLOURS, "dark") == ["rgb(233, 229, 220)", "rgb(20, 23, 29)"]


def test_nothing_but_its_button_asks_for_storage(window: Window) -> None:
    """Firefox opens a question over the page."""
    window.open("fallstudien/service-recovery/fragen/")
    window.click(".gp-current summary")
    window.click(".gp-current .gp-grade:nth-of-type(3)")
    window.wait("() => Object.keys(localStorage).some((key) => key.includes(':progress:'))")
    assert window.evaluate("() => trial.asked") == 0
    if not window.evaluate("() => 'storage' in navigator"):
        return
    window.open("ueben/stand/")
    window.wait_for("[data-persistence]", "Manche Browser fragen dich")
    window.click("[data-ask]")
    window.wait("() => trial.asked === 1")


def test_drawings_are_zoomed_once(window: Window) -> None:
    """WebKit zooms twice what the shapes inherit from the drawing itself: how thick their strokes are."""
    for address in LAYOUTS:
        window.open(address)
        assert window.evaluate(_THICK) == [], address
