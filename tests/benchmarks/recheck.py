"""How long one pull of 100 annotations takes to be checked, in a store that is full of claims."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from tests.benchmarks.crosscheck import generated
from tests.benchmarks.line import Line, rounded
from tests.moments import NOON
from workbench.core.claim import Claim
from workbench.core.quantity import Bound, quantity_of
from workbench.pipeline.crosscheck import crosscheck
from workbench.readers.claims import read_claims
from workbench.store import schema
from workbench.store.claims import claim_row
from workbench.store.rows import AnnotationRow, ArticleRow, ClaimRow, ProjectRow, SentenceRow
from workbench.store.session import open_engine, open_session
from workbench.store.touched import touch_claims
from workbench.store.values import as_json, from_json
from workbench.vocabulary import load_vocabulary

SIZE = int(os.environ.get("CLAIMS", "100000"))  # 1000000 takes ten minutes, most of them for the first check
PULLED = 100
ONE = "0" * 32  # all claims stand in one sentence: where they stand is not what is measured


def recheck() -> list[Line]:
    """The check after a pull whose annotations are of one event, of middling size and of the largest."""
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'store.sqlite'}")
        schema.upgrade(engine)
        with open_session(engine) as session:
            _fill(session, generated(SIZE))
            begun = time.perf_counter()
            crosscheck(session, load_vocabulary(), now=NOON, full=True)
            whole = time.perf_counter() - begun
        lines = [Line(f"full cross-check of a store of {SIZE:,} claims", f"{rounded(whole)} s")]
        for which, place in (("a middling", 0.5), ("the largest", 0.0)):
            with open_session(engine) as session:
                seconds, claims = _pull(session, place)
            what = f"check after a pull of {PULLED} annotations of {which} event ({claims:,} claims)"
            lines.append(Line(what, f"{rounded(seconds)} s", "floor 1 s"))
        engine.dispose()
    return lines


def _fill(session: Session, given: Iterator[str]) -> None:
    session.add(ProjectRow(id=1, server="local", number=1, title="Claims"))
    session.add(ArticleRow(id=ONE, outlet="", ingested_at=NOON))
    session.flush()
    session.add(SentenceRow(id=ONE, article_id=ONE, start=0, end=1, text="x"))
    session.flush()
    session.add(
        AnnotationRow(
            id=ONE,
            project_id=1,
            sentence_id=ONE,
            created_at=NOON,
            updated_at=NOON,
            cancelled=False,
            ground_truth=False,
            regions=[],
        )
    )
    session.flush()
    rows = []
    for claim in read_claims(StringIO("".join(given)), "generated"):
        rows.append(_row(claim))
        if len(rows) == 10_000:
            session.execute(insert(ClaimRow), rows)
            rows = []
    if rows:
        session.execute(insert(ClaimRow), rows)


def _row(claim: Claim) -> dict[str, object]:
    row = claim_row(claim, ONE, True, as_json(claim))
    values = {column.key: getattr(row, column.key) for column in ClaimRow.__mapper__.columns}
    return values | {"sentence_id": ONE, "article_id": ONE}


def _pull(session: Session, place: float) -> tuple[float, int]:
    """Changes some claims of one event, as a pull would, and checks; seconds, and claims of the event."""
    sizes: dict[str, int] = {}
    for event in session.scalars(select(ClaimRow.event_id)):
        sizes[str(event)] = sizes.get(str(event), 0) + 1
    ranked = sorted(sizes, key=lambda event: -sizes[event])
    event = ranked[int(place * (len(ranked) - 1))]
    rows = session.scalars(select(ClaimRow).where(ClaimRow.event_id == event).order_by(ClaimRow.id)).all()
    chance = random.Random(3)
    for row in chance.sample(rows, min(PULLED, len(rows))):
        claim = from_json(row.body, Claim)
        value = (claim.quantity.value or 0) + 7
        body = as_json(replace(claim, quantity=quantity_of(f"{value}", Bound.EXACT, value)))
        touch_claims(session, [(row.id, row.body), (row.id, body)])
        row.body = body
    session.flush()
    session.expunge_all()
    begun = time.perf_counter()
    crosscheck(session, load_vocabulary(), now=NOON)
    return time.perf_counter() - begun, sizes[event]
