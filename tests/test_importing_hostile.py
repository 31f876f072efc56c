"""Texts that mean harm, or are something else: a sentence, soon, and whatever is taken over reads back as it was."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from imported import CATALOGUE, MARP, PAGE, SLIDEV, WISHES, import_text, read_back
from injection.payloads import PAYLOADS
from samples import YAML_LOOKALIKES

from generalprobe.commands.import_files import main
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.questions import QuestionBank
from generalprobe.importing.files import Wishes, import_file
from generalprobe.importing.losses import LOST
from generalprobe.importing.unreadable import Unreadable

HOSTILE = {
    "binary.md": (bytes(range(256)) * 400, "weder eine Präsentation"),
    "long-line.md": (b"## Folie 1: " + b"x" * 10_000_000, "größer als 1 MB"),
    "one-line.md": (b"## Folie 1: " + b"x" * 900_000, "mehr als 20.000"),
    "many-lines.md": (b"## Folie 1\n" + b"- a\n" * 100_000, "mehr als 20.000"),
    "many-slides.md": (b"## Folie 1: x\n\n" * 400, "mehr als 300 Folien"),
    "article.md": (b"Ein Aufsatz.\n\n## Teil\n\nNoch einer.", "weder ein Vortrag"),
    "lesson.md": (b"# a\n\n---\n\n## b\n\n- c\n\n---\n\n## d\n", "weder ein Vortrag"),
    "nothing.md": (b"", "leer"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_refused_in_a_sentence_and_soon(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, said = HOSTILE[name]
    (tmp_path / name).write_bytes(content)
    start = time.process_time()
    assert main([str(tmp_path / name), "--out", str(tmp_path / "out")]) == 2
    assert time.process_time() - start < 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "line", ["[", "*_`[", "[a](", "![", "<", "**Zeit:** ", "> ", "| a ", "<!--", "`a", '„a" ', ", "]
)
def test_no_line_takes_longer_because_it_was_written_to(line: str) -> None:
    text = f"## Folie 1: {line * 400}\n\n" + f"- {line * 1_900}\n{line * 1_900}\n\n" * 4
    start = time.process_time()
    import_text(f'{text}!!! quote "Speaker Notes"\n    {line * 1_900}\n')
    assert time.process_time() - start < 1


def test_pictures_come_from_beside_the_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def find(src: str) -> bytes | None:
        asked.append(src)
        return {"plan.png": b"GIF89a\x10\x00\x10\x00", "riesig.gif": b"GIF89a\xff\xff\xff\xff"}.get(src, b"geheim")

    shown = {"Lage": "![Der Plan](plan.png)", "Ziel": "![x](/etc/passwd)", "Ende": "![x](riesig.gif)"}
    text = "\n\n".join(f"## Folie {number}: {name}\n\n{shown[name]}" for number, name in enumerate(shown, start=1))
    [found] = import_file(text.encode(), Wishes(WISHES.exam_id, WISHES.exam, images=True), find)
    assert list(found.pictures) == ["images/vortrag/folie-1.gif"]
    assert isinstance(found.model, CaseStudy)
    assert found.model.slides[1].artifact and found.model.slides[1].artifact.kind == "placeholder"
    assert [str(each) for each in found.losses] == [
        f"Folie 2 („Ziel“): {LOST['picture-missing']} Es heißt „/etc/passwd“.",
        f"Folie 3 („Ende“): {LOST['large']} Es heißt „riesig.gif“.",
    ]


def test_whatever_is_written_it_is_read_or_refused_and_reads_back() -> None:
    """Lines of all forms in any order, with values that YAML could take for something else."""
    pick = random.Random(7)
    pieces = [
        *PAGE.split("\n"),
        *CATALOGUE.split("\n"),
        *MARP.split("\n"),
        *SLIDEV.split("\n"),
        *(f"- {each}" for each in YAML_LOOKALIKES if "\n" not in each),
        "\ufeff",
        "    - tief",
        "<br> &amp; {{ 7 * 7 }} {% x %}",
        "- [ ] offen",
        *(f"- {each}" for each in PAYLOADS),
        *(f"### {each}" for each in PAYLOADS),
        *(f"    {each}" for each in PAYLOADS),
    ]
    for _ in range(80):
        lines = ["## Folie 1: Lage", *pick.choices(pieces, k=pick.randint(1, 40))]
        try:
            found = import_text("\n".join(lines))
        except Unreadable as error:
            assert str(error).endswith(".")
            continue
        for each in found:
            read_back(each, CaseStudy) if isinstance(each.model, CaseStudy) else read_back(each, QuestionBank)


@pytest.mark.parametrize("asked", ["<b></b>", "a &NewLine;", "&nbsp; \\u003c &NewLine;"])
def test_a_question_of_signs_that_nobody_sees_is_one(asked: str) -> None:
    for text in (
        f"# T\n\nF: {asked}?\nA: {asked}\n- b\\c\n",
        f"# T\n\n| Frage | Antwort |\n|--|--|\n| {asked} | b |\n| c | d |\n",
    ):
        for found in import_text(text * 2):
            assert read_back(found, QuestionBank).questions
