"""All files of a project checked, each by the rules of its kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property, partial
from typing import Any

from generalprobe.checking.addresses import Website
from generalprobe.checking.diagrams import check_diagrams, drawn_in
from generalprobe.checking.doubles import check_doubles
from generalprobe.checking.exams import check_exam
from generalprobe.checking.leftovers import check_leftovers
from generalprobe.checking.lessons import check_dialogue, check_matrix, check_preparation, check_topics
from generalprobe.checking.questions import check_bank, check_glossary, check_names, check_phrases
from generalprobe.checking.slides import check_slides
from generalprobe.checking.talks import check_case_study
from generalprobe.checking.texts import Link, check_links, check_texts
from generalprobe.cores import on_all_cores
from generalprobe.drawing import Drawing, know_drawn
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, TopicIdeas
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook
from generalprobe.memory import Memory, digest
from generalprobe.problems import Finding, Problem
from generalprobe.reading.project import Entry, Project
from generalprobe.talk import Counted, counted, know, said_in


@dataclass(frozen=True)
class Surroundings:
    """All that the checks of one file know of the others."""

    exams: Mapping[str, Exam]
    """Those that can be read, by id."""
    known_exams: frozenset[str]
    """The ids of all, readable or not."""
    images: frozenset[str]
    pages: frozenset[str]

    @classmethod
    def of(cls, project: Project) -> Surroundings:
        """Those of the files of a project."""
        known = frozenset(exam.id for exam in project.files_of(Exam))
        return cls(project.exams, known, project.images, project.pages)

    @cached_property
    def digest(self) -> str:
        """Changes with any of them."""
        names = (sorted(each) for each in (self.known_exams, self.images, self.pages))
        return digest(repr(list(self.exams.items())), *map(repr, names))


@dataclass(frozen=True)
class Checked:
    """What is wrong with a file by itself, the links that depend on other files, and what was worked out for that."""

    problems: tuple[Problem, ...] = ()
    links: tuple[Link, ...] = ()
    said: tuple[Counted, ...] = ()
    """Of each text of `said_in`."""
    drawn: Mapping[str, Drawing] = field(default_factory=dict)
    """Of its diagrams, by source."""


def check_project(project: Project, memory: Memory | None = None) -> list[Problem]:
    """All problems of all files, sorted by file and place; what the memory knows is not checked again."""
    across = [check_names(project.readable), check_doubles(project.readable)]
    websites = {draft: Website(project, with_drafts=draft) for draft in (False, True)}
    checked = _check_all(project.readable, Surroundings.of(project), memory or Memory())
    problems: list[Problem] = []
    for file in project.files:
        found = [finding for by_file in across for finding in by_file.get(file.file, ())]
        alone = checked.get(file.file, Checked())
        found += check_links(alone.links, websites[file.draft])
        problems += {*alone.problems, *file.problems(found)}
    return sorted(problems)


def _check_all(entries: Sequence[Entry[Any]], around: Surroundings, memory: Memory) -> dict[str, Checked]:
    """What is wrong with each file by itself, by file: those that the memory does not know are checked on all cores."""
    keys = {entry.file: _key(entry, around, memory) for entry in entries}
    missing = [entry for entry in entries if memory.recall(keys[entry.file], _revived) is None]
    for entry, text in zip(missing, on_all_cores(partial(_check, around=around), missing), strict=True):
        memory.keep(keys[entry.file], text)
    checked: dict[str, Checked] = {}
    for entry in entries:
        if found := memory.recall(keys[entry.file], _revived):
            checked[entry.file] = found
            know(zip(said_in(entry.model), found.said, strict=True))
            know_drawn(found.drawn)
    return checked


def _check(entry: Entry[Any], around: Surroundings) -> str:
    """What is wrong with a file by itself, as JSON."""
    found = [*check_texts(entry.model), *check_leftovers(entry.model, entry.source.text)]
    findings = [each for each in found if isinstance(each, Finding)]
    findings += CHECKS[entry.kind.model](entry.model, around)
    links = [asdict(each) for each in found if isinstance(each, Link)]
    problems = [asdict(problem) for problem in entry.problems(findings)]
    said = list(map(counted, said_in(entry.model)))
    drawn = {source: asdict(drawing) for source, drawing in drawn_in(entry.model).items()}
    return json.dumps({"problems": problems, "links": links, "said": said, "drawn": drawn})


def _key(entry: Entry[Any], around: Surroundings, memory: Memory) -> str:
    return memory.key("checked", around.digest, entry.kind.place, entry.fingerprint, repr(entry.source.problems))


def _revived(found: dict[str, Any]) -> Checked:
    links = tuple(Link(tuple(link["path"]), link["address"]) for link in found["links"])
    said = ((syllables, ends, pauses, waited_s) for syllables, ends, pauses, waited_s in found["said"])
    drawn = {source: Drawing.revived(drawing) for source, drawing in found["drawn"].items()}
    return Checked(tuple(Problem(**problem) for problem in found["problems"]), links, tuple(said), drawn)


def _check_talk(study: CaseStudy, around: Surroundings) -> Iterator[Finding]:
    yield from check_case_study(study, around.exams, around.known_exams, around.images)
    yield from check_slides(study)
    yield from check_diagrams(study)


CHECKS: dict[type[Model], Callable[[Any, Surroundings], Iterator[Finding]]] = {
    CaseStudy: _check_talk,
    QuestionBank: lambda bank, around: check_bank(bank, around.exams, around.known_exams, around.pages),
    Glossary: lambda glossary, around: check_glossary(glossary, around.exams),
    PhraseBook: lambda book, around: check_phrases(book, around.exams, around.known_exams, around.pages),
    Dialogue: lambda dialogue, _: check_dialogue(dialogue),
    EscalationMatrix: lambda matrix, _: check_matrix(matrix),
    TopicIdeas: lambda topics, _: check_topics(topics),
    Preparation: lambda preparation, _: check_preparation(preparation),
    Exam: lambda exam, around: check_exam(exam, around.pages),
}
"""What is checked in a file of each kind."""
