"""A talk is given in Firefox and WebKit too: slides turn by keys and by other windows, and a reload loses nothing."""

from __future__ import annotations

from engines.window import Window

TALK = "buehne/?fall=service-recovery"
PAGE_DOWN, HOME = "\ue00f", "\ue011"
_CHOOSE = """(way) => document.querySelector(`input[name=way][value=${way}]`).click()"""
_TITLE = ".gp-stage__title"
# A window as the one with the slides, without a window: what it would hear and say.
_BESIDE = """async () => {
  const { channelName } = await import("/javascripts/talk/windows.mjs");
  globalThis.beside = { heard: [], channel: new BroadcastChannel(channelName("service-recovery")) };
  beside.channel.onmessage = ({ data }) => beside.heard.push(data);
  beside.channel.postMessage({ type: "hello", shows: true });
}"""
_HEARD = "(slide, cover) => beside.heard.some((each) => each.slide === slide && each.cover === cover)"
_SAY = "(message) => beside.channel.postMessage(message)"
_FOCUSED = "() => document.activeElement.localName"
_OVER = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


def _begun(window: Window, way: str) -> None:
    window.open(TALK)
    window.wait_for(".gp-before__begin, .gp-unavailable")
    said = window.evaluate("() => document.querySelector('.gp-rehearsal').innerText")
    assert "Probe starten" in said, said
    window.evaluate(_CHOOSE, way)
    window.click(".gp-before__begin")
    window.wait_for(".gp-stage")


def test_a_talk_is_given_by_keys(window: Window) -> None:
    """The slide's heading has the keyboard; other windows hear of everything and may turn slides too."""
    _begun(window, "one")
    window.evaluate(_BESIDE)
    window.press(PAGE_DOWN)
    window.wait_for(_TITLE, "2/8")
    assert window.evaluate(_FOCUSED) == "h3"
    window.press("b")
    window.wait(_HEARD, "ausgangslage-der-incident", "black")
    window.evaluate(_SAY, {"type": "act", "action": "next"})
    window.wait_for(_TITLE, "3/8")
    window.wait_for(".gp-stage__elapsed", ":")
    assert window.evaluate(_OVER) <= 0
    window.press(HOME)
    window.wait_for(_TITLE, "1/8")


def test_a_reload_goes_on_and_the_end_shows_what_came_of_it(window: Window) -> None:
    """Also with notes and clock alone."""
    _begun(window, "clock")
    window.press(PAGE_DOWN)
    window.wait_for(_TITLE, "2/8")
    window.open(TALK)
    window.wait_for(".gp-resume", "Ausgangslage")
    window.click(".gp-resume .gp-button--primary")
    window.wait_for(_TITLE, "2/8")
    window.press("8\ue007")
    window.wait_for(_TITLE, "8/8")
    window.press(PAGE_DOWN)
    window.wait_for("dialog", "Vortrag beenden")
    window.click("dialog .gp-button--primary")
    window.wait_for(".gp-end", "Dein Ergebnis")


def test_the_window_with_the_slides_follows(window: Window) -> None:
    """It shows what it is told, and asks for it when it comes."""
    window.open("buehne/folien/?fall=service-recovery")
    window.evaluate(_BESIDE)
    window.evaluate(_SAY, {"type": "state", "slide": "die-herausforderung", "cover": ""})
    window.wait_for("h3", "Vertrauen ist weg")
    window.press(PAGE_DOWN)
    window.wait("() => beside.heard.some((each) => each.type === 'act' && each.action === 'next')")
    assert window.evaluate(_OVER) <= 0
