"""Moodle XML: what its importer stumbles over is not in it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from formats import written
from samples import BANK, CASE_STUDY, MATERIAL, ROOT, make_project

from generalprobe.exporting.moodle import FRACTIONS, LONGEST_CHOICE, LONGEST_ID, LONGEST_TAG
from generalprobe.exporting.subjects import subjects
from generalprobe.reading.loading import load_project

GOLDEN = ROOT / "tests" / "golden" / "moodle"

# The grades that Moodle offers for an answer, in percent.
GRADES = (
    *(100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5),
    *(11.11111, 10, 5, 0),
)
# How Moodle finds a gap in a text, and in it each answer: its own patterns, but for kinds of gaps that we do not write.
ANSWER = r".+?(?<!\\)(?<!&)(?<!&amp;)(?=[~#}]|$)"
ALTERNATIVE = rf"(?:(=|%-?[0-9]+(?:[.,][0-9]*)?%)?({ANSWER})(?:#.*?(?<!\\)(?=[~}}]|$))?)"
CLOZE = re.compile(rf"\{{\s*([0-9]*)\s*:\s*SHORTANSWER:(~?{ALTERNATIVE}(?:~{ALTERNATIVE})*)\}}", re.DOTALL)

OPTIONS = "\n".join(f"      - {{text: Antwort {at}, right: {str(at < 11).lower()}}}" for at in range(12))
AWKWARD = f"""\
title: Netz / Dienste
topic: Begriffe und Grundlagen
questions:
  - id: {"sehr-lange-kennung-" * 6}ende
    question: 'Was ist <b>, & und "]]>" in XML?'
    expects: |
      - eins
      - zwei
    answer: Zeichen mit Bedeutung.
  - id: mehrere
    kind: choice
    question: Welche sind richtig?
    options:
      [{{text: a, right: true}}, {{text: b, right: true}}, {{text: c, right: true}}, {{text: d}},
       {{text: e, last: true}}]
  - id: elf
    kind: choice
    question: Welche elf?
    options:
{OPTIONS}
  - id: zwei
    kind: match
    question: Was gehört zusammen?
    pairs: [{{left: '`<a>`', right: 'Größer als 3 < 4 & mehr {"x" * 300}'}}, {{left: B, right: C}}]
  - id: luecken
    kind: gaps
    question: 'Was fehlt {{1:SHORTANSWER:=alles}}?'
    text: "Erst ___, dann `___` und {{___}}"
    gaps:
      - {{accepted: ['C#', 'a}}b', 'x~y', '=z', '100%', '*', 'C:\\']}}
      - {{accepted: ['<tag>', 'a&b']}}
      - {{accepted: [';-)']}}
"""


def quiz(root: Path, id: str) -> Element:
    [subject] = [each for each in subjects(load_project(root).published(), root) if each.id == id]
    return fromstring(written("moodle", subject))


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Element:
    files = {"drucker.yml": CASE_STUDY, "data/question-bank/netz.yml": AWKWARD}
    return quiz(make_project(tmp_path_factory.mktemp("moodle"), files), "netz")


def of_kind(read: Element, kind: str) -> Iterator[Element]:
    return (each for each in read.iter("question") if each.get("type") == kind)


def said(element: Element, path: str) -> list[str]:
    return [each.text or "" for each in element.findall(path)]


@pytest.mark.parametrize("id", ["alles", "drucker", "netz"])
def test_it_is_written_as_it_was(
    id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[Path, str], None]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")
    root = make_project(tmp_path, MATERIAL)
    [subject] = [each for each in subjects(load_project(root).published(), root) if each.id == id]
    golden(GOLDEN / f"{id}.xml", written("moodle", subject).decode())


def test_each_kind_has_all_that_its_importer_needs(tmp_path: Path) -> None:
    read = quiz(make_project(tmp_path, MATERIAL), "netz")
    assert [each.get("type") for each in read] == [
        *("category", "essay", "multichoice", "ordering", "matching", "cloze")
    ]
    needed = {
        "essay": ["responseformat", "graderinfo", "generalfeedback"],
        "multichoice": ["single", "answer", "correctfeedback"],
        "ordering": ["shownumcorrect", "layouttype", "selecttype", "selectcount", "gradingtype", "answer"],
        "matching": ["subquestion", "shuffleanswers"],
        "cloze": ["generalfeedback"],
    }
    for kind, names in needed.items():
        [question] = of_kind(read, kind)
        found = {child.tag for child in question}
        assert {*names, "name", "questiontext", "idnumber", "tags"} <= found
    [ordering] = of_kind(read, "ordering")
    assert said(ordering, "shownumcorrect") == ["1"]
    assert said(ordering, "answer/text") == ["Discover", "Offer", "Request", "Acknowledge"]


def test_the_category_says_of_when_it_is_and_a_slash_in_a_title_makes_no_level(awkward: Element) -> None:
    [path] = said(awkward, "question/category/text")
    assert re.fullmatch(r"\$course\$/top/Generalprobe: Netz // Dienste \(\d{4}-\d\d-\d\d, [0-9a-f]{8}\)", path)


def test_no_tag_is_longer_than_moodle_keeps_it(tmp_path: Path) -> None:
    case_study = re.sub(
        r"(?m)^title: .*", f"title: Der Fall, {'so lang wie sein Titel, ' * 5}wie er war", CASE_STUDY, count=1
    )
    tags = said(quiz(make_project(tmp_path, {"drucker.yml": case_study}), "drucker"), "question/tags/tag/text")
    assert max(map(len, tags)) == LONGEST_TAG


def test_names_that_identify_fit_and_differ(awkward: Element) -> None:
    ids = said(awkward, "question/idnumber")
    assert len(set(ids)) == len(ids) == 6
    assert max(map(len, ids)) == LONGEST_ID


def test_an_open_question_says_what_is_expected_to_who_grades_and_the_answer_to_who_learns(awkward: Element) -> None:
    [essay] = of_kind(awkward, "essay")
    assert "<li>eins</li>" in said(essay, "graderinfo/text")[0]
    assert said(essay, "generalfeedback/text") == ["<p>Zeichen mit Bedeutung.</p>"]
    assert said(essay, "questiontext/text") == ["<p>Was ist &lt;b&gt;, &amp; und &quot;]]&gt;&quot; in XML?</p>"]


def test_fractions_are_of_moodles_list_and_the_right_ones_add_up(awkward: Element) -> None:
    assert all(any(abs(float(each) - grade) < 1e-5 for grade in GRADES) for each in FRACTIONS)
    assert all(round(float(each) * count, 2) == pytest.approx(100, abs=0.01) for count, each in enumerate(FRACTIONS, 1))
    [choice] = of_kind(awkward, "multichoice")
    fractions = [each.get("fraction") for each in choice.findall("answer")]
    assert fractions == ["33.33333"] * 3 + ["-50"] * 2
    assert said(choice, "single") == ["false"]
    assert said(choice, "shuffleanswers") == ["false"]  # one is to stay at the end


def test_more_right_options_than_there_are_fractions_are_matched(awkward: Element) -> None:
    many = next(of_kind(awkward, "matching"))
    assert said(many, "subquestion/answer/text") == ["richtig"] * 11 + ["falsch"]


def test_a_match_has_three_entries_and_its_choices_fit(awkward: Element) -> None:
    *_, pairs = of_kind(awkward, "matching")
    assert said(pairs, "subquestion/text") == ["<code>&lt;a&gt;</code>", "B", ""]
    first, *others = said(pairs, "subquestion/answer/text")
    assert others == ["C", "keins davon"]
    assert first.startswith("Größer als 3 &lt; 4 &amp; mehr xxx")
    assert first.endswith("…")
    assert len(first) <= LONGEST_CHOICE


def test_moodle_finds_all_gaps_and_no_other_and_reads_what_is_accepted(awkward: Element) -> None:
    [text] = said(next(of_kind(awkward, "cloze")), "questiontext/text")
    found = []
    for gap in CLOZE.finditer(text):
        answers = [html.unescape(match[2]) for match in re.finditer(f"~?{ALTERNATIVE}", gap[2], re.DOTALL)]
        found.append([answer.replace(r"\}", "}").replace(r"\#", "#") for answer in answers])
    assert found == [["C#", "a}b", "x~y", "=z", "100%", r"\*", "C:\\"], ["<tag>", "a&b"], [";-)"]]
    assert text.count("{") == 3
    assert "&#123;1:SHORTANSWER:=alles&#125;" in text


def test_no_question_of_a_bank_is_lost(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"drucker.yml": CASE_STUDY, "data/question-bank/netz.yml": BANK})
    whole = quiz(root, "alles")
    assert [each.get("type") for each in whole].count("category") == 2
    assert len(whole) == 2 + 3 + 5
