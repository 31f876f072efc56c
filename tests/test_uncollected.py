"""What a command has read is never looked through for circles, neither while it reads nor afterwards."""

from __future__ import annotations

import subprocess
import sys

_READING = """
import gc
from generalprobe.command import uncollected

looked = []
gc.callbacks.append(lambda phase, info: looked.append(len(gc.get_objects())))
with uncollected():
    read = [[] for _ in range(100_000)]
more = [[] for _ in range(10_000)]
print(gc.isenabled(), len(looked) > 0, max(looked) < 100_000)
"""


def test_what_was_read_is_not_looked_through() -> None:
    told = subprocess.run([sys.executable, "-c", _READING], capture_output=True, text=True, check=True)
    assert told.stdout == "True True True\n"
