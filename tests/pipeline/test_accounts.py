from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from tests.moments import NOON
from tests.store.conftest import engine, session
from workbench.core.account import Reach, Role
from workbench.exceptions import Conflict, InvalidData, NotFound
from workbench.pipeline.accounts import (
    FIRST_ADMIN,
    INVITED_FOR,
    accept,
    bearer,
    change,
    first_invitation,
    invite,
    invited,
    issue_token,
    make_account,
    sign_in,
)
from workbench.store.rows import AccountRow

__all__ = ["engine", "session"]
PASSWORD = "correct horse battery"


def test_the_first_admin_is_made_once(session: Session) -> None:
    first = first_invitation(session, now=NOON)
    second = first_invitation(session, now=NOON)
    assert first is not None
    assert second is not None
    with pytest.raises(NotFound):
        invited(session, first, now=NOON)
    account = accept(session, second, PASSWORD, now=NOON)
    assert (account.name, account.role) == (FIRST_ADMIN, Role.ADMIN)
    assert first_invitation(session, now=NOON) is None


def test_an_invitation_ends(session: Session) -> None:
    _, secret = make_account(session, "Ada", Role.VIEWER, now=NOON)
    assert invited(session, secret, now=NOON + INVITED_FOR - timedelta(seconds=1)).name == "Ada"
    with pytest.raises(NotFound, match="too old"):
        accept(session, secret, PASSWORD, now=NOON + INVITED_FOR)


def test_passwords_are_kept_as_argon2(session: Session) -> None:
    account, secret = make_account(session, "Ada", Role.VIEWER, now=NOON)
    assert sign_in(session, "Ada", "") is None, "no password yet"
    accept(session, secret, PASSWORD, now=NOON)
    stored = session.get_one(AccountRow, account.id).password or ""
    assert stored.startswith("$argon2id$")
    found = sign_in(session, "ADA", PASSWORD)
    assert found is not None
    assert found.id == account.id
    for name, password in (("Ada", PASSWORD + "x"), ("Ada", ""), ("Eve", PASSWORD), ("Ada", "x" * 100_000)):
        assert sign_in(session, name, password) is None
    change(session, account.id, active=False)
    assert sign_in(session, "Ada", PASSWORD) is None
    with pytest.raises(NotFound):
        invited(session, invite(session, account.id, now=NOON), now=NOON)


@pytest.mark.parametrize("password", ["", "eleven char", "x" * 1001])
def test_a_password_has_a_length(session: Session, password: str) -> None:
    _, secret = make_account(session, "Ada", Role.VIEWER, now=NOON)
    with pytest.raises(InvalidData, match="12 to 1,000"):
        accept(session, secret, password, now=NOON)
    accept(session, secret, "twelve chars", now=NOON)


def test_a_name_is_one_account(session: Session) -> None:
    make_account(session, " Ada  Lovelace ", Role.VIEWER, now=NOON)
    with pytest.raises(Conflict):
        make_account(session, "ada lovelace", Role.VIEWER, now=NOON)
    for name in ("", "  ", "x" * 201):
        with pytest.raises(InvalidData):
            make_account(session, name, Role.VIEWER, now=NOON)


def test_tokens_end_with_their_account(session: Session) -> None:
    account, _ = make_account(session, "Ada", Role.EDITOR, now=NOON)
    _, secret = issue_token(session, account.id, "a script", Reach.READ, now=NOON)
    found = bearer(session, secret)
    assert found is not None
    assert (found[0].role, found[1]) == (Role.EDITOR, Reach.READ)
    assert bearer(session, secret + "x") is None
    change(session, account.id, active=False)
    assert bearer(session, secret) is None
