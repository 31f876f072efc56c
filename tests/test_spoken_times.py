"""Spoken times on the pages: what is written, what it is made of, and what the browser gets to reckon with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from reading import Reader, convert, split
from samples import CASE_STUDY, ROOT, make_project, said

from generalprobe.format.duration import Duration
from generalprobe.format.html import prose
from generalprobe.pages import (
    format_reference,
    reading_examples,
    reading_test,
    render_site,
    speech_accuracy,
    spoken_example,
)
from generalprobe.pages.directions import notes
from generalprobe.reading.loading import load_project
from generalprobe.speech import estimate, personal_rate
from generalprobe.speech.tables import load_table

NOTES = "Guten Tag. Heute geht es um einen Drucker, der nach dem Update schweigt."


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, str]:
    """The pages of a case study with one longer text for a slide with a demo."""
    text = CASE_STUDY.replace(f"notes: {said(75)}", f'notes: {NOTES}\n    demo: "0:10"', 1)
    return render_site(load_project(make_project(tmp_path, {"drucker.yml": text})))


def shown(page: str) -> Reader:
    return Reader(convert(split(page)[1]))


def spoken(reader: Reader) -> list[tuple[float, int]]:
    """What each time gives the browser: seconds that follow one's own pace, and seconds that do not."""
    return [
        (float(values["data-spoken"] or ""), int(values["data-silent"] or ""))
        for _, values in reader.elements
        if "data-spoken" in values
    ]


def test_a_slide_says_how_long_its_notes_take_and_of_how_much(pages: dict[str, str]) -> None:
    """The demo counts, but is not spoken."""
    notes = estimate(NOTES)
    expected, low, high = (Duration(round(each + 10)) for each in (notes.seconds, notes.low, notes.high))
    reader = shown(pages["fallstudien/drucker/index.md"])
    assert f"≈ {expected} gesprochen ({low}–{high}) von 1:15" in reader.text
    assert (round(notes.seconds, 3), 10) in spoken(reader)


def test_the_parts_of_a_time_add_up_to_it(pages: dict[str, str]) -> None:
    """Syllables, ends of sentences and pauses with their seconds; each line's sum is the one it states."""
    lines = re.findall(
        r"((?:\d+ \w+ × [\d,]+ s(?: \+ )?)+) = (\d+) s", shown(pages["fallstudien/drucker/index.md"]).text
    )
    assert len(lines) == 8  # the talk and seven slides
    for addends, total in lines:
        parts = re.findall(r"(\d+) \w+ × ([\d,]+) s", addends)
        seconds = sum(int(count) * float(each.replace(",", ".")) for count, each in parts)
        assert abs(seconds - int(total)) <= 0.5


def test_the_talk_counts_demos_and_changes_of_slides(pages: dict[str, str]) -> None:
    reader = shown(pages["fallstudien/drucker/index.md"])
    assert "0:10 Vorführung" in reader.text
    assert "0:12 für 6 Folienwechsel zu je 2 s" in reader.text
    seconds = estimate(NOTES).seconds + 6 * estimate(said(75)).seconds
    found, silent = spoken(reader)[0]
    assert found == pytest.approx(seconds, abs=0.01)
    assert silent == 22


def test_the_time_bar_has_both_times_of_each_slide(pages: dict[str, str]) -> None:
    styles = [
        values["style"] or ""
        for _, values in shown(pages["fallstudien/drucker/index.md"]).elements
        if values.get("class") == "gp-timebar__segment"
    ]
    first = estimate(NOTES).seconds + 10
    assert styles[0] == f"--seconds: 75; --demo: 10; --spoken: {first:.1f}"
    assert len(styles) == 7


def test_answers_say_how_long_they_take(pages: dict[str, str]) -> None:
    seconds = round(estimate(said(40)).seconds)
    assert shown(pages["fallstudien/drucker/fragen.md"]).text.count(f"≈ {seconds} s gesprochen") == 3


def test_a_talk_without_notes_claims_no_spoken_time(tmp_path: Path) -> None:
    text = CASE_STUDY.replace(f"    notes: {said(75)}\n", "")
    pages = render_site(load_project(make_project(tmp_path, {"drucker.yml": text})))
    reader = shown(pages["fallstudien/drucker/index.md"])
    assert "Gesprochen" not in reader.text
    assert "gesprochen (" not in reader.text


def test_the_browser_gets_the_constants_of_the_estimate_once(pages: dict[str, str]) -> None:
    elements = shown(pages["fallstudien/drucker/index.md"]).elements
    models = [json.loads(values["data-speech-model"] or "") for _, values in elements if "data-speech-model" in values]
    table = load_table("model")
    assert models == [{name: value for name, value in table.items() if name != "about"}]


def test_the_reading_test_carries_what_its_text_usually_takes() -> None:
    text = f"{NOTES}\n\nEin zweiter Absatz."
    values = Reader(reading_test(text, Duration(600))).elements[0][1]
    assert float(values["data-predicted"] or "") == pytest.approx(estimate(text).seconds, abs=0.001)
    assert values["data-words"] == str(len(text.split()))
    assert values["data-example"] == "600"


def test_without_a_script_nothing_of_the_stopwatch_shows() -> None:
    elements = Reader(reading_test(NOTES, Duration(600))).elements
    hidden = [values for _, values in elements if "data-watch" in values or "data-current" in values]
    assert len(hidden) == 2
    assert all("hidden" in values for values in hidden)


def test_the_handbook_shows_readings_and_measured_errors() -> None:
    assert "neun bis dreizehn Uhr" in Reader(reading_examples("9:00-13:00 Uhr")).text
    assert "größer als fünfzehn Minuten" in Reader(spoken_example("Das dauert >15 Min.")).text
    measured = load_table("accuracy")
    text = Reader(speech_accuracy()).text
    assert f"{measured['hours']} Stunden".replace(".", ",") in text
    for result in [*measured["results"], *measured["next_talks"]]:
        assert f"{100 * result['error']:.1f} %".replace(".", ",").replace(",0 %", " %") in text


def test_the_reference_shows_the_limits_as_they_are_written() -> None:
    reference = Reader(convert(format_reference())).text
    assert "0:02" in reference
    assert "most_percent=" not in reference


def test_personal_rates_are_what_the_browser_has_to_find(golden: Callable[[Path, str], None]) -> None:
    """The scripts' tests read the same file."""
    rates = [
        {"measured_s": measured, "predicted_s": predicted, "rate": round(personal_rate(measured, predicted), 6)}
        for measured, predicted in ((30, 25), (45, 60), (90.5, 106.4), (120, 100), (250, 106.4))
    ]
    golden(ROOT / "tests" / "golden" / "personal-rates.json", json.dumps(rates, indent=1) + "\n")


def test_stage_directions_stand_apart_and_placeholders_do_not() -> None:
    text = "Nun. [**Klick**] [Pause 2 s] Von [Dein Name], `[Klick]`, [Klick](https://example.org/), Liste[Klick].\n"
    html = str(notes(text + "\n```\n[Klick]\n```"))
    directions = re.findall(r'<span class="gp-direction">(.*?)</span>', html)
    assert directions == ["[<strong>Klick</strong>]", "[Pause 2 s]"]
    assert re.sub("</?span.*?>", "", html) == prose(text + "\n```\n[Klick]\n```")


def test_an_escaped_direction_is_a_word_on_the_page_as_in_the_estimate() -> None:
    html = str(notes(r"Nun \[Klick\], `\[Klick\]`, \[eins\](https://example.org/) und [Klick]."))
    assert re.findall(r'<span class="gp-direction">(.*?)</span>', html) == ["[Klick]"]
    assert html.startswith(r"<p>Nun [Klick], <code>\[Klick\]</code>, [eins](")
