"""Each rule of the exam: what breaks it is found at its place, what keeps it is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import CASE_STUDY, ROOT, make_project, said

from generalprobe.checking.project import check_project
from generalprobe.format.duration import Duration
from generalprobe.problems import Problem
from generalprobe.reading.loading import load_project
from generalprobe.rules import RULES
from generalprobe.scaffold import skeleton

Change = Callable[[str], str]


def _replace(old: str, new: str, count: int = -1) -> Change:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, count)

    return change


SLIDE = '  - title: Mehr {0}\n    headline: Mehr {0}\n    notes: {1}\n    time: "{2}"\n'
NOTES = f"notes: {said(75)}"
QUESTIONS_START = CASE_STUDY.index("questions:")


def _slides(count: int, time: str) -> Change:
    def change(text: str) -> str:
        notes = said(Duration.parse(time))
        slides = "".join(SLIDE.format(number, notes, time) for number in range(count))
        return text[: text.index("slides:")] + "slides:\n" + slides + text[text.index("questions:") :]

    return change


def _artifact(text: str) -> Change:
    return _replace('    time: "1:15"', f'    artifact: {{{text}}}\n    time: "1:15"', 1)


def _notes(*lines: str) -> Change:
    """Notes of several lines for the first slide: the lines, from line 19 on, and then enough to fill it."""
    block = "".join(f"      {line}\n" for line in lines)
    return _replace(f"    {NOTES}\n", f"    notes: |\n{block}\n      {said(75)}\n", 1)


ENGLISH = "We found that the server was not there, and it is what all of our users have been waiting for. " * 6


# The rule, how the sample breaks it, the line that it is reported at, and a part of the message.
BREACHES: list[tuple[str, Change, int, str]] = [
    ("PRUEFUNG01", _replace("exam: it-support-specialist", "exam: it-support"), 3, "`it-support` gibt es nicht"),
    ("ZIEL01", _replace("audience: IT-Leitung", "audience: Der Prüfungsausschuss der IHK"), 8, "Prüfungsausschuss"),
    (
        "ZIEL01",
        _replace("audience: IT-Leitung", "audience: Damen und Herren des Prüfungsausschusses"),
        8,
        "„Prüfungsausschusses“",
    ),
    ("ZIEL01", _replace("audience: IT-Leitung", "audience: An die Ausschüsse, den Prüfern zuliebe"), 8, "„Prüfern“"),
    ("ZIEL01", _replace("audience: IT-Leitung", "audience: Mitglieder eines Prüfungsgremiums"), 8, "Prüfungsgremiums"),
    ("ZIEL01", _replace("audience: IT-Leitung", "audience: die Prüfungsgremien der IHK"), 8, "Prüfungsgremien"),
    ("ZIEL01", _replace("audience: IT-Leitung", "audience: Prüfer:innen und IT-Leitung"), 8, "„Prüfer"),
    ("ZEIT01", _slides(7, "1:27"), 14, "Geplant sind 10:09, der Zeitrahmen ist 10:00 (0:09 zu viel)"),
    ("ZEIT03", _slides(8, "1:20"), 14, "Geplant sind 10:40, abgebrochen wird bei 10:30 (0:10 zu viel)"),
    ("ZEIT04", _slides(8, "1:00"), 14, "Geplant sind nur 8:00, empfohlen sind mindestens 8:30"),
    ("ZEIT05", _replace('"1:15"', '"0:20"', 1), 19, "Folie 1 ist auf 0:20 geplant"),
    ("ZEIT06", _replace('"1:15"', '"1:35"', 1), 19, "Folie 1 ist auf 1:35 geplant"),
    ("ZEIT07", _replace('    time: "1:15"', '    demo: "1:16"\n    time: "1:15"', 1), 19, "(1:16) ist länger"),
    ("ZEIT02", _replace(NOTES, f"notes: {said(110)}", 1), 19, "dauert etwa 1:48 (1:32–2:06)"),
    (
        "ZEIT08",
        _replace(NOTES, f"notes: {said(84)}", 1),
        19,
        "Folie 1 ist auf 1:15 geplant, der Sprechtext dauert etwa 1:24",
    ),
    ("ZEIT08", _replace('    time: "1:15"', '    demo: "0:12"\n    time: "1:15"', 1), 20, "dauert etwa 1:24"),
    ("ZEIT09", _replace(NOTES, f"notes: {said(31)}", 1), 18, "Sprechtext füllt nur 40 % von Folie 1"),
    ("ZEIT10", _replace(f"    {NOTES}\n", "", 1), 15, "Folie 1 hat keinen Sprechtext"),
    ("ZEIT11", _slides(7, "1:10"), 14, "Gesprochen dauert der Vortrag etwa 7:52"),
    ("ZEIT11", _slides(7, "1:10"), 14, "rund 0:40 zu kurz (etwa 100 Wörter)"),
    ("ZEIT12", _slides(8, "1:50"), 14, "Gesprochen dauert der Vortrag etwa 14:"),
    ("ZEIT12", _slides(8, "1:50"), 14, " rund 4:30 zu lang (etwa 750 Wörter)"),
    ("ZEIT12", _slides(5, "1:00"), 14, " zu kurz (etwa 550 Wörter)"),
    ("ZEIT12", _slides(5, "1:00"), 14, "der Zeitrahmen ist 8:30 bis 10:00"),
    ("SPRECH01", _notes("Erst", "```bash", "ping", "```"), 20, "Folie 1 steht Code"),
    ("SPRECH01", _notes("Erst", "~~~", "ping"), 20, "Folie 1 steht Code"),
    ("SPRECH01", _notes("Erst <!-- später", "mehr --> dann"), 19, "Folie 1 steht ein Kommentar"),
    ("SPRECH01", _notes("Erst", "", "# später mehr"), 21, "beginnt eine Zeile mit `#`"),
    ("SPRECH02", _replace(NOTES, f"notes: {ENGLISH}", 1), 18, "Der Sprechtext von Folie 1 ist englisch"),
    ("SPRECH02", _replace(f"answer: {said(40)}", f"answer: {ENGLISH}", 1), 54, "Die Antwort ist englisch"),
    ("FOLIE01", _slides(6, "1:30"), 14, "Nur 6 Folien, empfohlen sind 7 bis 9"),
    ("FOLIE02", _slides(10, "1:00"), 51, "10 Folien"),
    ("FOLIE03", _replace("bullets: [Ein Punkt]", "bullets: [a, b, c, d, e, f, g]", 1), 17, "Folie 1 hat 7 Stichpunkte"),
    (
        "FOLIE03",
        _replace("[Ein Punkt]", "[{text: a, bullets: [b, c, d]}, e, f, g]", 1),
        17,
        "Folie 1 hat 7 Stichpunkte",
    ),
    (
        "FOLIE04",
        _replace('    time: "1:15"', '    id: gleich\n    time: "1:15"', 2),
        25,
        "`gleich` gehört schon zu Folie 1",
    ),
    ("FOLIE04", _replace("title: Schritt 2", "title: SCHRITT 1!"), 20, "`schritt-1` gehört schon zu Folie 1"),
    (
        "FOLIE04",
        _replace("title: Schritt 2", "title: Zwei\n    id: schritt-1"),
        21,
        "`schritt-1` gehört schon zu Folie 1",
    ),
    (
        "FOLIE04",
        _replace('    time: "1:15"', '    formerly: [schritt-2]\n    time: "1:15"', 1),
        21,
        "`schritt-2` gehört schon zu Folie 1",
    ),
    ("FOLIE04", _replace("title: Schritt 2", 'title: "3"'), 20, "`3` ist eine Nummer"),
    ("FOLIE04", _replace("title: Schritt 2", "title: …?"), 20, "Der Titel „…?“ hat keine Buchstaben"),
    ("FOLIE06", _replace("Überschrift 3", "Überschrift 2"), 25, "Folie 3 zeigt und sagt dasselbe wie Folie 2"),
    ("FOLIE07", _replace("Überschrift 3", "Den ganzen Tag gesucht " * 7), 26, "Überschrift von Folie 3 ist"),
    ("FOLIE07", _replace("[Ein Punkt]", f"[{'Neue Firmware und ' * 36}ja]", 1), 17, "Stichpunkte 2 Zeilen"),
    ("FOLIE07", _artifact(f"kind: code, code: {'x' * 90}"), 19, "Der Code auf Folie 1 ist 47 Zeichen zu breit"),
    ("FOLIE07", _artifact("kind: table, columns: [a], rows: [" + "[b], " * 9 + "]"), 19, "Die Tabelle auf Folie 1"),
    ("FRAGE11", _replace("Treiber genau?", "treiber"), 57, "Frage 2 ist dasselbe wie Frage 1"),
    ("GERUEST01", _replace("Überschrift 3", '"[Überschrift auf der Folie]"'), 26, "„Überschrift auf"),
    ("GERUEST01", _notes("Guten Tag.", "[Was du zu dieser Folie sagst: etwa 120 Silben]"), 20, "Silben“"),
    ("GERUEST02", _notes("Guten Tag.", "# TODO: Zahlen nachtragen"), 20, "„TODO“ ist eine Notiz"),
    ("GERUEST02", _replace("[Ein Punkt]", "[Ein Punkt, TBD]", 1), 17, "„TBD“"),
    (
        "FOLIE05",
        _artifact("kind: table, columns: [a, b], rows: [[1a, 2a], [x]]"),
        19,
        "Zeile 2 der Tabelle hat 1 Werte",
    ),
    ("BILD01", _artifact("kind: image, src: images/fehlt.png, alt: x"), 19, "kein Bild „images/fehlt.png“"),
    ("BILD01", _artifact("kind: image, src: images/Plan.png, alt: x"), 19, "kein Bild „images/Plan.png“"),
    ("BILD02", _artifact("kind: image, src: ../geheim.png, alt: x"), 19, "außerhalb"),
    ("BILD02", _artifact("kind: image, src: /etc/geheim.png, alt: x"), 19, "außerhalb"),
    ("BILD02", _artifact("kind: image, src: 'images\\..\\..\\x.png', alt: x"), 19, "außerhalb"),
    ("BILD02", _artifact("kind: image, src: 'https://example.org/x.png', alt: x"), 19, "außerhalb"),
    ("FRAGE01", lambda text: text[:QUESTIONS_START], 1, "keine Frage"),
    ("FRAGE02", lambda text: text[: text.index("  - id: frage-2")], 50, "Nur 1 von mindestens 3"),
    ("FRAGE03", _replace("id: frage-2", "id: frage-1"), 55, "`frage-1` gehört schon zu Frage 1"),
    (
        "FRAGE03",
        _replace("    answer:", "    formerly: [frage-2]\n    answer:", 1),
        56,
        "`frage-2` gehört schon zu Frage 1",
    ),
    ("FRAGE05", _replace(f"answer: {said(40)}", f"answer: {said(12)}", 1), 54, "Die Antwort dauert etwa 0:12"),
    ("FRAGE05", _replace(f"answer: {said(40)}", f"answer: {said(70)}", 1), 54, "empfohlen sind 0:30 bis 1:00"),
    ("FRAGE04", _replace("topic: Begriffe und Grundlagen", "topic: Begriffe", 1), 52, "„Begriffe“ gibt es nicht"),
]


@pytest.mark.parametrize(("code", "change", "line", "message"), BREACHES, ids=[breach[0] for breach in BREACHES])
def test_a_breach_is_found_at_its_place(code: str, change: Change, line: int, message: str, tmp_path: Path) -> None:
    found = [problem for problem in _check(tmp_path, change(CASE_STUDY)) if problem.code == code]
    assert found
    assert found[0].line == line
    assert message in found[0].message
    assert found[0].severity == RULES[code].severity
    assert found[0].hint


@pytest.mark.parametrize(
    "change",
    [
        _slides(8, "1:15"),  # exactly the budget
        _slides(9, "1:00"),
        _replace("audience: IT-Leitung", "audience: Wirtschaftsprüfer"),
        _replace("audience: IT-Leitung", "audience: Prüflinge vor ihrer Prüfung, und wer Prüfungen plant"),
        _artifact("kind: code, code: '# TODO später'"),
        _replace("[Ein Punkt]", "[a, b, c, d, e, f]"),
        _replace("title: Schritt 2", "title: Schritt 1\n    id: zweiter-schritt\n    formerly: [erster-versuch]"),
        _replace(f'    {NOTES}\n    time: "1:15"', '    demo: "1:15"\n    time: 1:15', 1),
        _artifact("kind: image, src: images/plan.png, alt: x"),
        _artifact("kind: table, columns: [a, b], rows: [[x, '']]"),
    ],
)
def test_what_keeps_the_rules_is_without_a_problem(change: Change, tmp_path: Path) -> None:
    assert _check(tmp_path, change(CASE_STUDY)) == []


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (_replace(NOTES, f"notes: {ENGLISH}", 1), ["SPRECH02"]),
        (_replace(f"answer: {said(40)}", f"answer: {ENGLISH}", 1), ["SPRECH02"]),
        (_notes("Team", "[Klick]", "#5 ist das Ticket, und `# so` steht es da."), []),
    ],
)
def test_no_time_is_told_of_a_text_that_is_not_german(change: Change, codes: list[str], tmp_path: Path) -> None:
    assert [problem.code for problem in _check(tmp_path, change(CASE_STUDY))] == codes


def test_taking_notes_away_never_turns_an_error_into_a_warning(tmp_path: Path) -> None:
    text = _slides(5, "1:00")(CASE_STUDY)
    for number in range(6):
        found = {problem.code: problem.message for problem in _check(tmp_path / str(number), text)}
        assert "ZEIT12" in found
        assert ("ZEIT10" in found) == (number > 0)
        text = text.replace(f"    notes: {said(60)}\n", "", 1)
    assert "etwa 0:08 (0:08–0:08), rund 8:20 zu kurz (etwa 1.100 Wörter)" in found["ZEIT12"]


def test_every_text_of_the_skeleton_is_found_at_its_line_until_it_is_replaced(tmp_path: Path) -> None:
    text = skeleton("it-support-specialist", load_project(ROOT, []).exams["it-support-specialist"])
    left = [number for number, line in enumerate(text.splitlines(), start=1) if re.search(r'(?:"| {6})\[', line)]
    found = [problem for problem in _check(tmp_path, text) if problem.code == "GERUEST01"]
    assert [problem.line for problem in found] == left
    assert {problem.severity for problem in found} == {"warning"}  # as a draft
    replaced = re.sub(r'(?<=["\n ])\[[^\]\n]+\]', "Etwas anderes", text.replace("tags: []", ""))
    assert "GERUEST01" not in {problem.code for problem in _check(tmp_path / "ersetzt", replaced)}


def test_a_talk_that_stands_in_two_files_is_found_in_the_second(tmp_path: Path) -> None:
    copy = CASE_STUDY.replace("title: Drucker", "title: Alle Drucker").replace("title: Schritt", "title: Teil")
    problems = check_project(load_project(make_project(tmp_path, {"eins.yml": CASE_STUDY, "zwei.yml": copy})))
    [talk] = [problem for problem in problems if problem.code == "VORTRAG01"]
    assert (talk.file, talk.line) == ("data/case-studies/zwei.yml", 1)
    assert (
        talk.message
        == "„Alle Drucker druckt nicht“ ist dasselbe wie „Drucker druckt nicht“ in data/case-studies/eins.yml"
    )


def test_nothing_is_said_of_an_exam_that_is_there_but_broken(tmp_path: Path) -> None:
    """Its own problems say it; the case studies that use it are not to blame."""
    root = make_project(tmp_path, {"fall.yml": CASE_STUDY})
    exam = root / "data" / "exams" / "it-support-specialist.yml"
    exam.write_text(exam.read_text(encoding="utf-8").replace('budget: "10:00"', "budget: 10"), encoding="utf-8")
    assert [problem.code for problem in check_project(load_project(root))] == ["FORM06"]


def test_limits_of_an_exam_that_contradict_each_other_are_found(tmp_path: Path) -> None:
    root = make_project(tmp_path, {})
    exam = root / "data" / "exams" / "it-support-specialist.yml"
    exam.write_text(exam.read_text(encoding="utf-8").replace('shortest: "8:30"', 'shortest: "10:10"'), encoding="utf-8")
    [problem] = check_project(load_project(root))
    assert (problem.code, problem.path) == ("PRUEFUNG02", "presentation.shortest")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('purpose: "Wer erfuhr wann was von dir?", time: "1:15"', 'purpose: "Wer?", time: "1:45"', ["time", "1:45"]),
        ('purpose: "Wer erfuhr wann was von dir?", time: "1:15"', 'purpose: "Wer?", time: "0:25"', ["time", "0:25"]),
        ('budget: "10:00"', 'budget: "9:15"', ["slides", "9:30"]),
        ("fewest: 7\n  most: 9", "fewest: 3\n  most: 7", ["slides", "8 Folien"] * 4),
        ("title: Gemischt", "title: Allgemein", ["title", "„Allgemein“"]),
        ("title: Herausforderung", "title: Umsetzung", ["title", "„Umsetzung“"]),
    ],
)
def test_a_plan_fits_its_exam_and_repeats_nothing(tmp_path: Path, before: str, after: str, said: list[str]) -> None:
    root = make_project(tmp_path, {})
    exam = root / "data" / "exams" / "it-support-specialist.yml"
    text = exam.read_text(encoding="utf-8")
    assert before in text
    exam.write_text(text.replace(before, after), encoding="utf-8")
    found = [problem for problem in check_project(load_project(root)) if problem.path.startswith("plans")]
    assert {each.code for each in found} == {"LISTE01" if "title" in said else "PRUEFUNG03"}
    assert len(found) == len(said) // 2
    for each, place, part in zip(found, said[::2], said[1::2], strict=True):
        assert each.path.endswith(place)
        assert part in each.message


def test_criteria_that_share_an_id_are_found_across_the_whole_sheet(tmp_path: Path) -> None:
    root = make_project(tmp_path, {})
    exam = root / "data" / "exams" / "it-support-specialist.yml"
    exam.write_text(exam.read_text(encoding="utf-8").replace("id: roter-faden", "id: zielgruppe"), encoding="utf-8")
    [problem] = check_project(load_project(root))
    assert (problem.code, problem.path) == ("LISTE01", "marking_sheet.overall[1].id")
    assert "„zielgruppe“ steht schon" in problem.message


def test_topics_and_lessons_of_criteria_that_there_are_not_are_found(tmp_path: Path) -> None:
    root = make_project(tmp_path, {})
    exam = root / "data" / "exams" / "it-support-specialist.yml"
    text = exam.read_text(encoding="utf-8")
    text = text.replace("id: roter-faden", "id: roter-faden\n      lesson: lernen/fehlt")
    exam.write_text(text.replace("topic: Kommunikation und", "topic: Kommunikation", 1), encoding="utf-8")
    problems = {(problem.code, problem.path) for problem in check_project(load_project(root))}
    place = "marking_sheet.sections[0].criteria[0].topic"
    assert problems == {("FRAGE04", place), ("SEITE01", "marking_sheet.overall[1].lesson")}


def test_every_rule_says_why_and_what_to_do_and_is_tested() -> None:
    """A rule that nothing here or in the goldens breaks is one that may never fire."""
    files = [file for file in (ROOT / "tests").rglob("*") if file.suffix in (".py", ".txt", ".yml")]
    tests = "".join(file.read_text(encoding="utf-8") for file in files)
    for rule in RULES.values():
        assert rule.why
        assert rule.cure
        assert rule.code in tests, rule.code


def _check(root: Path, text: str) -> list[Problem]:
    make_project(root, {"fall.yml": text})
    (root / "docs" / "images" / "plan.png").write_bytes(b"")
    return check_project(load_project(root))


def test_an_image_whose_umlauts_another_system_wrote_is_named_with_a_better_name(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"fall.yml": _artifact("kind: image, src: images/Störung.png, alt: x")(CASE_STUDY)})
    (root / "docs" / "images" / "Sto\u0308rung.png").write_bytes(b"")
    [problem] = check_project(load_project(root))
    assert problem.code == "BILD01"
    assert "`stoerung.png` umbenennen" in problem.hint
