"""The parts of a ZIP file such as a PPTX, unpacked as they are asked for, with limits whatever its directory says.

The browser refuses the same in the same words: `docs/javascripts/workshop/archive.mjs` and `zip.mjs`.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from typing import NoReturn
from zipfile import BadZipFile, ZipFile, ZipInfo

from generalprobe.importing.unreadable import Unreadable

MEGABYTE = 1024 * 1024
LARGEST_FILE = 100 * MEGABYTE
LARGEST_PART = 20 * MEGABYTE
_MOST_UNPACKED = 200 * MEGABYTE
_MOST_PARTS = 20_000
_LARGEST_DIRECTORY = 400 * _MOST_PARTS
"""Bytes; a directory can be longer than it says it is."""
_HIGHEST_RATIO = 200
_HARMLESS = MEGABYTE
"""Below that, a part may be packed as tightly as it likes."""
_END = b"PK\x05\x06"
_LEADS_OUT = re.compile(r"/|[a-z]:", re.IGNORECASE)

_SAID = {
    "empty": "Die Datei ist leer.",
    "heavy": "Die Datei ist größer als 100 MB. Verkleinere die Bilder darin: In PowerPoint heißt das „Bilder "
    "komprimieren“.",
    "unpacked": "Ausgepackt ist die Datei größer als 200 MB und wird darum nicht gelesen. Verkleinere die Bilder "
    "darin.",
    "ole": "Die Datei ist mit einem Kennwort geschützt oder im alten Format .ppt gespeichert. Öffne sie in PowerPoint, "
    "nimm das Kennwort heraus und speichere sie als .pptx.",
    "pdf": "Das ist eine PDF-Datei. Nimm die Präsentation selbst (.pptx): Ein PDF enthält keinen Sprechtext.",
    "foreign": "Das ist keine Präsentation im Format .pptx. Speichere oder exportiere sie als PowerPoint-Datei.",
    "impress": "Das ist eine Präsentation von LibreOffice. Speichere sie dort mit „Speichern unter“ als "
    "PowerPoint-Datei (.pptx).",
    "keynote": "Das ist eine Präsentation von Keynote. Exportiere sie dort als PowerPoint-Datei (.pptx).",
    "word": "Das ist ein Word-Dokument. Nimm die Präsentation (.pptx), oder speichere den Text als Markdown (.md).",
    "excel": "Das ist eine Excel-Datei. Nimm die Präsentation (.pptx).",
    "cut": "Die Datei ist unvollständig, als wäre sie beim Kopieren oder Laden abgebrochen. Kopiere oder lade sie noch "
    "einmal.",
    "damaged": "Die Datei ist beschädigt. Öffne sie in dem Programm, aus dem sie kommt, und speichere sie dort unter "
    "neuem Namen.",
    "locked": "Die Datei ist mit einem Kennwort geschützt. Nimm den Schutz heraus und speichere sie neu.",
    "bomb": "Die Datei ist viel dichter gepackt, als es bei Vorträgen vorkommt, und wird darum nicht geöffnet.",
    "large": "Ein Teil der Datei ist größer als 20 MB und wird darum nicht gelesen. Verkleinere die Bilder darin.",
    "many": "Die Datei besteht aus mehr als 20.000 Teilen und wird darum nicht gelesen.",
    "outside": "Die Datei enthält Pfade, die aus ihr herausführen. So schreibt sie kein Präsentationsprogramm, darum "
    "bleibt sie zu.",
}
_HEADS = ((b"\xd0\xcf\x11\xe0", "ole"), (b"%PDF", "pdf"))
_FOREIGN = (
    (re.compile(r"word/"), "word"),
    (re.compile(r"xl/"), "excel"),
    (re.compile(r"Index\.zip$|Index/|.*\.iwa$"), "keynote"),
    (re.compile(r"content\.xml$"), "impress"),
)


def _refuse(why: str) -> NoReturn:
    raise Unreadable(_SAID[why])


def weigh(size: int) -> None:
    """Refuse what is too large, in bytes, before it is read. Raises Unreadable."""
    if size == 0:
        _refuse("empty")
    if size > LARGEST_FILE:
        _refuse("heavy")


class Archive:
    """The parts of a file. Raises Unreadable where it is something else, and says what."""

    def __init__(self, data: bytes) -> None:
        weigh(len(data))
        for head, why in _HEADS:
            if data.startswith(head):
                _refuse(why)
        if not data.startswith(b"PK"):
            _refuse("foreign")
        self._zip, self._entries = _opened(data)
        self._by_lower_case = {name.lower(): info for name, info in self._entries.items()}
        self._total = 0
        self.tags = 0
        """As many as the parts have that were read as XML, opening and closing ones."""
        for pattern, why in _FOREIGN:
            if "ppt/presentation.xml" not in self._entries and any(map(pattern.match, self._entries)):
                _refuse(why)

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._entries)

    def size(self, name: str) -> int | None:
        """How large a part is unpacked, in bytes; None where there is none."""
        info = self._find(name)
        return None if info is None else info.file_size

    def crc(self, name: str) -> int:
        """The checksum of a part that there is."""
        info = self._find(name)
        return info.CRC if info else 0

    def read(self, name: str) -> bytes | None:
        """What a part holds; None where there is none or it is damaged. Raises Unreadable over too large ones."""
        info = self._find(name)
        if info is None:
            return None
        self._total += min(info.file_size, LARGEST_PART)
        if self._total > _MOST_UNPACKED:
            _refuse("unpacked")
        return self._unpacked(info)

    def _find(self, name: str) -> ZipInfo | None:
        return self._entries.get(name) or self._by_lower_case.get(name.lower())

    def _unpacked(self, info: ZipInfo) -> bytes | None:
        if info.file_size > LARGEST_PART:
            _refuse("large")
        if info.file_size > _HARMLESS and info.file_size > _HIGHEST_RATIO * info.compress_size:
            _refuse("bomb")
        with suppress(BadZipFile, RuntimeError, OSError, EOFError, ValueError, zlib.error, struct.error):
            with self._zip.open(info) as part:
                content = part.read(info.file_size)
            return content if len(content) == info.file_size and zlib.crc32(content) == info.CRC else None
        return None


def _opened(data: bytes) -> tuple[ZipFile, dict[str, ZipInfo]]:
    end = data.rfind(_END, max(0, len(data) - 22 - 0xFFFF))
    if end < 0 or end + 22 > len(data):
        _refuse("cut")
    count, size = struct.unpack_from("<HI", data, end + 10)
    if count > _MOST_PARTS or size > _LARGEST_DIRECTORY:
        _refuse("many")
    try:
        opened = ZipFile(BytesIO(data))
    except (BadZipFile, NotImplementedError, OSError, ValueError, struct.error):
        _refuse("damaged")
    return opened, dict(_entries(opened))


def _entries(opened: ZipFile) -> Iterator[tuple[str, ZipInfo]]:
    """Of two parts with the same name the last one; old programs write backslashes."""
    if len(opened.infolist()) > _MOST_PARTS:
        _refuse("many")
    for info in opened.infolist():
        name = info.filename.replace("\\", "/")
        if info.flag_bits & 1:
            _refuse("locked")
        if name.endswith("/"):
            continue
        if _LEADS_OUT.match(name) or ".." in name.split("/"):
            _refuse("outside")
        yield name, info
