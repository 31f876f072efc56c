"""What lessons show of the data, as HTML: whole without a script, and nothing where a file is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reading import Reader, convert
from samples import MATERIAL, PREPARATION, make_project

from generalprobe import pages
from generalprobe.pages.templating import ahead
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return load_project(make_project(tmp_path, MATERIAL))


def _values(shown: Reader, tag: str, name: str) -> list[str]:
    return [attributes[name] or "" for each, attributes in shown.elements if each == tag and name in attributes]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "am Prüfungstag"),
        (1, "1 Tag vorher"),
        (5, "5 Tage vorher"),
        (7, "1 Woche vorher"),
        (10, "10 Tage vorher"),
        (21, "3 Wochen vorher"),
    ],
)
def test_days_before_the_exam_are_said_in_weeks_where_they_are_whole(days: int, said: str) -> None:
    assert ahead(days) == said


def test_a_conversation_has_a_page_with_all_that_is_said(project: Project) -> None:
    """Sides by who says the lines with a step, the step as a label, the worse reply folded with the reason."""
    page = pages.render_site(project)["lernen/dialoge/versand.md"]
    assert page.startswith(
        '---\ntitle: "Gespräch&#58; Der Versand steht"\ndescription: "Die Leiterin Logistik ruft an."'
    )
    shown = Reader(convert(page.split("---\n", 2)[2]))
    sides = [side for side in _values(shown, "li", "class") if side.startswith("gp-line")]
    assert sides == ["gp-line", "gp-line gp-line--own", "gp-line gp-line--own"]
    for text in ("Nichts druckt!", "Ich kümmere mich.", "Beruhigen Sie sich.", "Ärger darf sein.", "Seit wann?"):
        assert text in shown.text
    assert _values(shown, "li", "data-step") == ["Annehmen", "Klären"]
    assert len([tag for tag, _ in shown.elements if tag == "details"]) == 1
    assert "Nächstes Gespräch" not in shown.text


def test_each_conversation_leads_to_the_next_and_the_last_to_the_first(tmp_path: Path) -> None:
    second = {"data/dialogues/zweites.yml": str(MATERIAL["data/dialogues/versand.yml"])}
    shown = pages.render_site(load_project(make_project(tmp_path, {**MATERIAL, **second})))
    assert 'href="../zweites/"' in shown["lernen/dialoge/versand.md"]
    assert 'href="../versand/"' in shown["lernen/dialoge/zweites.md"]


def test_a_lesson_shows_a_conversation_with_what_it_is_about(project: Project) -> None:
    conversation = pages.conversation(project, "versand")
    assert conversation
    shown = Reader(convert(conversation))
    assert "Die Leiterin Logistik ruft an." in shown.text
    assert _values(shown, "li", "data-step") == ["Annehmen", "Klären"]
    assert pages.conversation(project, "anderes") is None


def test_the_overview_leads_to_each_conversation(project: Project) -> None:
    shown = Reader(convert(pages.dialogue_overview(project)))
    assert _values(shown, "a", "href") == ["versand/"]
    assert "2 Stellen zum Üben" in shown.text


def test_a_matrix_is_a_table(project: Project) -> None:
    matrix = pages.escalation_matrix(project, "standard")
    assert matrix
    shown = Reader(convert(matrix))
    assert len([tag for tag, _ in shown.elements if tag == "tr"]) == 3
    assert "Mail fällt aus" in shown.text
    assert pages.escalation_matrix(project, "andere") is None


def test_topics_stand_under_the_headings_of_their_areas(project: Project) -> None:
    shown = Reader(convert(pages.topic_ideas(project)))
    assert _values(shown, "h3", "id") == ["gebiet-netzwerk"]
    assert "Das VPN bricht ab" in shown.text
    assert "Gemischt" in shown.text


def test_what_is_ticked_carries_its_id_and_its_list(project: Project) -> None:
    parts = [pages.fitness_test(project), *(pages.preparation_part(project, part) for part in PARTS)]
    shown = Reader(convert("\n\n".join(parts)))
    lists = ["topic-ideas/fitness", *(f"preparation/{name}" for name in ("milestones", "checklist", "plan_b"))]
    assert _values(shown, "section", "data-ticks") == lists
    assert _values(shown, "input", "value") == ["zwei-saetze", "messbar", "verstanden", "kamera", "internet"]


PARTS = ("milestones", "checklist", "plan-b")


def test_the_plan_stands_whole_on_its_page_and_as_a_file(tmp_path: Path) -> None:
    task = "text: 'Fälle [sammeln](/lernen/netz/)', counts: cases, times: 2, from_days: 5"
    told = PREPARATION.replace("text: Fälle sammeln", task) + "spans: [{days: 1, text: Nur **ein** Tag.}]\n"
    project = load_project(make_project(tmp_path, {**MATERIAL, "data/preparation.yml": told}))
    shown = Reader(convert(pages.my_plan(project)))
    assert _values(shown, "li", "data-step") == ["thema", "tag"]
    assert [value for value in _values(shown, "input", "value") if value] == ["sammeln", "beitreten"]
    outline = json.loads(pages.data_files(project)["plan/plan.json"].render())
    assert [(step["id"], step["days"]) for step in outline["steps"]] == [("thema", 21), ("tag", 0)]
    assert outline["steps"][0]["tasks"] == [
        {"id": "sammeln", "text": "Fälle sammeln", "href": "/lernen/netz/", "counts": "cases", "times": 2, "from": 5}
    ]
    assert outline["spans"] == [{"days": 1, "said": "Nur ein Tag."}]
    assert outline["fitness"] == {"points": ["zwei-saetze", "messbar"], "from": 1}


def test_without_the_files_there_is_nothing_to_show(tmp_path: Path) -> None:
    """As in a preview while one of them is broken."""
    empty = load_project(make_project(tmp_path, {"data/preparation.yml": "milestones: ["}))
    shown = [pages.topic_ideas(empty), pages.fitness_test(empty)]
    shown += [pages.preparation_part(empty, part) for part in PARTS]
    assert pages.my_plan(empty) == ""
    assert shown == [""] * 5
    assert not [path for path in pages.render_site(empty) if path.startswith("lernen/")]
