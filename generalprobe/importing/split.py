"""What the slides of Marp, of Slidev and of Remark have in common: blocks that stand as they are shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generalprobe.format.wording import shorten
from generalprobe.importing.asked import all_asked
from generalprobe.importing.asking import ABOUT_QUESTIONS, with_questions
from generalprobe.importing.blocks import Block
from generalprobe.importing.labels import PARTS, labelled
from generalprobe.importing.losses import Loss
from generalprobe.importing.outline import Asked, Outline
from generalprobe.importing.slide_text import SlideText
from generalprobe.importing.wording import inline, only_time, time_in, title

_TIMES = {"time": r"^(?:geplant|geplante zeit|zeit|dauer)$", "demo": r"^(?:vorführung|demo)$"}
_TIME_BEHIND = re.compile(
    r"(.*[.!?…“”\")\]])\s+([a-zäöü]+(?: Zeit)?:\s*[0-9]{1,2}(?::[0-9]{2})?\s*(?:min|s|sek)?[a-z]*\.?|"
    r"\([0-9][^()]{1,12}\))\s*",
    re.DOTALL | re.IGNORECASE,
)
"""What is said, and behind its last sentence a time behind a label, or in brackets."""
_FORMULA = re.compile(r"^\s*\$\$", re.MULTILINE)
_AUDIENCE = re.compile(r"\W*Zielgruppe\W*\s*[:–-]\s*(\S.*)", re.IGNORECASE)


def fill(slide: SlideText, found: Sequence[Block]) -> None:
    """Put blocks onto a slide: the first heading is its title, what is no list and nothing to show is a bullet."""
    if not slide.notes and (asked := _asked_on(found, slide.lost)):
        slide.asked = asked
        return
    for block in found:
        if block.kind == "heading" and not slide.title:
            slide.title = slide.headline = title(block.text, slide.lost)
        elif block.kind == "heading":
            slide.add_bullet(block.text)
        elif block.kind == "list":
            slide.add_list(block.lines)
        elif block.kind == "box":
            slide.add_bullet(block.text)
            slide.add_list([f"- {text}" for text in block.lines if text.strip()])
        elif block.kind == "text":
            slide.lost += ["formula"] if _FORMULA.search("\n".join(block.lines)) else []
            slide.add_bullet(" ".join(block.lines))
        elif block.kind == "footnote":
            slide.unread.append(shorten(f"Fußnote: {title(block.text, [])}"))
        else:
            slide.show(block)
    if not slide.title:
        slide.title = slide.take_first_bullet()


def _asked_on(found: Sequence[Block], lost: list[str]) -> list[Asked]:
    """The questions of a slide that is called one of questions, and answers them."""
    head, *body = found or [Block("rule")]
    if head.kind != "heading" or not ABOUT_QUESTIONS.search(head.text):
        return []
    of_questions: list[str] = []
    asked, others = all_asked(with_questions(body, plainly=True), of_questions, [])
    if others or not asked or not all(each.answer or each.options for each in asked):
        return []
    lost += of_questions
    return asked


def talk_of(front: Mapping[str, str], slides: Mapping[int, SlideText], losses: Iterable[Loss]) -> Outline:
    """The talk of slides by their numbers, with what stood in front of them; those that ask become its questions."""
    name = title(front.get("title", ""), []) or next((slide.title for slide in slides.values() if slide.title), "")
    return Outline(
        title=name,
        summary=inline(front.get("info", front.get("description", "")), []),
        metadata=({"topic": inline(name, [])} if name else {}) | audience_in(slides.values()),
        slides=tuple(slide.outline(number) for number, slide in slides.items() if not slide.asked),
        questions=tuple(each for slide in slides.values() for each in slide.asked),
        losses=tuple(losses),
    )


def say(slide: SlideText, comment: str) -> None:
    """What a comment has the speaker say; lines with a planned time say that."""
    kept = []
    first, _, rest = comment.strip().partition("\n")
    if label := labelled(first, {"notes": PARTS["notes"]}):
        comment = f"{label[1]}\n{rest}"
    behind = _TIME_BEHIND.fullmatch(comment)
    for line in "\n".join(behind.groups() if behind else [comment]).split("\n"):
        found = labelled(line, _TIMES)
        seconds = time_in(found[1]) if found else only_time(line)
        if seconds is None:
            kept.append(line)
        elif not found or found[0] == "time":
            slide.time = seconds
        else:
            slide.demo = seconds
    if "\n".join(kept).strip():
        slide.say(kept)


def audience_in(slides: Iterable[SlideText]) -> dict[str, str]:
    """The audience, where a bullet names it."""
    bullets = (text for slide in slides for text in slide.bullet_texts())
    found = next((match[1].strip("* ") for text in bullets if (match := _AUDIENCE.match(text))), "")
    return {"audience": found} if found else {}
