"""Two devices and a mock exam: questions by a code, what goes wrong, a talk's file, the sheet that comes back."""

from __future__ import annotations

import json
import re
from pathlib import Path

from browser import test_accessibility as accessibility
from browser.conftest import Visit
from browser.visitor import PHONE, Visitor
from copies import ROOT
from playwright.sync_api import Page, expect

axe = accessibility.axe
EXAM = "pruefung/?fall=service-recovery"
_THEN = 1_796_000_000
_DISCUSSING = """() => {
  const place = "generalprobe:/:sitting:examiner";
  const { value, ...rest } = JSON.parse(localStorage.getItem(place));
  const log = [[0, "phase", "talk"], [0, "phase", "discussion"], [0, "begin"], [0, "ask", 0]];
  localStorage.setItem(place, JSON.stringify({ ...rest, value: { ...value, log } }));
}"""
_SITTING = "(seat) => JSON.parse(localStorage.getItem(`generalprobe:/:sitting:${seat}`)).value"
_PAGES = re.compile(rb"/Type\s*/Page[^s]")


def _examined(visit: Visitor, code: str) -> tuple[Page, list[str]]:
    """Somebody examines by a code, mistyped first; what was asked, with a reload in between."""
    page = visit.open("pruefung/pruefen/?fall=service-recovery")
    page.clock.pause_at(_THEN + 3600)
    field = page.get_by_role("textbox", name="Code")
    field.fill(code[:-1])
    field.press("Enter")
    expect(page.get_by_text("Ein Code hat 8 Zeichen.")).to_be_visible()
    field.fill(code.lower().replace("-", " "))
    field.press("Enter")
    page.get_by_role("button", name="Der Vortrag beginnt").press("Enter")
    page.clock.run_for(631_000)
    expect(page.get_by_text("Brich jetzt ab")).to_be_visible()
    page.get_by_role("button", name="Der Vortrag ist zu Ende").press("Enter")
    page.clock.run_for(2000)
    page.get_by_role("button", name="Erste Frage stellen").press("Enter")
    page.clock.run_for(40_000)
    asked = [page.locator("h2:focus").inner_text()]
    page.reload()
    page.locator(".gp-resume").wait_for()
    expect(field).to_be_hidden()
    page.get_by_role("button", name="Weiter, das war eine Unterbrechung").press("Enter")
    expect(page.locator("h2:focus")).to_have_text(asked[0])
    expect(page.get_by_role("timer")).to_contain_text("noch 4:20")
    page.evaluate("scrollTo(0, 3000)")
    page.get_by_role("button", name="Nächste Frage stellen").dispatch_event("click")
    expect(page.locator("h2:focus")).to_be_in_viewport()
    page.clock.run_for(40_000)
    asked.append(page.locator("h2:focus").inner_text())
    return page, asked


def test_two_devices_ask_the_same_and_the_sheet_comes_back(visitor: Visit, axe: str) -> None:
    """By the code alone; the examiner's sheet stands beside one's own, whatever else was pasted first."""
    page = visitor(now=_THEN).open(EXAM)
    page.get_by_label("eine zweite Person").check()
    code = page.locator(".gp-mock__code").inner_text()[-9:]
    expect(page.get_by_role("img", name="QR-Code mit dem Link zum Prüfen")).to_be_visible()
    other, asked = _examined(visitor(now=_THEN, viewport=PHONE), code)
    other.get_by_role("group", name="Zeit eingehalten").get_by_label("teilweise").check()
    other.get_by_label("Beobachtung zu: Zeit eingehalten").fill("bei 10:30 unterbrochen")
    with other.expect_download() as download:
        other.get_by_role("button", name="Bogen sichern").click()
    sheet = download.value.path().read_text(encoding="utf-8")
    other.clock.resume()
    assert accessibility._violations(other, axe) == []
    assert len(_PAGES.findall(other.pdf(format="A4"))) == 1
    page.get_by_role("button", name="Probeprüfung beginnen").click()
    expect(page.get_by_text(f"Code für die Person, die prüft: {code}")).to_be_visible()
    page.get_by_role("button", name="Weiter zum Vortrag").click()
    page.locator("input[name=way][value=one]").check()
    page.get_by_role("button", name="Vortrag beginnen").click()
    page.locator(".gp-stage").wait_for()
    page.get_by_role("button", name="Beenden").click()
    page.get_by_role("dialog").get_by_role("button", name="Beenden").click()
    expect(page.get_by_label("Fragen vorlesen")).to_be_hidden()
    page.get_by_role("button", name="Fachgespräch beginnen").click()
    expect(page.get_by_text("Die Fragen stellt jetzt die Person, die prüft.")).to_be_focused()
    page.get_by_role("button", name="Das Fachgespräch ist zu Ende").click()
    page.get_by_role("button", name="Weiter zu den Musterantworten").click()
    expect(page.locator(".gp-answered summary h4")).to_contain_text(asked)
    page.get_by_role("button", name="Ergebnis ansehen").click()
    field = page.get_by_label("Bogen als Text")
    for text, said in {
        sheet[:80]: "Das ist kein Bogen.",
        sheet.replace(code, "1AAA-AAAA"): "zu einer anderen Probeprüfung",
    }.items():
        field.fill(text)
        page.get_by_role("button", name="Text übernehmen").click()
        expect(page.get_by_text(said)).to_be_visible()
    field.fill(f"Hier: {sheet}")
    page.get_by_role("button", name="Text übernehmen").click()
    expect(page.get_by_text("von 30 Punkten gab dir die prüfende Person.")).to_be_visible()
    expect(page.get_by_text("bei 10:30 unterbrochen").first).to_be_visible()
    page.get_by_text("Einen berichtigten Bogen übernehmen").click()
    field.fill(sheet.replace("bei 10:30 unterbrochen", "bei 10:31 unterbrochen"))
    page.get_by_role("button", name="Text übernehmen").click()
    expect(page.get_by_text("bei 10:31 unterbrochen").first).to_be_visible()
    expect(page.locator(".gp-mock__questions li")).to_contain_text(asked)


def test_who_examines_plays_what_goes_wrong(visitor: Visit) -> None:
    """It is drawn by the code alone: one of another content is named, and the sheet says how long it took."""
    page = visitor(now=_THEN).open("pruefung/pruefen/?fall=service-recovery&code=2000-F07M")
    page.clock.pause_at(_THEN + 60)
    page.get_by_role("button", name="Prüfung öffnen").click()
    expect(page.get_by_text("Auf dem anderen Gerät ist ein anderer Stand der Website.")).to_be_visible()
    page.get_by_role("button", name="Der Vortrag beginnt").click()
    page.clock.run_for(289_000)
    expect(page.get_by_text("Jetzt stören")).to_be_hidden()
    page.clock.run_for(2000)
    expect(page.get_by_role("alert")).to_contain_text("Entschuldigung, ich sehe Ihre Folien nicht mehr.")
    page.clock.run_for(20_000)
    page.get_by_role("button", name="Es geht weiter").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name="Bogen sichern").click()
    played = json.loads(download.value.path().read_text(encoding="utf-8"))["disturbance"]
    assert (played["id"], played["where"]) == ("folien-weg", "talk")
    assert 290 <= played["after_s"] <= 291 and 19 <= played["took_s"] <= 21


def test_the_file_of_ones_own_talk_is_asked_about_on_both_devices(visitor: Visit, axe: str, tmp_path: Path) -> None:
    """Two questions come from it; another version of it is named; the examiner's device keeps none of it unasked."""
    page = visitor(now=_THEN).open("mein-vortrag/")
    page.locator("#own-file").set_input_files(ROOT / "data" / "case-studies" / "service-recovery.yml")
    page.wait_for_url("**eigener=**")
    page.goto(f"pruefung/?{page.url.partition('?')[2]}")
    page.get_by_label("eine zweite Person").check()
    page.get_by_label("bekommt meine Vortragsdatei").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Vortragsdatei sichern").click()
    text = download.value.path().read_text(encoding="utf-8")
    code = page.locator(".gp-mock__code").inner_text()[-9:]
    page.reload()
    expect(page.locator(".gp-mock__code")).to_contain_text(code)
    assert accessibility._violations(page, axe) == []
    page.get_by_role("button", name="Probeprüfung beginnen").click()
    expect(page.get_by_role("heading", name="Ist alles bereit?")).to_be_focused()
    assert "code=" not in page.url
    drawn = [each["title"] for each in page.evaluate(_SITTING, "now")["questions"]]
    assert sum(each["id"].startswith("eigener/") for each in page.evaluate(_SITTING, "now")["questions"]) == 2
    file = tmp_path / "vortrag.yml"
    file.write_text(text, encoding="utf-8")
    other = visitor(now=_THEN).open("pruefung/pruefen/")
    _file_opened(other, code, file)
    expect(other.get_by_text("Zwei Fragen kommen zum Vortrag")).to_be_visible()
    expect(other.get_by_text("eine andere Fassung")).to_have_count(0)
    sitting = other.evaluate(_SITTING, "examiner")
    assert [each["title"] for each in sitting["questions"]] == drawn and "own" not in sitting
    assert other.evaluate("async () => (await indexedDB.databases()).length") == 0
    _asks_for_the_file_again(other, file)
    file.write_text(text.replace("Vertrauen", "Ruf"), encoding="utf-8")
    _file_opened(other, code, file)
    expect(other.get_by_text("eine andere Fassung")).to_be_visible()


def _file_opened(page: Page, code: str, file: Path) -> None:
    """The code says that there is one."""
    page.get_by_label("Code, acht Zeichen").fill(code)
    page.get_by_role("button", name="Prüfung öffnen").click()
    expect(page.get_by_text("Zu diesem Code gehört ein eigener Vortrag.")).to_be_visible()
    page.get_by_label("Vortragsdatei, wenn du sie bekommen hast").set_input_files(file)
    page.get_by_role("button", name="Prüfung öffnen").click()
    page.get_by_role("button", name="Der Vortrag beginnt").wait_for()


def _asks_for_the_file_again(page: Page, file: Path) -> None:
    """What is expected is gone with the page, and comes back with the file; then all is discarded."""
    page.evaluate(_DISCUSSING)
    page.reload()
    page.get_by_role("button", name="Weiter, das war eine Unterbrechung").click()
    page.get_by_label("Was in die Antwort gehört, steht in der Vortragsdatei.").set_input_files(file)
    expect(page.get_by_role("heading", name="Vorbereitete Antwort")).to_be_visible()
    page.get_by_role("button", name="Verwerfen").click()
    page.get_by_role("button", name="Alles hier wirklich verwerfen?").click()
