"""Addresses lead where pages are."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import MATERIAL, ROOT, make_project

from generalprobe import addresses
from generalprobe.pages import render_site
from generalprobe.reading.loading import load_project


@pytest.mark.parametrize("name", ["CASE_STUDIES", "CATALOGUE", "DIALOGUES", "GLOSSARY", "PHRASES", "RULES"])
def test_a_written_page_stands_at_each_fixed_address(name: str) -> None:
    address = getattr(addresses, name)
    files = (addresses.index_file(address), addresses.markdown_file(address))
    assert any((ROOT / "docs" / file).is_file() for file in files)


def test_every_generated_page_stands_at_its_address(tmp_path: Path) -> None:
    assert set(render_site(load_project(make_project(tmp_path, MATERIAL)))) == {
        addresses.index_file(addresses.case_study("drucker")),
        addresses.markdown_file(addresses.case_study_questions("drucker")),
        addresses.markdown_file(addresses.bank("netz")),
        addresses.markdown_file(addresses.glossary_questions("begriffe-und-grundlagen")),
        addresses.markdown_file(addresses.phrase_questions("telefon")),
        addresses.markdown_file(addresses.dialogue("versand")),
    }


def test_ways_between_pages() -> None:
    assert addresses.to_root(addresses.case_study_questions("vpn")) == "../../../"
    assert addresses.between(addresses.CATALOGUE, addresses.bank("netz")) == "netz/"
    assert addresses.between(addresses.CATALOGUE, addresses.case_study("vpn")) == "../../fallstudien/vpn/"
