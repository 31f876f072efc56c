"""Measure the speaking-time estimate on recorded speech and print how far it is off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from generalprobe.command import Parser, project_root, refuse, run
from generalprobe.speech.accuracy import WORDS_PER_MINUTE, Accuracy, NextTalk, Recorded, measure, measure_next

METHODS = {"estimate": "Schätzung", "words": f"Wörter, {WORDS_PER_MINUTE} je Minute"}
AFTER = ("ohne Probe", "nach 1 Probe", "nach 2 Proben", "nach 3 Proben")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 measured, 2 wrong usage or no recordings."""
    options = _parser().parse_args(arguments)
    files = sorted(options.folder.glob("*.jsonl"))
    if not files:
        return refuse(f"Hier liegen keine Aufnahmen (*.jsonl), also ist nichts zu messen: {options.folder}")
    try:
        lines = sorted(_read(files), key=lambda line: line[:2])
    except (OSError, ValueError, KeyError, TypeError) as error:
        return refuse(f"Die Aufnahmen sind nicht lesbar: {error}")
    recorded = [line for *_, line in lines]
    results, talks = measure(recorded), measure_next(recorded)
    print(_as_json(results, talks, recorded) if options.json else _as_table(results, talks, recorded))
    return 0


def _read(files: list[Path]) -> Iterator[tuple[str, float, Recorded]]:
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for line in map(json.loads, lines):
                yield line["episode"], line["start_s"], Recorded(line["episode"], line["text"], line["duration_s"])


def _as_json(results: list[Accuracy], talks: list[NextTalk], recorded: list[Recorded]) -> str:
    about = "The last result of bench/speech.py --json, for the handbook; shares of 1."
    episodes = len({line.episode for line in recorded})
    report = {"about": about, "hours": _hours(recorded), "episodes": episodes}
    report |= {"results": [*map(_rounded, results)], "next_talks": [*map(_rounded, talks)]}
    return json.dumps(report, ensure_ascii=False, indent=2)


def _rounded(result: Accuracy | NextTalk) -> dict[str, object]:
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(result).items()}


def _as_table(results: list[Accuracy], talks: list[NextTalk], recorded: list[Recorded]) -> str:
    head = f"{'Länge':>7}  {'Verfahren':<22}{'Abschnitte':>10}{'Fehler':>9}{'Verzerrung':>12}{'im Bereich':>12}"
    rows = [
        f"{result.stretch_s // 60:>3} min  {METHODS[result.method]:<22}{result.stretches:>10}"
        f"{_percent(result.error):>9}{_percent(result.bias, '+'):>12}{_percent(result.coverage):>12}"
        for result in results
    ]
    after = [
        f"{AFTER[talk.runs]:<15}nächster Vortrag {_percent(talk.error)} daneben (an {talk.talks} gemessen)"
        for talk in talks
    ]
    hours = f"{_hours(recorded)}".replace(".", ",")
    source = f"{hours} Stunden Sprache aus {len({line.episode for line in recorded})} Folgen"
    return "\n".join([head, *rows, *after, source])


def _hours(recorded: list[Recorded]) -> float:
    return round(sum(line.duration_s for line in recorded) / 3600, 1)


def _percent(share: float | None, sign: str = "") -> str:
    return "–" if share is None else f"{share * 100:{sign}.1f} %".replace(".", ",").replace("-", "−")


def _parser() -> Parser:
    parser = Parser(prog="speech.py", description="Misst die Schätzung der Sprechzeit an aufgenommener Sprache.")
    folder = project_root().parent / "shared" / "speech"
    parser.add_argument(
        "folder", metavar="ORDNER", nargs="?", type=Path, default=folder, help="Aufnahmen; sonst ../shared/speech"
    )
    parser.add_argument("--json", action="store_true", help="als JSON ausgeben, für das Handbuch")
    return parser


if __name__ == "__main__":
    run(main)
