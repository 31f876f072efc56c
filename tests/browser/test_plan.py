"""The way to the exam, walked by a made-up candidate: the first day, the ninth of twenty-one, the last, and after."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.standing import cards_on, setting, settings_by, store
from browser.visitor import LAPTOP, PHONE, opened, opened_beside, reloaded
from playwright.sync_api import Locator, Page, expect

from generalprobe.format.preparation import Preparation

PLAN = "plan/"
EXAM = date(2026, 12, 8)
FIRST_DAY, NINTH_DAY = datetime(2026, 11, 17, 7, 30), datetime(2026, 11, 26, 7, 30)
MILESTONE = ["ohne-it-verstanden", "betroffene-und-dauer", "zielgruppe", "erlaubnis"]
axe = accessibility.axe


def _candidate(visitor: Visit, now: datetime, **options: Any) -> Page:
    """A window on a day, in which nothing is stored; on the page from which everything is reached."""
    return opened(_arriving(visitor, now, **options), "")


def _arriving(visitor: Visit, now: datetime, **options: Any) -> Page:
    """The same, before a page is opened."""
    visit = visitor(timezone_id="Europe/Berlin", now=now, **options)
    visit.page.clock.set_fixed_time(now)
    return visit.bare()


def _button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def _ms(day: datetime) -> int:
    return round(day.timestamp() * 1000)


def _nine_days(page: Page) -> dict[str, Any]:
    """What somebody has stored who has practised on eight days, read a case, and done one milestone."""
    logs = {}
    for number, card in enumerate(cards_on(page)[:24]):
        at = _ms(FIRST_DAY + timedelta(days=number // 3)) + number
        logs[f"progress:{card['id']}"] = {"version": 2, "reviews": [[at, 2 + number % 2, 60]], "gone": []}
    done = _ms(FIRST_DAY)
    marks = {"preparation/milestones": MILESTONE, "case-studies/read": ["service-recovery"]}
    ticks = {f"ticks:{name}": {"version": 1, "marks": [[id, done, 1] for id in ids]} for name, ids in marks.items()}
    slides = [{"key": key, "title": key, "plan_s": 300, "syllables": 900} for key in "ab"]
    whole = {"at": _ms(NINTH_DAY - timedelta(days=1)), "mode": "whole", "slides": slides, "note": ""}
    run = whole | {"log": [[0, "slide", "a"], [290_000, "slide", "b"], [588_000, "end"]]}
    runs = {"runs:service-recovery": {"version": 1, "records": [["mie1k0", done, run]]}}
    dates = {"setting:exam": setting(EXAM.isoformat()), "setting:begun": setting(FIRST_DAY.date().isoformat())}
    return logs | ticks | runs | dates


def _brief(page: Page) -> dict[str, str]:
    """What the start page says, once each; that other pages say the same, `test_candidate.py` asks."""
    brief = opened(page, "").locator(".gp-brief")
    expect(brief.locator("h1")).to_be_visible()
    return {
        "left": brief.locator("h1").inner_text(),
        "step": brief.locator(".gp-brief__tile .gp-brief__figure").nth(1).inner_text(),
        "cards": brief.locator(".gp-brief__tile--today .gp-brief__figure").inner_text(),
        "done": brief.locator(".gp-brief__rest").inner_text(),
    }


def _tiles_agree(page: Page, start: dict[str, str]) -> None:
    """The overviews say in short what the start page says."""
    tiles = opened(page, "ueben/").locator(".gp-tile")
    expect(tiles.filter(has_text="Heute üben")).to_contain_text(f"heute {start['cards']}, ")
    expect(tiles.filter(has_text="Mein Plan").first).to_contain_text(start["done"].partition(". ")[0])
    expect(tiles.filter(has_text="Bühne")).to_contain_text("zuletzt geprobt gestern")
    lessons = opened(page, "lernen/").locator(".gp-tile")
    expect(lessons.filter(has_text=re.compile(r"\d+ von \d+ Fragen geübt"))).not_to_have_count(0)


def test_the_first_visit_asks_two_things_and_the_page_knows_its_visitor_from_then_on(visitor: Visit) -> None:
    page = _candidate(visitor, FIRST_DAY)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.locator(".gp-evening")).to_be_visible()
    form = page.get_by_role("form", name="Wann ist deine Prüfung?")
    form.get_by_label("Prüfungstermin").fill("2025-12-08")
    _button(form, "Übernehmen").click()
    expect(form.locator("[data-said]")).to_have_text("Dieser Tag ist vorbei. Stimmt das Jahr?")
    expect(form.get_by_label("Prüfungstermin")).to_be_focused()
    form.get_by_label("Prüfungstermin").fill(EXAM.isoformat())
    form.get_by_label("Technik").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Noch 21 Tage", level=1)).to_be_focused()
    expect(page.locator(".gp-evening")).to_be_hidden()
    wanted = {"exam": EXAM.isoformat(), "focus": "technology", "begun": FIRST_DAY.date().isoformat(), "welcome": "1"}
    assert {name: value for name, value in settings_by(page).items() if name in wanted} == wanted
    said = _brief(page)
    assert said["cards"] == "10 Karten"
    assert said["step"].startswith("Thema wählen und eingrenzen")
    opened(page, PLAN)
    cases = page.locator(".gp-plan").get_by_role("link", name="Fallstudien", exact=True)
    expect(cases).to_have_attribute("href", re.compile(r"/fallstudien/\?schwerpunkt=technology$"))
    expect(page.locator(".gp-plan__where")).to_contain_text("Drei Wochen reichen")


def test_both_can_be_skipped_and_entered_later(visitor: Visit) -> None:
    page = _candidate(visitor, FIRST_DAY)
    _button(page, "Überspringen").click()
    expect(page.get_by_role("heading", name="Was heute dran ist", level=1)).to_be_focused()
    reloaded(page)
    expect(page.get_by_role("heading", name="Was heute dran ist", level=1)).to_be_visible()
    page.get_by_role("link", name="Trag deine Prüfung ein").click()
    page.get_by_label("Prüfungstermin").fill(EXAM.isoformat())
    expect(page.locator(".gp-plan__left")).to_contain_text("Noch 21 Tage")
    page.get_by_label("Schwerpunkt").select_option("mixed")
    assert settings_by(page)["focus"] == "mixed"
    expect(opened_beside(page, "").get_by_role("heading", name="Noch 21 Tage")).to_be_visible()


def test_the_ninth_day_of_twenty_one(visitor: Visit) -> None:
    """Steps know what was done; what was missed is dropped or made up for, and the start page follows."""
    page = _arriving(visitor, NINTH_DAY)
    store(page, _nine_days(page))
    said = _brief(page)
    assert said["left"] == "Noch 12 Tage"
    assert said["step"].startswith("Fachwissen auffrischen")
    assert "1 Schritt überfällig" in said["done"]
    _tiles_agree(page, said)
    facts = opened(page, "").locator(".gp-brief__facts")
    expect(facts).to_contain_text("Meilenstein 2 von 4")
    expect(facts).to_contain_text("9:48 von 10:00, gestern: Service Recovery nach einem Mailausfall")
    expect(page.locator(".gp-brief__tasks")).to_contain_text("1 von 2")
    plan = opened(page, PLAN).locator(".gp-plan")
    stages = plan.locator("[data-step]").evaluate_all("(steps) => steps.map((step) => step.dataset.stage)")
    assert stages == ["overdue", "now", "next", "later", "later", "later", "later"]
    expect(plan.get_by_label("ersten Meilenstein")).to_be_checked()
    expect(plan.get_by_label("an fünf Tagen Fragen üben")).to_be_checked()
    expect(plan.get_by_label("zwei Fallstudien lesen")).not_to_be_checked()
    topic = plan.locator("[data-step=thema]")
    _button(topic, "Weglassen").click()
    expect(_button(topic, "Doch machen")).to_be_focused()
    expect(page.locator(".gp-plan__progress")).not_to_contain_text("überfällig")
    start = opened_beside(page, "")
    expect(start.locator(".gp-brief__rest")).not_to_contain_text("überfällig")
    _button(topic, "Doch machen").click()
    expect(topic.locator("[data-stage-said]")).to_have_text("jetzt dran, verschoben vom Di, 17. Nov.")
    for name in ("mit dem Test aus acht Punkten prüfen", "den Fall zeigen darfst", "mit einer zuhörenden Person"):
        topic.get_by_label(name).check()
    expect(topic.locator("[data-stage-said]")).to_have_text("erledigt")


def test_the_day_before_the_day_itself_and_after(visitor: Visit) -> None:
    page = _arriving(visitor, datetime(2026, 12, 7, 7, 30))
    store(page, _nine_days(page))
    said = _brief(page)
    assert (said["left"], said["step"].split(" jetzt")[0].strip()) == ("Noch 1 Tag", "Technik prüfen und ausruhen")
    assert "überfällig" not in said["done"]
    plan = opened(page, PLAN).locator(".gp-plan")
    expect(_button(plan, "Heute nachholen")).to_have_count(0)
    today, dates = (plan.locator(place).bounding_box() for place in (".gp-way__today", ".gp-way__ends"))
    assert today and dates and today["y"] + today["height"] <= dates["y"] + 1
    expect(plan.locator("[data-steps] > [data-step]")).to_have_count(2)
    plan.get_by_text("Was liegen blieb: 5 Schritte").click()
    expect(plan.locator("[data-rest] [data-step=thema]")).to_be_visible()
    page.clock.set_fixed_time(datetime(2026, 12, 8, 7, 30))
    expect(opened(page, "").get_by_role("heading", name="Heute", level=1, exact=True)).to_be_visible()
    expect(page.locator(".gp-brief")).to_contain_text("Prüfungstag")
    expect(page.locator(".gp-brief__facts dt")).to_have_text(["Letzte Probe"])
    page.clock.set_fixed_time(datetime(2026, 12, 9, 7, 30))
    expect(opened(page, "").get_by_role("heading", name="Geschafft", level=1)).to_be_visible()
    expect(page.locator(".gp-brief").get_by_role("link", name="Neuen Termin eintragen")).to_be_visible()
    expect(page.locator(".gp-brief__facts")).to_be_hidden()
    plan = opened(page, PLAN).locator(".gp-plan")
    expect(plan.locator("[data-step]:not([data-stage=past], [data-stage=done])")).to_have_count(0)
    plan.get_by_label("Prüfungstermin").fill("2027-03-01")
    expect(plan.locator("[data-step=thema] [data-stage-said]")).to_have_text("als Nächstes")
    assert settings_by(page)["begun"] == "2026-12-09"


def test_one_day_is_an_honest_plan(visitor: Visit) -> None:
    page = opened(_arriving(visitor, datetime(2026, 12, 7, 18, 0)), PLAN)
    page.get_by_label("Prüfungstermin").fill(EXAM.isoformat())
    plan = page.locator(".gp-plan")
    expect(plan.locator(".gp-plan__where")).to_have_text(re.compile(r"^Ein Tag: .* Aufgaben fallen dafür weg\.$"))
    shown = plan.locator("[data-step]:visible").evaluate_all("(steps) => steps.map((step) => step.dataset.step)")
    assert shown == ["vortrag-bauen", "technik", "pruefungstag"]
    expect(plan.get_by_role("checkbox").filter(visible=True)).to_have_count(8)


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_with_a_date_the_steps_have_days(visitor: Visit, preparation: Preparation, size: Any) -> None:
    page = opened(_arriving(visitor, FIRST_DAY, viewport=size), PLAN)
    page.get_by_label("Prüfungstermin").fill(EXAM.isoformat())
    shown = page.locator("[data-date]")
    expect(shown.first).to_be_visible()
    days = [EXAM - timedelta(days=step.days_before) for step in preparation.plan]
    months = {11: "Nov.", 12: "Dez."}
    assert [text.partition(", ")[2] for text in shown.all_text_contents()] == [
        f"{day.day}. {months[day.month]}" for day in days
    ]
    assert page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")
    _button(page, "Termin löschen").click()
    expect(shown.first).to_be_hidden()
    expect(page.get_by_text("3 Wochen vorher")).to_be_visible()
    expect(_button(page, "In den Kalender (.ics)")).to_be_hidden()
    expect(page.get_by_label("Prüfungstermin")).to_be_focused()
    assert settings_by(page)["exam"] is None


def test_the_plan_becomes_a_calendar_file_and_can_be_taken_out_again(visitor: Visit, preparation: Preparation) -> None:
    """Whole days, what lies ahead, lines of at most 75 octets that end as they must."""
    page = _arriving(visitor, NINTH_DAY)
    store(page, _nine_days(page))
    opened(page, PLAN)
    with page.expect_download() as download:
        _button(page, "In den Kalender (.ics)").click()
    assert download.value.suggested_filename == "pruefungsplan.ics"
    data = download.value.path().read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    ahead = [step for step in preparation.plan if step.days_before <= 12]
    text = page.evaluate("() => localStorage.getItem('generalprobe:/:calendar:plan')")
    own = json.loads(text)["value"]["plan"]
    assert [line.removeprefix("UID:") for line in lines if line.startswith("UID:")] == [
        f"plan-{step.id}-{own}@generalprobe" for step in ahead
    ]
    starts = [f"DTSTART;VALUE=DATE:{EXAM - timedelta(days=step.days_before):%Y%m%d}" for step in ahead]
    assert [line for line in lines if line.startswith("DTSTART")] == starts
    _button(page, "Termin löschen").click()
    with page.expect_download() as download:
        _button(page, "Aus dem Kalender nehmen (.ics)").click()
    taken = download.value.path().read_text("utf-8")
    assert (taken.count("STATUS:CANCELLED"), taken.count("STATUS:CONFIRMED")) == (len(ahead), 0)


def test_without_javascript_start_and_plan_are_there_to_read(visitor: Visit, preparation: Preparation) -> None:
    page = visitor(java_script_enabled=False).page
    page.goto("")
    expect(page.locator(".gp-evening")).to_be_visible()
    expect(page.get_by_label("Prüfungstermin")).to_be_hidden()
    page.goto(PLAN)
    for step in preparation.plan:
        expect(page.get_by_role("heading", name=step.title, exact=True)).to_be_visible()
    expect(page.get_by_text("5 Tage vorher", exact=True)).to_be_visible()
    expect(page.get_by_text("Ab 1 Tag:")).to_be_visible()
    expect(page.get_by_label("Prüfungstermin")).to_be_hidden()


def test_what_start_and_plan_say_is_accessible(visitor: Visit, axe: str) -> None:
    page = _candidate(visitor, NINTH_DAY)
    assert accessibility.in_both_settings(page, axe) == []
    store(page, _nine_days(page))
    for address in ("", PLAN):
        opened(page, address)
        expect(page.locator(".gp-way")).to_be_visible()
        assert accessibility.in_both_settings(page, axe) == []
        for size in (PHONE, LAPTOP):
            page.set_viewport_size(size)
            assert page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth")


def test_an_idea_becomes_the_topic_and_goes_on_to_the_talk(visitor: Visit) -> None:
    """As it was typed: markup is text wherever the topic stands."""
    page = visitor().open("lernen/thema-eingrenzen/")
    idea = page.locator(".gp-idea").filter(has_text="Das VPN steht, aber große Dateien hängen")
    idea.get_by_role("button", name="Diese Idee nehmen").click()
    expect(idea.get_by_role("button", name="Dein Thema")).to_have_attribute("aria-pressed", "true")
    topic = page.locator(".gp-my-topic")
    expect(topic.get_by_label("Mein Thema")).to_have_value("Das VPN steht, aber große Dateien hängen")
    expect(topic.get_by_role("link", name="Meinen Vortrag beginnen")).to_be_hidden()
    typed = 'VPN hängt <img src="x" onerror="window.pwned = 1"> {{ 7 * 7 }}'
    topic.get_by_label("Mein Thema").fill(typed)
    topic.get_by_label("Mein Thema").blur()
    boxes = page.locator("[data-ticks='topic-ideas/fitness']").get_by_role("checkbox")
    for number in range(6):
        boxes.nth(number).check()
    beside = opened_beside(page, "")
    expect(beside.locator(".gp-brief__facts")).to_contain_text(f"{typed} (6 von 8 Punkten, geeignet)")
    expect(opened(beside, PLAN).get_by_label("mit dem Test aus acht Punkten prüfen")).to_be_checked()
    expect(opened(beside, "ueben/stand/").locator(".gp-brief__facts")).to_contain_text(f"{typed} (6 von 8 Punkten")
    topic.get_by_role("link", name="Meinen Vortrag beginnen").click()
    expect(page.get_by_text(f"Dein Thema ist {typed}")).to_be_visible()
    expect(page.get_by_label("Folien und Zeiten stehen schon da")).to_have_value("3")
    _button(page, "Mit einem Plan beginnen").click()
    expect(page.get_by_label("Titel", exact=True).first).to_have_value(typed)
    expect(page.locator("main img[src=x]")).to_have_count(0)
    assert [each.evaluate("() => window.pwned") for each in (page, beside)] == [None, None]
