"""What a verb works with: the settings in force, the database, the vocabulary, the Label Studio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

import click
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import LabelStudioUnavailable, WorkbenchError
from workbench.labelstudio import local
from workbench.labelstudio.client import Client, connect
from workbench.settings import Settings
from workbench.store import schema
from workbench.store.session import open_engine, open_session
from workbench.vocabulary import load_vocabulary

LOCAL = "local"


@dataclass
class Desk:
    settings: Settings

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return load_vocabulary(self.settings.profile, self.settings.vocabulary_folder)

    @cached_property
    def engine(self) -> Engine:
        """Brought to the newest schema on the way where the database is our own file."""
        self.settings.state.mkdir(parents=True, exist_ok=True, mode=0o700)
        engine = open_engine(self.settings.database)
        if not self.settings.database_url:
            schema.upgrade(engine)
        elif problems := schema.check(engine):
            raise WorkbenchError(f"{problems[0]}; run: workbench db upgrade")
        return engine

    @contextmanager
    def session(self) -> Iterator[Session]:
        with open_session(self.engine) as session:
            yield session

    @property
    def server(self) -> str:
        """By what name the database knows the Label Studio in force."""
        return self.settings.label_studio_url or LOCAL

    def client(self) -> Client:
        """The Label Studio in force. Raises LabelStudioUnavailable that says how to start one."""
        if self.settings.label_studio_url:
            return connect(self.settings.label_studio_url, self.settings.label_studio_token)
        found = local.status(self.settings.state)
        credentials = local.credentials_of(self.settings.state)
        if found.url is None or credentials is None:
            raise LabelStudioUnavailable(
                "no Label Studio is running for this state folder; start it with: "
                f"workbench label-studio start --state {self.settings.state}"
            )
        return connect(found.url, credentials.token)

    def now(self) -> datetime:
        return datetime.now(UTC)


def at_desk(verb: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a verb the option --state and its Desk as first argument."""

    @click.option(
        "--state",
        type=click.Path(file_okay=False, path_type=Path),
        help="Folder of the database, the local Label Studio and the exports.",
    )
    @wraps(verb)
    def with_desk(state: Path | None, **options: Any) -> Any:
        return verb(Desk(Settings.from_env().with_state(state)), **options)

    return with_desk
