"""Reading a project's files, each as a model or as the problems that prevent it."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from generalprobe.cores import on_all_cores
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.exam import Exam
from generalprobe.format.fields import SLUG
from generalprobe.format.kinds import KIND_OF, KINDS, Kind, known_by
from generalprobe.format.wording import reason_of, slugify
from generalprobe.memory import Memory
from generalprobe.reading.documents import anchors, images, page, written_pages
from generalprobe.reading.encodings import decode
from generalprobe.reading.project import DataFile, Entry, Known, ModelT, Project, Remembered, Settings, Unreadable
from generalprobe.reading.quoting import retyped
from generalprobe.reading.settings import read_settings
from generalprobe.reading.sound import sound_values
from generalprobe.reading.source import Source, read_source
from generalprobe.reading.validation import validate

MAX_BYTES = 1_000_000

_YAML_SUFFIXES = frozenset({".yml", ".yaml"})
_YAML_NAME = re.compile(r"(?:\.ya?ml)(?:\.txt)?\s*$", re.IGNORECASE)
_REOPEN = (
    "In VS Code unten rechts auf „UTF-8“ klicken. Zuerst „Mit Codierung erneut öffnen“ und „{}“ wählen, dann "
    "„Mit Codierung speichern“ und „UTF-8“."
)
_TEXT_SUFFIXES = frozenset({"", ".txt", ".md"})
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)

_OF_PLACE = {kind.place: kind for kind in KINDS}

_Given = tuple[Path, bytes | None]
"""A file and its bytes; None where it cannot or must not be read."""
_Values = str
"""The place of a file's kind below data/, a space, and what its text holds, as JSON."""


def load_project(root: Path, paths: Iterable[Path] | None = None, memory: Memory | None = None) -> Project:
    """Read a project: exams, images and pages from its root, all else from there or from the given files and folders.

    Never raises over what stands in the files. What a file is, its folder below data/ tells; elsewhere its keys do.
    Files in data/ that lie where nobody looks for them are read too, and named. What the memory knows is taken from it.
    """
    memory = memory or Memory()
    data = root / "data"
    exams = list(_yaml_files([data / KIND_OF[Exam].place]))
    known = set(map(_same, exams))
    given = [data / kind.place for kind in KINDS] if paths is None else paths
    files = exams + [file for file in _yaml_files(given) if _same(file) not in known]
    read = sorted(_load_all(files, root, memory), key=_order)
    if paths is None:
        strays = list(_strays(data, set(map(_same, files))))
        read = [*_unique(read), *_load_all(strays, root, memory)]
    docs = root / "docs"
    documents = [file for file in docs.rglob("*") if file.is_file()]
    written = dict(written_pages(docs, documents))
    settings = read_settings(root)
    whole = paths is None
    return Project(
        files=tuple(sorted(read, key=_rank)),
        images=frozenset(images(docs, documents)),
        pages=frozenset(map(page, written)),
        anchors={page(path): anchors(text) for path, text in written.items()},
        documents=frozenset(file.relative_to(docs).as_posix() for file in documents),
        written=written if whole else {},
        settings=settings if whole else Settings(),
        site_url=settings.site_url,
        whole=whole,
    )


def kind_of(path: Path) -> Kind:
    """What a file is meant to hold, by the place where it lies."""
    return _placed(path) or KIND_OF[CaseStudy]


def _placed(path: Path) -> Kind | None:
    return next((_OF_PLACE[name] for name in reversed(path.parts) if name in _OF_PLACE), None)


def load_file(path: Path, model: type[ModelT], root: Path) -> Entry[ModelT] | Unreadable:
    """Read one file as a model; `root` shortens the path that is shown."""
    source = _read(path, None, _shown(path, root))
    _check_name(path, source)
    return _entry(path, source, model)


def read_text(path: Path, text: str, model: type[ModelT], root: Path) -> Entry[ModelT] | Unreadable:
    """Read a text as if it stood in a file."""
    return _entry(path, read_source(_shown(path, root), text), model)


def _load_all(paths: Sequence[Path], root: Path, memory: Memory) -> list[DataFile]:
    """Read files, those on all cores that the memory does not know: first as if all were well with each."""
    place = str(root.absolute())
    given = [(path, _content(path, Source("", ""))) for path in paths]
    keys = {path: memory.key("read", place, str(path.absolute()), text) for path, text in given if text}
    files: dict[Path, DataFile] = {}

    def take_known(revive: Callable[..., DataFile], given: Iterable[_Given]) -> None:
        for path, text in given:
            if text and (known := memory.recall(key := keys[path], partial(revive, path, root, text, key))):
                files[path] = known

    take_known(_remembered, given)
    for read in (_sound_values, _values_or_file):
        missing = [(path, text) for path, text in given if path not in files]
        for (path, _), found in zip(missing, on_all_cores(partial(read, root=root), missing), strict=True):
            if isinstance(found, str):
                memory.keep(keys[path], found)
            elif found:
                files[path] = found
        take_known(_validated, missing)
    return [files[path] for path in paths]


def _sound_values(given: _Given, root: Path) -> _Values | None:
    """The values of a file of which one can tell at once that all is well with how it is written."""
    path, content = given
    decoded = decode(content or b"")
    source = Source(_shown(path, root), decoded.text, mended=decoded.text)
    values = None if decoded.encoding or decoded.strays else sound_values(decoded.text)
    if not isinstance(values, dict):
        return None
    kind = _kind(source, list(values), path, root)
    return None if source.problems else _as_json(kind, values)


def _values_or_file(given: _Given, root: Path) -> _Values | DataFile:
    """The values of any file with which all is well; else the file itself."""
    source = _read(*given, _shown(given[0], root))
    read = source.root
    file = _load(source, given[0], root)
    is_sound = not source.problems and source.mended == source.text
    return (_as_json(file.kind, read.value) if read and is_sound else None) or file


def _as_json(kind: Kind, values: Any) -> _Values | None:
    with suppress(ValueError):  # YAML knows numbers that JSON does not.
        return f"{kind.place} {json.dumps(values, allow_nan=False)}"
    return None


def _remembered(path: Path, root: Path, content: bytes, key: str, known: _Values) -> Remembered[Any]:
    """The file with such values, without reading its text again."""
    place, _, values = known.partition(" ")
    return Remembered(path.stem, _shown(path, root), Known(key, _OF_PLACE[place], values, content))


def _validated(path: Path, root: Path, content: bytes, key: str, known: _Values) -> Remembered[Any]:
    """The same with its model. Raises ValidationError where the values are none."""
    file = _remembered(path, root, content, key, known)
    file.model  # noqa: B018
    return file


def _load(source: Source, path: Path, root: Path) -> DataFile:
    """Take one file as what it is."""
    return _entry(path, source, _kind(source, _keys(source), path, root).model)


def _kind(source: Source, keys: Collection[str], path: Path, root: Path) -> Kind:
    """What a file is by its place in data/ and its keys; where the two differ, this is reported."""
    inside = _below(path.absolute(), root.absolute() / "data")
    placed = _placed(inside) if inside else None
    by_keys = known_by(keys)
    kind = placed or by_keys or kind_of(path)
    if by_keys and inside and _is_astray(placed, by_keys, keys):
        kind = by_keys
        _report_astray(path, source, kind)
    elif inside and placed is None:
        _report_astray(path, source, kind)
    else:
        _check_name(path, source)
    return kind


def _keys(source: Source) -> list[str]:
    """The keys at the top of a file, whether it can be read or not."""
    if source.root is not None and isinstance(source.root.value, dict):
        return list(source.root.value)
    return _KEY.findall(source.text)


def _is_astray(placed: Kind | None, by_keys: Kind, keys: Collection[str]) -> bool:
    """Whether a file lies where another kind belongs: all its keys are those of one kind, and not of its place's."""
    if placed is None or placed is by_keys:
        return placed is None
    return set(keys) <= by_keys.model.model_fields.keys() and not set(keys) <= placed.model.model_fields.keys()


def _report_astray(path: Path, source: Source, kind: Kind) -> None:
    slug = slugify(_stem(path).removesuffix(".txt")) or "name"
    place = f"data/{kind.place}" if kind.single else f"data/{kind.place}/{slug}.yml"
    message = f"Hier sucht niemand nach dieser Datei ({kind.title})"
    source.report("DATEI09", 0, 0, message, f"Nach `{place}` verschieben.")


def _entry(path: Path, source: Source, model: type[ModelT]) -> Entry[ModelT] | Unreadable:
    if not source.problems and (source.root is None or source.root.value is None):
        source.report("DATEI05", 0, 0, "Die Datei ist leer")
    value = validate(source, model) if source.root is not None and source.root.value is not None else None
    _report_unreported(source)
    if value is None or any(_is_in_the_way(problem.code) for problem in source.problems):
        return Unreadable(_stem(path), source.file, source, KIND_OF[model])
    source.root = None  # The few files with findings are read again; the places of all take much time and memory.
    return Entry(path.stem, source.file, source, value)


def _is_in_the_way(code: str) -> bool:
    """Whether values are not what they were meant to be; in another encoding, they are."""
    return code.startswith(("YAML", "DATEI")) and code != "DATEI03"


def _order(file: DataFile) -> tuple[str, int, str]:
    return file.id, file.file.count("/"), file.file


def _rank(file: DataFile) -> tuple[bool, bool, bool, int]:
    """What is practised first, folders before single files, the exams last."""
    kind = file.kind
    return kind.model is Exam, not kind.cards, kind.single, KINDS.index(kind)


def _unique(files: Iterable[DataFile]) -> Iterator[DataFile]:
    """Report a second file with the same id, from another folder: they would share an address and the progress."""
    first: dict[tuple[str, Kind | None], DataFile] = {}
    for file in files:
        key = (file.id, None if file.kind.cards else file.kind)
        if key in first:
            source = replace(file.source, problems=[*file.source.problems])
            source.report("DATEI08", 0, 0, f"Die Kennung `{file.id}` gehört schon zu {first[key].file}")
            yield Unreadable(f"{file.id}--doppelt", file.file, source, file.kind)
        else:
            first[key] = file
            yield file


def _yaml_files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir() and path.suffix not in _YAML_SUFFIXES:
            yield from sorted(file for file in path.rglob("*") if _is_yaml(file))
        elif path.exists() or path.is_symlink():
            yield path


def _is_yaml(file: Path) -> bool:
    """Whether a name is meant as that of a YAML file, `x.YML` and `x.yml.txt` among them; copies of editors are not."""
    return _YAML_NAME.search(file.name) is not None and file.name[0] != "."


def _stem(path: Path) -> str:
    return _YAML_NAME.sub("", path.name) or path.stem


def _strays(data: Path, known: Collection[object]) -> Iterator[Path]:
    """The files below data/ that nobody looks for: in no known folder, or without the ending but with known keys."""
    for file in sorted(data.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(data).parts)
        if not hidden and file.is_file() and _same(file) not in known and (_is_yaml(file) or _holds_keys(file)):
            yield file


def _holds_keys(file: Path) -> bool:
    if file.suffix.lower() not in _TEXT_SUFFIXES or file.stat().st_size > MAX_BYTES:
        return False
    try:
        return known_by(_KEY.findall(file.read_text(encoding="utf-8", errors="replace"))) is not None
    except OSError:
        return False


def _same(file: Path) -> object:
    """What all paths of a file have in common, in a tenth of the time that it takes to resolve them."""
    try:
        status = file.stat()
    except OSError:
        return file.absolute()
    return status.st_dev, status.st_ino


def _below(path: Path, folder: Path) -> Path | None:
    with suppress(ValueError):  # Asked beforehand, it would be found out twice, for each of thousands of files.
        return path.relative_to(folder)
    return None


def _shown(path: Path, root: Path) -> str:
    whole, folder = str(path.absolute()), f"{root.absolute()}{os.sep}"
    if whole.startswith(folder) and whole.isascii() and os.sep == "/":
        return whole[len(folder) :]  # as below, in a fifth of the time
    shown = _below(path.absolute(), root.absolute()) or path
    return shown.as_posix().encode(errors="surrogateescape").decode(errors="replace")


def _read(path: Path, content: bytes | None, shown: str) -> Source:
    source = Source(shown, "")
    content = _content(path, source) if content is None else content
    return source if content is None else _decode(content, source)


def _content(path: Path, source: Source) -> bytes | None:
    """The bytes of a file; None, and a problem of the source, where it cannot or must not be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "ein Ordner" if stat.S_ISDIR(status.st_mode) else "keine gewöhnliche Datei"
            source.report("DATEI01", 0, 0, f"Das ist {kind}")
        elif status.st_size > MAX_BYTES:
            size = f"{status.st_size / 1_000_000:.1f}".replace(".", ",")
            source.report("DATEI02", 0, 0, f"Die Datei ist {size} MB groß, erlaubt ist 1 MB")
        else:
            return path.read_bytes()
    except OSError as error:
        source.report("DATEI01", 0, 0, f"Die Datei lässt sich nicht öffnen ({reason_of(error)})")
    return None


def _decode(data: bytes, source: Source) -> Source:
    decoded = decode(data)
    read = read_source(source.file, decoded.text)
    if decoded.encoding:
        first = next((at for at, letter in enumerate(read.text) if letter > "\x7f"), 0)
        message = f"Die Datei ist nicht in UTF-8 gespeichert, sondern in „{decoded.encoding}“"
        read.report("DATEI03", *read.position(first), message, _REOPEN.format(decoded.encoding))
    elif decoded.strays:
        _report_strays(read, decoded.strays)
    return read


def _report_strays(source: Source, strays: Iterable[tuple[int, int]]) -> None:
    """Report what is of another encoding, once a line."""
    said = 0
    for start, end in strays:
        line, column = source.position(start)
        if line != said:
            message = f"„{source.text[start:end]}“ ist hier nicht in UTF-8 gespeichert, der Rest der Datei schon"
            source.report("DATEI03", line, column, message, retyped(source.line(line)), width=end - start)
        said = line


def _check_name(path: Path, source: Source) -> None:
    if path.suffix == ".yml" and re.fullmatch(SLUG, path.stem):
        return
    slug = slugify(_stem(path))
    if path.suffix != ".yml":
        source.report("DATEI04", 0, 0, f"Die Endung ist „{path.suffix}“ statt „.yml“", f"In `{slug}.yml` umbenennen.")
    else:
        name = path.name.encode(errors="surrogateescape").decode(errors="replace")
        source.report("DATEI04", 0, 0, f"„{name}“ ergibt keine Adresse", f"In `{slug}.yml` umbenennen." if slug else "")


def _report_unreported(source: Source) -> None:
    if source.unreported:
        count, source.unreported = source.unreported, 0
        source.problems.pop()
        source.report("DATEI07", 0, 0, f"Es gibt {count + 1} weitere Probleme in dieser Datei")
