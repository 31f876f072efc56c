"""Syllables of words as they are said: German, English, spelt and said acronyms."""

from __future__ import annotations

import pytest

from generalprobe.speech.syllables import syllables

GERMAN = """
    Haus 1  Mailserver 3  Mitarbeiterinnen 6  Eskalation 4  Kommunikationsstrategie 8  Vertriebsleiter 4  Typ 1
    System 2  neue 2  Bauer 2  Frauen 2  freie 2  Ehe 2  sehen 2  Familie 3  Folien 2  Situation 4  aktuell 3
    individuell 5  Dialog 3  Diagramm 3  Priorität 4  Ingenieur 3  Niveau 2  Museum 3  Ideen 3  beenden 3
    beauftragt 3  beurteilen 4  beinhalten 4  geehrte 3  Koordination 5  Reaktion 3  geändert 3  naiv 2  ideal 3
    Theater 3  Quelle 2  Yacht 1  Café 2  für's 1  für’s 1  eintausendzweihundert 6
"""
ENGLISH = """
    Update 2  Updates 2  Service 2  Page 1  Case 1  Deadline 2  Ticket 2  Cloud 1  Team 1  Teams 1  Server 2
    Client 2  Router 2  Software 2  Softwareupdate 4  Incident 3  Change 1  Request 2  Release 2  Feature 2
    Issue 2  Template 2  Interface 3  Homepage 2  Homeoffice 3  Smartphone 2  Gigabyte 3  Code 1  File 1  shared 1
    linked 1  updated 3  closed 1  updaten 3  Management 3  Performance 3  Troubleshooting 4  Workaround 3
    Dashboard 2  Download 2  PowerShell 3  SharePoint 2  OneDrive 2  don't 1
"""
ACRONYMS = """
    DNS 3  DHCP 4  VIP 3  VPN 3  USB 3  URL 3  SLA 3  SLAs 3  PCs 2  VMs 2  APIs 3  KI 2  HTTPS 5  DSGVO 5  SSH 3
    ssh 3  GmbH 4  WLAN 2  WLANs 2  LAN 1  SAN 1  RAM 1  PIN 1  BIOS 2  JSON 2  ITIL 2  NATO 2  LDAP 2  VoIP 1
    SaaS 1  Y 3  W 1  XY 4  NICHT 1  WICHTIG 2
"""


def _pairs(table: str) -> list[tuple[str, int]]:
    cells = table.split()
    return [(word, int(count)) for word, count in zip(cells[::2], cells[1::2], strict=True)]


@pytest.mark.parametrize(("word", "count"), _pairs(GERMAN) + _pairs(ENGLISH) + _pairs(ACRONYMS))
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count
