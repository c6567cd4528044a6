"""What is stored of the findings, so that two runs can be compared."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.store.rows import DiscrepancyClaimRow, DiscrepancyRow, FiledRow, SeriesRow, VoiceRow

FINDING = ("cls", "severity", "rule", "message", "slot", "series_id", "event_id", "measure", "state", "rank")
FILED = ("event_id", "series_id", "scope", "start", "origin", "whole_id", "host_id", "alike", "odd")


def told(session: Session) -> dict[str, Any]:
    """All that is stored of each discrepancy but when it was found, and where the evidence was filed."""
    pairs: dict[str, list[str]] = {}
    for pair in session.scalars(select(DiscrepancyClaimRow).order_by(DiscrepancyClaimRow.position)):
        pairs.setdefault(pair.discrepancy_id, []).append(pair.claim_id)
    voices: dict[str, set[tuple[str, str]]] = {}
    for voice in session.scalars(select(VoiceRow)):
        voices.setdefault(voice.discrepancy_id, set()).add((voice.kind, voice.name))
    found = {
        row.id: (*(getattr(row, name) for name in FINDING), tuple(pairs[row.id]), voices.get(row.id))
        for row in session.scalars(select(DiscrepancyRow))
    }
    filed = {row.id: tuple(getattr(row, name) for name in FILED) for row in session.scalars(select(FiledRow))}
    return found | filed | {row.id: row.key for row in session.scalars(select(SeriesRow))}
