"""Where the links of values may lead: to the pages of the site, from its root, and to anchors on them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from urllib.parse import unquote

from generalprobe import addresses
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook
from generalprobe.format.wording import meant, slugify
from generalprobe.reading.project import DataFile, Project
from generalprobe.rules import RULES

_MAKES = re.compile(r"\{\{-? *(?!exam\()\w+\(|^#.*\{[{%]", re.MULTILINE)
"""Where a macro writes a part of a page, or of a heading."""
_FROM_DATA = (
    *(addresses.CASE_STUDIES, addresses.CATALOGUE, addresses.DIALOGUES),
    *(addresses.EXAMS, addresses.GLOSSARY, addresses.PHRASES),
)
"""What stands below these, nobody knows where not everything was read."""
_SOMEWHERE = re.compile(r"(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|de|eu|example|net|org)(?:/|$))", re.IGNORECASE)


_PAGES: dict[type[Model], Callable[[str], str]] = {
    QuestionBank: addresses.bank,
    Dialogue: addresses.dialogue,
    PhraseBook: addresses.phrase_questions,
    Exam: addresses.exam,
}
"""Where a file of a kind has its page, by the file's id."""


@dataclass(frozen=True)
class Website:
    """The site that a project becomes, as far as links need it."""

    project: Project
    with_drafts: bool = False
    """Whether links may lead to drafts, as those of drafts may."""

    def wrong(self, link: str) -> tuple[str, str] | None:
        """What is wrong with a link and how it is written; None where it leads somewhere."""
        link = unquote(link)
        root = self.project.site_url
        if link.startswith(root) and root.startswith("https://"):
            return self._other_form(link, link.removeprefix(root))
        if re.match(r"(?:https?://|mailto:)", link):
            return None
        if _SOMEWHERE.match(link):
            return f"Dem Link „{link}“ fehlt der Anfang", f"Mit Anfang schreiben: `https://{link}`."
        path, _, anchor = link.partition("#")
        if not path.startswith("/") or (path.strip("/") and path.strip("/") + "/" != path[1:]):
            return None if path[1:] in self.project.images else self._other_form(link, link)
        return self._missing(link, path.lstrip("/"), anchor)

    def _missing(self, link: str, address: str, anchor: str) -> tuple[str, str] | None:
        if not self.project.whole and address.startswith(_FROM_DATA) and address not in self._made_at:
            return None
        if address not in self._pages:
            return f"Die Seite „/{address}“ gibt es nicht", meant(f"/{address}", [f"/{page}" for page in self._pages])
        file = self.made.get(self._made_at.get(address, ""))
        if file and file.draft and not self.with_drafts:
            return draft(file)
        if self.lacks(address, anchor):
            hint = f"Meintest du `/{address}#{near}`?" if (near := self.near(address, anchor)) else ""
            return f"Auf „/{address}“ gibt es keine Stelle „{anchor}“", hint
        return None

    def lacks(self, address: str, anchor: str) -> bool:
        """Whether a page has no such anchor, as far as one can tell without building it."""
        known = self._anchors(address)
        return bool(anchor) and not {anchor, re.sub(r"_[0-9]+$", "", anchor)} & known and not self._is_made(address)

    def near(self, address: str, anchor: str) -> str:
        """The anchor of a page that is like one that it lacks; empty where none is."""
        return next(iter(get_close_matches(anchor, sorted(self._anchors(address)), n=1)), "")

    def _other_form(self, link: str, rest: str) -> tuple[str, str]:
        path, mark, anchor = rest.partition("#")
        name = re.sub(r"(?:/index)?\.(?:md|html?)$", "", path).strip("./").removeprefix("docs/")
        pages = [page for page in self._pages if f"/{page}".endswith(f"/{name}/")] if name else []
        written = [page for page in pages if page.rstrip("/") in self.project.pages]
        pages = written if len(written) == 1 else pages
        message = f"Der Link „{link}“ beginnt nicht an der Wurzel der Website oder endet nicht mit „/“"
        if len(pages) == 1:
            return message, f"So schreiben: `/{pages[0]}{mark}{anchor}`."
        return message, ""

    @cached_property
    def _pages(self) -> frozenset[str]:
        written = ("" if page == "." else f"{page}/" for page in self.project.pages)
        return frozenset([*written, *self._made_at])

    @cached_property
    def made(self) -> dict[str, DataFile]:
        """What each generated page is made of, by the page's path below docs/."""
        made: dict[str, DataFile] = {}
        for study in self.project.files_of(CaseStudy):
            made[addresses.index_file(addresses.case_study(study.id))] = study
            made[addresses.markdown_file(addresses.case_study_questions(study.id))] = study
        for model, address in _PAGES.items():
            files = self.project.files_of(model)
            for file in (
                files if model is not Exam or len(files) > 1 else ()
            ):  # the written pages are about a single one
                made[addresses.markdown_file(address(file.id))] = file
        for glossary in self.project.entries(Glossary):
            for topic in {slugify(term.topic) for term in glossary.model.terms}:
                made[addresses.markdown_file(addresses.glossary_questions(topic))] = glossary
        return made

    @cached_property
    def _made_at(self) -> dict[str, str]:
        """The paths of generated pages by their address."""
        return {address_of(path): path for path in self.made}

    def _is_made(self, address: str) -> bool:
        """Whether more stands on a page than its text says."""
        if address in self._named:
            return False
        page = address.rstrip("/") or "."
        return not self.project.anchors.get(page) or page in self._written_by_macros

    @cached_property
    def _written_by_macros(self) -> frozenset[str]:
        """The written pages with parts and headings that macros write."""
        made = {path for path, text in self.project.written.items() if _MAKES.search(text)}
        return frozenset(address_of(path).rstrip("/") or "." for path in made)

    def _anchors(self, address: str) -> frozenset[str]:
        return self.project.anchors.get(address.rstrip("/") or ".", frozenset()) | self._named.get(address, frozenset())

    @cached_property
    def _named(self) -> dict[str, frozenset[str]]:
        """The anchors of generated pages and parts of pages."""
        named = {addresses.RULES: frozenset(code.lower() for code in RULES)}
        for study in self.project.entries(CaseStudy):
            slides = {
                addresses.slide_anchor(key)
                for number, slide in enumerate(study.model.slides, start=1)
                for key in (str(number), slide.key, *slide.formerly)
            }
            parts = {"anfang", "rahmen", "artefakte", "fragen", "quellen"}
            named[addresses.case_study(study.id)] = frozenset(slides | parts)
            asked = frozenset(addresses.question_anchor(question.id) for question in study.model.questions)
            named[addresses.case_study_questions(study.id)] = asked
        for bank in self.project.entries(QuestionBank):
            asked = frozenset(addresses.question_anchor(question.id) for question in bank.model.questions)
            named[addresses.bank(bank.id)] = asked
        terms = [addresses.term(term.id) for file in self.project.entries(Glossary) for term in file.model.terms]
        books = self.project.entries(PhraseBook)
        phrases = [addresses.phrase(book.id, phrase.id) for book in books for phrase in book.model.phrases]
        phrases += [f"{addresses.PHRASES}#{book.id}" for book in books]
        for page, links in ((addresses.GLOSSARY, terms), (addresses.PHRASES, phrases)):
            named[page] = frozenset(link.partition("#")[2] for link in links)
        return named


def address_of(path: str) -> str:
    """The address of the page that a file below docs/ becomes."""
    return re.sub(r"(?:^|/)index\.md$|\.md$", "/", path).removeprefix("/")


def draft(file: DataFile) -> tuple[str, str]:
    """What is said of what leads to a draft, and what to do."""
    return (
        f"{file.file} ist ein Entwurf und kommt nicht auf die Website",
        "Den Entwurf fertigstellen und seine Zeile `draft: true` löschen, oder diese Stelle bis dahin herausnehmen.",
    )
