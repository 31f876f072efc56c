"""Random edits of a project as people make them, and a preview that rebuilds its site after each.

Made for a copy of the project, which it changes. Edited are values in all files of data, whole files (added, renamed,
deleted, broken), drafts, pages written by hand, templates, styles, scripts and settings.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

REBUILD = """
import logging, os, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
started = False
# The macros plugin exits over a mistake, and Python's `exit` closes the input.
for _ in open(os.dup(0)):
    try:
        config = load_config(site_dir=sys.argv[1])
        config.site_url = "http://127.0.0.1:8000/"
        if not started:
            config.plugins.on_startup(command="serve", dirty=False)
            started = True
        build(config, serve_url=config.site_url)
        print("built", flush=True)
    except (Exception, SystemExit) as mistake:
        print(f"failed: {mistake!r}".replace("\\n", " "), flush=True)
"""
"""Builds as `mkdocs serve` does, in one process: once for each line of its input."""
FOLLOWS = ("pagefind/", "sitemap.xml.gz")
"""What is not compared byte by byte: what follows from the rest, and what holds a time."""
MOST_FILES = 14
"""Case studies beyond which one is deleted rather than added."""


class Rebuilding:
    """The preview's builder, which lives through all edits."""

    def __init__(self, project: Path, site: Path, environment: dict[str, str]) -> None:
        self.site = site
        self._process = subprocess.Popen(
            [sys.executable, "-c", REBUILD, str(site)], cwd=project, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __call__(self) -> str:
        """Build; `built`, or what made it fail."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        while (line := self._process.stdout.readline()) and not line.startswith(("built", "failed")):
            pass
        return line.strip()

    def end(self) -> None:
        """Let the process go."""
        self._process.communicate()


def files(site: Path) -> dict[str, bytes]:
    """What a site consists of, by path."""
    found = {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}
    return {path: file.read_bytes() for path, file in found.items() if not path.startswith(FOLLOWS)}


def different(rebuilt: Path, fresh: Path) -> list[str]:
    """The paths at which two sites differ."""
    one, other = files(rebuilt), files(fresh)
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


class Editor:
    """Somebody who edits a project at random, and mends in the end what was broken."""

    def __init__(self, project: Path, seed: int) -> None:
        self.project = project
        self.said: list[str] = []
        self._random = Random(seed)
        self._count = 0
        self._broken: dict[Path, str] = {}

    def edit(self) -> None:
        """Do one thing."""
        self._count += 1
        if self._broken and self._random.random() < 0.5:
            self.mend()
            return
        edits: list[tuple[int, Callable[[], str]]] = [
            (6, self._value), (3, self._lesson), (2, self._added), (2, self._renamed), (1, self._deleted),
            (2, self._draft), (2, self._unreadable), (1, self._unknown_key), (1, self._macro), (2, self._new_lesson),
            (1, self._gone_lesson), (1, self._template), (1, self._frame), (1, self._style), (1, self._settings),
            (1, self._script),
        ]  # fmt: skip
        [edit] = self._random.choices([edit for _, edit in edits], [weight for weight, _ in edits])
        self.said.append(edit())

    def mend(self) -> None:
        """Undo all that keeps the site or a file from being shown."""
        for file, text in self._broken.items():
            file.write_text(text, "utf-8")
        self._broken = {}
        self.said.append("mended")

    def _value(self) -> str:
        file = self._random.choice(self._data("**/*.yml"))
        lines = file.read_text("utf-8").split("\n")
        written = [at for at, line in enumerate(lines) if re.fullmatch(r" *(- )?\w+: [A-ZÄÖÜ][\w ,]+[.?]?", line)]
        if not written:
            return "nothing"
        at = self._random.choice(written)
        ending = lines[at][-1] if lines[at][-1] in ".?" else ""
        lines[at] = f"{lines[at].removesuffix(ending)} zum {self._count}. Mal{ending}"
        file.write_text("\n".join(lines), "utf-8")
        return f"a value of {file.name}"

    def _lesson(self) -> str:
        file = self._random.choice([*(self.project / "docs").rglob("*.md")])
        with file.open("a", encoding="utf-8") as stream:
            stream.write(f"\n\n## Nachtrag {self._count}\n\nEin Absatz mehr.\n")
        return f"a paragraph in {file.name}"

    def _added(self) -> str:
        cases = self._data("case-studies/*.yml")
        if len(cases) > MOST_FILES:
            return self._deleted()
        file = self._random.choice(cases)
        shutil.copy(file, file.with_name(f"neu-{self._count}.yml"))
        return f"a copy of {file.name}"

    def _renamed(self) -> str:
        file = self._random.choice(self._data("case-studies/*.yml") + self._data("dialogues/*.yml"))
        target = file.with_name(f"umbenannt-{self._count}.yml")
        if file in self._broken:
            return "nothing"
        file.rename(target)
        return f"{file.name} is {target.name}"

    def _deleted(self) -> str:
        cases = [file for file in self._data("case-studies/*.yml") if file not in self._broken]
        if len(cases) < 3:
            return self._added()
        file = self._random.choice(cases)
        file.unlink()
        return f"{file.name} deleted"

    def _draft(self) -> str:
        file = self._random.choice(self._data("case-studies/*.yml"))
        text = file.read_text("utf-8")
        draft = "draft: true\n"
        file.write_text(text.removeprefix(draft) if text.startswith(draft) else draft + text, "utf-8")
        return f"{file.name} a draft or none"

    def _unreadable(self) -> str:
        return self._break(self._random.choice(self._data("**/*.yml")), "title: [nicht zu\n")

    def _unknown_key(self) -> str:
        file = self._random.choice(self._data("case-studies/*.yml") + self._data("question-bank/*.yml"))
        return self._break(file, file.read_text("utf-8") + f"\nnanu: {self._count}\n")

    def _macro(self) -> str:
        return self._break(self._page(), "---\nrender_macros: true\n---\n# Kaputt\n\n{{ gibt_es_nicht() }}\n")

    def _new_lesson(self) -> str:
        file = self.project / "docs" / "lernen" / f"neu-{self._count}.md"
        case = self._random.choice(self._data("case-studies/*.yml")).stem
        link = f"../fallstudien/{case}/index.md#rahmen"
        file.write_text(f"# Neu {self._count}\n\n[Fall]({link}) und [Lektion](neu-{self._count - 1}.md)\n", "utf-8")
        return f"{file.name}, with links"

    def _gone_lesson(self) -> str:
        new = sorted((self.project / "docs" / "lernen").glob("neu-*.md"))
        if not new:
            return self._new_lesson()
        file = self._random.choice(new)
        file.unlink()
        return f"{file.name} deleted"

    def _template(self) -> str:
        folder = self.project / "generalprobe" / "pages" / "templates"
        file = folder / self._random.choice(["slide.html.jinja", "head.html.jinja", "tiles.html.jinja"])
        return self._append(file, f"<!-- {self._count} -->")

    def _frame(self) -> str:
        return self._append(self.project / "overrides" / "partials" / "footer.html", f"<!-- {self._count} -->\n")

    def _style(self) -> str:
        return self._append(
            self.project / "docs" / "stylesheets" / "base.css", f"\n.gp-neu-{self._count} {{ top: 0 }}\n"
        )

    def _settings(self) -> str:
        file = self.project / "mkdocs.yml"
        text = file.read_text("utf-8")
        file.write_text(re.sub(r"- Die Prüfung.*: lernen", f"- Die Prüfung {self._count}: lernen", text), "utf-8")
        return "a title of the navigation"

    def _script(self) -> str:
        scripts = self.project / "docs" / "javascripts"
        (scripts / "base" / f"neu-{self._count}.mjs").write_text("export const neu = 1;\n", "utf-8")
        file = scripts / "frame" / "menu.mjs"
        text = file.read_text("utf-8")
        file.write_text(f'import "../base/neu-{self._count}.mjs";\n{text}', "utf-8")
        return "an import of a module"

    def _page(self) -> Path:
        return self.project / "docs" / "lernen" / "eskalation.md"

    def _break(self, file: Path, text: str) -> str:
        self._broken.setdefault(file, file.read_text("utf-8"))
        file.write_text(text, "utf-8")
        return f"{file.name} broken"

    def _append(self, file: Path, text: str) -> str:
        with file.open("a", encoding="utf-8") as stream:
            stream.write(text)
        return f"{file.name} longer"

    def _data(self, pattern: str) -> list[Path]:
        return sorted((self.project / "data").glob(pattern))
