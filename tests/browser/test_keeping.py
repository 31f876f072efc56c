"""Progress that no mishap costs: files, resets, damage, other tabs, no storage."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from browser.conftest import Visit
from browser.standing import (
    EXAM,
    FULL_STORAGE,
    GRADE,
    GRADE_A_LOT,
    NO_STORAGE,
    OVERFLOW,
    PAGE,
    SITE,
    arrive,
    card_named,
    cards_on,
    give,
    give_cards,
    log,
    ms_ago,
    practised,
    progress_by,
    progress_of,
    saved_by,
    setting,
    status_of,
    store,
    stored_by,
)
from browser.visitor import PHONE, Visitor, opened_beside, reloaded, wait_until
from copies import ROOT
from playwright.sync_api import Page, expect

FORMAT = '"format": "generalprobe-lernstand"'
TICKS = "ticks:preparation/checklist"


@pytest.fixture
def visit(visitor: Visit) -> Visitor:
    return arrive(visitor)


@pytest.fixture
def page(visit: Visitor) -> Page:
    """The page of somebody who has practised a while, set a date and ticked something."""
    page = practised(visit)
    store(page, {TICKS: {"version": 1, "marks": [["ausweis", 5, 1]]}})
    return page


def test_renamed_cards_keep_their_progress_and_removed_ones_are_not_spoken_of(visit: Visitor) -> None:
    """A moved one too; what stands in a file goes where it belongs now."""
    give_cards(
        visit.page,
        [card_named("neu/da", "alt/hier"), card_named("neu/dort", "weg/dort", "alt/dort"), card_named("neu/frisch")],
    )
    page = visit.bare()
    store(page, {f"progress:{id}": log((20, 3), (9, 3), (1, 4)) for id in ("alt/hier", "alt/dort", "weg/ganz")})
    visit.open(PAGE)
    whole = page.locator(".gp-ready__topic--whole")
    expect(whole).to_contain_text("2 von 3 angefangen")
    expect(whole).to_contain_text("2 sitzen")
    expect(page.get_by_role("alert").filter(visible=True)).to_have_count(0)
    _, text = saved_by(page, "Als Datei sichern")
    saved = json.loads(text)
    assert list(saved["entries"]) == [f"progress:{id}" for id in ("alt/dort", "alt/hier", "weg/ganz")]
    saved["entries"]["progress:alt/hier"]["reviews"].append([ms_ago(0.5), 3])
    give(page, json.dumps(saved))
    expect(status_of(page)).to_contain_text("1 Antwort übernommen, 9 waren schon da")
    assert sorted(progress_by(page)) == [f"{SITE}progress:{id}" for id in ("neu/da", "neu/dort", "weg/ganz")]


def test_progress_goes_from_one_device_to_another_and_back(page: Page, visitor: Visit) -> None:
    """The file is named by its day; merging adds what is missing, once; of two settings the newer counts."""
    name, text = saved_by(page, "Als Datei sichern")
    assert name == "generalprobe-lernstand-2026-12-01.json"
    assert json.loads(text)["entries"]["setting:exam"]["value"] == "2026-12-14"
    assert any(place.startswith("ticks:") for place in json.loads(text)["entries"])
    expect(status_of(page)).to_contain_text(f"Die Datei „{name}“ sollte jetzt bei deinen Downloads liegen.")
    visit = arrive(visitor, viewport=PHONE)
    phone = visit.bare()
    first = cards_on(phone)[0]["id"]
    store(phone, {f"progress:{first}": log((0.5, 2)), "setting:fresh": setting("5")})
    visit.open(PAGE)
    give(phone, text)
    expect(status_of(phone)).to_contain_text("Zusammengeführt:")
    expect(status_of(phone)).to_contain_text("Aus der Datei kommt auch: Häkchen, Einstellungen.")
    merged = json.loads(progress_by(phone)[f"{SITE}progress:{first}"])["reviews"]
    assert merged == [*log((20, 3), (12, 3), (3, 4), (0.5, 2))["reviews"]]
    assert len(progress_by(phone)) == len(progress_by(page))
    expect(phone.get_by_label("Prüfungstermin")).to_have_value("2026-12-14")
    expect(phone.get_by_label("davon neu")).to_have_value("5")
    give(phone, text)
    expect(status_of(phone)).to_contain_text("Alles aus dieser Datei war schon da")
    _, back = saved_by(phone, "Als Datei sichern")
    give(page, back)
    expect(status_of(page)).to_contain_text("Zusammengeführt: 1 Antwort übernommen")
    expect(page.get_by_label("davon neu")).to_have_value("5")


def test_what_was_changed_or_deleted_since_stays_so_after_an_older_file(page: Page) -> None:
    _, text = saved_by(page, "Als Datei sichern")
    page.get_by_label("Prüfungstermin").fill("2026-12-20")
    page.get_by_role("button", name="Lernstand zurücksetzen").click()
    give(page, text)
    expect(status_of(page)).to_contain_text("bleiben gelöscht")
    expect(page.get_by_text("Noch hast du nichts geübt.")).to_be_visible()
    expect(page.get_by_label("Prüfungstermin")).to_have_value("2026-12-20")


def test_a_file_of_the_first_version_is_read(visit: Visitor) -> None:
    page = visit.open(PAGE)
    give(page, (ROOT / "tests" / "stored" / "lernstand-1.json").read_text(encoding="utf-8"))
    expect(status_of(page)).to_contain_text("3 Antworten übernommen. Aus der Datei kommt auch: Einstellungen.")
    expect(page.get_by_label("Prüfungstermin")).to_have_value("2026-12-14")


def test_what_is_from_before_sites_were_told_apart_is_there(visit: Visitor) -> None:
    """Copied to this site's names, and left for other sites of the origin."""
    visit.before(
        "localStorage.getItem('generalprobe:setting:exam') || "
        "localStorage.setItem('generalprobe:setting:exam', '2026-12-14')"
    )
    page = visit.open(PAGE)
    expect(page.get_by_label("Prüfungstermin")).to_have_value("2026-12-14")
    page.get_by_role("button", name="Termin löschen").click()
    reloaded(page)
    expect(page.get_by_label("Prüfungstermin")).to_have_value("")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "leer"),
        ("<html>", "keine Sicherung"),
        ('{"version": 1, "cards": {}}', "keine Sicherung"),
        (f'{{{FORMAT}, "version": 1, "cards": {{"a/b": [["2026-', "unvollständig"),
        (f'{{{FORMAT}, "version": 3, "cards": {{}}}}', "neueren Fassung"),
        (f'{{{FORMAT}, "version": 2, "entries": {{"ticks:a": {{"version": 1}}}}}}', "Eintrag „ticks:a“"),
        (f'{{{FORMAT}, "version": 1, "cards": {{"a/b": [["heute", 3]]}}}}', "Eintrag „progress:a/b“"),
    ],
)
def test_a_file_that_is_none_is_refused_and_changes_nothing(page: Page, text: str, reason: str) -> None:
    before = stored_by(page)
    give(page, text)
    expect(status_of(page)).to_contain_text("Nicht übernommen, es ist alles unverändert.")
    expect(status_of(page)).to_contain_text(reason)
    assert stored_by(page) == before


def test_a_reset_is_undone_after_a_reload_by_keyboard(page: Page) -> None:
    before = stored_by(page)
    page.get_by_role("button", name="Lernstand zurücksetzen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Zurücksetzen rückgängig machen")).to_be_focused()
    expect(page.get_by_text("Noch hast du nichts geübt.")).to_be_visible()
    assert progress_by(page) == progress_of(before)
    reloaded(page)
    page.get_by_role("button", name="Zurücksetzen rückgängig machen").focus()
    page.keyboard.press("Enter")
    expect(status_of(page)).to_contain_text("Dein Lernstand ist wieder da.")
    expect(page.get_by_role("button", name="Lernstand zurücksetzen")).to_be_focused()
    expect(page.get_by_role("heading", name="Wie weit du bist")).to_be_visible()
    assert progress_by(page) == progress_of(before)


def test_a_reset_is_final_only_after_a_second_press(page: Page) -> None:
    page.get_by_role("button", name="Lernstand zurücksetzen").click()
    page.get_by_role("button", name="Endgültig löschen").click()
    assert progress_by(page)
    page.get_by_role("button", name="Wirklich endgültig löschen?").click()
    assert {key.removeprefix(SITE) for key in stored_by(page)} == {
        "reset:progress",
        "setting:exam",
        "setting:reminded",
        TICKS,
    }
    expect(page.get_by_text("Von vorn anfangen")).to_be_hidden()


def test_damaged_entries_are_reported_saved_and_deleted(visit: Visitor) -> None:
    """What can be read of them counts; everything else is untouched."""
    page = visit.bare()
    one, other, *_ = cards_on(page)
    spoiled = f'{{"version":1,"reviews":[[{ms_ago(1)},3],["x",9]]}}'
    store(page, {f"progress:{one['id']}": spoiled, f"progress:{other['id']}": log((1, 3)), "progress:weg/weg": "{"})
    visit.open(PAGE)
    expect(page.get_by_text("2 gespeicherte Einträge waren beschädigt und wurden beiseitegelegt.")).to_be_visible()
    expect(page.locator("[data-topics] > li").first).not_to_contain_text(f"{len(cards_on(page))} sind neu")
    assert json.loads(progress_by(page)[f"{SITE}progress:{one['id']}"]) == {**log((1, 3)), "version": 2}
    name, text = saved_by(page, "Beschädigtes als Datei sichern")
    assert name == "generalprobe-beschaedigt-2026-12-01.json"
    assert json.loads(text) == {f"progress:{one['id']}": spoiled, "progress:weg/weg": "{"}
    page.get_by_role("button", name="Beschädigtes löschen").click()
    expect(page.get_by_role("button", name="Beschädigtes löschen")).to_be_hidden()
    assert len(stored_by(page)) == 2


def test_entries_of_a_newer_version_are_named_and_left_alone(visit: Visitor) -> None:
    page = visit.bare()
    key = f"progress:{cards_on(page)[0]['id']}"
    store(page, {key: {"version": 9}})
    visit.open(PAGE)
    expect(page.get_by_text("Ein Eintrag stammt von einer neueren Fassung dieser Website")).to_be_visible()
    assert json.loads(stored_by(page)[f"{SITE}{key}"]) == {"version": 9}


@pytest.mark.parametrize(
    ("broken", "said"), [(FULL_STORAGE, "voll"), (NO_STORAGE, "nichts speichern")], ids=["full", "forbidden"]
)
def test_without_storage_the_page_works_and_says_what_that_means(visitor: Visit, broken: str, said: str) -> None:
    """A file can still be looked at, and saved again."""
    visit = arrive(visitor)
    visit.before(broken)
    page = visit.open(PAGE)
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text(said)
    card = cards_on(page)[0]["id"]
    cards = {card: [["2026-11-30T10:00:00.000Z", 3]]}
    text = json.dumps({"format": "generalprobe-lernstand", "version": 1, "cards": cards})
    give(page, text)
    expect(status_of(page)).to_contain_text("1 Antwort übernommen")
    expect(page.get_by_role("heading", name="Wie weit du bist")).to_be_visible()
    _, saved = saved_by(page, "Als Datei sichern")
    assert list(json.loads(saved)["entries"]) == [f"progress:{card}"]
    page.get_by_label("Prüfungstermin").fill(EXAM.isoformat())
    expect(page.locator("[data-head]")).to_contain_text("13 Tage")
    expect(status_of(page, "status")).to_contain_text("Dein Browser lässt hier nichts speichern")


def _logs(page: Page) -> list[list[list[int]]]:
    return [json.loads(text)["reviews"] for text in progress_by(page).values()]


def test_two_tabs_that_practise_at_once_lose_nothing(visitor: Visit) -> None:
    """Both grade the same two cards, as fast as they can."""
    page = visitor().open(PAGE)
    other = opened_beside(page, PAGE)
    for tab, grade in ((page, 3), (other, 1)):
        tab.evaluate(GRADE_A_LOT, grade)
    assert [tab.evaluate("() => window.practice") for tab in (page, other)] == [150, 150]
    wait_until(page, lambda: [(len(log), {grade for _, grade in log}) for log in _logs(page)], [(150, {1, 3})] * 2)


def test_settings_changed_in_another_tab_apply_here(page: Page) -> None:
    other = opened_beside(page, "ueben/sprechtempo/")
    store(other, {"setting:exam": setting("2026-12-24", at=6)})
    expect(page.locator("[data-head]")).to_contain_text("23 Tage")
    expect(page.get_by_label("Prüfungstermin")).to_have_value("2026-12-24")


_OTHER_WAYS = """
  window.given = [];
  Navigator.prototype.canShare = ({ files: [file] }) => file.type === "text/plain";
  Navigator.prototype.share = async ({ files: [file] }) => { given.push([file.name, await file.text()]); };
  Clipboard.prototype.writeText = async (text) => {
    if (window.closed_clipboard) throw new DOMException("no", "NotAllowedError");
    given.push(["", text]);
  };
"""


def test_where_a_browser_saves_nothing_one_shares_or_copies(visitor: Visit) -> None:
    """Nobody is told that a file is safe; what is shared or copied is the same text, and can be taken over."""
    visit = arrive(visitor, viewport=PHONE)
    visit.before(_OTHER_WAYS)
    page = visit.open(PAGE)
    page.evaluate(GRADE, 1)
    _, text = saved_by(page, "Als Datei sichern")
    expect(status_of(page)).not_to_contain_text("Gesichert")
    page.get_by_role("button", name="Teilen").click()
    expect(status_of(page)).to_contain_text("Geteilt.")
    expect(page.get_by_role("button", name="Teilen")).to_be_focused()
    page.get_by_role("button", name="Text kopieren").click()
    expect(status_of(page)).to_contain_text("Kopiert.")
    assert page.evaluate("() => given") == [["generalprobe-lernstand-2026-12-01.json.txt", text], ["", text]]
    page.evaluate("() => { window.closed_clipboard = true; }")
    page.get_by_role("button", name="Text kopieren").click()
    expect(page.get_by_label("Text zum Kopieren")).to_have_value(text)
    assert page.evaluate(OVERFLOW) <= 0
    give(page, text)
    expect(status_of(page)).to_contain_text("Alles aus dieser Datei war schon da (1 Antwort).")


def test_neither_practice_nor_an_export_asks_the_browser_for_anything(visitor: Visit) -> None:
    """Firefox would put its question over the quiz, and nobody would know why."""
    visit = arrive(visitor)
    visit.before("window.asked = 0; StorageManager.prototype.persist = async () => { asked += 1; };")
    page = visit.open(PAGE)
    page.evaluate(GRADE, 1)
    saved_by(page, "Als Datei sichern")
    expect(status_of(page)).to_contain_text("sollte jetzt bei deinen Downloads liegen")
    assert page.evaluate("() => asked") == 0


@pytest.fixture(params=[True, False], ids=["granted", "refused"])
def willing(request: pytest.FixtureRequest) -> Iterator[bool]:
    yield request.param


def test_the_browser_is_asked_to_keep_the_progress(visitor: Visit, willing: bool) -> None:
    visit = arrive(visitor)
    answer = str(willing).lower()
    visit.before(f"""let asked = false;
      StorageManager.prototype.persisted = async () => asked && {answer};
      StorageManager.prototype.persist = async () => {{ asked = true; return {answer}; }};""")
    page = visit.open(PAGE)
    expect(page.get_by_text("Der Browser kann es löschen")).to_be_visible()
    page.get_by_role("button", name="Den Browser bitten, es zu behalten").click()
    expect(status_of(page)).to_contain_text("ersetzt das nicht" if willing else "geht darauf hier nicht ein")
    expect(page.get_by_role("button", name="Den Browser bitten, es zu behalten")).to_be_visible(visible=not willing)
    expect(page.locator("[data-persistence]")).to_contain_text(
        "Verlass dich nicht darauf" if willing else "kann es löschen"
    )
