"""A fence whose content is HTML and reaches the page as it is.

Python-Markdown and MkDocs read every tag of a raw HTML block, which takes longer than all else about a page; a fence
they take whole. Pages stay raw blocks until they are handed to MkDocs, so that they need no fence elsewhere.
"""

from __future__ import annotations

import re
from typing import Any

_RAW_BLOCK = re.compile("^<.*$", re.MULTILINE)


def fenced(page: str) -> str:
    """Put each raw block, which is a line that begins with a tag, into a fence named `as-is`."""
    return _RAW_BLOCK.sub(r"```as-is\n\g<0>\n```", page)


def as_is(source: str, *_: Any, **__: Any) -> str:
    """Format the content of such a fence, as a formatter of pymdownx.superfences."""
    return source
