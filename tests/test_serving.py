"""Servers on this machine bear browsers that hang up, and hide no other mistake."""

from __future__ import annotations

import socket
from socketserver import BaseRequestHandler, TCPServer

import pytest

from generalprobe.serving import unshaken


@pytest.mark.parametrize("mistake", [BrokenPipeError, ConnectionResetError, ConnectionAbortedError, ValueError])
def test_only_a_browser_that_hangs_up_is_not_worth_a_word(
    mistake: type[Exception], capsys: pytest.CaptureFixture[str]
) -> None:
    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            raise mistake

    with (
        unshaken(TCPServer(("127.0.0.1", 0), Handler)) as server,
        socket.create_connection(("127.0.0.1", server.server_address[1])),
    ):
        server.handle_request()
    assert ("ValueError" in capsys.readouterr().err) == (mistake is ValueError)
