"""Every layout stands in Firefox and WebKit too, on a phone and on a laptop."""

from __future__ import annotations

import struct

from browser.website import LAYOUTS
from engines.window import Window

_FACTS = """() => ({
  heading: document.querySelector("main h1").checkVisibility() && document.querySelector("main h1").innerText !== "",
  beyond: document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
})"""

_BESIDE = """() => {
  const [seen, said] = [".gp-slide__card", ".gp-notes__text"].map((place) => document.querySelector(place));
  const isBeside = said.checkVisibility() && said.getBoundingClientRect().left > seen.getBoundingClientRect().right;
  return { wide: innerWidth >= 1100, beside: isBeside };
}"""


def test_every_layout_stands(window: Window) -> None:
    """No script fails, nothing hangs over the edge, the main heading is there."""
    found = {}
    for address in LAYOUTS:
        window.open(address)
        found[address] = window.evaluate(_FACTS) | {"complaints": window.complaints()}
    sound = {"heading": True, "beyond": 0, "complaints": []}
    assert {address: facts for address, facts in found.items() if facts != sound} == {}


def test_what_is_said_stands_beside_its_slide_where_there_is_room(window: Window) -> None:
    """A style unfolds it, which each engine has to know."""
    window.open("fallstudien/service-recovery/")
    found = window.evaluate(_BESIDE)
    assert found["beside"] == found["wide"]


def test_a_page_can_be_magnified(window: Window) -> None:
    """At 200 % it has half the room in the same picture, and works."""
    window.zoom(1)  # Anew: the bar of an earlier download takes room.
    room = window.evaluate("() => [innerWidth, innerHeight]")
    window.zoom(2)
    window.open("ueben/stand/")
    assert window.evaluate("() => [innerWidth, innerHeight]") == [pixels // 2 for pixels in room]
    assert list(struct.unpack(">II", window.screenshot()[16:24])) == room
    assert window.complaints() == []
    window.zoom(1)
    window.open("impressum/")
