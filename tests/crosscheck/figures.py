"""Claims in the fewest words, for tests of one file of the cross-check."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tests.crosscheck.vocabulary import EVENTS, VOCABULARY
from workbench.core.claim import Claim, Scope
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity
from workbench.crosscheck.events import Events
from workbench.crosscheck.evidence import Evidence, bring_to_terms
from workbench.crosscheck.origins import Origins
from workbench.crosscheck.series import Series, SeriesKey
from workbench.crosscheck.terms import Terms

FIRST = date(2024, 1, 1)
TERMS = Terms(VOCABULARY)


def day(number: int, last: int | None = None) -> Period:
    """The first of January 2024 is day 0."""
    begin = FIRST + timedelta(days=number)
    return Period(begin, FIRST + timedelta(days=number if last is None else last))


def claim(name: str, low: int = 10, high: int | None = -1, **parts: object) -> Claim:
    """Exactly `low`, or from low to high."""
    interval = Interval(low, low if high == -1 else high)
    value = low if interval.low == interval.high else None
    bound = Bound.VAGUE if value is None else Bound.EXACT
    given: dict[str, object] = {
        "id": name,
        "measure": "killed",
        "quantity": Quantity(str(interval), value, bound, interval, interval),
        "population": "palestinians",
        "place": "Gaza Strip",
        "event": "war",
        "scope": Scope.CUMULATIVE,
        "as_of": day(0),
        "outlet": f"Outlet {name}",
    }
    return Claim(**(given | parts))  # type: ignore[arg-type]


def evidence(claims: Iterable[Claim], origins: Origins | None = None) -> list[Evidence]:
    return bring_to_terms(claims, terms=TERMS, events=Events(EVENTS, TERMS), origins=origins or Origins())


def series(claims: Iterable[Claim], tolerance: int = 0) -> Series:
    """All of them as one series."""
    found = sorted(evidence(claims), key=lambda claim: (claim.first or 0, claim.last or 0, claim.id))
    key = SeriesKey("war", "killed", "palestinians", "Gaza Strip", Scope.CUMULATIVE, None, None)
    return Series(key, found, tolerance)
