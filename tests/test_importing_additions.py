"""What programs and people add to written talks: fences, titles, slides below others, questions within answers."""

from __future__ import annotations

from imported import import_text, read_back, talk_of

from generalprobe.format.case_study import Code, Placeholder, Quote
from generalprobe.format.duration import Duration
from generalprobe.format.questions import OpenQuestion, QuestionBank
from generalprobe.importing.losses import LOST


def test_slides_that_are_numbered_or_timed_like_others_need_no_notes_at_the_end() -> None:
    talk, lost = talk_of(
        "# Lager\n\n## 1. Lage (1 Min.)\n\n_Sprechtext_\nGuten Tag.\n\n## 2. Dank\n\nSprechtext: Danke.\n\n"
        "## 3. Ende\n\n- Ende\n\n## Fragen? (2 Min.)\n\n- Bitte\n\n"
        "## 4. Prüferfragen\n\n**Wozu?**\n\nDazu.\n\n## Quellen\n\nkeine\n"
    )
    assert [(each.title, each.notes) for each in talk.slides] == [
        ("Lage", "Guten Tag."),
        ("Dank", "Danke."),
        ("Ende", ""),
        ("Fragen?", ""),
    ]
    assert (
        [(each.question, each.answer) for each in talk.questions if isinstance(each, OpenQuestion)],
        len(lost),
        "Quellen" in lost[0],
    ) == ([("Wozu?", "Dazu.")], 1, True)


def test_what_pandoc_arranges_between_colons_stays_and_its_title_is_one() -> None:
    said = "::: notes\nGuten Tag.\n:::\n"
    bullets = "::: {.incremental}\n- a\n- b\n:::"
    columns = ":::: columns\n::: {.column width=40%}\n- links\n:::\n::: column\n- rechts\n:::\n::::\n"
    talk, lost = talk_of(f"% Der Drucker\n% IT\n\n# Eins\n\n{bullets}\n\n{said}\n# Zwei\n\n{columns}\n{said}")
    assert (talk.title, lost) == ("Der Drucker", [])
    assert [[each.text for each in slide.bullets] for slide in talk.slides] == [["a", "b"], ["links", "rechts"]]


def test_a_slide_below_another_is_one_of_its_own() -> None:
    talk, lost = talk_of(
        "# Eins\n\n- a\n\nNote:\nGuten Tag.\n\n---\n\n# Zwei\n\n- b\n\n----\n\n### Darunter\n\n- c\n\nNote: Danke.\n"
    )
    assert [(each.title, [bullet.text for bullet in each.bullets], each.notes) for each in talk.slides] == [
        ("Eins", ["a"], "Guten Tag."),
        ("Zwei", ["b"], ""),
        ("Darunter", ["c"], "Danke."),
    ]
    assert lost == []


def test_what_may_be_a_question_within_an_answer_is_named() -> None:
    text = "**1. Was ist RAM?**\n\nEin Speicher.\n\nWie misst man Funk?\n\nMit einem Gerät.\n"
    talk, lost = talk_of(f"## Folie 1: Lage\n\nSprechtext: Guten Tag.\n\n## Prüferfragen\n\n{text}")
    [found] = import_text(f"# Technik\n\n{text}\n**2. Wozu?**\n\nDazu.\n")
    assert len(talk.questions) == 1
    assert lost == [f"Zeile 11: {LOST['asks-within']}: „Wie misst man Funk?“"]
    assert [str(loss) for loss in found.losses] == [f"Zeile 7: {LOST['asks-within']}: „Wie misst man Funk?“"]


def test_what_examiners_want_to_hear_may_stand_in_a_list() -> None:
    box = "- Was Prüfer hören wollen: DORA\n    - Nachfrage: Was ist ein Lease?"
    [found] = import_text(f'# Technik\n\n??? question "Was ist DHCP?"\n    Ein Dienst.\n\n    {box}\n')
    [question] = read_back(found, QuestionBank).questions
    assert isinstance(question, OpenQuestion)
    assert (question.answer, question.expects, question.follow_up) == ("Ein Dienst.", "DORA", "Was ist ein Lease?")


REMARK = """\
layout: true
class: inverse

---
class: center, middle

# Der Drucker im Lager

- Zielgruppe: IT-Leitung

???
Guten Tag. [Klick] Zeit: 0:30

---
name: lage

.left[
# Lage
]

- .red[**Seit Montag**]
--

- nichts [geht](https://x.example)
- Get-Item.Name[0]

```bash
echo ".red[x]"
--
```

[//]: # (später)

???

Seit Montag steht der Versand.

- eins

Zeit: 1:30
---
exclude: true
# Reserve
---
background-image: url(a.png)
# Fragen?
![:scale 50%](plan.png)
"""


def test_slides_of_remark_are_read_and_what_they_lose_is_named() -> None:
    talk, lost = talk_of(REMARK)
    assert (talk.title, talk.metadata.audience) == ("Der Drucker im Lager", "IT-Leitung")
    assert [(each.title, each.notes, each.time) for each in talk.slides][:2] == [
        ("Der Drucker im Lager", "Guten Tag. [Klick]", Duration(30)),
        ("Lage", "Seit Montag steht der Versand.\n\n- eins", Duration(90)),
    ]
    assert [each.text for each in talk.slides[1].bullets] == [
        "**Seit Montag**",
        "nichts [geht](https://x.example)",
        "Get-Item.Name[0]",
    ]
    assert talk.slides[1].artifact == Code(kind="code", language="bash", code='echo ".red[x]"\n--')
    assert sorted(lost) == [
        f"Folie 2 („Der Drucker im Lager“): {LOST['look']}",
        *(f"Folie 3 („Lage“): {LOST[name]}" for name in ("look", "comment", "click")),
        f"Folie 4 („Reserve“): {LOST['hidden']}",
        *(f"Folie 5 („Fragen?“): {LOST[name]}" for name in ("background", "picture")),
    ]


def test_boxes_between_rules_are_no_slides_of_remark() -> None:
    [found] = import_text(
        '# Technik\n\n---\n\n??? question "Was ist DNS?"\n    Namen.\n\n---\n\n???+ question "Wozu?"\n    Dazu.\n'
    )
    assert len(read_back(found, QuestionBank).questions) == 2


def test_a_label_may_be_bold_with_what_it_says() -> None:
    talk, lost = talk_of("## Folie 1: Lage\n\n- eins\n\n**Zeit: 1:30**\n\n**Sprechtext:**\n\nGuten Tag.\n")
    assert (talk.slides[0].time, talk.slides[0].notes, lost) == (Duration(90), "Guten Tag.", [])


def test_footnotes_are_named_and_their_marks_go() -> None:
    talk, lost = talk_of("## Folie 1: Lage\n\n- eins[^1]\n\nSprechtext: Guten Tag.\n\n[^1]: Aus dem Handbuch.\n")
    assert (talk.slides[0].bullets[0].text, talk.slides[0].notes) == ("eins", "Guten Tag.")
    assert lost == [f"Folie 1 („Lage“): {LOST['unread']}: „Fußnote: Aus dem Handbuch.“"]


def test_a_time_that_says_no_unit_is_named() -> None:
    _, lost = talk_of("## Folie 1: Lage\n\n- eins\n\nZeit: 60\n")
    assert lost == [f"Folie 1 („Lage“): {LOST['unread']}: „Zeit: 60“"]


ASKED_OTHERWISE = """\
**1) Was ist RAM? (2 P.)**

Ein Speicher.

**2) Nennen Sie drei Speicher. (schwer)**

RAM, SSD, Band

**Frage 3: Wer verwaltet Aufträge?** (leicht)
a) Spooler
b) DHCP
Lösung: a)

| Frage | Antwort | Punkte |
|---|---|---|
| Was ist ROM? | Ein Speicher. | 2 |

F: Wann fragst du?
A: Sofort.

10. Welche Aussage stimmt?
    A. Diese. ✓
    B. Jene.
"""


def test_questions_set_tasks_give_points_and_follow_an_answer_in_a_list() -> None:
    [found] = import_text(f"# Technik\n\n{ASKED_OTHERWISE}")
    asked = read_back(found, QuestionBank).questions
    assert [(each.question, each.difficulty, each.kind) for each in asked] == [
        ("Was ist RAM? (2 P.)", "medium", "open"),
        ("Nennen Sie drei Speicher.", "hard", "open"),
        ("Wer verwaltet Aufträge?", "easy", "choice"),
        ("Was ist ROM?", "medium", "open"),
        ("Wann fragst du?", "medium", "open"),
        ("Welche Aussage stimmt?", "medium", "choice"),
    ]
    assert list(map(str, found.losses)) == [f"Frage „Was ist ROM?“: {LOST['score']}"]


def test_a_bold_label_ends_what_is_said_and_a_plain_one_does_not() -> None:
    talk, lost = talk_of(
        "# Vortrag „Der Drucker“\n\n## Folie 1: Lage\n\n**Auf der Folie:**\n- eins\n\n**Gesprochen:**\n"
        "> „Guten Tag.\n> Bild: So sah es aus.“\n\n**Visualisierung:** Foto vom Drucker\n"
    )
    [slide] = talk.slides
    assert (talk.title, slide.notes) == ("Der Drucker", "Guten Tag. Bild: So sah es aus.")
    assert slide.artifact == Placeholder(kind="placeholder", description="Foto vom Drucker")
    assert lost == []


def test_what_was_copied_from_word_has_no_blank_lines_and_signs_of_its_own() -> None:
    talk, lost = talk_of(
        "Vortrag „Das Konto“\nZielgruppe: Leitung\nFolie 1 – Lage\nZeit: 1 Minute\n•\tGesperrt\no\tseit Montag\n"
        "§\tüberall\n•\tImmer wieder\nSprechtext: Guten Tag.\nFolie 2 – Ende\n\uf0b7\tDanke\nSprechtext: Danke.\n"
        "Fragen der Prüfer:\n1. Was ist ein Konto?\nAntwort: Ein Zugang.\n"
    )
    assert (talk.title, talk.metadata.audience) == ("Das Konto", "Leitung")
    assert [(each.title, each.notes) for each in talk.slides] == [("Lage", "Guten Tag."), ("Ende", "Danke.")]
    assert [(each.text, each.bullets) for each in talk.slides[0].bullets] == [
        ("Gesperrt", ("seit Montag", "überall")),
        ("Immer wieder", ()),
    ]
    assert ([each.question for each in talk.questions], lost) == (
        ["Was ist ein Konto?"],
        [f"Folie 1 („Lage“): {LOST['deep']}"],
    )


def test_callouts_are_boxes_and_a_time_may_stand_behind_a_clock_or_a_hyphen() -> None:
    talk, lost = talk_of(
        "# Funk\n\nZielgruppe: Leitung\n\n## Lage ⏱ 0:40\n\n- eins\n\n> [!note] Sprechtext\n> Guten ==Tag==.\n\n"
        "## Ursache – 1,5 Min.\n\n> [!quote]\n> Nichts ging.\n\n> [!note]- Sprechtext\n> Lizenz.\n\n"
        "## Fazit | 9:15\n\n> [!note] Sprechtext\n> Danke.\n\n## Fachgespräch\n\n> [!question] Was ist PoE?\n> Strom.\n"
    )
    assert [(each.title, each.time, each.notes) for each in talk.slides][:2] == [
        ("Lage", Duration(40), "Guten **Tag**."),
        ("Ursache", Duration(90), "Lizenz."),
    ]
    assert talk.slides[1].artifact == Quote(kind="quote", text="Nichts ging.")
    assert (talk.slides[2].title, [each.question for each in talk.questions], lost) == (
        "Fazit | 9:15",
        ["Was ist PoE?"],
        [],
    )


def test_lines_that_only_name_a_question_stand_in_front_of_it() -> None:
    [found] = import_text(
        "Quiz\n====\n\nFrage 1 (leicht)\nWas ist NTFS?\n[ ] Gerät\n[x] System\n\nFrage 2\nWozu RAM?\nZum Rechnen.\n"
    )
    first, second = read_back(found, QuestionBank).questions
    assert (first.question, first.difficulty, first.kind) == ("Was ist NTFS?", "easy", "choice")
    assert isinstance(second, OpenQuestion)
    assert (second.question, second.answer, found.losses) == ("Wozu RAM?", "Zum Rechnen.", ())


def test_of_a_table_of_slides_nothing_goes_without_a_word() -> None:
    talk, lost = talk_of(
        "# Storyboard: Raum\n\nZielgruppe: Leitung\n\n"
        "| Nr. | Folie | Was zu sehen ist | Was ich sage | Wo |\n|-|-|-|-|-|\n"
        "| 1 | Lage | Foto | Guten Tag. | Saal |\n| 2 | Ende | • eins • zwei | Danke. | |\n"
    )
    first, second = talk.slides
    assert (talk.title, first.artifact) == ("Raum", Placeholder(kind="placeholder", description="Foto"))
    assert (first.notes, [each.text for each in second.bullets], second.notes) == (
        "Guten Tag.",
        ["eins", "zwei"],
        "Danke.",
    )
    assert lost == [f"Folie 1 („Lage“): {LOST['unread']}: „Wo Saal“"]


def test_labels_in_other_words_mean_the_same() -> None:
    talk, lost = talk_of(
        "Der Beamer\n\nZielgruppe\nSchulleitung\n\nZiel\nAlle laufen\n\n"
        "## 1\ufe0f\u20e3 Lage\n\nText: * kein Bild\n* neu\n\n*Das sage ich:* Guten Tag.\n\n--\n\n"
        "## 2\ufe0f\u20e3 Ende\n\nText: Danke\n\n*Das sage ich:* Danke.\n"
    )
    assert (talk.title, talk.metadata.audience, talk.metadata.goal) == ("Der Beamer", "Schulleitung", "Alle laufen")
    assert [(each.title, [bullet.text for bullet in each.bullets], each.notes) for each in talk.slides] == [
        ("Lage", ["kein Bild", "neu"], "Guten Tag."),
        ("Ende", ["Danke"], "Danke."),
    ]
    [found] = import_text(
        "# Karten\n\nVorderseite: Was ist ein Hub?\nRückseite: Ein Verteiler.\n\n"
        "**Rückfrage 1:** Warum nicht?\n*Antwort:* Zu laut.\n*Stichpunkte:* laut<br>langsam\n"
    )
    asked = [each for each in read_back(found, QuestionBank).questions if isinstance(each, OpenQuestion)]
    assert [(each.question, each.answer, len(each.points)) for each in asked] == [
        ("Was ist ein Hub?", "Ein Verteiler.", 0),
        ("Warum nicht?", "Zu laut.", 2),
    ]
    assert (lost, found.losses) == ([], ())
