"""The measure of what the site hears in a recording: the ear that browsers run, held to voices made here."""

from __future__ import annotations

import math
from array import array
from dataclasses import replace
from pathlib import Path

import pytest
from reading import Reader

from bench import voice
from generalprobe.pages import hearing_accuracy
from generalprobe.speech.tables import load_table

RATE = voice.RATE


def _vowels(count: int) -> array[int]:
    """So many syllables of a fifth of a second: overtones of 120 Hz that swell and fade."""
    return array("h", [round(9000 * _vowel(at / RATE)) for at in range(round(count * RATE / 5))])


def _vowel(s: float) -> float:
    swell = math.sin(math.pi * (s % 0.2) / 0.2) ** 2
    return swell * sum(math.sin(2 * math.pi * 120 * number * s) / 6 for number in range(1, 7))


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> voice.Spoken:
    """Three seconds of speech, a pause of one, three more."""
    file = tmp_path_factory.mktemp("voice") / "voice.wav"
    sound = voice._silence(1) + _vowels(15) + voice._silence(1) + _vowels(15) + voice._silence(1)
    voice._write(file, sound)
    return voice._spoken(file, sound, 30)


def test_what_is_true_comes_from_the_clean_sound(spoken: voice.Spoken) -> None:
    assert sum(spoken.frames) == pytest.approx(300, abs=4)
    assert voice._pauses(spoken.frames) == 1
    assert spoken.pace == pytest.approx(300, abs=6)
    assert voice._closed([0, 1, 0, 0, 1, *[0] * 15, 1, 0]) == [0, 1, 1, 1, 1, *[0] * 15, 1, 0]


def test_the_ear_that_browsers_run_is_held_to_it(spoken: voice.Spoken, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a quiet room it hears what was said, in a loud one it gives no verdict; both are what is promised."""
    monkeypatch.setattr(voice, "ROOMS", (("white", 20), ("white", 5)))
    quiet, loud = rows = voice._rows(voice._listen([spoken], seed=3))
    assert (quiet.pauses, quiet.pauses_heard, quiet.refused) == (1, 1, 0)
    assert quiet.error < 0.05
    assert abs(quiet.pace) < 0.1
    assert (loud.refused, loud.pauses_heard) == (1, 0)
    assert quiet.kept
    assert loud.kept
    table = voice._as_table(rows, [("de", 130)], 7)
    assert [line.split()[-1] for line in table.splitlines() if line.startswith("Rauschen")] == ["ok", "ok"]


def test_a_promise_can_be_broken() -> None:
    kept = voice.Row("fan", 10, 8, 0, 0.07, 0.2, 0.1, -0.2, 0.3, 90, 100)
    assert kept.kept
    assert not replace(kept, error=0.08).kept
    assert not replace(kept, pace=-0.11).kept
    assert not replace(kept, refused=8).kept
    assert not replace(kept, below_db=5, refused=7).kept


def test_it_says_what_speaks_where_nothing_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert voice.main([]) == 2
    assert "sudo apt install espeak-ng" in capsys.readouterr().err


def test_texts_that_count_are_not_those_it_was_tuned_on() -> None:
    tuned, held_out = voice._texts(tuned=True), voice._texts(tuned=False)
    assert tuned
    assert held_out
    assert not [text for text in held_out if text in tuned]
    assert not {name for name, _ in voice.TUNED} & {name for name, _ in voice.HELD_OUT}


def test_the_handbook_tells_what_was_measured_last() -> None:
    measured = load_table("hearing")
    text = Reader(hearing_accuracy()).text
    assert f"{measured['voices']} künstlichen Stimmen" in text
    for room in measured["rooms"]:
        if room["refused"] < room["recordings"]:
            assert f"{100 * room['error']:.1f} %".replace(".", ",").replace(",0 %", " %") in text
    assert "kein Urteil" in text
