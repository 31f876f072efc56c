"""„Mein Sprechtempo“: measured with a clock that is set by hand, typed in, taken back, and followed by every time."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from browser.conftest import Visit
from browser.visitor import opened, opened_beside, tick_until
from copies import ROOT
from playwright.sync_api import Page, expect

from generalprobe.format.case_study import CaseStudy, Slide
from generalprobe.format.duration import Duration
from generalprobe.format.questions import OpenQuestion
from generalprobe.reading.loading import load_project
from generalprobe.speech import estimate, personal_rate

PAGE = "ueben/sprechtempo/"
STUDY = "fallstudien/service-recovery/"
MARK = "mit deinem Tempo"
_FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.fixture(scope="module")
def study() -> CaseStudy:
    entry = load_project(ROOT).entry(CaseStudy, "service-recovery")
    assert entry
    return entry.model


@pytest.fixture
def page(visitor: Visit) -> Page:
    """The page, with a clock that stands still until a test moves it."""
    visit = visitor(now=0)
    page = visit.open(PAGE)
    page.clock.pause_at(60_000)
    return page


def _predicted(page: Page) -> float:
    return float(page.locator(".gp-tempo").get_attribute("data-predicted") or "")


def _stored(page: Page) -> dict[str, Any] | None:
    """The pace that is set, None also where it was taken back."""
    text = page.evaluate("() => localStorage.getItem('generalprobe:/:speech:rate')") or '{"value": null}'
    found: dict[str, Any] | None = json.loads(text)["value"]
    return found


def _read_aloud(page: Page, seconds: int) -> None:
    page.get_by_role("button", name=re.compile("messen|starten")).click()
    page.clock.run_for(1000 * seconds)
    page.get_by_role("button", name="Fertig gelesen").click()


def _type_in(page: Page, percent: str) -> None:
    page.get_by_label("Meine Sprechzeit in Prozent").fill(percent)
    page.get_by_role("button", name="Übernehmen").click()


def _status(page: Page) -> Any:
    return page.get_by_role("status").filter(visible=True)


def _times(slide: Slide, rate: float = 1, measured_s: float = 0) -> str:
    said = estimate(slide.notes, rate, measured_s)
    return f"≈ {said.seconds} gesprochen ({said.low}–{said.high}) von {slide.time}"


def test_a_reading_is_measured_by_keyboard_and_kept(page: Page) -> None:
    """Enter starts, the clock shows what has passed, Space stops; the pace is the estimate's own shrunken one."""
    page.get_by_role("button", name="Messung starten").focus()
    page.keyboard.press("Enter")
    expect(_status(page)).to_contain_text("Die Uhr läuft")
    page.clock.run_for(65_000)
    expect(page.get_by_role("timer")).to_have_text("1:05")
    page.clock.run_for(60_000)
    expect(page.get_by_role("button", name="Fertig gelesen")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.get_by_role("timer")).to_have_text("2:05")
    stored = _stored(page)
    assert stored
    assert stored["measured_s"] == pytest.approx(125)
    assert stored["rate"] == pytest.approx(personal_rate(125, _predicted(page)))
    expect(_status(page)).to_contain_text(f"Gestoppt: 2:05, üblich sind {Duration(round(_predicted(page)))}.")
    expect(page.get_by_text(f"Es gilt dein Tempo: {100 * stored['rate']:.0f}")).to_be_visible()
    expect(page.get_by_text("Ohne Messung läge die Spanne")).to_be_visible()


def test_the_clock_derives_from_its_start_and_does_not_count(page: Page) -> None:
    """A device that slept through the reading shows the time that has passed all the same."""
    page.get_by_role("button", name="Messung starten").click()
    page.clock.fast_forward(100_000)
    page.get_by_role("button", name="Fertig gelesen").click()
    stored = _stored(page)
    assert stored
    assert stored["measured_s"] == pytest.approx(100)


def test_every_time_follows_the_pace_and_says_so(page: Page, study: CaseStudy) -> None:
    """Head, slides, parts and time bar of a case study, and the answers."""
    _read_aloud(page, 125)
    rate = personal_rate(125, _predicted(page))
    opened(page, STUDY)
    notes = page.locator(".gp-notes summary .gp-spoken")
    for number, slide in enumerate(study.slides):
        expect(notes.nth(number)).to_have_text(f"{_times(slide, rate, 125)} {MARK}")
    texts = page.locator(".gp-spoken").all_text_contents()
    assert texts
    assert all(text.endswith(MARK) for text in texts)
    seconds = estimate(study.slides[3].notes, rate).seconds
    style = page.locator(".gp-timebar__segment").nth(3).get_attribute("style") or ""
    match = re.search(r"--spoken: ([\d.]+)", style)
    assert match
    assert float(match[1]) == pytest.approx(seconds, abs=0.01)
    sum_of_parts = page.locator(".gp-notes .gp-parts .gp-spoken").nth(3)
    expect(sum_of_parts).to_have_text(re.compile(rf"^, mal 1,1\d? = {round(seconds)} s {MARK}$"))
    opened(page, f"{STUDY}fragen/")
    question = study.questions[0]
    assert isinstance(question, OpenQuestion)
    answer = estimate(question.answer, rate).seconds
    expect(page.locator(".gp-answer__time").first).to_have_text(f"≈ {round(answer)} s gesprochen {MARK}")


def test_a_measurement_can_be_discarded(page: Page) -> None:
    """What applied before applies again."""
    _read_aloud(page, 125)
    first = _stored(page)
    _read_aloud(page, 90)
    assert _stored(page) != first
    page.get_by_role("button", name="Messung verwerfen").click()
    assert _stored(page) == first
    expect(page.get_by_role("button", name="Messung verwerfen")).to_be_hidden()
    expect(page.get_by_role("button", name="Noch einmal messen")).to_be_focused()


@pytest.mark.parametrize("how", ["Escape", "Abbrechen"])
def test_a_reading_can_be_cancelled(page: Page, how: str) -> None:
    """Nothing is kept, the clock stands at zero, and the next reading starts from there."""
    page.get_by_role("button", name="Messung starten").click()
    page.clock.run_for(50_000)
    if how == "Escape":
        page.keyboard.press(how)
    else:
        page.get_by_role("button", name=how).click()
    expect(_status(page)).to_contain_text("Abgebrochen")
    expect(page.get_by_role("timer")).to_have_text("0:00")
    page.clock.run_for(10_000)
    expect(page.get_by_role("timer")).to_have_text("0:00")
    assert _stored(page) is None
    _read_aloud(page, 100)
    stored = _stored(page)
    assert stored
    assert stored["measured_s"] == pytest.approx(100)


def test_a_reading_too_short_to_be_one_does_not_count(page: Page) -> None:
    _read_aloud(page, 20)
    expect(_status(page)).to_contain_text("Gestoppt: 0:20")
    expect(_status(page)).to_contain_text("zählt die Messung nicht")
    assert _stored(page) is None
    expect(page.get_by_role("button", name="Messung verwerfen")).to_be_hidden()


def test_a_forgotten_clock_stops_by_itself_and_does_not_count(page: Page) -> None:
    page.get_by_role("button", name="Messung starten").click()
    page.clock.run_for(1000 * round(2.6 * _predicted(page)))
    expect(page.get_by_role("button", name="Noch einmal messen")).to_be_visible()
    expect(_status(page)).to_contain_text("zu lang für einmal Vorlesen")
    assert _stored(page) is None


def test_a_pace_can_be_typed_in_and_set_back_and_that_undone(page: Page) -> None:
    """Typed in with Enter; the way back leads through the same button as for a measurement."""
    page.get_by_label("Meine Sprechzeit in Prozent").fill("110")
    page.keyboard.press("Enter")
    assert _stored(page) == {"rate": 1.1, "measured_s": 0}
    expect(page.get_by_text("Diesen Wert hast du selbst eingetragen")).to_be_visible()
    page.get_by_role("button", name="Auf üblich zurücksetzen").click()
    assert _stored(page) is None
    expect(page.get_by_text("Es gilt das übliche Tempo")).to_be_visible()
    expect(page.get_by_label("Meine Sprechzeit in Prozent")).to_have_value("100")
    page.get_by_role("button", name="Zurücksetzen rückgängig machen").click()
    assert _stored(page) == {"rate": 1.1, "measured_s": 0}


def test_a_pace_nobody_has_is_refused(page: Page) -> None:
    """And what applied before still applies."""
    field, stored = page.get_by_label("Meine Sprechzeit in Prozent"), None
    for percent in ("", "39", "251", "-5"):
        _type_in(page, percent)
        expect(_status(page)).to_have_text("Bitte gib eine Zahl von 40 bis 250 ein.")
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_be_focused()
        assert _stored(page) == stored
        _type_in(page, "110")
        expect(field).not_to_have_attribute("aria-invalid", "true")
        stored = _stored(page)
    assert stored == {"rate": 1.1, "measured_s": 0}


def test_pages_in_other_tabs_follow_at_once(page: Page, study: CaseStudy) -> None:
    """Changed here, seen there; set back here, as before there, to the letter."""
    other = opened_beside(page, STUDY)
    spoken = other.locator(".gp-spoken")
    usual = spoken.all_text_contents()
    _type_in(page, "120")
    first = other.locator(".gp-notes summary .gp-spoken").first
    tick_until(page, expect(first).to_have_text, f"{_times(study.slides[0], 1.2)} {MARK}")
    page.get_by_role("button", name="Auf üblich zurücksetzen").click()
    tick_until(page, expect(spoken).to_have_text, usual)
    expect(other.locator(".gp-spoken--personal")).to_have_count(0)


def test_a_pace_that_cannot_be_kept_is_told(visitor: Visit) -> None:
    """A full storage costs the pace on other pages, not the result on this one."""
    visit = visitor()
    visit.before(_FULL_STORAGE)
    page = visit.open(PAGE)
    _type_in(page, "110")
    expect(_status(page)).to_contain_text("Dein Browser lässt hier nichts speichern")
    expect(page.get_by_text("Es gilt dein Tempo: 110")).to_be_visible()


def test_what_is_stored_and_cannot_be_a_pace_is_the_usual_one(visitor: Visit) -> None:
    visit = visitor()
    visit.before("localStorage.setItem('generalprobe:speech:rate', '{\"rate\": \"quick\"}')")
    page = visit.open(STUDY)
    expect(page.locator(".gp-spoken").first).to_be_visible()
    expect(page.locator(".gp-spoken--personal")).to_have_count(0)


def test_without_javascript_the_usual_pace_stands_and_the_page_says_so(visitor: Visit, study: CaseStudy) -> None:
    page = visitor(java_script_enabled=False).page
    page.goto(PAGE)
    expect(page.get_by_text("Zum Messen braucht diese Seite JavaScript")).to_be_visible()
    expect(page.get_by_text("Am Montagmorgen klingelt das Telefon")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("spinbutton")).to_have_count(0)
    page.goto(STUDY)
    expect(page.locator(".gp-notes summary .gp-spoken").first).to_have_text(_times(study.slides[0]))
