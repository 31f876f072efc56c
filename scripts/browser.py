"""Find the browser that the tests drive, or fetch one: the machine's, else Playwright's own, else Debian's package.

Beside it one without an interface, Debian's `chromium-headless-shell`: the same engine for two thirds of the processor
time, without microphone and camera. The other engines, for `make test-engines`, come from Debian's packages alone.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generalprobe.command import Parser, run

SETTING = "GENERALPROBE_BROWSER"
SHELL = "chromium-headless-shell"
ASKED = Path(sys.prefix) / "browser.asked"
"""Left in the environment once Debian was asked for it: where there is none, every command would ask again."""
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/usr/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)
START_SECONDS = 60
NOT_FOR_LONG = ("-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=1")
"""How Debian's installer waits: where there is no network, it would try for minutes."""
NONE_FOUND = (
    "Es gibt hier keinen Browser, der startet. Installiere Chromium oder Chrome (Debian: sudo apt install chromium) "
    f"oder nenne einen: {SETTING}=/pfad/zum/chromium"
)
ENGINES_MISSING = (
    "Für die Tests in Firefox und WebKit fehlt: {missing}. Installiere es und starte sie noch einmal "
    "(Debian: sudo apt install {missing})."
)


def main(arguments: list[str] | None = None) -> int:
    """Print the browser's path, or those of the other engines. Returns 2 if there is none, or one is missing."""
    parser = Parser(prog="browser.py", description="Nennt den Browser, mit dem die Tests laufen.")
    parser.add_argument("--install", action="store_true", help="einen holen, wenn es keinen gibt")
    parser.add_argument("--engines", action="store_true", help="Firefox und WebKit nennen, und holen, was davon fehlt")
    options = parser.parse_args(arguments)
    if options.engines:
        return _provide_engines()
    browser = provide_browser() if options.install else find_browser()
    if browser is None:
        print(NONE_FOUND, file=sys.stderr)
        return 2
    print(f"Browser: {browser}")
    return 0


def find_browser() -> Path | None:
    """The first browser of this machine that really starts."""
    return next(filter(_starts, _candidates()), None)


def find_quick_browser() -> Path | None:
    """The one without an interface if this machine has it, where none was asked for; else the first that starts."""
    shell = None if SETTING in os.environ else shutil.which(SHELL)
    return Path(shell) if shell and _starts(Path(shell)) else find_browser()


def _candidates() -> Iterator[Path]:
    """Where a browser may be, the one that was asked for alone if one was."""
    if wanted := os.environ.get(SETTING):
        yield Path(wanted)
        return
    yield from (Path(found) for command in COMMANDS if (found := shutil.which(command)))
    yield from (Path(place) for place in PLACES if Path(place).is_file())
    # Asked last: Playwright takes half a second to say where its own browser is or would be.
    with suppress(ImportError):
        yield _playwright_browser()


def _playwright_browser() -> Path:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def _starts(browser: Path) -> bool:
    """Whether the browser shows a page: a package may be a mere pointer, a download may lack libraries."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        command = [str(browser), *options, f"--user-data-dir={profile}", "--dump-dom", "data:text/html,<p>da</p>"]
        return "<p>da</p>" in _output(command)


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=START_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def provide_browser() -> Path | None:
    """The browser of this machine, fetched if there is none; beside it the quick one, where it is to be had."""
    browser = find_browser() or fetch_browser()
    if browser:
        _fetch_shell()
    return browser


def _fetch_shell() -> None:
    """Ask Debian for it once, where root works: in a container, on a machine that only tests."""
    if SETTING in os.environ or shutil.which(SHELL) or ASKED.exists() or not _is_root():
        return
    ASKED.touch()
    if not fetch_from_debian(SHELL):
        print("Die Tests laufen auch ohne, nur länger.", flush=True)


def fetch_browser() -> Path | None:
    """Fetch a browser by the first way that ends with one that starts; never in place of one that was asked for."""
    if SETTING in os.environ:
        return None
    for fetch in (_fetch_from_playwright, lambda: fetch_from_debian("chromium")):
        if fetch() and (browser := find_browser()):
            return browser
    return None


def _provide_engines() -> int:
    """Install what the other engines lack, or say what is missing."""
    if missing := [package for package, found in engines().items() if found is None]:
        fetch_from_debian(*missing)
    if missing := [package for package, found in engines().items() if found is None]:
        print(ENGINES_MISSING.format(missing=" ".join(missing)), file=sys.stderr)
        return 2
    print("Firefox und WebKit: " + ", ".join(str(found) for found in engines().values()))
    return 0


def engines() -> dict[str, Path | None]:
    """What drives the other engines, by Debian's package: Firefox, the driver of WebKit, and a screen for it."""
    commands = {"firefox-esr": ("firefox-esr", "firefox"), "webkit2gtk-driver": ("WebKitWebDriver",), "xvfb": ("Xvfb",)}
    found = {package: next(filter(None, map(shutil.which, names)), None) for package, names in commands.items()}
    return {package: Path(place) if place else None for package, place in found.items()}


def _fetch_from_playwright() -> bool:
    print("Einrichten: Browser von Playwright …", flush=True)
    return _succeeds([sys.executable, "-m", "playwright", "install", "chromium"])


def fetch_from_debian(*packages: str) -> bool:
    """Install packages where Debian's installer is there and we may; whether they are there then."""
    allowed = _as_root()
    if shutil.which("apt-get") is None or allowed is None:
        return False
    print(f"Einrichten: {', '.join(packages)} aus Debians Paketen …", flush=True)
    apt = [*allowed, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--yes", *NOT_FOR_LONG]
    return _succeeds([*apt, "update"]) and _succeeds([*apt, "install", "--no-install-recommends", *packages])


def _as_root() -> list[str] | None:
    """What to put before a command so that root runs it; None if we may not."""
    if _is_root():
        return []
    return ["sudo", "-n"] if os.name != "nt" and shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]) else None


def _is_root() -> bool:
    return os.name != "nt" and os.geteuid() == 0


def _succeeds(command: list[str]) -> bool:
    """Run a command that asks nothing; its messages stay visible only if it fails."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    if done.returncode:
        print(done.stdout.strip()[-2000:], file=sys.stderr)
    return done.returncode == 0


if __name__ == "__main__":
    run(main)
