"""All files of a project checked: each by itself, and what two of them must not both have."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generalprobe.checking.addresses import Website
from generalprobe.checking.doubles import check_doubles, check_names, sharing
from generalprobe.checking.links import Link, check_links
from generalprobe.checking.surroundings import Surroundings
from generalprobe.cores import on_all_cores
from generalprobe.drawing import Drawing, know_drawn
from generalprobe.format.fields import Model
from generalprobe.memory import Memory
from generalprobe.problems import Problem
from generalprobe.reading.project import Entry, Project
from generalprobe.talk import Counted, Totals, know, know_totals, said_in


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a file by itself, what depends on other files, and what was worked out for that."""

    problems: tuple[Problem, ...]
    links: tuple[Link, ...]
    draft: bool
    claims: Sequence[str]
    """What `claims_of` it."""
    totals: Totals | None
    """Of a talk."""
    said: Iterable[Counted]
    """Of each text of `said_in`."""
    drawn: Mapping[str, Drawing]
    """Of its diagrams, by source."""


def check_project(project: Project, memory: Memory | None = None) -> list[Problem]:
    """All problems of all files, sorted by file and place; what the memory knows is not checked again."""
    checked = _check_all(project.readable, Surroundings.of(project), memory or Memory())
    alike = sharing(project.readable, {file: each.claims for file, each in checked.items()})
    across = [check_names(alike), check_doubles(alike)]
    websites = {draft: Website(project, with_drafts=draft) for draft in (False, True)}
    problems: list[Problem] = []
    for file in project.files:
        found = [finding for by_file in across for finding in by_file.get(file.file, ())]
        if alone := checked.get(file.file):
            problems += alone.problems
            found += check_links(alone.links, websites[alone.draft])
        problems += file.problems(found)
    return sorted(set(problems))


def _check_all(entries: Sequence[Entry[Any]], around: Surroundings, memory: Memory) -> dict[str, Checked]:
    """What is wrong with each file by itself, by file: those that the memory does not know are checked on all cores."""
    keys = {entry.file: _key(entry, around, memory) for entry in entries}
    missing = [entry for entry in entries if memory.recall(keys[entry.file], _revived) is None]
    if missing:
        from generalprobe.checking.alone import check_alone  # takes long to load

        for entry, text in zip(missing, on_all_cores(partial(check_alone, around=around), missing), strict=True):
            memory.keep(keys[entry.file], text)
    checked: dict[str, Checked] = {}
    for entry in entries:
        if found := memory.recall(keys[entry.file], _revived):
            checked[entry.file] = found
            _know(entry, found)
    return checked


def _know(entry: Entry[Any], found: Checked) -> None:
    """Spare others what was worked out."""
    entry.when_read(partial(_know_said, said=found.said))
    know_drawn(found.drawn)
    if found.totals:
        know_totals(entry, found.totals)


def _know_said(model: Model, said: Iterable[Counted]) -> None:
    know(zip(said_in(model), said, strict=True))


def _key(entry: Entry[Any], around: Surroundings, memory: Memory) -> str:
    return memory.key("checked", around.digest, entry.kind.place, entry.key)


def _revived(text: str) -> Checked:
    found = json.loads(text)
    return Checked(
        tuple(Problem(**problem) for problem in found["problems"]),
        tuple(Link(tuple(link["path"]), link["address"]) for link in found["links"]),
        found["draft"],
        found["claims"],
        Totals(*found["totals"]) if found["totals"] else None,
        found["said"],
        {source: Drawing.revived(drawing) for source, drawing in found["drawn"].items()},
    )
