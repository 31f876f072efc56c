"""No spelling mistake stands in what candidates and trainers read: cspell with its German dictionary and our words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from samples import ROOT

pytestmark = pytest.mark.slow

WORDS = ROOT / "spelling.txt"
HELP = (
    "Rechtschreibung: Verbessere die Wörter, oder trage richtige, die das Wörterbuch nicht kennt, in spelling.txt ein "
    "(alphabetisch, ein Wort je Zeile). Code gehört in `Backticks`."
)
MISTAKES = {
    "seite.md": (
        "---\ntitle: Tikket\n---\n\nDie `Tikket`-Nummer. [Ein Fählt](tikket.md#tikket)\n",
        ["Tikket", "Fählt"],
    ),
    "fall.yml": (
        "id: tikket\ntitle: Ein Tikket\nbullets:\n  - text: Fählt\n    id: fählt\n",
        ["Tikket", "Fählt"],
    ),
    "ausschnitt.yml": (
        "artifact:\n  code: |\n    tikket --fählt\n\n    zurük\n  caption: Zurük\n",
        ["Zurük"],
    ),
    "seite.html.jinja": (
        '<p class="tikket" aria-label="Fählt">{{ tikket }} Zurük</p>\n',
        ["Fählt", "Zurük"],
    ),
}
"""Files, and the words in them that are wrong."""


def misspelt(*arguments: str) -> list[str]:
    """Every unknown word as `file:line: word`, in the files of cspell.json or in those given."""
    node = shutil.which(Path(sys.executable).with_name("node")) or shutil.which("node")
    assert node, "Node fehlt: make test richtet es ein"
    command = [node, "node_modules/cspell/bin.mjs", "lint", "--no-progress", "--no-summary", "--no-color", *arguments]
    done = subprocess.run(
        [*command, "--issue-template", "$uri:$row: „$text“"], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stdout + done.stderr
    found = [line.removeprefix(f"{ROOT.as_uri()}/") for line in done.stdout.splitlines()]
    assert bool(found) == bool(done.returncode), done.stdout + done.stderr
    return found


def test_everything_is_spelt_right() -> None:
    found = misspelt()
    assert found == [], "\n".join([HELP, *found])


def test_mistakes_are_found_where_people_read(tmp_path: Path) -> None:
    """And nowhere else: not in keys, ids, code, links' targets, tags and templates."""
    for name, (text, _) in MISTAKES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / name) for name in MISTAKES]
    found = misspelt("--root", str(tmp_path), "--config", str(ROOT / "cspell.json"), *files)
    for name, (_, words) in MISTAKES.items():
        assert [line.rpartition(": ")[2].strip("„“") for line in found if f"{name}:" in line] == words, name


def test_our_words_are_in_order_and_needed() -> None:
    """Sorted, once each, and each one is found somewhere: a list that only grows hides mistakes."""
    words = WORDS.read_text(encoding="utf-8").splitlines()
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
    folders = json.loads((ROOT / "cspell.json").read_text(encoding="utf-8"))["files"]
    text = "\n".join(file.read_text(encoding="utf-8") for folder in folders for file in ROOT.glob(folder))
    assert [word for word in words if word not in text] == []
