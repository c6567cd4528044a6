from __future__ import annotations

from dataclasses import replace

import pytest
from alembic import command
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from tests.api import corpus
from tests.moments import NOON
from tests.store.test_discrepancies import ANSWER, CONFLICT, GROWTH
from workbench.core.case import State
from workbench.core.decision import Outcome
from workbench.store import schema
from workbench.store.cases import ORIGIN, OUTLET, assignees, give_back, take
from workbench.store.discrepancies import keep_decision
from workbench.store.findings import replace_findings
from workbench.store.queue import Filters, count_queue, key_of, next_after, queue_page, voices
from workbench.store.session import open_session


def states(session: Session) -> dict[str, State]:
    page = queue_page(session, Filters(), limit=10)
    return {entry.discrepancy.id: entry.state for entry in page.entries}


def test_a_state_follows_desk_and_decisions(session: Session) -> None:
    replace_findings(session, {"ff01": CONFLICT, "aa02": GROWTH}, now=NOON)
    assert states(session) == {"ff01": State.OPEN, "aa02": State.NOTE}
    take(session, "ff01", "ana", now=NOON)
    assert states(session)["ff01"] is State.IN_PROGRESS
    assert assignees(session, ["ff01", "aa02"]) == {"ff01": ("ana", NOON)}
    take(session, "ff01", "ben", now=NOON)
    assert assignees(session, ["ff01"]) == {"ff01": ("ben", NOON)}
    give_back(session, "ff01")
    assert states(session)["ff01"] is State.OPEN
    keep_decision(session, replace(ANSWER, outcome=Outcome.ESCALATE, interval=None, as_of=None))
    assert states(session)["ff01"] is State.HELP_NEEDED
    keep_decision(session, ANSWER)
    assert states(session)["ff01"] is State.RESOLVED
    keep_decision(session, replace(ANSWER, fingerprint="aa02", outcome=Outcome.GROWTH))
    assert states(session)["aa02"] is State.RESOLVED


def test_state_and_desk_outlive_the_discrepancy(session: Session) -> None:
    replace_findings(session, {"ff01": CONFLICT, "aa02": GROWTH}, now=NOON)
    take(session, "ff01", "ana", now=NOON)
    replace_findings(session, {}, now=NOON)
    replace_findings(session, {"ff01": CONFLICT}, now=NOON)
    assert states(session) == {"ff01": State.IN_PROGRESS}


def test_counts_are_by_state_and_severity(session: Session) -> None:
    replace_findings(session, {"ff01": CONFLICT, "ff02": CONFLICT, "aa02": GROWTH}, now=NOON)
    counts = count_queue(session, Filters(states=frozenset({State.RESOLVED})))
    assert counts == {(State.OPEN, CONFLICT.severity): 2, (State.NOTE, GROWTH.severity): 1}


def test_one_after_the_other(session: Session) -> None:
    replace_findings(session, {"ff01": CONFLICT, "ff02": CONFLICT, "aa02": GROWTH}, now=NOON)
    key = key_of(session, "ff01")
    assert key is not None
    assert next_after(session, Filters(), key) == "ff02"
    last = key_of(session, "aa02")
    assert last is not None
    assert next_after(session, Filters(), last) is None
    assert key_of(session, "nothing") is None


def test_voices_are_told_once_each(session: Session) -> None:
    corpus.fill(session)
    assert voices(session, OUTLET) == sorted({"Harbour Wire", "Coast Daily", corpus.HOSTILE})
    # Harbour Wire names the ministry and has no word of its own; the table's origin speaks too.
    assert set(voices(session, ORIGIN)) == {
        "Health Ministry",
        "Palestinian Ministry of Health",
        "Coast Daily",
        corpus.HOSTILE,
    }


@pytest.fixture
def before(engine: Engine) -> Engine:
    """A database of the corpus as it was before there was a queue."""
    with open_session(engine) as session:
        corpus.fill(session)
        (first,) = session.execute(text("SELECT id FROM discrepancy WHERE class = 'tension'")).one()
        keep_decision(session, replace(ANSWER, fingerprint=first))
    config = schema._config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0001")
    return engine


def test_what_was_found_before_gets_its_place_in_the_queue(before: Engine) -> None:
    schema.upgrade(before)
    told = "SELECT rank, state, todo, measure, event_id, id FROM discrepancy ORDER BY id"
    names = "SELECT kind, name, discrepancy_id FROM discrepancy_voice ORDER BY 1, 2, 3"
    with before.connect() as connection:
        migrated = [connection.execute(text(query)).all() for query in (told, names)]
    with open_session(before) as session:
        corpus.find(session)
        session.execute(text("DELETE FROM discrepancy"))
        session.expire_all()
        corpus.find(session)
    with before.connect() as connection:
        assert migrated == [connection.execute(text(query)).all() for query in (told, names)]
    assert any(row.state == "resolved" for row in migrated[0])
