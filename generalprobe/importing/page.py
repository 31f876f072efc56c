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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generalprobe.format.wording import shorten
from generalprobe.importing.asked import all_asked, asked_in
from generalprobe.importing.asking import ABOUT_QUESTIONS, is_question, is_sure, with_questions
from generalprobe.importing.blocks import Block
from generalprobe.importing.labels import ANSWER, PARTS, labelled, meaning
from generalprobe.importing.losses import Loss, losses_of
from generalprobe.importing.outline import Asked, Outline
from generalprobe.importing.page_about import About, focus_in
from generalprobe.importing.page_slide import called_slide, numbered, page_slide, says_something, timed
from generalprobe.importing.slide_text import SlideText
from generalprobe.importing.split import audience_in
from generalprobe.importing.wording import inline, title
from generalprobe.importing.written import left, written

_NAMED = re.compile(
    r"\A\W*(?:Beispiel(?:präsentation|vortrag)?|Präsentation|Vortrag|Fallstudie|Musterpräsentation|Storyboard|Drehbuch)\s*[0-9]*\s*[:–—-]\s*",
    re.IGNORECASE,
)
_ABOUT = {"metadata": "metadaten|rahmendaten|eckdaten|steckbrief|meta"}
_BELOW = "----"
"""The rule behind which HackMD has a slide below the one before it."""
_SUMMARY = ("abstract", "summary", "tldr", "info")


@dataclass
class _Section:
    """A heading, and the blocks below it up to the next one of its level; the first has no heading."""

    heading: Block | None = None
    body: list[Block] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What its heading says."""
        return self.heading.text if self.heading else ""


@dataclass
class _Page:
    """What was found so far."""

    title: str = ""
    summary: str = ""
    about: About = field(default_factory=About)
    slides: list[SlideText] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)


def is_page(text: str) -> bool:
    """Whether a text has slides in this form."""
    _, found = written(text)
    return bool(_slides_among(_sections(found)))


def import_page(text: str) -> Outline:
    """Read a page, and what of it was lost."""
    front, found = written(text)
    page = _Page()
    page.about.read_front(front)
    level = _level(found)
    sections = _sections(found)
    slides = _slides_among(sections)
    for at, section in enumerate(sections):
        if section.heading and at in slides:
            last = at == max(slides)
            body, behind = _without_questions(section.body) if last else (section.body, [])
            page.slides.append(page_slide(section.name, body))
            if section.heading.level < level:
                page.title = page.title or page.slides[-1].title
            _read_questions(page, "", behind)
        else:
            _read_section(page, section)
    return _outline(page, front)


def _outline(page: _Page, front: Mapping[str, str]) -> Outline:
    described = inline(front.get("description", ""), [])
    whole = " ".join([front.get("title", ""), described, page.title, page.summary])
    said = audience_in(page.slides) | page.about.metadata
    topic = str(said.get("topic", ""))
    name = _named(page.title or title(front.get("title", ""), [])) or title(topic, [])
    of_slides = [loss for number, slide in enumerate(page.slides, start=1) for loss in slide.losses(number)]
    return Outline(
        title=name,
        summary=page.summary or described,
        focus=page.about.focus or focus_in(whole),
        metadata={"topic": name} | said if name else said,
        slides=tuple(slide.outline(number) for number, slide in enumerate(page.slides, start=1)),
        questions=tuple(page.questions),
        losses=(*of_slides, *page.about.losses, *page.losses),
    )


def _named(said: str) -> str:
    """A title without the word that it is one."""
    quoted = re.fullmatch(r"(?:Vortrag|Präsentation|Fallstudie)\s*:?\s*[„“\"»](.+)[“”\"«]", said, re.IGNORECASE)
    return quoted[1] if quoted else _NAMED.sub("", said)


def _sections(found: Sequence[Block]) -> list[_Section]:
    """The page by the headings of the level at which its slides stand."""
    level = _level(found)
    sections = [_Section()]
    is_called = any(each.kind == "heading" and called_slide(each.text) for each in found)
    for above, block in zip([Block("rule"), *found], found, strict=False):
        is_below = above.text == _BELOW and above.kind == "rule" and not is_called and not meaning(block.text, PARTS)
        if block.kind == "heading" and (block.level <= level or is_below):
            sections.append(_Section(block))
        elif block.kind != "rule":
            sections[-1].body.append(block)
    return sections


def _level(found: Sequence[Block]) -> int:
    """The level of the headings that are called slides, else of those below which most often something is said."""
    headings = [block for block in found if block.kind == "heading"]
    called = next((each.level for each in headings if called_slide(each.text)), 0)
    if called:
        return called
    above: dict[int, Block] = {}
    said: dict[int, set[int]] = {}
    for block in found:
        if block.kind == "heading" and not says_something(block):
            above = {level: each for level, each in above.items() if level < block.level} | {block.level: block}
        elif says_something(block):
            for level, each in above.items():
                said.setdefault(level, set()).add(each.line)
    return max(said, key=lambda level: (len(said[level]), level), default=2)


def _slides_among(sections: Sequence[_Section]) -> set[int]:
    """Which sections are slides: those that are called so, else all from the first to the last with something said,
    and those around that are numbered like them or name their time.

    A text in which something is said here and there, as a note is in any, is no talk.
    """
    called = {at for at, each in enumerate(sections) if each.heading and called_slide(each.name)}
    if called:
        return called
    said = [at for at, each in enumerate(sections) if any(map(says_something, each.body)) and not _is_apart(each)]
    levels = {heading.level for at in said if (heading := sections[at].heading)}
    alike = [at for at, each in enumerate(sections) if each.heading and each.heading.level in levels]
    of_talk = [at for at in alike if not _is_apart(sections[at]) or _is_timed(sections[at])]
    is_numbered = all(numbered(sections[at].name) for at in said)
    among = {at for at in of_talk if said[0] <= at <= said[-1] or _goes_on(sections[at], is_numbered=is_numbered)}
    return among if len(of_talk) <= 3 * len(said) else set()


def _goes_on(section: _Section, *, is_numbered: bool) -> bool:
    """Whether a section without notes before or behind all others is a slide like them: numbered, or with a time."""
    return _is_timed(section) or (is_numbered and numbered(section.name))


def _is_timed(section: _Section) -> bool:
    return timed(section.name) and not any(map(is_question, with_questions(section.body)))


def _is_apart(section: _Section) -> bool:
    """Whether a section is called one of questions, or of what is known of the talk."""
    return ABOUT_QUESTIONS.search(section.name) is not None or meaning(section.name, _ABOUT) != ""


def _without_questions(body: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks of the last slide, and from the first question behind them on with its answer those of no slide."""
    found = with_questions(body)
    last = max((at for at, each in enumerate(found) if is_question(each)), default=-1)
    pairs = zip(found[: last + 1], [*found[1:], Block("rule")], strict=False)
    start = next((at for at, (each, following) in enumerate(pairs) if _begins_questions(each, following)), len(found))
    behind = found[start:]
    return [each for each in body if not behind or each.line < behind[0].line], behind


def _begins_questions(block: Block, following: Block) -> bool:
    """Whether a block is a question with its answer, or a heading that says that some follow."""
    if block.kind == "heading":
        return ABOUT_QUESTIONS.search(block.text) is not None
    lines = [*block.lines, *(following.lines[:1] if following.kind == "text" else ())]
    return is_sure(block) and any(labelled(line, {"answer": ANSWER["answer"]}) for line in lines)


def _read_section(page: _Page, section: _Section) -> None:
    heading = section.heading
    body = with_questions(section.body, plainly=ABOUT_QUESTIONS.search(section.name) is not None)
    if meaning(section.name, _ABOUT):
        page.about.read(body)
    elif heading and heading.level == 1 and not page.slides:
        page.title = page.title or title(heading.text, [])
        _read_opening(page, body)
    elif heading and is_question(heading):
        _read_questions(page, section.name, [heading, *body])
    elif any(map(is_question, body)):
        _read_questions(page, section.name, body)
    else:
        _read_opening(page, body, section.name)


def _read_opening(page: _Page, body: Sequence[Block], heading: str = "") -> None:
    """What stands around slides: a summary, perhaps metadata; the rest is named."""
    unread = []
    for block in body:
        if block.kind == "box" and block.name in _SUMMARY and not page.summary:
            page.summary = inline(" ".join(block.lines), [])
        elif is_question(block):
            page.questions.append(asked_in(block, (), heading, []))
        elif not page.about.takes(block):
            unread.append(block)
    page.losses += left(unread, title(heading, []))


def _read_questions(page: _Page, heading: str, body: Sequence[Block]) -> None:
    lost: list[str] = []
    asked, others = all_asked(body, lost, page.losses)
    page.questions += asked
    for block in others:
        _read_opening(page, [block], heading)
    name = shorten(title(heading, []))
    page.losses += losses_of(f"Abschnitt „{name}“" if name else "Hinter den Folien", lost)
