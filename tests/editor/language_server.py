"""The YAML language server that editors use, spoken to as VS Code does: JSON-RPC over the process's pipes."""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any

PATIENCE_S = 60
"""How long to wait for any one message."""

Message = dict[str, Any]


class LanguageServer:
    """A running server with a workspace open; `settings` are a workspace's as VS Code writes them, keys with dots."""

    def __init__(self, workspace: Path, settings: Mapping[str, Any]) -> None:
        self._settings = _nested(settings)
        self._process = _start(workspace)
        self._inbox: queue.Queue[Message] = queue.Queue()
        # A thread of its own: the server stops working while nobody takes what it writes.
        threading.Thread(target=self._listen, daemon=True).start()
        self._requests = 0
        self._diagnostics: dict[str, list[Any]] = {}
        self._configured = False
        self._initialize(workspace)

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.communicate()

    def diagnose(self, documents: Mapping[Path, str]) -> dict[Path, list[str]]:
        """Open documents (their files need not exist) and return the messages that the editor would show in each."""
        self.open(documents)
        return self.shown(documents)

    def open(self, documents: Mapping[Path, str]) -> None:
        """Let the server begin: it thinks a while about each, and waits before."""
        for path, text in documents.items():
            assert path.as_uri() not in self._diagnostics, f"{path} is open already"
            opened = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
            self._notify("textDocument/didOpen", {"textDocument": opened})

    def shown(self, documents: Iterable[Path]) -> dict[Path, list[str]]:
        """The messages that the editor shows in each of the open documents, as soon as it does."""
        paths = list(documents)
        while not all(path.as_uri() in self._diagnostics for path in paths):
            self._handle_next()
        return {path: [found["message"] for found in self._diagnostics[path.as_uri()]] for path in paths}

    def complete(self, path: Path, line: int, character: int) -> list[str]:
        """The words that the editor offers at a place of an open document; lines and characters count from 0."""
        found = self._request("textDocument/completion", _position(path, line, character))
        return [item["label"] for item in found["items"]]

    def hover(self, path: Path, line: int, character: int) -> str:
        """What the editor shows about a place of an open document."""
        return str(self._request("textDocument/hover", _position(path, line, character))["contents"]["value"])

    def _initialize(self, workspace: Path) -> None:
        folder = {"uri": workspace.as_uri(), "name": workspace.name}
        capabilities = {"workspace": {"configuration": True, "workspaceFolders": True}}
        self._request(
            "initialize",
            {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder], "capabilities": capabilities},
        )
        self._notify("initialized", {})
        while not self._configured:
            self._handle_next()

    def _request(self, method: str, params: Message) -> Any:
        self._requests += 1
        number = self._requests
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._handle_next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _notify(self, method: str, params: Message) -> None:
        self._send({"method": method, "params": params})

    def _handle_next(self) -> Message:
        """Wait for the next message, answer it if it is a question, and return it."""
        message = self._inbox.get(timeout=PATIENCE_S)
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method == "workspace/configuration":
            sections = [self._settings.get(item["section"]) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": sections})
            self._configured = True
        elif method and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = _open(self._process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        pipe.flush()

    def _listen(self) -> None:
        pipe = _open(self._process.stdout)
        while header := pipe.readline():
            length = int(header.removeprefix(b"Content-Length:"))
            pipe.readline()
            self._inbox.put(json.loads(pipe.read(length)))


def _start(workspace: Path) -> subprocess.Popen[bytes]:
    node = shutil.which(Path(sys.executable).with_name("node")) or shutil.which("node")
    server = workspace / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    assert node and server.is_file(), "yaml-language-server is missing: `python3 scripts/setup.py --test` installs it"
    return subprocess.Popen([node, server, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _position(path: Path, line: int, character: int) -> Message:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": character}}


def _nested(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Turn `{"yaml.hover": True}` into `{"yaml": {"hover": True}}`, as the server asks for sections."""
    nested: dict[str, Any] = {}
    for name, value in settings.items():
        *sections, last = [name] if name.startswith("[") else name.split(".")
        place = nested
        for section in sections:
            place = place.setdefault(section, {})
        place[last] = value
    return nested
