"""Markdown as a row of blocks, whichever program it was written for: headings, lists, boxes, tables, code, comments.

It knows what MkDocs, Marp and Slidev add to Markdown, and takes over nothing that it would have to guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Literal

Kind = Literal["heading", "fence", "box", "quote", "table", "list", "image", "rule", "comment", "footnote", "text"]


@dataclass(frozen=True)
class Block:
    """One piece. `text` is a heading's, a box's title, the code of a fence, what an image shows, a comment,
    or a rule as it stands.

    `name` is the language of a fence, the kind of a box, the address of an image. `lines` are those of a text, a
    quote, a list, a table, or within a box, without what marks them; of an image its title.
    """

    kind: Kind
    text: str = ""
    name: str = ""
    level: int = 0
    lines: tuple[str, ...] = ()
    line: int = 0
    """Where it begins in the text, from 1."""


FENCE = re.compile(r" {0,3}(`{3,}|~{3,}) *([^\s`{]*)(.*)")
_HEADING = re.compile(r" {0,3}(?:(#{2,6}) *|(#) +)([^#\s].*?)\s*#*\s*(?:\{[^{}]*\})?\s*")
_BOX = re.compile(r"(?:!!!|\?\?\?\+?) *([\w-]+)[\w -]*(?:[\"„“”«»‚](.*)[\"“”«»])?\s*")
_CALLOUT = re.compile(r"\s*\[!([\w-]+)\][+-]?\s+(\S.*?)\s*")
"""A box as Obsidian has it, with a title: without one it is a quote."""
_TAB = re.compile(r"===[+!]? +[\"„“](.*)[\"“”]\s*")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *")
_IMAGE = re.compile(r"\s*!\[([^\]]*)\]\(\s*<?([^\s)>]+)>?(?:\s+[\"'(]?([^)\"']*)[\"')]?[^)]*)?\)(?:\{[^{}]*\})?\s*")
_WIKI_IMAGE = re.compile(r"\s*!\[\[([^\]|]+)(?:\|[^\]]*)?\]\]\s*")
_HTML_BOX = re.compile(r"\s*<(details|aside)\b", re.IGNORECASE)
_CONTAINER = re.compile(r" {0,3}:{3,} *\{?\.?([\w-]+)[^}]*\}? *")
_CONTAINER_END = re.compile(r" {0,3}:{3,} *")
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]: *(.*)")
_SAID = ("notes", "speaker", "sprechtext", "notizen")
_BOXES = (*_SAID, "question", "faq", "help", "frage", "abstract", "summary", "tldr", "info", "quote", "note")
ITEM = re.compile(r"( *)(?:\\?[-*+]|[•·▪\uf0b7]|[–—](?= )|[o§\uf0a7](?=  )|[0-9]{1,3}[.)])\s+(\S.*)")
_DIVIDER = re.compile(r"[|:\s-]*-[|:\s-]*")
_SUMMARY = re.compile(r"<summary[^>]*>(.*?)</summary>", re.IGNORECASE | re.DOTALL)


def blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of some lines, in their order."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
            continue
        found, end = _block(lines, at)
        yield from (replace(each, line=at + 1) for each in found)
        at = end


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
        elif block.kind == "footnote":
            lines += [f"[^1]: {block.text}", ""]
        elif block.kind == "image":
            lines += [f"![{block.text}]({block.name})", ""]
        elif block.kind != "rule":
            lines += [*block.lines, ""]
    return lines


def _block(lines: Sequence[str], at: int) -> tuple[list[Block], int]:
    """What begins at a line, and the line behind it."""
    line = lines[at]
    if match := FENCE.fullmatch(line):
        return _fence(lines, at, match)
    if "<!--" in line:
        return _comment(lines, at)
    if match := _HEADING.fullmatch(line):
        return [Block("heading", match[3].strip(), level=len(match[1] or match[2]))], at + 1
    if _RULE.fullmatch(line):
        return [Block("rule", line.strip())], at + 1
    if match := _TAB.fullmatch(line):
        body, end = _indented(lines, at + 1)
        return [Block("heading", match[1], level=6), *blocks(body)], end
    if match := _BOX.fullmatch(line):
        body, end = _indented(lines, at + 1)
        return [Block("box", (match[2] or "").strip(), match[1].lower(), lines=tuple(body))], end
    if match := _HTML_BOX.match(line):
        return _details(lines, at, match[1].lower())
    if match := _CONTAINER.fullmatch(line):
        return _container(lines, at, match)
    if _CONTAINER_END.fullmatch(line):
        return [], at + 1
    if match := _FOOTNOTE.fullmatch(line):
        return [Block("footnote", match[1])], at + 1
    if match := _WIKI_IMAGE.fullmatch(line):
        return [Block("image", "", match[1].strip())], at + 1
    if match := _IMAGE.fullmatch(line):
        return [Block("image", match[1].strip(), match[2], lines=((match[3] or "").strip(),))], at + 1
    for kind, begins in (("quote", _is_quote), ("table", _is_row), ("list", _is_item)):
        if begins(line):
            return _GATHERERS[kind](lines, at)
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _interrupts(lines[end]):
        end += 1
    return [Block("text", lines=tuple(each.strip() for each in lines[at:end]))], end


def _interrupts(line: str) -> bool:
    """Whether a line ends a paragraph without a blank one before it."""
    patterns = (FENCE, _HEADING, _RULE, _TAB, _BOX, _IMAGE, _WIKI_IMAGE, _CONTAINER, _CONTAINER_END, _FOOTNOTE)
    starts = _is_quote(line) or _is_row(line) or _is_item(line) or "<!--" in line
    return starts or any(pattern.fullmatch(line) for pattern in patterns)


def _fence(lines: Sequence[str], at: int, match: re.Match[str]) -> tuple[list[Block], int]:
    """A fence that nothing closes goes to the end."""
    mark, end = match[1], at + 1
    while end < len(lines) and not re.fullmatch(rf" {{0,3}}{mark[0]}{{{len(mark)},}}\s*", lines[end]):
        end += 1
    margin = len(lines[at]) - len(lines[at].lstrip())
    code = "\n".join(line[min(margin, len(line) - len(line.lstrip())) :] for line in lines[at + 1 : end]).rstrip()
    return [Block("fence", code, match[2].lower(), lines=(match[3].strip(),))], end + 1


def _comment(lines: Sequence[str], at: int) -> tuple[list[Block], int]:
    """A comment, and what stands before and behind it on its lines."""
    before, _, first = lines[at].partition("<!--")
    end, inner = at + 1, [first]
    while "-->" not in inner[-1] and end < len(lines):
        inner.append(lines[end])
        end += 1
    inner[-1], _, behind = inner[-1].partition("-->")
    comment = Block("comment", "\n".join(inner).strip())
    if len(inner) == 1 and re.match(r" {0,3}#", before):
        return [*blocks([before.rstrip() + " " + behind.strip()]), comment], end
    return [*blocks([before]), comment, *blocks([behind])], end


def _details(lines: Sequence[str], at: int, tag: str) -> tuple[list[Block], int]:
    """A box in HTML: one that opens, or one beside the text, as presentations have for what is said."""
    end = at
    while end < len(lines) and f"</{tag}>" not in lines[end].lower():
        end += 1
    text = "\n".join(lines[at : end + 1])
    summary = _SUMMARY.search(text)
    body = re.sub(rf"</?{tag}[^>]*>", "", _SUMMARY.sub("", text), flags=re.IGNORECASE)
    title = " ".join(unescape(re.sub("<[^>]*>", "", summary[1])).split()) if summary else ""
    name = "notes" if tag == "aside" and "notes" in lines[at] else ""
    return [Block("box", title or name, tag, lines=tuple(body.strip("\n").split("\n")))], end + 1


def _container(lines: Sequence[str], at: int, match: re.Match[str]) -> tuple[list[Block], int]:
    """A box between colons, as Pandoc has it; those that only arrange or animate what they hold are none."""
    end, depth = at, 0
    while end < len(lines):
        depth += 1 if _CONTAINER.fullmatch(lines[end]) else -1 if _CONTAINER_END.fullmatch(lines[end]) else 0
        if not depth:
            break
        end += 1
    name, body = match[1].lower(), lines[at + 1 : end]
    if name not in _BOXES:
        return list(blocks(body)), end + 1
    return [Block("box", name if name in _SAID else "", name, lines=tuple(body))], end + 1


def _indented(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """What stands further in than the margin, without that; blank lines among it too."""
    end = at
    while end < len(lines) and (not lines[end].strip() or lines[end].startswith("  ")):
        end += 1
    body = list(lines[at:end])
    while body and not body[-1].strip():
        body.pop()
    width = min((len(each) - len(each.lstrip()) for each in body if each.strip()), default=0)
    return [each[min(width, 4) :] for each in body], end


def _is_quote(line: str) -> bool:
    return line.lstrip().startswith(">")


def _quote(lines: Sequence[str], at: int) -> tuple[list[Block], int]:
    end = at
    while end < len(lines) and _is_quote(lines[end]):
        end += 1
    first, *body = (re.sub(r"^(?:\s*> ?)+", "", each) for each in lines[at:end])
    callout = _CALLOUT.fullmatch(first)
    if callout:
        return [Block("box", callout[2], callout[1].lower(), lines=tuple(body))], end
    return [Block("quote", lines=(first, *body))], end


def _is_row(line: str) -> bool:
    return line.lstrip().startswith("|") and line.count("|") > 1


def _table(lines: Sequence[str], at: int) -> tuple[list[Block], int]:
    end = at
    while end < len(lines) and _is_row(lines[end]):
        end += 1
    rows = (each.strip() for each in lines[at:end])
    return [Block("table", lines=tuple(row for row in rows if not _DIVIDER.fullmatch(row)))], end


def _is_item(line: str) -> bool:
    return ITEM.fullmatch(line) is not None


def _list(lines: Sequence[str], at: int) -> tuple[list[Block], int]:
    """Items, what continues them further in, and blank lines between them."""
    end, kept = at, list[str]()
    while end < len(lines):
        line = lines[end]
        if not line.strip():
            while end < len(lines) and not lines[end].strip():
                end += 1
            following = lines[end] if end < len(lines) else ""
            if not (_is_item(following) and not _RULE.fullmatch(following)) and not following.startswith("  "):
                break
            continue
        if (_RULE.fullmatch(line) or not (_is_item(line) or line.startswith(" "))) or FENCE.fullmatch(line):
            break
        kept.append(line)
        end += 1
    return [Block("list", lines=tuple(kept))], max(end, at + 1)


_GATHERERS = {"quote": _quote, "table": _table, "list": _list}


def cells(row: str) -> list[str]:
    """The cells of a line with bars."""
    inner = re.sub(r"(?<!\\)\|$", "", row.strip().removeprefix("|"))
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]
