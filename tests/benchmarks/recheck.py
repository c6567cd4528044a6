"""How long one pull of 100 annotations takes to be normalised and checked, in a store full of claims."""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, insert, select
from sqlalchemy.orm import Session

from tests.benchmarks.crosscheck import generated
from tests.benchmarks.line import Line, rounded
from tests.moments import NOON
from workbench.core.annotation import Annotation, Region
from workbench.core.identity import content_id
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.normalise import normalise
from workbench.store import schema
from workbench.store.annotations import annotation_id, keep_tasks
from workbench.store.rows import (
    AnnotationRow,
    ArticleRow,
    ClaimRow,
    EventRow,
    FiledRow,
    ProjectRow,
    Row,
    SentenceRow,
    VersionRow,
    VersionSentenceRow,
)
from workbench.store.session import open_engine, open_session
from workbench.store.values import as_json
from workbench.vocabulary import load_vocabulary

SIZE = int(
    os.environ.get("CLAIMS", "100000")
)  # filling it is most of the time: two minutes of CPU, or twenty
STORE = os.environ.get("STORE")  # a file that is kept, and used again where it is there
PULLED = 100
IN_ARTICLE = 20  # claims, one a sentence
AT_ONCE = 10_000
WORDS = [content_id("word", number)[:7] for number in range(2_000)]
BANDS = (("small", 0.9), ("middling", 0.05), ("the largest", 0.0))  # by place among the series, by size


def recheck() -> list[Line]:
    """A pull whose annotations are of small, of middling and of the largest series, and of all of these."""
    with TemporaryDirectory() as folder:
        file = Path(STORE or Path(folder) / "store.sqlite")
        there = file.exists()
        engine = open_engine(f"sqlite:///{file}")
        lines = [] if there else [_filled(engine)]
        for name, bands in (*((name, (place,)) for name, place in BANDS), ("all of these", _PLACES)):
            with open_session(engine, writing=True) as session:
                lines.append(_pulled(session, name, bands))
        engine.dispose()
    return lines


_PLACES = tuple(place for _, place in BANDS)


def _filled(engine: Engine) -> Line:
    schema.upgrade(engine)
    with open_session(engine, writing=True) as session:
        session.add(ProjectRow(id=1, server="local", number=1, title="Claims"))
        session.flush()
        _fill(session)
        normalise(session, load_vocabulary())
        begun = time.perf_counter()
        crosscheck(session, load_vocabulary(), now=NOON)
        whole = time.perf_counter() - begun
        session.connection().exec_driver_sql("ANALYZE")
    return Line(f"full cross-check of a store of {SIZE:,} claims", f"{rounded(whole)} s")


def _fill(session: Session) -> None:
    events: set[str] = set()
    claims = map(json.loads, generated(SIZE))
    number = 0
    while some := list(islice(claims, AT_ONCE)):
        fresh = {claim["event"] for claim in some} - events
        events |= fresh
        _pour(session, EventRow, map(_event, sorted(fresh)))
        # An article is of one outlet and one event; whatever else its claims say, they say themselves.
        articles: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for claim in some:
            articles.setdefault((claim["outlet"], claim["event"]), []).append(claim)
        rows: dict[type[Row], list[dict[str, Any]]] = {
            kind: [] for kind in (ArticleRow, VersionRow, SentenceRow, VersionSentenceRow, AnnotationRow)
        }
        for (outlet, event), said in articles.items():
            for begin in range(0, len(said), IN_ARTICLE):
                number += 1
                _article(rows, number, outlet, event, said[begin : begin + IN_ARTICLE])
        for kind, values in rows.items():
            _pour(session, kind, iter(values))


def _pour(session: Session, kind: type[Row], values: Iterator[dict[str, Any]]) -> None:
    found = list(values)
    if found:
        session.execute(insert(kind), found)


def _event(name: str) -> dict[str, Any]:
    start = NOON.date().replace(year=2023, month=10, day=7)
    return {
        "id": name,
        "name": name,
        "start": start,
        "end": None,
        "places": [],
        "aliases": [],
        "populations": {},
    }


def _article(
    rows: dict[type[Row], list[dict[str, Any]]],
    number: int,
    outlet: str,
    event: str,
    claims: Sequence[dict[str, Any]],
) -> None:
    name = content_id("article", number)
    rows[ArticleRow].append({"id": name, "outlet": outlet, "ingested_at": NOON})
    chance = random.Random(number)
    texts: list[str] = []
    for place, claim in enumerate(claims):
        figure = f"{claim['value']:,}"
        words = chance.choices(WORDS, k=12)
        text = f"{' '.join(words[:6])} {figure} {' '.join(words[6:])}."
        start = sum(len(other) + 1 for other in texts)
        texts.append(text)
        sentence = content_id("sentence", number, place)
        rows[SentenceRow].append(
            {"id": sentence, "article_id": name, "start": start, "end": start + len(text), "text": text}
        )
        rows[VersionSentenceRow].append(
            {"version_id": name[::-1], "position": place, "sentence_id": sentence, "suggestions": None}
        )
        rows[AnnotationRow].append(_annotation(sentence, text, figure, claim))
    rows[VersionRow].append(
        {
            "id": name[::-1],
            "article_id": name,
            "number": 1,
            "current": True,
            "outlet": outlet,
            "published_at": claims[0]["as_of"] and _day(claims[0]["as_of"]),
            "language": "en",
            "event_id": event,
            "text": " ".join(texts),
            "ingested_at": NOON,
        }
    )


def _day(text: str) -> Any:
    return NOON.fromisoformat(text).date()


def _annotation(sentence: str, text: str, figure: str, claim: dict[str, Any]) -> dict[str, Any]:
    said = _said(sentence, text, figure, claim)
    project = ProjectRow(server="local", number=1)
    return {
        "id": annotation_id(project, said),
        "project_id": 1,
        "sentence_id": sentence,
        "annotator": said.annotator,
        "created_at": NOON,
        "updated_at": NOON,
        "answer": said.answer,
        "cancelled": False,
        "ground_truth": False,
        "regions": as_json(said.regions),
        "task": None,
    }


def _said(sentence: str, text: str, figure: str, claim: dict[str, Any]) -> Annotation:
    start = text.index(figure)
    fields = {
        name: str(claim[name])
        for name in ("value", "bound", "population", "place", "scope", "as_of", "origin")
        if claim[name] is not None
    }
    region = Region(
        id="r",
        start=start,
        end=start + len(figure),
        text=figure,
        measure=claim["measure"],
        fields=fields,
    )
    return Annotation(
        id=sentence,
        sentence=sentence,
        annotator="7",
        created_at=NOON,
        updated_at=NOON,
        regions=(region,),
        answer="claims",
    )


def _pulled(session: Session, name: str, places: Sequence[float]) -> Line:
    """Changes annotations as a pull would; how long it takes to read and check them."""
    sizes: dict[str, int] = {}
    for series in session.scalars(select(FiledRow.series_id)):
        sizes[str(series)] = sizes.get(str(series), 0) + 1
    ranked = sorted(sizes, key=lambda series: (-sizes[series], series))
    chance = random.Random(name)
    chosen: list[AnnotationRow] = []
    for place in places:
        wanted = PULLED // len(places) + (PULLED % len(places) if place == 0.0 else 0)
        at = int(place * (len(ranked) - 1))
        chosen += _of_series(session, ranked[at:], wanted, chance)
    project = session.scalars(select(ProjectRow)).one()
    keep_tasks(session, project, [(row.task, row.sentence_id, [_edited(row)]) for row in chosen], now=NOON)
    session.flush()
    session.expunge_all()
    vocabulary = load_vocabulary()
    begun, busy = time.perf_counter(), time.process_time()
    read = normalise(session, vocabulary)
    after = time.perf_counter()
    checked = crosscheck(session, vocabulary, now=NOON)
    done, busy = time.perf_counter(), time.process_time() - busy
    session.rollback()
    assert (read.came, checked.series is not None) == (PULLED, True), (read, checked)
    what = f"re-check after a pull of {PULLED} annotations of {name} series, in {SIZE:,} claims"
    if len(places) == 1:
        what += f" ({sizes[ranked[int(places[0] * (len(ranked) - 1))]]:,} a series)"
    beside = (
        f"floor 1 s, aim 0.2 s; of it {rounded(after - begun)} s to normalise; {checked.came} findings new"
    )
    return Line(what, f"{rounded(done - begun)} s, {rounded(busy)} s of CPU", beside)


def _of_series(
    session: Session, ranked: Sequence[str], wanted: int, chance: random.Random
) -> list[AnnotationRow]:
    """Annotations of the first of these series that has so many, or of as many series as it takes."""
    found: list[AnnotationRow] = []
    for series in ranked:
        query = select(FiledRow.id).where(FiledRow.series_id == series).order_by(FiledRow.id)
        ids = list(session.scalars(query))
        few = min(len(ids), wanted - len(found))
        found += _annotated(session, chance.sample(ids, few))
        if len(found) == wanted:
            break
    return found


def _annotated(session: Session, claims: Sequence[str]) -> list[AnnotationRow]:
    query = select(AnnotationRow).join(ClaimRow, ClaimRow.annotation_id == AnnotationRow.id)
    return list(session.scalars(query.where(ClaimRow.id.in_(claims))))


def _edited(row: AnnotationRow) -> Annotation:
    (region,) = row.regions
    fields = {**region["fields"], "value": str(int(region["fields"]["value"]) + 7)}
    changed = Region(**{**region, "fields": fields, "links": ()})
    return replace(
        Annotation(
            id=row.sentence_id,
            sentence=row.sentence_id,
            annotator=row.annotator,
            created_at=row.created_at,
            updated_at=row.updated_at + timedelta(minutes=1),
            regions=(changed,),
            answer=row.answer,
        )
    )
