"""The same slide, question or talk twice: copied to be changed, and forgotten."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any

from generalprobe.format.case_study import CaseStudy, Slide
from generalprobe.format.questions import AnyQuestion, OpenQuestion, QuestionBank
from generalprobe.problems import Finding, Path
from generalprobe.reading.project import Entry

_NOT_SHOWN = frozenset({"title", "id", "formerly", "time"})


def check_slides_twice(slides: Sequence[Slide]) -> Iterator[Finding]:
    """Find slides that show and say what an earlier one does."""
    first: dict[Hashable, int] = {}
    for index, slide in enumerate(map(_content, slides)):
        if slide in first:
            message = f"Folie {index + 1} zeigt und sagt dasselbe wie Folie {first[slide] + 1}"
            yield Finding("FOLIE06", ("slides", index), message, at_key=True)
        first.setdefault(slide, index)


def check_doubles(entries: Iterable[Entry[Any]]) -> dict[str, list[Finding]]:
    """Find talks and questions that stand in the files a second time; by file."""
    findings: dict[str, list[Finding]] = defaultdict(list)
    first: dict[Hashable, tuple[str, str]] = {}
    for entry in entries:
        for content, code, path, name in _contents(entry):
            if content in first:
                file, other = first[content]
                where = "" if file == entry.file else f" in {file}"
                findings[entry.file].append(Finding(code, path, f"{name} ist dasselbe wie {other}{where}"))
            first.setdefault(content, (entry.file, name))
    return findings


def _contents(entry: Entry[Any]) -> Iterator[tuple[Hashable, str, Path, str]]:
    """What must not stand anywhere twice, the rule that says so, its place and its name."""
    model = entry.model
    if isinstance(model, CaseStudy) and model.slides:
        yield tuple(map(_content, model.slides)), "VORTRAG01", ("title",), f"„{model.title}“"
    if isinstance(model, CaseStudy | QuestionBank):
        for index, question in enumerate(model.questions):
            yield _asked(entry, question), "FRAGE11", ("questions", index, "question"), f"Frage {index + 1}"


def _content(slide: Slide) -> Hashable:
    """What a slide shows and says, whatever it is called and however long it takes."""
    return tuple(value for name, value in vars(slide).items() if name not in _NOT_SHOWN)


def _asked(entry: Entry[Any], question: AnyQuestion) -> Hashable:
    """What a question asks: an open one by its words in its file, one to be solved by its answers too, anywhere."""
    words = " ".join(question.question.casefold().split()).rstrip(" ?.!")
    if isinstance(question, OpenQuestion):
        return entry.file, words
    same = {"id": "", "topic": "", "difficulty": "medium", "formerly": (), "core": False, "explanation": ""}
    return words, question.model_copy(update={**same, "question": ""})
