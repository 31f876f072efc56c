"""Case studies as trainers type them, right and wrong: each is the small sample with one place written differently."""

from __future__ import annotations

from samples import CASE_STUDY

Texts = dict[str, str]


def _with(key: str, written: Texts, place: str, pattern: str = "{}") -> Texts:
    assert place in CASE_STUDY
    return {
        f"{key}-{name}".replace("_", "-"): CASE_STUDY.replace(place, pattern.format(text), 1)
        for name, text in written.items()
    }


def _titles(**written: str) -> Texts:
    return _with("title", written, "Drucker druckt nicht")


def _times(**written: str) -> Texts:
    return _with("time", written, '"1:15"')


def _ids(**written: str) -> Texts:
    return _with("id", written, "frage-1")


def _drafts(**written: str) -> Texts:
    return _with("draft", written, "focus:", "draft: {}\nfocus:")


def _slides(**written: str) -> Texts:
    """Other lines in place of a slide's bullets, which are optional."""
    return _with("slide", written, "    bullets: [Ein Punkt]\n", "{}\n")


GOOD = {
    "sample": CASE_STUDY,
    "windows-line-ends": CASE_STUDY.replace("\n", "\r\n"),
    "no-last-line-end": CASE_STUDY.rstrip("\n"),
    "start-and-end-marks": f"---\n{CASE_STUDY}...\n",
    "indented-as-a-whole": "".join(f"  {line}\n" for line in CASE_STUDY.splitlines()),
    "comments": CASE_STUDY.replace("\n", "  # so\n", 8),
    **_titles(
        no="no",
        yes="yes",
        off="off",
        time="1:30",
        times="10:00:00",
        date="2024-01-01",
        underscores="1_000",
        comma="1,5",
        binary="0b11",
        half_null="nUll",
        hash="Kanal#1",
        tab="Drucker\tdruckt",
        colon="a:b",
        quoted_number='"2024"',
        quoted_colon='"Problem: kein Netz"',
        path=r"C:\Users",
        quotes="„Nichts geht mehr“",
        emoji="Hilfe 🙂",
        minus="-5 °C im Serverraum",
        folded=">-\n  Drucker\n\n    druckt\n  nicht",
        block="|2-\n   Drucker",
        several_lines="Drucker\n  druckt nicht",
        several_quoted_lines='"Drucker\n  druckt \\\n  nicht"',
        escapes=r'"\x41\u00e4\/"',
        protected_space="\u00a0",
    ),
    **_times(bare="1:30", bare_seconds="0:30", bare_ten="10:00", single="'1:30'", padded="01:30", long="99:59"),
    **_ids(word="treiber", digits='"7"', digit_first="1a", words="treiber-nach-update"),
    **_drafts(true="true", capital="True", shouted="TRUE", false="false"),
    **_slides(
        nothing="    # nur ein Bild",
        empty_list="    bullets: []",
        no_artifact="    artifact:",
        same_column="    bullets:\n    - a\n    - b",
        space_before_colon="    bullets : [a]",
        several_lines="    bullets: [\n      a,  # erstens\n      b,\n    ]",
        two_levels="    bullets:\n      - a\n      - text: b\n        bullets:\n          - c\n      - d",
        flow="    bullets: [{text: a, bullets: [b]}]",
        question_mark="    ? bullets\n    : [a]",
        rows="    artifact:\n      kind: table\n      columns:\n      - a\n      rows:\n      - - ''",
        empty_id='    id: ""',
    ),
}

BAD = {
    "empty": "",
    "list": "- a\n",
    "word": "Drucker\n",
    "number": "7\n",
    "empty-group": "{}\n",
    "text-after-the-end": f"{CASE_STUDY}Drucker\n",
    "second-title": f"{CASE_STUDY}title: a\n",
    "second-title-quoted": f'{CASE_STUDY}"title": a\n',
    "first-line-indented": f" {CASE_STUDY}",
    **_titles(
        nothing="",
        comment="#1",
        null="null",
        tilde="~",
        true="true",
        shouted="FALSE",
        number="2024",
        zeros="007",
        negative="-7",
        octal="0o17",
        hexadecimal="0x1F",
        fraction="1.5",
        point_first=".5",
        exponent="1e3",
        infinite=".inf",
        no_number=".NaN",
        empty='""',
        blank='" "',
        line_end=r'"\n"',
        empty_block="|",
        colon="Problem: kein Netz",
        list="[a]",
        group="{a: b}",
        dash="- Drucker",
        star="*fett*",
        percent="%TEMP%",
        at="@alle",
        backtick="`ipconfig`",
        greater="> Zitat",
        bar="| Zelle",
        open_quote='"Drucker',
        open_bracket="[Drucker",
        open_brace="{Drucker",
        after_quote='"Drucker" druckt nicht',
        after_bracket="[Drucker] druckt nicht",
        unknown_escape=r'"C:\Users"',
        under_indented="Drucker\ndruckt nicht",
    ),
    **_times(
        number="90",
        fraction="1.30",
        seconds="1:75",
        one_digit="1:5",
        negative="-1:00",
        hours="10:00:00",
        hundred="100:00",
        yes="yes",
        unit="1:30 min",
        space='"1:30 "',
        line_end=r'"1:30\n"',
        nothing="",
        empty='""',
        list="[1, 30]",
    ),
    **_ids(
        capital="Treiber",
        umlaut="überlast",
        space="der treiber",
        underscore="der_treiber",
        hyphens="der--treiber",
        last="treiber-",
        number="7",
        empty='""',
        line_end=r'"treiber\n"',
    ),
    **_drafts(yes="yes", number="1", text='"true"', nothing=""),
    **_slides(
        no_list="    bullets:",
        text="    bullets: Ein Punkt",
        no_colon="    bullets",
        no_space="    bullets:[a]",
        one_line="    bullets: - a",
        tab_indent="    bullets:\n\t- a",
        colon="    bullets:\n      - Problem: kein Netz",
        empty_bullet="    bullets:\n      -",
        number="    bullets: [7]",
        three_levels="    bullets:\n      - text: a\n        bullets:\n          - text: b\n            bullets: [c]",
        no_text="    bullets:\n      - bullets: [a]",
        twice="    bullets: [{text: a, text: b}]",
        gap="    bullets: [a,,b]",
        crooked="    bullets:\n      - a\n     - b",
        too_far_left="   bullets: [a]",
        too_far_right="     bullets: [a]",
        number_as_key="    1: a",
        list_as_key="    ? [a]\n    : b",
        artifact_text="    artifact: bild",
        artifact_list="    artifact: []",
        artifact_without_kind="    artifact: {description: a}",
        artifact_of_unknown_kind="    artifact: {kind: picture, description: a}",
        artifact_of_other_kind="    artifact: {kind: image, description: a}",
        artifact_of_two_kinds="    artifact: {kind: placeholder, description: a, src: b}",
        image_number="    artifact: {kind: image, src: 7, alt: a}",
        cell_number="    artifact: {kind: table, columns: [a], rows: [[7]]}",
        cell_empty="    artifact: {kind: table, columns: [a], rows: [[~]]}",
        row_text="    artifact: {kind: table, columns: [a], rows: [a]}",
    ),
}

CHECK_ALONE = {
    "only-comments": "# Drucker\n",  # the editor marks nothing where nothing stands
    "two-documents": f"{CASE_STUDY}---\n{CASE_STUDY}",  # each is right by itself
    # What YAML offers and this format refuses.
    "anchor": CASE_STUDY.replace("IT-Leitung", "&rolle IT-Leitung") + "sources: [*rolle]\n",
    "merge": CASE_STUDY.replace("    bullets:", "    <<: {id: a}\n    bullets:", 1),
    "tag": CASE_STUDY.replace("Drucker druckt", "!!str Drucker druckt", 1),
    # The editor passes over keys that are null.
    **_slides(null_as_key="    ~: a", nothing_as_key="    : a"),
    # YAML 1.2, which the editor reads, allows these tabs and takes the separator for text; PyYAML reads YAML 1.1.
    **_slides(tab_after_dash="    bullets:\n      -\ta", tab_line="\t\n    bullets: [a]"),
    **_titles(line_separator="Drucker\u2028druckt"),
    # What is right for YAML, and is not what anybody meant.
    **_titles(comment_in_text="Ticket #4711", path_in_double_marks=r'"C:\temp\neu"'),
    **_slides(entry_too_deep="    bullets:\n      - a\n       - b"),
    # The editor takes characters that nobody sees.
    **_titles(control_character="Drucker\x07"),
}
"""What the check refuses and the editor does not mark."""

EDITOR_ALONE = {
    # YAML 1.2 wants what stands in brackets or quotation marks indented; PyYAML takes what cannot be misunderstood.
    **_titles(quotation_at_the_margin='"Drucker\ndruckt"'),
    **_slides(bracket_at_the_margin="    bullets: [\na\n]", comment_after_comma="    bullets: [a,#b\n      c]"),
    # No system ends lines like this any more.
    "carriage-returns": CASE_STUDY.replace("\n", "\r"),
}
"""What the editor marks and the check takes."""
