"""Every layout stands in Firefox and WebKit too, on a phone and on a laptop."""

from __future__ import annotations

import struct

from browser.website import LAYOUTS
from engines.window import Window

_FACTS = """() => ({
  heading: document.querySelector("main h1").checkVisibility() && document.querySelector("main h1").innerText !== "",
  beyond: document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
})"""


def test_every_layout_stands(window: Window) -> None:
    """No script fails, nothing hangs over the edge, the main heading is there."""
    found = {}
    for address in LAYOUTS:
        window.open(address)
        found[address] = window.evaluate(_FACTS) | {"complaints": window.complaints()}
    sound = {"heading": True, "beyond": 0, "complaints": []}
    assert {address: facts for address, facts in found.items() if facts != sound} == {}


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
