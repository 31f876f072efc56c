"""Slides of Slidev as the outline of a talk.

Slides are parted by lines of hyphens, behind which keys of their own may stand. What is said is the last comment of a
slide, if nothing follows it. Slides that are hidden stay behind; `[click]` in what is said becomes `[Klick]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generalprobe.format.wording import shorten
from generalprobe.importing.blocks import FENCE, Block, blocks
from generalprobe.importing.front import front_matter, is_front, keys_in
from generalprobe.importing.losses import Loss, losses_of
from generalprobe.importing.outline import Outline
from generalprobe.importing.slide_text import SlideText
from generalprobe.importing.split import fill, say, talk_of
from generalprobe.importing.wording import title

_LOOKS = frozenset(
    {
        *("layout", "class", "background", "transition", "theme", "fonts", "colorSchema", "themeConfig", "drawings"),
        *("css", "zoom", "canvasWidth", "highlighter"),
    }
)
_KEYS = (_LOOKS - {"class", "theme"}) | {
    *("clicks", "src", "hide", "disabled", "mdc", "routerMode", "titleTemplate", "lineNumbers", "selectable"),
    *("exportFilename", "routeAlias", "image", "duration", "timer"),
}
_PLAIN_LAYOUTS = frozenset({"", "default", "cover", "intro", "center", "section", "statement", "end", "none"})
_CLICK = re.compile(r"\[click(?::[0-9]+)?\]", re.IGNORECASE)
_CLICKS = re.compile(r"<v-?clicks?\b|<VClicks?\b|\bv-click\b|\bv-after\b|\bv-mark\b|<v-switch|<v-after", re.IGNORECASE)
_STYLE = re.compile(r"<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_SLOT = re.compile(r"^::[\w-]+::\s*$", re.MULTILINE)
_INCLUDE = re.compile(r"^<<<\s.*$", re.MULTILINE)
_COMPONENT = re.compile(r"^\s*</?[A-Za-z][\w.-]*(?:\s[^<>]*)?/?>\s*$")


@dataclass
class _Part:
    keys: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)


def is_surely_slidev(text: str) -> bool:
    """Whether slides have keys of their own."""
    return any(_KEYS & part.keys.keys() for part in list(_parts(text.split("\n")))[1:])


def is_slidev(text: str) -> bool:
    """Whether its keys or its marks are those of Slidev alone; MkDocs, too, knows `hide` in front of a text."""
    parts = list(_parts(text.split("\n")))
    has_keys = any((_KEYS if number else _KEYS - {"hide"}) & part.keys.keys() for number, part in enumerate(parts))
    return len(parts) > 1 and (has_keys or _CLICKS.search(text) is not None or _SLOT.search(text) is not None)


def is_split(text: str) -> bool:
    """Whether it is parted into slides with headings, and has notes in comments or a theme in front."""
    parts = [list(blocks(part.lines)) for part in _parts(text.split("\n"))]
    headed = sum(any(each.kind == "heading" for each in part) for part in parts)
    says = any(each.kind == "comment" for part in parts for each in part)
    front, _ = front_matter(text)
    return len(parts) > 1 and headed > len(parts) // 2 and (says or "theme" in front)


def import_slidev(text: str) -> Outline:
    """Read slides, and what of them was lost."""
    front, _ = front_matter(text)
    slides: dict[int, SlideText] = {}
    losses: list[Loss] = []
    for number, part in enumerate(_parts(text.split("\n")), start=1):
        slide = _slide(part)
        if {"true"} & {part.keys.get("hide", ""), part.keys.get("disabled", "")}:
            losses += losses_of((slide or SlideText()).called(number), ["hidden"])
        elif slide is not None:
            slide.lost += ["budget"] if number == 1 and "duration" in front else []
            slides[number] = slide
            losses += slide.losses(number)
        elif "src" in part.keys:
            losses += losses_of(f"Folie {number}", ["include"])
    return talk_of(front, slides, losses)


def _parts(lines: Sequence[str]) -> Iterator[_Part]:
    """The slides with their keys; the first one's stand at the top of the file."""
    part, fence, at, begun = _Part(), "", 0, False
    while at < len(lines):
        line = lines[at]
        mark = FENCE.fullmatch(line)
        if mark:
            fence = "" if fence and mark[1].startswith(fence) and not mark[2] else fence or mark[1]
        if not fence and re.fullmatch(r"-{3,}\s*", line):
            if begun or any(each.strip() for each in part.lines):
                yield part
            part, begun = _Part(), True
            end = next((to for to in range(at + 1, len(lines)) if re.fullmatch(r"-{3,}\s*", lines[to])), 0)
            if end and lines[at + 1].strip() and is_front(list(lines[at + 1 : end])):
                part.keys, at = keys_in(list(lines[at + 1 : end])), end
        else:
            part.lines.append(line)
        at += 1
    yield part


def _slide(part: _Part) -> SlideText | None:
    """A slide; None where there is nothing on it."""
    text = "\n".join(part.lines)
    slide = SlideText()
    lost = {"click": _CLICKS.search(text), "include": _INCLUDE.search(text), "look": _STYLE.search(text)}
    slide.lost += [name for name, found in lost.items() if found]
    looks = {key for key in _LOOKS & part.keys.keys() if key != "layout" or part.keys[key] not in _PLAIN_LAYOUTS}
    if looks and "look" not in slide.lost:
        slide.lost.append("look")
    text = _SLOT.sub("", _INCLUDE.sub("", _STYLE.sub("", text)))
    kept = []
    for line in text.split("\n"):
        if not _COMPONENT.fullmatch(line):
            kept.append(line)
        elif not _CLICKS.search(line) and not line.strip().startswith("</"):
            slide.lost.append("html")
    found = list(blocks(kept))
    if found and found[-1].kind == "comment":
        say(slide, _CLICK.sub("[Klick]", found.pop().text))
    slide.unread += [f"Kommentar: {shorten(title(block.text, []))}" for block in found if block.kind == "comment"]
    shown = [block for block in found if block.kind != "comment"]
    if image := part.keys.get("image"):
        shown.append(Block("image", "", image))
    if not shown and not slide.notes:
        return None
    fill(slide, shown)
    return slide
