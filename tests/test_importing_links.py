"""Links of presentations: those into the web come along as Markdown, the others are named."""

from __future__ import annotations

import random

from strange import STRANGE

from generalprobe.importing.deck import read_deck
from generalprobe.importing.paragraphs import Addresses, linked, marked, web_address
from generalprobe.importing.plain_text import plain


def test_links_into_the_web_come_along_and_others_are_named() -> None:
    web, mail = "https://hilfe.example/drucker_%28neu%29?a=1&b=%2A2%2A", "mailto:hilfe@firma.example"
    found = read_deck(STRANGE["links"])
    first, quote, table, guessed, code = found.slides
    assert [text for each in first.bullets for text in (each.text, *each.bullets)] == [
        f"Hier steht das [das Handbuch]({web}) für das Haus",
        f"[per Mail]({mail})",
        f"2 \\*[a*b]({web})\\* und c_d",
        "Die Datei",
        "Und Folie 2",
        "Weiter",
    ]
    assert quote.artifact and quote.artifact.model_dump(include={"text", "source"}) == {
        "text": f"[Nichts]({web}) druckt",
        "source": f"[Leitung]({mail})",
    }
    assert table.artifact and table.artifact.model_dump()["rows"] == (("x", f"[[y]]({web}) [z]({mail})"),)
    assert [each.text for each in guessed.bullets] == [f"[x*y*z]({mail})"]
    assert code.artifact and code.artifact.model_dump()["code"] == "ping"
    assert [(each.number, dict(each.names)) for each in found.lost] == [
        (1, {"address": 5}),
        (4, {"address": 1}),
        (5, {"address": 1}),
    ]


def test_whatever_stands_around_a_link_it_shows_the_same() -> None:
    pick = random.Random(1)
    pieces = ["Wort", " ", "a_b", "3*4", "C:\\temp", "[1]", "(neu)", "*x*", ", ", "`", "<x>"]
    kept = 0
    for _ in range(300):
        before, said, after = ("".join(pick.choices(pieces, k=pick.randint(1, 4))) for _ in range(3))
        paragraph, lost = linked([(before, ""), (said, "w"), (after, "")], Addresses({"w": "https://hilfe.example/"}))
        assert plain(marked(paragraph)) == paragraph.text
        assert lost + len(paragraph.links) == bool(said.strip())
        assert not paragraph.links or "](https://hilfe.example/)" in marked(paragraph)
        kept += len(paragraph.links)
    assert kept > 200


def test_of_more_links_than_a_slide_has_the_first_come_along() -> None:
    [slide] = read_deck(STRANGE["many links"]).slides
    assert ["](" in each.text for each in slide.bullets] == [True] * 60 + [False] * 10
    assert read_deck(STRANGE["many links"]).lost[0].names == (("address", 10),)


def test_no_other_addresses_are_taken() -> None:
    assert web_address("HTTPS://x.example/a_(b)[c]*") == "HTTPS://x.example/a_%28b%29%5Bc%5D%2A"
    for target in (
        "javascript:alert(1)",
        "file:///C:/x",
        "https://x.example/a b",
        "https://x.example/<b>",
        "//x.example",
    ):
        assert web_address(target) == ""
