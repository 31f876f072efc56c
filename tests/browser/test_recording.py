"""One's own voice in a rehearsal, through the microphone that Chromium makes up: recorded, heard again, deleted."""

from __future__ import annotations

from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.visitor import LAPTOP, PHONE, opened_beside, reloaded, wait_until
from playwright.sync_api import Locator, Page, expect

axe = accessibility.axe
TALK = "buehne/?fall=service-recovery"
_SHORT = """
  const start = MediaRecorder.prototype.start;
  MediaRecorder.prototype.start = function () { return start.call(this, 300); };
"""
"""Pieces that nobody waits five seconds for."""
_WITH_FAULTS = f"""{_SHORT}
  const devices = navigator.mediaDevices;
  const ask = devices?.getUserMedia.bind(devices);
  if (devices) devices.getUserMedia = async (wanted) => (window.stream = await ask(wanted));
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {{
    if (window.isFull) throw new DOMException("", "QuotaExceededError");
    return put.apply(this, given);
  }};
"""
_UNPLUGGED = "() => window.stream.getTracks()[0].dispatchEvent(new Event('ended'))"
_LIVE = "() => window.stream.getTracks().filter(({ readyState }) => readyState === 'live').length"
_PIECES = """async () => {
  const base = (await indexedDB.databases()).find(({ name }) => name.endsWith(":voice"));
  if (!base) return [];
  const asked = indexedDB.open(base.name);
  await new Promise((done) => { asked.onsuccess = done; });
  const keys = asked.result.transaction("pieces").objectStore("pieces").getAllKeys();
  await new Promise((done) => { keys.onsuccess = done; });
  asked.result.close();
  return keys.result.filter((key) => key.startsWith("sounds:")).map((key) => key.split(":")[2]);
}"""
"""Of which part each piece is that lies in the data base."""


def _parts(page: Page) -> list[str]:
    return sorted(set(page.evaluate(_PIECES)))


def _sign(page: Page) -> Locator:
    return page.locator(".gp-on-air")


def _begin(page: Page) -> None:
    page.get_by_label("Alles auf einem Bildschirm").check(force=True)
    page.get_by_label("Meine Stimme aufnehmen").press("Space")
    expect(page.get_by_text("Das Mikrofon ist bereit.")).to_be_visible()
    page.get_by_role("button", name="Probe starten").press("Enter")


def _end(page: Page) -> None:
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.get_by_role("dialog").get_by_role("button", name="Beenden").press("Enter")


def test_a_rehearsal_is_recorded_heard_by_slide_and_deleted(visitor: Visit, axe: str) -> None:
    """By keyboard, with a pause and a reload in the middle; it goes with its run, and comes back with it."""
    visit = visitor(devices=True, viewport=LAPTOP)
    visit.permit("microphone")
    visit.before(_SHORT)
    page = visit.open(TALK)
    assert page.evaluate(_PIECES) == []
    _begin(page)
    expect(_sign(page)).to_contain_text("Aufnahme läuft")
    wait_until(page, lambda: _parts(page), ["00"])
    assert accessibility._violations(page, axe) == []
    page.keyboard.press("t")
    expect(_sign(page)).to_contain_text("Aufnahme angehalten")
    page.keyboard.press("t")
    wait_until(page, lambda: _parts(page), ["00", "01"])
    page.keyboard.press("ArrowRight")
    reloaded(page).get_by_role("button", name="Weiter").first.press("Enter")
    wait_until(page, lambda: _parts(page), ["00", "01", "02"])
    page.keyboard.press("ArrowRight")
    before = len(page.evaluate(_PIECES))
    wait_until(page, lambda: len(page.evaluate(_PIECES)) > before + 6, wanted=True)
    _end(page)
    voice = page.get_by_role("region", name="Deine Stimme")
    third = voice.get_by_role("button", name="Die Herausforderung")
    third.press("Enter")
    expect(third).to_have_attribute("aria-current", "true")
    expect(voice.get_by_role("button", name="Anhören", exact=True)).to_be_visible()  # When the slide is over.
    assert float(voice.get_by_role("slider").input_value()) > 1
    assert accessibility._violations(page, axe) == []
    voice.get_by_role("button", name="Aufnahme löschen").press("Enter")
    wait_until(page, lambda: page.evaluate(_PIECES), [])
    page.get_by_role("button", name="Rückgängig").press("Enter")
    expect(voice.get_by_role("heading")).to_be_focused()
    page.get_by_role("button", name="Zurück zum Anfang").press("Enter")
    page.get_by_role("button", name="löschen").press("Enter")
    wait_until(page, lambda: page.evaluate(_PIECES), [])
    page.get_by_role("button", name="Rückgängig").press("Enter")
    wait_until(page, lambda: _parts(page), ["00", "01", "02"])
    page = visit.open("ueben/stand/")
    listed = page.get_by_role("region", name="Aufnahmen auf diesem Gerät")
    expect(listed.get_by_role("link", name="Service Recovery")).to_have_attribute("href", f"{visit.site.url}{TALK}")
    listed.get_by_role("button", name="löschen").press("Enter")
    expect(listed.get_by_text("Auf diesem Gerät liegt keine Aufnahme deiner Stimme.")).to_be_visible()
    assert page.evaluate(_PIECES) == []
    page.keyboard.press("Enter")
    expect(listed.get_by_text("Die Aufnahme ist wieder da.")).to_be_focused()
    page = visit.open("datenschutz/")
    expect(page.get_by_role("region", name="Aufnahmen auf diesem Gerät").get_by_role("listitem")).to_have_count(1)
    page.get_by_role("button", name="Alles löschen").press("Enter")
    page.get_by_role("button", name="Wirklich alles löschen?").press("Enter")
    expect(page.get_by_text("Alles gelöscht.")).to_be_visible()
    assert page.evaluate(_PIECES) == []


def test_what_hinders_a_recording_is_said_and_the_rehearsal_goes_on(visitor: Visit, axe: str) -> None:
    """Not permitted, recorded elsewhere, unplugged, no room; others who have not agreed are never recorded."""
    visit = visitor(devices=True, viewport=PHONE, color_scheme="dark")
    visit.before(_WITH_FAULTS)
    page = visit.open(TALK)
    page.get_by_label("Meine Stimme aufnehmen").check()
    expect(page.get_by_text("Das Mikrofon ist für diese Seite nicht erlaubt.")).to_be_visible()
    assert accessibility._violations(page, axe) == []
    page.get_by_role("button", name="Probe starten").click()
    expect(_sign(page)).to_contain_text("Das Mikrofon ist für diese Seite nicht erlaubt.")
    assert accessibility._violations(page, axe) == []
    visit.permit("microphone")
    reloaded(page).get_by_role("button", name="Weiter").first.click()
    expect(_sign(page)).to_contain_text("Aufnahme läuft")
    beside = opened_beside(page, "buehne/?fall=alle-artefakte")
    _begin(beside)
    expect(_sign(beside)).to_contain_text("In einem anderen Tab läuft schon eine Aufnahme.")
    beside.close()
    wait_until(page, lambda: _parts(page), ["00"])
    page.evaluate(_UNPLUGGED)
    expect(_sign(page)).to_contain_text("Das Mikrofon ist weg.")
    wait_until(page, lambda: page.evaluate(_LIVE), 0)
    page.get_by_role("button", name="Weiter", exact=True).click()
    expect(page.get_by_role("heading", name="Ausgangslage")).to_be_visible()
    reloaded(page).get_by_role("button", name="Weiter").first.click()
    # A piece is there before the recording knows of it; when the second is, the first is known.
    wait_until(page, lambda: page.evaluate(_PIECES).count("01") > 1, wanted=True)
    page.evaluate("() => { window.isFull = true; }")
    expect(_sign(page)).to_contain_text("Für die Aufnahme ist kein Platz mehr.")
    wait_until(page, lambda: page.evaluate(_LIVE), 0)
    assert _parts(page) == ["00", "01"]
    page = reloaded(page)
    page.get_by_label("Meine Stimme aufnehmen").check()
    page.get_by_label("Andere hören mit").check(force=True)
    expect(page.get_by_label("Alle Anwesenden sind einverstanden")).not_to_be_checked()
    page.get_by_role("button", name="Probe starten").click()
    expect(page.get_by_role("heading", name="Titel und Zielgruppe")).to_be_visible()
    expect(_sign(page)).to_have_count(0)
