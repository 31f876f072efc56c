"""A written page as the outline of a talk: a table of metadata, slides with notes and times, questions with answers.

::

    # Vortrag: Der Drucker im Lager

    | Feld | Inhalt |
    |------|--------|
    | **Zielgruppe** | IT-Leitung |

    ## Folie 1: Ausgangslage

    ### Folientitel
    **Nichts kommt an**

    ### Bulletpoints
    - Seit Montag

    !!! quote "Speaker Notes"
        „Guten Tag …“

    **Zeit:** 1:30

    ## Prüferfragen

    ??? question "Frage 1: Was ist ein Treiber?"
        **Antwort:** …

What a slide is made of may also stand behind labels (`Sprechtext:`), and slides need no number then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generalprobe.format.case_study import Focus
from generalprobe.format.wording import shorten
from generalprobe.importing.asked import as_lines, asked_in, ends, is_question
from generalprobe.importing.blocks import Block, blocks, cells, with_headings
from generalprobe.importing.front import front_matter
from generalprobe.importing.labels import METADATA, PARTS, labelled, meaning
from generalprobe.importing.losses import LOST, Loss, losses_of
from generalprobe.importing.outline import Asked, Outline
from generalprobe.importing.slide_text import SlideText, items
from generalprobe.importing.wording import inline, listed, time_in, title, unquoted

_SLIDE = re.compile(r"\W*(?:Folie|Slide)\s*(?:Nr\.?\s*)?[0-9]+\s*(?:[:.)|–—-]+\s*)?(.*)", re.IGNORECASE)
_NAMED = re.compile(
    r"\W*(?:Beispiel(?:präsentation|vortrag)?|Präsentation|Vortrag|Fallstudie|Musterpräsentation)\s*[0-9]*\s*[:–—-]\s*",
    re.IGNORECASE,
)
_TIMED = re.compile(r"[(\[]([^()\[\]]*)[)\]]\s*$")
_FOCUS: tuple[tuple[Focus, str], ...] = (
    ("mixed", r"gemischt|mixed|Mix\b|beide"),
    ("communication", r"Kommunikation\w*[- ](?:Fokus|Schwerpunkt)|(?:Fokus|Schwerpunkt)\W*(?:auf )?\W*Kommunikation"),
    ("technology", r"Techni\w*[- ](?:Fokus|Schwerpunkt)|(?:Fokus|Schwerpunkt)\W*(?:auf )?\W*(?:IT-)?Techni"),
)
_QUESTIONS = re.compile(r"frage|fachgespräch|q ?& ?a", re.IGNORECASE)
_SUMMARY = ("abstract", "summary", "tldr", "info")


@dataclass
class _Section:
    """A heading, and the blocks up to the next one of its level."""

    heading: str
    blocks: list[Block] = field(default_factory=list)


@dataclass
class _Page:
    """What was found so far."""

    title: str = ""
    summary: str = ""
    metadata: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    focus: Focus | None = None
    slides: list[SlideText] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)


def is_page(text: str) -> bool:
    """Whether a text has slides in this form."""
    _, rest = front_matter(text)
    return any(_is_slide(section) for section in _sections(list(blocks(with_headings(rest.split("\n"))))))


def import_page(text: str) -> Outline:
    """Read a page, and what of it was lost."""
    front, rest = front_matter(text)
    page = _Page()
    for section in _sections(list(blocks(with_headings(rest.split("\n"))))):
        _read_section(page, section)
    described = inline(front.get("description", ""), [])
    whole = " ".join([front.get("title", ""), described, page.title, page.summary])
    slides = tuple(slide.outline(number) for number, slide in enumerate(page.slides, start=1))
    of_slides = [loss for number, slide in enumerate(page.slides, start=1) for loss in slide.losses(number)]
    topic = str(page.metadata.get("topic", ""))
    name = _NAMED.sub("", page.title or title(front.get("title", ""), [])) or title(topic, [])
    return Outline(
        title=name,
        summary=page.summary or described,
        focus=page.focus or _focus(whole),
        metadata={"topic": name} | page.metadata if name else page.metadata,
        slides=slides,
        questions=tuple(page.questions),
        losses=(*of_slides, *page.losses),
    )


def _sections(found: Sequence[Block]) -> list[_Section]:
    """The page by the headings of the level at which its slides stand."""
    level = next((each.level for each in found if each.kind == "heading" and _SLIDE.fullmatch(each.text)), 2)
    sections = [_Section("")]
    for block in found:
        if block.kind == "heading" and block.level <= level:
            sections.append(_Section(block.text))
        if block.kind != "rule":
            sections[-1].blocks.append(block)
    return sections


def _is_slide(section: _Section) -> bool:
    """Whether it is numbered as one, or something is said to it."""
    if _SLIDE.fullmatch(section.heading):
        return True
    heads = section.blocks[:1]
    if not heads or heads[0].kind != "heading" or heads[0].level == 1:
        return False
    return not _QUESTIONS.search(section.heading) and any(map(_says_something, section.blocks[1:]))


def _says_something(block: Block) -> bool:
    if block.kind in ("heading", "box"):
        return meaning(block.text, PARTS) == "notes"
    found = [labelled(line, PARTS) for line in block.lines] if block.kind == "text" else []
    return any(each is not None and each[0] == "notes" for each in found)


def _read_section(page: _Page, section: _Section) -> None:
    heading = next(iter(section.blocks), None)
    body = section.blocks[1:] if section.heading else section.blocks
    if section.heading and _is_slide(section):
        page.slides.append(_slide(section.heading, body))
    elif meaning(section.heading, {"metadata": "metadaten|rahmendaten|eckdaten|steckbrief|meta"}):
        _read_metadata(page, body)
    elif heading and heading.kind == "heading" and heading.level == 1 and not page.slides:
        page.title = page.title or title(heading.text, [])
        _read_opening(page, body)
    elif any(map(is_question, section.blocks)):
        _read_questions(page, section.heading, section.blocks if is_question(section.blocks[0]) else body)
    else:
        _read_opening(page, body, section.heading)


def _read_opening(page: _Page, body: Sequence[Block], heading: str = "") -> None:
    """What stands around slides: a summary, perhaps metadata; the rest is named."""
    left = []
    for block in body:
        if block.kind == "box" and block.name in _SUMMARY and not page.summary:
            page.summary = inline(" ".join(block.lines), [])
        elif is_question(block):
            page.questions.append(asked_in(block, (), heading, []))
        elif not _takes_metadata(page, block):
            left.append(block)
    said = " ".join(" ".join((block.text, *block.lines)) for block in left if block.kind != "comment")
    if said.strip():
        place = f"Abschnitt „{shorten(title(heading, []))}“" if heading else "Vor den Folien"
        page.losses.append(Loss(place, f"{LOST['unread']}: „{shorten(title(said[:200], []))}“"))


def _takes_metadata(page: _Page, block: Block) -> bool:
    """Whether a table or a list holds metadata, which are then taken."""
    pairs = _pairs(block)
    known = [name for name, _ in pairs if meaning(name, METADATA)]
    if len(known) < 2 and not (known and len(pairs) == 1):
        return False
    _read_metadata(page, [block])
    return True


def _pairs(block: Block) -> list[tuple[str, str]]:
    """Names and values, of a table with two columns, or of lines with labels."""
    if block.kind == "table":
        rows = [cells(line) for line in block.lines]
        return [(title(row[0], []), row[1]) for row in rows if len(row) > 1 and not _is_head(row)]
    if block.kind not in ("list", "text"):
        return []
    lines = items(block.lines) if block.kind == "list" else [(0, line) for line in block.lines]
    found: list[tuple[str, str]] = []
    for level, text in lines:
        said = labelled(text, METADATA)
        if level and found:
            found[-1] = (found[-1][0], f"{found[-1][1]}; {text}".strip("; "))
        else:
            found.append((text.partition(":")[0], said[1]) if said else (text, ""))
    return found


def _is_head(row: Sequence[str]) -> bool:
    return title(row[0], []).casefold() in ("feld", "merkmal", "attribut", "schlüssel", "eigenschaft", "aspekt", "")


def _read_metadata(page: _Page, body: Sequence[Block]) -> None:
    for block in body:
        for name, value in _pairs(block):
            key, said = meaning(name, METADATA), inline(value, [])
            if key in ("success_criteria", "risks"):
                page.metadata[key] = listed(re.sub(r"<br\s*/?>|\s+[•·]\s+", "; ", value).strip("; "))
            elif key == "focus":
                page.focus = _focus(f"Fokus {said}")
            elif key == "time" or not said:
                continue
            elif key:
                page.metadata.setdefault(key, said)
            else:
                page.losses.append(Loss("Metadaten", f"{LOST['unread']}: „{shorten(f'{name}: {said}')}“"))


def _focus(text: str) -> Focus | None:
    plain = re.sub(r"[*_]", "", text)
    return next((name for name, pattern in _FOCUS if re.search(pattern, plain, re.IGNORECASE)), None)


def _read_questions(page: _Page, heading: str, body: Sequence[Block]) -> None:
    about, at, lost = "", 0, list[str]()
    while at < len(body):
        block = body[at]
        end = at + 1
        if is_question(block):
            while end < len(body) and not ends(body[end], block):
                end += 1
            page.questions.append(asked_in(block, body[at + 1 : end], about, lost))
        elif block.kind == "heading":
            about = title(block.text, [])
        else:
            _read_opening(page, [block], heading)
        at = end
    page.losses += losses_of(f"Abschnitt „{shorten(title(heading, []))}“", lost)


def _slide(heading: str, body: Sequence[Block]) -> SlideText:
    said = title(heading, [])
    match = _SLIDE.fullmatch(said)
    named = match[1] if match else said
    slide = SlideText()
    if timed := _TIMED.search(named):
        slide.time = time_in(timed[1])
        named = named[: timed.start()].strip() if slide.time is not None else named
    slide.title = named
    _Reader(slide).read(body)
    return slide


class _Reader:
    """Reads the blocks of a slide by what announces them."""

    def __init__(self, slide: SlideText) -> None:
        self._slide = slide
        self._part = ""
        self._said: list[str] = []

    def read(self, body: Sequence[Block]) -> None:
        """All blocks, in their order."""
        for block in body:
            if block.kind == "heading":
                self._begin(block.text)
            elif block.kind == "box":
                self._read_box(block)
            elif block.kind == "text":
                self._read_lines(block.lines)
            elif self._part == "notes":
                self._said += as_lines([block])
            else:
                self._read_other(block)
        self._finish()

    def _begin(self, heading: str) -> None:
        self._finish()
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
            if found and not (self._part == "notes" and found[0] not in ("time", "demo", "notes")):
                self._finish()
                self._part = found[0]
                if found[1]:
                    self._read_line(found[1])
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
        elif part == "demo":
            slide.demo = time_in(line) or slide.demo
            self._part = ""
        elif part == "headline" and not slide.headline:
            slide.headline = unquoted(title(line, slide.lost))
        elif part == "artifact":
            slide.place([line])
        elif part == "bullets":
            slide.add_bullet(line)
        else:
            self._lose(line)

    def _read_other(self, block: Block) -> None:
        slide = self._slide
        if block.kind == "quote" and _says_something(Block("text", lines=block.lines)):
            self._read_lines(block.lines)
            self._finish()
            self._part = ""
        elif block.kind == "quote" and (self._part == "artifact" or all(map(_is_bracketed, block.lines))):
            slide.place(block.lines)
        elif block.kind == "list" and self._part == "artifact":
            slide.place([text for _, text in items(block.lines)])
        elif block.kind == "list":
            self._read_list(block.lines)
        elif block.kind == "comment":
            slide.lost.append("comment")
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
