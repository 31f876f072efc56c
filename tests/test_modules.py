"""What a page preloads follows from the imports that stand in the modules."""

from __future__ import annotations

from pathlib import Path

from samples import ROOT

from generalprobe.modules import needed, offered, preloaded

SCRIPTS = ROOT / "docs" / "javascripts"


def test_all_that_is_imported_is_needed_once_and_nothing_that_is_fetched_later(tmp_path: Path) -> None:
    modules = {
        "quiz.mjs": 'import { a } from "./kinds/a.mjs";\nimport {\n  b,\n} from "../base/b.mjs";\n'
        'export const W = ".x";\nasync () => {\n  await import("./later.mjs");\n};\n',
        "kinds/a.mjs": '/** @typedef {import("../types.mjs").Type} Type */\nimport "../../base/b.mjs";\n',
    }
    for name, text in modules.items():
        _write(tmp_path / "practice" / name, text)
    _write(tmp_path / "base" / "b.mjs", 'export { c } from "./c.mjs";\n')
    _write(tmp_path / "base" / "c.mjs", "export const c = 1;\n")
    assert needed(tmp_path, "practice/quiz.mjs") == [
        "base/b.mjs",
        "base/c.mjs",
        "practice/kinds/a.mjs",
        "practice/quiz.mjs",
    ]


def test_a_library_is_needed_where_a_module_waits_for_it(tmp_path: Path) -> None:
    _write(tmp_path / "now.mjs", 'const { A } = await import(vendor("a/index.mjs"));\n')
    _write(tmp_path / "later.mjs", 'async () => {\n  const { B } = await import(vendor("b/index.mjs"));\n};\n')
    assert needed(tmp_path, "now.mjs", "later.mjs") == ["later.mjs", "now.mjs", "vendor/a/index.mjs"]


def test_a_table_of_loaders_offers_modules_by_name(tmp_path: Path) -> None:
    rows = ['  open: { usualS: 90, load: () => import("./kinds/open.mjs") },', '  "a-b": () => import("../b.mjs"),']
    _write(tmp_path / "practice" / "kinds.mjs", "\n".join(["export const KINDS = {", *rows, "};"]))
    assert offered(tmp_path, "practice/kinds.mjs") == {"open": "practice/kinds/open.mjs", "a-b": "b.mjs"}


def test_a_page_preloads_what_its_parts_and_the_kinds_it_practises_need() -> None:
    kinds = '<section data-kind="open"></section><section data-kind="order"></section>'
    bank = preloaded(SCRIPTS, f'<div data-part="quiz"></div>{kinds}')
    assert {"practice/stage.mjs", "practice/kinds/open.mjs", "practice/kinds/arranging.mjs"} <= set(bank)
    assert "practice/kinds/choice.mjs" not in bank
    plan = preloaded(SCRIPTS, '<section data-part="my-plan checklists"></section>')
    assert {"plan/my-plan.mjs", "lessons/checklists.mjs"} <= set(plan)
    assert preloaded(SCRIPTS, kinds) == preloaded(SCRIPTS, "")


def test_what_a_page_is_about_comes_before_the_buttons_of_its_frame() -> None:
    *own, menu, scheme = preloaded(SCRIPTS, '<div data-part="today"></div>')
    assert (menu, scheme) == ("frame/menu.mjs", "frame/scheme.mjs")
    assert own == needed(SCRIPTS, "generalprobe.mjs", "practice/today.mjs")


def test_every_page_preloads_what_each_needs_and_nothing_to_practise() -> None:
    """Otherwise one import waits for the other."""
    found = preloaded(SCRIPTS, "")
    assert {"generalprobe.mjs", "frame/menu.mjs", "base/shelf.mjs"} <= set(found)
    assert not [module for module in found if module.startswith(("practice/", "memory/", "vendor/"))]


def test_today_preloads_the_plan_but_not_the_round() -> None:
    """That comes when the plan is to be seen."""
    found = preloaded(SCRIPTS, '<div data-part="today"></div>')
    assert {"practice/today.mjs", "memory/scheduling.mjs", "vendor/ts-fsrs/index.mjs"} <= set(found)
    assert not {"practice/quiz.mjs", "practice/stage.mjs", "practice/card.mjs"} & set(found)


def test_the_catalogue_preloads_nothing_for_practising() -> None:
    """Most who look something up practise nothing."""
    found = preloaded(SCRIPTS, '<div data-part="catalogue"></div><section data-kind="open"></section>')
    assert "practice/catalogue.mjs" in found
    assert not [module for module in found if module.startswith(("practice/kinds/", "memory/", "vendor/"))]


def test_every_module_of_the_site_can_be_followed() -> None:
    """No import leads nowhere."""
    names = [file.relative_to(SCRIPTS).as_posix() for file in SCRIPTS.rglob("*.mjs")]
    own = [name for name in names if not name.startswith("vendor/")]
    found = {name for name in needed(SCRIPTS, *own) if not name.startswith("vendor/")}
    assert found == set(own)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
