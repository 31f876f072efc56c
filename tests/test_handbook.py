"""What the handbook shows works: its sample file checks, its commands exist, its codes are the table's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples import ROOT

from generalprobe.checking.project import check_project
from generalprobe.reading.loading import load_project
from generalprobe.rules import RULES

PAGES = sorted((ROOT / "docs").rglob("*.md"))
SAMPLE = re.compile(r'^```yaml title="(data/[a-z/-]+\.yml)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def samples_of_the_handbook() -> dict[str, str]:
    """The complete files that the pages show, by where they belong."""
    return {match[1]: match[2] for page in PAGES for match in SAMPLE.finditer(page.read_text(encoding="utf-8"))}


def test_the_complete_samples_check_without_a_problem(tmp_path: Path) -> None:
    samples = samples_of_the_handbook()
    assert samples
    for name, text in samples.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        assert check_project(load_project(ROOT, [file])) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", text)) <= targets
    for script in re.findall(r"(?:scripts|bench)[/\\][a-z_]+\.py", text):
        assert (ROOT / script.replace("\\", "/")).exists()
    families = {code.rstrip("0123456789") for code in RULES}
    for code in re.findall(rf"\b(?:{'|'.join(families)})\d\d\b", text):
        assert code in RULES
