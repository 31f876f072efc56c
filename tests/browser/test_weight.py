"""What a page loads: scripts only where they have something to do, and few bytes of them."""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest
from browser.conftest import Visit
from browser.website import Website
from copies import ROOT

from generalprobe.modules import needed
from scripts.build import shorten_scripts

QUIZ = "fallstudien/service-recovery/fragen/"
WITHOUT = ["", "fallstudien/", "fallstudien/service-recovery/", "lernen/kundenkommunikation/", "nachschlagen/glossar/"]
MOST_BYTES = 40_000
"""Of our own modules on a page with a quiz, compressed as a server does."""
MOST_TO_PRESENT, MOST_OF_THE_STAGE = 20_000, 35_000
"""The same for a case study on the stage: to give it, and with the view before it, rehearsal, result and history."""
MARKS = {"talk/rehearsed.mjs", "memory/progress.mjs"}
"""What says beside a case study that it was rehearsed and read."""
PRACTICE = ("practice/", "memory/", "standing/", "vendor/ts-fsrs/", "vendor/sortablejs/")


def loaded(visitor: Visit, address: str) -> set[str]:
    """The modules that a page asks for by itself, by their paths below javascripts/."""
    guest = visitor(overhears=True)
    guest.page.goto(address)
    guest.page.wait_for_load_state("networkidle")
    return {url.partition("/javascripts/")[2] for url in guest.requests if "/javascripts/" in url}


@pytest.mark.parametrize("address", WITHOUT)
def test_a_page_without_a_quiz_loads_no_code_for_one(visitor: Visit, address: str) -> None:
    modules = loaded(visitor, address)
    assert "generalprobe.mjs" in modules
    assert {module for module in modules if module.startswith((*PRACTICE, "talk/"))} <= MARKS


def test_a_quiz_page_loads_few_bytes_of_our_own(visitor: Visit, site: Website, tmp_path: Path) -> None:
    """Modules as they are published."""
    modules = {module for module in loaded(visitor, QUIZ) if not module.startswith("vendor/")}
    assert {"practice/quiz.mjs", "memory/scheduling.mjs", "memory/progress.mjs"} <= modules
    for module in modules:
        (tmp_path / "javascripts" / module).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(site.folder / "javascripts" / module, tmp_path / "javascripts" / module)
    shorten_scripts(tmp_path, ROOT)
    sizes = {module: len(gzip.compress((tmp_path / "javascripts" / module).read_bytes())) for module in modules}
    assert sum(sizes.values()) <= MOST_BYTES, sizes


def test_a_talk_is_given_with_few_bytes_of_our_own(tmp_path: Path) -> None:
    """Whatever the windows of speaker and slides, result and history import, in which room it may stand.

    Not counted are libraries, `base/` and `frame/`, on which all pages stand, and what only talks of one's own fetch.
    """
    scripts = ROOT / "docs/javascripts"
    giving = _own(needed(scripts, "talk/live.mjs", "talk/screen.mjs"))
    whole = _own(needed(scripts, "talk/stage.mjs", "talk/screen.mjs", "talk/result.mjs", "talk/history.mjs"))
    for room in {Path(module).parent for module in whole}:
        shutil.copytree(scripts / room, tmp_path / "javascripts" / room)
    shorten_scripts(tmp_path, ROOT)
    sizes = {module: len(gzip.compress((tmp_path / "javascripts" / module).read_bytes())) for module in whole}
    assert sum(sizes[module] for module in giving) <= MOST_TO_PRESENT, sizes
    assert sum(sizes.values()) <= MOST_OF_THE_STAGE, sizes


def _own(modules: list[str]) -> list[str]:
    return [module for module in modules if not module.startswith(("base/", "frame/", "vendor/"))]
