"""Whether a score means something: of the suggestions scored so high, how many are right."""

from __future__ import annotations

from collections.abc import Sequence

from tests.eval.section import Floor, Judged, Section, share

SURE = 0.9
_BANDS = ((SURE, 1.01), (0.8, SURE), (0.6, 0.8), (0.0, 0.6))


def calibration(sections: Sequence[Section]) -> Section:
    """Over all cases whose suggestions were judged right or wrong."""
    section = Section("Calibration", ("cases", "score", "suggestions", "right", "share"))
    judged = [(part.title, part.judged) for part in sections if part.judged]
    judged.append(("all", [one for _, some in judged for one in some]))
    for title, some in judged:
        for low, high in _BANDS if title == "all" else _BANDS[:1]:
            band = [one for one in some if low <= one.score < high]
            name = f"{low:g} and above" if high > 1 else f"{low:g} to {high:g}"
            right = sum(one.right for one in band)
            cells = (name, str(len(band)), str(right), f"{share(right, len(band)):.3f}")
            section.rows.append((title, *cells))
    section.note = (
        "Right as the cases score it: kind and n; on our own gold and the seeds measure, value and bound."
    )
    section.floors = [
        Floor(f"Calibration: {title}, right of those scored {SURE:g} and above", _sure(some), 0.95, 0.95)
        for title, some in judged
    ]
    return section


def _sure(judged: Sequence[Judged]) -> float:
    sure = [one.right for one in judged if one.score >= SURE]
    return share(sum(sure), len(sure))
