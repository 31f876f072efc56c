"""A slide of a written page: its parts stand below headings, in boxes, or behind labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generalprobe.format.wording import shorten
from generalprobe.importing.blocks import ITEM, Block, as_lines, blocks
from generalprobe.importing.labels import PARTS, labelled, meaning
from generalprobe.importing.slide_text import SlideText, items
from generalprobe.importing.wording import only_time, time_in, title, unquoted

_CALLED = re.compile(
    r"\W*(?:[0-9]+\s*[.)]\s*)?(?:Folie|Slide)(?:\s*(?:Nr\.?\s*|#\s*)?[0-9]+(?:\s*(?:/|von)\s*[0-9]+)?\s*(?:[:.)|–—-]+\s*)?|\s*[:|–—-]\s*)"
    r"(.*)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\A\W*[0-9]+(?:\s*[.):]|\ufe0f?\u20e3)\s+(?=\S)")
_TIMED = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_TIMED_BEFORE = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*[:.|–—-]*\s*")
_TIMED_BARE = re.compile(
    r"\s*(?:[⏱⏰🕐⌛⏳]\ufe0f?\s*|\s[|·–—-]\s+(?=[^()]*[0-9]\s*(?:min|s)))([0-9][0-9.,:]{0,6}\s*(?:min|s)?[a-z]{0,8}\.?)\s*$",
    re.IGNORECASE,
)
"""Behind a clock, or with its unit behind a hyphen."""
_SPOKEN = re.compile(r"\s*[🎤🎙🗣💬]\ufe0f?\s*")
"""Signs for what is said, in front of it."""
_BOLD_LABEL = re.compile(r"\s*(?:\*\*|__)[^*_:]{1,60}(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)")
"""Ends what is said, where words with a colon alone go on with it."""
_NOTES = {"notes": PARTS["notes"]}


def called_slide(heading: str) -> re.Match[str] | None:
    """Whether a heading says that it is a slide; its first group is what follows."""
    return _CALLED.fullmatch(heading)


def numbered(heading: str) -> bool:
    """Whether a heading begins with a number."""
    return _NUMBER.match(title(heading, [])) is not None


def timed(heading: str) -> bool:
    """Whether a heading names a time in brackets."""
    said = _timed_apart(heading)
    return any(found and time_in(found[1]) is not None for found in (_TIMED_BEFORE.match(said), _TIMED.search(said)))


def _timed_apart(heading: str) -> str:
    """What a heading says, a time at its end in brackets."""
    return _TIMED_BARE.sub(r" (\1)", title(heading, []))


def says_something(block: Block) -> bool:
    """Whether a block announces what is said to a slide."""
    if block.kind in ("heading", "box"):
        return meaning(block.text, PARTS) == "notes"
    if block.kind == "comment":
        return labelled(block.text.split("\n")[0], _NOTES) is not None
    if block.kind == "quote" and _SPOKEN.match(block.lines[0]):
        return True
    found = [labelled(line, PARTS) for line in block.lines] if block.kind in ("text", "quote") else []
    return any(each is not None and each[0] == "notes" for each in found)


def page_slide(heading: str, body: Sequence[Block]) -> SlideText:
    """A slide of its heading and of the blocks below it."""
    said = _timed_apart(heading)
    match = called_slide(said)
    slide = SlideText()
    slide.title = match[1] if match else _NUMBER.sub("", said)
    for found in (_TIMED_BEFORE.match(slide.title), _TIMED.search(slide.title)):
        if found and slide.time is None and (seconds := time_in(found[1])) is not None:
            slide.time = seconds
            slide.title = (slide.title[: found.start()] + slide.title[found.end() :]).strip()
    _Reader(slide).read(body)
    return slide


class _Reader:
    """Reads the blocks of a slide by what announces them."""

    def __init__(self, slide: SlideText) -> None:
        self._slide = slide
        self._part = ""
        self._said: list[str] = []
        self._is_bare = True
        """Nothing has been announced so far: what stands there is shown."""

    def read(self, body: Sequence[Block]) -> None:
        """All blocks, in their order."""
        for block in body:
            if block.kind == "heading":
                self._begin(block.text)
            elif block.kind == "box":
                self._read_box(block)
            elif block.kind == "text":
                self._read_lines(block.lines)
            elif self._part == "notes" and block.kind not in ("comment", "footnote"):
                self._said += as_lines([block])
            else:
                self._read_other(block)
        self._finish()

    def _begin(self, heading: str) -> None:
        self._finish()
        self._is_bare = False
        self._part = meaning(heading, PARTS)
        if not self._part and not self._slide.headline:
            self._slide.headline = title(heading, self._slide.lost)
        elif not self._part:
            self._lose(heading)

    def _finish(self) -> None:
        if self._said:
            self._slide.say(self._said)
        self._said = []

    def _read_box(self, block: Block) -> None:
        part = meaning(block.text, PARTS) or ("notes" if block.name == "quote" and not block.text else "")
        if part == "notes":
            self._finish()
            self._slide.say(block.lines)
        elif part:
            before, self._part = self._part, part
            self.read(list(blocks(block.lines)))
            self._part = before
        else:
            self._lose(f"{block.text} {' '.join(block.lines)}")

    def _read_lines(self, lines: Sequence[str]) -> None:
        for line in lines:
            found = labelled(line, PARTS)
            if (seconds := only_time(line)) is not None:
                self._slide.time = seconds
            elif found and (self._part != "notes" or found[0] in ("time", "demo", "notes") or _BOLD_LABEL.match(line)):
                self._finish()
                self._is_bare = False
                self._part = found[0]
                for part in found[1].split(";") if found[0] == "bullets" else filter(None, found[1:]):
                    item = ITEM.fullmatch(part.strip()) if found[0] == "bullets" else None
                    self._read_line(item[2] if item else part.strip())
            else:
                self._read_line(line)
        if self._part == "notes":
            self._said.append("")

    def _read_line(self, line: str) -> None:
        slide, part = self._slide, self._part
        if part == "notes":
            self._said.append(line)
        elif part == "time":
            slide.time = time_in(line) or slide.time
            self._part = ""
            if time_in(line) is None:
                self._lose(f"Zeit: {line}")
        elif part == "demo":
            slide.demo = time_in(line) or slide.demo
            self._part = ""
        elif part == "headline" and not slide.headline:
            slide.headline = unquoted(title(line, slide.lost))
        elif part == "artifact":
            slide.place([line])
        elif part == "bullets" or self._is_bare:
            slide.add_bullet(line)
        else:
            self._lose(line)

    def _read_other(self, block: Block) -> None:
        slide = self._slide
        self._is_bare = False
        if says_something(block):
            self._part = "notes" if block.kind == "quote" else self._part
            self._read_lines([_SPOKEN.sub("", line) for line in block.lines] or block.text.split("\n"))
            self._finish()
            self._part = ""
        elif block.kind == "quote" and (self._part == "artifact" or all(map(_is_bracketed, block.lines))):
            slide.place(block.lines)
        elif block.kind == "list" and self._part == "artifact":
            slide.place([text for _, text in items(block.lines)])
        elif block.kind == "list":
            self._read_list(block.lines)
        elif block.kind == "comment":
            self._lose(f"Kommentar: {block.text}")
        elif block.kind == "footnote":
            self._lose(f"Fußnote: {block.text}")
        else:
            slide.show(block)

    def _read_list(self, lines: Sequence[str]) -> None:
        """Bullets, among which times can stand."""
        kept = []
        for line in lines:
            found = labelled(line, {name: PARTS[name] for name in ("time", "demo")})
            seconds = time_in(found[1]) if found else None
            if not found or seconds is None or re.search("[A-Za-z]{9}", found[1]):
                kept.append(line)
            elif found[0] == "time":
                self._slide.time = seconds
            else:
                self._slide.demo = seconds
        self._slide.add_list(kept)

    def _lose(self, text: str) -> None:
        said = shorten(title(text, []))
        if said:
            self._slide.unread.append(said)


def _is_bracketed(line: str) -> bool:
    return re.fullmatch(r"\s*\[.*\]\s*", line) is not None
