"""A finished site → the list of what devices keep of it, which the worker at its root goes by; knows no engine.

The list is `{"core": rows, "cases": {address: {"title", "packed", "files": rows}}, "rest": rows}`, a row being
`[address, hash, bytes]`. Everything in `core` is kept from the first visit on, a case study where somebody takes it
along, and of all of them what was visited. `docs/javascripts/offline/list.mjs` reads it.
"""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from posixpath import normpath
from typing import Any

from generalprobe.addresses import CASE_STUDIES

LIST_FILE = "offline.json"
WORKER_FILE = "worker.js"
SCRIPTS = "javascripts/offline/"
WORKER_SOURCE = "worker.mjs"
FAREWELL_SOURCE = "farewell.mjs"
"""What takes the worker's place where a site keeps nothing: it clears away what an earlier one has kept."""
MOST_BYTES = 2_000_000
"""What is kept from the first visit on may weigh, compressed, without the search."""
MOST_SEARCH_BYTES = 1_500_000
"""What of the search is kept with it may weigh."""
SHORT_HASH_BYTES = 9

_ORDER = (
    r"[^/]*|(?:javascripts|stylesheets|images|nicht-da|datenschutz|impressum)/.*",
    r"lernen/.*",
    r"nachschlagen/.*",
    r"ueben/.*",
    r"(?:buehne|pruefung|mein-vortrag|plan|exams)/.*",
    rf"{CASE_STUDIES}.*",
    r".*",
)
"""What is kept, the first first: frame, lessons, reference, questions, stage and exam, case studies, the rest."""
_NEVER = re.compile(r"404\.html|sitemap\.xml.*|herunterladen/.*|.*\.map|.*/LICEN[CS]E[^/]*|robots\.txt|CNAME|\..*")
_WHEN_WANTED = re.compile(r"javascripts/vendor/pdfjs-dist/.*|images/(?!favicon\.|icon-).*")
"""What nobody needs who does not ask for it; pictures are kept with the pages that show them."""
_SEARCH = re.compile(r"pagefind/.*")
_FRAGMENT = re.compile(r"pagefind/fragment/.*")
_PACKED = (".png", ".jpg", ".jpeg", ".webp", ".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter", ".pagefind")
"""What servers do not compress, because it is."""
_CASE = re.compile(rf"({CASE_STUDIES}[^/]+/).*")
_SHOWN = re.compile(rb'="([^"#?:\s]+\.(?:svg|png|jpe?g|webp|gif))"')
_ROOT = re.compile(rb'<html lang="de" data-root="[^"]*"')
_TITLE = re.compile(rb'<meta property="og:title" content="([^"]*)"')
_SIGNATURE = b"pagefind_dcd"


@dataclass(frozen=True)
class _File:
    """A file of the site, by the address under which pages ask for it."""

    address: str
    path: Path

    @property
    def content(self) -> bytes:
        """What is in it; kept by nobody, for all of a large site is large."""
        return self.path.read_bytes()

    @cached_property
    def row(self) -> tuple[str, str, int]:
        """How the list names it."""
        content = self.content
        return self.address, short_hash(content), len(content)

    @cached_property
    def packed(self) -> int:
        """What it weighs on its way."""
        return self.row[2] if self.is_packed else len(zlib.compress(self.content))

    @property
    def is_packed(self) -> bool:
        """Whether servers leave it as it is."""
        return self.path.suffix in _PACKED


@dataclass
class _Kept:
    """What is kept, as far as there is room."""

    room: int
    addresses: dict[str, _File] = field(default_factory=dict)

    def take(self, files: Iterable[_File]) -> bool:
        """Keep all of them, or none."""
        new = {each.address: each for each in files if each.address not in self.addresses}
        room = self.room
        for each in new.values():
            room -= each.packed
            if room < 0:
                return False
        self.room = room
        self.addresses |= new
        return True


def short_hash(content: bytes) -> str:
    """What tells a file from every other that it ever was, as the worker computes it."""
    return urlsafe_b64encode(sha256(content).digest()[:SHORT_HASH_BYTES]).decode()


def finish(site: Path) -> None:
    """Make a site that has a worker one that is kept: what the worker knows changes with every file of the site."""
    mark_pages(site)
    version, worker = write_list(site), site / WORKER_FILE
    worker.write_text(f'self.VERSION="{version}";\n{worker.read_text(encoding="utf-8")}', encoding="utf-8")


def mark_pages(site: Path) -> None:
    """Let every page say that the site may be kept: only then its scripts begin with it."""
    for file in site.rglob("*.html"):
        file.write_bytes(_ROOT.sub(rb"\g<0> data-offline", file.read_bytes(), count=1))


def write_list(site: Path, most: int = MOST_BYTES, most_search: int = MOST_SEARCH_BYTES) -> str:
    """Write the list of a site that is otherwise finished; return its hash, by which the worker knows it."""
    text = json.dumps(offline_list(site, most, most_search), ensure_ascii=False, separators=(",", ":"))
    (site / LIST_FILE).write_text(text, encoding="utf-8")
    return short_hash(text.encode())


def offline_list(site: Path, most: int = MOST_BYTES, most_search: int = MOST_SEARCH_BYTES) -> dict[str, Any]:
    """What the list of a site says; `most` bytes, compressed, are kept from the first visit on."""
    files = {each.address: each for each in _files(site)}
    units = _units(files)
    kept, search = _Kept(most), _Kept(most_search)
    left = _left(units, kept)
    fragments = _fragments(files)
    _keep_search(files, fragments, search, kept.addresses.keys())
    core = kept.addresses | search.addresses
    share = _packed_share(kept.addresses.values())
    cases = {address: _case(fragments, unit, share) for address, unit in left.items() if _CASE.fullmatch(address)}
    named = {*core, *(row[0] for case in cases.values() for row in case["files"])}
    rest = [each.row for address, each in files.items() if address not in named]
    return {"core": [each.row for each in core.values()], "cases": cases, "rest": rest}


def _files(site: Path) -> Iterator[_File]:
    for name in sorted(_names(site), key=lambda name: name.split("/")):
        if not _NEVER.fullmatch(name) and name not in (LIST_FILE, WORKER_FILE):
            yield _File(re.sub(r"(^|/)index\.html$", r"\1", name), site / name)


def _names(site: Path) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        place = Path(folder).relative_to(site).as_posix()
        yield from names if place == "." else (f"{place}/{name}" for name in names)


def file_of(site: Path, address: str) -> Path:
    """Where the file at an address lies."""
    return site / address / "index.html" if address == "" or address.endswith("/") else site / address


def _units(files: dict[str, _File]) -> dict[str, list[_File]]:
    """What is kept together, in the order in which it is kept: a page with its pictures, all of a case study."""
    units: dict[str, list[_File]] = {}
    for address in sorted(files, key=lambda address: (_rank(address), address)):
        if not _SEARCH.fullmatch(address) and not _WHEN_WANTED.fullmatch(address):
            case = _CASE.fullmatch(address)
            unit = units.setdefault(case[1] if case else address, [])
            unit += [files[address], *_pictures(files, address)]
    return units


def _left(units: dict[str, list[_File]], kept: _Kept) -> dict[str, list[_File]]:
    """What there is no room for. Case studies are kept as long as one after the other fits."""
    left: dict[str, list[_File]] = {}
    is_over = False
    for address, unit in units.items():
        is_case = _CASE.fullmatch(address) is not None
        if (is_case and is_over) or not kept.take(unit):
            left[address] = unit
            is_over = is_over or is_case
    return left


def _rank(address: str) -> int:
    return next(rank for rank, pattern in enumerate(_ORDER) if re.fullmatch(pattern, address))


def _pictures(files: dict[str, _File], address: str) -> list[_File]:
    """What a page shows."""
    if files[address].path.suffix != ".html":
        return []
    named = _SHOWN.findall(files[address].content)
    return [files[path] for path in {normpath(f"{address}{each.decode()}"): None for each in named} if path in files]


def _keep_search(
    files: dict[str, _File], fragments: dict[str, list[_File]], search: _Kept, pages: Iterable[str]
) -> None:
    """Its program and index as a whole, then what it shows of the pages that are kept."""
    search.take(each for address, each in files.items() if _SEARCH.fullmatch(address) and not _FRAGMENT.match(address))
    if search.addresses:
        for page in pages:
            search.take(fragments.get(page, ()))


def _fragments(files: dict[str, _File]) -> dict[str, list[_File]]:
    """What the search shows of a page, by the page's address."""
    found: dict[str, list[_File]] = {}
    for address, file in files.items():
        if _FRAGMENT.fullmatch(address):
            page = json.loads(gzip.decompress(file.content).removeprefix(_SIGNATURE))["url"].lstrip("/")
            found.setdefault(page, []).append(file)
    return found


def _packed_share(kept: Iterable[_File]) -> float:
    """What is left of a text on its way. To pack all case studies of a large site takes as long as to render them."""
    texts = [each for each in kept if not each.is_packed]
    return sum(each.packed for each in texts) / max(1, sum(each.row[2] for each in texts))


def _case(fragments: dict[str, list[_File]], unit: list[_File], share: float) -> dict[str, Any]:
    """All of a case study, with what the search shows of it."""
    page = next((each for each in unit if each.path.suffix == ".html"), unit[0])
    title = _TITLE.search(page.content)
    whole = {each.address: each for file in unit for each in (file, *fragments.get(file.address, ()))}
    return {
        "title": html.unescape(title[1].decode()) if title else page.address,
        "packed": round(sum(each.row[2] * (1 if each.is_packed else share) for each in whole.values())),
        "files": [each.row for each in whole.values()],
    }
