"""Who may do what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class Role(IntEnum):
    """Each may do all that the ones before may."""

    VIEWER = 1  # looks at everything but the accounts
    ANNOTATOR = 2  # exchanges sentences and annotations with Label Studio
    REVIEWER = 3  # decides
    EDITOR = 4  # takes articles in, and releases the verified claim set
    ADMIN = 5  # keeps the accounts

    @property
    def word(self) -> str:
        return self.name.lower()


class Reach(StrEnum):
    """What an API token may do of what its account may."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Account:
    """`active` False may not sign in. `version` counts up with each change that ends all sessions."""

    id: int
    name: str
    role: Role
    active: bool
    version: int
    has_password: bool
    by_provider: bool = False  # signs in with the OpenID Connect provider


@dataclass(frozen=True, slots=True)
class Token:
    """An API token as it is listed: the secret itself is nowhere."""

    id: int
    account: int
    label: str
    reach: Reach
    made_at: datetime
    used_at: datetime | None
