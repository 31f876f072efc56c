"""Modules are published together: whoever asked for one finds in the joined file what it offered, and no other copy."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from samples import ROOT

from generalprobe import joining
from generalprobe.joining import GROUPS, groups, join, published
from generalprobe.modules import needed, offered, own_modules, preloaded
from scripts.build import join_scripts

SCRIPTS = ROOT / "docs" / "javascripts"
ON_THEIR_OWN = ("workshop/reading-worker.mjs", "exam/tap.mjs", "recording/ear.mjs")
"""Modules that run elsewhere, under their own addresses and where there is no page."""
NODE = shutil.which("node") or ROOT / ".venv" / "bin" / "node"


def _written(folder: Path, modules: Mapping[str, str]) -> Path:
    for name, text in modules.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few modules, of which two rooms' are joined."""
    monkeypatch.setattr(joining, "GROUPS", {"joined/low.mjs": ("low/a-b.mjs",), "joined/high.mjs": ("high/c.mjs",)})
    modules = {
        "low/a-b.mjs": 'import { one } from "./one.mjs";\nexport const two = one + 1;\n',
        "low/one.mjs": "export const one = 1;\n",
        "high/c.mjs": 'import { two } from "../low/a-b.mjs";\nexport const mount = () => two;\n',
        "start.mjs": 'const all = {\n  c: () => import("./high/c.mjs"),\n  d: () => import("./high/d.mjs"),\n};\n',
        "high/d.mjs": 'import {\n  one,\n  one as first,\n} from "../low/one.mjs";\n'
        'export { two } from "../low/a-b.mjs";\n'
        '/** @type {import("../low/one.mjs").One} */\nexport const d = one + first;\n',
    }
    join(_written(tmp_path, modules))
    return tmp_path


def test_a_joined_file_offers_what_others_ask_of_its_modules_and_no_more(joined: Path) -> None:
    assert (joined / "joined" / "low.mjs").read_text(encoding="utf-8").splitlines() == [
        'export { one as low_one_one } from "../low/one.mjs";',
        'export { two as low_a_b_two } from "../low/a-b.mjs";',
    ]
    assert (joined / "joined" / "high.mjs").read_text(encoding="utf-8") == (
        'export * as high_c from "../high/c.mjs";\n'
    )


def test_whoever_asks_for_a_module_asks_the_joined_file_for_it(joined: Path) -> None:
    text = (joined / "high" / "d.mjs").read_text(encoding="utf-8")
    assert 'import { low_one_one as one, low_one_one as first } from "../joined/low.mjs";' in text
    assert 'export { low_a_b_two as two } from "../joined/low.mjs";' in text
    assert '/** @type {import("../low/one.mjs").One} */' in text
    start = (joined / "start.mjs").read_text(encoding="utf-8")
    assert 'c: () => import("./joined/high.mjs").then((all) => all.high_c),' in start
    assert 'd: () => import("./high/d.mjs"),' in start


def test_modules_of_one_file_ask_each_other(joined: Path) -> None:
    assert 'from "./one.mjs";' in (joined / "low" / "a-b.mjs").read_text(encoding="utf-8")
    assert 'from "../joined/low.mjs";' in (joined / "high" / "c.mjs").read_text(encoding="utf-8")


def test_no_module_is_in_two_files_and_none_leads_back_to_a_later_one() -> None:
    """Otherwise there were two of what has to be one, and circles."""
    before: set[str] = set()
    for group, modules in groups(SCRIPTS).items():
        assert modules, group
        assert before.isdisjoint(modules)
        before.update(modules)
        assert {each for each in needed(SCRIPTS, *modules) if not each.startswith("vendor/")} <= before


def test_what_all_rooms_stand_on_is_joined_with_no_room_of_its_own() -> None:
    """Otherwise a page that needs a few lines of it would load what another page does."""
    rooms = [{module.partition("/")[0] for module in modules} for modules in groups(SCRIPTS).values()]
    assert rooms[0] == {"base"}
    assert not [each for each in rooms if "base" in each and len(each) > 1]


def test_what_runs_apart_from_the_page_keeps_its_address() -> None:
    together = {module for modules in groups(SCRIPTS).values() for module in modules}
    assert together.isdisjoint(ON_THEIR_OWN)


def test_a_page_preloads_joined_files_once_and_what_stands_alone() -> None:
    today = published(SCRIPTS, preloaded(SCRIPTS, '<div data-part="today"></div>'))
    assert len(today) == len(set(today))
    assert {"generalprobe.mjs", "practice/today.mjs", "joined/base.mjs", "vendor/ts-fsrs/index.mjs"} <= set(today)
    assert "joined/practice.mjs" not in today
    assert today[-1] == "joined/frame.mjs"


def test_today_begins_with_what_comes_in_two_turns() -> None:
    """Browsers ask six at a time where a server speaks HTTP/1.1: the style sheet, the index of cards, and modules."""
    beside = ["site.css", "karten.json"]
    files = published(SCRIPTS, preloaded(SCRIPTS, '<div data-part="today"></div>'))
    assert len([*beside, *files]) <= 2 * 6


@pytest.mark.parametrize(("part", "most"), [("stage", 8), ("examining", 14), ("mock-exam", 20), ("workshop", 20)])
def test_large_rooms_ask_for_few_files_of_our_own(part: str, most: int) -> None:
    """They have up to a hundred modules."""
    files = published(SCRIPTS, preloaded(SCRIPTS, f'<div data-part="{part}"></div>'))
    assert len([file for file in files if not file.startswith("vendor/")]) <= most, files


def test_who_examines_loads_nothing_of_ones_own_mock_exam() -> None:
    files = published(SCRIPTS, preloaded(SCRIPTS, '<div data-part="examining"></div>'))
    assert {"joined/stage.mjs", "joined/slide.mjs", "joined/recording.mjs", "joined/mock-exam.mjs"}.isdisjoint(files)


def test_joined_modules_export_what_is_asked_of_them_and_need_no_page_before_they_are_mounted(tmp_path: Path) -> None:
    """In Node, which knows neither page nor window: as in the worker, which takes addresses from such a file.

    They do not say either in which folder they were made: the same modules give the same files.
    """
    shutil.copytree(SCRIPTS, tmp_path / "javascripts")
    join_scripts(tmp_path, ROOT)
    scripts = tmp_path / "javascripts"
    assert sorted(GROUPS) == sorted(file for file in own_modules(scripts) if file.startswith("joined/"))
    assert not [module for modules in groups(SCRIPTS).values() for module in modules if (scripts / module).exists()]
    parts = [*offered(SCRIPTS, "generalprobe.mjs").values(), *GROUPS, "plan/briefing.mjs", "workshop/reading.mjs"]
    assert not [file for file in GROUPS if tmp_path.name in (scripts / file).read_text(encoding="utf-8")]
    asked = [f'await import("{(scripts / part).as_uri()}");' for part in parts if (scripts / part).exists()]
    (tmp_path / "all.mjs").write_text("\n".join(asked), encoding="utf-8")
    done = subprocess.run([NODE, tmp_path / "all.mjs"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr
