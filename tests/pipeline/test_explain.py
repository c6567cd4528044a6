from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from tests.moments import NOON
from workbench.core.event import Event
from workbench.core.reference import ReferenceCount
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.explain import explain
from workbench.pipeline.ingest import ingest_counts, ingest_events
from workbench.store.discrepancies import list_discrepancies
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
EVENT = Event(id="storm", name="Storm", start=date(2024, 1, 1), places=("Khartoum",))


def count(origin: str, day: int, value: int) -> ReferenceCount:
    return ReferenceCount(
        event="storm",
        place="Khartoum",
        population="civilians",
        measure="killed",
        origin=origin,
        as_of=date(2024, 1, day),
        value=value,
    )


def told(session: Session, counts: list[ReferenceCount]) -> dict[str, tuple[str, ...]]:
    ingest_events(session, [EVENT])
    ingest_counts(session, counts, VOCABULARY)
    crosscheck(session, VOCABULARY, now=NOON)
    (found, *_), _ = list_discrepancies(session)
    return {section.title: section.lines for section in explain(session, VOCABULARY, found)}


def test_policies_and_a_second_opinion_of_three_origins(session: Session) -> None:
    days = [count("Ministry", 4, 12), count("Army", 4, 12), count("Party", 4, 40)]
    sections = told(session, days)
    assert [line.split(":")[0] for line in sections["What each policy would publish"]] == [
        "range",
        "conservative",
        "latest_majority",
    ]
    (opinion,) = sections["Second opinion (CRH weighted median, no policy)"]
    assert opinion.startswith("12 as of 2024-01-04; weights: Army 1.")


def test_of_two_origins_there_is_no_second_opinion(session: Session) -> None:
    sections = told(session, [count("Ministry", 4, 12), count("Party", 4, 40)])
    assert "Origins" in sections
    assert not any("Second opinion" in title for title in sections)
