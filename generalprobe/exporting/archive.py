"""ZIP archives whose bytes depend on nothing but what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_THEN = (1980, 1, 1, 0, 0, 0)
"""The first day that such an archive can name."""
_PACKED = (".png", ".jpg", ".jpeg", ".gif")
"""How names end of what is packed in itself: packing it again takes time and saves nothing."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of files, by their names in it."""
    archive = BytesIO()
    with ZipFile(archive, "w") as written:
        for name, content in files.items():
            about = ZipInfo(name, _THEN)
            about.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
            about.create_system = 3  # or the bytes depend on the system
            written.writestr(about, content)
    return archive.getvalue()
