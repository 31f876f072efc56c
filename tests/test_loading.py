"""Any bytes in a file become a model or problems, never an exception; the real data are without a problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import BANK, CASE_STUDY, DIALOGUE, GLOSSARY, ROOT, make_project

from generalprobe.checking.project import check_project
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.exam import Exam
from generalprobe.format.questions import QuestionBank
from generalprobe.format.vocabulary import Glossary
from generalprobe.reading.loading import load_file, load_project
from generalprobe.reading.project import LOCAL_ADDRESS, Entry
from generalprobe.reading.settings import read_settings

LINES = CASE_STUDY.splitlines(keepends=True)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "fall.yml"


@given(data=st.binary(max_size=2000))
@settings(max_examples=300)
def test_any_bytes_are_a_model_or_problems(file: Path, data: bytes) -> None:
    _load(file, data)


@given(
    lines=st.lists(
        st.one_of(st.sampled_from(LINES), st.text(max_size=30).map(lambda text: text.replace("\n", " ") + "\n")),
        max_size=60,
    )
)
@settings(max_examples=300)
def test_any_mixture_of_lines_is_a_model_or_problems(file: Path, lines: list[str]) -> None:
    """Nearer to real mistakes than bytes: lines missing, doubled, in the wrong order, or foreign."""
    _load(file, "".join(lines).encode(errors="replace"))


@given(
    position=st.integers(0, len(CASE_STUDY)),
    inserted=st.text(alphabet="\t\n\r :-[]{}&*!|>'\"%@`#?,\\x0ä\u2028", max_size=4),
)
@settings(max_examples=300)
def test_any_slip_of_the_keyboard_is_a_model_or_problems(file: Path, position: int, inserted: str) -> None:
    _load(file, (CASE_STUDY[:position] + inserted + CASE_STUDY[position:]).encode())


def _load(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    entry = load_file(file, CaseStudy, file.parent)
    assert isinstance(entry, Entry) or entry.problems()


def test_the_real_data_have_no_error() -> None:
    """Warnings and drafts are a trainer's own affair."""
    project = load_project(ROOT)
    assert project.entries(CaseStudy)
    assert project.exams
    assert [problem for problem in check_project(project) if problem.severity == "error"] == []


def test_ids_come_from_file_names_and_are_sorted(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"b.yml": CASE_STUDY, "a.yml": CASE_STUDY, ".versteckt.yml": "x", "notiz.txt": "x"})
    project = load_project(root)
    assert [(entry.id, entry.file) for entry in project.entries(CaseStudy)] == [
        ("a", "data/case-studies/a.yml"),
        ("b", "data/case-studies/b.yml"),
    ]
    assert project.entry(CaseStudy, "b") is project.entries(CaseStudy)[1]
    assert project.entry(CaseStudy, "c") is None


def test_given_paths_replace_the_case_studies_but_not_exams_and_images(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"a.yml": CASE_STUDY})
    (root / "docs" / "images" / "plan.png").write_bytes(b"")
    elsewhere = tmp_path / "fern.yml"
    elsewhere.write_text(CASE_STUDY)
    project = load_project(root, [elsewhere])
    assert [entry.id for entry in project.entries(CaseStudy)] == ["fern"]
    assert project.images == {"images/plan.png"}
    assert "it-support-specialist" in project.exams


def test_the_errors_of_a_draft_are_warnings(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.yml": CASE_STUDY.replace("focus: technology", "focus: tecnology\ndraft: true")})
    [problem] = check_project(load_project(root))
    assert (problem.code, problem.severity) == ("FORM05", "warning")


def test_a_link_that_leads_out_of_docs_is_no_image(tmp_path: Path) -> None:
    root = make_project(tmp_path, {})
    (tmp_path / "geheim.png").write_bytes(b"")
    (root / "docs" / "images" / "geheim.png").symlink_to(tmp_path / "geheim.png")
    assert load_project(root).images == frozenset()


def test_the_address_of_the_site_comes_from_mkdocs_yml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADDRESS_IN_TEST", "https://example.org/probe/")
    (tmp_path / "mkdocs.yml").write_text(
        'site_url: !ENV [ADDRESS_IN_TEST, "x"]\nextra: {format: !!python/name:some.thing }\n', encoding="utf-8"
    )
    assert read_settings(tmp_path).site_url == "https://example.org/probe/"
    assert read_settings(tmp_path / "fehlt").site_url == LOCAL_ADDRESS


def test_the_same_name_in_two_folders_is_a_problem_of_the_second(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"fall.yml": CASE_STUDY})
    folder = root / "data" / "case-studies" / "alt"
    folder.mkdir()
    (folder / "fall.yml").write_text(CASE_STUDY, encoding="utf-8")
    project = load_project(root)
    [problem] = check_project(project)
    assert (problem.code, problem.file) == ("DATEI08", "data/case-studies/alt/fall.yml")
    assert [entry.id for entry in project.entries(CaseStudy)] == ["fall"]


@pytest.mark.parametrize(
    ("file", "code", "cure"),
    [
        ("drucker.YML", "DATEI04", "In `drucker.yml` umbenennen."),
        ("drucker.yml.txt", "DATEI04", "In `drucker.yml` umbenennen."),
        ("drucker.yaml", "DATEI04", "In `drucker.yml` umbenennen."),
        ("sto\u0308rung.yml", "DATEI04", "In `stoerung.yml` umbenennen."),
        ("Störung am Drucker.yml", "DATEI04", "In `stoerung-am-drucker.yml` umbenennen."),
        ("data/case-study/drucker.yml", "DATEI09", "Nach `data/case-studies/drucker.yml` verschieben."),
        ("data/drucker.yml", "DATEI09", "Nach `data/case-studies/drucker.yml` verschieben."),
        ("data/fallstudien/2026/Drucker.yaml", "DATEI09", "Nach `data/case-studies/drucker.yml` verschieben."),
        ("data/question-bank/drucker.yml", "DATEI09", "Nach `data/case-studies/drucker.yml` verschieben."),
        ("data/drucker.txt", "DATEI09", "Nach `data/case-studies/drucker.yml` verschieben."),
        ("data/drucker", "DATEI09", "Nach `data/case-studies/drucker.yml` verschieben."),
    ],
)
def test_a_file_that_nobody_would_read_is_named_with_its_place(file: str, code: str, cure: str, tmp_path: Path) -> None:
    [problem] = check_project(load_project(make_project(tmp_path, {file: CASE_STUDY})))
    assert (problem.code, problem.hint) == (code, cure)


@pytest.mark.parametrize("file", ["bank.yml", "data/fragen.yml", "data/dialogues/fragen.yml"])
def test_a_bank_among_others_is_named_once_and_read_as_a_bank(file: str, tmp_path: Path) -> None:
    problems = check_project(
        load_project(make_project(tmp_path, {file: BANK.replace("easy", "eazy"), "docs/lernen/netz.md": "# Netz\n"}))
    )
    assert [problem.code for problem in problems] == ["DATEI09", "FORM05"]
    assert "data/question-bank/" in problems[0].hint


@pytest.mark.parametrize("file", ["notiz.txt", "fall.yml~", "fall.yml.bak", ".fall.yml.swp", "plan.md"])
def test_notes_and_copies_of_editors_are_left_alone(file: str, tmp_path: Path) -> None:
    root = make_project(tmp_path, {file: "Anruf am Montag: Drucker\n", "fall.yml": CASE_STUDY})
    assert check_project(load_project(root)) == []


def test_a_file_from_anywhere_is_known_by_its_keys(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project", {"docs/lernen/netz.md": "# Netz\n"})
    for model, text in {QuestionBank: BANK, Glossary: GLOSSARY, Dialogue: DIALOGUE, CaseStudy: CASE_STUDY}.items():
        (tmp_path / "fern.yml").write_text(text, encoding="utf-8")
        project = load_project(root, [tmp_path / "fern.yml"])
        assert check_project(project) == []
        assert [type(entry.model) for entry in project.readable] == [model, Exam]
