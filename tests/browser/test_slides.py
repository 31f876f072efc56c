"""A slide looks like a slide: 16:9 where there is room for it, and never a word lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from browser.conftest import Visit
from browser.visitor import LAPTOP, NARROW, PHONE, TABLET, resize
from browser.website import Website
from fullest import fullest
from playwright.sync_api import Page
from samples import ROOT

from generalprobe.pages.cases import cases
from generalprobe.pages.site import slide_block
from generalprobe.pages.templating import block
from generalprobe.reading.loading import load_project
from generalprobe.typesetting import density

STUDIES = ["service-recovery", "alle-artefakte", "drei-diagramme"]
_SHAPES = """() => [...document.querySelectorAll(".gp-slide__card")].map((card) => {
  const { width, height } = card.getBoundingClientRect();
  return { width, height, room: card.parentElement.getBoundingClientRect().width };
})"""
# Cut off, or hanging over the card's edge; what scrolls by itself and what only a screen reader sees may.
_LOST = """() => {
  const scrolling = "svg, .gp-hidden, pre, .gp-table-frame, .gp-drawing";
  const lost = (each, edge) => {
    if (!each.checkVisibility() || each.closest(scrolling) || each.matches(".gp-slide__talk")) return false;
    const box = each.getBoundingClientRect();
    const over = box.right > edge.right + 1 || box.bottom > edge.bottom + 1 || box.left < edge.left - 1;
    const tolerance = getComputedStyle(each).overflow === "visible" ? 3 : 1;
    const high = each.scrollHeight > each.clientHeight + tolerance, wide = each.scrollWidth > each.clientWidth + 1;
    return over || (each.clientHeight > 0 && (high || wide));
  };
  return [...document.querySelectorAll(".gp-slide__card")].flatMap((card, index) =>
    [card, ...card.querySelectorAll("*")].filter((each) => lost(each, card.getBoundingClientRect()))
      .map((each) => `Folie ${index + 1}: ${each.outerHTML.slice(0, 90)}`));
}"""
_SCROLLS_BUT_CANNOT_BE_REACHED = """() =>
  [...document.querySelectorAll(".gp-slide__card :is(pre, .gp-table-frame, .gp-drawing)")]
    .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.tabIndex !== 0)
    .map((each) => each.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("id", STUDIES)
def test_nothing_on_a_slide_is_cut_off(visitor: Visit, id: str) -> None:
    """No text and no picture leaves its card; what is wider scrolls and can be reached by keyboard."""
    page = visitor(viewport=LAPTOP).open(f"fallstudien/{id}/")
    for size in (LAPTOP, TABLET, PHONE, NARROW):
        resize(page, size)
        assert page.evaluate(_LOST) == [], size
        assert page.evaluate(_SCROLLS_BUT_CANNOT_BE_REACHED) == [], size


def test_a_slide_is_16_to_9_where_there_is_room(visitor: Visit) -> None:
    """Each slide of the real case study, within one percent."""
    page = visitor().open("fallstudien/service-recovery/")
    for size in (LAPTOP, TABLET):
        resize(page, size)
        shapes = page.evaluate(_SHAPES)
        assert len(shapes) == 8
        assert all(shape["room"] >= 600 for shape in shapes)
        ratios = {number: round(shape["width"] / shape["height"], 3) for number, shape in enumerate(shapes, start=1)}
        assert {number: ratio for number, ratio in ratios.items() if abs(ratio - 16 / 9) > 0.018} == {}, size


def test_a_slide_with_too_much_text_grows(visitor: Visit) -> None:
    """It is at least as high as 16:9 where there is room, and as high as its text everywhere."""
    page = visitor().open("fallstudien/alle-artefakte/")
    for size in (LAPTOP, TABLET, PHONE, NARROW):
        resize(page, size)
        shapes = page.evaluate(_SHAPES)
        assert all(each["width"] / each["height"] <= 16 / 9 * 1.01 for each in shapes if each["room"] >= 600), size
        assert shapes[-1]["width"] / shapes[-1]["height"] < 16 / 9, size


# The texts on slides of 960 pixels that are smaller than their kind may be; in a diagram, after scaling.
_TOO_SMALL = """() => {
  const least = {
    ".gp-slide__headline": 36, ".gp-slide__bullets > li": 24, ".gp-slide__bullets li li": 20, ".gp-quote p": 24,
    ".gp-table :is(th, td)": 20, ".gp-artifact pre": 16, "figcaption *": 16, ".gp-slide__foot span": 16,
    "&:not([id^=voll]) svg text": 16,
  };
  const size = (each) => parseFloat(getComputedStyle(each).fontSize) * (each.getScreenCTM?.().a ?? 1);
  return [...document.querySelectorAll(".gp-slide")].flatMap((slide) => Object.entries(least).flatMap(([kind, px]) =>
    [...slide.querySelectorAll(kind.replace("&", ":scope"))].filter((each) => each.checkVisibility() && size(each) < px)
      .map((each) => `${slide.id} ${kind} ${size(each)}: ${each.textContent.slice(0, 40)}`)));
}"""
_WIDE = """(width) => document.body.insertAdjacentHTML("beforeend",
  `<style>.gp-slide { width: ${width}px !important; max-width: none !important }</style>`)"""
_NOT_16_TO_9 = """() => [...document.querySelectorAll(".gp-slide__card")]
  .filter((card) => Math.abs(card.offsetWidth / card.offsetHeight - 16 / 9) > 0.018)
  .map((card) => `${card.parentElement.id} ${card.offsetHeight}: ${card.innerText}`)"""
_SCROLLS = """() => [...document.querySelectorAll(".gp-slide :is(pre, .gp-table-frame, .gp-drawing)")]
  .filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.innerText)"""


@pytest.fixture
def slides(site: Website) -> Iterator[str]:
    """A page with all slides that we ship, and with slides of every layout that are as full as the check allows."""
    page = (site.folder / "index.html").read_text("utf-8")
    start, end = page.index("<article"), page.index("</article>")
    address = "volle-folien.html"
    site.added[address] = f'{page[:start]}<article class="gp-text">{"".join([*_shipped(), *_full()])}{page[end:]}'
    yield address
    del site.added[address]


def _shipped() -> Iterator[str]:
    for case in cases(load_project(ROOT)):
        for number, slide in enumerate(case.study.slides, start=1):
            html = re.sub(r'src="[^"]*"', 'src="images/favicon.svg"', slide_block(case, number, ""))
            yield html.replace("<section", f'<section id="{case.id}-{slide.key}"', 1)


def _full() -> Iterator[str]:
    study = SimpleNamespace(slides=[0], metadata=SimpleNamespace(topic="Wie voll eine Folie sein darf"))
    for at, (slide, first) in enumerate(fullest(2)):
        case = SimpleNamespace(id=f"voll-{at}", study=study)
        size = density(slide, first=first)
        values = {"number": 1 if first else 2, "density": size, "taken": None, "to_root": "", "model": None, "turn": 1}
        html = block("slide", case=case, slide=slide, **values)
        yield html.replace("<section", f'<section id="voll-{at}"', 1)


def test_what_the_check_allows_fits_and_is_large_enough(visitor: Visit, slides: str) -> None:
    """On every slide that we ship and on the fullest ones, as narrow as 16:9 gets and as wide as a large screen."""
    page: Page = visitor(viewport=LAPTOP).open(slides)
    for width in (600, 3840, 960):
        page.evaluate(_WIDE, width)
        assert page.evaluate(_NOT_16_TO_9) == [], width
        assert page.evaluate(_LOST) == [], width
        assert page.evaluate(_SCROLLS) == [], width
    assert page.evaluate(_TOO_SMALL) == []
