"""The preview, as a trainer uses it: every save appears by itself, and no mistake ends it."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from copies import environment, few_pages, run_script
from samples import CASE_STUDY as SAMPLE

from scripts import serve

pytestmark = pytest.mark.slow

CASE_STUDY = "/fallstudien/service-recovery/"
PATIENCE_SECONDS = 60


class Preview:
    """A running `serve.py` on a port of its own."""

    def __init__(self, project: Path, log: Path) -> None:
        self.project, self.log, self.port = project, log, free_port()
        self.temporary = log.parent / "temporary"
        self.temporary.mkdir(exist_ok=True)
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, str(project / "scripts" / "serve.py"), "--port", str(self.port)],
                cwd=project,
                env=environment(project) | {"TMPDIR": str(self.temporary)},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def get(self, path: str, *, with_missing: bool = False) -> str:
        """What stands there now; nothing while there is no answer, and for a page that is missing unless asked for."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                found: str = answer.read().decode("utf-8")
                return found
        except urllib.error.HTTPError as answer:
            return answer.read().decode("utf-8") if answer.code == 503 or with_missing else ""
        except (urllib.error.URLError, http.client.HTTPException, OSError):
            return ""

    def shows(self, text: str, path: str, *, gone: bool = False) -> bool:
        """Whether a page comes to hold a text (or to lose it) within the deadline."""
        return self.comes(lambda: (page := self.get(path)) != "" and (text in page) != gone)

    def says(self, text: str) -> bool:
        """Whether the server comes to print a text."""
        return self.comes(lambda: text in self.output())

    def comes(self, condition: Callable[[], bool]) -> bool:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not (met := condition()) and time.monotonic() < deadline and self.process.poll() is None:
            time.sleep(0.1)
        return met

    def output(self) -> str:
        return self.log.read_text("utf-8", errors="replace")

    def append(self, file: str, text: str) -> None:
        with (self.project / file).open("a", encoding="utf-8") as stream:
            stream.write(text)

    def stop(self, how: int = signal.SIGINT) -> int:
        """End it as a person would, or as a closing terminal does."""
        self.process.send_signal(how)
        return self.process.wait(20)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found: int = server.getsockname()[1]
        return found


def is_free(port: int) -> bool:
    try:
        with socket.create_server(("127.0.0.1", port)):
            return True
    except OSError:
        return False


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One preview for all tests that change different files of it; it has few pages, for each save builds it anew."""
    folder = tmp_path_factory.mktemp("preview")
    project = few_pages(folder / "project", {"service-recovery.yml": SAMPLE})
    (project / "docs" / "lernen").mkdir()
    (project / "docs" / "lernen" / "index.md").write_text("# Lernen\n", "utf-8")
    preview = Preview(project, folder / "log.txt")
    try:
        assert preview.shows("</html>", "/"), preview.output()
        yield preview
    finally:
        preview.process.send_signal(signal.SIGINT)
        preview.process.wait(20)


def test_pages_ask_to_be_reloaded(preview: Preview) -> None:
    """Some releases of click switch live reload off unless it is asked for."""
    asks = re.search(r"livereload\((\d+), \d+\)", preview.get("/"))
    assert asks, preview.get("/")[-500:]
    assert "script-src 'self' 'unsafe-inline' " in preview.get("/")  # Or the browser would not run it.
    epoch = int(asks[1])
    preview.append("docs/index.md", "\n\nEin Absatz, der das Neuladen auslöst.\n")
    # The browser's question is answered as soon as there is something new.
    assert preview.comes(lambda: int(preview.get(f"/livereload/{epoch}/1") or 0) > epoch)


def test_a_page_that_is_missing_asks_too_and_so_appears_when_it_comes_to_be(preview: Preview) -> None:
    page = preview.get("/lernen/neu/", with_missing=True)
    asks = re.search(r"livereload\((\d+), \d+\)", page)
    assert asks
    assert "script-src 'self' 'unsafe-inline' " in page
    (preview.project / "docs" / "lernen" / "neu.md").write_text("# Ganz neu\n", "utf-8")
    assert preview.comes(lambda: int(preview.get(f"/livereload/{asks[1]}/1") or 0) > int(asks[1]))
    assert preview.shows("Ganz neu", "/lernen/neu/")


def test_a_saved_page_appears(preview: Preview) -> None:
    preview.append("docs/lernen/index.md", "\n\nEin neuer Absatz.\n")
    assert preview.shows("Ein neuer Absatz.", "/lernen/")


def test_a_saved_stylesheet_appears(preview: Preview) -> None:
    sheet = sorted((preview.project / "docs" / "stylesheets").glob("*.css"))[0].name
    preview.append(f"docs/stylesheets/{sheet}", "\n.gp-eigens-fuer-den-test { color: red }\n")
    assert preview.shows(".gp-eigens-fuer-den-test", f"/stylesheets/{sheet}")


def test_a_saved_template_appears(preview: Preview) -> None:
    preview.append("generalprobe/pages/templates/slide.html.jinja", "<p>Aus der Vorlage</p>")
    assert preview.shows("Aus der Vorlage", CASE_STUDY)


def test_changed_python_code_restarts_the_server(preview: Preview) -> None:
    preview.append("macros/hooks.py", "\n\ndef on_post_page(output, **_):\n    return output + '<!-- neuer Code -->'\n")
    assert preview.shows("<!-- neuer Code -->", "/")
    assert "Python-Code geändert, der Server startet neu" in preview.output()


def test_a_case_study_comes_breaks_is_mended_and_goes(preview: Preview) -> None:
    """The way of a YAML file: new, saved, with a mistake, without, deleted, and the server lives through it all."""
    address = "/fallstudien/drucker-nach-update/"
    assert run_script(preview.project, "new", "drucker-nach-update").returncode == 0
    file = preview.project / "data" / "case-studies" / "drucker-nach-update.yml"
    assert preview.shows("Folie 1", address), preview.output()
    assert preview.shows(address.strip("/").split("/")[1], "/fallstudien/")

    good = file.read_text("utf-8")
    file.write_text(re.sub(r"^title: .*$", "title: Drucken nach dem Update", good, flags=re.M), "utf-8")
    assert preview.shows("Drucken nach dem Update", address)

    file.write_text(good.replace("\nslides:", "\nslidess:"), "utf-8")
    assert preview.shows("slidess", address)
    file.write_text("title: [nicht zu\n", "utf-8")
    assert preview.shows("slidess", address, gone=True)
    assert preview.shows("hat Probleme", address)

    file.write_text(good, "utf-8")
    assert preview.shows("Folie 1", address)
    assert preview.shows("hat Probleme", address, gone=True)

    file.unlink()
    assert preview.comes(lambda: preview.get(address) == "")
    assert preview.shows("</html>", CASE_STUDY)
    assert preview.process.poll() is None


@pytest.mark.parametrize(
    "broken", ["{{ gibt_es_nicht() }}", "{% if %}"], ids=["an unknown macro", "a template's syntax error"]
)
def test_a_page_with_a_mistake_does_not_end_the_preview(preview: Preview, broken: str) -> None:
    page = preview.project / "docs" / "lernen" / "index.md"
    good = page.read_text("utf-8")
    before = len(preview.output())
    page.write_text(f"---\nrender_macros: true\n---\n# Titel\n\n{broken}\n", "utf-8")
    assert preview.comes(lambda: "rror" in preview.output()[before:])
    assert preview.shows("Die Vorschau ist angehalten", "/lernen/")
    assert preview.shows("lernen/index.md", "/")
    page.write_text(good + "\n\nWieder heil.\n", "utf-8")
    assert preview.shows("Wieder heil.", "/lernen/")


def test_code_with_a_mistake_does_not_end_the_preview(preview: Preview) -> None:
    module = preview.project / "macros" / "__init__.py"
    good = module.read_text("utf-8")
    module.write_text(good + "\nthis is no Python\n", "utf-8")
    assert preview.says("Nach dem nächsten Speichern geht es weiter")
    assert preview.shows("SyntaxError: invalid syntax", CASE_STUDY)
    module.write_text(good, "utf-8")
    assert preview.shows("</html>", CASE_STUDY)


@contextmanager
def knocking(port: int) -> Iterator[list[str]]:
    """Connect again and again as long as the block runs; the errors of those who were turned away."""
    refused: list[str] = []
    over = threading.Event()

    def knock() -> None:
        while not over.wait(0.1):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=60).close()
            except OSError as error:
                refused.append(str(error))

    knocker = threading.Thread(target=knock)
    knocker.start()
    try:
        yield refused
    finally:
        over.set()
        knocker.join()


def test_no_mistake_and_no_restart_turns_anybody_away(preview: Preview) -> None:
    """A page that a mistake has replaced asks once a second, and returns by itself when it is answered."""
    lesson, settings = preview.project / "docs" / "lernen" / "index.md", preview.project / "mkdocs.yml"
    good, good_settings = lesson.read_text("utf-8"), settings.read_text("utf-8")
    with knocking(preview.port) as refused:
        lesson.write_text("---\nrender_macros: true\n---\n# Titel\n\n{{ gibt_es_nicht() }}\n", "utf-8")
        assert preview.shows("Die Vorschau ist angehalten", "/lernen/")
        lesson.write_text(good + "\n\nNoch einmal heil.\n", "utf-8")
        assert preview.shows("Noch einmal heil.", "/lernen/")
        settings.write_text(good_settings + "\nplugins: [gibt-es-nicht]\n", "utf-8")
        assert preview.shows("Die Vorschau ist angehalten", "/lernen/")
        settings.write_text(good_settings, "utf-8")
        assert preview.shows("Noch einmal heil.", "/lernen/")
        preview.append("macros/current.py", "\n\nthis is no Python\n")
        assert preview.shows("Die Vorschau ist angehalten", "/lernen/")
        current = preview.project / "macros" / "current.py"
        current.write_text(current.read_text("utf-8").replace("this is no Python", ""), "utf-8")
        assert preview.shows("Noch einmal heil.", "/lernen/")
    assert refused == []


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without case studies, of which previews are begun and ended."""
    return few_pages(tmp_path_factory.mktemp("empty") / "project", {})


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=["Ctrl-C", "terminated", "hung up"])
def test_it_ends_quietly_and_leaves_nothing_behind(empty: Path, tmp_path: Path, how: signal.Signals) -> None:
    preview = Preview(empty, tmp_path / "log.txt")
    assert preview.shows("</html>", "/"), preview.output()
    assert preview.stop(how) == 0
    assert preview.output().rstrip().endswith("Beendet.")
    assert "Traceback" not in preview.output()
    assert is_free(preview.port)
    assert list(preview.temporary.iterdir()) == []


def test_a_preview_whose_parent_was_killed_lets_go_of_the_port(empty: Path, tmp_path: Path) -> None:
    preview = Preview(empty, tmp_path / "log.txt")
    assert preview.shows("</html>", "/"), preview.output()
    preview.stop(signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_free(preview.port) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert is_free(preview.port)


def test_a_port_that_is_taken_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(serve, "FREE_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert serve.main(["--port", str(port)]) == 2
    said = capsys.readouterr().err
    assert f"127.0.0.1:{port} ist nicht frei" in said
    assert f"--port {port + 1}" in said
