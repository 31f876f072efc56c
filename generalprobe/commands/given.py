"""What a command is given: paths and patterns → files; which of them are of candidates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

YAML = (".yml", ".yaml")


def matching(path: Path) -> list[Path]:
    """A path, those that a pattern matches, or several in one text: not every shell is asked to tell them apart."""
    if found := _found(path):
        return found
    several = [_found(Path(each)) for each in str(path).split()]
    return [each for among in several for each in among] if several and all(several) else [path]


def _found(path: Path) -> list[Path]:
    if path.exists():
        return [path]
    if not any(sign in str(path) for sign in "*?["):
        return []
    found = Path(path.anchor).glob(str(path.relative_to(path.anchor)))
    return sorted(each for each in found if not each.name.startswith((".", "~$")))


def submitted(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of candidates: those that are named, and those in folders that hold no YAML file."""
    for path in paths:
        if not path.is_dir():
            yield from [path] if path.suffix.lower() not in YAML else []
        elif not any(file.suffix.lower() in YAML for file in path.rglob("*")):
            from generalprobe.commands.submitted import within  # takes long to load, and is rarely needed

            yield from within(path)
