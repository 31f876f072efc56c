"""Questions with answers to choose from: taken over as such where the text says which are right, and else not."""

from __future__ import annotations

import pytest
from imported import import_text, read_back

from generalprobe.format.questions import ChoiceQuestion, OpenQuestion, QuestionBank
from generalprobe.importing.losses import LOST

OFFERED = "a) 25\nb) 443\nc) 80\n\n"
FORMS = {
    "letters": f"### Welcher Port?\n\n{OFFERED}Lösung: b\n",
    "in-words": f"### Welcher Port?\n\n{OFFERED}Richtige Antwort: 443\n",
    "with-both": f"### Welcher Port?\n\n{OFFERED}**Antwort:** b) 443\n",
    "bold": f"**1. Welcher Port?**\n{OFFERED}**Lösung: B**\n",
    "said": f"### Welcher Port?\n\n{OFFERED}Richtig ist b.\n",
    "items": "1. Welcher Port?\n   - (a) 25\n   - (b) 443\n   - (c) 80\n   Antwort: (b)\n",
    "under-items": "1. Welcher Port?\n- [ ] 25\n- [x] 443\n- [ ] 80\n",
    "ticked": "### Welcher Port?\n\n- [ ] 25\n- [X] 443\n- [ ] 80\n",
    "marked": "### Welcher Port?\n\nA. 25\nB. 443 (richtig)\nC. 80\n",
    "signs": "### Welcher Port?\n\n- a) 25\n- b) 443 ✓\n- c) 80\n",
    "colons": "Frage: Welcher Port?\nA: 25\nB: 443\nC: 80\nLösung: B\n",
    "beside-one-another": "### Welcher Port?\n\na) 25 b) 443 c) 80\n\nLösung: b\n",
    "numbers": "### Welcher Port?\n\n1. 25\n2. 443\n3. 80\n\n**Richtig:** 2\n",
    "box": '??? question "Welcher Port?"\n    a) 25\n    b) 443\n    c) 80\n\n    Lösung: b\n',
    "table": "| Frage | Antworten | Lösung |\n|--|--|--|\n| Welcher Port? | a) 25<br>b) 443<br>c) 80 | b |\n",
    "columns": "| Nr | Frage | A | B | C | Richtig |\n|--|--|--|--|--|--|\n| 1 | Welcher Port? | 25 | 443 | 80 | B |\n",
}
"""The same question, as trainers write it."""
MORE = "### Frage 8: Wozu?\n\nDazu.\n\n### Frage 9: Und sonst?\n\nNichts.\n"


@pytest.mark.parametrize("form", FORMS)
def test_the_right_answers_are_known_in_whatever_form(form: str) -> None:
    question, losses = _only(FORMS[form])
    assert isinstance(question, ChoiceQuestion)
    assert question.question == "Welcher Port?"
    assert [(each.text, each.right) for each in question.options] == [("25", False), ("443", True), ("80", False)]
    assert (question.explanation, losses) == ("", [])


def test_several_can_be_right_and_what_else_is_said_explains_them() -> None:
    text = (
        "### Was zählt? (2 Punkte)\n\nMehrere sind richtig.\n\n"
        "a) Zeit\n   und Ort\nb) Name\nc) Brot\nd) Alle genannten\n\n"
        "Lösung: a und b, weil beides im Ticket steht.\n\nErklärung: Sonst fragt jemand nach.\n\n"
        "Nachfrage: Und das Brot?\n"
    )
    question, losses = _only(text)
    assert isinstance(question, ChoiceQuestion)
    assert question.question == "Was zählt? (2 Punkte) Mehrere sind richtig."
    assert [(each.text, each.right, each.last) for each in question.options] == [
        ("Zeit und Ort", True, False),
        ("Name", True, False),
        ("Brot", False, False),
        ("Alle genannten", False, True),
    ]
    assert question.explanation == "weil beides im Ticket steht.\n\nSonst fragt jemand nach."
    assert losses == [f"Frage „Was zählt? (2 Punkte)“: {LOST['choice-more']}"]


@pytest.mark.parametrize(
    "text",
    [
        OFFERED,
        f"{OFFERED}Lösung: d",
        f"{OFFERED}Lösung: keine",
        f"{OFFERED}Lösung: a, b, c",
        f"{OFFERED}d) 22\n\nLösung: b",
        "a) 25 (richtig)\nb) 443\n\nLösung: b",
        "a) 25\nb) 25\n\nLösung: b",
        "Log:\n\n```\nx\n```\n\na) 25\nb) 443\n\nLösung: b",
        "- [ ] 25\n- [ ] 443",
        "- [x] 25\n- [x] 443",
    ],
)
def test_where_it_is_not_clear_the_question_stays_open_and_that_is_named(text: str) -> None:
    question, losses = _only(f"### Welcher Port?\n\n{text}\n".replace("c) 80\n\nd)", "c) 80\n\nText.\n\nd)"))
    assert isinstance(question, OpenQuestion)
    assert "25" in question.answer
    assert losses == [f"Frage „Welcher Port?“: {LOST['choice']}"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Antwort:\na) zuerst fragen\nb) dann handeln", "a) zuerst fragen b) dann handeln"),
        ("So:\n\na) zuerst fragen\nb) dann handeln", "So:\n\n- a) zuerst fragen\n- b) dann handeln"),
        ("Antwort: A und O ist die Ruhe.", "A und O ist die Ruhe."),
        ("a) nur eins", "a) nur eins"),
        ("1. fragen\n2. handeln\n\nAntwort: 2", "1. fragen\n2. handeln\n\n2"),
        ("b) zwei\nc) drei", "b) zwei c) drei"),
        ("  b) zwei", "b) zwei"),
    ],
)
def test_letters_within_an_answer_offer_nothing(text: str, answer: str) -> None:
    question, losses = _only(f"### Was tust du?\n\n{text}\n")
    assert isinstance(question, OpenQuestion)
    assert (question.answer, losses) == (answer, [])


def test_columns_that_say_nothing_of_a_question_are_named() -> None:
    row = "| Nr | Frage | Antwort | Quelle |\n|--|--|--|--|\n| 1 | Was ist RAM? | Ein Speicher. | Buch |\n"
    [found] = import_text(f"# Technik\n\n{row}\n{MORE}")
    assert [str(each) for each in found.losses] == [
        f"Abschnitt „Technik“, Zeile 3: {LOST['unread']}: „Spalte „Quelle“: Buch“"
    ]


def _only(text: str) -> tuple[object, list[str]]:
    [found] = import_text(f"# Technik\n\n{text}\n{MORE}")
    question, _, _ = read_back(found, QuestionBank).questions
    return question, list(map(str, found.losses))
