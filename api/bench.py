"""The desk of the app, and whose turn it is at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from urllib.parse import urlsplit

from flask import current_app, g, has_app_context
from sqlalchemy.orm import Session

from workbench.desk import Desk
from workbench.exceptions import Conflict, WorkbenchError
from workbench.labelstudio import local
from workbench.labelstudio.client import Client
from workbench.pipeline.agreement import Agreements
from workbench.settings import Settings
from workbench.store.hints import keep_hints

from .marking import Mark, Marking

PATIENCE = 30.0  # seconds that a writer waits for its turn


class Bench(Desk):
    """One per app. Of its threads one at a time writes, and one at a time talks to Label Studio."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._exchange = Lock()
        self._writing = Lock()
        self.agreements = Agreements()
        self.marking = Marking(self._keep_marks)

    @property
    def house(self) -> Settings:
        """As of now; read once for each request."""
        if not has_app_context():
            return super().house
        if "house" not in g:
            g.house = super().house
        found: Settings = g.house
        return found

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that will write. Raises WorkbenchError where its turn does not come."""
        if not self._writing.acquire(timeout=PATIENCE):
            raise WorkbenchError("the database is busy with another request; try again in a minute")
        try:
            with super().writing() as session:
                yield session
        finally:
            self._writing.release()

    def close(self) -> None:
        self.marking.end()
        super().close()

    def _keep_marks(self, marks: set[Mark]) -> None:
        with self.writing() as session:
            # The moment of writing, not that of the event: a pull drops the marks that it may have seen.
            keep_hints(session, marks, self.now())

    def label_studio_url(self) -> str | None:
        """Where a person finds the Label Studio in force; None where none is running. Asks no server."""
        if not self.settings.label_studio_url:
            return local.status(self.settings.state, tools=self.settings.tools_folder).url
        url = self.settings.label_studio_url.rstrip("/")
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and "@" not in parts.netloc else None

    @contextmanager
    def exchange(self) -> Iterator[Client]:
        """A connection to Label Studio. Raises LabelStudioUnavailable where no server answers, and Conflict
        where another exchange is under way."""
        with self.alone(), self.connect() as client:
            yield client

    @contextmanager
    def alone(self) -> Iterator[None]:
        """One exchange with Label Studio at a time: of two pushes at once both would send the same."""
        if not self._exchange.acquire(blocking=False):
            raise Conflict("another exchange with Label Studio is under way; try again when it has ended")
        try:
            yield
        finally:
            self._exchange.release()


def bench() -> Bench:
    """The bench of the app that answers this request."""
    found: Bench = current_app.extensions["bench"]
    return found
