"""Where the last cross-check put the evidence, and what hangs together there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from workbench.core.filed import Filed, FiledSeries
from workbench.store.parts import parts, write_rows
from workbench.store.rows import FiledRow, SeriesRow

Frame = tuple[str | None, str | None]  # event and scope, in which counting starts may agree
_COLUMNS = {
    "id": FiledRow.id,
    "event": FiledRow.event_id,
    "series": FiledRow.series_id,
    "scope": FiledRow.scope,
    "start": FiledRow.start,
    "origin": FiledRow.origin,
    "whole": FiledRow.whole_id,
    "host": FiledRow.host_id,
    "alike": FiledRow.alike,
    "odd": FiledRow.odd,
}


def replace_filed(session: Session, filed: Iterable[Filed], series: Iterable[FiledSeries]) -> None:
    """Makes all that is filed this."""
    session.execute(delete(FiledRow))
    session.execute(delete(SeriesRow))
    _add_series(session, series)
    _add(session, filed)


def refile(
    session: Session, ids: Iterable[str], filed: Iterable[Filed], series: Iterable[FiledSeries]
) -> None:
    """Makes what is filed of these ids this; new series are added."""
    for part in parts(ids):
        session.execute(delete(FiledRow).where(FiledRow.id.in_(part)))
    given = {one.id: one for one in series}
    there = series_by_id(session, given)
    _add_series(session, (one for one in given.values() if one.id not in there))
    _add(session, filed)


def note_origins(session: Session, origins: Mapping[str, str]) -> None:
    """Says whose word these are now."""
    if origins:
        session.execute(update(FiledRow), [{"id": one, "origin": origin} for one, origin in origins.items()])


def drop_empty(session: Session, series: Iterable[str]) -> None:
    """Forgets those of these series that have no claims any more."""
    for part in parts(series):
        held = select(FiledRow.id).where(FiledRow.series_id == SeriesRow.id).exists()
        session.execute(
            delete(SeriesRow)
            .where(SeriesRow.id.in_(part), ~held)
            .execution_options(synchronize_session=False)
        )


def filed_by_id(session: Session, ids: Iterable[str]) -> dict[str, Filed]:
    """Those that are there."""
    return {one.id: one for one in _where(session, FiledRow.id, ids)}


def parts_filed(session: Session, wholes: Iterable[str]) -> dict[str, Filed]:
    """The parts of these wholes, by id."""
    return {one.id: one for one in _where(session, FiledRow.whole_id, wholes)}


def filed_alike(session: Session, alike: Iterable[int], odd: Iterable[int]) -> dict[str, Filed]:
    """Whoever may have copied, or been copied, in these groups."""
    found = (*_where(session, FiledRow.alike, alike), *_where(session, FiledRow.odd, odd))
    return {one.id: one for one in found}


def filed_in(session: Session, series: Iterable[str], hosts: Iterable[str]) -> dict[str, Filed]:
    """All claims of these series, and the parts of wholes in these hosts."""
    found = (*_where(session, FiledRow.series_id, series), *_where(session, FiledRow.host_id, hosts))
    return {one.id: one for one in found}


def series_of_events(session: Session, events: Iterable[str]) -> list[FiledSeries]:
    return list(_series(session, SeriesRow.event_id, events))


def series_by_id(session: Session, ids: Iterable[str]) -> dict[str, FiledSeries]:
    """Those that are there."""
    return {one.id: one for one in _series(session, SeriesRow.id, ids)}


def starts_in(session: Session, frame: Frame) -> list[str]:
    """All counting starts of a frame, in order. One look into the index for each, however many claims."""
    found: list[str] = []
    query = select(func.min(FiledRow.start)).where(*_framed(frame))
    start = session.scalar(query)
    while start is not None:
        found.append(start)
        start = session.scalar(query.where(FiledRow.start > start))
    return found


def anyone_counts(session: Session, frame: Frame, start: str, *, but: Collection[str]) -> bool:
    """Does anybody beside these count from that start?"""
    query = select(FiledRow.id).where(*_framed(frame), FiledRow.start == start).limit(len(but) + 1)
    return any(one not in but for one in session.scalars(query))


def counting_from(session: Session, frame: Frame, start: str) -> list[str]:
    """Who counts from that start."""
    return list(session.scalars(select(FiledRow.id).where(*_framed(frame), FiledRow.start == start)))


def _framed(frame: Frame) -> tuple[ColumnElement[bool], ...]:
    return FiledRow.event_id == frame[0], FiledRow.scope == frame[1]


def _where(session: Session, column: InstrumentedAttribute[Any], values: Iterable[Any]) -> Iterable[Filed]:
    query = select(*_COLUMNS.values())
    for part in parts(sorted(values)):
        for row in session.execute(query.where(column.in_(part))):
            yield Filed(**dict(zip(_COLUMNS, row, strict=True)))


def _series(
    session: Session, column: InstrumentedAttribute[str], values: Iterable[str]
) -> Iterator[FiledSeries]:
    query = select(SeriesRow.id, SeriesRow.event_id, SeriesRow.key)
    for part in parts(sorted(values)):
        for row in session.execute(query.where(column.in_(part))):
            yield FiledSeries(row.id, row.event_id, row.key)


def _add(session: Session, filed: Iterable[Filed]) -> None:
    rows = ({column.key: getattr(one, name) for name, column in _COLUMNS.items()} for one in filed)
    write_rows(session, insert(FiledRow), rows)


def _add_series(session: Session, series: Iterable[FiledSeries]) -> None:
    rows = ({"id": one.id, "event_id": one.event, "key": list(one.key)} for one in series)
    write_rows(session, insert(SeriesRow), rows)
