"""Written pages: whatever would stop the strict build is named before, at its line and with its cure."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

import pytest
from copies import environment
from samples import CASE_STUDY, MATERIAL, ROOT, make_project

import macros
from generalprobe.checking.addresses import Website
from generalprobe.checking.written import MACROS, check_written
from generalprobe.pages import render_site
from generalprobe.problems import Problem
from generalprobe.reading.loading import load_project

DRAFT = {"drucker.yml": f"draft: true\n{CASE_STUDY}"}
SHOWN = re.compile(r"(?:: |Meintest du )`(.+?)`(?=[.?])")
NETZ = "# Netz\n\n## Groß und klein\n\n### Mehr {#eigen}\n"
HEAD = "---\ntitle: Probe\nrender_macros: true\n---\n\n"

RIGHT = """\
[Netz](netz.md) [klein](netz.md#gro-und-klein "Titel") [eigen](<netz.md#eigen>) [hier](#probe) [Start](../index.md)
[Fall](../fallstudien/drucker/index.md#folie-schritt-1) [Frage](../fallstudien/drucker/fragen.md#frage-frage-1)
[`Bank`](../ueben/fragen/netz.md) [Gespräch](dialoge/versand.md) ![Bild](../images/plan.svg) [außen](https://x.example/y)
[Verweis][eins] <support@firma.example>

[eins]: ../index.md

Code `[x](fehlt.md)` und <!-- [x](fehlt.md) -->

```
[x](fehlt.md)
```

{% raw %}{{ quiz("fehlt") }}{% endraw %} {# {{ quiz("fehlt") }} #}
{% macro eigen(x) %}{{ x }}{% endmacro %}{{ eigen("fehlt") }} {{ "%d" | format(3) }}

{{ slide("drucker", 7) }}

{{ dialogue("versand") }}
"""


def project(root: Path, page: str, **changed: str) -> Path:
    """A project with a page `lernen/probe.md`, and whatever links may lead to."""
    pages = {
        "docs/index.md": "# Start\n",
        "docs/lernen/netz.md": NETZ,
        "docs/lernen/probe.md": f"{HEAD}# Probe\n\n{page}\n",
    }
    return make_project(root, {**MATERIAL, **pages, "docs/images/plan.svg": "<svg/>", **changed})


def check(root: Path, page: str, **changed: str) -> list[Problem]:
    return check_written(load_project(project(root, page, **changed)))


WRONG = {
    "[Fall](../fallstudien/drucke/index.md)": "[Fall](../fallstudien/drucker/index.md)",
    "[F](../fallstudien/drucker/index.md#folie-schritt-11)": "[F](../fallstudien/drucker/index.md#folie-schritt-1)",
    "[Fall](../fallstudien/drucker/)": "[Fall](../fallstudien/drucker/index.md)",
    "[Fall](/fallstudien/drucker/#folie-schritt-1)": "[Fall](../fallstudien/drucker/index.md#folie-schritt-1)",
    "[Fragen](../fallstudien/drucker/fragen/)": "[Fragen](../fallstudien/drucker/fragen.md)",
    "[Bank](../ueben/fragen/nets.md)": "[Bank](../ueben/fragen/netz.md)",
    "[Netz](/lernen/netz/)": "[Netz](netz.md)",
    "[Netz](nets.md)": "[Netz](netz.md)",
    "[Netz](netz.md#eigem)": "[Netz](netz.md#eigen)",
    "[hier](#prob)": "[hier](#probe)",
    "[eins]: nets.md": "[eins]: netz.md",
    "[Bank](../nachschlagen/pruefungen/it-support-specialist.md)": "",
    "![Plan](../images/plaan.svg)": "![Plan](../images/plan.svg)",
}


@pytest.mark.parametrize("written", WRONG)
def test_a_link_that_leads_nowhere_is_named_and_its_cure_leads_somewhere(written: str, tmp_path: Path) -> None:
    [problem] = check(tmp_path / "wrong", written)
    start = problem.column - 1
    assert (problem.code, problem.file, problem.line) == ("SEITE02", "docs/lernen/probe.md", 8)
    assert problem.severity == "error"
    if not WRONG[written]:
        assert problem.hint == "Den Link zu einer vorhandenen Datei führen oder herausnehmen."
        return
    shown = SHOWN.search(problem.hint)
    assert shown, problem.hint
    assert written[:start] + shown[1] + written[start + problem.width :] == WRONG[written]
    assert check(tmp_path / "cured", WRONG[written]) == []


CALLS = {
    '{{ quiz("drukker") }}': "Meintest du `drucker`?",
    '{{ slide("drucker", 8) }}': "Eine Nummer von 1 bis 7 einsetzen.",
    '{{ dialogue("Versand") }}': "Meintest du `versand`?",
    '{{ escalation_matrix("standart") }}': "Meintest du `standard`?",
    '{% set regeln = exam("it-suport-specialist") %}': "Meintest du `it-support-specialist`?",
    '{{ preparation("plan-c") }}': "Meintest du `plan-b`?",
    '{{ quizz("drucker") }}': "Meintest du `quiz`?",
}


@pytest.mark.parametrize("written", CALLS)
def test_what_a_page_shows_and_there_is_not_is_named(written: str, tmp_path: Path) -> None:
    [problem] = check(tmp_path, written)
    assert (problem.code, problem.line, problem.hint, problem.severity) == ("SEITE03", 8, CALLS[written], "error")


@pytest.mark.parametrize("gone", ["draft", "deleted"])
@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("[Fall](../fallstudien/drucker/index.md)", "SEITE02"),
        ("[Fall](../fallstudien/drucker/fragen.md#frage-frage-1)", "SEITE02"),
        ('{{ quiz("drucker") }}', "SEITE03"),
        ('{{ slide("drucker", 1) }}', "SEITE03"),
    ],
)
def test_a_case_study_that_goes_is_named_where_pages_need_it(
    written: str, code: str, gone: str, tmp_path: Path
) -> None:
    root = project(tmp_path, written, **(DRAFT if gone == "draft" else {}))
    if gone == "deleted":
        (root / "data/case-studies/drucker.yml").unlink()
    [problem] = check_written(load_project(root))
    assert (problem.code, problem.line) == (code, 8)
    assert ("Entwurf" in problem.message) == (gone == "draft")


@pytest.mark.slow
def test_pages_without_mistakes_have_none_and_are_built(tmp_path: Path) -> None:
    root = project(tmp_path, RIGHT)
    assert check_written(load_project(root)) == []
    done = _build(root)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_each_of_the_mistakes_would_have_stopped_the_build(tmp_path: Path) -> None:
    done = _build(project(tmp_path, "\n\n".join([*WRONG, "[Text][eins]", *list(CALLS)[:5]])))
    assert done.returncode == 1
    for written in WRONG:
        link = re.search(r"(?:\(|: )([^()\s]+)\)?$", written)
        assert link
        assert f"'{link[1]}'" in done.stderr, written


def _build(root: Path) -> subprocess.CompletedProcess[str]:
    for folder in ("macros", "generalprobe", "overrides"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("javascripts", "stylesheets"):
        ignored = shutil.ignore_patterns("vendor")
        shutil.copytree(ROOT / "docs" / folder, root / "docs" / folder, ignore=ignored)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"^nav:\n(?: .*\n)+", "", settings, flags=re.MULTILINE)
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(root / "site")]
    return subprocess.run(
        command, cwd=root, env=environment(root), capture_output=True, text=True, encoding="utf-8", check=False
    )


NAVIGATION = "nav:\n  - Start: index.md\n  - Lernen:\n      - lernen/probe.md\n      - Netz: lernen/netz.md\n"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("  - Fall: fallstudien/drucker/index.md\n", []),
        ("  - Fall: fallstudien/drucker.md\n", ["mkdocs.yml:6:11 SEITE04"]),
        ("  - Bilder: https://x.example/\n", []),
        ("not_in_nav: |\n  /lernen/*\n  !/lernen/netz.md\n", []),
    ],
)
def test_the_navigation_names_pages_that_are_there(entry: str, said: list[str], tmp_path: Path) -> None:
    found = check(tmp_path, "", **{"./mkdocs.yml": NAVIGATION + entry})
    assert [f"{problem.file}:{problem.line}:{problem.column} {problem.code}" for problem in found] == said


def test_a_page_that_the_navigation_lacks_is_named(tmp_path: Path) -> None:
    [problem] = check(tmp_path, "", **{"./mkdocs.yml": NAVIGATION.replace("      - Netz: lernen/netz.md\n", "")})
    assert (problem.file, problem.code) == ("docs/lernen/netz.md", "SEITE04")
    assert "`- Titel der Seite: lernen/netz.md`" in problem.hint


def test_a_draft_in_the_navigation_is_named(tmp_path: Path) -> None:
    settings = f"{NAVIGATION}  - Fall: fallstudien/drucker/index.md\n"
    [problem] = check(tmp_path, "", **{"./mkdocs.yml": settings}, **DRAFT)
    assert (problem.file, problem.line, problem.code) == ("mkdocs.yml", 6, "SEITE04")


def test_a_page_that_is_not_in_utf_8_is_named_at_its_line(tmp_path: Path) -> None:
    root = project(tmp_path, "")
    (root / "docs/lernen/netz.md").write_bytes("# Netz\n\nGroß".encode("cp1252"))
    [problem] = check_written(load_project(root))
    assert (problem.file, problem.line, problem.column, problem.code) == ("docs/lernen/netz.md", 3, 4, "DATEI03")


def test_the_check_knows_what_pages_can_call_and_which_pages_are_generated(tmp_path: Path) -> None:
    class Environment:
        project_dir = str(make_project(tmp_path, dict(MATERIAL)))
        conf: dict[str, dict[str, str]] = {"extra": {}}  # noqa: RUF012
        names: set[str] = set()  # noqa: RUF012

        def macro(self, function: object, name: str = "") -> None:
            self.names.add(name or function.__name__)  # type: ignore[attr-defined]

    environment = Environment()
    macros.define_env(environment)
    assert set(MACROS) == environment.names
    with_id = {name for name in MACROS if "id" in get_type_hints(getattr(macros, name))}
    assert with_id == {name for name, first in MACROS.items() if isinstance(first, type)}
    website = Website(load_project(tmp_path))
    assert set(render_site(website.project)) <= set(website.made)
