"""A question with its answer, of the blocks that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from generalprobe.checking.questions import refers_to_others
from generalprobe.format.questions import Option
from generalprobe.format.wording import shorten
from generalprobe.importing.asking import HINT, asks, is_question
from generalprobe.importing.blocks import Block, as_lines
from generalprobe.importing.choosing import LETTERS, Offered, offered
from generalprobe.importing.labels import ANSWER, fields
from generalprobe.importing.losses import LOST, Loss
from generalprobe.importing.outline import Asked
from generalprobe.importing.slide_text import items, prose
from generalprobe.importing.wording import BREAK, inline, listed, title, unquoted

_NUMBER = re.compile(
    r"\A[\s*_]*(?:(?:Prüferfrage|Prüfungsfrage|Rückfrage|Frage|Question|Vorderseite|F|Q)\s*(?:Nr\.?\s*)?[0-9]*(?:[.\-][0-9]+)*\s*[:.)–—-][\s*_]*|"
    r"[0-9]+(?:[.\-][0-9]+)*[:.)]?\s+)",
    re.IGNORECASE,
)
_CHECKBOX = re.compile(r"\s*(?:[-*+]\s+)?\[[ xX]\]\s")
_SCORE = re.compile(r"\W*[0-9]{1,3}(?:[.,][0-9])?\s*(?:Punkte?|P\.?)?\W*", re.IGNORECASE)
_HARD = re.compile(r"schwer|schwierig|hoch|hard|experte|fortgeschritten|3", re.IGNORECASE)
_EASY = re.compile(r"leicht|einfach|niedrig|easy|grund|basis|1", re.IGNORECASE)


def ends(block: Block, question: Block) -> bool:
    """Whether the answer to a question ends before a block: one in a box ends with it."""
    if question.kind == "box":
        return True
    deeper = question.kind == "heading" and block.kind == "heading" and block.level > question.level
    return not deeper and (block.kind == "heading" or is_question(block))


def asked_in(block: Block, under: Sequence[Block], about: str, lost: list[str]) -> Asked:
    """The question of a box, or of a heading or a text with the blocks under it."""
    lines = [*(block.lines if block.kind == "box" else block.lines[1:]), *as_lines(under)]
    question, difficulty = _wording(inline(wording(block), lost))
    lines += ["", f"Schwierigkeit: {difficulty}"] if difficulty else []
    found = offered(lines)
    if found and found.right:
        question = " ".join(filter(None, (question, inline(" ".join(found.before), lost))))
        asked = _answered(question, found.behind, about, lost)
        lost += ["choice-more"] if asked.points or asked.follow_up else []
        explained = "\n\n".join(filter(None, (asked.answer, asked.expects)))
        return replace(asked, answer=explained, options=tuple(_options(found, lost)))
    if found and found.seems_asked:
        lost.append("choice")
    return _answered(question, _with_letters(found, lines), about, lost)


def _wording(text: str) -> tuple[str, str]:
    """A question without its number and the marks around it, and how difficult it says to be."""
    hint = HINT.search(text)
    said = text[: hint.start()] if hint else text
    question = unquoted(_unmarked(_NUMBER.sub("", _unmarked(said), count=1)))
    behind = hint[0].strip(" *_") if hint else ""
    is_difficulty = behind.strip("()").casefold() in ("leicht", "mittel", "schwer")
    return (question, behind.strip("()")) if is_difficulty else (f"{question} {behind}".strip(), "")


def _answered(question: str, lines: Sequence[str], about: str, lost: list[str]) -> Asked:
    """A question with what lines say about it."""
    said: dict[str, list[str]] = {}
    for name, kept in fields(lines, ANSWER, "answer"):
        said.setdefault(name, []).extend(["", *kept])
    return Asked(
        question=question or "[Frage]",
        answer=unquoted(prose(said.get("answer", ()), lost)),
        expects=prose(said.get("expects", ()), lost),
        points=_points(said.get("points", ()), lost),
        follow_up=inline(" ".join(line.lstrip("-* ") for line in said.get("follow_up", ())), lost),
        about=title(" ".join(said.get("about", ())), lost) or about,
        difficulty=_difficulty(" ".join(said.get("difficulty", ()))),
    )


def _options(found: Offered, lost: list[str]) -> Iterator[Option]:
    """The answers; one at the end that refers to the others stays there."""
    for at, text in enumerate(found.texts):
        is_last = all(map(refers_to_others, found.texts[at:]))
        yield Option(text=inline(text, lost) or "[Antwort]", right=at in found.right, last=is_last)


def _with_letters(found: Offered | None, lines: Sequence[str]) -> Sequence[str]:
    """The lines of an answer; what has letters in front is a list of its own."""
    if not found or any(_CHECKBOX.match(line) for line in lines):
        return lines
    listed = [f"- {letter}) {text}" for letter, text in zip(LETTERS, found.texts, strict=False)]
    return [*found.before, "", *listed, "", *found.behind]


def all_asked(body: Sequence[Block], lost: list[str], losses: list[Loss]) -> tuple[list[Asked], list[Block]]:
    """The questions among blocks, each about the heading above it, and the blocks that belong to none.

    Args:
        body: the blocks.
        lost: gets what is lost of them, by short names.
        losses: gets what may be a question within an answer.
    """
    asked: list[Asked] = []
    others: list[Block] = []
    about, at = "", 0
    while at < len(body):
        block, end = body[at], at + 1
        if is_question(block):
            while end < len(body) and not ends(body[end], block):
                end += 1
            asked.append(asked_in(block, body[at + 1 : end], about, lost))
            losses += asked_within(body[at + 1 : end])
        elif block.kind == "heading":
            about = title(block.text, [])
        else:
            others.append(block)
        at = end
    return asked, others


def asked_within(under: Sequence[Block]) -> list[Loss]:
    """What of an answer seems to be a question with an answer of its own: behind its beginning, and not at its end."""
    found = [
        (block.line, block.lines[0])
        for at, block in enumerate(under)
        if at and block.kind == "text" and asks(block.lines[0]) and (block.lines[1:] or under[at + 1 :])
    ]
    return [Loss(f"Zeile {at}", f"{LOST['asks-within']}: „{shorten(title(said, []))}“") for at, said in found]


def wording(block: Block) -> str:
    """A question as it stands there."""
    return block.lines[0] if block.kind == "text" else block.text


def _unmarked(text: str) -> str:
    """A text without the marks around all of it, or the one that is left of them; those within it stay."""
    text = text.strip()
    for mark in ("**", "__", "*"):
        if text.count(mark) == 2 and text.startswith(mark) and text.endswith(mark):
            text = text[len(mark) : -len(mark)].strip()
        elif text.count(mark) == 1:
            text = text.removeprefix(mark).removesuffix(mark).strip()
    return text


def _points(lines: Sequence[str], lost: list[str]) -> tuple[str, ...]:
    found = [text for _, text in items(lines)] or list(listed(BREAK.sub("; ", " ".join(lines).strip())))
    if found and all(map(_SCORE.fullmatch, found)):
        lost.append("score")
        return ()
    return tuple(filter(None, (inline(each, lost) for each in found)))


def _difficulty(text: str) -> Literal["easy", "medium", "hard"]:
    return "hard" if _HARD.search(text) else "easy" if _EASY.search(text) else "medium"
