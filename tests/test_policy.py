"""What the pages let a browser load and run; that those of a built site keep to it, `tests/browser` asks of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from policy import Policed, hash_of
from samples import ROOT

from generalprobe.finishing import finished

META = (ROOT / "overrides" / "partials" / "meta.html").read_text(encoding="utf-8")
HEAD, THEME = "document.title;", "\n  const ä = `<b>${1}</b>`;\n"
POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'"
PAGE = f"""<!doctype html><html data-root="."><head>
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><script>{HEAD}</script></head>
<body><article><h1>Titel</h1><script>alert("eingeschleust")</script></article>
<script type="application/json">[]</script><script src="fremd.js"></script><script type="module" src="a.mjs"></script>
<script type="module">{THEME}</script></body></html>"""


def test_pages_ask_no_other_host_and_allow_beyond_it_what_they_need_only() -> None:
    assert Policed(META).policy == {
        "default-src": "'self'",
        "script-src": "'self' 'unsafe-inline' 'wasm-unsafe-eval'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "media-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for table in ("generalprobe.mjs", "practice/kinds.mjs"):
        (tmp_path / "javascripts" / table).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "javascripts" / table).write_text("")
    return tmp_path


def test_a_finished_page_names_the_scripts_of_its_frame_and_nothing_of_its_content(docs: Path) -> None:
    page = Policed(finished(PAGE, "", docs))
    named = f"'self' {hash_of(HEAD)} {hash_of(THEME)} 'wasm-unsafe-eval'"
    assert page.policy == Policed(PAGE).policy | {"script-src": named}
    assert page.forbidden == ['alert("eingeschleust")']


def test_a_preview_keeps_its_policy_for_the_script_that_reloads_it(docs: Path) -> None:
    page = finished(PAGE, "", docs, previewed=True)
    assert Policed(page).policy["script-src"] == "'self' 'unsafe-inline' 'wasm-unsafe-eval'"
