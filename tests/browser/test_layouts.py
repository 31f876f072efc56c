"""A page of each layout, opened once and looked at in every way: opening it is what takes the time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browser.conftest import Visit
from browser.test_accessibility import AXE, _violations
from browser.visitor import LAPTOP, NARROW, PHONE, TABLET, Visitor, Windows, resize, settle, tab
from browser.website import LAYOUTS, Website
from playwright.sync_api import Page, ViewportSize

# Goes to the top and numbers what can be focused, of alike elements the first two and the last; then notes what is, and
# whether one can see it.
_WATCH = """() => {
  const top = document.createElement("span");
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
  const can = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])";
  const all = [...document.querySelectorAll(can)].filter((each) => each.checkVisibility({ visibilityProperty: true })
    && !each.disabled && !each.closest("[inert]"));
  const place = ({ localName, className }) => `${localName}.${className}`;
  const kind = (each) => [each, each.parentElement, each.parentElement.parentElement].map(place).join(" < ");
  const asleep = [...Map.groupBy(all, kind).values()].flatMap((alike) => alike.slice(2, -1))
    .filter((each) => !each.querySelector(can));
  for (const each of asleep) each.inert = true;
  const marked = (element) => {
    for (let each = element; each && each !== document.body; each = each.parentElement) {
      if (getComputedStyle(each).outlineStyle !== "none") return true;
    }
    return false;
  };
  const isFirst = !window.walk;
  window.walk = { asleep, stops: all.filter((each) => !each.inert), reached: new Set(), invisible: [] };
  if (isFirst) document.addEventListener("focusin", ({ target }) => {
    walk.reached.add(target);
    const { width, height } = target.getBoundingClientRect();
    if (!marked(target) || !width || !height) walk.invisible.push(target.outerHTML.slice(0, 120));
  });
  return walk.stops.length;
}"""
# Of radio buttons that belong together, Tab reaches one; the arrow keys reach the others.
_MISSED = """() => {
  const groups = new Set([...walk.reached].filter(({ type }) => type === "radio").map(({ name }) => name));
  const reached = (each) => walk.reached.has(each) || (each.type === "radio" && groups.has(each.name));
  return walk.stops.filter((each) => !reached(each)).map((each) => each.outerHTML.slice(0, 120));
}"""


_WAKE = """() => {
  for (const each of walk.asleep) each.inert = false;
  document.activeElement.blur();
}"""
OPEN_EVERYTHING = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"
OVERHANGING = """() => {
  const width = document.scrollingElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= width) return [];
  const isWide = (each) => each.getBoundingClientRect().right > width + 1;
  const wide = [...document.body.querySelectorAll("*")].filter(isWide);
  return ["page scrolls sideways", ...wide.map((each) => each.outerHTML.slice(0, 80)).slice(0, 5)];
}"""
_SEE_THE_END = """() => {
  scrollTo(0, document.body.scrollHeight);
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
}"""
_WORD = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungs"
"""Of 59 letters: for each kind of place it is put in, once, and the page must get no wider."""
_TOO_LONG = """(word) => {
  const fixed = ".gp-hidden, .gp-skip, .gp-breadcrumb, .gp-timebar-legend, :is(.gp-notes, .gp-answer) > summary, svg";
  const [seen, wide] = [new Set(), []];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const [node, each] = [walker.currentNode, walker.currentNode.parentElement];
    const place = [each.parentElement, each].map(({ localName, className }) => `${localName}.${className}`).join(" > ");
    if (seen.has(place) || !/[a-z]/i.test(node.data) || !each.checkVisibility() || each.closest(fixed)) continue;
    seen.add(place);
    const before = node.data;
    node.data = word;
    if (document.documentElement.scrollWidth > innerWidth) wide.push(place);
    node.data = before;
  }
  if (!seen.size) wide.push("nothing was tried");
  return wide;
}"""


def _tab_through(page: Page, size: ViewportSize) -> list[str]:
    """Press Tab until each stop was reached, or in vain; what was missed, and what got the focus without showing it."""
    resize(page, size)
    stops = page.evaluate(_WATCH)
    left = 2 * stops + 40  # What scrolls and holds nothing to stop at is a stop of the browser's own.
    while left > 0 and page.evaluate(_MISSED):
        tab(page, pressed := min(left, stops))
        left -= pressed
    found = [f"missed: {each}" for each in page.evaluate(_MISSED)]
    found += [f"invisible: {each}" for each in page.evaluate("() => walk.invisible")]
    page.evaluate(_WAKE)
    return found if stops > 5 else [f"only {stops} stops"]


def _in_the_dark(page: Page) -> list[str]:
    """On a phone, with the menu open and everything else as it is on arrival."""
    resize(page, PHONE)
    page.emulate_media(color_scheme="dark")
    page.get_by_role("button", name="Menü").click()
    found = _violations(page, AXE.read_text(encoding="utf-8"))
    page.keyboard.press("Escape")
    page.emulate_media(color_scheme="light")
    return found


def _unfolded(page: Page) -> list[str]:
    """In light on a laptop: notes, answers, tables of contents and diagrams' texts are all open."""
    resize(page, LAPTOP)
    page.evaluate(OPEN_EVERYTHING)
    page.wait_for_function("() => !document.querySelector('main [data-pending] details[open]')")
    settle(page)
    return _violations(page, AXE.read_text(encoding="utf-8"))


def _over_the_edge(page: Page) -> list[str]:
    """Everything opened, on a laptop and, once its end was seen, on a tablet."""
    page.evaluate(OPEN_EVERYTHING)
    found: list[str] = page.evaluate(OVERHANGING)
    page.evaluate(_SEE_THE_END)
    page.set_viewport_size(TABLET)
    found += page.evaluate(OVERHANGING)
    return found


def _with_doubled_text(page: Page) -> list[str]:
    """Everything opened, on a phone whose owner has doubled the text alone."""
    page.set_viewport_size(PHONE)
    doubled = page.add_style_tag(content="html { font-size: 200% !important; }")
    found: list[str] = page.evaluate(OVERHANGING)
    doubled.evaluate("(style) => style.remove()")
    return found


def _with_a_long_word(page: Page) -> list[str]:
    """Wherever it stands: in options, labels, tags, an audience, on a button."""
    page.set_viewport_size(NARROW)
    found: list[str] = page.evaluate(_TOO_LONG, _WORD)
    return found


LOOKS: dict[str, Callable[[Page], list[str]]] = {
    "Tab reaches everything on a phone and shows where it is": lambda page: _tab_through(page, PHONE),
    "axe finds nothing in the dark on a phone": _in_the_dark,
    "Tab reaches everything on a laptop and shows where it is": lambda page: _tab_through(page, LAPTOP),
    "axe finds nothing unfolded in light on a laptop": _unfolded,
    "nothing hangs over the edge": _over_the_edge,
    "nothing hangs over the edge when the text is twice as large": _with_doubled_text,
    "a long word makes no page wide": _with_a_long_word,
}
"""In this order, with few changes of size; each leaves the page as the next needs it."""


@pytest.fixture(scope="module")
def found(windows: Windows, site: Website) -> dict[str, Any]:
    """What each look has found on which pages, and what the visitor complains of."""
    visit = Visitor(windows, site, viewport=PHONE)
    found: dict[str, Any] = {name: {} for name in LOOKS}
    for address in LAYOUTS:
        page = visit.open(address)
        for name, look in LOOKS.items():
            if wrong := look(page):
                found[name][address] = wrong
    visit.close()
    return found | {"complaints": visit.complaints}


@pytest.mark.parametrize("look", LOOKS)
def test_on_every_layout(found: dict[str, Any], look: str) -> None:
    assert found[look] == {}


def test_no_layout_asks_elsewhere_or_complains(found: dict[str, Any]) -> None:
    """No request to another host, none that fails, no error on the console, in all that was looked at."""
    assert found["complaints"] == []


def test_a_long_word_makes_no_task_wide(visitor: Visit) -> None:
    visit = visitor(viewport=NARROW)
    assert len(_WORD) == 59
    tasks = [f"ueben/fragen/alle-arten/#frage-{id}" for id in ("eine-richtig", "paare", "reihenfolge", "luecken")]
    wide = {address: _with_a_long_word(visit.open(address)) for address in tasks}
    assert {address: places for address, places in wide.items() if places} == {}
