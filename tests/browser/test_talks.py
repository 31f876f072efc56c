"""Talks as scripts get them: the slides are those of the page, and what does not come is said."""

from __future__ import annotations

from functools import partial

from browser.conftest import Visit
from browser.slides import compare_slides
from browser.visitor import opened
from browser.website import Website
from playwright.sync_api import Route, expect


def case_studies(site: Website) -> list[str]:
    return [file.parent.name for file in sorted(site.folder.glob("fallstudien/*/vortrag.json"))]


def test_scripts_make_the_slides_that_pages_have_of_every_shipped_talk(visitor: Visit, whole_site: Website) -> None:
    ids = case_studies(whole_site)
    compared, different = compare_slides(visitor(to=whole_site).open("404.html"), ids)
    assert different == []
    assert compared >= 2 * 7 * len(ids) > 0


def test_and_of_talks_with_everything_that_a_slide_can_show(visitor: Visit, site: Website) -> None:
    compared, different = compare_slides(visitor().open("404.html"), case_studies(site))
    assert different == []
    assert compared > 40


_LOAD = """async (ids) => {
  const { loadTalk } = await import("/javascripts/talk/talk.mjs");
  return Promise.all(ids.map(async (id) => (await loadTalk(id)).trouble ?? "loaded"));
}"""


def test_what_does_not_come_is_a_value_and_no_mistake(visitor: Visit) -> None:
    guest = visitor()
    page = guest.open("404.html")
    asked = ["", "gibt-es-nicht", "../../x", "<b>", "service-recovery"]
    assert page.evaluate(_LOAD, asked) == ["unnamed", "unknown", "unknown", "unknown", "loaded"]
    answers = {"neuer": '{"version": 2}', "kaputt": '{"version": 1, "id": "kapu'}
    for id, body in answers.items():
        page.route(f"**/fallstudien/{id}/vortrag.json", partial(Route.fulfill, body=body))
    page.route("**/fallstudien/fort/vortrag.json", lambda route: route.abort())
    page.route("**/*.svg", lambda route: route.abort())
    assert page.evaluate(_LOAD, [*answers, "fort", "service-recovery"]) == ["newer", "broken", "unloaded", "loaded"]
    guest.complaints.clear()


_KEEP = """async (id) => {
  const { keepRuns } = await import("/javascripts/talk/runs.mjs");
  const slides = [{ key: "titel", title: "Titel", plan_s: 30, syllables: 9 }];
  const log = [[0, "slide", "titel"], [582000, "end"]];
  const run = { at: Date.UTC(2020, 1, 2, 12), mode: "whole", slides, log, note: "" };
  keepRuns(id, ["one", "other"].map((name) => ({ id: name, ...run })));
}"""


def test_pages_say_when_a_talk_was_rehearsed_last(visitor: Visit) -> None:
    """The case study and the list of all, and of no other talk."""
    page = visitor().open("fallstudien/service-recovery/")
    place = page.locator("[data-rehearsed]:visible")
    expect(place).to_have_count(0)
    page.evaluate(_KEEP, "service-recovery")
    expect(place).to_have_text("Geprobt 2-mal, zuletzt 9:42 am So, 2. Feb. 2020")
    opened(page, "fallstudien/")
    expect(place).to_have_text(["Geprobt: 2-mal, zuletzt 9:42 am So, 2. Feb. 2020"])
