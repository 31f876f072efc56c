"""The page on privacy tells the truth: what the scripts store stands on it, and nothing else does."""

from __future__ import annotations

import re

from samples import ROOT

FOLDER = ROOT / "docs" / "javascripts"
SCRIPTS = {
    name: (FOLDER / name).read_text("utf-8")
    for name in sorted(file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*.mjs"))
    if not name.startswith("vendor/")
}
HEAD = (ROOT / "overrides" / "partials" / "meta.html").read_text("utf-8")
PAGE = (ROOT / "docs" / "datenschutz.md").read_text("utf-8")
KIND = re.compile(r'\b(?:read|write|key)\("([a-z-]+)",|#(?:ids|forget)\("([a-z-]+)"\)|generalprobe:([a-z-]+):')
KEEPERS = {"base/storage.mjs", "practice/written.mjs", "frame/erasing.mjs"}
"""The only modules that speak to the browser's storage themselves."""


def _stored() -> set[str]:
    return {kind for text in (*SCRIPTS.values(), HEAD) for groups in KIND.findall(text) for kind in groups if kind}


def test_the_page_names_every_kind_of_entry_and_no_other() -> None:
    named = set(re.findall(r"^\| `([a-z-]+):…` \|", PAGE, re.MULTILINE))
    assert named == _stored()


def test_entries_are_made_in_few_places_and_all_begin_alike() -> None:
    """Kinds are written out where an entry is made, so that the test above sees them."""
    using = {name for name, text in SCRIPTS.items() if re.search(r"\b(?:local|session)Storage\b", _code(text))}
    assert using <= KEEPERS
    assert "`generalprobe:${kind}:${id}`" in SCRIPTS["base/storage.mjs"]
    for name, text in SCRIPTS.items():
        assert not re.search(r'(?<![.#\w])(?:read|write|key)\((?!"|kind\b)', _code(text)), name


def test_no_script_knows_another_way_to_remember_or_to_send() -> None:
    """No cookies, no data bases, no beacons; and what is fetched has no address of another host."""
    others = re.compile(r"document\.cookie|indexedDB|sendBeacon|WebSocket|XMLHttpRequest|serviceWorker")
    for name, text in SCRIPTS.items():
        assert not others.search(text), name
        assert not re.search(r"""(?:fetch|import)\(\s*["'`](?:https?:)?//""", text), name


def _code(text: str) -> str:
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
