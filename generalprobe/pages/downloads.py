"""The files that a page offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generalprobe import addresses
from generalprobe.exporting.downloads import Download
from generalprobe.pages.templating import block


def offered(offers: Sequence[Download], page: str) -> dict[str, Any]:
    """What a template shows of them on the page at an address."""
    return {"offers": offers, "to_root": addresses.to_root(page)}


def block_of(offers: Sequence[Download], page: str) -> list[str]:
    """The part of a page that offers them; none where there are none."""
    return [block("downloads", **offered(offers, page))] if offers else []


def names(offers: Sequence[Download]) -> list[str]:
    """What changes with them."""
    return [f"{each.address} {each.kept.name}" for each in offers]
