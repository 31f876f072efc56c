"""What pages show of an exam: its rules, its topics, what is marked, and the sheet to mark on."""

from __future__ import annotations

from generalprobe import addresses
from generalprobe.format.exam import Exam, exams_asking
from generalprobe.format.questions import QuestionBank
from generalprobe.pages.cases import cases
from generalprobe.pages.recipe import Recipe, recipe
from generalprobe.pages.templating import block
from generalprobe.pages.text import heading, page
from generalprobe.reading.project import Project


def exam_part(exam: Exam, part: str, id: str = "") -> str:
    """Render a part of an exam's rules: one of `_SECTIONS`. By its id browsers keep what is filled in."""
    sheet = exam.marking_sheet
    return block(part, exam=exam, sheet=sheet, best=len(sheet.scale) - 1, id=id)


def exam_pages(project: Project) -> dict[str, Recipe]:
    """A page for each exam, by path below docs/; a single one needs none, the written pages are about it."""
    if len(project.exams) < 2:
        return {}
    exams = project.exams.items()
    return {
        addresses.markdown_file(addresses.exam(id)): recipe(_exam_page, id, exam, project, of=(id, *project.files))
        for id, exam in exams
    }


def _exam_page(id: str, exam: Exam, project: Project) -> str:
    shown = [case for case in cases(project) if case.study.exam == id]
    banks = [
        entry
        for entry in project.entries(QuestionBank)
        if id in exams_asking(entry.model.topic, project.exams, entry.model.exam)
    ]
    parts = [block("exam-head", exam=exam)]
    for part, title in _SECTIONS.items():
        if part == "exam-plans" and not exam.plans:
            continue
        parts += [heading(2, title, part), exam_part(exam, part, id)]
    material = block("exam-material", cases=shown, banks=banks, to_root=addresses.to_root(addresses.exam(id)))
    parts += [heading(2, "Fallstudien und Fragen", "material"), material]
    return page(exam.name, f"Zeiten, Themengebiete, Fallstudien und Bewertungsbogen der Prüfung {exam.name}", parts)


_SECTIONS = {
    "exam-rules": "Der Rahmen",
    "exam-plans": "Zeitpläne für den Vortrag",
    "exam-topics": "Themengebiete",
    "marking-criteria": "Was bewertet wird",
    "marking-sheet": "Bewertungsbogen",
}
