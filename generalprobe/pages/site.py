"""Every page that comes from data: case studies, quizzes, and in a preview those of unreadable files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from generalprobe import addresses
from generalprobe.cards import cards_of
from generalprobe.exporting.downloads import Download, Downloads
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.html import plain
from generalprobe.format.preparation import Preparation, TopicIdeas
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary
from generalprobe.pages.card_pages import cards_file
from generalprobe.pages.cases import Case, cases
from generalprobe.pages.diagnostics import page_id, problem_notice, problem_page
from generalprobe.pages.downloads import block_of, names, offered
from generalprobe.pages.exam import exam_pages
from generalprobe.pages.lessons import dialogue_pages
from generalprobe.pages.questions import NUMBERED, asking_pages, bank_page, quiz
from generalprobe.pages.recipe import Recipe, recipe
from generalprobe.pages.speech import MODEL, speech_file
from generalprobe.pages.talks import talk_files
from generalprobe.pages.templating import block
from generalprobe.pages.text import heading, page, rooted
from generalprobe.pages.vocabulary import terms_file
from generalprobe.pages.way import plan_file
from generalprobe.pages.workshop import rules_file, widths_file
from generalprobe.problems import Problem
from generalprobe.reading.project import Project
from generalprobe.typesetting import density


def render_site(
    project: Project, *, problems: Iterable[Problem] = (), edit_url: str = "", downloads: Downloads | None = None
) -> dict[str, str]:
    """Render all generated pages.

    Args:
        project: what is shown: what was loaded for a preview, what of it is `published()` for readers.
        problems: what the checks found, for a preview; shown on the pages of the files concerned.
        edit_url: the address before a file's path under which it can be edited; empty for no link.
        downloads: what the site offers as files; None where it offers nothing.

    Returns:
        Markdown by path below docs/.
    """
    pages = recipes(project, problems=problems, edit_url=edit_url, downloads=downloads)
    return {path: page.render() for path, page in pages.items()}


def recipes(
    project: Project, *, problems: Iterable[Problem] = (), edit_url: str = "", downloads: Downloads | None = None
) -> dict[str, Recipe]:
    """The same pages before they are rendered, by path below docs/: those that are known already need not be."""
    by_file = _by_file(problems)
    exams = project.files_of(Exam)
    shown = cases(project)
    pages: dict[str, Recipe] = {}
    for index, case in enumerate(shown):
        around = [shown[index - 1] if index else None, *shown[index + 1 : index + 2]]
        told = by_file.get(case.file, ())
        beside = [each and each.entry for each in around]
        offers = downloads.of(case.id) if downloads else ()
        pages[addresses.index_file(addresses.case_study(case.id))] = recipe(
            *(case_study_page, case, around, told, edit_url, offers),
            of=(case.entry, *beside, *exams, told, edit_url, names(offers)),
        )
        pages[addresses.markdown_file(addresses.case_study_questions(case.id))] = recipe(
            quiz_page, case, offers, of=(case.entry, *exams, names(offers))
        )
    for bank in project.entries(QuestionBank):
        told = by_file.get(bank.file, ())
        offers = downloads.of(bank.id) if downloads else ()
        pages[addresses.markdown_file(addresses.bank(bank.id))] = recipe(
            bank_page, bank, project.exams, told, offers, of=(bank, *exams, told, names(offers))
        )
    pages |= asking_pages(project)
    pages |= dialogue_pages(project, by_file)
    pages |= exam_pages(project)
    pages |= _problem_pages(project, by_file)
    return {path: _rooted(page, _to_root(path)) for path, page in pages.items()}


def _rooted(page: Recipe, to_root: str) -> Recipe:
    return replace(page, render=lambda: rooted(page.render(), to_root))


def data_files(project: Project) -> dict[str, Recipe]:
    """What the browser fetches beside the pages, by path below the site's root: JSON, and drawings as SVG."""
    return {
        addresses.TERMS_FILE: recipe(terms_file, project, of=project.files_of(Glossary)),
        addresses.CARDS_FILE: recipe(cards_file, project, of=tuple(project.readable)),
        addresses.PLAN_FILE: recipe(
            plan_file, project, of=(*project.files_of(Preparation), *project.files_of(TopicIdeas))
        ),
        addresses.RULES_FILE: recipe(rules_file, of=()),
        addresses.WIDTHS_FILE: recipe(widths_file, of=()),
        addresses.SPEECH_FILE: recipe(speech_file, of=()),
        **talk_files(project),
    }


def _to_root(path: str) -> str:
    """The way from the page that a file becomes to the root of the site."""
    return addresses.to_root(f"{path.removesuffix('.md').removesuffix('/index')}/")


_OWN_CONTENTS = "hide: [toc]\nbody_class: gp-case\n"
"""Settings of a case study's page: it is wide, and its time bar leads to the slides."""

_PAGE_OF: dict[type[Model], Callable[[str], str]] = {
    CaseStudy: addresses.case_study,
    QuestionBank: addresses.bank,
    Dialogue: addresses.dialogue,
}
"""Where a file of a kind has a page of its own."""


def _problem_pages(project: Project, by_file: Mapping[str, Sequence[Problem]]) -> dict[str, Recipe]:
    pages: dict[str, Recipe] = {}
    for model, page_of in _PAGE_OF.items():
        for entry in project.unreadable(model):
            address = page_of(page_id(entry.id))
            path = addresses.index_file(address) if model is CaseStudy else addresses.markdown_file(address)
            told = by_file.get(entry.file, ())
            pages[path] = recipe(problem_page, address, entry.file, told, of=(address, entry.file, told))
    return pages


def case_study_page(
    case: Case,
    neighbours: Sequence[Case | None],
    problems: Sequence[Problem] = (),
    edit_url: str = "",
    offers: Sequence[Download] = (),
) -> str:
    """Render the page of a case study; the neighbours are the one before and the one after it."""
    study, address = case.study, addresses.case_study(case.id)
    parts = [
        block("head", case=case, edit_url=_edit_address(edit_url, case.file), model=MODEL, **offered(offers, address))
    ]
    if problems:
        parts.append(problem_notice(address, problems))
    parts += [heading(2, "Rahmen des Vortrags", "rahmen"), block("metadata", metadata=study.metadata)]
    for number, slide in enumerate(study.slides, start=1):
        former = [addresses.slide_anchor(each) for each in (str(number), *slide.formerly)]
        title = heading(2, f"Folie {number}: {slide.title}", addresses.slide_anchor(slide.key))
        parts += [block("former-anchors", anchors=former), title, _slide(case, number, addresses.to_root(address))]
    parts.append(block("case-read", case=case))
    if any(slide.artifact for slide in study.slides):
        parts += [heading(2, "Artefakte im Überblick", "artefakte"), block("artifacts", slides=study.slides)]
    parts += [heading(2, "Fragen der Prüfer", "fragen"), block("discussion", case=case)]
    if study.sources:
        parts += [heading(2, "Quellen", "quellen"), block("sources", sources=study.sources)]
    if any(neighbours):
        parts.append(block("neighbours", previous=neighbours[0], next=(*neighbours, None)[1]))
    return page(study.title, plain(study.summary), parts, _OWN_CONTENTS)


def quiz_page(case: Case, offers: Sequence[Download] = ()) -> str:
    """Render the page with a case study's questions."""
    title = f"Fragen: {case.study.title}"
    description = f"Fragen der Prüfer mit Musterantworten zur Fallstudie {case.study.title}"
    taken_along = block_of(offers, addresses.case_study_questions(case.id))
    parts = [block("quiz-head", case=case), case_quiz(case), block("print-questions"), *taken_along]
    return page(title, description, parts, NUMBERED)


def case_quiz(case: Case) -> str:
    """Render a case study's questions, each a heading of its own with the answer collapsed."""
    return quiz(cards_of(case.entry), {case.study.exam: case.exam} if case.exam else {})


def slide_block(case: Case, number: int, to_root: str, turn: int = 1) -> str:
    """Render a slide, counted from 1, with its speaker notes, for a page that is not the case study's.

    `turn` is how often the page has shown it, this time included.
    """
    return _slide(case, number, to_root, MODEL, turn)


def _slide(case: Case, number: int, to_root: str, model: Mapping[str, float] | None = None, turn: int = 1) -> str:
    """A slide; the browser needs the model once on each page."""
    slide, taken = case.study.slides[number - 1], case.talk.slides[number - 1]
    values = {"density": density(slide, first=number == 1), "to_root": to_root, "model": model, "turn": turn}
    return block("slide", case=case, slide=slide, number=number, taken=taken, **values)


def _edit_address(edit_url: str, file: str) -> str:
    return f"{edit_url.rstrip('/')}/{quote(file)}" if edit_url.startswith(("https://", "http://")) else ""


def _by_file(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    files: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        files[problem.file].append(problem)
    return files
