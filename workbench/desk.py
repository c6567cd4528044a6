"""What a verb or a request works with: the settings in force, the database, the vocabulary, Label Studio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.run import CheckSettings
from workbench.exceptions import Conflict, InvalidData, LabelStudioUnavailable, WorkbenchError
from workbench.labelstudio import local
from workbench.labelstudio.client import Client, connect
from workbench.settings import STORED, Settings, read_setting, variable
from workbench.store import schema
from workbench.store.key import read_or_make_key
from workbench.store.session import open_engine, open_session, translated_errors
from workbench.store.settings import SettingChange, keep_setting, stored_settings
from workbench.vocabulary import load_vocabulary

LOCAL = "local"
BOUNDS = {"as_of_tolerance_days": (0, 366), "desk_minutes": (1, 1440)}


class Desk:
    """Opens each thing when it is first needed, and once; several threads may share one."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._engine: Engine | None = None
        self._opening = Lock()

    @property
    def house(self) -> Settings:
        """The settings with what an admin has set in the database, as of now."""
        if all(self.settings.fixed(name) for name in STORED):
            return self.settings
        with self.session() as session:
            return self.settings.with_stored(stored_settings(session))

    def check_setting(self, name: str, raw: str) -> None:
        """Raises InvalidData naming one of STORED for a value that it cannot have, and Conflict where the
        environment says what it is; "" is its default."""
        if name not in STORED:
            raise InvalidData(f"no setting {name!r} is kept here; those are: {', '.join(STORED)}")
        if self.settings.fixed(name):
            raise Conflict(f"{variable(name)} says what this is; change it there, or take it away there")
        if not raw:
            return
        value = read_setting(name, raw, name)
        if name == "profile":
            load_vocabulary(value, self.settings.vocabulary_folder)
        elif name in BOUNDS:
            least, most = BOUNDS[name]
            if not least <= value <= most:
                message = f"from {least:,} to {most:,}"
                raise InvalidData(f"{name} goes {message}", fields={name: [message]})

    def change_setting(self, name: str, raw: str, *, by: str) -> None:
        """Sets it from now on, as an entry of the log. Raises as check_setting does."""
        self.check_setting(name, raw)
        with self.writing() as session:
            if stored_settings(session).get(name, "") != raw:
                change = SettingChange(name=name, value=raw, changed_by=by, changed_at=self.now())
                keep_setting(session, change)

    @property
    def vocabulary(self) -> Vocabulary:
        return load_vocabulary(self.house.profile, self.settings.vocabulary_folder)

    @property
    def check_settings(self) -> CheckSettings:
        """How close two days must lie to be compared."""
        return CheckSettings(as_of_days=self.house.as_of_tolerance_days)

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
        try:
            if not self.settings.database_url:
                schema.upgrade(engine)
            else:
                with translated_errors():
                    problem = schema.stale(engine)
                if problem:
                    raise WorkbenchError(f"{problem}; run: workbench db upgrade")
        except BaseException:
            engine.dispose()
            raise
        return engine

    def close(self) -> None:
        """Gives the connections to the database back."""
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    @contextmanager
    def session(self) -> Iterator[Session]:
        """One unit of work that reads: committed at the end, rolled back on any error."""
        with open_session(self.engine) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One unit of work that writes; it waits for its turn where another one is writing."""
        with open_session(self.engine, writing=True) as session:
            yield session

    @property
    def pseudonym_key(self) -> bytes:
        """The key of the annotators' pseudonyms, made when it is first needed. Raises InvalidData."""
        given = self.settings.pseudonym_key
        return read_or_make_key(Path(given) if given else self.settings.state / "pseudonym.key")

    @property
    def secret(self) -> str:
        """What Label Studio shows when it calls us, made when it is first needed. Raises InvalidData."""
        path = self.settings.state / "label-studio.key"
        return read_or_make_key(path, "the secret that Label Studio shows").hex()

    @property
    def releases(self) -> Path:
        """Where releases lie, each in a folder of its number."""
        return self.settings.state / "releases"

    @property
    def keys(self) -> Path:
        """Where the keys lie that releases are signed with."""
        return self.settings.state / "keys"

    @property
    def server(self) -> str:
        """By what name the database knows the Label Studio in force."""
        return self.settings.label_studio_url or LOCAL

    def start_label_studio(self, say: Callable[[str], None]) -> local.Server:
        """That of the state folder, started unless it runs. Raises LabelStudioUnavailable, InvalidData."""
        given = self.settings
        return local.start(
            given.state, tools=given.tools_folder, database=given.label_studio_database, say=say
        )

    def connect(self) -> Client:
        """The Label Studio in force. Raises LabelStudioUnavailable that says how to start one."""
        if self.settings.label_studio_url:
            return connect(self.settings.label_studio_url, self.settings.label_studio_token)
        found = local.status(self.settings.state, tools=self.settings.tools_folder)
        credentials = local.credentials_of(self.settings.state)
        if found.url is None or credentials is None:
            raise LabelStudioUnavailable(
                "no Label Studio is running for this state folder; start it with: "
                f"workbench label-studio start --state {self.settings.state}"
            )
        return connect(found.url, credentials.token)

    def now(self) -> datetime:
        return datetime.now(UTC)
