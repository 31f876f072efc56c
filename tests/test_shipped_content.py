"""What is shipped keeps what it promises: answers say their points, keys do not give themselves away, balance."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from samples import ROOT

from generalprobe.cards import cards_of
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.exam import Exam
from generalprobe.format.html import plain
from generalprobe.format.questions import ChoiceQuestion, OpenQuestion, QuestionBank
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import DataFile, Entry

# fmt: off
SHIPPED = {
    "case-studies": {
        "client-rollout", "eskalationsmatrix", "fehlerkultur", "freigegebenes-postfach", "kein-netz-im-buero",
        "kontosperrung", "namensaufloesung", "nichts-geht-mehr", "service-recovery", "vpn-homeoffice",
    },
    "question-bank": {
        "aenderungen", "begriffe", "betrieb-und-dokumentation", "client", "datenschutz", "entscheidungen",
        "fernsitzung", "identitaet", "it-sicherheit", "itil-grundlagen", "kommunikation", "microsoft-365", "netzwerk",
        "online-pruefung-und-fernsupport", "sicherheit-im-alltag", "vorgehen", "windows-und-active-directory",
    },
}
# fmt: on
"""The files that we answer for, by folder. What trainers add beside them, the check judges."""


def is_ours(file: DataFile) -> bool:
    """Whether a file came with the project; of a folder that is not named above, all did."""
    path = Path(file.file)
    return path.stem in SHIPPED.get(path.parent.name, {path.stem})


PROJECT = load_project(ROOT).published()
PROJECT = replace(PROJECT, files=tuple(filter(is_ours, PROJECT.files)))
CARDS = [card for entry in PROJECT.material if isinstance(entry, Entry) for card in cards_of(entry)]
QUESTIONS = {card.id: card.item for card in CARDS if card.kind not in ("term", "phrase")}
BANK = [card for entry in PROJECT.entries(QuestionBank) for card in cards_of(entry)]
TOPICS = [topic for exam in PROJECT.entries(Exam) for topic in exam.model.topics]
WHAT_IF = re.compile(r"Was wäre, wenn|Was (tun|würden) Sie, wenn|Angenommen,|Wie (würden|gehen) Sie .*, wenn")
SEEDS = ROOT.parent / "shared" / "seeds"
# fmt: off
EMPTY_WORDS = {
    "aber", "alle", "allen", "alles", "also", "auch", "auf", "beim", "dabei", "dafür", "damit", "dann", "dass",
    "denn", "deren", "dessen", "diese", "diesem", "diesen", "dieser", "doch", "dort", "durch", "eigene", "eine",
    "einem", "einen", "einer", "eines", "etwas", "gegen", "hier", "ihre", "ihren", "immer", "ist", "jede", "jeden",
    "jeder", "jedes", "kann", "kein", "keine", "keinen", "können", "mehr", "muss", "müssen", "nach", "nicht",
    "noch", "nur", "oder", "ohne", "schon", "sein", "sich", "sind", "soll", "sondern", "statt", "unter", "viel",
    "vom", "von", "vor", "wann", "warum", "was", "weil", "weiter", "welche", "welcher", "wenn", "werden", "wie",
    "wieder", "wird", "wurde", "zum", "zur", "zwischen", "über",
}
# fmt: on
"""Words of a point that its answer need not repeat."""


def stems(text: str) -> set[str]:
    """The first five letters of each word: what is left of it in every inflection."""
    return {word[:5] for word in re.findall(r"\w+", plain(text).casefold())}


def key_words(point: str) -> set[str]:
    """The words that carry a point: its nouns and figures, else all that mean something."""
    words = re.findall(r"\w+", plain(point))
    nouns = [word for word in words if word[0].isupper() or word[0].isdigit()]
    meaning = [word for word in words if len(word) >= 4 and word.casefold() not in EMPTY_WORDS]
    return stems(" ".join(nouns or meaning))


def unsaid(question: OpenQuestion) -> list[str]:
    """The points whose key words the answer does not have and that name no phrase of it."""
    said = stems(question.answer)

    def is_said(word: str) -> bool:
        return any(each.startswith(word) for each in said)

    return [point.text for point in question.points if not point.said and not all(map(is_said, key_words(point.text)))]


def test_every_open_answer_says_each_of_its_points() -> None:
    opens = {id: question for id, question in QUESTIONS.items() if isinstance(question, OpenQuestion)}
    assert {id: missing for id, question in opens.items() if (missing := unsaid(question))} == {}


def test_every_question_of_a_case_says_how_hard_it_is_and_open_ones_what_must_come() -> None:
    asked = [
        (entry.id, question) for entry in PROJECT.entries(CaseStudy) for question in entry.model.questions
    ]  # fmt: skip
    assert [f"{id}/{each.id}" for id, each in asked if "difficulty" not in each.model_fields_set] == []
    assert [f"{id}/{each.id}" for id, each in asked if isinstance(each, OpenQuestion) and not each.points] == []


def test_the_key_of_a_choice_gives_itself_away_neither_by_its_length_nor_by_its_place() -> None:
    single = [
        question
        for question in QUESTIONS.values()
        if isinstance(question, ChoiceQuestion) and sum(option.right for option in question.options) == 1
    ]
    keys = [next(at for at, option in enumerate(each.options) if option.right) for each in single]
    longest = [max(range(len(each.options)), key=lambda at: len(plain(each.options[at].text))) for each in single]
    share = sum(key == at for key, at in zip(keys, longest, strict=True)) / len(single)
    assert share <= 0.35, f"{share:.0%} of the keys are the longest option"
    assert all(count / len(single) <= 0.45 for count in Counter(keys).values()), Counter(keys)


def test_the_bank_is_balanced() -> None:
    """No topic takes over, each has something hard, and what-if questions and gaps have their share."""
    counts = Counter(card.topic for card in BANK)
    assert set(counts) == set(TOPICS)
    assert all(count / len(BANK) <= 0.30 for count in counts.values()), counts
    hard = {card.topic for card in BANK if card.difficulty == "hard"}
    assert hard == set(TOPICS)
    what_if = [card.id for card in BANK if WHAT_IF.match(getattr(card.item, "question", ""))]
    assert len(what_if) >= 20, what_if
    assert sum(card.kind == "gaps" for card in CARDS) >= 10


def test_about_150_cards_are_what_every_candidate_must_know() -> None:
    """A term counts once, although it is asked both ways; every topic has its part."""
    core = [card for card in CARDS if card.item.core and not card.reverse]
    assert 130 <= len(core) <= 170
    counts = Counter(card.topic for card in core)
    assert set(counts) == set(TOPICS)
    assert min(counts.values()) >= 10, counts
    assert max(counts.values()) <= len(core) * 0.3, counts


CITED = (
    "Kundeneskalationsmanagement: Prozess, Beispiele und Best Practices",
    "Umgang mit Fehlern im Customer Service",
    "9:00-13:00 Uhr",
)
"""Titles of sources, as they are named, and an example of a time."""


def _shingles(text: str, size: int = 5) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the documents that the project started from are not at {SEEDS}")
def test_no_five_words_in_a_row_are_those_of_the_seeds() -> None:
    seeds = set(chain.from_iterable(_shingles(_read(file)) for file in SEEDS.glob("*.txt")))
    seeds -= set(chain.from_iterable(map(_shingles, CITED)))
    files = [*(ROOT / "data").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")]
    found = {
        file.relative_to(ROOT).as_posix(): sorted(" ".join(run) for run in common)
        for file in files
        if (common := _shingles(_read(file)) & seeds)
    }
    assert found == {}


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_a_lessons_tile_says_the_time_that_the_lesson_says() -> None:
    """And each lesson of the menu has a tile."""
    lessons = ROOT / "docs/lernen"
    tiles = re.findall(
        r"\]\(([a-z0-9-]+\.md)\)(?:(?!</li>).)*?(\d+) Minuten lesen", _read(lessons / "index.md"), re.DOTALL
    )
    said = {
        file.name: re.findall(r"Zum\s+Lesen\s+brauchst\s+du\s+etwa\s+(\d+)\s+Minuten", _read(file))
        for file in sorted(lessons.glob("*.md"))
        if file.name != "index.md"
    }
    assert {name: [minutes] for name, minutes in tiles} == said


def test_tiles_ask_for_states_that_the_browser_can_tell() -> None:
    known = re.findall(r"^  ([a-z]+): (?:async )?\(", _read(ROOT / "docs/javascripts/plan/telling.mjs"), re.MULTILINE)
    asked = re.findall(
        r'data-tells="([^"]+)"', _read(ROOT / "docs/ueben/index.md") + _read(ROOT / "docs/lernen/index.md")
    )
    assert {name for name in asked if not name.startswith("lernen/")} == set(known)
    assert all((ROOT / "docs" / f"{name.rstrip('/')}.md").is_file() for name in asked if name.startswith("lernen/"))
