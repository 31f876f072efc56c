"""All files of a project checked, each by the rules of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from generalprobe.checking.addresses import Website
from generalprobe.checking.diagrams import check_diagrams
from generalprobe.checking.doubles import check_doubles
from generalprobe.checking.leftovers import check_leftovers
from generalprobe.checking.lessons import check_dialogue, check_matrix, check_preparation, check_topics
from generalprobe.checking.lists import repeated
from generalprobe.checking.questions import check_bank, check_glossary, check_names, check_phrases
from generalprobe.checking.talks import check_case_study
from generalprobe.checking.texts import check_texts
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Criterion, Exam, MarkingSheet
from generalprobe.format.fields import Model
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, TopicIdeas
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook
from generalprobe.problems import Finding, Path, Problem
from generalprobe.reading.project import Entry, Project


def check_project(project: Project) -> list[Problem]:
    """All problems of all files, sorted by file and place."""
    across = [check_names(project.readable), check_doubles(project.readable)]
    websites = {draft: Website(project, with_drafts=draft) for draft in (False, True)}
    problems: list[Problem] = []
    for file in project.files:
        found = [finding for by_file in across for finding in by_file.get(file.file, ())]
        if isinstance(file, Entry):
            found += [*CHECKS[file.kind.model](file.model, project), *check_leftovers(file.model, file.source.text)]
            found += check_texts(file.model, websites[file.draft])
        problems += file.problems(found)
    return sorted(problems)


def _check_talk(study: CaseStudy, project: Project) -> Iterator[Finding]:
    yield from check_case_study(study, project.exams, _known(project), project.images)
    yield from check_diagrams(study)


def check_exam(exam: Exam) -> Iterator[Finding]:
    """Find limits that contradict each other, and criteria that share an id."""
    talk, slides, discussion = exam.presentation, exam.slides, exam.discussion
    limits = (
        (talk.shortest, talk.budget, ("presentation", "shortest"), "budget"),
        (talk.budget, talk.cutoff, ("presentation", "budget"), "cutoff"),
        (slides.fewest, slides.most, ("slides", "fewest"), "most"),
        (slides.shortest, slides.longest, ("slides", "shortest"), "longest"),
        (discussion.fewest_questions, discussion.most_questions, ("discussion", "fewest_questions"), "most_questions"),
        (discussion.shortest_answer, discussion.longest_answer, ("discussion", "shortest_answer"), "longest_answer"),
    )
    for low, high, path, upper in limits:
        if low > high:
            yield Finding("PRUEFUNG02", path, f"`{path[-1]}` ({low}) liegt über `{upper}` ({high})")
    yield from repeated((criterion.id, (*path, "id")) for criterion, path in _criteria(exam.marking_sheet))


def _criteria(sheet: MarkingSheet) -> Iterator[tuple[Criterion, Path]]:
    """All criteria of a marking sheet, each with its place in the exam."""
    for number, section in enumerate(sheet.sections):
        place = ("marking_sheet", "sections", number, "criteria")
        yield from ((criterion, (*place, at)) for at, criterion in enumerate(section.criteria))
    yield from ((criterion, ("marking_sheet", "overall", at)) for at, criterion in enumerate(sheet.overall))


def _known(project: Project) -> set[str]:
    """The ids of all exams, readable or not."""
    return {exam.id for exam in project.files_of(Exam)}


CHECKS: dict[type[Model], Callable[[Any, Project], Iterator[Finding]]] = {
    CaseStudy: _check_talk,
    QuestionBank: lambda bank, project: check_bank(bank, project.exams, _known(project), project.pages),
    Glossary: lambda glossary, project: check_glossary(glossary, project.exams),
    PhraseBook: lambda book, project: check_phrases(book, project.exams, _known(project), project.pages),
    Dialogue: lambda dialogue, _: check_dialogue(dialogue),
    EscalationMatrix: lambda matrix, _: check_matrix(matrix),
    TopicIdeas: lambda topics, _: check_topics(topics),
    Preparation: lambda preparation, _: check_preparation(preparation),
    Exam: lambda exam, _: check_exam(exam),
}
"""What is checked in a file of each kind."""
