"""Whether all that stands on a slide can be set in letters that are readable from the last row."""

from __future__ import annotations

from collections.abc import Iterator

from generalprobe.format.case_study import AnyArtifact, CaseStudy, Code, Placeholder, Quote, Slide, Table
from generalprobe.problems import Finding, Path
from generalprobe.typesetting import Excess, excesses

_SHORTEN = "Kürzen oder streichen; was gesagt wird, steht im Sprechtext."
_FEWER_ROWS = "Zeilen streichen oder Zellen so kürzen, dass sie in eine Zeile passen."
_FEWER_COLUMNS = "Die längsten Wörter kürzen oder eine Spalte streichen."
_LESS_CODE = "Nur zeigen, worüber du sprichst; leere Zeilen streichen."
_SHORTER_LINES = "Die längsten Zeilen umbrechen oder kürzen."
_ALONE = " Ohne Stichpunkte daneben ist doppelt so viel Platz."


def check_slides(case_study: CaseStudy) -> Iterator[Finding]:
    """Find what does not fit on its slide in the smallest type in which slides are set."""
    for index, slide in enumerate(case_study.slides):
        for excess in excesses(slide, first=index == 0):
            yield _finding(("slides", index), f"Folie {index + 1}", slide, excess)


def _finding(path: Path, name: str, slide: Slide, excess: Excess) -> Finding:
    too_long = f"{_lines(excess.lines)} zu lang (etwa {excess.characters} Zeichen)"
    match excess.part, slide.artifact:
        case "headline", _:
            message = f"Die Überschrift von {name} ist {too_long}"
            return Finding("FOLIE07", (*path, "headline"), message, "Kürzen: Mehr als drei Zeilen liest niemand mit.")
        case "bullets", _:
            message = f"Auf {name} sind die Stichpunkte {too_long}"
            return Finding("FOLIE07", (*path, "bullets"), message, _SHORTEN, at_key=True)
        case _, artifact if artifact:
            return _of_artifact((*path, "artifact"), name, artifact, excess, "" if not slide.bullets else _ALONE)
    raise AssertionError(excess)


def _of_artifact(path: Path, name: str, artifact: AnyArtifact, excess: Excess, alone: str) -> Finding:
    over = f"{excess.characters} Zeichen zu breit" if excess.too_wide else f"{_lines(excess.lines)} zu hoch"
    match artifact:
        case Table():
            hint = (_FEWER_COLUMNS if excess.too_wide else _FEWER_ROWS) + alone
            return Finding("FOLIE07", (*path, "rows"), f"Die Tabelle auf {name} ist {over}", hint, at_key=True)
        case Code(code=code):
            hint = (_SHORTER_LINES if excess.too_wide else _LESS_CODE) + alone
            longest = max(code.split("\n"), key=len).strip() if excess.too_wide else ""
            return Finding("FOLIE07", (*path, "code"), f"Der Code auf {name} ist {over}", hint, words=longest)
        case Quote():
            what, key = "Das Zitat", "text"
        case Placeholder():
            what, key = "Die Beschreibung des Platzhalters", "description"
        case _:
            what, key = "Die Bildunterschrift", "caption"
    message = f"{what} auf {name} ist {_lines(excess.lines)} zu lang (etwa {excess.characters} Zeichen)"
    return Finding("FOLIE07", (*path, key), message, _SHORTEN)


def _lines(count: int) -> str:
    return "1 Zeile" if count == 1 else f"{count} Zeilen"
