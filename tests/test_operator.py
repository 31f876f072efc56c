"""Who runs the site stands on it as it was set, whatever was set; and where nothing was set, the page says so."""

from __future__ import annotations

import logging
from collections.abc import Mapping

import pytest
from reading import Reader, convert

import macros
from generalprobe.pages import Operator, operator_part, unlike_text

WHOLE = {
    "name": "Prüfungsvorbereitung e. V.",
    "represented_by": "den Vorstand",
    "street": "Musterweg 1",
    "city": "01067 Dresden",
    "email": "post@example.org",
    "phone": "+49 351 000000",
    "register": "Vereinsregister Dresden, VR 1",
    "vat_id": "DE000000000",
    "host": "Beispielserver GmbH",
    "server_log": "IP-Adresse und Uhrzeit, sieben Tage.",
}
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }} {% include 'index.md' %}",
    "a\n\n# b { onclick=alert(1) }",
    "javascript:alert(1)",
    '--8<-- "mkdocs.yml"',
]


def shown(settings: Mapping[str, object], part: str) -> Reader:
    return Reader(convert(operator_part(Operator.of(settings), part)))


def test_everything_that_is_set_stands_on_the_page() -> None:
    imprint, controller, hosting = (shown(WHOLE, part).text for part in ("imprint", "controller", "hosting"))
    for name, value in WHOLE.items():
        assert value in (hosting if name in ("host", "server_log") else imprint), name
    assert WHOLE["street"] in controller
    assert "fehl" not in imprint


@pytest.mark.parametrize("settings", [{}, {"name": None, "city": ""}, {"name": "  "}])
def test_nothing_set_is_said_plainly(settings: Mapping[str, object]) -> None:
    for part in ("imprint", "controller"):
        assert "Kein Betreiber eingetragen" in shown(settings, part).text
    assert "nicht eingetragen" in shown(settings, "hosting").text


def test_what_is_missing_is_named() -> None:
    text = shown(WHOLE | {"email": "", "street": ""}, "imprint").text
    assert "Es fehlt noch: Straße und Hausnummer, E-Mail-Adresse." in text


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("part", ["imprint", "controller", "hosting"])
def test_whatever_is_set_stays_text(part: str, value: str) -> None:
    harmless, hostile = shown(dict.fromkeys(WHOLE, "x"), part), shown(dict.fromkeys(WHOLE, value), part)
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in harmless.elements]
    assert "".join(value.split()) in "".join(hostile.text.split())
    links = [values["href"] or "" for tag, values in hostile.elements if tag == "a"]
    assert all(link.startswith(("mailto:", "../")) for link in links)


def test_a_number_is_no_telephone_number(caplog: pytest.LogCaptureFixture) -> None:
    """YAML reads 0351 as an octal number, and what was typed is lost: the build must not publish that."""
    assert unlike_text({"name": "x", "phone": 233, "vat_id": None}) == ["phone"]
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        macros.operator_details({"phone": 233}, "imprint")
    assert "extra.operator.phone" in caplog.text
