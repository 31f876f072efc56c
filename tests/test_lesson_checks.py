"""Conversations, matrices, topics and the preparation: what breaks a rule is found at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import MATERIAL, make_project

from generalprobe.checking.project import check_project
from generalprobe.problems import Problem
from generalprobe.reading.loading import load_project

VERSAND = "data/dialogues/versand.yml"
STANDARD = "data/escalation-matrices/standard.yml"
TOPICS = "data/topic-ideas.yml"
PREPARATION = "data/preparation.yml"


def problems_of(folder: Path, changed: dict[str, str | bytes]) -> list[Problem]:
    return check_project(load_project(make_project(folder, MATERIAL | changed)))


# The rule, the file, what is replaced by what, the line that it is reported at, and a part of the message.
BREACHES = [
    ("GESPRAECH01", VERSAND, "step: Klären", "step: Kläaren", 13, "„Kläaren“ gibt es nicht"),
    ("GESPRAECH02", VERSAND, "    why: Ärger darf sein.\n", "", 10, "Zu `worse` fehlt `why`"),
    ("GESPRAECH02", VERSAND, "    worse: Beruhigen Sie sich.\n", "", 10, "Zu `why` fehlt `worse`"),
    ("GESPRAECH02", VERSAND, "    step: Annehmen\n", "", 9, "Zu `worse` fehlt `step`"),
    ("LISTE01", VERSAND, "[Annehmen, Klären]", "[Annehmen, Klären, Klären]", 3, "„Klären“ steht schon"),
    ("LISTE01", STANDARD, "Kein Lösungsweg", "Mail fällt aus", 4, "„Mail fällt aus“ steht schon"),
    ("LISTE01", TOPICS, "id: messbar", "id: zwei-saetze", 7, "„zwei-saetze“ steht schon"),
    ("THEMA01", TOPICS, "fit_from: 1", "fit_from: 3", 8, "`fit_from` ist 3, Punkte gibt es 2"),
    ("THEMA01", TOPICS, "fit_from: 1", "fit_from: 0", 8, "`fit_from` ist 0, Punkte gibt es 2"),
    ("LISTE01", PREPARATION, "id: kamera", "id: sammeln", 11, "„sammeln“ steht schon"),
    ("LISTE01", PREPARATION, "id: tag", "id: thema", 9, "„thema“ steht schon"),
    ("LISTE01", PREPARATION, "{id: internet", "{id: verstanden", 13, "„verstanden“ steht schon"),
    ("PLAN01", PREPARATION, "days_before: 0", "days_before: 22", 9, "22 Tage vorher steht hinter 21"),
    ("PLAN01", PREPARATION, "days_before: 0", "days_before: 21", 9, "21 Tage vorher steht hinter 21"),
]


@pytest.mark.parametrize(("code", "file", "old", "new", "line", "message"), BREACHES)
def test_a_breach_is_found_at_its_place(
    code: str, file: str, old: str, new: str, line: int, message: str, tmp_path: Path
) -> None:
    text = str(MATERIAL[file])
    assert old in text
    [problem] = problems_of(tmp_path, {file: text.replace(old, new, 1)})
    assert (problem.file, problem.code, problem.line) == (file, code, line)
    assert message in problem.message


def test_a_conversation_without_a_step_has_nothing_to_practise(tmp_path: Path) -> None:
    text = "title: a\nsituation: b\nsteps: [c, d]\nlines: [{speaker: e, text: f}, {speaker: g, text: h}]\n"
    [problem] = problems_of(tmp_path, {VERSAND: text})
    assert (problem.code, problem.line) == ("GESPRAECH03", 4)


def test_the_step_that_was_meant_is_offered(tmp_path: Path) -> None:
    text = str(MATERIAL[VERSAND]).replace("step: Klären", "step: Klaeren")
    [problem] = problems_of(tmp_path, {VERSAND: text})
    assert "Klären" in problem.hint


def test_a_conversation_may_be_called_like_a_case_study_but_not_like_another(tmp_path: Path) -> None:
    """Nothing hangs on its id but its own address."""
    dialogue = MATERIAL[VERSAND]
    assert problems_of(tmp_path / "eins", {"data/dialogues/drucker.yml": dialogue}) == []
    found = problems_of(tmp_path / "zwei", {"data/dialogues/alt/versand.yml": dialogue})
    assert [problem.code for problem in found] == ["DATEI08"]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "message"),
    [
        (VERSAND, "    text: Seit wann?", "    says: Seit wann?", "FORM01", "Unbekannter Schlüssel `says`"),
        (STANDARD, ", how: Ticket", "", "FORM02", "Schlüssel `how` fehlt"),
        (TOPICS, "focus: mixed", "focus: gemischt", "FORM05", "„gemischt“ ist nicht erlaubt"),
        (PREPARATION, "id: kamera", "id: Kamera", "FORM05", "„Kamera“ ist keine Kennung"),
        (PREPARATION, "days_before: 21", "days_before: -1", "FORM", ""),
    ],
)
def test_wrong_writing_is_explained(file: str, old: str, new: str, code: str, message: str, tmp_path: Path) -> None:
    text = str(MATERIAL[file])
    assert old in text
    found = problems_of(tmp_path, {file: text.replace(old, new, 1)})
    assert any(problem.code.startswith(code) and message in problem.message for problem in found), found
