"""A mock exam goes to its end in Firefox and WebKit too, and who examines has questions, clock and sheet."""

from __future__ import annotations

from engines.window import Window, wait_until

EXAM = "pruefung/?fall=service-recovery"
PAGE_DOWN, RIGHT, ENTER = "\ue00f", "\ue014", "\ue007"
_ONE_SCREEN = "() => document.querySelector('input[name=way][value=one]').click()"
_QUESTION = "() => document.querySelector('.gp-asked-now__asked').innerText"
_CLICK = "(text) => [...document.querySelectorAll('button')].find((each) => each.innerText === text)?.click()"
_STORED = "(place) => localStorage.getItem(`generalprobe:/:${place}`)"
_OVER = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
GO = ".gp-mock__go"


def test_a_mock_exam_goes_to_its_record(window: Window) -> None:
    """By keys where one speaks; a reload in the discussion loses nothing."""
    window.open(EXAM)
    window.wait_for(GO, "Probeprüfung beginnen")
    window.click(GO)
    window.wait_for("h2", "Ist alles bereit?")
    assert window.evaluate(_OVER) <= 0
    window.click(GO)
    window.wait_for("h2", "Gleich beginnt dein Vortrag")
    window.evaluate(_ONE_SCREEN)
    window.click(GO)
    window.wait_for(".gp-stage__title", "1/8")
    window.press(f"8{ENTER}")
    window.wait_for(".gp-stage__title", "8/8")
    window.press(PAGE_DOWN)
    window.wait_for("dialog[open]", "Vortrag beenden?")
    window.click("dialog[open] .gp-button--primary")
    window.wait_for("h2", "Jetzt kommen die Fragen")
    window.click(GO)
    window.wait_for(".gp-asked-now__question")
    first = window.evaluate(_QUESTION)
    window.open(EXAM)
    window.wait_for(".gp-resume", "Angefangen: Fachgespräch")
    window.click(".gp-resume .gp-button--primary")
    window.wait_for(".gp-asked-now", first.splitlines()[-1])
    wait_until(lambda: _pressed(window, RIGHT) != first, "another question")
    window.evaluate(_CLICK, "Abbrechen")
    window.evaluate(_CLICK, "Fachgespräch wirklich beenden?")
    window.wait_for("h2", "Bewerte dich zuerst selbst")
    window.click(".gp-sheet-marks__row .gp-switch__chip:last-child")
    window.click(GO)
    window.wait_for("h2", "Vergleiche mit den Musterantworten")
    window.click(GO)
    window.wait_for(".gp-verdict", "von 30 Punkten")
    assert window.evaluate(_STORED, "mocks:it-support-specialist") and not window.evaluate(_STORED, "sitting:now")
    assert window.evaluate(_OVER) <= 0


def _pressed(window: Window, key: str) -> str:
    """What is asked after it: right after a question came, a press is not meant for it."""
    window.press(key)
    return str(window.evaluate(_QUESTION))


def test_who_examines_has_questions_clock_and_sheet(window: Window) -> None:
    """By a code that was made with other content, which is said; a reload asks whether the time counts."""
    window.open("pruefung/pruefen/?fall=service-recovery&code=2000-F07M")
    window.click(".gp-examining__form .gp-button--primary")
    window.wait_for(".gp-notice", "ein anderer Stand der Website")
    window.evaluate(_CLICK, "Der Vortrag beginnt")
    window.wait_for(".gp-examining__clock", "von 10:00")
    window.open("pruefung/pruefen/")
    window.wait_for(".gp-resume", "Angefangen: Vortrag")
    window.click(".gp-resume .gp-button--primary")
    window.wait_for(".gp-examining__now", "Der Vortrag ist zu Ende")
    window.evaluate(_CLICK, "Der Vortrag ist zu Ende")
    wait_until(lambda: window.evaluate(_CLICK, "Erste Frage stellen") or _asked(window), "a question")
    window.wait_for(".gp-answer__points")
    window.click(".gp-sheet-marks__row .gp-switch__chip:last-child")
    assert '"zielgruppe":2' in window.evaluate(_STORED, "sitting:examiner")
    assert window.evaluate(_OVER) <= 0


def _asked(window: Window) -> bool:
    return bool(window.evaluate("() => document.querySelector('.gp-examining__question') !== null"))
