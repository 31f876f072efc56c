"""The lock files: every package pinned with its hash, no place named, and all that the project asks for."""

from __future__ import annotations

import json
import re
import tomllib

import pytest
from samples import ROOT

_PLACE = "resolved"  # npm's word for where a package came from

LOCKS = [
    "requirements.txt",
    "requirements-test.txt",
    "requirements-node.txt",
    "requirements-zensical.txt",
    "requirements-clients.txt",
]


def locked(lock: str) -> dict[str, list[str]]:
    """The hashes of each pinned package of a lock file."""
    blocks = re.sub(r"\\\n", " ", (ROOT / lock).read_text("utf-8")).splitlines()
    return {block.split(" --hash", 1)[0].strip(): re.findall(r"--hash=(\S+)", block) for block in blocks}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_python_package_is_pinned_with_hashes(lock: str) -> None:
    assert locked(lock)
    for package, hashes in locked(lock).items():
        assert re.match(r"[a-z0-9._-]+==[^ ]+( ; .+)?$", package), package
        assert hashes, package
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), package


@pytest.mark.parametrize("lock", [*LOCKS, "package-lock.json", ".npmrc"])
def test_no_lock_file_says_where_a_package_came_from(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert f'"{_PLACE}"' not in text
    assert not re.search(r"registry\.|index-url|find-links|hosted\.org", text)


def test_every_npm_package_has_its_checksum() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, package in packages.items() if name and not package.get("integrity")] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = {"requirements.txt": project["project"]["dependencies"] + project["dependency-groups"]["setup"]}
    asked |= {f"requirements-{name}.txt": project["dependency-groups"][name] for name in ("test", "node", "zensical")}
    for lock, packages in asked.items():
        names = {re.split(r"==", package)[0] for package in locked(lock)}
        assert {re.split(r"[^\w-]", package)[0].lower() for package in packages} <= names, lock
    about, lock = (json.loads((ROOT / file).read_text("utf-8")) for file in ("package.json", "package-lock.json"))
    for kind in ("dependencies", "devDependencies"):
        assert lock["packages"][""][kind] == about[kind]


def test_the_tests_run_with_the_packages_that_the_site_is_built_with() -> None:
    assert locked("requirements.txt").keys() <= locked("requirements-test.txt").keys()
