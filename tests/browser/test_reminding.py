"""What is said to somebody who practises: that much is in no file, that the site can be an app, and the way back."""

from __future__ import annotations

import json

from browser.conftest import Visit
from browser.standing import (
    EXAM,
    PAGE,
    TODAY,
    arrive,
    cards_on,
    log,
    logs_for,
    progress_by,
    saved_by,
    setting,
    settings_by,
    store,
)
from browser.visitor import PHONE, opened, reloaded
from playwright.sync_api import expect

OFFER = """() => {
  const offer = new Event("beforeinstallprompt", { cancelable: true });
  offer.prompt = async () => { window.asked = true; };
  dispatchEvent(offer);
  return offer.defaultPrevented;
}"""
ON_IPHONE = """Object.defineProperty(navigator, "standalone", { value: false });
  Object.defineProperty(navigator, "maxTouchPoints", { value: 5 });"""


def test_what_is_in_no_file_is_said_once_saved_by_one_tap_and_comes_back_on_an_empty_device(visitor: Visit) -> None:
    page = arrive(visitor, viewport=PHONE).open()
    store(page, {**logs_for(cards_on(page)), "setting:exam": setting(EXAM.isoformat())})
    practised = progress_by(page)
    reloaded(page)
    hint = page.get_by_role("complementary", name="Hinweis")
    expect(hint).to_contain_text("seit Mi, 11. Nov. getan hast, steht in keiner Sicherung")
    name, text = saved_by(page, "Jetzt sichern")
    expect(hint.get_by_role("status")).to_be_focused()
    expect(hint).to_contain_text(f"Die Datei „{name}“ sollte jetzt bei deinen Downloads liegen")
    file = json.loads(text)
    key, said = next(iter(file.items()))
    assert (key, f"{PAGE}#sicherung" in said) == ("restore", True)
    assert [place for place in file["entries"] if place.startswith("setting:")] == ["setting:exam"]
    expect(reloaded(page).get_by_role("heading", name="Noch 13 Tage")).to_be_visible()
    expect(hint).to_be_hidden()

    page.evaluate("() => localStorage.clear()")
    opened(page, "?von=app")
    expect(page.get_by_role("heading", name="Hier ist nichts gespeichert. Hast du eine Sicherung?")).to_be_visible()
    assert "von=app" not in page.url
    opened(page, f"{PAGE}#sicherung")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Sicherung auswählen").click()
    chooser.value.set_files({"name": name, "mimeType": "application/json", "buffer": text.encode()})
    back = page.get_by_role("region", name="Deine Sicherung ist eingelesen")
    expect(back).to_contain_text("Antworten übernommen")
    expect(back.get_by_role("heading")).to_be_focused()
    assert progress_by(page).keys() == practised.keys()
    opened(page, "")
    expect(page.get_by_role("heading", name="Noch 13 Tage")).to_be_visible()
    expect(hint).to_be_hidden()
    assert settings_by(page)["saved"] == file["saved"]


def test_what_is_put_off_is_quiet_and_the_link_in_a_file_leads_to_saving(visitor: Visit) -> None:
    page = arrive(visitor).open()
    store(page, {"progress:a/b": log((12, 3), (9, 3), (1, 4))})
    reloaded(page).get_by_role("button", name="Später").click()
    hint = page.get_by_role("complementary", name="Hinweis")
    expect(hint.get_by_role("status")).to_contain_text("In einer Woche")
    assert settings_by(page)["reminded"] == f"{TODAY.isoformat()} later"
    opened(page, f"{PAGE}#sicherung")
    expect(page.get_by_role("button", name="Aus Datei übernehmen")).to_be_focused()
    expect(hint).to_be_hidden()
    expect(page.get_by_role("region", name="Hier ist nichts gespeichert")).to_have_count(0)


def test_whoever_has_practised_on_two_days_may_have_an_app_and_never_hears_of_it_again(visitor: Visit) -> None:
    page = arrive(visitor).open()
    assert page.evaluate(OFFER)
    hint = page.get_by_role("complementary", name="Hinweis")
    expect(hint).to_have_count(0)
    store(page, {"progress:a/b": log((3, 3), (1, 4))})
    expect(reloaded(page).locator(".gp-brief")).to_be_visible()
    page.evaluate(OFFER)
    hint.get_by_role("button", name="Als App einrichten").click()
    assert page.evaluate("() => window.asked")
    expect(hint).to_contain_text("Dein Browser fragt jetzt nach")
    hint.get_by_role("button", name="Nicht mehr zeigen").click()
    expect(hint.get_by_role("status")).to_be_focused()
    opened(page, PAGE)
    page.evaluate(OFFER)
    app = page.get_by_role("region", name="Als App auf dieses Gerät")
    expect(app.get_by_role("button", name="Als App einrichten")).to_be_visible()
    expect(hint).to_be_hidden()


def test_on_an_iphone_it_is_done_by_hand_and_what_is_here_saved_before(visitor: Visit) -> None:
    visit = arrive(visitor, viewport=PHONE)
    visit.before(ON_IPHONE)
    page = visit.open()
    store(page, {"progress:a/b": log((3, 3), (1, 4))})
    hint = reloaded(page).get_by_role("complementary", name="Hinweis")
    expect(hint.get_by_role("listitem")).to_have_text(
        ["Tippe in der Leiste des Browsers auf „Teilen“.", "Wähle „Zum Home-Bildschirm“."]
    )
    saved_by(page, "Als Datei sichern")
    expect(hint.get_by_role("status")).to_contain_text("sollte jetzt bei deinen Downloads liegen")
