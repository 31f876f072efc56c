"""What is done to finished pages, whichever engine has made them: from HTML to HTML.

What a page preloads follows from its parts; its pictures say how large they are; its policy names the inline scripts of
its frame; the page of errors, which answers at any address, carries its styles; links that an engine was not to touch
are freed.
"""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from posixpath import normpath

from generalprobe import joining, modules
from generalprobe.pictures import sized

PRELOADS = "<!-- preloads -->"
"""Where a page says what it preloads."""
UNTOUCHED = "as-it-stands:"
"""Stands before a relative address that is right as it is, so that no engine takes it for a file's and changes it."""

_ANY_INLINE = "script-src 'self' 'unsafe-inline'"
"""What the policy says of scripts in a page that is not finished, and in a preview, which adds one to reload."""

_INLINE = re.compile(r'<script\b(?![^>]*\s(?:src=|type="(?!module")))[^>]*>(.*?)</script>', re.DOTALL)
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_ROOT = re.compile(r'<html\b[^>]*\sdata-root="([^"]*)"')
_STYLES = re.compile(r'<link rel="stylesheet" href="([^"]*)">')
_IMPORTED = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)
_HERE = re.compile(r'="\./(?=[^"#?])')
_RELATIVE = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=")(?![a-z][a-z0-9+.-]*:|[/#])', re.IGNORECASE)


def finished(page: str, address: str, docs: Path, *, previewed: bool = False, joined: bool = False) -> str:
    """A page with links to the modules that its parts need, with room for its pictures, and a policy of its own.

    Args:
        page: the HTML.
        address: where it stands, from the root of the site; empty for the first page.
        docs: the folder with the modules and the pictures.
        previewed: whether a preview will add a script, so that any inline script has to run.
        joined: whether modules will be published together (joining.py).
    """
    content, root = _ARTICLE.search(page), _ROOT.search(page)
    scripts = docs / "javascripts"
    paths = modules.preloaded(scripts, content[0]) if content else []
    paths = joining.published(scripts, paths) if joined else paths
    base = normpath(root[1]) if root else "."
    links = "".join(f'<link rel="modulepreload" href="{base.rstrip("/")}/javascripts/{path}">\n' for path in paths)
    if not previewed:
        frame = page[: content.start()] + page[content.end() :] if content else page
        page = page.replace(_ANY_INLINE, f"script-src 'self' {_hashes(tuple(_INLINE.findall(frame)))}", 1)
    return sized(page.replace(PRELOADS, links.rstrip("\n"), 1), address, docs)


@cache
def _hashes(scripts: tuple[str, ...]) -> str:
    """Inline scripts as a policy names them. Whatever might have got into the content of a page is not among them."""
    return " ".join(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)


def with_styles(page: str, folder: Path) -> str:
    """A page that carries the style sheets below a folder which it would link to; it says them once, in its head."""

    def carried(match: re.Match[str]) -> str:
        path = match[1][match[1].index("stylesheets/") :]
        return f"<style>{_with_imported(folder / path)}</style>"

    return _STYLES.sub(carried, page)


def _with_imported(sheet: Path) -> str:
    """A style sheet with those that it imports in their places."""
    return _IMPORTED.sub(lambda match: _with_imported(sheet.parent / match[1]), sheet.read_text(encoding="utf-8"))


def untouched(html: str) -> str:
    """Mark the relative addresses of what is written as HTML."""
    return _RELATIVE.sub(rf"\g<1>{UNTOUCHED}", html)


def freed(page: str) -> str:
    """Take the marks away that `untouched` has set, and the `./` that stands before every address."""
    return _HERE.sub('="', page.replace(f'="{UNTOUCHED}', '="'))


def drop_leftovers(site: Path) -> None:
    """Take out of a built site what engine and theme add for a look and a search that it has not."""
    shutil.rmtree(site / "assets", ignore_errors=True)
    (site / "search.json").unlink(missing_ok=True)
