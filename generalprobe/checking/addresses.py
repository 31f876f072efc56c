"""Where the links of values may lead: to the pages of the site, from its root, and to anchors on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from generalprobe import addresses
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Exam
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook
from generalprobe.format.wording import meant
from generalprobe.reading.project import Project

_SOMEWHERE = re.compile(r"(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|de|eu|example|net|org)(?:/|$))", re.IGNORECASE)


@dataclass(frozen=True)
class Website:
    """The site that a project becomes, as far as links need it."""

    project: Project

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
        if address not in self._pages:
            return f"Die Seite „/{address}“ gibt es nicht", meant(f"/{address}", [f"/{page}" for page in self._pages])
        if anchor and anchor not in self._anchors(address):
            if self._is_made(address):
                return None
            near = meant(f"{address}#{anchor}", [f"{address}#{each}" for each in self._anchors(address)])
            return f"Auf „/{address}“ gibt es keine Stelle „{anchor}“", near.replace("`", "`/", 1) if near else ""
        return None

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
        return frozenset([*written, *self._generated()])

    def _generated(self) -> Iterator[str]:
        for study in self.project.files_of(CaseStudy):
            yield from (addresses.case_study(study.id), addresses.case_study_questions(study.id))
        yield from (addresses.bank(bank.id) for bank in self.project.files_of(QuestionBank))
        yield from (addresses.dialogue(dialogue.id) for dialogue in self.project.files_of(Dialogue))
        yield from (addresses.exam(exam.id) for exam in self.project.files_of(Exam))

    def _is_made(self, address: str) -> bool:
        """Whether more stands on a page than its text says."""
        return address not in self._named and not self.project.anchors.get(address.rstrip("/") or ".")

    def _anchors(self, address: str) -> frozenset[str]:
        return self.project.anchors.get(address.rstrip("/") or ".", frozenset()) | self._named.get(address, frozenset())

    @cached_property
    def _named(self) -> dict[str, frozenset[str]]:
        """The anchors of generated pages and parts of pages."""
        named: dict[str, frozenset[str]] = {}
        for study in self.project.entries(CaseStudy):
            slides = {
                addresses.slide_anchor(key) for slide in study.model.slides for key in (slide.key, *slide.formerly)
            }
            parts = {"anfang", "rahmen", "artefakte", "fragen", "quellen"}
            named[addresses.case_study(study.id)] = frozenset(slides | parts)
            asked = frozenset(addresses.question_anchor(question.id) for question in study.model.questions)
            named[addresses.case_study_questions(study.id)] = asked
        for bank in self.project.entries(QuestionBank):
            asked = frozenset(addresses.question_anchor(question.id) for question in bank.model.questions)
            named[addresses.bank(bank.id)] = asked
        terms = [addresses.term(term.id) for file in self.project.entries(Glossary) for term in file.model.terms]
        phrases = [
            addresses.phrase(book.id, phrase.id)
            for book in self.project.entries(PhraseBook)
            for phrase in book.model.phrases
        ]
        for page, links in ((addresses.GLOSSARY, terms), (addresses.PHRASES, phrases)):
            named[page] = frozenset(link.partition("#")[2] for link in links)
        return named
