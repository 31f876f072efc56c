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
TABLE = SCRIPTS["base/stored.mjs"]
KEEPERS = {"base/shelf.mjs", "frame/erasing.mjs"}
"""The only modules that speak to the browser's storage themselves."""
IN_DATA_BASES = ("base/own-entry.mjs", "recording/entry.mjs")
"""Those that say what lies in one."""


def _stored() -> dict[str, str]:
    """Every kind of entry, as the shelf's table has it, and what it is called."""
    rows = re.findall(r'^  ([a-z]+): \{ german: "([^"]+)"', TABLE, re.MULTILINE)
    passing = re.search(r"^export const PASSING = \{(.*)\};$", TABLE, re.MULTILINE)
    assert passing
    for module in IN_DATA_BASES:
        kept = re.search(r"^export const KEPT = \{(.*)\};$", SCRIPTS[module], re.MULTILINE)
        assert kept
        rows += re.findall(r'([a-z]+): "([^"]+)"', kept[1])
    return dict([*rows, *re.findall(r'([a-z]+): "([^"]+)"', passing[1])])


def test_the_page_names_every_kind_of_entry_and_no_other() -> None:
    """Under the name that messages give it."""
    named = dict(re.findall(r"^\| `([a-z-]+):…` \| (\w+)", PAGE, re.MULTILINE))
    assert named == _stored()


def test_entries_are_made_in_few_places() -> None:
    """All of them on the shelf, whose types let in only kinds that its table has."""
    using = {name for name, text in SCRIPTS.items() if re.search(r"\b(?:local|session)Storage\b", _code(text))}
    assert using <= KEEPERS


def test_the_one_inline_script_is_the_same_on_every_page() -> None:
    """It knows the site's path from an attribute, and reads where the shelf writes."""
    [script] = re.findall(r"<script>(.*?)</script>", HEAD, re.DOTALL)
    assert "{{" not in script
    assert "{%" not in script
    assert "generalprobe:${start}setting:scheme" in script
    assert 'replaceAll(":", "%3A")}:`' in SCRIPTS["base/site-name.mjs"]


def test_no_script_knows_another_way_to_remember_or_to_send() -> None:
    """No cookies, no beacons, data bases only to ask which there are, the site itself in one room; and what is fetched
    lies on no other host.
    """
    others = re.compile(
        r"document\.cookie|indexedDB(?!\?\.databases)|sendBeacon|WebSocket|XMLHttpRequest|serviceWorker|\bcaches\b"
    )
    for name, text in SCRIPTS.items():
        assert name.startswith("offline/") or not others.search(_code(text)), name
        assert not re.search(r"""(?:fetch|import)\(\s*["'`](?:https?:)?//""", text), name


def _code(text: str) -> str:
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
