"""A release can be read into an empty workbench, which then comes to the same release."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from tests.moments import NOON
from tests.pipeline import seeded
from tests.pipeline.seeded import VOCABULARY
from tests.pipeline.store import loose_session
from tests.pipeline.test_release import files, make, rows
from tests.seeds.corpus import articles
from workbench.exceptions import Conflict
from workbench.export.manifest import MANIFEST, read_statement
from workbench.pipeline.ingest import ingest_articles
from workbench.pipeline.origins import rule
from workbench.pipeline.restore import Restored, restore
from workbench.store.edges import all_rulings
from workbench.store.rows import ProjectRow


def take(session: Session, folder: Path) -> Restored:
    session.delete(session.get_one(ProjectRow, 1))
    session.flush()
    about, _ = read_statement((folder / MANIFEST).read_bytes())
    return restore(session, VOCABULARY, folder, about, now=NOON)


@pytest.fixture
def made(session: Session, tmp_path: Path) -> Path:
    seeded.fill(session)
    seeded.answer_all(session)
    rule(session, copy="Harbor Wire", original="Levant Courier", cut=False, reviewer="Ada", now=NOON)
    seeded.check(session)
    return make(session, tmp_path / "first", unresolved=True)


def test_an_empty_workbench_comes_to_the_same_claims_and_decisions(made: Path, tmp_path: Path) -> None:
    with loose_session() as other:
        found = take(other, made)
        assert found.claims == sum(1 for row in rows(made) if row["article_id"])
        assert found.settled == found.decisions > 3
        assert [ruling.copy for ruling in all_rulings(other)] == ["Harbor Wire"]
        again = make(other, tmp_path / "second", unresolved=True)
    before, after = ([{**row, "annotator": ""} for row in rows(folder)] for folder in (made, again))
    assert before == after
    assert {name for name in files(made) if files(made)[name] == files(again).get(name)} >= {
        *("series.csv", "ged.csv", "findings.jsonl", "decisions.jsonl", "events.jsonl", "rulings.jsonl")
    }


def test_work_goes_on_with_the_whole_articles(made: Path) -> None:
    with loose_session() as other:
        take(other, made)
        ingest_articles(other, articles().values(), now=NOON, max_characters=100_000)
        seeded.check(other)
        assert seeded.open_discrepancies(other) == [], (
            "all sentences are the same, and so is what was decided of them"
        )


def test_a_workbench_with_something_in_it_takes_no_release(made: Path, session: Session) -> None:
    about, _ = read_statement((made / MANIFEST).read_bytes())
    with pytest.raises(Conflict, match="not empty"):
        restore(session, VOCABULARY, made, about, now=NOON)
