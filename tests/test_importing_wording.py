"""Times, marks, numbers and lists in texts, in whatever words."""

from __future__ import annotations

import pytest
from imported import import_text, read_back, talk_of

from generalprobe.format.questions import QuestionBank
from generalprobe.importing.wording import listed, time_in, unquoted


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:30", 30),
        ("1:10 min", 70),
        ("ca. 1:30 Minuten", 90),
        ("90 Sekunden", 90),
        ("1,5 Minuten", 90),
        ("1 min 30 s", 90),
        ("1:00–1:30", 90),
        ("00:01:30", 90),
        ("0:30 (gesamt 1:30)", 30),
        ("(1:10 min)", 70),
        ("½ Minute", 30),
        ("bald", None),
    ],
)
def test_times_in_whatever_words(text: str, seconds: int | None) -> None:
    assert time_in(text) == seconds


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("„Guten Tag.“", "Guten Tag."),
        ('„Guten Tag."', "Guten Tag."),
        ("»Guten Tag.«", "Guten Tag."),
        ('"Guten Tag."', "Guten Tag."),
        ('„Guten Tag" sage ich. „Danke"', '„Guten Tag" sage ich. „Danke"'),
        ('"Eins" und "zwei"', '"Eins" und "zwei"'),
        ("ohne", "ohne"),
    ],
)
def test_quotation_marks_around_all_go_and_others_stay(text: str, bare: str) -> None:
    assert unquoted(text) == bare


def test_lists_are_parted_where_they_list() -> None:
    assert listed("Kein Ausfall, der länger dauert, und mehr") == ("Kein Ausfall, der länger dauert, und mehr",)
    assert listed("eins (a, b), zwei") == ("eins (a, b)", "zwei")


def test_emphasis_within_a_question_stays() -> None:
    [found] = import_text("# Fragen\n\n1. **Was** heißt *RAM*?\n   Ein Speicher.\n\n**Frage 2: Wozu?**\n\nDa.\n")
    questions = [each.question for each in read_back(found, QuestionBank).questions]
    assert questions == ["**Was** heißt *RAM*?", "Wozu?"]


def test_numbers_and_names_within_a_text_stay() -> None:
    [found] = import_text(
        "# Fragen\n\n## Kategorie 1: Microsoft 365 und mehr (2 Fragen)\n\nF: Warum nicht 5 GHz?\nA: Alt.\nF: b\nA: c"
    )
    bank = read_back(found, QuestionBank)
    assert (bank.title, bank.questions[0].question) == ("Microsoft 365 und mehr", "Warum nicht 5 GHz?")
    talk, _ = talk_of("# Mein Vortrag: Lager\n\n## DSGVO Art. 5: Lage\n\nSprechtext: Guten Tag.\n")
    assert (talk.title, talk.slides[0].title) == ("Mein Vortrag: Lager", "DSGVO Art. 5: Lage")
