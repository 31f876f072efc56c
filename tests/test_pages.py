"""From models to pages: what stands on them, and what can never happen on them."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel
from reading import EXTENSIONS, SETTINGS, Reader, convert, split
from samples import BANK, CASE_STUDY, GLOSSARY, PHRASES, ROOT, make_project

from generalprobe import pages
from generalprobe.checking.project import check_project
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.exam import Exam
from generalprobe.format.fields import Model
from generalprobe.format.html import inline, plain, prose
from generalprobe.format.questions import GAP, QuestionBank
from generalprobe.format.vocabulary import Glossary, PhraseBook
from generalprobe.pages import fenced, overview, render_site
from generalprobe.pages.card_pages import cards_file
from generalprobe.pages.fences import as_is
from generalprobe.pages.text import heading, heading_text, page, printable, raw_block, shortened
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import Entry, Project
from generalprobe.reading.source import Source

GOLDEN = ROOT / "tests" / "golden" / "pages"
EXAMS = load_project(ROOT, []).entries(Exam)
SAMPLE = (GOLDEN / "vpn-abbrueche.yml").read_text(encoding="utf-8")

PAYLOADS = [
    "<script>window.hacked = 1</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><b onmouseover=alert(1)>',
    "' onfocus='alert(1)' autofocus='",
    "text {: onclick=alert(1) }",
    "text { #id .class onclick=alert(1) }",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ environment.system }}{% include 'index.md' %}",
    '--8<-- "mkdocs.yml"',
    'a\n\n--8<-- "mkdocs.yml"\n\nb',
    "a\n\n;--8<--\nmkdocs.yml\n--8<--\n",
    "a\n\n~~~ {.x onclick=alert(1)}\ny\n~~~\n",
    "</code></pre></section><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</details>\n\n<script>alert(1)</script>\n\n# x",
    "\n---\ntitle: x\nrender_macros: true\n---\n{{ 7 * 7 }}",
    "a\n*[HTML]: <b>x</b>\n\n[^1]: note\n",
    "/// html | script\nalert(1)\n///",
    "![x](https://elsewhere.example/x.png)",
    "<!-- x --> <![CDATA[ x ]]> <?php x ?> &lt;b&gt; &#60;b&#62;",
    "wzxhzdk:0 \x02wzxhzdk:0\x03 klzzwxh:0",
    "x\r\n\r\n    indented\x0b\x0c\x85\u2028y",
]
LINKS = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "file:///x",
]

MARKDOWN_TAGS = {"a", "br", "code", "em", "li", "ol", "p", "pre", "strong", "ul"}
MARKDOWN_ATTRIBUTES = {"class", "href", "start"}
"""What Markdown in a text may bring; all else on a page must be there without it too."""


def sample_project(root: Path, text: str = SAMPLE, name: str = "vpn-abbrueche") -> Project:
    root = make_project(
        root, {f"{name}.yml": text, "zweite.yml": CASE_STUDY, "entwurf.yml": f"draft: true\n{CASE_STUDY}"}
    )
    (root / "docs" / "images" / "zeit strahl.png").write_bytes(b"")
    return load_project(root)


def texts(value: Any) -> Iterator[str]:
    """All texts of a model, as deep as they stand."""
    if isinstance(value, BaseModel):
        value = [
            getattr(value, name)
            for name in type(value).model_fields
            if name not in ("exam", "focus", "kind", "formerly", "difficulty", "core")
        ]
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from texts(item)


GIVEN = {
    *[
        "focus",
        "exam",
        "kind",
        "time",
        "demo",
        "id",
        "src",
        "right",
        "difficulty",
        "lesson",
        "formerly",
        "confused_with",
        "core",
    ]
}


POISONED: list[tuple[str, type[Model], Any]] = [
    ("boese", CaseStudy, yaml.safe_load(SAMPLE)),
    ("netz", QuestionBank, yaml.safe_load(BANK)),
    ("telefon", PhraseBook, yaml.safe_load(PHRASES)),
    ("glossary", Glossary, yaml.safe_load(GLOSSARY)),
]


def poisoned(payload: str) -> Project:
    """A file of every kind with the payload in every text that is free."""

    def poison(value: Any, key: str = "") -> Any:
        if key in GIVEN and not (key == "right" and isinstance(value, str)):
            return value
        if isinstance(value, dict):
            return {name: poison(inner, name) for name, inner in value.items()}
        if isinstance(value, list):
            return [poison(inner, key) for inner in value]
        return f"{payload} ___" if "___" in value else payload

    def entry(id: str, kind: type[Model], written: Any) -> Entry[Any]:
        return Entry(id, f"{id}.yml", Source(f"{id}.yml", ""), kind.model_validate(poison(written)))

    return Project((*(entry(*file) for file in POISONED), *EXAMS))


def pages_of(project: Project) -> dict[str, str]:
    """All pages of a project, those that macros fill among them."""
    filled = {
        "fallstudien/index.md": pages.overview(project),
        "ueben/fragen/index.md": pages.catalogue(project),
        "ueben/heute.md": pages.today(project),
        "ueben/kurztest.md": pages.short_test(project),
        "ueben/stand.md": pages.standing(project),
        "nachschlagen/glossar.md": pages.glossary(project),
        "nachschlagen/formulierungen.md": pages.phrases(project),
    }
    generated = pages.render_site(project, edit_url="https://example.org/edit/")
    return generated | {path: page("Seite", "Eine Seite", [text]) for path, text in filled.items()}


@cache
def harmless() -> list[Reader]:
    """All pages with a mere word in every text."""
    return [Reader(convert(split(text)[1])) for text in pages_of(poisoned("Wort")).values()]


@cache
def harmless_tags() -> set[str]:
    return MARKDOWN_TAGS | {tag for page in harmless() for tag, _ in page.elements}


@cache
def harmless_attributes() -> set[str]:
    return MARKDOWN_ATTRIBUTES.union(*(page.attributes for page in harmless()))


# --- what a page holds


@pytest.mark.parametrize("path", ["index.md", "fragen.md"])
def test_pages_are_as_reviewed(tmp_path: Path, golden: Callable[[Path, str], None], path: str) -> None:
    project = sample_project(tmp_path)
    rendered = render_site(project.published(), edit_url="https://example.org/edit/main/")
    golden(GOLDEN / f"vpn-abbrueche.{path}", rendered[f"fallstudien/vpn-abbrueche/{path}"])


def test_overview_is_as_reviewed(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    golden(GOLDEN / "overview.md", overview(sample_project(tmp_path).published()) + "\n")


def test_problem_page_is_as_reviewed(tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    project = sample_project(tmp_path, SAMPLE.replace("audience:", "audiance:").replace('"4:00"', "4:75"))
    rendered = render_site(project, problems=check_project(project))
    golden(GOLDEN / "problems.md", rendered["fallstudien/vpn-abbrueche/index.md"])


def test_every_text_of_every_case_study_stands_on_its_pages() -> None:
    project = load_project(ROOT)
    rendered = render_site(project)
    for entry in project.entries(CaseStudy):
        both = "".join(convert(split(rendered[f"fallstudien/{entry.id}/{name}.md"])[1]) for name in ("index", "fragen"))
        shown = Reader(both)
        attributes = " ".join(value or "" for _, values in shown.elements for value in values.values())
        everything = "".join((shown.text + attributes).split())
        skipped = {*entry.model.tags, *(question.id for question in entry.model.questions)}
        skipped |= {getattr(slide.artifact, "language", "") for slide in entry.model.slides}
        with_gaps = {text for text in texts(entry.model) if GAP.search(text)}
        pieces = {piece.strip("*`") for text in with_gaps for piece in GAP.split(text)}
        for text in (set(texts(entry.model)) | pieces) - with_gaps - skipped - {""}:
            words = Reader(str(prose(text))).text if "\n" in text or "*" in text or "`" in text else plain(text)
            code = "".join(text.split())
            assert "".join(words.split()) in everything or code in everything, text


def test_time_bar_shows_reserve_and_what_is_over(tmp_path: Path) -> None:
    over = sample_project(tmp_path)
    shown = render_site(over)
    assert "gp-timebar__mark--budget" in shown["fallstudien/vpn-abbrueche/index.md"]
    assert "gp-timebar__reserve" in shown["fallstudien/zweite/index.md"]
    assert "gp-timebar__mark--" not in shown["fallstudien/zweite/index.md"]


def test_a_slide_is_found_under_its_key_its_number_and_what_it_was_called_before(tmp_path: Path) -> None:
    """No id twice, whatever a slide is called; links on the page lead to the key."""
    text = SAMPLE.replace("title: Ausgangslage", "title: Rahmen").replace("title: Weg", "title: Fragen")
    shown = Reader(convert(split(render_site(sample_project(tmp_path, text))["fallstudien/vpn-abbrueche/index.md"])[1]))
    ids = [attributes["id"] for _, attributes in shown.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {"rahmen", "folie-rahmen", "folie-2", "folie-zwei-tage", "folie-5", "folie-vergleich", "folie-tabelle"} <= {
        *ids
    }
    links = [attributes["href"] for tag, attributes in shown.elements if tag == "a"]
    assert links.count("#folie-zwei-tage") == 2
    assert "#folie-5" not in links


def test_drafts_are_for_the_preview_only(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    assert "fallstudien/entwurf/index.md" not in render_site(project.published())
    assert "entwurf" not in overview(project.published())
    assert '<p class="gp-draft">' in render_site(project)["fallstudien/entwurf/index.md"]
    assert 'href="entwurf/"' in overview(project)


def test_neighbours_lead_from_one_case_study_to_the_next(tmp_path: Path) -> None:
    rendered = render_site(sample_project(tmp_path).published())
    assert 'gp-neighbours__next" href="../zweite/"' in rendered["fallstudien/vpn-abbrueche/index.md"]
    assert 'gp-neighbours__previous" href="../vpn-abbrueche/"' in rendered["fallstudien/zweite/index.md"]
    assert "gp-neighbours__next" not in rendered["fallstudien/zweite/index.md"]


def test_link_for_editing_needs_an_address(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    path = "fallstudien/zweite/index.md"
    with_link = render_site(project, edit_url="https://example.org/edit/main")[path]
    assert 'href="https://example.org/edit/main/data/case-studies/zweite.yml"' in with_link
    assert "bearbeiten" not in render_site(project)[path]
    assert "bearbeiten" not in render_site(project, edit_url="javascript:alert(1)//")[path]


def test_readable_case_study_keeps_its_page_and_gets_its_problems_in_a_preview(tmp_path: Path) -> None:
    project = sample_project(tmp_path)
    problems = check_project(project)
    path = "fallstudien/vpn-abbrueche/index.md"
    assert "ZEIT" in render_site(project, problems=problems)[path]
    assert "gp-problem" not in render_site(project.published())[path]


def test_case_study_without_a_known_exam_still_has_a_page(tmp_path: Path) -> None:
    project = sample_project(tmp_path, SAMPLE.replace("it-support-specialist", "unbekannt"))
    text = render_site(project)["fallstudien/vpn-abbrueche/index.md"]
    assert "10:30" in text
    assert "gp-timebar__reserve" not in text


def test_file_without_an_address_of_its_own_takes_nobody_elses(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"dns.yml": CASE_STUDY, "DNS .yml": "x: 1"})
    project = load_project(root)
    rendered = render_site(project, problems=check_project(project))
    assert "Drucker druckt nicht" in rendered["fallstudien/dns/index.md"]
    assert "hat Probleme" in rendered["fallstudien/dns--unbenannt/index.md"]


# --- what can never happen


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_a_trainer_writes_is_shown_as_text_and_never_becomes_markup(payload: str) -> None:
    project = poisoned(payload)
    shown = {}
    for path, text in pages_of(project).items():
        front_matter, body = split(text)
        assert set(front_matter) - {"hide", "body_class", "contents"} == {"title", "description"}
        shown[path] = reader = Reader(convert(body))
        assert {tag for tag, _ in reader.elements} <= harmless_tags()
        assert reader.attributes <= harmless_attributes()
        assert not any(mark in text for mark in ("{{", "{%", "`", "{:"))
        assert all(image["src"].startswith("../../") for tag, image in reader.elements if tag == "img" and image["src"])
    if "\n" not in payload:
        _assert_said("".join(printable(payload).split()), shown, json.loads(cards_file(project)))


def _assert_said(expected: str, shown: dict[str, Reader], index: Any) -> None:
    titles = [title for asking in index["pages"] for _, title, *_ in asking["cards"]]
    assert any(expected in "".join(printable(title).split()) for title in titles)
    for path, reader in shown.items():
        assert path == "ueben/stand.md" or expected in "".join(reader.text.split()), path


@pytest.mark.parametrize("address", LINKS)
def test_links_lead_nowhere_dangerous(address: str) -> None:
    for payload in (f"[klick]({address})", f"<{address}>", f"[klick](&#{ord(address[0])};{address[1:]})"):
        for text in pages_of(poisoned(payload)).values():
            links = [
                html.unescape(values["href"] or "")
                for tag, values in Reader(convert(split(text)[1])).elements
                if tag == "a"
            ]
            schemes = {match[0].lower() for link in links if (match := re.match(r"\s*[a-z]+:", link, re.IGNORECASE))}
            assert schemes <= {"https:"}


@given(st.text())
@example("...")
@example("....")
def test_heading_text_stays_text_in_a_heading(text: str) -> None:
    shown = Reader(convert(heading(2, f"x {text} x", "ort")))
    assert [(tag, attributes.get("id")) for tag, attributes in shown.elements] == [("h2", "ort")]
    assert shown.text == " ".join(["x", *printable(text).split(), "x"])


@given(st.text())
def test_heading_text_stays_text_in_front_matter(text: str) -> None:
    front_matter, _ = split(page(text, text, []))
    assert html.unescape(front_matter["title"]) == " ".join(printable(text).split())
    assert html.unescape(front_matter["description"]) == " ".join(printable(shortened(text)).split())
    assert not set("<>\"'{}&") & set(re.sub(r"&#\d+;", "", front_matter["title"]))


@given(st.text(), st.sampled_from(["p", "pre"]))
def test_raw_block_keeps_every_character(text: str, tag: str) -> None:
    raw = raw_block(f'<div title="{html.escape(text)}"><{tag}>{html.escape(text)}</{tag}></div>')
    shown = Reader(convert(f"# A\n\n{raw}\n\n# B"))
    expected = printable(text)
    assert "\n" not in raw
    assert [tag for tag, _ in shown.elements] == ["h1", "div", tag, "h1"]
    assert shown.elements[1][1]["title"] == expected
    assert expected in shown.text


@given(st.text(max_size=200))
def test_prose_is_paragraphs_lists_and_code_only(text: str) -> None:
    allowed = {"p", "ul", "ol", "li", "em", "strong", "code", "pre", "a", "br"}
    assert {tag for tag, _ in Reader(str(prose(text))).elements} <= allowed


@given(st.text("ab c.:!*_`[](\\<>&'\" \n\t\u2028\x85\xa0#-1\x00", max_size=12))
def test_text_without_marks_is_rendered_as_with_all_rules(text: str) -> None:
    """The short cut for such texts must not show."""
    whole = Reader(str(prose(f"a{text}b".replace("\n", " "))))
    short = Reader(str(inline(f"a{text}b".replace("\n", " "))))
    assert whole.text == short.text
    assert [tag for tag, _ in whole.elements if tag != "p"] == [tag for tag, _ in short.elements]


def test_heading_text_leaves_german_readable() -> None:
    assert heading_text("Größe „ä“ – 10 %") == "Größe „ä“ – 10 &#37;"


# --- how pages are handed over


def test_fence_changes_nothing_but_the_time(tmp_path: Path) -> None:
    """MkDocs gets the blocks in fences; another generator gets them raw and shows the same."""
    settings = {"custom_fences": [{"name": "as-is", "class": "as-is", "format": as_is}]}
    rendered = render_site(sample_project(tmp_path).published())
    for text in rendered.values():
        body = split(text)[1]
        taken_whole = markdown.markdown(
            fenced(body), extensions=EXTENSIONS, extension_configs={**SETTINGS, "pymdownx.superfences": settings}
        )
        raw, whole = Reader(convert(body)), Reader(taken_whole)
        assert raw.elements == whole.elements
        assert raw.text.split() == whole.text.split()


@pytest.mark.slow
def test_script_writes_the_pages_to_a_folder(tmp_path: Path) -> None:
    command: list[str | Path] = [sys.executable, ROOT / "scripts" / "pages.py", "--out", tmp_path / "docs"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    written = {file.relative_to(tmp_path / "docs").as_posix() for file in (tmp_path / "docs").rglob("*.md")}
    assert written == set(render_site(load_project(ROOT).published()))
