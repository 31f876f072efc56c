"""Questions, terms and phrases: what breaks a rule is found at its place, in one file and across files."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from samples import BANK, CASE_STUDY, GLOSSARY, MATERIAL, PHRASES, make_project, said

from generalprobe.checking.project import check_project
from generalprobe.format.questions import QuestionBank
from generalprobe.pages import render_site
from generalprobe.problems import Problem
from generalprobe.reading.loading import load_project

NETZ = "data/question-bank/netz.yml"
GLOSSAR = "data/glossary.yml"
TELEFON = "data/phrases/telefon.yml"


def problems_of(folder: Path, changed: dict[str, str | bytes]) -> list[Problem]:
    return check_project(load_project(make_project(folder, MATERIAL | changed)))


def test_every_kind_of_file_is_read_and_without_a_problem(tmp_path: Path) -> None:
    project = load_project(make_project(tmp_path, MATERIAL))
    assert check_project(project) == []
    lessons = ["versand", "standard", "topic-ideas", "preparation"]
    assert [entry.id for entry in project.material] == ["drucker", "netz", "telefon", "glossary", *lessons]
    [bank] = project.entries(QuestionBank)
    assert [question.kind for question in bank.model.questions] == ["open", "choice", "order", "match", "gaps"]


# The rule, the file, what is replaced by what, the line that it is reported at, and a part of the message.
BREACHES = [
    ("FRAGE03", NETZ, "id: paare", "id: wahl", 22, "`wahl` gehört schon zu Frage 2"),
    ("FRAGE03", GLOSSAR, "id: dhcp", "id: dns", 10, "`dns` gehört schon zu Begriff 1"),
    (
        "FRAGE03",
        NETZ,
        "drucker/auswahl",
        "drucker/frage-2",
        12,
        "drucker/frage-2` gehört schon zu Frage 2 in data",
    ),
    ("FRAGE04", NETZ, "topic: Begriffe und", "topic: Begriff und", 2, "„Begriff und Grundlagen“ gibt es nicht"),
    ("FRAGE04", TELEFON, "topic: Kommunikation", "topic: Komunikation", 2, "gibt es nicht"),
    ("FRAGE05", NETZ, "    answer: Zuerst", "    answer: Kurz. #", 8, "Die Antwort dauert etwa"),
    ("FRAGE06", NETZ, ", right: true", "", 14, "Keine der Antworten ist richtig"),
    ("FRAGE06", NETZ, '"25", feed', '"25", right: true, feed', 14, "Keine der Antworten ist falsch"),
    ("FRAGE07", NETZ, '"25"', '"443"', 16, "schon einmal"),
    ("FRAGE07", NETZ, "[Discover, Offer,", "[Discover, Discover,", 21, "schon einmal"),
    ("FRAGE07", NETZ, "right: Adressen", "right: Namen", 27, "schon einmal"),
    ("FRAGE08", NETZ, "  - id: port", "  - topic: Begriffe und Grundlagen\n    id: port", 5, "steht schon oben"),
    (
        "FRAGE09",
        NETZ,
        "said: halte",
        "said: halte auch",
        7,
        "„halte auch ich im Ticket fest“ steht nicht in der Antwort",
    ),
    ("FRAGE09", NETZ, "said: halte ich im Ticket fest", "said: fest. Zuerst  prüfe Ich", 7, "prüfe Ich“ steht nicht"),
    (
        "FRAGE13",
        NETZ,
        "    answer: Zuerst",
        "    follow_up: Nenne ein Beispiel.\n    answer: Zuerst",
        8,
        "Fragezeichen",
    ),
    ("BEGRIFF01", GLOSSAR, "term: dhcp", "term: dhpc", 9, "`dhpc` gibt es nicht"),
    ("BEGRIFF01", GLOSSAR, "term: dhcp", "term: dns", 9, "auf sich selbst"),
    ("BEGRIFF02", GLOSSAR, "term: DHCP", "term: Namensauflösung", 11, "steht schon bei Begriff 1"),
    ("BEGRIFF03", GLOSSAR, "meaning: Findet zu", "meaning: DNS findet zu", 7, "steht „DNS“"),
    ("BEGRIFF03", GLOSSAR, "meaning: Findet zu", "meaning: Die Namensauflösung findet zu", 7, "„Namensauflösung“"),
    ("FRAGE07", NETZ, "[/flushdns, flushdns]", "[/flushdns, /FLUSH dns]", 33, "schon einmal"),
    ("FRAGE10", NETZ, "ipconfig ___", "ipconfig __", 31, "Lücken im Text: 1, unter `gaps`: 2"),
    ("FRAGE10", NETZ, "[___](", "[hier](", 31, "Lücken im Text: 1, unter `gaps`: 2"),
    ("FRAGE10", NETZ, "ihn, mit", "ihn ______, mit", 31, "Lücken im Text: 3, unter `gaps`: 2"),
    (
        "FRAGE12",
        NETZ,
        'text: "25"',
        "text: Keine der genannten",
        16,
        "„Keine der genannten“ bezieht sich auf die anderen",
    ),
    ("FRAGE12", NETZ, 'text: "25"', "text: '**Alle** Antworten sind richtig'", 16, "bezieht sich"),
    ("FRAGE12", NETZ, 'text: "25"', "text: Nichts davon", 16, "bezieht sich"),
    ("FRAGE12", NETZ, 'text: "25"', "text: Alle oben", 16, "bezieht sich"),
    ("FRAGE12", NETZ, 'text: "25"', "text: Beides", 16, "bezieht sich"),
    ("SEITE01", NETZ, "lesson: lernen/netz", "lesson: lernen/nets", 3, "keine Seite „lernen/nets“"),
]


@pytest.mark.parametrize(("code", "file", "old", "new", "line", "message"), BREACHES)
def test_a_breach_is_found_at_its_place(
    code: str, file: str, old: str, new: str, line: int, message: str, tmp_path: Path
) -> None:
    text = str(MATERIAL[file])
    assert old in text
    found = problems_of(tmp_path, {file: text.replace(old, new, 1)})
    assert [(problem.file, problem.code, problem.line) for problem in found if problem.code == code] == [
        (file, code, line)
    ]
    assert message in next(problem.message for problem in found if problem.code == code)


def test_a_question_of_a_case_study_needs_a_topic_and_one_of_the_bank_has_that_of_its_file(tmp_path: Path) -> None:
    text = CASE_STUDY.replace("    topic: Begriffe und Grundlagen\n", "", 1)
    [problem] = problems_of(tmp_path, {"drucker.yml": text})
    assert (problem.code, problem.path) == ("FORM02", "questions[0].topic")
    assert "Themengebiet" in problem.hint


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("kind: order", "kind: oder", "FORM05", "„oder“ ist nicht erlaubt"),
        ("    steps: [", "    step: [", "FORM01", "Unbekannter Schlüssel `step`"),
        ("kind: match\n", "kind: choice\n", "FORM02", "Schlüssel `options` fehlt"),
        ("formerly: [auswahl", "formerly: [netz/a/b", "FORM05", "„netz/a/b“ ist keine Kennung"),
        ("lesson: lernen/netz", "lesson: Lernen/Netz.md", "FORM05", "ist keine Kennung"),
        ("    difficulty: easy", "    difficulty: leicht", "FORM05", "„leicht“ ist nicht erlaubt"),
        ("[/flushdns, flushdns]", "[]", "FORM07", "Die Liste ist leer"),
        ("{accepted: [nslookup]}", "nslookup", "FORM03", "Text statt Gruppe von Schlüsseln"),
        ("[nslookup]", "[443]", "FORM04", "Zahl statt Text"),
        ("[nslookup]", "nslookup", "FORM03", "Text statt Liste"),
        ("    text: Mit", "    texts: Mit", "FORM01", "Unbekannter Schlüssel `texts`"),
        ("    difficulty: easy", "    core: ja", "FORM03", "Hier gehört `true` oder `false` hin"),
        ("  - id: port\n", "  - id: port\n    open: ja\n", "FORM01", "Unbekannter Schlüssel `open`"),
    ],
)
def test_wrong_writing_is_explained(old: str, new: str, code: str, message: str, tmp_path: Path) -> None:
    assert old in BANK
    found = problems_of(tmp_path, {NETZ: BANK.replace(old, new, 1)})
    assert any(problem.code == code and message in problem.message for problem in found), found


@pytest.mark.parametrize(
    ("point", "code", "message"),
    [
        ("7", "FORM04", "Zahl statt Text"),
        ("Ursache: Treiber", "FORM03", "Der Doppelpunkt macht aus dem Text"),
        ("{text: a, sagt: b}", "FORM01", "Unbekannter Schlüssel `sagt`"),
        ("{said: a, sagt: b}", "FORM02", "Schlüssel `text` fehlt"),
        ("{text: a, said: [b]}", "FORM03", "Liste statt Text"),
        ("[a]", "FORM03", "Liste statt Text"),
    ],
)
def test_a_point_is_a_text_or_a_group(point: str, code: str, message: str, tmp_path: Path) -> None:
    text = BANK.replace("points: [Nummer eines Dienstes, ", f"points:\n      - {point}\n      - ").replace(
        "fest}]", "fest}"
    )
    found = problems_of(tmp_path, {NETZ: text})
    assert (code, "questions[0].points[0]") in [(problem.code, problem.path[:22]) for problem in found]
    assert any(message in problem.message for problem in found), found


@pytest.mark.parametrize(
    "text",
    [
        "{text: Keine der genannten, last: true,",
        "{text: 'Alle Dateien, die er zuletzt bearbeitet hat',",
        "{text: 'Nichts, denn die Richtlinie hat gewirkt.',",
        "{text: 'Beides gering, denn es geht nur um ein einzelnes Gerät.',",
        "{text: Alle Anwender sofort anrufen,",
    ],
)
def test_an_option_that_is_pinned_or_refers_to_no_other_is_fine(text: str, tmp_path: Path) -> None:
    assert problems_of(tmp_path, {NETZ: BANK.replace('{text: "25",', text)}) == []


def test_an_option_that_stays_last_is_last_among_options_and_solutions(tmp_path: Path) -> None:
    text = BANK.replace('{text: "443", right: true,', "{text: Alle genannten, last: true, right: true,")
    rendered = render_site(load_project(make_project(tmp_path, MATERIAL | {"data/question-bank/netz.yml": text})))
    page = html.unescape(rendered["ueben/fragen/netz.md"])
    assert page.index("<li>25</li>") < page.index("<li>Alle genannten</li>")
    assert page.index(">Falsch:<") < page.index("<li data-right data-last>")


def test_a_question_that_stands_in_another_file_too_is_found(tmp_path: Path) -> None:
    copy = BANK.replace("auswahl, drucker/auswahl", "").replace(
        "question: Was ist ein Port?", "question: Was ist ein Hafen?"
    )
    found = problems_of(tmp_path, {"data/question-bank/wlan.yml": copy})
    assert [(problem.file, problem.code, problem.path) for problem in found] == [
        ("data/question-bank/wlan.yml", "FRAGE11", f"questions[{number}].question") for number in range(1, 5)
    ]


def test_what_is_said_may_be_emphasised_in_the_answer(tmp_path: Path) -> None:
    answer = said(40).replace("halte ich", "halte\n      **ich**", 1)
    assert problems_of(tmp_path, {NETZ: BANK.replace(f"answer: {said(40)}", f"answer: |\n      {answer}", 1)}) == []


def test_underscores_in_an_address_are_no_gap(tmp_path: Path) -> None:
    assert problems_of(tmp_path, {NETZ: BANK.replace("firma.example/", "firma.example/a___b")}) == []


def test_a_missing_key_is_explained_by_the_kind_of_its_question(tmp_path: Path) -> None:
    [problem] = problems_of(tmp_path, {NETZ: BANK.replace("    steps: [Discover, Offer, Request, Acknowledge]\n", "")})
    assert problem.hint.startswith("`steps:` ergänzen: Schritte in der richtigen Reihenfolge")


def test_one_name_for_files_of_different_folders_is_a_problem_of_the_second(tmp_path: Path) -> None:
    found = problems_of(tmp_path, {"data/question-bank/drucker.yml": BANK.replace("auswahl, drucker/", "")})
    assert ("DATEI08", "data/question-bank/drucker.yml") in [(problem.code, problem.file) for problem in found]


def test_phrases_and_questions_may_move_with_their_progress(tmp_path: Path) -> None:
    moved = PHRASES.replace("    why:", "    formerly: [netz/rueckruf]\n    why:")
    assert problems_of(tmp_path, {TELEFON: moved}) == []
    claimed = PHRASES.replace("    why:", "    formerly: [netz/wahl]\n    why:")
    [problem] = problems_of(tmp_path / "zwei", {TELEFON: claimed})
    assert problem.message == "Die Kennung `netz/wahl` gehört schon zu Frage 2 in data/question-bank/netz.yml"


def test_a_term_may_go_without_what_is_optional(tmp_path: Path) -> None:
    text = GLOSSARY.replace("    full: Domain Name System\n    forms: [Namensauflösung]\n", "")
    assert problems_of(tmp_path, {GLOSSAR: text}) == []
