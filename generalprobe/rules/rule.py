"""What a rule is: a kind of problem with its code, its severity, and what trainers are told about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of problem, explained in German for trainers."""

    code: str
    severity: Severity
    title: str
    why: str
    cure: str


def error(code: str, title: str, why: str, cure: str) -> Rule:
    """A rule whose breach stops the build."""
    return Rule(code, "error", title, why, cure)


def warning(code: str, title: str, why: str, cure: str) -> Rule:
    """A rule whose breach does not stop the build."""
    return Rule(code, "warning", title, why, cure)
