"""Which of the site's modules are published as one, so that a page asks for a few files and not for dozens.

Sources and previews know nothing of it: `join` changes the modules of a site that has been built. A group holds what
its modules import and no group before it holds, so that none leads back to one after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath

from generalprobe.modules import needed, own_modules

FOLDER = "joined"
"""Where joined files lie, below the folder of scripts."""
GROUPS = {
    "joined/base.mjs": (
        *("base/shelf.mjs", "base/elements.mjs", "base/calendar.mjs", "base/times.mjs", "base/begun.mjs"),
        *("base/fetching.mjs", "base/new-day.mjs", "base/filter.mjs", "base/shuffling.mjs", "base/stopwatch.mjs"),
        *("base/names.mjs", "base/dragging.mjs", "base/random.mjs", "base/app.mjs"),
    ),
    "joined/files.mjs": ("base/files.mjs",),
    "joined/own.mjs": ("base/own-talks.mjs", "base/own-entry.mjs", "base/room.mjs"),
    "joined/texts.mjs": ("base/markdown.mjs", "base/inline.mjs", "base/listing.mjs"),
    "joined/frame.mjs": (
        *("frame/menu.mjs", "frame/scheme.mjs", "frame/search.mjs", "frame/glossary.mjs", "frame/toc.mjs"),
        *("frame/disclosure.mjs", "frame/scrolling.mjs", "frame/key-help.mjs", "frame/explanation.mjs"),
    ),
    "joined/cards.mjs": (
        *("practice/supply.mjs", "practice/gathering.mjs", "practice/kinds.mjs", "memory/progress.mjs"),
        "memory/settings.mjs",
    ),
    "joined/read.mjs": (
        *("talk/rehearsed.mjs", "lessons/case-read.mjs", "lessons/read-mark.mjs", "speech/spoken-times.mjs"),
        "offline/taking.mjs",
    ),
    "joined/catalogue.mjs": ("practice/catalogue.mjs",),
    "joined/due.mjs": ("memory/present.mjs",),
    "joined/round.mjs": (
        *("practice/round.mjs", "practice/points.mjs", "practice/keys.mjs", "practice/bar.mjs"),
        *("practice/options.mjs", "practice/question.mjs", "practice/task.mjs"),
        "practice/own-cards.mjs",
    ),
    "joined/offline.mjs": ("offline/starting.mjs",),
    "joined/short-test.mjs": ("practice/short-test/short-test.mjs",),
    "joined/practice.mjs": (
        *("practice/quiz.mjs", "practice/choosing.mjs", "practice/card.mjs", "practice/trouble.mjs"),
        *(f"practice/kinds/{kind}.mjs" for kind in ("choice", "gaps", "match", "open", "order")),
    ),
    "joined/talk.mjs": (
        *("talk/talk.mjs", "talk/runs.mjs", "talk/last-run.mjs", "talk/advice.mjs", "talk/factor.mjs"),
        "talk/report.mjs",
    ),
    "joined/slide.mjs": ("talk/slide.mjs", "talk/keys.mjs"),
    "joined/windows.mjs": ("talk/windows.mjs", "talk/display.mjs", "talk/clock.mjs"),
    "joined/stage.mjs": ("talk/stage.mjs", "talk/live.mjs"),
    "joined/features.mjs": ("recording/features.mjs",),
    "joined/recording.mjs": (
        *("recording/offer.mjs", "recording/hearing.mjs", "recording/delivery.mjs", "recording/spoken.mjs"),
        *("recording/entry.mjs", "recording/devices.mjs", "talk/stretches.mjs"),
    ),
    "joined/marking.mjs": ("exam/marking.mjs", "exam/kept.mjs", "exam/sitting.mjs"),
    "joined/exam.mjs": (
        *("exam/answers.mjs", "exam/beginning.mjs", "exam/code.mjs", "exam/course.mjs", "exam/disturbing.mjs"),
        *("exam/draw.mjs", "exam/material.mjs", "exam/once.mjs", "exam/passing.mjs", "exam/phases.mjs"),
        "exam/sheet.mjs",
    ),
    "joined/mock-exam.mjs": ("exam/mock-exam.mjs",),
    "joined/own-talk.mjs": ("talk/own.mjs",),
    "joined/reading.mjs": (
        *("workshop/unreadable.mjs", "workshop/checksum.mjs", "workshop/pictures.mjs", "workshop/picture-file.mjs"),
    ),
    "joined/talk-file.mjs": (
        *("workshop/talk-file.mjs", "workshop/case-reading.mjs", "workshop/yaml.mjs", "workshop/importing.mjs"),
    ),
    "joined/checks.mjs": (
        *("workshop/checks.mjs", "workshop/knowledge.mjs", "workshop/prompts.mjs", "workshop/audience.mjs"),
    ),
    "joined/words.mjs": ("frame/words.mjs",),
    "joined/paper.mjs": ("workshop/paper.mjs",),
    "joined/workshop.mjs": ("workshop/workshop.mjs",),
}
"""What is published as one file, below the folder of scripts, by the modules that it is made for."""

_NAMED = re.compile(r'^(import|export) \{([^}]*)\} from "(\.[^"]+)";', re.MULTILINE)
_FETCHED = re.compile(r'import(?<!typeof import)(?<!\wimport)\("(\.[^"]+)"\)(?!\.[A-Z])')
"""A module that is fetched when it is wanted, and not one whose types a comment names. Begins with letters: so it is
looked for thirty times as fast."""


@cache
def groups(scripts: Path) -> dict[str, list[str]]:
    """The modules in each joined file."""
    found: dict[str, list[str]] = {}
    for group, entries in GROUPS.items():
        taken = {module for modules in found.values() for module in modules}
        found[group] = [each for each in needed(scripts, *entries) if each not in taken and _is_own(each)]
    return found


def published(scripts: Path, modules: Iterable[str]) -> list[str]:
    """The files in which modules are published, once each, in the same order."""
    places = _places(scripts)
    return list(dict.fromkeys(places.get(module, module) for module in modules))


def join(scripts: Path) -> dict[str, list[str]]:
    """Have all modules of a built site take from the joined files what those hold; return what is in each.

    The joined files only name it yet, and the modules in them stay where they are.
    """
    joined, places = groups(scripts), _places(scripts)
    texts = {module: _Redirected(scripts, module, places) for module in own_modules(scripts)}
    for module, redirected in texts.items():
        (scripts / module).write_text(redirected.text, encoding="utf-8")
    for group in joined:
        lines = {line for redirected in texts.values() for line in redirected.wanted.get(group, ())}
        (scripts / group).parent.mkdir(exist_ok=True)
        (scripts / group).write_text("\n".join([*sorted(lines), ""]), encoding="utf-8")
    return joined


class _Redirected:
    """The text of a module that asks joined files for what they hold, and the lines by which they offer it."""

    def __init__(self, scripts: Path, module: str, places: dict[str, str]) -> None:
        self._folder, self._places, self._own = PurePosixPath(module).parent, places, places.get(module)
        self.wanted: dict[str, set[str]] = {}
        text = (scripts / module).read_text(encoding="utf-8")
        self.text = _FETCHED.sub(self._fetched, _NAMED.sub(self._named, text))

    def _named(self, match: re.Match[str]) -> str:
        verb, names, module = match[1], match[2], self._module(match[3])
        if not (group := self._place(module)):
            return match[0]
        asked = []
        for name, _, alias in (each.strip().partition(" as ") for each in names.split(",") if each.strip()):
            asked.append(f"{_offered(module, name)} as {alias or name}")
            self._offer(group, f'export {{ {name} as {_offered(module, name)} }} from "../{module}";')
        return f'{verb} {{ {", ".join(asked)} }} from "{self._to(group)}";'

    def _fetched(self, match: re.Match[str]) -> str:
        module = self._module(match[1])
        if not (group := self._place(module)):
            return match[0]
        self._offer(group, f'export * as {_offered(module)} from "../{module}";')
        return f'import("{self._to(group)}").then((all) => all.{_offered(module)})'

    def _module(self, path: str) -> str:
        return normpath(str(self._folder / path))

    def _place(self, module: str) -> str | None:
        group = self._places.get(module)
        return group if group != self._own else None

    def _to(self, group: str) -> str:
        path = relpath(group, self._folder)
        return path if path.startswith(".") else f"./{path}"

    def _offer(self, group: str, line: str) -> None:
        self.wanted.setdefault(group, set()).add(line)


@cache
def _places(scripts: Path) -> dict[str, str]:
    return {module: group for group, modules in groups(scripts).items() for module in modules}


def _is_own(module: str) -> bool:
    return not module.startswith("vendor/")


def _offered(module: str, name: str = "") -> str:
    """How a joined file calls a module, or what one exports, of the many that it holds."""
    return re.sub(r"\W", "_", f"{module.removesuffix('.mjs')}_{name}".rstrip("_"))
