"""Times as they are estimated."""

from __future__ import annotations


class Seconds(float):
    """A time that is estimated, in seconds with their fractions; shown in whole ones, as ``m:ss``."""

    def __str__(self) -> str:
        minutes, seconds = divmod(round(self), 60)
        return f"{minutes}:{seconds:02}"

    def __repr__(self) -> str:
        return f"Seconds({float(self)!r})"
