"""What one does in the lessons: drill a matrix, tick, copy a template."""

from __future__ import annotations

import json
import re
from typing import Any

from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.visitor import LAPTOP, PHONE, opened, opened_beside, reloaded
from playwright.sync_api import Locator, Page, expect

from generalprobe.format.preparation import Preparation

MATRIX = "lernen/eskalation/"
TOPICS = "lernen/thema-eingrenzen/"
DAY = "lernen/pruefungstag/"
UPDATES = "lernen/service-recovery/"
_FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"

axe = accessibility.axe


def _stored(page: Page, place: str) -> dict[str, Any]:
    """What is stored under a kind and id."""
    found: dict[str, Any] = json.loads(page.evaluate("(key) => localStorage.getItem(key)", f"generalprobe:/:{place}"))
    return found


def _ticked(page: Page, id: str) -> list[str]:
    return [item for item, _, value in _stored(page, f"ticks:{id}")["marks"] if value]


def _button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_the_matrix_is_drilled(visitor: Visit) -> None:
    """The table is out of sight, each row is asked once, the right answer is among the options, the row explains it.

    On a phone and, from the middle on, on a laptop.
    """
    page = visitor(viewport=PHONE).open(MATRIX)
    section = page.locator(".gp-matrix")
    rows = [row.locator("th, td").all_inner_texts() for row in section.locator("tbody tr").all()]
    by_incident = {row[0]: row for row in rows}
    _button(section, "Üben: Wer muss wann Bescheid wissen?").click()
    expect(section.get_by_role("table")).to_be_hidden()
    asked = []
    for number in range(len(rows)):
        if number == len(rows) // 2:
            page.set_viewport_size(LAPTOP)
        incident = section.locator(".gp-drill__incident")
        expect(incident).to_be_focused()
        asked.append(incident.inner_text())
        _, level, who, by, how = by_incident[asked[-1]]
        wrongly = number == 0
        options = section.get_by_role("group", name="Wer muss").get_by_role("radio")
        assert 2 < options.count() <= 4
        right = section.get_by_role("group", name="Wer muss").get_by_label(who, exact=True)
        (options.first if wrongly and not _is_first(options, who) else options.nth(1) if wrongly else right).check()
        section.get_by_role("group", name="Bis wann?").get_by_label(by, exact=True).check()
        _button(section, "Prüfen").click()
        expect(section.get_by_role("status")).to_have_text(
            f"{'Nicht ganz.' if wrongly else 'Richtig.'} So steht es in der Matrix: {level}; {who}; {by}; {how}."
        )
        section.get_by_role("button", name=re.compile("Nächster Fall|Zum Ergebnis")).press("Enter")
    assert sorted(asked) == sorted(by_incident)
    expect(section.get_by_text(f"{len(rows) - 1} von {len(rows)} ganz richtig.")).to_be_visible()
    _button(section, "Zur Matrix").click()
    expect(section.get_by_role("table")).to_be_visible()


def _is_first(options: Locator, text: str) -> bool:
    found: bool = options.first.evaluate("(input) => input.closest('label').textContent") == text
    return found


def test_the_drill_asks_for_both_answers(visitor: Visit) -> None:
    page = visitor().open(MATRIX)
    section = page.locator(".gp-matrix")
    _button(section, "Üben: Wer muss wann Bescheid wissen?").click()
    section.get_by_role("group", name="Wer muss").get_by_role("radio").first.check()
    page.keyboard.press("Enter")
    expect(section.get_by_role("status")).to_have_text("Wähle bei beiden Fragen eine Antwort.")
    expect(section.get_by_role("group", name="Bis wann?").get_by_role("radio").first).to_be_focused()
    _button(section, "Beenden").click()
    expect(section.get_by_role("table")).to_be_visible()


def test_the_fitness_test_counts_itself_and_is_kept(visitor: Visit) -> None:
    page = visitor().open(TOPICS)
    test = page.locator("[data-ticks='topic-ideas/fitness']")
    boxes = test.get_by_role("checkbox")
    for number in range(5):
        boxes.nth(number).check()
    expect(test.get_by_role("status")).to_have_text("5 von 8: noch nicht geeignet, es müssen 6 sein")
    boxes.nth(6).focus()
    page.keyboard.press("Space")
    expect(test.get_by_role("status")).to_have_text("6 von 8: geeignet")
    reloaded(page)
    expect(test.get_by_role("status")).to_have_text("6 von 8: geeignet")
    expect(boxes.nth(6)).to_be_checked()
    expect(boxes.nth(5)).not_to_be_checked()


def test_ticks_hang_on_ids_can_be_cleared_and_brought_back(visitor: Visit, preparation: Preparation) -> None:
    """What is ticked between clearing and undoing stays."""
    page = visitor().open(DAY)
    checks = page.locator("[data-ticks='preparation/checklist']")
    boxes = checks.get_by_role("checkbox")
    boxes.nth(0).check()
    boxes.nth(2).check()
    items = [item.id for group in preparation.checklist for item in group.items]
    assert sorted(_ticked(page, "preparation/checklist")) == sorted([items[0], items[2]])
    _button(checks, "Häkchen löschen").click()
    assert _ticked(page, "preparation/checklist") == []
    expect(checks.get_by_role("status")).to_have_text(f"0 von {len(items)} erledigt")
    expect(_button(checks, "Löschen rückgängig machen")).to_be_focused()
    boxes.nth(4).check()
    _button(checks, "Löschen rückgängig machen").click()
    expect(checks.get_by_role("status")).to_have_text(f"3 von {len(items)} erledigt")
    expect(_button(checks, "Löschen rückgängig machen")).to_be_hidden()
    other = page.locator("[data-ticks='preparation/milestones']")
    expect(other.get_by_role("status")).to_have_text(re.compile("^0 von"))


def test_other_tabs_follow_ticks(visitor: Visit) -> None:
    page = visitor().open(DAY)
    other = opened_beside(page, DAY)
    page.locator("[data-ticks='preparation/milestones']").get_by_role("checkbox").first.check()
    expect(other.locator("[data-ticks='preparation/milestones']").get_by_role("checkbox").first).to_be_checked()


def test_ticks_that_cannot_be_kept_say_so(visitor: Visit) -> None:
    visit = visitor()
    visit.before(_FULL_STORAGE)
    page = visit.open(DAY)
    checks = page.locator("[data-ticks='preparation/checklist']")
    checks.get_by_role("checkbox").first.check()
    expect(checks.get_by_role("checkbox").first).to_be_checked()
    expect(checks.get_by_text("Dein Browser lässt hier nichts speichern")).to_be_visible()


def test_the_checklist_of_the_older_lesson_is_kept_too(visitor: Visit) -> None:
    page = visitor().open("lernen/kundenkommunikation/")
    checks = page.locator("[data-ticks='kundenkommunikation/checkliste']")
    values = checks.get_by_role("checkbox").evaluate_all("(boxes) => boxes.map((box) => box.value)")
    assert len(set(values)) == len(values) == 11
    checks.get_by_role("checkbox").last.check()
    reloaded(page)
    expect(checks.get_by_role("checkbox").last).to_be_checked()


def test_a_template_is_copied(visitor: Visit) -> None:
    page = visitor(permissions=["clipboard-read", "clipboard-write"]).open(UPDATES)
    template = page.locator(".gp-copy").first
    _button(template, "Kopieren").click()
    expect(template.get_by_role("status")).to_have_text("Kopiert.")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == template.locator("pre").inner_text().rstrip()
    assert copied.startswith("Betreff: Störung E-Mail – erste Meldung")


def test_where_the_clipboard_is_closed_the_template_is_marked(visitor: Visit) -> None:
    visit = visitor()
    visit.before("navigator.clipboard.writeText = async () => { throw new Error('closed'); };"
                               "document.execCommand = () => false;")  # fmt: skip
    page = visit.open(UPDATES)
    template = page.locator(".gp-copy").first
    _button(template, "Kopieren").click()
    expect(template.get_by_role("status")).to_have_text("Markiert. Kopiere es mit Strg+C.")
    assert page.evaluate("() => getSelection().toString()").startswith("Betreff: Störung E-Mail")


def test_one_list_is_printed_alone(visitor: Visit) -> None:
    """By its button; the page prints whole again after."""
    visit = visitor()
    visit.before("window.print = () => { window.printed = true; };")
    page = visit.open(DAY)
    checks = page.locator("[data-ticks='preparation/checklist']")
    _button(checks, "Drucken").click()
    assert page.evaluate("() => window.printed")
    page.emulate_media(media="print")
    expect(checks.get_by_text("Die Kamera steht auf Augenhöhe.")).to_be_visible()
    expect(page.get_by_role("heading", name="Checkliste")).to_be_visible()
    expect(page.get_by_role("heading", name="Plan B")).to_be_hidden()
    expect(page.get_by_text("Nervös zu sein heißt")).to_be_hidden()
    expect(_button(checks, "Drucken")).to_be_hidden()
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_text("Nervös zu sein heißt")).to_be_visible()


def test_without_javascript_everything_is_there_to_read(visitor: Visit, preparation: Preparation) -> None:
    page = visitor(java_script_enabled=False).page
    page.goto(DAY)
    for group in preparation.checklist:
        expect(page.get_by_role("heading", name=group.title, exact=True)).to_be_visible()
    page.goto(MATRIX)
    expect(page.locator(".gp-matrix").get_by_role("table")).to_be_visible()


def test_every_state_is_accessible(visitor: Visit, axe: str) -> None:
    """The drill answered, lists ticked."""
    page = visitor().open(MATRIX)
    section = page.locator(".gp-matrix")
    _button(section, "Üben: Wer muss wann Bescheid wissen?").click()
    for group in section.get_by_role("group").filter(has=page.get_by_role("radio")).all():
        group.get_by_role("radio").first.check()
    _button(section, "Prüfen").click()
    assert accessibility.in_both_settings(page, axe) == []
    opened(page, DAY)
    page.locator("[data-ticks='preparation/milestones']").get_by_role("checkbox").first.check()
    assert accessibility.in_both_settings(page, axe) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")
