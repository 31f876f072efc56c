"""What all servers on this machine have in common: browsers hang up on them whenever they like."""

from __future__ import annotations

import sys
from socketserver import BaseServer
from typing import Any, TypeVar

Server = TypeVar("Server", bound=BaseServer)


def unshaken(server: Server) -> Server:
    """Let a server say nothing where the other side has hung up; any other mistake is shown as before."""
    show = server.handle_error

    def show_others(request: Any, address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            show(request, address)

    server.handle_error = show_others  # type: ignore[assignment, method-assign]
    return server
