"""Invitations, passwords, sign-in and API tokens."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from workbench.core.account import Account, Reach, Role, Token
from workbench.core.article import clean_text
from workbench.exceptions import Conflict, InvalidData, NotFound
from workbench.store.accounts import (
    account_of,
    account_row,
    add_account,
    add_token,
    count_admins,
    get_account_row,
    invited_row,
    row_of_subject,
    token_owner,
)

if TYPE_CHECKING:
    from argon2 import PasswordHasher

INVITED_FOR = timedelta(days=3)
SHORTEST, LONGEST = 12, 1000  # characters of a password
LONGEST_NAME = 200
LONGEST_SUBJECT = 255  # characters, as OpenID Connect has it
FIRST_ADMIN = "admin"


def first_invitation(session: Session, *, now: datetime) -> str | None:
    """The secret of a one-time link for the first admin; None once an admin can sign in."""
    if count_admins(session):
        return None
    row = account_row(session, FIRST_ADMIN)
    account = account_of(row) if row else add_account(session, FIRST_ADMIN, Role.ADMIN, now=now)
    return invite(session, account.id, now=now)


def make_account(session: Session, name: str, role: Role, *, now: datetime) -> tuple[Account, str]:
    """A new account, and the secret of its one-time link. Raises InvalidData, Conflict on a taken name."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        message = "say who it is for" if not name else f"a name has at most {LONGEST_NAME} characters"
        raise InvalidData(message, fields={"name": [message]})
    account = add_account(session, name, role, now=now)
    return account, invite(session, account.id, now=now)


def invite(session: Session, account_id: int, *, now: datetime) -> str:
    """The secret of a one-time link that sets a password; an earlier link is void. Raises NotFound."""
    row = get_account_row(session, account_id)
    secret = secrets.token_urlsafe(32)
    row.invitation, row.invited_until = hashed(secret), now + INVITED_FOR
    session.flush()
    return secret


def invited(session: Session, secret: str, *, now: datetime) -> Account:
    """Whom the link is for. Raises NotFound where it is spent, too old or never was."""
    row = invited_row(session, hashed(secret), now)
    if row is None:
        raise NotFound("this link has been used, or is too old; ask an admin for another one")
    return account_of(row)


def accept(session: Session, secret: str, password: str, *, now: datetime) -> Account:
    """Sets the password; the link is spent, and sessions from before end. Raises NotFound, InvalidData."""
    invited(session, secret, now=now)
    row = invited_row(session, hashed(secret), now)
    assert row is not None
    if not SHORTEST <= len(password) <= LONGEST:
        message = f"a password has {SHORTEST} to {LONGEST:,} characters"
        raise InvalidData(message, fields={"password": [message]})
    row.password, row.invitation, row.invited_until = hasher().hash(password), None, None
    row.version += 1
    session.flush()
    return account_of(row)


def sign_in(session: Session, name: str, password: str) -> Account | None:
    """None for a wrong name or password, after the same time for either."""
    from argon2.exceptions import VerificationError

    row = account_row(session, name)
    known = row.password if row is not None and row.active else None
    try:
        hasher().verify(known or _nobody(), password[:LONGEST])
    except VerificationError:
        return None
    if row is None or known is None:
        return None
    if hasher().check_needs_rehash(known):
        row.password = hasher().hash(password)
        session.flush()
    return account_of(row)


def sign_in_by_subject(
    session: Session, issuer: str, subject: str, name: str, role: Role, *, now: datetime
) -> Account:
    """The account of who a provider says it is, made with that name and role where there is none yet.

    Known by the subject alone: names and addresses change hands at a provider, and nobody comes into a local
    account by them. Where the name is taken a number is put behind it. Raises InvalidData for a subject that
    is none, and Conflict where the account is stopped.
    """
    if not subject or len(subject) > LONGEST_SUBJECT:
        raise InvalidData("the provider does not say who this is")
    row = row_of_subject(session, issuer, subject)
    if row is None:
        wanted = " ".join(clean_text(name).split())[: LONGEST_NAME - 10] or subject[: LONGEST_NAME - 10]
        names = (f"{wanted} ({number})" if number > 1 else wanted for number in count(1))
        free = next(one for one in names if account_row(session, one) is None)
        row = get_account_row(session, add_account(session, free, role, now=now).id)
        row.issuer, row.subject = issuer, subject
        session.flush()
    if not row.active:
        raise Conflict("this account has been stopped; ask an admin")
    return account_of(row)


def change(
    session: Session, account_id: int, *, role: Role | None = None, active: bool | None = None
) -> None:
    """Another role, or no longer active (and back); sessions end. Raises NotFound, and Conflict where no
    admin would be left."""
    row = get_account_row(session, account_id)
    loses = (role is not None and role is not Role.ADMIN) or active is False
    if loses and row.role == Role.ADMIN and row.active and row.password and count_admins(session) == 1:
        raise Conflict("this is the last admin who can sign in; make another one first")
    row.role = int(role) if role is not None else row.role
    row.active = active if active is not None else row.active
    row.version += 1
    session.flush()


def issue_token(
    session: Session, account: int, label: str, reach: Reach, *, now: datetime
) -> tuple[Token, str]:
    """A token, and its secret, which is nowhere else. Raises InvalidData."""
    label = " ".join(label.split())
    if not label or len(label) > LONGEST_NAME:
        message = "say what the token is for, in a few words"
        raise InvalidData(message, fields={"label": [message]})
    secret = f"wb_{secrets.token_urlsafe(32)}"
    return add_token(session, account, label, hashed(secret), reach, now=now), secret


def bearer(session: Session, secret: str) -> tuple[Account, Reach] | None:
    """Whose token it is, and what it may do; None where it is unknown, or its account no longer active."""
    found = token_owner(session, hashed(secret))
    if found is None or not found[0].active:
        return None
    return account_of(found[0]), Reach(found[1].reach)


def hashed(secret: str) -> str:
    """Secrets of ours are long and random, so that a plain hash keeps them."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


@cache
def hasher() -> PasswordHasher:
    """Argon2id with the library's parameters (RFC 9106)."""
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobody() -> str:
    return hasher().hash(secrets.token_urlsafe(16))
