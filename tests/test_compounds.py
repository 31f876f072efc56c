"""Compounds are parted where both parts are words of the texts, and nowhere else."""

from __future__ import annotations

import pytest

from generalprobe.compounds import joints, stem

WORDS = {
    "Netz": 3, "Ausfall": 3, "Ausfälle": 1, "Konto": 2, "Konten": 1, "Sperrung": 2, "Schule": 1, "Buch": 1, "fern": 2,
    "Wartung": 2, "Leiter": 3, "leiten": 5, "Nach": 1, "nach": 9, "Frage": 4, "Benutzer": 2, "Steuerung": 2, "Weg": 2,
    "Größe": 1, "Paket": 2, "Nehmen": 1, "nehmen": 7, "Team": 3, "Unter": 1, "unter": 5, "Plan": 2, "planen": 4,
    "Zeit": 3,
}  # fmt: skip


def parts(word: str) -> list[str]:
    at = joints(WORDS | {word: 1}).get(word, ())
    return [word[start:end] for start, end in zip((0, *at), (*at, len(word)), strict=True)]


@pytest.mark.parametrize(
    "parted",
    [
        "Netz|ausfälle", "Netz|ausfall", "Konto|sperrung", "Schul|buch", "Fern|wartung", "Team|leiter", "Paket|größe",
        "Benutzer|konten|steuerung", "Ausfall|weg", "Zeit|plänen", "Sperrungs|frage", "Benutzer|sperrung",
    ],
)  # fmt: skip
def test_parts_are_words_with_their_endings_and_links(parted: str) -> None:
    assert parts(parted.replace("|", "")) == parted.split("|")


@pytest.mark.parametrize(
    "word", ["Nachfrage", "Unternehmen", "Leiterin", "Sperrungen", "Netzes", "netzausfall", "Ausfall"]
)
def test_what_is_no_compound_of_two_things_stays_whole(word: str) -> None:
    assert parts(word) == [word]


def test_forms_have_a_stem_in_common() -> None:
    assert {stem(word) for word in ("Ausfall", "Ausfälle", "Ausfällen", "ausfall")} == {"ausfall"}
    assert stem("Plan") == stem("Pläne") == "plan"
    assert stem("Bogen") == stem("Bogens") == stem("Bögen")
