"""Show the site on this machine: MkDocs reloads content by itself, this restarts it when Python code changes."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generalprobe.command import Parser, project_root, run

FOLDERS = ("generalprobe", "macros", "docs", "data", "overrides")
CHANGES = {"created", "modified", "moved", "deleted"}
STOP_SECONDS = 5
# The theme would say at each start which other product it recommends.
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted. Returns the exit code: 0 after Ctrl-C, 2 where the address is not to be had."""
    options = _parser().parse_args(arguments)
    if reason := why_not_free(options.host, options.port):
        print(f"{options.host}:{options.port} ist nicht frei ({reason}). {_other_port(options.port)}", file=sys.stderr)
        return 2
    print(f"Generalprobe startet unter http://{options.host}:{options.port}/ (Ende mit Strg+C)", flush=True)
    _end_like_interrupt()
    try:
        serve(project_root(), mkdocs_command(options.host, options.port, options.open))
    except KeyboardInterrupt:
        print("\nBeendet.")
        return 0


def mkdocs_command(host: str, port: int, in_browser: bool) -> list[str]:
    """How MkDocs is called."""
    # Some releases of click leave live reload off unless it is asked for.
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", f"{host}:{port}"]
    return [*command, "--open"] if in_browser else command


def why_not_free(host: str, port: int) -> str:
    """What the system says against listening there, or nothing."""
    try:
        with socket.create_server((host, port)):
            return ""
    except (OSError, OverflowError) as error:
        return str(getattr(error, "strerror", None) or error)


def serve(root: Path, command: list[str]) -> NoReturn:
    """Keep MkDocs running: again after each change of code and, if it died, after any change."""
    changes = Changes()
    with watching(root, changes):
        while True:
            changes.forget()
            server = _start(command, root)
            try:
                wait_for_change(server, changes)
            finally:
                stop(server)
            # The browser window that --open opened is there already.
            command = [part for part in command if part != "--open"]


def wait_for_change(server: subprocess.Popen[bytes], changes: Changes) -> None:
    """Return when the server has to be started again."""
    while server.poll() is None:
        if changes.of_code.wait(timeout=0.2):
            print("Python-Code geändert, der Server startet neu …", flush=True)
            return
    # A file saved since the start may be the mistake or, saved a moment later, its cure: a new start tells.
    if not changes.of_anything.is_set():
        print(
            "Der Server ist stehen geblieben (Meldung oben). Nach dem nächsten Speichern geht es weiter …", flush=True
        )
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
    """Have changes below the root reported as long as the block runs."""
    observer = Observer()
    observer.schedule(changes, str(root))  # mkdocs.yml
    for folder in filter(Path.is_dir, (root / name for name in FOLDERS)):
        observer.schedule(changes, str(folder), recursive=True)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


def _start(command: list[str], root: Path) -> subprocess.Popen[bytes]:
    # In a session of its own, so that Ctrl-C reaches it once, through us.
    return subprocess.Popen(command, cwd=root, env=QUIET, stdin=subprocess.DEVNULL, start_new_session=True)


def stop(server: subprocess.Popen[bytes]) -> None:
    """End MkDocs so that it removes its temporary folder; if it will not, by force."""
    if server.poll() is None:
        server.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            server.wait(STOP_SECONDS)
    server.kill()
    server.wait()


def _end_like_interrupt() -> None:
    # Or a closed terminal would leave MkDocs behind, holding the port.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def _other_port(port: int) -> str:
    return f"Ein anderer Server läuft dort wohl schon. Nimm zum Beispiel: --port {port + 1}"


def _parser() -> Parser:
    parser = Parser(prog="serve.py", description="Zeigt die Seiten auf diesem Rechner; jede Änderung erscheint sofort.")
    parser.add_argument("--host", default="127.0.0.1", help="Adresse (sonst 127.0.0.1, also nur für diesen Rechner)")
    parser.add_argument("--port", type=int, default=8000, help="Port (sonst 8000)")
    parser.add_argument("--open", action="store_true", help="gleich im Browser öffnen")
    return parser


if __name__ == "__main__":
    run(main)
