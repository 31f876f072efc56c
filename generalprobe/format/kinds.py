"""The one table of the kinds of files that trainers write."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, TopicIdeas
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook


@dataclass(frozen=True)
class Kind:
    """A kind of file: what it holds, where it lies, and what it is called."""

    model: type[Model]
    place: str
    """Below data/: a folder, or the one file of this kind."""
    schema: str
    """The name of its file below schema/, without the ending."""
    title: str
    """What trainers call such a file."""
    cards: bool = False
    """Whether it holds something to practise. Such files share their ids; others only with those of their own kind."""

    @property
    def single(self) -> bool:
        """Whether there is one file of this kind and no more."""
        return self.place.endswith(".yml")

    @property
    def files(self) -> str:
        """A pattern of its files, seen from the root of the project."""
        return f"data/{self.place}" if self.single else f"data/{self.place}/*.yml"

    @property
    def schema_file(self) -> str:
        """The file of its schema, seen from the root of the project."""
        return f"schema/{self.schema}.schema.json"


KINDS = (
    Kind(CaseStudy, "case-studies", "case-study", "Fallstudie", cards=True),
    Kind(QuestionBank, "question-bank", "question-bank", "Fragensammlung", cards=True),
    Kind(Glossary, "glossary.yml", "glossary", "Glossar", cards=True),
    Kind(PhraseBook, "phrases", "phrases", "Formulierungen", cards=True),
    Kind(Dialogue, "dialogues", "dialogue", "Gespräch"),
    Kind(EscalationMatrix, "escalation-matrices", "escalation-matrix", "Eskalationsmatrix"),
    Kind(TopicIdeas, "topic-ideas.yml", "topic-ideas", "Themen"),
    Kind(Preparation, "preparation.yml", "preparation", "Vorbereitung"),
    Kind(Exam, "exams", "exam", "Prüfung"),
)
"""In the order in which the handbook explains them."""


def known_by(keys: Collection[str]) -> Kind | None:
    """The kind of file that has such keys at its top: two of them at least, or all that it must have; else None."""
    return _known_by(frozenset(keys))


@lru_cache(maxsize=1024)
def _known_by(keys: frozenset[str]) -> Kind | None:
    best = max(KINDS, key=lambda kind: (_hits(kind, keys), -len(_required(kind) - keys)))
    return best if _hits(best, keys) >= 2 or _required(best) <= keys else None


def _hits(kind: Kind, keys: frozenset[str]) -> int:
    return len(kind.model.model_fields.keys() & keys)


def _required(kind: Kind) -> set[str]:
    return {name for name, field in kind.model.model_fields.items() if field.is_required()}


class KEYS:
    """The keys of all kinds of files: all, those of lists, and those of groups and of lists of groups."""

    all: frozenset[str]
    lists: frozenset[str]
    groups: frozenset[str]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation)
    for argument in get_args(annotation):
        yield from _models(argument)


def _collect() -> None:
    fields = [pair for kind in KINDS for model in _models(kind.model) for pair in model.model_fields.items()]
    KEYS.all = frozenset(name for name, _ in fields)
    KEYS.lists = frozenset(name for name, field in fields if "tuple" in str(field.annotation))
    KEYS.groups = frozenset(name for name, field in fields if any(_models(field.annotation)))


_collect()

KIND_OF: dict[type[Model], Kind] = {kind.model: kind for kind in KINDS}
"""The kinds by their models."""
