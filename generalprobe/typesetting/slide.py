"""A slide → how large it can be set and what is too much on it: the measures of docs/stylesheets/slide.css, in numbers.

All lengths are pixels on a slide that is 960 wide; of its height of 540 the foot takes a part. A slide is set in the
largest of three densities in which all of it fits; what is left over in the smallest is too much. Which layout a slide
has follows from what stands on it, here as there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Any, Generic, Literal, TypeVar

from generalprobe.format.case_study import (
    AnyArtifact,
    Bullet,
    Code,
    Diagram,
    Placeholder,
    Quote,
    Slide,
    Table,
)
from generalprobe.typesetting.lines import Pieces, lines, pieces, plain_pieces
from generalprobe.typesetting.tables import width

T = TypeVar("T")
Density = Literal["", "dense", "packed", "overfull"]

_CQW = 9.6
_INNER, _HEIGHT = 958.0, 538.0
_SIDE, _TOP, _UNDER, _GAP = 4.4 * _CQW, 4.4 * _CQW, 1.4 * _CQW, 3 * _CQW
_LEAST_BESIDE, _MOST_BESIDE = 30 * _CQW, 49 * _CQW
_FOOT = (0.9 + 1.1 + 1.3 * 1.7) * _CQW + 1
_HEADLINE_LINE, _UNDER_HEADLINE, _UNDER_STATEMENT = 1.16, 2.2 * _CQW, 2.4 * _CQW
_UNDER_TITLE, _UNDER_TITLE_TEXT = 1.04, 3 * _CQW
_LINE, _BETWEEN, _INDENT = 1.28, 0.42, 1.0
_SUB, _SUB_ABOVE, _SUB_BETWEEN = 0.84, 0.2, 0.12
_TABLE, _TABLE_LINE, _CELL_ABOVE, _CELL_RIGHT = 0.84, 1.3, 0.36, 0.8
_CODE, _CODE_LINE, _CODE_ABOVE, _CODE_SIDE = 0.68, 1.4, 1.4 * _CQW + 1, 1.6 * _CQW + 1
_QUOTE, _QUOTE_ALONE, _QUOTE_LINE = 1.2, 1.62, 1.34
_CAPTION, _CAPTION_LINE, _CAPTION_GAP = 1.75 * _CQW, 1.3, 1.1 * _CQW
_PANE, _PANE_PADDING, _QUOTE_PADDING, _PANE_SIDE = 48 * _CQW, 1.8 * _CQW, 3.4 * _CQW, 2.4 * _CQW
_ALONE_ABOVE, _ALONE_SIDE = 1.6 * _CQW, 2.4 * _CQW
_MOST_HEADLINE_LINES = 3
_LEAST_PICTURE = 200.0
_USUAL_CHARACTER = 0.55
_NOTHING = Pieces.of((), ())
_TABULAR = (Table, Code)


@dataclass(frozen=True, slots=True)
class Step:
    """How large a slide is set: text beside something or on a title, text alone, headline, headline of a title."""

    density: Density
    beside: float
    alone: float
    headline: float
    display: float


STEPS = (
    Step("", 3.1 * _CQW, 3.6 * _CQW, 4.6 * _CQW, 6.2 * _CQW),
    Step("dense", 2.75 * _CQW, 3.1 * _CQW, 4.2 * _CQW, 5.4 * _CQW),
    Step("packed", 2.5 * _CQW, 2.5 * _CQW, 3.9 * _CQW, 4.6 * _CQW),
)


@dataclass(frozen=True, slots=True)
class Excess:
    """What is too much on a slide: in lines and about so many characters, or in characters beside each other."""

    part: Literal["headline", "bullets", "artifact"]
    lines: int = 0
    characters: int = 0
    too_wide: bool = False


@lru_cache(maxsize=65_536)
def density(slide: Slide, *, first: bool = False) -> Density:
    """The largest in which the slide fits, or that it fits in none; `first` is a talk's title.

    Remembered: page and talk ask for the same.
    """
    step = _step(slide, first)
    fits = step is not STEPS[-1] or not any(Layout(slide, step, first).excesses())
    return step.density if fits else "overfull"


def excesses(slide: Slide, *, first: bool = False) -> list[Excess]:
    """What does not fit in the smallest density."""
    return list(Layout(slide, STEPS[-1], first).excesses())


def picture_room(slide: Slide) -> tuple[float, float]:
    """Width and height that a picture or diagram has on its slide, without captions, in pixels."""
    return layout(slide).picture()


def layout(slide: Slide, *, first: bool = False) -> Layout:
    """How the slide is set in its density, for whoever draws it."""
    return Layout(slide, _step(slide, first), first)


def _step(slide: Slide, first: bool) -> Step:
    return next((step for step in STEPS[:-1] if not any(Layout(slide, step, first).excesses())), STEPS[-1])


class once(Generic[T]):  # noqa: N801
    """`functools.cached_property` without a lock, which before Python 3.12 takes longer than what is reckoned here."""

    def __init__(self, reckon: Callable[[Any], T]) -> None:
        self.reckon, self.name = reckon, reckon.__name__

    def __get__(self, layout: Any, owner: type) -> T:
        value = layout.__dict__[self.name] = self.reckon(layout)
        return value


class Layout:
    """A slide in one of the densities, each length reckoned once."""

    def __init__(self, slide: Slide, step: Step, first: bool) -> None:
        artifact = slide.artifact
        self.slide, self.step, self.first = slide, step, first
        self.alone = not slide.bullets
        """Whether the artifact has the whole slide."""
        self.tabular = isinstance(artifact, _TABULAR)
        """Whether it is a table or code."""
        self.paned = bool(slide.bullets) and artifact is not None and not self.tabular
        """Whether it stands in a pane beside the bullets."""
        self.display = artifact is None and (first or len(slide.bullets) < 2)
        """Whether the slide is a title or a statement."""
        self.text = step.beside if artifact or first else step.alone
        """Size of the bullets."""
        self.headline = step.display if self.display else step.headline
        """Size of the headline."""

    def excesses(self) -> Iterator[Excess]:
        """What does not fit."""
        text, artifact = self.text, self.slide.artifact
        count = self.headline_lines
        if count > _MOST_HEADLINE_LINES:
            more = count - _MOST_HEADLINE_LINES
            yield Excess("headline", more, self.characters(more, self.headline_room, self.headline))
            return
        over = self.bullets_height - self.text_room
        if over > 0:
            more = ceil(over / (text * _LINE))
            yield Excess("bullets", more, self.characters(more, self.text_width - _INDENT * text, text))
        if artifact:
            yield from self.of_artifact(artifact)

    @staticmethod
    def characters(count: int, room: float, size: float) -> int:
        """About so many stand in some lines, in tens."""
        return max(1, round(count * room / size / _USUAL_CHARACTER / 10)) * 10

    # The text

    @once
    def headline_room(self) -> float:
        """Width that the headline has."""
        return _INNER - _PANE - _SIDE - _PANE_SIDE if self.paned else _INNER - 2 * _SIDE

    @once
    def text_width(self) -> float:
        """Width that the bullets have."""
        if self.paned or not self.slide.artifact:
            return self.headline_room
        return self.headline_room - _GAP - self.artifact_width

    @once
    def headline_lines(self) -> int:
        """Of the headline."""
        return lines(plain_pieces(self.slide.headline, "serif"), self.headline_room / self.headline)

    @once
    def headline_height(self) -> float:
        """Of the headline, with the room below it."""
        below = _UNDER_HEADLINE
        if self.display:
            below = _UNDER_TITLE * self.headline if self.first else _UNDER_STATEMENT
        return self.headline_lines * self.headline * _HEADLINE_LINE + below

    @once
    def text_room(self) -> float:
        """Height that is left for the bullets."""
        under = _UNDER_TITLE_TEXT if self.display and self.first else _UNDER
        return _HEIGHT - _TOP - self.headline_height - under - _FOOT

    @once
    def bullets_height(self) -> float:
        """Of all bullets."""
        text = self.text
        indent = 0.0 if self.display else _INDENT
        heights = [self.bullet_height(bullet, self.text_width - indent * text) for bullet in self.slide.bullets]
        return sum(heights) + max(0, len(heights) - 1) * _BETWEEN * text

    def bullet_height(self, bullet: Bullet, room: float) -> float:
        """Of a bullet with those below it."""
        text, sub = self.text, self.text * _SUB
        height = lines(pieces(bullet.text), room / text) * text * _LINE
        if not bullet.bullets:
            return height
        below = [lines(pieces(each), (room - sub) / sub) * sub * _LINE for each in bullet.bullets]
        return height + _SUB_ABOVE * sub + sum(below) + (len(below) - 1) * _SUB_BETWEEN * sub

    # The artifact

    @once
    def artifact_width(self) -> float:
        """Width that it has."""
        if self.paned:
            padding = _QUOTE_PADDING if isinstance(self.slide.artifact, Quote) else _PANE_PADDING
            return _PANE - 1 - 2 * padding
        if self.alone:
            return _INNER - 2 * (_SIDE if isinstance(self.slide.artifact, Table | Code | Quote) else _ALONE_SIDE)
        return min(max(self.wanted_width, _LEAST_BESIDE), _MOST_BESIDE)

    @once
    def wanted_width(self) -> float:
        """What a table or code would need, so that none of its lines is broken."""
        match self.slide.artifact:
            case Table() as table:
                _, most = self.needs(table)
                return (sum(most) + (len(most) - 1) * _CELL_RIGHT) * self.table_size
            case Code(code=code):
                widest = max(map(len, code.split("\n")))
                return widest * width(" ", "code") * self.text * _CODE + 2 * _CODE_SIDE
            case _:
                return 0.0

    @once
    def artifact_room(self) -> float:
        """The height that it has, its captions taken off."""
        if self.paned:
            padding = _QUOTE_PADDING if isinstance(self.slide.artifact, Quote) else _PANE_PADDING
            room = _HEIGHT - _FOOT - 2 * padding
        elif self.alone and not self.tabular:
            room = _HEIGHT - _TOP - self.headline_height - 1 - 2 * _ALONE_ABOVE - _FOOT
        else:
            room = self.text_room
        return room - self.captions_height

    @once
    def captions_height(self) -> float:
        """Of what stands below it."""
        count = sum(lines(caption, self.artifact_width / _CAPTION) for caption in self.captions())
        return count * _CAPTION * _CAPTION_LINE + (_CAPTION_GAP if count else 0)

    def captions(self) -> Iterator[Pieces]:
        """What stands below it."""
        artifact = self.slide.artifact
        if isinstance(artifact, Quote) and artifact.source:
            yield pieces(f"— {artifact.source}")
        if artifact and artifact.caption:
            yield pieces(artifact.caption)
        if isinstance(artifact, Diagram):
            yield plain_pieces("Diagramm als Text", "sans")

    def picture(self) -> tuple[float, float]:
        """Width and height that a picture has."""
        return self.artifact_width, self.artifact_room

    def of_artifact(self, artifact: AnyArtifact) -> Iterator[Excess]:
        """What of it does not fit."""
        match artifact:
            case Table():
                yield from self.of_table(artifact)
            case Code():
                yield from self.of_code(artifact)
            case Quote():
                size = self.text * (_QUOTE_ALONE if self.alone else _QUOTE)
                yield from self.of_text(pieces(f"„{artifact.text}“", "italic"), size, _QUOTE_LINE, 0)
            case Placeholder():
                size = self.text
                yield from self.of_text(pieces(artifact.description), size, _LINE, 4.5 * size)
            case _:  # A picture: it becomes smaller, but not for its caption.
                over = _LEAST_PICTURE - self.artifact_room
                if over > 0:
                    count = ceil(over / (_CAPTION * _CAPTION_LINE))
                    yield Excess("artifact", count, self.characters(count, self.artifact_width, _CAPTION))

    def of_text(self, text: Pieces, size: float, line: float, more: float) -> Iterator[Excess]:
        """What of a text in its place does not fit."""
        room = self.artifact_width
        over = lines(text, room / size) * size * line + more - self.artifact_room
        if over > 0:
            count = ceil(over / (size * line))
            yield Excess("artifact", count, self.characters(count, room, size))

    def of_code(self, code: Code) -> Iterator[Excess]:
        """What of code does not fit."""
        size = self.text * _CODE
        written = code.code.rstrip("\n").split("\n")
        room = int((self.artifact_width - 2 * _CODE_SIDE) / size / width(" ", "code") + 0.01)
        widest = max(map(len, written))
        if widest > room:
            yield Excess("artifact", characters=widest - room, too_wide=True)
        over = len(written) * size * _CODE_LINE + 2 * _CODE_ABOVE - self.artifact_room
        if over > 0:
            yield Excess("artifact", ceil(over / (size * _CODE_LINE)))

    @property
    def table_size(self) -> float:
        """Size of the type in a table."""
        return self.text * (1 if self.alone else _TABLE)

    @staticmethod
    @lru_cache(maxsize=64)
    def columns(table: Table) -> list[tuple[Pieces, ...]]:
        """The cells by columns, each with its head; what a row has too few or too many of is empty or left out."""
        rows = [[pieces(cell) for cell in row] for row in table.rows]
        heads = [pieces(column, "bold") for column in table.columns]
        filled = [[*row, *[_NOTHING] * len(heads)][: len(heads)] for row in rows]
        return list(zip(heads, *filled, strict=True))

    @staticmethod
    @lru_cache(maxsize=64)
    def needs(table: Table) -> tuple[list[float], list[float]]:
        """The least width that each column needs, and the most; in parts of the size of the type."""
        columns = Layout.columns(table)
        least = [max(cell.longest for cell in column) for column in columns]
        return least, [max(cell.whole for cell in column) for column in columns]

    def of_table(self, table: Table) -> Iterator[Excess]:
        """What of a table does not fit."""
        room, least, _ = self.columns_room(table)
        if sum(least) > room:
            over = ceil((sum(least) - room) / _USUAL_CHARACTER)
            yield Excess("artifact", characters=over, too_wide=True)
            return
        over_px = sum(self.row_heights(table)) + 2 - self.artifact_room
        if over_px > 0:
            yield Excess("artifact", ceil(over_px / (self.table_size * _TABLE_LINE)))

    def columns_room(self, table: Table) -> tuple[float, list[float], list[float]]:
        """What the columns share, the least that each needs, and the most; in parts of the size of the type."""
        return self.artifact_width / self.table_size - (len(table.columns) - 1) * _CELL_RIGHT, *self.needs(table)

    def column_widths(self, table: Table) -> list[float]:
        """Of the text in each, in parts of the size of the type."""
        room, least, most = self.columns_room(table)
        return _shared(least, most, room)

    def row_lines(self, table: Table) -> list[int]:
        """Of the head and every row."""
        widths, rows = self.column_widths(table), zip(*self.columns(table), strict=True)
        return [max(lines(cell, wide) for cell, wide in zip(row, widths, strict=True)) for row in rows]

    def row_heights(self, table: Table) -> list[float]:
        """Of the head and every row, the rule below included."""
        size = self.table_size
        return [each * size * _TABLE_LINE + 2 * _CELL_ABOVE * size + 1 for each in self.row_lines(table)]


def _shared(least: list[float], most: list[float], room: float) -> list[float]:
    """The widths of a table's columns, as browsers share them out: each at least its widest piece, if there is room."""
    if sum(most) <= room:
        return most
    if sum(least) >= room:
        return [low * room / sum(least) for low in least]
    spread = (room - sum(least)) / (sum(most) - sum(least))
    return [low + (high - low) * spread for low, high in zip(least, most, strict=True)]
