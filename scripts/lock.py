"""Write down again which packages are installed: requirements*.txt and package-lock.json, all with their hashes."""

import subprocess
import sys
import tomllib

from generalprobe.command import Parser, project_root, run

LOCKS = {
    "requirements.txt": ["pyproject.toml", "--group", "setup"],
    "requirements-test.txt": [
        "pyproject.toml",
        "--group",
        "setup",
        "--group",
        "test",
        "--group",
        "zensical",
        "-c",
        "requirements.txt",
    ],
    "requirements-zensical.txt": ["--group", "zensical", "-c", "requirements.txt"],
    "requirements-clients.txt": ["--group", "clients", "-c", "requirements-test.txt"],
    "requirements-node.txt": ["--group", "node"],
}
# No lock file names a place: whoever installs takes the packages from where their machine is set up to.
COMPILE = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"]


def main(arguments: list[str] | None = None) -> int:
    """Make every lock file anew. Returns the first exit status that is not 0."""
    parser = Parser(prog="lock.py", description="Schreibt die Pakete neu fest. Danach: make test")
    parser.add_argument("--upgrade", action="store_true", help="die neuesten erlaubten Fassungen nehmen")
    upgrade = parser.parse_args(arguments).upgrade
    for command in commands(upgrade):
        if status := subprocess.run(command, cwd=project_root(), stdin=subprocess.DEVNULL).returncode:
            return status
    print("Neu festgeschrieben: " + ", ".join([*LOCKS, "package-lock.json"]))
    return 0


def commands(upgrade: bool) -> list[list[str]]:
    """The commands in their order: the lock tool comes first, the constraining lock before the constrained."""
    project = tomllib.loads((project_root() / "pyproject.toml").read_text(encoding="utf-8"))
    oldest_python = project["project"]["requires-python"].removeprefix(">=")
    python = [sys.executable, "-m"]
    compile_lock = [*python, "uv", "pip", "compile", "--python-version", oldest_python, *COMPILE]
    latest = ["--upgrade"] if upgrade else []
    npm = ["npm", "update"] if upgrade else ["npm", "install"]
    return [
        [*python, "pip", "install", "--quiet", "--disable-pip-version-check", *project["dependency-groups"]["lock"]],
        *([*compile_lock, *latest, "-o", lock, *sources] for lock, sources in LOCKS.items()),
        [*npm, "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    ]


if __name__ == "__main__":
    run(main)
