"""All settings, each one line with its default and meaning. The only reader of the environment."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from workbench.exceptions import InvalidData

PREFIX = "WORKBENCH_"
# What an admin may also set in the database; what the environment gives comes first.
STORED = ("as_of_tolerance_days", "two_person", "profile", "desk_minutes")
FLAGS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
READ: dict[Any, Callable[[str], Any]] = {
    "Path": Path,
    "str": str,
    "int": int,
    "bool": lambda raw: FLAGS[raw.casefold()],
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Read from variables named WORKBENCH_ and the name in capitals."""

    state: Path = Path(".workbench/default")  # folder of the database, the local Label Studio and the exports
    database_url: str = ""  # SQLAlchemy URL; empty: SQLite in the state folder
    label_studio_url: str = ""  # an existing Label Studio; empty: a local one in the state folder
    label_studio_token: str = field(default="", repr=False)  # its access token; never logged
    label_studio_database: str = field(
        default="", repr=False
    )  # PostgreSQL URL of the local one; empty: SQLite
    tools: str = ""  # folder that Label Studio is installed into, to share it; empty: inside the state folder
    chromium: str = ""  # path of the browser that takes the previews; empty: the first one found
    vocabulary: str = ""  # folder with YAML files of your own, laid over ours
    profile: str = "house"  # how vague words are read: house or acled
    pseudonym_key: str = (
        ""  # file with the key of annotators' pseudonyms; empty: pseudonym.key in the state folder
    )
    reviewer: str = ""  # whose name stands on decisions; empty: the name of the account
    max_article_characters: int = 2_000_000  # a longer text is refused
    as_of_tolerance_days: int = 0  # how far apart two as-of days may lie and still be compared
    two_person: bool = False  # a decision counts once a second reviewer has answered the same
    desk_minutes: int = 15  # how long a case that somebody took is theirs, before others are told to go on
    quote_characters: int = 400  # of a sentence that a release quotes at most; the figure is always whole
    corpus_memory: str = ""  # what DuckDB may take, such as 4GB, then disk; empty: 4 GB, at most half of all
    spark_master: str = "local[*]"  # where Spark runs; spark://host:7077 and the like for a cluster
    login: bool = False  # also who sits at this machine must sign in; from elsewhere everybody must anyway
    oidc_issuer: str = ""  # address of an OpenID Connect provider that people may sign in with
    oidc_client_id: str = ""  # as what the workbench is registered there
    oidc_client_secret: str = field(default="", repr=False)  # its secret there; never logged
    oidc_role_claim: str = ""  # claim of the provider that says a new account's role
    oidc_roles: str = ""  # what of that claim means which role: "desk=reviewer,heads=editor"; else viewer
    allowed_hosts: str = ""  # further host names that the pages answer to, separated by commas
    given: frozenset[str] = field(default=frozenset(), repr=False, compare=False)  # those of the environment

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """Raises InvalidData that names the variable which cannot be read."""
        given: dict[str, Any] = {}
        for setting in fields(cls):
            name = variable(setting.name)
            raw = environ.get(name)
            if raw and setting.name != "given":
                given[setting.name] = read_setting(setting.name, raw, name)
        return cls(**given, given=frozenset(given))

    @property
    def signature(self) -> str:
        """Whose name stands on what is recorded where nobody signs in: the setting, else the account's."""
        if self.reviewer:
            return self.reviewer
        try:
            return getpass.getuser()
        except (KeyError, OSError):  # a container may run under a number without a name
            return "reviewer"

    def fixed(self, name: str) -> bool:
        """Does the environment, or whoever started this, say what it is?"""
        return name in self.given or getattr(self, name) != DEFAULTS[name]

    def with_stored(self, stored: Mapping[str, str]) -> Self:
        """With what the database has of STORED, where the environment says nothing."""
        found = {name: read_setting(name, stored[name], name) for name in STORED if name in stored}
        return replace(self, **{name: value for name, value in found.items() if not self.fixed(name)})

    def with_state(self, state: Path | None) -> Self:
        return self if state is None else replace(self, state=state)

    @property
    def database(self) -> str:
        """The SQLAlchemy URL that is in force."""
        return self.database_url or f"sqlite:///{(self.state / 'workbench.sqlite').resolve()}"

    @property
    def tools_folder(self) -> Path | None:
        return Path(self.tools) if self.tools else None

    @property
    def vocabulary_folder(self) -> Path | None:
        return Path(self.vocabulary) if self.vocabulary else None


DEFAULTS = {setting.name: setting.default for setting in fields(Settings)}
TYPES = {setting.name: setting.type for setting in fields(Settings)}


def variable(setting: str) -> str:
    """The name of its variable in the environment."""
    return PREFIX + setting.upper()


def read_setting(setting: str, raw: str, name: str) -> Any:
    """The value that is written so. Raises InvalidData that names it as `name`."""
    try:
        return READ[TYPES[setting]](raw)
    except ValueError:
        raise InvalidData(f"{name} is not a whole number: {raw!r}", fields={name: ["invalid"]}) from None
    except KeyError:
        raise InvalidData(f"{name} is neither yes nor no: {raw!r}", fields={name: ["invalid"]}) from None
