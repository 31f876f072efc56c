"""The estimate as a whole: the model's sum, its range, a speaker's own rate, and what holds for all texts."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from samples import ROOT

from generalprobe.speech import Estimate, Seconds, estimate, is_english, personal_rate, reading

VECTORS = ROOT / "generalprobe" / "speech" / "tables" / "test-vectors.json"
TRICKY = "09 15.,:;-–—/\\>=<+@#%€$*_`~()[]!\"'„“°²½→&|^\n\tIVXabzAÄßé🙂٣x"
WORDS = st.sampled_from(["der", "Server", "läuft", "wieder", "und", "DNS", "Update", "Kunden", "sofort", "WLAN", "Y"])
TEXTS = st.text(alphabet=TRICKY, max_size=60) | st.text(max_size=80) | st.lists(WORDS, max_size=12).map(" ".join)
MARKS = st.text(alphabet=[sign for sign in map(chr, range(0x2300)) if not sign.isalnum() and sign != "&"], max_size=6)


def _counts(text: str) -> tuple[int, int, int]:
    result = estimate(text)
    return result.syllables, result.sentence_ends, result.pauses


def test_seconds_are_the_sum_of_the_parts() -> None:
    result = estimate("Guten Tag zusammen. Heute geht es um DNS, um WLAN und um Geduld.")
    assert (result.syllables, result.sentence_ends, result.pauses) == (21, 2, 1)
    assert result.seconds == pytest.approx(21 * 0.207 + 2 * 0.5 + 1 * 0.15)
    counts = {part.kind: part.count for part in result.parts}
    assert counts == {"syllables": 21, "sentence_ends": 2, "pauses": 1}
    assert sum(part.seconds for part in result.parts) == pytest.approx(result.seconds)


@pytest.mark.parametrize(
    "text", ["", "   \n\n", "…", "---", "„“", "🙂", "**", "#", "→", "+ %", "=>", "1.", "```\nx\n```"]
)
def test_what_has_no_word_takes_no_time(text: str) -> None:
    assert estimate(text) == Estimate()
    assert {float(time) for time in (estimate(text).low, estimate(text).seconds, estimate(text).high)} == {0}


@pytest.mark.parametrize(
    ("text", "sentence_ends", "pauses"),
    [
        ("Ja", 1, 0),
        ("Ja.", 1, 0),
        ("Er sagte: „Ja.“\nDann ging er.", 2, 1),
        ("Er sagte „ja“ und ging.", 1, 0),
        ("Wirklich?! Ja!", 2, 0),
        ("Er kam (spät), ging – und schwieg.", 1, 3),
        ("Er kam - und ging.", 1, 1),
        ("DNS-Server und Köln–Bonn", 1, 0),
        ("- eins\n- zwei\n- drei", 3, 0),
        ("Erstens:\n\n- eins", 2, 0),
        ("Vortrag von [Dein Name]", 1, 0),
        ("Nach z. B. 15 Min. bzw. Nr. 5 ist Schluss.", 1, 0),
    ],
)
def test_there_is_one_pause_for_each_boundary(text: str, sentence_ends: int, pauses: int) -> None:
    assert _counts(text)[1:] == (sentence_ends, pauses)


def test_the_range_narrows_with_length_and_with_a_known_pace() -> None:
    short = estimate("Der Server läuft wieder.")
    long = estimate("Der Server läuft wieder. " * 100)
    known = estimate("Der Server läuft wieder. " * 100, rate=1.1, measured_s=120)
    assert short.high / short.seconds > long.high / long.seconds > known.high / known.seconds > 1
    spread = math.hypot(0.09, 0.10 * (60 / long.seconds) ** 0.35)
    assert long.high == pytest.approx(long.seconds * math.exp(1.28 * spread))
    assert long.low == pytest.approx(long.seconds / math.exp(1.28 * spread))


def test_a_rate_stretches_every_part() -> None:
    text = "Der Server läuft, endlich."
    assert estimate(text, rate=1.2).seconds == pytest.approx(1.2 * estimate(text).seconds)


def test_a_personal_rate_is_shrunken_the_more_the_shorter_the_reading_was() -> None:
    weight = 0.115**2 / (0.115**2 + (0.10 * (60 / 120) ** 0.35) ** 2)
    assert personal_rate(120, 100) == pytest.approx(1.2**weight)
    assert 1 < personal_rate(30, 25) < personal_rate(120, 100) < personal_rate(600, 500) < 1.2
    assert personal_rate(100, 100) == 1
    assert personal_rate(100, 120) < 1


@pytest.mark.parametrize(("measured_s", "predicted_s"), [(0, 10), (10, 0), (-1, 10)])
def test_a_personal_rate_needs_two_times(measured_s: float, predicted_s: float) -> None:
    with pytest.raises(ValueError, match="longer than nothing"):
        personal_rate(measured_s, predicted_s)


def test_estimates_of_slides_add_up_to_that_of_the_talk() -> None:
    slides = ["Guten Tag, ich bin dran.", "Es geht um DNS."]
    assert estimate(slides[0]) + estimate(slides[1]) == estimate("\n\n".join(slides))
    with_pace = Estimate(10, 1, 0, rate=1.1, measured_s=60)
    assert sum([with_pace, with_pace], start=Estimate(rate=1.1, measured_s=60)) == Estimate(20, 2, 0, 1.1, 60)


@given(TEXTS)
def test_no_text_raises_and_no_digit_is_left(text: str) -> None:
    result = estimate(text)
    assert 0 <= result.low <= result.seconds <= result.high
    assert not set("0123456789") & set(reading(text))
    assert estimate(text) == result


@given(TEXTS | MARKS, WORDS)
def test_adding_a_word_never_shortens(text: str, word: str) -> None:
    assert min(estimate(f"{text} {word}").seconds, estimate(f"{word} {text}").seconds) >= estimate(text).seconds


@given(MARKS)
def test_marks_alone_take_no_time(marks: str) -> None:
    assert estimate(marks) == Estimate()


@given(st.lists(WORDS, min_size=1, max_size=12), st.data())
def test_adding_a_word_anywhere_in_prose_makes_it_longer(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words)))
    longer = [*words[:place], data.draw(WORDS), *words[place:]]
    assert estimate(" ".join(longer)).syllables > estimate(" ".join(words)).syllables


@given(st.lists(WORDS, min_size=1, max_size=10), st.data())
def test_markdown_marks_cost_nothing(words: list[str], data: st.DataObject) -> None:
    marks = ["**{}**", "*{}*", "_{}_", "__{}__", "`{}`", "~~{}~~", "[{}](https://example.org/a_b)", "{}"]
    marked = [data.draw(st.sampled_from(marks)).format(word) for word in words]
    block = data.draw(st.sampled_from(["{}", "# {}", "- {}", "1. {}", "> {}", "{}\n\n---"]))
    assert estimate(block.format(" ".join(marked))) == estimate(" ".join(words))


@given(TEXTS, TEXTS)
def test_paragraphs_add_up(first: str, second: str) -> None:
    assume(not re.search("```|~~~|<!--", first))  # Code and comments reach over paragraphs.
    assert estimate(first) + estimate(second) == estimate(f"{first}\n\n{second}")


@given(st.lists(WORDS, min_size=1, max_size=10), st.lists(WORDS, min_size=1, max_size=10))
def test_joined_texts_add_up_within_one_pause(first: list[str], second: list[str]) -> None:
    apart = estimate(" ".join(first)).seconds + estimate(" ".join(second)).seconds
    assert apart - 0.5 - 1e-9 <= estimate(" ".join(first + second)).seconds <= apart + 1e-9


def _vector(text: str) -> dict[str, object]:
    result = estimate(text)
    return {
        "text": text,
        "spoken": reading(text),
        "syllables": result.syllables,
        "sentence_ends": result.sentence_ends,
        "pauses": result.pauses,
        "seconds": round(result.seconds, 3),
    }


def test_the_vectors_that_every_port_is_held_to_are_what_python_says(golden: Callable[[Path, str], None]) -> None:
    known = json.loads(VECTORS.read_text(encoding="utf-8"))
    vectors = [_vector(vector["text"]) for vector in known["vectors"]]
    golden(VECTORS, json.dumps({**known, "vectors": vectors}, ensure_ascii=False, indent=1) + "\n")
    assert len(vectors) > 100


def test_the_range_vectors_too() -> None:
    for vector in json.loads(VECTORS.read_text(encoding="utf-8"))["ranges"]:
        result = Estimate(vector["syllables"], 0, 0, vector["rate"], vector["measured_s"])
        assert [round(result.low, 3), round(result.seconds, 3), round(result.high, 3)] == vector["low_seconds_high"]


def test_an_estimated_time_counts_fractions_and_shows_whole_seconds() -> None:
    assert str(Seconds(89.6)) == "1:30"
    assert f"{Seconds(89.6)} {Seconds(89.6):.1f}" == "1:30 89.6"
    assert Seconds(89.6) + 0.1 == pytest.approx(89.7)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Today I will show you how we found the cause of the problem and what we did to prevent it.", True),
        (
            "The users could not log in. We checked the server, which had been restarted by the update service.",
            True,
        ),
        ("Please restart the computer.", False),
        ("Das Service Desk Team hat das Incident Ticket im First Level mit dem Known Error Workaround gelöst.", False),
        (
            "Die Meldung lautet „The trust relationship between this workstation and the primary domain failed“, und "
            "ich habe sie im Ticket festgehalten, weil der Second Level genau danach fragt.",
            False,
        ),
        ("", False),
    ],
)
def test_english_is_told_by_its_small_words(text: str, english: bool) -> None:
    assert is_english(text) is english
