"""What YAML reads without complaint and nobody meant: a comment that swallows a text, a list that melts into one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generalprobe.format.kinds import KEYS
from generalprobe.format.wording import shorten
from generalprobe.problems import Path
from generalprobe.reading.quoting import as_meant, misreads, quote_it, quoted

if TYPE_CHECKING:
    from generalprobe.reading.source import Node, Source

GLUED_COMMENT = re.compile(r"#(?<=[ \t]#)(?=[^\s#!])")
_BLANKS = re.compile(r"[ \t]*")
_BULLET = re.compile(r"[-*+•·▪‣][ \t\u00a0]|-(?=[^\W\d])")
_DASH = re.compile(r"[–—] ")
MAY_BE_LISTED = re.compile(r"[ \t]*(?:[-*+•·▪‣–—]|[0-9]+[.)] )")
"""How a line begins that may have been meant as an entry of a list."""
_LISTED = re.compile(r"[-*+•·▪‣] |[0-9]+[.)] ")
_PROSE_KEYS = ("notes", "answer", "expects", "explanation")


class Losses:
    """Finds in the text of a source what is lost at a value; cheap where nothing is."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.mended
        self._comments = {match.start() for match in GLUED_COMMENT.finditer(source.mended)}

    def plain(self, node: Node, path: Path) -> None:
        """Report what a text without quotation marks loses: its rest behind a `#`, the list that it was."""
        if self._comments:
            self._check_comment(node, path)
        if not node.broken and "\n" in self._text[node.start : node.end]:
            self._check_melted(node, path)

    def double_quoted(self, node: Node, path: Path) -> None:
        """Report escapes that were meant as they look."""
        inside = self._text[node.start + 1 : node.end - 1]
        if "\\" in inside and misreads(inside):
            hint = f"In einfache Anführungszeichen setzen: `{quoted(as_meant(inside))}`."
            if "\n" in inside or len(inside) > 200:
                hint = "In einfache Anführungszeichen setzen (`'`)."
            if "\\n" in inside and " " in inside:
                hint += " Ist ein Zeilenumbruch gemeint: hinter den Schlüssel `|` und den Text in Zeilen darunter."
            self._report("YAML10", node, path, "Der Rückstrich wird mit dem Zeichen dahinter zu etwas anderem", hint)

    def folded(self, node: Node, path: Path) -> None:
        """Report a list whose lines are joined to one."""
        indicator, *lines = self._text[node.start : node.end].splitlines()
        filled = [line for line in lines if line.strip()]
        indent = _indent(filled[0]) if filled else 0
        for before, line in pairwise(lines):
            either = [text[indent:] for text in (before, line)]
            if all(text.strip() and not text.startswith(" ") for text in either) and any(map(_LISTED.match, either)):
                block = re.sub(">", "|", indicator.split("#")[0].strip())
                hint = f"Statt `{indicator.split('#')[0].strip()}` so schreiben: `{block}`."
                if path[-1:] and path[-1] in KEYS.lists:
                    hint = f"Das `{indicator.split('#')[0].strip()}` hinter `{path[-1]}:` löschen."
                self._report("YAML11", node, path, "`>` macht aus den Zeilen der Liste eine einzige", hint)
                return

    def separated(self, before: Node, after: Node, path: Path) -> bool:
        """Report a comma inside of what is one text, `1,5 Stunden`; whether it was one."""
        text = self._text
        glued = text[before.end : after.start] == "," and after.start == before.end + 1
        if not (glued and text[before.end - 1].isdigit() and text[after.start : after.start + 1].isdigit()):
            return False
        self.comma(before, after.end, path)
        after.broken = True
        return True

    def comma(self, before: Node, end: int, path: Path) -> None:
        """Report a comma that cuts a text in brackets; `end` is where the text ends."""
        whole = self._text[before.start : end]
        hint = quote_it(whole)
        self._source.report(
            "YAML12",
            before.line,
            before.column,
            f"Das Komma teilt den Text „{shorten(whole)}“",
            hint,
            width=len(whole),
            path=path,
        )
        before.broken = True

    def _check_comment(self, node: Node, path: Path) -> None:
        blanks = _BLANKS.match(self._text, node.end)
        start = blanks.end() if blanks else node.end
        if start not in self._comments or start == node.end:
            return
        end = _end_of_line(self._text, start)
        begin = node.start if node.end > node.start else start
        whole, comment = self._text[begin:end].strip(), self._text[start:end].strip()
        hint = f"{quote_it(whole)} Ist es wirklich ein Kommentar: `# ` mit einem Leerzeichen dahinter schreiben."
        line = node.line + self._text.count("\n", node.start, start)
        column = start - self._text.rfind("\n", 0, start)
        if line == node.line and begin == node.start:
            column = node.column
        message = f"„{shorten(comment)}“ gilt als Kommentar und geht verloren"
        width = end - begin if line == node.line else len(comment)
        self._source.report("YAML09", line, column, message, hint, width=width, path=path)
        node.broken = True

    def _check_melted(self, node: Node, path: Path) -> None:
        lines = self._text[node.start : node.end].splitlines()
        dashes = bool(_DASH.match(lines[0]))
        for number, line in enumerate(lines[1:], start=1):
            text = line.strip(" \t")
            if _BULLET.match(text) or (dashes and _DASH.match(text)):
                if dashes or _BULLET.match(lines[0]):
                    number, line, text = 0, " " * (node.column - 1) + lines[0], lines[0]
                column = _indent(line) + 1
                hint = self._unmelt(node, path, line)
                message = f"„{shorten(text)}“ wird an den Text davor gehängt, statt ein eigener Eintrag zu sein"
                self._source.report("YAML11", node.line + number, column, message, hint, width=len(text), path=path)
                node.broken = True
                return

    def _unmelt(self, node: Node, path: Path, line: str) -> str:
        """How the melted line is to be written."""
        text = line.strip(" \t")
        entry = "- " + re.sub(r"^(?:[-*+•·▪‣–—])[ \t\u00a0]?", "", text)
        if path and isinstance(path[-1], int):
            dash = self._dash(node)
            deeper = _indent(line) - dash
            if deeper >= 2 and len(path) == 4 and path[0] == "slides" and path[2] == "bullets":
                said = shorten(" ".join(self._text[node.start : node.end].split("\n")[0].split()), 80)
                return (
                    f"Den Stichpunkt als `- text: {said}` schreiben, darunter `bullets:` in der Spalte von `text` "
                    f"und darunter die Unterpunkte, zwei Leerzeichen weiter rechts."
                )
            return f"Das `-` unter das `-` des Eintrags davor setzen: `{' ' * dash}{entry}`."
        if path and path[-1] in _PROSE_KEYS:
            return f"Hinter `{path[-1]}:` ein `|` setzen und den ganzen Text in den Zeilen darunter einrücken."
        return f"Jede Zeile der Liste mit `- ` beginnen: `{entry}`."

    def _dash(self, node: Node) -> int:
        """How far the hyphen of an entry stands from the margin."""
        start = self._text.rfind("\n", 0, node.start) + 1
        return max(self._text.rfind("-", start, node.start) - start, 0)

    def _report(self, code: str, node: Node, path: Path, message: str, hint: str) -> None:
        self._source.report(code, node.line, node.column, message, hint, width=node.width, path=path)
        node.broken = True


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _end_of_line(text: str, start: int) -> int:
    end = re.compile(r"[\r\n]|\Z").search(text, start)
    return end.start() if end else len(text)
