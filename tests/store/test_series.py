from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session

from tests.api import corpus
from tests.api.corpus import COUNT, DAY, VOCABULARY
from workbench.core.event import Event
from workbench.pipeline.ingest import ingest_counts
from workbench.store import series
from workbench.store.claims import all_claims
from workbench.store.events import keep_events, merge_event
from workbench.store.series import day_of, series_around, series_of_event


def test_what_counts_the_same_is_one_series(session: Session) -> None:
    corpus.fill(session)
    later = [
        replace(COUNT, as_of=date(2024, 2, 1), value=27_000),
        replace(COUNT, as_of=date(2024, 2, 2), value=27_100, measure="injured"),
        replace(COUNT, as_of=date(2024, 2, 3), value=27_100, place="Rafah"),
        replace(COUNT, as_of=date(2024, 2, 4), value=27_100, reported=False),
    ]
    ingest_counts(session, later, VOCABULARY)
    (wire,) = (claim for claim in all_claims(session) if claim.outlet == "Harbour Wire")
    kinds = {(wire.population, wire.place)}
    found = series_around(session, VOCABULARY, event="gaza", measure="killed", kinds=kinds, day=DAY)
    assert [(claim.outlet, claim.quantity.text) for claim in found][-1] == (None, "27,000")
    assert {claim.quantity.text for claim in found} == {"25,700", "at least 25,700", "Some 19,400", "27,000"}
    assert [day_of(claim) for claim in found] == sorted(day_of(claim) for claim in found)
    assert series_around(session, VOCABULARY, event="gaza", measure="killed", kinds=(), day=DAY) == []
    assert series_around(session, VOCABULARY, event="other", measure="killed", kinds=kinds, day=DAY) == []


def test_several_kinds_stand_on_one_line_of_time(session: Session) -> None:
    corpus.fill(session)
    ingest_counts(session, [replace(COUNT, place="Rafah", value=900)], VOCABULARY)
    kinds = {("people", "Gaza Strip"), ("people", "Rafah")}
    found = series_around(session, VOCABULARY, event="gaza", measure="killed", kinds=kinds, day=DAY)
    assert "900" in {claim.quantity.text for claim in found}
    found = series_around(
        session, VOCABULARY, event="gaza", measure="killed", kinds={("people", "Rafah")}, day=DAY
    )
    assert {claim.quantity.text for claim in found} == {"900"}


def test_the_series_of_an_event_the_longest_first(session: Session) -> None:
    """Of the four claims two count people killed in the Gaza Strip, and one the injured there."""
    corpus.fill(session)
    first, *others = series_of_event(session, "gaza")
    assert (first.measure, first.population, first.place, first.figures) == (
        "killed",
        "people",
        "Gaza Strip",
        2,
    )
    assert (first.first, first.last) == (DAY, DAY)
    assert sum(entry.figures for entry in others) == 2
    assert series_of_event(session, "other") == []


def test_of_a_long_series_the_nearest_days_are_shown(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus.fill(session)
    monkeypatch.setattr(series, "AROUND", 2)
    days = [replace(COUNT, as_of=date(2024, 3, day), value=30_000 + day) for day in range(1, 10)]
    ingest_counts(session, days, VOCABULARY)
    count = days[4].claim(VOCABULARY)
    found = series_around(
        session,
        VOCABULARY,
        event="gaza",
        measure="killed",
        kinds={(count.population, count.place)},
        day=date(2024, 3, 5),
    )
    texts = [claim.quantity.text for claim in found if claim.reference]
    assert texts == ["30,004", "30,005", "30,006", "30,007"]


def test_counts_of_a_merged_event_stand_in_the_series_of_the_other(session: Session) -> None:
    corpus.fill(session)
    keep_events(session, [Event("strip", "War in the strip", DAY)])
    ingest_counts(session, [replace(COUNT, event="strip", as_of=date(2024, 2, 1), value=27_000)], VOCABULARY)
    kinds = {("people", "Gaza Strip")}

    def figures() -> set[tuple[str | None, str]]:
        found = series_around(session, VOCABULARY, event="gaza", measure="killed", kinds=kinds, day=DAY)
        return {(claim.event, claim.quantity.text) for claim in found}

    assert ("gaza", "27,000") not in figures()
    merge_event(session, "strip", "gaza")
    assert ("gaza", "27,000") in figures()
