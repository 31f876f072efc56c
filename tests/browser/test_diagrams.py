"""Diagrams stand in the page as they are built: in its colours, named, readable at any size, with their text kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from browser.conftest import Visit
from browser.visitor import NARROW, PHONE, TEXT_LUMINANCE, resize
from browser.website import Website
from playwright.sync_api import Page, expect
from test_drawing import SAMPLES

from generalprobe.pages.fences import diagram

_DARK_INK, _LIGHT_INK = 80, 170
SHOWN = ".gp-drawing > svg"

# Labels that stand over the edge of what they are written in: the first shape beside them.
_OVERFLOWING = """() => [...document.querySelectorAll(".gp-drawing g")].flatMap((group) => {
  const labels = [...group.children].filter((each) => each.localName === "text");
  const shape = group.firstElementChild;
  if (labels.length !== 1 || !["rect", "polygon", "circle", "path"].includes(shape.localName)) return [];
  const text = labels[0].getBBox(), box = shape.getBBox();
  const outside = text.x > box.x + box.width || text.x + text.width < box.x;
  const over = Math.max(box.x - text.x, text.x + text.width - box.x - box.width);
  return !outside && over > 0.5 ? [`${labels[0].textContent}: ${over}`] : [];
})"""


_FILL = "(each) => getComputedStyle(each).fill"
_ONTO_A_SLIDE = """(svg) => {
  const slide = document.createElement("div");
  slide.className = "gp-slide";
  slide.innerHTML = '<figure class="gp-artifact gp-artifact--diagram"></figure>';
  svg.parentElement.before(slide);
  slide.firstChild.append(svg.parentElement);
}"""


def _luminance(page: Page) -> int:
    found: int = page.locator(SHOWN).first.evaluate(TEXT_LUMINANCE)
    return found


@pytest.fixture
def samples(site: Website) -> Iterator[str]:
    """A page with a diagram of each kind, and one of them twice."""
    page = (site.folder / "index.html").read_text("utf-8")
    markdown = type("Markdown", (), {})()
    drawn = "".join(diagram(source, "", "", {}, markdown) for source in (*SAMPLES.values(), SAMPLES["pie"]))
    start, end = re.search(r"<article[^>]*>", page), page.index("</article>")
    assert start
    address = "alle-diagramme.html"
    site.added[address] = f'{page[: start.start()]}<article class="gp-text">{drawn}{page[end:]}'
    yield address
    del site.added[address]


@pytest.mark.parametrize(
    ("address", "labels"),
    [
        ("fallstudien/alle-artefakte/", ["VPN-Gateway", "Zertifikat gültig?", "Abweisung"]),
        ("fallstudien/service-recovery/", ["Di 9 Uhr: Ausfall", "13 Uhr: behoben"]),
        ("lernen/kundenkommunikation/", ["1 Annehmen", "2 Klären", "5 Informieren"]),
    ],
)
def test_a_diagram_is_drawn_and_named(visitor: Visit, address: str, labels: list[str]) -> None:
    """The drawing has a size, a name and the words of its source, which is kept as text."""
    page = visitor().open(address)
    drawing = page.locator(".gp-drawing").first.get_by_role("img")
    expect(drawing).to_have_accessible_name(re.compile(".{12}"))
    box = drawing.bounding_box()
    assert box
    assert min(box["width"], box["height"]) > 40
    drawn = re.sub(r"\s+", "", "".join(drawing.locator("text").all_text_contents()))
    assert [label for label in labels if label.replace(" ", "") not in drawn] == []
    source = page.locator("pre.gp-diagram").first
    expect(source).to_be_hidden()
    page.locator(".gp-diagram-text summary").first.click()
    expect(source).to_be_visible()
    for label in labels:
        expect(source).to_contain_text(label)


def test_a_diagram_follows_light_and_dark(visitor: Visit) -> None:
    """Chosen by the system or by the switch, the words stand out from the page."""
    page = visitor(color_scheme="light").open("fallstudien/alle-artefakte/")
    assert _luminance(page) < _DARK_INK
    page.get_by_role("button", name=re.compile("^Farbschema")).click()
    assert _luminance(page) > _LIGHT_INK
    page.get_by_role("button", name="Farbschema: dunkel").click()
    page.emulate_media(color_scheme="dark")
    expect(page.get_by_role("button", name="Farbschema: hell")).to_be_visible()
    assert _luminance(page) < _DARK_INK
    assert _luminance(visitor(color_scheme="dark").open("fallstudien/alle-artefakte/")) > _LIGHT_INK


def test_no_label_is_wider_than_its_box(visitor: Visit, samples: str, site: Website) -> None:
    """In the widest of the usual typefaces, and in one that a reader may have set instead."""
    visit = visitor()
    pages = [file for file in site.folder.rglob("index.html") if "gp-drawing" in file.read_text("utf-8")]
    for address in [samples, *(f"{page.parent.relative_to(site.folder).as_posix()}/" for page in pages)]:
        page = visit.open(address)
        for family in ("DejaVu Sans", "DejaVu Serif"):
            page.add_style_tag(content=f'.gp-drawing > svg {{ font-family: "{family}" !important; }}')
            assert page.evaluate(_OVERFLOWING) == [], (address, family)


def test_ids_stand_once_on_a_page(visitor: Visit, samples: str) -> None:
    """Also where two diagrams are alike."""
    page = visitor().open(samples)
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    assert page.locator(SHOWN).count() == len(SAMPLES) + 1


def test_on_a_phone_letters_stay_readable(visitor: Visit, samples: str) -> None:
    """What is wide scrolls by itself, with the keyboard too, and the page does not."""
    page = visitor().open(samples)
    for size in (PHONE, NARROW):
        resize(page, size)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= size["width"]
        scales = page.locator(SHOWN).evaluate_all("(all) => all.map((svg) => svg.getScreenCTM().a)")
        assert [scale for scale in scales if scale < 0.6] == []
        scrolling = page.locator(".gp-drawing").evaluate_all(
            "(all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1).map(({ tabIndex }) => tabIndex)"
        )
        assert scrolling
        assert set(scrolling) == {0}


def test_forced_colours_show_every_word(visitor: Visit, samples: str) -> None:
    """Boxes have a line around them, and their words the system's colour of text."""
    page = visitor(forced_colors="active").open(samples)
    drawing = page.locator(SHOWN).first
    ink = page.evaluate("() => getComputedStyle(document.body).color")
    assert set(drawing.locator("text").evaluate_all("(all) => all.map((each) => getComputedStyle(each).fill)")) == {ink}
    assert drawing.locator("rect").last.evaluate("(each) => getComputedStyle(each).stroke") == ink
    ground = drawing.locator("rect").last.evaluate(_FILL)
    drawing.evaluate(_ONTO_A_SLIDE)
    assert page.locator(".gp-slide rect").last.evaluate(_FILL) == ground


def test_pages_load_nothing_for_their_diagrams(visitor: Visit, samples: str) -> None:
    """They are in the page; the site has no library that draws."""
    visit = visitor(overhears=True)
    page = visit.open("lernen/kundenkommunikation/")
    expect(page.locator(SHOWN)).to_have_count(1)
    assert [url for url in visit.requests if "mermaid" in url] == []
    assert list((visit.site.folder / "javascripts").rglob("*mermaid*")) == []


def test_a_broken_diagram_stays_text_and_spoils_no_other(visitor: Visit) -> None:
    """Of three, the first and the last are drawn."""
    page = visitor().open("fallstudien/drei-diagramme/")
    slides = page.locator(".gp-slide")
    expect(page.locator(SHOWN)).to_have_count(2)
    expect(slides.nth(0).locator(SHOWN)).to_be_visible()
    expect(slides.nth(2).locator(SHOWN)).to_be_visible()
    expect(slides.nth(1).locator("pre.gp-diagram")).to_be_visible()
    expect(slides.nth(1).locator("pre.gp-diagram")).to_contain_text("dieses --> [[[ wird nie ein Diagramm")
