"""The forms in which trainers write questions, slides and metadata: all of them are read."""

from __future__ import annotations

import re

import pytest
from imported import import_text, read_back, talk_of
from samples import ROOT

from generalprobe.format.case_study import CaseStudy
from generalprobe.format.duration import Duration
from generalprobe.format.questions import ChoiceQuestion, OpenQuestion, QuestionBank
from generalprobe.importing.losses import LOST

ASKED = {
    "numbered": """\
1. Was ist RAM?
   Ein Speicher.
2. Wozu dient es?
   Antwort: Zum Rechnen.
""",
    "numbered-apart": """\
1. Was ist RAM?

Ein Speicher.

2) Wozu dient es?

Zum Rechnen.
""",
    "bold": """\
**1. Was ist RAM?**

Ein Speicher.

**Wozu dient es?**
Zum Rechnen.
""",
    "bold-labels": """\
**Frage:** Was ist RAM?
**Antwort:** Ein Speicher.

**Frage 2:** Wozu dient es?

**Antwort:** Zum Rechnen.
""",
    "labels": """\
Frage: Was ist
RAM?
Antwort: Ein Speicher.
Frage: Wozu dient es?
Antwort: Zum Rechnen.
""",
    "letters": """\
F: Was ist RAM?
A: Ein Speicher.

F: Wozu dient es?
A: Zum Rechnen.
""",
    "items": """\
- **F:** Was ist RAM?
  **A:** Ein Speicher.
- F: Wozu dient es?
- A: Zum Rechnen.
""",
    "one-line": """\
- [ ] **Was ist RAM?** Ein Speicher.
- Wozu dient es? – Zum Rechnen.
""",
    "table": """\
| Frage | Antwort |
|---|---|
| Was ist RAM? | Ein Speicher. |
| Wozu dient es? | Zum Rechnen. |
""",
    "table-without-names": """\
| Was ist RAM? | Ein Speicher. |
|---|---|
| Wozu dient es? | Zum Rechnen. |
""",
    "headings": """\
## Was ist RAM?

Ein Speicher.

## Wozu dient es?

Zum Rechnen.
""",
    "named-headings": """\
### Frage 1
Was ist RAM?

### Antwort
Ein Speicher.

### Frage 2
Wozu dient es?

### Antwort
Zum Rechnen.
""",
    "answer-below": """\
Was ist RAM?

Antwort: Ein Speicher.

Wozu dient es?
Antwort: Zum Rechnen.
""",
}
"""The same two questions, as trainers write them."""
TWO = [("Was ist RAM?", "Ein Speicher."), ("Wozu dient es?", "Zum Rechnen.")]

TOLD = {
    "bold": """\
**Folie 1 – Lage** (1:30)

- Seit Montag

> Sprechtext: Guten Tag.
>
> Ich zeige es.

**Folie 2 – Ursache** (60 s)

> **Notizen:** Der Treiber.
""",
    "bare": """\
Folie 1: Lage

Seit Montag

Sprechtext:
Guten Tag.

Ich zeige es.

(1:30)

Folie 2: Ursache

Sprechtext: Der Treiber.

⏱ 1 min
""",
    "english": """\
## Slide 1: Lage

- Seit Montag

Notes: Guten Tag.

Ich zeige es.

Dauer: 90 s

## Slide 2/2: Ursache

Notes: Der Treiber.

Dauer: 1 Min.
""",
    "numbered": """\
## 1. Lage

- Seit Montag

### Sprechertext
Guten Tag.

Ich zeige es.

*Zeit: 1:30*

## 2. Ursache

### Sprechertext
Der Treiber.

*Zeit: 1:00*
""",
    "time-first": """\
### 🎬 Folie 1 (1:30): Lage

**Auf der Folie:** Seit Montag

**Sprechtext:**
„Guten Tag.“

„Ich zeige es.“

### 🎬 Folie 2 (1 min): Ursache

**Sprechtext:** „Der Treiber.“
""",
    "colons": """\
## Folie 1: Lage [90 Sek.]

- Seit Montag

::: notes
Guten Tag.

Ich zeige es.
:::

## Folie 2: Ursache [1:00]

::: {.notes}
Der Treiber.
:::
""",
    "signs": """\
## Folie 1: Lage (1:30)

- Seit Montag

> 🎤 Guten Tag.
>
> Ich zeige es.

## Folie 2: Ursache (1:00)

> 🗣️ Der Treiber.
""",
    "html": """\
## Lage (1:30)

- Seit Montag

<aside class="notes">
Guten Tag.

Ich zeige es.
</aside>

## Ursache (1:00)

<!-- Sprechtext: Der Treiber. -->
""",
}
"""The same two slides below a title, as trainers write them."""


@pytest.mark.parametrize("form", ASKED)
def test_a_question_is_read_in_whatever_form(form: str) -> None:
    [found] = import_text(f"# Technik\n\n{ASKED[form]}")
    assert _asked(read_back(found, QuestionBank)) == TWO
    assert not found.losses


@pytest.mark.parametrize("form", ASKED)
def test_so_it_is_behind_slides(form: str) -> None:
    talk, lost = talk_of(f"## Folie 1: Lage\n\n- eins\n\nSprechtext: Guten Tag.\n\n## Fragen\n\n{ASKED[form]}")
    assert (_asked(talk), lost) == (TWO, [])


def test_the_handbooks_examples_are_read_whole() -> None:
    handbook = (ROOT / "docs" / "trainer" / "uebernehmen.md").read_text(encoding="utf-8")
    page, forms, choices, deck = re.findall(r"```markdown\n(.*?)```", handbook, re.DOTALL)
    for example in (page, deck):
        talk, lost = talk_of(example)
        assert (talk.metadata.audience, talk.slides[0].notes == "", talk.slides[0].time, lost) == (
            "IT-Leitung",
            False,
            Duration(30),
            [],
        )
    [found] = import_text(forms)
    assert (_asked(read_back(found, QuestionBank)), found.losses) == (
        [("Was ist RAM?", "Ein schneller Speicher.")] * 8,
        (),
    )
    [found] = import_text(choices)
    assert [
        (each.kind, [option.right for option in each.options])
        for each in read_back(found, QuestionBank).questions
        if isinstance(each, ChoiceQuestion)
    ] == [("choice", [False, True])] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Was ist RAM?\n\nEin Speicher.\n\nWozu dient es?\nZum Rechnen.",
        "Was ist RAM?\nEin Speicher.\nWozu dient es?\nZum Rechnen.",
    ],
)
def test_where_all_is_about_questions_a_line_may_be_one(text: str) -> None:
    [found] = import_text(f"# Fragen\n\n{text}")
    assert (_asked(read_back(found, QuestionBank)), found.losses) == (TWO, ())
    talk, lost = talk_of(f"## Folie 1: Lage\n\nSprechtext: Guten Tag.\n\n## Fragen\n\n{text}")
    assert (_asked(talk), lost) == (TWO, [])


def test_pairs_behind_the_last_slide_need_no_heading() -> None:
    talk, lost = talk_of(f"## Folie 1: Lage\n\n- eins\n\nSprechtext: Guten Tag.\n\n---\n\n{ASKED['letters']}")
    assert (talk.slides[0].notes, _asked(talk), lost) == ("Guten Tag.", TWO, [])


def test_a_headline_about_questions_begins_none() -> None:
    talk, lost = talk_of("## Folie 1: Ende\n\n### Offene Fragen\n\n- keine\n\nSprechtext: Danke.\n")
    assert (talk.slides[0].headline, talk.slides[0].notes, lost) == ("Offene Fragen", "Danke.", [])


def test_a_list_in_an_answer_asks_nothing_of_its_own() -> None:
    [found] = import_text(
        "# Technik\n\n## Wie hilfst du?\n\nIch frage:\n\n- Was geht nicht?\n- Seit wann?\n\n## Und dann?\n\nIch helfe."
    )
    first, _ = _asked(read_back(found, QuestionBank))
    assert first == ("Wie hilfst du?", "Ich frage:\n\n- Was geht nicht?\n- Seit wann?")


def test_a_bold_line_in_an_answer_asks_nothing_of_its_own() -> None:
    [found] = import_text(
        "# Technik\n\n## Frage 1: Wozu?\n\n**Was heißt das?**\n\nViel.\n\n## Frage 2: Und?\n\nNichts.\n"
    )
    assert _asked(read_back(found, QuestionBank)) == [("Wozu?", "**Was heißt das?**\n\nViel."), ("Und?", "Nichts.")]


def test_what_seems_to_ask_and_is_not_read_is_named_with_its_line() -> None:
    [found] = import_text(f"# Technik\n\n{ASKED['table']}\n\nWas ist ein Monitor? Ein Schirm.")
    assert [str(loss) for loss in found.losses] == [
        f"Abschnitt „Technik“, Zeile 9: {LOST['asks']}: „Was ist ein Monitor? Ein Schirm.“"
    ]


def test_a_table_may_say_more_of_its_questions() -> None:
    text = "| Frage | Antwort | Thema | Niveau |\n|--|--|--|--|\n| Was ist RAM? | Speicher | Begriffe | leicht |\n"
    first, second = import_text(f"# Technik\n\n{text}| Was tust du? | Zuhören | Kommunikation | schwer |\n")
    questions = [question for each in (first, second) for question in read_back(each, QuestionBank).questions]
    assert [each.difficulty for each in questions] == ["easy", "hard"]
    assert [each.model.topic for each in (first, second) if isinstance(each.model, QuestionBank)] == [
        "Begriffe und Grundlagen",
        "Kommunikation und Service",
    ]
    assert (first.id, second.id) == ("technik-begriffe-und-grundlagen", "technik-kommunikation-und-service")


def _asked(model: CaseStudy | QuestionBank) -> list[tuple[str, str]]:
    return [(each.question, each.answer) for each in model.questions if isinstance(each, OpenQuestion)]


@pytest.mark.parametrize("form", TOLD)
def test_a_slide_is_read_however_it_is_called_and_timed(form: str) -> None:
    talk, lost = talk_of(f"# Netz im Lager\n\nZielgruppe: IT-Leitung\n\n{TOLD[form]}")
    assert lost == []
    assert (talk.title, talk.metadata.audience) == ("Netz im Lager", "IT-Leitung")
    assert [(each.title, each.time, each.notes) for each in talk.slides] == [
        ("Lage", Duration(90), "Guten Tag.\n\nIch zeige es."),
        ("Ursache", Duration(60), "Der Treiber."),
    ]
    assert [each.text for each in talk.slides[0].bullets] == ["Seit Montag"]


@pytest.mark.parametrize(
    "text",
    [
        "| Zielgruppe | Ziel |\n|---|---|\n| IT-Leitung | Alle drucken |",
        "| Ziel | Alle drucken |\n|---|---|\n| Zielgruppe | IT-Leitung |",
        "**Zielgruppe:** IT-Leitung · **Ziel:** Alle drucken",
    ],
)
def test_metadata_stand_whichever_way(text: str) -> None:
    talk, lost = talk_of(f"# Lager\n\n{text}\n\n## Folie 1: Lage\n\n- eins\n")
    assert (talk.metadata.audience, talk.metadata.goal, lost) == ("IT-Leitung", "Alle drucken", [])


def test_front_matter_and_slides_name_metadata_too() -> None:
    talk, _ = talk_of("---\ntitle: Lager\nziel: Alle drucken\n---\n## Folie 1: Lage\n\n- Zielgruppe: IT-Leitung\n")
    assert (talk.metadata.goal, talk.metadata.audience) == ("Alle drucken", "IT-Leitung")


def test_slides_may_stand_in_a_table() -> None:
    head = "| Folie | Stichpunkte | Sprechtext | Zeit |\n|---|---|---|---|\n"
    rows = "| Lage | eins<br>zwei | „Guten Tag.“ | 1:30 |\n| Ursache | | Der Treiber. | 1 min |\n"
    talk, lost = talk_of(f"# Lager\n\nZielgruppe: IT-Leitung\n\n{head}{rows}\n## Fragen\n\n{ASKED['table']}")
    assert [(each.title, each.notes, each.time) for each in talk.slides] == [
        ("Lage", "Guten Tag.", Duration(90)),
        ("Ursache", "Der Treiber.", Duration(60)),
    ]
    assert [each.text for each in talk.slides[0].bullets] == ["eins", "zwei"]
    assert (talk.metadata.audience, _asked(talk), lost) == ("IT-Leitung", TWO, [])


def test_a_slide_between_others_needs_no_notes() -> None:
    talk, lost = talk_of(
        "# A\n\nSprechtext: eins\n\n# B\n\n- nur ein Bild\n\n# C\n\nSprechtext: drei\n\n# Quellen\n\nkeine\n"
    )
    assert [each.title for each in talk.slides] == ["A", "B", "C"]
    assert [line.partition(":")[0] for line in lost] == ["Abschnitt „Quellen“, Zeile 15"]
