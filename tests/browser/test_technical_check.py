"""The technical check of a mock exam: what camera, microphone and screen measure, and what is said without them."""

from __future__ import annotations

from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.visitor import LAPTOP, PHONE, Visitor, wait_until
from playwright.sync_api import Locator, Page, expect

axe = accessibility.axe
_REMEMBERED = """
  window.streams = [];
  const devices = navigator.mediaDevices;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => { const stream = await ask(wanted); streams.push(stream); return stream; };
  devices.getDisplayMedia = async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
    Object.assign(canvas.getContext("2d"), { fillStyle: "#777" }).fillRect(0, 0, 640, 360);
    const stream = canvas.captureStream(5);
    streams.push(stream);
    Object.defineProperty(stream.getVideoTracks()[0], "getSettings", { value: () => ({ displaySurface: "window" }) });
    return stream;
  };
  const Node = AudioWorkletNode;
  AudioWorkletNode = class extends Node { constructor(...given) { super(...given); window.tap = this; } };
"""
"""Everything that is opened, a screen to share as no headless browser has one, and the way in for pieces of sound."""
_OPEN = "() => streams.flatMap((each) => each.getTracks()).filter(({ readyState }) => readyState === 'live').length"
_SPOKEN = """() => {
  const piece = (size) => Float32Array.from({ length: 960 }, (_, place) => size * Math.sin(place / 20));
  for (let at = 0; at < 150; at += 1) window.tap.port.onmessage({ data: piece(0.001) });
  for (let at = 0; at < 300; at += 1) window.tap.port.onmessage({ data: piece(at % 5 ? 0.1 : 0.001) });
}"""
"""Silence and a sentence of the measure's nine seconds, at once."""
_UNPLUGGED = "() => streams.at(-1).getTracks()[0].dispatchEvent(new Event('ended'))"
_REFUSING = """(name) => {
  navigator.mediaDevices.getUserMedia = async () => { throw new DOMException("", name); };
}"""
_INSECURE = "() => { Object.defineProperty(window, 'isSecureContext', { value: false }); }"
_NO_SCREEN = "Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', { value: undefined })"


_STORED = "async () => [...Object.keys(localStorage), ...(await indexedDB.databases()).map(({ name }) => name)].sort()"


def _at_the_check(visit: Visitor) -> Page:
    page = visit.open("pruefung/?fall=service-recovery")
    page.get_by_role("button", name="Probeprüfung beginnen").press("Enter")
    expect(page.get_by_role("heading", name="Ist alles bereit?")).to_be_focused()
    return page


def _station(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name)


def test_microphone_camera_and_screen_are_measured(visitor: Visit, axe: str) -> None:
    """By keyboard; what was heard can be heard again, what is unplugged is named, and nothing stays on or is stored."""
    visit = visitor(devices=True, viewport=LAPTOP)
    visit.permit("microphone", "camera")
    visit.before(_REMEMBERED)
    page = _at_the_check(visit)
    expect(page.get_by_text("nicht gemessen")).to_have_count(3)
    stored = page.evaluate(_STORED)
    microphone = _station(page, "Mikrofon")
    microphone.get_by_role("button", name="Mikrofon einschalten").press("Enter")
    expect(microphone.get_by_role("meter")).not_to_have_attribute("aria-valuetext", "aus")
    expect(microphone.get_by_label("Gerät")).to_contain_text("Fake")
    microphone.get_by_role("button", name="Stille und Satz messen").press("Enter")
    expect(microphone.get_by_text("Sei drei Sekunden still.")).to_be_visible()
    page.evaluate(_SPOKEN)
    expect(microphone.get_by_text("gemessen: gut")).to_be_visible()
    expect(microphone.get_by_role("status")).to_contain_text("hebt sich klar vom Raum ab")
    microphone.get_by_role("button", name="Satz anhören").press("Enter")
    microphone.get_by_role("button", name="Anhalten").press("Enter")
    expect(microphone.get_by_role("button", name="Satz anhören")).to_be_focused()
    camera = _station(page, "Kamera")
    camera.get_by_role("button", name="Kamera einschalten").press("Enter")
    expect(camera.get_by_text("gemessen: gut")).to_be_visible()
    expect(camera.get_by_text("1280 × 720 Punkte")).to_be_visible()
    screen = _station(page, "Bildschirm teilen")
    screen.get_by_role("button", name="Freigabe ausprobieren").press("Enter")
    expect(screen.get_by_text("Geteilt war ein einzelnes Fenster.")).to_be_visible()
    assert page.evaluate(_OPEN) == 2
    assert accessibility._violations(page, axe) == []
    camera.get_by_role("button", name="Kamera ausschalten").press("Enter")
    wait_until(page, lambda: page.evaluate(_OPEN), 1)
    camera.get_by_role("button", name="Kamera einschalten").press("Enter")
    wait_until(page, lambda: page.evaluate(_OPEN), 2)
    page.evaluate(_UNPLUGGED)
    expect(camera.get_by_text("Die Kamera ist weg.")).to_be_visible()
    expect(camera.get_by_text("nicht gemessen")).to_be_visible()
    page.get_by_role("button", name="Weiter zum Vortrag").press("Enter")
    expect(page.get_by_role("heading", name="Gleich beginnt dein Vortrag")).to_be_focused()
    wait_until(page, lambda: page.evaluate(_OPEN), 0)
    assert page.evaluate(_STORED) == stored


def test_what_cannot_be_had_is_said_with_the_way_out(visitor: Visit, axe: str) -> None:
    """Not permitted, none there, in use, no secure address, no screen to share on a telephone; all can be skipped."""
    visit = visitor(devices=True, viewport=PHONE, color_scheme="dark")
    visit.before(_NO_SCREEN)
    page = _at_the_check(visit)
    expect(_station(page, "Bildschirm teilen")).to_have_count(0)
    _station(page, "Mikrofon").get_by_role("button", name="Mikrofon einschalten").click()
    expect(_station(page, "Mikrofon").get_by_text("Das Mikrofon ist für diese Seite nicht erlaubt.")).to_be_visible()
    expect(_station(page, "Mikrofon").get_by_role("button", name="Mikrofon einschalten")).to_be_focused()
    assert accessibility._violations(page, axe) == []
    for name, said in {
        "NotFoundError": "Der Browser findet keine.",
        "NotReadableError": "ein anderes Programm",
    }.items():
        page.evaluate(_REFUSING, name)
        _station(page, "Kamera").get_by_role("button", name="Kamera einschalten").click()
        expect(_station(page, "Kamera").get_by_role("status")).to_contain_text(said)
    page.evaluate(_INSECURE)
    _station(page, "Kamera").get_by_role("button", name="Kamera einschalten").click()
    expect(_station(page, "Kamera").get_by_role("status")).to_contain_text("Diese Adresse ist nicht gesichert")
    page.get_by_role("button", name="Weiter zum Vortrag").click()
    expect(page.get_by_role("heading", name="Gleich beginnt dein Vortrag")).to_be_focused()
