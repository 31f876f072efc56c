"""ZIP archives whose bytes depend on nothing but what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_THEN = (1980, 1, 1, 0, 0, 0)
"""The first day that such an archive can name."""


def zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive of files, by their names in it."""
    archive = BytesIO()
    with ZipFile(archive, "w") as written:
        for name, content in files.items():
            about = ZipInfo(name, _THEN)
            about.compress_type, about.create_system = ZIP_DEFLATED, 3  # or the bytes depend on the system
            written.writestr(about, content)
    return archive.getvalue()
