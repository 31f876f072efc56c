"""From the values of a source to a model, or to German problems at their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generalprobe.problems import Finding, Path
from generalprobe.reading.misfits import Misfit, explain
from generalprobe.reading.places import misplaced
from generalprobe.reading.renaming import meant_key, rename
from generalprobe.reading.source import MAX_PROBLEMS, Node, Source

DEEPEST = 4
"""How many keys above one another can be other words, and are read all the same."""

ModelT = TypeVar("ModelT", bound=BaseModel)


def validate(source: Source, model: type[ModelT]) -> ModelT | None:
    """Make a model of a source's values; where they do not fit, report it to the source and return None."""
    assert source.root is not None
    for last in (*[False] * DEEPEST, True):
        try:
            return model.model_validate(source.root.value)
        except ValidationError as error:
            if not last and _renamed(error, source, model):
                continue  # what stands under these keys is looked at too
            findings = _findings(error, source.root, source, model)
            for finding in islice(findings, MAX_PROBLEMS):
                locate(source, finding)
            source.unreported += max(0, error.error_count() - MAX_PROBLEMS)
            return None
    return None


def _renamed(error: ValidationError, source: Source, model: type[BaseModel]) -> bool:
    """Report keys of which one can tell what they were meant to be, and read them so; whether there were any."""
    assert source.root is not None
    before = len(source.renamed)
    unknown = (details for details in error.errors(include_url=False) if details["type"] == "extra_forbidden")
    for details in islice(unknown, MAX_PROBLEMS):
        path = _data_path(details["loc"], source.root)
        misfit = Misfit(path, details, model, source)
        group = source.node(path[:-1])[0]
        name = meant_key(str(path[-1]), misfit.owner.model_fields.keys() - group.keys.keys() if misfit.owner else ())
        if name and path[-1] in group.keys:
            locate(source, explain(misfit))
            rename(group, str(path[-1]), name)
            source.renamed.append((path[:-1], str(path[-1]), name))
    return len(source.renamed) > before


def locate(source: Source, finding: Finding) -> None:
    """Report a finding at the place that its path leads to; a value that is reported already is left out."""
    node, steps = source.node(finding.path)
    if node.broken or (source.incomplete and finding.code in ("FORM02", "FORM07")):
        return
    parent, _ = source.node(finding.path[: steps - 1]) if steps else (node, 0)
    last = finding.path[steps - 1] if steps else None
    key = parent.keys.get(last) if isinstance(last, str) else None
    if found := _find(finding.words, source, node):
        at, width = found
        line, column = source.position(at, source.mended)
        source.report(finding.code, line, column, finding.message, finding.hint, width=width, path=finding.path)
        return
    mark = key if key is not None and (finding.at_key or steps < len(finding.path) or _is_block(node)) else node
    source.report(
        finding.code, mark.line, mark.column, finding.message, finding.hint, width=mark.width, path=finding.path
    )


def _find(words: str, source: Source, node: Node) -> tuple[int, int] | None:
    """Where words of a value begin in the file, and how many signs they have there: an umlaut may be two."""
    for written in dict.fromkeys((words, unicodedata.normalize("NFD", words))) if words else ():
        end = max(node.end, node.start + len(written))  # a group says not where it ends
        if (at := source.mended.find(written, node.start, end)) >= 0:
            return at, len(written)
    return None


def _is_block(node: Node) -> bool:
    """Whether a list or group stands below its key: then the key is what one looks at."""
    return bool(node.children) and node.width == 1


def _findings(error: ValidationError, root: Node, source: Source, model: type[BaseModel]) -> Iterator[Finding]:
    astray: dict[Path, Finding | None] = {}
    for details in error.errors(include_url=False):
        group = _data_path(details["loc"], root)[:2]
        if group not in astray and len(group) == 2 and len(astray) < MAX_PROBLEMS:
            astray[group] = misplaced(source.node(group)[0], group, model)
            if found := astray[group]:
                yield found
        if astray.get(group):
            continue  # all that does not fit there has one cause
        if details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]:
            continue  # what is wrong with the items has been said
        path = _data_path(details["loc"], root)
        yield explain(Misfit(path, details, model, source))


def _data_path(loc: tuple[int | str, ...], root: Node) -> Path:
    """The way through the data: pydantic's, without the tags of unions that it puts in between."""
    path: list[int | str] = []
    node: Node | None = root
    tag_read = False
    for step in loc:
        is_tag = node is not None and not tag_read and _is_tag(step, node.value)
        tag_read = is_tag
        if not is_tag:
            path.append(step)
            node = node.children.get(step) if node is not None else None
    return tuple(path)


def _is_tag(step: int | str, value: object) -> bool:
    """Whether pydantic put a step in to say which kind of a union it means; questions are open unless they say so."""
    if not isinstance(value, dict):
        return False
    return step == value["kind"] if "kind" in value else step == "open" and step not in value
