"""Any model, written as YAML, reads back as the same model."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import ROOT, YAML_LOOKALIKES

from generalprobe.exporting.writing import to_yaml
from generalprobe.format.case_study import CaseStudy, Slide
from generalprobe.format.questions import OpenQuestion, Point
from generalprobe.format.wording import composed
from generalprobe.reading.loading import load_project
from generalprobe.reading.source import read_source
from generalprobe.reading.validation import validate

# What YAML allows in a file: control characters are a problem of their own (DATEI06).
CHARACTERS = st.characters(
    exclude_categories=["Cs", "Cc"], include_characters="\n\t", exclude_characters="\u2028\u2029\ufffe\uffff"
)
SPECIAL = st.sampled_from(YAML_LOOKALIKES)
# Reading makes one character of an umlaut that is two.
TEXT = st.one_of(SPECIAL, st.text(CHARACTERS, min_size=1).map(composed)).filter(
    lambda text: text.strip(" \t\r\n") != ""
)
OPTIONAL_TEXT = st.one_of(st.just(""), TEXT)
SLUGS = st.from_regex("[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
TIMES = st.builds("{}:{:02}".format, st.integers(0, 99), st.integers(0, 59))


def _some(items: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[Any]:
    return st.lists(items, min_size=least, max_size=3)


def _mapping(required: dict[str, Any], optional: dict[str, Any] | None = None) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(required, optional=optional or {})


SLIDE = {"title": "a", "headline": "b", "time": "1:00"}
ARTIFACTS = st.one_of(
    _mapping({"kind": st.just("placeholder"), "description": TEXT}, {"caption": OPTIONAL_TEXT}),
    _mapping({"kind": st.just("image"), "src": TEXT, "alt": TEXT}),
    _mapping({"kind": st.just("diagram"), "source": TEXT, "description": TEXT}),
    _mapping({"kind": st.just("code"), "code": TEXT}, {"language": TEXT}),
    _mapping({"kind": st.just("table"), "columns": _some(TEXT, 1), "rows": _some(_some(OPTIONAL_TEXT), 1)}),
    _mapping({"kind": st.just("quote"), "text": TEXT}, {"source": OPTIONAL_TEXT}),
)
BULLETS = st.one_of(TEXT, _mapping({"text": TEXT}, {"bullets": _some(TEXT)}))
SLIDES = _mapping(
    {"title": TEXT, "headline": TEXT, "time": TIMES},
    {
        "bullets": _some(BULLETS),
        "artifact": ARTIFACTS,
        "notes": OPTIONAL_TEXT,
        "demo": TIMES,
        "id": SLUGS,
        "formerly": _some(SLUGS),
    },
)
POINTS = st.one_of(TEXT, _mapping({"text": TEXT}, {"said": OPTIONAL_TEXT}))
QUESTIONS = _mapping(
    {"id": SLUGS, "topic": TEXT, "question": TEXT, "answer": TEXT},
    {
        "formerly": _some(SLUGS),
        "expects": OPTIONAL_TEXT,
        "points": _some(POINTS),
        "core": st.booleans(),
        "follow_up": OPTIONAL_TEXT,
    },
)
METADATA = _mapping(
    dict.fromkeys(("topic", "audience", "situation", "goal", "scope"), TEXT)
    | {key: _some(TEXT, 1) for key in ("success_criteria", "risks")}
)
CASE_STUDIES = _mapping(
    {
        "title": TEXT,
        "focus": st.sampled_from(["technology", "communication", "mixed"]),
        "exam": SLUGS,
        "summary": TEXT,
        "metadata": METADATA,
        "slides": _some(SLIDES, 1),
    },
    {"draft": st.booleans(), "tags": _some(TEXT), "questions": _some(QUESTIONS), "sources": _some(TEXT)},
).map(CaseStudy.model_validate)


@given(CASE_STUDIES)
@settings(max_examples=300)
def test_any_model_reads_back_as_the_same_model(case_study: CaseStudy) -> None:
    _assert_reads_back(case_study)


def test_a_backslash_before_a_break_or_a_tab_reads_back() -> None:
    """Not every text that begins with one is half of a share."""
    for text in ("\\a\nb ", "\\a\tb", "\\a\ufeffb", "so \\a\r b"):
        _assert_reads_back(Slide.model_validate(SLIDE | {"notes": text}))


def test_the_real_case_studies_read_back() -> None:
    for entry in load_project(ROOT).entries(CaseStudy):
        _assert_reads_back(entry.model)


def test_what_may_be_a_text_alone_is_written_as_one() -> None:
    """Bullets without bullets below them, points without their phrase."""
    point = Point.model_validate({"text": "übersetzt Namen", "said": ""})
    question = {"id": "dns", "question": "a", "answer": "b", "points": [point, Point(text="c", said="b")]}
    assert "points:\n  - übersetzt Namen\n  - text: c\n    said: b\n" in to_yaml(OpenQuestion.model_validate(question))
    assert "- ein Punkt" in to_yaml(Slide.model_validate(SLIDE | {"bullets": [{"text": "ein Punkt", "bullets": []}]}))


def test_times_are_quoted_so_that_older_tools_read_them_too() -> None:
    for entry in load_project(ROOT).entries(CaseStudy):
        written = yaml.safe_load(to_yaml(entry.model))  # PyYAML's YAML 1.1 rules
        assert [slide["time"] for slide in written["slides"]] == [str(slide.time) for slide in entry.model.slides]


def _assert_reads_back(model: CaseStudy | Slide) -> None:
    source = read_source("x.yml", to_yaml(model))
    assert source.problems == []
    assert source.root is not None
    assert validate(source, type(model)) == model
