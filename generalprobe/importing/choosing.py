"""Answers to choose from, where a text says unmistakably which of them are right.

::

    a) 25               - [ ] 25        a) 25
    b) 443              - [x] 443       b) 443 (richtig)
    Lösung: b
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generalprobe.importing.labels import ANSWER, labelled
from generalprobe.importing.wording import BREAK

LETTERS = "abcdefgh"
"""What stands in front of answers to choose from."""

_LETTERED = re.compile(r"\s*(?:[-*+•]\s+)?(?:\*\*|__)?\(?([A-Ha-h])[.):](?:\*\*|__)?\s+(\S.*)")
_BOX = re.compile(r"\s*(?:[-*+]\s+)?\[([ xX])\]\s+(?:\(?[A-Ha-h][.)]\s+)?(\S.*)")
_MARK = re.compile(r"\s*(?:[✓✔✅]\ufe0f?\s*|[(\[](?:richtig|korrekt|correct)!?[)\]]\s*|(?<=\s)\*$)", re.IGNORECASE)
_BESIDE = re.compile(r"\s+(?=\(?[b-h]\)\s)")
_LABEL = r"\s*(?:>\s*)?(?:[-*+]\s+)?[*_]{0,2}"
_SOLUTION = re.compile(
    rf"{_LABEL}(?:(?:richtige?|korrekte?)(?:\s+(?:ist|sind|Antwort(?:en)?|Lösung(?:en)?))?|(?:muster)?lösung(?:en)?|"
    r"antwort(?:en)?|solution|answer)\s*[*_]{0,2}\s*(?::|(?<=\sist)\s|(?<=\ssind)\s)\s*(.*)",
    re.IGNORECASE,
)
_REASON = re.compile(rf"{_LABEL}(?:erklärung|begründung|erläuterung)\s*[*_]{{0,2}}:[*_]{{0,2}}\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*\(?([1-8])[.)]\s+")
_NUMBERS = re.compile(
    rf"{_LABEL}(?:richtig(?:\s+(?:ist|sind))?|richtige\s+Antwort(?:en)?|lösung(?:en)?)\s*[*_]{{0,2}}\s*:\s*[*_]{{0,2}}\s*[1-8]"
    r"(?:\s*(?:,|;|\bund\b)\s*[1-8])*[\s*_.]*",
    re.IGNORECASE,
)
"""A solution of numbers alone; an answer may be a number of its own."""
_SHOWN = re.compile(r"\s*(?:```|~~~|\||!\[|>)")
"""What can stand in no question."""
_LETTER = r"\(?[A-Ha-h](?!\w)[.)]?"
_LETTERS = re.compile(
    rf"[\s*_]*({_LETTER}(?:\s*(?:,\s*und\b|,|;|/|&|\+|\bund\b)\s*{_LETTER})*)(?:\s+(?:ist|sind)\s+(?:richtig|korrekt))?"
    r"(?:[\s*_.]*|(?:(?<=[.)])|\s*[:,;–—-]|\s+\(|\s+(?=weil|denn))\s*(\S.*))"
)


@dataclass(frozen=True)
class Offered:
    """Answers to choose from, and the lines above and below them; `right` are the places of those that are.

    `right` is empty where the text does not say it, or not unmistakably; then `texts` are as they were written, and so
    is what stands `behind`.
    """

    before: tuple[str, ...]
    texts: tuple[str, ...]
    behind: tuple[str, ...]
    right: frozenset[int] = frozenset()

    @property
    def seems_asked(self) -> bool:
        """Whether somebody is to choose: nothing else stands above, or a solution below."""
        return not any(map(str.strip, self.before)) or any(map(_SOLUTION.fullmatch, self.behind))


def offered(lines: Sequence[str]) -> Offered | None:
    """What is offered below a question; None where nothing is, or an answer is called one above it."""
    every = _with_letters([part for line in lines for part in _parted(line)])
    is_ticked = any(map(_BOX.fullmatch, every))
    start = next((at for at, line in enumerate(every) if _begins(line, 0, is_ticked=is_ticked)), len(every))
    if any(labelled(line, ANSWER) for line in every[:start]):
        return None
    found, end = _gathered(every, start, is_ticked=is_ticked)
    if len(found) < 2:
        return None
    texts = tuple(text for _, text in found)
    asked = Offered(tuple(every[:start]), texts, tuple(every[end:]))
    ticked = frozenset(at for at, (mark, _) in enumerate(found) if is_ticked and mark != " ")
    is_more = any(_begins(line, None, is_ticked=is_ticked) for line in every[end:])
    return asked if is_more or any(map(_SHOWN.match, asked.before)) else _solved(asked, ticked)


def _with_letters(lines: Sequence[str]) -> Sequence[str]:
    """The same lines, numbers for letters where a solution names some."""
    if not any(map(_NUMBERS.fullmatch, lines)):
        return lines
    return [
        re.sub("[1-8]", lambda digit: LETTERS[int(digit[0]) - 1], line)
        if _NUMBERS.fullmatch(line)
        else _NUMBERED.sub(lambda match: f"{LETTERS[int(match[1]) - 1]}) ", line)
        for line in lines
    ]


def _parted(line: str) -> Iterator[str]:
    """A line, answers that stand beside one another each for itself."""
    for part in BREAK.split(line):
        yield from _BESIDE.split(part) if re.match(r"\s*\(?a\)\s", part) else [part]


def _begins(line: str, at: int | None, *, is_ticked: bool) -> re.Match[str] | None:
    """Whether a line is the answer at a place, or at any."""
    match = (_BOX if is_ticked else _LETTERED).fullmatch(line)
    return match if match and (is_ticked or at is None or match[1].lower() == LETTERS[at : at + 1]) else None


def _gathered(lines: Sequence[str], start: int, *, is_ticked: bool) -> tuple[list[tuple[str, str]], int]:
    """The answers with their marks, and the line behind them."""
    found: list[tuple[str, str]] = []
    end = start
    for at in range(start, len(lines)):
        line = lines[at]
        match = _begins(line, len(found), is_ticked=is_ticked)
        if match:
            is_bold = match[2].count("**") == 1
            found.append((match[1], match[2].replace("**", "").strip() if is_bold else match[2].strip()))
        elif line.strip() and _goes_on(line, lines[at - 1]):
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
        elif line.strip():
            break
        end = at + 1
    return found, end


def _goes_on(line: str, above: str) -> bool:
    """Whether a line continues the answer right above it."""
    is_other = _SOLUTION.fullmatch(line) or _REASON.match(line) or labelled(line, ANSWER) or _LETTERED.fullmatch(line)
    return bool(above.strip()) and not is_other and re.match(r"\s{2,}\S|[a-zäöüß]", line) is not None


def _solved(asked: Offered, ticked: frozenset[int]) -> Offered:
    """The same with those that are right, if all that says so says the same, some are wrong, and no two are alike."""
    bare = tuple(_MARK.sub(" ", text).strip() for text in asked.texts)
    marked = frozenset(at for at, text in enumerate(asked.texts) if bare[at] != text)
    said, behind = _solution(asked.behind, bare)
    right = [each for each in (said, ticked, marked) if each]
    is_whole = len({text.casefold() for text in bare}) == len(bare) and all(bare)
    if said is None or not is_whole or len({*right}) != 1 or len(right[0]) == len(bare):
        return asked
    return Offered(asked.before, bare, tuple(map(_reason, behind)), right[0])


def _reason(line: str) -> str:
    """A line without the label that says that it is one, and the marks around both."""
    match = _REASON.match(line)
    return (
        line[match.end() :].rstrip("*_ " if line.count("*") % 2 == 0 and line.endswith("*") else " ") if match else line
    )


def _solution(lines: Sequence[str], texts: Sequence[str]) -> tuple[frozenset[int] | None, Sequence[str]]:
    """Which ones a line says to be right, None if that is not clear, and the lines with the reason in its place."""
    for at, line in enumerate(lines):
        if match := _SOLUTION.fullmatch(line):
            right, reason = _right(match[1].strip(), texts)
            return right or None, [*lines[:at], reason, *lines[at + 1 :]]
    return frozenset(), lines


def _right(said: str, texts: Sequence[str]) -> tuple[frozenset[int], str]:
    """The places of what a solution names by letters, or in its own words, and the reason behind them."""
    known = [text.strip(" .").casefold() for text in texts]
    if (bare := said.strip("*_ .").casefold()) in known:
        return frozenset({known.index(bare)}), ""
    match = _LETTERS.fullmatch(said)
    right = {LETTERS.index(each) for each in re.findall(r"(?<!\w)[a-h](?!\w)", match[1].lower())} if match else set()
    if not match or max(right) >= len(texts):
        return frozenset(), ""
    reason = (match[2] or "").strip("*_ )")
    return frozenset(right), "" if reason.strip(" .").casefold() in known else reason
