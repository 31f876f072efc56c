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
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generalprobe.serving import unshaken
from generalprobe.standing_in import CHILD, error_page

PATIENCE_SECONDS = 5
POLL_SECONDS = 0.4
CALM_SECONDS = 0.05
"""How long nothing more is saved before the pages are built: some editors write a file in several steps."""
CHANGES = {"created", "modified", "moved", "deleted", "closed"}


def end_with_parent() -> None:
    """Stop this process when its parent is gone; without a parent that says so, do nothing."""
    if CHILD in os.environ:
        # Not sys.stdin: a thread that waits there holds a lock that Python needs to end, and `exit` closes it.
        threading.Thread(target=_wait_and_end, args=(os.dup(0),), daemon=True).start()


def _wait_and_end(parent: int) -> None:
    os.read(parent, 1)
    os.kill(os.getpid(), signal.SIGINT)  # So that MkDocs removes its temporary folder
    time.sleep(PATIENCE_SECONDS)
    os._exit(1)


def prepare(server: LiveReloadServer, changed: Callable[[], bool]) -> None:
    """Listen on the parent's socket, bear mistakes, and have a page that is missing wait until it is there.

    `changed` says after a build whether it has changed anything; if not, no page needs to be loaded again.
    """
    if CHILD in os.environ:
        _listen(server, socket.socket(fileno=int(os.environ[CHILD])))
    _bear_mistakes(unshaken(server), changed)
    _watch(server)
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


def _watch(server: LiveReloadServer) -> None:
    """See what is saved as soon as can be, below the folders that are watched already and those to come."""
    server.build_delay = CALM_SECONDS
    server.observer = Watch()  # type: ignore[assignment]
    watched = list(server._watched_paths)
    server._watched_paths.clear()
    for path in watched:
        server.watch(path)


def _bear_mistakes(server: LiveReloadServer, changed: Callable[[], bool]) -> None:
    """After a rebuild that failed, answer every request by what it said, until one succeeds."""
    build, answer = server.builder, server.serve_request
    shown: list[bytes] = []

    def build_or_tell() -> None:
        with _heard() as said:
            try:
                build()
                if not shown and not changed():
                    server._wanted_epoch = server._visible_epoch
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


class Watch:
    """Sees a save at once where the disk sends events, and by looking where it does not: network drives, containers."""

    def __init__(self) -> None:
        self._observers: list[BaseObserver] = [Observer(), PollingObserver(timeout=POLL_SECONDS)]
        self._sent: dict[str, tuple[int, ...]] = {}

    def schedule(self, handler: FileSystemEventHandler, path: str, recursive: bool = True) -> None:
        """Tell a handler of what changes there: once, though both see it."""
        sent, polled = self._observers

        def tell(event: FileSystemEvent) -> None:
            if event.event_type in CHANGES:
                self._sent.update(_states(event))
                handler.on_any_event(event)

        def tell_unless_sent(event: FileSystemEvent) -> None:
            if any(self._sent.get(path) != state for path, state in _states(event).items()):
                handler.on_any_event(event)

        sent.schedule(_telling(tell), path, recursive=recursive)
        polled.schedule(_telling(tell_unless_sent), path, recursive=recursive)

    def start(self) -> None:
        """Begin to look; a system that sends no (more) events is looked at only."""
        for observer in self._observers:
            with suppress(OSError):
                observer.start()

    def stop(self) -> None:
        """Look no more."""
        for observer in self._observers:
            observer.stop()


def _telling(tell: Callable[[FileSystemEvent], None]) -> FileSystemEventHandler:
    handler = FileSystemEventHandler()
    handler.on_any_event = tell  # type: ignore[method-assign, assignment]
    return handler


def _states(event: FileSystemEvent) -> dict[str, tuple[int, ...]]:
    """How the files of an event are now; empty where there is none."""
    states: dict[str, tuple[int, ...]] = {}
    for path in filter(None, (os.fsdecode(event.src_path), os.fsdecode(event.dest_path))):
        try:
            found = Path(path).stat()
            states[path] = (found.st_mtime_ns, found.st_size, found.st_ino)
        except OSError:
            states[path] = ()
    return states


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
