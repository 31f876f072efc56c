"""From models to pages: Markdown for any generator that reads front matter, `{#id}` headings and raw HTML blocks."""

from generalprobe.pages.cases import Case, cases
from generalprobe.pages.diagnostics import problem_notice
from generalprobe.pages.exam import exam_part
from generalprobe.pages.fences import fenced
from generalprobe.pages.lessons import (
    conversation,
    dialogue_overview,
    escalation_matrix,
    fitness_test,
    preparation_part,
    topic_ideas,
)
from generalprobe.pages.operator import Operator, erasing, offline_kept, operator_part, recordings, unlike_text
from generalprobe.pages.overview import examining, mock_exam, my_talks, overview, stage
from generalprobe.pages.questions import catalogue, short_test, standing, today
from generalprobe.pages.recipe import Recipe
from generalprobe.pages.reference import format_reference, rules_reference
from generalprobe.pages.site import case_quiz, data_files, recipes, render_site, slide_block
from generalprobe.pages.speech import hearing_accuracy, reading_examples, reading_test, speech_accuracy, spoken_example
from generalprobe.pages.templating import keep_templates
from generalprobe.pages.text import rooted
from generalprobe.pages.vocabulary import glossary, phrases
from generalprobe.pages.way import my_plan, start, tile_states

__all__ = [
    "Case",
    "Operator",
    "Recipe",
    "case_quiz",
    "cases",
    "catalogue",
    "conversation",
    "data_files",
    "dialogue_overview",
    "erasing",
    "escalation_matrix",
    "exam_part",
    "examining",
    "fenced",
    "fitness_test",
    "format_reference",
    "glossary",
    "hearing_accuracy",
    "keep_templates",
    "mock_exam",
    "my_plan",
    "my_talks",
    "offline_kept",
    "operator_part",
    "overview",
    "phrases",
    "preparation_part",
    "problem_notice",
    "reading_examples",
    "reading_test",
    "recipes",
    "recordings",
    "render_site",
    "rooted",
    "rules_reference",
    "short_test",
    "slide_block",
    "speech_accuracy",
    "spoken_example",
    "stage",
    "standing",
    "start",
    "tile_states",
    "today",
    "topic_ideas",
    "unlike_text",
]
