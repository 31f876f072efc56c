"""Whether diagrams can be drawn: those of talks, which must be readable on their slides, and those of written pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from generalprobe.drawing import Drawing, Fault, draw, fenced_diagrams, know_drawn
from generalprobe.format.case_study import CaseStudy, Diagram, Slide
from generalprobe.format.fields import Model
from generalprobe.memory import Memory
from generalprobe.problems import Finding, Problem
from generalprobe.reading.source import Source

SMALLEST = 16
"""Letters on a slide that is 960 pixels wide are at least so large, in pixels."""


def check_diagrams(case_study: CaseStudy) -> Iterator[Finding]:
    """Find diagrams that cannot be drawn, with their line, and those that would be too small."""
    for index, slide in enumerate(case_study.slides):
        if isinstance(slide.artifact, Diagram):
            path = ("slides", index, "artifact", "source")
            match draw(slide.artifact.source):
                case Fault() as fault:
                    yield Finding(fault.code, path, fault.message, fault.hint, words=fault.words)
                case Drawing() as drawing if (over := _percent_over(drawing, slide)) > 0:
                    message = f"Das Diagramm auf Folie {index + 1} ist {over} % zu groß, um lesbar zu sein"
                    yield Finding("DIAGRAMM04", path, message)


def drawn_in(model: Model) -> dict[str, Drawing]:
    """The diagrams of a talk that can be drawn, by their sources."""
    artifacts = [slide.artifact for slide in model.slides] if isinstance(model, CaseStudy) else []
    drawn = {each.source: draw(each.source) for each in artifacts if isinstance(each, Diagram)}
    return {source: drawing for source, drawing in drawn.items() if isinstance(drawing, Drawing)}


def _percent_over(drawing: Drawing, slide: Slide) -> int:
    """By how much a drawing is too wide or too high for its smallest letters to be large enough."""
    from generalprobe.typesetting import picture_room  # takes long to load

    width, height = picture_room(slide)
    scale = min(width / drawing.width, height / drawing.height)
    return round(100 * (SMALLEST / drawing.letters / scale - 1)) if scale > 0 else 100


def know_written(written: Iterable[str], memory: Memory) -> None:
    """Take over the drawings that the memory has of the diagrams of written pages; those it has not, it gets."""
    for text in written:
        if "mermaid" in text:
            key = memory.key("drawn", text)
            if memory.recall(key, _revived) is None:
                memory.keep(key, json.dumps(_drawn_on(text)))
            know_drawn(memory.recall(key, _revived) or {})


def _drawn_on(text: str) -> dict[str, Any]:
    drawn = {source: draw(source) for _, source in fenced_diagrams(text)}
    return {source: asdict(drawing) for source, drawing in drawn.items() if isinstance(drawing, Drawing)}


def _revived(kept: str) -> dict[str, Drawing]:
    return {source: Drawing.revived(drawing) for source, drawing in json.loads(kept).items()}


def written_diagrams(written: Mapping[str, str]) -> list[Problem]:
    """The problems of the diagrams of written pages, whose texts come by their paths below docs/."""
    sources = [Source(f"docs/{path}", text) for path, text in written.items()]
    for source in sources:
        report_diagrams(source)
    return sorted(problem for source in sources for problem in source.problems)


def report_diagrams(source: Source) -> None:
    """Report to the source of a written page the diagrams on it that cannot be drawn."""
    if "mermaid" not in source.text:
        return
    lines = source.text.split("\n")
    for first, diagram in fenced_diagrams(source.text):
        drawn = draw(diagram)
        if isinstance(drawn, Fault):
            line = min(first + max(drawn.line, 1) - 1, len(lines))
            column = lines[line - 1].find(drawn.words) + 1
            width = max(len(drawn.words), 1)
            source.report("SEITE05", line, column, drawn.message, drawn.hint, width=width)
