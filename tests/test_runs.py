"""Texts of values become paragraphs of runs, by the short cut for plain ones as by the Markdown library."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generalprobe.exporting.runs import Run, inline_runs, prose_paragraphs

PIECES = [
    "a",
    "Wort",
    "**Fett**",
    "`Code`",
    "*",
    "- ",
    "1. ",
    "[x](/y/)",
    "<",
    "&",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "\x00",
]


def test_what_looks_alike_is_one_run() -> None:
    first, last = prose_paragraphs("Erst das,\ndann **das\nhier** auch.\n\nUnd\nEnde.")
    assert first.runs == (Run("Erst das, dann "), Run("das hier", bold=True), Run(" auch."))
    assert last.runs == (Run("Und Ende."),)
    assert inline_runs("ein *sehr\nwichtiges* Wort") == (Run("ein "), Run("sehr wichtiges", italic=True), Run(" Wort"))


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_short_cut_says_what_the_library_says(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generalprobe.exporting.runs.acts_in_prose", lambda text: True)
        patch.setattr("generalprobe.exporting.runs.acts_inline", lambda text: True)
        parsed = prose_paragraphs(text), inline_runs(text)
    assert (prose_paragraphs(text), tuple(run for run in inline_runs(text) if run.text)) == parsed
