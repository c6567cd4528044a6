"""What a request works with: the settings in force, the database, the vocabulary, the Label Studio."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Lock
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import Conflict, LabelStudioUnavailable, WorkbenchError
from workbench.labelstudio import local
from workbench.labelstudio.client import Client, connect
from workbench.settings import Settings
from workbench.store import schema
from workbench.store.session import open_engine, open_session
from workbench.vocabulary import load_vocabulary

LOCAL = "local"
PATIENCE = 30.0  # seconds that a writer waits for its turn


class Bench:
    """One per app. Requests run in several threads; what is opened once is opened under a lock."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._engine: Engine | None = None
        self._opening = Lock()
        self._exchange = Lock()
        self._writing = Lock()

    @property
    def vocabulary(self) -> Vocabulary:
        return load_vocabulary(self.settings.profile, self.settings.vocabulary_folder)

    @property
    def engine(self) -> Engine:
        """Brought to the newest schema on the way where the database is our own file."""
        with self._opening:
            if self._engine is None:
                self._engine = self._open()
            return self._engine

    def _open(self) -> Engine:
        if not self.settings.database_url:
            self.settings.state.mkdir(parents=True, exist_ok=True, mode=0o700)
        engine = open_engine(self.settings.database)
        if not self.settings.database_url:
            schema.upgrade(engine)
        elif problems := schema.check(engine):
            raise WorkbenchError(f"{problems[0]}; run: workbench db upgrade")
        return engine

    def close(self) -> None:
        """Gives the connections to the database back."""
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One unit of work: committed at the end, rolled back on any error."""
        with open_session(self.engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that will write. Writers of this process take turns: SQLite refuses the second of two
        that have read the same state, however long it may wait. Raises WorkbenchError without a turn."""
        if not self._writing.acquire(timeout=PATIENCE):
            raise WorkbenchError("the database is busy with another request; try again in a minute")
        try:
            with self.session() as session:
                yield session
        finally:
            self._writing.release()

    @property
    def server(self) -> str:
        """By what name the database knows the Label Studio in force."""
        return self.settings.label_studio_url or LOCAL

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
        with self.alone(), self._connect() as client:
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

    def _connect(self) -> Client:
        if self.settings.label_studio_url:
            return connect(self.settings.label_studio_url, self.settings.label_studio_token)
        found, credentials = local.status(self.settings.state), local.credentials_of(self.settings.state)
        if found.url is None or credentials is None:
            raise LabelStudioUnavailable(
                "no Label Studio is running for this state folder; start it with: "
                f"workbench label-studio start --state {self.settings.state}"
            )
        return connect(found.url, credentials.token)

    def now(self) -> datetime:
        return datetime.now(UTC)


def bench() -> Bench:
    """The bench of the app that answers this request."""
    found: Bench = current_app.extensions["bench"]
    return found
