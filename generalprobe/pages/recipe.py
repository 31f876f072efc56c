"""A page that comes from data before it is rendered: what it is made of, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from generalprobe.reading.project import DataFile


@dataclass(frozen=True)
class Recipe:
    """A page that is rendered when it is asked for."""

    made_of: str
    """Changes with whatever the page shows, as long as code and templates stay."""
    render: Callable[[], str]


def recipe(render: Callable[..., str], *values: Any, of: tuple[Any, ...]) -> Recipe:
    """A page that `render` makes of the values; `of` is all that they come from: files of data, and other values."""
    ingredients = [each.fingerprint if isinstance(each, DataFile) else repr(each) for each in of]
    made_of = blake2b("\0".join([render.__name__, *ingredients]).encode(errors="surrogateescape"), digest_size=16)
    return Recipe(made_of.hexdigest(), lambda: render(*values))
