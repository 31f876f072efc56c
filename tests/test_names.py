"""Pages and scripts mean the same by the names they share; looks are classes, which no script reads."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from samples import ROOT

from generalprobe.pages.names import NAMES, PARTS

SCRIPTS = sorted(
    file for file in (ROOT / "docs/javascripts").rglob("*.mjs") if "vendor" not in file.relative_to(ROOT).parts
)
TEMPLATES = sorted(
    [
        *(ROOT / "generalprobe/pages/templates").rglob("*.jinja"),
        *(ROOT / "overrides").rglob("*.html"),
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "generalprobe" / "offline.py",
    ]
)
FOREIGN = {"pagefind-body", "pagefind-filter", "pagefind-ignore"}
"""What Pagefind reads."""
FROM_MARKDOWN = {".gp-copy"}
"""Markdown marks its blocks with a class; it has nothing else."""
FOR_LATER = {"core"}
"""What pages say already and no script reads yet."""


def _text(files: list[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_templates_name_the_parts_that_can_be_mounted() -> None:
    named = {name for names in re.findall(r'data-part="([^"]+)"', _text(TEMPLATES)) for name in names.split()}
    table = (ROOT / "docs/javascripts/generalprobe.mjs").read_text(encoding="utf-8").partition("const TEXT")[0]
    assert named == PARTS
    assert set(re.findall(r'^  "?([a-z-]+)"?: \(\) =>', table, re.MULTILINE)) == PARTS


def test_templates_use_the_names_that_are_shared() -> None:
    used = set(re.findall(r"\bdata-([a-z][a-z-]*)", _text(TEMPLATES)))
    assert used - FOREIGN - {"part"} == NAMES


def test_scripts_know_the_same_names() -> None:
    text = (ROOT / "docs/javascripts/base/names.mjs").read_text(encoding="utf-8")
    (union,) = re.findall(r"@typedef \{([^}]*)\} Name$", text, re.MULTILINE)
    assert set(re.findall(r'"([a-z-]+)"', union)) == NAMES


@cache
def _read() -> set[str]:
    """What scripts ask for, as it is said in HTML or by `dataset`."""
    inline = [ROOT / "overrides/partials/meta.html"]
    text = _text([*inline, *(file for file in SCRIPTS if file.name != "names.mjs")])
    quoted = {*re.findall(r"\[data-([a-z][a-z-]*)", text), *re.findall(r'"(?:data-)?([a-z][a-z-]*)"', text)}
    taken = re.findall(r"\bdataset\.(\w+)", text)
    for several in re.findall(r"\bdataset: {([^}]*)|{([^{}]*)} = \w+\.dataset", text):
        taken += re.findall(r"\w+", "".join(several))
    return {*quoted, *taken}


@pytest.mark.parametrize("name", sorted(NAMES - FOR_LATER))
def test_a_shared_name_is_read(name: str) -> None:
    camel = re.sub("-(.)", lambda match: match[1].upper(), name)
    assert {name, camel} & _read()


def test_no_script_reads_a_class() -> None:
    assert set(re.findall(r"\.gp-[a-z_-]+", _text(SCRIPTS))) == FROM_MARKDOWN
    for file in SCRIPTS:
        assert not re.search(r"classList\.contains|className ===", file.read_text(encoding="utf-8")), file.name


def test_no_style_hangs_on_what_is_said() -> None:
    """Labels are German and may be worded anew."""
    for file in (ROOT / "docs/stylesheets").glob("*.css"):
        assert not re.search(r"\[(?:aria-label|title|alt)", file.read_text(encoding="utf-8")), file.name
