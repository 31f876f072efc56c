"""Texts that mean harm, in files for others: they stay texts, and whole."""

from __future__ import annotations

import csv
import html
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from io import StringIO
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from formats import written
from injection.filling import Filler
from injection.payloads import PAYLOADS
from packages import unpacked

from generalprobe.cards import cards_of
from generalprobe.exporting.subjects import Origin, Subject, whole
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook
from generalprobe.reading.project import Entry
from generalprobe.reading.source import Source

FORMULAS = (
    "=1+1 §",
    "+cmd|' /C calc'!A0 §",
    "-2+3 §",
    "@SUM(1+1) §",
    "\t=1 §",
    "\r\n=1 §",
    '";=1;" §',
    "{1:SA:=§}",
    "]]> §",
)
OURS = {"p", "ul", "ol", "li", "strong", "em", "code", "pre", "a", "br", "table", "tr", "th", "td", "span"}
ATTRIBUTES = {("p", "class"), ("span", "class"), ("li", "class"), ("a", "href"), ("code", "class"), ("ol", "start")}
CELLS = ("=", "+", "-", "@", "\t", "\r")


def subject(payload: str) -> Subject:
    """The whole of a file of each kind with cards, whose every text is the payload."""
    origin = Origin(site_url="https://kurs.example/")
    parts = []
    for model in (CaseStudy, QuestionBank, Glossary, PhraseBook):
        name = f"datei-{model.__name__.lower()}"
        entry = Entry(name, f"{name}.yml", Source(name, payload), model.model_validate(_filled(model, payload)))
        parts.append(Subject(name, payload, (entry,), origin, (1_795_651_200,)))
    return whole(parts, origin)


def _filled(model: Any, payload: str) -> dict[str, Any]:
    filled: dict[str, Any] = Filler(payload).model(model)
    return filled


class Foreign(HTMLParser):
    """Collects what is not our own markup."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in OURS:
            self.found.append(tag)
        for name, value in attrs:
            safe = name != "href" or (value or "").startswith(("https://", "http://", "mailto:"))
            if (tag, name) not in ATTRIBUTES or not safe:
                self.found.append(f"{tag} {name}={value}")

    def handle_comment(self, data: str) -> None:
        self.found.append(data)

    def handle_data(self, data: str) -> None:
        self.said += data


def foreign(texts: Iterable[str]) -> list[str]:
    parser = Foreign()
    parser.feed("\n".join(texts))
    parser.close()
    return parser.found


@pytest.fixture(scope="module")
def subjects() -> list[Subject]:
    return [subject(payload.replace("MARKER", "marke")) for payload in (*PAYLOADS[::3], *FORMULAS)]


def test_anki_shows_them_as_text(subjects: list[Subject]) -> None:
    for each in subjects:
        fields = [text for note in unpacked(written("anki", each)).notes for text in note.fields.values()]
        assert foreign(fields) == [], each.title
        assert not any("{{" in text or "[" in text for text in fields), each.title


def test_every_card_is_in_the_package(subjects: list[Subject]) -> None:
    cards = [card for entry in subjects[0].entries for card in cards_of(entry)]
    assert sum(note.cards for note in unpacked(written("anki", subjects[0])).notes) == len(cards)


def test_moodle_gets_sound_xml_with_texts(subjects: list[Subject]) -> None:
    for each in subjects:
        read = fromstring(written("moodle", each))
        assert foreign(_html(read)) == [], each.title
        chosen = [answer.text or "" for answer in read.findall("question/subquestion/answer/text")]
        assert all(html.escape(html.unescape(text), quote=False) == text for text in chosen)
        for cloze in (question for question in read if question.get("type") == "cloze"):
            text = cloze.findtext("questiontext/text") or ""
            assert text.count("{") == text.count("{1:SHORTANSWER:=") == text.count("}") == 1


def _html(read: Any) -> Iterator[str]:
    for element in read.iter():
        if element.get("format") == "html":
            yield from (child.text or "" for child in element if child.tag == "text")


def test_no_cell_of_a_table_is_a_formula_and_no_row_is_torn(subjects: list[Subject]) -> None:
    for each in subjects:
        rows = list(csv.reader(StringIO(written("csv", each).decode("utf-8-sig"), newline=""), delimiter=";"))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert len(rows) == 1 + len(each.cards)
        assert not any(cell.startswith(CELLS) for row in rows for cell in row), each.title
        pasted = [line.split("\t") for line in written("openolat", each).decode().splitlines() if line]
        assert {len(row) for row in pasted} == {2}
        assert not any(cell.startswith(CELLS) for row in pasted for cell in row), each.title
