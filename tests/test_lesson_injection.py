"""What stands in conversations, matrices, topics and the preparation stays text, read and practised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from browser.visitor import Visitor
from browser.website import Website, build, serving, small_project
from injection.filling import Filler
from injection.payloads import PAYLOADS
from injection.project import armed, write
from playwright.sync_api import Browser
from test_injection import _FOREIGN, _look, _missing

from generalprobe.format.dialogues import Dialogue
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, TopicIdeas

MATRIX = "lernen/eskalation/"
TOPICS = "lernen/thema-eingrenzen/"
DAY = "lernen/pruefungstag/"
_PRACTISE = """() => {
  document.querySelector(".gp-talk__start button, [data-matrix] > .gp-actions button")?.click();
  const place = document.querySelector(".gp-talk__place");
  for (let turn = 0; place && !place.querySelector(".gp-talk__result"); turn += 1) {
    if (turn > 20) throw new Error("the conversation does not end");
    place.querySelector("button").click();
  }
}"""


@dataclass(frozen=True)
class Attack:
    """A built site of payloads, and where each stands."""

    site: Website
    marker: Path
    fillers: list[tuple[str, Filler]]
    """With the address of the page that shows it."""


@pytest.fixture(scope="module")
def attack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Attack]:
    project = small_project(tmp_path_factory.mktemp("injection"))
    marker = project / "a-command-ran"
    fillers = list(_write_dialogues(project, marker))
    rows, shown = _filled(EscalationMatrix, MATRIX, marker)
    write(project / "data/escalation-matrices/standard.yml", rows)
    fillers += shown
    topics, shown = _filled(TopicIdeas, TOPICS, marker)
    write(project / "data/topic-ideas.yml", topics | {"fit_from": 1})
    fillers += shown
    preparation, shown = _filled(Preparation, DAY, marker)
    plan = [step | {"days_before": len(PAYLOADS) - at} for at, step in enumerate(preparation["plan"])]
    write(project / "data/preparation.yml", preparation | {"plan": plan})
    fillers += shown
    with serving(build(project, strict=False)) as site:
        yield Attack(site, marker, fillers)


def _write_dialogues(project: Path, marker: Path) -> Iterator[tuple[str, Filler]]:
    """One for each payload, whose lines are all one's own."""
    for number, payload in enumerate(PAYLOADS):
        filler = Filler(armed(payload, marker))
        data = filler.model(Dialogue)
        for line in data["lines"]:
            line["step"] = data["steps"][0]
        del data["lines"][1]["worse"], data["lines"][1]["why"]
        gone = (".step", "lines[1].worse", "lines[1].why")
        filler.fields = {word: place for word, place in filler.fields.items() if not place[0].endswith(gone)}
        write(project / f"data/dialogues/angriff-{number:03}.yml", data)
        yield f"lernen/dialoge/angriff-{number:03}/", filler


def _filled(model: Any, address: str, marker: Path) -> tuple[dict[str, Any], list[tuple[str, Filler]]]:
    """One file with the lists of all payloads; its own title, which there is but one of, holds the first."""
    whole: dict[str, Any] = {}
    fillers = []
    for number, payload in enumerate(PAYLOADS):
        filler = Filler(armed(payload, marker), ids=1000 * number)
        for name, value in filler.model(model).items():
            if isinstance(value, list):
                whole.setdefault(name, []).extend(value)
            else:
                whole.setdefault(name, value)
        if number:
            filler.fields = {word: place for word, place in filler.fields.items() if place[0] != "title"}
        fillers.append((address, filler))
    return whole, fillers


@pytest.fixture
def visitor(chromium: Browser, attack: Attack) -> Iterator[Visitor]:
    """Somebody who must notice nothing."""
    visitor = Visitor(chromium, attack.site)
    yield visitor
    visitor.close()
    assert visitor.complaints == []


def test_every_field_is_shown_as_text_and_stays_text_when_practised(attack: Attack, visitor: Visitor) -> None:
    """Each conversation tried to its end, the drill begun: nothing foreign stands on the pages, and no command ran."""
    seen: dict[str, tuple[str, list[str]]] = {}
    lost = {}
    for address, filler in attack.fillers:
        if address not in seen:
            page = visitor.open(address, drawn=False)
            text, found = _look(page)
            page.evaluate(_PRACTISE)
            seen[address] = text, _unexpected(found + page.evaluate(_FOREIGN))
        if missing := _missing(filler, seen[address][0]):
            lost[filler.payload, address] = missing
    assert _look(visitor.open("lernen/dialoge/"))[1] == []
    assert {address: found for address, (_, found) in seen.items() if found} == {}
    assert lost == {}
    assert not attack.marker.exists()


def _unexpected(found: list[str]) -> list[str]:
    """Without the forms, boxes and options that are ours."""
    ours = (
        '<form class="gp-plan__form"',
        '<input type="date" id="plan-termin"',
        '<input type="checkbox" value="kennung-',
    )
    drill = ('<form novalidate="" aria-label="Fall 1 von', '<input type="radio" name="gp-drill-')
    return [each for each in found if not each.startswith((*ours, *drill))]
