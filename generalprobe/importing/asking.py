"""Blocks in which each question stands for itself, whether it was in a table, a list, behind a label, or in bold.

::

    | Frage | Antwort |        1. Was ist RAM?          F: Was ist RAM?        **Was ist RAM?**
    |-------|---------|           Ein Speicher.         A: Ein Speicher.
    | RAM?  | Speicher |                                                       Ein Speicher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generalprobe.importing.blocks import ITEM, Block, as_lines, cells
from generalprobe.importing.choosing import LETTERS
from generalprobe.importing.labels import ANSWER, labelled, meaning
from generalprobe.importing.wording import title

ABOUT_QUESTIONS = re.compile(r"frage|fachgespräch|faq|q ?& ?a", re.IGNORECASE)
"""What headings say below which questions stand."""
_LABEL = re.compile(
    r"\W*(?:(?:Prüferfrage|Prüfungsfrage|Rückfrage(?=\s*[0-9])|Frage|Question|Vorderseite)\s*(?:(?:Nr\.?\s*)?[0-9]+(?:[.\-][0-9]+)*\b|[:.)]|\s[–—-]\s)|"
    r"[FQ]\s*(?:[0-9]+(?:[.\-][0-9]+)*\s*[:.)–—-]|:))\W*\w.*",
    re.IGNORECASE,
)
_BOLD = re.compile(r"\s*(\*\*|__)[^*_].*\?[\s\"“”«»]*(?:\([^()]{1,40}\)\s*)?\1\s*(?:\([^()]{1,40}\)\s*)?")
_TASK = re.compile(
    r"[\s*_]*(?:[0-9]{1,3}[.)]\s+)?(?:Nennen|Erklären|Beschreiben|Erläutern|Definieren|Unterscheiden|Vergleichen|Begründen|"
    r"Ordnen|Bringen|Skizzieren|Zählen|Schildern|Stellen|Wählen|Berechnen|Formulieren|Grenzen) Sie\b.{3,300}",
)
"""What examiners have somebody do, without a question mark."""
_BOLD_TASK = re.compile(rf"\s*(\*\*|__){_TASK.pattern}\1\s*")
_INLINE = re.compile(r"(.{5,}?\?[\"“”]?(?:\*\*|__)?)\s+(?:[–—→-]+>?\s+)?(\S.*)")
"""A question and its answer in one line."""
_NUMBERED = re.compile(r"\s*[0-9]{1,3}[.)]\s")
_PLAIN = re.compile(r"[^\W\d_](?:(?![.!:?]\s)[^?]){5,200}\?\s*")
"""A line that is one question and nothing else."""
HINT = re.compile(
    r"\s*\((?:[0-9]+ ?(?:Punkte?|P\.?|Pkt\.?)|(?:Mehrfach|Einfach)(?:auswahl|nennung\w*)|(?:Multiple|Single)[ -]Choice|"
    r"mehrere Antworten[^()]{0,40}|eine Antwort[^()]{0,40}|leicht|mittel|schwer)\)[\s*_]*$",
    re.IGNORECASE,
)
"""What may stand behind a question and is no answer."""
_NAME = re.compile(r"\W*(?:Prüfer|Prüfungs)?frage\s*(?:Nr\.?\s*)?[0-9]*[\s.:)]*", re.IGNORECASE)
_NUMBERED_NAME = re.compile(
    rf"\W*(?:Prüfer|Prüfungs)?frage\s*(?:Nr\.?\s*)?[0-9]{{1,3}}(?:{HINT.pattern[:-1]})?[\s.:)*_]*", re.IGNORECASE
)
_PART = re.compile(r"\W*(?:(?:Muster|Beispiel|Modell)?-?antwort|Lösung|Stichpunkte|Nachfrage)\W*", re.IGNORECASE)
"""Headings below a question that only name what follows."""
_CHECKBOX = re.compile(r"\[[ xX]\]\s+")
_OFFERED = re.compile(r"\[[ xX]\]\s|\(?[a-hA-H][.)]\s")
_COLUMNS = {"question": r"frage|question", **ANSWER, "answer": rf"{ANSWER['answer']}|^richtig|^korrekt"}
_BOXES = ("question", "faq", "help", "frage")


def is_question(block: Block) -> bool:
    """Whether a box or a heading asks something; of texts, those that were told apart."""
    if block.kind == "box":
        return block.name in _BOXES or asks(block.text)
    if block.kind == "text":
        return block.name == "question"
    return block.kind == "heading" and block.level > 1 and (asks(block.text) or sets_task(block.text))


def sets_task(text: str) -> bool:
    """Whether a text has somebody do something, as examiners say it."""
    return _TASK.fullmatch(text) is not None


def is_sure(block: Block) -> bool:
    """Whether something asks that is no heading: those ask in lessons, too."""
    return block.kind != "heading" and is_question(block)


def asks(text: str) -> bool:
    """Whether a text is called a question, or ends as one."""
    return _LABEL.fullmatch(text) is not None or HINT.sub("", text).strip(' *_"“”').endswith("?")


def with_questions(found: Sequence[Block], *, plainly: bool = False) -> list[Block]:
    """The same blocks, each question one of its own: a text, to which what follows is the answer, or a box with it.

    Args:
        found: the blocks.
        plainly: where all of them are about questions, a line that ends in a question mark is one, too.
    """
    made: list[Block] = []
    open_in = ""
    found = [_with_names(each) for each in found]
    found = _with_wordings(_with_numbers(found) if plainly else found)
    in_boxes = any(each.kind == "box" and is_question(each) for each in found)
    for block, following in zip(found, [*found[1:], Block("rule")], strict=False):
        if block.kind == "fence" and open_in == "item":
            made[-1] = replace(made[-1], lines=(*made[-1].lines, "", *as_lines([block])))
        elif block.kind == "heading" and open_in and _PART.fullmatch(block.text):
            made.append(Block("text", lines=(f"**{block.text.strip(' *_:')}:**",), line=block.line))
        else:
            is_answered = bool(made) and (not is_question(made[-1]) or len(made[-1].lines) > 1)
            parts = (
                _told_apart(block, following, open_in, in_boxes=in_boxes, is_answered=is_answered)
                or (_plain(block, open_in) if plainly else [])
                or [block]
            )
            made += parts
            open_in = _opened(block, parts, open_in)
    return made


def _told_apart(block: Block, following: Block, open_in: str, *, in_boxes: bool, is_answered: bool) -> list[Block]:
    """The questions of a block; where one is open, a list belongs to the answer unless it says that it asks, or
    is a numbered one of questions with answers behind the answer.

    Where questions stand in boxes, a list of some without answers is none of them.
    """
    if block.kind == "table":
        return _of_table(block)
    if block.kind == "list":
        can_ask = open_in in ("", "list", "item") or _is_labelled(block)
        parts = _of_list(block) if can_ask or (is_answered and _is_numbered(block)) else []
        if not can_ask and any(each.kind == "text" for each in parts):
            return []
        return [] if in_boxes and len(parts) > 1 and any(each.kind == "text" for each in parts[:-1]) else parts
    return _of_text(block, following, in_answer=open_in == "heading") if block.kind == "text" else []


def _opened(block: Block, parts: Sequence[Block], before: str) -> str:
    """What the question that is open stands in: a heading, a text, or a list; or an item that has its answer."""
    if is_question(parts[-1]) and parts[-1].kind != "box":
        return parts[-1].text if parts[-1].text == "plain" else block.kind
    if block.kind == "list" and is_question(parts[-1]):
        return "item"
    return "" if block.kind == "heading" or before == "item" else before


def _with_numbers(found: Sequence[Block]) -> list[Block]:
    """Headings that are numbered like one that asks ask, too."""
    asking = {each.level for each in found if is_question(each) and _NUMBERED.match(each.text)}
    return [
        replace(each, text=f"Frage {each.text.lstrip()}")
        if each.kind == "heading" and each.level in asking and _NUMBERED.match(each.text)
        else each
        for each in found
    ]


def _with_wordings(found: Sequence[Block]) -> list[Block]:
    """Headings that only say that a question follows are the question itself."""
    made: list[Block] = []
    for block in found:
        above = made[-1] if made else Block("rule")
        if block.kind == "text" and above.kind == "heading" and _NAME.fullmatch(above.text):
            wording, *rest = _joined(block.lines)
            made[-1] = replace(above, text=f"Frage: {wording}", level=max(2, above.level))
            made += [replace(block, lines=tuple(rest))] if rest else []
        else:
            made.append(block)
    return made


def _with_names(block: Block) -> Block:
    """A text in which lines that only say that a question follows stand in front of it."""
    if block.kind != "text" or not any(map(_NUMBERED_NAME.fullmatch, block.lines[:-1])):
        return block
    lines: list[str] = []
    name = ""
    for line in block.lines:
        match = _NUMBERED_NAME.fullmatch(line)
        if match and not name:
            name = line
        else:
            hint = HINT.search(name)
            lines.append(f"Frage: {line}{hint[0] if hint else ''}" if name else line)
            name = ""
    return replace(block, lines=(*lines, name) if name else tuple(lines))


def _is_marked(line: str) -> bool:
    """Whether a line asks by a label or in bold."""
    return any(pattern.fullmatch(line) for pattern in (_LABEL, _BOLD, _BOLD_TASK))


def _is_labelled(block: Block) -> bool:
    """Whether a list says of itself that it asks or answers."""
    said = [match[2] if (match := ITEM.fullmatch(line)) else line for line in block.lines]
    return any(_is_marked(line) or labelled(line, {"answer": ANSWER["answer"]}) for line in said)


def _of_table(block: Block) -> list[Block]:
    """A box for each row, where a column asks and another one answers."""
    rows = [cells(line) for line in block.lines] or [[]]
    names = [_column(title(cell, [])) for cell in rows[0]]
    if "question" not in names or not {"answer", "expects"} & {*names}:
        is_asking = len(rows) > 1 and all(len(row) == 2 and row[0].endswith("?") for row in rows)
        names, rows = (["question", "answer"], [[], *rows]) if is_asking else ([], [])
    elif "answer" not in names:
        names[names.index("expects")] = "answer"
    made = [_of_row(row, names, block) for row in rows[1:] if any(row)]
    return [*made, *_unread_columns(rows, names, block)] if made else []


def _unread_columns(rows: Sequence[Sequence[str]], names: Sequence[str], block: Block) -> Iterator[Block]:
    """What stands in columns that say nothing of a question, but for numbers."""
    for at, name in enumerate(names):
        said = [row[at] for row in rows[1:] if at < len(row) and re.search(r"[^\W\d_]", row[at])]
        if not name and said:
            head = title(rows[0][at], []) if at < len(rows[0]) else ""
            yield Block("text", lines=(f"Spalte „{head}“: {' / '.join(said)}",), line=block.line)


def _column(head: str) -> str:
    """What a column says of questions: those that are called A, B and C offer an answer each."""
    return "offered" if re.fullmatch("[A-H]", head) else meaning(head, _COLUMNS)


def _of_row(row: Sequence[str], names: Sequence[str], block: Block) -> Block:
    said = [(name, cell) for name, cell in zip(names, row, strict=False) if name and cell]
    offered = [cell for name, cell in said if name == "offered"]
    lines = [f"{letter}) {cell}" for letter, cell in zip(LETTERS, offered, strict=False)]
    is_offering = [name for name, _ in said].count("answer") > 1
    for name, cell in said:
        if name not in ("question", "offered"):
            lines += [cell if is_offering and name == "answer" else f"**{_LABELS[name]}:** {cell}", ""]
            is_offering = is_offering and name != "answer"
    return Block("box", dict(said).get("question", ""), "question", lines=tuple(lines), line=block.line)


_LABELS = {
    "answer": "Antwort",
    "expects": "Prüfer erwarten",
    "points": "Stichpunkte",
    "follow_up": "Nachfrage",
    "about": "Themengebiet",
    "difficulty": "Schwierigkeit",
}


def _of_list(block: Block) -> list[Block]:
    """A question for each item, where all of them ask; one without an answer is followed by it."""
    parts = [_question_and_answer(item) for item in _paired(_items(block.lines))]
    asking = [first for first, _ in parts]
    answered = [any(map(str.strip, under)) for _, under in parts]
    is_one_of_questions = all(answered) or len(parts) == 1 or _is_numbered(block) or any(map(_is_marked, asking))
    if not is_one_of_questions or not all(asks(each) or sets_task(each) for each in asking):
        return []
    return [
        Block("box", first, "question", lines=tuple(under), line=block.line)
        if has_answer
        else Block("text", name="question", lines=(first,), line=block.line)
        for (first, under), has_answer in zip(parts, answered, strict=True)
    ]


def _question_and_answer(item: Sequence[str]) -> tuple[str, list[str]]:
    """The first line of an item, and what stands below it, or behind its question mark."""
    first = _CHECKBOX.sub("", item[0], count=1)
    match = None if _is_marked(first) or asks(first) else _INLINE.fullmatch(first)
    return (match[1], [match[2], *item[1:]]) if match else (first, list(item[1:]))


def _paired(items: Iterator[list[str]]) -> list[list[str]]:
    """Items, of which one that is called an answer, or is one of several, belongs to the one above it."""
    pairs: list[list[str]] = []
    for item in items:
        if pairs and labelled(item[0], {"answer": ANSWER["answer"]}):
            pairs[-1] += item
        elif pairs and _OFFERED.match(item[0]) and asks(pairs[-1][0]) and not _OFFERED.match(pairs[-1][0]):
            pairs[-1] += [f"- {item[0]}", *item[1:]]
        else:
            pairs.append(item)
    return pairs


def _is_numbered(block: Block) -> bool:
    return re.match(r"\s*[0-9]", block.lines[0]) is not None


def _items(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each item of the first level, without what marks and indents them."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    item: list[str] = []
    width = 0
    for line in lines:
        match = ITEM.fullmatch(line)
        if match and len(match[1]) <= margin:
            if item:
                yield item
            item, width = [match[2]], len(line) - len(match[2])
        else:
            inner = len(line) - len(line.lstrip())
            item.append(line[min(inner, width) :])
    if item:
        yield item


def _of_text(block: Block, following: Block, *, in_answer: bool) -> list[Block]:
    """A text for each line that asks; in an answer, bold ones do not. What stands before the first stays as it was."""
    behind = [*block.lines[1:], following.lines[0] if following.kind == "text" else ""]
    starts: list[int] = []
    goes_on = False
    for at, line in enumerate(block.lines):
        is_marked = _LABEL.fullmatch(line) if in_answer else _is_marked(line)
        if is_marked or (not goes_on and _is_answered(line, behind[at])):
            starts.append(at)
            goes_on = True
        goes_on = goes_on and "?" not in line
    if not starts:
        return []
    ends = [*starts[1:], len(block.lines)]
    before = [Block("text", lines=block.lines[: starts[0]], line=block.line)] if starts[0] else []
    parts = (block.lines[start:end] for start, end in zip(starts, ends, strict=True))
    return [*before, *(Block("text", name="question", lines=_joined(part), line=block.line) for part in parts)]


def _plain(block: Block, open_in: str) -> list[Block]:
    """A text for each line that is a question and nothing else, but not in the answer to one in another form."""
    if block.kind != "text" or open_in not in ("", "plain", "item"):
        return []
    starts = [at for at, line in enumerate(block.lines) if _PLAIN.fullmatch(line) or sets_task(line)]
    if not starts or starts[0]:
        return []
    parts = (block.lines[start:end] for start, end in zip(starts, [*starts[1:], len(block.lines)], strict=True))
    return [Block("text", name="question", text="plain", lines=part, line=block.line) for part in parts]


def _is_answered(line: str, behind: str) -> bool:
    found = labelled(behind, {"answer": ANSWER["answer"]})
    return line.strip(" *_").endswith("?") and found is not None


def _joined(lines: Sequence[str]) -> tuple[str, ...]:
    """A question that goes on in further lines is one."""
    said = [at for at, line in enumerate(lines) if labelled(line, ANSWER) or (at and _OFFERED.match(line))]
    is_whole = HINT.sub("", lines[0]).strip("* _").endswith("?")
    last = said[0] if said and not is_whole else 1
    return (" ".join(lines[:last]), *lines[last:])
