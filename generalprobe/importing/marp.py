"""Slides of Marp as the outline of a talk.

Slides are parted by lines of hyphens, and by headings where `headingDivider` says so. A comment whose keys are Marp's
own is a directive; every other comment is said. `![bg]` is a picture behind the slide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generalprobe.importing.blocks import Block, blocks
from generalprobe.importing.front import front_matter, is_front, keys_in
from generalprobe.importing.headings import with_headings
from generalprobe.importing.outline import Outline
from generalprobe.importing.slide_text import SlideText
from generalprobe.importing.split import fill, say, talk_of

DIRECTIVES = frozenset(
    {
        *("marp", "theme", "style", "headingDivider", "lang", "size", "math", "title", "author", "description", "url"),
        *("keywords", "image", "paginate", "header", "footer", "class", "backgroundColor", "backgroundImage", "color"),
        *("backgroundPosition", "backgroundRepeat", "backgroundSize", "transition", "auto-scaling", "html"),
    }
)
_LOOKS = DIRECTIVES - {
    "marp",
    "title",
    "author",
    "description",
    "url",
    "keywords",
    "lang",
    "headingDivider",
    "paginate",
}
_MAGIC = re.compile(r"(?:prettier-ignore|markdownlint|textlint|eslint|vale|fit$|cspell)")
_KEYWORDS = re.compile(
    r"\b(?:bg|fit|contain|cover|auto|left|right|vertical|center)\b(?::[0-9.]+%?)?|"
    r"\b(?:w|h|width|height|blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)"
    r"(?::[^\s\]]*)?(?=\s|$)|\b[0-9.]+%"
)
_STYLE = re.compile(r"<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_STARRED = re.compile(r"\s*\*\s")


def is_marp(text: str) -> bool:
    """Whether a text says so itself."""
    front, _ = front_matter(text)
    return front.get("marp", "").lower() == "true" or re.search(r"<!--\s*marp:\s*true", text) is not None


def import_marp(text: str) -> Outline:
    """Read slides, and what of them was lost."""
    front, rest = front_matter(text)
    is_styled = _STYLE.search(rest) is not None
    lines = with_headings(_STYLE.sub("", rest).split("\n"))
    parts = _parts(list(blocks(lines)), _levels(front.get("headingDivider", "")))
    slides = {number: slide for number, part in enumerate(parts, start=1) if (slide := _slide(part)) is not None}
    if slides and (is_styled or any(key.lstrip("_$") in _LOOKS for key in front)):
        next(iter(slides.values())).lost.append("look")
    return talk_of(front, slides, (loss for number, slide in slides.items() for loss in slide.losses(number)))


def _levels(said: str) -> set[int]:
    """The levels of headings that begin a slide: one number means all down to it."""
    numbers = [int(each) for each in re.findall("[1-6]", said)]
    return set(range(1, numbers[0] + 1)) if len(numbers) == 1 and "[" not in said else set(numbers)


def _parts(found: Sequence[Block], levels: set[int]) -> list[list[Block]]:
    parts: list[list[Block]] = [[]]
    for block in found:
        if block.kind == "rule":
            parts.append([])
        elif block.kind == "heading" and block.level in levels and any(each.kind != "comment" for each in parts[-1]):
            parts.append([block])
        else:
            parts[-1].append(block)
    return parts


def _slide(part: Sequence[Block]) -> SlideText | None:
    """A slide; None where there is nothing on it and nothing said to it."""
    slide = SlideText()
    shown: list[Block] = []
    for block in part:
        if block.kind == "comment":
            _read_comment(slide, block.text)
        elif block.kind == "image":
            shown += _image(slide, block)
        else:
            shown.append(block)
    if not shown and not slide.notes:
        return None
    if any(_STARRED.match(line) for block in shown if block.kind == "list" for line in block.lines):
        slide.lost.append("click")
    fill(slide, shown)
    return slide


def _read_comment(slide: SlideText, text: str) -> None:
    lines = text.split("\n")
    keys = {key.lstrip("_$") for key in keys_in(lines)} if is_front(lines) else set()
    if keys & DIRECTIVES:
        slide.lost += ["look"] if keys & _LOOKS else []
    elif not _MAGIC.match(text):
        say(slide, text)


def _image(slide: SlideText, block: Block) -> list[Block]:
    """A picture without the words in which Marp is told how to show it; one from elsewhere stays there."""
    words = " ".join(_KEYWORDS.sub(" ", block.text).split())
    is_background = re.search(r"\bbg\b", block.text) is not None
    if is_background and not re.search(r"\b(?:left|right)\b|\bfit\b|\bcontain\b", block.text):
        slide.lost.append("background")
        return []
    return [replace(block, text=words)]
