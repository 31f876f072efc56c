"""The Markdown of values is the same on the page and in the browser: what Python renders, markdown-it renders."""

from __future__ import annotations

import json
import re
import subprocess
from random import Random
from typing import Any

import pytest
from injection.payloads import PAYLOADS
from samples import ROOT

from generalprobe.format.case_study import CaseStudy
from generalprobe.format.html import inline, plain, prose
from generalprobe.pages.directions import directions_in, notes
from generalprobe.pages.text import printable
from generalprobe.reading.loading import load_project

_NODE = """
import * as markdown from "./docs/javascripts/base/markdown.mjs";
let input = "";
for await (const part of process.stdin) input += part;
const made = JSON.parse(input).map(({ text, directions }) => ({
  inline: markdown.inlineHtml(text), prose: markdown.proseHtml(text), plain: markdown.plain(text),
  notes: markdown.notesHtml(text, directions),
}));
console.log(JSON.stringify(made));
"""
_PIECES = [
    *(
        "*",
        "**",
        "_",
        "__",
        "***",
        "`",
        "``",
        "\\",
        "\\*",
        "\\_",
        "\\`",
        "\\[",
        "\\]",
        "\\<",
        "[",
        "]",
        "](",
        ")",
        "(/x/)",
    ),
    *("<", ">", "&", '"', "'", "~", "#", "!", "- ", "1. ", "+ ", "```\n", "\n", "\n\n", "  \n", "    ", " ", "\t"),
    *(
        "[Klick]",
        "[Pause 2 s]",
        "[Dein Name]",
        "\\[Klick\\]",
        "[**Klick**]",
        "[_Demo_ kurz]",
        "x[Klick]",
        "[Klick](/x/)",
    ),
    *("<https://firma.example/ä?b=c&d>", "<wer@firma.example>", "[Weg](/lernen/eskalation/)", "[x](javascript:alert)"),
    *(
        "Wort",
        "Kolleg*innen",
        "3*4",
        "zwei Wörter",
        "„Zitat“",
        "–",
        "😀",
        "é",
        "&amp;",
        "<b>",
        "C:\\temp",
        "a_b_c",
        "𝐀",
    ),
]

_FENCE_FAR_IN = re.compile(r"(?:    |\t)[ \t]*```")
"""Where the two do differ: to one of them it is a fence still, to the other text."""


def texts() -> list[str]:
    """Made of pieces that mean something to Markdown, of what attackers write, and all that our talks say."""
    random = Random(14)
    made = ["".join(random.choices(_PIECES, k=random.randint(1, 12))) for _ in range(3000)]
    shipped = [slide.notes for entry in load_project(ROOT).entries(CaseStudy) for slide in entry.model.slides]
    return [printable(text) for text in (*made, *PAYLOADS, *shipped) if not _FENCE_FAR_IN.search(text)]


@pytest.fixture(scope="module")
def rendered() -> list[tuple[str, dict[str, Any]]]:
    asked = texts()
    said = json.dumps([{"text": text, "directions": directions_in(text)} for text in asked])
    node = [str(ROOT / ".venv" / "bin" / "node"), "--input-type=module", "-e", _NODE]
    done = subprocess.run(node, input=said, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, done.stderr
    return list(zip(asked, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("how", [inline, prose, notes, plain], ids=lambda how: how.__name__)
def test_both_make_the_same_of_a_text(rendered: list[tuple[str, dict[str, Any]]], how: Any) -> None:
    made = {text: (found[how.__name__], str(how(text))) for text, found in rendered}
    assert {text: both for text, both in made.items() if both[0] != both[1]} == {}
