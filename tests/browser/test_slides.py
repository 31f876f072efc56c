"""A slide looks like a slide: 16:9 where there is room for it, and never a word lost."""

from __future__ import annotations

from typing import Any

import pytest
from browser.conftest import Visit
from browser.visitor import LAPTOP, NARROW, PHONE, TABLET

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

sizes = pytest.mark.parametrize("size", [LAPTOP, TABLET, PHONE, NARROW], ids=lambda size: f"{size['width']}px")


@pytest.mark.parametrize("id", STUDIES)
@sizes
def test_nothing_on_a_slide_is_cut_off(visitor: Visit, id: str, size: dict[str, Any]) -> None:
    """No text and no picture leaves its card; what is wider scrolls and can be reached by keyboard."""
    page = visitor(viewport=size).open(f"fallstudien/{id}/")
    assert page.evaluate(_LOST) == []
    assert page.evaluate(_SCROLLS_BUT_CANNOT_BE_REACHED) == []


@pytest.mark.parametrize("size", [LAPTOP, TABLET], ids=lambda size: f"{size['width']}px")
def test_a_slide_is_16_to_9_where_there_is_room(visitor: Visit, size: dict[str, Any]) -> None:
    """Each slide of the real case study, within one percent."""
    shapes = visitor(viewport=size).open("fallstudien/service-recovery/").evaluate(_SHAPES)
    assert len(shapes) == 8
    assert all(shape["room"] >= 600 for shape in shapes)
    ratios = {number: round(shape["width"] / shape["height"], 3) for number, shape in enumerate(shapes, start=1)}
    assert {number: ratio for number, ratio in ratios.items() if abs(ratio - 16 / 9) > 0.018} == {}


@sizes
def test_a_slide_with_too_much_text_grows(visitor: Visit, size: dict[str, Any]) -> None:
    """It is at least as high as 16:9 where there is room, and as high as its text everywhere."""
    shapes = visitor(viewport=size).open("fallstudien/alle-artefakte/").evaluate(_SHAPES)
    for shape in shapes:
        if shape["room"] >= 600:
            assert shape["width"] / shape["height"] <= 16 / 9 * 1.01
    assert shapes[-1]["width"] / shapes[-1]["height"] < 16 / 9
