"""What hand-written pages can call in double braces; never raises over content, as that would end the preview."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from generalprobe import pages
from generalprobe.addresses import to_root
from generalprobe.exporting.subjects import GLOSSARY, PHRASES, WHOLE
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.duration import Duration
from generalprobe.format.exam import (
    Criterion,
    Discussion,
    Exam,
    MarkingSection,
    MarkingSheet,
    Presentation,
    SlideLimits,
)
from generalprobe.format.fields import Model
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, TopicIdeas
from generalprobe.format.vocabulary import Glossary, PhraseBook
from macros import current

# A child of MkDocs' logger, so that `mkdocs build --strict` fails over what is logged here.
_LOG = logging.getLogger("mkdocs.generalprobe")

T = TypeVar("T")

_MINUTE = Duration(60)
_STAND_IN = Exam(
    name="–",
    presentation=Presentation(budget=_MINUTE, shortest=_MINUTE, cutoff=_MINUTE),
    slides=SlideLimits(fewest=1, most=1, shortest=_MINUTE, longest=_MINUTE, most_bullets=1),
    discussion=Discussion(
        budget=_MINUTE, fewest_questions=1, most_questions=1, shortest_answer=_MINUTE, longest_answer=_MINUTE
    ),
    topics=("–",),
    marking_sheet=MarkingSheet(
        scale=("–", "–"), sections=(MarkingSection(title="–", criteria=(Criterion(id="leer", text="–"),)),)
    ),
)
"""Keeps a preview alive while the exam's file is broken; a build never gets that far."""

_UNNAMED = "Prüfung, denn `extra.exam_id` in mkdocs.yml nennt keine aus data/exams/"


def define_env(env: Any) -> None:
    """Load the project for this build and offer the macros to the pages; what they write is fenced here, once."""
    current.load(Path(env.project_dir), exam=str(env.conf["extra"].get("exam_id") or ""))
    env.macro(exam)
    for macro in _WRITING:
        env.macro(_fenced(macro, env))
    told: set[tuple[str, str]] = set()
    for macro, model in OF_FILES.items():
        env.macro(_fenced(_after_problems(macro, model, lambda: env.page.url, told), env))
    details = env.conf["extra"].get("operator") or {}
    env.macro(_fenced(lambda part: operator_details(details, part), env), "operator_details")
    env.macro(_fenced(_counted(slide, env), env), "slide")


def case_study_overview() -> str:
    """The cards of all case studies, for the page `/fallstudien/`."""
    site = current.site()
    return pages.overview(site.project, problems=site.shown_problems)


def stage() -> str:
    """The talks that can be presented, and the place in which the browser presents one."""
    return pages.stage(current.site().project)


def mock_exam() -> str:
    """The talks that a mock exam can be held with, and the place in which the browser holds it."""
    return pages.mock_exam(current.site().project)


def examining() -> str:
    """The place in which the browser helps to examine somebody else."""
    return pages.examining(current.site().project)


def my_talks() -> str:
    """The place in which the browser edits talks of one's own."""
    return pages.my_talks(current.site().project)


def format_reference() -> str:
    """The sections on every key of the format, headings from the third level on."""
    return pages.format_reference()


def rules_reference() -> str:
    """The sections on every rule, headings of the third level."""
    return pages.rules_reference()


def exam(id: str = "") -> Exam:
    """The rules of an exam, without an id those of the one that the written pages are about.

    `extra.exam_id` in mkdocs.yml names it; a single one need not be named. Where there is none, one to reckon with.
    """
    site = current.site()
    found = site.exam(id)
    return found or _missing(f"Prüfung {id}".strip() if id else _UNNAMED, _STAND_IN)


def slide(id: str, number: int, to_root: str, turn: int = 1) -> str:
    """A slide of a case study, counted from 1, with its speaker notes; `to_root` leads from the page to the root.

    `turn` is how often the page has shown the slide, this time included: ids stand once on a page.
    """
    case = _case(id)
    if case is None or not 1 <= number <= len(case.study.slides):
        return _missing(f"Fallstudie {id}, Folie {number}", "")
    return pages.slide_block(case, number, to_root, turn)


def quiz(id: str) -> str:
    """The questions of a case study with their answers collapsed."""
    case = _case(id)
    if case is None:
        return _missing(f"Fallstudie {id}", "")
    return pages.case_quiz(case)


def question_catalogue() -> str:
    """All questions and other cards, with what filters them."""
    site = current.site()
    return pages.catalogue(site.project, site.offered(WHOLE))


def practice_today() -> str:
    """What is to be practised today, out of all cards."""
    return pages.today(current.site().project)


def short_test() -> str:
    """A test of chosen topics that marks itself at the end."""
    return pages.short_test(current.site().project)


def my_standing() -> str:
    """One's own progress, which the browser fills in."""
    return pages.standing(current.site().project)


def glossary() -> str:
    """All terms with their meaning."""
    return pages.glossary(current.site().project, current.site().offered(GLOSSARY))


def phrases() -> str:
    """All phrases, how not and how better."""
    return pages.phrases(current.site().project, current.site().offered(PHRASES))


def dialogue_overview() -> str:
    """The cards of all conversations, for the page `/lernen/dialoge/`."""
    return pages.dialogue_overview(current.site().project)


def dialogue(id: str) -> str:
    """A conversation with its steps."""
    conversation = pages.conversation(current.site().project, id)
    return _missing(f"Gespräch {id}", "") if conversation is None else conversation


def escalation_matrix(id: str) -> str:
    """An escalation matrix as a table."""
    matrix = pages.escalation_matrix(current.site().project, id)
    return _missing(f"Eskalationsmatrix {id}", "") if matrix is None else matrix


def topic_ideas() -> str:
    """Topics for a talk, by areas."""
    return pages.topic_ideas(current.site().project)


def fitness_test() -> str:
    """The points by which a topic is judged."""
    return pages.fitness_test(current.site().project)


def my_plan() -> str:
    """The plan up to the exam."""
    return pages.my_plan(current.site().project)


def start() -> str:
    """What today is about, which the browser fills in on the start page."""
    return pages.start(current.site().project)


def tile_states() -> str:
    """What lets the browser say on the tiles of an overview where somebody stands."""
    return pages.tile_states(current.site().project)


def preparation(part: str) -> str:
    """A part of the preparation: `milestones`, `checklist` or `plan-b`."""
    return pages.preparation_part(current.site().project, part)


def exam_plans() -> str:
    """The plans with which a talk can begin."""
    return _exam_part("exam-plans")


def exam_topics() -> str:
    """The topics that are asked about in the exam."""
    return _exam_part("exam-topics")


def marking_criteria() -> str:
    """What is marked in a mock exam, and how."""
    return _exam_part("marking-criteria")


def marking_sheet() -> str:
    """The sheet on which a mock exam is marked, to fill in or to print."""
    return _exam_part("marking-sheet")


def erase_everything() -> str:
    """The button that deletes what the site has stored on the device."""
    return pages.erasing()


def offline_kept() -> str:
    """What of the site lies on the device for when there is no network."""
    return pages.offline_kept()


def my_recordings() -> str:
    """The recordings of one's own voice on the device."""
    return pages.recordings()


def operator_details(details: Mapping[str, Any], part: str) -> str:
    """Who runs the site, out of mkdocs.yml: `imprint`, `controller` or `hosting`."""
    for name in pages.unlike_text(details):
        _LOG.warning(
            "extra.operator.%s ist für YAML kein Text. Setze den Wert in Anführungszeichen: '\"030 123\"'", name
        )
    return pages.operator_part(pages.Operator.of(details), part)


def reading_test(text: str) -> str:
    """A text to read aloud against a stopwatch."""
    return pages.reading_test(text, exam().presentation.budget)


def spoken_example(text: str) -> str:
    """A text, how it is said, and what its time is made of."""
    return pages.spoken_example(text)


def reading_examples(*texts: str) -> str:
    """A table of texts and how they are said."""
    return pages.reading_examples(*texts)


def speech_accuracy() -> str:
    """How far the estimate was off on recordings."""
    return pages.speech_accuracy()


def hearing_accuracy() -> str:
    """How far off a recording is judged, by synthetic voices."""
    return pages.hearing_accuracy()


def _exam_part(part: str) -> str:
    return pages.exam_part(exam(), part, current.site().exam_id)


def _case(id: str) -> pages.Case | None:
    site = current.site()
    return next((case for case in pages.cases(site.project) if case.id == id), None)


def _missing(what: str, instead: T) -> T:
    _LOG.warning("Eine Seite verweist auf etwas, das es nicht gibt: %s", what)
    return instead


def _fenced(macro: Callable[..., str], env: Any) -> Callable[..., str]:
    @wraps(macro)
    def fenced(*arguments: Any) -> str:
        return pages.rooted(pages.fenced(macro(*arguments)), to_root(env.page.url))

    return fenced


def _counted(macro: Callable[[str, int, str, int], str], env: Any) -> Callable[[str, int], str]:
    """A macro that shows a slide and knows how often its page has shown it."""
    shown: Counter[tuple[str, str, int]] = Counter()

    def counted(id: str, number: int) -> str:
        shown[env.page.url, id, number] += 1
        return macro(id, number, to_root(env.page.url), shown[env.page.url, id, number])

    return counted


def _after_problems(
    macro: Callable[..., str], model: type[Model], page: Callable[[], str], told: set[tuple[str, str]]
) -> Callable[..., str]:
    """A macro that shows files of a kind, in a preview after the problems of these files: once each on a page."""

    @wraps(macro)
    def shown(*arguments: Any) -> str:
        site, url = current.site(), page()
        files = {file.file for file in site.everything.files_of(model) if file.id in arguments or model not in BY_ID}
        fresh = {file for file in files if (url, file) not in told}
        told.update((url, file) for file in fresh)
        problems = [problem for problem in site.shown_problems if problem.file in fresh]
        parts = [pages.problem_notice(url, problems)] if problems else []
        return "\n\n".join([*parts, macro(*arguments)])

    return shown


OF_FILES: dict[Callable[..., str], type[Model]] = {
    glossary: Glossary,
    phrases: PhraseBook,
    dialogue: Dialogue,
    escalation_matrix: EscalationMatrix,
    topic_ideas: TopicIdeas,
    fitness_test: TopicIdeas,
    preparation: Preparation,
    my_plan: Preparation,
    exam_plans: Exam,
    exam_topics: Exam,
    marking_criteria: Exam,
    marking_sheet: Exam,
}
"""Macros that show what stands in files of a kind."""

BY_ID = (Dialogue, EscalationMatrix)
"""Kinds of which a macro shows one file, whose id it is given."""

_WRITING = (
    *(case_study_overview, examining, mock_exam, my_talks, stage, quiz, format_reference, rules_reference),
    *(
        my_standing,
        start,
        tile_states,
        practice_today,
        short_test,
        question_catalogue,
        dialogue_overview,
        erase_everything,
        my_recordings,
        offline_kept,
    ),
    *(hearing_accuracy, reading_examples, reading_test, speech_accuracy, spoken_example),
)
"""Macros that write a part of a page and need nothing of MkDocs."""
