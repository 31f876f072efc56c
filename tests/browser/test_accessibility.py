"""No page breaks a rule of WCAG 2.2 (A and AA) that axe can find, in light and in dark, folded and unfolded."""

from __future__ import annotations

import pytest
from browser.visitor import LAPTOP, PHONE
from browser.website import Website
from copies import ROOT
from playwright.sync_api import Page

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
_RUN = """async (tags) => {
  const runOnly = { type: "tag", values: tags };
  const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary.replaceAll(/\\s+/g, " ")}`));
}"""
_OPEN_EVERYTHING = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"

schemes = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(scope="module")
def axe() -> str:
    assert AXE.is_file(), f"{AXE} is missing: python3 scripts/setup.py --test installs it"
    return AXE.read_text(encoding="utf-8")


def _violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    return page.evaluate(_RUN, TAGS)


def _collect(visit, addresses: list[str], prepare, axe: str) -> dict[str, list[str]]:
    found = {}
    for address in addresses:
        page = visit.open(address)
        prepare(page)
        if violations := _violations(page, axe):
            found[address] = violations
    return found


def test_every_page_unfolded_in_light_on_a_laptop(site: Website, visitor, axe: str) -> None:
    """Notes, answers, tables of contents and diagrams' texts are all open."""
    visit = visitor(viewport=LAPTOP, color_scheme="light")
    assert _collect(visit, site.addresses, lambda page: page.evaluate(_OPEN_EVERYTHING), axe) == {}


def test_every_page_folded_in_the_dark_on_a_phone_with_the_menu_open(site: Website, visitor, axe: str) -> None:
    """Everything else is as it is on arrival."""
    visit = visitor(viewport=PHONE, color_scheme="dark")
    assert _collect(visit, site.addresses, lambda page: page.get_by_role("button", name="Menü").click(), axe) == {}


@schemes
def test_the_search_with_results(visitor, axe: str, scheme: str) -> None:
    """The dialog is open and lists what was found."""
    page = visitor(color_scheme=scheme).open()
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("Eskalation")
    page.locator(".gp-search__results a").first.wait_for()
    assert _violations(page, axe) == []


@schemes
def test_the_overview_with_a_filter_chosen(visitor, axe: str, scheme: str) -> None:
    """A chosen focus and a chosen tag stand out enough."""
    page = visitor(color_scheme=scheme).open("fallstudien/?schwerpunkt=mixed&tag=vpn")
    assert _violations(page, axe) == []
