"""Questions with their answers, as boxes that open, under headings of their own, or behind labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from generalprobe.importing.blocks import Block
from generalprobe.importing.labels import ANSWER, fields
from generalprobe.importing.outline import Asked
from generalprobe.importing.slide_text import items, prose
from generalprobe.importing.wording import inline, listed, title, unquoted

_NUMBER = re.compile(
    r"(?:(?:Frage|Question|Prüferfrage|F|Q)\s*(?:Nr\.?\s*)?[0-9]*(?:[.\-][0-9]+)*\s*[:.)–—-]\s*|[0-9]+(?:[.\-][0-9]+)*[:.)]?\s+)",
    re.IGNORECASE,
)
_IS_NUMBERED = re.compile(r"(?:Frage|Question|Prüferfrage|F|Q)\s*[0-9]", re.IGNORECASE)
_BOXES = ("question", "faq", "help", "frage")
_HARD = re.compile(r"schwer|schwierig|hoch|hard|experte|fortgeschritten|3", re.IGNORECASE)
_EASY = re.compile(r"leicht|einfach|niedrig|easy|grund|basis|1", re.IGNORECASE)


def is_question(block: Block) -> bool:
    """Whether a box, a heading, or a text with a label asks something."""
    if block.kind == "box":
        return block.name in _BOXES or _asks(block.text)
    if block.kind == "text":
        return _IS_NUMBERED.match(block.lines[0].strip("*_ ")) is not None
    return block.kind == "heading" and block.level > 1 and _asks(block.text)


def ends(block: Block, question: Block) -> bool:
    """Whether the answer to a question ends before a block: one in a box ends with it."""
    if question.kind == "box":
        return True
    deeper = question.kind == "heading" and block.kind == "heading" and block.level > question.level
    return not deeper and (block.kind == "heading" or is_question(block))


def _asks(text: str) -> bool:
    said = text.strip(' *_"“”')
    return _IS_NUMBERED.match(said) is not None or said.endswith("?")


def asked_in(block: Block, under: Sequence[Block], about: str, lost: list[str]) -> Asked:
    """The question of a box, or of a heading or a text with the blocks under it."""
    lines = [*(block.lines if block.kind == "box" else block.lines[1:]), *as_lines(under)]
    said: dict[str, list[str]] = {}
    for name, kept in fields(lines, ANSWER, "answer"):
        said.setdefault(name, []).extend(["", *kept])
    said_there = block.lines[0] if block.kind == "text" else block.text
    question = unquoted(_NUMBER.sub("", inline(said_there, lost).strip("* "), count=1).strip("* "))
    return Asked(
        question=question,
        answer=unquoted(prose(said.get("answer", ()), lost)),
        expects=prose(said.get("expects", ()), lost),
        points=_points(said.get("points", ()), lost),
        follow_up=inline(" ".join(line.lstrip("-* ") for line in said.get("follow_up", ())), lost),
        about=title(" ".join(said.get("about", ())), lost) or about,
        difficulty=_difficulty(" ".join(said.get("difficulty", ()))),
    )


def as_lines(under: Iterable[Block]) -> list[str]:
    """Blocks as the lines that they were."""
    lines: list[str] = []
    for block in under:
        if block.kind == "fence":
            lines += ["```" + block.name, *block.text.split("\n"), "```", ""]
        elif block.kind == "quote":
            lines += [*(f"> {line}" for line in block.lines), ""]
        elif block.kind == "box":
            lines += [f'!!! {block.name} "{block.text}"', *(f"    {line}" for line in block.lines), ""]
        elif block.kind == "heading":
            lines += [f"{'#' * max(2, block.level)} {block.text}", ""]
        elif block.kind == "image":
            lines += [f"![{block.text}]({block.name})", ""]
        elif block.kind != "rule":
            lines += [*block.lines, ""]
    return lines


def _points(lines: Sequence[str], lost: list[str]) -> tuple[str, ...]:
    found = [text for _, text in items(lines)] or list(listed(" ".join(lines).strip()))
    return tuple(filter(None, (inline(each, lost) for each in found)))


def _difficulty(text: str) -> Literal["easy", "medium", "hard"]:
    return "hard" if _HARD.search(text) else "easy" if _EASY.search(text) else "medium"
