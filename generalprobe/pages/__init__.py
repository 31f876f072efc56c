"""From models to pages: Markdown for any generator that reads front matter, `{#id}` headings and raw HTML blocks."""

from generalprobe.pages.cases import Case, cases
from generalprobe.pages.fences import fenced
from generalprobe.pages.overview import overview
from generalprobe.pages.questions import catalogue, sections, standing, today
from generalprobe.pages.reference import format_reference, rules_reference
from generalprobe.pages.site import case_quiz, render_site, slide_block
from generalprobe.pages.speech import reading_examples, reading_test, speech_accuracy, spoken_example
from generalprobe.pages.vocabulary import TERMS_FILE, glossary, phrases, terms_file

__all__ = [
    "TERMS_FILE",
    "Case",
    "case_quiz",
    "cases",
    "catalogue",
    "fenced",
    "format_reference",
    "glossary",
    "overview",
    "phrases",
    "reading_examples",
    "reading_test",
    "render_site",
    "rules_reference",
    "sections",
    "slide_block",
    "speech_accuracy",
    "spoken_example",
    "standing",
    "terms_file",
    "today",
]
