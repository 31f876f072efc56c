"""German as nobody writes it, with all that an estimate of its time can stumble over; seeded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from generalprobe.speech.tables import load_table


def _parts(*lines: str) -> list[str]:
    return [part for line in lines for part in line.split("|")]


WORDS = _parts(
    "der|die|das|und|ich|habe|den|Server|Ticket|Mitarbeiterinnen|Update|Service|Deadline|Page|Situation|für's|don't",
    "Café|Kolleg*innen|Kolleg:in|Nutzer/-innen|Netzausfall|Priorität|Yacht|Quelle|beenden|shared|updated|Homeoffice|Z",
    "X-Achse|Danach|Dann|Es|Teil|Phase|Stufe|IV|II|I|XIX|V.|the|of|and|we|which|were|İstanbul|Straße|ﬁn|Ωmega|東京|e\u0301s",
)
ACRONYMS = _parts(
    "DNS|DHCP|VPN|WLANs|PCs|DSGVO|GmbH|VoIP|SaaS|ITIL|NATO|YAML|UEFI|C#|Q&A|OpenVPN|iPhone|HTTPS|ssh|LDAPs"
)
SHORT = _parts(
    "z. B.|z.B.|d. h.|u. a.|i. d. R.|bzw.|ca.|usw.|Nr.|Art.|Abs. 5|S. 12|min.|Min.|max.|Std.|Dr.|Prof.|Mio.|ggf.|o. ä.",
    "Tel.|etc.|a. a. O.|Jan.",
)
SYMBOLS = [
    *[
        "→",
        "->",
        "=>",
        ">=",
        "<=",
        "!=",
        "==",
        "≈",
        "±",
        "=",
        "+",
        "&",
        "@",
        "%",
        "€",
        "$",
        "§§",
        "§",
        "°",
        "°C",
        "×",
        "÷",
        "½",
        "²",
        "∞",
        "Ø",
        "^",
        "\\",
        "_",
        "|",
        "#",
        "<",
        ">",
        ">>",
        "-->",
        "/",
        "//",
        "~",
        "~~",
        "**",
        "*",
        "`",
        "-",
    ],
    *["–", "—", "…", "...", "!", "?", "!?", ";", ":", ",", ".", "„", "“", '"', "'", "(", ")", "[", "]"],
]
LINES = [
    *[
        "\n",
        "\n\n",
        "\n- ",
        "\n* ",
        "\n1. ",
        "\n3) ",
        "\n> ",
        "\n# ",
        "\n## ",
        "\n---\n",
        "\n```\n",
        "\n~~~\n",
        "<!-- ",
        " -->",
    ],
    *["\n|a|b|\n|--|--|\n", *"\t\u00a0\u202f\u2009\u00ad\u200b\ufeff\u2011\u2028\x85\x1f\x0b", "\r\n"],
]
DIRECTIONS = _parts(
    "[Klick]|[Pause 2 s]|[Pause 1,5 s]|[Pause, 3 Sekunden]|[Stille: 1 Minute]|[Demo]|[Dein Name]|[Prüfungsdatum]",
    "[Name einblenden]|[**Klick**]|[x](https://a.example/b_c)|![Bild](images/a.png)|[a\nb]|\\[Klick\\]|`[Klick]`|[5]",
    "[Pause ٣ s]",
)
OTHER = _parts(
    "192.168.1.10|10.0.0.0/24|fe80::1|aa:bb:cc:dd:ee:01|www.firma.example|https://hilfe.firma.example/a/b?c=1",
    "max@firma.example|C:\\Users\\Max|/etc/hosts|\\\\server\\share|v2.3.1|Windows 11|3-2-1-Regel|0x80070005|KB5012345",
    "+49 30 1234567|0171 2345678|24/7|1/2|802.11ac|16:9|1920x1080|3x|&amp;|&bdquo;|&#8211;|&#xFC;|&foo;|&amount",
    "`ipconfig /all`|**fett**|*schräg*|~~weg~~|_unten_|server_01|IT-Support|e-mail|100.|0.|1.–3. März|3 * 4|5*6",
    "1 Woche|1 Server|4-stündig|10er|007",
)
SIGNS = "09 15.,:;-–—/\\>=<+@#%€$*_`~()[]!\"'„“°²½→&|^\n\tIVXabzAÄßé🙂٣x’"
UNITS = [*load_table("units")["units"], "Wochen", "€/Monat", "Nutzer"]


def _number(random: Random) -> str:
    digits = str(random.randrange(10 ** random.randrange(1, 9)))
    shape = random.choice(
        ["{}", "{},5", "0{}", "{}.000", "1.{:0>3}", "{},05", "-{}", "~{}", ">{}", "#{}", "{}.", "−{}"]
    )
    return shape.format(digits[-3:] if "." in shape else digits)


def _time(random: Random) -> str:
    hour, minute = random.randrange(0, 27), random.randrange(0, 63)
    shape = random.choice(
        [
            "{}:{:02}",
            "{}:{:02} Uhr",
            "{}.{:02} Uhr",
            "{} Uhr",
            "{}:{:02} Min",
            "{}:{:02}-{}:00 Uhr",
            "{}-{} Uhr",
            "{}:{:02}:{:02} h",
        ]
    )
    return shape.format(hour, minute, hour + 2)


def _date(random: Random) -> str:
    day, month, year = random.randrange(0, 33), random.randrange(0, 14), random.randrange(1000, 2999)
    shapes = [
        "{0}.{1}.{2}",
        "{0:02}.{1:02}.{2}",
        "{0}. {1}. {2}",
        "am {0}.{1}.",
        "{2}-{1:02}-{0:02}",
        "{0}.{1:02}.{3:02}",
        "{0}. März {2}",
    ]
    return random.choice(shapes).format(day, month, year, year % 100)


def _quantity(random: Random) -> str:
    unit = random.choice(UNITS)
    to = f"{random.choice(['-', '–', ' bis ', ' – '])}{_number(random)}" if random.random() < 0.3 else ""
    return f"{_number(random)}{to}{random.choice(['', ' ', '-', ' '])}{unit}"


def texts(count: int, seed: int) -> Iterator[str]:
    """So many texts, always the same: nine of ten of words and what stands between them, the others of any signs."""
    random = Random(seed)
    kinds: list[Callable[[], str]] = [
        *[lambda: random.choice(WORDS)] * 6,
        lambda: random.choice(ACRONYMS),
        lambda: random.choice(SHORT),
        lambda: random.choice(SYMBOLS),
        lambda: random.choice(LINES),
        lambda: random.choice(DIRECTIONS),
        lambda: random.choice(OTHER),
        lambda: _number(random),
        lambda: _time(random),
        lambda: _date(random),
        lambda: _quantity(random),
    ]
    for number in range(count):
        if number % 10 == 0:
            yield "".join(random.choice(SIGNS) for _ in range(random.randrange(60)))
            continue
        parts = [random.choice(kinds)() for _ in range(random.randrange(1, 11))]
        yield "".join(part + random.choice([" ", " ", " ", " ", ". ", ", ", ""]) for part in parts)
