"""Models as YAML that reads back as the same model, written as a trainer would write it."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml

from generalprobe.format.duration import PATTERN
from generalprobe.format.fields import Model
from generalprobe.reading.scalars import is_plain_text

_WIDTH = 110
_INLINE_LENGTH = 80
# A time; what may come to stand at the beginning of a line, and look like an entry of a list there.
_MISLEADING = re.compile(rf"{PATTERN}|\s(?:[-*+•·▪‣–—]\s|-\w)")


def to_yaml(model: Model) -> str:
    """Write a model as YAML: keys in the model's order, what equals the default left out, long text as blocks."""
    return yaml.dump(
        model.model_dump(exclude_defaults=True),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=_WIDTH,
        indent=2,
    )


class _Dumper(yaml.SafeDumper):
    # By number: `\n` and `\t` in quotation marks look like parts of a path, and are refused as such.
    ESCAPE_REPLACEMENTS: ClassVar = {  # type: ignore[misc]
        character: letter for character, letter in yaml.SafeDumper.ESCAPE_REPLACEMENTS.items() if letter in '"\\'
    }

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)  # lists stand indented under their key


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if is_plain_text(text) and not _MISLEADING.search(text) else '"'
    # In quotation marks, backslashes would be doubled, and refused as parts of a path.
    if "\n" in text or (style and "\\" in text):
        style = "|" if _fits_block(text) else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _fits_block(text: str) -> bool:
    """Whether a literal block keeps the text: it starts with a visible character, and no line ends in a blank."""
    return text[:1].strip() != "" and not any(line != line.rstrip() for line in text.split("\n"))


def _sequence(dumper: yaml.SafeDumper, values: Any) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=_fits_line(values))


def _fits_line(values: Any) -> bool:
    """Whether a list is short enough to stand in one line: a row of a table, tags."""
    return (
        all(isinstance(value, str) and "\\" not in value for value in values)
        and sum(map(len, values)) <= _INLINE_LENGTH
        and len(values) > 1
    )


_Dumper.add_representer(str, _text)
_Dumper.add_representer(tuple, _sequence)
_Dumper.add_representer(list, _sequence)
