"""A whole mock exam, from the technical check to the record, whatever happens to the page meanwhile."""

from __future__ import annotations

import re

from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.practising import ASKS_ONE
from browser.visitor import PHONE, Visitor, opened_beside, wait_until
from playwright.sync_api import Page, expect

axe = accessibility.axe
EXAM = "pruefung/?fall=service-recovery"
_THEN = 1_796_000_000
_STORED = "(place) => localStorage.getItem(`generalprobe:/:${place}`)"
_RENAMED = """() => {
  const place = "generalprobe:/:sitting:now";
  localStorage.setItem(place, localStorage.getItem(place).replaceAll("alle-artefakte", "gibt-es-nicht"));
}"""
_FIFTY_SECONDS = """() => {
  const place = "generalprobe:/:sitting:now";
  const { value, ...rest } = JSON.parse(localStorage.getItem(place));
  const disturbance = { ...value.disturbance, id: "folien-weg", where: "talk", after_s: 50 };
  localStorage.setItem(place, JSON.stringify({ ...rest, value: { ...value, disturbance } }));
}"""
_SECONDS = """() => document.querySelector(".gp-stage__elapsed").textContent.split(":")
  .reduce((minutes, seconds) => 60 * Number(minutes) + Number(seconds))"""
_OPENED = """() => {
  const { mediaDevices } = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  globalThis.opened = [];
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    globalThis.opened.push(stream);
    return stream;
  };
}"""
_PAGES = re.compile(rb"/Type\s*/Page[^s]")


def _begun(visit: Visitor, *, disturbed: bool = False) -> Page:
    """At the technical check, on a clock that only the test moves."""
    page = visit.open(EXAM)
    page.get_by_role("button", name="Probeprüfung beginnen").wait_for()
    if disturbed:
        page.get_by_label("Mit einer Störung").check()
    page.clock.pause_at(_THEN + 3600)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Probeprüfung beginnen").press("Enter")
    expect(page.get_by_role("heading", name="Ist alles bereit?")).to_be_focused()
    return page


def _spoken(page: Page) -> None:
    """The talk is left to its cut-off; what goes wrong in it is seen again after a reload, until it is settled."""
    page.evaluate(_FIFTY_SECONDS)
    page.reload()
    page.get_by_role("button", name="Weiter", exact=True).press("Enter")
    page.get_by_role("button", name="Weiter zum Vortrag").press("Enter")
    page.locator("input[name=way][value=one]").check()
    page.get_by_role("button", name="Vortrag beginnen").press("Enter")
    page.locator(".gp-stage").wait_for()
    page.clock.run_for(60_000)
    page.keyboard.press("t")
    expect(page.locator(".gp-stage__elapsed")).to_have_text("1:00")
    expect(page.get_by_role("alert")).to_contain_text("ich sehe Ihre Folien nicht mehr")
    page.keyboard.press("w")
    expect(page.locator("[data-cover=white]")).to_be_visible()
    page.reload()
    page.locator(".gp-resume").wait_for()
    page.clock.run_for(30_000)
    page.get_by_role("button", name="Weiter, die 0:30 dazwischen zählen mit").press("Enter")
    expect(page.locator(".gp-stage__elapsed")).to_have_text("1:30")
    expect(page.locator("[data-cover=white]")).to_be_visible()
    page.keyboard.press("w")
    page.get_by_role("button", name="Behoben, weiter").press("Enter")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.clock.run_for(530_000)
    expect(page.locator(".gp-stage__step")).to_have_text("Die Zeit ist um")
    page.clock.run_for(11_000)
    expect(page.get_by_role("heading", name="Jetzt kommen die Fragen")).to_be_focused()
    expect(page.get_by_text("Dein Vortrag hat 10:30 gedauert.")).to_be_visible()


def _answered(page: Page) -> None:
    """Until time is over; a reload in between is an interruption."""
    page.get_by_role("button", name="Fachgespräch beginnen").press("Enter")
    expect(page.get_by_text("Frage 1", exact=True)).to_be_visible()
    question = page.locator("h2:focus").inner_text()
    page.clock.run_for(20_000)
    page.reload()
    page.locator(".gp-resume").wait_for()
    page.clock.run_for(90_000)
    page.get_by_role("button", name="Weiter, das war eine Unterbrechung").press("Enter")
    expect(page.locator("h2:focus")).to_have_text(question)
    expect(page.get_by_role("timer")).to_contain_text("4:40")
    page.clock.run_for(25_000)
    page.keyboard.press("PageDown")
    asked = page.locator(":focus").inner_text()
    page.keyboard.press("PageDown")
    expect(page.locator(":focus")).to_have_text(asked)  # Pressed twice, a remote control leaves nothing out.
    page.clock.run_for(256_000)
    expect(page.get_by_role("timer")).to_contain_text("Die Zeit ist um.")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name="Bewerte dich zuerst selbst")).to_be_focused()


def _marked(page: Page) -> None:
    """By oneself, then with the model answers."""
    expect(page.get_by_text("Vortrag 10:30 von 10:00")).to_be_visible()
    for row in page.locator(".gp-sheet-marks__row").all():
        row.locator("input[type=radio]").last.check()
    page.get_by_role("group", name="Zielgruppe genannt").get_by_label("nicht erfüllt").check()
    expect(page.get_by_text("gilt die Probe als nicht bestanden")).to_be_visible()
    page.get_by_label("Beobachtung zu: Zielgruppe genannt").fill("Folie 1")
    page.get_by_label("knapp bestanden").check()
    page.get_by_role("button", name="Weiter zu den Musterantworten").press("Enter")
    expect(page.get_by_role("heading", name="Vergleiche mit den Musterantworten")).to_be_focused()
    expect(page.get_by_role("heading", name="Musterantwort").first).to_be_visible()
    page.get_by_role("group", name="Wie gut ging es?").first.get_by_label("Gut").check()


def test_a_whole_exam_alone(visitor: Visit, axe: str) -> None:
    """By keyboard, with a reload in talk and discussion; the result stays, prints on a page and goes into the cards."""
    page = _begun(visit := visitor(now=_THEN, viewport=PHONE), disturbed=True)
    _spoken(page)
    _answered(page)
    _marked(page)
    page.clock.resume()  # axe waits by the page's clock.
    assert accessibility._violations(page, axe) == []
    page.get_by_role("button", name="Ergebnis ansehen").press("Enter")
    expect(page.get_by_role("heading", name="Dein Ergebnis")).to_be_focused()
    expect(page.get_by_text("von 30 Punkten. Dein Urteil: knapp bestanden.")).to_be_visible()
    expect(page.get_by_text("Beobachtet: Folie 1")).to_be_visible()
    expect(page.get_by_text("Das kam im Vortrag nach 0:5")).to_be_visible()
    assert accessibility._violations(page, axe) == []
    page.get_by_role("button", name="Noten in den Lernstand übernehmen").press("Enter")
    expect(page.get_by_text("Übernommen.")).to_be_focused()
    assert page.evaluate("() => Object.keys(localStorage).filter((name) => name.includes(':progress:')).length") == 1
    assert page.evaluate(_STORED, "sitting:now") is None
    assert '"mode":"exam"' in page.evaluate(_STORED, "runs:service-recovery")
    assert len(_PAGES.findall(page.pdf(format="A4"))) == 1
    page = visit.open(EXAM)
    page.get_by_role("button", name="Service Recovery").click()
    expect(page.get_by_text("von 30 Punkten")).to_be_visible()
    page.get_by_role("button", name="Löschen").click()
    page.get_by_role("button", name="Diese Probeprüfung wirklich löschen?").click()
    expect(page.get_by_role("heading", name="Deine Probeprüfungen")).to_have_count(0)


def test_who_comes_back_for_another_talk_is_asked_about_what_was_begun(visitor: Visit) -> None:
    """Nothing begun is overwritten; what is discarded makes room; a talk that is gone stands in nobody's way."""
    visit = visitor(now=_THEN)
    page = _begun(visit)
    page = visit.open("pruefung/?fall=alle-artefakte")
    expect(page.get_by_role("heading", name="Angefangen: Technik")).to_be_visible()
    page.get_by_role("button", name="Verwerfen").click()
    page.get_by_role("button", name="Wirklich verwerfen?").click()
    page.get_by_role("button", name="Probeprüfung beginnen").click()
    expect(page.get_by_role("heading", name="Ist alles bereit?")).to_be_focused()
    page.evaluate(_RENAMED)
    page = visit.open(EXAM)
    expect(page.get_by_role("button", name="Probeprüfung beginnen")).to_be_visible()
    page = visit.open("pruefung/")
    expect(page.get_by_role("main").get_by_role("link", name="Mein Vortrag")).to_be_visible()
    assert all("404" in complaint for complaint in visit.complaints)
    visit.complaints.clear()


def test_what_a_question_is_followed_by_is_asked_after_a_reload_too(visitor: Visit) -> None:
    """The words come with the answers, which are fetched again."""
    page = _begun(visitor(now=_THEN))
    page.evaluate(ASKS_ONE)
    with page.expect_response(re.compile("ueben/fragen/")) as answers:
        page.reload()
    page.evaluate("(address) => fetch(address).then((response) => response.text())", answers.value.url)
    page.get_by_role("button", name="Weiter, das war eine Unterbrechung").press("Enter")
    expect(page.get_by_text("Frage 1", exact=True)).to_be_visible()
    page.clock.run_for(2000)
    page.get_by_role("button", name="Meine Antwort ist fertig").press("Enter")
    expect(page.get_by_text("Woher nehmen Sie einen Treiber?")).to_be_focused()


def test_another_window_takes_over_and_the_first_one_keeps_nothing_more(visitor: Visit) -> None:
    """What was discarded and begun anew there is not overwritten by what stood here."""
    page = visitor(now=_THEN).open(EXAM)
    page.get_by_role("button", name="Probeprüfung beginnen").click()
    page.evaluate(ASKS_ONE)
    page.reload()
    page.get_by_role("button", name="Weiter, das war eine Unterbrechung").click()
    expect(page.get_by_text("Frage 1", exact=True)).to_be_visible()
    other = opened_beside(page, EXAM)
    other.get_by_role("button", name="Verwerfen").click()
    other.get_by_role("button", name="Wirklich verwerfen?").click()
    other.get_by_role("button", name="Probeprüfung beginnen").click()
    expect(page.get_by_role("heading", name="Angefangen: Technik")).to_be_visible()


def test_ones_own_voice_is_recorded_until_the_microphone_is_unplugged(visitor: Visit) -> None:
    """Talk and answers are heard again beside the result, and go with it; with a second person all have to agree."""
    page = visitor(devices=True, permissions=["microphone"]).open(EXAM)
    page.evaluate(_OPENED)
    page.get_by_label("Meine Stimme aufnehmen").check()
    page.get_by_label("eine zweite Person").check()
    expect(page.get_by_label("Meine Stimme aufnehmen")).not_to_be_checked()
    page.get_by_label("Meine Stimme aufnehmen").check()
    expect(page.get_by_label("Alle Anwesenden sind einverstanden")).to_be_visible()
    page.get_by_label("diese Seite").check()
    page.get_by_label("Meine Stimme aufnehmen").check()
    expect(page.get_by_text("Das Mikrofon ist bereit.")).to_be_visible()
    page.get_by_role("button", name="Probeprüfung beginnen").click()
    page.get_by_role("button", name="Weiter zum Vortrag").click()
    page.locator("input[name=way][value=one]").check()
    page.get_by_role("button", name="Vortrag beginnen").click()
    expect(page.get_by_text("Aufnahme läuft")).to_be_visible()
    began = page.evaluate(_SECONDS)
    wait_until(page, lambda: page.evaluate(_SECONDS) >= began + 2, wanted=True)
    page.get_by_role("button", name="Beenden", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Beenden").click()
    page.get_by_role("button", name="Fachgespräch beginnen").click()
    expect(page.get_by_text("Aufnahme läuft")).to_be_visible()
    page.evaluate("() => globalThis.opened.at(-1).getTracks()[0].dispatchEvent(new Event('ended'))")
    expect(page.get_by_text("Das Mikrofon ist weg.")).to_be_visible()
    page.get_by_role("button", name="Abbrechen").click()
    page.get_by_role("button", name="Fachgespräch wirklich beenden?").click()
    page.get_by_role("button", name="Weiter zu den Musterantworten").click()
    page.get_by_role("button", name="Ergebnis ansehen").click()
    expect(page.get_by_role("button", name=re.compile("Titel und Zielgruppe.* anhören"))).to_be_visible()
    page.get_by_role("button", name="Löschen", exact=True).click()
    page.get_by_role("button", name="Diese Probeprüfung wirklich löschen?").click()
    page.get_by_role("button", name="Probeprüfung beginnen").wait_for()
    page.goto("ueben/stand/")
    expect(page.get_by_text("Aufnahme löschen")).to_have_count(0)
