"""Looking at an attacked page: its text, what does not belong there, and which payloads cannot be read.

Most pages are fetched and parsed, which finds all that their markup holds; what scripts make of the texts is seen in
those that are opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from injection.filling import Filler
from playwright.sync_api import Page

NOT_SHOWN = ("artifact.language", "terms.forms")
"""Fields that no page shows: the language only chooses the colours, by its forms a term is only found."""

# What a page holds that only markup of an attacker could have put there.
FOREIGN = """(parsed) => {
  const document = parsed ?? window.document;
  const found = [];
  const practice = ".gp-switch, .gp-task, .gp-tick, .gp-ring, .gp-keys, .gp-finder, .gp-standing, .gp-marking";
  const way = ".gp-welcome, .gp-plan__form, .gp-my-topic, .gp-printing, .gp-test";
  const frame = "[data-part=search], .gp-drawing, .gp-icon, .gp-mark, .task-list-item";
  const ours = (each) => each.closest(`${frame}, ${practice}, ${way}`);
  const elements =
    "iframe, object, embed, base, template, math, marquee, form, input, body style, body link, body meta, svg";
  for (const each of document.querySelectorAll(elements)) if (!ours(each)) found.push(each.outerHTML);
  const marks = ".pwned, #pwned, [name=pwned], [style*='color:red'], abbr:not(.gp-marking abbr), .footnote";
  for (const each of document.querySelectorAll(marks)) {
    found.push(each.outerHTML);
  }
  for (const each of document.scripts) {
    const inline = !each.src && each.closest("head") && each.text.includes("setting:scheme");
    if (!inline && !each.src.startsWith(location.origin)) found.push(each.outerHTML);
  }
  for (const each of document.querySelectorAll("*")) {
    for (const { name, value } of each.attributes) {
      const dangerous = /^(href|src|action|formaction|data|srcdoc|xlink:href)$/.test(name)
        && /^[\\s\\0-\\x20]*(javascript|vbscript|data|file):/i.test(value);
      if (/^on/i.test(name) || dangerous) found.push(each.outerHTML);
    }
  }
  if (window.pwned !== undefined) found.push(`ran: ${window.pwned}`);
  return found.map((each) => each.slice(0, 200));
}"""
_TEXT = """(parsed) => {
  const document = parsed ?? window.document;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!parentElement.closest("script, style, .gp-drawing")) text += data;
  }
  const described = [...document.querySelectorAll("img[alt], a[href], a[title]")];
  return [text, ...described.flatMap(({ alt, href, title }) => [alt, href && decodeURI(href), title])].join(" ");
}"""


# In a parsed document an address is relative to the page that has fetched it.
_FETCH = f"""async (addresses) => {{
  const [text, foreign] = [{_TEXT}, {FOREIGN}];
  const seen = {{}};
  for (const address of addresses) {{
    const answer = await fetch(new URL(address, location.origin));
    if (!answer.ok) throw new Error(`${{answer.status}}: ${{address}}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const metas = [...page.querySelectorAll("head meta")];
    const head = metas.map((each) => [each.getAttribute("property") ?? each.name, each.content]);
    seen[address] = [text(page), foreign(page), {{ title: page.title, ...Object.fromEntries(head) }}];
  }}
  return seen;
}}"""


def look(page: Page) -> tuple[str, list[str]]:
    """A page's text, unfolded and with all that it fetches for that, and what does not belong there."""
    page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.wait_for_function("() => !document.querySelector('[data-pending]')")
    return page.evaluate(_TEXT), page.evaluate(FOREIGN)


def fetched(page: Page, addresses: Iterable[str]) -> dict[str, tuple[str, list[str], dict[str, str]]]:
    """Of each address: the page's text, what does not belong there, and what its head says."""
    found: dict[str, tuple[str, list[str], dict[str, str]]] = page.evaluate(_FETCH, list(addresses))
    return found


def missing_in(filler: Filler, text: str) -> list[str]:
    """The fields whose payload is not to be read: word for word where it is plain text, letter for letter elsewhere."""
    shown, words = _spaced(text), _words(text)
    lost = []
    for word, (path, plain) in filler.fields.items():
        wanted = " ".join(filler.payload.replace("§", word).split())
        said = () if plain else _said(filler.payload, word)
        whole = wanted in shown if plain else all(part in words or part in shown for part in said)
        if not whole and not path.endswith(NOT_SHOWN):
            lost.append(path)
    return lost


def missing_in_head(filler: Filler, head: dict[str, str]) -> list[str]:
    """Which of a case study's title and summary do not stand as they were written in the head of its page."""
    words = {path: word for word, (path, _) in filler.fields.items()}
    title = _spaced(filler.payload.replace("§", words["title"]))
    kept = {
        "title": _spaced(head["title"]) == f"{title} – Generalprobe",
        "og:title": _spaced(head["og:title"]) == title,
        "description": words["summary"] in head["description"],
        "og:description": head["description"] == head["og:description"],
    }
    return [name for name, is_kept in kept.items() if not is_kept]


@lru_cache(maxsize=4)
def _spaced(text: str) -> str:
    """Kept for the next payload: a page with all of them is megabytes long."""
    return " ".join(text.split())


@lru_cache(maxsize=4)
def _words(text: str) -> frozenset[str]:
    """Most of what is looked for is found among them, without a search from the beginning."""
    return frozenset(re.findall(r"[^\W_]+", text))


def _said(payload: str, word: str) -> list[str]:
    """The words of a payload as Markdown shows them; what stands behind a fence only chooses its colours."""
    lines = [line for line in payload.splitlines() if not re.match(r"\s*(```|~~~)", line)]
    return [word, *(part for part in re.findall(r"[^\W_]+", " ".join(lines).replace("§", word)))]
