"""Where the site's pages stand: addresses below its root, which end in a slash, and anchors in pages."""

from __future__ import annotations

import posixpath
from functools import lru_cache

CASE_STUDIES = "fallstudien/"
CATALOGUE = "ueben/fragen/"
DIALOGUES = "lernen/dialoge/"
DOWNLOADS = "herunterladen/"
"""Where files to take along lie."""
EXAMS = "nachschlagen/pruefungen/"
FORMS_OF_TEXTS = "trainer/uebernehmen/#texte"
"""What of texts is taken over, in the trainers' handbook."""
GLOSSARY = "nachschlagen/glossar/"
PHRASES = "nachschlagen/formulierungen/"
RULES = "trainer/pruefregeln/"
SHORT_TEST = "ueben/kurztest/"
STAGE = "buehne/"
TODAY = "ueben/heute/"
MANIFEST = "app.webmanifest"
"""Where a browser reads how to install the site."""
TERMS_FILE = "nachschlagen/begriffe.json"
"""Where the browser finds the terms."""
CARDS_FILE = "ueben/karten.json"
"""Where the browser finds the index of all cards."""
PLAN_FILE = "plan/plan.json"
"""Where the browser finds the plan up to the exam."""
SPEECH_FILE = "mein-vortrag/sprechzeit.json"
"""Where the browser finds the tables of the estimate."""
RULES_FILE = "mein-vortrag/regeln.json"
"""Where the browser finds the rules that it judges talks by."""
WIDTHS_FILE = "mein-vortrag/breiten.json"
"""Where the browser finds how wide characters are."""
EXAM_FILES = "exams/"
"""Where the browser finds the rules of exams."""


def case_study(id: str) -> str:
    """The page of a case study."""
    return f"{CASE_STUDIES}{id}/"


def case_study_questions(id: str) -> str:
    """The page with a case study's questions."""
    return f"{case_study(id)}fragen/"


def bank(id: str) -> str:
    """The page of a file of the question bank."""
    return f"{CATALOGUE}{id}/"


def glossary_questions(topic: str) -> str:
    """The page that asks for the terms of a topic, given as its slug."""
    return f"{GLOSSARY}fragen/{topic}/"


def phrase_questions(id: str) -> str:
    """The page that asks for the phrases of a file."""
    return f"{PHRASES}fragen/{id}/"


def talk_file(id: str) -> str:
    """Where the browser finds the talk of a case study."""
    return f"{case_study(id)}vortrag.json"


def drawing_file(id: str, key: str) -> str:
    """Where the browser finds the drawing on a slide of a case study."""
    return f"{case_study(id)}diagramm-{key}.svg"


def exam_file(id: str) -> str:
    """Where the browser finds the rules of an exam."""
    return f"{EXAM_FILES}{id}.json"


def dialogue(id: str) -> str:
    """The page of a conversation."""
    return f"{DIALOGUES}{id}/"


def exam(id: str) -> str:
    """The page of an exam, where there are several."""
    return f"{EXAMS}{id}/"


def term(id: str) -> str:
    """A term in the glossary."""
    return f"{GLOSSARY}#begriff-{id}"


def phrase(file: str, id: str) -> str:
    """A phrase on the page of all phrases."""
    return f"{PHRASES}#{file}--{id}"


def rule(code: str) -> str:
    """The paragraph on a code in the trainers' handbook."""
    return f"{RULES}#{code.lower()}"


def slide_anchor(key: str) -> str:
    """The anchor of a slide on the page of its case study."""
    return f"folie-{key}"


def question_anchor(id: str) -> str:
    """The anchor of a card on its page, by its name; by its id where cards of several files meet."""
    return f"frage-{id.replace('/', '--')}"


def markdown_file(address: str) -> str:
    """The file below docs/ that becomes the page at an address."""
    return f"{address.removesuffix('/')}.md"


def index_file(address: str) -> str:
    """The same for a page that has others below it."""
    return f"{address}index.md"


def to_root(address: str) -> str:
    """The way from the page at an address to the root of the site."""
    return "../" * address.count("/")


@lru_cache(maxsize=4096)  # Remembered: a list of all topics leads to the same pages again and again.
def between(page: str, other: str) -> str:
    """The way from one page to another."""
    return f"{posixpath.relpath(other, page)}/"
