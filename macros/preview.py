"""The preview as its parent sees it: it ends with the parent, ends over a mistake, and lets missing pages reload.

`scripts/serve.py` runs MkDocs as a child. The child reads from a pipe that only ends when the parent does, however that
came about. A rebuild that fails ends the child: MkDocs alone would go on and answer nobody; the parent says why.
"""

from __future__ import annotations

import os
import signal
import threading
import time
import traceback
from collections.abc import Callable

from mkdocs.livereload import LiveReloadServer

from generalprobe.standing_in import CHILD

PATIENCE_SECONDS = 5


def end_with_parent() -> None:
    """Stop this process when its parent is gone; without a parent that says so, do nothing."""
    if CHILD in os.environ:
        threading.Thread(target=_wait_and_end, daemon=True).start()


def _wait_and_end() -> None:
    os.read(0, 1)  # Not sys.stdin: a thread that waits there holds a lock that Python needs to end.
    os.kill(os.getpid(), signal.SIGINT)  # So that MkDocs removes its temporary folder
    time.sleep(PATIENCE_SECONDS)
    os._exit(1)


def prepare(server: LiveReloadServer) -> None:
    """Have a failed rebuild end the server where a parent waits, and a page that is missing wait until it is there."""
    if CHILD in os.environ:
        server.builder = _ending(server.builder)
    answer = server.error_handler

    def with_reload(code: int) -> bytes | None:
        content = answer(code)
        if content is None:
            return None
        injected: bytes = server._inject_js_into_html(content, server._visible_epoch)  # type: ignore[no-untyped-call]
        return injected

    server.error_handler = with_reload


def _ending(build: Callable[[], None]) -> Callable[[], None]:
    def build_or_end() -> None:
        try:
            build()
        except SystemExit:
            raise
        except Exception:
            traceback.print_exc()
            raise SystemExit(1) from None

    return build_or_end
