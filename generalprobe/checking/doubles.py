"""The same slide, question, talk or id twice: copied to be changed, and forgotten."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from generalprobe.cards import names_of
from generalprobe.format.case_study import CaseStudy, Slide
from generalprobe.format.questions import AnyQuestion, OpenQuestion, QuestionBank
from generalprobe.memory import digest
from generalprobe.problems import Finding, Path
from generalprobe.reading.project import Entry

_CARDS = {"questions": "Frage", "terms": "Begriff", "phrases": "Formulierung"}
_NOT_SHOWN = frozenset({"title", "id", "formerly", "time"})


def check_slides_twice(slides: Sequence[Slide]) -> Iterator[Finding]:
    """Find slides that show and say what an earlier one does."""
    if len({(slide.headline, slide.notes) for slide in slides}) == len(slides):
        return
    first: dict[Hashable, int] = {}
    for index, slide in enumerate(map(_content, slides)):
        if slide in first:
            message = f"Folie {index + 1} zeigt und sagt dasselbe wie Folie {first[slide] + 1}"
            yield Finding("FOLIE06", ("slides", index), message, at_key=True)
        first.setdefault(slide, index)


def claims_of(entry: Entry[Any]) -> list[str]:
    """What a file lays claim to: its ids, and short names of what must not stand twice, the same for the same content.

    Where no other file claims any of it, and none stands here twice, nothing of the file need be compared.
    """
    model = entry.model
    claims = [name for _, name, _ in names_of([entry])]
    if isinstance(model, CaseStudy):
        claims.append(digest(*(f"{slide.headline}\n{slide.notes}" for slide in model.slides)))
    if isinstance(model, CaseStudy | QuestionBank):
        asked = [_asked_where(entry, question) for question in model.questions]
        claims += [digest(*each) for each in asked if not each[0] or asked.count(each) > 1]
    return claims


def sharing(entries: Sequence[Entry[Any]], claims: Mapping[str, Sequence[str]]) -> list[Entry[Any]]:
    """The entries that lay claim to what others do, or to the same twice; the claims come by file."""
    counted = Counter(chain.from_iterable(claims.values()))
    return [entry for entry in entries if any(counted[claim] > 1 for claim in claims.get(entry.file, ()))]


def check_names(entries: Iterable[Entry[Any]]) -> dict[str, list[Finding]]:
    """Find ids that two cards lay claim to, in one file or in several; by file."""
    findings: dict[str, list[Finding]] = defaultdict(list)
    first: dict[str, tuple[Entry[Any], Path]] = {}
    for entry, name, path in names_of(entries):
        if name in first:
            findings[entry.file].append(_claimed(entry, name, path, *first[name]))
        first.setdefault(name, (entry, path))
    return findings


def _claimed(entry: Entry[Any], name: str, path: Path, other: Entry[Any], other_path: Path) -> Finding:
    owner = f"{_CARDS[str(other_path[0])]} {int(other_path[1]) + 1}"
    where = "" if other is entry else f" in {other.file}"
    shown = name.removeprefix(f"{entry.id}/")
    return Finding("FRAGE03", path, f"Die Kennung `{shown}` gehört schon zu {owner}{where}")


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


def _asked_where(entry: Entry[Any], question: AnyQuestion) -> tuple[str, str]:
    """The words of a question, before them the file where they must not stand twice: that of an open one, else any."""
    words = " ".join(question.question.casefold().split()).rstrip(" ?.!")
    return entry.file if isinstance(question, OpenQuestion) else "", words


def _asked(entry: Entry[Any], question: AnyQuestion) -> Hashable:
    """What a question asks: an open one by its words, one to be solved by its answers too."""
    asked = _asked_where(entry, question)
    if isinstance(question, OpenQuestion):
        return asked
    same = {"id": "", "topic": "", "difficulty": "medium", "formerly": (), "core": False, "explanation": ""}
    return asked, question.model_copy(update={**same, "question": ""})
