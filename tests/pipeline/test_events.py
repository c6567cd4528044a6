from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests.crosscheck.figures import claim
from tests.crosscheck.vocabulary import VOCABULARY
from tests.moments import NOON
from tests.pipeline.store import loose_session, put
from workbench.core.article import Article
from workbench.core.event import Event, merged
from workbench.core.period import Period
from workbench.core.reference import ReferenceCount
from workbench.exceptions import Conflict, InvalidData, NotFound
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.events import edit_event, make_event, merge_events, split_event, unknown_events
from workbench.pipeline.evidence import all_evidence
from workbench.pipeline.ingest import ingest_articles, ingest_counts
from workbench.store.discrepancies import list_discrepancies
from workbench.store.events import all_events

NORTH = Event("north", "Fighting in the north", date(2024, 1, 3), date(2024, 1, 9), places=("Gaza",))
STRIP = Event(
    "strip", "Fighting in the strip", date(2024, 1, 1), None, ("Israel",), populations={"Gaza": "israelis"}
)


def count(event: str, origin: str, value: int, *, day: int = 5) -> ReferenceCount:
    return ReferenceCount(
        event=event,
        place="Gaza",
        population="palestinians",
        measure="killed",
        origin=origin,
        as_of=date(2024, 1, day),
        value=value,
    )


@pytest.fixture
def session() -> Iterator[Session]:
    with loose_session() as session:
        make_event(session, NORTH)
        make_event(session, STRIP)
        yield session


def findings(session: Session) -> list[str]:
    return [entry.finding.cls.value for entry in list_discrepancies(session)[0]]


def test_a_merge_derives_anew_and_a_split_takes_it_back(session: Session) -> None:
    counts = [count("north", "Ministry", 12), count("strip", "Army", 20)]
    ingest_counts(session, counts, VOCABULARY)
    crosscheck(session, VOCABULARY, now=NOON)
    assert findings(session) == []
    derived = merge_events(session, VOCABULARY, "north", "strip", now=NOON)
    assert (derived.event.id, derived.event.start, derived.event.end) == ("strip", date(2024, 1, 1), None)
    assert derived.event.places == ("Israel", "Gaza")
    assert derived.event.aliases == ("north", "Fighting in the north")
    assert findings(session) == ["hard_conflict"]
    assert {claim.event for claim in all_evidence(session, VOCABULARY).values()} == {"strip"}
    assert list(all_events(session)) == ["strip"]
    split_event(session, VOCABULARY, "north", now=NOON)
    assert findings(session) == []
    assert list(all_events(session)) == ["strip", "north"]


def test_what_names_a_merged_event_is_taken_in_and_touches_its_series(session: Session) -> None:
    merge_events(session, VOCABULARY, "north", "strip", now=NOON)
    ingest_counts(session, [count("north", "Ministry", 12), count("strip", "Army", 20)], VOCABULARY)
    article = Article("Harbor Wire", date(2024, 1, 5), "It rained.", event="north")
    taken = ingest_articles(session, [article], now=NOON, max_characters=99)
    assert taken.new == 1
    checked = crosscheck(session, VOCABULARY, now=NOON)
    assert (checked.series, checked.findings) == (1, 1)


def test_events_merge_one_after_the_other(session: Session) -> None:
    make_event(session, Event("third", "Third", date(2023, 12, 1)))
    merge_events(session, VOCABULARY, "north", "strip", now=NOON)
    merge_events(session, VOCABULARY, "strip", "third", now=NOON)
    ingest_counts(session, [count("north", "Ministry", 12)], VOCABULARY)
    assert {claim.event for claim in all_evidence(session, VOCABULARY).values()} == {"third"}
    with pytest.raises(Conflict, match="cannot be merged into itself"):
        merge_events(session, VOCABULARY, "third", "north", now=NOON)


def test_what_cannot_be_merged_is_told(session: Session) -> None:
    make_event(session, Event("other", "Other", date(2024, 1, 1), populations={"Gaza": "palestinians"}))
    with pytest.raises(
        Conflict, match="people are palestinians in the event 'other' and israelis in 'strip'"
    ):
        merge_events(session, VOCABULARY, "other", "strip", now=NOON)
    with pytest.raises(NotFound, match="no event 'nothing'"):
        merge_events(session, VOCABULARY, "north", "nothing", now=NOON)
    with pytest.raises(Conflict, match="is not merged"):
        split_event(session, VOCABULARY, "strip", now=NOON)


def test_an_edit_changes_what_is_given(session: Session) -> None:
    edited = edit_event(session, "north", {"end": None, "places": ("Gaza", "Israel")})
    assert (edited.end, edited.places, edited.name) == (None, ("Gaza", "Israel"), NORTH.name)
    with pytest.raises(InvalidData, match=r"ends .* before it starts"):
        edit_event(session, "north", {"end": date(2023, 1, 1)})
    with pytest.raises(NotFound):
        edit_event(session, "nothing", {})
    merge_events(session, VOCABULARY, "north", "strip", now=NOON)
    with pytest.raises(Conflict, match="was merged into 'strip'"):
        edit_event(session, "north", {"name": "x"})


def test_an_event_is_made_once_and_with_a_name(session: Session) -> None:
    with pytest.raises(Conflict, match="there is an event 'north' already"):
        make_event(session, NORTH)
    with pytest.raises(InvalidData, match="needs name"):
        make_event(session, Event("new", " ", date(2024, 1, 1)))


def test_an_end_is_that_of_the_last_unless_one_goes_on() -> None:
    early = Event("a", "A", date(2024, 1, 1), date(2024, 1, 2))
    late = Event("b", "B", date(2024, 1, 2), date(2024, 1, 9))
    assert merged(early, [late]).end == date(2024, 1, 9)
    assert merged(early, [late, STRIP]).end is None


def test_claims_without_an_event_say_why(session: Session) -> None:
    make_event(session, Event("same", "Same days", date(2024, 1, 2), places=("Gaza",)))
    claims = [
        claim("a", event=None, as_of=Period.day(date(2024, 1, 4))),
        claim("b", event=None, as_of=Period.day(date(2020, 1, 4))),
        claim("c", event=None, as_of=Period.day(date(2024, 2, 4))),
        claim("d", event="strip"),
    ]
    put(session, claims)
    assert [(one.id, reason) for one, reason in unknown_events(session, VOCABULARY)] == [
        ("a", "several events fit Gaza Strip on 2024-01-04: north, same"),
        ("b", "no event fits Gaza Strip on 2020-01-04"),
    ]
