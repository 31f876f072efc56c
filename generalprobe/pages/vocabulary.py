"""Terms and phrases to look up, and the terms as the browser needs them for its explanations."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from itertools import groupby

from generalprobe import addresses
from generalprobe.exporting.downloads import Download
from generalprobe.format.html import plain
from generalprobe.format.vocabulary import Glossary, PhraseBook, Term
from generalprobe.pages.downloads import block_of
from generalprobe.pages.templating import block
from generalprobe.pages.text import heading
from generalprobe.reading.project import Project


def glossary(project: Project, offers: Sequence[Download] = ()) -> str:
    """Render all terms under the letters that they begin with."""
    terms = sorted(_terms(project), key=lambda term: _sorted_by(term.term))
    names = {term.id: term.term for term in terms}
    by_letter = groupby(terms, key=lambda term: _sorted_by(term.term)[0].upper())
    letters = {letter: list(group) for letter, group in by_letter}
    parts = [block("letters", letters=list(letters)), *block_of(offers, addresses.GLOSSARY)]
    for letter, group in letters.items():
        parts += [heading(2, letter, f"buchstabe-{letter.lower()}"), block("terms", terms=group, names=names)]
    return "\n\n".join(parts)


def phrases(project: Project, offers: Sequence[Download] = ()) -> str:
    """Render all phrases, a section for each file."""
    parts = block_of(offers, addresses.PHRASES)
    for entry in project.entries(PhraseBook):
        parts += [heading(2, entry.model.title, entry.id), block("phrases", file=entry.id, book=entry.model)]
    return "\n\n".join(parts)


def terms_file(project: Project) -> str:
    """Write the terms for the browser: how each is spelled, what it means, and where it stands.

    A term with an addition, such as „Problem (ITIL)“, has it because the bare word is an everyday one: only its forms
    count.
    """
    terms = [
        {
            "forms": [form for form in (term.term, *term.forms) if "(" not in form],
            "meaning": f"{term.full}: {plain(term.meaning)}" if term.full else plain(term.meaning),
            "href": addresses.term(term.id),
        }
        for term in _terms(project)
    ]
    return json.dumps(terms, ensure_ascii=False)


def _terms(project: Project) -> tuple[Term, ...]:
    found = project.only(Glossary)
    return found.terms if found else ()


def _sorted_by(term: str) -> str:
    """A term as dictionaries sort it: umlauts like their vowels."""
    return "".join(letter for letter in unicodedata.normalize("NFD", term.casefold()) if letter.isalnum()) or "#"
