"""Generated pages are headings and ready HTML: what Markdown makes of them is known without reading them as Markdown.

Python-Markdown takes longer over such a page than all else that is done for it. A page of any other kind is left to it,
and `tests/test_ready.py` holds both to the same result.
"""

from __future__ import annotations

import re
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

_HEADING = re.compile(r"(?P<marks>#{1,6}) (?P<name>(?:[^&<>*_`\[\]\\{}#]|&#\d+;)+) \{#(?P<id>[\w-]+)\}")
_IN_CONTENTS = 3
"""The lowest level of headings that the table of contents lists."""


def render(page: Page) -> bool:
    """Do for a page whose source stands what MkDocs does by Markdown; False where it is of another kind."""
    headings: list[dict[str, Any]] = []
    blocks: list[str] = []
    for line in filter(None, (page.markdown or "").split("\n")):
        if line[0] == "<":
            blocks.append(line)
        elif heading := _HEADING.fullmatch(line):
            headings.append({"level": len(heading["marks"]), **heading.groupdict(), "children": []})
            blocks.append(_html(**headings[-1]))
        else:
            return False
    page.content = "\n".join(blocks)
    page.toc = get_toc(_nested([each for each in headings if each["level"] <= _IN_CONTENTS]))  # type: ignore[arg-type]
    page._title_from_render = next((each["name"] for each in headings if each["level"] == 1), None)
    page.present_anchor_ids = {each["id"] for each in headings}
    page.links_to_anchors = {}
    return True


def _html(level: int, name: str, id: str, **_: Any) -> str:
    link = f'<a class="headerlink" href="#{id}" title="Link zu diesem Abschnitt">#</a>'
    return f'<h{level} id="{id}">{name}{link}</h{level}>'


def _nested(headings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The headings with those below them as their children."""
    top: list[dict[str, Any]] = []
    above: list[dict[str, Any]] = []
    for heading in headings:
        while above and above[-1]["level"] >= heading["level"]:
            above.pop()
        (above[-1]["children"] if above else top).append(heading)
        above.append(heading)
    return top
