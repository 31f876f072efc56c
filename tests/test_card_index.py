"""The index of all cards: equal to the cards, true of the pages, and small."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from reading import Reader, convert, split
from samples import MATERIAL, ROOT, make_project

from generalprobe import addresses, pages
from generalprobe.cards import all_cards
from generalprobe.pages.card_pages import VERSION, cards_file, title
from generalprobe.pages.questions import asking_pages
from generalprobe.reading.loading import load_project
from generalprobe.reading.project import Project

EXAM = (ROOT / "data" / "exams" / "it-support-specialist.yml").read_text(encoding="utf-8")
MOST_BYTES_A_CARD = 60
MOST_BYTES_A_PAGE = 30_000
"""Of what a page gathers, compressed; the frame around it takes the rest of 40,000."""


def listed(project: Project) -> dict[str, dict[str, Any]]:
    """What the index says of each card, by its id, as a reader of the file understands it."""
    index = json.loads(cards_file(project))
    assert index["version"] == VERSION
    return {
        f"{page['file']}/{name}": {
            "title": title,
            "topic": index["topics"][topic],
            "kind": index["kinds"][kind][0],
            "difficulty": index["difficulties"][difficulty],
            "exams": page.get("exams"),
            "page": page["page"],
            "anchor": addresses.question_anchor(name),
            "place": completed(page["place"], name),
            "taught": completed(page["taught"], name),
            **(few[0] if few else {}),
        }
        for page in index["pages"]
        for name, title, topic, kind, difficulty, *few in page["cards"]
    }


def completed(address: str, name: str) -> str:
    return address if not address or address.endswith("/") else address + name.split("/")[0]


@pytest.fixture(scope="module")
def project() -> Project:
    return load_project(ROOT).published()


def test_it_lists_every_card_and_says_what_the_card_says(project: Project) -> None:
    found, cards = listed(project), {card.id: card for card in all_cards(project)}
    assert found.keys() == cards.keys()
    for id, card in cards.items():
        few = {name: value for name, value in (("core", card.item.core), ("formerly", card.formerly)) if value}
        said = {"title": title(card), "topic": card.topic, "kind": card.kind, "difficulty": card.difficulty}
        assert {name: found[id].get(name) for name in {*said, "core", "formerly"}} == {
            **dict.fromkeys(("core", "formerly")),
            **said,
            **few,
        }


def test_every_card_stands_where_it_says(project: Project) -> None:
    """Its question on its page, under the anchor that follows from its name."""
    written = {
        addresses.markdown_file(page): Reader(convert(split(text)[1]))
        for page, text in ((path.removesuffix(".md"), text) for path, text in pages.render_site(project).items())
    }
    for id, card in listed(project).items():
        shown = written[addresses.markdown_file(card["page"])]
        sections = [said for _, said in shown.elements if said.get("data-card") == id]
        assert [said["aria-labelledby"] for said in sections] == [card["anchor"]], id
        assert any(said.get("id") == card["anchor"] for _, said in shown.elements), id


def test_each_card_says_where_it_is_looked_up_and_where_it_is_taught(tmp_path: Path) -> None:
    cards = listed(load_project(make_project(tmp_path, MATERIAL)))
    places = {id: (card["place"], card["taught"]) for id, card in cards.items()}
    assert places["drucker/frage-1"] == ("fallstudien/drucker/fragen/#frage-frage-1", "fallstudien/drucker/")
    assert places["netz/wahl"] == ("ueben/fragen/netz/#frage-wahl", "lernen/netz/")
    term = "nachschlagen/glossar/#begriff-dns"
    assert places["glossary/dns"] == places["glossary/dns/reverse"] == (term, term)
    assert places["telefon/rueckruf"] == ("nachschlagen/formulierungen/#telefon--rueckruf", "")


def test_topics_that_are_spelled_alike_share_a_page(tmp_path: Path) -> None:
    """No page takes the place of another, and none is without a name."""
    terms = "".join(
        f"  - {{id: t{at}, topic: '{name}', term: T{at}, meaning: M., example: E.}}\n" for at, name in _ALIKE
    )
    project = load_project(make_project(tmp_path, {"data/glossary.yml": f"terms:\n{terms}"}))
    rendered = asking_pages(project)
    assert set(rendered) == {f"nachschlagen/glossar/fragen/{name}.md" for name in ("netz", "ohne-namen")}
    text = "".join(page.render() for page in rendered.values())
    assert all(f'data-card="glossary/t{at}"' in text for at, _ in _ALIKE)


_ALIKE = [(1, "Netz"), (2, "Netz!"), (3, "§")]


def test_former_ids_stay_with_their_card(tmp_path: Path) -> None:
    cards = listed(load_project(make_project(tmp_path, MATERIAL)))
    assert cards["netz/wahl"]["formerly"] == ["netz/auswahl", "drucker/auswahl"]


def test_exams_are_named_where_there_are_several(tmp_path: Path) -> None:
    one = load_project(make_project(tmp_path / "one", MATERIAL))
    several = load_project(make_project(tmp_path / "two", {**MATERIAL, "data/exams/zweite.yml": EXAM}))
    assert {card["exams"] for card in listed(one).values()} == {None}
    own = {card.id: list(card.exams(several.exams)) for card in all_cards(several)}
    assert {id: card["exams"] for id, card in listed(several).items()} == own
    assert own["netz/wahl"] == ["it-support-specialist", "zweite"]


def test_a_card_costs_few_bytes(project: Project) -> None:
    """Compressed, as a server sends it; the wording takes most of them."""
    assert len(gzip.compress(cards_file(project).encode(), 6)) / len(all_cards(project)) <= MOST_BYTES_A_CARD


def test_pages_that_gather_cards_do_not_grow_with_them(project: Project) -> None:
    for macro in (pages.catalogue, pages.short_test, pages.today, pages.standing):
        assert len(gzip.compress(macro(project).encode(), 6)) <= MOST_BYTES_A_PAGE


def test_very_many_case_studies_are_not_listed_one_by_one(tmp_path: Path) -> None:
    study = MATERIAL["drucker.yml"]
    many = {f"drucker-{number}.yml": study for number in range(101)}
    project = load_project(make_project(tmp_path, MATERIAL | many))
    for macro in (pages.catalogue, pages.short_test, pages.today):
        text = macro(project)
        assert "drucker-7" not in text
        assert 'href="../../fallstudien/"' in text
        assert 'href="../fragen/netz/"' in text or 'href="netz/"' in text
