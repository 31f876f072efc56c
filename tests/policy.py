"""What the policy of a page says, and what of the page it forbids."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

_EXECUTED = {None, "", "module", "text/javascript"}


class Policed(HTMLParser):
    """A page as a browser reads it: its policy, its inline scripts, and other places where a script could stand."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.policy: dict[str, str] = {}
        self.scripts: list[str] = []
        self.handlers: list[str] = []
        """Event handlers and links to scripts."""
        self._reads_script = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = dict(attributes)
        if said.get("http-equiv") == "Content-Security-Policy":
            self.policy = dict(part.split(" ", 1) for part in (said["content"] or "").split("; "))
        self._reads_script = tag == "script" and "src" not in said and said.get("type") in _EXECUTED
        if self._reads_script:
            self.scripts.append("")
        for name, value in attributes:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.handlers.append(f"{name}={value}")

    def handle_data(self, data: str) -> None:
        if self._reads_script:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._reads_script = False

    @property
    def forbidden(self) -> list[str]:
        """What no browser runs of the page; of a page whose policy allows any inline script, that."""
        allowed = self.policy["script-src"].split()
        unnamed = [script for script in self.scripts if hash_of(script) not in allowed]
        return [*unnamed, *self.handlers, *(["'unsafe-inline'"] if "'unsafe-inline'" in allowed else [])]


def hash_of(script: str) -> str:
    """A script as a policy names it."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
