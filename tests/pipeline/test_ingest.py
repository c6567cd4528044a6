from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.moments import NOON
from workbench.core.article import Article, Rejected
from workbench.core.event import Event
from workbench.core.reference import ReferenceCount
from workbench.exceptions import InvalidData
from workbench.pipeline.ingest import ingest_articles, ingest_counts, ingest_events
from workbench.store.events import all_counts, all_events
from workbench.store.rows import ArticleRow, SentenceRow
from workbench.vocabulary import load_vocabulary

EVENT = Event(id="gaza", name="Gaza", start=date(2023, 10, 7))
ARTICLE = Article(
    outlet="Harbor Wire", published_at=date(2024, 2, 28), text="Two died. Five hurt.", file="a.txt"
)
COUNT = ReferenceCount(
    event="gaza",
    place="Gaza Strip",
    population="people",
    measure="killed",
    origin="M",
    as_of=date(2024, 1, 24),
    value=5,
)


def ingest(session: Session, *records: Article | Rejected) -> tuple[int, int, int, list[Rejected]]:
    result = ingest_articles(session, records, now=NOON, max_characters=1000)
    return result.new, result.changed, result.same, result.rejected


def test_each_article_is_stored_once_with_its_sentences(session: Session) -> None:
    assert ingest(session, ARTICLE, ARTICLE) == (1, 0, 1, [])
    texts = session.scalars(select(SentenceRow.text).order_by(SentenceRow.start)).all()
    assert texts == ["Two died.", "Five hurt."]
    assert ingest(session, replace(ARTICLE, text="Two died. Six hurt."))[1] == 1


@pytest.mark.parametrize(
    ("change", "field", "part"),
    [
        ({"text": " \n"}, "text", "empty"),
        ({"text": "a" * 1001}, "text", "1,001 characters, more than the 1,000"),
        ({"published_at": date(2024, 3, 3)}, "published_at", "future"),
        ({"event": "atlantis"}, "event", "unknown event 'atlantis'; known are: gaza"),
        ({"language": "tlh"}, "language", "'tlh'"),
        ({"outlet": ""}, "outlet", "outlet"),
    ],
)
def test_what_is_unsound_is_rejected_by_field_and_stops_nobody(
    session: Session, change: dict[str, object], field: str, part: str
) -> None:
    ingest_events(session, [EVENT])
    bad = replace(ARTICLE, file="bad.txt", **change)  # type: ignore[arg-type]
    new, _, _, (rejected,) = ingest(session, bad, ARTICLE)
    assert new == 1
    assert rejected.field == field
    assert part in rejected.message
    assert session.scalar(select(func.count()).select_from(ArticleRow)) == 1


def test_a_day_that_has_begun_somewhere_is_not_the_future(session: Session) -> None:
    evening = datetime(2024, 2, 29, 12, 0, tzinfo=UTC)
    kiribati = replace(ARTICLE, published_at=date(2024, 3, 1))
    assert not ingest_articles(session, [kiribati], now=evening, max_characters=1000).rejected


def test_five_million_characters_are_refused_by_default(session: Session) -> None:
    from workbench.settings import Settings

    big = replace(ARTICLE, text="Two died. " * 500_000)
    result = ingest_articles(session, [big], now=NOON, max_characters=Settings().max_article_characters)
    assert "5,000,000 characters" in result.rejected[0].message


def test_an_event_is_taken_over_when_it_changes(session: Session) -> None:
    assert ingest_events(session, [EVENT]) == 1
    assert ingest_events(session, [EVENT]) == 0
    ended = replace(EVENT, end=date(2025, 1, 1), populations={"Gaza Strip": "palestinians"})
    assert ingest_events(session, [ended]) == 1
    assert all_events(session) == {"gaza": ended}


def test_a_corrected_count_takes_the_place_of_the_old_one(session: Session) -> None:
    ingest_events(session, [EVENT])
    vocabulary = load_vocabulary()
    assert ingest_counts(session, [COUNT], vocabulary) == 1
    assert ingest_counts(session, [COUNT], vocabulary) == 0
    assert ingest_counts(session, [replace(COUNT, value=6)], vocabulary) == 1
    assert all_counts(session) == [replace(COUNT, value=6)]


@pytest.mark.parametrize(
    ("change", "field"), [({"event": "atlantis"}, "event"), ({"measure": "kiled"}, "measure")]
)
def test_counts_are_taken_whole_or_not_at_all(session: Session, change: dict[str, str], field: str) -> None:
    ingest_events(session, [EVENT])
    with pytest.raises(InvalidData, match="row 3") as caught:
        ingest_counts(session, [COUNT, replace(COUNT, **change)], load_vocabulary())  # type: ignore[arg-type]
    assert field in caught.value.fields
    assert all_counts(session) == []
