"""What answers in place of a preview that has ended over a mistake, until somebody mends it: a page that says which.

Needs nothing of the project, so that no mistake in it can keep this from being shown.
"""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from generalprobe.serving import unshaken

CHILD = "GENERALPROBE_PREVIEW_CHILD"
"""The variable that tells a preview that its parent holds the other end of its input, and on which socket to listen."""

_PAGE = """\
<!doctype html>
<html lang="de">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Vorschau angehalten</title>
<style>
body {{ margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1.05rem/1.5 system-ui, sans-serif }}
:root {{ color-scheme: light dark }}
pre {{ overflow-x: auto; padding: 1rem; border: 1px solid }}
</style>
<h1>Die Vorschau ist angehalten</h1>
<p>Beim Bauen der Seiten ist ein Fehler aufgetreten. Behebe ihn und speichere: Diese Seite lädt dann von selbst neu.</p>
<p><strong>Zuletzt gemeldet:</strong></p>
<pre tabindex="0">{last}</pre>
<details><summary>Die ganze Meldung</summary><pre tabindex="0">{whole}</pre></details>
<script>
setInterval(async () => {{
  const answer = await fetch(location.href, {{ cache: "no-store" }}).catch(() => undefined);
  if (answer && answer.status !== 503) location.reload();
}}, 1000);
</script>
</html>
"""


@contextmanager
def standing_in(listening: socket.socket, said: list[str]) -> Iterator[None]:
    """Answer on a server's socket in its place after it has ended: what it said last, on every page."""
    page = error_page(said)

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            # Pages that are open ask whether there is something newer than what they show; this is.
            asked = self.path.startswith("/livereload/")
            body = str(round(time.monotonic() * 1000)).encode() if asked else page
            self.send_response(200 if asked else 503)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = unshaken(ThreadingHTTPServer(("", 0), Answer, bind_and_activate=False))
    server.socket.close()
    server.socket = listening.dup()
    threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def error_page(said: list[str]) -> bytes:
    """The page that says what a server said before it ended: its last words first."""
    told = [line for line in said if not re.match(r"(INFO|DEBUG) ", line)]
    # What is indented or begins with a mark leads through the code; the sentences stand at the margin.
    last = [line for line in told if re.match(r"\w", line) and not line.startswith("Traceback")][-3:]
    return _PAGE.format(last=escape("\n".join(last)), whole=escape("\n".join(told))).encode()
