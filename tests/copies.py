"""A copy of the project that a test may change, and how to run its commands."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("data", "docs", "generalprobe", "macros", "overrides", "schema", "scripts")
FILES = ("mkdocs.yml", "pyproject.toml")


def copy_project(target: Path) -> Path:
    """Copy what the site is made of; the browser's third-party files (megabytes) stay behind."""
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__", "vendor"))
    for file in FILES:
        shutil.copy(ROOT / file, target / file)
    return target


def environment(project: Path) -> dict[str, str]:
    """An environment in which the copy's own modules are imported, and no setting of the machine acts."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GENERALPROBE_")}
    return own | {"PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"}


def run_script(project: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the copy to its end."""
    command = [sys.executable, str(project / "scripts" / f"{name}.py"), *arguments]
    return subprocess.run(
        command, cwd=project, env=environment(project), stdin=subprocess.DEVNULL, capture_output=True, text=True,
        encoding="utf-8", timeout=120,
    )  # fmt: skip
