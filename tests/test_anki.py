"""Cards for Anki: what learners have is found again, whatever is corrected, renamed or changed in kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from formats import written
from packages import Package, opened, unpacked
from samples import BANK, CASE_STUDY, GLOSSARY, MATERIAL, ROOT, make_project

from generalprobe.exporting.anki import QUESTION, REVISED, TERM
from generalprobe.exporting.subjects import Subject, subjects
from generalprobe.reading.loading import load_project

NOTE_TYPES = ROOT / "tests" / "golden" / "anki" / "note-types.json"


def about(root: Path, id: str) -> Subject:
    [subject] = [each for each in subjects(load_project(root).published(), root) if each.id == id]
    return subject


def packed(root: Path, id: str = "alles") -> Package:
    return unpacked(written("anki", about(root, id)))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path, MATERIAL)


def test_the_note_types_never_change(golden: Callable[[Path, str], None]) -> None:
    """Not the numbers, not the fields: learners would have to merge by hand. With new looks, `REVISED` grows."""
    held = {
        model.name: {
            "id": model.model_id,
            "fields": {field["name"]: field["id"] for field in model.fields},
            "templates": [{key: each[key] for key in ("name", "id", "qfmt", "afmt")} for each in model.templates],
            "css": model.css.splitlines(),
            "revised": REVISED,
        }
        for model in (QUESTION, TERM)
    }
    golden(NOTE_TYPES, json.dumps(held, ensure_ascii=False, indent=2) + "\n")


def test_each_card_is_a_note_and_a_term_asked_both_ways_is_one_with_two_cards(project: Path) -> None:
    package = packed(project)
    assert [note.cards for note in package.notes] == [1] * 3 + [1] * 5 + [2] * 2 + [1]
    assert package.decks == [
        "Generalprobe::Fallstudien::Drucker druckt nicht",
        "Generalprobe::Fragen::Netzwerk",
        "Generalprobe::Glossar",
        "Generalprobe::Formulierungen",
    ]
    assert {model["name"] for model in package.models.values()} == {"Generalprobe Frage", "Generalprobe Begriff"}


def test_in_the_whole_no_two_have_the_same_number_and_each_card_has_its_note_and_deck(project: Path) -> None:
    with opened(written("anki", about(project, "alles"))) as database:
        notes, cards = ([*database.execute(f"SELECT * FROM {table}")] for table in ("notes", "cards"))
        [(decks,)] = database.execute("SELECT decks FROM col")
    numbers = [row[0] for row in (*notes, *cards)]
    assert len(numbers) == len(set(numbers)) == max(numbers) - min(numbers) + 1
    assert {card[1] for card in cards} == {note[0] for note in notes}
    assert {str(card[2]) for card in cards} == json.loads(decks).keys() - {"1"}


def test_a_file_alone_holds_what_the_whole_does(project: Path) -> None:
    whole = packed(project)
    for id in ("drucker", "netz", "glossar", "formulierungen"):
        assert all(whole.note(note.fields["Kennung"]) == note for note in packed(project, id).notes)


def test_notes_are_as_old_as_their_file(project: Path) -> None:
    import os

    os.utime(project / "data" / "glossary.yml", (1.7e9, 1.7e9))
    package = packed(project)
    assert package.note("glossary/dns").changed == 1_700_000_000 < package.note("netz/port").changed


def guids(root: Path) -> dict[str, str]:
    return {note.fields["Kennung"]: note.guid for note in packed(root).notes}


def test_a_card_keeps_its_guid_through_corrections_renaming_moving_and_another_kind(project: Path) -> None:
    before = guids(project)
    bank = BANK.replace("Was ist ein Port?", "Was ist denn ein Port?")
    bank = bank.replace("- id: port\n", "- id: tor\n    formerly: [port]\n")
    bank = bank.replace("- id: folge\n    kind: order", "- id: reihe\n    formerly: [folge, ordnung]\n    kind: order")
    (project / "data" / "question-bank" / "netz.yml").write_text(bank, encoding="utf-8")
    glossary = GLOSSARY.replace("- id: dns\n", "- id: namen\n    formerly: [dns]\n")
    (project / "data" / "glossary.yml").write_text(glossary, encoding="utf-8")
    after = guids(project)
    assert after["netz/tor"] == before["netz/port"]
    assert after["netz/reihe"] == before["netz/folge"]
    assert after["glossary/namen"] == before["glossary/dns"]
    assert after["netz/wahl"] == before["netz/wahl"]
    moved = CASE_STUDY.replace("- id: frage-1\n", "- id: ausgezogen\n    formerly: [netz/paare]\n")
    (project / "data" / "case-studies" / "drucker.yml").write_text(moved, encoding="utf-8")
    assert guids(project)["drucker/ausgezogen"] == before["netz/paare"]


def test_two_sites_never_meet(project: Path) -> None:
    before = guids(project)
    (project / "mkdocs.yml").write_text("extra: {site_id: anderswo}\n", encoding="utf-8")
    assert not set(guids(project).values()) & set(before.values())
    (project / "mkdocs.yml").write_text("site_url: https://anderswo.example/\n", encoding="utf-8")
    assert guids(project) == before


def test_what_stands_on_a_card(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_url: https://kurs.example/it\n", encoding="utf-8")
    package = packed(project)
    port, choice = package.note("netz/port"), package.note("netz/wahl")
    assert port.fields["Punkte"] == "<ul><li>Nummer eines Dienstes</li><li>das Ticket</li></ul>"
    assert port.fields["Thema"] == "Begriffe und Grundlagen"
    assert port.fields["Quelle"] == '<a href="https://kurs.example/it/ueben/fragen/netz/#frage-port">Netzwerk</a>'
    assert port.tags == ["Thema::Begriffe-und-Grundlagen", "Art::Offene-Frage", "Schwierigkeit::mittel"]
    assert choice.fields["Frage"] == "Welcher Port gehört zu HTTPS?<ul><li>25</li><li>443</li></ul>"
    assert "<li class=richtig>Richtig: 443" in choice.fields["Antwort"]
    assert "<p>Mit <code>ipconfig ________</code>" in package.note("netz/befehl").fields["Frage"]
    assert "<tr><th>DNS</th><td>Namen</td></tr>" in package.note("netz/paare").fields["Antwort"]
    assert package.note("glossary/dns").fields["Punkte"] == "Domain Name System"
    about = package.note("drucker/frage-1")
    assert "Zur Fallstudie „Drucker druckt nicht“: Zwölf Arbeitsplätze" in about.fields["Frage"]
    assert "Fallstudie::drucker" in about.tags


def test_what_anki_would_take_for_its_own_stays_text(project: Path) -> None:
    meant = r"Was ist [sound:a.mp3] und {{c1::b}} und \(x\) und <i>c</i>?"
    (project / "data" / "question-bank" / "netz.yml").write_text(
        BANK.replace("question: Was ist ein Port?", f"question: '{meant}'"), encoding="utf-8"
    )
    shown = packed(project).note("netz/port").fields["Frage"]
    assert shown == (
        r"Was ist &#91;sound:a.mp3] und &#123;&#123;c1::b}} und \<span></span>(x\) und &lt;i&gt;c&lt;/i&gt;?"
    )


def test_links_lead_to_the_site_or_nowhere(project: Path) -> None:
    (project / "data" / "question-bank" / "netz.yml").write_text(
        BANK.replace("question: Was ist ein Port?", "question: 'Was ist ein [Port](/lernen/netz/)?'"), encoding="utf-8"
    )
    assert packed(project).note("netz/port").fields["Frage"] == "Was ist ein Port?"
    (project / "mkdocs.yml").write_text("site_url: https://kurs.example/\n", encoding="utf-8")
    shown = packed(project).note("netz/port").fields["Frage"]
    assert shown == 'Was ist ein <a href="https://kurs.example/lernen/netz/">Port</a>?'
