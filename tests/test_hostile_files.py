"""Whatever lies in data/: a clear problem, no traceback, little memory, and the other files are read all the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from samples import CASE_STUDY, make_project

from generalprobe.checks import check_project
from generalprobe.loading import load_project
from generalprobe.source import MAX_PROBLEMS

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

# What stands in the file, and the codes it must be answered with (all of them, others may come along).
HOSTILE: dict[str, tuple[str | bytes, set[str]]] = {
    "empty": ("", {"DATEI05"}),
    "only-comments": ("# nichts\n# mehr\n", {"DATEI05"}),
    "only-null": ("~\n", {"DATEI05"}),
    "two-documents": (f"{CASE_STUDY}---\n{CASE_STUDY}", {"YAML03"}),
    "text-only": ("nur ein Text", {"FORM03"}),
    "list-only": ("- a\n- b\n", {"FORM03"}),
    "latin-1": ("title: Störung".encode("latin-1"), {"DATEI03"}),
    "utf-16": (CASE_STUDY.encode("utf-16"), {"DATEI03"}),
    "binary": (bytes(range(256)) * 40, {"DATEI03"}),
    "tab": ("title: x\nmetadata:\n\ttopic: x\n", {"YAML02"}),
    "nul": ("title: a\0b\n", {"DATEI06"}),
    "nul-escape": ('title: "a\\0b"\n', {"DATEI06"}),
    "line-separator": ("title: a\u2028b\n", {"DATEI06"}),
    "bell": ("title: a\x07b\n", {"DATEI06"}),
    "escape-sequence": ("title: a\x1b[31mb\n", {"DATEI06"}),
    "billion-laughs": (LAUGHS, {"YAML04"}),
    "cycle": ("title: &t [*t]\nslides: *t\n", {"YAML04"}),
    "merge": ("title: x\n<<: {title: y}\n", {"YAML04"}),
    "python-object": ("title: !!python/object/apply:os.system ['echo x']\n", {"YAML05"}),
    "python-name": ("title: !!python/name:os.system\n", {"YAML05"}),
    "own-tag": ("title: !geheim x\n", {"YAML05"}),
    "deep-list": ("[" * 100_000, {"YAML07"}),
    "deep-mapping": ("{a: " * 100_000, {"YAML07"}),
    "deep-block": ("\n".join(" " * level + "a:" for level in range(1_000)), {"YAML07"}),
    "deep-key": ("? " * 100_000, {"YAML07"}),
    "mapping-as-key": ("? {a: b}\n: c\n", {"FORM03"}),
    "twenty-megabytes": (b"title: " + b"x" * 20_000_000, {"DATEI02"}),
    "many-items": ("[],\n" * 240_000, {"YAML01"}),
    "many-list-items": ("- a\n" * 240_000, {"YAML08"}),
    "many-keys": ("".join(f"k{number}: 1\n" for number in range(80_000)), {"YAML08"}),
    "many-unknown-keys": ("".join(f"k{number}: 1\n" for number in range(20_000)), {"FORM01", "DATEI07"}),
    "many-duplicates": ("a: 1\n" * 20_000, {"YAML06", "DATEI07"}),
    "many-wrong-items": ("tags: [" + "1, " * 40_000 + "]", {"FORM04", "DATEI07"}),
    "many-wrong-bullets": ("slides: [{bullets: [" + "{a: 1}, " * 15_000 + "]}]", {"FORM03", "DATEI07"}),
    "many-anchors": ("".join(f"k{number}: &a{number} x\n" for number in range(20_000)), {"YAML04", "DATEI07"}),
    "one-long-line": ("title: " + "x " * 450_000 + "\nfocus: y", {"FORM05"}),
    "one-long-key": ("x" * 900 + ": 1\n", {"FORM01"}),
    "one-long-value": ("focus: " + "x" * 900_000, {"FORM05"}),
    "endless-number": ("title: " + "9" * 900_000, {"FORM02"}),
    "endless-quote": ('title: "' + "x\n" * 400_000, {"YAML01"}),
    "yaml-1-1": ("%YAML 3.0\n---\ntitle: x\n", {"YAML01"}),
    "tag-directive": ("%TAG ! tag:example,2000:\n---\ntitle: !x y\n", {"YAML05"}),
}

MEASURE = """
import json, resource, sys
from pathlib import Path
from generalprobe.checks import check_project
from generalprobe.loading import load_project
problems = check_project(load_project(Path(sys.argv[1])))
print(json.dumps([[p.code, p.line, p.column, p.message, p.hint] for p in problems]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_clear_problem_in_little_memory(name: str, tmp_path: Path) -> None:
    """No crash, no traceback, the expected codes, at most 200 MB; a cap on CPU seconds catches what would never end."""
    content, expected = HOSTILE[name]
    root = make_project(tmp_path, {f"{name}.yml": content})
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(root)], capture_output=True, text=True, preexec_fn=_limit_cpu, check=False
    )
    assert done.returncode == 0, done.stderr
    problems, megabytes = done.stdout.splitlines()
    found = json.loads(problems)
    assert expected <= {code for code, *_ in found}
    assert len(found) <= MAX_PROBLEMS
    assert all(len(message) < 300 and hint for *_, message, hint in found)
    assert int(megabytes) <= 200


def _limit_cpu() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))


@pytest.mark.parametrize(
    "name", ["Störung.yml", "zwei worte.yml", "Gross.yml", "a--b.yml", "-a.yml", "a_b.yml", "fall.yaml"]
)
def test_a_file_name_that_is_no_address_is_refused_with_a_better_one(name: str, tmp_path: Path) -> None:
    [problem] = _problems(tmp_path, {name: CASE_STUDY})
    assert problem.code == "DATEI04"
    assert ".yml` umbenennen" in problem.hint


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    assert _problems(tmp_path, {"bom.yml": b"\xef\xbb\xbf" + CASE_STUDY.encode()}) == []


def test_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    assert _problems(tmp_path, {"windows.yml": CASE_STUDY.replace("\n", "\r\n")}) == []


def test_a_folder_a_dangling_link_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"gut.yml": CASE_STUDY})
    folder = root / "data" / "case-studies"
    (folder / "ordner.yml").mkdir()
    (folder / "verweis.yml").symlink_to(folder / "fehlt")
    os.mkfifo(folder / "rohr.yml")
    project = load_project(root)
    assert [problem.code for problem in check_project(project)] == ["DATEI01"] * 3
    assert [entry.id for entry in project.case_studies if entry.model] == ["gut"]


def test_an_unreadable_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is played."""
    root = make_project(tmp_path, {"zu.yml": CASE_STUDY})

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "DATEI01" in {problem.code for problem in check_project(load_project(root))}


def test_a_broken_file_does_not_hide_the_problems_of_the_others(tmp_path: Path) -> None:
    files = {"a.yml": "a: b: c", "b.yml": CASE_STUDY.replace("technology", "tecnology"), "c.yml": CASE_STUDY}
    problems = _problems(tmp_path, files)
    assert [(problem.file.rpartition("/")[2], problem.code) for problem in problems] == [
        ("a.yml", "YAML01"),
        ("b.yml", "FORM05"),
    ]


def _problems(root: Path, files: dict[str, str | bytes]) -> list:
    return check_project(load_project(make_project(root, files)))
