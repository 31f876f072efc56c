"""The tables of the estimate: JSON files, so that a port to the browser reads the same ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ESTIMATE = (
    "abbreviations",
    "acronyms",
    "directions",
    "english",
    "entities",
    "model",
    "numbers",
    "symbols",
    "units",
    "words",
)
"""The tables that an estimate is made from."""
_FOLDER = Path(__file__).parent / "tables"


def load_table(name: str) -> dict[str, Any]:
    """Read ``tables/<name>.json``; every table says in its ``about`` what it holds."""
    table: dict[str, Any] = json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return table
