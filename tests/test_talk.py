"""The times of a talk: slides, demos and changes of slides add up; errors of single slides cancel in the range."""

from __future__ import annotations

import pytest
from samples import CASE_STUDY, ROOT, said
from test_shipped_content import is_ours

from generalprobe.format.case_study import CaseStudy
from generalprobe.format.duration import Duration
from generalprobe.reading.loading import load_project
from generalprobe.reading.source import read_source
from generalprobe.reading.validation import validate
from generalprobe.talk import Taken, Talk, say, slide_taken


@pytest.fixture
def case_study() -> CaseStudy:
    source = read_source("x.yml", CASE_STUDY.replace('    time: "1:15"', '    demo: "0:05"\n    time: "1:15"', 1))
    case_study = validate(source, CaseStudy)
    assert case_study is not None
    return case_study


def test_a_slide_takes_its_notes_and_its_demo(case_study: CaseStudy) -> None:
    taken = slide_taken(case_study.slides[0])
    assert taken.seconds == pytest.approx(say(said(75)).seconds + 5)
    assert taken.low < taken.seconds < taken.high


def test_pauses_count_as_they_are_written(case_study: CaseStudy) -> None:
    slide = case_study.slides[1]
    directed = slide.model_copy(update={"notes": f"{slide.notes} [Pause 2 s] [Klick] [Pause 1,5 s]"})
    taken = slide_taken(directed)
    assert taken.pauses == 4
    assert taken.spoken == slide_taken(slide).spoken
    assert taken.low == taken.spoken.low + 4


def test_a_talk_takes_its_slides_and_the_changes_between_them(case_study: CaseStudy) -> None:
    talk = Talk.of(case_study, load_project(ROOT, []).exams["it-support-specialist"])
    assert talk.changes == 12
    assert talk.whole.seconds == pytest.approx(sum(slide.seconds for slide in talk.slides) + 12)


def test_the_range_of_a_talk_is_narrower_than_those_of_its_slides_together(case_study: CaseStudy) -> None:
    talk = Talk.of(case_study, None)
    assert talk.whole.high - talk.whole.low < sum(slide.high - slide.low for slide in talk.slides)


def test_silence_has_no_range() -> None:
    taken = Taken(say(""), Duration(30))
    assert {float(time) for time in (taken.low, taken.seconds, taken.high)} == {30}
    assert str(taken) == "0:30 (0:30–0:30)"


def test_the_case_studies_that_we_ship_fill_their_time() -> None:
    for entry in filter(is_ours, load_project(ROOT).published().entries(CaseStudy)):
        for slide in entry.model.slides:
            assert 0.8 <= slide_taken(slide).seconds / slide.time <= 1.1, (entry.id, slide.title)
