"""Texts taken over: pages of talks, catalogues of questions, Marp, Slidev; what they lose; and hostile ones refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from imported import CATALOGUE, MARP, PAGE, SLIDEV, WISHES, import_text, read_back, talk_of
from samples import ROOT

from generalprobe.checking.project import check_project
from generalprobe.commands.import_files import main
from generalprobe.format.case_study import CaseStudy, Placeholder
from generalprobe.format.duration import Duration
from generalprobe.format.questions import OpenQuestion, QuestionBank
from generalprobe.importing.losses import LOST
from generalprobe.importing.text import grouped
from generalprobe.importing.unreadable import Unreadable
from generalprobe.reading.loading import load_project

SEEDS = ROOT.parent / "shared" / "seeds"

SHOWN = {
    "table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "code": "```bash\nping\n```",
    "diagram": "```mermaid\ngraph LR\nA-->B\n```",
    "image": "![Plan](plan.png)",
    "quote": "> Es druckt nichts.",
}
FORMS = {
    "page": "## Folie 1: Lage\n",
    "marp": "---\nmarp: true\n---\n# Start\n\n---\n\n# Lage\n",
    "slidev": "---\nlayout: cover\n---\n# Start\n\n---\n\n# Lage\n",
}
WAYS: dict[str, Callable[[str], str]] = {
    "other-ends": lambda text: text.replace("\n", "\r\n"),
    "other-encoding": lambda text: text,
    "no-blank-lines": lambda text: re.sub(r"\n\n(?!    )", "\n", text),
    "many-blank-lines": lambda text: text.replace("\n\n", "\n\n\n"),
    "lower-headings": lambda text: re.sub("^(##+)", r"#\1", text, flags=re.MULTILINE),
    "underlined": lambda text: re.sub(
        r"^(##?) (.*)$", lambda match: f"{match[2]}\n{'=-'[len(match[1]) - 1] * 4}", text, flags=re.MULTILINE
    ),
    "bold-headings": lambda text: re.sub("^(##+) (.*)$", r"\1 **\2**", text, flags=re.MULTILINE),
    "other-marks": lambda text: (
        text.replace("    „Guten", '    "Guten').replace('nichts.“"', 'nichts.“"').replace("„Es", "„Es")
    ),
    "other-hyphens": lambda text: text.replace("Folie 1:", "Folie 1 –").replace("Folie 2:", "Folie 2 —"),
    "signs": lambda text: text.replace("Folie 2:", "Folie 2 |").replace("**Zeit:** 1:30", "⏱️ **Zeit:** 90 Sek."),
    "stars": lambda text: re.sub(r"^( *)- ", r"\1* ", text, flags=re.MULTILINE),
    "minutes": lambda text: text.replace("**Zeit:** 1:30", "**Zeit**: 1:30 min"),
    "time-in-heading": lambda text: re.sub(r"(Folie 2.*)\n", r"\1 (1:30 min)\n", text.replace("**Zeit:** 1:30\n", "")),
    "labels": lambda text: text.replace("### Bulletpoints\n", "**Stichpunkte:**\n\n"),
    "spoken-headings": lambda text: re.sub(
        r'!!! quote "Speaker Notes"\n((?:    .*\n|\n(?=    ))+)',
        lambda match: "### Sprechtext\n" + match[1].replace("    ", ""),
        text,
    ),
    "open-boxes": lambda text: text.replace("??? question", "???+ question"),
    "no-front": lambda text: text.partition("---\n\n")[2],
    "questions-by-headings": lambda text: re.sub(
        r'\?\?\? question "(.*)"\n((?:    .*\n|\n(?=    ))+)',
        lambda match: f"### {match[1]}\n\n" + match[2].replace("    ", ""),
        text,
    ),
    "details": lambda text: re.sub(
        r'\?\?\? question "(.*)"\n((?:    .*\n|\n(?=    ))+)',
        r"<details><summary>\1</summary>\n\2</details>\n",
        text,
    ).replace("\n    **Antwort", "\n**Antwort"),
}


@pytest.mark.parametrize("way", ["as-it-is", *WAYS])
def test_a_page_is_read_whole_however_it_is_set(way: str) -> None:
    text = WAYS[way](PAGE) if way in WAYS else PAGE
    talk, lost = talk_of(text.encode("cp1252") if way == "other-encoding" else text)
    assert lost == []
    assert (talk.title, talk.focus, talk.summary) == (
        "Drucker im Lager",
        "technology",
        "Ein Vortrag mit **Technik-Fokus**.",
    )
    assert talk.metadata.model_dump() == {
        "topic": "Ein Treiber nach dem Update",
        "audience": "IT-Leitung",
        "situation": "Seit Montag kommt kein Beleg",
        "goal": "Alle drucken",
        "success_criteria": ("Keine Meldung, die offen bleibt", "kein Ausfall"),
        "scope": "Nur das Lager",
        "risks": ("Stillstand", "Rückstand"),
    }
    first, second = talk.slides
    assert (first.id, first.title, first.headline, first.time) == (
        "titel-zielgruppe",
        "Titel + Zielgruppe",
        "Nichts kommt an",
        Duration(30),
    )
    assert first.notes == "Guten Tag. Ich nenne es ‚den Fall'. Er sagte: „Es druckt nichts.“"
    assert (second.title, second.headline, second.time) == ("Analyse – erster Teil", "Was ich geprüft habe", 90)
    assert [(each.text, each.bullets) for each in second.bullets] == [("Warteschlange leer", ("an allen Plätzen",))]
    assert second.notes == "Zuerst die Warteschlange.\n\nDann der Treiber."
    assert second.artifact and second.artifact.model_dump(exclude_defaults=True) == {
        "kind": "placeholder",
        "description": "Ausschnitt aus dem Protokoll",
    }
    one, two = talk.questions
    assert isinstance(one, OpenQuestion)
    assert isinstance(two, OpenQuestion)
    assert (one.id, one.question, one.topic) == ("treiber", "Was ist ein Treiber?", "Begriffe und Grundlagen")
    assert (two.topic, two.answer) == ("Alternativen und Entscheidungen", "Zu teuer.\n\n- und zu spät")


def test_what_a_page_does_not_say_is_proposed_and_what_has_no_place_is_named() -> None:
    text = (
        "## Folie 1: Lage\n\n- Seit Montag\n    - tief\n        - tiefer\n\nEin Satz.\n\n| a | b |\n|---|---|\n| c |\n"
    )
    [found] = import_text(f"{text}\n```bash\nping\n```\n\n![Plan](plan.png)\n\n## Anhang\n\nNoch etwas.")
    talk = read_back(found, CaseStudy)
    assert talk.draft
    assert talk.slides[0].time == WISHES.exam.slides.shortest
    place, unread = "Folie 1 („Lage“)", "Ein Text steht an keiner Stelle, die eine Fallstudie hat, und fällt weg"
    assert grouped(found.losses) == [
        f"{place}: Stichpunkte der dritten Ebene und darunter stehen auf der zweiten.",
        f"{place}: {LOST['further-shown']}: Code „ping“, Bild „Plan“",
        f"{place}: {unread}: „Ein Satz.“",
        f"Abschnitt „Anhang“, Zeile 21: {unread}: „Noch etwas.“",
    ]
    assert any("Zielgruppe" in each for each in found.proposals)
    assert found.times == {0: "vorgeschlagen: Ohne Sprechtext ist es die kürzeste Zeit"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kinds", list(combinations(SHOWN, 2)), ids=" and ".join)
def test_of_two_things_on_a_slide_one_is_shown_and_the_other_is_named(form: str, kinds: tuple[str, str]) -> None:
    talk, lost = talk_of(FORMS[form] + "\n\n".join(["", "- eins", *(SHOWN[kind] for kind in kinds), ""]))
    assert talk.slides[-1].artifact
    assert [line.partition(": ")[0] for line in lost if LOST["further-shown"] in line] == [
        f"Folie {len(talk.slides)} („Lage“)"
    ]


def test_the_sites_own_form_is_read() -> None:
    text = (
        "# Lager\n\n- Zielgruppe: IT-Leitung\n- Risiken:\n    - Stillstand\n    - Rückstand\n\n## Lage\n\nZeit: 1:30\n"
    )
    text += "Vorführung: 0:15\n\n### Nichts kommt an\n\n- Seit Montag\n\n> Es kommt nichts.\n> – Lagerleiterin\n\n"
    talk, lost = talk_of(
        f"{text}Sprechtext:\n\nGuten Tag. [Klick]\n\n- erstens\n\n## Ursache\n\nSprechtext: Der Treiber.\n"
    )
    assert lost == []
    assert talk.metadata.risks == ("Stillstand", "Rückstand")
    first, second = talk.slides
    assert (first.headline, first.time, first.demo, first.notes) == (
        "Nichts kommt an",
        Duration(90),
        Duration(15),
        "Guten Tag. [Klick]\n\n- erstens",
    )
    assert first.artifact and first.artifact.model_dump(exclude_defaults=True) == {
        "kind": "quote",
        "text": "Es kommt nichts.",
        "source": "Lagerleiterin",
    }
    assert second.notes == "Der Treiber."


def test_questions_under_the_highest_heading_behind_the_slides_are_read() -> None:
    text = "## Folie 1: Lage\n\nSprechtext: Guten Tag.\n\n# Fragen\n\n## Was ist ein Treiber?\n\nEin Programm."
    talk, lost = talk_of(f"{text}\n\n# Anhang\n\nMehr")
    assert [each.question for each in talk.questions] == ["Was ist ein Treiber?"]
    assert [line.partition(": ")[0] for line in lost] == ["Abschnitt „Anhang“, Zeile 13"]


@pytest.mark.parametrize("label", ["Vortrag", "Titel", "Thema", "**Vortrag**"])
@pytest.mark.parametrize("between", ["", "\n"])
def test_a_first_line_may_say_the_title_behind_a_label(label: str, between: str) -> None:
    about = f"{label}: Öde Drucker\n{between}Zielgruppe: Lager\n"
    talk, lost = talk_of(f"{about}\n## Folie 1: Lage (0:30)\n- Seit Montag\nSprechtext: Guten Tag.\n")
    assert (talk.title, talk.metadata.topic, talk.metadata.audience) == ("Öde Drucker", "Öde Drucker", "Lager")
    assert lost == []


def test_a_rule_right_below_a_label_makes_no_heading_of_it() -> None:
    talk, lost = talk_of("## Folie 1: Lage\n\nSprechtext: Guten Tag.\n\n**Zeit:** 1:30\n---\n\n## Folie 2: Ursache\n")
    assert (talk.slides[0].time, lost) == (Duration(90), [])


def test_a_catalogue_becomes_a_file_for_each_heading() -> None:
    first, second = import_text(CATALOGUE)
    assert (first.id, second.id) == ("fragenkatalog-grundlagen-begriffe", "fragenkatalog-sicherheit")
    basics, security = (read_back(each, QuestionBank) for each in (first, second))
    assert [(bank.title, bank.topic) for bank in (basics, security)] == [
        ("Grundlagen & Begriffe", "Begriffe und Grundlagen"),
        ("Sicherheit", "Sicherheit und Datenschutz"),
    ]
    assert basics.questions[0].model_dump(exclude_defaults=True) == {
        "id": "trennt-incident-problem",
        "difficulty": "easy",
        "question": 'Was trennt „Incident" und „Problem"?',
        "expects": "die Ursache",
        "answer": "Das eine ist die Störung.\n\n1. eins\n2. zwei",
        "follow_up": "Und dann?",
    }
    assert isinstance(sla := basics.questions[1], OpenQuestion)
    assert sla.answer == '„Eine Vereinbarung."\n\n- **Stufe: Zeit**\n- P1: 4 h'
    assert [str(loss) for loss in first.losses] == [
        "Frage „Frage 1.2: Was ist ein SLA?“: Eine Tabelle steht als Liste da."
    ]
    protect, unanswered = security.questions
    assert isinstance(protect, OpenQuestion)
    assert isinstance(unanswered, OpenQuestion)
    assert (protect.answer, [point.text for point in protect.points]) == ("Mit Rechten.", ["Rechte", "Sicherung"])
    assert unanswered.answer.startswith("[Musterantwort")
    assert second.proposals == ("Frage 2 („Und ohne Antwort?“) hat noch keine Antwort",)


def test_a_catalogue_may_underline_its_headings() -> None:
    [found] = import_text(
        "Netz\n====\n\nFrage 1: Was ist DNS?\n---\n\nNamen.\n\nFrage 2: Und DHCP?\n---\n\nAdressen.\n"
    )
    assert [each.answer for each in read_back(found, QuestionBank).questions if isinstance(each, OpenQuestion)] == [
        "Namen.",
        "Adressen.",
    ]


def test_an_article_that_asks_is_no_catalogue() -> None:
    with pytest.raises(Unreadable):
        import_text("# Drucker\n\nWas ist geschehen?\n\nNichts.\n\nUnd warum ist das so?\n\nEgal.\n")


def test_where_questions_stand_in_boxes_a_list_of_some_without_answers_is_none_of_them() -> None:
    [found] = import_text('# Netz\n\n1. Wer?\n2. Was?\n\n## Fragen\n\n??? question "Was ist DNS?"\n    Namen.\n')
    assert [each.question for each in read_back(found, QuestionBank).questions] == ["Was ist DNS?"]
    assert "Zeile 3" in str(found.losses[0])


def test_a_text_of_a_word_processor_is_all_bold_paragraphs() -> None:
    text = "**Vortrag: Lager**\n\n**Zielgruppe:** IT-Leitung\n\n**Folie 1: Lage**\n\n\\- eins\n\n"
    asked = "**Frage 1: Wozu?**\n\nAntwort: Darum.\n"
    for between in ("", "**Fragen zum Vortrag**\n\n"):
        talk, lost = talk_of(f"\ufeff\ufeff{text}**Sprechtext:** Guten Tag.\n\n{between}{asked}")
        assert (talk.title, talk.metadata.audience, talk.slides[0].notes) == ("Lager", "IT-Leitung", "Guten Tag.")
        assert [each.text for each in talk.slides[0].bullets] == ["eins"]
        assert ([each.question for each in talk.questions], lost) == (["Wozu?"], [])


def test_a_text_with_a_note_here_and_there_is_no_talk() -> None:
    with pytest.raises(Unreadable):
        import_text(
            "# Drucker\n\n## Lage\n\nNotiz: Ausschalten.\n\n" + "".join(f"## Teil {at}\n\nx\n\n" for at in range(4))
        )


def test_headings_that_are_numbered_like_questions_are_some() -> None:
    text = "# Fragen\n\n## 1. Warum?\n\nDarum.\n\n## 2. Und die Kosten\n\nKeine.\n\n## 3. Wer?\n\nIch.\n"
    [found] = import_text(text)
    assert [each.question for each in read_back(found, QuestionBank).questions] == ["Warum?", "Und die Kosten", "Wer?"]


@pytest.mark.parametrize(
    ("image", "said"),
    [
        ('![Plan](a.png "Stand Mai")', ("Plan", "Stand Mai")),
        ("![](a.png 'Stand Mai')", ("Stand Mai", "")),
        ("![Plan](a.png)", ("Plan", "")),
    ],
)
def test_the_title_of_a_picture_is_its_caption(image: str, said: tuple[str, str]) -> None:
    artifact = talk_of(f"## Folie 1: Lage\n\n{image}\n")[0].slides[0].artifact
    assert isinstance(artifact, Placeholder)
    assert (artifact.description, artifact.caption) == said


def test_a_topic_that_is_asked_for_holds_for_all() -> None:
    topic = "Betrieb und Dokumentation"
    assert {
        each.model.topic for each in import_text(CATALOGUE, topic=topic) if isinstance(each.model, QuestionBank)
    } == {topic}
    [talk] = import_text(PAGE, topic=topic)
    assert {each.topic for each in talk.model.questions} == {topic}


def test_slides_of_marp() -> None:
    talk, lost = talk_of(MARP)
    assert (talk.title, talk.metadata.audience) == ("Netz im Lager", "IT-Leitung")
    assert [(each.title, each.notes) for each in talk.slides] == [
        ("Netz im Lager", "Guten Tag."),
        ("Lage", "Der Versand stand: kein Beleg.\n\nUnd noch ein Satz."),
        ("eins", ""),
    ]
    assert talk.slides[0].time == Duration(90)
    assert [(each.text, each.bullets) for each in talk.slides[1].bullets] == [("Montag", ("nichts ging",))]
    assert talk.slides[1].artifact and talk.slides[1].artifact.model_dump(exclude_defaults=True) == {
        "kind": "placeholder",
        "description": "Der Plan",
    }
    assert [line.partition(": ")[2][:24] for line in lost] == [
        "Angaben zum Aussehen fal",
        "Ein Bild bleibt in der D",
        "Das Hintergrundbild der ",
        "Schritte beim Klicken fa",
    ]


@pytest.mark.parametrize("form", ["marp", "slidev"])
def test_a_slide_of_questions_with_answers_is_none(form: str) -> None:
    asked = "# Prüferfragen\n\n1. Was ist RAM?\n   Ein Speicher.\n2. Wozu?\n   Zum Rechnen."
    talk, _ = talk_of(f"{FORMS[form]}\n\n- eins\n\n---\n\n{asked}\n\n---\n\n# Noch Fragen?\n\n- Danke\n")
    assert [each.title for each in talk.slides] == ["Start", "Lage", "Noch Fragen?"]
    assert [each.question for each in talk.questions] == ["Was ist RAM?", "Wozu?"]


@pytest.mark.parametrize(
    "said", ["Guten Tag. Zeit: 1:30", "Guten Tag.\nZeit: 1:30", "Guten Tag. Geplante Zeit: 90 s.", "Guten Tag. (1:30)"]
)
def test_a_time_may_stand_behind_the_last_sentence(said: str) -> None:
    [slide] = talk_of(f"---\nmarp: true\n---\n# Lage\n\n<!-- {said} -->\n")[0].slides
    assert (slide.notes, slide.time) == ("Guten Tag.", Duration(90))


def test_a_time_within_a_sentence_is_said() -> None:
    [slide] = talk_of("---\nmarp: true\n---\n# Lage\n\n<!-- Das ist die Zeit: 1:30 -->\n")[0].slides
    assert slide.notes == "Das ist die Zeit: 1:30"


@pytest.mark.parametrize(
    ("front", "away"),
    [("layout: cover", "---\nhide: true\n---\n\n# Geheim"), ("marp: true", "---")],
    ids=["slidev", "marp"],
)
def test_a_slide_is_called_by_its_number_in_the_file(front: str, away: str) -> None:
    text = f"---\n{front}\n---\n\n# Start\n\n{away}\n\n---\n\n- Lage\n- eins\n\n![Plan](plan.png)\n"
    [found] = import_text(text)
    assert [line for line in grouped(found.losses) if "Bild" in line] == [f"Folie 3 („Lage“): {LOST['picture']}"]
    assert "Folie 3 („Lage“): Die Überschrift war nicht als solche" in "\n".join(found.proposals)


def test_a_heading_keeps_its_text_beside_a_comment() -> None:
    talk, _ = talk_of("---\nmarp: true\n---\n# <!-- fit --> Der Plan\n\n> [!NOTE]\n> Wichtig\n\n[^1]: x\n")
    slide = talk.slides[0]
    assert (slide.title, slide.artifact and slide.artifact.model_dump()["text"]) == ("Der Plan", "Wichtig")


def test_headings_divide_slides_of_marp_where_they_are_said_to() -> None:
    text = "---\nmarp: true\nheadingDivider: 2\n---\n# Eins\n\n## Zwei\n\n- a\n\n### Darunter\n\n## Drei\n"
    assert [each.title for each in talk_of(text)[0].slides] == ["Eins", "Zwei", "Drei"]


def test_slides_of_slidev() -> None:
    talk, lost = talk_of(SLIDEV)
    assert [(each.title, each.notes) for each in talk.slides] == [
        ("Konto gesperrt", "Guten Tag. [Klick] Ich zeige es."),
        ("Lage", ""),
        ("Ergebnis", ""),
        ("Folie 6", ""),
    ]
    assert [each.text for each in talk.slides[1].bullets] == ["eins", "Noch ein Text"]
    assert talk.slides[1].artifact and talk.slides[1].artifact.model_dump(exclude_defaults=True) == {
        "kind": "code",
        "language": "ts",
        "code": "const a = 1",
    }
    assert {(line[: len("Folie 1")], line.partition(": ")[2][:16]) for line in lost} == {
        ("Folie 1", "Angaben zum Auss"),
        ("Folie 1", "Die Dauer des ga"),
        ("Folie 2", "Schritte beim Kl"),
        ("Folie 2", "Angaben zum Auss"),
        ("Folie 2", "Ein Text steht a"),
        ("Folie 3", "Die Folie ist au"),
        ("Folie 4", "Ein Text, den ei"),
        ("Folie 5", "HTML und Baustei"),
    }
    assert any("„Kommentar: " in line for line in lost)
    assert lost == sorted(lost, key=lambda line: line[: len("Folie 1")])


def test_slides_without_notes_are_known_by_their_theme() -> None:
    talk, _ = talk_of("---\ntheme: seriph\ntitle: Konto gesperrt\n---\n\n# Konto gesperrt\n\n---\n\n# Lage\n\n- eins\n")
    assert [each.title for each in talk.slides] == ["Konto gesperrt", "Lage"]


@pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the documents that the project started from are not at {SEEDS}")
def test_every_seed_that_is_a_talk_is_read_and_only_its_content_is_found_wanting(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([*map(str, sorted(SEEDS.iterdir())), "--out", str(tmp_path)])
    project = load_project(ROOT, [tmp_path])
    assert len(project.entries(CaseStudy)) == len(list(tmp_path.iterdir())) >= 1
    assert not [each for each in check_project(project) if each.code.startswith(("YAML", "FORM", "DATEI"))]
    assert all(entry.model.planned > 300 and len(entry.model.questions) > 2 for entry in project.entries(CaseStudy))
