"""Cards: every question, term and phrase under a lasting id, wherever it stands in its file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from samples import BANK, MATERIAL, make_project

from generalprobe import addresses
from generalprobe.cards import all_cards, cards_of
from generalprobe.format.questions import QuestionBank
from generalprobe.pages import render_site
from generalprobe.pages.card_pages import title
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import Project


def project_of(folder: Path, changed: dict[str, str | bytes] | None = None) -> Project:
    return load_project(make_project(folder, MATERIAL | (changed or {})))


def test_every_question_term_and_phrase_is_a_card(tmp_path: Path) -> None:
    cards = all_cards(project_of(tmp_path))
    assert [(card.id, card.kind) for card in cards] == [
        *((f"drucker/frage-{number}", "open") for number in (1, 2, 3)),
        ("netz/port", "open"),
        ("netz/wahl", "choice"),
        ("netz/folge", "order"),
        ("netz/paare", "match"),
        ("netz/befehl", "gaps"),
        ("telefon/rueckruf", "phrase"),
        ("glossary/dns", "term"),
        ("glossary/dns/reverse", "term"),
        ("glossary/dhcp", "term"),
        ("glossary/dhcp/reverse", "term"),
    ]
    assert {card.topic for card in cards} == {"Begriffe und Grundlagen", "Kommunikation und Service"}
    assert next(card for card in cards if card.id == "netz/wahl").formerly == ["netz/auswahl", "drucker/auswahl"]
    assert next(card for card in cards if card.id == "netz/wahl").difficulty == "easy"


def test_ids_stay_when_questions_are_moved_retyped_and_added(tmp_path: Path) -> None:
    before = {card.id: title(card) for card in cards_of(project_of(tmp_path / "a").entries(QuestionBank)[0])}
    data = yaml.safe_load(BANK)
    data["questions"].reverse()
    data["questions"].insert(1, {"id": "neu", "question": "Neu?", "answer": "Ja."})
    data["questions"][0]["question"] = "Was gehört wozu?"
    changed = project_of(tmp_path / "b", {"data/question-bank/netz.yml": yaml.safe_dump(data, allow_unicode=True)})
    after = {card.id: title(card) for card in cards_of(changed.entries(QuestionBank)[0])}
    assert set(after) == set(before) | {"netz/neu"}
    assert {id for id in before if after[id] != before[id]} == {"netz/befehl"}


def test_titles_ask(tmp_path: Path) -> None:
    titles = {card.id: title(card) for card in all_cards(project_of(tmp_path))}
    assert titles["glossary/dns"] == "Was bedeutet „DNS“?"
    assert titles["glossary/dns/reverse"] == "Wie heißt das? Findet zu einem Namen die Adresse."
    assert titles["telefon/rueckruf"] == "Wie sagst du es besser? „Keine Ahnung.“"


@pytest.mark.parametrize("file", ["drucker.yml", "data/question-bank/netz.yml"])
def test_drafts_are_asked_in_a_preview_only(file: str, tmp_path: Path) -> None:
    project = project_of(tmp_path, {file: f"draft: true\n{MATERIAL[file]!s}"})
    name = Path(file).stem
    assert not any(card.entry.id == name for card in all_cards(project.published()))
    assert any(card.entry.id == name for card in all_cards(project))


def test_a_draft_of_questions_says_that_it_is_one(tmp_path: Path) -> None:
    project = project_of(tmp_path, {"data/question-bank/netz.yml": f"draft: true\n{BANK}"})
    file = addresses.markdown_file(addresses.bank("netz"))
    assert file not in render_site(project.published())
    assert '<p class="gp-draft">' in render_site(project)[file]
