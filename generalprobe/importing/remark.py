"""Slides of Remark as the outline of a talk.

::

    class: center

    # Der Drucker im Lager

    - Zielgruppe: IT-Leitung
    --
    - .red[Seit Montag]

    ???
    Guten Tag. Zeit: 0:30

    ---

Properties stand in front of a slide, and what is said behind a line of three question marks alone; with a word behind
them they begin a box of MkDocs. Two hyphens are a step.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generalprobe.format.wording import shorten
from generalprobe.importing.blocks import FENCE, blocks
from generalprobe.importing.front import front_matter
from generalprobe.importing.headings import with_headings
from generalprobe.importing.losses import Loss, losses_of
from generalprobe.importing.outline import Outline
from generalprobe.importing.page_slide import says_something
from generalprobe.importing.slide_text import SlideText
from generalprobe.importing.split import fill, say, talk_of
from generalprobe.importing.wording import title

_PROPERTY = re.compile(
    r"(name|class|count|template|layout|exclude|continued|background-(?:image|size|position|color)): *(\S.*?) *"
)
_SAID = re.compile(r"\?\?\? *")
_RULE = re.compile(r"-{3,}\s*")
_STEP = re.compile(r"^-- *$", re.MULTILINE)
_CLASS = re.compile(
    r"(?<![\w)\]])\.[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*\[((?:[^\[\]]|\[[^\[\]]{0,300}\]){0,2000})\]", re.DOTALL
)
_CODE = re.compile(r"(^ {0,3}```.*?^ {0,3}```|`[^`\n]*`)", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"^\[//\]: # .*$", re.MULTILINE)
_MACRO = re.compile(r"(!\[):\w+[^\]]*")
"""What tells it how large a picture is, in place of what it shows."""


def is_remark(text: str) -> bool:
    """Whether slides are parted by hyphens, and something is said behind three question marks alone."""
    parts = [_halves(part) for part in _parts(front_matter(text)[1].split("\n"))]
    says = any(shown and said for shown, said in parts)
    return len(parts) > 1 and says and not any(says_something(each) for shown, _ in parts for each in blocks(shown))


def import_remark(text: str) -> Outline:
    """Read slides, and what of them was lost."""
    front, rest = front_matter(text)
    slides: dict[int, SlideText] = {}
    losses: list[Loss] = []
    for number, part in enumerate(_parts(rest.split("\n")), start=1):
        slide, keys = _slide(part)
        if keys.get("exclude") == "true":
            losses += losses_of(slide.called(number), ["hidden"])
        elif keys.get("layout") != "true":
            slides[number] = slide
            losses += slide.losses(number)
    return talk_of(front, slides, losses)


def _parts(lines: Sequence[str]) -> list[list[str]]:
    """The lines of each slide that has some."""
    parts: list[list[str]] = [[]]
    fence = ""
    for line in lines:
        mark = FENCE.fullmatch(line)
        if mark:
            fence = "" if fence and mark[1].startswith(fence) and not mark[2] else fence or mark[1]
        if not fence and _RULE.fullmatch(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return [part for part in parts if any(map(str.strip, part))]


def _halves(part: Sequence[str]) -> tuple[list[str], list[str]]:
    """What is shown, and what is said."""
    fence = False
    for at, line in enumerate(part):
        fence = fence != bool(FENCE.fullmatch(line))
        if not fence and _SAID.fullmatch(line):
            return list(part[:at]), list(part[at + 1 :])
    return list(part), []


def _slide(part: Sequence[str]) -> tuple[SlideText, dict[str, str]]:
    """A slide, and its properties."""
    slide = SlideText()
    shown, said = _halves(part)
    keys, lines = _properties(shown)
    slide.lost += ["background"] if "background-image" in keys else []
    text = "".join(part if at % 2 else _bare(part, slide.lost) for at, part in enumerate(_CODE.split("\n".join(lines))))
    slide.lost += ["click"] if "continued" in keys else []
    slide.lost += ["look"] if {"class", "template"} & keys.keys() else []
    slide.lost = list(dict.fromkeys(slide.lost))
    if any(map(str.strip, said)):
        say(slide, "\n".join(said))
    found = list(blocks(with_headings(text.split("\n"))))
    slide.unread += [f"Kommentar: {shorten(title(block.text, []))}" for block in found if block.kind == "comment"]
    fill(slide, [block for block in found if block.kind != "comment"])
    return slide, keys


def _properties(lines: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """What stands in front of a slide, and the rest of it."""
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    end = next((at for at in range(start, len(lines)) if not _PROPERTY.fullmatch(lines[at])), len(lines))
    matches = filter(None, map(_PROPERTY.fullmatch, lines[start:end]))
    return {match[1]: match[2] for match in matches}, list(lines[end:])


def _bare(text: str, lost: list[str]) -> str:
    """A text that is no code without steps, without comments, and without classes around its pieces."""
    for name, pattern, kept in (("click", _STEP, ""), ("comment", _COMMENT, ""), *[("look", _CLASS, r"\1")] * 2):
        text, times = pattern.subn(kept, text)
        lost += [name] if times else []
    return _MACRO.sub(r"\1", text)
