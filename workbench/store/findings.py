"""Makes the stored findings those of the last cross-check, in few and large statements."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from workbench.core.case import State, rank_of
from workbench.core.finding import Finding, Place
from workbench.store.cases import note_states, note_voices
from workbench.store.discrepancies import claims_in
from workbench.store.parts import parts, write_rows
from workbench.store.rows import DiscrepancyClaimRow, DiscrepancyRow

_NOWHERE: Mapping[str, Place] = MappingProxyType({})
_KEPT = ("cls", "severity", "rule", "message", "rank", "slot", "series_id")


def replace_findings(
    session: Session,
    findings: Mapping[str, Finding],
    places: Mapping[str, Place] = _NOWHERE,
    *,
    now: datetime,
    within: Collection[str] | None = None,
    slots: Collection[str] = (),
) -> tuple[int, int]:
    """Makes the stored findings (by fingerprint) those that were given; how many came and went.

    `places` by fingerprint say where each finding stands. With `within` only those of these series are
    replaced, and those in these slots.
    """
    session.flush()
    known = _known(session, within, slots)
    gone = sorted(known.keys() - findings.keys())
    for part in parts(gone):
        session.execute(delete(DiscrepancyRow).where(DiscrepancyRow.id.in_(part)))
    stored = claims_in(session, [name for name in known if name in findings])
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    touched: list[str] = []
    for fingerprint, finding in findings.items():
        before = known.get(fingerprint)
        values = _values(finding, places.get(fingerprint), before)
        if before is None:
            values |= {"found_at": now, "state": State.OPEN.value, "todo": True}
            new.append({"id": fingerprint, **values})
        elif any(before[name] != values[name] for name in _KEPT):
            changed.append({"id": fingerprint, **values})
        if stored.get(fingerprint) != finding.claims:
            touched.append(fingerprint)
    write_rows(session, insert(DiscrepancyRow), new)
    write_rows(session, update(DiscrepancyRow), changed)
    for part in parts(name for name in touched if name in stored):
        session.execute(delete(DiscrepancyClaimRow).where(DiscrepancyClaimRow.discrepancy_id.in_(part)))
    claims = (
        {"discrepancy_id": fingerprint, "position": position, "claim_id": claim_id}
        for fingerprint in touched
        for position, claim_id in enumerate(findings[fingerprint].claims)
    )
    write_rows(session, insert(DiscrepancyClaimRow), claims)
    note_voices(session, touched)
    _note_events(session, {name: places[name] for name in touched if name in places})
    session.expire_all()
    note_states(session, findings if within is None else {*touched, *(row["id"] for row in changed)})
    return len(new), len(gone)


def _known(
    session: Session, within: Collection[str] | None, slots: Collection[str]
) -> dict[str, Mapping[str, Any]]:
    query = select(DiscrepancyRow.id, *(getattr(DiscrepancyRow, name) for name in _KEPT))
    queries = [query]
    if within is not None:
        queries = [query.where(DiscrepancyRow.series_id.in_(part)) for part in parts(sorted(within))]
        queries += [query.where(DiscrepancyRow.slot.in_(part)) for part in parts(sorted(slots))]
    return {
        row[0]: dict(zip(_KEPT, row[1:], strict=True)) for each in queries for row in session.execute(each)
    }


def _values(finding: Finding, place: Place | None, before: Mapping[str, Any] | None) -> dict[str, Any]:
    return {
        "cls": finding.cls.value,
        "severity": int(finding.severity),
        "rule": finding.rule,
        "message": finding.message,
        "rank": rank_of(finding.severity, finding.cls),
        "slot": place.slot if place else before["slot"] if before else None,
        "series_id": place.series if place else before["series_id"] if before else None,
    }


def _note_events(session: Session, places: Mapping[str, Place]) -> None:
    """An event that had to be inferred stands on no claim, so that the finding itself says it."""
    query = select(DiscrepancyRow.id, DiscrepancyRow.event_id)
    other = [
        {"id": row.id, "event_id": places[row.id].event}
        for part in parts(places)
        for row in session.execute(query.where(DiscrepancyRow.id.in_(part)))
        if row.event_id != places[row.id].event
    ]
    write_rows(session, update(DiscrepancyRow), other)
