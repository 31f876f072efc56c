"""Fences of ours: one whose content is HTML and reaches the page as it is, and one whose content is drawn.

Python-Markdown and MkDocs read every tag of a raw HTML block, which takes longer than all else about a page; a fence
they take whole. Pages stay raw blocks until they are handed to MkDocs, so that they need no fence elsewhere.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from generalprobe.finishing import untouched
from generalprobe.pages.templating import block, drawn

_RAW_BLOCK = re.compile("^<.*$", re.MULTILINE)


def fenced(page: str) -> str:
    """Put each raw block, which is a line that begins with a tag, into a fence named `as-is`."""
    return _RAW_BLOCK.sub(r"```as-is\n\g<0>\n```", page)


def as_is(source: str, *_: Any, **__: Any) -> str:
    """Format the content of such a fence, as a formatter of pymdownx.superfences."""
    return source


def as_it_stands(source: str, *_: Any, **__: Any) -> str:
    """The same for an engine that would change the relative links in it; `finishing.freed` takes the marks away."""
    return untouched(source)


def diagram(source: str, language: str, css_class: str, options: Any, md: Any, **_: Any) -> str:
    """Draw a diagram of a hand-written page, as a formatter of pymdownx.superfences; a broken one stays text.

    Two alike on one page, which one `md` makes, still have ids of their own.
    """
    id = f"diagramm-{sha256(source.encode()).hexdigest()[:8]}"
    seen: list[str] = md.__dict__.setdefault("generalprobe_diagrams", [])
    seen.append(id)
    turn = seen.count(id)
    return block("diagram", drawing=drawn(source), source=source, id=id if turn == 1 else f"{id}-{turn}")
