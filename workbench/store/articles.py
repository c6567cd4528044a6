"""Articles, their versions and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session, defer

from workbench.core.article import Article, Sentence
from workbench.exceptions import InvalidData, NotFound
from workbench.store.parts import parts
from workbench.store.rows import ArticleRow, SentenceRow, VersionRow, VersionSentenceRow

Kept = Literal["new", "changed", "same"]


def keep_article(session: Session, article: Article, sentences: Sequence[Sentence], *, now: datetime) -> Kept:
    """Stores what is new of an article: nothing, or a version beside the old ones."""
    current = session.scalar(
        select(VersionRow).where(VersionRow.article_id == article.id, VersionRow.current.is_(True))
    )
    if current is not None and current.id == article.version_id:
        return "same"
    if current is None:
        session.add(
            ArticleRow(
                id=article.id, outlet=article.outlet, url=article.url, file=article.file, ingested_at=now
            )
        )
    else:
        current.current = False
    session.flush()
    known = session.get(VersionRow, article.version_id)
    if known is not None:
        known.current = True
    else:
        _add_version(session, article, sentences, now)
    session.flush()
    return "new" if current is None else "changed"


def _add_version(session: Session, article: Article, sentences: Sequence[Sentence], now: datetime) -> None:
    number = session.scalar(
        select(func.coalesce(func.max(VersionRow.number), 0)).where(VersionRow.article_id == article.id)
    )
    session.add(
        VersionRow(
            id=article.version_id,
            article_id=article.id,
            number=(number or 0) + 1,
            current=True,
            outlet=article.outlet,
            published_at=article.published_at,
            title=article.title,
            language=article.language,
            event_id=article.event,
            text=article.text,
            suggester=None,
            ingested_at=now,
        )
    )
    session.flush()
    ids = [sentence.id(article.id) for sentence in sentences]
    there = set(session.scalars(select(SentenceRow.id).where(SentenceRow.article_id == article.id)))
    session.add_all(
        SentenceRow(
            id=sentence_id, article_id=article.id, start=sentence.start, end=sentence.end, text=sentence.text
        )
        for sentence_id, sentence in zip(ids, sentences, strict=True)
        if sentence_id not in there
    )
    session.flush()
    session.add_all(
        VersionSentenceRow(version_id=article.version_id, position=position, sentence_id=sentence_id)
        for position, sentence_id in enumerate(ids)
    )


@dataclass(frozen=True, slots=True)
class StoredSentence:
    """A sentence of a current version, with what was suggested in it (None: not read yet)."""

    id: str
    position: int
    sentence: Sentence
    suggestions: list[dict[str, Any]] | None


def article_of(row: ArticleRow, version: VersionRow) -> Article:
    return Article(
        outlet=version.outlet,
        published_at=version.published_at,
        text=version.text,
        language=version.language,
        url=row.url,
        title=version.title,
        file=row.file,
        event=version.event_id,
    )


def current_articles(session: Session) -> Iterator[tuple[ArticleRow, VersionRow]]:
    """Each article with its current version, in a stable order, streamed."""
    query = (
        select(ArticleRow, VersionRow)
        .join(VersionRow, VersionRow.article_id == ArticleRow.id)
        .where(VersionRow.current.is_(True))
        .order_by(ArticleRow.outlet, ArticleRow.file, ArticleRow.id)
    )
    for row, version in session.execute(query):  # noqa: UP028 - rows are no plain tuples
        yield row, version


def get_article(session: Session, article_id: str) -> tuple[ArticleRow, VersionRow]:
    """Raises NotFound."""
    row = session.get(ArticleRow, article_id)
    version = session.scalar(
        select(VersionRow).where(VersionRow.article_id == article_id, VersionRow.current.is_(True))
    )
    if row is None or version is None:
        raise NotFound(f"no article {article_id}")
    return row, version


def name_article(session: Session, name: str) -> str:
    """The id of the one article with this id, the beginning of it, this URL or this file.

    Raises NotFound, and InvalidData where several have it.
    """
    query = select(ArticleRow.id).where(
        or_(ArticleRow.id.startswith(name, autoescape=True), ArticleRow.url == name, ArticleRow.file == name)
    )
    found = list(session.scalars(query.limit(2))) if name else []
    if not found:
        raise NotFound(f"no article has the id, URL or file {name!r}")
    if len(found) > 1:
        raise InvalidData(
            f"several articles have {name!r}: say more of the id", fields={"article": ["several"]}
        )
    return found[0]


def list_articles(
    session: Session, *, offset: int, limit: int
) -> tuple[list[tuple[ArticleRow, VersionRow]], int]:
    """One page of the articles with their current versions (texts left behind), and how many in all."""
    query = (
        select(ArticleRow, VersionRow)
        .join(VersionRow, VersionRow.article_id == ArticleRow.id)
        .where(VersionRow.current.is_(True))
    )
    total = session.scalar(
        select(func.count()).select_from(query.with_only_columns(ArticleRow.id).subquery())
    )
    page = query.order_by(VersionRow.published_at.desc(), ArticleRow.id).offset(offset).limit(limit)
    rows = session.execute(page.options(defer(VersionRow.text, raiseload=True)))
    return [(row, version) for row, version in rows], total or 0


def articles_by_id(session: Session, ids: Iterable[str]) -> dict[str, tuple[ArticleRow, VersionRow]]:
    """Those that are there, with their current versions; texts are left behind."""
    query = (
        select(ArticleRow, VersionRow)
        .join(VersionRow, VersionRow.article_id == ArticleRow.id)
        .where(VersionRow.current.is_(True))
        .options(defer(VersionRow.text, raiseload=True))
    )
    return {
        row.id: (row, version)
        for part in parts(ids)
        for row, version in session.execute(query.where(ArticleRow.id.in_(part)))
    }


def texts_of(session: Session, ids: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Id, language and text of the current version of each of these articles."""
    query = select(VersionRow.article_id, VersionRow.language, VersionRow.text).where(
        VersionRow.current.is_(True)
    )
    for part in parts(ids):
        for row in session.execute(query.where(VersionRow.article_id.in_(part))):
            yield row.article_id, row.language, row.text


def sentences_by_id(session: Session, ids: Iterable[str]) -> dict[str, Sentence]:
    return {
        row.id: Sentence(start=row.start, end=row.end, text=row.text)
        for part in parts(ids)
        for row in session.scalars(select(SentenceRow).where(SentenceRow.id.in_(part)))
    }


def articles_of_sentences(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """The article of each sentence, by id."""
    return {
        sentence_id: article_id
        for part in parts(ids)
        for sentence_id, article_id in session.execute(
            select(SentenceRow.id, SentenceRow.article_id).where(SentenceRow.id.in_(part))
        )
    }


def sentences_of(session: Session, version_id: str) -> list[StoredSentence]:
    query = (
        select(VersionSentenceRow, SentenceRow)
        .join(SentenceRow, SentenceRow.id == VersionSentenceRow.sentence_id)
        .where(VersionSentenceRow.version_id == version_id)
        .order_by(VersionSentenceRow.position)
    )
    return [
        StoredSentence(
            row.id, place.position, Sentence(start=row.start, end=row.end, text=row.text), place.suggestions
        )
        for place, row in session.execute(query)
    ]


def current_suggestions(
    session: Session, sentence_ids: Iterable[str], suggester: str
) -> dict[str, tuple[str, list[Any]]]:
    """Text and suggestions of each sentence of a current version that this suggester has read."""
    query = (
        select(SentenceRow.id, SentenceRow.text, VersionSentenceRow.suggestions)
        .join(VersionSentenceRow, VersionSentenceRow.sentence_id == SentenceRow.id)
        .join(VersionRow, VersionRow.id == VersionSentenceRow.version_id)
        .where(VersionRow.current.is_(True), VersionRow.suggester == suggester)
    )
    return {
        sentence_id: (text, suggestions or [])
        for part in parts(sentence_ids)
        for sentence_id, text, suggestions in session.execute(query.where(SentenceRow.id.in_(part)))
    }


def unread_versions(session: Session, suggester: str) -> list[str]:
    """The current versions that this suggester has not read yet."""
    return list(
        session.scalars(
            select(VersionRow.id)
            .where(VersionRow.current.is_(True), VersionRow.suggester.is_distinct_from(suggester))
            .order_by(VersionRow.id)
        )
    )


def keep_suggestions(
    session: Session, version_id: str, suggester: str, by_position: Iterable[tuple[int, list[dict[str, Any]]]]
) -> None:
    for position, suggestions in by_position:
        session.execute(
            update(VersionSentenceRow)
            .where(VersionSentenceRow.version_id == version_id, VersionSentenceRow.position == position)
            .values(suggestions=suggestions)
        )
    session.execute(update(VersionRow).where(VersionRow.id == version_id).values(suggester=suggester))
