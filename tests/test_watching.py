"""A preview sees every save once: at once where the disk sends events, and by looking where it does not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from watchdog.events import FileOpenedEvent, FileSystemEvent, FileSystemEventHandler

from macros import preview
from macros.preview import Watch

PATIENCE_SECONDS = 60


class Told(FileSystemEventHandler):
    """Notes what it is told."""

    def __init__(self) -> None:
        self.paths: list[str] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.paths.append(Path(str(event.src_path)).name)


class Silent:
    """An observer that sends what a test sends; it cannot be started where a system has no more of them."""

    made: list[Silent]

    def __init__(self, timeout: float = 0) -> None:
        self.made.append(self)

    def schedule(self, handler: FileSystemEventHandler, path: str, recursive: bool) -> None:
        self.send = handler.on_any_event

    def start(self) -> None:
        raise OSError("inotify instance limit reached")

    def stop(self) -> None:
        pass


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> type[Silent]:
    Silent.made = []
    return Silent


def test_a_save_that_was_sent_is_not_told_again_by_looking(
    tmp_path: Path, silent: type[Silent], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "Observer", silent)
    monkeypatch.setattr(preview, "PollingObserver", silent)
    told, file = Told(), tmp_path / "fall.yml"
    watch = Watch()
    watch.schedule(told, str(tmp_path))
    sent, polled = silent.made
    saved = FileSystemEvent(str(file))
    saved.event_type = "modified"

    file.write_text("eins")
    sent.send(saved)
    polled.send(saved)
    assert told.paths == ["fall.yml"]

    file.write_text("zwei und drei")
    polled.send(saved)
    assert told.paths == ["fall.yml"] * 2

    sent.send(FileOpenedEvent(str(file)))
    assert told.paths == ["fall.yml"] * 2, "to read a file is no change"


def test_where_no_events_can_be_had_saves_are_seen_all_the_same(
    tmp_path: Path, silent: type[Silent], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "Observer", silent)
    told, watch = Told(), Watch()
    watch.schedule(told, str(tmp_path))
    watch.start()
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while "fall.yml" not in told.paths and time.monotonic() < deadline:
            (tmp_path / "fall.yml").write_text(str(time.monotonic()))
            time.sleep(0.1)
        assert "fall.yml" in told.paths
    finally:
        watch.stop()
