"""Marks on their way to the database: whoever writes there may take long, and Label Studio waits a second."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock, Thread

Mark = tuple[int, int]  # our number of the project, Label Studio's of the task

LOG = logging.getLogger(__name__)
MOST = 100_000  # that wait


class Marking:
    """Takes marks at once and writes them down as soon as it is their turn, in a thread that ends with them.

    They are hints: of what is lost on the way, the next pull finds nearly all, and a full one the rest.
    """

    def __init__(self, keep: Callable[[set[Mark]], None]) -> None:
        self._keep = keep
        self._lock = Lock()
        self._waiting: set[Mark] = set()
        self._thread: Thread | None = None

    def put(self, marks: set[Mark]) -> bool:
        """False where too many wait."""
        with self._lock:
            if len(self._waiting) + len(marks) > MOST:
                return False
            self._waiting |= marks
            if self._thread is None:
                self._thread = Thread(target=self._write_down, name="marking", daemon=True)
                self._thread.start()
        return True

    def end(self) -> None:
        """Waits until those that came so far are written down or lost."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _write_down(self) -> None:
        while True:
            with self._lock:
                some, self._waiting = self._waiting, set()
                if not some:
                    self._thread = None
                    return
            try:
                self._keep(some)
            except Exception as error:  # whatever it is: the next marks are to be written
                LOG.warning("lost %d marks of what Label Studio told: %s", len(some), error)
