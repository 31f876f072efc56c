"""Build the website into site/: everything is checked first, and a build that fails leaves site/ as it was."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from click import ClickException
from mkdocs.__main__ import cli
from rich.console import Console

from generalprobe import offline, zensical
from generalprobe.checking.project import check_project
from generalprobe.checking.written import check_written
from generalprobe.command import Parser, project_root, run, uncollected
from generalprobe.installing import write_app
from generalprobe.joining import FOLDER, join
from generalprobe.memory import memory_of
from generalprobe.modules import own_modules
from generalprobe.reading.loading import load_project
from generalprobe.reading.settings import read_settings
from generalprobe.reports import print_text
from generalprobe.search import SearchError, write_search
from macros import current

# The theme would say at each start which other product it recommends.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

FEW = 20_000
"""Things that are too few to look for circles among them; without any looking, presentations would fill the memory."""
ABANDONED_SECONDS = 24 * 60 * 60


def main(arguments: list[str] | None = None) -> int:
    """Check, build, swap. Returns the exit code: 0 built, 1 not built."""
    engine = _parser().parse_args(arguments).engine
    started, began = time.monotonic(), time.time()
    root = project_root()
    with uncollected():
        if not is_sound(root):
            return _give_up("Im Inhalt sind Fehler (oben)", root)
    gc.set_threshold(FEW)
    if engine == "zensical" and not zensical.is_installed():
        return _give_up("Zensical fehlt. Hilft: make setup ENGINE=zensical", root)
    built = ENGINES[engine](root)
    if built is None:
        return _give_up(f"{NAMES[engine]} hat abgebrochen (Meldung oben)", root)
    join_scripts(built, root)
    shorten_scripts(built, root)
    join_styles(built, root)
    keep_offline(built, root)
    os.utime(built / "index.html", (began, began))  # What is saved from then on may be newer than the site.
    put_in_place(built, root / "site")
    pages = sum(1 for _ in (root / "site").rglob("*.html"))
    print(f"Fertig: {pages} Seiten in {root / 'site'} ({time.monotonic() - started:.0f} s)")
    return 0


def is_sound(root: Path) -> bool:
    """Whether nothing that is written stops the build; otherwise the report stands on the error output."""
    memory = memory_of(root)
    project = load_project(root, memory=memory)
    problems = sorted([*check_project(project, memory), *check_written(project, memory)])
    memory.save()
    if not any(problem.severity == "error" for problem in problems):
        current.hand_over(root, project, problems)
        return True
    print_text(problems, project, Console(stderr=True, highlight=False))
    return False


def build_beside(root: Path) -> Path | None:
    """Build into a new folder on the same disk as site/; None if that failed."""
    target = _new_folder(root, "site-")
    try:
        if run_mkdocs(root, target):
            return target
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    shutil.rmtree(target, ignore_errors=True)
    return None


def run_mkdocs(root: Path, target: Path) -> bool:
    """Run MkDocs in this process, which knows already what is written; whether it came to its end."""
    # Never --quiet: it swallows the failures that --strict makes of warnings.
    command = ["build", "--strict", "--clean", "--site-dir", str(target)]
    try:
        with contextlib.chdir(root):
            cli.main(command, standalone_mode=False)
    except ClickException as error:
        error.show()
    except SystemExit:
        pass  # The macros plugin has said why.
    except Exception:
        traceback.print_exc()
    else:
        return True
    return False


def build_with_zensical(root: Path, *, strict: bool = True, joined: bool = True) -> Path | None:
    """The same with the second engine, which fills the folder that it finds: it gets a project of its own.

    `joined` says whether `join_scripts` follows.
    """
    folder = _new_folder(root, "zensical-")
    try:
        project = load_project(root, memory=memory_of(root)).published()
        zensical.write_project(project, root, folder, edit_url=os.environ.get("GENERALPROBE_EDIT_URL", ""))
        options = ["--strict"] if strict else []
        command = [sys.executable, "-m", "zensical", "build", *options, "--config-file", str(folder / "mkdocs.yml")]
        found = {
            **os.environ,
            "NO_COLOR": "1",
            "PYTHONPATH": os.pathsep.join([str(root), os.environ.get("PYTHONPATH", "")]),
        }
        if subprocess.run(command, cwd=folder, env=found, stdin=subprocess.DEVNULL).returncode:
            return None
        zensical.finish(folder / "site", root / "docs", joined=joined)
        write_app(folder / "site", root, project.settings)
        write_search(folder / "site", root / ".cache" / "search")
        target = _new_folder(root, "site-")
        target.rmdir()  # Not every system renames onto a folder that is there.
        return (folder / "site").rename(target)
    except SearchError as error:
        print(f"Die Suche ließ sich nicht bauen. {error}", file=sys.stderr)
        return None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


ENGINES = {"mkdocs": build_beside, "zensical": build_with_zensical}
NAMES = {"mkdocs": "MkDocs", "zensical": "Zensical"}


def clear_abandoned(folder: Path) -> None:
    """Remove what builds that were killed have left, once it is so old that none can be at work there."""
    for left in [left for kind in ("site-*", "zensical-*", "search-*") for left in folder.glob(kind)]:
        if time.time() - left.stat().st_mtime > ABANDONED_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def _new_folder(root: Path, prefix: str) -> Path:
    (root / "build").mkdir(exist_ok=True)
    clear_abandoned(root / "build")
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=root / "build"))
    folder.chmod(0o755)  # a temporary folder is for its owner alone, a website is not
    return folder


def join_scripts(site: Path, root: Path) -> None:
    """Publish modules together that pages need together: each request takes a phone as long as kilobytes of them.

    Where the tool is missing or fails, the joined files lead to the modules one by one.
    """
    scripts = site / "javascripts"
    joined = join(scripts)
    modules = {module for each in joined.values() for module in each}
    others = [f"--external:{scripts / other}" for other in own_modules(scripts) if other not in modules]
    # Joined files name each other, as what is not put into them: they are made out of copies.
    copies = {Path(file).stem: Path(shutil.copy(scripts / file, scripts / f"{file}.in.mjs")) for file in joined}
    how = ["--bundle", "--format=esm", "--target=es2022", "--tsconfig-raw={}", "--out-extension:.js=.mjs"]
    entries = [f"{name}={copy}" for name, copy in copies.items()]
    if _run_esbuild(root, scripts, *entries, *how, *others, f"--outdir={scripts / FOLDER}"):
        for module in modules:
            (scripts / module).unlink()
    for copy in copies.values():
        copy.unlink()


def shorten_scripts(site: Path, root: Path) -> None:
    """Take comments and spaces out of the site's own modules, which halves what a phone has to load.

    Each stays a module of its own. Where the tool is missing or fails they stay as they are, only longer.
    """
    scripts = site / "javascripts"
    modules = sorted(str(file) for file in scripts.rglob("*.mjs") if scripts / "vendor" not in file.parents)
    # Without the settings of types, for which it would say in each module that it is strict, as all modules are.
    kind = ["--minify", "--target=es2022", "--tsconfig-raw={}", "--out-extension:.js=.mjs"]
    options = [*kind, f"--outbase={scripts}", f"--outdir={scripts}"]
    if not _run_esbuild(root, scripts, *modules, *options):
        print("Die Skripte bleiben ungekürzt, weil esbuild fehlt oder abbricht. Hilft: make setup", file=sys.stderr)


def join_styles(site: Path, root: Path) -> None:
    """Put the style sheets into the one that imports them: a page waits for one of them before it shows anything.

    Where the tool is missing or fails, browsers import them one by one.
    """
    whole = site / "stylesheets" / "site.css"
    if not _run_esbuild(root, whole.parent, str(whole), "--bundle", "--minify-whitespace", f"--outfile={whole}"):
        print("Die Stile bleiben einzeln, weil esbuild fehlt oder abbricht. Hilft: make setup", file=sys.stderr)
        return
    for part in whole.parent.glob("*.css"):
        if part != whole:
            part.unlink()


def keep_offline(site: Path, root: Path) -> None:
    """Let devices keep a site that is otherwise finished, unless its settings say no: write its worker and the list.

    Where not, or where the tool is missing or fails, what takes the worker's place clears away what was kept before.
    """
    scripts, worker = root / "docs" / offline.SCRIPTS, site / offline.WORKER_FILE
    for name in (offline.WORKER_SOURCE, offline.FAREWELL_SOURCE):
        (site / offline.SCRIPTS / name).unlink(missing_ok=True)
    how = ["--bundle", "--minify", "--format=iife", "--target=es2022", "--tsconfig-raw={}", f"--outfile={worker}"]
    if read_settings(root).offline:
        if _run_esbuild(root, site, str(scripts / offline.WORKER_SOURCE), *how):
            offline.finish(site)
            return
        print("Die Website geht nicht ohne Netz, weil esbuild fehlt oder abbricht. Hilft: make setup", file=sys.stderr)
    shutil.copyfile(scripts / offline.FAREWELL_SOURCE, worker)


def _run_esbuild(root: Path, folder: Path, *arguments: str) -> bool:
    """Run it on built files, which it may overwrite; whether it is there and has come to its end.

    `folder` is where it begins the paths that it writes into files: those of a build's own folder change each time.
    """
    found = [*root.glob("node_modules/@esbuild/*/bin/esbuild"), *root.glob("node_modules/@esbuild/*/esbuild.exe")]
    command = [*map(str, found[:1]), *arguments, "--charset=utf8", "--allow-overwrite", "--log-level=warning"]
    return bool(found) and subprocess.run(command, stdin=subprocess.DEVNULL, cwd=folder).returncode == 0


def put_in_place(built: Path, site: Path) -> None:
    """Let the new folder take the old one's place by renaming, so that site/ is never half a website."""
    old = built.with_name(f"{built.name}-old")
    if site.exists():
        site.rename(old)
    try:
        built.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _parser() -> Parser:
    parser = Parser(prog="build.py", description="Prüft alles und schreibt die fertige Website nach site/.")
    parser.add_argument("--engine", choices=tuple(ENGINES), default="mkdocs", help="womit gebaut wird (sonst mkdocs)")
    return parser


def _give_up(reason: str, root: Path) -> int:
    previous = "site/ bleibt, wie es war." if (root / "site").exists() else "site/ wurde nicht angelegt."
    print(f"Nicht gebaut: {reason}. {previous}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    run(main)
