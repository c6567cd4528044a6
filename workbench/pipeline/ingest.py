"""Articles, events and reference counts in: checked first, then stored, each of them once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from workbench.core.article import Article, Rejected
from workbench.core.event import Event
from workbench.core.reference import ReferenceCount
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData
from workbench.languages import LANGUAGES, language_of
from workbench.store.articles import keep_article
from workbench.store.events import keep_counts, keep_events, nameable_events
from workbench.store.touched import touch_articles
from workbench.text.sentences import split_sentences

# A day is in the future once it has begun nowhere on earth.
EARLIEST_ZONE = timedelta(hours=14)


@dataclass(slots=True)
class Ingested:
    """What became of the articles. `ids` are those stored or already there, in the order given."""

    new: int = 0
    changed: int = 0
    same: int = 0
    ids: list[str] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def ingest_articles(
    session: Session, records: Iterable[Article | Rejected], *, now: datetime, max_characters: int
) -> Ingested:
    """Stores the sound records; the others are listed with their reason and stop nobody."""
    events = nameable_events(session)
    ingested = Ingested()
    for record in records:
        rejected = record if isinstance(record, Rejected) else check(record, events, now, max_characters)
        if rejected is not None:
            ingested.rejected.append(rejected)
            continue
        assert isinstance(record, Article)
        sentences = split_sentences(record.text, language_of(record.language))
        kept = keep_article(session, record, sentences, now=now)
        if kept == "changed":
            touch_articles(session, [record.id])
        setattr(ingested, kept, getattr(ingested, kept) + 1)
        ingested.ids.append(record.id)
    return ingested


def check(article: Article, events: Collection[str], now: datetime, max_characters: int) -> Rejected | None:
    """The first reason why this is no article that we can work with, or None."""
    where = article.file or article.url or article.outlet
    if not article.outlet:
        return Rejected(where, "outlet is empty: say who published it", "outlet")
    if not article.text.strip():
        return Rejected(where, "the text is empty", "text")
    if len(article.text) > max_characters:
        message = (
            f"the text has {len(article.text):,} characters, more than the {max_characters:,} "
            "that are accepted; split it, or raise WORKBENCH_MAX_ARTICLE_CHARACTERS"
        )
        return Rejected(where, message, "text")
    if article.published_at > (now + EARLIEST_ZONE).date():
        return Rejected(where, f"published_at {article.published_at} lies in the future", "published_at")
    if article.event is not None and article.event not in events:
        known = ", ".join(sorted(events)) or "none yet"
        return Rejected(where, f"unknown event {article.event!r}; known are: {known}", "event")
    if article.language.split("-")[0].casefold() not in {language.code for language in LANGUAGES}:
        known = ", ".join(language.code for language in LANGUAGES)
        return Rejected(
            where, f"cannot read the language {article.language!r} yet; known are: {known}", "language"
        )
    return None


def ingest_events(session: Session, events: Iterable[Event]) -> int:
    """How many events were new or changed."""
    return keep_events(session, events)


def ingest_counts(session: Session, counts: Iterable[ReferenceCount], vocabulary: Vocabulary) -> int:
    """How many counts were new or changed. Raises InvalidData before anything is stored."""
    checked = list(counts)
    events = nameable_events(session)
    for number, count in enumerate(checked, start=2):
        where = f"reference counts, row {number}"
        if count.event not in events:
            raise InvalidData(f"{where}: unknown event {count.event!r}", fields={"event": ["unknown"]})
        if count.measure not in vocabulary.measures:
            raise InvalidData(f"{where}: unknown measure {count.measure!r}", fields={"measure": ["unknown"]})
    return keep_counts(session, checked)
