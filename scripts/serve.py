"""Show the site on this machine: MkDocs reloads content by itself, this restarts it when Python code changes.

The address is bound once and handed to each MkDocs, so that no request is refused between two of them: it waits.
Where MkDocs has ended over a mistake, a page in its place says which, until the next save.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from generalprobe.command import Parser, project_root, run
from generalprobe.standing_in import CHILD, standing_in

FOLDERS = ("generalprobe", "macros", "docs", "data", "overrides")
CHANGES = {"created", "modified", "moved", "deleted"}
STOP_SECONDS = 5
# Long enough for a preview whose parent was killed to notice it and let go of the port.
FREE_SECONDS = 3
POLL_SECONDS = 0.5
# The theme would say at each start which other product it recommends; and its words are to come at once.
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}
LAST_LINES = 80
WAITING_REQUESTS = 512
"""How many may wait while one MkDocs ends and the next one builds."""


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted. Returns the exit code: 0 after Ctrl-C, 2 where the address is not to be had."""
    options = _parser().parse_args(arguments)
    address = (options.host, options.port)
    try:
        listening = listen(*address)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        print(f"{options.host}:{options.port} ist nicht frei ({reason}). {_other_port(options.port)}", file=sys.stderr)
        return 2
    print(f"Generalprobe startet unter http://{options.host}:{options.port}/ (Ende mit Strg+C)", flush=True)
    _end_like_interrupt()
    with listening:
        try:
            serve(project_root(), mkdocs_command(*address, options.open), listening)
        except KeyboardInterrupt:
            print("\nBeendet.")
            return 0


def mkdocs_command(host: str, port: int, in_browser: bool) -> list[str]:
    """How MkDocs is called."""
    # Some releases of click leave live reload off unless it is asked for.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"{host}:{port}"]
    return [*command, "--open"] if in_browser else command


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; waits for a preview that is just ending. Raises what the system says against it."""
    deadline = time.monotonic() + FREE_SECONDS
    while True:
        try:
            return socket.create_server((host, port), backlog=WAITING_REQUESTS)
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def serve(root: Path, command: list[str], listening: socket.socket) -> NoReturn:
    """Keep MkDocs running: again after each change of code and, if it died, after any change."""
    changes = Changes()
    with watching(root, changes):
        while True:
            changes.forget()
            server = Server(command, root, listening)
            try:
                wait_for_change(server, changes, listening)
            finally:
                server.stop()
            # The browser window that --open opened is there already.
            command = [part for part in command if part != "--open"]


class Server:
    """MkDocs as a process of its own, whose words are shown and the last of them kept."""

    def __init__(self, command: list[str], root: Path, listening: socket.socket) -> None:
        # In a session of its own, so that Ctrl-C reaches it once, through us. Its input ends when we do.
        listening.set_inheritable(True)
        self.process = subprocess.Popen(
            command, cwd=root, env=ENVIRONMENT | {CHILD: str(listening.fileno())}, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True, close_fds=False,
        )  # fmt: skip
        self.last_lines: deque[str] = deque(maxlen=LAST_LINES)
        self._reader = threading.Thread(target=self._pass_on, daemon=True)
        self._reader.start()

    def _pass_on(self) -> None:
        for line in self.process.stdout or ():
            text = line.decode("utf-8", errors="replace").rstrip()
            print(text, flush=True)
            self.last_lines.append(text)

    def has_ended(self) -> bool:
        """Whether it is gone, and all that it said has been heard."""
        if self.process.poll() is None:
            return False
        self._reader.join(STOP_SECONDS)
        return True

    def stop(self) -> None:
        """End MkDocs so that it removes its temporary folder; if it will not, by force."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(STOP_SECONDS)
        self.process.kill()
        self.process.wait()


def wait_for_change(server: Server, changes: Changes, listening: socket.socket) -> None:
    """Return when the server has to be started again."""
    while not server.has_ended():
        if changes.of_code.wait(timeout=0.2):
            print("Python-Code geändert, der Server startet neu …", flush=True)
            return
    # A file saved since the start may be the mistake or, saved a moment later, its cure: a new start tells.
    if not changes.of_anything.is_set():
        print(
            "Der Server ist stehen geblieben (Meldung oben). Nach dem nächsten Speichern geht es weiter …", flush=True
        )
    with standing_in(listening, list(server.last_lines)):
        while not changes.of_anything.wait(timeout=0.2):
            pass


class Changes(FileSystemEventHandler):
    """Remembers that files were saved."""

    def __init__(self) -> None:
        self.of_code = threading.Event()
        self.of_anything = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Sort a change; reading a file is an event too, and no change."""
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        if event.is_directory or event.event_type not in CHANGES or any("__pycache__" in path.parts for path in paths):
            return
        self.of_anything.set()
        if any(path.suffix == ".py" for path in paths):
            self.of_code.set()

    def forget(self) -> None:
        """Start anew."""
        self.of_code.clear()
        self.of_anything.clear()


@contextmanager
def watching(root: Path, changes: Changes) -> Iterator[None]:
    """Have changes below the root reported as long as the block runs.

    Polled, as MkDocs does it: network drives and folders shared with a container send no events.
    """
    observer = PollingObserver(timeout=POLL_SECONDS)
    observer.schedule(changes, str(root))  # mkdocs.yml
    for folder in filter(Path.is_dir, (root / name for name in FOLDERS)):
        observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


def _end_like_interrupt() -> None:
    # Or a closed terminal would leave MkDocs behind, holding the port.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def _other_port(port: int) -> str:
    return (
        "Ein anderer Server läuft dort wohl schon. Beende ihn oder nimm einen anderen Port: "
        f'make serve ARGS="--port {port + 1}" (ohne make: --port {port + 1})'
    )


def _parser() -> Parser:
    parser = Parser(prog="serve.py", description="Zeigt die Seiten auf diesem Rechner; jede Änderung erscheint sofort.")
    parser.add_argument("--host", default="127.0.0.1", help="Adresse (sonst 127.0.0.1, also nur für diesen Rechner)")
    parser.add_argument("--port", type=int, default=8000, help="Port (sonst 8000)")
    parser.add_argument("--open", action="store_true", help="gleich im Browser öffnen")
    return parser


if __name__ == "__main__":
    run(main)
