"""Makes the release of the seeds that is kept here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.moments import NOON
from tests.pipeline import seeded
from tests.pipeline.seeded import VOCABULARY
from tests.pipeline.store import loose_session
from workbench.pipeline.release import Terms, prepare
from workbench.store.rows import ProjectRow

HERE = Path(__file__).parent
KEPT = ("claims.csv", "series.csv", "changelog.jsonl")


def made(order: Sequence[int] = (), decided: Sequence[int] = ()) -> dict[str, bytes]:
    """The kept files as they come out now: all but one discrepancy answered, the open one released too.

    `order` is that of articles and counts, `decided` that of decisions.
    """
    with loose_session() as session, TemporaryDirectory() as temporary:
        session.delete(session.get_one(ProjectRow, 1))
        seeded.fill(session, order=order)
        seeded.answer_all(session, order=decided, leave=1)
        terms = Terms(by="Eda", now=NOON, unresolved=True)
        folder = prepare(session, VOCABULARY, Path(temporary), terms=terms, key=bytes(32)).folder
        return {name: (folder / name).read_bytes() for name in KEPT}
