"""What the browser needs to judge a talk of one's own: rules that ask for no more than it, widths of characters."""

from __future__ import annotations

import json
from dataclasses import asdict

from generalprobe.rules import RULES
from generalprobe.typesetting.tables import read_table

JUDGED = (
    *("FORM05", "FORM07", "ZIEL01"),
    *("ZEIT01", "ZEIT02", "ZEIT03", "ZEIT04", "ZEIT05", "ZEIT06", "ZEIT07", "ZEIT08", "ZEIT09", "ZEIT10"),
    *("ZEIT11", "ZEIT12", "SPRECH01", "SPRECH02", "FOLIE01", "FOLIE02", "FOLIE03", "FOLIE05", "FOLIE06"),
)
"""Their codes; `workshop/checks.mjs` knows how to find each. All others are for `make check`."""


def widths_file() -> str:
    """Write how wide characters are, for the browser to find what does not fit on a slide."""
    widths = {name: each for name, each in read_table().items() if name != "about"}
    return json.dumps(widths, ensure_ascii=False, separators=(",", ":"))


def rules_file() -> str:
    """Write these rules for the browser, by their codes."""
    rules = {code: asdict(RULES[code]) for code in JUDGED}
    return json.dumps(rules, ensure_ascii=False, separators=(",", ":"))
