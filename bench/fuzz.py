"""Change the real files at random; load, check and render what comes of it: whatever trainers type, nothing escapes.

python bench/fuzz.py --count 100000 --seed 1
"""

from __future__ import annotations

import random
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generalprobe.checking.project import check_project
from generalprobe.command import Parser, run
from generalprobe.pages import render_site
from generalprobe.reading.loading import kind_of, load_project, read_text
from generalprobe.reading.project import DataFile, Project

ROOT = Path(__file__).resolve().parent.parent
_PIECES = (
    *("#", " #", ": ", ":", "- ", "-", "\t", "  ", " ", "\n", "\n\n", '"', "'", "„", "“", "|", ">", "[", "]", "{", "}"),
    *(
        ",",
        "*",
        "**",
        "&",
        "!",
        "%",
        "@",
        "`",
        "\\",
        "\\n",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\x07",
        "\u2028",
        "<br>",
        "~",
    ),
    *(
        "0x1F",
        "1e3",
        "null",
        "<<<<<<< HEAD\n",
        "=======\n",
        ">>>>>>> x\n",
        "---\n",
        "...\n",
        "](",
        "/lernen/",
        "🙂",
        "–",
    ),
)

Change = Callable[[random.Random, str], str]


def insert(chance: random.Random, text: str) -> str:
    """Type something somewhere."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_PIECES) + text[at:]


def delete(chance: random.Random, text: str) -> str:
    """Delete a few characters."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 1, 2, 5, 40)) :]


def move_line(chance: random.Random, text: str) -> str:
    """Put a line elsewhere."""
    lines = text.splitlines(keepends=True) or [""]
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "".join(lines)


def indent_line(chance: random.Random, text: str) -> str:
    """Indent a line by another number of blanks."""
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randrange(8) + lines[at].lstrip(" ")
    return "".join(lines)


def repeat_line(chance: random.Random, text: str) -> str:
    """Write a line twice."""
    lines = text.splitlines(keepends=True) or [""]
    at = chance.randrange(len(lines))
    return "".join([*lines[: at + 1], *lines[at:]])


CHANGES: tuple[Change, ...] = (insert, insert, delete, move_line, indent_line, repeat_line)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 where nothing escaped, else 1."""
    options = _parser().parse_args(arguments)
    project = load_project(ROOT)
    texts = [(file, file.source.text) for file in project.files]
    codes: Counter[str] = Counter()
    for number in range(options.count):
        chance = random.Random(f"{options.seed}-{number}")
        file, text = chance.choice(texts)
        for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):
            text = chance.choice(CHANGES)(chance, text)
        try:
            codes.update(tried(project, file, text))
        except Exception:
            print(f"{options.seed}-{number}, {file.file}:\n{traceback.format_exc()}", file=sys.stderr)
            return 1
    shown = ", ".join(f"{code} {count}" for code, count in codes.most_common(12))
    print(f"{options.count:,} mutations of {len(texts)} files: nothing escaped. {shown}")
    return 0


def tried(project: Project, file: DataFile, text: str) -> set[str]:
    """Load, check and render a file with another text, with the exams beside it; the codes of what is wrong with it."""
    changed = read_text(ROOT / file.file, text, kind_of(ROOT / file.file).model, ROOT)
    exams = tuple(each for each in project.files if each.kind.model is not file.kind.model and not each.kind.cards)
    small = replace(project, files=(changed, *exams))
    problems = check_project(small)
    render_site(small, problems=problems)
    for problem in problems:
        assert problem.line >= 0, problem
        assert problem.hint, problem
    return {problem.code for problem in problems if problem.file == file.file}


def _parser() -> Parser:
    parser = Parser(prog="fuzz.py", description="Ändert die echten Dateien zufällig, liest, prüft und zeigt sie.")
    parser.add_argument("--count", metavar="ANZAHL", type=int, default=100_000, help="wie viele (sonst 100000)")
    parser.add_argument("--seed", metavar="ZAHL", type=int, default=1, help="andere Zahl, andere Änderungen")
    return parser


if __name__ == "__main__":
    run(main)
