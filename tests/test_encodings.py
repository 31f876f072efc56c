"""Files that are in no UTF-8, or hold what nobody can see: named once, and read on all the same."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from samples import CASE_STUDY, MATERIAL, make_project

from generalprobe.checking.project import check_project
from generalprobe.checking.written import check_written
from generalprobe.format.case_study import CaseStudy
from generalprobe.problems import Problem
from generalprobe.reading.encodings import decode
from generalprobe.reading.loading import load_project
from generalprobe.speech import estimate

MISTAKES = CASE_STUDY.replace("Überschrift 3", "Die **Überschrift** 3").replace(
    "audience: IT-Leitung", "audience: Prüfer"
)
SAID = ["TEXT02 26:19", "ZIEL01 8:13"]
NAMES = {
    "cp1252": "Western (Windows 1252)",
    "mac-roman": "Western (Mac Roman)",
    "cp850": "Western European DOS (CP 850)",
    "utf-16": "UTF-16 LE",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
}


def check(root: Path, content: str | bytes) -> list[Problem]:
    return check_project(load_project(make_project(root, {"fall.yml": content})))


def said(problems: list[Problem]) -> list[str]:
    return sorted(f"{problem.code} {problem.line}:{problem.column}" for problem in problems)


@pytest.mark.parametrize("encoding", NAMES)
def test_a_file_in_another_encoding_is_named_once_and_read(encoding: str, tmp_path: Path) -> None:
    text = MISTAKES.replace("Nach einem Update", "Für „alle“ – nach dem Update")
    problems = check(tmp_path, text.encode(encoding, errors="replace"))
    assert said(problems) == sorted(["DATEI03 4:11", *SAID])
    [encoded] = [problem for problem in problems if problem.code == "DATEI03"]
    assert encoded.severity == "error"
    assert NAMES[encoding] in encoded.message
    assert f"erneut öffnen“ und „{NAMES[encoding]}“" in encoded.hint
    assert encoded.source.startswith("summary: Für ")


def test_what_is_followed_to_the_letter_leads_to_the_right_text() -> None:
    for encoding in NAMES:
        assert decode(CASE_STUDY.encode(encoding)).text == CASE_STUDY


def test_a_file_that_was_put_together_of_two_encodings_is_named_line_by_line(tmp_path: Path) -> None:
    content = MISTAKES.encode().replace(b"Alle drucken", "Für alle, müde".encode("cp1252"))
    problems = check(tmp_path, content)
    assert said(problems) == sorted(["DATEI03 10:10", *SAID])
    assert any("`goal: Für alle, müde wieder.`" in problem.hint for problem in problems)


def test_all_control_characters_are_named_in_one_run_with_everything_else(tmp_path: Path) -> None:
    text = CASE_STUDY.replace("Nach einem", "Nach\x0beinem\x07").replace("goal:", "go\x00al:")
    problems = check(tmp_path, text.replace("technology", "tecnology"))
    assert said(problems) == ["DATEI06 10:5", "DATEI06 4:14", "FORM05 2:8"]
    assert "`goal: Alle drucken wieder.`" in problems[2].hint
    assert "`summary: Nach einem Update kommt nichts mehr aus dem Drucker.`" in problems[1].hint


def test_a_file_that_is_no_text_is_one_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in check(tmp_path, "a\x01b\x02c\n" * 500)] == ["DATEI06"]


def test_an_umlaut_of_two_characters_is_read_as_one(tmp_path: Path) -> None:
    """Wherever it stands: in values, in topics that are compared, in the words of a finding, in what is spoken."""
    apart = {name: unicodedata.normalize("NFD", str(text)) for name, text in MATERIAL.items()}
    whole = load_project(make_project(tmp_path / "nfc", dict(MATERIAL)))
    decomposed = load_project(make_project(tmp_path / "nfd", dict(apart)))
    assert decomposed.readable
    assert [file.model for file in decomposed.readable] == [file.model for file in whole.readable]
    assert check_project(decomposed) == []


def test_a_finding_in_a_text_of_two_characters_stands_at_its_words(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", CASE_STUDY.replace("Alle drucken", "Für **Größe:**alle"))
    [problem] = check(tmp_path, text)
    assert problem.source[problem.column - 1 :][: problem.width] == unicodedata.normalize("NFD", "**Größe:**alle")


def test_speech_takes_as_long_however_umlauts_are_written() -> None:
    for text in ("Für Größe und Ärger über Öl.", "[Pause 2 s] Über 3 Uhr früh"):
        assert estimate(unicodedata.normalize("NFD", text)) == estimate(text)


@pytest.mark.parametrize(
    ("written", "cure"),
    [("fÃ¼r alle", "`für`"), ("â€žallesâ€œ und", "`„alles“`"), ("f\ufffdr alle", "neu tippen")],
)
def test_umlauts_that_fell_apart_are_named(written: str, cure: str, tmp_path: Path) -> None:
    [problem] = check(tmp_path, CASE_STUDY.replace("Alle drucken", f"Gut {written}"))
    assert (problem.code, problem.line, problem.column) == ("TEXT03", 10, 13)
    assert cure in problem.hint


def test_a_written_page_with_umlauts_of_two_characters_is_named(tmp_path: Path) -> None:
    page = unicodedata.normalize("NFD", "# Netz\n\nFür große Netze\n")
    [problem] = check_written(load_project(make_project(tmp_path, {**MATERIAL, "docs/lernen/netz.md": page})))
    assert (problem.code, problem.line, problem.column, problem.severity) == ("TEXT03", 3, 1, "warning")


def test_a_case_study_in_another_encoding_counts_as_read(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"fall.yml": CASE_STUDY.encode("cp1252")})
    assert load_project(root).entries(CaseStudy)
