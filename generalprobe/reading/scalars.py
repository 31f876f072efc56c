"""What a text without quotation marks is by the YAML 1.2 core schema."""

from __future__ import annotations

import re
from typing import Any

_CONSTANTS = {"": None, "~": None} | {
    word: value
    for lower, value in (("null", None), ("true", True), ("false", False))
    for word in (lower, lower.title(), lower.upper())
}
_INTEGER = re.compile(r"[-+]?[0-9]{1,300}|0o[0-7]{1,300}|0x[0-9a-fA-F]{1,300}")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_MAY_BE_NUMBER = frozenset("+-.0123456789")


def is_plain_text(text: str) -> bool:
    """Whether a text without quotation marks stays text by the YAML 1.2 core schema: `1:30` does, `2024` does not."""
    return isinstance(resolve(text), str)


def resolve(text: str) -> Any:
    """The value of a plain scalar by the YAML 1.2 core schema."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] in _MAY_BE_NUMBER:
        if _INTEGER.fullmatch(text):
            return int(text, 0 if text[:2] in ("0o", "0x") else 10)
        if _FLOAT.fullmatch(text):
            return float(re.sub(r"\.(?=[a-zA-Z]{3}$)", "", text))
    return text
