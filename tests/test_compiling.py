"""Templates are compiled once, and anew where they have changed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment

from generalprobe.memory import Memory
from generalprobe.pages.compiling import Loader


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "templates" / "kinds").mkdir(parents=True)
    _write(tmp_path / "templates", "eins {{ 1 + 1 }}")
    return tmp_path / "templates"


def _write(folder: Path, text: str) -> None:
    (folder / "kinds" / "a.html.jinja").write_text(text, encoding="utf-8")


def _shown(folder: Path) -> str:
    return Environment(loader=Loader(folder)).get_template("kinds/a.html.jinja").render()


def _forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    def compile(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Environment, "compile", compile)


def test_what_was_compiled_is_taken_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(folder) == "eins 2"
    _forbid(monkeypatch)
    assert _shown(folder) == "eins 2"
    assert not list(folder.rglob("__pycache__"))


def test_a_changed_template_is_compiled_anew(folder: Path) -> None:
    assert _shown(folder) == "eins 2"
    _write(folder, "zwei {{ 1 + 1 }}")
    assert _shown(folder) == "zwei 2"


def test_changed_code_compiles_templates_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _shown(folder)
    monkeypatch.setattr(Memory, "key", lambda *_: "ffffffff" * 4)
    _forbid(monkeypatch)
    with pytest.raises(AssertionError):
        _shown(folder)


def test_what_is_broken_is_compiled_anew(folder: Path) -> None:
    _shown(folder)
    [kept] = (folder.parent / "kept").rglob("*.pyc")
    for content in (b"", b"x" * 100):
        kept.write_bytes(content)
        assert _shown(folder) == "eins 2"


def test_where_nothing_can_be_kept_templates_are_compiled_each_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder.parent / "kept").write_text("no folder")
    assert _shown(folder) == _shown(folder) == "eins 2"
