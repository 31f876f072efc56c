"""What was imported as the text of a file: YAML that reads back as the same, with comments on what was proposed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import count

from generalprobe.exporting.writing import to_yaml
from generalprobe.format.kinds import KIND_OF
from generalprobe.importing.losses import Loss
from generalprobe.importing.plain_text import in_one_line
from generalprobe.importing.proposing import Imported
from generalprobe.importing.unreadable import Unreadable
from generalprobe.reading.loading import MAX_BYTES

_TIME = re.compile(r"^    time: .*$", re.MULTILINE)
"""That of a slide: nothing else stands so far from the margin."""
_LARGE = "Was daraus würde, ist größer als 1 MB: die größte Datei, die gelesen wird. Teile sie."


def as_text(imported: Imported, source: str, *, to_schema: str = "") -> str:
    """The text of a file.

    Args:
        imported: what it holds.
        source: the name of the file that it comes from.
        to_schema: the way from its folder to that of the schemas; empty where there is none.

    Raises Unreadable where it would be too large to be read.
    """
    kind = KIND_OF[type(imported.model)]
    head = [f"yaml-language-server: $schema={to_schema}/{kind.schema}.schema.json"] if to_schema else []
    head += [f"Übernommen aus „{source}“."]
    head += _listed("Nicht übernommen:", grouped(imported.losses))
    head += _listed("Vorgeschlagen, bitte ansehen:", imported.proposals)
    text = "".join(f"# {_comment(line)}\n" for line in head) + _with_reasons(imported)
    if len(text.encode()) > MAX_BYTES:
        raise Unreadable(_LARGE)
    return text


def _listed(heading: str, lines: Sequence[str]) -> list[str]:
    return [heading, *(f"  - {line}" for line in lines)] if lines else []


def grouped(losses: tuple[Loss, ...]) -> list[str]:
    """What was lost, a line each by slides; what several lost alike is said once."""
    places: dict[str, list[str]] = {}
    for loss in losses:
        places.setdefault(loss.what, []).append(loss.place)
    return sorted(_lines(places), key=_first_slide)


def _first_slide(line: str) -> float:
    """The number of the first slide that a line names; what is lost elsewhere comes last."""
    match = re.match(r"Folien? (\d+)", line)
    return int(match[1]) if match else math.inf


def _lines(places: dict[str, list[str]]) -> Iterator[str]:
    for what, where in places.items():
        numbers = [match[1] if (match := re.match(r"Folie (\d+)", place)) else "" for place in where]
        if len(where) > 2 and all(numbers):
            yield f"Folien {', '.join(dict.fromkeys(numbers))}: {what}"
        else:
            yield from dict.fromkeys(str(Loss(place, what)) for place in where)


def _comment(line: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return indent + in_one_line(line)


def _with_reasons(imported: Imported) -> str:
    slides = count()

    def with_reason(match: re.Match[str]) -> str:
        reason = imported.times.get(next(slides))
        return f"{match[0]}  # {reason}" if reason else match[0]

    return _TIME.sub(with_reason, to_yaml(imported.model))
