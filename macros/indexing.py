"""The search of a preview, which follows its pages: built beside them, never waited for, and once for many saves.

It is a process of its own, so that the pages have a processor of theirs, and so that it can be ended in the middle.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

CALM_SECONDS = 1.0
"""How long nothing more is saved before the search is built."""
PATIENCE_SECONDS = 3
ROOT = Path(__file__).resolve().parent.parent

_WRITE = """
import os, signal, sys
from pathlib import Path
from generalprobe.search import SearchError, write_search
# Pagefind and what it has begun to write go with this.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
if hasattr(os, "nice"):
    os.nice(10)
try:
    write_search(*map(Path, sys.argv[1:]))
except SearchError as reason:
    print(f"Ohne Suche: {reason}", flush=True)
"""


class Indexing:
    """Builds the search of one site again whenever its pages have changed, from what is kept of the time before."""

    def __init__(self, site: Path, kept: Path) -> None:
        self.site, self.kept = site, kept
        self._wanted, self._over = threading.Event(), threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def want(self) -> None:
        """Have it built soon; pages that change meanwhile have it built once more."""
        self._wanted.set()

    def end(self) -> None:
        """Stop, in the middle if need be, and leave nothing behind."""
        self._over.set()
        self._wanted.set()
        if process := self._process:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(PATIENCE_SECONDS)
            process.kill()
        self._thread.join(PATIENCE_SECONDS)

    def _run(self) -> None:
        while self._wanted.wait():
            while self._wanted.is_set() and not self._over.is_set():
                self._wanted.clear()
                self._over.wait(CALM_SECONDS)
            if self._over.is_set():
                return
            command = [sys.executable, "-c", _WRITE, str(self.site), str(self.kept)]
            self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL)
            if self._over.is_set():
                self._process.terminate()
            self._process.wait()
