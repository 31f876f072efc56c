"""A second exam is data alone: its rules, a case study, a bank; pages, checks and commands follow the right one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from copies import ROOT, copy_project, few_pages, run_script
from imported import PAGE
from samples import BANK, CASE_STUDY, said, without_lessons

from generalprobe.commands.check import main as check
from generalprobe.commands.import_files import main as import_files

pytestmark = pytest.mark.slow

OTHER = "netzwerkerin"
TOPIC = "Netze planen"
ASKING = "---\nrender_macros: true\n---\n# Start\n\n{{ exam().presentation.budget }}\n"
REAL = ROOT / "data" / "exams" / "it-support-specialist.yml"


def other_exam() -> str:
    """Fifteen minutes and fifteen, other topics, another sheet."""
    rules = yaml.safe_load(REAL.read_text(encoding="utf-8"))
    rules["name"] = "Netzwerkerin"
    rules["presentation"] = {"budget": "15:00", "shortest": "12:00", "cutoff": "15:30"}
    rules["slides"] |= {"fewest": 8, "most": 12, "longest": "2:00"}
    rules["discussion"] |= {"budget": "15:00", "shortest_answer": "1:00", "longest_answer": "2:00"}
    rules["topics"] = [TOPIC, "Netze betreiben"]
    rules["marking_sheet"]["sections"][0]["title"] = "Planung"
    for criterion in [each for section in rules["marking_sheet"]["sections"] for each in section["criteria"]]:
        criterion["topic"] = TOPIC
    rules["marking_sheet"]["overall"] = [{"id": "auftreten", "text": "Professionelles Auftreten"}]
    return yaml.safe_dump(rules, allow_unicode=True)


def longer_answers(text: str) -> str:
    return text.replace("Begriffe und Grundlagen", TOPIC).replace(f"answer: {said(40)}", f"answer: {said(80)}")


def other_case_study() -> str:
    """Ten slides of a minute and a half: too long for the first exam."""
    text = longer_answers(CASE_STUDY).replace("exam: it-support-specialist", f"exam: {OTHER}")
    text = text.replace("Drucker druckt nicht", "Neues Netz").replace(f"notes: {said(75)}", f"notes: {said(84)}")
    head, slide, rest = re.split(r"(?=  - title: Schritt [12]\n)", text.replace('"1:15"', '"1:30"'))
    plans = (re.sub("(Schritt|Überschrift) 1", f"Planung {number}", slide) for number in (1, 2, 3))
    return head + slide + "".join(plans) + rest


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("two-exams"))
    data = root / "data"
    (data / "exams" / f"{OTHER}.yml").write_text(other_exam(), encoding="utf-8")
    (data / "case-studies" / "neues-netz.yml").write_text(other_case_study(), encoding="utf-8")
    bank = (
        BANK.replace("Begriffe und Grundlagen", TOPIC).replace(said(40), said(80)).replace("lesson: lernen/netz\n", "")
    )
    (data / "question-bank" / "netze.yml").write_text(bank, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    done = run_script(project, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_case_studies_follow_their_own_exam(site: Path) -> None:
    assert re.search(r'15:00</span> von <span class="gp-time">15:00', page(site, "fallstudien/neues-netz")), "budget"
    assert ">Netzwerkerin</a>" in page(site, "fallstudien/neues-netz")
    assert 'data-shortest="60" data-longest="120"' in page(site, "fallstudien/neues-netz/fragen")
    assert 'data-shortest="30" data-longest="60"' in page(site, "fallstudien/service-recovery/fragen")


def test_banks_follow_the_exam_that_asks_about_their_topic(site: Path) -> None:
    assert 'data-shortest="60" data-longest="120"' in page(site, "ueben/fragen/netze")
    assert 'data-shortest="30" data-longest="60"' in page(site, "ueben/fragen/begriffe")


def test_the_index_says_to_which_exam_each_card_belongs_and_pages_know_all_of_them(site: Path) -> None:
    index = json.loads((site / "ueben" / "karten.json").read_text(encoding="utf-8"))
    exams = {asking["file"]: asking["exams"] for asking in index["pages"]}
    assert exams["netze"] == exams["neues-netz"] == [OTHER]
    assert exams["service-recovery"] == exams["begriffe"] == ["it-support-specialist"]
    for address in ("ueben/heute", "ueben/kurztest", "ueben/fragen", "ueben/stand"):
        assert re.search(r'data-exams="[^"]*Netzwerkerin', page(site, address))


def test_where_there_are_several_exams_one_chooses_the_own_and_filters_by_them(site: Path) -> None:
    options = '<option value="it-support-specialist">[^<]+</option><option value="netzwerkerin">Netzwerkerin</option>'
    for address, name in (("ueben/stand", "which"), ("ueben/fragen", "pruefung")):
        assert re.search(
            rf'<select id="[^"]+" name="{name}"><option value="">alle</option>{options}', page(site, address)
        )


def test_each_exam_has_a_page_with_its_rules_and_its_sheet(site: Path) -> None:
    other, first = (page(site, f"nachschlagen/pruefungen/{id}") for id in (OTHER, "it-support-specialist"))
    assert all(text in other for text in ("15:30", TOPIC, "Planung", "Neues Netz", "../../../ueben/fragen/netze/"))
    assert "10:30" in first
    assert TOPIC not in first
    assert "Planung" not in first


def test_written_pages_stay_with_the_exam_that_the_settings_name(site: Path) -> None:
    assert "10&nbsp;Minuten reden" in page(site, ".")
    assert "10:30" in page(site, "nachschlagen/probepruefung")


def test_a_site_that_does_not_say_what_its_pages_are_about_is_not_built(tmp_path: Path) -> None:
    project = few_pages(tmp_path / "project", {})
    (project / "data" / "exams" / f"{OTHER}.yml").write_text(without_lessons(other_exam()), encoding="utf-8")
    (project / "docs" / "index.md").write_text(ASKING, encoding="utf-8")
    assert run_script(project, "build").returncode == 0
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    without = settings.replace("  exam_id: it-support-specialist\n", "")
    (project / "mkdocs.yml").write_text(without, encoding="utf-8")
    done = run_script(project, "build")
    assert done.returncode == 1
    assert "extra.exam_id" in done.stdout + done.stderr


def test_the_check_measures_each_talk_by_its_own_exam(project: Path, tmp_path: Path) -> None:
    own = [f"data/case-studies/{name}.yml" for name in ("neues-netz", "service-recovery")]
    fine = run_script(project, "check", "--strict", *own, "data/question-bank/netze.yml")
    assert fine.returncode == 0, fine.stdout
    wrong = tmp_path / "falsch.yml"
    wrong.write_text(other_case_study().replace(f"exam: {OTHER}", "exam: it-support-specialist"), encoding="utf-8")
    said_of = run_script(project, "check", str(wrong)).stdout
    assert "ZEIT03" in said_of
    assert "FRAGE04" in said_of


def test_what_is_handed_in_or_taken_over_asks_for_the_exam(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    talk = tmp_path / "vortrag.md"
    talk.write_text(PAGE, encoding="utf-8")
    for command, options in ((check, []), (import_files, ["--out", str(tmp_path / "out")])):
        assert command([str(talk), *options]) == 2
        assert f"mehrere Prüfungen: it-support-specialist, {OTHER}. Nenne eine: EXAM=" in capsys.readouterr().err
        command([str(talk), *options, "--exam", OTHER])
        assert capsys.readouterr().err == ""
    [made] = (tmp_path / "out").iterdir()
    assert f"exam: {OTHER}" in made.read_text(encoding="utf-8")


def test_new_asks_for_the_exam_and_plans_for_it(project: Path, tmp_path: Path) -> None:
    copy = copy_project(tmp_path / "copy", project)
    refused = run_script(copy, "new", "noch-eins")
    assert refused.returncode == 2
    assert "mehrere Prüfungen" in refused.stderr
    assert run_script(copy, "new", "noch-eins", "--exam", OTHER).returncode == 0
    text = (copy / "data" / "case-studies" / "noch-eins.yml").read_text(encoding="utf-8")
    assert f"exam: {OTHER}" in text
    assert "höchstens 15:00; dieser Plan ergibt 13:30" in text
    assert TOPIC in text
    assert run_script(copy, "check", "data/case-studies/noch-eins.yml").returncode == 0
