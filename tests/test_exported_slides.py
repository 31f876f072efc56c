"""What slides of exported presentations look like where a talk asks for much."""

from __future__ import annotations

import io
from typing import Any

from exported import STUDIES, changed, exported
from PIL import Image, ImageStat
from pptx import Presentation

from generalprobe.drawing import Drawing, draw
from generalprobe.exporting.coloured import code_lines
from generalprobe.exporting.pictured import drawn_svg, pictured

GROUND = "#eeebe3"


def _slides(**values: Any) -> Any:
    slide = STUDIES["vpn-homeoffice"].slides[2].model_copy(update=values)
    return Presentation(io.BytesIO(exported(changed(slides=(STUDIES["vpn-homeoffice"].slides[0], slide)))))


def _size(slides: Any) -> int:
    style = slides.slides[1].placeholders[1].text_frame._txBody.find(".//{*}lvl1pPr/{*}defRPr")
    return int(style.get("sz")) // 100


def test_bullets_that_are_too_many_become_smaller_until_they_fit() -> None:
    bullet = STUDIES["vpn-homeoffice"].slides[2].bullets[1]
    few, many = (_size(_slides(bullets=(bullet,) * count, artifact=None)) for count in (3, 20))
    assert 20 * many * 1.2 < 540 - 120 < 20 * few * 1.2


def _drawn(source: str) -> bytes:
    drawing = draw(source)
    assert isinstance(drawing, Drawing)
    return drawn_svg(drawing, on_shade=True)


def _raster(svg: bytes) -> Image.Image:
    return Image.open(io.BytesIO(pictured(svg, (400, 400), GROUND).raster))


def test_rasters_of_drawings_stand_on_the_ground_of_their_slide() -> None:
    raster = _raster(_drawn("flowchart TD\n  a[Anfang] --> b[Ende]")).convert("RGBA")
    assert raster.getchannel("A").getextrema() == (255, 255)
    assert raster.getpixel((0, 0)) == (0xEE, 0xEB, 0xE3, 255)


def test_bold_words_of_a_drawing_are_bold_in_its_raster() -> None:
    svg = _drawn('flowchart TD\n  a["`Das ist **wichtig**`"] --> b[Ende]')
    bold, plain = (_raster(each).convert("L") for each in (svg, svg.replace(b'font-weight="bold"', b"")))
    assert ImageStat.Stat(bold).sum < ImageStat.Stat(plain).sum, "bold letters are darker"


def test_code_of_one_colour_is_one_run_with_the_spaces_behind_it() -> None:
    [line] = code_lines("if [ -f /etc/hosts ]; then", "bash")
    assert [run.text for run in line.runs] == ["if ", "[ -f /etc/hosts ]; ", "then"]


def test_captions_are_read_after_what_they_are_about() -> None:
    slides = Presentation(io.BytesIO(exported(STUDIES["vpn-homeoffice"]))).slides
    names = [[shape.name for shape in slide.shapes] for slide in slides]
    with_caption = [each for each in names if "Bildunterschrift" in each]
    assert len(with_caption) > 4
    assert {tuple(each[-3:]) for each in with_caption} == {("Bildunterschrift", "Fußzeile", "Foliennummer")}
