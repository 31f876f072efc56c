"""A preview shows what is wrong with a file on the page that shows the file, whatever kind it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from samples import MATERIAL, make_project

import macros
from generalprobe.checking.project import check_project
from generalprobe.pages import render_site
from generalprobe.reading.loading import load_project
from macros import current, hooks

BROKEN = {
    "data/glossary.yml": ("glossary", ()),
    "data/phrases/telefon.yml": ("phrases", ()),
    "data/dialogues/versand.yml": ("dialogue", ("versand",)),
    "data/escalation-matrices/standard.yml": ("escalation_matrix", ("standard",)),
    "data/topic-ideas.yml": ("topic_ideas", ()),
    "data/preparation.yml": ("preparation", ("milestones",)),
}
"""Files, and the macro with what it is given that shows each."""


@pytest.fixture(autouse=True)
def preview() -> Iterator[None]:
    current.set_preview(True)
    yield
    current.set_preview(False)


def offered(root: Path, url: str = "lernen/seite/") -> dict[str, Callable[..., str]]:
    """The macros as a page of a preview has them."""
    found: dict[str, Callable[..., str]] = {}
    conf: dict[str, Any] = {"extra": {}}
    env = SimpleNamespace(project_dir=str(root), conf=conf, page=SimpleNamespace(url=url))
    env.macro = lambda macro, name="": found.setdefault(name or macro.__name__, macro)
    macros.define_env(env)
    return found


@pytest.mark.parametrize("file", BROKEN)
def test_a_preview_shows_what_is_wrong_with_a_file_where_the_file_is_shown(tmp_path: Path, file: str) -> None:
    name, given = BROKEN[file]
    root = make_project(tmp_path / "broken", {**MATERIAL, file: "nanu: [\n"})
    shown = offered(root)[name](*given)
    assert f"<code>{file}:" in shown
    assert 'href="../../trainer/pruefregeln/#' in shown
    current.set_preview(False)
    assert "gp-problem" not in offered(root)[name](*given)


def test_what_is_wrong_is_said_once_on_a_page_and_of_the_file_that_is_shown(tmp_path: Path) -> None:
    broken = {"data/preparation.yml": "nanu: 1\n", "data/dialogues/kaputt.yml": "nanu: 1\n"}
    parts = offered(make_project(tmp_path / "broken", MATERIAL | broken))
    assert ["gp-problems" in parts["preparation"](part) for part in ("milestones", "checklist")] == [True, False]
    assert "gp-problems" not in parts["dialogue"]("versand")
    assert "data/dialogues/kaputt.yml" in parts["dialogue"]("kaputt")


@pytest.mark.parametrize(
    ("text", "begins"),
    [("\n# Seite\n\n[weg](fehlt.md)\n", "# Seite\n\n```as-is"), ("Ohne Titel: [weg](fehlt.md)\n", "\n\n```as-is")],
)
def test_a_preview_shows_what_is_wrong_with_a_written_page_below_its_heading(
    tmp_path: Path, text: str, begins: str
) -> None:
    root = make_project(tmp_path / "broken", {**MATERIAL, "docs/lernen/seite.md": text, "docs/lernen/gut.md": "# Gut"})

    def shown(name: str) -> str:
        current.load(root)
        page: Any = SimpleNamespace(url=f"lernen/{name}/", file=SimpleNamespace(src_uri=f"lernen/{name}.md"))
        return hooks.on_page_markdown((root / "docs" / "lernen" / f"{name}.md").read_text(encoding="utf-8"), page)

    broken = shown("seite")
    assert broken.startswith(begins)
    assert "<code>docs/lernen/seite.md:" in broken and broken.endswith("[weg](fehlt.md)\n")
    assert shown("gut") == "# Gut"
    current.set_preview(False)
    assert shown("seite") == text


@pytest.mark.parametrize(
    ("file", "page", "slip"),
    [
        ("data/question-bank/netz.yml", "ueben/fragen/netz.md", ("lesson: lernen/netz", "lesson: lernen/fehlt")),
        ("data/dialogues/versand.yml", "lernen/dialoge/versand.md", ("title:", "titel:")),
    ],
)
def test_files_with_pages_of_their_own_show_there_what_is_wrong(
    tmp_path: Path, file: str, page: str, slip: tuple[str, str]
) -> None:
    """Readable or not, as case studies do."""
    broken = str(MATERIAL[file])
    for number, text in enumerate((broken.replace(*slip), "nanu: [")):
        project = load_project(make_project(tmp_path / str(number), {**MATERIAL, file: text}))
        shown = render_site(project, problems=check_project(project))[page]
        assert f"<code>{file}:" in shown
        assert f"<code>{file}:" not in render_site(project).get(page, "")
