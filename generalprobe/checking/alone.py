"""What is wrong with a file by itself, by the rules of its kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from generalprobe.checking.diagrams import check_diagrams, drawn_in
from generalprobe.checking.doubles import claims_of
from generalprobe.checking.exams import check_exam
from generalprobe.checking.leftovers import check_leftovers
from generalprobe.checking.lessons import check_dialogue, check_matrix, check_preparation, check_topics
from generalprobe.checking.links import Link
from generalprobe.checking.questions import check_bank, check_glossary, check_phrases
from generalprobe.checking.slides import check_slides
from generalprobe.checking.surroundings import Surroundings
from generalprobe.checking.talks import check_case_study
from generalprobe.checking.texts import check_texts
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, TopicIdeas
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook
from generalprobe.problems import Finding
from generalprobe.reading.project import Entry
from generalprobe.talk import Totals, counted, said_in


def check_alone(entry: Entry[Any], around: Surroundings) -> str:
    """All that `project.Checked` holds of a file, as JSON."""
    model = entry.model
    found = [*check_texts(model), *check_leftovers(model, entry.text)]
    findings = [each for each in found if isinstance(each, Finding)]
    findings += CHECKS[entry.kind.model](model, around)
    checked = {
        "problems": [asdict(problem) for problem in entry.problems(findings)],
        "links": [asdict(each) for each in found if isinstance(each, Link)],
        "draft": entry.draft,
        "claims": claims_of(entry),
        "totals": Totals.of(model) if isinstance(model, CaseStudy) else None,
        "said": list(map(counted, said_in(model))),
        "drawn": {source: asdict(drawing) for source, drawing in drawn_in(model).items()},
    }
    return json.dumps(checked)


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
