"""What nobody spelt right is a warning of the check: its word, its place, its cure. What we ship as code has none."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from samples import CASE_STUDY, ROOT, make_project
from test_handbook import samples_of_the_handbook

from generalprobe import spelling
from generalprobe.commands.check import main
from generalprobe.reading.loading import load_project
from generalprobe.scaffold import FOCUSES, skeleton
from generalprobe.spelling import NotLookedAt, check_spelling, unknown_words

pytestmark = pytest.mark.slow

MISTAKES = {
    "seite.md": (
        "---\ntitle: Tikket\n---\n\nDie `Tikket`-Nummer. [Ein Fählt](tikket.md#tikket)\n",
        ["Tikket", "Fählt"],
    ),
    "fall.yml": (
        "id: tikket  # ein Fählt\ntitle: Ein Tikket  # tikket\nbullets:\n  - text: Fählt\n    id: fählt\n",
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


MISSPELT = CASE_STUDY.replace("title: Drucker druckt", "title: 😀 Der Drukker druckt").replace("IT-Leitung", "Fählt")
PAGE = "# Eine Seite\n\nMit einem Tikket.\n"
PLACES = [("data/case-studies/fall.yml", 1, 14, "Drukker"), ("data/case-studies/fall.yml", 8, 13, "Fählt")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two words in a case study that are wrong, and one on a page."""
    root = make_project(tmp_path, {"fall.yml": MISSPELT, "docs/seite.md": PAGE})
    for file in ("mkdocs.yml", "cspell.json", "spelling.txt"):
        shutil.copy(ROOT / file, root)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    return root


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, int, int, str]]:
    """What cspell finds in our templates, in files with mistakes, in what we write and in the project: in one run."""
    mistaken, written, project = (tmp_path_factory.mktemp(name) for name in ("mistaken", "written", "project"))
    exams = load_project(ROOT).exams
    skeletons = [skeleton(id, exam, focus) for id, exam in exams.items() for focus in FOCUSES]
    texts = {mistaken / name: text for name, (text, _) in MISTAKES.items()}
    shown = [*skeletons, *samples_of_the_handbook().values()]
    texts |= {written / f"{number}.yml": text for number, text in enumerate(shown)}
    texts |= {project / "fall.yml": MISSPELT, project / "seite.md": PAGE}
    for file, text in texts.items():
        file.write_text(text, encoding="utf-8")
    templates = [*(ROOT / "generalprobe/pages/templates").rglob("*.jinja"), *(ROOT / "overrides").rglob("*.html")]
    assert len(templates) > 9 and len(shown) > len(skeletons) > 0
    return unknown_words(ROOT, [*templates, *texts])


@pytest.fixture(scope="module")
def unknown(every: list[tuple[Path, int, int, str]]) -> dict[str, list[tuple[str, str]]]:
    """The unknown words with the names of their files."""
    found: dict[str, list[tuple[str, str]]] = {"mistaken": [], "written": [], "project": [], "templates": []}
    for file, _, _, word in every:
        found[next((name for name in found if file.parent.name == f"{name}0"), "templates")].append((file.name, word))
    return found


@pytest.fixture
def found_before(every: list[tuple[Path, int, int, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """cspell is not asked again about the project's files."""
    places = [(file.name, rest) for file, *rest in every if file.parent.name == "project0"]

    def known(root: Path, files: Iterable[Path]) -> list[tuple[Any, ...]]:
        return [(file, *rest) for file in files for name, rest in places if name == file.name]

    monkeypatch.setattr(spelling, "unknown_words", known)


def test_templates_and_the_frame_are_spelt_right(unknown: dict[str, list[tuple[str, str]]]) -> None:
    assert unknown["templates"] == []


def test_mistakes_are_found_where_people_read(unknown: dict[str, list[tuple[str, str]]]) -> None:
    """And nowhere else: not in keys, ids, code, comments, links' targets, tags and templates."""
    assert sorted(unknown["mistaken"]) == sorted(
        (name, word) for name, (_, words) in MISTAKES.items() for word in words
    )


def test_what_make_new_writes_and_what_the_handbook_shows_is_spelt_right(
    unknown: dict[str, list[tuple[str, str]]],
) -> None:
    assert unknown["written"] == []


@pytest.mark.usefixtures("found_before")
def test_each_word_is_a_warning_at_its_place_with_a_cure_that_cures(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = check_spelling(project, load_project(project), with_pages=True)
    assert found.summary == "Rechtschreibung: 3 unbekannte Wörter."
    page = ("docs/seite.md", 3, 11, "Tikket")
    assert [(each.file, each.line, each.column, each.message[1:-28]) for each in found.problems] == [*PLACES, page]
    assert {(each.code, each.severity) for each in found.problems} == {("WORT01", "warning")}
    assert [each.source[each.column - 1 :][: each.width] for each in found.problems] == ["Drukker", "Fählt", "Tikket"]
    assert "trag `Tikket` als neue Zeile in `spelling.txt` ein" in found.problems[-1].hint

    with (project / "spelling.txt").open("a", encoding="utf-8") as words:
        words.write("Drukker\nFählt\nTikket\n")
    monkeypatch.undo()
    assert check_spelling(project, load_project(project), with_pages=True).summary == "Rechtschreibung: in Ordnung."


@pytest.mark.usefixtures("found_before")
def test_every_form_of_the_report_says_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(project / "data" / "case-studies" / "fall.yml")
    assert main([file]) == 0
    assert capsys.readouterr().out.endswith("2 Warnungen.\nRechtschreibung: 2 unbekannte Wörter.\n")
    assert main([file, "--format", "json", "--strict"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["spelling"] == {"checked": True, "summary": "Rechtschreibung: 2 unbekannte Wörter."}
    assert [(each["file"], each["line"], each["column"]) for each in report["problems"]] == [
        place[:3] for place in PLACES
    ]  # fmt: skip
    assert main([file, "--format", "github"]) == 0
    first, _, last = capsys.readouterr().out.splitlines()
    assert first.startswith("::warning file=data/case-studies/fall.yml,line=1,col=14,endColumn=21,title=WORT01%3A")
    assert last == "::notice::Rechtschreibung: 2 unbekannte Wörter."


def test_it_can_be_left_out(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(project / "data"), "--no-spelling", "--strict"]) == 0
    assert capsys.readouterr().out.endswith("Rechtschreibung: nicht geprüft (mit --no-spelling ausgelassen).\n")


def test_without_node_the_check_goes_on_and_says_so(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spelling, "_node", lambda: None)
    assert main([str(project / "data"), "--format", "json", "--strict"]) == 0
    report = json.loads(capsys.readouterr().out)
    said = "Rechtschreibung: nicht geprüft (Node fehlt; `make setup` richtet es ein)."
    assert (report["problems"], report["spelling"]) == ([], {"checked": False, "summary": said})


@pytest.mark.parametrize(
    ("broken", "reason"),
    [("node_modules", "cspell fehlt; `make setup` richtet es ein"), ("cspell.json", "cspell bricht ab: ")],
)
def test_a_cspell_that_does_not_work_is_named_and_ends_nothing(project: Path, broken: str, reason: str) -> None:
    (project / broken).unlink()
    if broken == "cspell.json":
        (project / broken).write_text("{", encoding="utf-8")
    with pytest.raises(NotLookedAt, match=reason):
        unknown_words(project, [project / "docs" / "seite.md"])
