"""Which exam's rules hold where a command needs one."""

from __future__ import annotations

from collections.abc import Mapping

from generalprobe.format.exam import Exam


class Unchosen(Exception):
    """It is not clear which exam is meant; the message says what to do."""


def chosen_exam(exams: Mapping[str, Exam], wanted: str) -> str:
    """The id of the exam that is wanted, or of the only one. Raises Unchosen."""
    if len(exams) > 1 and not wanted:
        one = next(iter(exams))
        raise Unchosen(f"Es gibt mehrere Prüfungen: {', '.join(exams)}. Nenne eine: EXAM={one}, ohne make --exam {one}")
    id = wanted or next(iter(exams), "")
    if id not in exams:
        raise Unchosen(
            f"Die Prüfung „{id}“ gibt es in data/exams/ nicht. Vorhanden: {', '.join(exams)}"
            if exams
            else "In data/exams/ liegt keine Prüfung, nach deren Regeln sich urteilen ließe."
        )
    return id
