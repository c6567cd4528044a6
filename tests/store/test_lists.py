"""Lists are as quick with a million rows as with ten: no page of one is sorted, and none is read through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from tests.benchmarks.store import fill
from workbench.core.finding import FindingClass, Severity
from workbench.store import schema
from workbench.store.claims import FILTERS
from workbench.store.queue import Filters, count_queue, queue_page
from workbench.store.search import find_articles, find_claims
from workbench.store.session import open_engine

VALUES = {
    "measure": "killed",
    "event": "event-3",
    "population": "nobody",
    "place": "Place 3",
    "origin": "Ministry 3",
    "outlet": "Outlet 3",
    "article": "nothing",
}


Plans = Callable[[Callable[[Session], object]], list[str]]


@pytest.fixture
def plans(tmp_path: Path) -> Iterator[Plans]:
    """How SQLite goes about the first thing that is asked of a store with some rows. A plan of PostgreSQL
    would be one for as many rows as there are, so that it says nothing here."""
    engine = open_engine(f"sqlite:///{tmp_path}/workbench.sqlite")
    schema.upgrade(engine)
    fill(engine, claims=400, discrepancies=200)

    def plans(ask: Callable[[Session], object]) -> list[str]:
        asked: list[tuple[str, object]] = []

        def note(_connection: object, _cursor: object, statement: str, given: object, *_rest: object) -> None:
            asked.append((statement, given))

        event.listen(engine, "before_cursor_execute", note)
        with Session(engine) as session:
            ask(session)
        event.remove(engine, "before_cursor_execute", note)
        statement, given = next((text, given) for text, given in asked if text.startswith("SELECT"))
        with engine.connect() as connection:
            explained = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)  # type: ignore[arg-type]
            return [row[3] for row in explained]

    yield plans
    engine.dispose()


@pytest.mark.parametrize(
    "names", [(), *((name,) for name in FILTERS), *combinations(("measure", "event", "place", "outlet"), 2)]
)
def test_a_page_of_claims_is_read_from_an_index_in_its_order(names: tuple[str, ...], plans: Plans) -> None:
    filters = {name: VALUES[name] for name in names}
    found = plans(lambda session: find_claims(session, filters, limit=10, after="5"))
    assert len(found) == 1
    assert "INDEX" in found[0]
    assert found[0].startswith("SEARCH"), "a SCAN would read all rows before the page"


def test_a_page_of_articles_too(plans: Plans) -> None:
    found = plans(lambda session: find_articles(session, "", limit=10))
    assert not any("TEMP B-TREE" in step for step in found)
    assert any("ix_article_version_published" in step for step in found)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(measure="killed"),
        Filters(event="event-3"),
        Filters(measure="killed", severity=Severity.LOW),
        Filters(event="event-3", measure="killed", severity=Severity.HIGH),
        Filters(cls=FindingClass.GROWTH),
    ],
    ids=str,
)
def test_the_queue_is_counted_in_an_index_alone(filters: Filters, plans: Plans) -> None:
    counted = plans(lambda session: count_queue(session, filters))
    assert any("COVERING INDEX" in step for step in counted), counted
    assert not any(step.startswith("SCAN discrepancy USING INDEX") for step in counted)
    listed = plans(lambda session: queue_page(session, filters, limit=10))
    assert not any("TEMP B-TREE FOR ORDER" in step for step in listed), listed
