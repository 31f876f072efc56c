"""A talk of one's own in Firefox and WebKit too: from PowerPoint through findings, stage and paper to YAML."""

from __future__ import annotations

import base64
from pathlib import Path

from browser.test_whole_walk import deck
from engines.window import Window, wait_until

from generalprobe.commands.check import main as check

PAGE_DOWN = "\ue00f"
_CHOOSE = """(text) => {
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], "drucker.pptx"));
  const input = document.querySelector("#own-file");
  input.files = carried.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}"""
_PRESS = """(name) => {
  const all = [...document.querySelectorAll("button, a")];
  const found = all.find((each) => each.checkVisibility() && each.textContent.includes(name));
  found?.click();
  return Boolean(found);
}"""
_FILL = """(id, text) => {
  const field = document.getElementById(id);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""
_FRAME = ("situation", "goal", "success_criteria", "scope", "risks")


def _begun(window: Window, folder: Path) -> None:
    window.open("mein-vortrag/")
    window.wait_for("#own-pasted")
    window.evaluate(_CHOOSE, base64.b64encode(deck(folder / "drucker.pptx").read_bytes()).decode())
    window.wait_for("[data-slide]", "Ausgangslage")


def _mended(window: Window) -> None:
    """Two findings lead to their fields, where keys write."""
    window.wait(_PRESS, "Zielgruppe: Der Text ist leer")
    window.wait("() => document.activeElement.id === 'own-audience'")
    window.press("IT-Leitung")
    for field in _FRAME:
        window.evaluate(_FILL, f"own-{field}", "Das Lager druckt wieder.")
    window.wait(_PRESS, "hat keinen Sprechtext")
    window.wait("() => document.activeElement.id.endsWith('-notes')")
    window.press("Der Treiber war alt. ")
    window.wait_for(".gp-outline__status", "Gespeichert")
    window.wait("() => !document.querySelector('.gp-audit').textContent.includes('ist leer')")


def _handed_out(window: Window) -> None:
    for file in window.downloads.rglob("*.yml"):
        file.unlink()
    window.wait(_PRESS, "Als YAML sichern")
    (file,) = wait_until(lambda: [each for each in window.downloads.rglob("*.yml") if each.stat().st_size], "a file")
    assert check([str(file), "--no-spelling"]) == 0


def _printed(window: Window) -> None:
    window.evaluate("() => { window.print = () => {}; }")
    window.wait(_PRESS, "Stichwortkarten drucken")
    assert window.evaluate("() => document.querySelectorAll('.gp-cards__card').length") == 7


def _rehearsed(window: Window) -> None:
    """Pages are opened and not gone to: only then does each driver say when they are there."""
    window.open(f"buehne/{window.evaluate('() => location.search')}")
    window.wait_for(".gp-before__begin")
    window.evaluate("() => document.querySelector('input[name=way][value=one]').click()")
    window.click(".gp-before__begin")
    for number in range(1, 8):
        window.wait_for(".gp-stage__title", f"{number}/7")
        window.press(PAGE_DOWN)
    window.wait_for("dialog", "Vortrag beenden")
    window.click("dialog .gp-button--primary")
    window.wait_for(".gp-end", "Dein Ergebnis")
    window.wait(_PRESS, "Zeiten übernehmen")
    window.wait_for(".gp-offer", "Übernommen")
    window.open(f"mein-vortrag/{window.evaluate('() => location.search')}")
    window.wait_for(".gp-piece__time", "0:05")


def test_a_presentation_becomes_a_talk_that_is_mended_handed_out_printed_and_rehearsed(
    window: Window, tmp_path: Path
) -> None:
    _begun(window, tmp_path)
    _mended(window)
    _handed_out(window)
    _printed(window)
    _rehearsed(window)
