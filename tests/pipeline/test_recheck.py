"""After a pull, sentences that changed are read and series that changed are checked, and that is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.moments import NOON
from tests.pipeline.store import loose_session
from tests.pipeline.told import told
from workbench.core.annotation import Annotation, Region
from workbench.core.article import Article
from workbench.core.event import Event
from workbench.core.reference import ReferenceCount
from workbench.exceptions import Conflict, InvalidData, NotFound
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.events import edit_event, merge_events, split_event
from workbench.pipeline.ingest import ingest_articles, ingest_counts, ingest_events
from workbench.pipeline.normalise import normalise
from workbench.pipeline.origins import rule
from workbench.store.annotations import keep_tasks
from workbench.store.claims import all_claims
from workbench.store.discrepancies import list_discrepancies
from workbench.store.edges import all_edges
from workbench.store.rows import ProjectRow, SentenceRow
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
OUTLETS = ("Harbor Wire", "Northgate Post", "Dock Times")
EVENTS = [
    Event(
        "gaza", "War in Gaza", date(2024, 1, 1), places=("Gaza Strip",), populations={"Gaza": "palestinians"}
    ),
    Event("north", "Fighting in the north", date(2024, 1, 3), places=("Israel",)),
]
FIGURES = ("12", "13", "20", "1,234", "at least 12")
# The words around a figure, so that two outlets may print nearly the same.
TEXTS = (
    "The health ministry of the strip said on that day that {} people had been killed there so far.",
    "In all {} were counted.",
)
ORIGINS = ("Health Ministry", "Army", "Harbor Wire")
CREDITS = ("", "\n(Reuters)")


def text_of(figures: Sequence[tuple[int, str]], credit: str) -> str:
    return "\n".join(TEXTS[template].format(figure) for template, figure in figures) + credit


@st.composite
def bodies(draw: st.DrawFn) -> str:
    figures = draw(
        st.lists(st.tuples(st.sampled_from([0, 0, 1]), st.sampled_from(FIGURES)), min_size=1, max_size=3)
    )
    return text_of(figures, draw(st.sampled_from(CREDITS)))


ARTICLES = st.tuples(st.sampled_from(OUTLETS), bodies(), st.sampled_from(["gaza", "gaza", "north", None]))
SAID = st.fixed_dictionaries(
    {},
    optional={
        "measure": st.sampled_from(["killed", "injured", "held"]),
        "population": st.sampled_from(["people", "children", "women", "= palestinians"]),
        "place": st.sampled_from(["Gaza", "Khan Younis", "Israel"]),
        "origin": st.sampled_from(ORIGINS),
        "as_of": st.sampled_from(["2024-01-04", "2024-01-05", "2024-01"]),
        "since": st.sampled_from(["2024-01-02", "2024-01"]),
        "scope": st.sampled_from(["incident", "cumulative", "period"]),
        "value": st.sampled_from(["9", "54036"]),
        "part_of": st.booleans(),
    },
)
STEPS = st.one_of(
    st.tuples(st.just("annotate"), st.integers(0, 9), st.sampled_from("789"), SAID),
    st.tuples(st.just("annotate"), st.integers(0, 9), st.sampled_from("789"), SAID),
    st.tuples(st.just("annotate"), st.integers(0, 9), st.sampled_from("789"), SAID),
    st.tuples(st.just("silent"), st.integers(0, 9), st.sampled_from("789")),
    st.tuples(st.just("delete"), st.integers(0, 9), st.sampled_from("789")),
    st.tuples(st.just("article"), st.integers(0, 4), ARTICLES),
    st.tuples(
        st.just("count"),
        st.integers(3, 6),
        st.sampled_from([12, 13, 54_036]),
        st.sampled_from(["Army", "Health Ministry"]),
    ),
    st.tuples(st.just("edit"), st.sampled_from([date(2024, 1, 1), date(2024, 1, 4)])),
    st.tuples(st.just("merge")),
    st.tuples(st.just("split")),
    st.tuples(st.just("rule"), st.integers(0, 9), st.integers(0, 9), st.booleans()),
)


class World:
    """A store that steps are taken in, each as a command would take it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.answers: dict[str, dict[str, Annotation]] = {}
        self.moment = NOON
        ingest_events(session, EVENTS)
        for place, outlet in enumerate(OUTLETS):
            self.article(place, (outlet, text_of([(0, "1,234"), (1, "12")], ""), "gaza"))

    def article(self, number: int, said: tuple[str, str, str | None]) -> None:
        outlet, text, event = said
        day = date(2024, 1, 4) + timedelta(days=number % 3)
        article = Article(outlet, day, text, file=f"{outlet}-{number}.txt", event=event)
        ingest_articles(self.session, [article], now=NOON, max_characters=10_000)

    def annotate(self, place: int, who: str, said: dict[str, Any]) -> None:
        sentence, text = self._sentence(place)
        figure = next((one for one in FIGURES[::-1] if one in text), None)
        if figure is None:  # the line of a credit
            return
        start = text.index(figure)
        fields = {name: value for name, value in said.items() if name not in ("measure", "part_of")}
        whole = Region(
            id="whole",
            start=start,
            end=start + len(figure),
            text=figure,
            measure=said.get("measure", "killed"),
            fields=fields,
        )
        part = replace(whole, id="part", fields={**fields, "population": "children"}, part_of="whole")
        self._answer(sentence, who, (whole, part) if said.get("part_of") else (whole,), "claims")

    def silent(self, place: int, who: str) -> None:
        self._answer(self._sentence(place)[0], who, (), "no_claim")

    def delete(self, place: int, who: str) -> None:
        sentence, _ = self._sentence(place)
        self.answers.get(sentence, {}).pop(who, None)
        self._keep(sentence)

    def count(self, day: int, value: int, origin: str) -> None:
        count = ReferenceCount(
            event="gaza",
            place="Gaza Strip",
            population="palestinians",
            measure="killed",
            origin=origin,
            as_of=date(2024, 1, day),
            value=value,
        )
        ingest_counts(self.session, [count], VOCABULARY)

    def edit(self, start: date) -> None:
        edit_event(self.session, "gaza", {"start": start})

    def merge(self) -> None:
        merge_events(self.session, VOCABULARY, "north", "gaza", now=NOON)

    def split(self) -> None:
        split_event(self.session, VOCABULARY, "north", now=NOON)

    def rule(self, copy: int, original: int, cut: bool) -> None:
        edges, claims = all_edges(self.session), all_claims(self.session)
        if cut and edges:
            edge = edges[copy % len(edges)]
            rule(self.session, copy=edge.copy, original=edge.original, cut=True, reviewer="ana", now=NOON)
        elif claims:
            ends = claims[copy % len(claims)].id, claims[original % len(claims)].id
            rule(self.session, copy=ends[0], original=ends[1], cut=False, reviewer="ana", now=NOON)

    def _sentence(self, place: int) -> tuple[str, str]:
        rows = self.session.execute(select(SentenceRow.id, SentenceRow.text).order_by(SentenceRow.id)).all()
        row = rows[place % len(rows)]
        return row.id, row.text

    def _answer(self, sentence: str, who: str, regions: tuple[Region, ...], answer: str) -> None:
        self.moment += timedelta(minutes=1)
        self.answers.setdefault(sentence, {})[who] = Annotation(
            id=f"{sentence}-{who}",
            sentence=sentence,
            annotator=who,
            created_at=NOON,
            updated_at=self.moment,
            regions=regions,
            answer=answer,
        )
        self._keep(sentence)

    def _keep(self, sentence: str) -> None:
        project = self.session.scalars(select(ProjectRow)).one()
        tasks = [(None, sentence, list(self.answers.get(sentence, {}).values()))]
        keep_tasks(self.session, project, tasks, now=NOON)


def derive(session: Session, *, full: bool = False) -> tuple[int, int]:
    """How many claims and findings came or went."""
    read = normalise(session, VOCABULARY, full=full)
    checked = crosscheck(session, VOCABULARY, now=NOON, full=full)
    return read.came + read.went, checked.came + checked.went


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(STEPS, min_size=1, max_size=4), min_size=2, max_size=5))
def test_after_any_steps_what_is_stored_is_what_a_full_run_stores(
    rounds: list[list[tuple[Any, ...]]],
) -> None:
    with loose_session() as session:
        world = World(session)
        derive(session)
        for steps in rounds:
            for name, *arguments in steps:
                try:
                    getattr(world, name)(*arguments)
                except (Conflict, NotFound, InvalidData):
                    continue  # merged already, or a claim that copies itself
            derive(session)
            claims, found, edges = all_claims(session), told(session), all_edges(session)
            assert derive(session, full=True) == (0, 0)
            assert (all_claims(session), told(session), all_edges(session)) == (claims, found, edges)


@pytest.fixture
def world() -> Any:
    with loose_session() as session:
        world = World(session)
        for place in range(6):
            world.annotate(place, "7", {"place": "Gaza", "scope": "cumulative", "as_of": "2024-01-05"})
        derive(session)
        yield world


def test_only_the_sentences_that_changed_are_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    kept = normalise.__globals__["annotated_sentences"]

    def seen(session: Session, sentences: Sequence[str]) -> Any:
        read.extend(sentences)
        return kept(session, sentences)

    monkeypatch.setitem(normalise.__globals__, "annotated_sentences", seen)
    assert derive(world.session) == (0, 0)
    assert read == []
    world.annotate(0, "7", {"place": "Gaza", "scope": "cumulative", "value": "9"})
    derive(world.session)
    assert read == [world._sentence(0)[0]]
    read.clear()
    derive(world.session, full=True)
    assert len(read) == 6


def test_an_article_that_changed_is_read_again(world: World) -> None:
    world.article(0, (OUTLETS[0], text_of([(0, "1,234")], ""), "north"))
    came, _ = derive(world.session)
    (after,) = (one for one in all_claims(world.session) if one.outlet == OUTLETS[0])
    assert came == 1 + 2, "the first sentence is of another event now, the other one is gone"
    assert (after.event, after.quantity.text) == ("north", "1,234")


def test_one_series_can_be_asked_for(world: World) -> None:
    """The first outlet's two figures are of one series, as are all but the one that is moved away."""
    world.annotate(0, "7", {"place": "Israel", "scope": "cumulative", "as_of": "2024-01-05", "value": "9"})
    derive(world.session)
    everything, _ = list_discrepancies(world.session)
    (moved,) = (one for one in all_claims(world.session) if one.place == "Israel")
    (other, *_) = (one for one in all_claims(world.session) if one.place != "Israel")
    found, total = list_discrepancies(world.session, series_of=other.id)
    assert {one.id for one in found} == {one.id for one in everything if moved.id not in one.finding.claims}
    assert total == len(found) > 0
    assert list_discrepancies(world.session, series_of=moved.id) == ([], 0)
