"""The benchmark measures what it says: valid content, the same on both sides, and promises that can fail."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import urllib.error
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from copies import few_pages
from hostile import HOSTILE
from samples import ROOT

from bench import build, fuzz, phone, presentation, quiz, synthetic
from generalprobe.checking.project import check_project
from generalprobe.format.case_study import CaseStudy
from generalprobe.format.questions import OpenQuestion, QuestionBank
from generalprobe.format.vocabulary import Glossary
from generalprobe.reading.loading import load_project

pytestmark = pytest.mark.slow

PROJECT = load_project(ROOT, [])
REAL = ROOT / "data" / "case-studies" / "service-recovery.yml"


@pytest.fixture(autouse=True)
def _compiled_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is measured here is of no interest: it takes what has been compiled beside the code."""
    monkeypatch.setattr(build, "_compiled", lambda: SimpleNamespace(name=""))


@pytest.fixture(scope="module")
def yaml_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("yaml")
    assert synthetic.main(["3", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def studies() -> dict[str, CaseStudy]:
    return synthetic.made_up(3, PROJECT)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_made_up_case_studies_have_no_problem(yaml_folder: Path) -> None:
    project = load_project(ROOT, [yaml_folder])
    assert [entry.id for entry in project.entries(CaseStudy)] == ["fall-0001", "fall-0002", "fall-0003"]
    assert check_project(project) == []


def test_they_are_what_was_made_up(yaml_folder: Path, studies: dict[str, CaseStudy]) -> None:
    project = load_project(ROOT, [yaml_folder])
    assert {entry.id: entry.model for entry in project.entries(CaseStudy)} == studies


def test_they_are_as_long_as_a_real_one_and_differ(yaml_folder: Path) -> None:
    texts = [file.read_text(encoding="utf-8") for file in yaml_folder.iterdir()]
    real = len(words(REAL.read_text(encoding="utf-8")))
    assert all(0.8 < len(words(text)) / real < 1.2 for text in texts)
    assert len(set(texts)) == 3


def test_they_have_every_kind_of_artifact_and_eight_slides_and_questions(studies: dict[str, CaseStudy]) -> None:
    for study in studies.values():
        kinds = {slide.artifact.kind for slide in study.slides if slide.artifact}
        assert kinds == {"placeholder", "image", "diagram", "code", "table", "quote"}
        assert (len(study.slides), len(study.questions)) == (8, 8)


def test_pages_written_by_hand_say_the_same(studies: dict[str, CaseStudy]) -> None:
    """Nothing that costs our side time is left out on the other."""
    study = studies["fall-0001"]
    pages = synthetic.written_by_hand(study, ("fall-0003", "fall-0002"))
    said = " ".join(words(" ".join(pages.values())))
    texts = [slide.notes for slide in study.slides] + [
        bullet.text for slide in study.slides for bullet in slide.bullets
    ]
    for question in study.questions:
        assert isinstance(question, OpenQuestion)
        texts += [question.question, question.expects, question.answer]
    texts += [study.summary, *study.metadata.risks, study.metadata.goal, *(slide.headline for slide in study.slides)]
    for text in texts:
        assert " ".join(words(text)) in said


def test_the_rest_of_the_site_is_written_by_hand_too() -> None:
    project = load_project(ROOT).published()
    pages = synthetic.rest_by_hand(project)
    banks, glossaries = project.entries(QuestionBank), project.entries(Glossary)
    said = {name: " ".join(words(text)) for name, text in pages.items()}
    for bank in banks:
        page = said[f"question-bank/{bank.id}.md"]
        assert all(" ".join(words(question.question)) in page for question in bank.model.questions)
    meanings = [" ".join(words(term.meaning)) for glossary in glossaries for term in glossary.model.terms]
    assert banks and meanings
    assert all(meaning in " ".join(said.values()) for meaning in meanings)


def test_the_yardstick_has_search_and_diagrams_and_no_other_code_of_ours() -> None:
    settings = build.without_our_code((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))

    class Loader(yaml.SafeLoader):
        pass

    yaml.add_multi_constructor("", lambda *_: None, Loader)
    config = yaml.load(settings, Loader)
    assert (config["plugins"], config["hooks"]) == ([], ["search.py"])
    assert re.findall(r"!!python/name:generalprobe\S+", settings) == ["!!python/name:generalprobe.pages.fences.diagram"]


def test_text_stands_in_the_place_of_every_call_of_a_macro_that_takes_one_line(tmp_path: Path) -> None:
    docs = shutil.copytree(
        ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("fallstudien", "javascripts")
    )
    synthetic.write_the_rest_by_hand(PROJECT.published(), docs)
    left = {
        file.name: re.findall(r"^\{\{ *\w+\(.*\) *\}\}", file.read_text("utf-8"), re.M) for file in docs.rglob("*.md")
    }
    assert {name: calls for name, calls in left.items() if calls} == {}


def test_two_case_studies_are_measured_and_printed(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """In a project of few pages: what the others are on both sides, other tests say."""
    project = few_pages(tmp_path_factory.mktemp("few") / "project", {})
    shutil.copytree(ROOT / "bench", project / "bench", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "docs" / "images", project / "docs" / "images", dirs_exist_ok=True)
    monkeypatch.setattr(build, "ROOT", project)
    costs = {2: build.measure_size(2, 1, tmp_path)}
    hostile = {"cycle": build.measure([str(ROOT / "scripts" / "check.py"), str(REAL)], ROOT)}
    build.print_report(costs, hostile, [], 1)
    lines = [line for line in capsys.readouterr().out.splitlines() if re.match(r" +2 ", line)]
    assert len(lines) == 5
    for line in lines:
        assert re.fullmatch(r" +2 +\d+\.\d \(\d+\.\d\) +\d+\.\d \(\d+\.\d\) +\d+\.\d\d +\d+ +\d+ *", line)
    assert all(cost.processor_s > 0 and cost.peak_mb > 5 for cost in costs[2].values())
    assert not [left for left in tmp_path.iterdir() if not left.name.startswith("aside-")]


def test_hostile_files_are_measured_one_by_one(tmp_path: Path) -> None:
    build.write_hostile(tmp_path)
    assert {file.stem for file in tmp_path.iterdir()} == set(HOSTILE)
    few = tmp_path / "few"
    few.mkdir()
    shutil.copy(tmp_path / "deep-list.yml", few)
    assert list(build.measure_files(few, 1)) == ["deep-list"]


def test_what_fails_is_not_measured() -> None:
    with pytest.raises(SystemExit, match=r"ended with 3:\n.*broken"):
        build.measure(["-c", "print('broken'); raise SystemExit(3)"], ROOT)


def cost(seconds: float, megabytes: float = 50) -> build.Cost:
    return build.Cost(seconds * 2, seconds, megabytes)


def measured(site: float, check: float, again: float, megabytes: float) -> dict[str, build.Cost]:
    own = {build.SITE: cost(site, megabytes), build.CHECK: cost(check), build.AGAIN: cost(again)}
    return {**own, build.DIAGRAMS: cost(9), build.BY_HAND: cost(100), build.BARE: cost(2)}


def test_every_promise_can_be_kept_and_broken() -> None:
    good = {100: measured(99, 1, 1, 70), 1000: measured(79, 7, 1.9, 70)}
    bad = {100: measured(101, 1, 1, 80), 1000: measured(910, 9, 2.1, 80)}
    assert [verdict.kept for verdict in build.verdicts(good, {"a": cost(0.5)})] == [True] * 8
    assert [verdict.kept for verdict in build.verdicts(bad, {"a": cost(2), "b": cost(1, 101)})] == [False] * 8


def test_the_verdict_names_promise_value_and_limit() -> None:
    assert str(build.Verdict("build of 1,000", 0.854, 0.8)) == "FAIL build of 1,000: 0.85 (at most 0.8)"


def test_results_can_be_kept_as_json() -> None:
    costs = {2: measured(1, 1, 1, 50)}
    report = json.loads(build.as_json(costs, {"a": cost(1)}, build.verdicts(costs, {"a": cost(1)})))
    assert report["sizes"]["2"]["site"]["processor_s"] == 1
    assert report["verdicts"][0]["kept"] is True


def test_nothing_escapes_from_files_that_are_changed_at_random(capsys: pytest.CaptureFixture[str]) -> None:
    """A short run of what `bench/fuzz.py` does a hundred thousand times."""
    assert fuzz.main(["--count", "60"]) == 0
    assert "60 mutations" in capsys.readouterr().out


@pytest.mark.parametrize(("seconds", "bytes", "kept"), [(3.0, 250_000, True), (3.01, 1, False), (1.0, 250_001, False)])
def test_a_phone_may_wait_and_load_so_much_and_no_more(seconds: float, bytes: int, kept: bool) -> None:
    assert phone.Visit(seconds, bytes).kept is kept


def test_the_phones_server_sends_texts_compressed(tmp_path: Path) -> None:
    """As a real one does; what is missing is missing."""
    text = "Generalprobe " * 500
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    with phone.serving(tmp_path) as url:
        request = urllib.request.urlopen(url)
        body = request.read()
        assert request.headers["Content-Encoding"] == "gzip"
        assert len(body) < 200
        assert gzip.decompress(body).decode() == text
        with pytest.raises(urllib.error.HTTPError):
            urllib.request.urlopen(f"{url}fehlt/")


@pytest.mark.parametrize(("took", "kept"), [([1.0, 1.9, 9.0], True), ([1.0, 2.1, 2.2], False)])
def test_a_phone_may_wait_so_long_for_its_presentation(
    took: list[float], kept: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """The median says it."""
    assert presentation.report(took) is kept
    assert f": {'ok' if kept else 'zu viel'}\n" in capsys.readouterr().out


def test_the_page_of_many_questions_is_built_where_it_was_laid_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Commands look for their project around the working directory: this one built the site that it started in."""
    build_here = "from generalprobe.command import project_root; (project_root() / 'site').mkdir()"
    monkeypatch.setattr(quiz, "BUILD", ["-c", build_here])
    site = quiz.lay_out(tmp_path, 3)
    assert site == tmp_path / "site" and site.is_dir()
