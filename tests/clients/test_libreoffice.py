"""What LibreOffice makes of presentations is read as what the committed files hold; `--golden` writes those anew."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from decks import DECKS, OWN, RESAVED, read_decks, saved

from scripts.clients import find_libreoffice

_FILTER = "pptx:Impress MS PowerPoint 2007 XML"
_PATIENCE_SECONDS = 180


def _resaved(folder: Path) -> list[Path]:
    """All presentations, opened and saved by LibreOffice, which gets a profile of its own."""
    (folder / "saved").mkdir()
    sources = [*(saved(folder, name) for name in DECKS), OWN]
    program = str(find_libreoffice())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", _FILTER, "--outdir", str(folder / "saved")]
    done = subprocess.run([*command, *map(str, sources)], capture_output=True, text=True, timeout=_PATIENCE_SECONDS)
    made = [folder / "saved" / f"{source.stem}.pptx" for source in sources]
    assert all(file.is_file() for file in made), done.stdout + done.stderr
    return made


def test_what_it_saves_now_is_read_as_what_is_committed(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    made = _resaved(tmp_path)
    if request.config.getoption("--golden"):
        RESAVED.mkdir(parents=True, exist_ok=True)
        for file in made:
            shutil.copy(file, RESAVED)
    names = [file.stem for file in made]
    now, committed = (
        read_decks([folder / f"{name}.pptx" for name in names]) for folder in (tmp_path / "saved", RESAVED)
    )
    assert dict(zip(names, now, strict=True)) == dict(zip(names, committed, strict=True))
