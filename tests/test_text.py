"""The short cuts of text rendering give what the Markdown library gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup, escape
from reading import Reader

from generalprobe.format import html as module
from generalprobe.format.html import acts_in_prose, acts_inline, filled_in, inline, prose
from generalprobe.format.markdown import INLINE, PROSE
from generalprobe.pages.templating import written
from generalprobe.pages.text import shortened

# What decides in Markdown, and what looks harmless.
MARKS = [
    "*",
    "**b**",
    "`c`",
    "`",
    "\\",
    "[x](y)",
    "&amp;",
    "<b>",
    '"',
    "'",
    "```",
    "~~~",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "1) ",
    "> ",
    "# ",
    "|",
]
PIECES = [
    *MARKS,
    "a",
    "Störung",
    "„ja“",
    "**Fett**",
    '`Code & "mehr"`',
    "(",
    "1",
    ".",
    "=",
    "---",
    ":",
    "!",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n\n\n",
    "\t",
    "\r\n",
    "\u00a0",
    "\u2028",
]
texts = st.lists(st.sampled_from(PIECES)).map("".join) | st.text()


@given(texts)
@example("eins\nzwei\n\ndrei\n")
@example("- eins\n- zwei\n")
def test_prose_is_what_the_library_makes_of_it(text: str) -> None:
    assert prose(text) == PROSE.render(text).strip()


@given(texts)
def test_inline_text_is_what_the_library_makes_of_it(text: str) -> None:
    assert inline(text) == INLINE.renderInline(text)


@pytest.mark.parametrize("sign", [each for each in map(chr, range(0x3001)) if each.isspace() and each != " "])
def test_blanks_of_every_kind_act(sign: str) -> None:
    assert acts_inline(f"a{sign}b")
    assert acts_in_prose(f"a{sign}b") == (sign != "\n")


@given(st.one_of(texts, texts.map(Markup), st.integers(), st.floats(), st.none()))
def test_templates_show_values_as_the_library_escapes_them(value: object) -> None:
    assert written(value) == escape(value)


@given(st.lists(texts, min_size=1, max_size=4))
def test_a_list_is_what_the_library_makes_of_it(items: list[str]) -> None:
    text = "".join(f"- {each}\n" for each in items)
    assert prose(text) == PROSE.render(text).strip()


def test_plain_paragraphs_and_lists_are_not_sent_through_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PROSE", None)
    monkeypatch.setattr(module, "INLINE", None)
    assert prose("Erst das **eine**,\ndann das andere.\n\nUnd `a < b`.\n") == (
        "<p>Erst das <strong>eine</strong>,\ndann das andere.</p>\n<p>Und <code>a &lt; b</code>.</p>"
    )
    assert prose("- Erst das `eine`\n- dann das andere") == (
        "<ul>\n<li>Erst das <code>eine</code></li>\n<li>dann das andere</li>\n</ul>"
    )
    assert inline("**Erst** `Get-Item`") == "<strong>Erst</strong> <code>Get-Item</code>"


@given(st.text())
def test_a_shortened_text_is_short_and_begins_as_it_did(text: str) -> None:
    words = " ".join(text.split())
    short = shortened(text)
    assert len(short) <= 160
    assert short == words or words.startswith(short.removesuffix(" …"))


def test_a_text_is_shortened_to_whole_sentences_where_that_leaves_enough() -> None:
    sentence = "Am Montag findet der Versand keinen Server mehr, das übrige Haus arbeitet normal."
    assert shortened(f"{sentence} {sentence} {sentence}") == sentence
    assert shortened(f"Kurz. {'Wort ' * 60}").endswith("Wort …")


FILLING = Markup("<b>1</b>")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Mit ___ geht es.", "Mit <b>1</b> geht es."),
        ("`ipconfig ___`, **_______**", "<code>ipconfig <b>1</b></code>, <strong><b>1</b></strong>"),
        ("[___](https://a.example/___)", '<a href="https://a.example/%EF%B7%90"><b>1</b></a>'),
        ('[a](b "___ onclick=alert(1)") ___', '<a href="b" title=" onclick=alert(1)">a</a> <b>1</b>'),
        ("<i>___</i> & \ufdd0", "&lt;i&gt;<b>1</b>&lt;/i&gt; &amp; "),
    ],
)
def test_gaps_are_filled_where_they_are_read(text: str, html: str) -> None:
    assert filled_in(text, [FILLING, FILLING]) == html


@given(st.lists(st.sampled_from([*PIECES, "___", "](", "<", ">", '"']), max_size=12).map("".join))
def test_a_filling_becomes_nothing_but_what_it_is(text: str) -> None:
    filled = Reader(filled_in(text, [FILLING] * 12))
    assert {tag for tag, _ in filled.elements} <= {"a", "b", "br", "code", "em", "strong"}
    assert filled.attributes <= {"href", "title"}
    assert all(attributes == {} for tag, attributes in filled.elements if tag == "b")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Kolleg*innen und Anwender*innen", "Kolleg*innen und Anwender*innen"),
        ("3*4 und 5*6", "3*4 und 5*6"),
        ("**Kolleg*innen** zuerst", "<strong>Kolleg*innen</strong> zuerst"),
        ("*betont*, (*so*) und „**so**“.", "<em>betont</em>, (<em>so</em>) und „<strong>so</strong>“."),
        ("**fett**e Schrift", "**fett**e Schrift"),
        (r"\\fs01\vertrieb", r"\\fs01\vertrieb"),
        (r"C:\_alt und D:\_neu", r"C:\_alt und D:\_neu"),
        (r"C:\*.txt", r"C:\*.txt"),
        ("C:\\Daten\\", "C:\\Daten\\"),
        (r"\*kein Stern\* und \*\*fett\*\*", "*kein Stern* und **fett**"),
        (r"\`kein Befehl\`", "`kein Befehl`"),
        (r"\[kein Link\](a) und [0-9\]", r"[kein Link](a) und [0-9\]"),
        (r"\<https://a.example> und \<b", r"&lt;https://a.example&gt; und \&lt;b"),
        (r"`C:\*`, **C:\temp**", r"<code>C:\*</code>, <strong>C:\temp</strong>"),
    ],
)
def test_marks_act_around_words_and_backslashes_stay(text: str, html: str) -> None:
    assert inline(text) == html
