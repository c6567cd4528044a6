"""Accounts and their API tokens. What is secret comes in as a hash."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from workbench.core.account import Account, Reach, Role, Token
from workbench.exceptions import Conflict, NotFound
from workbench.store.rows import AccountRow, TokenRow


def add_account(session: Session, name: str, role: Role, *, now: datetime) -> Account:
    """One without a password. Raises Conflict where the name, in any case, is taken."""
    if account_row(session, name) is not None:
        raise Conflict(f"there is an account {name!r} already")
    row = AccountRow(name=name, role=int(role), active=True, version=1, made_at=now)
    session.add(row)
    session.flush()
    return account_of(row)


def account_row(session: Session, name: str) -> AccountRow | None:
    return session.scalar(select(AccountRow).where(func.lower(AccountRow.name) == name.casefold()))


def row_of_subject(session: Session, issuer: str, subject: str) -> AccountRow | None:
    """Whom the provider `issuer` knows by this subject."""
    return session.scalar(
        select(AccountRow).where(AccountRow.issuer == issuer, AccountRow.subject == subject)
    )


def get_account_row(session: Session, account_id: int) -> AccountRow:
    """Raises NotFound."""
    row = session.get(AccountRow, account_id)
    if row is None:
        raise NotFound(f"no account {account_id}")
    return row


def invited_row(session: Session, invitation: str, now: datetime) -> AccountRow | None:
    """The account with this invitation, while it holds."""
    row = session.scalar(select(AccountRow).where(AccountRow.invitation == invitation))
    if row is None or not row.active or row.invited_until is None or row.invited_until <= now:
        return None
    return row


def all_accounts(session: Session) -> list[Account]:
    return [account_of(row) for row in session.scalars(select(AccountRow).order_by(AccountRow.name))]


def count_admins(session: Session) -> int:
    """How many active admins there are that can sign in."""
    query = select(func.count()).where(
        AccountRow.role == int(Role.ADMIN), AccountRow.active.is_(True), AccountRow.password.is_not(None)
    )
    return session.scalar(query) or 0


def add_token(
    session: Session, account: int, label: str, secret: str, reach: Reach, *, now: datetime
) -> Token:
    row = TokenRow(account_id=account, label=label, secret=secret, reach=reach.value, made_at=now)
    session.add(row)
    session.flush()
    return _token(row)


def tokens_of(session: Session, account: int) -> list[Token]:
    query = select(TokenRow).where(TokenRow.account_id == account).order_by(TokenRow.id)
    return [_token(row) for row in session.scalars(query)]


def token_owner(session: Session, secret: str) -> tuple[AccountRow, TokenRow] | None:
    query = (
        select(AccountRow, TokenRow)
        .join(TokenRow, TokenRow.account_id == AccountRow.id)
        .where(TokenRow.secret == secret)
    )
    found = session.execute(query).first()
    return None if found is None else (found[0], found[1])


def revoke_token(session: Session, account: int, token: int) -> None:
    """Of this account; nothing happens where it has no such token."""
    session.execute(delete(TokenRow).where(TokenRow.id == token, TokenRow.account_id == account))


def account_of(row: AccountRow) -> Account:
    return Account(
        row.id,
        row.name,
        Role(row.role),
        row.active,
        row.version,
        row.password is not None,
        row.subject is not None,
    )


def _token(row: TokenRow) -> Token:
    return Token(row.id, row.account_id, row.label, Reach(row.reach), row.made_at, row.used_at)
