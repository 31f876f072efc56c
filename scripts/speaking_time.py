"""Say how long a text takes to say aloud, within which range, and why."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generalprobe.command import Parser, refuse, run
from generalprobe.speech import reading
from generalprobe.talk import Taken

FASTEST, SLOWEST = 0.25, 4
KINDS = {"syllables": "Silben", "sentence_ends": "Satzenden", "pauses": "Kommas, Doppelpunkte, Striche, Klammern"}


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 fine, 2 wrong usage or a text that cannot be read."""
    options = _parser().parse_args(arguments)
    if not SLOWEST >= options.rate >= FASTEST:
        return refuse(f"Das Tempo liegt zwischen {FASTEST} und {SLOWEST}, 1 ist üblich.")
    try:
        text = (sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        what = "Das ist kein Text in UTF-8" if isinstance(error, UnicodeDecodeError) else "Das lässt sich nicht lesen"
        return refuse(f"{what}: {options.file}")
    if options.jsonl:
        return _print_jsonl(text.splitlines(), options.rate)
    print(_as_text(text, Taken.of(text, rate=options.rate), spoken=options.spoken))
    return 0


def _print_jsonl(lines: Iterable[str], rate: float) -> int:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            print(json.dumps(_with_estimate(json.loads(line), rate), ensure_ascii=False))
        except (ValueError, TypeError, KeyError, RecursionError):
            return refuse(f"Zeile {number} ist kein JSON-Objekt mit „text“.")
    return 0


def _with_estimate(record: dict[str, Any], rate: float) -> dict[str, Any]:
    if not isinstance(record["text"], str):
        raise TypeError("text is no text")
    taken = Taken.of(record["text"], rate=rate)
    times = {"seconds": taken.seconds, "low": taken.low, "high": taken.high}
    return record | {key: round(seconds, 2) for key, seconds in times.items()} | {"syllables": taken.spoken.syllables}


def _as_text(text: str, taken: Taken, *, spoken: bool) -> str:
    rows = [
        f"{part.count:>6} × {_number(part.each_s, 3)} s = {_number(part.seconds, 1):>7} s  {KINDS[part.kind]}"
        for part in taken.spoken.parts
    ]
    rows += [f"{'+':>18} {_number(float(taken.pauses), 1):>9} s  Pausen, die im Text stehen"] if taken.pauses else []
    whole = f"≈ {taken.seconds} gesprochen ({taken.low}–{taken.high})"
    return "\n".join([whole, *rows, *(["", reading(text)] if spoken else [])])


def _number(value: float, places: int) -> str:
    return f"{value:.{places}f}".replace(".", ",")


def _parser() -> Parser:
    parser = Parser(prog="speaking_time.py", description="Schätzt, wie lange ein Text gesprochen dauert.")
    parser.add_argument("file", metavar="DATEI", nargs="?", default="-", help="Textdatei; sonst die Standardeingabe")
    parser.add_argument(
        "--rate", metavar="TEMPO", type=float, default=1.0, help="eigenes Tempo (sonst 1; 1.2 braucht länger)"
    )
    parser.add_argument("--spoken", action="store_true", help="auch zeigen, wie der Text gelesen wird")
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help="JSON-Objekte mit „text“ lesen, eines je Zeile, und um die Zeiten ergänzt schreiben",
    )
    return parser


if __name__ == "__main__":
    run(main)
