"""What was read: each file as an entry, all of them as a project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, TopicIdeas
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook
from generalprobe.problems import Finding, Problem, as_warning
from generalprobe.reading.source import Source, read_source
from generalprobe.reading.validation import locate

LOCAL_ADDRESS = "http://127.0.0.1:8000/"


ModelT = TypeVar("ModelT", bound=Model)


@dataclass(frozen=True)
class Entry(Generic[ModelT]):
    """One file of data: its id (the stem of its name), its path as people see it, and its model if it could be read."""

    id: str
    file: str
    kind: type[ModelT]
    model: ModelT | None
    source: Source

    @property
    def draft(self) -> bool:
        """Whether the file says that it is a draft, readable or not."""
        if isinstance(self.model, CaseStudy):
            return self.model.draft
        root = self.source.root
        return root is not None and isinstance(root.value, dict) and root.value.get("draft") is True

    def problems(self, findings: Iterable[Finding] = ()) -> list[Problem]:
        """What is wrong with the file, with further findings about its model located in its text; sorted."""
        problems = sorted({*self.source.problems, *self._located(list(findings))})
        return as_warning(problems) if self.draft else problems

    def _located(self, findings: list[Finding]) -> list[Problem]:
        if not findings:
            return []
        source = Source(self.source.file, self.source.text, read_source(self.source.file, self.source.text).root)
        for finding in findings:
            locate(source, finding)
        return source.problems


@dataclass(frozen=True)
class Project:
    """Everything that was read, and what checks must know of the disk."""

    case_studies: tuple[Entry[CaseStudy], ...] = ()
    question_banks: tuple[Entry[QuestionBank], ...] = ()
    phrase_books: tuple[Entry[PhraseBook], ...] = ()
    glossaries: tuple[Entry[Glossary], ...] = ()
    """One, or none."""
    dialogues: tuple[Entry[Dialogue], ...] = ()
    escalation_matrices: tuple[Entry[EscalationMatrix], ...] = ()
    topic_ideas: tuple[Entry[TopicIdeas], ...] = ()
    """One, or none."""
    preparations: tuple[Entry[Preparation], ...] = ()
    """One, or none."""
    exams: Mapping[str, Exam] = field(default_factory=dict)
    exam_entries: tuple[Entry[Exam], ...] = ()
    images: frozenset[str] = frozenset()
    """Paths of the images below docs/."""
    pages: frozenset[str] = frozenset()
    """Paths of the written pages below docs/, without their suffix."""
    site_url: str = LOCAL_ADDRESS

    @property
    def material(self) -> tuple[Entry[Any], ...]:
        """All files that hold something to learn: everything but the exams."""
        cards: tuple[Entry[Any], ...] = (*self.case_studies, *self.question_banks, *self.phrase_books, *self.glossaries)
        return (*cards, *self.dialogues, *self.escalation_matrices, *self.topic_ideas, *self.preparations)

    @property
    def glossary(self) -> Glossary | None:
        """The glossary, if there is a readable one."""
        return next((entry.model for entry in self.glossaries), None)

    def case_study(self, id: str) -> Entry[CaseStudy] | None:
        """The case study with an id."""
        return next((entry for entry in self.case_studies if entry.id == id), None)
