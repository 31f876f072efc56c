"""Blocks of Markdown as one slide of a talk: bullets on two levels, what it shows, what is said to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generalprobe.format.case_study import AnyArtifact, Bullet, Code, Diagram, Image, Placeholder, Quote, Table
from generalprobe.format.duration import Duration
from generalprobe.format.wording import shorten
from generalprobe.importing.blocks import ITEM, Block, blocks, cells
from generalprobe.importing.losses import LOST, Loss, losses_of
from generalprobe.importing.outline import Asked, OutlineSlide
from generalprobe.importing.shapes import MOST_COLUMNS, MOST_ROWS, described
from generalprobe.importing.wording import inline, title, unquoted

_CHECKBOX = re.compile(r"\[[ xX]\]\s+")
_DEEPER = {"o": 2, "§": 4, "\uf0a7": 4}
"""By how much what is copied from Word stands further in than its sign."""
_CALLOUT = re.compile(r"\s*\[![\w-]+\][+-]?\s*")
_SOURCE = re.compile(r"(?:[–—-]|<cite>)\s*(\S.*?)(?:</cite>)?")
_STEPS = re.compile(r"\{[^}]*\d[^}]*\}")


@dataclass
class SlideText:
    """A slide as it comes together, and the names of what was lost of it."""

    title: str = ""
    headline: str = ""
    notes: list[str] = field(default_factory=list)
    time: Duration | None = None
    demo: Duration = field(default_factory=lambda: Duration(0))
    lost: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Texts that have no place on a slide of ours."""
    guessed: bool = False
    asked: list[Asked] = field(default_factory=list)
    """Questions with answers that stand in place of what a slide shows: then it is none."""
    _bullets: list[tuple[str, list[str]]] = field(default_factory=list)
    _artifacts: list[AnyArtifact] = field(default_factory=list)

    def outline(self, number: int) -> OutlineSlide:
        """The slide: of several things to show the first that is no placeholder."""
        artifact = min(self._artifacts, key=lambda each: each.kind == "placeholder", default=None)
        return OutlineSlide(
            title=self.title or self.headline,
            headline=self.headline or self.title,
            bullets=tuple(Bullet(text=text, bullets=tuple(under)) for text, under in self._bullets),
            artifact=artifact,
            notes="\n\n".join(filter(None, self.notes)),
            time=self.time,
            demo=self.demo,
            number=number,
            guessed=self.guessed,
        )

    def called(self, number: int) -> str:
        """What it is called as the slide with that number."""
        name = self.title or self.headline
        return f"Folie {number} („{shorten(name)}“)" if name else f"Folie {number}"

    def losses(self, number: int) -> list[Loss]:
        """What was lost of it, as the slide with that number."""
        place = self.called(number)
        real = [each for each in self._artifacts if each.kind != "placeholder"] or self._artifacts
        further = ", ".join(map(_named, real[1:]))
        return [
            *losses_of(place, self.lost),
            *([Loss(place, f"{LOST['further-shown']}: {further}")] if further else []),
            *(Loss(place, f"{LOST['unread']}: „{said}“") for said in self.unread),
        ]

    def add_bullet(self, text: str, level: int = 0) -> None:
        """A bullet, below the last one where its level is not 0."""
        said = inline(_CHECKBOX.sub("", text), self.lost)
        if not said:
            return
        if level and self._bullets:
            self._bullets[-1][1].append(said)
        else:
            self._bullets.append((said, []))

    def bullet_texts(self) -> list[str]:
        """All bullets, of both levels."""
        return [text for said, under in self._bullets for text in (said, *under)]

    def take_first_bullet(self) -> str:
        """The first bullet as a title, where the slide has none; what stood below it moves up."""
        if not self._bullets:
            return ""
        said, under = self._bullets.pop(0)
        self._bullets[:0] = [(text, []) for text in under]
        self.guessed = True
        return title(said, self.lost)

    def add_list(self, lines: Sequence[str]) -> None:
        """A list, whatever its levels are indented by."""
        for level, text in items(lines):
            if level > 1:
                self.lost.append("deep")
            self.add_bullet(text, level)

    def show(self, block: Block) -> None:
        """A table, code, a diagram, a quote or an image."""
        if block.kind == "table":
            self._show_table(block.lines)
        elif block.kind == "fence":
            self._show_code(block)
        elif block.kind == "image":
            self._show_image(block)
        elif block.kind == "quote":
            self._show_quote(block.lines)

    def place(self, lines: Iterable[str]) -> None:
        """Something to show that is not there yet."""
        text = " / ".join(filter(None, (inline(_unbracketed(line), self.lost) for line in lines)))
        if text:
            self._artifacts.append(Placeholder(kind="placeholder", description=text))

    def say(self, lines: Sequence[str]) -> None:
        """Something that is said."""
        self.notes.append(unquoted(prose(lines, self.lost)))

    def _show_image(self, block: Block) -> None:
        """What it shows, and its title as caption; where only one of the two is there, that says what it shows."""
        alt, caption = described(title(block.text, self.lost)), title(" ".join(block.lines), self.lost)
        caption = "" if caption == alt else caption
        image = Image.model_construct(kind="image", src=block.name, alt=alt or caption, caption=caption if alt else "")
        self._artifacts.append(image)

    def _show_table(self, lines: Sequence[str]) -> None:
        every = [[inline(cell, self.lost) for cell in cells(line)] for line in lines]
        if len(every) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in every):
            self.lost.append("wide")
        rows = [row[:MOST_COLUMNS] for row in every[:MOST_ROWS]]
        if not rows:
            return
        width = max(map(len, rows))
        columns, *others = [(*row, *[""] * (width - len(row))) for row in rows]
        named = tuple(name or f"Spalte {number}" for number, name in enumerate(columns, start=1))
        self._artifacts.append(Table(kind="table", columns=named, rows=tuple(others) or (("",) * width,)))

    def _show_code(self, block: Block) -> None:
        if not block.text.strip():
            return
        if any(map(_STEPS.search, block.lines)):
            self.lost.append("click")
        if block.name == "mermaid":
            about = f"Diagramm zu „{self.headline or self.title}“" if self.headline or self.title else "Diagramm"
            self._artifacts.append(Diagram(kind="diagram", source=block.text, description=about))
        else:
            self._artifacts.append(Code(kind="code", language=block.name or "text", code=block.text))

    def _show_quote(self, lines: Sequence[str]) -> None:
        said = [line.strip() for line in lines if line.strip() and not _CALLOUT.fullmatch(line)]
        source = _SOURCE.fullmatch(said[-1]) if len(said) > 1 else None
        text = unquoted(inline(" ".join(said[:-1] if source else said), self.lost))
        if text:
            who = inline(source[1], self.lost) if source else ""
            self._artifacts.append(Quote(kind="quote", text=text, source=who))


def _named(artifact: AnyArtifact) -> str:
    """What something to show is, and which of several."""
    if isinstance(artifact, Table):
        return f"Tabelle ({len(artifact.rows) + 1} × {len(artifact.columns)})"
    if isinstance(artifact, Code):
        return f"Code „{shorten(artifact.code)}“"
    if isinstance(artifact, Diagram):
        return "Diagramm"
    if isinstance(artifact, Image):
        return f"Bild „{shorten(artifact.alt or artifact.src)}“"
    return f"Zitat „{shorten(artifact.text)}“" if isinstance(artifact, Quote) else f"„{shorten(artifact.description)}“"


def items(lines: Sequence[str]) -> list[tuple[int, str]]:
    """The items of a list with their levels from 0; lines that continue one are joined to it."""
    found: list[tuple[int, str]] = []
    indents: list[int] = []
    for line in lines:
        match = ITEM.fullmatch(line)
        if not match:
            if found:
                found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
            continue
        indent = len(match[1]) + _DEEPER.get(line.lstrip()[0], 0)
        while indents and indents[-1] > indent:
            indents.pop()
        if not indents or indent > indents[-1] + 1:
            indents.append(indent)
        found.append((len(indents) - 1, match[2]))
    return found


def prose(lines: Sequence[str], lost: list[str]) -> str:
    """Blocks as paragraphs, lists and code: the Markdown of notes and answers."""
    return "\n\n".join(filter(None, (_prose(block, lost) for block in blocks(lines))))


def _prose(block: Block, lost: list[str]) -> str:
    if block.kind == "text":
        return inline(" ".join(block.lines), lost)
    if block.kind == "list":
        numbered = re.match(r"\s*[0-9]", block.lines[0]) is not None
        return _list(items(block.lines), lost, numbered=numbered)
    if block.kind == "quote":
        return prose(block.lines, lost)
    if block.kind == "fence":
        fence = "````" if "```" in block.text else "```"
        return f"{fence}{block.name}\n{block.text}\n{fence}"
    if block.kind == "heading":
        lost.append("heading")
        return f"**{title(block.text, lost)}**"
    if block.kind == "box":
        about = title(block.text, lost)
        return "\n\n".join(filter(None, (f"**{about}**" if about else "", prose(block.lines, lost))))
    if block.kind == "table":
        lost.append("table-listed")
        return _rows(block.lines, lost)
    lost += {"image": ["picture-inline"], "comment": ["comment"], "footnote": ["footnote"]}.get(block.kind, [])
    return title(block.text, lost) if block.kind == "image" else ""


def _list(found: Sequence[tuple[int, str]], lost: list[str], *, numbered: bool) -> str:
    lines, number = [], 0
    for level, text in found:
        number += level == 0
        mark = f"{number}." if numbered and not level else "-"
        lines.append(f"{'    ' * min(level, 1)}{mark} {inline(text, lost)}")
    return "\n".join(lines)


def _rows(lines: Sequence[str], lost: list[str]) -> str:
    """A table as a list, its head in bold: what stands in the first column, and the rest."""
    rows = [[inline(cell, lost) for cell in cells(line)] for line in lines] or [[""]]
    head, *said = [f"{row[0]}: {', '.join(filter(None, row[1:]))}".rstrip(": ") for row in rows]
    return "\n".join(f"- {each}" for each in [f"**{head.replace('**', '')}**", *said])


def _unbracketed(text: str) -> str:
    match = re.fullmatch(r"\s*\[([^\[\]]*)\]\s*", text)
    return match[1] if match else text
