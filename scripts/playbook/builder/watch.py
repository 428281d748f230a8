"""Hearing of edits: what happens to the files that a site is made of, as soon as it has happened."""

import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from playbook.reading.files import PRIVATE

WATCHED = ("data", "docs", "templates", "my")
CONFIGURATION = "mkdocs.yml"
EDITS = {"created", "modified", "moved", "deleted"}
"""What counts as an edit; files are also opened and closed, by us for instance."""

SETTLED = 0.05
"""Seconds of silence after which an edit is over: editors write a file in several steps."""


class Watcher(FileSystemEventHandler):
    """Waits for edits."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._heard = threading.Event()
        self._observer = self._started()

    def _started(self) -> BaseObserver:
        """Return what is told by the system or, where that cannot be, looks again and again."""
        for make in (Observer, lambda: PollingObserver(timeout=0.2)):
            observer: BaseObserver = make()
            for folder in WATCHED:
                if (self.root / folder).is_dir():
                    observer.schedule(self, str(self.root / folder), recursive=True)
            observer.schedule(self, str(self.root), recursive=False)
            try:
                observer.start()
            except OSError:
                continue
            return observer
        raise OSError("edits cannot be watched here")

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hear of something that happened to a file."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in EDITS and not event.is_directory and any(map(self._counts, paths)):
            self._heard.set()

    def _counts(self, path: Path) -> bool:
        inside = path.relative_to(self.root) if path.is_relative_to(self.root) else path
        if inside.is_relative_to(PRIVATE):
            return False
        return inside.parts[:1] == (CONFIGURATION,) or inside.parts[0] in WATCHED

    def follow(self, edited: Callable[[], None]) -> None:
        """Call a function after each edit, for ever."""
        while True:
            self._heard.wait()
            while self._heard.is_set():
                self._heard.clear()
                self._heard.wait(SETTLED)
            edited()

    def stop(self) -> None:
        """Watch no longer."""
        self._observer.stop()
