"""What axe finds of the rules of WCAG 2.2 (A and AA); `test_layouts.py` and `test_every_page.py` ask it of pages."""

from __future__ import annotations

from typing import Literal

import pytest
from browser.conftest import Visit
from browser.visitor import LAPTOP, PHONE
from browser.website import BARE, CHECKER
from copies import ROOT
from playwright.sync_api import Page, ViewportSize

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# Of all elements with the same colour, letters and background the first two and the last. What is not in the flow, or
# not wholly there, is a background of its own.
_COLOURED = """() => {
  const place = (each) => `${each.localName}.${each.getAttribute("class")}`;
  const grounds = new Map([[null, ""]]);
  const ground = (each) => {
    if (!grounds.has(each)) {
      const { backgroundColor, backgroundImage, opacity, filter, position } = getComputedStyle(each);
      const own = [backgroundColor, backgroundImage, opacity, filter, position].join();
      const isPlain = /^rgba\\(0, 0, 0, 0\\),none,1,none,(static|relative)$/.test(own);
      grounds.set(each, ground(each.parentElement) + (isPlain ? "" : `${place(each)} ${own}; `));
    }
    return grounds.get(each);
  };
  const look = (each) => {
    const { color, fontSize, fontWeight, textShadow, textDecorationLine } = getComputedStyle(each);
    const around = [place(each.parentElement), getComputedStyle(each.parentElement).color];
    return [place(each), color, fontSize, fontWeight, textShadow, textDecorationLine, ...around, ground(each)].join();
  };
  const says = (each) => each.matches("a, [role=link], input, select, textarea")
    || [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const isSeen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const all = [...document.querySelectorAll("body *")].filter((each) => says(each) && isSeen(each));
  return [...Map.groupBy(all, look).values()].flatMap((alike) => [...alike.slice(0, 2), ...alike.slice(2).slice(-1)]);
}"""
# To compare colours takes most of the time: it is done for some of those that are alike.
_RUN = f"""async ([tags, colours, within]) => {{
  const coloured = colours ? ({_COLOURED})() : [];
  for (const each of coloured) each.dataset.coloured = "";
  axe.configure({{ rules: [
    {{ id: "color-contrast", selector: "[data-coloured]" }},
    {{ id: "link-in-text-block", selector: "a[href][data-coloured], [role=link][data-coloured]" }},
  ] }});
  const runOnly = {{ type: "tag", values: tags }};
  const rules = {{ "color-contrast": {{ enabled: colours }}, "link-in-text-block": {{ enabled: colours }} }};
  const {{ violations }} = await axe.run(within, {{ runOnly, rules, resultTypes: ["violations"], preload: false }});
  for (const each of coloured) delete each.dataset.coloured;
  return violations.flatMap(({{ id, nodes }}) =>
    nodes.map(({{ target, failureSummary }}) => `${{id}}: ${{target}} ${{failureSummary.replaceAll(/\\s+/g, " ")}}`));
}}"""

_LOADED = """async (src) => {
  const load = (done) => document.head.append(
    Object.assign(document.createElement("script"), { src, onload: done, onerror: done }));
  if (!("axe" in window)) await new Promise(load);
  return "axe" in window;
}"""
_LINK = "<li>ein ganzer Satz um <a {}>einen Verweis</a> herum</li>"
_SAME = 9 * ("<li>so wie alle</li>" + _LINK.format("href='#' style='color: #00f'"))
_ODD = f"""<h1>Eine Seite</h1><ul>{_SAME}
  <li id="own" style="color: #ddd">anders</li>
  <div style="background: #222"><li id="ground">anders</li></div>
  <div style="opacity: 0.2"><li id="faded">anders</li></div>
  {_LINK.format("id='link' href='#' style='color: #111; text-decoration: none'")}{_SAME}</ul>"""
_SETTINGS: tuple[tuple[ViewportSize, Literal["dark", "light"]], ...] = ((PHONE, "dark"), (LAPTOP, "light"))
_LOCKED = "async () => (await axe.run(document, { runOnly: ['css-orientation-lock'] })).passes.map(({ id }) => id)"


@pytest.fixture(scope="module")
def axe() -> str:
    assert AXE.is_file(), f"{AXE} is missing: python3 scripts/setup.py --test installs it"
    return AXE.read_text(encoding="utf-8")


def _violations(page: Page, axe: str, *, colours: bool = True, within: str = "html") -> list[str]:
    if not page.evaluate(_LOADED, f"/{CHECKER}"):
        page.evaluate(axe)  # The browser is offline, or the page another server's.
    found: list[str] = page.evaluate(_RUN, [TAGS, colours, within])
    return found


def in_both_settings(page: Page, axe: str, within: str = "html") -> list[str]:
    """What axe finds in the dark on a phone, and then in light on a laptop.

    Each size and each scheme once; what depends on both is colour on a shared layout, and that the pages' walks see.
    """
    found = []
    for size, scheme in _SETTINGS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        found += [f"{scheme}: {each}" for each in _violations(page, axe, within=within)]
    return found


def test_no_style_sheet_turns_the_page_round(visitor: Visit, axe: str) -> None:
    """Only this rule reads the style sheets, which takes half of axe's time; the other walks leave it out."""
    page = visitor().open()
    page.evaluate(axe)
    assert page.evaluate(_LOCKED) == ["css-orientation-lock"]


def test_among_alike_elements_one_of_another_colour_is_found(visitor: Visit, axe: str) -> None:
    """Its own, that of what it stands on, half there, a link that nothing marks; of the others there are many."""
    page = visitor().page
    page.goto(BARE)
    page.evaluate("(body) => { document.body.innerHTML = body; }", _ODD)
    found = sorted({each.split()[1] for each in _violations(page, axe) if each.startswith(("color-", "link-in-"))})
    assert found == ["#faded", "#ground", "#link", "#own"]


def test_the_search_with_results(visitor: Visit, axe: str) -> None:
    """The dialog is open and lists what was found."""
    page = visitor().open()
    page.keyboard.press("Control+k")
    page.get_by_role("searchbox").fill("Eskalation")
    page.locator(".gp-search__results a").first.wait_for()
    assert in_both_settings(page, axe) == []


def test_the_overview_with_a_filter_chosen(visitor: Visit, axe: str) -> None:
    """A chosen focus and a chosen tag stand out enough."""
    page = visitor().open("fallstudien/?schwerpunkt=mixed&tag=vpn")
    assert in_both_settings(page, axe) == []
