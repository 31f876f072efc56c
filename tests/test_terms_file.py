"""The terms as the browser gets them, to find them in texts."""

from __future__ import annotations

import json
from typing import Any

from generalprobe.format.vocabulary import Glossary
from generalprobe.pages.vocabulary import terms_file
from generalprobe.reading.project import Entry, Project
from generalprobe.reading.source import Source


def terms(*entries: dict[str, Any]) -> list[dict[str, Any]]:
    """What the file says of a glossary with these entries."""
    usual = {"topic": "Netz", "meaning": "Löst *Namen* auf.", "example": "…"}
    glossary = Glossary.model_validate({"terms": [usual | entry for entry in entries]})
    entry = Entry("glossary", "glossary.yml", Source("glossary.yml", ""), glossary)
    found: list[dict[str, Any]] = json.loads(terms_file(Project((entry,))))
    return found


def test_a_term_with_its_forms_its_meaning_and_its_place() -> None:
    """The meaning is plain text, an abbreviation written out before it."""
    assert terms({"id": "dns", "term": "DNS", "full": "Domain Name System", "forms": ["DNS-Server"]}) == [
        {
            "forms": ["DNS", "DNS-Server"],
            "meaning": "Domain Name System: Löst Namen auf.",
            "href": "nachschlagen/glossar/#begriff-dns",
        }
    ]


def test_an_addition_in_brackets_keeps_the_bare_word_free() -> None:
    """A „Problem“ is not always one of ITIL; the forms still are."""
    [problem] = terms({"id": "problem", "term": "Problem (ITIL)", "forms": ["Problem-Ticket"]})
    assert problem["forms"] == ["Problem-Ticket"]


def test_a_project_without_a_glossary() -> None:
    """The file is there and empty."""
    assert terms_file(Project()) == "[]"
