"""What pages show of an exam: its topics, what is marked, and the sheet to mark on."""

from __future__ import annotations

from generalprobe.format.exam import Exam
from generalprobe.pages.templating import block


def exam_part(exam: Exam, part: str) -> str:
    """Render a part of an exam's rules: `exam-topics`, `marking-criteria` or `marking-sheet`."""
    sheet = exam.marking_sheet
    return block(part, exam=exam, sheet=sheet, best=len(sheet.scale) - 1)
