"""The commands around the estimate, and the measure of its accuracy."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from samples import ROOT

from generalprobe.speech import estimate
from generalprobe.speech.accuracy import Recorded, join_stretches, measure, measure_next


def _run(script: str, *arguments: str | Path, stdin: str | bytes = "") -> subprocess.CompletedProcess[str]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run([sys.executable, ROOT / script, *arguments], input=data, capture_output=True, check=False)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.slow
def test_a_text_gets_its_time_its_range_and_its_parts(tmp_path: Path) -> None:
    file = tmp_path / "notizen.md"
    file.write_text("Von 9:00-13:00 Uhr war, leider, **alles** still. " * 10, encoding="utf-8")
    done = _run("scripts/speaking_time.py", file, "--spoken")
    assert (done.returncode, done.stderr) == (0, "")
    head, syllables, ends, pauses, _, spoken = done.stdout.splitlines()
    assert head == "≈ 0:33 gesprochen (0:27–0:40)"
    assert syllables.split() == ["120", "×", "0,207", "s", "=", "24,8", "s", "Silben"]
    assert (ends.split()[0], pauses.split()[0]) == ("10", "20")
    assert spoken.startswith("Von neun bis dreizehn Uhr war, leider, alles still.")


@pytest.mark.slow
def test_pauses_that_stand_in_the_text_have_a_line_of_their_own() -> None:
    done = _run("scripts/speaking_time.py", stdin="Guten Tag. [Pause 30 s]")
    assert done.stdout.splitlines()[0].startswith("≈ 0:31 gesprochen")
    assert done.stdout.splitlines()[-1].split() == ["+", "30,0", "s", "Pausen,", "die", "im", "Text", "stehen"]


@pytest.mark.slow
def test_a_slower_rate_takes_longer() -> None:
    normal, slow = (_run("scripts/speaking_time.py", "--rate", rate, stdin="Guten Tag. " * 60) for rate in ("1", "1.5"))
    assert (normal.stdout.split()[1], slow.stdout.split()[1]) == ("1:07", "1:41")


@pytest.mark.slow
def test_json_lines_come_back_with_their_times() -> None:
    lines = '{"text": "Der DNS-Server läuft wieder.", "episode": "ä"}\n\n{"text": ""}\n'
    done = _run("scripts/speaking_time.py", "--jsonl", stdin=lines)
    first, second = map(json.loads, done.stdout.splitlines())
    expected = estimate("Der DNS-Server läuft wieder.")
    assert first == {
        "text": "Der DNS-Server läuft wieder.",
        "episode": "ä",
        "seconds": round(expected.seconds, 2),
        "low": round(expected.low, 2),
        "high": round(expected.high, 2),
        "syllables": 9,
    }
    assert second == {"text": "", "seconds": 0, "low": 0, "high": 0, "syllables": 0}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        (["fehlt.txt"], "", "Das lässt sich nicht lesen: fehlt.txt"),
        (["--rate", "9"], "", "Das Tempo liegt zwischen 0.25 und 4"),
        (["--rate", "nan"], "", "Das Tempo liegt zwischen 0.25 und 4"),
        (["--jsonl"], '{"text": "Ja"}\n{"notes": "Ja"}\n', "Zeile 2 ist kein JSON-Objekt"),
        (["--jsonl"], "[1]\n", "Zeile 1 ist kein JSON-Objekt"),
        (["--jsonl"], '{"text": 5}\n', "Zeile 1 ist kein JSON-Objekt"),
        ([], b"\xff\xfe", "Das ist kein Text in UTF-8"),
    ],
)
def test_wrong_input_ends_with_2_and_a_german_sentence(arguments: list[str], stdin: str | bytes, message: str) -> None:
    done = _run("scripts/speaking_time.py", *arguments, stdin=stdin)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def _recordings(folder: Path, *, factor: float) -> Path:
    """Twelve minutes of one episode in lines whose duration is `factor` times what the estimate expects."""
    text = "Der Server läuft wieder, und alle Kunden wurden informiert. " * 5
    duration_s = estimate(text).seconds * factor
    lines = [
        {"episode": "E1", "start_s": number * duration_s, "duration_s": duration_s, "text": text}
        for number in range(round(720 / duration_s))
    ]
    (folder / "probe.jsonl").write_text("\n".join(map(json.dumps, reversed(lines))), encoding="utf-8")
    return folder


@pytest.mark.slow
def test_the_bench_finds_how_far_off_the_estimate_is(tmp_path: Path) -> None:
    done = _run("bench/speech.py", _recordings(tmp_path, factor=1.25), "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["hours"], report["episodes"]) == (0.2, 1)
    assert [(talk["runs"], talk["talks"]) for talk in report["next_talks"]] == [(0, 1)]
    assert [(result["method"], result["stretch_s"]) for result in report["results"]] == [
        ("estimate", 60),
        ("words", 60),
        ("estimate", 600),
        ("words", 600),
    ]
    for result in report["results"][::2]:
        assert result["error"] == pytest.approx(0.2, abs=0.02)
        assert result["bias"] == pytest.approx(-0.2, abs=0.02)
        assert result["coverage"] == 0


@pytest.mark.slow
def test_the_bench_prints_a_table(tmp_path: Path) -> None:
    done = _run("bench/speech.py", _recordings(tmp_path, factor=1))
    assert "10 min  Schätzung" in done.stdout
    assert "ohne Probe     nächster Vortrag" in done.stdout
    assert "100,0 %" in done.stdout


@pytest.mark.slow
def test_the_bench_says_where_recordings_are_missing(tmp_path: Path) -> None:
    done = _run("bench/speech.py", tmp_path)
    assert done.returncode == 2
    assert "Hier liegen keine Aufnahmen" in done.stderr
    assert str(tmp_path) in done.stderr


def test_stretches_join_consecutive_lines_of_one_episode_only() -> None:
    lines = [Recorded("A", "a", 30), Recorded("A", "b", 40), Recorded("A", "c", 50), Recorded("B", "d", 70)]
    assert list(join_stretches(lines, 60)) == [Recorded("A", "a b", 70), Recorded("B", "d", 70)]


def test_words_are_measured_at_130_a_minute() -> None:
    [_, words, *_] = measure([Recorded("A", "wort " * 1300, 600)])
    assert (words.method, words.error, words.coverage) == ("words", 0, None)


def _talks(speaker: str, *rates: float) -> list[Recorded]:
    """Talks of ten minutes and more, each by so much slower than usual."""
    text = "Der Server läuft wieder, und alle Kunden wurden informiert. " * 160
    return [Recorded(speaker, text, estimate(text).seconds * rate) for rate in rates]


def test_who_was_timed_before_is_foretold_better() -> None:
    """What is usual comes from the others, the pace from one's own talks, as far as so short a talk can be trusted."""
    before, after, *_ = measure_next([*_talks("A", 1.2, 1.2), *_talks("B", 1, 1)])
    assert (before.runs, before.talks, after.runs, after.talks) == (0, 4, 1, 2)
    assert before.error == pytest.approx((1 - 1 / 1.2 + 0.2) / 2)
    assert after.error == pytest.approx(before.error * 0.13, rel=0.15)


def test_only_so_many_runs_are_asked_as_there_are() -> None:
    assert [(talk.runs, talk.talks) for talk in measure_next(_talks("A", 1, 1, 1, 1, 1))] == [
        (0, 5),
        (1, 4),
        (2, 3),
        (3, 2),
    ]
    assert measure_next([]) == []
