"""From models to pages: Markdown for any generator that reads front matter, `{#id}` headings and raw HTML blocks."""

from generalprobe.pages.cases import Case, cases
from generalprobe.pages.fences import fenced
from generalprobe.pages.overview import overview
from generalprobe.pages.reference import format_reference, rules_reference
from generalprobe.pages.site import questions, render_site, slide_block
from generalprobe.pages.speech import reading_examples, reading_test, speech_accuracy, spoken_example

__all__ = [
    "Case",
    "cases",
    "fenced",
    "format_reference",
    "overview",
    "questions",
    "reading_examples",
    "reading_test",
    "render_site",
    "rules_reference",
    "slide_block",
    "speech_accuracy",
    "spoken_example",
]
