"""What the browser answers: one Node is asked many questions (`tests/javascript/answers.mjs`)."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from samples import ROOT


def asked(question: str, known: Mapping[str, str], values: list[Any]) -> list[Any]:
    """The browser's answers, one for each value; it knows what the build writes for it."""
    beside = shutil.which(Path(sys.executable).with_name("node"))
    node = [beside or "node", str(ROOT / "tests" / "javascript" / "answers.mjs"), question]
    given = json.dumps({"known": {name: json.loads(text) for name, text in known.items()}, "values": values})
    done = subprocess.run(node, input=given, capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers
