"""Tables of questions: for spreadsheets, in which no text becomes a formula, and for OpenOlat."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from formats import written
from samples import BANK, MATERIAL, make_project

from generalprobe.exporting.spreadsheet import COLUMNS, harmless
from generalprobe.exporting.subjects import Subject, subjects
from generalprobe.reading.loading import load_project


def about(root: Path, id: str) -> Subject:
    return next(each for each in subjects(load_project(root).published(), root) if each.id == id)


def table(content: bytes) -> dict[str, dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    rows = csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    return {row["Kennung"]: row for row in rows}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("tables"), MATERIAL)


def test_each_card_is_a_row(project: Path) -> None:
    rows = table(written("csv", about(project, "alles")))
    assert list(rows) == [
        *(f"drucker/frage-{number}" for number in (1, 2, 3)),
        *(f"netz/{id}" for id in ("port", "wahl", "folge", "paare", "befehl")),
        *("glossary/dns", "glossary/dns/reverse", "glossary/dhcp", "glossary/dhcp/reverse", "telefon/rueckruf"),
    ]
    assert tuple(rows["netz/wahl"]) == COLUMNS
    assert rows["netz/wahl"]["Zur Wahl"] == "• 443\n• 25"
    assert rows["netz/wahl"]["Antwort"] == "• 443"
    assert rows["netz/port"]["Das muss vorkommen"] == "• Nummer eines Dienstes\n• das Ticket"
    assert rows["netz/folge"]["Antwort"].splitlines()[0] == "1. Discover"
    assert rows["netz/paare"]["Antwort"] == "DNS → Namen\nDHCP → Adressen"
    assert rows["netz/befehl"]["Zur Wahl"] == "Mit ipconfig ________ leere ich ihn, mit ________ frage ich nach."
    assert rows["netz/befehl"]["Antwort"] == "• /flushdns | flushdns\n• nslookup"
    assert rows["glossary/dns"]["Antwort"] == "Findet zu einem Namen die Adresse."
    assert rows["glossary/dns/reverse"]["Antwort"] == "DNS (Domain Name System)"


@pytest.mark.parametrize(
    "text", ["=1+1", "+49-1", "-5+2", "--5", "-", "-n", "-1\n=1", "-1;=1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "－5"]
)
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless(f"a{text}") == f"a{text}"


@pytest.mark.parametrize("text", ["-443", "+49", "+49 30 123", "-1.000,5", "-1;+2"])
def test_a_number_is_no_formula(text: str) -> None:
    assert harmless(text) == text


def test_no_cell_of_a_file_is_a_formula(tmp_path: Path) -> None:
    bank = BANK.replace('"25"', "'-2+3'").replace(
        "question: Was ist ein Port?", "question: '=HYPERLINK(\"https://evil.example\")'"
    )
    root = make_project(tmp_path, {"data/question-bank/netz.yml": bank.replace('"443"', '"-443"')})
    subject = about(root, "netz")
    rows = table(written("csv", subject))
    assert rows["netz/port"]["Frage"] == '\'=HYPERLINK("https://evil.example")'
    cells = [cell for line in written("openolat", subject).decode().splitlines() for cell in line.split("\t")]
    assert {"-443", "'-2+3"} <= {*cells}
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells if cell != "-443")


@pytest.mark.parametrize(
    ("accepted", "pasted"),
    [
        ("['-443']", "-443"),
        ("['-443', '443']", "-443;443"),
        ("['-n', /n]", "/n;-n"),
        ("['-n']", "'-n;-n"),
        ("['-443', '-n']", "'-443;-443;-n"),
        ("['=1+1', '+cmd|x']", "'=1+1;'+cmd|x"),
        ("[a, '-2+3']", "a;'-2+3"),
    ],
)
def test_an_answer_that_begins_like_a_formula_is_accepted_in_openolat(
    accepted: str, pasted: str, tmp_path: Path
) -> None:
    """Unless it may be one: no part between semicolons is, for they may part cells."""
    bank = str(MATERIAL["data/question-bank/netz.yml"]).replace("[/flushdns, flushdns]", accepted)
    text = written("openolat", about(make_project(tmp_path, {"data/question-bank/netz.yml": bank}), "netz")).decode()
    assert f"\n1\t{pasted}\n" in text


def test_an_accepted_answer_with_a_semicolon_gives_way_to_others_in_openolat(tmp_path: Path) -> None:
    bank = str(MATERIAL["data/question-bank/netz.yml"]).replace("[/flushdns, flushdns]", "['&amp;', 'a;b', flushdns]")
    pasted = written("openolat", about(make_project(tmp_path, {"data/question-bank/netz.yml": bank}), "netz")).decode()
    assert "\n1\tflushdns\n" in pasted


def test_what_is_pasted_into_openolat(project: Path) -> None:
    blocks = [block.splitlines() for block in written("openolat", about(project, "netz")).decode().split("\n\n")]
    assert [block[0] for block in blocks] == ["Typ\tEssay", "Typ\tSC", "Typ\tFIB"]
    assert blocks[1][3:] == ["Punkte\t1", "1\t443", "0\t25"]
    assert blocks[2][4:] == [
        *(
            "Text\tMit ipconfig",
            "1\t/flushdns;flushdns",
            "Text\tleere ich ihn, mit",
            "1\tnslookup",
            "Text\tfrage ich nach.",
        ),
    ]
