"""A copy of the project that a test may change, and how to run its commands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml
from samples import make_project

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("data", "docs", "generalprobe", "macros", "overrides", "schema", "scripts")
FILES = ("mkdocs.yml", "pyproject.toml")
KEPT = {
    "case-studies": ["service-recovery"],
    "question-bank": ["begriffe"],
    "phrases": ["telefon"],
    "dialogues": ["dritter-anruf", "leitung-am-apparat", "unklarer-wunsch", "versand-steht"],
}
TERMS = 12
FEW_PAGES = {"Start": "index.md", "Fallstudien": "fallstudien/index.md"}


def copy_project(target: Path, source: Path = ROOT) -> Path:
    """Copy what the site is made of; the browser's third-party files (megabytes) stay behind."""
    for folder in FOLDERS:
        shutil.copytree(source / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__", "vendor"))
    for file in FILES:
        shutil.copy(source / file, target / file)
    return target


def few_pages(target: Path, case_studies: Mapping[str, str]) -> Path:
    """A project of a handful of pages, for what is asked of a build and not of its content: it takes a third."""
    root = make_project(target, case_studies)
    for folder in ("macros", "generalprobe", "overrides", "scripts", "docs/javascripts", "docs/stylesheets"):
        ignored = shutil.ignore_patterns("__pycache__", "vendor")
        shutil.copytree(ROOT / folder, root / folder, ignore=ignored)
    for page in FEW_PAGES.values():
        (root / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / page, root / "docs" / page)
    (root / "docs" / "index.md").write_text("# Start\n\nEin Anfang.\n", encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = "".join(f"  - {title}: {page}\n" for title, page in FEW_PAGES.items())
    settings = re.sub(r"^nav:\n(?:[ \n].*\n)*", f"nav:\n{nav}\n", settings, flags=re.MULTILINE)
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return root


def keep_a_little(project: Path) -> Path:
    """Leave of what trainers wrote only enough to visit: all that comes from data is made alike."""
    for folder, kept in KEPT.items():
        for file in (project / "data" / folder).glob("*.yml"):
            if file.stem not in kept:
                file.unlink()
    glossary = project / "data" / "glossary.yml"
    terms = yaml.load(glossary.read_text(encoding="utf-8"), yaml.CSafeLoader)["terms"][:TERMS]
    ids = {term["id"] for term in terms}
    for term in terms:
        if term.get("confused_with", {}).get("term") not in ids:
            term.pop("confused_with", None)
    glossary.write_text(yaml.safe_dump({"terms": terms}, allow_unicode=True), encoding="utf-8")
    return project


def keep_headings(project: Path) -> Path:
    """Leave of the pages that call no macros their headings: what else they say has nothing to do with data."""
    for page in (project / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        if "render_macros: true" not in text:
            page.write_text("".join(re.findall(r"^# .*\n", text, re.MULTILINE)[:1]), encoding="utf-8")
    return project


def environment(project: Path, *, downloads: bool = False, offline: bool = False) -> dict[str, str]:
    """An environment in which the copy's own modules are imported, and no setting of the machine acts.

    Files to download double what a build costs, and a site that is kept on the device is loaded whole by each window:
    both are there where a test asks for them.
    """
    own = {name: value for name, value in os.environ.items() if not name.startswith("GENERALPROBE_")}
    wanted = {"GENERALPROBE_DOWNLOADS": downloads, "GENERALPROBE_OFFLINE": offline}
    return own | {"PYTHONPATH": str(project)} | {name: str(value).lower() for name, value in wanted.items()}


def run_script(project: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the copy to its end."""
    command = [sys.executable, str(project / "scripts" / f"{name}.py"), *arguments]
    return subprocess.run(
        command, cwd=project, env=environment(project), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        encoding="utf-8", timeout=120,
    )  # fmt: skip
