"""What goes into a release, read in an order that needs little memory; and the releases that were made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import Integer, Text, and_, cast, func, insert, or_, select
from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.finding import Severity
from workbench.core.release import About, Entry, Source
from workbench.exceptions import NotFound
from workbench.store.discrepancies import Discrepancy, claims_in, decision_of, discrepancy_of
from workbench.store.parts import AT_ONCE, parts, write_rows
from workbench.store.rows import (
    ArticleRow,
    ClaimRow,
    DecisionRow,
    DiscrepancyRow,
    ReferenceCountRow,
    ReleasedClaimRow,
    ReleaseRow,
    SentenceRow,
    VersionRow,
)
from workbench.store.values import as_json, from_json

_CLAIM = msgspec.json.Decoder(Claim)

Group = tuple[str | None, str]  # event and measure


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim that counts, with the sentence it stands in. `stands`: the newest version of the article has
    the sentence where the claim says that it is."""

    claim: Claim
    sentence: str
    start: int
    stands: bool
    url: str | None
    file: str | None
    title: str | None
    language: str | None


def groups(session: Session) -> set[Group]:
    """Event and measure of all claims that count, and of all reference counts."""
    claims = select(ClaimRow.event_id, ClaimRow.measure).where(ClaimRow.chosen.is_(True)).distinct()
    counts = select(ReferenceCountRow.event_id, ReferenceCountRow.measure).distinct()
    return {(event, measure) for query in (claims, counts) for event, measure in session.execute(query)}


def standing_claims(session: Session, group: Group) -> Iterator[Standing]:
    """The claims that count of an event and a measure, in no order, streamed."""
    event, measure = group
    # PostgreSQL knows no substr that takes BIGINT; both count code points.
    first, length = (cast(n, Integer) for n in (SentenceRow.start + 1, SentenceRow.end - SentenceRow.start))
    there = func.substr(VersionRow.text, first, length) == SentenceRow.text
    query = (
        select(cast(ClaimRow.body, Text), SentenceRow.text, SentenceRow.start, there)
        .add_columns(ArticleRow.url, ArticleRow.file, VersionRow.title, VersionRow.language)
        .join(SentenceRow, SentenceRow.id == ClaimRow.sentence_id)
        .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        .outerjoin(VersionRow, and_(VersionRow.article_id == ArticleRow.id, VersionRow.current.is_(True)))
        .where(ClaimRow.chosen.is_(True), ClaimRow.measure == measure)
        .where(ClaimRow.event_id.is_(None) if event is None else ClaimRow.event_id == event)
        .execution_options(yield_per=AT_ONCE)
    )
    for body, text, start, stands, url, file, title, language in session.execute(query):
        claim = _CLAIM.decode(body)
        yield Standing(claim, text, start, bool(stands), url, file, title, language)


def claimed_sentences(session: Session) -> list[str]:
    """The sentences with claims that count, by their places in their articles."""
    query = select(SentenceRow.id).where(
        SentenceRow.id.in_(select(ClaimRow.sentence_id).where(ClaimRow.chosen.is_(True)))
    )
    return list(session.scalars(query.order_by(SentenceRow.article_id, SentenceRow.start, SentenceRow.id)))


def sources_of(session: Session, articles: Iterable[str]) -> Iterator[Source]:
    """Each of these articles as its newest version has it, without its text."""
    query = select(
        VersionRow.article_id,
        VersionRow.id,
        VersionRow.outlet,
        VersionRow.published_at,
        VersionRow.language,
        ArticleRow.url,
        ArticleRow.file,
        VersionRow.title,
        VersionRow.event_id,
    ).join(ArticleRow, ArticleRow.id == VersionRow.article_id)
    for part in parts(articles):
        current = query.where(VersionRow.current.is_(True), VersionRow.article_id.in_(part))
        rows = session.execute(current.order_by(VersionRow.article_id))
        for article, version, outlet, published_at, language, url, file, title, event in rows:
            yield Source(
                id=article,
                version=version,
                outlet=outlet,
                published_at=published_at,
                language=language,
                url=url,
                file=file,
                title=title,
                event=event,
            )


def judged(session: Session) -> list[Discrepancy]:
    """The discrepancies that say something of a release: those that hold claims back, and those that were
    answered; by id."""
    query = (
        select(DiscrepancyRow, DecisionRow)
        .outerjoin(
            DecisionRow, and_(DecisionRow.fingerprint == DiscrepancyRow.id, DecisionRow.live.is_(True))
        )
        .where(or_(DiscrepancyRow.severity > int(Severity.INFO), DecisionRow.id.is_not(None)))
        .order_by(DiscrepancyRow.id)
    )
    rows = session.execute(query).all()
    claims = claims_in(session, [row.id for row, _ in rows])
    return [discrepancy_of(row, claims[row.id], decision) for row, decision in rows]


def decision_log(session: Session, fingerprints: Iterable[str]) -> list[Entry]:
    """Every entry on these discrepancies, the oldest first."""
    rows = [
        row
        for part in parts(sorted(set(fingerprints)))
        for row in session.scalars(select(DecisionRow).where(DecisionRow.fingerprint.in_(part)))
    ]
    rows.sort(key=lambda row: (row.decided_at, row.id))
    return [Entry(decision=decision_of(row), live=row.live) for row in rows]


def last_decision(session: Session) -> int:
    """The number of the last entry of the log; 0 where there is none."""
    return session.scalar(select(func.max(DecisionRow.id))) or 0


def keep_release(
    session: Session, about: About, digest: str, claims: Iterable[tuple[str, str, str]], *, decided_to: int
) -> None:
    """Writes down what a release froze: its claims by id, status and digest of their line."""
    session.add(ReleaseRow(number=about.number, digest=digest, decided_to=decided_to, about=as_json(about)))
    session.flush()
    rows = (
        {"number": about.number, "claim_id": claim, "status": status, "digest": line}
        for claim, status, line in claims
    )
    write_rows(session, insert(ReleasedClaimRow), rows)


@dataclass(frozen=True, slots=True)
class Made:
    """A release that was made, with the digest of its manifest."""

    about: About
    digest: str


def all_releases(session: Session) -> list[Made]:
    """The newest first."""
    query = select(ReleaseRow).order_by(ReleaseRow.number.desc())
    return [_made(row) for row in session.scalars(query)]


def get_release(session: Session, number: int) -> Made:
    """Raises NotFound."""
    row = session.get(ReleaseRow, number)
    if row is None:
        raise NotFound(f"no release {number}; workbench release list shows those there are")
    return _made(row)


def last_number(session: Session) -> int:
    """Of the newest release; 0 where there is none."""
    return session.scalar(select(func.max(ReleaseRow.number))) or 0


def releases_with(session: Session, claim_id: str) -> list[tuple[int, str]]:
    """Number and status of each release that has the claim, the newest first."""
    query = (
        select(ReleasedClaimRow.number, ReleasedClaimRow.status)
        .where(ReleasedClaimRow.claim_id == claim_id)
        .order_by(ReleasedClaimRow.number.desc())
    )
    return [(number, status) for number, status in session.execute(query)]


def _made(row: ReleaseRow) -> Made:
    return Made(from_json(row.about, About), row.digest)
