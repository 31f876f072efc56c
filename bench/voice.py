"""Let synthetic voices speak our own texts in noise, and compare what the site's ear hears with what was said.

The ear is the site's own, run by Node. Voices are those of espeak-ng. Where somebody speaks is taken from the clean
sound; the silences between sentences are put in. The ear was tuned on other voices, texts and noises than count here.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import wave
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from operator import mul
from pathlib import Path
from statistics import fmean
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from bench.build import say
from generalprobe.command import Parser, project_root, refuse, run
from generalprobe.format.case_study import CaseStudy
from generalprobe.reading.loading import load_project
from generalprobe.speech import estimate, reading

NONE_SPEAKS = (
    "Es gibt hier kein espeak-ng, das die Texte spricht. Installiere es (Debian: sudo apt install espeak-ng) "
    "und starte die Messung noch einmal."
)
NO_TEXTS = "Hier sind zu wenige Fallstudien, um sie sprechen zu lassen."
TUNED = (("de", 150), ("de+f2", 120), ("de+m3", 185), ("de+anika", 200), ("de+steph", 110), ("de+max", 160))
HELD_OUT = (
    *(("de+f4", 130), ("de+m7", 170), ("de+adam", 115), ("de+linda", 145)),
    *(("de+pablo", 190), ("de+belinda", 160), ("de+boris", 200), ("de+m1", 110)),
)
"""Voices of espeak-ng, and how many words a minute they say."""
TUNED_ON = ("client-rollout", "kontosperrung", "service-recovery")
"""The case studies on whose texts the ear was tuned; the others are held out."""
NOISES = {"still": "ohne Rauschen", "white": "Rauschen", "fan": "Lüfter", "keyboard": "Tastatur"}
ROOMS = (("still", 99), *((noise, db) for noise in ("white", "fan", "keyboard") for db in (20, 10)), ("white", 5))
CLEAR_DB = 10
"""Below it the ear has to give no verdict; so loud it may."""
MOST_ERROR, MOST_OFF = 0.07, 0.10
LENGTH_S = 90
GAP_S, PAUSE_S = 0.3, 0.5
RATE, FRAME = 22_050, 441


@dataclass(frozen=True, slots=True)
class Spoken:
    """A recording: where it lies, how loud the voice is (1 is full scale), whether somebody speaks in each 20 ms."""

    file: Path
    rms: float
    frames: list[int]
    syllables: int

    @property
    def pace(self) -> float:
        """Syllables of the text in a minute of speaking."""
        return self.syllables / (sum(self.frames) * FRAME / RATE / 60)


@dataclass(frozen=True, slots=True)
class Heard:
    """What the ear made of one recording in one noise; shares of 1, `pace` above 0 where it heard too much.

    Without a verdict there is no pace, and no pauses are counted.
    """

    noise: str
    below_db: int
    error: float
    pace: float | None
    pauses: int
    pauses_heard: int


@dataclass(frozen=True, slots=True)
class Row:
    """All recordings in one noise; shares of 1. `refused` are those of which the ear gives no verdict."""

    noise: str
    below_db: int
    recordings: int
    refused: int
    error: float
    worst_error: float
    pace: float
    lowest_pace: float
    highest_pace: float
    pauses: int
    pauses_heard: int

    @property
    def kept(self) -> bool:
        """Whether what is promised holds."""
        if self.below_db < CLEAR_DB:
            return self.refused == self.recordings
        return self.error <= MOST_ERROR and abs(self.pace) <= MOST_OFF and self.refused < self.recordings


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code: 0 where the promises are kept, 1 where one is not, 2 nothing to do."""
    options = _parser().parse_args(arguments)
    espeak = shutil.which("espeak-ng")
    if espeak is None:
        return refuse(NONE_SPEAKS)
    texts = _texts(tuned=options.tuned)
    if not texts:
        return refuse(NO_TEXTS)
    speakers = TUNED if options.tuned else HELD_OUT
    with tempfile.TemporaryDirectory() as folder:
        recordings = list(_record(espeak, Path(folder), speakers, texts))
        rows = _rows(_listen(recordings, seed=1 if options.tuned else 1001))
    seconds = sum(len(spoken.frames) for spoken in recordings) * FRAME / RATE
    print(_as_json(rows, speakers, seconds) if options.json else _as_table(rows, speakers, seconds))
    return int(not all(row.kept for row in rows))


def _texts(*, tuned: bool) -> list[list[str]]:
    """The speaker notes of each case study, by slides."""
    entries = load_project(project_root()).entries(CaseStudy)
    return [[slide.notes for slide in entry.model.slides] for entry in entries if (entry.id in TUNED_ON) == tuned]


def _record(espeak: str, folder: Path, speakers: Sequence[tuple[str, int]], texts: list[list[str]]) -> Iterator[Spoken]:
    for number, (voice, words_a_minute) in enumerate(speakers):
        say(f"{voice}, {words_a_minute} Wörter in der Minute")
        command = [espeak, "-v", voice, "-s", str(words_a_minute)]
        sound, syllables = _speech(command, texts[number % len(texts)], random.Random(number))
        file = folder / f"{number}.wav"
        _write(file, sound)
        yield _spoken(file, sound, syllables)


def _speech(command: list[str], notes: list[str], chance: random.Random) -> tuple[array[int], int]:
    """Sentence after sentence with silences between, short and long; and the syllables of the text."""
    sound, syllables = _silence(1), 0
    for sentence in (sentence for text in notes for sentence in _sentences(text)):
        sound += _trimmed(_synthesised(command, sentence))
        sound += _silence(
            chance.choice((chance.uniform(0.15, 0.45), chance.uniform(0.55, 1), chance.uniform(0.55, 2.5)))
        )
        syllables += estimate(sentence).syllables
        if len(sound) > LENGTH_S * RATE:
            break
    return sound + _silence(1), syllables


def _sentences(text: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.!?:;])\s+|\n+", reading(text)) if each.strip()]


def _synthesised(command: list[str], sentence: str) -> array[int]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "satz.wav"
        subprocess.run([*command, "-w", str(file), "--", sentence], check=True, stdin=subprocess.DEVNULL)
        with wave.open(str(file)) as sound:
            return array("h", sound.readframes(sound.getnframes()))


def _silence(seconds: float) -> array[int]:
    return array("h", bytes(2 * round(seconds * RATE)))


def _trimmed(sound: array[int]) -> array[int]:
    """Without the silence around it."""
    heard = [at for at, sample in enumerate(sound) if abs(sample) >= 60]
    return sound[heard[0] : heard[-1] + 1] if heard else sound[:0]


def _write(file: Path, sound: array[int]) -> None:
    with wave.open(str(file), "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(RATE)
        target.writeframes(sound.tobytes())


def _spoken(file: Path, sound: array[int], syllables: int) -> Spoken:
    """Somebody speaks where the clean sound is at most 40 dB below its loudest twentieth, and in short gaps."""
    frames = [sound[at : at + FRAME] for at in range(0, len(sound) - FRAME + 1, FRAME)]
    powers = [sum(map(mul, frame, frame)) / FRAME for frame in frames]
    least = sorted(powers)[int(0.95 * len(powers))] / 10**4
    loud = [power for power in powers if power > least]
    marks = _closed([int(power > least) for power in powers])
    return Spoken(file, (fmean(loud) ** 0.5) / 32_768, marks, syllables)


def _closed(marks: list[int]) -> list[int]:
    """Fill the gaps that are shorter than 0.3 s."""
    runs = [(mark, len(list(group))) for mark, group in groupby(marks)]
    last = len(runs) - 1
    short = GAP_S * RATE / FRAME
    return [
        1 if 0 < place < last and length < short else mark
        for place, (mark, length) in enumerate(runs)
        for _ in range(length)
    ]


def _listen(recordings: list[Spoken], seed: int) -> list[Heard]:
    """Ask the site's own ear about each recording in each noise."""
    asked = [
        (spoken, {"noise": noise, "below_db": below_db, "seed": seed + 100 * number + below_db})
        for noise, below_db in ROOMS
        for number, spoken in enumerate(recordings)
    ]
    requests = [json.dumps({"file": str(spoken.file), "rms": spoken.rms, **room}) for spoken, room in asked]
    node = project_root() / ".venv" / "bin" / "node"
    driver = Path(__file__).with_name("voice_driver.mjs")
    command = [str(node if node.exists() else "node"), str(driver)]
    done = subprocess.run(command, input="\n".join(requests), capture_output=True, text=True, check=True)
    answers = map(json.loads, done.stdout.splitlines())
    return [_compared(spoken, room, answer) for (spoken, room), answer in zip(asked, answers, strict=True)]


def _compared(spoken: Spoken, room: dict[str, Any], answer: dict[str, Any]) -> Heard:
    pairs = list(zip(spoken.frames, answer["spoken"], strict=True))
    pace = answer["slides"][0]["pace"] / spoken.pace - 1 if answer["reliable"] else None
    error = fmean(said != heard for said, heard in pairs)
    pauses = (_pauses(spoken.frames), len(answer["pauses"])) if answer["reliable"] else (0, 0)
    return Heard(room["noise"], room["below_db"], error, pace, *pauses)


def _pauses(marks: list[int]) -> int:
    """Silences of half a second and more, but those before the first word and after the last."""
    runs = [(mark, len(list(group))) for mark, group in groupby(marks)]
    return sum(not mark and length * FRAME / RATE >= PAUSE_S for mark, length in runs[1:-1])


def _rows(heard: list[Heard]) -> list[Row]:
    return [_row(list(group)) for _, group in groupby(heard, lambda each: (each.noise, each.below_db))]


def _row(heard: list[Heard]) -> Row:
    paces = [each.pace for each in heard if each.pace is not None] or [0.0]
    errors = [each.error for each in heard]
    return Row(
        noise=heard[0].noise, below_db=heard[0].below_db,
        recordings=len(heard), refused=sum(each.pace is None for each in heard),
        error=fmean(errors), worst_error=max(errors),
        pace=fmean(paces), lowest_pace=min(paces), highest_pace=max(paces),
        pauses=sum(each.pauses for each in heard), pauses_heard=sum(each.pauses_heard for each in heard),
    )  # fmt: skip


def _as_json(rows: list[Row], speakers: Sequence[tuple[str, int]], seconds: float) -> str:
    about = "The last result of bench/voice.py --json, for the handbook; shares of 1."
    paces = [words for _, words in speakers]
    report: dict[str, Any] = {"about": about, "voices": len(speakers), "minutes": round(seconds / 60)}
    report |= {"slowest": min(paces), "fastest": max(paces), "rooms": [*map(_rounded, rows)]}
    return json.dumps(report, ensure_ascii=False, indent=2)


def _rounded(row: Row) -> dict[str, object]:
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(row).items()}


def _as_table(rows: list[Row], speakers: Sequence[tuple[str, int]], seconds: float) -> str:
    heads = ("Fehler", "höchstens", "Tempo", "von", "bis", "Pausen", "gehört", "ohne Urteil")
    lines = [_line("Raum", heads), *(_line(_room(row), _cells(row)) for row in rows)]
    about = f"{len(speakers)} Stimmen von espeak-ng, {seconds / 60:.0f} Minuten je Raum"
    promise = (
        f"Versprochen: höchstens {MOST_ERROR:.0%} der Zeit falsch gehört, Tempo im Mittel höchstens {MOST_OFF:.0%} "
        f"daneben, unter {CLEAR_DB} dB kein Urteil"
    )
    return "\n".join([*lines, about, promise.replace("%", " %")])


def _line(room: str, cells: Iterable[object]) -> str:
    return f"{room:<16}" + "".join(f"{cell!s:>12}" for cell in cells)


def _cells(row: Row) -> Iterator[object]:
    yield from (_percent(row.error), _percent(row.worst_error))
    yield from (_percent(share, "+") for share in (row.pace, row.lowest_pace, row.highest_pace))
    yield from (row.pauses, row.pauses_heard, row.refused, "ok" if row.kept else "zu viel")


def _room(row: Row) -> str:
    return NOISES[row.noise] + ("" if row.noise == "still" else f" {row.below_db} dB")


def _percent(share: float, sign: str = "") -> str:
    return f"{share * 100:{sign}.1f} %".replace(".", ",").replace("-", "−")


def _parser() -> Parser:
    parser = Parser(
        prog="voice.py",
        description="Misst an künstlichen Stimmen von espeak-ng, wie genau die Seite Sprechen, Pausen und Tempo hört.",
    )
    parser.add_argument("--tuned", action="store_true", help="die Stimmen und Texte nehmen, an denen eingestellt wurde")
    parser.add_argument("--json", action="store_true", help="als JSON ausgeben, für das Handbuch")
    return parser


if __name__ == "__main__":
    run(main)
