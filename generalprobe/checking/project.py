"""All files of a project checked, each by the rules of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generalprobe.checking.lessons import check_dialogue, check_matrix, check_preparation, check_topics
from generalprobe.checking.lists import repeated
from generalprobe.checking.questions import check_bank, check_glossary, check_names, check_phrases
from generalprobe.checking.talks import check_case_study
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Criterion, Exam, MarkingSheet
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, TopicIdeas
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook
from generalprobe.problems import Finding, Path, Problem
from generalprobe.reading.project import Entry, Project


def check_project(project: Project) -> list[Problem]:
    """All problems of all files, sorted by file and place."""
    names = check_names(project.material)
    problems: list[Problem] = []
    for entry in (*project.exam_entries, *project.material):
        problems += entry.problems([*_check_entry(entry, project), *names.get(entry.file, ())])
    return sorted(problems)


def _check_entry(entry: Entry[Any], project: Project) -> Iterator[Finding]:
    known = {exam.id for exam in project.exam_entries}
    match entry.model:
        case Exam():
            yield from check_exam(entry.model)
        case CaseStudy():
            yield from check_case_study(entry.model, project.exams, known, project.images)
        case QuestionBank():
            yield from check_bank(entry.model, project.exams, known, project.pages)
        case PhraseBook():
            yield from check_phrases(entry.model, project.exams, known, project.pages)
        case Glossary():
            yield from check_glossary(entry.model, project.exams)
        case Dialogue():
            yield from check_dialogue(entry.model)
        case EscalationMatrix():
            yield from check_matrix(entry.model)
        case TopicIdeas():
            yield from check_topics(entry.model)
        case Preparation():
            yield from check_preparation(entry.model)


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
