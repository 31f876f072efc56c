"""What axe finds of the rules of WCAG 2.2 (A and AA); `test_layouts.py` and `test_every_page.py` ask it of pages."""

from __future__ import annotations

import pytest
from browser.conftest import Visit
from browser.visitor import LAPTOP, PHONE
from browser.website import CHECKER
from copies import ROOT
from playwright.sync_api import Page

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
_RUN = """async ([tags, contrast]) => {
  const runOnly = { type: "tag", values: tags };
  const rules = { "color-contrast": { enabled: contrast } };
  const { violations } = await axe.run(document, { runOnly, rules, resultTypes: ["violations"], preload: false });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary.replaceAll(/\\s+/g, " ")}`));
}"""

_LOADED = """async (src) => {
  const load = (done) => document.head.append(
    Object.assign(document.createElement("script"), { src, onload: done, onerror: done }));
  if (!("axe" in window)) await new Promise(load);
  return "axe" in window;
}"""
_LOCKED = "async () => (await axe.run(document, { runOnly: ['css-orientation-lock'] })).passes.map(({ id }) => id)"

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
    if not page.evaluate(_LOADED, f"/{CHECKER}"):
        page.evaluate(axe)  # The browser is offline, or the page another server's.
    found: list[str] = page.evaluate(_RUN, [TAGS, contrast])
    return found


def test_no_style_sheet_turns_the_page_round(visitor: Visit, axe: str) -> None:
    """Only this rule reads the style sheets, which takes half of axe's time; the other walks leave it out."""
    page = visitor().open()
    page.evaluate(axe)
    assert page.evaluate(_LOCKED) == ["css-orientation-lock"]


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
