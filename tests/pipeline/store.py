"""Claims put straight into the store, for properties of the cross-check. Nobody annotated them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlalchemy.orm import Session

from tests.moments import NOON
from workbench.core.claim import Claim
from workbench.store.claims import replace_claims
from workbench.store.rows import AnnotationRow, ArticleRow, ProjectRow, Row, SentenceRow
from workbench.store.session import open_engine


@contextmanager
def loose_session() -> Iterator[Session]:
    """A database in memory."""
    engine = open_engine("sqlite:///:memory:")
    Row.metadata.create_all(engine)  # in milliseconds; that migrations make the same is a test of its own
    with Session(engine, expire_on_commit=False) as session:
        session.add(ProjectRow(id=1, server="local", number=1, title="Claims"))
        yield session
    engine.dispose()


def put(session: Session, claims: Iterable[Claim], outvoted: Iterable[str] = ()) -> None:
    """Makes the stored claims these; those named are of annotations that were not chosen."""
    out = set(outvoted)
    placed = [
        replace(claim, sentence=claim.sentence or f"s-{claim.id}", article=claim.article or f"x-{claim.id}")
        for claim in claims
    ]
    for claim in placed:
        _stand(session, claim)
    replace_claims(session, [(claim.id, claim.id not in out, claim) for claim in placed], [])


def _stand(session: Session, claim: Claim) -> None:
    """What a claim stands in: an article, a sentence, an annotation."""
    if session.get(ArticleRow, claim.article) is None:
        session.add(ArticleRow(id=claim.article, outlet=claim.outlet or "", ingested_at=NOON))
        session.flush()
    if session.get(SentenceRow, claim.sentence) is None:
        session.add(SentenceRow(id=claim.sentence, article_id=claim.article, start=0, end=1, text="x"))
        session.flush()
    if session.get(AnnotationRow, claim.id) is None:
        session.add(
            AnnotationRow(
                id=claim.id,
                project_id=1,
                sentence_id=claim.sentence,
                created_at=NOON,
                updated_at=NOON,
                cancelled=False,
                ground_truth=False,
                regions=[],
            )
        )
        session.flush()
