"""Talks and exams as the browser gets them: what is written, where, and that nothing is lost or made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from samples import CASE_STUDY, ROOT, make_project

from generalprobe.format.case_study import CaseStudy
from generalprobe.pages import data_files
from generalprobe.published import PublishedTalk
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import Project
from generalprobe.talk import Talk

DIAGRAM = {"kind": "diagram", "source": "flowchart LR\n  a[Eins] --> b[Zwei]", "description": "Zwei Kästen."}


def written(project: Project) -> dict[str, str]:
    return {path: file.render() for path, file in data_files(project).items()}


def talk(tmp_path: Path, **slide: Any) -> dict[str, Any]:
    """What is written of a talk whose first slide also has these values."""
    study = yaml.safe_load(CASE_STUDY)
    study["slides"][0] |= slide
    project = load_project(make_project(tmp_path / "project", {"drucker.yml": json.dumps(study)}))
    found: dict[str, Any] = json.loads(written(project)["fallstudien/drucker/vortrag.json"])
    return found


def test_a_talk_says_what_it_is_and_where_it_belongs(tmp_path: Path) -> None:
    found = talk(tmp_path)
    assert {name: value for name, value in found.items() if name not in ("metadata", "slides")} == {
        "version": 1,
        "id": "drucker",
        "title": "Drucker druckt nicht",
        "draft": False,
        "exam": "it-support-specialist",
        "page": "fallstudien/drucker/",
    }
    assert found["metadata"] == yaml.safe_load(CASE_STUDY)["metadata"]
    assert len(found["slides"]) == 7


def test_a_slide_has_its_texts_as_written_and_its_times_in_seconds(tmp_path: Path) -> None:
    slide = talk(
        tmp_path,
        id="lage",
        formerly=["ausgangslage"],
        bullets=["Ein **Punkt**", {"text": "Noch einer", "bullets": ["darunter"]}],
        notes="Guten Tag. [Pause 2 s]\n\n[Klick] Los, [Dein Name].",
        demo="0:15",
    )["slides"][0]
    assert 1 < slide.pop("spoken_s") < 3
    assert slide == {
        "key": "lage",
        "formerly": ["ausgangslage"],
        "title": "Schritt 1",
        "headline": "Überschrift 1",
        "bullets": [{"text": "Ein **Punkt**", "bullets": []}, {"text": "Noch einer", "bullets": ["darunter"]}],
        "artifact": None,
        "density": "",
        "notes": "Guten Tag. [Pause 2 s]\n\n[Klick] Los, [Dein Name].",
        "directions": ["[Pause 2 s]", "[Klick]"],
        "time_s": 75,
        "demo_s": 15,
        "silent_s": 2,
        "syllables": 7,
    }


def test_a_diagram_lies_beside_as_svg_in_the_colours_of_the_site(tmp_path: Path) -> None:
    study = yaml.safe_load(CASE_STUDY)
    study["slides"][0]["artifact"] = DIAGRAM
    study["slides"][1]["artifact"] = DIAGRAM | {"source": "nichts davon ist ein Diagramm"}
    files = written(load_project(make_project(tmp_path / "project", {"drucker.yml": json.dumps(study)})))
    first, second = (each["artifact"] for each in json.loads(files["fallstudien/drucker/vortrag.json"])["slides"][:2])
    assert first == DIAGRAM | {"caption": "", "drawing": "fallstudien/drucker/diagramm-schritt-1.svg"}
    assert second["drawing"] == ""
    drawing = files[first["drawing"]]
    assert drawing.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ')
    assert "Eins" in drawing
    assert "var(--soft)" in drawing


def test_texts_are_such_as_pages_show(tmp_path: Path) -> None:
    """Without signs that nobody sees; hostile ones stay as they are."""
    hostile = '</script><script>window.pwned=1</script> {{ 7 * 191 }} "\\'
    slide = talk(tmp_path, headline="Ein\ufdd0s", title=hostile)["slides"][0]
    assert slide["headline"] == "Eins"
    assert slide["title"] == hostile


def test_an_exam_says_all_that_its_file_says_in_seconds() -> None:
    exam = json.loads(written(load_project(ROOT))["exams/it-support-specialist.json"])
    said = yaml.safe_load((ROOT / "data" / "exams" / "it-support-specialist.yml").read_text(encoding="utf-8"))
    assert exam["version"] == 1
    assert exam["id"] == "it-support-specialist"
    assert exam["presentation"] == {"budget": 600, "shortest": 510, "cutoff": 630}
    assert exam["speech"]["slide_change"] == 2
    for criterion in [
        *(each for part in said["marking_sheet"]["sections"] for each in part["criteria"]),
        *said["marking_sheet"]["overall"],
    ]:
        criterion.setdefault("knockout", False)
    assert exam["marking_sheet"] == said["marking_sheet"]
    assert exam.keys() == said.keys() | {"version", "id", "speech"}


def test_drafts_are_in_a_preview_alone(tmp_path: Path) -> None:
    project = load_project(make_project(tmp_path / "project", {"drucker.yml": f"draft: true\n{CASE_STUDY}"}))
    path = "fallstudien/drucker/vortrag.json"
    assert json.loads(written(project)[path])["draft"] is True
    assert path not in data_files(project.published())


@pytest.fixture(scope="module")
def shipped() -> Project:
    return load_project(ROOT)


def test_every_shipped_talk_is_there_whole(shipped: Project) -> None:
    """With the keys, times and notes of its file."""
    files = written(shipped)
    for entry in shipped.entries(CaseStudy):
        found = PublishedTalk.model_validate_json(files[f"fallstudien/{entry.id}/vortrag.json"])
        measured = Talk.of(entry.model, None)
        assert [slide.key for slide in found.slides] == [slide.key for slide in entry.model.slides]
        assert [slide.notes for slide in found.slides] == [slide.notes for slide in entry.model.slides]
        assert sum(slide.time_s for slide in found.slides) == entry.model.planned
        spoken = sum(slide.spoken_s + slide.silent_s + slide.demo_s for slide in found.slides)
        assert spoken == pytest.approx(measured.whole.seconds, abs=0.1)


def test_what_a_file_is_made_of_names_it(tmp_path: Path) -> None:
    """A build takes a file as it was before where, and only where, nothing has changed that it shows."""
    root = make_project(tmp_path / "project", {"drucker.yml": CASE_STUDY, "papier.yml": CASE_STUDY})
    before = {path: file.made_of for path, file in data_files(load_project(root)).items()}
    changed = root / "data" / "case-studies" / "papier.yml"
    changed.write_text(CASE_STUDY.replace("Überschrift 2", "Etwas anderes"), encoding="utf-8")
    after = {path: file.made_of for path, file in data_files(load_project(root)).items()}
    differing = {path for path in before if before[path] != after[path]}
    assert differing == {"fallstudien/papier/vortrag.json", "ueben/karten.json"}
