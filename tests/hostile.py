"""Files that mean harm, and the codes of the problems that answer them; the tests and the benchmark read them."""

from __future__ import annotations

from samples import CASE_STUDY

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

# What stands in the file, and the codes it must be answered with (all of them, others may come along).
HOSTILE: dict[str, tuple[str | bytes, set[str]]] = {
    "empty": ("", {"DATEI05"}),
    "only-comments": ("# nichts\n# mehr\n", {"DATEI05"}),
    "only-null": ("~\n", {"DATEI05"}),
    "two-documents": (f"{CASE_STUDY}---\n{CASE_STUDY}", {"YAML03"}),
    "text-only": ("nur ein Text", {"FORM03"}),
    "list-only": ("- a\n- b\n", {"FORM03"}),
    "latin-1": ("title: Störung".encode("latin-1"), {"DATEI03"}),
    "utf-16": (CASE_STUDY.encode("utf-16"), {"DATEI03"}),
    "binary": (bytes(range(256)) * 40, {"DATEI03"}),
    "tab": ("title: x\nmetadata:\n\ttopic: x\n", {"YAML02"}),
    "nul": ("title: a\0b\n", {"DATEI06"}),
    "nul-escape": ('title: "a\\0b"\n', {"DATEI06"}),
    "line-separator": ("title: a\u2028b\n", {"DATEI06"}),
    "bell": ("title: a\x07b\n", {"DATEI06"}),
    "escape-sequence": ("title: a\x1b[31mb\n", {"DATEI06"}),
    "billion-laughs": (LAUGHS, {"YAML04"}),
    "cycle": ("title: &t [*t]\nslides: *t\n", {"YAML04"}),
    "merge": ("title: x\n<<: {title: y}\n", {"YAML04"}),
    "python-object": ("title: !!python/object/apply:os.system ['echo x']\n", {"YAML05"}),
    "python-name": ("title: !!python/name:os.system\n", {"YAML05"}),
    "own-tag": ("title: !geheim x\n", {"YAML05"}),
    "deep-list": ("[" * 100_000, {"YAML07"}),
    "deep-mapping": ("{a: " * 100_000, {"YAML07"}),
    "deep-block": ("\n".join(" " * level + "a:" for level in range(1_000)), {"YAML07"}),
    "deep-key": ("? " * 100_000, {"YAML07"}),
    "mapping-as-key": ("? {a: b}\n: c\n", {"FORM03"}),
    "twenty-megabytes": (b"title: " + b"x" * 20_000_000, {"DATEI02"}),
    "many-items": ("[],\n" * 240_000, {"YAML01"}),
    "many-list-items": ("- a\n" * 240_000, {"YAML08"}),
    "many-keys": ("".join(f"k{number}: 1\n" for number in range(80_000)), {"YAML08"}),
    "many-unknown-keys": ("".join(f"k{number}: 1\n" for number in range(20_000)), {"FORM01", "DATEI07"}),
    "many-duplicates": ("a: 1\n" * 20_000, {"YAML06", "DATEI07"}),
    "many-wrong-items": ("tags: [" + "1, " * 40_000 + "]", {"FORM04", "DATEI07"}),
    "many-wrong-bullets": ("slides: [{bullets: [" + "{a: 1}, " * 15_000 + "]}]", {"FORM03", "DATEI07"}),
    "many-anchors": ("".join(f"k{number}: &a{number} x\n" for number in range(20_000)), {"YAML04", "DATEI07"}),
    "one-long-line": ("title: " + "x " * 450_000 + "\nfocus: y", {"FORM05"}),
    "one-long-key": ("x" * 900 + ": 1\n", {"FORM01"}),
    "one-long-value": ("focus: " + "x" * 900_000, {"FORM05"}),
    "endless-number": ("title: " + "9" * 900_000, {"FORM02"}),
    "endless-notes": ("slides: [{notes: '" + "12.12.2022 1234567 " * 40_000 + "'}]", {"FORM05"}),
    "endless-quote": ('title: "' + "x\n" * 400_000, {"YAML01"}),
    "yaml-1-1": ("%YAML 3.0\n---\ntitle: x\n", {"YAML01"}),
    "tag-directive": ("%TAG ! tag:example,2000:\n---\ntitle: !x y\n", {"YAML05"}),
}
