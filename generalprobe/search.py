"""Finished pages → the files of their search, by Pagefind; knows no engine, only HTML.

Pagefind is given copies of the pages, in which compounds are parted („Netz|Ausfälle“), so that each part is found too;
`frame/hits.mjs` puts them together again where it shows them. What is read of a page is said in its HTML by
`data-pagefind-…`.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pagefind.service import get_executable

from generalprobe.compounds import joints
from generalprobe.kept_search import KeptSearch
from generalprobe.memory import Memory

FOLDER = "pagefind"
"""Where the files stand below the site."""
WORDS_FILE = "words.txt"
WORDS_BYTES = 60_000
"""What the list of words may weigh, compressed."""
LEFT_OUT = "…"
"""Stands in a list that has not all words."""
JOINT = "|\u00ad"
"""Stands between the parts of a compound: Pagefind takes the bar for the end of a word, and no text has both signs."""

_MAIN = re.compile(rb"<main\b[^>]*\sdata-pagefind-body\b.*</main>", re.DOTALL)
_DROPPED = re.compile(r"<(svg|script|nav|button)\b.*?</\1>", re.DOTALL)
# Pagefind would join what stands in them to what follows. The spans of coloured code are joined, and have short names.
_ENDS_APART = re.compile(r'</(?:dt|dd|td|th|summary)>|</span>(?=<(?!/|span class="\w{1,3}"))')
_WORD = re.compile(r"[^\W\d_]{3,}")
_TAG = re.compile(r"<[^>]*>")
_TAG_OR_LONG_NOUN = re.compile(r"(<[^>]*>|[A-ZÄÖÜ][^\W\d_]{6,})")
_SHIPPED = re.compile(r"pagefind\.js|pagefind-entry\.json|wasm\.de\.pagefind|.*\.pf_\w+")


class SearchError(Exception):
    """Why there is no search, as a German sentence."""


@dataclass(frozen=True)
class _Page:
    """A page that is searched.

    Attributes:
        key: Is another one where what is searched of it is.
        tokens: Its words with the signs around them, each once.
    """

    file: Path
    url: str
    key: str
    tokens: str


def write_search(site: Path, kept: Path | None = None) -> None:
    """Write the files of the search into a folder of the site, in the place of earlier ones.

    Args:
        site: The folder of the site.
        kept: A folder on the same disk, where the files stay for the next time, so that it costs less.

    Raises:
        SearchError: Pagefind is missing or has failed; what was there before is still there.
    """
    memory = Memory(kept / "words.jsonl" if kept else None)
    pages = list(_pages(site, memory))
    words = _count(page.tokens for page in pages)
    if not words:
        raise SearchError("Keine Seite sagt, dass sie durchsucht wird (data-pagefind-body).")
    parted = _parted(words)
    with tempfile.TemporaryDirectory(prefix="search-", dir=site.parent) as scratch:
        before = KeptSearch(kept) if kept else None
        renewed = _renew(before, site, pages, parted, Path(scratch)) if before else None
        files = renewed or _index(site, pages, parted, Path(scratch, "all"))
        (files / WORDS_FILE).unlink(missing_ok=True)  # It may be known to an earlier site by a second name.
        _write(files / WORDS_FILE, word_list(words, parted))
        if before:
            before.keep(files, {page.url: page.key for page in pages}, parted)
            memory.tidy()
            memory.save()
        _put_in_place(files, site / FOLDER)


def _pages(site: Path, memory: Memory) -> Iterator[_Page]:
    for file in site.rglob("*.html"):
        if main := _MAIN.search(file.read_bytes()):
            key = memory.key(main[0])
            tokens = memory.recall(key, json.loads)
            if tokens is None:
                tokens = " ".join(set(_TAG.sub(" ", _searched(main[0])).split()))
                memory.keep(key, json.dumps(tokens))
            yield _Page(file, f"/{file.relative_to(site).as_posix()}".removesuffix("index.html"), key, tokens)


def _searched(main: bytes) -> str:
    return _DROPPED.sub(" ", main.decode("utf-8"))


def _count(pages: Iterable[str]) -> Counter[str]:
    """On how many pages each word stands, once more for each way of writing signs around it."""
    tokens: Counter[str] = Counter()
    for page in pages:
        tokens.update(page.split())
    counts: Counter[str] = Counter()
    for token, count in tokens.items():
        for word in _WORD.findall(html.unescape(token)):
            counts[word] += count
    return counts


def _parted(words: Mapping[str, int]) -> dict[str, str]:
    """Compounds as they stand in the copies: {"Netzausfälle": "Netz|ausfälle"}."""
    return {
        word: JOINT.join(word[start:end] for start, end in zip((0, *at), (*at, len(word)), strict=True))
        for word, at in joints(words).items()
    }


def _renew(before: KeptSearch, site: Path, pages: list[_Page], parted: Mapping[str, str], scratch: Path) -> Path | None:
    """A folder with the files of the build before and what has changed since, if that is less than half."""
    apart = [word for word in before.parted.keys() | parted.keys() if before.parted.get(word) != parted.get(word)]
    changed = [
        page for page in pages if before.pages.get(page.url) != page.key or any(word in page.tokens for word in apart)
    ]
    gone = before.pages.keys() - {page.url for page in pages}
    if 2 * len(changed) > len(pages):
        return None
    if not changed and not gone:
        return before.lay(scratch / "same")
    few = _index(site, changed or pages[:1], parted, scratch / "few")
    return before.lay_with(few, gone, scratch / "renewed")


def _index(site: Path, pages: Iterable[_Page], parted: Mapping[str, str], files: Path) -> Path:
    """A folder with the files that Pagefind makes of some pages."""
    copies = files.with_name(f"copies of {files.name}")
    for page in pages:
        if main := _MAIN.search(page.file.read_bytes()):
            _write(copies / page.file.relative_to(site), _copy(_searched(main[0]), parted))
    _run_pagefind(copies, files)
    _drop_the_rest(files)
    return files


def _copy(main: str, parted: Mapping[str, str]) -> str:
    pieces = _TAG_OR_LONG_NOUN.split(_ENDS_APART.sub(r"\g<0> ", main))
    pieces[1::2] = map(parted.get, pieces[1::2], pieces[1::2])
    return f'<html lang="de"><body>{"".join(pieces)}</body></html>'


def _run_pagefind(copies: Path, files: Path) -> None:
    options = ["--exclude-selectors", "a.headerlink", "--force-language", "de", "--quiet"]
    command = ["--site", str(copies), "--output-path", str(files), *options]
    try:
        program = get_executable()
        if program is None:
            raise FileNotFoundError
        # What Pagefind's own settings file or variables of the machine say is not meant for this site.
        own = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        result = subprocess.run(
            [program, *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=own,
            cwd=copies,
        )
    except OSError as error:
        raise SearchError("Pagefind fehlt oder lässt sich nicht starten. Hilft: make setup") from error
    if result.returncode or not (files / "pagefind-entry.json").is_file():
        raise SearchError(f"Pagefind hat abgebrochen:\n{result.stdout}{result.stderr}".rstrip())


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _drop_the_rest(files: Path) -> None:
    """Pagefind writes an interface of its own too, in several forms."""
    for file in files.iterdir():
        if file.is_file() and not _SHIPPED.fullmatch(file.name):
            file.unlink()


def word_list(words: Mapping[str, int], parted: Mapping[str, str], most_bytes: int = WORDS_BYTES) -> str:
    """The words of all pages in small letters, one a line, sorted; as many as compressed weigh no more than that.

    Compounds go first, for their parts stay, and then what stands on fewest pages: of these only slips are not found.
    In compounds a bar stands between the parts.
    """
    counts: Counter[str] = Counter()
    for word, count in words.items():
        counts[word.lower()] += count
    bars = {word.lower(): each.lower().replace(JOINT, "|") for word, each in parted.items()}
    ranked = sorted(counts, key=lambda word: (word in bars, -counts[word], word))
    lines = [bars.get(word, word) for word in ranked]
    if _weight(lines) <= most_bytes:
        return _listed(lines)
    least, most = 0, len(lines) - 1
    while least < most:
        middle = (least + most + 1) // 2
        if _weight([*lines[:middle], LEFT_OUT]) <= most_bytes:
            least = middle
        else:
            most = middle - 1
    return _listed([*lines[:least], LEFT_OUT])


def _weight(lines: Iterable[str]) -> int:
    return len(gzip.compress(_listed(lines).encode()))


def _listed(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in sorted(lines))


def _put_in_place(files: Path, target: Path) -> None:
    """Exchange two folders by renaming, so that nobody is given half of each."""
    if target.exists():
        target.rename(files.with_name("old"))
    files.rename(target)
