"""The front matter of a text: keys and values between two lines of hyphens, read line by line and no further.

Pandoc knows a title behind a percent sign instead, and below it authors and date.
"""

from __future__ import annotations

import re

_KEY = re.compile(r"([A-Za-z_$][\w.$-]*)\s*:\s*(.*?)\s*")
_PANDOC = re.compile(r"%(?: |$)")
"""Title, authors and date, a line each."""
_EDGE = re.compile(r"-{3,}\s*")


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """What stands in a text's front matter, and the rest of the text, whose lines keep their numbers."""
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    if start < len(lines) and _EDGE.fullmatch(lines[start]):
        end = next((at for at in range(start + 1, len(lines)) if _EDGE.fullmatch(lines[at])), 0)
        if end and is_front(lines[start + 1 : end]):
            return keys_in(lines[start + 1 : end]), "\n" * (end + 1) + "\n".join(lines[end + 1 :])
    end = next((at for at in range(start, len(lines)) if not _PANDOC.match(lines[at])), len(lines))
    if end > start:
        return {"title": lines[start].removeprefix("%").strip()}, "\n" * end + "\n".join(lines[end:])
    return {}, text


def is_front(lines: list[str]) -> bool:
    """Whether lines are keys with values, and what belongs to them."""
    said = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return any(map(_KEY.fullmatch, said)) and all(_KEY.fullmatch(line) or line[0] in " -}]" for line in said)


def keys_in(lines: list[str]) -> dict[str, str]:
    """Keys and values; a value of several lines is joined."""
    found: dict[str, str] = {}
    last = ""
    for line in lines:
        match = _KEY.fullmatch(line)
        if match:
            last = match[1]
            found[last] = "" if match[2] in ("|", ">", "|-", ">-") else _bare(match[2])
        elif last and line.strip() and line[0] == " ":
            found[last] = f"{found[last]} {line.strip().lstrip('#').strip()}".strip()
    return found


def _bare(value: str) -> str:
    for mark in "\"'":
        if len(value) > 1 and value.startswith(mark) and value.endswith(mark):
            return value[1:-1].replace(f"\\{mark}", mark)
    return value
