"""What was read: each file with its model or as unreadable, all of them as a project."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b
from typing import Any, ClassVar, Generic, TypeVar

from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.kinds import KIND_OF, Kind
from generalprobe.problems import Finding, Problem, as_warning
from generalprobe.reading.renaming import rename
from generalprobe.reading.source import Source, read_source
from generalprobe.reading.validation import locate

LOCAL_ADDRESS = "http://127.0.0.1:8000/"
SITE_NAME = "Generalprobe"
SITE_ID = "generalprobe"


ModelT = TypeVar("ModelT", bound=Model)


@dataclass(frozen=True)
class DataFile(ABC):
    """One file of data: its id (the stem of its name), its path as people see it, and its text."""

    id: str
    file: str
    source: Source

    _sort: ClassVar[str]

    @property
    @abstractmethod
    def kind(self) -> Kind:
        """What the file is meant to hold."""

    @property
    @abstractmethod
    def draft(self) -> bool:
        """Whether the file says that it is a draft."""

    @property
    def text(self) -> str:
        """What stands in the file."""
        return self.source.text

    @cached_property
    def fingerprint(self) -> str:
        """Changes with the file's name and text, and so with all that was read from it."""
        name = f"{self._sort}\0{self.id}\0{self.file}\0"
        return blake2b((name + self.text).encode(errors="surrogateescape"), digest_size=16).hexdigest()

    @property
    def key(self) -> str:
        """Changes with all that was read, and with what is wrong with it."""
        return f"{self.fingerprint} {self.misread}"

    @property
    def misread(self) -> list[Problem]:
        """What is wrong with how the file is written."""
        return self.source.problems

    def problems(self, findings: Iterable[Finding] = ()) -> list[Problem]:
        """What is wrong with the file, with further findings about its model located in its text; sorted."""
        problems = sorted({*self.misread, *self._located(list(findings))})
        return as_warning(problems) if problems and self.draft else problems

    def _located(self, findings: list[Finding]) -> list[Problem]:
        if not findings:
            return []
        read = read_source(self.source.file, self.source.text)
        source = Source(read.file, read.text, read.root, mended=read.mended)
        for group, key, name in self.source.renamed:
            rename(source.node(group)[0], key, name)
        for finding in findings:
            locate(source, finding)
        return source.problems


@dataclass(frozen=True)
class Entry(DataFile, Generic[ModelT]):
    """A file that could be read, with its model."""

    model: ModelT

    _sort = "Entry"

    @property
    def kind(self) -> Kind:
        """What the file holds."""
        return KIND_OF[type(self.model)]

    @property
    def draft(self) -> bool:
        """Whether the file says that it is a draft."""
        return getattr(self.model, "draft", False)

    def when_read(self, tell: Callable[[ModelT], None]) -> None:
        """Tell something of the model as soon as there is one."""
        tell(self.model)


@dataclass(frozen=True)
class Known:
    """What is known of a file with which all is well, and under which key; `values` is what it holds, as JSON."""

    key: str
    kind: Kind
    values: str
    content: bytes


class Remembered(Entry[ModelT]):
    """A file with which all is well, as is known: its text and its model are made when somebody asks for them."""

    _known: Known
    _tell: Callable[[ModelT], None] | None = None

    def __init__(self, id: str, file: str, known: Known) -> None:
        vars(self).update(id=id, file=file, _known=known)

    @property
    def kind(self) -> Kind:
        """What the file holds."""
        return self._known.kind

    @property
    def key(self) -> str:
        """The key under which it is known."""
        return self._known.key

    @property
    def misread(self) -> list[Problem]:
        """Nothing."""
        return []

    @property
    def text(self) -> str:
        """What stands in the file, decoded each time: the texts of all are large."""
        return self._known.content.decode("utf-8-sig")

    @cached_property
    def source(self) -> Source:
        """The text with what is needed to report its problems."""
        text = self.text
        return Source(self.file, text, mended=text)

    @cached_property
    def model(self) -> ModelT:
        """What the file holds. Raises ValidationError."""
        model: ModelT = self.kind.model.model_validate(json.loads(self._known.values))  # type: ignore[assignment]
        if self._tell:
            self._tell(model)
        return model

    def when_read(self, tell: Callable[[ModelT], None]) -> None:
        """Tell it now or later; of several that wait, the last."""
        if "model" in vars(self):
            tell(self.model)
        else:
            vars(self)["_tell"] = tell


@dataclass(frozen=True)
class Unreadable(DataFile):
    """A file without a model: its problems say why."""

    meant: Kind

    _sort = "Unreadable"

    @property
    def kind(self) -> Kind:
        """What the file is meant to hold."""
        return self.meant

    @property
    def draft(self) -> bool:
        """Whether the file says that it is a draft, as far as one can tell."""
        root = self.source.root
        return root is not None and isinstance(root.value, dict) and root.value.get("draft") is True


@dataclass(frozen=True)
class Settings:
    """The text of mkdocs.yml, and what it says: of pages paths below docs/, and patterns of such paths."""

    text: str = ""
    site_url: str = LOCAL_ADDRESS
    navigation: tuple[str, ...] = ()
    not_in_navigation: tuple[str, ...] = ()
    site_name: str = SITE_NAME
    site_description: str = ""
    language: str = "de"
    site_id: str = SITE_ID
    """What makes cards of this site its own wherever they are taken, and stays when the site moves."""
    downloads: bool = True
    """Whether the site offers its content as files."""
    offline: bool = True
    """Whether devices may keep the site for when there is no network."""


@dataclass(frozen=True)
class Project:
    """Everything that was read, and what checks must know of the disk."""

    files: tuple[DataFile, ...] = ()
    """What is practised before what is only read, then by id; the exams come last."""
    images: frozenset[str] = frozenset()
    """Paths of the images below docs/."""
    pages: frozenset[str] = frozenset()
    """Paths of the written pages below docs/, without their suffix."""
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The anchors of each written page that its text alone makes."""
    documents: frozenset[str] = frozenset()
    """Paths of all files below docs/."""
    written: Mapping[str, str] = field(default_factory=dict)
    """The text of each written page, by its path below docs/; empty where the project is not whole."""
    settings: Settings = field(default_factory=Settings)
    """What mkdocs.yml says; empty as above."""
    whole: bool = True
    """Whether everything was read, and not only the files of data that were asked for."""
    site_url: str = LOCAL_ADDRESS

    def files_of(self, model: type[Model]) -> tuple[DataFile, ...]:
        """The files of a kind, readable or not."""
        return tuple(self._by_model.get(model, ()))

    def entries(self, model: type[ModelT]) -> tuple[Entry[ModelT], ...]:
        """The readable files of a kind."""
        return tuple(file for file in self.files_of(model) if isinstance(file, Entry))

    def unreadable(self, model: type[Model]) -> tuple[Unreadable, ...]:
        """The files of a kind that cannot be read."""
        return tuple(file for file in self.files_of(model) if isinstance(file, Unreadable))

    def entry(self, model: type[ModelT], id: str) -> Entry[ModelT] | None:
        """The readable file of a kind with an id."""
        return next((entry for entry in self.entries(model) if entry.id == id), None)

    def only(self, model: type[ModelT]) -> ModelT | None:
        """What stands in the file of a kind of which there is one; None where it is missing or cannot be read."""
        return next((entry.model for entry in self.entries(model)), None)

    @cached_property
    def exams(self) -> Mapping[str, Exam]:
        """The readable exams by id."""
        return {entry.id: entry.model for entry in self.entries(Exam)}

    @property
    def material(self) -> tuple[DataFile, ...]:
        """All files that hold something to learn: everything but the exams."""
        return tuple(file for file in self.files if file.kind.model is not Exam)

    @property
    def readable(self) -> tuple[Entry[Any], ...]:
        """All files that could be read."""
        return tuple(file for file in self.files if isinstance(file, Entry))

    def published(self) -> Project:
        """The project as its readers see it: without drafts and without files that cannot be read."""
        return replace(self, files=tuple(entry for entry in self.readable if not entry.draft))

    @cached_property
    def _by_model(self) -> Mapping[type[Model], list[DataFile]]:
        files: dict[type[Model], list[DataFile]] = defaultdict(list)
        for file in self.files:
            files[file.kind.model].append(file)
        return files
