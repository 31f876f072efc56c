"""What a file for others is about: one file of data with what it asks, all phrases, the glossary, or the whole site."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from generalprobe import addresses
from generalprobe.cards import Card, cards_of
from generalprobe.format.case_study import CaseStudy, Image
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, Phrase, PhraseBook, Term
from generalprobe.memory import digest
from generalprobe.reading.project import LOCAL_ADDRESS, SITE_ID, SITE_NAME, Entry, Project

WHOLE = "alles"
"""The id of the whole site."""
GLOSSARY = "glossar"
PHRASES = "formulierungen"


@dataclass(frozen=True)
class Origin:
    """The site that a file comes from."""

    site_id: str = SITE_ID
    """Stays when the site moves: what others know its cards by hangs on it."""
    site_name: str = SITE_NAME
    site_url: str = ""
    """Where it stands, with a slash at its end; empty where nobody else can see it."""
    docs: Path = Path()
    """Where pictures lie."""
    exams: Mapping[str, Exam] = field(default_factory=dict)

    @cached_property
    def fingerprint(self) -> str:
        """Changes with what files show of the site."""
        return digest(repr((self.site_id, self.site_name, self.site_url, sorted(self.exams.items()))))


@dataclass(frozen=True)
class Subject:
    """What one file for others is about."""

    id: str
    """What it is called in commands."""
    title: str
    entries: tuple[Entry[Any], ...]
    origin: Origin
    times: tuple[int, ...]
    """When each of its files was changed last, in seconds since 1970."""
    parts: tuple[Subject, ...] = ()
    """Of the whole site, all other subjects: its files are joined from theirs."""

    @property
    def model(self) -> type[Model] | None:
        """The kind of its files; None for the whole site."""
        return None if self.parts else type(self.entries[0].model)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """All that it asks, in the order of its files."""
        return tuple(card for entry in self.entries for card in cards_of(entry))

    @property
    def changed(self) -> int:
        """When any of its files was changed last."""
        return max(self.times)

    def changed_of(self, card: Card) -> int:
        """When the file of a card was changed last."""
        return self.times[self.entries.index(card.entry)]

    @property
    def stem(self) -> str:
        """How the names of its files begin: sorted, those of a site and of a kind stand together."""
        kind = "fragen-" if self.model is QuestionBank else ""
        return f"{self.origin.site_id}-{kind}{self.id}"

    @cached_property
    def version(self) -> str:
        """A short name of what stands in its files."""
        return digest(*(entry.fingerprint for entry in self.entries))[:8]

    @cached_property
    def fingerprint(self) -> str:
        """Changes with whatever a file about it can show."""
        pictures = [(path, digest(path.read_bytes())) for path in self._pictures() if path.is_file()]
        entries = [entry.fingerprint for entry in self.entries]
        return repr((self.id, self.title, self.times, self.origin.fingerprint, pictures, entries))

    def _pictures(self) -> Iterator[Path]:
        for entry in self.entries:
            for slide in getattr(entry.model, "slides", ()):
                if isinstance(slide.artifact, Image):
                    yield self.origin.docs / slide.artifact.src


def subjects(project: Project, root: Path) -> list[Subject]:
    """All that files for others can be about, the whole site first.

    Args:
        project: what is shown to others, that is: what of it is `published()`.
        root: the folder of the project, in which its files lie.
    """
    origin = _origin(project, root)
    times = {entry.file: last_change(root / entry.file) for entry in project.readable}
    parts = [
        Subject(id, title, entries, origin, tuple(times[entry.file] for entry in entries))
        for id, title, entries in _parts(project)
    ]
    return [whole(parts, origin), *parts] if parts else []


def whole(parts: Sequence[Subject], origin: Origin) -> Subject:
    """All subjects of a site as one."""
    entries = tuple(entry for part in parts for entry in part.entries)
    times = tuple(time for part in parts for time in part.times)
    return Subject(WHOLE, origin.site_name, entries, origin, times, tuple(parts))


def last_change(file: Path) -> int:
    """When a file was changed last, in seconds since 1970; `SOURCE_DATE_EPOCH` decides where it is set.

    It grows with every change, by which programs that have older cards know that these are newer.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(fixed) if fixed.isdigit() else int(file.stat().st_mtime)


def _parts(project: Project) -> Iterator[tuple[str, str, tuple[Entry[Any], ...]]]:
    """Ids, titles and files. An id that somebody has given a file comes before ours."""
    for study in project.entries(CaseStudy):
        yield study.id, study.model.title, (study,)
    for bank in project.entries(QuestionBank):
        yield bank.id, bank.model.title, (bank,)
    if terms := project.entries(Glossary):
        yield GLOSSARY, "Glossar", terms
    if phrases := project.entries(PhraseBook):
        yield PHRASES, "Formulierungen", phrases


def _origin(project: Project, root: Path) -> Origin:
    settings = project.settings
    url = settings.site_url if settings.site_url != LOCAL_ADDRESS else ""
    return Origin(settings.site_id, settings.site_name, url and f"{url.rstrip('/')}/", root / "docs", project.exams)


def place_of(card: Card) -> str:
    """Where the site shows a card: its address from the root."""
    match card.item, card.entry.model:
        case Term(id=id), _:
            return addresses.term(id)
        case Phrase(id=id), _:
            return addresses.phrase(card.entry.id, id)
        case question, CaseStudy():
            page = addresses.case_study_questions(card.entry.id)
        case question, _:
            page = addresses.bank(card.entry.id)
    return f"{page}#{addresses.question_anchor(question.id)}"
