"""The files of an index as Pagefind 1.5 writes them ↔ what they say. Each has a name of its own content.

`tests/test_index_files.py` holds what is written here against what Pagefind writes of the same pages.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha1
from itertools import accumulate, groupby, islice, takewhile
from operator import itemgetter, sub
from pathlib import Path
from typing import Any

from generalprobe.cbor import LIST, NUMBER, head, packed, unpacked, unpacked_head
from generalprobe.postings import Index, Page, Postings

ENTRY_FILE = "pagefind-entry.json"

_LANGUAGE = "de"
_SIGNATURE = b"pagefind_dcd"
_CHUNK_BYTES = 55_000
"""What the words of a file have together before another is begun, as those of Pagefind's own do."""
_URL = re.compile(rb'\{"url":("(?:[^"\\]|\\.)*+")')
_COUNT = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a....)"
_NUMBERS = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a....)(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a]....)*+"
# Of a page that has a word: how many pages behind the one before it is, and the places there.
_POSTING = re.compile(rb"\x83(%b)(%b%b)" % (_COUNT, _NUMBERS, _NUMBERS), re.DOTALL)


def read(files: Path) -> Index:
    """The index in a folder, whose every file must be whole.

    Raises:
        ValueError, LookupError, TypeError, OSError, EOFError, zlib.error: It is not, or not as Pagefind 1.5 writes it.
    """
    pages, chunks, filters, fields = _meta(files)
    contents = (_content(files / _chunk_file(each)) for *_, each in chunks)
    named = (_value(files / _filter_file(name)) for _, name in filters)
    return Index(
        fields,
        [Page(_url(files / page_file(name)), name, length) for name, length in pages],
        {key: postings for content in contents for key, postings in _words(content)},
        {(name, value): numbers for name, values in named for value, numbers in values},
    )


def check(files: Path) -> None:
    """Raise what `read` does where a file of the index in a folder is missing or not whole."""
    for name in _named(*_meta(files)[:3]):
        _content(files / name)


def write(index: Index, files: Path) -> None:
    """Put an index in the place of another in a folder, where the files of its pages lie: none is changed, some go."""
    entry = _entry(files)
    filters = [
        [name, _write(packed([name, [[value, pages] for (_, value), pages in each]]), files, _filter_file)]
        for name, each in groupby(sorted(index.filters.items()), lambda item: item[0][0])
    ]
    chunks = _ranges([(first, last, _write(each, files, _chunk_file)) for first, last, each in _chunks(index.words)])
    pages = [[page.name, page.length] for page in index.pages]
    meta = _write(packed([entry["version"], pages, chunks, filters, [], index.fields]), files, _meta_file)
    entry["languages"][_LANGUAGE] |= {"hash": meta, "page_count": len(pages)}
    (files / ENTRY_FILE).unlink()
    (files / ENTRY_FILE).write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
    named = {files / name for name in (_meta_file(meta), *_named(pages, chunks, filters))}
    for file in set(files.rglob("*.pf_*")) - named:
        file.unlink()


def page_file(name: str) -> str:
    """Where the text of a page lies."""
    return f"fragment/{name}.pf_fragment"


def _chunk_file(name: str) -> str:
    return f"index/{name}.pf_index"


def _filter_file(name: str) -> str:
    return f"filter/{name}.pf_filter"


def _meta_file(name: str) -> str:
    return f"pagefind.{name}.pf_meta"


def _named(pages: list[Any], chunks: list[Any], filters: list[Any]) -> list[str]:
    """The files that an index has beside those that name them."""
    found = [page_file(name) for name, _ in pages]
    return found + [_chunk_file(name) for *_, name in chunks] + [_filter_file(name) for _, name in filters]


def name(files: Path) -> str:
    """What tells the index in a folder from others."""
    return str(_entry(files)["languages"][_LANGUAGE]["hash"])


def _entry(files: Path) -> Any:
    return json.loads((files / ENTRY_FILE).read_bytes())


def _meta(files: Path) -> tuple[list[Any], list[Any], list[Any], list[str]]:
    """What an index is made of: its pages, files of words, filters, and the names of what is said of pages."""
    _, pages, chunks, filters, sorts, fields = _value(files / _meta_file(name(files)))
    if sorts:
        raise ValueError("sorted pages")
    return pages, chunks, filters, fields


def _content(file: Path) -> bytes:
    content = zlib.decompress(file.read_bytes(), wbits=zlib.MAX_WBITS | 16)  # gzip.decompress takes longer.
    if not content.startswith(_SIGNATURE):
        raise ValueError(f"{file.name} is not Pagefind's")
    return content.removeprefix(_SIGNATURE)


def _value(file: Path) -> Any:
    return unpacked(_content(file))[0]


def _url(file: Path) -> str:
    found = _URL.match(_content(file))
    if not found:
        raise ValueError(f"{file.name} has no address")
    return str(json.loads(found[1]))


def _words(content: bytes) -> Iterator[tuple[tuple[str, str], Postings]]:
    """What a file says of its words, each of which is a list: itself, its pages, and its other spellings."""
    found = iter(_POSTING.findall(content))
    _, _, at = unpacked_head(content, 0)
    _, count, at = unpacked_head(content, at)
    for _ in range(count):
        word, at = unpacked(content, at + 1)
        postings, at = _postings(content, at, found)
        if postings:
            yield (word, ""), postings
        _, spellings, at = unpacked_head(content, at)
        for _ in range(spellings):
            spelling, at = unpacked(content, at + 1)
            postings, at = _postings(content, at, found)
            yield (word, spelling), postings
    if at != len(content):
        raise ValueError("not what was expected")


def _postings(content: bytes, at: int, found: Iterator[tuple[bytes, bytes]]) -> tuple[Postings, int]:
    """The pages of the list at a place, which are the next ones found, and where it ends."""
    _, count, at = unpacked_head(content, at)
    behind, places = list(zip(*islice(found, count), strict=True)) or ((), ())
    end = at + count + sum(map(len, behind)) + sum(map(len, places))
    return dict(zip(accumulate(map(_number, behind)), places, strict=True)), end


@cache
def _number(data: bytes) -> int:
    return int(unpacked(data)[0])


def _chunks(words: dict[tuple[str, str], Postings]) -> Iterator[tuple[str, str, bytes]]:
    """The words in files: the first and the last one of each, and what it holds."""
    records: dict[str, bytes] = {}
    size = 0
    for word, keys in groupby(sorted(words), itemgetter(0)):
        records[word] = _record(word, {spelling: words[word, spelling] for _, spelling in keys})
        size += len(records[word])
        if size >= _CHUNK_BYTES:
            yield _chunk(records)
            records, size = {}, 0
    if records:
        yield _chunk(records)


def _chunk(records: dict[str, bytes]) -> tuple[str, str, bytes]:
    first, *_, last = [*records] * 2
    return first, last, head(LIST, 1) + head(LIST, len(records)) + b"".join(records.values())


def _record(word: str, spellings: dict[str, Postings]) -> bytes:
    usual = _packed_postings(spellings.pop("", {}))
    others = [head(LIST, 2) + packed(each) + _packed_postings(postings) for each, postings in spellings.items()]
    return head(LIST, 3) + packed(word) + usual + head(LIST, len(others)) + b"".join(others)


def _packed_postings(postings: Postings) -> bytes:
    numbers = sorted(postings)
    starts = map(_posting_head, map(sub, numbers, [0, *numbers]))
    each = [start + postings[number] for start, number in zip(starts, numbers, strict=True)]
    return head(LIST, len(numbers)) + b"".join(each)


@cache
def _posting_head(number: int) -> bytes:
    return head(LIST, 3) + head(NUMBER, number)


def _ranges(chunks: list[tuple[str, str, str]]) -> list[list[str]]:
    """From where to where files have words, by no more letters than set them apart, so that beginnings are found."""
    firsts, lasts = [first for first, _, _ in chunks], [last for _, last, _ in chunks]
    begins = map(_apart, firsts, [firsts[0], *lasts])
    ends = map(_apart, lasts, [*firsts[1:], lasts[-1]])
    return [[begin, end, name] for begin, end, (*_, name) in zip(begins, ends, chunks, strict=True)]


def _apart(word: str, other: str) -> str:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return word[: same + 1]


def _write(content: bytes, files: Path, place: Callable[[str], str]) -> str:
    """Write a file under a name of its content, unless it is there, and say that name."""
    name = f"{_LANGUAGE}_{sha1(content).hexdigest()[:16]}"
    file = files / place(name)
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(gzip.compress(_SIGNATURE + content, 6, mtime=0))
    return name
