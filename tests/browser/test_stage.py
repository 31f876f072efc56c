"""A talk is given by keyboard, in two windows and in one, and whatever happens to them, its time is kept."""

from __future__ import annotations

import pytest
from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.standing import NO_STORAGE
from browser.visitor import NARROW, PHONE, Visitor, opened_beside, reloaded, tick_until, wait_until
from playwright.sync_api import Page, expect

axe = accessibility.axe
TALK = "buehne/?fall=service-recovery"
SLIDES = 8
NO_WINDOW = "window.open = () => null"
NO_SOUND = "delete window.AudioContext"
_THEN = 1_796_000_000
"""When the tests begin, in seconds since 1970."""
_STORED = "(kind) => localStorage.getItem(`generalprobe:/:${kind}:service-recovery`)"
_NOTES = ".gp-stage__words"
_LISTEN = """
const { start, stop } = OscillatorNode.prototype;
globalThis.tones = new Map();
OscillatorNode.prototype.start = function (at) {
  tones.set(this, Math.round(at - this.context.currentTime));
  start.call(this, at);
};
OscillatorNode.prototype.stop = function (at) {
  if (at === undefined) tones.delete(this);
  stop.call(this, at);
};"""
_TONES = "[...tones.values()]"
"""In how many seconds what is handed to the sound system will be heard."""


def _ready(visit: Visitor, address: str = TALK) -> Page:
    """The page before the talk begins, on a clock that only the test moves."""
    page = visit.open(address)
    page.locator(".gp-before").wait_for()
    page.clock.pause_at(_THEN + 3600)
    return page


def _begun(visit: Visitor, way: str) -> Page:
    page = _ready(visit)
    page.locator(f"input[name=way][value={way}]").check()
    page.get_by_role("button", name="Probe starten").click()
    page.locator(".gp-stage").wait_for()
    return page


def _with_slides(visit: Visitor) -> tuple[Page, Page]:
    """The speaker's window and that with the slides, which shows the first one while the other counts down.

    A remote control ends that with F5, which loads nothing anew.
    """
    page = _ready(visit)
    page.locator("input[name=way][value=desk]").check()
    page.get_by_label("Vorher 3, 2, 1 zählen").check()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Probe starten").click()
    slides = opened.value
    slides.locator(".gp-slide").wait_for()
    page.keyboard.press("F5")
    page.locator(".gp-stage").wait_for()
    return page, slides


def _headline(window: Page) -> str:
    """The heading of the slide, which has the keyboard."""
    expect(window.locator("h3:focus")).to_be_visible()
    return window.locator("h3:focus").inner_text()


def test_a_whole_talk_by_keyboard_in_two_windows(visitor: Visit, axe: str) -> None:
    """The slides follow, hold no notes, and send their own keys back; what was given is kept."""
    page, slides = _with_slides(visitor(now=_THEN))
    expect(slides.locator("h3:focus")).to_have_text(_headline(page))
    assert "Guten Tag zusammen" in page.locator(_NOTES).inner_text()
    assert "Guten Tag zusammen" not in slides.content()
    page.clock.run_for(20_000)
    page.keyboard.press("PageDown")
    expect(slides.locator("h3:focus")).to_have_text("Vier Stunden ohne E-Mail")
    expect(page.locator(".gp-stage__pace")).to_have_text("im Plan")
    page.clock.run_for(100_000)
    expect(page.locator(".gp-stage__pace")).to_have_text("0:30 zurück")
    expect(page.locator(".gp-stage__left")).to_have_text("0:40 über 1:00")
    slides.keyboard.press("PageDown")
    expect(page.locator(".gp-stage__title")).to_have_text(f"3/{SLIDES} Die Herausforderung")
    page.keyboard.press(".")
    expect(slides.locator("[data-cover=black]")).to_be_visible()
    slides.keyboard.press(".")
    expect(slides.locator("[data-cover]")).to_be_hidden()
    page.keyboard.press("F5")
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    page.keyboard.press("t")
    page.clock.run_for(60_000)
    expect(page.locator(".gp-stage__elapsed")).to_have_text("2:00")
    page.clock.resume()  # axe waits for itself by the page's clock; that of the talk is held.
    assert [accessibility._violations(window, axe) for window in (page, slides)] == [[], []]
    for _ in range(2):  # The key that opens it closes it.
        page.keyboard.press("o")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("o")
    page.get_by_role("button", name=f"{SLIDES} Ergebnis").click()
    page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")  # Back from the question, and no slide back.
    expect(page.locator(".gp-stage__title")).to_contain_text(f"{SLIDES}/{SLIDES}")
    for window in (page, slides, slides):
        window.keyboard.press("PageDown")
    page.get_by_role("dialog").get_by_role("button", name="Beenden").click()
    expect(page.locator(".gp-end")).to_contain_text("2:00")
    expect(page.get_by_role("columnheader", name="Letzte 3")).to_have_count(0)  # There is only one.
    expect(page.get_by_role("dialog")).to_have_count(0)
    slides.clock.run_for(2000)
    expect(slides.get_by_text("gerade nicht offen")).to_be_hidden()
    slides.keyboard.press("PageUp")
    expect(slides.get_by_text("gerade nicht offen")).to_be_visible()
    assert '"mode":"whole"' in page.evaluate(_STORED, "runs")
    assert page.evaluate(_STORED, "running") is None


def test_who_goes_on_after_all_can_end_at_once(visitor: Visit) -> None:
    """Before the browser has told anybody that the question was closed."""
    page = _begun(visitor(now=_THEN), "desk")
    page.keyboard.press("End")
    page.evaluate(
        """() => ["PageDown", "PageUp", "PageDown"].forEach((key) => {
          const place = document.querySelector("dialog[open]") ?? document.body;
          place.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        })"""
    )
    expect(page.get_by_role("dialog").get_by_role("button", name="Beenden")).to_be_visible()


def test_either_window_may_be_reloaded(visitor: Visit) -> None:
    """Slides come back where the speaker is; the speaker is asked what counts, and goes on."""
    page, slides = _with_slides(visitor(now=_THEN))
    page.keyboard.press("PageDown")
    page.clock.run_for(30_000)
    reloaded(slides)
    expect(slides.locator("h3:focus")).to_have_text("Vier Stunden ohne E-Mail")
    page.keyboard.press("w")
    expect(slides.locator("[data-cover=white]")).to_be_visible()
    reloaded(page)
    asked = page.locator(".gp-resume").get_by_role("button", name="Weiter")
    asked.first.wait_for()
    page.clock.run_for(75_000)
    expect(asked).to_have_text(["Weiter, die 1:15 dazwischen zählen als Pause", "Weiter, die 1:15 zählen mit"])
    asked.first.click()
    expect(page.locator(".gp-stage__elapsed")).to_have_text("0:30")
    for window in (page, slides):
        expect(window.locator("[data-cover=white]")).to_be_visible()
    expect(page.get_by_role("button", name="Folien zeigen")).to_be_visible()  # It says that it is there.
    page.keyboard.press("PageDown")
    expect(slides.locator("h3:focus")).to_have_text(_headline(page))


def test_a_refused_window_leaves_other_ways_without_sound_too(visitor: Visit) -> None:
    visit = visitor(now=_THEN)
    visit.before(f"{NO_WINDOW};{NO_SOUND}")
    page = _begun(visit, "desk")
    expect(page.get_by_role("link", name="Folien in neuem Tab")).to_be_focused()
    page.get_by_role("button", name="Alles auf einem Bildschirm").click()
    page.clock.run_for(545_000)
    expect(page.locator(".gp-stage__step")).to_have_text("Komm zum Schluss")
    page.clock.run_for(90_000)
    expect(page.locator(".gp-stage__step")).to_have_text("Hier wird abgebrochen")


def _shows_notes_only_when_asked(page: Page) -> None:
    """Whoever watches the window when full screen ends sees the slide and a choice."""
    notice, stage = page.locator(".gp-stage__notice"), page.locator(".gp-stage")
    # Before it is there, the key would ask for it once more.
    wait_until(page, lambda: page.evaluate("document.fullscreenElement !== null"), True)
    page.keyboard.press("f")
    expect(notice).to_contain_text("Das Vollbild ist zu.")
    expect(page.locator(_NOTES)).to_be_hidden()
    page.keyboard.press("f")
    expect(notice).to_be_empty()
    page.keyboard.press("f")
    notice.get_by_role("button", name="Sprechtext zeigen").press("Enter")
    expect(page.locator(_NOTES)).to_be_visible()
    expect(stage).to_have_attribute("data-way", "one")


def test_sleep_is_a_pause_unless_it_counts(visitor: Visit) -> None:
    """The clock of the system goes on, that of the page has stood still. Slides alone return with full screen.

    Tones are scheduled ahead, for a hidden tab would come too late, and hold as long as nobody holds the clock.
    """
    visit = visitor(now=_THEN)
    visit.before(_LISTEN)
    page = _begun(visit, "slides")
    assert page.evaluate(_TONES) == [540, 600, 600, 630, 630, 631]
    _shows_notes_only_when_asked(page)
    page.clock.run_for(30_000)
    page.clock.set_system_time(_THEN + 3600 + 30 + 120)
    page.clock.run_for(1000)
    expect(page.locator(".gp-stage__notice")).to_contain_text("2:00 geschlafen")
    expect(page.locator(".gp-stage__elapsed")).to_have_text("0:31")
    page.get_by_role("button", name="Doch mitzählen").click()
    page.clock.run_for(1000)
    expect(page.locator(".gp-stage__elapsed")).to_have_text("2:32")
    page.keyboard.press("t")
    page.clock.set_system_time(_THEN + 7200)
    page.clock.run_for(1000)
    expect(page.locator(".gp-stage__pace")).to_have_text("angehalten")
    expect(page.locator(".gp-stage__notice")).to_be_empty()
    assert page.evaluate(_TONES) == []
    page.keyboard.press("t")
    assert page.evaluate(_TONES) == [388, 448, 448, 478, 478, 479]
    page.get_by_role("button", name="Töne: an").click()
    assert page.evaluate(_TONES) == []


def test_a_talk_ends_without_a_connection(visitor: Visit) -> None:
    """What was given is kept, and the page says why it shows no more of it."""
    visit = visitor(now=_THEN)
    for name in ("result", "history"):
        visit.context.route(f"**/talk/{name}.mjs", lambda route: route.abort())
    page = _begun(visit, "clock")
    page.clock.run_for(5000)
    for key in ("End", "PageDown"):
        page.keyboard.press(key)
    page.get_by_role("dialog").get_by_role("button", name="Beenden").click()
    expect(page.get_by_role("status").filter(has_text="die Probe aufgehoben")).to_be_visible()
    expect(page.get_by_text("Deine Proben lassen sich gerade nicht laden")).to_be_visible()
    assert page.evaluate(_STORED, "runs").count('"end"') == 1
    visit.complaints.clear()


def test_a_talk_goes_on_in_one_tab(visitor: Visit) -> None:
    """A second one says where it is, and may take it over, or begin anew and keep it; no result goes away."""
    visit = visitor(now=_THEN)
    page = _begun(visit, "one")
    page.keyboard.press("PageDown")
    other = opened_beside(page, TALK)
    other.get_by_role("button", name="Hier übernehmen").click()
    expect(other.locator(".gp-stage__title")).to_contain_text("2/8")
    expect(page.locator(".gp-resume")).to_contain_text("läuft in einem anderen Fenster")
    page.get_by_role("button", name="Probe starten").click()
    expect(page.locator(".gp-stage__title")).to_contain_text("1/8")
    expect(other.locator(".gp-resume")).to_contain_text("läuft in einem anderen Fenster")
    assert page.evaluate(_STORED, "runs").count('"end"') == 1
    for key in ("End", "Enter", "Enter"):  # The second one is pressed by mistake.
        page.keyboard.press(key)
    page.get_by_role("dialog").get_by_role("button", name="Beenden").click()
    expect(page.locator(".gp-verdict")).to_be_visible()
    tick_until(page, expect(other.locator(".gp-resume")).to_be_hidden)
    other.get_by_role("button", name="Probe starten").click()
    other.locator(".gp-stage").wait_for()
    page.clock.run_for(1000)
    expect(page.locator(".gp-verdict")).to_be_visible()


def test_some_slides_are_read_silently_beside_another_program(visitor: Visit) -> None:
    """In a small window, after a countdown; what was begun can be discarded, which asks first."""
    page = _ready(visitor(now=_THEN))
    page.locator("input[name=way][value=clock]").check()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="In kleinem Fenster").click()
    small = opened.value
    small.get_by_text("Einstellungen").click()
    small.get_by_text("Alle Folien").click()
    small.get_by_role("button", name="Keine").click()
    for title in ("Ausgangslage", "Ergebnis"):
        small.get_by_label(title).check()
    expect(small.get_by_label("Töne bei")).to_be_hidden()
    small.get_by_label("still mitlesen").check()
    small.get_by_label("Vorher 3, 2, 1 zählen").check()
    small.get_by_role("button", name="Still starten").click()
    expect(small.locator(".gp-countdown")).to_have_text("3")
    small.keyboard.press("Alt")
    small.clock.run_for(3000)
    expect(small.locator(".gp-stage__title")).to_contain_text("2/8")
    expect(small.locator(".gp-clockbar__piece--slide")).to_have_text(["2", "8"])
    small.keyboard.press("PageDown")
    expect(small.locator(".gp-stage__title")).to_contain_text("8/8")
    expect(small.locator(".gp-stage__budget")).to_have_text("von 2:00")
    reloaded(small)
    discard = small.get_by_role("button", name="Verwerfen")
    discard.click()
    small.get_by_role("button", name="Wirklich verwerfen?").click()
    expect(small.locator(".gp-resume")).to_be_hidden()
    assert small.evaluate(_STORED, "running") is None


def test_a_phone_shows_slide_notes_and_time(visitor: Visit) -> None:
    """Nothing hangs over, hands turn the slides, and nothing needs a storage."""
    visit = visitor(now=_THEN, viewport=PHONE, has_touch=True)
    visit.before(NO_STORAGE)
    page = _ready(visit)
    expect(page.get_by_text("lässt hier nichts speichern")).to_be_visible()
    page.get_by_role("button", name="Probe starten").click()
    frame = page.locator(".gp-stage__slide .gp-frame")
    frame.tap(position={"x": 300, "y": 80})
    expect(page.locator(".gp-stage__title")).to_contain_text("2/8")
    frame.tap(position={"x": 40, "y": 80})
    expect(page.locator(".gp-stage__title")).to_contain_text("1/8")
    page.set_viewport_size(NARROW)
    right = "(each) => Math.ceil(each.getBoundingClientRect().right)"
    assert page.get_by_role("button", name="Mehr").evaluate(right) <= NARROW["width"]
    page.get_by_role("button", name="Mehr").click()
    page.get_by_role("button", name="Beenden").click()
    page.get_by_role("dialog").get_by_role("button", name="Beenden").click()
    expect(page.get_by_role("heading", name="Dein Ergebnis")).to_be_focused()
    page.get_by_role("button", name="Zurück zum Anfang").click()
    expect(page.get_by_role("heading", level=1)).to_be_focused()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("buehne/?fall=gibt-es-nicht", "Diesen Vortrag gibt es hier nicht"),
        ("buehne/?fall=<b>..%2F", "Diesen Vortrag gibt es hier nicht"),
        ("buehne/folien/", "Es ist kein Vortrag gewählt"),
    ],
)
def test_a_talk_that_is_not_there_is_said_with_a_way_back(visitor: Visit, address: str, said: str) -> None:
    visit = visitor(now=_THEN)
    page = visit.open(address)
    expect(page.locator(".gp-unavailable")).to_contain_text(said)
    visit.complaints[:] = [each for each in visit.complaints if "404" not in each]
    page.get_by_role("link", name="Alle Vorträge").click()
    page.get_by_role("link", name="Service Recovery").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Service Recovery")
