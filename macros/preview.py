"""The preview as its parent sees it: it listens where the parent does, ends with it, and bears mistakes.

`scripts/serve.py` runs MkDocs as a child. The child reads from a pipe that only ends when the parent does, however that
came about. A rebuild that fails shows why on every page until the next one; MkDocs alone would answer nobody.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generalprobe.standing_in import CHILD, error_page

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
    """Listen on the parent's socket, bear mistakes, and have a page that is missing wait until it is there."""
    if CHILD in os.environ:
        _listen(server, socket.socket(fileno=int(os.environ[CHILD])))
    _bear_mistakes(server)
    answer = server.error_handler

    def with_reload(code: int) -> bytes | None:
        content = answer(code)
        if content is None:
            return None
        injected: bytes = server._inject_js_into_html(content, server._visible_epoch)  # type: ignore[no-untyped-call]
        return injected

    server.error_handler = with_reload


def _listen(server: LiveReloadServer, listening: socket.socket) -> None:
    server.socket.close()
    server.socket = listening
    server.server_address = listening.getsockname()
    server.server_name, server.server_port = server.server_address[:2]  # type: ignore[assignment]
    server.setup_environ()
    server.server_bind = server.server_activate = lambda: None  # type: ignore[method-assign]


def _bear_mistakes(server: LiveReloadServer) -> None:
    """After a rebuild that failed, answer every request by what it said, until one succeeds."""
    build, answer = server.builder, server.serve_request
    shown: list[bytes] = []

    def build_or_tell() -> None:
        with _heard() as said:
            try:
                build()
                shown.clear()
            except (Exception, SystemExit):  # The macros plugin exits.
                traceback.print_exc()
                print("Nicht neu gebaut (Meldung oben). Nach dem nächsten Speichern geht es weiter …", flush=True)
                shown[:] = [error_page([*said, *traceback.format_exc().splitlines()])]

    def answer_or_tell(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith("/livereload/"):
            return answer(environ, start_response)
        with server._epoch_cond:
            server._epoch_cond.wait_for(lambda: server._visible_epoch == server._wanted_epoch)
        if not shown:
            return answer(environ, start_response)
        start_response("503 Service Unavailable", [("Content-Type", "text/html; charset=utf-8")])
        return list(shown)

    server.builder = build_or_tell
    server.set_app(answer_or_tell)


@contextmanager
def _heard() -> Iterator[list[str]]:
    """What is logged of warnings and errors while the block runs, in lines as on the terminal."""
    said: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.setFormatter(logging.Formatter("%(levelname)s - %(message)s"))
    listener.emit = lambda record: said.extend(listener.format(record).splitlines())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)
