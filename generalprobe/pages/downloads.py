"""The files that a page offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generalprobe import addresses
from generalprobe.exporting.downloads import Download


def offered(offers: Sequence[Download], page: str) -> dict[str, Any]:
    """What a template shows of them on the page at an address."""
    return {"offers": offers, "to_root": addresses.to_root(page)}


def names(offers: Sequence[Download]) -> list[str]:
    """What changes with them."""
    return [f"{each.address} {each.kept.name}" for each in offers]
