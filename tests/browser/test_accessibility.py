"""No page breaks a rule of WCAG 2.2 (A and AA) that axe can find, in light and in dark, folded and unfolded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from browser.conftest import Visit
from browser.visitor import LAPTOP, PHONE, Visitor
from browser.website import LAYOUTS, Website
from copies import ROOT
from playwright.sync_api import Page

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
_RUN = """async ([tags, contrast]) => {
  const runOnly = { type: "tag", values: tags };
  const rules = { "color-contrast": { enabled: contrast } };
  const { violations } = await axe.run(document, { runOnly, rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary.replaceAll(/\\s+/g, " ")}`));
}"""
_OPEN_EVERYTHING = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"

schemes = pytest.mark.parametrize("scheme", ["light", "dark"])
in_two_settings = pytest.mark.parametrize(
    ("size", "scheme"), [(LAPTOP, "light"), (PHONE, "dark")], ids=["light-laptop", "dark-phone"]
)
"""Each size and each scheme once; what depends on both is colour on a shared layout, and that the pages' walks see."""


@pytest.fixture(scope="module")
def axe() -> str:
    assert AXE.is_file(), f"{AXE} is missing: python3 scripts/setup.py --test installs it"
    return AXE.read_text(encoding="utf-8")


def _violations(page: Page, axe: str, *, contrast: bool = True) -> list[str]:
    page.evaluate(axe)
    found: list[str] = page.evaluate(_RUN, [TAGS, contrast])
    return found


def _collect(
    visit: Visitor, addresses: Sequence[str], prepare: Callable[[Page], object], axe: str
) -> dict[str, list[str]]:
    found = {}
    for address in addresses:
        page = visit.open(address)
        prepare(page)
        # Colours come from the style sheets: a page of each layout has them all, and this rule takes most of the time.
        if violations := _violations(page, axe, contrast=address in LAYOUTS):
            found[address] = violations
    return found


def test_every_page_unfolded_in_light_on_a_laptop(site: Website, visitor: Visit, axe: str) -> None:
    """Notes, answers, tables of contents and diagrams' texts are all open."""
    visit = visitor(viewport=LAPTOP, color_scheme="light")
    assert _collect(visit, site.addresses, lambda page: page.evaluate(_OPEN_EVERYTHING), axe) == {}


def test_every_layout_folded_in_the_dark_on_a_phone_with_the_menu_open(visitor: Visit, axe: str) -> None:
    """Everything else is as it is on arrival."""
    visit = visitor(viewport=PHONE, color_scheme="dark")
    assert _collect(visit, LAYOUTS, lambda page: page.get_by_role("button", name="Menü").click(), axe) == {}


@schemes
def test_the_search_with_results(visitor: Visit, axe: str, scheme: str) -> None:
    """The dialog is open and lists what was found."""
    page = visitor(color_scheme=scheme).open()
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("Eskalation")
    page.locator(".gp-search__results a").first.wait_for()
    assert _violations(page, axe) == []


@schemes
def test_the_overview_with_a_filter_chosen(visitor: Visit, axe: str, scheme: str) -> None:
    """A chosen focus and a chosen tag stand out enough."""
    page = visitor(color_scheme=scheme).open("fallstudien/?schwerpunkt=mixed&tag=vpn")
    assert _violations(page, axe) == []
